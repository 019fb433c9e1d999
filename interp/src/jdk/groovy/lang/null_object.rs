//! `org.codehaus.groovy.runtime.NullObject`: what null answers to. What Groovy adds to every object, null answers too.

use crate::jdk::util::iterator::Cursor;
use crate::registry::{Class, Kind, class, method, native, raw, slice};
use crate::semantics::iterate::Iter;
use crate::value::{Str, Value};
use crate::{Res, Vm, gdk};
use std::rc::Rc;

/// `org.codehaus.groovy.runtime.NullObject`.
pub static CLASS: Class = class("org.codehaus.groovy.runtime.NullObject").members(&[
    method("toString(): String", &native(|_: &Value| "null")),
    method(
        "equals(Object other): boolean",
        &native(|_: &Value, other: &Value| other.is_null()),
    ),
    method(
        "is(Object other): boolean",
        &native(|_: &Value, other: &Value| other.is_null()),
    ),
    method("asBoolean(): boolean", &native(|_: &Value| false)),
    method(
        "asType(Class type): Object",
        &native(|_: &Value, _: &Value| Value::Null),
    ),
    method(
        "isCase(Object candidate): boolean",
        &native(|_: &Value, other: &Value| other.is_null()),
    ),
    method(
        "iterator(): Iterator",
        &native(|_: &Value| Cursor::new(Iter::over(Vec::new()))),
    ),
    method("plus(String text): Object", &native(plus)),
    method("with(Closure action): Object", &native(gdk::object::with)),
    raw(
        Kind::Method,
        "plus(Object other): Object",
        &slice(|vm, _, args| match args {
            [Value::Null] => Err(vm.null_pointer("Cannot execute null+null")),
            [other] => {
                let text = vm.to_text(other)?;
                Err(vm.null_pointer(format!("Cannot execute null+{text}")))
            }
            _ => Err(vm.argument_mismatch(args)),
        }),
    ),
    raw(
        Kind::Method,
        "hashCode(): int",
        &slice(|vm, _, _| Err(vm.null_pointer("Cannot invoke method hashCode() on null object"))),
    ),
    raw(
        Kind::Method,
        "clone(): Object",
        &slice(|vm, _, _| Err(vm.null_pointer("Cannot invoke method clone() on null object"))),
    ),
]);

fn plus(vm: &mut Vm, _: &Value, text: Option<&Rc<Str>>) -> Res {
    match text {
        Some(text) => Ok(Value::Str(Str::new("null").concat(text))),
        None => Err(vm.null_pointer("Cannot execute null+null")),
    }
}
