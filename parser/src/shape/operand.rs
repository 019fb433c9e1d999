//! Everything inside expressions: commands, casts, lambdas, closures, colons, and names that look like keywords.

use rovy_lexer::TokenKind;

use crate::diagnostic::{Diagnostic, codes};

use super::{Command, Frame, Region, Shaper, Terminal};

/// What stands between a brace and its arrow.
enum Params {
    Found,
    None,
    /// Several names and no arrow before the line break at this index.
    MissingArrow(usize),
}

impl Shaper<'_> {
    /// The token at `at`, somewhere in a statement.
    pub(super) fn token(&mut self, frame: &mut Frame, at: usize) -> usize {
        use TokenKind::*;
        if self.follows_dot()
            && let Some(end) = self.member(at)
        {
            return end;
        }
        self.command(frame, at);
        if self.is_key(frame, at) {
            self.keep_as_name(at);
            return at + 1;
        }
        match self.kind(at) {
            Identifier => self.name(frame, at),
            As if self.operand => self.type_operator(at),
            In if self.operand => self.plain(at),
            Instanceof | NotInstanceof => self.type_operator(at),
            As | In | Permits | Record | Sealed | Trait | Var | Yield => self.name(frame, at),
            New => self.new_object(at),
            LeftParen => self.paren(frame, at),
            LeftBracket | SafeBracket => self.bracket(frame, at),
            LeftBrace => self.closure(at),
            InterpolationOpen => self.interpolation(at),
            At => self.at_sign(at),
            Static if self.kind(at + 1) == Dot => {
                self.keep_as_name(at);
                at + 1
            }
            Question => {
                frame.ternaries += 1;
                self.plain(at)
            }
            Colon => self.colon(frame, at),
            Arrow => self.arrow(frame, at),
            Greater => self.greater(at),
            Increment | Decrement => self.increment(at),
            Comma => self.comma(frame, at),
            Semicolon if frame.region.has_statements() => self.semicolon(frame, at),
            Semicolon if frame.region == Region::ForClassic => {
                self.keep(at);
                frame.restart();
                at + 1
            }
            Else | Catch | Finally | While if frame.region.has_statements() => self.control(frame, at, false),
            Switch => self.switch(at, false),
            Assign => {
                frame.command = Command::No;
                self.plain(at)
            }
            Dot | SafeDot | SafeChainDot | SpreadDot if self.kind(self.skip_newlines(at + 1)) == At => {
                self.keep(at);
                let sign = self.skip_newlines(at + 1);
                self.put_as(Terminal::AttributeAt, sign);
                sign + 1
            }
            _ => self.plain(at),
        }
    }

    fn plain(&mut self, at: usize) -> usize {
        self.keep(at);
        at + 1
    }

    // Names.

    /// Whether the last terminal leads to the name of a member.
    fn follows_dot(&self) -> bool {
        use TokenKind::*;
        let last = self.out.last().map(|shaped| shaped.terminal);
        matches!(
            last,
            Some(
                Terminal::Plain(Dot | SafeDot | SafeChainDot | SpreadDot | MethodPointer | MethodReference)
                    | Terminal::AttributeAt
            )
        )
    }

    /// What may follow a dot: any word, a parenthesis, type arguments, `new`.
    fn member(&mut self, at: usize) -> Option<usize> {
        match self.kind(at) {
            TokenKind::New if self.last_plain() == Some(TokenKind::Dot) && self.creates(at + 1) => None,
            kind if kind.is_word() => {
                self.keep_as_name(at);
                Some(at + 1)
            }
            TokenKind::LeftParen => Some(self.bracketed(Terminal::Plain(TokenKind::LeftParen), at, Region::Group)),
            TokenKind::Less if self.scan_type_args(at).is_some() => Some(self.emit_type_args(at)),
            _ => None,
        }
    }

    /// Whether a type and arguments stand at `at`.
    fn creates(&self, at: usize) -> bool {
        self.scan_type(at)
            .is_some_and(|ty| self.kind(ty.end) == TokenKind::LeftParen)
    }

    /// A word before a colon that is a key.
    fn is_key(&self, frame: &Frame, at: usize) -> bool {
        self.kind(at).is_word()
            && self.kind(at + 1) == TokenKind::Colon
            && frame.ternaries == 0
            && !frame.in_case
            && !frame.in_assert
    }

    fn name(&mut self, frame: &Frame, at: usize) -> usize {
        let lambda = self.kind(at + 1) == TokenKind::Arrow && frame.region != Region::ClosureParams && !frame.in_case;
        if lambda {
            self.put_as(Terminal::LambdaName, at);
            return at + 1;
        }
        self.keep_as_name(at);
        if self.kind(at + 1) == TokenKind::Less
            && let Some(end) = self.scan_type_args(at + 1)
            && matches!(
                self.kind(end),
                TokenKind::MethodReference | TokenKind::MethodPointer | TokenKind::Dot
            )
        {
            let end = self.emit_type_args(at + 1);
            self.operand = true;
            self.can_end = true;
            return end;
        }
        at + 1
    }

    // Commands: `a b, c d e` is `a(b, c).d(e)`.

    /// Puts out the mark of a command where an operand follows an operand.
    fn command(&mut self, frame: &mut Frame, at: usize) {
        if !self.operand || !(self.starts_argument(at) || self.is_key(frame, at)) {
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
    fn shift_arguments(&mut self, frame: &mut Frame) {
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

    /// `a b(c d)` is `a.b((c d))`: parentheses around a command hold no arguments.
    fn holds_command(&self, frame: &Frame, at: usize) -> bool {
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
    fn starts_argument(&self, at: usize) -> bool {
        use TokenKind::*;
        matches!(
            self.kind(at),
            Identifier
                | Integer
                | Decimal
                | HexDecimal
                | String
                | GStringStart
                | New
                | This
                | Super
                | Null
                | True
                | False
                | Primitive
                | Void
                | Not
                | BitNot
                | Permits
                | Record
                | Sealed
                | Trait
                | Var
                | Yield
                | Switch
        )
    }

    // Brackets.

    /// `(`: arguments, a lambda's parameters, a cast, or a parenthesis.
    fn paren(&mut self, frame: &mut Frame, at: usize) -> usize {
        let mate = self.mate(at);
        let behind = self.skip_newlines(mate + 1);
        let lambda = self.kind(behind) == TokenKind::Arrow && frame.region != Region::ClosureParams;
        self.first_argument(frame, at, lambda);
        if self.kind(behind) == TokenKind::Arrow && !frame.in_case && frame.region != Region::ClosureParams {
            self.bracketed(Terminal::LambdaOpen, at, Region::Params);
            return behind;
        }
        if !self.operand && self.assigns_several(at) {
            self.mark(Terminal::AssignMulti, at);
            return self.bracketed(Terminal::MultiOpen, at, Region::Names);
        }
        if self.operand && self.holds_command(frame, at) {
            if let Some(shaped) = frame.marks.first().and_then(|mark| self.out.get_mut(*mark)) {
                shaped.terminal = Terminal::CommandName;
            }
            self.mark(Terminal::CommandArgs, at);
            return self.bracketed(Terminal::Plain(TokenKind::LeftParen), at, Region::Group);
        }
        if self.operand {
            let end = self.bracketed(Terminal::CallOpen, at, Region::Group);
            self.call_end = true;
            return end;
        }
        if self.casts(at) {
            self.put_as(Terminal::CastOpen, at);
            self.emit_type(at + 1);
            self.put_as(Terminal::CastClose, mate);
            return mate + 1;
        }
        self.bracketed(Terminal::Plain(TokenKind::LeftParen), at, Region::Group)
    }

    /// Whether the parenthesis at `at` holds nothing but a type and an operand follows it.
    fn casts(&self, at: usize) -> bool {
        use TokenKind::*;
        let mate = self.mate(at);
        let typed = self.scan_type(at + 1).is_some_and(|ty| ty.end == mate);
        if !typed || self.parenthesized.contains(&self.span(at).start) {
            return false;
        }
        let called = self.kind(mate + 1) == LeftParen;
        let empty = self.mate(mate + 1) == mate + 2 && self.kind(self.skip_newlines(mate + 3)) != Arrow;
        self.starts_argument(mate + 1)
            || called && !empty
            || matches!(
                self.kind(mate + 1),
                LeftBracket | LeftBrace | Plus | Minus | Increment | Decrement
            )
    }

    /// `[` and `?[`
    fn bracket(&mut self, frame: &mut Frame, at: usize) -> usize {
        self.first_argument(frame, at, false);
        let safe = self.kind(at) == TokenKind::SafeBracket;
        let open = match (self.operand, safe) {
            (true, false) => Terminal::IndexOpen,
            (true, true) => Terminal::Plain(TokenKind::SafeBracket),
            (false, _) => Terminal::Plain(self.kind(at)),
        };
        self.bracketed(open, at, Region::Group)
    }

    /// `f [1], 2` and `f (1), 2`: neither an index nor a call can be followed by a comma where a statement began with a name,
    /// so the bracket begins the arguments of a command. So does the parenthesis of a lambda.
    fn first_argument(&mut self, frame: &mut Frame, at: usize, lambda: bool) {
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

    /// `{` inside an expression.
    fn closure(&mut self, at: usize) -> usize {
        if std::mem::take(&mut self.block_after_arrow) {
            return self.bracketed(Terminal::BlockOpen, at, Region::Block);
        }
        let end = if self.has_closure_params(at) {
            self.bracketed(Terminal::ClosureParamsOpen, at, Region::ClosureParams)
        } else {
            self.bracketed(Terminal::ClosureOpen, at, Region::Closure)
        };
        self.call_end = true;
        end
    }

    fn interpolation(&mut self, at: usize) -> usize {
        let braced = self.text(at).len() > 1;
        if braced && self.has_closure_params(at) {
            self.bracketed(Terminal::InterpolationParamsOpen, at, Region::ClosureParams)
        } else {
            self.bracketed(Terminal::Plain(TokenKind::InterpolationOpen), at, Region::Closure)
        }
    }

    /// Whether the brace at `at` starts with parameters and an arrow. An arrow that is missing after several names is
    /// reported.
    pub(super) fn has_closure_params(&mut self, at: usize) -> bool {
        match self.scan_closure_params(at) {
            Params::Found => true,
            Params::None => false,
            Params::MissingArrow(line_break) => {
                self.missing_arrow = Some(line_break);
                self.report_missing_arrow(at, self.skip_newlines(line_break));
                true
            }
        }
    }

    fn scan_closure_params(&self, brace: usize) -> Params {
        use TokenKind::*;
        let end = self.mate(brace);
        let (mut in_default, mut several) = (false, false);
        let first = self.skip_newlines(brace + 1);
        let mut at = first;
        while at < end {
            match self.kind(at) {
                Arrow => return Params::Found,
                Semicolon => return Params::None,
                Newline if !in_default && self.ends_parameter(at) => {
                    return if several {
                        Params::MissingArrow(self.skip_newlines(at))
                    } else {
                        Params::None
                    };
                }
                Newline => {}
                Comma => {
                    in_default = false;
                    // `{ a, b` is nothing else, while `{ f a, b` calls.
                    several = several || at == first + 1;
                }
                Assign => in_default = true,
                LeftBracket => at = self.mate(at),
                LeftParen if in_default || self.after_annotation(at) => at = self.mate(at),
                LeftBrace | InterpolationOpen if in_default => at = self.mate(at),
                Dot | Primitive | Less | Greater | Question | Def | Final | At | Ellipsis | Extends | Super | And => {}
                _ if in_default || self.is_name(at) => {}
                _ => return Params::None,
            }
            at += 1;
        }
        Params::None
    }

    fn report_missing_arrow(&mut self, brace: usize, next: usize) {
        let (place, open) = (self.span(next), self.span(brace));
        if self.diagnostics.iter().any(|known| known.span == place) {
            return;
        }
        let message = format!(
            "found `{}`, expected `->` after the parameters of the closure",
            self.text(next)
        );
        let diagnostic =
            Diagnostic::error(codes::UNEXPECTED_TOKEN, place, message).label(open, "the closure begins here");
        self.diagnostics.push(diagnostic);
    }

    /// Whether the line break at `at` stands behind a parameter, and nothing behind it goes on with the list.
    fn ends_parameter(&self, at: usize) -> bool {
        use TokenKind::*;
        let before = at.wrapping_sub(1);
        let ended = self.is_name(before) || matches!(self.kind(before), RightBracket | RightParen);
        let goes_on = matches!(
            self.kind(self.skip_newlines(at)),
            Arrow | Comma | Assign | Greater | And | Extends | Super
        );
        ended && !goes_on && !self.after_annotation(at)
    }

    /// Whether the tokens before `at` are an annotation's name.
    fn after_annotation(&self, at: usize) -> bool {
        let mut before = at.wrapping_sub(1);
        if self.kind(before) == TokenKind::RightParen {
            before = self.mate(before).wrapping_sub(1);
        }
        while self.is_name(before) && self.kind(before.wrapping_sub(1)) == TokenKind::Dot {
            before = before.wrapping_sub(2);
        }
        self.is_name(before) && self.kind(before.wrapping_sub(1)) == TokenKind::At
    }

    // Operators.

    /// `as`, `instanceof`, `!instanceof` and the type after them.
    fn type_operator(&mut self, at: usize) -> usize {
        self.keep(at);
        let ty = self.skip_newlines(at + 1);
        let end = self.emit_type(ty);
        self.operand = true;
        self.can_end = true;
        end
    }

    /// `new T(…)`, `new T[…]`
    fn new_object(&mut self, at: usize) -> usize {
        self.keep(at);
        let mut at = self.emit_type_name(self.skip_newlines(at + 1));
        if self.kind(self.scan_annotations(at)) == TokenKind::LeftBracket {
            return self.new_array(at);
        }
        let open = self.skip_newlines(at);
        if self.kind(open) == TokenKind::LeftParen {
            at = self.bracketed(Terminal::CallOpen, open, Region::Group);
            if self.kind(at) == TokenKind::LeftBrace {
                at = self.bracketed(Terminal::ClassOpen, at, Region::Class);
            }
        }
        self.operand = true;
        self.can_end = true;
        self.call_end = false;
        at
    }

    fn new_array(&mut self, mut at: usize) -> usize {
        let mut sized = false;
        loop {
            let open = self.scan_annotations(at);
            if self.kind(open) != TokenKind::LeftBracket {
                break;
            }
            if self.mate(open) == open + 1 {
                self.put(Terminal::Dims, self.span(open).to(self.span(open + 1)));
                at = open + 2;
            } else {
                sized = true;
                at = self.bracketed(Terminal::SizeOpen, open, Region::Group);
            }
        }
        let brace = self.skip_newlines(at);
        if self.kind(brace) == TokenKind::LeftBrace && !sized {
            at = self.bracketed(Terminal::ArrayOpen, brace, Region::Group);
        }
        self.operand = true;
        self.can_end = true;
        at
    }

    /// An annotation as a value, among another's members.
    fn at_sign(&mut self, at: usize) -> usize {
        if self.annotations > 0 && self.scan_annotation_name(at).is_some() {
            let end = self.emit_annotations(at);
            self.operand = true;
            return end;
        }
        self.plain(at)
    }

    fn colon(&mut self, frame: &mut Frame, at: usize) -> usize {
        if frame.ternaries > 0 {
            frame.ternaries -= 1;
            self.put_as(Terminal::TernaryColon, at);
        } else if std::mem::take(&mut frame.in_case) {
            self.put_as(Terminal::CaseColon, at);
            frame.restart();
        } else if std::mem::take(&mut frame.in_assert) {
            self.put_as(Terminal::AssertColon, at);
        } else {
            self.put_as(Terminal::KeyColon, at);
        }
        at + 1
    }

    fn arrow(&mut self, frame: &mut Frame, at: usize) -> usize {
        if frame.region == Region::ClosureParams {
            self.keep(at);
            frame.begin_closure_body();
        } else if std::mem::take(&mut frame.in_case) {
            self.put_as(Terminal::CaseArrow, at);
            frame.begin_body();
        } else {
            self.keep(at);
            let next = self.skip_newlines(at + 1);
            self.block_after_arrow = self.kind(next) == TokenKind::LeftBrace;
            return next;
        }
        at + 1
    }

    /// `>`, or several of them that stand together.
    fn greater(&mut self, at: usize) -> usize {
        let more = (at + 1..at + 3)
            .take_while(|next| self.kind(*next) == TokenKind::Greater)
            .count();
        let (terminal, length) = match more {
            0 => (Terminal::Plain(TokenKind::Greater), 1),
            1 => (Terminal::ShiftRight, 2),
            _ => (Terminal::ShiftRightUnsigned, 3),
        };
        self.put(terminal, self.span(at).to(self.span(at + length - 1)));
        at + length
    }

    /// `++` and `--` end an operand if they follow one.
    fn increment(&mut self, at: usize) -> usize {
        let postfix = self.operand;
        self.keep(at);
        self.operand = postfix;
        self.can_end = postfix;
        at + 1
    }

    fn comma(&mut self, frame: &mut Frame, at: usize) -> usize {
        self.shift_arguments(frame);
        self.keep(at);
        frame.at_param = matches!(frame.region, Region::Params | Region::ClosureParams | Region::Names);
        at + 1
    }
}
