//! From one number kind to another, as `Number.intValue()` and its kin do.

use crate::number::{BigDecimal, BigInteger, integer};
use crate::value::Value;

/// `intValue()` of any number kind; none for what is no number.
pub fn narrow_to_i32(value: &Value) -> Option<i32> {
    match value {
        Value::Int(i) | Value::Short(i) | Value::Byte(i) => Some(i.get()),
        // A conversion to int saturates of itself; by way of long it would wrap.
        Value::Double(d) => Some(d.get() as i32),
        Value::Float(f) => Some(f.get() as i32),
        other => narrow_to_i64(other).map(|l| l as i32),
    }
}

/// `longValue()` of any number kind; none for what is no number.
pub fn narrow_to_i64(value: &Value) -> Option<i64> {
    match value {
        Value::Long(l) => Some(*l),
        Value::Int(i) | Value::Short(i) | Value::Byte(i) => Some(i64::from(i.get())),
        Value::Double(d) => Some(d.get() as i64),
        Value::Float(f) => Some(f.get() as i64),
        Value::BigInteger(i) => Some(integer::narrow_to_i64(i)),
        Value::BigDecimal(d) => Some(d.narrow_to_i64()),
        _ => None,
    }
}

/// `doubleValue()` of any number kind; none for what is no number.
pub fn to_f64(value: &Value) -> Option<f64> {
    match value {
        Value::Double(d) => Some(d.get()),
        Value::Float(f) => Some(f64::from(f.get())),
        Value::BigInteger(i) => Some(integer::to_f64(i)),
        Value::BigDecimal(d) => Some(d.to_f64()),
        other => narrow_to_i64(other).map(|l| l as f64),
    }
}

/// `floatValue()` of any number kind; none for what is no number.
pub fn to_f32(value: &Value) -> Option<f32> {
    match value {
        Value::Float(f) => Some(f.get()),
        Value::Int(i) | Value::Short(i) | Value::Byte(i) => Some(i.get() as f32),
        Value::Long(l) => Some(*l as f32),
        Value::BigDecimal(d) => Some(d.to_f32()),
        other => to_f64(other).map(|d| d as f32),
    }
}

/// The whole part of any number kind; none for what is no number or not finite.
pub fn to_big_integer(value: &Value) -> Option<BigInteger> {
    match value {
        Value::BigInteger(i) => Some((**i).clone()),
        Value::BigDecimal(d) => d.to_big_integer().ok(),
        Value::Double(_) | Value::Float(_) => integer::from_f64(to_f64(value)?),
        other => narrow_to_i64(other).map(BigInteger::from),
    }
}

/// Any number kind as a decimal, floating point as it is shown; none for what is no number or not finite.
pub fn to_big_decimal(value: &Value) -> Option<BigDecimal> {
    match value {
        Value::BigDecimal(d) => Some((**d).clone()),
        Value::BigInteger(i) => Some(BigDecimal::whole((**i).clone())),
        Value::Double(_) | Value::Float(_) => BigDecimal::shown(to_f64(value)?),
        other => narrow_to_i64(other).map(BigDecimal::whole),
    }
}
