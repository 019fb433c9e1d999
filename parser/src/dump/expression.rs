//! Expressions as S-expressions.

use super::Dump;
use crate::ast::*;

impl Dump {
    pub(super) fn expr(&mut self, expr: &Expr) {
        match &*expr.kind {
            ExprKind::Literal(literal) => self.literal(literal),
            ExprKind::GString(parts) => self.list("gstring", |dump| parts.iter().for_each(|part| dump.part(part))),
            ExprKind::Name(name) => self.atom(name),
            ExprKind::This => self.atom("this"),
            ExprKind::Super => self.atom("super"),
            ExprKind::Type(ty) => self.list("type", |dump| dump.type_ref(ty)),
            ExprKind::Paren(inner) => self.list("paren", |dump| dump.expr(inner)),
            ExprKind::List(items) => self.list("list", |dump| items.iter().for_each(|item| dump.item(item))),
            ExprKind::Map(items) => self.list("map", |dump| items.iter().for_each(|item| dump.entry(item))),
            ExprKind::Closure(closure) => self.list("closure", |dump| dump.closure(closure)),
            ExprKind::Lambda(lambda) => self.list("lambda", |dump| dump.lambda(lambda)),
            ExprKind::Call(call) => self.list("call", |dump| {
                dump.member(&call.name);
                dump.args(&call.args.items);
            }),
            ExprKind::ConstructorCall(target, args) => {
                let name = if *target == ConstructorTarget::This {
                    "this!"
                } else {
                    "super!"
                };
                self.list(name, |dump| dump.args(&args.items));
            }
            ExprKind::Path(base, links) => self.list("path", |dump| {
                dump.expr(base);
                links.iter().for_each(|link| dump.link(link));
            }),
            ExprKind::New(new) => self.new_object(new),
            ExprKind::NewArray(array) => self.new_array(array),
            ExprKind::Switch(switch) => self.list("switch-value", |dump| dump.switch(switch)),
            ExprKind::Annotation(annotation) => self.annotations(std::slice::from_ref(annotation)),
            ExprKind::Error => self.atom("(error)"),
            kind => self.operator(kind),
        }
    }

    /// Everything with operators.
    fn operator(&mut self, kind: &ExprKind) {
        match kind {
            ExprKind::Unary(op, operand) => {
                let op = match op {
                    UnaryOp::Not => "!",
                    UnaryOp::BitNot => "~",
                    UnaryOp::Minus => "neg",
                    UnaryOp::Plus => "pos",
                };
                self.list(op, |dump| dump.expr(operand));
            }
            ExprKind::Increment(increment) => {
                let op = if increment.down { "--" } else { "++" };
                let name = if increment.prefix {
                    format!("{op}_")
                } else {
                    format!("_{op}")
                };
                self.list(&name, |dump| dump.expr(&increment.target));
            }
            ExprKind::Binary(first, terms) => self.binary(first, terms),
            ExprKind::Logical(op, operands) => {
                let op = if *op == LogicalOp::And { "&&" } else { "||" };
                self.list(op, |dump| operands.iter().for_each(|operand| dump.expr(operand)));
            }
            ExprKind::Range(from, kind, to) => {
                let op = match kind {
                    RangeKind::Inclusive => "..",
                    RangeKind::ExclusiveRight => "..<",
                    RangeKind::ExclusiveLeft => "<..",
                    RangeKind::ExclusiveBoth => "<..<",
                };
                self.pair(op, from, to);
            }
            ExprKind::InstanceOf(value, negated, ty) => {
                self.typed(if *negated { "!instanceof" } else { "instanceof" }, value, ty);
            }
            ExprKind::As(value, ty) => self.typed("as", value, ty),
            ExprKind::Cast(ty, value) => self.typed("cast", value, ty),
            ExprKind::Ternary(ternary) => self.list("?", |dump| {
                [&ternary.condition, &ternary.then, &ternary.otherwise]
                    .into_iter()
                    .for_each(|expr| dump.expr(expr));
            }),
            ExprKind::Elvis(value, otherwise) => self.pair("?:", value, otherwise),
            ExprKind::Assign(target, op, value) => {
                let op = match op {
                    AssignOp::Plain => "=".to_owned(),
                    AssignOp::Elvis => "?=".to_owned(),
                    AssignOp::Compound(op) => format!("{}=", op.text()),
                };
                self.pair(&op, target, value);
            }
            ExprKind::MultiAssign(names, value) => self.list("=", |dump| {
                dump.list("names", |dump| names.iter().for_each(|name| dump.atom(&name.name)));
                dump.expr(value);
            }),
            _ => {}
        }
    }

    /// One operator: `(+ a b c)`; several: `(a + b - c)`.
    fn binary(&mut self, first: &Expr, terms: &[BinaryTerm]) {
        let op = terms.first().map_or(BinaryOp::Add, |term| term.op);
        if terms.iter().all(|term| term.op == op) {
            self.list(op.text(), |dump| {
                dump.expr(first);
                terms.iter().for_each(|term| dump.expr(&term.operand));
            });
        } else {
            self.list("", |dump| {
                dump.expr(first);
                for term in terms {
                    dump.atom(term.op.text());
                    dump.expr(&term.operand);
                }
            });
        }
    }

    fn pair(&mut self, name: &str, a: &Expr, b: &Expr) {
        self.list(name, |dump| {
            dump.expr(a);
            dump.expr(b);
        });
    }

