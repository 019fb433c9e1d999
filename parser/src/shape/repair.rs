//! Repairs brackets that do not match, and says what is wrong with them.
//!
//! A parenthesis or square bracket that is never closed is closed at the end of the line on which its expression seems to
//! end; a brace where the indentation says so. The place reported first is the one where Groovy's parser gets stuck; the
//! bracket itself is labelled.

use rovy_lexer::{Span, Token, TokenKind};

use super::brackets::{closer, is_closer};
use super::operand::ends_operand;
use crate::diagnostic::{Diagnostic, codes};

/// How many brackets are looked at closely; the others are closed where they are missed.
const MAX_REPAIRS: usize = 20;

/// Where braces are closed that never are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Braces {
    /// Where the indentation says that they end.
    ByIndentation,
    /// At the end of the text, as Groovy sees it.
    AtEnd,
}

/// Tokens whose brackets match.
#[derive(Debug, Default)]
pub(super) struct Repaired {
    pub tokens: Vec<Token>,
    pub diagnostics: Vec<Diagnostic>,
    /// The braces of blocks and classes that are never closed: where Groovy gets stuck because of them only a parser knows.
    pub unclosed: Vec<Span>,
}

/// Returns `tokens` with brackets dropped and added until they match.
pub(super) fn repair(source: &str, tokens: Vec<Token>, braces: Braces) -> Repaired {
    let mut repair = Repair {
        source,
        braces,
        repairs: 0,
        repaired: Repaired {
            tokens,
            ..Repaired::default()
        },
    };
    while repair.pass() {}
    repair.repaired
}

/// A bracket that is open, and its index among the tokens put out.
#[derive(Debug, Clone, Copy)]
struct Open {
    token: Token,
    at: usize,
}

impl Open {
    fn is_closed_by(&self, close: Token) -> bool {
        closer(self.token.kind) == Some(close.kind)
    }

    fn is_group(&self) -> bool {
        !matches!(self.token.kind, TokenKind::LeftBrace | TokenKind::InterpolationOpen)
    }
}

struct Repair<'s> {
    source: &'s str,
    braces: Braces,
    repairs: usize,
    repaired: Repaired,
}

