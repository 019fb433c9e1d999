//! Functions that are made of others.

use super::lambda::{BINARY_OPERATOR_LAMBDA, PREDICATE_LAMBDA, UNARY_OPERATOR_LAMBDA, kind_of};
use crate::registry::{Class, Func};
use crate::value::{Closure, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// A native function object over functions that it holds.
fn lambda(
    class: &'static Class,
    parameters: i32,
    holds: Vec<Value>,
    body: impl Fn(&mut Vm, &[Value], &[Value]) -> Res + 'static,
) -> Rc<Closure> {
    let held = holds.clone();
    Closure::native(Value::Null, parameters, holds, move |vm, args| body(vm, &held, args)).of_class(class.id())
}

/// Calls one of the functions that a function object holds.
fn call(vm: &mut Vm, held: &[Value], index: usize, args: &[Value]) -> Res {
    match held.get(index) {
        Some(function) => vm.call_func(Func(function), args),
        None => Ok(Value::Null),
    }
}

pub(super) fn identity() -> Rc<Closure> {
    lambda(&UNARY_OPERATOR_LAMBDA, 1, vec![], |_, _, args| {
        Ok(args.first().cloned().unwrap_or_default())
    })
}

pub(super) fn and_then(this: Func, after: Func) -> Rc<Closure> {
    lambda(
        kind_of(this),
        1,
        vec![this.0.clone(), after.0.clone()],
        |vm, held, args| {
            let between = call(vm, held, 0, args)?;
            call(vm, held, 1, &[between])
        },
    )
}

pub(super) fn compose(this: Func, before: Func) -> Rc<Closure> {
    lambda(
        kind_of(this),
        1,
        vec![before.0.clone(), this.0.clone()],
        |vm, held, args| {
            let between = call(vm, held, 0, args)?;
            call(vm, held, 1, &[between])
        },
    )
}

pub(super) fn both(this: Func, after: Func) -> Rc<Closure> {
    lambda(
        kind_of(this),
        1,
        vec![this.0.clone(), after.0.clone()],
        |vm, held, args| {
            call(vm, held, 0, args)?.done();
            call(vm, held, 1, args)
        },
    )
}

/// A test of `this` and another: `stop` is the answer of the first that settles the matter.
fn joined(this: Func, other: Func, stop: bool) -> Rc<Closure> {
    lambda(
        kind_of(this),
        1,
        vec![this.0.clone(), other.0.clone()],
        move |vm, held, args| {
            let first = call(vm, held, 0, args)?;
            if vm.truth(&first)? == stop {
                return Ok(Value::bool(stop));
            }
            let second = call(vm, held, 1, args)?;
            vm.truth(&second).map(Value::bool)
        },
    )
}

pub(super) fn and(this: Func, other: Func) -> Rc<Closure> {
    joined(this, other, false)
}

pub(super) fn or(this: Func, other: Func) -> Rc<Closure> {
    joined(this, other, true)
}

pub(super) fn not(this: Func) -> Rc<Closure> {
    lambda(kind_of(this), 1, vec![this.0.clone()], |vm, held, args| {
        let answer = call(vm, held, 0, args)?;
        vm.truth(&answer).map(|b| Value::bool(!b))
    })
}

pub(super) fn is_equal(wanted: &Value) -> Rc<Closure> {
    lambda(&PREDICATE_LAMBDA, 1, vec![wanted.clone()], |vm, held, args| {
        match (held, args) {
            ([wanted, ..], [value, ..]) => vm.java_equals(wanted, value).map(Value::bool),
            _ => Ok(Value::bool(false)),
        }
    })
}

/// One of two values by a comparator: the second where the comparison has the given sign.
fn choose(order: Func, second_if: fn(i32) -> bool) -> Rc<Closure> {
    lambda(
        &BINARY_OPERATOR_LAMBDA,
        2,
        vec![order.0.clone()],
        move |vm, held, args| {
            let order = call(vm, held, 0, args)?;
            let order = crate::semantics::number::narrow_to_i32(&order).unwrap_or(0);
            Ok(args.get(usize::from(second_if(order))).cloned().unwrap_or_default())
        },
    )
}

pub(super) fn min_by(order: Func) -> Rc<Closure> {
    choose(order, |o| o > 0)
}

pub(super) fn max_by(order: Func) -> Rc<Closure> {
    choose(order, |o| o < 0)
}
