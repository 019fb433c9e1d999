//! Arithmetic on numbers of any kind, after Groovy's `NumberMath`: which kind the result has, how each kind computes.

mod convert;
mod power;
mod step;

pub use convert::{narrow_to_i32, narrow_to_i64, to_big_decimal, to_big_integer, to_f32, to_f64};
pub use power::java_pow;

use crate::jdk::throwables;
use crate::number::{ArithmeticError, BigDecimal, BigInteger, MathContext, RoundingMode, integer};
use crate::value::Value;
use crate::{Res, Thrown, Vm};
use num_bigint::Sign;
use num_integer::Integer;
use num_traits::{CheckedRem, PrimInt, WrappingAdd, WrappingMul, WrappingSub, Zero};
use std::cmp::Ordering;

/// The operators of Groovy that have a method of their own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Operator {
    /// `a + b`: `plus`.
    Plus,
    /// `a - b`: `minus`.
    Minus,
    /// `a * b`: `multiply`.
    Multiply,
    /// `a / b`: `div`.
    Div,
    /// `a % b`: `mod`.
    Mod,
    /// `a ** b`: `power`.
    Power,
    /// `a << b`: `leftShift`.
    LeftShift,
    /// `a >> b`: `rightShift`.
    RightShift,
    /// `a >>> b`: `rightShiftUnsigned`.
    RightShiftUnsigned,
    /// `a & b`: `and`.
    And,
    /// `a | b`: `or`.
    Or,
    /// `a ^ b`: `xor`.
    Xor,
}

impl Operator {
    /// The method behind the operator.
    pub fn method(self) -> &'static str {
        match self {
            Operator::Plus => "plus",
            Operator::Minus => "minus",
            Operator::Multiply => "multiply",
            Operator::Div => "div",
            Operator::Mod => "mod",
            Operator::Power => "power",
            Operator::LeftShift => "leftShift",
            Operator::RightShift => "rightShift",
            Operator::RightShiftUnsigned => "rightShiftUnsigned",
            Operator::And => "and",
            Operator::Or => "or",
            Operator::Xor => "xor",
        }
    }
}

/// How two numbers compute: the larger of their kinds, floating point before all others.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Math {
    /// `Byte`, `Short`, `Integer`.
    Int,
    Long,
    BigInteger,
    BigDecimal,
    /// `Float`, `Double`.
    Floating,
}

fn math(value: &Value) -> Option<Math> {
    Some(match value {
        Value::Byte(_) | Value::Short(_) | Value::Int(_) => Math::Int,
        Value::Long(_) => Math::Long,
        Value::BigInteger(_) => Math::BigInteger,
        Value::BigDecimal(_) => Math::BigDecimal,
        Value::Float(_) | Value::Double(_) => Math::Floating,
        _ => return None,
    })
}

/// Whether the value is of a number kind; a character is not.
pub fn is_number(value: &Value) -> bool {
    math(value).is_some()
}

/// The order of two numbers by value; none when one is no number. NaN is above all others, -0.0 below 0.0.
pub fn compare_numbers(a: &Value, b: &Value) -> Option<Ordering> {
    Some(match math(a)?.max(math(b)?) {
        Math::Int | Math::Long => narrow_to_i64(a)?.cmp(&narrow_to_i64(b)?),
        Math::BigInteger => to_big_integer(a)?.cmp(&to_big_integer(b)?),
        Math::BigDecimal => to_big_decimal(a)?.compare(&to_big_decimal(b)?),
        Math::Floating => compare_doubles(to_f64(a)?, to_f64(b)?),
    })
}

/// `Double.compare`.
pub fn compare_doubles(a: f64, b: f64) -> Ordering {
    a.partial_cmp(&b)
        .filter(|order| order.is_ne() || a != 0.0)
        .unwrap_or_else(|| match (a.is_nan(), b.is_nan()) {
            (false, false) => b.is_sign_negative().cmp(&a.is_sign_negative()),
            (a, b) => a.cmp(&b),
        })
}

