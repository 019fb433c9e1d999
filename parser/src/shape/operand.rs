//! Everything inside expressions that has no file of its own: casts, lambdas, colons, names that look like keywords.

use rovy_lexer::TokenKind;

use super::{Command, Frame, Region, Shaper, Terminal};

/// Whether a token is an operand by itself.
pub(super) fn is_operand(kind: TokenKind) -> bool {
    use TokenKind::*;
    matches!(
        kind,
        Identifier | Integer | Decimal | HexDecimal | String | This | Super | Null | True | False | Primitive | Void
    )
}

/// Whether an operand may end with a token.
pub(super) fn ends_operand(kind: TokenKind) -> bool {
    use TokenKind::*;
    is_operand(kind) || matches!(kind, GStringEnd | RightParen | RightBracket | RightBrace)
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
    pub(super) fn is_key(&self, frame: &Frame, at: usize) -> bool {
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
            && self.ends_generic_type(at, end)
        {
            let end = self.emit_type_args(at + 1);
            self.operand = true;
            self.can_end = true;
            return end;
        }
        at + 1
    }

    /// Whether `A<B>` before the token at `end` is a type: nothing stands there that `>` could compare with.
    fn ends_generic_type(&self, at: usize, end: usize) -> bool {
        use TokenKind::*;
        let capital = self.text(at).starts_with(char::is_uppercase);
        let next = self.skip_newlines(end);
        match self.kind(next) {
            MethodReference | MethodPointer | Dot | SafeDot | SpreadDot | SafeChainDot => true,
            RightParen | RightBracket | RightBrace | Comma | Semicolon => true,
            _ => next >= self.tokens.len() || capital && self.kind(end) == Newline,
        }
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
