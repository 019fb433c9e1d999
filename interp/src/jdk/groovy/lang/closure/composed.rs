//! `org.codehaus.groovy.runtime.ComposedClosure`: one closure after another.

use super::derived;
use crate::registry::{Class, class};
use crate::value::{Closure, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// `org.codehaus.groovy.runtime.ComposedClosure`.
pub static CLASS: Class = class("org.codehaus.groovy.runtime.ComposedClosure").extends(&super::CLASS);

/// `closure >> other`.
pub fn right_shift(vm: &mut Vm, first: &Rc<Closure>, second: &Rc<Closure>) -> Rc<Closure> {
    let parameters = vm.closure_parameters(first);
    let (first, second) = (vm.clone_closure(first), vm.clone_closure(second));
    let owner = Value::Closure(first);
    let holds = vec![owner.clone(), Value::Closure(second)];
    derived(&CLASS, owner, parameters, holds, |vm, held, args| match held {
        [Value::Closure(first), Value::Closure(second)] => call_both(vm, first, second, args),
        _ => Ok(Value::Null),
    })
}

fn call_both(vm: &mut Vm, first: &Rc<Closure>, second: &Rc<Closure>, args: &[Value]) -> Res {
    let between = vm.call_closure(first, args)?;
    let spread = match &between {
        Value::List(list) if vm.closure_parameters(second).len() > 1 => Some(list.to_vec()),
        Value::Array(array) if !array.component.is_primitive() => Some(array.to_vec()),
        _ => None,
    };
    vm.call_closure(second, spread.as_deref().unwrap_or(&[between]))
}

/// `closure << other`.
pub fn left_shift(vm: &mut Vm, second: &Rc<Closure>, first: &Rc<Closure>) -> Rc<Closure> {
    right_shift(vm, first, second)
}

/// `closure << argument`: a call.
pub fn call_with(vm: &mut Vm, closure: &Rc<Closure>, argument: &Value) -> Res {
    vm.call_closure(closure, std::slice::from_ref(argument))
}

/// The closure after itself.
pub fn twice(vm: &mut Vm, closure: &Rc<Closure>) -> Rc<Closure> {
    right_shift(vm, closure, closure)
}

/// The closure after itself, some times again.
pub fn times(vm: &mut Vm, closure: &Rc<Closure>, times: i32) -> Res<Rc<Closure>> {
    let mut composed = closure.clone();
    for _ in 0..times {
        vm.tick()?;
        composed = right_shift(vm, &composed, closure);
    }
    Ok(composed)
}

/// A copy with copies of both closures inside.
pub fn copy(vm: &mut Vm, closure: &Rc<Closure>) -> Option<Rc<Closure>> {
    let [Value::Closure(first), Value::Closure(second)] = closure.held() else {
        return None;
    };
    let (first, second) = (first.clone(), second.clone());
    Some(right_shift(vm, &first, &second))
}
