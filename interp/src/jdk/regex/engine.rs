//! Compiled patterns over the engine, and texts as the engine reads them.

use super::syntax::{Flags, LINE_ENDS, SyntaxError, translate};
use crate::value::Str;
use fancy_regex::{RegexBuilder, RegexInput};
use std::cell::OnceCell;
use std::rc::Rc;

/// How many steps back the engine may take in one search before it gives up.
const BACKTRACK_LIMIT: usize = 5_000_000;
/// Bytes that the automata of one pattern may take.
const SIZE_LIMIT: usize = 32 << 20;

/// A pattern: translated when made, compiled for the engine when first used in each form.
pub struct Regex {
    /// `pattern()`.
    pub pattern: Rc<Str>,
    /// The flags it was compiled with.
    flags: i32,
    /// `flags()`: with those that the pattern sets itself.
    pub all_flags: i32,
    /// `groupCount()` of its matchers.
    pub groups: usize,
    /// Named groups with their numbers.
    pub names: Vec<(String, usize)>,
    forms: [OnceCell<Result<fancy_regex::Regex, String>>; 4],
}

/// How much of a text must match.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// Some part at or after a place: `find()`.
    Find,
    /// A part that begins at the place: `lookingAt()`.
    Start,
    /// Everything from the place on: `matches()`.
    All,
}

/// Why a search gave no answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Failure {
    /// The engine cannot take the pattern.
    Unsupported(String),
    /// The engine took too many steps back.
    TooManySteps,
}

/// The groups of a match, 0 being all of it: where each begins and ends, in UTF-16 units of the whole text.
pub type Groups = Vec<Option<(usize, usize)>>;

impl Regex {
    /// Reads a pattern.
    pub fn new(pattern: &Rc<Str>, flags: i32) -> Result<Regex, SyntaxError> {
        let translation = translate(&pattern.to_units(), Flags(flags), true)?;
        Ok(Regex {
            pattern: pattern.clone(),
            flags,
            all_flags: translation.flags,
            groups: translation.groups,
            names: translation.names,
            forms: Default::default(),
        })
    }

    /// The number of a named group.
    pub fn group_number(&self, name: &str) -> Option<usize> {
        self.names.iter().find(|(n, _)| n == name).map(|(_, number)| *number)
    }

    fn form(&self, one_line: bool, all: bool) -> Result<&fancy_regex::Regex, Failure> {
        let [a, b, c, d] = &self.forms;
        let form = match (one_line, all) {
            (false, false) => a,
            (false, true) => b,
            (true, false) => c,
            (true, true) => d,
        };
        let compiled = form.get_or_init(|| self.compile(one_line, all));
        compiled.as_ref().map_err(|e| Failure::Unsupported(e.clone()))
    }

    fn compile(&self, one_line: bool, all: bool) -> Result<fancy_regex::Regex, String> {
        let translation = translate(&self.pattern.to_units(), Flags(self.flags), one_line);
        let text = translation.map_err(|e| e.description)?.text;
        let text = if all { format!("(?:{text})\\z") } else { text };
        RegexBuilder::new(&text)
            .backtrack_limit(BACKTRACK_LIMIT)
            .delegate_size_limit(SIZE_LIMIT)
            .build()
            .map_err(|e| e.to_string())
    }

    /// Searches a text from a unit on.
    pub fn search(&self, subject: &Subject, from: usize, mode: Mode) -> Result<Option<Groups>, Failure> {
        let Some(start) = subject.byte(from) else {
            return Ok(None);
        };
        let regex = self.form(subject.one_line, mode == Mode::All)?;
        let input = RegexInput::new(&*subject.utf8)
            .from_pos(start)
            .anchored(mode != Mode::Find);
        match regex.captures_input(input) {
            Ok(Some(found)) => {
                let place = |i: usize| {
                    let group = found.get(i)?;
                    Some((subject.unit(group.start()), subject.unit(group.end())))
                };
                Ok(Some((0..=self.groups).map(place).collect()))
            }
            Ok(None) => Ok(None),
            Err(_) => Err(Failure::TooManySteps),
        }
    }
}

