//! `org.codehaus.groovy.runtime.CurriedClosure`: a closure with some of its arguments given.

use super::derived;
use crate::registry::{Class, ClassId, class};
use crate::value::{Closure, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// `org.codehaus.groovy.runtime.CurriedClosure`.
pub static CLASS: Class = class("org.codehaus.groovy.runtime.CurriedClosure").extends(&super::CLASS);

/// `closure.curry(arguments…)`.
pub fn curry(vm: &mut Vm, this: &Value, arguments: &[Value]) -> Res {
    make(vm, this, 0, arguments)
}

/// `closure.rcurry(arguments…)`.
pub fn rcurry(vm: &mut Vm, this: &Value, arguments: &[Value]) -> Res {
    make(vm, this, -(arguments.len() as i64), arguments)
}

/// `closure.ncurry(index, arguments…)`.
pub fn ncurry(vm: &mut Vm, this: &Value, arguments: &[Value]) -> Res {
    let (index, arguments) = arguments.split_first().unwrap_or((&Value::Null, &[]));
    let index = crate::semantics::number::narrow_to_i32(index).unwrap_or_default();
    make(vm, this, index.into(), arguments)
}

fn make(vm: &mut Vm, this: &Value, index: i64, arguments: &[Value]) -> Res {
    let Value::Closure(closure) = this else {
        return Err(vm.argument_mismatch(arguments));
    };
    let parameters = vm.closure_parameters(closure);
    let variable = parameters.last().is_some_and(|last| last.dimensions() > 0);
    let index = if variable {
        index
    } else {
        place(vm, index, arguments.len() as i64, vm.closure_arity(closure).into())?
    };
    let inner = vm.clone_closure(closure);
    Ok(Value::Closure(build(
        inner,
        parameters,
        variable,
        index,
        arguments.to_vec(),
    )))
}

/// Where the given arguments begin, for a closure without variable arguments.
fn place(vm: &mut Vm, index: i64, count: i64, arity: i64) -> Res<i64> {
    let left = arity - count;
    if left < 0 {
        return Err(vm.illegal_argument(format!(
            "Can't curry {count} arguments for a closure with {arity} parameters."
        )));
    }
    let (least, most) = if index < 0 { (-arity, -count) } else { (0, left) };
    if index < least || index > most {
        return Err(vm.illegal_argument(format!(
            "To curry {count} argument(s) expect index range {least}..{most} but found {index}"
        )));
    }
    Ok(if index < 0 { index + arity } else { index })
}

fn build(
    inner: Rc<Closure>,
    parameters: Vec<ClassId>,
    variable: bool,
    index: i64,
    arguments: Vec<Value>,
) -> Rc<Closure> {
    let mut left = parameters;
    if !variable {
        let from = (index.max(0) as usize).min(left.len());
        let to = (from + arguments.len()).min(left.len());
        left.drain(from..to);
    }
    let owner = Value::Closure(inner);
    // What `copy` builds a new one from: the closure, the place, the arguments.
    let mut holds = vec![owner.clone(), Value::Long(index)];
    holds.extend(arguments);
    derived(&CLASS, owner, left, holds, move |vm, held, given| match held {
        [Value::Closure(inner), _, arguments @ ..] => {
            let all = joined(vm, given, arguments, index, variable)?;
            vm.call_closure(inner, &all)
        }
        _ => Ok(Value::Null),
    })
}

/// The arguments given with those of the call around them.
fn joined(vm: &mut Vm, given: &[Value], curried: &[Value], index: i64, variable: bool) -> Res<Vec<Value>> {
    let total = (given.len() + curried.len()) as i64;
    let at = if variable && index < 0 { index + total } else { index };
    if variable && (at < 0 || at > given.len() as i64) {
        return Err(vm.illegal_argument(format!(
            "When currying expected index range between -{total}..{total} but found index {index}"
        )));
    }
    let at = (at.max(0) as usize).min(given.len());
    let (before, after) = given.split_at(at);
    Ok([before, curried, after].concat())
}

/// A copy with a copy of the closure inside.
pub fn copy(vm: &mut Vm, closure: &Rc<Closure>) -> Option<Rc<Closure>> {
    let [Value::Closure(inner), Value::Long(index), arguments @ ..] = closure.held() else {
        return None;
    };
    let parameters = vm.closure_parameters(inner);
    let variable = parameters.last().is_some_and(|last| last.dimensions() > 0);
    let inner = vm.clone_closure(inner);
    Some(build(inner, parameters, variable, *index, arguments.to_vec()))
}
