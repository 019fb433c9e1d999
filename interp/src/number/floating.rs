//! The decimal text of `double` and `float`, as JDK 17 writes it.
//!
//! JDK 17 does not always write the shortest digits that read back as the same number (`2.0E23` shows as
//! `1.9999999999999998E23`): it generates digits after Steele and White until the rest is smaller than half the distance to
//! the next number, with an estimate of the exponent and stopping rules of its own. Scripts print such numbers, so the same
//! rules stand here, over exact integers. Newer JDKs write the shortest digits.

use num_bigint::BigUint;

/// `Double.toString(d)`.
pub fn double_to_string(d: f64) -> String {
    let bits = d.to_bits();
    let parts = Parts {
        fraction: bits & ((1 << 52) - 1),
        exponent: ((bits >> 52) & 0x7ff) as i32,
        width: 53,
        bias: 1023,
    };
    to_string(d.is_sign_negative(), d.is_nan(), d.is_infinite(), parts)
}

/// `Float.toString(f)`.
pub fn float_to_string(f: f32) -> String {
    let bits = f.to_bits();
    let parts = Parts {
        fraction: u64::from(bits & ((1 << 23) - 1)),
        exponent: ((bits >> 23) & 0xff) as i32,
        width: 24,
        bias: 127,
    };
    to_string(f.is_sign_negative(), f.is_nan(), f.is_infinite(), parts)
}

/// The fields of a binary number, as stored.
struct Parts {
    fraction: u64,
    exponent: i32,
    /// Significant bits of a normal number, the hidden one included.
    width: i32,
    bias: i32,
}

/// The digits of a number `0.d1d2d3… × 10^exponent`.
struct Digits {
    digits: Vec<u8>,
    exponent: i32,
}

fn to_string(negative: bool, nan: bool, infinite: bool, parts: Parts) -> String {
    let sign = if negative && !nan { "-" } else { "" };
    let text = if nan {
        "NaN".into()
    } else if infinite {
        "Infinity".into()
    } else if parts.exponent == 0 && parts.fraction == 0 {
        "0.0".into()
    } else {
        layout(&digits(&parts))
    };
    format!("{sign}{text}")
}

/// Plain from 10^-3 up to below 10^7, else with an exponent; always a digit after the point.
fn layout(Digits { digits, exponent }: &Digits) -> String {
    let text = |digits: &[u8]| digits.iter().map(|d| char::from(b'0' + d)).collect::<String>();
    let or_zero = |digits: &[u8]| if digits.is_empty() { "0".into() } else { text(digits) };
    match *exponent {
        whole @ 1..=7 => {
            let whole = whole as usize;
            let (before, after) = digits.split_at(whole.min(digits.len()));
            format!(
                "{}{}.{}",
                text(before),
                "0".repeat(whole - before.len()),
                or_zero(after)
            )
        }
        zeros @ -2..=0 => format!("0.{}{}", "0".repeat(zeros.unsigned_abs() as usize), text(digits)),
        exponent => {
            let (first, after) = digits.split_at(1.min(digits.len()));
            format!("{}.{}E{}", text(first), or_zero(after), exponent - 1)
        }
    }
}

/// The digits of a number that is not zero.
fn digits(parts: &Parts) -> Digits {
    // The number is `mantissa / 2^(bits - 1) × 2^exponent`, its mantissa odd and `bits` bits long.
    let (mantissa, exponent, significant) = if parts.exponent == 0 {
        let bits = 64 - parts.fraction.leading_zeros() as i32;
        (parts.fraction, bits - parts.width + 1 - parts.bias, bits)
    } else {
        let mantissa = parts.fraction | (1 << (parts.width - 1));
        (mantissa, parts.exponent - parts.bias, parts.width)
    };
    let leading = mantissa << mantissa.leading_zeros();
    let mantissa = mantissa >> mantissa.trailing_zeros();
    let bits = 64 - mantissa.leading_zeros() as i32;
    if bits - exponent - 1 <= 0 && (0..=62).contains(&exponent) {
        return whole(mantissa << (exponent + 1 - bits), exponent, significant);
    }
    let estimate = estimate(leading, exponent);
    generate(fraction(mantissa, bits, exponent, significant, estimate), estimate)
}

/// The digits of a whole number that fits in 63 bits, without those that its precision does not cover.
fn whole(mut number: u64, exponent: i32, significant: i32) -> Digits {
    let uncovered = (exponent - significant - 1).max(0);
    let dropped = (1u64 << uncovered).ilog10();
    if dropped > 0 {
        let unit = 10u64.pow(dropped);
        number = number / unit + u64::from(number % unit >= unit / 2);
    }
    let text = number.to_string();
    let digits: Vec<u8> = text.trim_end_matches('0').bytes().map(|b| b - b'0').collect();
    Digits {
        digits,
        exponent: text.len() as i32 + dropped as i32,
    }
}

/// JDK's estimate of floor(log10): exact or one too high. `leading` holds the mantissa at its upper end.
#[allow(clippy::approx_constant, reason = "the JDK's constants, rounded as it has them")]
fn estimate(leading: u64, exponent: i32) -> i32 {
    let fraction = f64::from_bits((1023 << 52) | ((leading >> 11) & ((1 << 52) - 1)));
    let log = (fraction - 1.5) * 0.289529654 + 0.176091259 + f64::from(exponent) * 0.301029995663981;
    log.floor() as i32
}

/// A number as `rest / divisor × 10^estimate`.
struct Fraction {
    rest: BigUint,
    divisor: BigUint,
    /// Half a unit in the last place, on the scale of `rest`.
    half: BigUint,
    /// Where JDK's machine words overflow, if it computes in them.
    word: Option<BigUint>,
}

