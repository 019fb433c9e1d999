//! Bracketed classes with unions, intersections and negation, and `\p{…}`.

use super::Translator;
use super::cursor::SyntaxError;
use super::escape::Escape;
use super::set::{self, Set};

/// The character that stands for a code point in the engine's text: lone surrogates are U+FFFD there.
pub fn character(point: u32) -> char {
    char::from_u32(point).unwrap_or('\u{fffd}')
}

impl Translator {
    /// Reads `[…]`; the cursor stands on the opening bracket, or before the right side of `&&` (then the closing bracket is
    /// left to the caller).
    pub(super) fn class(&mut self, consume: bool) -> Result<Set, SyntaxError> {
        self.deeper()?;
        let mut all: Option<Set> = None;
        let mut negated = false;
        let mut c = self.cursor.next();
        if c == '^' as u32 && self.cursor.get(self.cursor.at - 1) == '[' as u32 {
            c = self.cursor.next();
            negated = true;
        }
        loop {
            match char::from_u32(c) {
                Some('[') => {
                    let inner = self.class(true)?;
                    all = Some(joined(all, inner));
                    c = self.cursor.peek();
                    continue;
                }
                Some('&') => {
                    if self.cursor.next() == '&' as u32 {
                        all = Some(self.intersection(all)?);
                        c = self.cursor.peek();
                        continue;
                    }
                    self.cursor.unread();
                }
                Some('\0') if self.cursor.at_end() => return self.cursor.error("Unclosed character class"),
                Some(']') => {
                    if let Some(set) = all {
                        if consume {
                            self.cursor.next();
                        }
                        self.depth -= 1;
                        return Ok(if negated { set::complement(set) } else { set });
                    }
                }
                _ => {}
            }
            let part = self.class_part()?;
            all = Some(joined(all, part));
            c = self.cursor.peek();
        }
    }

    /// The right side of `&&`; the cursor stands on its second character.
    fn intersection(&mut self, left: Option<Set>) -> Result<Set, SyntaxError> {
        let mut right: Option<Set> = None;
        let mut c = self.cursor.next();
        while c != ']' as u32 && c != '&' as u32 {
            let more = if c == '[' as u32 {
                self.class(true)?
            } else {
                self.cursor.unread();
                self.class(false)?
            };
            right = Some(joined(right, more));
            c = self.cursor.peek();
        }
        match (left, right) {
            (Some(mut left), Some(right)) => {
                left.intersect(&right);
                Ok(left)
            }
            (Some(one), None) | (None, Some(one)) => Ok(one),
            (None, None) => self.cursor.error("Bad class syntax"),
        }
    }

    /// One character, range or set in brackets.
    fn class_part(&mut self) -> Result<Set, SyntaxError> {
        let mut c = self.cursor.peek();
        if c == '\\' as u32 {
            c = self.cursor.next_escaped();
            if c == 'p' as u32 || c == 'P' as u32 {
                return self.family();
            }
            let begins_range = self.cursor.get(self.cursor.at + 1) == '-' as u32;
            self.cursor.unread();
            match self.escape(true, begins_range)? {
                Escape::Char(escaped) => c = escaped,
                Escape::Set(set) => return Ok(set),
                Escape::Text(_) => return self.cursor.error("Illegal/unsupported escape sequence"),
            }
        } else {
            self.cursor.next();
        }
        let mut to = c;
        if self.cursor.peek() == '-' as u32 {
            let end = self.cursor.get(self.cursor.at + 1);
            if end != '[' as u32 && end != ']' as u32 {
                self.cursor.next();
                to = self.range_end()?;
                if to < c {
                    return self.cursor.error("Illegal character range");
                }
            }
        }
        Ok(set::folded(set::ranges(&[(character(c), character(to))]), self.flags))
    }

    fn range_end(&mut self) -> Result<u32, SyntaxError> {
        let c = self.cursor.peek();
        if c != '\\' as u32 {
            self.cursor.next();
            return Ok(c);
        }
        match self.escape(true, true)? {
            Escape::Char(c) => Ok(c),
            _ => self.cursor.error("Illegal character range"),
        }
    }

    /// Reads `\p{…}` or `\pX`; the cursor stands on the `p`.
    pub(super) fn family(&mut self) -> Result<Set, SyntaxError> {
        let negated = self.cursor.get(self.cursor.at) == 'P' as u32;
        let name: String = if self.cursor.next() == '{' as u32 {
            self.cursor.next();
            let from = self.cursor.at;
            while !self.cursor.at_end() && self.cursor.get(self.cursor.at) != '}' as u32 {
                self.cursor.at += 1;
            }
            let closed = !self.cursor.at_end();
            let to = self.cursor.at;
            self.cursor.at += 1;
            if !closed {
                return self.cursor.error("Unclosed character family");
            }
            if from == to {
                return self.cursor.error("Empty character family");
            }
            (from..to).map(|i| character(self.cursor.get(i))).collect()
        } else {
            character(self.cursor.read()).into()
        };
        match set::named(&name, self.flags) {
            Ok(set) if negated => Ok(set::complement(set)),
            Ok(set) => Ok(set),
            Err(description) => self.cursor.error(description),
        }
    }
}

fn joined(all: Option<Set>, part: Set) -> Set {
    match all {
        Some(all) => set::union(all, &part),
        None => part,
    }
}
