//! `groovy.json.JsonLexer`: the tokens by which texts are laid out, and by which the classic reader reads.

use crate::jdk::throwables;
use crate::value::Str;
use crate::{Res, Vm};

/// What a token is. The order is Groovy's: from `Null` on, tokens are values.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Kind {
    OpenCurly,
    CloseCurly,
    OpenBracket,
    CloseBracket,
    Colon,
    Comma,
    Null,
    True,
    False,
    Number,
    Text,
}

impl Kind {
    fn starting_with(unit: u16) -> Option<Kind> {
        Some(match u8::try_from(unit).ok()? {
            b'{' => Kind::OpenCurly,
            b'}' => Kind::CloseCurly,
            b'[' => Kind::OpenBracket,
            b']' => Kind::CloseBracket,
            b',' => Kind::Comma,
            b':' => Kind::Colon,
            b't' => Kind::True,
            b'f' => Kind::False,
            b'n' => Kind::Null,
            b'"' => Kind::Text,
            b'-' | b'0'..=b'9' => Kind::Number,
            _ => return None,
        })
    }

    /// How messages name it.
    pub(super) fn label(self) -> &'static str {
        match self {
            Kind::OpenCurly => "an opening curly brace '{'",
            Kind::CloseCurly => "a closing curly brace '}'",
            Kind::OpenBracket => "an opening square bracket '['",
            Kind::CloseBracket => "a closing square bracket ']'",
            Kind::Colon => "a colon ':'",
            Kind::Comma => "a comma ','",
            Kind::Null => "the constant 'null'",
            Kind::True => "the constant 'true'",
            Kind::False => "the constant 'false'",
            Kind::Number => "a number",
            Kind::Text => "a string",
        }
    }

    /// The word of a constant, the sign of punctuation.
    fn spelling(self) -> Option<&'static str> {
        Some(match self {
            Kind::OpenCurly => "{",
            Kind::CloseCurly => "}",
            Kind::OpenBracket => "[",
            Kind::CloseBracket => "]",
            Kind::Colon => ":",
            Kind::Comma => ",",
            Kind::Null => "null",
            Kind::True => "true",
            Kind::False => "false",
            Kind::Number | Kind::Text => return None,
        })
    }
}

/// A line and a column, from 1.
#[derive(Clone, Copy)]
pub(super) struct Position {
    pub line: usize,
    pub column: usize,
}

/// One token.
pub(super) struct Token {
    pub kind: Kind,
    /// Its text; of a string what stands between the quotes, escapes resolved.
    pub text: Vec<u16>,
    pub start: Position,
    pub end: Position,
}

impl Token {
    /// Its text as messages show it.
    pub(super) fn shown(&self) -> String {
        let text = String::from_utf16_lossy(&self.text);
        if self.kind == Kind::Text {
            format!("\"{text}\"")
        } else {
            text
        }
    }
}

/// Reads tokens.
pub(super) struct Lexer<'a> {
    text: &'a Str,
    index: usize,
    /// Where the next character stands.
    pub position: Position,
}

