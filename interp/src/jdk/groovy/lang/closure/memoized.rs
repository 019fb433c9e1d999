//! `org.codehaus.groovy.runtime.memoize.Memoize`: closures that remember what they gave.

use super::derived;
use crate::registry::{Class, class};
use crate::value::{Closure, Map, Value};
use crate::{Res, Vm, heap};
use std::rc::Rc;

/// `org.codehaus.groovy.runtime.memoize.Memoize$MemoizeFunction`.
pub static CLASS: Class = class("org.codehaus.groovy.runtime.memoize.Memoize$MemoizeFunction").extends(&super::CLASS);

/// `org.codehaus.groovy.runtime.memoize.Memoize$SoftReferenceMemoizeFunction`: what may forget.
pub static SOFT: Class =
    class("org.codehaus.groovy.runtime.memoize.Memoize$SoftReferenceMemoizeFunction").extends(&super::CLASS);

/// `closure.memoize()`.
pub fn memoize(vm: &mut Vm, closure: &Rc<Closure>) -> Rc<Closure> {
    remembering(vm, &CLASS, closure, None)
}

/// `closure.memoizeAtMost(n)`.
pub fn at_most(vm: &mut Vm, closure: &Rc<Closure>, most: i32) -> Res<Rc<Closure>> {
    not_negative(vm, most, "maxCacheSize", "memoizeAtMost")?;
    Ok(remembering(vm, &CLASS, closure, Some(most)))
}

/// `closure.memoizeAtLeast(n)`: nothing is forgotten, which is at least so many.
pub fn at_least(vm: &mut Vm, closure: &Rc<Closure>, least: i32) -> Res<Rc<Closure>> {
    not_negative(vm, least, "protectedCacheSize", "memoizeAtLeast")?;
    Ok(remembering(vm, &SOFT, closure, None))
}

/// `closure.memoizeBetween(n, m)`.
pub fn between(vm: &mut Vm, closure: &Rc<Closure>, least: i32, most: i32) -> Res<Rc<Closure>> {
    not_negative(vm, least, "protectedCacheSize", "memoizeBetween")?;
    not_negative(vm, most, "maxCacheSize", "memoizeBetween")?;
    if least > most {
        return Err(vm.illegal_argument(
            "The maxCacheSize parameter to memoizeBetween is required to be greater or equal to the protectedCacheSize parameter.",
        ));
    }
    Ok(remembering(vm, &SOFT, closure, Some(most)))
}

fn not_negative(vm: &mut Vm, size: i32, parameter: &str, method: &str) -> Res<()> {
    if size < 0 {
        return Err(vm.illegal_argument(format!(
            "A non-negative number is required as the {parameter} parameter for {method}."
        )));
    }
    Ok(())
}

/// A closure that asks the other only for arguments it does not remember.
fn remembering(vm: &mut Vm, class: &'static Class, closure: &Rc<Closure>, bound: Option<i32>) -> Rc<Closure> {
    let parameters = vm.closure_parameters(closure);
    let holds = vec![Value::Closure(closure.clone()), Value::Map(Map::empty())];
    derived(
        class,
        closure.owner.clone(),
        parameters,
        holds,
        move |vm, held, args| match held {
            [Value::Closure(original), Value::Map(known)] => remember(vm, original, known, bound, args),
            _ => Ok(Value::Null),
        },
    )
}

/// What is known for the arguments, else what the closure gives now. With a bound, the least recently used goes first.
/// Exceptions are not remembered.
fn remember(vm: &mut Vm, original: &Rc<Closure>, known: &Rc<Map>, bound: Option<i32>, args: &[Value]) -> Res {
    let key = Value::list(args.to_vec());
    if let Some(value) = vm.map_get(known, &key)? {
        if bound.is_some() {
            // Moved to the end: the most recently used.
            vm.map_remove(known, &key)?;
            vm.map_put(known, &key, value.clone())?;
        }
        return Ok(value);
    }
    let value = vm.call_closure(original, args)?;
    heap::cycles::may_close(&Value::Map(known.clone()), &value);
    vm.map_put(known, &key, value.clone())?;
    let Some(bound) = bound else { return Ok(value) };
    while known.len() > bound as usize {
        let Some((oldest, _)) = known.borrow().pairs().into_iter().next() else {
            break;
        };
        vm.map_remove(known, &oldest)?;
    }
    Ok(value)
}
