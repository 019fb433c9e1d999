//! `%a`: a `double` in hexadecimal, as `Double.toHexString` writes it.

use super::number::signed;
use super::spec::Spec;

/// `Double.toHexString(d)` of a magnitude that is finite.
pub fn to_hex_string(magnitude: f64) -> String {
    let bits = magnitude.to_bits();
    let fraction = bits & ((1 << 52) - 1);
    let biased = (bits >> 52) & 0x7ff;
    if bits == 0 {
        return "0x0.0p0".into();
    }
    let digits = format!("{fraction:013x}");
    let digits = match digits.trim_end_matches('0') {
        "" => "0",
        some => some,
    };
    if biased == 0 {
        format!("0x0.{digits}p-1022")
    } else {
        format!("0x1.{digits}p{}", biased as i64 - 1023)
    }
}

/// A magnitude with so many hexadecimal digits after the point, rounded half to even.
fn rounded(magnitude: f64, precision: usize) -> String {
    if precision >= 13 || magnitude == 0.0 {
        return to_hex_string(magnitude);
    }
    let bits = magnitude.to_bits();
    let biased = (bits >> 52) & 0x7ff;
    let (mut significand, mut exponent) = (bits & ((1 << 52) - 1), biased as i64 - 1023);
    if biased == 0 {
        // Subnormal numbers are shown with a leading 1.
        exponent = -1022;
        while significand >> 52 == 0 {
            significand <<= 1;
            exponent -= 1;
        }
    } else {
        significand |= 1 << 52;
    }
    let cut = 52 - 4 * precision.max(1) as u32;
    let (half, rest) = (1u64 << (cut - 1), significand & ((1 << cut) - 1));
    significand >>= cut;
    if rest > half || (rest == half && significand & 1 == 1) {
        significand += 1;
    }
    let width = precision.max(1);
    if significand >> (4 * width + 1) != 0 {
        significand >>= 1;
        exponent += 1;
    }
    let fraction = significand & ((1 << (4 * width)) - 1);
    let digits = format!("{fraction:0width$x}");
    let digits = match digits.trim_end_matches('0') {
        "" => "0",
        some => some,
    };
    format!("0x1.{digits}p{exponent}")
}

/// A finite `double` in the specifier's form, without padding by spaces.
pub fn hex(spec: &Spec, value: f64) -> String {
    let text = match spec.precision {
        Some(precision) => {
            let precision = precision.max(1);
            let text = rounded(value.abs(), precision);
            let (mantissa, exponent) = text.split_once('p').unwrap_or((&text, "0"));
            let digits = mantissa.len().saturating_sub("0x1.".len());
            format!("{mantissa}{}p{exponent}", "0".repeat(precision.saturating_sub(digits)))
        }
        None => to_hex_string(value.abs()),
    };
    let text = if spec.upper { text.to_ascii_uppercase() } else { text };
    signed(spec, value.is_sign_negative(), |width| {
        let missing = width
            .filter(|_| spec.flags.has('0'))
            .map_or(0, |w| w.saturating_sub(text.len()));
        let (prefix, digits) = text.split_at(text.len().min(2));
        format!("{prefix}{}{digits}", "0".repeat(missing))
    })
}