impl Repair<'_> {
    /// Walks all tokens once. Whether another walk is needed, since a brace was closed in the middle.
    fn pass(&mut self) -> bool {
        let tokens = std::mem::take(&mut self.repaired.tokens);
        let mut out = Vec::with_capacity(tokens.len() + 8);
        let mut open: Vec<Open> = Vec::new();
        for token in tokens {
            if closer(token.kind).is_some() {
                open.push(Open { token, at: out.len() });
                out.push(token);
            } else if is_closer(token.kind) {
                self.close(token, &mut open, &mut out);
            } else {
                out.push(token);
            }
        }
        let again = self.finish(&mut open, &mut out);
        self.repaired.tokens = out;
        again
    }

    fn close(&mut self, token: Token, open: &mut Vec<Open>, out: &mut Vec<Token>) {
        let Some(last) = open.last().copied() else {
            return self.report_stray(token);
        };
        if last.is_closed_by(token) {
            open.pop();
            out.push(token);
            return;
        }
        let group = token.kind != TokenKind::RightBrace && token.kind != TokenKind::InterpolationClose;
        let mut reach = open
            .iter()
            .rev()
            .take_while(|open| !group || open.is_group() || !last.is_group());
        let matched = reach.any(|open| open.is_closed_by(token));
        match (matched, last.is_group() && group) {
            // `[1, 2)`
            (false, true) => {
                self.report_mismatch(last, token);
                open.pop();
                self.push_closer(last, token.span, out);
            }
            (false, false) => self.report_stray(token),
            // `f([1, 2)`, `{ f(1 }`, `f({ 1 )`
            (true, _) => {
                let mut reported = None;
                while let Some(inner) = open.pop() {
                    if inner.is_closed_by(token) {
                        break;
                    }
                    reported = Some(self.close_early(inner, token.span, reported, out));
                }
                out.push(token);
            }
        }
    }

    /// Closes a bracket that `next` shows to be open still. `reported` is the place of the last such report: brackets that
    /// are missed at one place are one mistake. Returns that place.
    fn close_early(&mut self, open: Open, next: Span, reported: Option<Span>, out: &mut Vec<Token>) -> Span {
        let index = if open.is_group() {
            self.expression_end(open, out)
        } else {
            None
        };
        let place = match index {
            Some(index) => out.get(index + 1).map_or(next, |token| token.span),
            None => next,
        };
        if reported != Some(place) {
            self.report_unclosed(open, place);
        }
        let index = index.unwrap_or(out.len());
        let start = out.get(index).map_or(next.start, |token| token.span.start);
        if let Some(kind) = closer(open.token.kind) {
            out.insert(
                index,
                Token {
                    kind,
                    span: Span::at(start),
                },
            );
        }
        place
    }

    /// The first line break inside an open group behind which a new statement seems to begin.
    fn expression_end(&mut self, open: Open, out: &[Token]) -> Option<usize> {
        self.repairs += 1;
        if self.repairs > MAX_REPAIRS {
            return None;
        }
        let mut depth = 0usize;
        for (at, token) in out.iter().enumerate().skip(open.at + 1) {
            if closer(token.kind).is_some() {
                depth += 1;
            } else if is_closer(token.kind) {
                depth = depth.saturating_sub(1);
            } else if token.kind == TokenKind::Newline && depth == 0 {
                let before = out
                    .get(at.wrapping_sub(1))
                    .is_some_and(|token| ends_operand(token.kind));
                let behind = out.get(at + 1).is_some_and(|token| starts_statement(token.kind));
                if before && behind {
                    return Some(at);
                }
            }
        }
        None
    }

    /// Closes what is open at the end.
    fn finish(&mut self, open: &mut Vec<Open>, out: &mut Vec<Token>) -> bool {
        let end = Span::at(self.source.len() as u32);
        let mut reported = None;
        while let Some(last) = open.pop() {
            if last.is_group() {
                reported = Some(self.close_early(last, end, reported, out));
                continue;
            }
            // Braces match from the inside, so it is the outermost one that is left over.
            let first_brace = open.iter().find(|open| !open.is_group()).copied().unwrap_or(last);
            if self.close_brace(first_brace, last, out) {
                return true;
            }
            self.push_closer(last, end, out);
            reported = Some(end);
        }
        false
    }

    /// Reports the brace `left_over` at the end of the text, and closes the one that seems to be meant where it seems to end.
    /// Whether it was closed.
    fn close_brace(&mut self, left_over: Open, last: Open, out: &mut Vec<Token>) -> bool {
        self.repairs += 1;
        if self.repairs > MAX_REPAIRS {
            return false;
        }
        let suspect = self.suspect(left_over, out).unwrap_or(last);
        if !self.repaired.unclosed.contains(&left_over.token.span) {
            self.report_brace(left_over, suspect, out);
        }
        if self.braces == Braces::AtEnd {
            return false;
        }
        match self.block_end(suspect, out) {
            Some(index) => {
                let start = out.get(index).map_or(0, |token| token.span.start);
                out.insert(
                    index,
                    Token {
                        kind: TokenKind::RightBrace,
                        span: Span::at(start),
                    },
                );
                true
            }
            None => false,
        }
    }

    /// The first brace behind `left_over` whose closing brace stands further left than its line begins.
    fn suspect(&self, left_over: Open, out: &[Token]) -> Option<Open> {
        let mut open = Vec::new();
        let mut indentation = 0;
        let mut first_on_line = false;
        for (at, token) in out.iter().enumerate().skip(left_over.at + 1) {
            if first_on_line {
                indentation = self.indentation(*token);
            }
            if closer(token.kind).is_some() {
                open.push((Open { token: *token, at }, indentation));
            } else if is_closer(token.kind)
                && let Some((opener, outside)) = open.pop()
                && token.kind == TokenKind::RightBrace
                && first_on_line
                && indentation < outside
            {
                return Some(opener);
            }
            first_on_line = token.kind == TokenKind::Newline;
        }
        None
    }

    /// The line break behind which the indentation is no more that of the block at `open`.
    fn block_end(&self, open: Open, out: &[Token]) -> Option<usize> {
        let outside = self.indentation(open.token);
        let mut lines = out
            .iter()
            .enumerate()
            .skip(open.at + 1)
            .filter(|(_, token)| token.kind == TokenKind::Newline);
        let first_inside = lines.clone().next().and_then(|(at, _)| out.get(at + 1))?;
        if self.indentation(*first_inside) <= outside {
            return None;
        }
        let ends = |token: &Token| {
            let indentation = self.indentation(*token);
            indentation < outside || indentation == outside && !is_closer(token.kind)
        };
        lines
            .find(|(at, _)| out.get(at + 1).is_some_and(ends))
            .map(|(at, _)| at)
    }

    /// How many characters of white space the token's line begins with.
    fn indentation(&self, token: Token) -> usize {
        let before = self.source.get(..token.span.start as usize).unwrap_or_default();
        let line = before.rfind(['\n', '\r']).map_or(0, |at| at + 1);
        let rest = self.source.get(line..).unwrap_or_default();
        rest.len() - rest.trim_start_matches([' ', '\t']).len()
    }

    fn push_closer(&mut self, open: Open, at: Span, out: &mut Vec<Token>) {
        if let Some(kind) = closer(open.token.kind) {
            out.push(Token { kind, span: at });
        }
    }

    // Reports.

    fn report_mismatch(&mut self, open: Open, close: Token) {
        let (opened, closed) = (open.token.span.text(self.source), close.span.text(self.source));
        let message = format!("found `{closed}`, expected `{}`", closer_text(open.token.kind));
        let diagnostic = Diagnostic::error(codes::MISMATCHED_BRACKET, close.span, message)
            .label(open.token.span, format!("to close this `{opened}`"));
        self.repaired.diagnostics.push(diagnostic);
    }

    fn report_stray(&mut self, close: Token) {
        let message = format!("`{}` closes nothing", close.span.text(self.source));
        let diagnostic =
            Diagnostic::error(codes::STRAY_BRACKET, close.span, message).help("remove it, or add the opening bracket");
        self.repaired.diagnostics.push(diagnostic);
    }

    fn report_unclosed(&mut self, open: Open, place: Span) {
        let opened = open.token.span.text(self.source);
        let found = place.text(self.source);
        let expected = closer_text(open.token.kind);
        let message = match found {
            "" => format!("the text ends, expected `{expected}`"),
            found => format!("found `{found}`, expected `{expected}`"),
        };
        let diagnostic = Diagnostic::error(codes::UNCLOSED_BRACKET, place, message)
            .label(open.token.span, format!("this `{opened}` is never closed"));
        self.repaired.diagnostics.push(diagnostic);
    }

    fn report_brace(&mut self, left_over: Open, suspect: Open, out: &[Token]) {
        let closure = opens_closure(left_over, out);
        let place = if closure {
            left_over.token.span
        } else {
            Span::at(self.source.len() as u32)
        };
        let mut diagnostic = Diagnostic::error(codes::UNCLOSED_BRACKET, place, "a `{` is never closed: `}` is missing");
        if suspect.at != left_over.at {
            diagnostic = diagnostic.label(suspect.token.span, "by the indentation it is this one");
        } else if !closure {
            diagnostic = diagnostic.label(left_over.token.span, "this one");
        }
        self.repaired.diagnostics.push(diagnostic);
        if !closure {
            self.repaired.unclosed.push(left_over.token.span);
        }
    }
}

