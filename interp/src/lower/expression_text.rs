//! The text of an expression as Groovy's compiler shows it (`ASTNode.getText`): the message of a failed assertion quotes it.

use super::Lowering;
use crate::number::BigInteger;
use rovy_parser::Text;
use rovy_parser::ast::*;
use rovy_parser::number::{Decimal, Integer};
use std::fmt::Write;

impl Lowering<'_> {
    /// The text of an expression: operators in parentheses, class names in full, strings without quotes.
    pub(super) fn expression_text(&mut self, expr: &Expr) -> String {
        match &*expr.kind {
            ExprKind::Literal(literal) => literal_text(literal),
            ExprKind::GString(parts) => self.gstring_text(parts),
            ExprKind::Name(name) => self.name_text(name),
            ExprKind::This => "this".into(),
            ExprKind::Super => "super".into(),
            ExprKind::Type(ty) => self.type_text(ty),
            // Parentheses come from operators alone; signs and negation do not show.
            ExprKind::Paren(inner) | ExprKind::Unary(UnaryOp::Minus | UnaryOp::Plus | UnaryOp::Not, inner) => {
                self.expression_text(inner)
            }
            ExprKind::Unary(UnaryOp::BitNot, inner) => format!("~({})", self.expression_text(inner)),
            ExprKind::List(items) => self.list_text(items),
            ExprKind::Map(items) => self.map_text(items),
            ExprKind::Closure(closure) => self.closure_text(closure),
            ExprKind::Call(call) => {
                let args = self.arguments_text(&call.args);
                let name = self.shown_member(&call.name);
                match &call.name {
                    Member::Name(ident) if self.lookup(&ident.name).is_some() => format!("{name}.call({args})"),
                    _ => format!("this.{name}({args})"),
                }
            }
            ExprKind::Path(head, links) => self.path_text(head, links),
            ExprKind::New(new) => {
                let (class, args) = (self.type_text(&new.ty), self.arguments_text(&new.args));
                format!("new {class}({args})")
            }
            ExprKind::Increment(increment) => {
                let target = self.expression_text(&increment.target);
                let operator = if increment.down { "--" } else { "++" };
                if increment.prefix {
                    format!("({operator}{target})")
                } else {
                    format!("({target}{operator})")
                }
            }
            ExprKind::Binary(first, terms) => {
                let terms: Vec<_> = terms.iter().map(|t| (t.op.text(), &t.operand)).collect();
                self.chain_text(first, &terms)
            }
            ExprKind::Logical(op, operands) => {
                let op = match op {
                    LogicalOp::And => "&&",
                    LogicalOp::Or => "||",
                };
                let Some((first, rest)) = operands.split_first() else {
                    return String::new();
                };
                let terms: Vec<_> = rest.iter().map(|operand| (op, operand)).collect();
                self.chain_text(first, &terms)
            }
            ExprKind::Range(from, kind, to) => {
                let dots = match kind {
                    RangeKind::Inclusive => "..",
                    RangeKind::ExclusiveRight => "..<",
                    RangeKind::ExclusiveLeft => "<..",
                    RangeKind::ExclusiveBoth => "<..<",
                };
                let (from, to) = (self.expression_text(from), self.expression_text(to));
                format!("({from}{dots}{to})")
            }
            ExprKind::InstanceOf(value, negated, ty) => {
                let operator = if *negated { "!instanceof" } else { "instanceof" };
                let (value, class) = (self.expression_text(value), self.type_text(ty));
                format!("({value} {operator} {class})")
            }
            ExprKind::As(value, ty) => {
                let (value, class) = (self.expression_text(value), self.type_text(ty));
                format!("{value} as {class}")
            }
            ExprKind::Cast(ty, value) => {
                let (class, value) = (self.type_text(ty), self.expression_text(value));
                format!("({class}) {value}")
            }
            ExprKind::Ternary(ternary) => {
                let condition = self.expression_text(&ternary.condition);
                let then = self.expression_text(&ternary.then);
                let otherwise = self.expression_text(&ternary.otherwise);
                format!("({condition}) ? {then} : {otherwise}")
            }
            ExprKind::Elvis(value, otherwise) => {
                let (value, otherwise) = (self.expression_text(value), self.expression_text(otherwise));
                format!("({value}) ? {value} : {otherwise}")
            }
            ExprKind::Lambda(_)
            | ExprKind::ConstructorCall(..)
            | ExprKind::NewArray(_)
            | ExprKind::Assign(..)
            | ExprKind::MultiAssign(..)
            | ExprKind::Switch(_)
            | ExprKind::Annotation(_)
            | ExprKind::Error => expr.span.text(self.source).into(),
        }
    }

    /// The variables of a condition whose values an assertion's message shows: the operands of its operators.
    pub(super) fn shown_variables<'t>(&mut self, expr: &'t Expr) -> Vec<(&'t SmolStr, rovy_parser::Span)> {
        let mut found = Vec::new();
        let mut open = vec![expr];
        while let Some(expr) = open.pop() {
            match &*expr.kind {
                ExprKind::Name(name) if self.lookup(name).is_some() || self.resolve(name).is_none() => {
                    found.push((name, expr.span));
                }
                ExprKind::Paren(inner) | ExprKind::Unary(UnaryOp::Not, inner) => open.push(inner),
                ExprKind::Binary(first, terms) => {
                    open.extend(terms.iter().rev().map(|t| &t.operand));
                    open.push(first);
                }
                ExprKind::Logical(_, operands) => open.extend(operands.iter().rev()),
                ExprKind::InstanceOf(value, ..) => open.push(value),
                // An index is an operator to Groovy.
                ExprKind::Path(head, links) => {
                    if let [
                        Link {
                            kind: LinkKind::Index(_, items),
                            ..
                        },
                    ] = links.as_slice()
                    {
                        open.extend(items.iter().rev().filter_map(|item| match item {
                            Arg::Positional(expr) if items.len() == 1 => Some(expr),
                            _ => None,
                        }));
                        open.push(head);
                    }
                }
                _ => {}
            }
        }
        found
    }

    /// `((a op b) op c)`, without nesting as deep as the chain is long.
    fn chain_text(&mut self, first: &Expr, terms: &[(&str, &Expr)]) -> String {
        let mut text = "(".repeat(terms.len());
        text += &self.expression_text(first);
        for (op, operand) in terms {
            let operand = self.expression_text(operand);
            // Writing to a String cannot fail.
            let _ = write!(text, " {op} {operand})");
        }
        text
    }

    fn path_text(&mut self, head: &Expr, links: &[Link]) -> String {
        let mut text = self.expression_text(head);
        for link in links {
            text = match &link.kind {
                LinkKind::Property(dot, member) => format!("{text}{}{}", dot_text(*dot), self.shown_member(member)),
                LinkKind::Attribute(dot, member) => format!("{text}{}@{}", dot_text(*dot), self.shown_member(member)),
                LinkKind::Method(dot, call) => {
                    let (name, args) = (self.shown_member(&call.name), self.arguments_text(&call.args));
                    format!("{text}{}{name}({args})", dot_text(*dot))
                }
                LinkKind::Call(args) => format!("{text}.call({})", self.arguments_text(args)),
                LinkKind::Index(op, items) => {
                    let items = self.items_text(items);
                    let safe = if *op == IndexOp::Safe { "?" } else { "" };
                    format!("{text}{safe}[{items}]")
                }
                LinkKind::MethodPointer(member) => format!("{text}.&{}", self.shown_member(member)),
                LinkKind::MethodReference(member) => format!("{text}::{}", self.shown_member(member)),
                LinkKind::New(new) => {
                    let (class, args) = (self.type_text(&new.ty), self.arguments_text(&new.args));
                    format!("new {class}({text}, {args})")
                }
            };
        }
        text
    }

    fn shown_member(&mut self, member: &Member) -> String {
        match member {
            Member::Name(ident) => ident.name.to_string(),
            Member::Dynamic(expr) => self.expression_text(expr),
        }
    }

    fn arguments_text(&mut self, args: &Arguments) -> String {
        self.items_text(&args.items)
    }

    fn items_text(&mut self, items: &[Arg]) -> String {
        let texts: Vec<String> = items.iter().map(|item| self.argument_text(item)).collect();
        texts.join(", ")
    }

    fn argument_text(&mut self, item: &Arg) -> String {
        match item {
            Arg::Positional(expr) => self.expression_text(expr),
            Arg::Spread(expr) => format!("*{}", self.expression_text(expr)),
            Arg::Named(key, value) => format!("{}:{}", self.key_text(key), self.expression_text(value)),
            Arg::SpreadMap(expr) => format!("*:{}", self.expression_text(expr)),
        }
    }

    fn list_text(&mut self, items: &[ListItem]) -> String {
        let texts: Vec<String> = items
            .iter()
            .map(|item| match item {
                ListItem::Value(expr) => self.expression_text(expr),
                ListItem::Spread(expr) => format!("*{}", self.expression_text(expr)),
            })
            .collect();
        format!("[{}]", texts.join(", "))
    }

    fn map_text(&mut self, items: &[MapItem]) -> String {
        if items.is_empty() {
            return "[:]".into();
        }
        let texts: Vec<String> = items
            .iter()
            .map(|item| match item {
                MapItem::Entry(key, value) => format!("{}:{}", self.key_text(key), self.expression_text(value)),
                MapItem::Spread(expr) => format!("*:{}", self.expression_text(expr)),
            })
            .collect();
        format!("[{}]", texts.join(", "))
    }

    /// A key: a bare name is text.
    fn key_text(&mut self, key: &Expr) -> String {
        match &*key.kind {
            ExprKind::Name(name) => name.to_string(),
            _ => self.expression_text(key),
        }
    }

    fn gstring_text(&mut self, parts: &[GStringPart]) -> String {
        let mut text = String::new();
        for part in parts {
            match part {
                GStringPart::Text(part) => text += &part.to_lossy(),
                GStringPart::Value(expr) => {
                    let value = self.expression_text(expr);
                    match &*expr.kind {
                        ExprKind::Name(_) => text.push('$'),
                        _ => text += "${",
                    }
                    text += &value;
                    if !matches!(&*expr.kind, ExprKind::Name(_)) {
                        text.push('}');
                    }
                }
                GStringPart::Block(_) | GStringPart::Lazy(..) => text += "${{ -> ... }}",
            }
        }
        text
    }

    fn closure_text(&mut self, closure: &Closure) -> String {
        let Some(params) = &closure.params else {
            return "{ ... }".into();
        };
        let texts: Vec<String> = params.iter().map(|param| self.param_text(param)).collect();
        format!("{{ {} -> ... }}", texts.join(", "))
    }

    fn param_text(&mut self, param: &Param) -> String {
        let class = match &param.ty {
            Some(ty) => self.type_text(ty),
            None => "java.lang.Object".into(),
        };
        match &param.default {
            Some(value) => format!("{class} {} = {}", param.name.name, self.expression_text(value)),
            None => format!("{class} {}", param.name.name),
        }
    }

    /// A variable as it is called, a class by its full name.
    fn name_text(&mut self, name: &SmolStr) -> String {
        if self.lookup(name).is_some() {
            return name.to_string();
        }
        match self.resolve(name) {
            Some(class) => self.full_name(&class),
            None => name.to_string(),
        }
    }

    fn type_text(&mut self, ty: &TypeRef) -> String {
        if ty.primitive().is_some() || ty.is_void() {
            return format!("{}{}", ty.name.name, "[]".repeat(ty.dims as usize));
        }
        let name = match self.resolve(&ty.name.name) {
            Some(class) => self.full_name(&class),
            None => ty.name.name.to_string(),
        };
        name + &"[]".repeat(ty.dims as usize)
    }
}

fn dot_text(dot: DotOp) -> &'static str {
    match dot {
        DotOp::Dot => ".",
        DotOp::Safe => "?.",
        DotOp::Spread => "*.",
    }
}

/// A constant's `toString()`.
fn literal_text(literal: &Literal) -> String {
    match literal {
        Literal::Null => "null".into(),
        Literal::Boolean(truth) => truth.to_string(),
        Literal::String(text) => Text::to_lossy(text).into_owned(),
        Literal::Integer(text) => {
            let Integer { digits, radix, .. } = Integer::parse(text);
            match BigInteger::parse_bytes(digits.as_bytes(), radix) {
                Some(value) => value.to_string(),
                None => text.to_string(),
            }
        }
        Literal::Decimal(text) => Decimal::parse(text).digits.to_string(),
    }
}
