//! `c ? a : b` and `a ?: b`. Where both sides are known as numbers, one of them primitive, Groovy gives them their common type:
//! `c ? 1 : 2L` is a `Long`.

use super::Lowering;
use super::scope::Found;
use crate::eval::N;
use crate::eval::casts::Cast;
use crate::eval::logic::{Choose, Elvis};
use crate::program::ClassName;
use rovy_parser::Span;
use rovy_parser::ast::{Expr, ExprKind, Literal, SmolStr, Ternary, UnaryOp};
use rovy_parser::number::{Decimal, DecimalSuffix, Integer, IntegerSuffix};

/// A number as it is known when compiled.
#[derive(Clone, Copy)]
struct Number {
    rank: usize,
    /// Whether it is an object: of a class such as `Integer`, or in a variable that closures share.
    boxed: bool,
}

/// The primitive numbers, each widened by those after it.
const NUMBERS: [&str; 6] = ["byte", "short", "int", "long", "float", "double"];

/// Their classes.
const BOXES: [&str; 6] = [
    "java.lang.Byte",
    "java.lang.Short",
    "java.lang.Integer",
    "java.lang.Long",
    "java.lang.Float",
    "java.lang.Double",
];

/// A number of a type.
fn number(name: &str) -> Option<Number> {
    let among = |names: [&str; 6]| names.iter().position(|number| *number == name);
    let primitive = among(NUMBERS).map(|rank| Number { rank, boxed: false });
    primitive.or_else(|| among(BOXES).map(|rank| Number { rank, boxed: true }))
}

impl Lowering<'_> {
    pub(super) fn ternary(&mut self, ternary: &Ternary, span: Span) -> N {
        let condition = self.expr(&ternary.condition);
        let (then, otherwise) = (self.expr(&ternary.then), self.expr(&ternary.otherwise));
        let choice = Box::new(Choose(condition, then, otherwise));
        self.widened(choice, &ternary.then, &ternary.otherwise, span)
    }

    pub(super) fn elvis(&mut self, value: &Expr, otherwise: &Expr, span: Span) -> N {
        let choice = Box::new(Elvis(self.expr(value), self.expr(otherwise)));
        self.widened(choice, value, otherwise, span)
    }

    /// A choice in the wider type of its sides, if they are different numbers and not both objects.
    fn widened(&mut self, choice: N, a: &Expr, b: &Expr, span: Span) -> N {
        match (self.number_type(a), self.number_type(b)) {
            (Some(a), Some(b)) if a.rank != b.rank && !(a.boxed && b.boxed) => {
                let class = self.native_type(NUMBERS[a.rank.max(b.rank)]);
                Box::new(Cast(class, choice, span))
            }
            _ => choice,
        }
    }

    /// The number that an expression is when compiled: literals with their signs, casts, and variables.
    fn number_type(&mut self, mut expr: &Expr) -> Option<Number> {
        let mut signed = false;
        loop {
            return match &*expr.kind {
                ExprKind::Paren(inner) => {
                    expr = inner;
                    continue;
                }
                ExprKind::Unary(UnaryOp::Minus | UnaryOp::Plus | UnaryOp::BitNot, inner) => {
                    (expr, signed) = (inner, true);
                    continue;
                }
                ExprKind::Literal(Literal::Integer(text)) => integer(text),
                ExprKind::Literal(Literal::Decimal(text)) => match Decimal::parse(text).suffix? {
                    DecimalSuffix::Float => number("float"),
                    DecimalSuffix::Double => number("double"),
                    DecimalSuffix::BigDecimal => None,
                },
                _ if signed => None,
                ExprKind::Cast(ty, _) | ExprKind::As(_, ty) => {
                    let ty = self.ty(ty);
                    self.number_of(ty)
                }
                ExprKind::Name(name) => self.variable_type(name),
                _ => None,
            };
        }
    }

    fn variable_type(&mut self, name: &SmolStr) -> Option<Number> {
        let (variable, shared) = match self.lookup(name)? {
            Found::Local(variable) => (variable, self.body().usage.in_closures.contains(name)),
            Found::Captured(_, variable) => (variable, true),
            Found::Hidden(_) => return None,
        };
        let number = self.number_of(variable.ty?)?;
        Some(Number {
            boxed: number.boxed || shared,
            ..number
        })
    }

    fn number_of(&self, ty: u32) -> Option<Number> {
        let ty = self.types.get(ty as usize)?;
        match &ty.class {
            ClassName::Other(name) if ty.dimensions == 0 => number(name),
            _ => None,
        }
    }
}

fn integer(text: &str) -> Option<Number> {
    let integer = Integer::parse(text);
    match integer.suffix {
        Some(IntegerSuffix::Int) => number("int"),
        Some(IntegerSuffix::Long) => number("long"),
        Some(IntegerSuffix::BigInteger) => None,
        None => match u64::from_str_radix(&integer.digits, integer.radix).ok()? {
            0..=0x7fff_ffff => number("int"),
            0x8000_0000..=0x7fff_ffff_ffff_ffff => number("long"),
            _ => None,
        },
    }
}
