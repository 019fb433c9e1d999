//! Braces inside expressions: closures, with parameters and without.

use rovy_lexer::TokenKind;

use crate::diagnostic::{Diagnostic, codes};

use super::{Region, Shaper, Terminal};

/// What stands between a brace and its arrow.
enum Params {
    Found,
    None,
    /// Several names and no arrow before the line break at this index.
    MissingArrow(usize),
}

impl Shaper<'_> {
    /// `{` inside an expression.
    pub(super) fn closure(&mut self, at: usize) -> usize {
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

    pub(super) fn interpolation(&mut self, at: usize) -> usize {
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
                LeftParen if in_default && self.opens_lambda(at) => return Params::None,
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

    /// Whether the parenthesis at `at` holds a lambda's parameters and nothing that could be a value: `f = (a, b) -> …` and
    /// `f = () -> …` are statements, while `f = (a) -> …` is a parameter with a default value.
    fn opens_lambda(&self, at: usize) -> bool {
        let end = self.mate(at);
        let before = at.wrapping_sub(1);
        let is_call = self.is_name(before) || matches!(self.kind(before), TokenKind::RightParen | TokenKind::String);
        if is_call || self.kind(self.skip_newlines(end + 1)) != TokenKind::Arrow {
            return false;
        }
        let mut inside = self.skip_newlines(at + 1);
        if inside == end {
            return true;
        }
        while inside < end {
            if self.kind(inside) == TokenKind::Comma {
                return true;
            }
            inside = self.mate(inside).max(inside) + 1;
        }
        false
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
}
