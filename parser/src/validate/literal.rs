//! Numbers that do not fit the type their suffix asks for.

use super::Validator;
use crate::ast::*;
use crate::diagnostic::codes;
use crate::number::{Decimal, DecimalSuffix, Integer, IntegerSuffix};

impl Validator<'_> {
    /// A number, with the minus sign that may stand directly before it.
    pub(super) fn number(&mut self, expr: &Expr, literal: &Literal, negative: bool) {
        let kind = match literal {
            Literal::Integer(text) => integer_misfit(&Integer::parse(text), negative),
            Literal::Decimal(text) => decimal_misfit(&Decimal::parse(text)),
            Literal::Boolean(_) | Literal::Null if negative => {
                self.error(codes::INVALID_NUMBER, expr.span, "only numbers can have a minus sign");
                None
            }
            _ => None,
        };
        if let Some(kind) = kind {
            self.error(
                codes::INVALID_NUMBER,
                expr.span,
                format!("the number does not fit into {kind}"),
            );
        }
    }
}

/// The type that the suffix names, if the number does not fit into it. Numbers of other radixes are cut to size.
fn integer_misfit(integer: &Integer<'_>, negative: bool) -> Option<&'static str> {
    if integer.radix != 10 {
        return None;
    }
    let (limit, kind) = match integer.suffix? {
        IntegerSuffix::Int => (i128::from(i32::MAX), "an int"),
        IntegerSuffix::Long => (i128::from(i64::MAX), "a long"),
        IntegerSuffix::BigInteger => return None,
    };
    let value = integer.digits.parse().unwrap_or(i128::MAX);
    (value > limit + i128::from(negative)).then_some(kind)
}

fn decimal_misfit(decimal: &Decimal<'_>) -> Option<&'static str> {
    let value: f64 = decimal.digits.parse().unwrap_or(f64::INFINITY);
    match decimal.suffix {
        Some(DecimalSuffix::Float) if value > f64::from(f32::MAX) => Some("a float"),
        Some(DecimalSuffix::Double) if value > f64::MAX => Some("a double"),
        _ => {
            let exponent = decimal
                .digits
                .rsplit(['e', 'E'])
                .next()
                .filter(|text| text.len() < decimal.digits.len());
            exponent
                .is_some_and(|text| text.parse::<i32>().is_err())
                .then_some("a BigDecimal")
        }
    }
}
