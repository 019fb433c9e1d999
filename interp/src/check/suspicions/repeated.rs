//! Labels of a `switch` and keys of a map that are there twice.

use super::{Node, dotted};
use rovy_parser::ast::{CaseKind, Expr, ExprKind, MapItem, Switch};
use rovy_parser::{Diagnostic, Span};
use rustc_hash::FxHashMap;

/// Looks at one node.
pub fn check(node: Node, found: &mut Vec<Diagnostic>) {
    match node {
        Node::Switch(switch) => labels(switch, found),
        Node::Expr(expr) => {
            if let ExprKind::Map(items) = &*expr.kind {
                keys(items, found);
            }
        }
        Node::Statements(_) | Node::Stmt(_) => {}
    }
}

fn labels(switch: &Switch, found: &mut Vec<Diagnostic>) {
    let mut seen = FxHashMap::default();
    for label in switch.groups.iter().flat_map(|group| &group.labels) {
        let CaseKind::Case(values) = &label.kind else { continue };
        for value in values {
            let Some(constant) = constant(value) else { continue };
            if let Some(first) = seen.insert(constant, value.span) {
                let text = "this label is there already: what follows it is never reached by it";
                found.push(twice("W0307", value.span, first, text));
            }
        }
    }
}

fn keys(items: &[MapItem], found: &mut Vec<Diagnostic>) {
    let mut seen = FxHashMap::default();
    for item in items {
        let MapItem::Entry(key, _) = item else { continue };
        let ExprKind::Literal(literal) = &*key.kind else {
            continue;
        };
        if let Some(first) = seen.insert(format!("{literal:?}"), key.span) {
            found.push(twice(
                "W0308",
                key.span,
                first,
                "this key is there already: the last value stays",
            ));
        }
    }
}

fn twice(code: &'static str, place: Span, first: Span, text: &str) -> Diagnostic {
    Diagnostic::warning(code, place, text).label(first, "the first one")
}

/// A text that is the same for the same constant.
fn constant(value: &Expr) -> Option<String> {
    match &*value.kind {
        ExprKind::Literal(literal) => Some(format!("{literal:?}")),
        _ => dotted(value),
    }
}
