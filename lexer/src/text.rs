//! The text of a string literal after its escapes are resolved.
//!
//! A Groovy string is a sequence of UTF-16 units and may hold half a surrogate pair (`"\uD800"`), which no Rust `str` can.
//! Nearly every literal is ordinary text, so the units are kept only for those that need them.

use std::borrow::Cow;
use std::fmt;

use smol_str::SmolStr;

/// Text that may hold lone surrogates.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Text {
    /// Ordinary text.
    Utf8(SmolStr),
    /// UTF-16 units with at least one lone surrogate.
    Utf16(Box<[u16]>),
}

impl Text {
    /// Text of UTF-16 units, as [`Text::Utf8`] wherever that is possible.
    #[must_use]
    pub fn from_utf16(units: &[u16]) -> Self {
        match String::from_utf16(units) {
            Ok(text) => Self::Utf8(text.into()),
            Err(_) => Self::Utf16(units.into()),
        }
    }

    /// The text, if it has no lone surrogate.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Utf8(text) => Some(text),
            Self::Utf16(_) => None,
        }
    }

    /// The text with U+FFFD for each lone surrogate.
    #[must_use]
    pub fn to_lossy(&self) -> Cow<'_, str> {
        match self {
            Self::Utf8(text) => Cow::Borrowed(text),
            Self::Utf16(units) => Cow::Owned(String::from_utf16_lossy(units)),
        }
    }

    /// Whether there is no text at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Utf8(text) => text.is_empty(),
            Self::Utf16(units) => units.is_empty(),
        }
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::Utf8(text.into())
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::Utf8(text.into())
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Utf8(text) => fmt::Debug::fmt(text, f),
            Self::Utf16(units) => {
                f.write_str("\"")?;
                for unit in char::decode_utf16(units.iter().copied()) {
                    match unit {
                        Ok(c) => write!(f, "{}", c.escape_debug())?,
                        Err(lone) => write!(f, "\\u{:04x}", lone.unpaired_surrogate())?,
                    }
                }
                f.write_str("\"")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lone_surrogates_need_units() {
        assert_eq!(Text::from_utf16(&[0xD834, 0xDD1E]).as_str(), Some("𝄞"));
        let lone = Text::from_utf16(&[0x61, 0xD800]);
        assert_eq!(lone.as_str(), None);
        assert_eq!(lone.to_lossy(), "a\u{FFFD}");
        assert_eq!(format!("{lone:?}"), "\"a\\ud800\"");
    }
}
