//! `java.util.Objects`.

use super::comparison::By;
use crate::jdk::throwables;
use crate::registry::{Class, Func, class, function, unbound};
use crate::value::{Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// `java.util.Objects`.
pub static CLASS: Class = class("java.util.Objects")
    .doc("What can be done with any object, null included.")
    .members(&[
        function("checkIndex(int index, int length): int", &unbound(check_index))
            .doc("The index, if there is such an element."),
        function(
            "compare(Object first, Object second, Comparator order): int",
            &unbound(compare),
        )
        .doc("Compares; the same object is level."),
        function(
            "deepEquals(Object first, Object second): boolean",
            &unbound(deep_equals),
        )
        .doc("Whether both are equal, arrays element by element."),
        function(
            "equals(Object first, Object second): boolean",
            &unbound(|vm: &mut Vm, a: &Value, b: &Value| vm.java_equals(a, b)),
        )
        .doc("Whether both are equal, or both null."),
        function("hash(Object... values): int", &unbound(hash)).doc("The hash codes of several values combined."),
        function("hashCode(Object value): int", &unbound(hash_code)).doc("The hash code; 0 for null."),
        function("isNull(Object value): boolean", &unbound(Value::is_null)).doc("Whether a value is null."),
        function("nonNull(Object value): boolean", &unbound(|v: &Value| !v.is_null()))
            .doc("Whether a value is not null."),
        function("requireNonNull(Object value): Object", &unbound(require)).doc("The value, or an exception for null."),
        function(
            "requireNonNull(Object value, String message): Object",
            &unbound(require_with),
        )
        .doc("The value, or an exception for null."),
        function(
            "requireNonNull(Object value, Supplier message): Object",
            &unbound(require_by),
        )
        .doc("The value, or an exception for null."),
        function(
            "requireNonNullElse(Object value, Object other): Object",
            &unbound(require_else),
        )
        .doc("The value, or another one for null."),
        function(
            "requireNonNullElseGet(Object value, Supplier other): Object",
            &unbound(require_else_get),
        )
        .doc("The value, or what a function makes for null."),
        function(
            "toString(Object value): String",
            &unbound(|vm: &mut Vm, v: &Value| vm.to_str(v)),
        )
        .doc("The text of a value."),
        function("toString(Object value, String other): String", &unbound(to_string_or))
            .doc("The text of a value, or another text for null."),
    ]);

fn check_index(vm: &mut Vm, index: i32, length: i32) -> Res<i32> {
    if (0..length).contains(&index) {
        Ok(index)
    } else {
        Err(vm.index_out_of_bounds(format!("Index {index} out of bounds for length {length}")))
    }
}

fn compare(vm: &mut Vm, a: &Value, b: &Value, order: Func) -> Res<i32> {
    if a.same(b) {
        return Ok(0);
    }
    Ok(By::Comparator(order.0).compare(vm, a, b)? as i32)
}

fn deep_equals(vm: &mut Vm, a: &Value, b: &Value) -> Res<bool> {
    super::arrays::deep_equal(vm, a, b)
}

fn hash(vm: &mut Vm, values: &[Value]) -> Res<i32> {
    let mut code = 1i32;
    for value in super::immutable::spread(values) {
        vm.tick()?;
        code = code.wrapping_mul(31).wrapping_add(vm.hash(&value)? as i32);
    }
    Ok(code)
}

fn hash_code(vm: &mut Vm, value: &Value) -> Res<i32> {
    Ok(vm.hash(value)? as i32)
}

fn require(vm: &mut Vm, value: &Value) -> Res {
    if value.is_null() {
        return Err(vm.throw_silent(&throwables::NULL_POINTER_EXCEPTION));
    }
    Ok(value.clone())
}

fn require_with(vm: &mut Vm, value: &Value, message: Option<&Rc<Str>>) -> Res {
    match message {
        Some(message) if value.is_null() => Err(vm.null_pointer(message)),
        _ => require(vm, value),
    }
}

fn require_by(vm: &mut Vm, value: &Value, message: Func) -> Res {
    if !value.is_null() {
        return Ok(value.clone());
    }
    let message = vm.call_func(message, &[])?;
    let message = vm.to_text(&message)?;
    Err(vm.null_pointer(message))
}

fn require_else(vm: &mut Vm, value: &Value, other: &Value) -> Res {
    match (value.is_null(), other.is_null()) {
        (false, _) => Ok(value.clone()),
        (true, false) => Ok(other.clone()),
        (true, true) => Err(vm.null_pointer("defaultObj")),
    }
}

fn require_else_get(vm: &mut Vm, value: &Value, other: Func) -> Res {
    if !value.is_null() {
        return Ok(value.clone());
    }
    let made = vm.call_func(other, &[])?;
    if made.is_null() {
        return Err(vm.null_pointer("supplier.get()"));
    }
    Ok(made)
}

fn to_string_or(vm: &mut Vm, value: &Value, other: Option<&Rc<Str>>) -> Res {
    if value.is_null() {
        return Ok(other.map_or(Value::Null, |o| Value::Str(o.clone())));
    }
    vm.to_str(value).map(Value::Str)
}
