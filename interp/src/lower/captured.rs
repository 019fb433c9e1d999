//! Which names closures mention and which are assigned: found before a method is lowered, so that its variables know where to
//! live. Names are taken by text, so that a variable may land in a cell without need, never the other way round.

use super::scope::Usage;
use rovy_parser::ast::{Arg, Child, Expr, ExprKind, GStringPart, LinkKind, Member, Stmt, StmtKind};

/// Looks through some statements.
pub fn usage(statements: &[Stmt]) -> Usage {
    let mut usage = Usage::default();
    add_statements(statements, &mut usage);
    usage
}

/// Looks through some statements too.
pub fn add_statements(statements: &[Stmt], usage: &mut Usage) {
    for statement in statements {
        statement_usage(statement, false, usage);
    }
}

/// Looks through an expression too, such as the default of a parameter.
pub fn add_expr(expr: &Expr, usage: &mut Usage) {
    expr_usage(expr, false, usage);
}

/// Looks through the arguments of a call too.
pub fn add_args(args: &[Arg], usage: &mut Usage) {
    for arg in args {
        match arg {
            Arg::Positional(expr) | Arg::Spread(expr) | Arg::SpreadMap(expr) => add_expr(expr, usage),
            Arg::Named(key, value) => {
                add_expr(key, usage);
                add_expr(value, usage);
            }
        }
    }
}

fn child_usage(child: Child, inside: bool, usage: &mut Usage) {
    match child {
        Child::Expr(expr) => expr_usage(expr, inside, usage),
        Child::Stmt(stmt) => statement_usage(stmt, inside, usage),
    }
}

fn statement_usage(statement: &Stmt, inside: bool, usage: &mut Usage) {
    if let StmtKind::ForIn(looping) = &*statement.kind {
        usage.assigned.insert(looping.name.name.clone());
    }
    statement
        .kind
        .each_child(&mut |child| child_usage(child, inside, usage));
}

fn expr_usage(expr: &Expr, inside: bool, usage: &mut Usage) {
    match &*expr.kind {
        ExprKind::Name(name) if inside => {
            usage.in_closures.insert(name.clone());
        }
        ExprKind::Call(call) if inside => {
            if let Member::Name(name) = &call.name {
                usage.in_closures.insert(name.name.clone());
            }
        }
        ExprKind::Assign(target, _, _) => {
            if let ExprKind::Name(name) = &*target.unparenthesized().kind {
                usage.assigned.insert(name.clone());
            }
        }
        ExprKind::MultiAssign(names, _) => {
            usage.assigned.extend(names.iter().map(|n| n.name.clone()));
            if inside {
                usage.in_closures.extend(names.iter().map(|n| n.name.clone()));
            }
        }
        ExprKind::Increment(increment) => {
            if let ExprKind::Name(name) = &*increment.target.unparenthesized().kind {
                usage.assigned.insert(name.clone());
            }
        }
        _ => {}
    }
    let inside = inside || makes_body(expr);
    expr.kind.each_child(&mut |child| child_usage(child, inside, usage));
}

/// Whether the children run in a body of their own that captures variables.
fn makes_body(expr: &Expr) -> bool {
    match &*expr.kind {
        ExprKind::Closure(_) | ExprKind::Lambda(_) => true,
        ExprKind::GString(parts) => parts
            .iter()
            .any(|p| matches!(p, GStringPart::Lazy(..) | GStringPart::Block(_))),
        ExprKind::New(new) => new.body.is_some(),
        ExprKind::Path(_, links) => links
            .iter()
            .any(|l| matches!(&l.kind, LinkKind::New(new) if new.body.is_some())),
        _ => false,
    }
}
