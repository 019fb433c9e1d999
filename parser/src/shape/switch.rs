//! `switch`: a statement, or an expression.

use rovy_lexer::TokenKind;

use super::{Region, Shaper, Terminal};

impl Shaper<'_> {
    /// `switch (…) { … }` with `at` at the keyword. Where a statement may stand, only arrows make it an expression.
    pub(super) fn switch(&mut self, at: usize, statement: bool) -> usize {
        let open = self.skip_newlines(at + 1);
        let brace = self.skip_newlines(self.mate(open) + 1);
        let braced = self.kind(open) == TokenKind::LeftParen && self.kind(brace) == TokenKind::LeftBrace;
        let value = !statement || (braced && self.has_arrow_case(brace));
        self.put_as(
            if value {
                Terminal::SwitchExpr
            } else {
                Terminal::Plain(TokenKind::Switch)
            },
            at,
        );
        if self.kind(open) != TokenKind::LeftParen {
            return open;
        }
        self.bracketed(Terminal::HeadOpen, open, Region::Group);
        if !braced {
            return brace;
        }
        let region = if value { Region::SwitchExpr } else { Region::Switch };
        self.switch_exprs += u32::from(value);
        let end = self.bracketed(Terminal::SwitchOpen, brace, region);
        self.switch_exprs -= u32::from(value);
        if !value {
            self.statement_ended();
        }
        end
    }

    /// Whether an arrow ends the first label between the braces at `brace`.
    fn has_arrow_case(&self, brace: usize) -> bool {
        let end = self.mate(brace);
        let mut at = self.skip_newlines(brace + 1);
        if !matches!(self.kind(at), TokenKind::Case | TokenKind::Default) {
            return false;
        }
        let mut ternaries = 0u32;
        while at < end {
            match self.kind(at) {
                TokenKind::Arrow => return true,
                TokenKind::Question => ternaries += 1,
                TokenKind::Colon if ternaries == 0 => return false,
                TokenKind::Colon => ternaries -= 1,
                TokenKind::Semicolon => return false,
                _ => {}
            }
            at = self.mate(at).max(at) + 1;
        }
        false
    }
}
