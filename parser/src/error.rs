//! Errors of the lexer and the grammar as diagnostics in the words of a person.

use std::convert::Infallible;

use lalrpop_util::ParseError;
use rovy_lexer::{LexError, LexErrorKind, Span};

use crate::diagnostic::{Diagnostic, codes};
use crate::shape::Terminal;

/// The diagnostic for an error of the grammar.
pub(crate) fn diagnostic(source: &str, error: &ParseError<u32, Terminal, Infallible>) -> Diagnostic {
    let end = source.len() as u32;
    let (span, found) = match error {
        ParseError::UnrecognizedToken { token: (l, _, r), .. } | ParseError::ExtraToken { token: (l, _, r) } => {
            let span = Span::new(*l, *r);
            (span, span.text(source))
        }
        ParseError::InvalidToken { location } => (Span::at(*location), ""),
        ParseError::UnrecognizedEof { .. } => (Span::at(end), ""),
        ParseError::User { error } => match *error {},
    };
    let message = if found.is_empty() {
        "unexpected input".to_owned()
    } else {
        format!("unexpected `{found}`")
    };
    Diagnostic::error(codes::UNEXPECTED_TOKEN, span, message)
}

/// The diagnostic for an error of the lexer.
pub(crate) fn lexical(source: &str, error: &LexError) -> Diagnostic {
    let (code, message) = match error.kind {
        LexErrorKind::UnexpectedCharacter => (
            codes::UNEXPECTED_CHARACTER,
            format!("unexpected character `{}`", error.span.text(source).escape_debug()),
        ),
        LexErrorKind::UnclosedString(quote) => (
            codes::UNCLOSED_STRING,
            format!("this string is never closed: `{}` is missing", quote.close()),
        ),
        LexErrorKind::UnclosedComment => (codes::UNCLOSED_COMMENT, "this comment is never closed".to_owned()),
        LexErrorKind::UnclosedInterpolation => (codes::UNCLOSED_INTERPOLATION, "this `${` is never closed".to_owned()),
        LexErrorKind::InvalidEscape => (codes::INVALID_ESCAPE, "invalid escape in this string".to_owned()),
        LexErrorKind::LoneDollar => (codes::LONE_DOLLAR, "`$` must be followed by a name or `{`".to_owned()),
        LexErrorKind::InvalidOctal => (codes::INVALID_NUMBER, "invalid octal number".to_owned()),
        LexErrorKind::UnderscoreAtEnd => (
            codes::INVALID_NUMBER,
            "a number cannot end with an underscore".to_owned(),
        ),
        LexErrorKind::HexDecimal => (
            codes::INVALID_NUMBER,
            "hexadecimal fractions are not supported".to_owned(),
        ),
        LexErrorKind::MisplacedShebang => (
            codes::MISPLACED_SHEBANG,
            "`#!` can only stand on the first line".to_owned(),
        ),
    };
    Diagnostic::error(code, error.span, message)
}
