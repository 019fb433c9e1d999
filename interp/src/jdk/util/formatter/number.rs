//! Numbers: `%d`, `%o`, `%x`, `%e`, `%f`, `%g`.

use super::spec::{Problem, Spec};
use super::symbols::Symbols;
use crate::number::{BigDecimal, BigInteger};
use num_traits::{Signed, ToPrimitive};

/// A whole number of a kind: octal and hexadecimal show the two's complement of kinds with a size.
pub struct Whole {
    /// The number.
    pub value: BigInteger,
    /// The kind's size in bits; none for `BigInteger`.
    pub bits: Option<u32>,
}

/// A whole number in a specifier's form, without padding by spaces.
pub fn whole(spec: &Spec, number: &Whole, symbols: Symbols) -> Result<String, Problem> {
    if spec.conversion == 'd' {
        let negative = number.value.is_negative();
        return Ok(signed(spec, negative, |width| {
            magnitude(spec, &number.value.abs().to_string(), width, symbols)
        }));
    }
    let radix = if spec.conversion == 'o' { 8 } else { 16 };
    let prefix = match (spec.flags.has('#'), spec.conversion) {
        (false, _) => "",
        (true, 'o') => "0",
        (true, _) if spec.upper => "0X",
        (true, _) => "0x",
    };
    let digits = |value: &BigInteger| {
        let digits = value.to_str_radix(radix);
        if spec.upper {
            digits.to_ascii_uppercase()
        } else {
            digits
        }
    };
    match number.bits {
        Some(bits) => {
            spec.without("( +")?;
            let mask = (BigInteger::from(1) << bits) - 1;
            let digits = digits(&(&number.value & mask));
            Ok(format!("{prefix}{}{digits}", zeros(spec, prefix.len() + digits.len())))
        }
        None => Ok(signed(spec, number.value.is_negative(), |width| {
            let digits = digits(&number.value.abs());
            let taken = prefix.len() + digits.len();
            let fill = width
                .filter(|_| spec.flags.has('0'))
                .map_or(0, |w| w.saturating_sub(taken));
            format!("{prefix}{}{digits}", "0".repeat(fill))
        })),
    }
}

fn zeros(spec: &Spec, taken: usize) -> String {
    let width = spec.width.filter(|_| spec.flags.has('0')).unwrap_or(0);
    "0".repeat(width.saturating_sub(taken))
}

/// Signs around a number; the width that is left for the number itself is handed on.
pub fn signed(spec: &Spec, negative: bool, number: impl FnOnce(Option<usize>) -> String) -> String {
    let (before, after) = match (negative, spec.flags.has('(')) {
        (true, true) => ("(", ")"),
        (true, false) => ("-", ""),
        (false, _) if spec.flags.has('+') => ("+", ""),
        (false, _) if spec.flags.has(' ') => (" ", ""),
        _ => ("", ""),
    };
    let width = spec.width.map(|w| w.saturating_sub(before.len() + after.len()));
    format!("{before}{}{after}", number(width))
}

