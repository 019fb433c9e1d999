//! Statements with a header: `if`, loops, `try` and what belongs to them.

use rovy_lexer::TokenKind;

use super::{Frame, Region, Shaper, Terminal};

impl Shaper<'_> {
    /// A control keyword at `at`. `start` says that a statement starts there.
    pub(super) fn control(&mut self, frame: &mut Frame, at: usize, start: bool) -> usize {
        use TokenKind::*;
        match self.kind(at) {
            While if frame.dos > 0 && self.follows_do_body(start) => self.do_while(frame, at),
            If | While => {
                self.keep(at);
                self.head(frame, at + 1)
            }
            Synchronized => {
                self.keep(at);
                self.head(frame, at + 1)
            }
            For => self.for_head(frame, at),
            Switch => self.switch(at, true),
            Try => {
                self.keep(at);
                let mut at = self.skip_newlines(at + 1);
                if self.kind(at) == LeftParen {
                    at = self.bracketed(Terminal::HeadOpen, at, Region::Resources);
                }
                self.body_next(frame);
                at
            }
            Catch => self.catch(frame, at),
            Do => {
                frame.dos += 1;
                self.keep(at);
                self.body_next(frame);
                at + 1
            }
            _ => {
                self.keep(at);
                self.body_next(frame);
                at + 1
            }
        }
    }

    /// Whether the body of a `do` may have ended before this `while`.
    fn follows_do_body(&self, start: bool) -> bool {
        !start || self.last_plain() == Some(TokenKind::RightBrace)
    }

    fn do_while(&mut self, frame: &mut Frame, at: usize) -> usize {
        frame.dos -= 1;
        self.put_as(Terminal::DoWhile, at);
        let end = self.head(frame, at + 1);
        frame.at_start = false;
        frame.at_body = false;
        self.statement_ended();
        end
    }

    /// A statement follows that is the body of what came before.
    fn body_next(&mut self, frame: &mut Frame) {
        frame.begin_body();
        self.operand = false;
        self.can_end = false;
    }

    /// `(…)` after a keyword.
    fn head(&mut self, frame: &mut Frame, at: usize) -> usize {
        let open = self.skip_newlines(at);
        if self.kind(open) != TokenKind::LeftParen {
            return open;
        }
        let end = self.bracketed(Terminal::HeadOpen, open, Region::Group);
        self.body_next(frame);
        end
    }

    fn catch(&mut self, frame: &mut Frame, at: usize) -> usize {
        self.keep(at);
        let open = self.skip_newlines(at + 1);
        if self.kind(open) != TokenKind::LeftParen {
            return open;
        }
        let mate = self.mate(open);
        self.put_as(Terminal::ParamsOpen, open);
        let mut at = self.emit_modifiers(open + 1);
        let typed = self
            .scan_type(at)
            .is_some_and(|ty| self.is_name(ty.end) || self.kind(ty.end) == TokenKind::Or);
        if typed {
            at = self.emit_type(at);
            while self.kind(at) == TokenKind::Or {
                self.keep(at);
                at = self.emit_type(at + 1);
            }
        }
        self.region(Region::Group, at, mate);
        self.keep(mate);
        self.body_next(frame);
        mate + 1
    }

    fn for_head(&mut self, frame: &mut Frame, at: usize) -> usize {
        let open = self.skip_newlines(at + 1);
        if self.kind(open) != TokenKind::LeftParen {
            self.put_as(Terminal::ForEach, at);
            return open;
        }
        let mate = self.mate(open);
        if self.has_semicolon(open + 1, mate) {
            self.put_as(Terminal::ForClassic, at);
            self.put_as(Terminal::HeadOpen, open);
            self.region(Region::ForClassic, open + 1, mate);
        } else {
            self.put_as(Terminal::ForEach, at);
            self.put_as(Terminal::HeadOpen, open);
            let source = self.loop_variable(open + 1);
            self.region(Region::Group, source, mate);
        }
        self.keep(mate);
        self.body_next(frame);
        mate + 1
    }

    /// `modifiers Type name in`, or with a colon.
    fn loop_variable(&mut self, at: usize) -> usize {
        let bare = self.is_name(at) && matches!(self.kind(at + 1), TokenKind::In | TokenKind::Colon);
        let at = if bare { at } else { self.emit_modifiers(at) };
        let untyped = self.is_name(at) && matches!(self.kind(at + 1), TokenKind::In | TokenKind::Colon);
        let name = if untyped { at } else { self.emit_type_before_name(at) };
        if !self.is_name(name) {
            return name;
        }
        self.keep_as_name(name);
        if matches!(self.kind(name + 1), TokenKind::In | TokenKind::Colon) {
            self.put_as(Terminal::ForIn, name + 1);
            return name + 2;
        }
        name + 1
    }

    /// Whether a semicolon stands between `at` and `end`, outside further brackets.
    fn has_semicolon(&self, mut at: usize, end: usize) -> bool {
        while at < end {
            if self.kind(at) == TokenKind::Semicolon {
                return true;
            }
            at = self.mate(at).max(at) + 1;
        }
        false
    }
}
