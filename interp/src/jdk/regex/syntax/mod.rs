//! Java's regular expressions read, and written in the engine's syntax with Java's meaning.
//!
//! The reading follows Java's own order of looking at characters, so that errors have the same text and index. Sets of
//! characters are worked out here and written as plain ranges: what `\w`, `\s`, `.` and case mean does not depend on the
//! engine. `$` and its kin are written as look-arounds, or as plain anchors for texts without any line terminator.

mod class;
mod cursor;
mod escape;
mod flags;
mod group;
mod line;
mod quantifier;
mod set;

pub use cursor::SyntaxError;
pub use flags::Flags;

use class::character;
use cursor::Cursor;
use escape::Escape;
use set::Set;

/// A pattern in the engine's syntax.
pub struct Translation {
    /// The pattern.
    pub text: String,
    /// The number of groups.
    pub groups: usize,
    /// Named groups with their numbers.
    pub names: Vec<(String, usize)>,
    /// The flags at the end: those that the pattern sets itself included.
    pub flags: i32,
}

/// The characters that end a line.
pub const LINE_ENDS: [u16; 5] = [0x0a, 0x0d, 0x85, 0x2028, 0x2029];

/// How deep groups and classes may nest.
const DEPTH: usize = 200;

/// Translates a pattern. With `one_line` the translation is for texts without any line terminator.
pub fn translate(pattern: &[u16], flags: Flags, one_line: bool) -> Result<Translation, SyntaxError> {
    let first = run(pattern, flags, one_line, None)?;
    let translator = if first.last_reference > first.groups {
        run(pattern, flags, one_line, Some(first.groups))?
    } else {
        first
    };
    Ok(Translation {
        text: translator.out,
        groups: translator.groups,
        names: translator.names,
        flags: translator.flags.0,
    })
}

fn run(pattern: &[u16], flags: Flags, one_line: bool, known: Option<usize>) -> Result<Translator, SyntaxError> {
    let literal = flags.has(Flags::LITERAL);
    let mut translator = Translator {
        cursor: Cursor::new(pattern, literal),
        flags,
        one_line,
        out: String::with_capacity(pattern.len() + 8),
        groups: 0,
        known_groups: known,
        last_reference: 0,
        names: Vec::new(),
        depth: 0,
    };
    translator.set_flags(flags);
    if literal {
        for at in 0..translator.cursor.len() {
            let c = character(translator.cursor.get(at));
            translator.write_char(c);
        }
        return Ok(translator);
    }
    translator.alternatives()?;
    if translator.cursor.at != translator.cursor.len() {
        return if translator.cursor.peek() == ')' as u32 {
            translator.cursor.error("Unmatched closing ')'")
        } else {
            translator.cursor.error("Unexpected internal error")
        };
    }
    Ok(translator)
}

/// A translation under way.
struct Translator {
    cursor: Cursor,
    flags: Flags,
    one_line: bool,
    out: String,
    groups: usize,
    known_groups: Option<usize>,
    last_reference: usize,
    names: Vec<(String, usize)>,
    depth: usize,
}

impl Translator {
    fn set_flags(&mut self, flags: Flags) {
        self.flags = flags;
        self.cursor.comments = flags.has(Flags::COMMENTS) && !flags.has(Flags::LITERAL);
    }

    fn deeper(&mut self) -> Result<(), SyntaxError> {
        self.depth += 1;
        if self.depth > DEPTH {
            return self.cursor.error("groups nested this deep are not supported");
        }
        Ok(())
    }

    /// `a|b|c`.
    fn alternatives(&mut self) -> Result<(), SyntaxError> {
        loop {
            self.sequence()?;
            if self.cursor.peek() != '|' as u32 {
                return Ok(());
            }
            self.cursor.next();
            self.out.push('|');
        }
    }

    fn sequence(&mut self) -> Result<(), SyntaxError> {
        loop {
            let start = self.out.len();
            match character(self.cursor.peek()) {
                '(' => {
                    if !self.group()? {
                        continue;
                    }
                }
                '[' => {
                    let set = self.class(true)?;
                    self.write_set(&set);
                }
                '\\' => self.escaped()?,
                '^' => {
                    self.cursor.next();
                    self.line_start();
                }
                '$' => {
                    self.cursor.next();
                    self.line_end();
                }
                '.' => {
                    self.cursor.next();
                    self.out.push_str(self.any_character());
                }
                '|' | ')' => return Ok(()),
                c @ ('?' | '*' | '+') => {
                    self.cursor.next();
                    return self.cursor.error(format!("Dangling meta character '{c}'"));
                }
                '\0' if self.cursor.at_end() => return Ok(()),
                // A counted repetition of nothing.
                '{' => {}
                c => {
                    self.cursor.next();
                    self.write_char(c);
                }
            }
            self.quantifier(start)?;
        }
    }

