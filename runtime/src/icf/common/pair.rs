//! `Pair`.

use rovy_interp::jdk::util::map_entry;
use rovy_interp::registry::{Class, class, constructor, function, method, native, property, unbound};
use rovy_interp::value::{HostType, Value};
use rovy_interp::{Res, Vm};
use std::cell::RefCell;

/// Two values.
#[derive(Default)]
pub struct Pair {
    first: RefCell<Value>,
    second: RefCell<Value>,
}

impl HostType for Pair {
    const NAME: &'static str = "org.identityconnectors.common.Pair";
    fn class() -> &'static Class {
        &CLASS
    }
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.first.borrow());
        visit(&self.second.borrow());
    }
}

/// `org.identityconnectors.common.Pair`.
pub static CLASS: Class = class(Pair::NAME)
    .doc("Two values.")
    .implements(&[&map_entry::INTERFACE])
    .members(&[
        constructor("Pair()", &unbound(Pair::default)),
        constructor("Pair(Object first, Object second)", &unbound(of)),
        function("of(Object first, Object second): Pair", &unbound(of)),
        property("first: Object", &native(|p: &Pair| p.first.borrow().clone())).set(&native(set_first)),
        property("second: Object", &native(|p: &Pair| p.second.borrow().clone())).set(&native(set_second)),
        method("getFirst(): Object", &native(|p: &Pair| p.first.borrow().clone())),
        method("getSecond(): Object", &native(|p: &Pair| p.second.borrow().clone())),
        method("getKey(): Object", &native(|p: &Pair| p.first.borrow().clone())),
        method("getValue(): Object", &native(|p: &Pair| p.second.borrow().clone())),
        method("setFirst(Object first): void", &native(set_first)),
        method("setSecond(Object second): void", &native(set_second)),
        method("setValue(Object second): Object", &native(set_value)),
        method("equals(Object other): boolean", &native(equals)),
        method("hashCode(): int", &native(hash_code)),
        method("toString(): String", &native(text)),
    ]);

fn of(first: &Value, second: &Value) -> Pair {
    Pair {
        first: RefCell::new(first.clone()),
        second: RefCell::new(second.clone()),
    }
}

fn set_first(p: &Pair, value: &Value) {
    let _fallen = p.first.replace(value.clone());
}

fn set_second(p: &Pair, value: &Value) {
    let _fallen = p.second.replace(value.clone());
}

fn set_value(p: &Pair, value: &Value) -> Value {
    set_second(p, value);
    value.clone()
}

fn parts(p: &Pair) -> (Value, Value) {
    (p.first.borrow().clone(), p.second.borrow().clone())
}

fn equals(vm: &mut Vm, p: &Pair, other: &Value) -> Res<bool> {
    let Some(other) = other.as_host::<Pair>() else {
        return Ok(false);
    };
    let ((a, b), (c, d)) = (parts(p), parts(other));
    Ok(vm.java_equals(&a, &c)? && vm.java_equals(&b, &d)?)
}

fn hash_code(vm: &mut Vm, p: &Pair) -> Res<i32> {
    let (first, second) = parts(p);
    Ok((vm.hash(&first)? ^ vm.hash(&second)?) as i32)
}

fn text(vm: &mut Vm, p: &Pair) -> Res<String> {
    let (first, second) = parts(p);
    Ok(format!("( {}, {} )", vm.to_text(&first)?, vm.to_text(&second)?))
}
