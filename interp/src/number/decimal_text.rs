//! The texts of a `BigDecimal`: `toString`, `toPlainString`, `toEngineeringString`.

use super::BigDecimal;
use num_bigint::Sign;
use std::fmt::{Display, Formatter};

impl Display for BigDecimal {
    /// `toString()`: plain where the exponent allows it, else with an exponent.
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let digits = self.unscaled.magnitude().to_string();
        let adjusted = digits.len() as i64 - 1 - i64::from(self.scale);
        if self.scale >= 0 && adjusted >= -6 {
            return f.write_str(&self.to_plain_string());
        }
        f.write_str(self.sign())?;
        let (first, rest) = digits.split_at(1);
        let point = if rest.is_empty() { "" } else { "." };
        write!(f, "{first}{point}{rest}{}", exponent(adjusted))
    }
}

impl BigDecimal {
    /// How many digits `toPlainString()` shows: a small number with a large exponent has many.
    pub fn plain_length(&self) -> u64 {
        self.precision() + u64::from(self.scale.unsigned_abs())
    }

    /// `toPlainString()`: without an exponent. Whoever calls it sees to [`BigDecimal::plain_length`].
    pub fn to_plain_string(&self) -> String {
        let digits = self.unscaled.magnitude().to_string();
        let sign = self.sign();
        match usize::try_from(self.scale) {
            Ok(0) => format!("{sign}{digits}"),
            Ok(scale) if digits.len() > scale => {
                let (whole, fraction) = digits.split_at(digits.len() - scale);
                format!("{sign}{whole}.{fraction}")
            }
            Ok(scale) => format!("{sign}0.{}{digits}", "0".repeat(scale - digits.len())),
            Err(_) if self.unscaled.sign() == Sign::NoSign => "0".into(),
            Err(_) => format!("{sign}{digits}{}", "0".repeat(self.scale.unsigned_abs() as usize)),
        }
    }

    /// `toEngineeringString()`: with an exponent that is a multiple of three.
    pub fn to_engineering_string(&self) -> String {
        let digits = self.unscaled.magnitude().to_string();
        let adjusted = digits.len() as i64 - 1 - i64::from(self.scale);
        if self.scale >= 0 && adjusted >= -6 {
            return self.to_plain_string();
        }
        let zero = self.unscaled.sign() == Sign::NoSign;
        let over = adjusted.rem_euclid(3);
        let (digits, whole, power) = match over {
            0 => (digits, 1, adjusted),
            // A zero keeps its value by moving to the next higher power, with zeros after the point.
            over if zero => (format!("0{}", "0".repeat(3 - over as usize)), 1, adjusted + 3 - over),
            over => (digits, over as usize + 1, adjusted - over),
        };
        let sign = self.sign();
        if digits.len() <= whole {
            format!("{sign}{digits}{}{}", "0".repeat(whole - digits.len()), exponent(power))
        } else {
            let (before, after) = digits.split_at(whole);
            format!("{sign}{before}.{after}{}", exponent(power))
        }
    }

    fn sign(&self) -> &'static str {
        if self.unscaled.sign() == Sign::Minus { "-" } else { "" }
    }
}

fn exponent(power: i64) -> String {
    match power {
        0 => String::new(),
        power => format!("E{power:+}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(unscaled: i64, scale: i32) -> BigDecimal {
        BigDecimal {
            unscaled: unscaled.into(),
            scale,
        }
    }

    #[test]
    fn texts_are_javas() {
        for (unscaled, scale, text, plain, engineering) in [
            (110, 2, "1.10", "1.10", "1.10"),
            (1, -10, "1E+10", "10000000000", "10E+9"),
            (1, 6, "0.000001", "0.000001", "0.000001"),
            (-1, 7, "-1E-7", "-0.0000001", "-100E-9"),
            (0, -3, "0E+3", "0", "0E+3"),
            (0, 3, "0.000", "0.000", "0.000"),
            (0, 8, "0E-8", "0.00000000", "0.00E-6"),
            (0, -1, "0E+1", "0", "0.00E+3"),
            (0, -2, "0E+2", "0", "0.0E+3"),
            (12, -5, "1.2E+6", "1200000", "1.2E+6"),
            (12, 9, "1.2E-8", "0.000000012", "12E-9"),
            (123456, -1, "1.23456E+6", "1234560", "1.23456E+6"),
            (123456, -2, "1.23456E+7", "12345600", "12.3456E+6"),
        ] {
            let d = decimal(unscaled, scale);
            assert_eq!(d.to_string(), text);
            assert_eq!(d.to_plain_string(), plain);
            assert_eq!(d.to_engineering_string(), engineering);
        }
    }
}
