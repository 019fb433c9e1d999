//! Statements and `catch` blocks that are never reached, and `throw` without `new`.

use super::Node;
use rovy_parser::Diagnostic;
use rovy_parser::ast::{Catch, Expr, ExprKind, Member, Stmt, StmtKind};

/// Looks at one node.
pub fn check(node: Node, found: &mut Vec<Diagnostic>) {
    match node {
        Node::Statements(statements) => unreachable(statements, found),
        Node::Stmt(statement) => match &*statement.kind {
            StmtKind::Try(tried) => covered_catches(&tried.catches, found),
            StmtKind::Throw(thrown) => missing_new(thrown, found),
            _ => {}
        },
        Node::Expr(_) | Node::Switch(_) => {}
    }
}

/// What follows a `return` and the like. Declarations may stand anywhere, and a `break` after `return` is a habit.
fn unreachable(statements: &[Stmt], found: &mut Vec<Diagnostic>) {
    let Some(end) = statements.iter().position(|statement| {
        matches!(
            &*statement.kind,
            StmtKind::Return(_) | StmtKind::Throw(_) | StmtKind::Break(_) | StmtKind::Continue(_)
        )
    }) else {
        return;
    };
    let (before, after) = statements.split_at(end + 1);
    let runs = |statement: &&Stmt| {
        !matches!(
            &*statement.kind,
            StmtKind::Method(_) | StmtKind::Class(_) | StmtKind::Empty | StmtKind::Break(_) | StmtKind::Error
        )
    };
    if let (Some(end), Some(lost)) = (before.last(), after.iter().find(runs)) {
        let found_lost = Diagnostic::warning("W0304", lost.span, "this is never reached");
        found.push(found_lost.label(end.span, "because of this"));
    }
}

/// A `catch` behind one that takes everything it could.
fn covered_catches(catches: &[Catch], found: &mut Vec<Diagnostic>) {
    let mut earlier: Vec<(&str, &Catch)> = Vec::new();
    for catch in catches {
        let names: Vec<&str> = match catch.types.as_slice() {
            [] => vec!["Exception"],
            types => types.iter().map(|ty| simple(&ty.name.name)).collect(),
        };
        let cover = names.iter().find_map(|name| {
            let covers = |(taken, _): &&(&str, &Catch)| {
                taken == name || *taken == "Throwable" || *taken == "Exception" && name.ends_with("Exception")
            };
            earlier.iter().find(covers).map(|(taken, by)| (*name, *taken, *by))
        });
        if let Some((name, taken, by)) = cover {
            let text = format!("this `catch` of {name} is never reached: {taken} is caught before it");
            let place = catch.types.first().map_or(catch.name.span, |ty| ty.span);
            let label = by.types.first().map_or(by.name.span, |ty| ty.span);
            found.push(
                Diagnostic::warning("W0305", place, text)
                    .label(label, "caught here")
                    .help("catch the more special class first"),
            );
        }
        earlier.extend(names.into_iter().map(|name| (name, catch)));
    }
}

fn simple(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

/// `throw IllegalStateException('…')`: a class is called as if it were a method.
fn missing_new(thrown: &Expr, found: &mut Vec<Diagnostic>) {
    let ExprKind::Call(call) = &*thrown.kind else { return };
    let Member::Name(name) = &call.name else { return };
    if name.name.ends_with("Exception") && name.name.starts_with(char::is_uppercase) {
        let text = format!("`{}` is a class: a `new` is missing before it", name.name);
        found.push(Diagnostic::warning("W0306", name.span, text).help(format!("write `throw new {}(…)`", name.name)));
    }
}