/// `mantissa / 2^(bits - 1) × 2^exponent` as a fraction.
fn fraction(mantissa: u64, bits: i32, exponent: i32, significant: i32, estimate: i32) -> Fraction {
    let tiny = (bits - exponent - 1).max(0);
    let fives = [(-estimate).max(0), estimate.max(0)];
    let mut twos = [
        fives[0] + tiny + exponent,
        fives[1] + tiny,
        fives[0] + tiny + exponent - significant,
    ];
    twos[0] -= bits - 1;
    let common = twos[0].min(twos[1]);
    twos.iter_mut().for_each(|t| *t -= common);
    if bits == 1 {
        // Below a power of two the numbers are twice as dense.
        twos[2] -= 1;
    }
    let lift = (-twos[2]).max(0);
    twos.iter_mut().for_each(|t| *t += lift);
    let scaled = |factor: u64, fives: i32, twos: i32| {
        (BigUint::from(factor) * BigUint::from(5u32).pow(fives.max(0) as u32)) << twos.max(0)
    };
    let needed = (bits + twos[0] + bits_of_five(fives[0])).max(twos[1] + 1 + bits_of_five(fives[1] + 1));
    let word = match needed {
        ..32 => Some(BigUint::from(1u32) << 31),
        32..64 => Some(BigUint::from(1u32) << 63),
        _ => None,
    };
    Fraction {
        rest: scaled(mantissa, fives[0], twos[0]),
        divisor: scaled(1, fives[1], twos[1]),
        half: scaled(1, fives[0], twos[2]),
        word,
    }
}

/// Generates digits of a fraction until the rest is below half the distance to a neighbour.
fn generate(fraction: Fraction, estimate: i32) -> Digits {
    let Fraction {
        mut rest,
        divisor,
        mut half,
        word,
    } = fraction;
    let whole = &divisor * 10u32;
    let mut decimal = Digits {
        digits: Vec::new(),
        exponent: estimate + 1,
    };
    let (low, high) = loop {
        let digit = u8::try_from(&rest / &divisor).unwrap_or(9);
        rest = (&rest % &divisor) * 10u32;
        half *= 10u32;
        let low = rest < half;
        let reach = &rest + &half;
        // Where all fits in machine words, JDK asks for more than the whole and does not notice when the sum overflows.
        let high = match &word {
            Some(word) => reach > whole && (reach < *word || half >= *word),
            None => reach >= whole,
        };
        let first = decimal.digits.is_empty() && decimal.exponent == estimate + 1;
        if first && digit == 0 && !high {
            decimal.exponent -= 1;
        } else {
            decimal.digits.push(digit);
        }
        // With an exponent there is always a second digit.
        let plain = (-2..=8).contains(&decimal.exponent);
        if (low || high) && (!first || plain) {
            break (low, high);
        }
    };
    let up = high
        && (!low || {
            let tie = (rest << 1u32).cmp(&whole);
            tie.is_gt() || tie.is_eq() && decimal.digits.last().is_some_and(|d| d % 2 == 1)
        });
    if up {
        round_up(&mut decimal);
    }
    decimal
}

/// How many bits JDK reckons for a power of five.
fn bits_of_five(power: i32) -> i32 {
    match power {
        0 => 0,
        1..27 => 64 - 5u64.pow(power.unsigned_abs()).leading_zeros() as i32,
        more => more * 3,
    }
}

/// One more in the last digit.
fn round_up(decimal: &mut Digits) {
    let digits = &mut decimal.digits;
    match digits.iter().rposition(|d| *d != 9) {
        Some(place) => {
            digits[place] += 1;
            digits[place + 1..].fill(0);
        }
        None => {
            digits.fill(0);
            if let Some(first) = digits.first_mut() {
                *first = 1;
            }
            decimal.exponent += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubles_read_as_in_jdk_17() {
        for (d, text) in [
            (1.0, "1.0"),
            (-0.0, "-0.0"),
            (0.1, "0.1"),
            (100.0, "100.0"),
            (0.001, "0.001"),
            (1e-4, "1.0E-4"),
            (9999999.0, "9999999.0"),
            (1e7, "1.0E7"),
            (1.2345678901234568e17, "1.2345678901234568E17"),
            (9007199254740993.0, "9.007199254740992E15"),
            (2e23, "1.9999999999999998E23"),
            (1e23, "9.999999999999999E22"),
            (8.41e21, "8.409999999999999E21"),
            (2.0 * 8.41e21, "1.6819999999999999E22"),
            (1e21, "1.0E21"),
            (1e22, "1.0E22"),
            (9.223372036854776e18, "9.223372036854776E18"),
            (4.611686018427388e18, "4.6116860184273879E18"),
            (f64::MAX, "1.7976931348623157E308"),
            (f64::MIN_POSITIVE, "2.2250738585072014E-308"),
            (5e-324, "4.9E-324"),
            (2e-322, "2.0E-322"),
            (f64::NAN, "NaN"),
            (f64::NEG_INFINITY, "-Infinity"),
        ] {
            assert_eq!(double_to_string(d), text);
        }
    }

    #[test]
    fn floats_read_as_in_jdk_17() {
        for (bits, text) in [
            (0x3f800000, "1.0"),
            (0x3f8ccccd, "1.1"),
            (0x7f7fffff, "3.4028235E38"),
            (0x00000001, "1.4E-45"),
            (0x4ceb79a3, "1.23456792E8"),
            (0x4b800000, "1.6777216E7"),
            (0xcd517dfc, "-2.19668416E8"),
            (0x6a402e11, "5.8082824E25"),
            (0xea516128, "-6.3281075E25"),
        ] {
            assert_eq!(float_to_string(f32::from_bits(bits)), text);
        }
    }
}
