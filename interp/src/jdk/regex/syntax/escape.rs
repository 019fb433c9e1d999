//! What a backslash begins: characters, sets, anchors and references.

use super::cursor::SyntaxError;
use super::set::{self, Set};
use super::{Flags, Translator};

/// What an escape stands for.
pub enum Escape {
    /// A character.
    Char(u32),
    /// One of a set of characters.
    Set(Set),
    /// An assertion or a reference, already written in the engine's syntax.
    Text(String),
}

const WHERE_NO_MORE: &str = "(?!)";

impl Translator {
    /// Reads an escape; the cursor stands on the backslash. Inside brackets only characters and sets are escapes; `\v` is one
    /// character where a range begins with it.
    pub(super) fn escape(&mut self, in_class: bool, begins_range: bool) -> Result<Escape, SyntaxError> {
        let c = self.cursor.skip();
        let flags = self.flags;
        let c = match char::from_u32(c) {
            Some(c) => c,
            None => return Ok(Escape::Char(c)),
        };
        let of = |set: Set, negated: bool| Ok(Escape::Set(if negated { set::complement(set) } else { set }));
        match c {
            '0' => self.octal(),
            'a' => Ok(Escape::Char(7)),
            'c' => self.control(),
            'd' | 'D' => of(set::digits(flags), c == 'D'),
            'e' => Ok(Escape::Char(0x1b)),
            'f' => Ok(Escape::Char(0x0c)),
            'h' | 'H' => of(set::horizontal(), c == 'H'),
            'n' => Ok(Escape::Char(0x0a)),
            'r' => Ok(Escape::Char(0x0d)),
            's' | 'S' => of(set::space(flags), c == 'S'),
            't' => Ok(Escape::Char(0x09)),
            'u' => self.unicode_escape(),
            'v' if begins_range => Ok(Escape::Char(0x0b)),
            'v' | 'V' => of(set::vertical(), c == 'V'),
            'w' | 'W' => of(set::word(flags), c == 'W'),
            'x' => self.hexadecimal(),
            'N' => self
                .cursor
                .error("characters by name (\\N{…}) are not supported: write \\x{…}"),
            'A'..='Z' | 'a'..='z' | '1'..='9' if !in_class => self.assertion(c),
            'A'..='Z' | 'a'..='z' | '1'..='9' => self.unsupported_escape(),
            other => Ok(Escape::Char(other as u32)),
        }
    }

    fn unsupported_escape(&self) -> Result<Escape, SyntaxError> {
        self.cursor.error("Illegal/unsupported escape sequence")
    }

    /// Anchors and references, which have no place inside brackets.
    fn assertion(&mut self, c: char) -> Result<Escape, SyntaxError> {
        let text = match c {
            '1'..='9' => {
                let group = self.group_number(c as usize - '0' as usize);
                self.reference(group)
            }
            'A' => "\\A".into(),
            'b' if self.cursor.peek() == '{' as u32 => {
                return self
                    .cursor
                    .error("grapheme cluster boundaries (\\b{g}) are not supported");
            }
            'b' => "\\b".into(),
            'B' => "\\B".into(),
            'G' => "\\G".into(),
            'R' => "(?:\\r\\n|[\\n\\x0b\\x0c\\r\\x{85}\\x{2028}\\x{2029}])".into(),
            'X' => return self.cursor.error("grapheme clusters (\\X) are not supported"),
            'Z' => self.last_line_end(),
            'z' => "\\z".into(),
            'k' => {
                if self.cursor.read() != '<' as u32 {
                    return self
                        .cursor
                        .error("\\k is not followed by '<' for named capturing group");
                }
                let name = self.group_name()?;
                match self.names.iter().find(|(n, _)| *n == name) {
                    Some((_, group)) => self.reference(*group),
                    None => {
                        return self
                            .cursor
                            .error(format!("named capturing group <{name}> does not exist"));
                    }
                }
            }
            _ => return self.unsupported_escape(),
        };
        Ok(Escape::Text(text))
    }