/// Whether a brace opens a closure, judging by what stands before it.
fn opens_closure(open: Open, out: &[Token]) -> bool {
    use TokenKind::*;
    let before = out.get(..open.at).unwrap_or_default();
    let line_start = before
        .iter()
        .rposition(|token| matches!(token.kind, Newline | Semicolon))
        .map_or(0, |at| at + 1);
    let line = before.get(line_start..).unwrap_or_default();
    let heads = |token: &Token| {
        matches!(
            token.kind,
            If | For
                | While
                | Switch
                | Catch
                | Synchronized
                | Else
                | Try
                | Finally
                | Do
                | Class
                | Interface
                | Trait
                | Enum
                | Record
        )
    };
    let declares = matches!(line, [first, second, ..] if is_type_start(first.kind) && second.kind == Identifier)
        && line.last().is_some_and(|token| token.kind == RightParen)
        && !line.iter().any(|token| token.kind == Assign);
    !(line.iter().any(heads) || declares)
}

fn is_type_start(kind: TokenKind) -> bool {
    use TokenKind::*;
    matches!(
        kind,
        Identifier | Def | Primitive | Void | Static | Public | Private | Protected | Final
    )
}

fn starts_statement(kind: TokenKind) -> bool {
    use TokenKind::*;
    let continues = matches!(kind, As | In | Instanceof | Else | Catch | Finally);
    !continues && (kind.is_word() || matches!(kind, String | GStringStart | Integer | Decimal | At))
}

fn closer_text(open: TokenKind) -> &'static str {
    match open {
        TokenKind::LeftParen => ")",
        TokenKind::LeftBracket | TokenKind::SafeBracket => "]",
        _ => "}",
    }
}
