//! Groovy source text to a syntax tree.
//!
//! The way through: `rovy-lexer` makes tokens; the shaping pass settles what an LR(1) grammar cannot; the LALRPOP grammar
//! builds the [`ast`]; a last pass makes the checks that Groovy's own parser makes. Everything found on the way is a
//! [`Diagnostic`]. What names and calls mean is left to `rovy-interp`.

#![forbid(unsafe_code)]

pub mod ast;
mod diagnostic;
pub mod number;

pub use diagnostic::{Diagnostic, Label, Severity};
pub use rovy_lexer::{LineMap, Position, Span, Text};

/// What parsing makes of a source text.
#[derive(Debug, Clone)]
pub struct Parsed {
    /// The tree, usable even where there are errors.
    pub unit: ast::CompilationUnit,
    /// What was found, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

impl Parsed {
    /// Whether anything found keeps the text from running.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }
}