/// A text, or the region of one that a matcher is confined to, as the engine reads it.
pub struct Subject {
    /// The whole text.
    pub text: Rc<Str>,
    /// The region.
    pub region: (usize, usize),
    utf8: String,
    /// The byte at which each unit of the region begins; none where units and bytes are the same.
    offsets: Option<Vec<u32>>,
    one_line: bool,
}

impl Subject {
    /// A whole text.
    pub fn new(text: &Rc<Str>) -> Subject {
        Subject::region(text, 0, text.len())
    }

    /// A region of a text.
    pub fn region(text: &Rc<Str>, from: usize, to: usize) -> Subject {
        let part = text.slice(from, to);
        let one_line = !part.iter().any(|u| LINE_ENDS.contains(&u));
        let (utf8, offsets) = match part.as_ascii() {
            Some(ascii) => (ascii.to_string(), None),
            None => widened(&part),
        };
        Subject {
            text: text.clone(),
            region: (from, to),
            utf8,
            offsets,
            one_line,
        }
    }

    /// The byte of a unit; none past the region's end. The second half of a character counts as the next one.
    fn byte(&self, unit: usize) -> Option<usize> {
        let at = unit.checked_sub(self.region.0)?;
        match &self.offsets {
            Some(offsets) => offsets.get(at).map(|b| *b as usize),
            None => (at <= self.utf8.len()).then_some(at),
        }
    }

    /// The unit of a byte.
    fn unit(&self, byte: usize) -> usize {
        let at = match &self.offsets {
            // The last unit at the byte: the second half of a pair is said to begin where the next character does.
            Some(offsets) => offsets.partition_point(|b| *b as usize <= byte).saturating_sub(1),
            None => byte,
        };
        self.region.0 + at
    }
}

fn widened(text: &Str) -> (String, Option<Vec<u32>>) {
    let mut utf8 = String::with_capacity(text.len() * 2);
    let mut offsets = Vec::with_capacity(text.len() + 1);
    for c in char::decode_utf16(text.iter()) {
        let c = c.unwrap_or('\u{fffd}');
        offsets.push(utf8.len() as u32);
        utf8.push(c);
        if c.len_utf16() == 2 {
            offsets.push(utf8.len() as u32);
        }
    }
    offsets.push(utf8.len() as u32);
    (utf8, Some(offsets))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(pattern: &str, text: &str) -> Option<(usize, usize)> {
        let regex = Regex::new(&Str::new(pattern), 0).ok()?;
        let subject = Subject::new(&Str::new(text));
        regex.search(&subject, 0, Mode::Find).ok()??.first().copied()?
    }

    #[test]
    fn means_what_java_means() {
        assert_eq!(find("a$", "a\n"), Some((0, 1)));
        assert_eq!(find("a$", "a\r\n"), Some((0, 1)));
        assert_eq!(find("a$", "a\n\n"), None);
        assert_eq!(find("a\\z", "a\n"), None);
        assert_eq!(find("(?m)b$", "a\nb\nc"), Some((2, 3)));
        assert_eq!(find("(?m)^c", "a\r\nb\rc"), Some((5, 6)));
        assert_eq!(find("\\w", "é"), None);
        assert_eq!(find("(?i)É", "é"), None);
        assert_eq!(find("(?iu)É", "é"), Some((0, 1)));
        assert_eq!(find("(?i)k", "\u{212a}"), None);
        assert_eq!(find("x(?<=a.{0,2})", "abx"), Some((2, 3)));
        assert_eq!(find("b", "😀b"), Some((2, 3)));
        assert_eq!(find("(a)\\1", "baa"), Some((1, 3)));
        assert_eq!(find("a.c", "a\u{85}c"), None);
        assert_eq!(find("\\Ra", "\r\na"), Some((0, 3)));
        assert_eq!(find("^*a", "a"), Some((0, 1)));
        assert_eq!(find("(?=a)*a", "a"), Some((0, 1)));
        assert_eq!(find("a{2}+b", "aab"), Some((0, 3)));
        assert_eq!(find("(?:a*+)a", "aaa"), None);
    }

    #[test]
    fn gives_up_on_runaway_patterns() {
        let regex = Regex::new(&Str::new("(a|aa)+\\1$"), 0).expect("a pattern");
        let subject = Subject::new(&Str::new(&format!("{}b", "a".repeat(60))));
        assert_eq!(regex.search(&subject, 0, Mode::All), Err(Failure::TooManySteps));
    }
}