    /// More digits belong to a group's number as long as there is such a group.
    fn group_number(&mut self, first: usize) -> usize {
        let mut number = first;
        while let Some(digit) = char::from_u32(self.cursor.peek()).and_then(|c| c.to_digit(10)) {
            let longer = number * 10 + digit as usize;
            if longer > self.groups {
                break;
            }
            number = longer;
            self.cursor.read();
        }
        number
    }

    /// A reference to a group; one that does not exist never matches.
    fn reference(&mut self, group: usize) -> String {
        self.last_reference = self.last_reference.max(group);
        if self.known_groups.is_some_and(|known| group > known) {
            return WHERE_NO_MORE.into();
        }
        if self.flags.has(Flags::CASE_INSENSITIVE) {
            format!("(?i:\\{group})")
        } else {
            format!("(?:\\{group})")
        }
    }

    fn octal(&mut self) -> Result<Escape, SyntaxError> {
        let octal = |c: u32| char::from_u32(c).and_then(|c| c.to_digit(8));
        let Some(first) = octal(self.cursor.read()) else {
            return self.cursor.error("Illegal octal escape sequence");
        };
        let Some(second) = octal(self.cursor.read()) else {
            self.cursor.unread();
            return Ok(Escape::Char(first));
        };
        match octal(self.cursor.read()) {
            Some(third) if first <= 3 => Ok(Escape::Char(first * 64 + second * 8 + third)),
            _ => {
                self.cursor.unread();
                Ok(Escape::Char(first * 8 + second))
            }
        }
    }

    fn control(&mut self) -> Result<Escape, SyntaxError> {
        if self.cursor.at_end() {
            return self.cursor.error("Illegal control escape sequence");
        }
        Ok(Escape::Char(self.cursor.read() ^ 64))
    }

    fn hex_digit(&mut self) -> Option<u32> {
        char::from_u32(self.cursor.read()).and_then(|c| c.to_digit(16))
    }

    fn hexadecimal(&mut self) -> Result<Escape, SyntaxError> {
        let first = self.cursor.read();
        if let Some(high) = char::from_u32(first).and_then(|c| c.to_digit(16)) {
            if let Some(low) = self.hex_digit() {
                return Ok(Escape::Char(high * 16 + low));
            }
        } else if first == '{' as u32 {
            let is_digit = |c: u32| char::from_u32(c).is_some_and(|c| c.is_ascii_hexdigit());
            if is_digit(self.cursor.peek()) {
                let mut point: u32 = 0;
                while let Some(digit) = self.hex_digit() {
                    point = point * 16 + digit;
                    if point > char::MAX as u32 {
                        return self.cursor.error("Hexadecimal codepoint is too big");
                    }
                }
                if self.cursor.get(self.cursor.at - 1) != '}' as u32 {
                    return self.cursor.error("Unclosed hexadecimal escape sequence");
                }
                return Ok(Escape::Char(point));
            }
        }
        self.cursor.error("Illegal hexadecimal escape sequence")
    }

    fn unicode_escape(&mut self) -> Result<Escape, SyntaxError> {
        let high = self.four_digits()?;
        let at = self.cursor.at;
        if (0xd800..0xdc00).contains(&high)
            && self.cursor.read() == '\\' as u32
            && self.cursor.read() == 'u' as u32
            && let low @ 0xdc00..=0xdfff = self.four_digits()?
        {
            return Ok(Escape::Char(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00)));
        }
        self.cursor.at = at;
        Ok(Escape::Char(high))
    }

    fn four_digits(&mut self) -> Result<u32, SyntaxError> {
        let mut point = 0;
        for _ in 0..4 {
            match self.hex_digit() {
                Some(digit) => point = point * 16 + digit,
                None => return self.cursor.error("Illegal Unicode escape sequence"),
            }
        }
        Ok(point)
    }
}
