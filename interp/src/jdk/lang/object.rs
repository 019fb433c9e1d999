//! `java.lang.Object`.

use crate::registry::{Class, ClassId, Kind, class, method, native, raw, slice};
use crate::value::{Object, Str, Value};
use crate::{Res, Vm, gdk};
use std::rc::Rc;

/// `java.lang.Object`.
pub static CLASS: Class = class("java.lang.Object").groovy(gdk::object::MEMBERS).members(&[
    raw(Kind::Constructor, "Object()", &slice(create)),
    method("getClass(): Class", &native(get_class)).doc("The class."),
    method("equals(Object other): boolean", &native(equals)),
    method("hashCode(): int", &native(hash_code)),
    method("toString(): String", &native(to_string)),
]);

// A script object or a host object comes here when its class has no member of its own: what answers then is identity, or the
// native instance that a script class extends.

fn create(_: &mut Vm, _: &Value, _: &[Value]) -> Res {
    Ok(Value::Object(Object::new(ClassId::OBJECT, 0)))
}

fn get_class(this: &Value) -> Value {
    match this {
        Value::GString(_) => Value::class(super::gstring::IMPL.id()),
        other => Value::class(other.class_id()),
    }
}

fn equals(vm: &mut Vm, this: &Value, other: &Value) -> Res<bool> {
    if this.same(other) {
        return Ok(true);
    }
    match inherited(this) {
        Some(base) => vm.java_equals(&base, other),
        None if is_object(this) => Ok(this.same(other)),
        None => vm.java_equals(this, other),
    }
}

fn hash_code(vm: &mut Vm, this: &Value) -> Res<i32> {
    match inherited(this) {
        Some(base) => Ok(vm.hash(&base)? as i32),
        None if is_object(this) => Ok(this.identity_hash() as i32),
        None => Ok(vm.hash(this)? as i32),
    }
}

fn to_string(vm: &mut Vm, this: &Value) -> Res<Rc<Str>> {
    match inherited(this) {
        Some(base) => vm.to_str(&base),
        None if is_object(this) => Ok(Str::new(&vm.object_to_string(this))),
        None => vm.to_str(this),
    }
}

fn is_object(value: &Value) -> bool {
    matches!(value, Value::Object(_) | Value::Host(_))
}

/// The native instance whose state a script object inherits.
fn inherited(value: &Value) -> Option<Value> {
    match value {
        Value::Object(o) => Some(o.base.borrow().clone()).filter(|base| !base.is_null()),
        _ => None,
    }
}
