//! Building strings piece by piece.

use super::{Str, Units};
use crate::heap::Share;
use std::rc::Rc;

/// A text that grows: ASCII bytes until the first other unit comes, UTF-16 units from then on.
#[derive(Default)]
pub struct StrBuilder {
    /// The text as long as it is all ASCII.
    ascii: Vec<u8>,
    /// The whole text from the first other unit on.
    wide: Option<Vec<u16>>,
    share: Share,
}

impl StrBuilder {
    /// An empty builder.
    pub fn new() -> StrBuilder {
        StrBuilder::default()
    }

    /// The number of UTF-16 units.
    pub fn len(&self) -> usize {
        self.wide.as_ref().map_or(self.ascii.len(), Vec::len)
    }

    /// No units?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Appends a string.
    pub fn push(&mut self, text: &Str) {
        match (text.units(), &mut self.wide) {
            (Units::Ascii(more), None) => self.ascii.extend_from_slice(more),
            (Units::Ascii(more), Some(units)) => units.extend(more.iter().map(|b| u16::from(*b))),
            (Units::Wide(more), _) => self.widen().extend_from_slice(more),
        }
        self.recount();
    }

    /// Appends Rust text.
    pub fn push_str(&mut self, text: &str) {
        if self.wide.is_none() && text.is_ascii() {
            self.ascii.extend_from_slice(text.as_bytes());
        } else {
            self.widen().extend(text.encode_utf16());
        }
        self.recount();
    }

    /// Appends one UTF-16 unit.
    pub fn push_unit(&mut self, unit: u16) {
        match u8::try_from(unit) {
            Ok(byte) if byte.is_ascii() && self.wide.is_none() => self.ascii.push(byte),
            _ => self.widen().push(unit),
        }
        self.recount();
    }

    /// The text as a string.
    pub fn finish(mut self) -> Rc<Str> {
        match self.wide.take() {
            Some(units) => Str::from_units(&units),
            None => Str::from_ascii(std::mem::take(&mut self.ascii)),
        }
    }

    fn widen(&mut self) -> &mut Vec<u16> {
        let ascii = &mut self.ascii;
        self.wide
            .get_or_insert_with(|| std::mem::take(ascii).into_iter().map(u16::from).collect())
    }

    fn recount(&mut self) {
        let wide = self.wide.as_ref().map_or(0, |units| 2 * units.capacity());
        self.share.set(self.ascii.capacity() + wide);
    }
}

impl std::fmt::Write for StrBuilder {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.push_str(text);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::heap;

    #[test]
    fn stays_ascii_until_something_else_comes() {
        let mut builder = StrBuilder::new();
        builder.push_str("ab");
        builder.push_unit(b'c'.into());
        builder.push(&Str::new("d"));
        let text = builder.finish();
        assert_eq!(text.as_ascii(), Some("abcd"));
    }

    #[test]
    fn widens_and_keeps_lone_surrogates() {
        let mut builder = StrBuilder::new();
        builder.push_str("a");
        builder.push_unit(0xd83d);
        builder.push_str("é");
        builder.push(&Str::new("z"));
        assert_eq!(builder.finish().to_units(), [0x61, 0xd83d, 0xe9, 0x7a]);
    }

    #[test]
    fn counts_its_bytes_and_gives_them_back() {
        let before = heap::live();
        let mut builder = StrBuilder::new();
        builder.push_str(&"x".repeat(1000));
        assert!(heap::live() >= before + 1000);
        drop(builder);
        assert_eq!(heap::live(), before);
    }
}
