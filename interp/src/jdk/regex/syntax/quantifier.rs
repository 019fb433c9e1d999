//! Quantifiers: greedy, reluctant and possessive repetition.

use super::class::character;
use super::{SyntaxError, Translator};
use std::fmt::Write;

impl Translator {
    /// Reads what repeats the part that was written from a place on.
    pub(super) fn quantifier(&mut self, start: usize) -> Result<(), SyntaxError> {
        let quantifier = match character(self.cursor.peek()) {
            c @ ('?' | '*' | '+') => {
                self.cursor.next();
                c.to_string()
            }
            '{' => self.counted()?,
            _ => return Ok(()),
        };
        let part = self.out.split_off(start);
        let optional = quantifier.starts_with(['?', '*']) || quantifier.starts_with("{0");
        if is_assertion(&part) {
            // Once is as good as often; the engine would take the repetition for one that goes nowhere.
            self.cursor.next_if_any("?+");
            let _ = if optional {
                write!(self.out, "(?:{part}|)")
            } else {
                write!(self.out, "{part}")
            };
            return Ok(());
        }
        match character(self.cursor.peek()) {
            '?' => {
                self.cursor.next();
                let _ = write!(self.out, "(?:{part}){quantifier}?");
            }
            '+' => {
                self.cursor.next();
                let _ = write!(self.out, "(?>(?:{part}){quantifier})");
            }
            _ if is_single(&part) => {
                let _ = write!(self.out, "{part}{quantifier}");
            }
            _ => {
                let _ = write!(self.out, "(?:{part}){quantifier}");
            }
        }
        Ok(())
    }

    /// `{n}`, `{n,}` or `{n,m}`.
    fn counted(&mut self) -> Result<String, SyntaxError> {
        let is_digit = |c: u32| char::from_u32(c).is_some_and(|c| c.is_ascii_digit());
        if !is_digit(self.cursor.get(self.cursor.at + 1)) {
            self.cursor.at += 2;
            return self.cursor.error("Illegal repetition");
        }
        self.cursor.at += 1;
        let least = self.count()?;
        let mut most = Some(least);
        let mut c = self.cursor.read();
        if c == ',' as u32 {
            c = self.cursor.peek();
            most = if is_digit(c) { Some(self.count()?) } else { None };
            c = self.cursor.read();
        }
        if c != '}' as u32 {
            return self.cursor.error("Unclosed counted closure");
        }
        match most {
            Some(most) if most < least => self.cursor.error("Illegal repetition range"),
            Some(most) if most == least => Ok(format!("{{{least}}}")),
            Some(most) => Ok(format!("{{{least},{most}}}")),
            None => Ok(format!("{{{least},}}")),
        }
    }

    fn count(&mut self) -> Result<i32, SyntaxError> {
        let mut count: i32 = 0;
        while let Some(digit) = self.cursor.digit() {
            let more = count.checked_mul(10).and_then(|c| c.checked_add(digit as i32));
            match more {
                Some(more) => count = more,
                None => return self.cursor.error("Illegal repetition range"),
            }
        }
        Ok(count)
    }
}

/// Whether a part matches a place, not text.
fn is_assertion(part: &str) -> bool {
    ["(?=", "(?!", "(?<=", "(?<!"]
        .iter()
        .any(|begin| part.starts_with(begin))
        || ["\\A", "\\z", "\\b", "\\B", "\\G"].contains(&part)
}

/// Whether a part is one character or one class, so that a quantifier can follow it as it stands.
fn is_single(part: &str) -> bool {
    let one_char = part.len() == 1 && part.chars().all(|c| c.is_ascii_alphanumeric());
    one_char || (part.starts_with('[') && part.find(']') == Some(part.len() - 1))
}
