//! What `Double` and `Float` share. Every float is a double, so the functions take doubles.

use crate::jdk::util::formatter::hex_float::to_hex_string;
use crate::registry::Class;
use crate::value::{Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// The text of a call, or the exception for null.
pub fn given<'a>(vm: &mut Vm, text: Option<&'a Rc<Str>>) -> Res<&'a Rc<Str>> {
    match text {
        Some(text) => Ok(text),
        None => Err(vm.null_pointer("Cannot invoke \"String.trim()\" because \"in\" is null")),
    }
}

/// `Double.toString(number)`: the text of the number as one of a class.
pub fn text(vm: &mut Vm, number: &Value, class: &Class) -> Res<Rc<Str>> {
    let number = vm.cast(number, class.id())?;
    vm.to_str(&number)
}

/// `Double.toHexString(number)`.
pub fn hex(number: f64) -> String {
    if number.is_nan() {
        return "NaN".into();
    }
    let sign = if number.is_sign_negative() { "-" } else { "" };
    if number.is_infinite() {
        return format!("{sign}Infinity");
    }
    format!("{sign}{}", to_hex_string(number.abs()))
}

/// NaN is equal to itself and after everything, -0.0 before 0.0.
pub fn compare(a: f64, b: f64) -> i32 {
    let one = |d: f64| if d.is_nan() { f64::NAN.abs() } else { d };
    one(a).total_cmp(&one(b)) as i32
}
