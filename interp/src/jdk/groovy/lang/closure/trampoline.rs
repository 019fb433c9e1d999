//! `groovy.lang.TrampolineClosure`: recursion as a loop.

use super::derived;
use crate::registry::{Class, class};
use crate::value::{Closure, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// `groovy.lang.TrampolineClosure`.
pub static CLASS: Class = class("groovy.lang.TrampolineClosure").extends(&super::CLASS);

/// `closure.trampoline()`.
pub fn of(vm: &mut Vm, closure: &Rc<Closure>) -> Rc<Closure> {
    if closure.class == CLASS.id() {
        return closure.clone();
    }
    let parameters = vm.closure_parameters(closure);
    derived(
        &CLASS,
        closure.owner.clone(),
        parameters,
        vec![Value::Closure(closure.clone())],
        |vm, held, args| {
            let [Value::Closure(original)] = held else {
                return Ok(Value::Null);
            };
            let mut result = vm.call_closure(original, args)?;
            while let Some(next) = bounce(&result) {
                vm.tick()?;
                result = vm.call_closure(&next, &[])?;
            }
            Ok(result)
        },
    )
}

/// `closure.trampoline(arguments…)`.
pub fn with_arguments(vm: &mut Vm, this: &Value, arguments: &[Value]) -> Res {
    let Value::Closure(closure) = this else {
        return Err(vm.argument_mismatch(arguments));
    };
    let original = bounce(this).unwrap_or_else(|| closure.clone());
    let Value::Closure(curried) = super::curried::curry(vm, &Value::Closure(original), arguments)? else {
        return Ok(Value::Null);
    };
    Ok(Value::Closure(of(vm, &curried)))
}

/// The closure that a trampoline would call.
fn bounce(value: &Value) -> Option<Rc<Closure>> {
    match value {
        Value::Closure(closure) if closure.class == CLASS.id() => match closure.held() {
            [Value::Closure(original)] => Some(original.clone()),
            _ => None,
        },
        _ => None,
    }
}
