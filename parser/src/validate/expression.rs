//! Expressions: what can be assigned, cast and called.

use rovy_lexer::Span;

use super::{Around, Validator, duplicates};
use crate::ast::*;
use crate::diagnostic::codes;

impl Validator<'_> {
    pub(super) fn expr(&mut self, expr: &Expr) {
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || self.expr_kind(expr));
    }

    fn expr_kind(&mut self, expr: &Expr) {
        match &*expr.kind {
            ExprKind::Literal(literal) => self.number(expr, literal, false),
            ExprKind::Unary(UnaryOp::Minus, operand) => match &*operand.kind {
                ExprKind::Literal(literal) => self.number(operand, literal, true),
                _ => self.expr(operand),
            },
            ExprKind::Assign(target, op, value) => {
                self.target(expr, target, *op);
                self.expr(target);
                self.expr(value);
            }
            ExprKind::Cast(ty, operand) | ExprKind::As(operand, ty) => {
                if matches!(*operand.kind, ExprKind::Super) {
                    self.error(codes::UNEXPECTED_TOKEN, expr.span, "`super` cannot be cast");
                }
                self.value_type(ty);
                self.expr(operand);
            }
            ExprKind::InstanceOf(operand, _, ty) => {
                self.value_type(ty);
                self.expr(operand);
            }
            ExprKind::Call(call) => {
                self.named_twice(&call.args.items);
                expr.kind.each_child(&mut |child| self.child(child));
            }
            ExprKind::ConstructorCall(_, args) => {
                self.named_twice(&args.items);
                expr.kind.each_child(&mut |child| self.child(child));
            }
            ExprKind::Path(_, links) => {
                links.iter().for_each(|link| self.link(link));
                expr.kind.each_child(&mut |child| self.child(child));
            }
            ExprKind::New(new) => {
                self.new_object(new);
                expr.kind.each_child(&mut |child| self.child(child));
            }
            ExprKind::Closure(closure) => {
                self.params(closure.params.as_deref().unwrap_or_default());
                self.within(Around::Closure, |this| {
                    expr.kind.each_child(&mut |child| this.child(child))
                });
            }
            ExprKind::Lambda(lambda) => {
                self.params(&lambda.params);
                self.within(Around::Closure, |this| {
                    expr.kind.each_child(&mut |child| this.child(child))
                });
            }
            ExprKind::Switch(switch) => self.switch_expression(expr, switch),
            ExprKind::Annotation(annotation) => self.annotations(std::slice::from_ref(annotation)),
            _ => expr.kind.each_child(&mut |child| self.child(child)),
        }
    }

    fn link(&mut self, link: &Link) {
        match &link.kind {
            LinkKind::Method(_, call) => self.named_twice(&call.args.items),
            LinkKind::Call(args) => self.named_twice(&args.items),
            LinkKind::New(new) => {
                let named = |arg: &Arg| matches!(arg, Arg::Named(..) | Arg::SpreadMap(_));
                if !new.args.items.is_empty() && new.args.items.iter().all(named) {
                    let message = "an inner class cannot be made with named arguments only";
                    self.error(codes::UNEXPECTED_TOKEN, new.args.span, message);
                }
                self.new_object(new);
            }
            _ => {}
        }
    }

    fn new_object(&mut self, new: &New) {
        self.named_twice(&new.args.items);
        if let Some(body) = &new.body {
            self.anonymous_body(body);
        }
    }

    /// What stands on the left of an assignment.
    fn target(&mut self, assignment: &Expr, target: &Expr, op: AssignOp) {
        let inner = target.unparenthesized();
        let place = match &*inner.kind {
            ExprKind::Name(_) | ExprKind::This | ExprKind::Super | ExprKind::Type(_) => {
                let parenthesized = inner.span != target.span;
                if parenthesized && op == AssignOp::Plain {
                    let message = "more than one pair of parentheses around the variable of a multiple assignment";
                    self.error(codes::INVALID_ASSIGNMENT, assignment.span, message);
                    return;
                }
                !parenthesized
            }
            ExprKind::Path(_, links) => links.last().is_some_and(|link| {
                matches!(
                    link.kind,
                    LinkKind::Property(..) | LinkKind::Attribute(..) | LinkKind::Index(..)
                )
            }),
            ExprKind::Error => true,
            _ => false,
        };
        if !place {
            let message = "only variables, properties and elements can be assigned to";
            let diagnostic = crate::Diagnostic::error(codes::INVALID_ASSIGNMENT, assignment.span, message)
                .label(target.span, "this is a value");
            self.diagnostics.push(diagnostic);
        }
    }

    /// Two named arguments of one name.
    fn named_twice(&mut self, args: &[Arg]) {
        if args.len() < 2 {
            return;
        }
        let keys = args.iter().filter_map(|arg| match arg {
            Arg::Named(key, value) => Some((key_text(key)?, key.span.to(value.span))),
            _ => None,
        });
        for (key, span) in duplicates(keys) {
            self.error(codes::DUPLICATE, span, format!("the argument `{key}` is named twice"));
        }
    }

    /// Parameters of anything.
    pub(super) fn params(&mut self, params: &[Param]) {
        for (nth, param) in params.iter().enumerate() {
            self.variable_modifiers(&param.modifiers);
            param.ty.iter().for_each(|ty| self.value_type(ty));
            if param.varargs && nth + 1 < params.len() {
                let message = "only the last parameter can take any number of arguments";
                self.error(codes::INVALID_DECLARATION, param.span, message);
            }
        }
        if params.len() > 1 {
            for (name, span) in duplicates(params.iter().map(|param| (&param.name.name, param.name.span))) {
                self.error(
                    codes::DUPLICATE,
                    span,
                    format!("the parameter `{name}` is declared twice"),
                );
            }
        }
    }

    /// A type that a value can have.
    pub(super) fn value_type(&mut self, ty: &TypeRef) {
        if ty.name.name == "void" {
            self.error(
                codes::UNEXPECTED_TOKEN,
                ty.span,
                "`void` can only be the type that a method returns",
            );
        }
    }

    pub(super) fn annotations(&mut self, list: &[Annotation]) {
        for annotation in list {
            let names = annotation.members.iter().filter_map(|member| member.name.as_ref());
            for (name, span) in duplicates(names.map(|name| (&name.name, name.span))) {
                self.error(codes::DUPLICATE, span, format!("the member `{name}` is given twice"));
            }
            annotation.members.iter().for_each(|member| self.expr(&member.value));
            self.grab(annotation);
        }
    }

    /// What `@Grab` and its kin cannot do without: given one by one, or in short as `group:module:version`.
    fn grab(&mut self, annotation: &Annotation) {
        let name = annotation.name.simple();
        let required: &[&str] = match name {
            "Grab" => &["group", "module", "version"],
            "GrabExclude" => &["group", "module"],
            "GrabResolver" => &["root"],
            _ => return,
        };
        let short = annotation.members.iter().any(|m| is_short(m, name == "GrabResolver"));
        for attribute in required {
            let given = annotation
                .members
                .iter()
                .find(|m| m.name.as_ref().is_some_and(|n| n.name == *attribute));
            let message = match given {
                Some(member) if !matches!(&*member.value.kind, ExprKind::Literal(_)) => {
                    format!("Attribute \"{attribute}\" should be an inline constant in @{name} annotations")
                }
                None if !short => format!("The missing attribute \"{attribute}\" is required in @{name} annotations"),
                _ => continue,
            };
            return self.invalid(annotation.span, message);
        }
    }

    pub(super) fn invalid(&mut self, span: Span, message: impl Into<String>) {
        self.error(codes::INVALID_DECLARATION, span, message);
    }
}

/// Whether an annotation's member is its value: a text, with coordinates in it unless any will do.
fn is_short(member: &AnnotationMember, any: bool) -> bool {
    let is_value = member.name.as_ref().is_none_or(|name| name.name == "value");
    match &*member.value.kind {
        ExprKind::Literal(Literal::String(text)) => is_value && (any || text.to_lossy().contains([':', '#'])),
        _ => false,
    }
}

/// The text of a key that is no expression of its own.
fn key_text(key: &Expr) -> Option<String> {
    match &*key.kind {
        ExprKind::Literal(Literal::String(text)) => Some(text.to_lossy().into_owned()),
        ExprKind::Literal(Literal::Integer(text) | Literal::Decimal(text)) => Some(text.to_string()),
        ExprKind::Literal(Literal::Boolean(value)) => Some(value.to_string()),
        _ => None,
    }
}