impl Vm {
    /// An operator on two values of built-in number kinds; none when one is no number, so that the operator's method is called.
    pub fn number_operation(&mut self, operator: Operator, a: &Value, b: &Value) -> Option<Res> {
        let arithmetic = matches!(
            operator,
            Operator::Plus | Operator::Minus | Operator::Multiply | Operator::Div
        );
        let (a, b) = if arithmetic { (&letter(a), &letter(b)) } else { (a, b) };
        let (left, right) = (math(a)?, math(b)?);
        Some(match operator {
            Operator::Power => self.power(a, b),
            Operator::LeftShift | Operator::RightShift | Operator::RightShiftUnsigned => self.shift(operator, a, b),
            _ => self.compute(operator, left.max(right), a, b),
        })
    }

    /// `a.intdiv(b)`; none when one is no number.
    pub fn int_division(&mut self, a: &Value, b: &Value) -> Option<Res> {
        let (a, b) = (&letter(a), &letter(b));
        Some(match math(a)?.max(math(b)?) {
            Math::Int => {
                let (a, b) = (narrow_to_i32(a)?, narrow_to_i32(b)?);
                match b {
                    0 => Err(self.arithmetic(ArithmeticError("/ by zero"))),
                    b => Ok(Value::int(a.wrapping_div(b))),
                }
            }
            Math::Long => {
                let (a, b) = (narrow_to_i64(a)?, narrow_to_i64(b)?);
                match b {
                    0 => Err(self.arithmetic(ArithmeticError("/ by zero"))),
                    b => Ok(Value::Long(a.wrapping_div(b))),
                }
            }
            Math::BigInteger => {
                let (a, b) = (to_big_integer(a)?, to_big_integer(b)?);
                if b.is_zero() {
                    Err(self.arithmetic(ArithmeticError("BigInteger divide by zero")))
                } else {
                    Ok(Value::big_integer(a / b))
                }
            }
            Math::BigDecimal | Math::Floating => Err(self.not_for_kind("intdiv", a)),
        })
    }

    /// Throws what Java throws for an operation without a result.
    #[cold]
    pub fn arithmetic(&mut self, error: ArithmeticError) -> Thrown {
        self.throw(&throwables::ARITHMETIC_EXCEPTION, error)
    }

    /// A number operation's result as a value.
    pub fn computed<T: Into<Value>>(&mut self, outcome: Result<T, ArithmeticError>) -> Res {
        outcome.map(T::into).map_err(|e| self.arithmetic(e))
    }

    fn compute(&mut self, operator: Operator, math: Math, a: &Value, b: &Value) -> Res {
        let done = match math {
            Math::Int => fixed(operator, narrow_to_i32(a), narrow_to_i32(b)),
            Math::Long => fixed(operator, narrow_to_i64(a), narrow_to_i64(b)),
            Math::BigInteger => big_integer(operator, to_big_integer(a), to_big_integer(b)),
            Math::Floating => floating(operator, to_f64(a), to_f64(b)).map(Ok),
            Math::BigDecimal => None,
        };
        let done = done.or_else(|| decimal(operator, &to_big_decimal(a)?, &to_big_decimal(b)?));
        match done {
            Some(outcome) => outcome.map_err(|e| self.arithmetic(e)),
            None => Err(self.not_for_kind(operator.method(), a)),
        }
    }

    fn shift(&mut self, operator: Operator, a: &Value, by: &Value) -> Res {
        if matches!(math(by), Some(Math::BigDecimal | Math::Floating)) {
            let (text, class) = (self.to_text(by)?, self.class_name(by.class_id()));
            return Err(self.unsupported(format!(
                "Shift distance must be an integral type, but {text} ({class}) was supplied"
            )));
        }
        let distance = narrow_to_i32(by).unwrap_or_default();
        // Java takes the distance modulo the width.
        let bits = distance as u32;
        match (operator, a) {
            (_, Value::Long(l)) => Ok(Value::Long(match operator {
                Operator::LeftShift => l.wrapping_shl(bits),
                Operator::RightShift => l.wrapping_shr(bits),
                _ => (*l as u64).wrapping_shr(bits) as i64,
            })),
            (Operator::LeftShift, Value::BigInteger(i)) => {
                let shifted = integer::shift_left(i, distance);
                self.computed(shifted)
            }
            (Operator::RightShift, Value::BigInteger(i)) => {
                let shifted = match distance.checked_neg() {
                    Some(distance) => integer::shift_left(i, distance),
                    None => Err(ArithmeticError::TOO_LARGE),
                };
                self.computed(shifted)
            }
            (_, Value::Byte(i) | Value::Short(i) | Value::Int(i)) => Ok(Value::int(match operator {
                Operator::LeftShift => i.get().wrapping_shl(bits),
                Operator::RightShift => i.get().wrapping_shr(bits),
                _ => (i.get() as u32).wrapping_shr(bits) as i32,
            })),
            _ => Err(self.not_for_kind(operator.method(), a)),
        }
    }

