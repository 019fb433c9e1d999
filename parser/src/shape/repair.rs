//! Repairs brackets that do not match, and says what is wrong with them.

use rovy_lexer::{Span, Token, TokenKind};

use super::brackets::{closer, is_closer};
use crate::diagnostic::{Diagnostic, codes};

/// Returns `tokens` with brackets dropped and added until they match.
pub(super) fn repair(source: &str, tokens: Vec<Token>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Token> {
    let mut repair = Repair {
        source,
        diagnostics,
        out: Vec::with_capacity(tokens.len()),
        open: Vec::new(),
    };
    for token in &tokens {
        if closer(token.kind).is_some() {
            repair.open.push(*token);
            repair.out.push(*token);
        } else if is_closer(token.kind) {
            repair.close(*token);
        } else {
            repair.out.push(*token);
        }
    }
    repair.finish();
    repair.out
}

struct Repair<'a> {
    source: &'a str,
    diagnostics: &'a mut Vec<Diagnostic>,
    out: Vec<Token>,
    /// The brackets that are open.
    open: Vec<Token>,
}

impl Repair<'_> {
    fn close(&mut self, token: Token) {
        let matches = |open: &Token| closer(open.kind) == Some(token.kind);
        match self.open.last() {
            Some(open) if matches(open) => {
                self.open.pop();
                self.out.push(token);
            }
            Some(open) if self.open.iter().any(matches) => {
                let open = *open;
                self.report_mismatch(open, token);
                while let Some(open) = self.open.pop() {
                    if matches(&open) {
                        break;
                    }
                    self.add_closer(open, token.span.start);
                }
                self.out.push(token);
            }
            _ => self.report_stray(token),
        }
    }

    fn finish(&mut self) {
        let end = self.source.len() as u32;
        if let Some(open) = self.open.last().copied() {
            self.report_unclosed(open);
        }
        while let Some(open) = self.open.pop() {
            self.add_closer(open, end);
        }
    }

    fn add_closer(&mut self, open: Token, at: u32) {
        if let Some(kind) = closer(open.kind) {
            self.out.push(Token {
                kind,
                span: Span::at(at),
            });
        }
    }

    fn report_mismatch(&mut self, open: Token, close: Token) {
        let (opened, closed) = (open.span.text(self.source), close.span.text(self.source));
        let expected = closer_text(open.kind);
        self.diagnostics.push(
            Diagnostic::error(
                codes::MISMATCHED_BRACKET,
                close.span,
                format!("found `{closed}`, but `{expected}` must close the `{opened}` first"),
            )
            .label(open.span, format!("this `{opened}` is still open")),
        );
    }

    fn report_stray(&mut self, close: Token) {
        let closed = close.span.text(self.source);
        self.diagnostics.push(Diagnostic::error(
            codes::STRAY_BRACKET,
            close.span,
            format!("`{closed}` closes nothing"),
        ));
    }

    fn report_unclosed(&mut self, open: Token) {
        let opened = open.span.text(self.source);
        self.diagnostics.push(
            Diagnostic::error(
                codes::UNCLOSED_BRACKET,
                open.span,
                format!("this `{opened}` is never closed"),
            )
            .help(format!("add `{}` where it ends", closer_text(open.kind))),
        );
    }
}

fn closer_text(open: TokenKind) -> &'static str {
    match open {
        TokenKind::LeftParen => ")",
        TokenKind::LeftBracket | TokenKind::SafeBracket => "]",
        _ => "}",
    }
}