/// Digits with the locale's separators, filled up with zeros to a width where the flag asks for it.
fn magnitude(spec: &Spec, digits: &str, width: Option<usize>, symbols: Symbols) -> String {
    let (whole, fraction) = match digits.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    let mut out = String::with_capacity(digits.len() + 8);
    for (i, digit) in whole.chars().enumerate() {
        if spec.flags.has(',') && i > 0 && (whole.len() - i) % 3 == 0 {
            out.push(symbols.grouping);
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push(symbols.decimal);
        out.push_str(fraction);
    }
    let fill = width.filter(|_| spec.flags.has('0')).unwrap_or(0);
    let missing = fill.saturating_sub(out.chars().count());
    format!("{}{out}", "0".repeat(missing))
}

/// A number with a fraction: its digits, as `double` shows them or as `BigDecimal` has them.
pub struct Fraction {
    /// Less than zero, `-0.0` included?
    pub negative: bool,
    /// The magnitude's digits, without leading zeros; `0` for zero.
    pub digits: String,
    /// The power of ten of the last digit.
    pub exponent: i64,
}

impl Fraction {
    /// A decimal's digits.
    pub fn new(negative: bool, decimal: &BigDecimal) -> Fraction {
        Fraction {
            negative,
            digits: decimal.unscaled.abs().to_string(),
            exponent: -i64::from(decimal.scale),
        }
    }

    fn is_zero(&self) -> bool {
        self.digits == "0"
    }

    /// The power of ten of the first digit.
    fn leading(&self) -> i64 {
        self.exponent + self.digits.len() as i64 - 1
    }

    /// Without digits below a power of ten, rounded half up.
    fn rounded(&self, lowest: i64) -> Fraction {
        if self.exponent >= lowest {
            return Fraction {
                digits: self.digits.clone(),
                ..*self
            };
        }
        let cut = (lowest - self.exponent) as u64;
        let kept = (self.digits.len() as u64).saturating_sub(cut) as usize;
        let first_cut = (cut <= self.digits.len() as u64)
            .then(|| self.digits.as_bytes().get(kept).copied())
            .flatten();
        let mut number: BigInteger = self.digits.get(..kept).unwrap_or("").parse().unwrap_or_default();
        if first_cut.is_some_and(|d| d >= b'5') {
            number += 1;
        }
        Fraction {
            negative: self.negative,
            digits: number.to_string(),
            exponent: lowest,
        }
    }

    /// `123.45`, with so many digits after the point.
    fn plain(&self, precision: usize) -> String {
        let rounded = self.rounded(-(precision as i64));
        let mut digits = rounded.digits;
        let missing = rounded.exponent + precision as i64;
        digits.push_str(&"0".repeat(missing.to_usize().unwrap_or(0)));
        if digits.len() <= precision {
            digits = format!("{}{digits}", "0".repeat(precision + 1 - digits.len()));
        }
        // A zero with an exponent of its own would have too many.
        let (whole, fraction) = digits.split_at(digits.len() - precision);
        let whole = whole.trim_start_matches('0');
        let whole = if whole.is_empty() { "0" } else { whole };
        if precision == 0 {
            whole.to_string()
        } else {
            format!("{whole}.{fraction}")
        }
    }

    /// `1.2345` and the exponent, with so many digits after the point.
    fn scientific(&self, precision: usize) -> (String, i64) {
        if self.is_zero() {
            let fraction = "0".repeat(precision);
            let point = if precision == 0 { "" } else { "." };
            return (format!("0{point}{fraction}"), self.exponent);
        }
        let rounded = self.rounded(self.leading() - precision as i64);
        let exponent = rounded.leading();
        let mut digits = rounded.digits;
        digits.truncate(precision + 1);
        digits.push_str(&"0".repeat(precision + 1 - digits.len()));
        if precision > 0 {
            digits.insert(1, '.');
        }
        (digits, exponent)
    }
}

/// A number with a fraction in a specifier's form, without padding by spaces.
pub fn fraction(spec: &Spec, number: &Fraction, symbols: Symbols) -> String {
    signed(spec, number.negative, |width| match spec.conversion {
        'e' => scientific(spec, number, spec.precision.unwrap_or(6), width, symbols),
        'f' => plain(spec, number, spec.precision.unwrap_or(6), width, symbols),
        _ => general(spec, number, spec.precision.unwrap_or(6).max(1), width, symbols),
    })
}

fn plain(spec: &Spec, number: &Fraction, precision: usize, width: Option<usize>, symbols: Symbols) -> String {
    let mut text = number.plain(precision);
    if precision == 0 && spec.flags.has('#') {
        text.push('.');
    }
    magnitude(spec, &text, width, symbols)
}

fn scientific(spec: &Spec, number: &Fraction, precision: usize, width: Option<usize>, symbols: Symbols) -> String {
    let (mut mantissa, exponent) = number.scientific(precision);
    if precision == 0 && spec.flags.has('#') {
        mantissa.push('.');
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    let mark = if spec.upper { 'E' } else { 'e' };
    let exponent = format!("{mark}{sign}{:02}", exponent.abs());
    let width = width.map(|w| w.saturating_sub(exponent.len()));
    format!("{}{exponent}", magnitude(spec, &mantissa, width, symbols))
}

/// `%g`: so many digits in all, plain from 0.0001 up to as many digits before the point.
fn general(spec: &Spec, number: &Fraction, precision: usize, width: Option<usize>, symbols: Symbols) -> String {
    if number.is_zero() {
        return plain(spec, number, precision - 1, width, symbols);
    }
    let rounded = number.rounded(number.leading() - precision as i64 + 1);
    let leading = rounded.leading();
    if (-4..precision as i64).contains(&leading) {
        let digits = (precision as i64 - leading - 1).max(0) as usize;
        plain(spec, &rounded, digits, width, symbols)
    } else {
        scientific(spec, &rounded, precision - 1, width, symbols)
    }
}