impl<'a> Lexer<'a> {
    pub(super) fn new(text: &'a Str) -> Lexer<'a> {
        Lexer {
            text,
            index: 0,
            position: Position { line: 1, column: 1 },
        }
    }

    fn peek(&self) -> Option<u16> {
        self.text.unit(self.index)
    }

    fn read(&mut self) -> Option<u16> {
        let unit = self.peek()?;
        self.index += 1;
        let breaks = unit == 0x0a || (unit == 0x0d && self.peek() != Some(0x0a));
        if breaks {
            self.position.line += 1;
            self.position.column = 1;
        } else {
            self.position.column += 1;
        }
        Some(unit)
    }

    fn failure(&self, vm: &mut Vm, read: &str, wanted: &str) -> crate::Thrown {
        let Position { line, column } = self.position;
        let message = format!("Lexing failed on line: {line}, column: {column}, while reading '{read}', {wanted}");
        vm.throw(&throwables::JSON_EXCEPTION, message)
    }

    /// The next token, none at the end and in a string that is never closed.
    pub(super) fn next(&mut self, vm: &mut Vm) -> Res<Option<Token>> {
        vm.tick()?;
        while self.peek().is_some_and(|u| matches!(u, 0x09..=0x0d | 0x1c..=0x20)) {
            self.read();
        }
        let Some(first) = self.peek() else {
            return Ok(None);
        };
        let Some(kind) = Kind::starting_with(first) else {
            let read = String::from_utf16_lossy(&[first]);
            return Err(self.failure(
                vm,
                &read,
                "no possible valid JSON value or punctuation could be recognized.",
            ));
        };
        let start = self.position;
        let text = match kind {
            Kind::Text => match self.string(vm)? {
                Some(text) => text,
                None => return Ok(None),
            },
            Kind::Number => self.number(vm)?,
            constant => self.constant(vm, constant)?,
        };
        Ok(Some(Token {
            kind,
            text,
            start,
            end: self.position,
        }))
    }

    fn constant(&mut self, vm: &mut Vm, kind: Kind) -> Res<Vec<u16>> {
        let spelling = kind.spelling().unwrap_or_default();
        let read: Vec<u16> = (0..spelling.len()).map_while(|_| self.read()).collect();
        if read.iter().copied().eq(spelling.encode_utf16()) {
            return Ok(read);
        }
        let mut shown = String::from_utf16_lossy(&read);
        shown.extend(std::iter::repeat_n('\0', spelling.len() - read.len()));
        Err(self.failure(vm, &shown, &format!("was trying to match {}", kind.label())))
    }

    fn number(&mut self, vm: &mut Vm) -> Res<Vec<u16>> {
        let belongs =
            |u: u16| u8::try_from(u).is_ok_and(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+' | b'e' | b'E'));
        let mut read = Vec::new();
        while let Some(unit) = self.peek().filter(|u| belongs(*u)) {
            vm.tick()?;
            read.push(unit);
            self.read();
        }
        let shown = String::from_utf16_lossy(&read);
        if is_number(&shown) {
            Ok(read)
        } else {
            Err(self.failure(vm, &shown, "was trying to match a number"))
        }
    }

    /// What stands between the quotes; none where an escape is unknown or the closing quote is missing.
    fn string(&mut self, vm: &mut Vm) -> Res<Option<Vec<u16>>> {
        self.read();
        let mut out = Vec::new();
        loop {
            vm.tick()?;
            let Some(unit) = self.read() else {
                return Ok(None);
            };
            match u8::try_from(unit) {
                Ok(b'"') => return Ok(Some(out)),
                Ok(b'\\') => match self.escape() {
                    Some(resolved) => out.push(resolved),
                    None => return Ok(None),
                },
                _ => out.push(unit),
            }
        }
    }

    fn escape(&mut self) -> Option<u16> {
        let letter = u8::try_from(self.read()?).ok()?;
        Some(match letter {
            b'"' | b'\\' | b'/' => u16::from(letter),
            b'b' => 0x08,
            b'f' => 0x0c,
            b'n' => 0x0a,
            b'r' => 0x0d,
            b't' => 0x09,
            b'u' => {
                let mut value = 0u16;
                for _ in 0..4 {
                    let digit = char::from_u32(u32::from(self.read()?))?.to_digit(16)?;
                    value = value << 4 | digit as u16;
                }
                value
            }
            _ => return None,
        })
    }
}

/// `-?\d+(\.\d+)?([eE][+-]?\d+)?`
fn is_number(text: &str) -> bool {
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match unsigned.find(['e', 'E']) {
        Some(at) => (&unsigned[..at], Some(&unsigned[at + 1..])),
        None => (unsigned, None),
    };
    let mantissa_fits = match mantissa.split_once('.') {
        Some((whole, fraction)) => digits(whole) && digits(fraction),
        None => digits(mantissa),
    };
    mantissa_fits && exponent.is_none_or(|e| digits(e.strip_prefix(['+', '-']).unwrap_or(e)))
}
