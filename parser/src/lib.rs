//! Groovy source text to a syntax tree.
//!
//! The way through: `rovy-lexer` makes tokens; the shaping pass settles what an LR(1) grammar cannot; the LALRPOP grammar
//! builds the [`ast`]; a last pass makes the checks that Groovy's own parser makes. Everything found on the way is a
//! [`Diagnostic`]. What names and calls mean is left to `rovy-interp`.
//!
//! ```
//! use rovy_parser::{Options, parse};
//! use rovy_parser::ast::{ExprKind, StmtKind};
//!
//! let parsed = parse("println 'hello'", &Options::default());
//! assert!(!parsed.has_errors());
//!
//! let StmtKind::Expr(call) = &*parsed.unit.statements[0].kind else { panic!() };
//! assert!(matches!(&*call.kind, ExprKind::Call(_)));
//! ```

#![forbid(unsafe_code)]

pub mod ast;
mod build;
pub mod diagnostic;
mod error;
pub mod number;
mod shape;
mod validate;

lalrpop_util::lalrpop_mod!(
    #[allow(clippy::all, unused, reason = "generated")]
    groovy
);

pub use diagnostic::{Diagnostic, Label, Severity};
pub use rovy_lexer::{LineMap, Position, Span, Text};

/// How a text is read.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Offsets of opening parentheses that Groovy 4 takes for casts and Groovy 2 for plain parentheses: `(a) - b`.
    /// Read as in Groovy 2 here.
    pub parenthesized: Vec<u32>,
}

/// What [`parse`] makes of a source text.
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

/// Reads a source text. Never fails: what cannot be read is reported and left out of the tree.
#[must_use]
pub fn parse(source: &str, options: &Options) -> Parsed {
    let lexed = rovy_lexer::lex(source);
    let mut diagnostics: Vec<Diagnostic> = lexed.errors.iter().map(|error| error::lexical(source, error)).collect();
    let shape = shape::shape(source, lexed.tokens, &options.parenthesized);
    diagnostics.extend(shape.diagnostics);

    let mut builder = build::Builder::new(source);
    let terminals = shape.terminals.into_iter();
    let stream = terminals.map(|shaped| Ok((shaped.span.start, shaped.terminal, shaped.span.end)));
    let unit = match groovy::UnitParser::new().parse(&mut builder, stream) {
        Ok(unit) => unit,
        Err(error) => {
            diagnostics.push(error::diagnostic(source, &error));
            ast::CompilationUnit::default()
        }
    };
    diagnostics.append(&mut builder.diagnostics);
    validate::validate(&unit, &mut diagnostics);
    diagnostics.sort_by_key(|diagnostic| diagnostic.span.start);
    Parsed { unit, diagnostics }
}