    fn typed(&mut self, name: &str, value: &Expr, ty: &TypeRef) {
        self.list(name, |dump| {
            dump.type_ref(ty);
            dump.expr(value);
        });
    }

    fn literal(&mut self, literal: &Literal) {
        match literal {
            Literal::Null => self.atom("null"),
            Literal::Boolean(value) => self.debug(value),
            Literal::Integer(text) | Literal::Decimal(text) => self.atom(text),
            Literal::String(text) => self.debug(text),
        }
    }

    fn part(&mut self, part: &GStringPart) {
        match part {
            GStringPart::Text(text) => self.debug(text),
            GStringPart::Value(expr) => self.expr(expr),
            GStringPart::Block(block) => self.block("block", block),
            GStringPart::Lazy(_, closure) => self.list("lazy", |dump| dump.closure(closure)),
        }
    }

    fn item(&mut self, item: &ListItem) {
        match item {
            ListItem::Value(expr) => self.expr(expr),
            ListItem::Spread(expr) => self.list("*", |dump| dump.expr(expr)),
        }
    }

    fn entry(&mut self, item: &MapItem) {
        match item {
            MapItem::Entry(key, value) => self.pair(":", key, value),
            MapItem::Spread(expr) => self.list("*:", |dump| dump.expr(expr)),
        }
    }

    fn closure(&mut self, closure: &Closure) {
        if let Some(params) = &closure.params {
            self.params(params);
        }
        closure.body.iter().for_each(|stmt| self.stmt(stmt));
    }

    fn lambda(&mut self, lambda: &Lambda) {
        self.params(&lambda.params);
        match &lambda.body {
            LambdaBody::Expr(expr) => self.expr(expr),
            LambdaBody::Block(block) => self.block("block", block),
        }
    }

    fn member(&mut self, member: &Member) {
        match member {
            Member::Name(name) => self.atom(&name.name),
            Member::Dynamic(expr) => self.list("dynamic", |dump| dump.expr(expr)),
        }
    }

    pub(super) fn args(&mut self, args: &[Arg]) {
        for arg in args {
            match arg {
                Arg::Positional(expr) => self.expr(expr),
                Arg::Named(key, value) => self.pair(":", key, value),
                Arg::Spread(expr) => self.list("*", |dump| dump.expr(expr)),
                Arg::SpreadMap(expr) => self.list("*:", |dump| dump.expr(expr)),
            }
        }
    }

    fn link(&mut self, link: &Link) {
        let dot = |op: &DotOp| match op {
            DotOp::Dot => ".",
            DotOp::Safe => "?.",
            DotOp::Spread => "*.",
        };
        match &link.kind {
            LinkKind::Property(op, name) => self.named_link(dot(op), name),
            LinkKind::Attribute(op, name) => self.named_link(&format!("{}@", dot(op)), name),
            LinkKind::Method(op, call) => self.method_link(dot(op), call),
            LinkKind::Call(args) => self.list("call", |dump| dump.args(&args.items)),
            LinkKind::Index(op, items) => {
                self.list(if *op == IndexOp::Safe { "?[]" } else { "[]" }, |dump| dump.args(items));
            }
            LinkKind::MethodPointer(name) => self.named_link(".&", name),
            LinkKind::MethodReference(name) => self.named_link("::", name),
            LinkKind::New(new) => self.list(".", |dump| dump.new_object(new)),
        }
    }

    /// A property is an atom, a method a list: `.b` and `(.b)`.
    fn named_link(&mut self, dot: &str, name: &Member) {
        match name {
            Member::Name(name) => self.atom(&format!("{dot}{}", name.name)),
            Member::Dynamic(expr) => self.list(dot, |dump| dump.expr(expr)),
        }
    }

    fn method_link(&mut self, dot: &str, call: &MethodCall) {
        let name = match &call.name {
            Member::Name(name) => format!("{dot}{}", name.name),
            Member::Dynamic(_) => dot.to_owned(),
        };
        self.list(&name, |dump| {
            if let Member::Dynamic(expr) = &call.name {
                dump.list("dynamic", |dump| dump.expr(expr));
            }
            if !call.type_args.is_empty() {
                dump.list("types", |dump| call.type_args.iter().for_each(|arg| dump.type_arg(arg)));
            }
            dump.args(&call.args.items);
        });
    }

    fn new_object(&mut self, new: &New) {
        self.list("new", |dump| {
            dump.type_ref(&new.ty);
            dump.args(&new.args.items);
            new.body.iter().for_each(|body| dump.class_body(body));
        });
    }

    fn new_array(&mut self, array: &NewArray) {
        self.list("new-array", |dump| {
            dump.type_ref(&array.element);
            array
                .sizes
                .iter()
                .for_each(|size| dump.list("[]", |dump| dump.expr(size)));
            (0..array.empty_dims).for_each(|_| dump.atom("[]"));
            if let Some(init) = &array.init {
                dump.list("of", |dump| init.iter().for_each(|expr| dump.expr(expr)));
            }
        });
    }

    pub(super) fn switch(&mut self, switch: &Switch) {
        self.expr(&switch.subject);
        for group in &switch.groups {
            self.list(if group.arrow { "->" } else { ":" }, |dump| {
                for label in &group.labels {
                    match &label.kind {
                        CaseKind::Default => dump.atom("default"),
                        CaseKind::Case(values) => {
                            dump.list("case", |dump| values.iter().for_each(|value| dump.expr(value)));
                        }
                    }
                }
                group.body.iter().for_each(|stmt| dump.stmt(stmt));
            });
        }
    }
}
