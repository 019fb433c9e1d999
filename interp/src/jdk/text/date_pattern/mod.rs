//! The patterns of `SimpleDateFormat`: reading them, formatting by them, parsing by them.

mod format;
mod read;

use crate::jdk::util::moment::Moment;
use crate::jdk::util::time_zone::TimeZone;
use format::format_field;
use read::Reader;

/// A part of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    /// Text that stands for itself.
    Text(String),
    /// A letter and how often it stands.
    Field(char, usize),
}

/// A pattern.
#[derive(Clone, Debug)]
pub struct DatePattern {
    /// As written.
    pub text: String,
    parts: Vec<Part>,
}

const LETTERS: &str = "GyYMLwWDdFEuaHkKhmsSzZX";

impl DatePattern {
    /// Reads a pattern; Java's message if it is none.
    pub fn new(text: &str) -> Result<DatePattern, String> {
        let mut parts: Vec<Part> = Vec::new();
        let push = |parts: &mut Vec<Part>, c: char| match parts.last_mut() {
            Some(Part::Text(text)) => text.push(c),
            _ => parts.push(Part::Text(c.to_string())),
        };
        let mut letters = text.chars().peekable();
        let mut quoted = false;
        while let Some(c) = letters.next() {
            if c == '\'' {
                if letters.next_if_eq(&'\'').is_some() {
                    push(&mut parts, '\'');
                } else {
                    quoted = !quoted;
                }
            } else if quoted || !c.is_ascii_alphabetic() {
                push(&mut parts, c);
            } else if LETTERS.contains(c) {
                let mut count = 1;
                while letters.next_if_eq(&c).is_some() {
                    count += 1;
                }
                parts.push(Part::Field(c, count));
            } else {
                return Err(format!("Illegal pattern character '{c}'"));
            }
        }
        if quoted {
            return Err("Unterminated quote".to_owned());
        }
        Ok(DatePattern {
            text: text.to_owned(),
            parts,
        })
    }

    /// A moment by the pattern.
    pub fn format(&self, millis: i64, zone: &TimeZone) -> String {
        let moment = Moment::at(millis, zone);
        let mut out = String::new();
        for part in &self.parts {
            match part {
                Part::Text(text) => out.push_str(text),
                Part::Field(letter, count) => format_field(&mut out, *letter, *count, &moment, millis, zone),
            }
        }
        out
    }

    /// Parses a text from a place: the moment and the place behind it, or the place where it failed.
    pub fn parse(
        &self,
        text: &str,
        from: usize,
        zone: &TimeZone,
        lenient: bool,
        now: i64,
    ) -> Result<(i64, usize), usize> {
        let units: Vec<char> = text.chars().collect();
        let mut reader = Reader::new(&units, from, zone, now);
        for (i, part) in self.parts.iter().enumerate() {
            match part {
                Part::Text(literal) => reader.literal(literal)?,
                Part::Field(letter, count) => {
                    let abutting = matches!(self.parts.get(i + 1), Some(Part::Field(next, _)) if is_numeric(*next));
                    reader.field(*letter, *count, abutting)?;
                }
            }
        }
        reader.moment(lenient)
    }
}

fn is_numeric(letter: char) -> bool {
    !"GEazZX".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(pattern: &str, text: &str) -> Result<(i64, usize), usize> {
        let pattern = DatePattern::new(pattern).unwrap_or_else(|message| panic!("{message}"));
        pattern.parse(text, 0, &TimeZone::gmt(), true, 1_700_000_000_000)
    }

    #[test]
    fn texts_are_parsed_as_java_does() {
        for (pattern, text, millis) in [
            ("yyyy-MM-dd", "2024-02-29", 1_709_164_800_000),
            ("yyyy-MM-dd'T'HH:mm:ssX", "2024-02-29T10:00:00Z", 1_709_200_800_000),
            (
                "yyyy-MM-dd'T'HH:mm:ssXXX",
                "2024-02-29T10:00:00+02:00",
                1_709_193_600_000,
            ),
            (
                "yyyy-MM-dd'T'HH:mm:ss.SSSZ",
                "2024-02-29T10:00:00.123+0000",
                1_709_200_800_123,
            ),
            (
                "EEE, dd MMM yyyy HH:mm:ss z",
                "Thu, 29 Feb 2024 10:00:00 GMT",
                1_709_200_800_000,
            ),
            ("yyyy-MM-dd", "2024-02-31", 1_709_337_600_000),
            ("yyyy-MM-dd", "2024-13-01", 1_735_689_600_000),
            ("yyyy-MM-dd", "24-1-2", -61_409_923_200_000),
            ("yy-MM-dd", "24-01-02", 1_704_153_600_000),
            ("yyyyMMddHHmmss", "20240102030405", 1_704_164_645_000),
            ("dd MMM yyyy", "2 jan 2024", 1_704_153_600_000),
            ("hh:mm a", "03:30 PM", 55_800_000),
            ("HH:mm:ss.SSS", "00:00:01.5", 1005),
        ] {
            assert_eq!(parse(pattern, text).map(|p| p.0), Ok(millis), "{text}");
        }
        assert_eq!(parse("yyyy-MM-dd", "2024/01/02"), Err(4));
        assert_eq!(parse("yyyy-MM-dd", ""), Err(0));
    }

    #[test]
    fn moments_are_formatted_as_java_does() {
        let at = |pattern: &str| {
            DatePattern::new(pattern)
                .map(|p| p.format(1_700_000_000_123, &TimeZone::gmt()))
                .unwrap_or_default()
        };
        assert_eq!(at("yyyy-MM-dd'T'HH:mm:ss.SSSZ"), "2023-11-14T22:13:20.123+0000");
        assert_eq!(at("EEE d MMM yy h:mm a z XXX"), "Tue 14 Nov 23 10:13 PM GMT Z");
        assert_eq!(at("EEEE MMMM D w W u k K"), "Tuesday November 318 46 3 2 22 10");
    }

    #[test]
    fn patterns_that_are_none_say_why() {
        assert_eq!(
            DatePattern::new("bogus").err().as_deref(),
            Some("Illegal pattern character 'b'")
        );
        assert_eq!(
            DatePattern::new("yyyy 'open").err().as_deref(),
            Some("Unterminated quote")
        );
    }
}
