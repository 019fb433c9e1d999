//! What Groovy's compiler rejects after parsing: rules over the syntax tree, one file a family, run before lowering.
//!
//! [`variables`] follows the scopes of names, [`classes`] what a class promises and brings. Unknown classes, and what depends on
//! what a name stands for, are found while names are resolved (see [`lower`](crate::lower)). [`suspicions`] go further: what
//! compiles and is hardly meant.

mod classes;
mod suspicions;
mod variables;

pub use suspicions::{Node, suspicions, walk};

use rovy_parser::Diagnostic;
use rovy_parser::ast::CompilationUnit;

/// Everything that is wrong with a source, in the order of the text.
pub fn check(unit: &CompilationUnit) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    variables::check(unit, &mut found);
    classes::check(unit, &mut found);
    found.sort_by_key(|d| d.span.start);
    found
}

#[cfg(test)]
mod tests;
