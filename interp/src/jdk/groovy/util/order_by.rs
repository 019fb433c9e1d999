//! `groovy.util.OrderBy`: the order of what closures give, the first that tells two values apart.

use crate::jdk::util::comparator;
use crate::registry::{Class, class, constructor, method, native, unbound};
use crate::value::{Closure, Code, List, Value};
use crate::{Res, Vm};
use std::cmp::Ordering;
use std::rc::Rc;

/// `groovy.util.OrderBy`.
pub static CLASS: Class = class("groovy.util.OrderBy")
    .doc("The order of what closures give.")
    .implements(&[&comparator::CLASS])
    .members(&[
        constructor("OrderBy()", &unbound(|| new(Vec::new(), false))),
        constructor(
            "OrderBy(boolean equalityCheck)",
            &unbound(|only: bool| new(Vec::new(), only)),
        ),
        constructor(
            "OrderBy(Closure closure)",
            &unbound(|key: &Rc<Closure>| new(vec![key.clone().into()], false)),
        ),
        constructor(
            "OrderBy(Closure closure, boolean equalityCheck)",
            &unbound(|key: &Rc<Closure>, only: bool| new(vec![key.clone().into()], only)),
        ),
        constructor(
            "OrderBy(List closures)",
            &unbound(|keys: &List| new(keys.to_vec(), false)),
        ),
        constructor(
            "OrderBy(List closures, boolean equalityCheck)",
            &unbound(|keys: &List, only: bool| new(keys.to_vec(), only)),
        ),
        method("add(Closure closure): void", &native(add))
            .doc("Asks one more closure where the others see no difference."),
        method("compare(Object first, Object second): int", &native(compare))
            .doc("Negative, zero or positive: before, level with, after."),
    ]);

/// `only_equality`: values that cannot be compared are equal, or the first comes before.
fn new(keys: Vec<Value>, only_equality: bool) -> Rc<Closure> {
    comparator::make(&CLASS, vec![Value::list(keys)], move |vm, held, a, b| {
        let Some(Value::List(keys)) = held.first() else {
            return Ok(Ordering::Equal);
        };
        for key in keys.to_vec() {
            let Value::Closure(key) = key else { continue };
            let (a, b) = (vm.call_closure1(&key, a.clone())?, vm.call_closure1(&key, b.clone())?);
            let order = if only_equality && !(vm.is_comparable(&a) && vm.is_comparable(&b)) {
                if vm.equals(&a, &b)? {
                    Ordering::Equal
                } else {
                    Ordering::Less
                }
            } else {
                vm.compare(&a, &b)?
            };
            if order.is_ne() {
                return Ok(order);
            }
        }
        Ok(Ordering::Equal)
    })
}

fn add(this: &Value, key: &Rc<Closure>) {
    if let Value::Closure(order) = this
        && let Code::Native { holds, .. } = &order.code
        && let Some(Value::List(keys)) = holds.first()
    {
        keys.change(|keys| keys.push(key.clone().into()));
    }
}

fn compare(vm: &mut Vm, this: &Value, a: &Value, b: &Value) -> Res {
    match this {
        Value::Closure(order) => vm.call_closure(order, &[a.clone(), b.clone()]),
        _ => Ok(Value::Null),
    }
}
