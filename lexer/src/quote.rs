//! The six kinds of quotes, and what escapes mean between them.

use crate::text::Text;

/// How a string is quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Quote {
    /// `'…'`
    Single,
    /// `'''…'''`
    TripleSingle,
    /// `"…"`
    Double,
    /// `"""…"""`
    TripleDouble,
    /// `/…/`
    Slashy,
    /// `$/…/$`
    DollarSlashy,
}

impl Quote {
    /// The quotes that `literal` opens with.
    #[must_use]
    pub fn of(literal: &str) -> Self {
        match literal.as_bytes() {
            [b'\'', b'\'', b'\'', ..] => Self::TripleSingle,
            [b'\'', ..] => Self::Single,
            [b'"', b'"', b'"', ..] => Self::TripleDouble,
            [b'"', ..] => Self::Double,
            [b'$', ..] => Self::DollarSlashy,
            _ => Self::Slashy,
        }
    }

    /// The closing quotes.
    #[must_use]
    pub const fn close(self) -> &'static str {
        match self {
            Self::Single => "'",
            Self::TripleSingle => "'''",
            Self::Double => "\"",
            Self::TripleDouble => "\"\"\"",
            Self::Slashy => "/",
            Self::DollarSlashy => "/$",
        }
    }

    /// The opening quotes.
    #[must_use]
    pub const fn open(self) -> &'static str {
        match self {
            Self::DollarSlashy => "$/",
            _ => self.close(),
        }
    }

    /// Whether a line break ends the string before its closing quotes.
    #[must_use]
    pub const fn is_one_line(self) -> bool {
        matches!(self, Self::Single | Self::Double)
    }

    /// Whether `$` interpolates.
    #[must_use]
    pub const fn interpolates(self) -> bool {
        !matches!(self, Self::Single | Self::TripleSingle)
    }

    /// Whether a backslash is an ordinary character but before `/`, `u` and a line break.
    #[must_use]
    pub const fn is_slashy(self) -> bool {
        matches!(self, Self::Slashy | Self::DollarSlashy)
    }

    /// The text of a whole literal, quotes included.
    #[must_use]
    pub fn literal_text(literal: &str) -> Text {
        let quote = Self::of(literal);
        let inner = literal.get(quote.open().len()..literal.len().saturating_sub(quote.close().len()));
        quote.text(inner.unwrap_or_default())
    }

    /// The text that `raw`, as written between the quotes, stands for.
    #[must_use]
    pub fn text(self, raw: &str) -> Text {
        let escapes = raw.bytes().any(|byte| matches!(byte, b'\\' | b'\r' | b'$'));
        if escapes {
            Decoder::new(self, raw).decode()
        } else {
            Text::from(raw)
        }
    }
}

/// What a backslash and the characters after it stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Escape {
    /// One UTF-16 unit, written in this many bytes.
    Unit(u16, usize),
    /// Nothing: the line goes on.
    Line(usize),
    /// No escape at all.
    Invalid,
}

/// Reads the escape at the start of `bytes`, a backslash, between ordinary quotes.
pub(crate) fn escape(bytes: &[u8]) -> Escape {
    match bytes.get(1) {
        Some(b'n') => Escape::Unit(0x0A, 2),
        Some(b't') => Escape::Unit(0x09, 2),
        Some(b'r') => Escape::Unit(0x0D, 2),
        Some(b'b') => Escape::Unit(0x08, 2),
        Some(b'f') => Escape::Unit(0x0C, 2),
        Some(b's') => Escape::Unit(0x20, 2),
        Some(plain @ (b'\\' | b'\'' | b'"' | b'$')) => Escape::Unit(u16::from(*plain), 2),
        Some(b'\n' | b'\r') => line_escape(bytes),
        Some(b'u') => unicode_escape(bytes),
        Some(b'0'..=b'7') => octal_escape(bytes),
        _ => Escape::Invalid,
    }
}

fn line_escape(bytes: &[u8]) -> Escape {
    match bytes {
        [_, b'\r', b'\n', ..] => Escape::Line(3),
        _ => Escape::Line(2),
    }
}

