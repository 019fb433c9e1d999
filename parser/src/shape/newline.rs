//! Which line breaks and semicolons end a statement.

use rovy_lexer::{Span, TokenKind};

use super::{Frame, Region, Shaper, Terminal};

impl Shaper<'_> {
    /// A run of line breaks at `at`: ends the statement, or is left out.
    pub(super) fn newline(&mut self, frame: &mut Frame, at: usize, to: usize) -> usize {
        let next = self.skip_newlines(at);
        if self.missing_arrow.take_if(|missing| *missing == at).is_some() {
            self.put(Terminal::Plain(TokenKind::Arrow), Span::at(self.span(at).start));
            frame.begin_closure_body();
            return next;
        }
        let inside = !frame.region.has_statements() || frame.at_start || next >= to;
        if inside || !self.can_end || frame.in_case || self.continues(frame, next) {
            return next;
        }
        self.statement_end(frame, at, next);
        next
    }

    /// Ends a statement at `at`, before the token at `next`: labels of a switch need no separator in front.
    fn statement_end(&mut self, frame: &mut Frame, at: usize, next: usize) {
        if frame.region.is_switch() && self.starts_label(next) {
            frame.restart();
        } else {
            self.separator(frame, at);
        }
    }

    pub(super) fn separator(&mut self, frame: &mut Frame, at: usize) {
        self.put_as(Terminal::Separator, at);
        frame.restart();
    }

    /// A semicolon between statements. Before `else` and before a label it is left out.
    pub(super) fn semicolon(&mut self, frame: &mut Frame, at: usize) -> usize {
        let mut next = at + 1;
        while next < self.tokens.len() && matches!(self.kind(next), TokenKind::Newline | TokenKind::Semicolon) {
            next += 1;
        }
        if self.kind(next) == TokenKind::Else {
            return next;
        }
        self.statement_end(frame, at, next);
        next
    }

    pub(super) fn starts_label(&self, at: usize) -> bool {
        match self.kind(at) {
            TokenKind::Case => true,
            TokenKind::Default => matches!(self.kind(at + 1), TokenKind::Colon | TokenKind::Arrow),
            _ => false,
        }
    }

    /// Whether the token at `at`, first on its line, goes on with what the line before began.
    fn continues(&self, frame: &Frame, at: usize) -> bool {
        use TokenKind::*;
        match self.kind(at) {
            Dot | SafeDot | SpreadDot | MethodPointer | MethodReference | SafeChainDot => true,
            // `<T> T name()` declares a method.
            Less => !(frame.region.declares_methods() && self.scan_type_args(at).is_some()),
            Star | Percent | Slash | ShiftLeft | LessEqual | Greater | GreaterEqual | Equal | NotEqual | Identical
            | NotIdentical | Compare | Find | Match | And | Or | Xor | AndAnd | OrOr | Question | Elvis | Range
            | RangeExclusiveRight | RangeExclusiveLeft | RangeExclusiveBoth | Instanceof | NotIn | NotInstanceof => {
                true
            }
            Assign
            | PlusAssign
            | MinusAssign
            | StarAssign
            | SlashAssign
            | PercentAssign
            | PowerAssign
            | ShiftLeftAssign
            | ShiftRightAssign
            | ShiftRightUnsignedAssign
            | AndAssign
            | OrAssign
            | XorAssign
            | ElvisAssign => true,
            Arrow | Else | Catch | Finally => true,
            As | In => self.operand && !matches!(self.kind(at + 1), Assign | Dot),
            Comma => frame.in_assert,
            Colon => frame.ternaries > 0 || frame.in_assert,
            While => frame.dos > 0,
            LeftBrace => self.operand && !frame.region.is_class() && frame.region != Region::Resources,
            _ => false,
        }
    }
}
