//! Commands: `a b, c d e` is `a(b, c).d(e)`.

use rovy_lexer::TokenKind;

use super::operand::is_operand;
use super::{Command, Frame, Shaper, Terminal};

impl Shaper<'_> {
    /// Puts out the mark of a command where an operand follows an operand.
    pub(super) fn command(&mut self, frame: &mut Frame, at: usize) {
        if !self.operand || !(self.starts_argument(at) || self.is_key(frame, at) || self.starts_list(frame, at)) {
            return;
        }
        let args = match frame.command {
            Command::No => !self.call_end,
            Command::Args => false,
            Command::Name(mark) => self.is_bare_name(mark + 1),
        };
        let here = self.out.len();
        frame.marks.push(here);
        frame.command = if args { Command::Args } else { Command::Name(here) };
        self.mark(
            if args {
                Terminal::CommandArgs
            } else {
                Terminal::CommandName
            },
            at,
        );
        self.operand = false;
    }

    /// `a b c, d` is `a.b(c, d)`: a comma shows that the arguments of a command begin one operand later.
    pub(super) fn shift_arguments(&mut self, frame: &mut Frame) {
        let &[first, second] = &frame.marks[..] else { return };
        let bare = |from, to| self.is_bare_name_in(from, to);
        let late = matches!(frame.command, Command::Name(mark) if mark == second)
            && bare(first + 1, second)
            && bare(second + 1, self.out.len());
        if late {
            for (mark, terminal) in [(first, Terminal::CommandName), (second, Terminal::CommandArgs)] {
                if let Some(shaped) = self.out.get_mut(mark) {
                    shaped.terminal = terminal;
                }
            }
            frame.command = Command::Args;
        }
    }

    /// `f [1], 2` and `f (1), 2`: neither an index nor a call can be followed by a comma where a statement began with a name,
    /// so the bracket begins the arguments of a command. So does the parenthesis of a lambda.
    pub(super) fn first_argument(&mut self, frame: &mut Frame, at: usize, lambda: bool) {
        use TokenKind::{Dot, Identifier, SafeDot};
        if !self.operand || frame.in_case {
            return;
        }
        let statement = self.out.get(frame.first..).unwrap_or_default();
        let list = self.kind(self.mate(at) + 1) == TokenKind::Comma
            && frame.region.has_statements()
            && !statement.is_empty()
            && statement
                .iter()
                .all(|shaped| matches!(shaped.terminal, Terminal::Plain(Identifier | Dot | SafeDot)));
        if list || lambda {
            frame.command = Command::Args;
            self.mark(Terminal::CommandArgs, at);
            self.operand = false;
        }
    }

    /// `a b(c d)` is `a.b((c d))`: parentheses around a command hold no arguments.
    pub(super) fn holds_command(&self, frame: &Frame, at: usize) -> bool {
        let &[mark] = &frame.marks[..] else { return false };
        if frame.command != Command::Args || !self.is_bare_name(mark + 1) {
            return false;
        }
        let end = self.mate(at);
        let mut at = at + 1;
        while at < end {
            let next = self.mate(at).max(at) + 1;
            let ends = matches!(
                self.kind(next - 1),
                TokenKind::Identifier | TokenKind::Integer | TokenKind::String
            );
            let continues = matches!(
                self.kind(next),
                TokenKind::Integer | TokenKind::Decimal | TokenKind::String | TokenKind::Identifier
            );
            if ends && continues && next < end {
                return true;
            }
            at = next;
        }
        false
    }

    /// Whether what could go on with an operand is the first of several arguments: `f { a }, b` and `f *a, b`.
    fn starts_list(&self, frame: &Frame, at: usize) -> bool {
        if !frame.region.has_statements() || !frame.marks.is_empty() || !self.is_bare_name(frame.first) {
            return false;
        }
        let end = match self.kind(at) {
            TokenKind::LeftBrace => self.mate(at) + 1,
            TokenKind::Star => match self.scan_qualified(at + 1) {
                Some(end) => end,
                None => return false,
            },
            _ => return false,
        };
        self.kind(end) == TokenKind::Comma
    }

    /// Whether nothing but one name or string was put out since `from`.
    fn is_bare_name(&self, from: usize) -> bool {
        self.is_bare_name_in(from, self.out.len())
    }

    fn is_bare_name_in(&self, from: usize, to: usize) -> bool {
        let since = self.out.get(from..to).unwrap_or_default();
        match since {
            [_] => true,
            [first, .., last] => {
                first.terminal == Terminal::Plain(TokenKind::GStringStart)
                    && last.terminal == Terminal::Plain(TokenKind::GStringEnd)
            }
            [] => false,
        }
    }

    /// Whether the token can only start an operand, never go on with one.
    pub(super) fn starts_argument(&self, at: usize) -> bool {
        use TokenKind::*;
        is_operand(self.kind(at))
            || matches!(
                self.kind(at),
                GStringStart | New | Not | BitNot | Permits | Record | Sealed | Trait | Var | Yield | Switch
            )
    }
}
