//! How Groovy's methods call the closures they are given.

use crate::registry::Func;
use crate::semantics::number::Operator;
use crate::value::{Closure, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// Calls a closure with one element.
pub fn call1(vm: &mut Vm, closure: &Rc<Closure>, element: &Value) -> Res {
    vm.call_closure1(closure, element.clone())
}

/// Whether a closure says yes to an element.
pub fn test(vm: &mut Vm, closure: &Rc<Closure>, element: &Value) -> Res<bool> {
    vm.test_closure(closure, std::slice::from_ref(element))
}

/// Whether a function says yes to an element.
pub fn test_func(vm: &mut Vm, function: Func, element: &Value) -> Res<bool> {
    let answer = vm.call_func(function, std::slice::from_ref(element))?;
    vm.truth(&answer)
}

/// A closure that may be missing: without it an element counts by its truth.
pub fn test_or_truth(vm: &mut Vm, closure: Option<&Rc<Closure>>, element: &Value) -> Res<bool> {
    match closure {
        Some(closure) => test(vm, closure, element),
        None => vm.truth(element),
    }
}

/// What a closure makes of an element; the element itself without one.
pub fn apply(vm: &mut Vm, closure: Option<&Rc<Closure>>, element: &Value) -> Res {
    match closure {
        Some(closure) => call1(vm, closure, element),
        None => Ok(element.clone()),
    }
}

/// `a + b`.
pub fn plus(vm: &mut Vm, a: &Value, b: &Value) -> Res {
    vm.operate(Operator::Plus, a, b)
}

/// Variable arguments: a lone array stands for its elements.
pub fn variable(args: &[Value]) -> Vec<Value> {
    match args {
        [Value::Array(array)] => array.to_vec(),
        other => other.to_vec(),
    }
}
