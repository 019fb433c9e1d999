//! Matches brackets before anything else is decided, and repairs what does not match.
//!
//! A closing bracket that matches nothing is dropped, an opening one without its mate is closed where its expression seems to
//! end; both are reported with both places, and everything after this pass sees balanced brackets.

use rovy_lexer::{Span, Token, TokenKind};

use super::repair::{Braces, Repaired, repair};
use crate::ast::MAX_NESTING;
use crate::diagnostic::{Diagnostic, codes};

/// Tokens whose brackets match.
#[derive(Debug, Default)]
pub(super) struct Balanced {
    /// Without the line breaks directly inside parentheses and square brackets.
    pub tokens: Vec<Token>,
    /// For each bracket the index of its mate, for all else the index itself.
    pub mates: Vec<u32>,
    pub diagnostics: Vec<Diagnostic>,
    /// Braces of blocks and classes that are never closed.
    pub unclosed: Vec<Span>,
}

/// Balances `tokens`. Refuses a text that nests deeper than [`MAX_NESTING`].
pub(super) fn balance(source: &str, tokens: Vec<Token>, braces: Braces) -> Result<Balanced, Diagnostic> {
    let repaired = if is_balanced(&tokens) {
        Repaired {
            tokens,
            ..Repaired::default()
        }
    } else {
        repair(source, tokens, braces)
    };
    let tokens = without_hidden_newlines(repaired.tokens);
    let mates = mates(&tokens)?;
    Ok(Balanced {
        tokens,
        mates,
        diagnostics: repaired.diagnostics,
        unclosed: repaired.unclosed,
    })
}

/// The kind of bracket that closes what this one opens.
pub(super) fn closer(kind: TokenKind) -> Option<TokenKind> {
    use TokenKind::*;
    Some(match kind {
        LeftParen => RightParen,
        LeftBracket | SafeBracket => RightBracket,
        LeftBrace => RightBrace,
        InterpolationOpen => InterpolationClose,
        _ => return None,
    })
}

pub(super) fn is_closer(kind: TokenKind) -> bool {
    use TokenKind::*;
    matches!(kind, RightParen | RightBracket | RightBrace | InterpolationClose)
}

fn is_balanced(tokens: &[Token]) -> bool {
    let mut open = Vec::new();
    for token in tokens {
        if let Some(closer) = closer(token.kind) {
            open.push(closer);
        } else if is_closer(token.kind) && open.pop() != Some(token.kind) {
            return false;
        }
    }
    open.is_empty()
}

/// Leaves out the line breaks that stand directly inside `(…)` and `[…]`, but for those of `try (…)`.
fn without_hidden_newlines(mut tokens: Vec<Token>) -> Vec<Token> {
    let mut hidden = Vec::new();
    let mut previous = TokenKind::Newline;
    tokens.retain(|token| {
        match token.kind {
            TokenKind::LeftParen => hidden.push(previous != TokenKind::Try),
            TokenKind::LeftBracket | TokenKind::SafeBracket => hidden.push(true),
            TokenKind::LeftBrace | TokenKind::InterpolationOpen => hidden.push(false),
            TokenKind::Newline if hidden.last() == Some(&true) => return false,
            kind if is_closer(kind) => {
                hidden.pop();
            }
            _ => {}
        }
        previous = token.kind;
        true
    });
    tokens
}

fn mates(tokens: &[Token]) -> Result<Vec<u32>, Diagnostic> {
    let mut mates: Vec<u32> = (0..tokens.len() as u32).collect();
    let mut open = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if closer(token.kind).is_some() {
            open.push(at);
            if open.len() > MAX_NESTING {
                return Err(too_deep(token.span));
            }
        } else if is_closer(token.kind)
            && let Some(opener) = open.pop()
        {
            mates[at] = opener as u32;
            mates[opener] = at as u32;
        }
    }
    Ok(mates)
}

fn too_deep(span: Span) -> Diagnostic {
    Diagnostic::error(
        codes::TOO_DEEP,
        span,
        format!("brackets nest deeper than {MAX_NESTING} levels"),
    )
    .help("move the inner parts to variables or methods of their own")
}
