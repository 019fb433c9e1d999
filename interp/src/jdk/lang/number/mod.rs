//! `java.lang.Number` and the classes of its kinds.

pub mod byte;
pub mod double;
pub mod float;
mod floating;
pub mod integer;
pub mod long;
pub(crate) mod parse;
pub mod short;

use super::interfaces;
use crate::jdk::throwables;
use crate::registry::{Class, class, method, native};
use crate::semantics::number::{narrow_to_i32, narrow_to_i64, to_f32, to_f64};
use crate::value::{Str, Value};
use crate::{Res, Vm, gdk};
use std::rc::Rc;

/// `java.lang.Number`.
pub static CLASS: Class = class("java.lang.Number")
    .doc("A number of any kind.")
    .abstract_class()
    .implements(&[&interfaces::SERIALIZABLE])
    .groovy(gdk::number::MEMBERS)
    .members(&[
        method("intValue(): int", &native(|n: &Value| narrow_to_i32(n).unwrap_or(0)))
            .doc("As an int; what does not fit is cut."),
        method("longValue(): long", &native(|n: &Value| narrow_to_i64(n).unwrap_or(0)))
            .doc("As a long; what does not fit is cut."),
        method("floatValue(): float", &native(|n: &Value| to_f32(n).unwrap_or(0.0))).doc("As a float, rounded."),
        method("doubleValue(): double", &native(|n: &Value| to_f64(n).unwrap_or(0.0))).doc("As a double, rounded."),
        method(
            "byteValue(): byte",
            &native(|n: &Value| narrow_to_i32(n).unwrap_or(0) as i8),
        )
        .doc("As a byte; what does not fit is cut."),
        method(
            "shortValue(): short",
            &native(|n: &Value| narrow_to_i32(n).unwrap_or(0) as i16),
        )
        .doc("As a short; what does not fit is cut."),
        method(
            "equals(Object other): boolean",
            &native(|vm: &mut Vm, a: &Value, b: &Value| vm.java_equals(a, b)),
        ),
        method(
            "hashCode(): int",
            &native(|vm: &mut Vm, n: &Value| vm.hash(n).map(|h| h as i32)),
        ),
        method(
            "toString(): String",
            &native(|vm: &mut Vm, n: &Value| -> Res<Rc<Str>> { vm.to_str(n) }),
        ),
    ]);

/// A result, or the exception for a division by zero.
pub(crate) fn by_zero<T>(vm: &mut Vm, result: Option<T>) -> Res<T> {
    match result {
        Some(result) => Ok(result),
        None => Err(vm.throw(&throwables::ARITHMETIC_EXCEPTION, "/ by zero")),
    }
}

/// Digits in a radix; Java takes 10 for a radix that it does not have.
fn unsigned_in_radix(mut number: u64, radix: i32) -> String {
    let radix = if (2..=36).contains(&radix) { radix as u64 } else { 10 };
    let mut digits = Vec::new();
    loop {
        digits.push(char::from_digit((number % radix) as u32, 36).unwrap_or('0'));
        number /= radix;
        if number == 0 {
            return digits.iter().rev().collect();
        }
    }
}

/// The number that a system property shows, as `decode` reads it; another where it shows none.
fn property<T: Into<Value>>(vm: &mut Vm, name: &Rc<Str>, default: &Value, decode: fn(&mut Vm, &Str) -> Res<T>) -> Res {
    let system = Value::class(super::system::CLASS.id());
    let text = vm.call_method(&system, "getProperty", &[Value::Str(name.clone())])?;
    let Value::Str(text) = text else {
        return Ok(default.clone());
    };
    match decode(vm, &text) {
        Ok(number) => Ok(number.into()),
        Err(thrown) => vm.catch(thrown).map(|_| default.clone()),
    }
}

fn in_radix(number: i64, radix: i32) -> String {
    let sign = if number < 0 { "-" } else { "" };
    format!("{sign}{}", unsigned_in_radix(number.unsigned_abs(), radix))
}
