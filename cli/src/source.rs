//! Script texts as files hold them.

use std::io::{self, ErrorKind, Read};
use std::path::Path;
use std::sync::mpsc::channel;
use std::time::Duration;

use rovy_parser::diagnostic::codes::INVALID_ENCODING;
use rovy_parser::{Diagnostic, Span};

/// A script's text, and what was found when its bytes were read.
#[derive(Debug)]
pub struct Source {
    pub path: String,
    pub text: String,
    pub findings: Vec<Diagnostic>,
}

impl Source {
    /// Reads a file.
    pub fn read(path: &Path) -> io::Result<Self> {
        let bytes = std::fs::read(path)?;
        Ok(Self::decoded(path.display().to_string(), &bytes))
    }

    /// Reads a file, or standard input for `-`, within some time: a pipe gives nothing before somebody writes into it.
    pub fn read_within(path: &Path, time: Option<Duration>) -> io::Result<Self> {
        let path = path.to_owned();
        let read = move || match path.as_os_str() == "-" {
            true => Self::read_input(),
            false => Self::read(&path),
        };
        let Some(time) = time else { return read() };
        let (done, result) = channel();
        // Nobody waits any more where the send fails.
        std::thread::spawn(move || drop(done.send(read())));
        let late = |_| Err(io::Error::new(ErrorKind::TimedOut, "nothing to read came in time"));
        result.recv_timeout(time).unwrap_or_else(late)
    }

    /// Reads standard input.
    pub fn read_input() -> io::Result<Self> {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        Ok(Self::decoded("-".to_owned(), &bytes))
    }

    /// Decodes UTF-8 as Java does: what is invalid becomes the replacement character.
    fn decoded(path: String, bytes: &[u8]) -> Self {
        let mut text = String::with_capacity(bytes.len());
        let mut invalid = Vec::new();
        for chunk in bytes.utf8_chunks() {
            text.push_str(chunk.valid());
            if !chunk.invalid().is_empty() {
                let start = offset(text.len());
                text.push(char::REPLACEMENT_CHARACTER);
                invalid.push((Span::new(start, offset(text.len())), chunk.invalid()));
            }
        }
        let findings = invalid
            .first()
            .map(|(span, bytes)| finding(*span, bytes, invalid.len()));
        Self {
            path,
            text,
            findings: findings.into_iter().collect(),
        }
    }
}

fn finding(span: Span, bytes: &[u8], places: usize) -> Diagnostic {
    let bytes: Vec<String> = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
    let more = match places {
        1 => String::new(),
        2 => " (and one more place)".to_owned(),
        _ => format!(" (and {} more places)", places - 1),
    };
    Diagnostic::warning(
        INVALID_ENCODING,
        span,
        format!("invalid UTF-8: {}{more}", bytes.join(" ")),
    )
    .help("save the file as UTF-8; until then the replacement character stands here")
}

fn offset(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invalid_bytes_become_the_replacement_character() {
        let source = Source::decoded("A.groovy".to_owned(), b"// \xE9 und \xFC");
        assert_eq!(source.text, "// \u{FFFD} und \u{FFFD}");
        let [found] = source.findings.as_slice() else {
            panic!("{:?}", source.findings);
        };
        assert_eq!(found.message, "invalid UTF-8: E9 (and one more place)");
        assert_eq!(found.span, Span::new(3, 6));
        assert!(!found.is_error());
    }

    #[test]
    fn valid_text_is_kept() {
        let source = Source::decoded("A.groovy".to_owned(), "é\0".as_bytes());
        assert_eq!(source.text, "é\0");
        assert!(source.findings.is_empty());
    }
}
