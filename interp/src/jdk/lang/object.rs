//! `java.lang.Object`.

use crate::registry::{Class, ClassId, Kind, class, method, native, raw, slice};
use crate::value::{Object, Str, Value};
use crate::{Res, Vm, gdk, jdk::throwables};
use std::rc::Rc;

/// `java.lang.Object`.
pub static CLASS: Class = class("java.lang.Object").groovy(gdk::object::MEMBERS).members(&[
    raw(Kind::Constructor, "Object()", &slice(create)),
    method("getClass(): Class", &native(get_class)).doc("The class."),
    method("equals(Object other): boolean", &native(equals)),
    method("hashCode(): int", &native(hash_code)),
    method("toString(): String", &native(to_string)),
    method("clone(): Object", &native(copy)),
    method("notify(): void", &native(no_monitor)),
    method("notifyAll(): void", &native(no_monitor)),
    method("wait(): void", &native(no_monitor)),
    method(
        "wait(long timeout): void",
        &native(|vm: &mut Vm, this: &Value, _: i64| no_monitor(vm, this)),
    ),
    method(
        "wait(long timeout, int nanos): void",
        &native(|vm: &mut Vm, this: &Value, _: i64, _: i32| no_monitor(vm, this)),
    ),
]);

/// Nobody ever holds a monitor: a script has one thread.
fn no_monitor(vm: &mut Vm, _: &Value) -> Res<()> {
    Err(vm.throw(
        &throwables::ILLEGAL_MONITOR_STATE_EXCEPTION,
        "current thread is not owner",
    ))
}

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
        Some(base) if has_own_text(vm, &base) => vm.to_str(&base),
        Some(_) => Ok(Str::new(&vm.object_to_string(this))),
        None if is_object(this) => Ok(Str::new(&vm.object_to_string(this))),
        None => vm.to_str(this),
    }
}

/// Whether an inherited instance's class prints more than its name and hash code.
fn has_own_text(vm: &mut Vm, base: &Value) -> bool {
    !matches!(base, Value::Host(_))
        || vm
            .candidates(base.class_id(), "toString")
            .iter()
            .any(|c| !c.belongs_to_object)
}

/// A copy with the same fields, of what is `Cloneable`.
fn copy(vm: &mut Vm, this: &Value) -> Res {
    let Value::Object(object) = this else {
        let name = vm.class_name(this.class_id());
        return Err(vm.throw(&throwables::CLONE_NOT_SUPPORTED_EXCEPTION, name));
    };
    let class = object.class.get();
    if !vm.is_subclass(class, ClassId::CLONEABLE) {
        let name = vm.class_name(class);
        return Err(vm.throw(&throwables::CLONE_NOT_SUPPORTED_EXCEPTION, name));
    }
    let base = object.base.borrow().clone();
    let base = if base.is_null() {
        base
    } else {
        vm.call_method(&base, "clone", &[])?
    };
    let fields = object.fields.borrow().clone();
    let copy = Object::new(class, fields.len());
    for (slot, value) in fields.into_iter().enumerate() {
        copy.set_field(slot, value);
    }
    copy.base.replace(base).done();
    Ok(Value::Object(copy))
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