fn unicode_escape(bytes: &[u8]) -> Escape {
    let digits = bytes.get(2..6).and_then(|digits| std::str::from_utf8(digits).ok());
    let hex = digits.filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
    match hex.and_then(|digits| u16::from_str_radix(digits, 16).ok()) {
        Some(unit) => Escape::Unit(unit, 6),
        None => Escape::Invalid,
    }
}

/// Up to three digits, as long as the first is at most 3.
fn octal_escape(bytes: &[u8]) -> Escape {
    let limit = if matches!(bytes.get(1), Some(b'0'..=b'3')) {
        3
    } else {
        2
    };
    let digits = bytes
        .iter()
        .skip(1)
        .take(limit)
        .take_while(|digit| matches!(digit, b'0'..=b'7'));
    let (value, count) = digits.fold((0, 0), |(value, count), digit| {
        (value * 8 + u16::from(digit - b'0'), count + 1)
    });
    Escape::Unit(value, count + 1)
}

/// Resolves the escapes of one piece of string.
struct Decoder<'a> {
    quote: Quote,
    raw: &'a str,
    text: String,
    /// Everything so far, once a lone surrogate turned up.
    units: Option<Vec<u16>>,
}

impl<'a> Decoder<'a> {
    fn new(quote: Quote, raw: &'a str) -> Self {
        Self {
            quote,
            raw,
            text: String::with_capacity(raw.len()),
            units: None,
        }
    }

    fn decode(mut self) -> Text {
        let mut at = 0;
        while let Some(rest) = self.raw.get(at..).filter(|rest| !rest.is_empty()) {
            at += self.step(rest);
        }
        match self.units {
            Some(units) => Text::from_utf16(&units),
            None => Text::from(self.text),
        }
    }

    /// Takes one character or escape off the front of `rest` and says how many bytes it had.
    fn step(&mut self, rest: &str) -> usize {
        let bytes = rest.as_bytes();
        match (self.quote, bytes) {
            (_, [b'\r', b'\n', ..]) => 1,
            (Quote::DollarSlashy, [b'$', next @ (b'$' | b'/'), ..]) => self.unit(u16::from(*next), 2),
            (quote, [b'\\', ..]) => {
                let escape = if quote.is_slashy() {
                    slashy_escape(quote, bytes)
                } else {
                    escape(bytes)
                };
                match escape {
                    Escape::Unit(unit, length) => self.unit(unit, length),
                    Escape::Line(length) => length,
                    Escape::Invalid => self.unit(u16::from(b'\\'), 1),
                }
            }
            _ => {
                let plain = rest.find(['\\', '\r', '$']).filter(|plain| *plain > 0);
                let length = plain.unwrap_or_else(|| {
                    if bytes.starts_with(b"\r") || bytes.starts_with(b"$") {
                        1
                    } else {
                        rest.len()
                    }
                });
                self.plain(rest.get(..length).unwrap_or(rest));
                length
            }
        }
    }

    fn plain(&mut self, text: &str) {
        match &mut self.units {
            Some(units) => units.extend(text.encode_utf16()),
            None => self.text.push_str(text),
        }
    }

    fn unit(&mut self, unit: u16, length: usize) -> usize {
        match (&mut self.units, char::from_u32(u32::from(unit))) {
            (Some(units), _) => units.push(unit),
            (None, Some(c)) => self.text.push(c),
            (None, None) => {
                let mut units: Vec<u16> = self.text.encode_utf16().collect();
                units.push(unit);
                self.units = Some(units);
            }
        }
        length
    }
}

/// Reads the escape at the start of `bytes`, a backslash, between slashes.
fn slashy_escape(quote: Quote, bytes: &[u8]) -> Escape {
    match bytes.get(1) {
        Some(b'/') if quote == Quote::Slashy => Escape::Unit(u16::from(b'/'), 2),
        Some(b'u') => unicode_escape(bytes),
        Some(b'\n' | b'\r') => line_escape(bytes),
        _ => Escape::Invalid,
    }
}
