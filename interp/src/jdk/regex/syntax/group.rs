//! Groups: capturing ones with and without a name, look-arounds, and flags set inside the pattern.

use super::class::character;
use super::{Flags, SyntaxError, Translator};

impl Translator {
    /// A group; false for one that only sets flags.
    pub(super) fn group(&mut self) -> Result<bool, SyntaxError> {
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
    pub(super) fn group_name(&mut self) -> Result<String, SyntaxError> {
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
}
