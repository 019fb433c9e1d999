//! What a statement is, seen from its first tokens.

use rovy_lexer::TokenKind;

use super::{Frame, Region, Shaper, Terminal};

impl Shaper<'_> {
    /// The start of a statement at `at`: puts out what announces its kind.
    pub(super) fn statement(&mut self, frame: &mut Frame, at: usize) -> usize {
        use TokenKind::*;
        let class = frame.region.is_class();
        let body = std::mem::take(&mut frame.at_body);
        frame.at_start = false;
        frame.first = self.out.len();
        match self.kind(at) {
            Semicolon if frame.region != Region::ForClassic => {
                return self.leading_semicolon(frame, at, body);
            }
            If | While | For | Switch | Try | Do | Else | Catch | Finally => {
                return self.control(frame, at, true);
            }
            Synchronized if self.kind(self.skip_newlines(at + 1)) == LeftParen && !class => {
                return self.control(frame, at, true);
            }
            Default if !frame.region.is_switch() && self.kind(at + 1) == Colon => {
                self.keep(at);
                return at + 1;
            }
            Case | Default if frame.region.is_switch() && (self.kind(at) == Case || self.starts_label(at)) => {
                self.keep(at);
                frame.in_case = true;
                return at + 1;
            }
            Import | Package => return self.import(at),
            Return | Throw | Break | Continue => {
                self.keep(at);
                return at + 1;
            }
            Assert => {
                self.keep(at);
                frame.in_assert = true;
                return at + 1;
            }
            Yield if self.switch_exprs > 0 && self.yields(at + 1) => {
                self.keep(at);
                return at + 1;
            }
            LeftBrace if self.opens_block(at, body, class) => {
                let end = self.bracketed(Terminal::BlockOpen, at, Region::Block);
                self.statement_ended();
                return end;
            }
            Static if class && self.kind(self.skip_newlines(at + 1)) == LeftBrace => {
                self.put_as(Terminal::StaticInit, at);
                let end = self.bracketed(Terminal::BlockOpen, self.skip_newlines(at + 1), Region::Block);
                self.statement_ended();
                return end;
            }
            _ => {}
        }
        if self.is_label(at, class) {
            self.put(Terminal::Label, self.span(at).to(self.span(at + 1)));
            frame.at_start = true;
            frame.at_body = body;
            return self.skip_newlines(at + 2);
        }
        match self.declaration(frame, at) {
            Some(end) => end,
            None => self.token(frame, at),
        }
    }

    /// A semicolon where a statement starts: an empty statement as the body of a header, otherwise nothing.
    fn leading_semicolon(&mut self, frame: &mut Frame, at: usize, body: bool) -> usize {
        if body {
            self.put_as(Terminal::Empty, at);
            if self.kind(self.skip_newlines(at + 1)) != TokenKind::Else {
                self.separator(frame, at);
            }
            return at + 1;
        }
        frame.at_start = true;
        at + 1
    }

    /// `name:` before a statement.
    fn is_label(&self, at: usize, class: bool) -> bool {
        !class && self.is_name(at) && self.kind(at + 1) == TokenKind::Colon
    }

    /// Whether `yield` before the token at `next` is the keyword.
    fn yields(&self, next: usize) -> bool {
        use TokenKind::*;
        !matches!(
            self.kind(next),
            Assign
                | Dot
                | SafeDot
                | Newline
                | Semicolon
                | Comma
                | Colon
                | Increment
                | Decrement
                | PlusAssign
                | MinusAssign
                | RightBrace
        )
    }

    /// Whether the brace at `at`, where a statement starts, opens a block; otherwise it opens a closure. `body` says that the
    /// statement is the body of a header: even then `{ a } b` is a command.
    fn opens_block(&mut self, at: usize, body: bool, class: bool) -> bool {
        use TokenKind::*;
        let behind = self.mate(at) + 1;
        let used = matches!(
            self.kind(behind),
            Dot | SafeDot | SafeChainDot | SpreadDot | LeftParen | LeftBracket | MethodPointer
        );
        let commands = matches!(
            self.kind(behind),
            Identifier | Integer | Decimal | String | GStringStart
        );
        class || !commands && (body || !(used || self.has_closure_params(at)))
    }

    /// `(a, b) =`
    pub(super) fn assigns_several(&self, at: usize) -> bool {
        let mate = self.mate(at);
        let names = self.tokens.get(at + 1..mate).unwrap_or_default();
        self.kind(mate + 1) == TokenKind::Assign
            && names.len() > 1
            && (at + 1..mate).enumerate().all(|(nth, at)| match nth % 2 {
                0 => self.is_name(at),
                _ => self.kind(at) == TokenKind::Comma,
            })
    }

    /// `import static a.B.* as c`, `package a.b`
    fn import(&mut self, at: usize) -> usize {
        self.keep(at);
        let mut at = at + 1;
        if self.kind(at) == TokenKind::Static {
            self.keep(at);
            at += 1;
        }
        let Some(end) = self.import_name(at) else {
            return at;
        };
        self.put(Terminal::TypeName, self.span(at).to(self.span(end - 1)));
        at = end;
        match self.kind(at) {
            TokenKind::SpreadDot => {}
            TokenKind::Dot if self.kind(at + 1) == TokenKind::Star => {
                self.put(Terminal::ImportStar, self.span(at).to(self.span(at + 1)));
                at += 2;
            }
            TokenKind::As => {
                self.keep(at);
                at += 1;
                if self.is_name(at) {
                    self.keep_as_name(at);
                    at += 1;
                }
            }
            _ => {}
        }
        self.statement_ended();
        at
    }

    /// The index behind the dotted name of an import, in which a few keywords may stand.
    fn import_name(&self, at: usize) -> Option<usize> {
        let part = |at| self.is_name(at) || self.kind(at) == TokenKind::Def;
        let mut end = part(at).then_some(at + 1)?;
        while self.kind(end) == TokenKind::Dot && part(end + 1) {
            end += 2;
        }
        Some(end)
    }
}
