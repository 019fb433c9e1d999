//! Reading a `BigDecimal` as `new BigDecimal(String)` does.

use super::{BigDecimal, BigInteger};
use std::str::FromStr;

/// Why a text is no number: the message of Java's `NumberFormatException`, if it has one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ParseError(pub Option<String>);

impl ParseError {
    fn new<T>(message: impl Into<String>) -> Result<T, ParseError> {
        Err(ParseError(Some(message.into())))
    }
}

impl FromStr for BigDecimal {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<BigDecimal, ParseError> {
        if text.is_empty() {
            return Err(ParseError(None));
        }
        let (negative, rest) = match text.as_bytes().first() {
            Some(b'-') => (true, text.get(1..).unwrap_or_default()),
            Some(b'+') => (false, text.get(1..).unwrap_or_default()),
            _ => (false, text),
        };
        let mut digits = String::from(if negative { "-" } else { "" });
        let (mut seen, mut point, mut after, mut exponent) = (false, false, 0i64, 0);
        for (i, c) in rest.char_indices() {
            match c {
                'e' | 'E' => {
                    exponent = read_exponent(rest.get(i + 1..).unwrap_or_default())?;
                    break;
                }
                '.' if point => return ParseError::new("Character array contains more than one decimal point."),
                '.' => point = true,
                _ => match decimal_digit(c) {
                    Some(digit) => {
                        digits.push(digit);
                        seen = true;
                        after += i64::from(point);
                    }
                    None => {
                        return ParseError::new(format!(
                            "Character {c} is neither a decimal digit number, decimal point, nor \"e\" notation exponential mark."
                        ));
                    }
                },
            }
        }
        if !seen {
            return ParseError::new("No digits found.");
        }
        let unscaled = digits.parse::<BigInteger>().map_err(|_| ParseError(None))?;
        match i32::try_from(after - exponent) {
            Ok(scale) => Ok(BigDecimal { unscaled, scale }),
            Err(_) => ParseError::new("Scale out of range."),
        }
    }
}

/// What follows the exponent mark.
fn read_exponent(text: &str) -> Result<i64, ParseError> {
    let (negative, digits) = match text.as_bytes().first() {
        Some(b'-') => (true, text.get(1..).unwrap_or_default()),
        Some(b'+') => (false, text.get(1..).unwrap_or_default()),
        _ => (false, text),
    };
    if digits.is_empty() {
        return Err(ParseError(None));
    }
    let significant = digits.trim_start_matches('0');
    if significant.chars().count() > 10 {
        return ParseError::new("Too many nonzero exponent digits.");
    }
    let mut exponent = 0i64;
    for c in significant.chars() {
        match decimal_digit(c).and_then(|d| d.to_digit(10)) {
            Some(digit) => exponent = exponent * 10 + i64::from(digit),
            None => return ParseError::new("Not a digit."),
        }
    }
    let exponent = if negative { -exponent } else { exponent };
    if i32::try_from(exponent).is_err() && !negative {
        return ParseError::new("Exponent overflow.");
    }
    Ok(exponent)
}

/// The ASCII digit of a decimal digit in any script.
pub(super) fn decimal_digit(c: char) -> Option<char> {
    if c.is_ascii() {
        return c.is_ascii_digit().then_some(c);
    }
    DECIMAL_DIGIT_ZEROS
        .iter()
        .map(|zero| (c as u32).wrapping_sub(*zero))
        .find(|digit| *digit < 10)
        .and_then(|digit| char::from_digit(digit, 10))
}

/// Where the decimal digits of other scripts in the basic plane begin.
const DECIMAL_DIGIT_ZEROS: &[u32] = &[
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
    0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0,
    0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_java_reads() {
        for (text, unscaled, scale) in [
            ("1.", 1, 0),
            (".5", 5, 1),
            ("1e5", 1, -5),
            ("1E-5", 1, 5),
            ("\u{661}", 1, 0),
            ("1e2147483647", 1, -2147483647),
            ("-.5e-3", -5, 4),
            ("+5", 5, 0),
            ("00012.300", 12300, 3),
            ("-0.0", 0, 1),
        ] {
            assert_eq!(text.parse(), Ok(BigDecimal::new(unscaled, scale)), "{text}");
        }
    }

    #[test]
    fn refuses_in_javas_words() {
        let odd = |c| {
            format!(
                "Character {c} is neither a decimal digit number, decimal point, nor \"e\" notation exponential mark."
            )
        };
        for (text, message) in [
            ("abc", Some(odd('a'))),
            ("", None),
            ("-", Some("No digits found.".into())),
            (".", Some("No digits found.".into())),
            ("1e", None),
            ("1e+", None),
            ("e5", Some("No digits found.".into())),
            (
                "1.2.3",
                Some("Character array contains more than one decimal point.".into()),
            ),
            (" 1", Some(odd(' '))),
            ("1_000", Some(odd('_'))),
            ("1e2147483648", Some("Exponent overflow.".into())),
            ("1e-2147483648", Some("Scale out of range.".into())),
            ("1e99999999999", Some("Too many nonzero exponent digits.".into())),
            ("1e1.5", Some("Not a digit.".into())),
        ] {
            assert_eq!(text.parse::<BigDecimal>(), Err(ParseError(message)), "{text}");
        }
    }
}
