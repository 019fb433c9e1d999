//! What kind of character a code point is, in Java's sense.

use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

/// The general category; surrogates have theirs, numbers past the last code point are unassigned.
pub fn category(point: u32) -> GeneralCategory {
    match char::from_u32(point) {
        Some(c) => c.general_category(),
        None if (0xd800..0xe000).contains(&point) => GeneralCategory::Surrogate,
        None => GeneralCategory::Unassigned,
    }
}

fn group(point: u32) -> GeneralCategoryGroup {
    match char::from_u32(point) {
        Some(c) => c.general_category_group(),
        None => GeneralCategoryGroup::Other,
    }
}

fn whether(point: u32, test: fn(char) -> bool) -> bool {
    char::from_u32(point).is_some_and(test)
}

/// `Character.getType`.
pub fn java_type(point: u32) -> i8 {
    use GeneralCategory::*;
    match category(point) {
        Unassigned => 0,
        UppercaseLetter => 1,
        LowercaseLetter => 2,
        TitlecaseLetter => 3,
        ModifierLetter => 4,
        OtherLetter => 5,
        NonspacingMark => 6,
        EnclosingMark => 7,
        SpacingMark => 8,
        DecimalNumber => 9,
        LetterNumber => 10,
        OtherNumber => 11,
        SpaceSeparator => 12,
        LineSeparator => 13,
        ParagraphSeparator => 14,
        Control => 15,
        Format => 16,
        PrivateUse => 18,
        Surrogate => 19,
        DashPunctuation => 20,
        OpenPunctuation => 21,
        ClosePunctuation => 22,
        ConnectorPunctuation => 23,
        OtherPunctuation => 24,
        MathSymbol => 25,
        CurrencySymbol => 26,
        ModifierSymbol => 27,
        OtherSymbol => 28,
        InitialPunctuation => 29,
        FinalPunctuation => 30,
    }
}

/// `Character.isDefined`.
pub fn is_defined(point: u32) -> bool {
    category(point) != GeneralCategory::Unassigned
}

/// `Character.isLetter`.
pub fn is_letter(point: u32) -> bool {
    group(point) == GeneralCategoryGroup::Letter
}

/// `Character.isDigit`.
pub fn is_digit(point: u32) -> bool {
    category(point) == GeneralCategory::DecimalNumber
}

/// `Character.isLetterOrDigit`.
pub fn is_letter_or_digit(point: u32) -> bool {
    is_letter(point) || is_digit(point)
}

/// `Character.isAlphabetic`.
pub fn is_alphabetic(point: u32) -> bool {
    whether(point, char::is_alphabetic)
}

/// `Character.isLowerCase`.
pub fn is_lower_case(point: u32) -> bool {
    whether(point, char::is_lowercase)
}

/// `Character.isUpperCase`.
pub fn is_upper_case(point: u32) -> bool {
    whether(point, char::is_uppercase)
}

/// `Character.isTitleCase`.
pub fn is_title_case(point: u32) -> bool {
    category(point) == GeneralCategory::TitlecaseLetter
}

pub fn is_whitespace(point: u32) -> bool {
    u16::try_from(point).is_ok_and(crate::jdk::lang::string::whitespace::is_whitespace)
}

pub fn is_space_char(point: u32) -> bool {
    group(point) == GeneralCategoryGroup::Separator
}

pub fn is_control(point: u32) -> bool {
    matches!(point, 0..=0x1f | 0x7f..=0x9f)
}

pub fn is_ideographic(point: u32) -> bool {
    matches!(
        point,
        0x3006 | 0x3007 | 0x3021..=0x3029 | 0x3038..=0x303a | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xf900..=0xfad9
            | 0x16fe4 | 0x17000..=0x18cd5 | 0x1b170..=0x1b2fb | 0x20000..=0x3134a
    )
}

/// Characters that count for nothing in an identifier.
pub fn is_ignorable(point: u32) -> bool {
    matches!(point, 0..=8 | 0xe..=0x1b | 0x7f..=0x9f) || category(point) == GeneralCategory::Format
}

