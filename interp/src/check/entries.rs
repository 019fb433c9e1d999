//! Map entries between brackets: only a class takes them, `Person[name: 'x']`. Groovy's parser lets `value[key: 1]` pass, and
//! with it `println [key: 1]`; the compiler then refuses it.

use rovy_parser::Diagnostic;
use rovy_parser::ast::{Arg, Child, CompilationUnit, DotOp, Expr, ExprKind, Link, LinkKind, Member};

/// Finds them all.
pub fn check(unit: &CompilationUnit, found: &mut Vec<Diagnostic>) {
    unit.each_child(&mut |child| walk(child, found));
}

fn walk(child: Child, found: &mut Vec<Diagnostic>) {
    match child {
        Child::Stmt(statement) => statement.kind.each_child(&mut |child| walk(child, found)),
        Child::Expr(expr) => {
            if let ExprKind::Path(base, links) = &*expr.kind {
                entries(base, links, found);
            }
            expr.kind.each_child(&mut |child| walk(child, found));
        }
    }
}

fn entries(base: &Expr, links: &[Link], found: &mut Vec<Diagnostic>) {
    let mut class = match &*base.kind {
        ExprKind::Name(name) => Some(name.as_str()),
        _ => None,
    };
    for link in links {
        if let LinkKind::Index(_, items) = &link.kind
            && !class.is_some_and(|name| name.starts_with(char::is_uppercase))
            && let Some(Arg::Named(key, value)) = items.first()
        {
            let text = "a map entry is not allowed at this place: write `([key: value])` for a map";
            found.push(Diagnostic::error("E0307", key.span.to(value.span), text));
        }
        class = match (&link.kind, class) {
            (LinkKind::Property(DotOp::Dot, Member::Name(name)), Some(_)) => Some(name.name.as_str()),
            _ => None,
        };
    }
}
