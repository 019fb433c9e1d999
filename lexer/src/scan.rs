//! Finds where a string, or a piece of one, ends.

use logos::Logos;

use crate::quote::{Escape, Quote, escape};
use crate::token::InterpolatedName;

/// Why a piece of string ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stop {
    /// Closing quotes from `text_end` to `after`.
    Close { text_end: usize, after: usize },
    /// A `$` that interpolates.
    Interpolation(usize),
    /// No closing quotes before the line's or text's end.
    Open(usize),
}

/// A piece of string.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Where and why it ends.
    pub stop: Stop,
    /// The first backslash that escapes nothing it may.
    pub bad_escape: Option<usize>,
}

/// Reads on from `from`, inside a string. `whole` says that no interpolation came before: closing quotes are then looked
/// for as far as possible, so that an escaped slash may turn out to be the closing one after all.
pub(crate) fn piece(source: &str, quote: Quote, from: usize, whole: bool) -> Piece {
    let mut scanner = Scanner {
        source,
        bytes: source.as_bytes(),
        quote,
        whole,
        bad_escape: None,
        last_resort: None,
    };
    let stop = scanner.run(from);
    let stop = match (stop, scanner.last_resort) {
        (Stop::Open(_), Some(text_end)) => Stop::Close {
            text_end,
            after: text_end + quote.close().len(),
        },
        (stop, _) => stop,
    };
    Piece {
        stop,
        bad_escape: scanner.bad_escape,
    }
}

/// How long the name at `at` is that `$` interpolates; 0 if there is none.
pub(crate) fn interpolated_name(source: &str, at: usize) -> usize {
    let mut names = InterpolatedName::lexer(source.get(at..).unwrap_or_default());
    match names.next() {
        Some(Ok(InterpolatedName::Name)) => names.span().end,
        _ => 0,
    }
}

struct Scanner<'s> {
    source: &'s str,
    bytes: &'s [u8],
    quote: Quote,
    whole: bool,
    bad_escape: Option<usize>,
    /// Quotes that are escaped, but close the string if nothing after them does.
    last_resort: Option<usize>,
}

impl Scanner<'_> {
    fn run(&mut self, from: usize) -> Stop {
        let mut at = from;
        while let Some(byte) = self.bytes.get(at) {
            let step = match byte {
                b'\\' => self.backslash(at),
                b'$' if self.quote.interpolates() => match self.dollar(at) {
                    Ok(length) => length,
                    Err(stop) => return stop,
                },
                b'\n' | b'\r' if self.quote.is_one_line() => return Stop::Open(at),
                0 if self.quote.is_slashy() => return Stop::Open(at),
                b'\'' | b'"' | b'/' => match self.quotes(at) {
                    Ok(length) => length,
                    Err(stop) => return stop,
                },
                _ => 1,
            };
            at += step;
        }
        Stop::Open(self.bytes.len())
    }

    fn backslash(&mut self, at: usize) -> usize {
        let rest = self.bytes.get(at..).unwrap_or_default();
        match self.quote {
            Quote::Slashy if rest.starts_with(b"\\/") => {
                if self.whole {
                    self.last_resort = Some(at + 1);
                }
                2
            }
            Quote::Slashy | Quote::DollarSlashy => 1,
            _ => match escape(rest) {
                Escape::Unit(_, length) | Escape::Line(length) => length,
                Escape::Invalid => {
                    self.bad_escape.get_or_insert(at);
                    1
                }
            },
        }
    }

    /// A `$`: the length of what it escapes, or the end of the piece.
    fn dollar(&mut self, at: usize) -> Result<usize, Stop> {
        let rest = self.bytes.get(at..).unwrap_or_default();
        if self.quote == Quote::DollarSlashy {
            if rest.starts_with(b"$/$") && self.bytes.get(at.wrapping_sub(1)) != Some(&b'$') {
                if self.whole {
                    self.last_resort = Some(at + 1);
                }
                return Ok(3);
            }
            if rest.starts_with(b"$$") || rest.starts_with(b"$/") && !rest.starts_with(b"$/$") {
                return Ok(2);
            }
        }
        let interpolates =
            !self.quote.is_slashy() || rest.get(1) == Some(&b'{') || interpolated_name(self.source, at + 1) > 0;
        if interpolates {
            Err(Stop::Interpolation(at))
        } else {
            Ok(1)
        }
    }

    /// A quote or slash: how many of them are text, or the end of the piece.
    fn quotes(&self, at: usize) -> Result<usize, Stop> {
        let close = self.quote.close();
        let rest = self.bytes.get(at..).unwrap_or_default();
        if !rest.starts_with(close.as_bytes()) {
            return Ok(1);
        }
        // Of four or five quotes in a row the last three close a whole string; the others are its text.
        let spare = match self.quote {
            Quote::TripleSingle | Quote::TripleDouble if self.whole => {
                let run = rest
                    .iter()
                    .take(6)
                    .take_while(|byte| Some(*byte) == close.as_bytes().first())
                    .count();
                if run < 6 { run - 3 } else { 0 }
            }
            _ => 0,
        };
        let text_end = at + spare;
        Err(Stop::Close {
            text_end,
            after: text_end + close.len(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inner(quote: Quote, source: &str) -> Option<&str> {
        match piece(source, quote, 0, true).stop {
            Stop::Close { text_end, .. } => source.get(..text_end),
            _ => None,
        }
    }

    #[test]
    fn an_escaped_slash_closes_when_nothing_else_does() {
        assert_eq!(inner(Quote::Slashy, r"a\/b/ + 1"), Some(r"a\/b"));
        assert_eq!(inner(Quote::Slashy, r"C:\dir\/"), Some(r"C:\dir\"));
        assert_eq!(inner(Quote::DollarSlashy, "a$/$b/$"), Some("a$/$b"));
    }

    #[test]
    fn spare_quotes_are_text() {
        assert_eq!(inner(Quote::TripleDouble, "a\"\"\"\"\""), Some("a\"\""));
        assert_eq!(inner(Quote::TripleDouble, "a\"\"\"\""), Some("a\""));
        assert_eq!(inner(Quote::TripleSingle, "'a''b'''"), Some("'a''b"));
    }

    #[test]
    fn a_line_break_ends_only_ordinary_quotes() {
        assert_eq!(piece("ab\nc'", Quote::Single, 0, true).stop, Stop::Open(2));
        assert_eq!(inner(Quote::Slashy, "a\nb/"), Some("a\nb"));
    }
}