    /// What `NumberMath` throws for an operation that a kind of numbers does not have.
    #[cold]
    fn not_for_kind(&mut self, method: &str, value: &Value) -> Thrown {
        let class = self.class_name(value.class_id());
        match self.to_text(value) {
            Ok(text) => self.unsupported(format!(
                "Cannot use {method}() on this number type: {class} with value: {text}"
            )),
            Err(thrown) => thrown,
        }
    }
}

/// A character as the number that it counts for in arithmetic; others as they are.
fn letter(value: &Value) -> Value {
    match value {
        Value::Char(c) => Value::int(c.get()),
        other => other.clone(),
    }
}

type Outcome = Option<Result<Value, ArithmeticError>>;

/// On ints and longs.
fn fixed<T>(operator: Operator, a: Option<T>, b: Option<T>) -> Outcome
where
    T: PrimInt + WrappingAdd + WrappingSub + WrappingMul + CheckedRem + Into<Value>,
{
    let (a, b) = (a?, b?);
    let result = match operator {
        Operator::Plus => a.wrapping_add(&b),
        Operator::Minus => a.wrapping_sub(&b),
        Operator::Multiply => a.wrapping_mul(&b),
        Operator::Mod if b.is_zero() => return Some(Err(ArithmeticError("/ by zero"))),
        // Only the least number has no remainder by -1 that the check lets through.
        Operator::Mod => a.checked_rem(&b).unwrap_or(T::zero()),
        Operator::And => a & b,
        Operator::Or => a | b,
        Operator::Xor => a ^ b,
        _ => return None,
    };
    Some(Ok(result.into()))
}

fn big_integer(operator: Operator, a: Option<BigInteger>, b: Option<BigInteger>) -> Outcome {
    let (a, b) = (a?, b?);
    Some(
        match operator {
            Operator::Plus => Ok(a + b),
            Operator::Minus => Ok(a - b),
            Operator::Multiply => integer::multiply(&a, &b),
            Operator::Mod if b.sign() != Sign::Plus => Err(ArithmeticError("BigInteger: modulus not positive")),
            Operator::Mod => Ok(a.mod_floor(&b)),
            Operator::And => Ok(a & b),
            Operator::Or => Ok(a | b),
            Operator::Xor => Ok(a ^ b),
            _ => return None,
        }
        .map(Value::big_integer),
    )
}

fn floating(operator: Operator, a: Option<f64>, b: Option<f64>) -> Option<Value> {
    let (a, b) = (a?, b?);
    Some(Value::double(match operator {
        Operator::Plus => a + b,
        Operator::Minus => a - b,
        Operator::Multiply => a * b,
        Operator::Div => a / b,
        Operator::Mod => a % b,
        _ => return None,
    }))
}

fn decimal(operator: Operator, a: &BigDecimal, b: &BigDecimal) -> Outcome {
    let outcome = match operator {
        Operator::Plus => a.add(b),
        Operator::Minus => a.subtract(b),
        Operator::Multiply => a.multiply(b),
        Operator::Div => divide(a, b),
        Operator::Mod => a.remainder(b),
        _ => return None,
    };
    Some(outcome.map(Value::big_decimal))
}

/// Groovy's `/`: exact if the quotient ends, else with ten digits more than the operands have, but no more places than the
/// operands have or ten.
pub fn divide(a: &BigDecimal, b: &BigDecimal) -> Result<BigDecimal, ArithmeticError> {
    const EXTRA_PRECISION: u64 = 10;
    const LEAST_SCALE: i32 = 10;
    a.divide(b).or_else(|_| {
        let precision = a.precision().max(b.precision()) + EXTRA_PRECISION;
        let precision = u32::try_from(precision).map_err(|_| ArithmeticError::TOO_LARGE)?;
        let quotient = a.divide_to(b, MathContext::new(precision, RoundingMode::HalfUp))?;
        let scale = a.scale.max(b.scale).max(LEAST_SCALE);
        if quotient.scale > scale {
            quotient.set_scale(scale, RoundingMode::HalfUp)
        } else {
            Ok(quotient)
        }
    })
}

#[cfg(test)]
mod tests;
