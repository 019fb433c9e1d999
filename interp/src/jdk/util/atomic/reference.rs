//! `AtomicBoolean` and `AtomicReference`.

use crate::registry::{Class, Func, Member, class, constructor, method, native, unbound};
use crate::value::{HostType, Value};
use crate::{Res, Vm};
use std::cell::{Cell, RefCell};

/// `java.util.concurrent.atomic.AtomicBoolean`.
#[derive(Default)]
pub struct AtomicBoolean(Cell<bool>);

impl HostType for AtomicBoolean {
    const NAME: &'static str = "java.util.concurrent.atomic.AtomicBoolean";
    fn class() -> &'static Class {
        &ATOMIC_BOOLEAN
    }
}

/// `java.util.concurrent.atomic.AtomicBoolean`.
pub static ATOMIC_BOOLEAN: Class = class(AtomicBoolean::NAME).members(&[
    constructor("AtomicBoolean()", &unbound(AtomicBoolean::default)),
    constructor(
        "AtomicBoolean(boolean value)",
        &unbound(|value: bool| AtomicBoolean(Cell::new(value))),
    ),
    method(
        "compareAndSet(boolean expected, boolean value): boolean",
        &native(|b: &AtomicBoolean, expected: bool, value: bool| {
            let fits = b.0.get() == expected;
            if fits {
                b.0.set(value);
            }
            fits
        }),
    ),
    method("get(): boolean", &native(|b: &AtomicBoolean| b.0.get())),
    method(
        "getAndSet(boolean value): boolean",
        &native(|b: &AtomicBoolean, value: bool| b.0.replace(value)),
    ),
    method(
        "lazySet(boolean value): void",
        &native(|b: &AtomicBoolean, value: bool| b.0.set(value)),
    ),
    method(
        "set(boolean value): void",
        &native(|b: &AtomicBoolean, value: bool| b.0.set(value)),
    ),
    method("toString(): String", &native(|b: &AtomicBoolean| b.0.get().to_string())),
]);

/// `java.util.concurrent.atomic.AtomicReference`.
#[derive(Default)]
pub struct AtomicReference(RefCell<Value>);

impl HostType for AtomicReference {
    const NAME: &'static str = "java.util.concurrent.atomic.AtomicReference";
    fn class() -> &'static Class {
        &ATOMIC_REFERENCE
    }
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.0.borrow());
    }
}

const MEMBERS: &[Member] = &[
    constructor("AtomicReference()", &unbound(AtomicReference::default)),
    constructor(
        "AtomicReference(Object value)",
        &unbound(|value: &Value| AtomicReference(RefCell::new(value.clone()))),
    ),
    method(
        "accumulateAndGet(Object value, BinaryOperator function): Object",
        &native(|vm: &mut Vm, r: &AtomicReference, value: &Value, f: Func| {
            Ok::<_, crate::Thrown>(r.apply(vm, f, std::slice::from_ref(value))?.1)
        }),
    ),
    method(
        "compareAndSet(Object expected, Object value): boolean",
        &native(|r: &AtomicReference, expected: &Value, value: &Value| {
            let fits = r.get().same(expected);
            if fits {
                r.swap(value).done();
            }
            fits
        }),
    ),
    method("get(): Object", &native(AtomicReference::get)).doc("What it holds."),
    method("getAndSet(Object value): Object", &native(AtomicReference::swap)),
    method(
        "getAndUpdate(UnaryOperator function): Object",
        &native(|vm: &mut Vm, r: &AtomicReference, f: Func| Ok::<_, crate::Thrown>(r.apply(vm, f, &[])?.0)),
    ),
    method(
        "lazySet(Object value): void",
        &native(|r: &AtomicReference, value: &Value| r.swap(value).done()),
    ),
    method(
        "set(Object value): void",
        &native(|r: &AtomicReference, value: &Value| r.swap(value).done()),
    ),
    method(
        "toString(): String",
        &native(|vm: &mut Vm, r: &AtomicReference| {
            let held = r.get();
            vm.to_str(&held)
        }),
    ),
    method(
        "updateAndGet(UnaryOperator function): Object",
        &native(|vm: &mut Vm, r: &AtomicReference, f: Func| Ok::<_, crate::Thrown>(r.apply(vm, f, &[])?.1)),
    ),
];

/// `java.util.concurrent.atomic.AtomicReference`.
pub static ATOMIC_REFERENCE: Class = class(AtomicReference::NAME).members(MEMBERS);

impl AtomicReference {
    fn get(&self) -> Value {
        self.0.borrow().clone()
    }

    fn swap(&self, value: &Value) -> Value {
        self.0.replace(value.clone())
    }

    /// Sets what a function makes of the value and others: the old value and the new one.
    fn apply(&self, vm: &mut Vm, function: Func, more: &[Value]) -> Res<(Value, Value)> {
        let old = self.get();
        let mut args = vec![old.clone()];
        args.extend_from_slice(more);
        let new = vm.call_func(function, &args)?;
        self.swap(&new).done();
        Ok((old, new))
    }
}
