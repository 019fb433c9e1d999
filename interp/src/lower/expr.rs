//! Expressions.

use super::Lowering;
use super::scope::{Fixed, Found};
use crate::eval::calls::{Args, Call, CallDynamic, CallName, CallPrivate, CallThis, CallThis1, CallValue};
use crate::eval::casts::{AsType, Cast, InstanceOf};
use crate::eval::constants::{self, ArrayLiteral, ClassConstant, Entry, Item, MapLiteral, NewArray, RangeLiteral};
use crate::eval::locals::{Captured, CellLocal, Local, This};
use crate::eval::logic::{And, Not, Or};
use crate::eval::operators::{Binary, Minus, Plus, Sign, Signed};
use crate::eval::properties::{Attribute, FieldThis, FreeName, PropertyThis};
use crate::eval::traces::Answer;
use crate::eval::{N, classes, locals};
use rovy_parser::ast::*;
use rovy_parser::{Span, Text};
use std::marker::PhantomData;

impl Lowering<'_> {
    /// Lowers an expression to a node that gives its value.
    pub(super) fn expr(&mut self, expr: &Expr) -> N {
        let span = expr.span;
        match &*expr.kind {
            ExprKind::Literal(literal) => self.literal(literal, false, span),
            ExprKind::GString(parts) => self.gstring(parts),
            ExprKind::Name(name) => self.variable(name, span),
            ExprKind::This | ExprKind::Super => self.this_node(),
            ExprKind::Type(ty) => {
                let place = self.ty(ty);
                Box::new(ClassConstant(place))
            }
            ExprKind::Paren(inner) => self.expr(inner),
            ExprKind::List(items) => self.list(items),
            ExprKind::Map(items) => self.map(items),
            ExprKind::Closure(closure) => self.closure(closure, span),
            ExprKind::Lambda(lambda) => self.lambda(lambda, span),
            ExprKind::Call(call) => self.implicit_call(call, span),
            ExprKind::ConstructorCall(target, args) => self.constructor_call(*target, args, span),
            ExprKind::Path(head, links) => self.path(head, links),
            ExprKind::New(new) => self.new_object(new, span),
            ExprKind::NewArray(new) => self.new_array(new),
            ExprKind::Unary(op, operand) => self.unary(*op, operand, span),
            ExprKind::Increment(increment) => self.increment(increment, span),
            ExprKind::Binary(first, terms) => self.binary(first, terms),
            ExprKind::Logical(op, terms) => {
                if self.noting {
                    return self.noted_logical(*op, terms);
                }
                let terms: Box<[N]> = terms.iter().map(|t| self.expr(t)).collect();
                logical(*op, terms)
            }
            ExprKind::Range(from, kind, to) => self.range(from, *kind, to),
            ExprKind::InstanceOf(value, negated, ty) => self.instance_of(value, !negated, ty),
            ExprKind::As(value, ty) => {
                let (value, class) = (self.expr(value), self.ty(ty));
                Box::new(AsType(class, value, span))
            }
            ExprKind::Cast(ty, value) => self.cast(ty, value, span),
            ExprKind::Ternary(ternary) => self.ternary(ternary, span),
            ExprKind::Elvis(value, otherwise) => self.elvis(value, otherwise, span),
            ExprKind::Assign(target, op, value) => self.assign(target, *op, value, span),
            ExprKind::MultiAssign(names, value) => self.assign_many(names, value, span),
            ExprKind::Switch(switch) => self.switch_value(switch),
            ExprKind::Annotation(_) | ExprKind::Error => Box::new(constants::Null),
        }
    }

    fn range(&mut self, from: &Expr, kind: RangeKind, to: &Expr) -> N {
        let (from, to) = (self.expr(from), self.expr(to));
        Box::new(RangeLiteral {
            from,
            to,
            from_inclusive: matches!(kind, RangeKind::Inclusive | RangeKind::ExclusiveRight),
            to_inclusive: matches!(kind, RangeKind::Inclusive | RangeKind::ExclusiveLeft),
        })
    }

    fn instance_of(&mut self, value: &Expr, wanted: bool, ty: &TypeRef) -> N {
        let word = self.word_between(value.span.end, ty.span.start);
        let (value, class) = (self.expr(value), self.ty(ty));
        let node: N = Box::new(InstanceOf { value, class, wanted });
        self.noted(node, word)
    }

    /// `a && b && c` in an assertion: the value of each pair is shown under its operator.
    fn noted_logical(&mut self, op: LogicalOp, terms: &[Expr]) -> N {
        let text = match op {
            LogicalOp::And => "&&",
            LogicalOp::Or => "||",
        };
        let Some((first, rest)) = terms.split_first() else {
            return Box::new(constants::Null);
        };
        let mut value = self.expr(first);
        let mut end = first.span.end;
        for term in rest {
            let between = Span::new(end, term.span.start).text(self.source);
            let at = end + between.find(text).unwrap_or_default() as u32;
            let next = self.expr(term);
            value = self.noted(logical(op, Box::new([value, next])), Span::new(at, at + 2));
            end = term.span.end;
        }
        value
    }

    /// `this`: in a closure the object around it, in static code the class.
    pub(super) fn this_node(&mut self) -> N {
        Box::new(This)
    }

    /// Where the first word between two places stands.
    fn word_between(&self, from: u32, to: u32) -> Span {
        let between = self.source.get(from as usize..to as usize).unwrap_or_default();
        let blank = between.len() - between.trim_start().len();
        Span::new(from + blank as u32, to)
    }

    fn cast(&mut self, ty: &TypeRef, value: &Expr, span: Span) -> N {
        let class = self.ty(ty);
        let value = self.expr(value);
        Box::new(Cast(class, value, span))
    }

    /// A name: a variable, a field, a class, a static import, else free.
    pub(super) fn variable(&mut self, name: &SmolStr, span: Span) -> N {
        if name == "this" {
            return self.this_node();
        }
        if let Some(found) = self.lookup(name) {
            let node = self.read(name, found, span);
            let node = self.traced(node, name, span, || Answer::Known("local".into()));
            return self.noted(node, span);
        }
        if let Some(node) = self.own_field(name, span) {
            let node = self.traced(node, name, span, || Answer::Free(false));
            return self.noted(node, span);
        }
        if self.is_field(name) {
            let node = self.free_name(name, span);
            return self.noted(node, span);
        }
        if let Some((class, member)) = self.static_import(name) {
            let place = self.type_place(class, 0);
            let receiver: N = Box::new(ClassConstant(place));
            let name = self.named(&member, span);
            let node: N = Box::new(crate::eval::properties::Property {
                name,
                receiver,
                safe: false,
            });
            return self.noted(node, span);
        }
        if let Some(class) = self.resolve(name) {
            let place = self.type_place(class, 0);
            return Box::new(ClassConstant(place));
        }
        self.check_static_name(name, span);
        let node = self.free_name(name, span);
        self.noted(node, span)
    }

    /// Reads a field that the class around declares itself as it is, in the methods of that class.
    pub(super) fn own_field(&mut self, name: &SmolStr, span: Span) -> Option<N> {
        if self.is_own_field(name) {
            return Some(Box::new(FieldThis(self.named(name, span))));
        }
        if !self.is_own_static(name) {
            return None;
        }
        Some(Box::new(Attribute {
            receiver: Box::new(ClassConstant(self.current_class_type())),
            name: self.named(name, span),
            safe: false,
            spread: false,
        }))
    }

    /// Reads a variable that a scope knows.
    pub(super) fn read(&mut self, name: &str, found: Found, span: Span) -> N {
        match found {
            Found::Local(v) if v.cell => Box::new(CellLocal(v.slot)),
            Found::Local(v) => Box::new(Local(v.slot)),
            Found::Captured(index, _) => Box::new(Captured(index)),
            Found::Hidden(_) => {
                let name = self.named(&format!("val${name}"), span);
                Box::new(locals::HiddenField(name))
            }
        }
    }

    /// A name that is a property of `this`, or in a closure whatever owner and delegate answer.
    pub(super) fn free_name(&mut self, name: &str, span: Span) -> N {
        let named = self.named(name, span);
        let node: N = if self.in_closure() {
            Box::new(FreeName(named))
        } else {
            Box::new(PropertyThis(named))
        };
        self.traced(node, name, span, || Answer::Free(false))
    }

    /// A key of a map literal or a named argument: a bare name is text.
    pub(super) fn key(&mut self, key: &Expr) -> N {
        match &*key.kind {
            ExprKind::Name(name) => self.text(&Text::from(name.as_str())),
            ExprKind::Type(ty) => self.text(&Text::from(ty.name.name.as_str())),
            ExprKind::This => self.text(&Text::from("this")),
            ExprKind::Super => self.text(&Text::from("super")),
            _ => self.expr(key),
        }
    }

    /// Arguments: named ones become one map in front.
    pub(super) fn args(&mut self, args: &Arguments) -> Args {
        self.arg_items(&args.items)
    }

    pub(super) fn arg_items(&mut self, list: &[Arg]) -> Args {
        let mut named: Vec<Entry> = Vec::new();
        let mut items: Vec<Item> = Vec::new();
        let mut spread = false;
        for arg in list {
            match arg {
                Arg::Positional(expr) => items.push(Item::One(self.expr(expr))),
                Arg::Spread(expr) => {
                    spread = true;
                    items.push(Item::Spread(self.expr(expr)));
                }
                Arg::Named(..) | Arg::SpreadMap(_) => named.extend(self.entry(arg)),
            }
        }
        if !named.is_empty() {
            items.insert(0, Item::One(Box::new(MapLiteral(named.into()))));
        }
        if spread {
            return Args::Spread(items.into());
        }
        let plain = items.into_iter().map(|i| match i {
            Item::One(n) | Item::Spread(n) => n,
        });
        Args::Plain(plain.collect())
    }

    /// The entry of a map that an argument is.
    pub(super) fn entry(&mut self, arg: &Arg) -> Option<Entry> {
        match arg {
            Arg::Named(key, value) => Some(Entry::One(self.key(key), self.expr(value))),
            Arg::SpreadMap(map) => Some(Entry::Spread(self.expr(map))),
            Arg::Positional(_) | Arg::Spread(_) => None,
        }
    }

    /// `name(args)`: a variable that is called, a static import, a method of `this`, or in a closure whatever owner and
    /// delegate answer.
    fn implicit_call(&mut self, call: &Call_, span: Span) -> N {
        let name = match &call.name {
            Member::Name(name) => name,
            Member::Dynamic(expr) => {
                let name = self.expr(expr);
                let args = self.args(&call.args);
                return Box::new(CallDynamic {
                    receiver: None,
                    name,
                    args,
                    safe: false,
                    span,
                });
            }
        };
        if let Some(found) = self.lookup(&name.name) {
            return self.call_variable(name, found, &call.args, span);
        }
        if let Some(node) = self.call_fixed(&name.name, &call.args, span) {
            return self.noted(node, name.span);
        }
        if let Some(node) = self.call_this_fused(&name.name, &call.args, span) {
            return node;
        }
        let args = self.args(&call.args);
        if !self.has_own_method(&name.name)
            && let Some((class, member)) = self.static_import(&name.name)
        {
            let place = self.type_place(class, 0);
            let named = self.named(&member, span);
            let receiver: N = Box::new(ClassConstant(place));
            let node: N = Box::new(Call {
                name: named,
                receiver,
                args,
                safe: false,
            });
            return self.noted(node, name.span);
        }
        let named = self.named(&name.name, span);
        self.note_arguments(named.site, &call.args);
        if self.in_closure() {
            let node: N = Box::new(CallName(named, args));
            let node = self.traced(node, &name.name, name.span, || Answer::Free(true));
            return self.noted(node, name.span);
        }
        let node: N = match args {
            Args::Plain(nodes) if nodes.len() == 1 => match nodes.into_vec().pop() {
                Some(arg) => Box::new(CallThis1(named, arg)),
                None => Box::new(CallThis(named, Args::Plain(Box::new([])))),
            },
            args => Box::new(CallThis(named, args)),
        };
        let node = self.traced(node, &name.name, name.span, || Answer::Free(true));
        self.noted(node, name.span)
    }

    /// A call of a method of the class around that no subclass overrides: a private or static one.
    fn call_fixed(&mut self, name: &SmolStr, args: &Arguments, span: Span) -> Option<N> {
        if self.in_closure() || self.trace {
            return None;
        }
        let fixed = *self.class_stack.last()?.fixed_methods.get(name)?;
        let args = self.args(args);
        let named = self.named(name, span);
        let class = self.current_class_type();
        Some(match fixed {
            Fixed::Private => Box::new(CallPrivate {
                name: named,
                class,
                args,
            }),
            Fixed::Static => Box::new(Call {
                name: named,
                receiver: Box::new(ClassConstant(class)),
                args,
                safe: false,
            }),
        })
    }

    /// `name(args)` where a variable has the name: its value is called.
    fn call_variable(&mut self, name: &Ident, found: Found, args: &Arguments, span: Span) -> N {
        let target = self.read(&name.name, found, name.span);
        let target = self.noted(target, name.span);
        let args = self.args(args);
        let named = self.named("call", span);
        let node: N = Box::new(CallValue {
            name: named,
            target,
            args,
        });
        self.noted(node, name.span)
    }

    /// A call of a method on `this` whose only argument is a local, or a local plus or minus a number: without a box for it.
    fn call_this_fused(&mut self, name: &str, args: &Arguments, span: Span) -> Option<N> {
        let [Arg::Positional(arg)] = args.items.as_slice() else {
            return None;
        };
        if self.in_closure() || self.noting || self.trace || self.has_static_import(name) {
            return None;
        }
        if let Some(Found::Local(v)) = self.plain_local(arg) {
            return Some(Box::new(CallThis1(self.named(name, span), Local(v.slot))));
        }
        let ExprKind::Binary(first, terms) = &*arg.kind else {
            return None;
        };
        let [term] = terms.as_slice() else { return None };
        let ExprKind::Literal(Literal::Integer(text)) = &*term.operand.kind else {
            return None;
        };
        let (Some(Found::Local(v)), Ok(by)) = (self.plain_local(first), text.parse::<i32>()) else {
            return None;
        };
        let (local, by) = (Local(v.slot), constants::Int(by));
        let named = self.named(name, span);
        match term.op {
            BinaryOp::Add => Some(Box::new(CallThis1(named, Binary::<Plus, _, _>(local, by, PhantomData)))),
            BinaryOp::Sub => Some(Box::new(CallThis1(
                named,
                Binary::<Minus, _, _>(local, by, PhantomData),
            ))),
            _ => None,
        }
    }

    /// Calls a value.
    pub(super) fn call_value(&mut self, target: N, args: Vec<N>, span: Span) -> N {
        let name = self.named("call", span);
        Box::new(CallValue {
            name,
            target,
            args: Args::Plain(args.into()),
        })
    }

    fn new_object(&mut self, new: &New, span: Span) -> N {
        if let Some(body) = &new.body {
            return self.anonymous_class(new, body, span);
        }
        let class = self.ty(&new.ty);
        self.check_instance(class, span);
        let args = self.args(&new.args);
        let node: N = Box::new(classes::New {
            class,
            args,
            captures: None,
            span,
        });
        self.noted(node, span)
    }

    fn new_array(&mut self, new: &rovy_parser::ast::NewArray) -> N {
        self.check_dimensions(
            new.element.dims + new.empty_dims + new.sizes.len() as u32,
            new.element.span,
        );
        if let Some(items) = &new.init {
            return self.array_literal(&new.element, new.empty_dims + new.sizes.len() as u32, items);
        }
        let element = self.ty(&new.element);
        let sizes = new.sizes.iter().map(|s| self.expr(s)).collect();
        Box::new(NewArray {
            element,
            sizes,
            open: new.empty_dims,
        })
    }

    /// `{ a, b }` for an array of so many dimensions; nested braces are parsed as lists of one dimension less.
    pub(super) fn array_literal(&mut self, element: &TypeRef, dimensions: u32, items: &[Expr]) -> N {
        let component = self.ty(element);
        let items = items.iter().map(|i| self.expr(i)).collect();
        Box::new(ArrayLiteral {
            component,
            dimensions: dimensions.saturating_sub(1),
            items,
        })
    }

    fn unary(&mut self, op: UnaryOp, operand: &Expr, span: Span) -> N {
        if let (UnaryOp::Minus, ExprKind::Literal(literal)) = (op, &*operand.kind)
            && matches!(literal, Literal::Integer(_) | Literal::Decimal(_))
        {
            return self.literal(literal, true, span);
        }
        let value = self.expr(operand);
        let node: N = match op {
            UnaryOp::Not => Box::new(Not(value)),
            UnaryOp::Minus => Box::new(Signed(Sign::Minus, value)),
            UnaryOp::Plus => Box::new(Signed(Sign::Plus, value)),
            UnaryOp::BitNot => Box::new(Signed(Sign::BitNot, value)),
        };
        self.noted(node, span)
    }
}

/// The syntax tree's call, apart from the node of the same name.
type Call_ = rovy_parser::ast::Call;

fn logical(op: LogicalOp, terms: Box<[N]>) -> N {
    match op {
        LogicalOp::And => Box::new(And(terms)),
        LogicalOp::Or => Box::new(Or(terms)),
    }
}
