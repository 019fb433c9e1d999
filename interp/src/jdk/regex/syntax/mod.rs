//! Java's regular expressions read, and written in the engine's syntax with Java's meaning.
//!
//! The reading follows Java's own order of looking at characters, so that errors have the same text and index. Sets of
//! characters are worked out here and written as plain ranges: what `\w`, `\s`, `.` and case mean does not depend on the
//! engine. `$` and its kin are written as look-arounds, or as plain anchors for texts without any line terminator.

mod class;
mod cursor;
mod escape;
mod set;

pub use cursor::SyntaxError;

use class::character;
use cursor::Cursor;
use escape::Escape;
use set::Set;
use std::fmt::Write;

/// The flags of `Pattern.compile`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Flags(pub i32);

impl Flags {
    /// `Pattern.UNIX_LINES`.
    pub const UNIX_LINES: i32 = 1;
    /// `Pattern.CASE_INSENSITIVE`.
    pub const CASE_INSENSITIVE: i32 = 2;
    /// `Pattern.COMMENTS`.
    pub const COMMENTS: i32 = 4;
    /// `Pattern.MULTILINE`.
    pub const MULTILINE: i32 = 8;
    /// `Pattern.LITERAL`.
    pub const LITERAL: i32 = 16;
    /// `Pattern.DOTALL`.
    pub const DOTALL: i32 = 32;
    /// `Pattern.UNICODE_CASE`.
    pub const UNICODE_CASE: i32 = 64;
    /// `Pattern.CANON_EQ`.
    pub const CANON_EQ: i32 = 128;
    /// `Pattern.UNICODE_CHARACTER_CLASS`.
    pub const UNICODE_CHARACTER_CLASS: i32 = 256;

    /// Whether a flag is set.
    pub fn has(self, flag: i32) -> bool {
        self.0 & flag != 0
    }
}

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

    /// A group; false for one that only sets flags.
    fn group(&mut self) -> Result<bool, SyntaxError> {
        self.deeper()?;
        let saved = self.flags;
        if self.cursor.next() == '?' as u32 {
            match character(self.cursor.skip()) {
                ':' => self.out.push_str("(?:"),
                '=' => self.out.push_str("(?="),
                '!' => self.out.push_str("(?!"),
                '>' => self.out.push_str("(?>"),
                '<' => self.look_behind_or_name()?,
                '$' | '@' => return self.cursor.error("Unknown group type"),
                _ => {
                    self.cursor.unread();
                    self.inline_flags();
                    match character(self.cursor.read()) {
                        ')' => {
                            self.depth -= 1;
                            return Ok(false);
                        }
                        ':' => self.out.push_str("(?:"),
                        _ => return self.cursor.error("Unknown inline modifier"),
                    }
                }
            }
        } else {
            self.groups += 1;
            self.out.push('(');
        }
        self.alternatives()?;
        self.cursor.accept(')', "Unclosed group")?;
        self.set_flags(saved);
        self.out.push(')');
        self.depth -= 1;
        Ok(true)
    }

    fn look_behind_or_name(&mut self) -> Result<(), SyntaxError> {
        match character(self.cursor.read()) {
            '=' => self.out.push_str("(?<="),
            '!' => self.out.push_str("(?<!"),
            _ => {
                self.cursor.unread();
                let name = self.group_name()?;
                if self.names.iter().any(|(n, _)| *n == name) {
                    return self
                        .cursor
                        .error(format!("Named capturing group <{name}> is already defined"));
                }
                self.groups += 1;
                self.names.push((name, self.groups));
                self.out.push('(');
            }
        }
        Ok(())
    }

    /// Reads a group's name and the bracket that ends it.
    fn group_name(&mut self) -> Result<String, SyntaxError> {
        let mut c = character(self.cursor.read());
        if !c.is_ascii_alphabetic() {
            return self
                .cursor
                .error("capturing group name does not start with a Latin letter");
        }
        let mut name = String::new();
        while c.is_ascii_alphanumeric() {
            name.push(c);
            c = character(self.cursor.read());
        }
        if c != '>' {
            return self.cursor.error("named capturing group is missing trailing '>'");
        }
        Ok(name)
    }

    /// Reads `imsdux-imsdux`.
    fn inline_flags(&mut self) {
        let mut on = true;
        let mut c = self.cursor.peek();
        loop {
            let flag = match character(c) {
                'i' => Flags::CASE_INSENSITIVE,
                'm' => Flags::MULTILINE,
                's' => Flags::DOTALL,
                'd' => Flags::UNIX_LINES,
                'u' => Flags::UNICODE_CASE,
                'c' => Flags::CANON_EQ,
                'x' => Flags::COMMENTS,
                'U' => Flags::UNICODE_CHARACTER_CLASS | Flags::UNICODE_CASE,
                '-' if on => {
                    on = false;
                    c = self.cursor.next();
                    continue;
                }
                _ => return,
            };
            let bits = if on { self.flags.0 | flag } else { self.flags.0 & !flag };
            self.set_flags(Flags(bits));
            c = self.cursor.next();
        }
    }

    /// Reads what repeats the part that was written from a place on.
    fn quantifier(&mut self, start: usize) -> Result<(), SyntaxError> {
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

    fn any_character(&self) -> &'static str {
        if self.flags.has(Flags::DOTALL) || self.one_line {
            "(?s:.)"
        } else if self.flags.has(Flags::UNIX_LINES) {
            "[^\\n]"
        } else {
            "[^\\n\\r\\x{85}\\x{2028}\\x{2029}]"
        }
    }

    fn line_start(&mut self) {
        let text = if !self.flags.has(Flags::MULTILINE) || self.one_line {
            "\\A"
        } else if self.flags.has(Flags::UNIX_LINES) {
            "(?:\\A|(?<=\\n)(?!\\z))"
        } else {
            "(?:\\A|(?<=[\\n\\x{85}\\x{2028}\\x{2029}])(?!\\z)|(?<=\\r)(?![\\n])(?!\\z))"
        };
        self.out.push_str(text);
    }

    fn line_end(&mut self) {
        let text = if !self.flags.has(Flags::MULTILINE) {
            self.last_line_end()
        } else if self.one_line {
            "\\z".into()
        } else if self.flags.has(Flags::UNIX_LINES) {
            "(?:(?=\\n)|\\z)".into()
        } else {
            "(?:(?<!\\r)(?=\\n)|(?=[\\r\\x{85}\\x{2028}\\x{2029}])|\\z)".into()
        };
        self.out.push_str(&text);
    }

    /// `\Z`, and `$` outside of MULTILINE: the end, or before the line terminator that ends the text.
    fn last_line_end(&self) -> String {
        let text = if self.one_line {
            "\\z"
        } else if self.flags.has(Flags::UNIX_LINES) {
            "(?=\\n?\\z)"
        } else {
            "(?:\\z|(?<!\\r)(?=\\n\\z)|(?=\\r\\n?\\z)|(?=[\\x{85}\\x{2028}\\x{2029}]\\z))"
        };
        text.into()
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
