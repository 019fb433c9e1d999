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

mod advice;
pub mod ast;
mod build;
pub mod diagnostic;
mod dump;
mod error;
mod expected;
pub mod number;
mod recovery;
mod shape;
mod validate;

lalrpop_util::lalrpop_mod!(
    #[allow(clippy::all, unused, reason = "generated")]
    groovy
);

use diagnostic::codes;
use shape::Braces;

pub use diagnostic::{Diagnostic, Label, Severity};
pub use dump::dump;
pub use rovy_lexer::{LineMap, Position, Span, Text};

/// How a text is read.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The name of the script's class, which is that of its file: no class in the file may have the same.
    pub name: Option<String>,
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
    if source.starts_with('\u{FEFF}') {
        diagnostics.push(byte_order_mark());
    }
    let shape = shape::shape(source, lexed.tokens, &options.parenthesized, Braces::ByIndentation);
    diagnostics.extend(shape.diagnostics);
    if let Some(brace) = shape.unclosed.first() {
        report_where_stuck(source, options, *brace, &mut diagnostics);
    }
    let (unit, mut errors) = recovery::parse(source, shape.terminals, &diagnostics);
    diagnostics.append(&mut errors);
    validate::validate(&unit, options.name.as_deref(), &mut diagnostics);
    diagnostics.sort_by_key(|diagnostic| diagnostic.span.start);
    Parsed { unit, diagnostics }
}

/// Groovy reads on after a block that is never closed, and reports the place where it gets stuck.
fn report_where_stuck(source: &str, options: &Options, brace: Span, diagnostics: &mut [Diagnostic]) {
    let tokens = rovy_lexer::lex(source).tokens;
    let shape = shape::shape(source, tokens, &options.parenthesized, Braces::AtEnd);
    let (_, errors) = recovery::parse(source, shape.terminals, &[]);
    let stuck = errors
        .iter()
        .map(|error| error.span)
        .filter(|span| span.start > brace.start)
        .min();
    let at_end = |diagnostic: &&mut Diagnostic| {
        diagnostic.code == codes::UNCLOSED_BRACKET && diagnostic.span.start as usize == source.len()
    };
    if let (Some(stuck), Some(diagnostic)) = (stuck, diagnostics.iter_mut().find(at_end)) {
        diagnostic.span = stuck;
    }
}

fn byte_order_mark() -> Diagnostic {
    let message = "the text begins with a byte order mark: Groovy 2 skips it, Groovy 4 refuses it";
    Diagnostic::warning(
        codes::BYTE_ORDER_MARK,
        Span::new(0, '\u{FEFF}'.len_utf8() as u32),
        message,
    )
    .help("save the file as UTF-8 without it")
}
