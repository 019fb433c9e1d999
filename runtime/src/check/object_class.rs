//! `objectClass == 'users'`: an ObjectClass is never equal to a text.

use super::member_name;
use rovy_interp::check::{Node, walk};
use rovy_parser::ast::{BinaryOp, CaseKind, CompilationUnit, Expr, ExprKind, Literal, StmtKind, Switch};
use rovy_parser::{Diagnostic, Span};

/// Finds comparisons of the binding with texts, unless the script gives the name another meaning.
pub fn check(unit: &CompilationUnit, found: &mut Vec<Diagnostic>) {
    if redeclared(unit) || !binds_object_class(unit) {
        return;
    }
    walk(unit, &mut |node| match node {
        Node::Expr(expr) => {
            if let ExprKind::Binary(first, terms) = &*expr.kind
                && let [term] = terms.as_slice()
                && matches!(term.op, BinaryOp::Equal | BinaryOp::NotEqual)
            {
                let sides = [(first, &term.operand), (&term.operand, first)];
                if sides.iter().any(|(a, b)| is_object_class(a) && is_text(b)) {
                    report(expr.span, found);
                }
            }
        }
        Node::Switch(switch) if is_object_class(&switch.subject) => labels(switch, found),
        _ => {}
    });
}

fn labels(switch: &Switch, found: &mut Vec<Diagnostic>) {
    for label in switch.groups.iter().flat_map(|group| &group.labels) {
        if let CaseKind::Case(values) = &label.kind {
            values
                .iter()
                .filter(|value| is_text(value))
                .for_each(|value| report(value.span, found));
        }
    }
}

fn report(span: Span, found: &mut Vec<Diagnostic>) {
    let text = "an ObjectClass is never equal to a text";
    found.push(Diagnostic::warning("W0401", span, text).help("compare `objectClass.objectClassValue`"));
}

fn is_object_class(expr: &Expr) -> bool {
    matches!(&*expr.unparenthesized().kind, ExprKind::Name(name) if name == "objectClass")
}

fn is_text(expr: &Expr) -> bool {
    matches!(
        &*expr.kind,
        ExprKind::Literal(Literal::String(_)) | ExprKind::GString(_)
    )
}

/// Whether the script treats the binding as an ObjectClass elsewhere: older connectors bound a text.
fn binds_object_class(unit: &CompilationUnit) -> bool {
    let mut found = false;
    walk(unit, &mut |node| {
        let Node::Expr(expr) = node else { return };
        found |= match &*expr.kind {
            ExprKind::As(value, ty) => is_object_class(value) && ty.name.simple() == "ObjectClass",
            ExprKind::Path(first, links) => {
                let member = links.first().and_then(member_name);
                is_object_class(first) && member.is_some_and(|name| name.ends_with("bjectClassValue"))
                    || matches!(&*first.kind, ExprKind::Name(name) if name == "ObjectClass")
            }
            _ => false,
        };
    });
    found
}

/// Whether the name means something else somewhere: a variable of any type but ObjectClass, a parameter, an assignment.
fn redeclared(unit: &CompilationUnit) -> bool {
    let mut other = false;
    walk(unit, &mut |node| match node {
        Node::Stmt(statement) => match &*statement.kind {
            StmtKind::Variables(decl) => {
                for variable in &decl.variables {
                    let is_cast = variable.value.as_ref().is_some_and(|value| match &*value.kind {
                        ExprKind::As(_, ty) => ty.name.simple() == "ObjectClass",
                        _ => false,
                    });
                    other |= variable.name.name == "objectClass" && !is_cast;
                }
            }
            StmtKind::Method(method) => {
                other |= method.params.iter().any(|param| param.name.name == "objectClass");
            }
            _ => {}
        },
        Node::Expr(expr) => match &*expr.kind {
            ExprKind::Assign(target, ..) => other |= is_object_class(target),
            ExprKind::Closure(closure) => {
                other |= closure
                    .params
                    .iter()
                    .flatten()
                    .any(|param| param.name.name == "objectClass");
            }
            _ => {}
        },
        Node::Statements(_) | Node::Switch(_) => {}
    });
    other
}
