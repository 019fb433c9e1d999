//! Assignments, increments, several variables at once.

use super::Lowering;
use super::operators::{Operand, operator};
use super::scope::{Found, Variable};
use crate::eval::assign::{
    Assign, AssignMany, Bump, ElvisAssign, SetFieldThis, SetIndexLocal, SetPropertyThis, Step, Target, Update,
};
use crate::eval::constants::Null;
use crate::eval::locals::{Local, Place, SetHidden, SetLocal, SetShared, SetTyped};
use crate::eval::{N, constants};
use rovy_parser::Span;
use rovy_parser::ast::*;

impl Lowering<'_> {
    /// `target op value`.
    pub(super) fn assign(&mut self, target: &Expr, op: AssignOp, value: &Expr, span: Span) -> N {
        let target = target.unparenthesized();
        if let ExprKind::Name(name) = &*target.kind
            && let Some(found) = self.lookup(name)
        {
            return self.assign_variable(name, found, op, value, span);
        }
        match op {
            AssignOp::Plain => self.assign_plain(target, value, span),
            AssignOp::Compound(op) => {
                let Some(operator) = operator(op) else {
                    return self.unassignable(span);
                };
                let Some(target) = self.target(target) else {
                    return self.unassignable(span);
                };
                let value = self.expr(value);
                Box::new(Update(target, operator, value, span))
            }
            AssignOp::Elvis => {
                let Some(target) = self.target(target) else {
                    return self.unassignable(span);
                };
                let value = self.expr(value);
                Box::new(ElvisAssign(target, value))
            }
        }
    }

    fn unassignable(&mut self, span: Span) -> N {
        self.error("E0302", span, "nothing can be assigned here");
        Box::new(Null)
    }

    fn assign_plain(&mut self, target: &Expr, value: &Expr, span: Span) -> N {
        match &*target.kind {
            ExprKind::Name(name) if !self.in_closure() && !self.is_own_field(name) && !self.is_own_static(name) => {
                let value = self.expr(value);
                let named = self.named(name, target.span);
                return Box::new(SetPropertyThis(named, value));
            }
            ExprKind::Name(name) if self.is_own_field(name) => {
                let value = self.expr(value);
                let named = self.named(name, target.span);
                return Box::new(SetFieldThis(named, value));
            }
            ExprKind::Path(head, links) => {
                if let (
                    [
                        Link {
                            kind: LinkKind::Index(IndexOp::Plain, items),
                            span: at,
                        },
                    ],
                    Some(Found::Local(v)),
                ) = (links.as_slice(), self.plain_local(head))
                    && let [Arg::Positional(index)] = items.as_slice()
                    && !self.noting
                {
                    return self.set_index_local(v.slot, index, value, *at);
                }
            }
            ExprKind::List(items) => {
                // `[a, b] = list`
                let names: Option<Vec<Ident>> = items
                    .iter()
                    .map(|i| match i {
                        ListItem::Value(e) => match &*e.kind {
                            ExprKind::Name(name) => Some(Ident {
                                span: e.span,
                                name: name.clone(),
                            }),
                            _ => None,
                        },
                        ListItem::Spread(_) => None,
                    })
                    .collect();
                return match names {
                    Some(names) => self.assign_many(&names, value, span),
                    None => self.unassignable(span),
                };
            }
            _ => {}
        }
        let Some(lowered) = self.target(target) else {
            return self.unassignable(span);
        };
        let value = self.expr(value);
        Box::new(Assign(lowered, value))
    }

    /// `local[index] = value`, with the commonest leaves in the node itself.
    fn set_index_local(&mut self, slot: u32, index: &Expr, value: &Expr, at: Span) -> N {
        let Some(Found::Local(i)) = self.plain_local(index) else {
            let index = self.expr(index);
            let value = self.expr(value);
            return Box::new(SetIndexLocal(slot, index, value, at));
        };
        let index = Local(i.slot);
        match &*value.kind {
            ExprKind::Literal(Literal::Boolean(b)) => Box::new(SetIndexLocal(slot, index, constants::Bool(*b), at)),
            _ => match self.plain_local(value) {
                Some(Found::Local(v)) => Box::new(SetIndexLocal(slot, index, Local(v.slot), at)),
                _ => Box::new(SetIndexLocal(slot, index, self.expr(value), at)),
            },
        }
    }

    /// An assignment to a variable that a scope knows.
    fn assign_variable(&mut self, name: &SmolStr, found: Found, op: AssignOp, value: &Expr, span: Span) -> N {
        let variable = found.variable();
        let Some(place) = found.place() else {
            return self.assign_hidden(name, variable, op, value, span);
        };
        match op {
            AssignOp::Plain => {
                let value = self.expr(value);
                self.store(place, variable, value, span)
            }
            AssignOp::Compound(binary) => {
                if let Place::Slot(slot) = place {
                    if !self.noting
                        && let Some(node) = self.local_update(binary, slot, variable.ty, value, span)
                    {
                        return node;
                    }
                    let value = self.update_of(binary, Operand::local(slot), value);
                    return self.store(place, variable, value, span);
                }
                if variable.ty.is_none()
                    && !self.noting
                    && let Some(node) = self.shared_update(binary, place, value)
                {
                    return node;
                }
                let before = self.read(name, found, span);
                let value = self.update_of(binary, Operand::Node(before), value);
                self.store(place, variable, value, span)
            }
            AssignOp::Elvis => {
                let value = self.expr(value);
                Box::new(ElvisAssign(Target::Variable(place, variable.ty), value))
            }
        }
    }

    fn assign_hidden(&mut self, name: &SmolStr, variable: Variable, op: AssignOp, value: &Expr, span: Span) -> N {
        let named = self.named(&format!("val${name}"), span);
        let value = match op {
            AssignOp::Plain => self.expr(value),
            AssignOp::Compound(op) => {
                let before = self.read(name, Found::Hidden(variable), span);
                let Some(operator) = operator(op) else {
                    return self.unassignable(span);
                };
                let value = self.expr(value);
                Box::new(crate::eval::operators::Operate(operator, before, value))
            }
            AssignOp::Elvis => {
                let before = self.read(name, Found::Hidden(variable), span);
                let value = self.expr(value);
                Box::new(crate::eval::logic::Elvis(before, value))
            }
        };
        Box::new(SetHidden(named, value))
    }

    /// Writes a value to a variable, converted to its type.
    pub(super) fn store(&mut self, place: Place, variable: Variable, value: N, span: Span) -> N {
        if let Some(ty) = variable.ty {
            return Box::new(SetTyped(place, ty, value, span));
        }
        match place {
            Place::Slot(slot) => Box::new(SetLocal(slot, value)),
            shared => Box::new(SetShared(shared, value)),
        }
    }

    /// What an assignment writes to.
    pub(super) fn target(&mut self, expr: &Expr) -> Option<Target> {
        let expr = expr.unparenthesized();
        match &*expr.kind {
            ExprKind::Name(name) => Some(match self.lookup(name) {
                Some(found @ Found::Hidden(_)) => {
                    let named = self.named(&format!("val${name}"), expr.span);
                    Target::Hidden(named, found.variable().ty)
                }
                Some(found) => Target::Variable(found.place()?, found.variable().ty),
                None => match self.static_import(name).filter(|_| !self.is_field(name)) {
                    Some((class, member)) => {
                        let place = self.type_place(class, 0);
                        let named = self.named_target(&member, expr.span);
                        Target::Property(Box::new(constants::ClassConstant(place)), named, false)
                    }
                    None => match self.own_field_target(name, expr.span) {
                        Some(target) => target,
                        None => Target::Free(self.named(name, expr.span)),
                    },
                },
            }),
            ExprKind::Path(head, links) => {
                let (last, before) = links.split_last()?;
                if let (ExprKind::This, [], LinkKind::Property(DotOp::Dot, Member::Name(name))) =
                    (&*head.kind, before, &last.kind)
                    && let Some(target) = self.own_field_target(&name.name, name.span)
                {
                    return Some(target);
                }
                let receiver = if before.is_empty() {
                    self.expr(head)
                } else {
                    self.path(head, before)
                };
                self.link_target(receiver, last)
            }
            _ => None,
        }
    }

    /// A field that the class around declares itself: its methods write it as it is, whatever setters say.
    fn own_field_target(&mut self, name: &SmolStr, span: Span) -> Option<Target> {
        if self.is_own_field(name) {
            return Some(Target::Own(self.named_target(name, span)));
        }
        if !self.is_own_static(name) {
            return None;
        }
        let class = Box::new(constants::ClassConstant(self.current_class_type()));
        Some(Target::Attribute(class, self.named(name, span)))
    }

    fn link_target(&mut self, receiver: N, link: &Link) -> Option<Target> {
        match &link.kind {
            LinkKind::Property(op, Member::Name(name)) => {
                let named = self.named_target(&name.name, name.span);
                Some(match op {
                    DotOp::Spread => Target::Spread(receiver, named),
                    op => Target::Property(receiver, named, *op == DotOp::Safe),
                })
            }
            LinkKind::Property(_, Member::Dynamic(name)) => {
                let name = self.expr(name);
                Some(Target::Dynamic(receiver, name, false, link.span))
            }
            LinkKind::Attribute(_, Member::Dynamic(name)) => {
                let name = self.expr(name);
                Some(Target::Dynamic(receiver, name, true, link.span))
            }
            LinkKind::Attribute(_, Member::Name(name)) => {
                let named = self.named(&name.name, name.span);
                Some(Target::Attribute(receiver, named))
            }
            LinkKind::Index(op, items) => {
                self.refuse_entries(items);
                let index = match items.as_slice() {
                    [Arg::Positional(only)] => self.expr(only),
                    many => self.index_list(many),
                };
                Some(Target::Index(receiver, index, *op == IndexOp::Safe, link.span))
            }
            _ => None,
        }
    }

    /// `target++` and its kin.
    pub(super) fn increment(&mut self, increment: &Increment, span: Span) -> N {
        let (down, prefix) = (increment.down, increment.prefix);
        if let Some(Found::Local(v)) = self.plain_local(increment.target.unparenthesized())
            && !self.noting
        {
            let by = if down { -1 } else { 1 };
            return Box::new(Bump {
                slot: v.slot,
                by,
                step: true,
                postfix: !prefix,
                ty: v.ty,
                span,
            });
        }
        match self.target(&increment.target) {
            Some(target) => {
                let node: N = Box::new(Step {
                    target,
                    down,
                    prefix,
                    span,
                });
                self.noted(node, span)
            }
            None => {
                // Of a value that is no place, only the next or previous one is asked for.
                let receiver = self.expr(&increment.target);
                let name = self.named(if down { "previous" } else { "next" }, span);
                let args = crate::eval::calls::Args::Plain(Box::new([]));
                Box::new(crate::eval::calls::Call {
                    name,
                    receiver,
                    args,
                    safe: false,
                })
            }
        }
    }

    /// `(a, b) = value`.
    pub(super) fn assign_many(&mut self, names: &[Ident], value: &Expr, span: Span) -> N {
        let value = self.expr(value);
        let mut targets = Vec::with_capacity(names.len());
        for name in names {
            let expr = Expr::new(name.span, ExprKind::Name(name.name.clone()));
            match self.target(&expr) {
                Some(target) => targets.push(target),
                None => return self.unassignable(span),
            }
        }
        Box::new(AssignMany(targets.into(), value))
    }
}
