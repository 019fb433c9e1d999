//! Finding text in text, by UTF-16 units: what `indexOf`, `contains`, `startsWith` and `replace` rest on.

use crate::value::{Str, Units};
use memchr::memmem;
use std::rc::Rc;

/// Where `needle` first stands at or after a unit.
pub fn find(text: &Str, needle: &Str, from: usize) -> Option<usize> {
    if needle.len() > text.len().checked_sub(from)? {
        return None;
    }
    match (text.units(), needle.units()) {
        (Units::Ascii(text), Units::Ascii(needle)) => memmem::find(text.get(from..)?, needle).map(|i| i + from),
        (Units::Ascii(_), Units::Wide(_)) => None,
        _ => (from..=text.len() - needle.len()).find(|i| stands_at(text, needle, *i)),
    }
}

/// Where `needle` last stands at or before a unit.
pub fn find_last(text: &Str, needle: &Str, from: usize) -> Option<usize> {
    let last = text.len().checked_sub(needle.len())?.min(from);
    (0..=last).rev().find(|i| stands_at(text, needle, *i))
}

/// Whether `needle` stands at a unit.
pub fn stands_at(text: &Str, needle: &Str, at: usize) -> bool {
    let end = match at.checked_add(needle.len()) {
        Some(end) if end <= text.len() => end,
        _ => return false,
    };
    match (text.units(), needle.units()) {
        (Units::Ascii(t), Units::Ascii(n)) => t.get(at..end) == Some(n),
        (Units::Wide(t), Units::Wide(n)) => t.get(at..end) == Some(n),
        _ => (at..end).all(|i| text.unit(i) == needle.unit(i - at)),
    }
}

/// `text.replace(what, with)`: every occurrence, left to right; an empty `what` stands between all units.
pub fn replace(text: &Rc<Str>, what: &Str, with: &Str) -> Rc<Str> {
    let Some(mut next) = find(text, what, 0) else {
        return text.clone();
    };
    let mut out = Vec::with_capacity(text.len());
    let mut done = 0;
    loop {
        out.extend((done..next).filter_map(|i| text.unit(i)));
        out.extend(with.iter());
        done = next + what.len();
        // After an empty match the unit behind it is passed over, so that the walk moves on.
        let from = if what.is_empty() { next + 1 } else { done };
        match find(text, what, from) {
            Some(found) => next = found,
            None => break,
        }
    }
    out.extend((done..text.len()).filter_map(|i| text.unit(i)));
    Str::from_units(&out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_and_replaces() {
        let text = Str::new("abcabc");
        assert_eq!(find(&text, &Str::new("c"), 3), Some(5));
        assert_eq!(find(&text, &Str::new("é"), 0), None);
        assert_eq!(find_last(&text, &Str::new("b"), 3), Some(1));
        assert_eq!(find(&Str::new("aéb"), &Str::new("b"), 0), Some(2));
        assert_eq!(
            replace(&Str::new("abc"), &Str::new(""), &Str::new("-")).text(),
            "-a-b-c-"
        );
        assert_eq!(replace(&Str::new("aXa"), &Str::new("X"), &Str::new("é")).text(), "aéa");
    }
}
