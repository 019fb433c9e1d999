//! Literals: numbers, strings, GStrings, lists, maps, closures, lambdas.

use rovy_lexer::Quote;

use super::{Builder, Items, RawPart};
use crate::ast::*;
use crate::diagnostic::{Diagnostic, codes};

impl Builder<'_> {
    pub(crate) fn integer(&mut self, l: u32, r: u32) -> Expr {
        let span = self.span(l, r);
        Expr::new(span, ExprKind::Literal(Literal::Integer(self.text(span).into())))
    }

    pub(crate) fn decimal(&mut self, l: u32, r: u32) -> Expr {
        let span = self.span(l, r);
        Expr::new(span, ExprKind::Literal(Literal::Decimal(self.text(span).into())))
    }

    pub(crate) fn string(&mut self, l: u32, r: u32) -> Expr {
        let span = self.span(l, r);
        Expr::new(
            span,
            ExprKind::Literal(Literal::String(Quote::literal_text(self.text(span)))),
        )
    }

    pub(crate) fn gstring(&mut self, l: u32, parts: Vec<RawPart>, r: u32) -> Expr {
        let quote = Quote::of(self.text(self.span(l, r)));
        let parts = parts.into_iter().map(|part| match part {
            RawPart::Text(span) => GStringPart::Text(quote.text(self.text(span))),
            RawPart::Part(part) => part,
        });
        let parts = parts.collect();
        self.expr(l, ExprKind::GString(parts), r)
    }

    /// `$a.b` or `${…}` with these statements inside.
    pub(crate) fn interpolation(&mut self, l: u32, items: Items, r: u32) -> RawPart {
        let mut statements = self.statements(items);
        let part = match statements.len() {
            0 => GStringPart::Value(self.expr(l, ExprKind::Literal(Literal::Null), r)),
            1 if matches!(statements.first().map(|stmt| &*stmt.kind), Some(StmtKind::Expr(_))) => {
                match statements.pop().map(|stmt| *stmt.kind) {
                    Some(StmtKind::Expr(value)) => GStringPart::Value(value),
                    _ => GStringPart::Value(self.expr(l, ExprKind::Error, r)),
                }
            }
            _ => GStringPart::Block(Block {
                span: self.span(l, r),
                statements,
            }),
        };
        RawPart::Part(part)
    }

    /// `${a -> …}`
    pub(crate) fn lazy_part(&mut self, l: u32, params: Vec<Param>, items: Items, r: u32) -> RawPart {
        let body = self.statements(items);
        RawPart::Part(GStringPart::Lazy(
            self.span(l, r),
            Closure {
                params: Some(params),
                body,
            },
        ))
    }

    /// `[…]`: a list, or a map if an entry is among its elements.
    pub(crate) fn collection(&mut self, l: u32, items: Vec<Arg>, r: u32) -> Expr {
        let is_entry = |item: &Arg| matches!(item, Arg::Named(..) | Arg::SpreadMap(_));
        let kind = match items.iter().find(|item| is_entry(item)) {
            None => ExprKind::List(items.into_iter().filter_map(list_item).collect()),
            Some(_) => {
                if let Some(Arg::Positional(value) | Arg::Spread(value)) = items.iter().find(|item| !is_entry(item)) {
                    let span = value.span;
                    self.error(codes::UNEXPECTED_TOKEN, span, "a map's entry needs a key: `key: value`");
                }
                ExprKind::Map(items.into_iter().filter_map(map_item).collect())
            }
        };
        self.expr(l, kind, r)
    }

    /// A comma after a comma.
    pub(crate) fn empty_place(&mut self, l: u32, r: u32) {
        let message = "nothing stands between these commas: Groovy 2 skips the place, Groovy 4 refuses it";
        let warning = Diagnostic::warning(codes::EMPTY_PLACE, self.span(l, r), message).help("remove one comma");
        self.diagnostics.push(warning);
    }

    pub(crate) fn closure(&mut self, l: u32, params: Option<Vec<Param>>, items: Items, r: u32) -> Expr {
        let body = self.statements(items);
        self.expr(l, ExprKind::Closure(Closure { params, body }), r)
    }

    pub(crate) fn lambda(&mut self, l: u32, params: Vec<Param>, body: LambdaBody, r: u32) -> Expr {
        self.expr(l, ExprKind::Lambda(Box::new(Lambda { params, body })), r)
    }

    /// `name -> …`
    pub(crate) fn name_lambda(&mut self, l: u32, name_end: u32, body: LambdaBody, r: u32) -> Expr {
        let name = self.ident(l, name_end);
        let modifiers = self.modifiers(l);
        let param = self.param(l, modifiers, None, false, name, None, name_end);
        self.lambda(l, vec![*param], body, r)
    }
}

fn list_item(item: Arg) -> Option<ListItem> {
    match item {
        Arg::Positional(value) => Some(ListItem::Value(value)),
        Arg::Spread(value) => Some(ListItem::Spread(value)),
        Arg::Named(..) | Arg::SpreadMap(_) => None,
    }
}

fn map_item(item: Arg) -> Option<MapItem> {
    match item {
        Arg::Named(key, value) => Some(MapItem::Entry(key, value)),
        Arg::SpreadMap(value) => Some(MapItem::Spread(value)),
        Arg::Positional(_) | Arg::Spread(_) => None,
    }
}
