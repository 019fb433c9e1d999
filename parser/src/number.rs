//! Number literals taken apart: digits, radix, suffix. Which Java type results is decided where values are made.

use std::borrow::Cow;

/// An integer literal such as `0xFF_FFL`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Integer<'a> {
    /// The digits without prefix, underscores and suffix.
    pub digits: Cow<'a, str>,
    /// 2, 8, 10 or 16.
    pub radix: u32,
    /// The letter at the end.
    pub suffix: Option<IntegerSuffix>,
}

/// The letter that fixes an integer's type; without one it is the smallest of int, long and BigInteger that holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IntegerSuffix {
    /// `i`, `I`
    Int,
    /// `l`, `L`
    Long,
    /// `g`, `G`
    BigInteger,
}

impl<'a> Integer<'a> {
    /// Takes apart the text of [`crate::ast::Literal::Integer`].
    #[must_use]
    pub fn parse(text: &'a str) -> Self {
        let (text, suffix) = match text.as_bytes().last() {
            Some(b'i' | b'I') => (&text[..text.len() - 1], Some(IntegerSuffix::Int)),
            Some(b'l' | b'L') => (&text[..text.len() - 1], Some(IntegerSuffix::Long)),
            Some(b'g' | b'G') => (&text[..text.len() - 1], Some(IntegerSuffix::BigInteger)),
            _ => (text, None),
        };
        let (digits, radix) = match text.as_bytes() {
            [b'0', b'x' | b'X', ..] => (&text[2..], 16),
            [b'0', b'b' | b'B', ..] => (&text[2..], 2),
            [b'0', _, ..] => (&text[1..], 8),
            _ => (text, 10),
        };
        Self {
            digits: without_underscores(digits),
            radix,
            suffix,
        }
    }
}

/// A decimal literal such as `1_000.5e3d`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decimal<'a> {
    /// The number without underscores and suffix, as `BigDecimal`'s constructor reads it.
    pub digits: Cow<'a, str>,
    /// The letter at the end.
    pub suffix: Option<DecimalSuffix>,
}

/// The letter that fixes a decimal's type; without one it is a BigDecimal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecimalSuffix {
    /// `f`, `F`
    Float,
    /// `d`, `D`
    Double,
    /// `g`, `G`
    BigDecimal,
}

impl<'a> Decimal<'a> {
    /// Takes apart the text of [`crate::ast::Literal::Decimal`].
    #[must_use]
    pub fn parse(text: &'a str) -> Self {
        let (text, suffix) = match text.as_bytes().last() {
            Some(b'f' | b'F') => (&text[..text.len() - 1], Some(DecimalSuffix::Float)),
            Some(b'd' | b'D') => (&text[..text.len() - 1], Some(DecimalSuffix::Double)),
            Some(b'g' | b'G') => (&text[..text.len() - 1], Some(DecimalSuffix::BigDecimal)),
            _ => (text, None),
        };
        Self {
            digits: without_underscores(text),
            suffix,
        }
    }
}

fn without_underscores(text: &str) -> Cow<'_, str> {
    if text.contains('_') {
        Cow::Owned(text.replace('_', ""))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_come_apart() {
        let read = |text| {
            let Integer { digits, radix, suffix } = Integer::parse(text);
            (digits.into_owned(), radix, suffix)
        };
        assert_eq!(read("0"), ("0".into(), 10, None));
        assert_eq!(read("1_000L"), ("1000".into(), 10, Some(IntegerSuffix::Long)));
        assert_eq!(read("0xFF_FFg"), ("FFFF".into(), 16, Some(IntegerSuffix::BigInteger)));
        assert_eq!(read("0b101"), ("101".into(), 2, None));
        assert_eq!(read("017i"), ("17".into(), 8, Some(IntegerSuffix::Int)));
    }

    #[test]
    fn decimals_come_apart() {
        let read = |text| {
            let Decimal { digits, suffix } = Decimal::parse(text);
            (digits.into_owned(), suffix)
        };
        assert_eq!(read("1.5"), ("1.5".into(), None));
        assert_eq!(read("1_0e3d"), ("10e3".into(), Some(DecimalSuffix::Double)));
        assert_eq!(read("2f"), ("2".into(), Some(DecimalSuffix::Float)));
        assert_eq!(read("1.0G"), ("1.0".into(), Some(DecimalSuffix::BigDecimal)));
    }
}
