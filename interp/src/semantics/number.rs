//! Arithmetic on numbers of any kind, and narrowing.

use crate::value::Value;
use crate::{Res, Vm};

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

/// `intValue()` of any number kind; none for what is no number.
pub fn narrow_to_i32(value: &Value) -> Option<i32> {
    match value {
        Value::Int(i) | Value::Short(i) | Value::Byte(i) => Some(i.get()),
        Value::Long(l) => Some(*l as i32),
        _ => None,
    }
}

/// `longValue()` of any number kind; none for what is no number.
pub fn narrow_to_i64(value: &Value) -> Option<i64> {
    match value {
        Value::Long(l) => Some(*l),
        other => narrow_to_i32(other).map(i64::from),
    }
}

/// `doubleValue()` of any number kind; none for what is no number.
pub fn to_f64(value: &Value) -> Option<f64> {
    match value {
        Value::Double(d) => Some(d.get()),
        Value::Float(f) => Some(f.get() as f64),
        other => narrow_to_i64(other).map(|l| l as f64),
    }
}

impl Vm {
    /// An operator on two values of built-in number kinds; none when one is no number, so that the operator's method is called.
    pub fn number_operation(&mut self, _operator: Operator, _a: &Value, _b: &Value) -> Option<Res> {
        None
    }
}
