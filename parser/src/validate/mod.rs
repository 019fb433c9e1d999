//! The checks that Groovy's own parser makes when it turns what it read into a tree: everything that a grammar cannot say
//! but that needs no knowledge of classes and names.
//!
//! The walk keeps what Groovy's keeps: how many loops and `switch` statements are around (a closure does not end them),
//! and what the innermost of the things is that decide about `return`, `break` and `continue` in a `switch` expression.

mod class;
mod expression;
mod literal;
mod method;
mod statement;

use std::collections::HashSet;
use std::hash::Hash;

use rovy_lexer::Span;

use crate::ast::*;
use crate::diagnostic::{Diagnostic, codes};

/// Checks `unit` and adds what is wrong with it.
pub(crate) fn validate(unit: &CompilationUnit, script: Option<&str>, diagnostics: &mut Vec<Diagnostic>) {
    let mut validator = Validator {
        diagnostics,
        around: Vec::new(),
        loops: 0,
        switches: 0,
    };
    validator.unit(unit, script);
}

/// What decides about jumps, innermost last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Around {
    Loop,
    Switch,
    SwitchExpr,
    Closure,
}

struct Validator<'d> {
    diagnostics: &'d mut Vec<Diagnostic>,
    around: Vec<Around>,
    loops: u32,
    switches: u32,
}

impl Validator<'_> {
    /// `script` is the name of the class that the statements of the file become.
    fn unit(&mut self, unit: &CompilationUnit, script: Option<&str>) {
        for import in &unit.imports {
            self.annotations(&import.annotations);
        }
        let is_class = |stmt: &&Stmt| matches!(*stmt.kind, StmtKind::Class(_));
        let script = script.filter(|_| !unit.statements.iter().all(|stmt| is_class(&stmt)));
        let classes = unit.statements.iter().filter_map(|stmt| match &*stmt.kind {
            StmtKind::Class(class) => Some((class.name.name.as_str(), class.span)),
            _ => None,
        });
        let classes = script.map(|name| (name, unit.span)).into_iter().chain(classes);
        for (name, span) in duplicates(classes) {
            let message = if Some(name) == script {
                format!("the class `{name}` has the name of the script around it")
            } else {
                format!("the class `{name}` is defined twice")
            };
            self.error(codes::DUPLICATE, span, message);
        }
        for stmt in &unit.statements {
            match &*stmt.kind {
                StmtKind::Method(method) => self.script_method(method),
                StmtKind::Class(class) => {
                    self.top_level_modifiers(class);
                    self.class(class);
                }
                _ => self.stmt(stmt),
            }
        }
    }

    fn error(&mut self, code: &'static str, span: Span, message: impl Into<String>) {
        self.diagnostics.push(Diagnostic::error(code, span, message));
    }

    /// Checks what is below a node of which nothing else is to be checked.
    fn child(&mut self, child: Child<'_>) {
        match child {
            Child::Expr(expr) => self.expr(expr),
            Child::Stmt(stmt) => self.stmt(stmt),
        }
    }

    /// Checks with `what` around.
    fn within(&mut self, what: Around, check: impl FnOnce(&mut Self)) {
        let counter = match what {
            Around::Loop => Some(&mut self.loops),
            Around::Switch => Some(&mut self.switches),
            Around::SwitchExpr | Around::Closure => None,
        };
        if let Some(counter) = counter {
            *counter += 1;
        }
        self.around.push(what);
        check(self);
        self.around.pop();
        match what {
            Around::Loop => self.loops -= 1,
            Around::Switch => self.switches -= 1,
            Around::SwitchExpr | Around::Closure => {}
        }
    }

    fn block(&mut self, statements: &[Stmt]) {
        statements.iter().for_each(|stmt| self.stmt(stmt));
    }
}

/// The keys that came before, with the places where they come again.
fn duplicates<K: Eq + Hash + Clone, P>(keys: impl Iterator<Item = (K, P)>) -> Vec<(K, P)> {
    let mut seen = HashSet::new();
    keys.filter(|(key, _)| !seen.insert(key.clone())).collect()
}