pub fn is_identifier_start(point: u32) -> bool {
    use GeneralCategory::*;
    is_letter(point) || matches!(category(point), LetterNumber | CurrencySymbol | ConnectorPunctuation)
}

pub fn is_identifier_part(point: u32) -> bool {
    use GeneralCategory::*;
    is_identifier_start(point)
        || matches!(category(point), DecimalNumber | SpacingMark | NonspacingMark)
        || is_ignorable(point)
}

pub fn is_unicode_identifier_start(point: u32) -> bool {
    is_letter(point) || category(point) == GeneralCategory::LetterNumber
}

pub fn is_unicode_identifier_part(point: u32) -> bool {
    use GeneralCategory::*;
    is_unicode_identifier_start(point)
        || matches!(
            category(point),
            ConnectorPunctuation | DecimalNumber | SpacingMark | NonspacingMark
        )
        || is_ignorable(point)
}

/// The value of a digit of any script, or of a Latin letter, below a radix.
pub fn digit(point: u32, radix: u32) -> Option<u32> {
    let c = char::from_u32(point)?;
    let value = if c.is_ascii() {
        c.to_digit(36)
    } else if is_digit(point) {
        // Decimal digits of a script stand in runs of ten from a zero on.
        (0..10)
            .find(|back| {
                point.checked_sub(*back).is_some_and(is_digit) && !point.checked_sub(back + 1).is_some_and(is_digit)
            })
            .or_else(|| run_digit(point))
    } else {
        match point {
            0xff21..=0xff3a => Some(point - 0xff21 + 10),
            0xff41..=0xff5a => Some(point - 0xff41 + 10),
            _ => None,
        }
    };
    value.filter(|v| (2..=36).contains(&radix) && *v < radix)
}

/// Where several runs of ten follow each other, the value counts from the first.
fn run_digit(point: u32) -> Option<u32> {
    let mut first = point;
    while first > 0 && is_digit(first - 1) {
        first -= 1;
    }
    Some((point - first) % 10)
}

/// `Character.getNumericValue`: digits, letters from 10 on; -1 for none, -2 for fractions and the like.
pub fn numeric_value(point: u32) -> i32 {
    if let Some(value) = digit(point, 36) {
        return value as i32;
    }
    match (point, category(point)) {
        (0x2160..=0x216b, _) => (point - 0x2160 + 1) as i32,
        (0x2170..=0x217b, _) => (point - 0x2170 + 1) as i32,
        (0x2460..=0x2473, _) => (point - 0x2460 + 1) as i32,
        (0xb2 | 0xb3, _) => (point - 0xb0) as i32,
        (0xb9, _) => 1,
        (_, GeneralCategory::OtherNumber | GeneralCategory::LetterNumber) => -2,
        _ => -1,
    }
}

/// Title case: as upper case, but for the four digraphs that have their own.
pub fn title_case(point: u32) -> u32 {
    match point {
        0x1c4..=0x1c6 => 0x1c5,
        0x1c7..=0x1c9 => 0x1c8,
        0x1ca..=0x1cc => 0x1cb,
        0x1f1..=0x1f3 => 0x1f2,
        _ => upper_case(point),
    }
}

/// `Character.toUpperCase`.
pub fn upper_case(point: u32) -> u32 {
    char::from_u32(point).map_or(point, |c| crate::jdk::lang::string::case::upper_char(c) as u32)
}

/// `Character.toLowerCase`.
pub fn lower_case(point: u32) -> u32 {
    char::from_u32(point).map_or(point, |c| crate::jdk::lang::string::case::lower_char(c) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_kinds() {
        assert!(is_letter('é' as u32) && !is_letter('1' as u32) && !is_letter(0x2160));
        assert_eq!(digit(0x663, 10), Some(3));
        assert_eq!(digit('f' as u32, 16), Some(15));
        assert_eq!(digit('f' as u32, 10), None);
        assert_eq!(numeric_value('z' as u32), 35);
        assert_eq!(java_type('a' as u32), 2);
        assert_eq!(java_type(0xd800), 19);
        assert_eq!(title_case(0x1c6), 0x1c5);
    }
}
