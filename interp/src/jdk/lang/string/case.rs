//! Upper and lower case of text, as Java has them: full mappings for strings, simple ones for characters.

use crate::value::Str;
use std::cmp::Ordering;
use std::rc::Rc;

/// Whether a locale (`tr_TR`) maps `i` with a dot of its own.
fn dotted(locale: &str) -> bool {
    matches!(locale.split(['_', '-']).next(), Some("tr" | "az"))
}

/// `text.toUpperCase(locale)`.
pub fn upper(text: &Rc<Str>, locale: &str) -> Rc<Str> {
    if let Some(ascii) = text.as_ascii()
        && !dotted(locale)
    {
        return Str::new(&ascii.to_ascii_uppercase());
    }
    map(text, |part, out| {
        for c in part.chars() {
            match c {
                'i' if dotted(locale) => out.push('İ'),
                c => out.extend(c.to_uppercase()),
            }
        }
    })
}

/// `text.toLowerCase(locale)`.
pub fn lower(text: &Rc<Str>, locale: &str) -> Rc<Str> {
    if let Some(ascii) = text.as_ascii()
        && !dotted(locale)
    {
        return Str::new(&ascii.to_ascii_lowercase());
    }
    map(text, |part, out| {
        if dotted(locale) {
            // A dot above that follows a capital I is part of that letter.
            let part = part.replace("I\u{307}", "i").replace('I', "ı").replace('İ', "i");
            out.push_str(&part.to_lowercase());
        } else {
            out.push_str(&part.to_lowercase());
        }
    })
}

/// Maps the well-formed parts of a text; lone surrogates stay as they are.
fn map(text: &Str, change: impl Fn(&str, &mut String)) -> Rc<Str> {
    let mut units: Vec<u16> = Vec::with_capacity(text.len());
    let (mut part, mut changed) = (String::new(), String::new());
    let mut flush = |part: &mut String, units: &mut Vec<u16>| {
        changed.clear();
        change(part, &mut changed);
        units.extend(changed.encode_utf16());
        part.clear();
    };
    for c in char::decode_utf16(text.iter()) {
        match c {
            Ok(c) => part.push(c),
            Err(lone) => {
                flush(&mut part, &mut units);
                units.push(lone.unpaired_surrogate());
            }
        }
    }
    flush(&mut part, &mut units);
    Str::from_units(&units)
}

/// `Character.toUpperCase(c)`.
pub fn upper_char(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_uppercase();
    }
    let mut mapped = c.to_uppercase();
    match (mapped.next(), mapped.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

/// `Character.toLowerCase(c)`.
pub fn lower_char(c: char) -> char {
    match c {
        'İ' => 'i',
        c if c.is_ascii() => c.to_ascii_lowercase(),
        c => c.to_lowercase().next().unwrap_or(c),
    }
}

/// The unit that stands for a unit where case does not count.
fn folded(unit: u16) -> u16 {
    match char::from_u32(unit as u32) {
        Some(c) => u16::try_from(lower_char(upper_char(c)) as u32).unwrap_or(unit),
        None => unit,
    }
}

/// `a.equalsIgnoreCase(b)`.
pub fn equal_ignoring_case(a: &Str, b: &Str) -> bool {
    a.len() == b.len() && compare_ignoring_case(a, b) == 0
}

/// `a.compareToIgnoreCase(b)`.
pub fn compare_ignoring_case(a: &Str, b: &Str) -> i32 {
    for (x, y) in a.iter().zip(b.iter()) {
        if x != y {
            let (x, y) = (folded(x), folded(y));
            if x != y {
                return x as i32 - y as i32;
            }
        }
    }
    a.len() as i32 - b.len() as i32
}

/// `a.compareTo(b)`: the difference of the first units that differ, else of the lengths.
pub fn compare(a: &Str, b: &Str) -> i32 {
    for (x, y) in a.iter().zip(b.iter()) {
        if x != y {
            return x as i32 - y as i32;
        }
    }
    match a.len().cmp(&b.len()) {
        Ordering::Equal => 0,
        _ => a.len() as i32 - b.len() as i32,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maps_case() {
        assert_eq!(upper(&Str::new("straße"), "en_US").text(), "STRASSE");
        assert_eq!(lower(&Str::new("ΑΣ"), "").text(), "ας");
        assert_eq!(upper(&Str::new("i"), "tr").text(), "İ");
        assert_eq!(lower(&Str::new("I"), "tr_TR").text(), "ı");
        assert!(equal_ignoring_case(&Str::new("ς"), &Str::new("σ")));
        assert!(!equal_ignoring_case(&Str::new("ß"), &Str::new("SS")));
        assert_eq!(compare(&Str::new("a"), &Str::new("abd")), -2);
        assert_eq!(compare_ignoring_case(&Str::new("abc"), &Str::new("ABD")), -1);
    }
}
