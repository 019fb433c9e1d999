//! Random numbers for shuffling, from whatever `java.util.Random` object is at hand.

use crate::jdk::throwables;
use crate::semantics::number::narrow_to_i32;
use crate::value::Value;
use crate::{Res, Vm};

/// A new `java.util.Random`.
pub fn random(vm: &mut Vm) -> Res {
    match vm.class_by_name("java.util.Random") {
        Some(class) => vm.construct(class, &[]),
        None => Err(vm.throw(&throwables::CLASS_NOT_FOUND_EXCEPTION, "java.util.Random")),
    }
}

/// `random.nextInt(bound)`.
pub fn below(vm: &mut Vm, random: &Value, bound: i32) -> Res<i32> {
    let number = vm.call_method(random, "nextInt", &[Value::int(bound)])?;
    Ok(narrow_to_i32(&number).unwrap_or(0))
}
