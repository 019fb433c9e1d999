//! The text of an expression as Groovy's compiler writes it (`Expression.getText()`): what `assert condition : message` says.

use super::Lowering;
use crate::number::{BigDecimal, BigInteger, floating};
use rovy_parser::ast::*;
use rovy_parser::number::{Decimal, DecimalSuffix, Integer};

impl Lowering<'_> {
    /// An expression's text: operators in parentheses, classes by their full names, no `!`.
    pub(super) fn expression_text(&mut self, expr: &Expr) -> String {
        let mut out = String::new();
        self.write(expr, &mut out);
        out
    }

    /// The variables whose values are shown behind the text: operands of operators, at any depth.
    pub(super) fn shown_variables<'e>(&mut self, expr: &'e Expr, out: &mut Vec<&'e Expr>) {
        match &*expr.kind {
            ExprKind::Paren(inner) | ExprKind::Unary(UnaryOp::Not, inner) => self.shown_variables(inner, out),
            ExprKind::Binary(first, terms) => {
                self.shown_variables(first, out);
                terms.iter().for_each(|t| self.shown_variables(&t.operand, out));
            }
            ExprKind::Logical(_, operands) => operands.iter().for_each(|o| self.shown_variables(o, out)),
            ExprKind::InstanceOf(operand, ..) => self.shown_variables(operand, out),
            ExprKind::Path(base, links) => {
                if let Some(Link {
                    kind: LinkKind::Index(_, items),
                    ..
                }) = links.last()
                {
                    if links.len() == 1 {
                        self.shown_variables(base, out);
                    }
                    if let [Arg::Positional(index)] = items.as_slice() {
                        self.shown_variables(index, out);
                    }
                }
            }
            ExprKind::This => out.push(expr),
            ExprKind::Name(name) if self.class_of(name).is_none() => out.push(expr),
            _ => {}
        }
    }

    /// The class that a name means, unless a variable has it.
    fn class_of(&mut self, name: &SmolStr) -> Option<String> {
        if self.lookup(name).is_some() {
            return None;
        }
        let class = self.resolve(name)?;
        Some(self.full_name(&class))
    }

    fn write(&mut self, expr: &Expr, out: &mut String) {
        match &*expr.kind {
            ExprKind::Literal(literal) => write_literal(literal, false, out),
            ExprKind::GString(parts) => self.write_gstring(parts, out),
            ExprKind::Name(name) => {
                let class = self.class_of(name);
                out.push_str(class.as_deref().unwrap_or(name));
            }
            ExprKind::This => out.push_str("this"),
            ExprKind::Super => out.push_str("super"),
            ExprKind::Type(ty) => self.write_type(ty, out),
            ExprKind::Paren(inner) | ExprKind::Unary(UnaryOp::Not | UnaryOp::Plus, inner) => self.write(inner, out),
            ExprKind::Unary(UnaryOp::Minus, inner) => match &*inner.kind {
                ExprKind::Literal(literal) => write_literal(literal, true, out),
                _ => self.write(inner, out),
            },
            ExprKind::Unary(UnaryOp::BitNot, inner) => self.write_between("~(", inner, ")", out),
            ExprKind::List(items) => self.write_list(items, out),
            ExprKind::Map(items) => self.write_map(items, out),
            ExprKind::Closure(closure) => self.write_closure(closure.params.as_deref(), out),
            ExprKind::Lambda(lambda) => self.write_closure(Some(&lambda.params), out),
            ExprKind::Call(call) => {
                out.push_str("this.");
                self.write_member(&call.name, out);
                self.write_arguments(&call.args.items, out);
            }
            ExprKind::ConstructorCall(target, args) => {
                out.push_str(match target {
                    ConstructorTarget::This => "this",
                    ConstructorTarget::Super => "super",
                });
                self.write_arguments(&args.items, out);
            }
            ExprKind::Path(base, links) => self.write_path(base, links, out),
            ExprKind::New(new) => self.write_new(new, out),
            ExprKind::NewArray(array) => {
                let init = array.init.as_deref().unwrap_or_default();
                out.push_str("[{");
                self.write_all(init, out);
                out.push_str("}]");
            }
            ExprKind::Increment(step) => {
                let sign = if step.down { "--" } else { "++" };
                match step.prefix {
                    true => self.write_between(&format!("({sign}"), &step.target, ")", out),
                    false => self.write_between("(", &step.target, &format!("{sign})"), out),
                }
            }
            ExprKind::Binary(..) | ExprKind::Logical(..) => self.write_operators(expr, out),
            ExprKind::Range(from, kind, to) => self.write_range(from, *kind, to, out),
            ExprKind::InstanceOf(..) | ExprKind::As(..) | ExprKind::Cast(..) => self.write_with_type(expr, out),
            ExprKind::Ternary(ternary) => {
                self.write_choice(&ternary.condition, &ternary.then, &ternary.otherwise, out);
            }
            ExprKind::Elvis(value, otherwise) => self.write_choice(value, value, otherwise, out),
            ExprKind::Assign(target, op, value) => {
                self.write_between("(", target, " ", out);
                let between = target.span.end as usize..value.span.start as usize;
                let written = self.source.get(between).unwrap_or_default().trim();
                out.push_str(if *op == AssignOp::Plain { "=" } else { written });
                self.write_between(" ", value, ")", out);
            }
            ExprKind::Switch(_) => out.push_str("{  -> ... }.call()"),
            ExprKind::MultiAssign(..) | ExprKind::Annotation(_) | ExprKind::Error => {}
        }
    }

    fn write_between(&mut self, before: &str, expr: &Expr, behind: &str, out: &mut String) {
        out.push_str(before);
        self.write(expr, out);
        out.push_str(behind);
    }

    fn write_all(&mut self, exprs: &[Expr], out: &mut String) {
        for (i, expr) in exprs.iter().enumerate() {
            self.write_between(if i > 0 { ", " } else { "" }, expr, "", out);
        }
    }

    fn write_path(&mut self, base: &Expr, links: &[Link], out: &mut String) {
        let class = self.path_class(base, links);
        let rest = match &class {
            Some((name, used)) => {
                out.push_str(name);
                links.get(*used..).unwrap_or_default()
            }
            None => {
                self.write(base, out);
                links
            }
        };
        rest.iter().for_each(|link| self.write_link(link, out));
    }

    /// Operators with a value and a type.
    fn write_with_type(&mut self, expr: &Expr, out: &mut String) {
        match &*expr.kind {
            ExprKind::InstanceOf(operand, negated, ty) => {
                let word = if *negated { " !instanceof " } else { " instanceof " };
                self.write_between("(", operand, word, out);
                self.write_type(ty, out);
                out.push(')');
            }
            ExprKind::As(operand, ty) => {
                self.write_between("", operand, " as ", out);
                self.write_type(ty, out);
            }
            ExprKind::Cast(ty, operand) => {
                out.push('(');
                self.write_type(ty, out);
                self.write_between(") ", operand, "", out);
            }
            _ => {}
        }
    }

    fn write_choice(&mut self, condition: &Expr, then: &Expr, otherwise: &Expr, out: &mut String) {
        self.write_between("(", condition, ") ? ", out);
        self.write_between("", then, " : ", out);
        self.write(otherwise, out);
    }

    /// Operators of one precedence, each around what stands to its left.
    fn write_operators(&mut self, expr: &Expr, out: &mut String) {
        match &*expr.kind {
            ExprKind::Binary(first, terms) => {
                out.extend(terms.iter().map(|_| '('));
                self.write(first, out);
                for term in terms {
                    let op = self.source.get(term.op_span.start as usize..term.op_span.end as usize);
                    let op = op.unwrap_or_default().to_string();
                    self.write_between(&format!(" {op} "), &term.operand, ")", out);
                }
            }
            ExprKind::Logical(op, operands) => {
                let word = match op {
                    LogicalOp::And => " && ",
                    LogicalOp::Or => " || ",
                };
                out.extend(operands.iter().skip(1).map(|_| '('));
                for (i, operand) in operands.iter().enumerate() {
                    let (before, behind) = if i == 0 { ("", "") } else { (word, ")") };
                    self.write_between(before, operand, behind, out);
                }
            }
            _ => {}
        }
    }

    fn write_range(&mut self, from: &Expr, kind: RangeKind, to: &Expr, out: &mut String) {
        self.write_between("(", from, "", out);
        out.push_str(match kind {
            RangeKind::Inclusive => "..",
            RangeKind::ExclusiveRight => "..<",
            RangeKind::ExclusiveLeft => "<..",
            RangeKind::ExclusiveBoth => "<..<",
        });
        self.write_between("", to, ")", out);
    }

    fn write_gstring(&mut self, parts: &[GStringPart], out: &mut String) {
        for part in parts {
            match part {
                GStringPart::Text(text) => out.push_str(&text.to_lossy()),
                GStringPart::Value(value) => match &*value.kind {
                    ExprKind::Name(_) => self.write_between("$", value, "", out),
                    _ => self.write_between("${", value, "}", out),
                },
                GStringPart::Block(_) => out.push_str("${  -> ... }.call()"),
                GStringPart::Lazy(..) => out.push_str("${  -> ... }"),
            }
        }
    }

    fn write_list(&mut self, items: &[ListItem], out: &mut String) {
        out.push('[');
        for (i, item) in items.iter().enumerate() {
            out.push_str(if i > 0 { ", " } else { "" });
            match item {
                ListItem::Value(value) => self.write(value, out),
                ListItem::Spread(value) => self.write_between("*", value, "", out),
            }
        }
        out.push(']');
    }

    fn write_map(&mut self, items: &[MapItem], out: &mut String) {
        out.push('[');
        if items.is_empty() {
            out.push(':');
        }
        for (i, item) in items.iter().enumerate() {
            out.push_str(if i > 0 { ", " } else { "" });
            match item {
                MapItem::Entry(key, value) => self.write_entry(key, value, out),
                MapItem::Spread(value) => self.write_spread_map(value, out),
            }
        }
        out.push(']');
    }

    fn write_entry(&mut self, key: &Expr, value: &Expr, out: &mut String) {
        self.write_between("", key, ":", out);
        self.write(value, out);
    }

    /// Groovy's tree has the map twice: as the key and as the value.
    fn write_spread_map(&mut self, value: &Expr, out: &mut String) {
        self.write_between("*:", value, ":", out);
        self.write(value, out);
    }

    fn write_closure(&mut self, params: Option<&[Param]>, out: &mut String) {
        let Some(params) = params else {
            return out.push_str("{ ... }");
        };
        out.push_str("{ ");
        for (i, param) in params.iter().enumerate() {
            out.push_str(if i > 0 { ", " } else { "" });
            match &param.ty {
                Some(ty) => self.write_type(ty, out),
                None => out.push_str("java.lang.Object"),
            }
            out.push(' ');
            out.push_str(&param.name.name);
            if let Some(default) = &param.default {
                self.write_between(" = ", default, "", out);
            }
        }
        out.push_str(" -> ... }");
    }

    fn write_type(&mut self, ty: &TypeRef, out: &mut String) {
        let name = &ty.name.name;
        match self.resolve(name) {
            Some(class) => out.push_str(&self.full_name(&class)),
            None => out.push_str(name),
        }
        out.extend((0..ty.dims).map(|_| "[]"));
    }

    /// The class that a path begins with, and how many links belong to its name.
    fn path_class(&mut self, base: &Expr, links: &[Link]) -> Option<(String, usize)> {
        let ExprKind::Name(name) = &*base.kind else { return None };
        if self.lookup(name).is_some() {
            return None;
        }
        let (class, used) = self.class_path(name, links)?;
        Some((self.full_name(&class), used))
    }

    fn write_link(&mut self, link: &Link, out: &mut String) {
        match &link.kind {
            LinkKind::Property(dot, member) => {
                out.push_str(dot_text(*dot));
                self.write_member(member, out);
            }
            LinkKind::Attribute(dot, member) => {
                out.push_str(dot_text(*dot));
                out.push('@');
                self.write_member(member, out);
            }
            LinkKind::Method(dot, call) => {
                out.push_str(dot_text(*dot));
                self.write_member(&call.name, out);
                self.write_arguments(&call.args.items, out);
            }
            LinkKind::Call(args) => {
                out.push_str(".call");
                self.write_arguments(&args.items, out);
            }
            LinkKind::Index(op, items) => {
                out.push_str(if *op == IndexOp::Safe { "?[" } else { "[" });
                match items.as_slice() {
                    [Arg::Positional(only)] => self.write(only, out),
                    many => {
                        out.push('[');
                        self.write_items(many, out);
                        out.push(']');
                    }
                }
                out.push(']');
            }
            LinkKind::MethodPointer(member) => {
                out.push_str(".&");
                self.write_member(member, out);
            }
            LinkKind::MethodReference(member) => {
                out.push_str("::");
                self.write_member(member, out);
            }
            LinkKind::New(new) => {
                out.push('.');
                self.write_new(new, out);
            }
        }
    }

    fn write_new(&mut self, new: &New, out: &mut String) {
        out.push_str("new ");
        self.write_type(&new.ty, out);
        self.write_arguments(&new.args.items, out);
    }

    fn write_member(&mut self, member: &Member, out: &mut String) {
        match member {
            Member::Name(name) => out.push_str(&name.name),
            Member::Dynamic(name) => self.write(name, out),
        }
    }

    /// Arguments in parentheses; named ones are one map in front.
    fn write_arguments(&mut self, items: &[Arg], out: &mut String) {
        let is_named = |arg: &Arg| matches!(arg, Arg::Named(..) | Arg::SpreadMap(_));
        let (named, plain): (Vec<Arg>, Vec<Arg>) = items.iter().cloned().partition(is_named);
        out.push('(');
        if !named.is_empty() {
            out.push('[');
            self.write_items(&named, out);
            out.push_str(if plain.is_empty() { "]" } else { "], " });
        }
        self.write_items(&plain, out);
        out.push(')');
    }

    fn write_items(&mut self, items: &[Arg], out: &mut String) {
        for (i, item) in items.iter().enumerate() {
            out.push_str(if i > 0 { ", " } else { "" });
            match item {
                Arg::Positional(value) => self.write(value, out),
                Arg::Named(key, value) => self.write_entry(key, value, out),
                Arg::Spread(value) => self.write_between("*", value, "", out),
                Arg::SpreadMap(value) => self.write_spread_map(value, out),
            }
        }
    }
}

