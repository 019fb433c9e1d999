//! What the lexer could not read.

use crate::quote::Quote;
use crate::span::Span;

/// Something that is no token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LexError {
    /// What is wrong.
    pub kind: LexErrorKind,
    /// The place that Groovy names: for a string usually its opening quotes.
    pub span: Span,
    /// The place a person would look at, where that is another one.
    pub label: Option<Span>,
}

/// The kinds of lexical errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LexErrorKind {
    /// A character that begins no token.
    UnexpectedCharacter,
    /// A string without closing quotes.
    UnclosedString(Quote),
    /// A `/*` without `*/`.
    UnclosedComment,
    /// A `${` without `}`.
    UnclosedInterpolation,
    /// A backslash before a character that it does not escape; labelled.
    InvalidEscape,
    /// A `$` in double quotes before something that is no name.
    LoneDollar,
    /// `08`
    InvalidOctal,
    /// `1_`
    UnderscoreAtEnd,
    /// `0x1p3`
    HexDecimal,
    /// `#!` after the first line.
    MisplacedShebang,
}
