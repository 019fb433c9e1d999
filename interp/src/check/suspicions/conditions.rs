//! Conditions that assign, comparisons that nobody reads, an `if` that decides nothing.

use super::{Node, dotted};
use rovy_parser::Diagnostic;
use rovy_parser::ast::{AssignOp, BinaryOp, Expr, ExprKind, Stmt, StmtKind};

/// Looks at one node.
pub fn check(node: Node, found: &mut Vec<Diagnostic>) {
    match node {
        Node::Stmt(statement) => match &*statement.kind {
            StmtKind::If(branch) => {
                assignment(&branch.condition, found);
                if branch.otherwise.is_none() && matches!(&*branch.then.kind, StmtKind::Empty) {
                    let text = "this `if` decides nothing: a `;` ends it";
                    found.push(
                        Diagnostic::warning("W0303", branch.condition.span, text)
                            .help("remove the `;` behind the condition"),
                    );
                }
            }
            StmtKind::While(condition, _) => assignment(condition, found),
            _ => {}
        },
        Node::Expr(expr) => {
            if let ExprKind::Ternary(ternary) = &*expr.kind {
                assignment(&ternary.condition, found);
            }
        }
        Node::Statements(statements) => unread_comparisons(statements, found),
        Node::Switch(_) => {}
    }
}

/// A condition that assigns what is known already. `while (line = reader.readLine())` is meant, and so is what stands in
/// parentheses of its own.
fn assignment(condition: &Expr, found: &mut Vec<Diagnostic>) {
    let ExprKind::Assign(_, AssignOp::Plain, value) = &*condition.kind else {
        return;
    };
    if matches!(&*value.kind, ExprKind::Literal(_) | ExprKind::GString(_)) || dotted(value).is_some() {
        let text = "this condition assigns a value instead of comparing it";
        found.push(Diagnostic::warning("W0301", condition.span, text).help("compare with `==`"));
    }
}

/// `a == b` as a statement whose value is not the block's.
fn unread_comparisons(statements: &[Stmt], found: &mut Vec<Diagnostic>) {
    let [unread @ .., _] = statements else { return };
    for statement in unread {
        let StmtKind::Expr(expr) = &*statement.kind else {
            continue;
        };
        let ExprKind::Binary(_, terms) = &*expr.kind else {
            continue;
        };
        if terms.last().is_some_and(|term| term.op == BinaryOp::Equal) {
            let text = "nobody reads the result of this comparison";
            found.push(Diagnostic::warning("W0302", statement.span, text).help("assign with `=`"));
        }
    }
}