fn dot_text(dot: DotOp) -> &'static str {
    match dot {
        DotOp::Dot => ".",
        DotOp::Safe => "?.",
        DotOp::Spread => "*.",
    }
}

/// A literal as its value prints.
fn write_literal(literal: &Literal, negative: bool, out: &mut String) {
    if negative {
        out.push('-');
    }
    match literal {
        Literal::Null => out.push_str("null"),
        Literal::Boolean(value) => out.push_str(&value.to_string()),
        Literal::String(text) => out.push_str(&text.to_lossy()),
        Literal::Integer(text) => {
            let Integer { digits, radix, .. } = Integer::parse(text);
            match BigInteger::parse_bytes(digits.as_bytes(), radix) {
                Some(value) => out.push_str(&value.to_string()),
                None => out.push_str(text),
            }
        }
        Literal::Decimal(text) => {
            let Decimal { digits, suffix } = Decimal::parse(text);
            let printed = match suffix {
                Some(DecimalSuffix::Double) => digits.parse().ok().map(floating::double_to_string),
                Some(DecimalSuffix::Float) => digits.parse().ok().map(floating::float_to_string),
                _ => digits.parse::<BigDecimal>().ok().map(|d| d.to_string()),
            };
            out.push_str(&printed.unwrap_or_else(|| text.to_string()));
        }
    }
}
