//! What depends on line terminators: `.`, `^`, `$` and `\Z`.

use super::{Flags, Translator};

impl Translator {
    pub(super) fn any_character(&self) -> &'static str {
        if self.flags.has(Flags::DOTALL) || self.one_line {
            "(?s:.)"
        } else if self.flags.has(Flags::UNIX_LINES) {
            "[^\\n]"
        } else {
            "[^\\n\\r\\x{85}\\x{2028}\\x{2029}]"
        }
    }

    pub(super) fn line_start(&mut self) {
        let text = if !self.flags.has(Flags::MULTILINE) || self.one_line {
            "\\A"
        } else if self.flags.has(Flags::UNIX_LINES) {
            "(?:\\A|(?<=\\n)(?!\\z))"
        } else {
            "(?:\\A|(?<=[\\n\\x{85}\\x{2028}\\x{2029}])(?!\\z)|(?<=\\r)(?![\\n])(?!\\z))"
        };
        self.out.push_str(text);
    }

    pub(super) fn line_end(&mut self) {
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
    pub(super) fn last_line_end(&self) -> String {
        let text = if self.one_line {
            "\\z"
        } else if self.flags.has(Flags::UNIX_LINES) {
            "(?=\\n?\\z)"
        } else {
            "(?:\\z|(?<!\\r)(?=\\n\\z)|(?=\\r\\n?\\z)|(?=[\\x{85}\\x{2028}\\x{2029}]\\z))"
        };
        text.into()
    }
}
