//! Operators: chains of one precedence become one flat node.

use super::{Builder, Prefix};
use crate::ast::*;

impl Builder<'_> {
    pub(crate) fn prefix(&mut self, l: u32, op: Prefix, operand: Expr, r: u32) -> Expr {
        let kind = match op {
            Prefix::Not => ExprKind::Unary(UnaryOp::Not, operand),
            Prefix::BitNot => ExprKind::Unary(UnaryOp::BitNot, operand),
            Prefix::Minus => ExprKind::Unary(UnaryOp::Minus, operand),
            Prefix::Plus => ExprKind::Unary(UnaryOp::Plus, operand),
            Prefix::Increment => ExprKind::Increment(Increment {
                target: operand,
                down: false,
                prefix: true,
            }),
            Prefix::Decrement => ExprKind::Increment(Increment {
                target: operand,
                down: true,
                prefix: true,
            }),
        };
        self.expr(l, kind, r)
    }

    pub(crate) fn increment(&mut self, l: u32, target: Expr, down: bool, r: u32) -> Expr {
        self.expr(
            l,
            ExprKind::Increment(Increment {
                target,
                down,
                prefix: false,
            }),
            r,
        )
    }

    /// `left op right`: another term of `left` if that is a chain of the same precedence.
    pub(crate) fn binary(&mut self, left: Expr, op: BinaryOp, op_span: Span, right: Expr) -> Expr {
        let term = BinaryTerm {
            op,
            op_span,
            operand: right,
        };
        match left.with_term(term) {
            Ok(chain) => self.bounded(chain),
            Err((left, term)) => {
                let (l, r) = (left.span.start, term.operand.span.end);
                self.expr(l, ExprKind::Binary(left, vec![term]), r)
            }
        }
    }

    pub(crate) fn logical(&mut self, left: Expr, op: LogicalOp, right: Expr) -> Expr {
        match left.with_operand(op, right) {
            Ok(chain) => self.bounded(chain),
            Err((left, right)) => {
                let (l, r) = (left.span.start, right.span.end);
                self.expr(l, ExprKind::Logical(op, vec![left, right]), r)
            }
        }
    }

    /// `target op value`. `(a) = b` takes the first element, as `(a, c) = b` does.
    pub(crate) fn assign(&mut self, l: u32, target: Expr, op: AssignOp, value: Expr, r: u32) -> Expr {
        let kind = match (op, &*target.kind) {
            (AssignOp::Plain, ExprKind::Paren(inner)) => match &*inner.kind {
                ExprKind::Name(name) => ExprKind::MultiAssign(
                    vec![Ident {
                        span: inner.span,
                        name: name.clone(),
                    }],
                    value,
                ),
                _ => ExprKind::Assign(target, op, value),
            },
            _ => ExprKind::Assign(target, op, value),
        };
        self.expr(l, kind, r)
    }

    pub(crate) fn ternary(&mut self, l: u32, condition: Expr, then: Expr, otherwise: Expr, r: u32) -> Expr {
        self.expr(
            l,
            ExprKind::Ternary(Box::new(Ternary {
                condition,
                then,
                otherwise,
            })),
            r,
        )
    }
}