    fn escaped(&mut self) -> Result<(), SyntaxError> {
        let c = self.cursor.next_escaped();
        if c == 'p' as u32 || c == 'P' as u32 {
            let set = self.family()?;
            self.write_set(&set);
            return Ok(());
        }
        self.cursor.unread();
        match self.escape(false, false)? {
            Escape::Char(c) => self.write_char(character(c)),
            Escape::Set(set) => self.write_set(&set),
            Escape::Text(text) => self.out.push_str(&text),
        }
        Ok(())
    }

    /// Writes a character, or both cases of it.
    fn write_char(&mut self, c: char) {
        let set = set::folded(set::single(c), self.flags);
        self.write_set(&set);
    }

    fn write_set(&mut self, set: &Set) {
        let point = |c: char| {
            if c.is_ascii_alphanumeric() {
                c.to_string()
            } else {
                format!("\\x{{{:x}}}", c as u32)
            }
        };
        match set.ranges() {
            [] => self.out.push_str("(?!)"),
            [one] if one.start() == one.end() => self.out.push_str(&point(one.start())),
            ranges => {
                self.out.push('[');
                for range in ranges {
                    self.out.push_str(&point(range.start()));
                    if range.start() != range.end() {
                        self.out.push('-');
                        self.out.push_str(&point(range.end()));
                    }
                }
                self.out.push(']');
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn translated(pattern: &str, flags: i32) -> Result<String, SyntaxError> {
        let units: Vec<u16> = pattern.encode_utf16().collect();
        translate(&units, Flags(flags), false).map(|t| t.text)
    }

    #[test]
    fn writes_the_engines_syntax() {
        let is = |pattern: &str, text: &str| assert_eq!(translated(pattern, 0), Ok(text.into()), "{pattern}");
        is("a.c", "a[^\\n\\r\\x{85}\\x{2028}\\x{2029}]c");
        is("\\d+?", "(?:[0-9])+?");
        is("[a-f&&[^b]]*", "[ac-f]*");
        is("(?i)k\\Q.*\\E", "[Kk]\\x{2e}\\x{2a}");
        is("a++", "(?>(?:a)+)");
        is("(?<n>x)\\k<n>", "(x)(?:\\1)");
        is("(a)\\2", "(a)(?!)");
    }

    #[test]
    fn names_errors_as_java_does() {
        let fails = |pattern: &str, description: &str, index: i32| {
            let error = SyntaxError {
                description: description.into(),
                index,
            };
            assert_eq!(translated(pattern, 0), Err(error), "{pattern}");
        };
        fails("*a", "Dangling meta character '*'", 0);
        fails("a**", "Dangling meta character '*'", 2);
        fails("a{", "Illegal repetition", 2);
        fails("a{1", "Unclosed counted closure", 3);
        fails("a{2,1}", "Illegal repetition range", 5);
        fails("[a", "Unclosed character class", 1);
        fails("[^]", "Unclosed character class", 2);
        fails("[a-", "Illegal character range", 3);
        fails("[b-\\d]", "Illegal character range", 4);
        fails("(a", "Unclosed group", 2);
        fails("a)", "Unmatched closing ')'", 0);
        fails("(?<n>a)(?<n>b)", "Named capturing group <n> is already defined", 11);
        fails("(?<n", "named capturing group is missing trailing '>'", 4);
        fails("\\k<z>", "named capturing group <z> does not exist", 4);
        fails("\\", "Unexpected internal error", 1);
        fails("\\y", "Illegal/unsupported escape sequence", 1);
        fails("\\p{Foo}", "Unknown character property name {Foo}", 6);
        fails("\\p{", "Unclosed character family", 3);
        fails("\\p{}", "Empty character family", 3);
        fails("(?z)a", "Unknown inline modifier", 2);
        fails("(?i", "Unknown inline modifier", 3);
        fails("\\x1", "Illegal hexadecimal escape sequence", 3);
        fails("\\x{110000}", "Hexadecimal codepoint is too big", 8);
        fails("\\u12", "Illegal Unicode escape sequence", 4);
        fails("\\08", "Illegal octal escape sequence", 2);
        fails("\\c", "Illegal control escape sequence", 1);
        fails("a{99999999999}", "Illegal repetition range", 11);
        fails("x{,3}", "Illegal repetition", 2);
    }
}
