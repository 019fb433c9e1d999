//! Reading a pattern character by character, as `java.util.regex.Pattern` does, so that errors name the same index.

/// A mistake in a pattern: what `PatternSyntaxException` tells.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SyntaxError {
    /// `getDescription()`.
    pub description: String,
    /// `getIndex()`.
    pub index: i32,
}

/// The pattern's code points and a place in them. Past the end everything reads as 0.
pub struct Cursor {
    points: Vec<u32>,
    /// The place of the next character.
    pub at: usize,
    /// Whether white space and comments are passed over.
    pub comments: bool,
}

/// The code of an ASCII character, for patterns of `match`.
pub const fn code(c: char) -> u32 {
    c as u32
}

impl Cursor {
    /// At the beginning of a pattern in UTF-16 units.
    pub fn new(units: &[u16], literal: bool) -> Cursor {
        let points = char::decode_utf16(units.iter().copied())
            .map(|c| c.map_or_else(|lone| lone.unpaired_surrogate() as u32, |c| c as u32))
            .collect();
        Cursor {
            points: if literal { points } else { without_quotes(points) },
            at: 0,
            comments: false,
        }
    }

    /// The number of code points.
    pub fn len(&self) -> usize {
        self.points.len()
    }

    /// Whether everything was read.
    pub fn at_end(&self) -> bool {
        self.at >= self.points.len()
    }

    /// The character at a place.
    pub fn get(&self, at: usize) -> u32 {
        self.points.get(at).copied().unwrap_or(0)
    }

    /// The error for what stands before the cursor.
    pub fn error<T>(&self, description: impl Into<String>) -> Result<T, SyntaxError> {
        Err(SyntaxError {
            description: description.into(),
            index: self.at as i32 - 1,
        })
    }

    /// The next character, not yet read.
    pub fn peek(&mut self) -> u32 {
        if self.comments {
            self.pass_blank();
        }
        self.get(self.at)
    }

    /// Moves on and looks at the character there.
    pub fn next(&mut self) -> u32 {
        self.at += 1;
        self.peek()
    }

    /// Moves on and looks, white space included.
    pub fn next_escaped(&mut self) -> u32 {
        self.at += 1;
        self.get(self.at)
    }

    /// Reads a character.
    pub fn read(&mut self) -> u32 {
        let c = self.peek();
        self.at += 1;
        c
    }

    /// Reads the character after the next one, white space included.
    pub fn skip(&mut self) -> u32 {
        let c = self.get(self.at + 1);
        self.at += 2;
        c
    }

    /// Goes back by one.
    pub fn unread(&mut self) {
        self.at = self.at.saturating_sub(1);
    }

    /// Reads a character that must stand there.
    pub fn accept(&mut self, wanted: char, description: &str) -> Result<(), SyntaxError> {
        if self.read() == wanted as u32 {
            Ok(())
        } else {
            self.error(description)
        }
    }

    /// Passes over one of some characters, if it is next.
    pub fn next_if_any(&mut self, wanted: &str) {
        if char::from_u32(self.peek()).is_some_and(|c| wanted.contains(c)) {
            self.at += 1;
        }
    }

    /// Reads a decimal digit, if one is next.
    pub fn digit(&mut self) -> Option<u32> {
        let digit = char::from_u32(self.peek())?.to_digit(10)?;
        self.at += 1;
        Some(digit)
    }

    fn pass_blank(&mut self) {
        loop {
            match char::from_u32(self.get(self.at)) {
                Some(' ' | '\t'..='\r') => self.at += 1,
                Some('#') => {
                    while !self.at_end()
                        && !matches!(
                            char::from_u32(self.get(self.at)),
                            Some('\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
                        )
                    {
                        self.at += 1;
                    }
                }
                _ => return,
            }
        }
    }
}

/// The pattern with what stands between `\Q` and `\E` escaped one by one.
fn without_quotes(points: Vec<u32>) -> Vec<u32> {
    const BACKSLASH: u32 = code('\\');
    let mut out = Vec::with_capacity(points.len());
    let (mut quoted, mut first, mut i) = (false, false, 0);
    while let Some(&point) = points.get(i) {
        let following = points.get(i + 1).copied();
        if quoted {
            if point == BACKSLASH && following == Some(code('E')) {
                (quoted, i) = (false, i + 2);
                continue;
            }
            match char::from_u32(point) {
                Some(c) if c.is_ascii_digit() && first => out.extend("\\x3".chars().chain([c]).map(code)),
                Some(c) if c.is_ascii() && !c.is_ascii_alphanumeric() => out.extend([BACKSLASH, point]),
                _ => out.push(point),
            }
            (first, i) = (false, i + 1);
        } else if point == BACKSLASH && following == Some(code('Q')) {
            (quoted, first, i) = (true, true, i + 2);
        } else {
            out.push(point);
            // What follows a backslash is not the beginning of a quotation.
            if let (BACKSLASH, Some(escaped)) = (point, following) {
                out.push(escaped);
                i += 1;
            }
            i += 1;
        }
    }
    out
}
