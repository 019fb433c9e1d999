//! `java.lang.Object`.

use crate::registry::{Class, class, method, native};
use crate::value::{Str, Value};
use crate::{Res, Vm, gdk};
use std::rc::Rc;

/// `java.lang.Object`.
pub static CLASS: Class = class("java.lang.Object").groovy(gdk::object::MEMBERS).members(&[
    method("equals(Object other): boolean", &native(equals)),
    method("hashCode(): int", &native(hash_code)),
    method("toString(): String", &native(to_string)),
]);

fn equals(vm: &mut Vm, this: &Value, other: &Value) -> Res<bool> {
    vm.java_equals(this, other)
}

fn hash_code(vm: &mut Vm, this: &Value) -> Res<i32> {
    Ok(vm.hash(this)? as i32)
}

fn to_string(vm: &mut Vm, this: &Value) -> Res<Rc<Str>> {
    vm.to_str(this)
}
