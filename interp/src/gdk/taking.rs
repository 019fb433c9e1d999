//! Parts from either end: `first`, `last`, `head`, `tail`, `init`, `take…`, `drop…`, for every kind of receiver.

use super::closures::test;
use super::similar::similar;
use crate::heap::Gathered;
use crate::jdk::throwables;
use crate::jdk::util::elements;
use crate::registry::{ClassId, Member, method, native};
use crate::value::{Closure, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// What `Iterable`, `Iterator` and arrays share.
pub const MEMBERS: &[Member] = &[
    method("drop(int count): Object", &native(skip)).doc("All but the first elements."),
    method("dropRight(int count): Object", &native(skip_right)).doc("All but the last elements."),
    method("dropWhile(Closure test): Object", &native(skip_while))
        .doc("The elements from the first on that fails the test."),
    method("init(): Object", &native(init)).doc("All but the last element."),
    method("tail(): Object", &native(tail)).doc("All but the first element."),
    method("take(int count): Object", &native(take)).doc("The first elements."),
    method("takeRight(int count): Object", &native(take_right)).doc("The last elements."),
    method("takeWhile(Closure test): Object", &native(take_while))
        .doc("The elements up to the first that fails the test."),
];

/// What iterators do not have.
pub const END_MEMBERS: &[Member] = &[
    method("first(): Object", &native(first)).doc("The first element."),
    method("head(): Object", &native(first)).doc("The first element."),
    method("last(): Object", &native(last)).doc("The last element."),
];

/// How Groovy's messages name a receiver.
fn kind(vm: &Vm, this: &Value) -> [&'static str; 3] {
    match this {
        other if vm.is_instance(other, ClassId::ITERATOR) => ["Iterator", "Iterator", "Iterator"],
        Value::Array(_) => ["array", "Array", "array"],
        other if vm.is_instance(other, ClassId::LIST) => ["List", "List", "iterable"],
        _ => ["Iterable", "Iterable", "iterable"],
    }
}

/// The first element.
fn first(vm: &mut Vm, this: &Value) -> Res {
    let mut walk = vm.iterate(this)?;
    match walk.next(vm)? {
        Some(item) => Ok(item),
        None => {
            let [kind, _, _] = kind(vm, this);
            let message = format!("Cannot access first() element from an empty {kind}");
            Err(vm.throw(&throwables::NO_SUCH_ELEMENT_EXCEPTION, message))
        }
    }
}

/// The last element.
fn last(vm: &mut Vm, this: &Value) -> Res {
    let last = match this {
        Value::List(list) => list.borrow().last().cloned(),
        other => {
            let (mut walk, mut last) = (vm.iterate(other)?, None);
            while let Some(item) = walk.next(vm)? {
                last = Some(item);
            }
            last
        }
    };
    match last {
        Some(item) => Ok(item),
        None => {
            let [_, kind, _] = kind(vm, this);
            let message = format!("Cannot access last() element from an empty {kind}");
            Err(vm.throw(&throwables::NO_SUCH_ELEMENT_EXCEPTION, message))
        }
    }
}

fn tail(vm: &mut Vm, this: &Value) -> Res {
    let mut items = vm.items(this)?;
    if items.is_empty() {
        let [_, _, kind] = kind(vm, this);
        let message = format!("Cannot access tail() for an empty {kind}");
        return Err(vm.throw(&throwables::NO_SUCH_ELEMENT_EXCEPTION, message));
    }
    items.retain_from(1);
    similar(vm, this, items)
}

fn init(vm: &mut Vm, this: &Value) -> Res {
    let mut items = vm.items(this)?;
    if items.is_empty() {
        let kind = match this {
            Value::Array(_) => "Object array",
            other if vm.is_instance(other, ClassId::ITERATOR) => "Iterator",
            _ => "Iterable",
        };
        let message = format!("Cannot access init() for an empty {kind}");
        return Err(vm.throw(&throwables::NO_SUCH_ELEMENT_EXCEPTION, message));
    }
    items.truncate(items.len() - 1);
    similar(vm, this, items)
}

/// The first elements; what comes after them is not asked for.
fn take(vm: &mut Vm, this: &Value, count: i32) -> Res {
    let mut out = Gathered::new();
    if count > 0 {
        let mut walk = vm.iterate(this)?;
        while out.len() < count as usize
            && let Some(item) = walk.next(vm)?
        {
            out.push(vm, item)?;
        }
    }
    similar(vm, this, out)
}

fn skip(vm: &mut Vm, this: &Value, count: i32) -> Res {
    let mut items = vm.items(this)?;
    items.retain_from(count.max(0) as usize);
    similar(vm, this, items)
}

fn take_right(vm: &mut Vm, this: &Value, count: i32) -> Res {
    let mut items = vm.items(this)?;
    items.retain_from(items.len().saturating_sub(count.max(0) as usize));
    similar(vm, this, items)
}

fn skip_right(vm: &mut Vm, this: &Value, count: i32) -> Res {
    let mut items = vm.items(this)?;
    items.truncate(items.len().saturating_sub(count.max(0) as usize));
    similar(vm, this, items)
}

fn take_while(vm: &mut Vm, this: &Value, closure: &Rc<Closure>) -> Res {
    let (mut walk, mut out) = (vm.iterate(this)?, Gathered::new());
    while let Some(item) = walk.next(vm)? {
        if !test(vm, closure, &item)? {
            break;
        }
        out.push(vm, item)?;
    }
    similar(vm, this, out)
}

fn skip_while(vm: &mut Vm, this: &Value, closure: &Rc<Closure>) -> Res {
    let (mut walk, mut out) = (vm.iterate(this)?, Gathered::new());
    while let Some(item) = walk.next(vm)? {
        if !out.is_empty() || !test(vm, closure, &item)? {
            out.push(vm, item)?;
        }
    }
    similar(vm, this, out)
}

/// The number of elements of a walk that has no size of its own.
pub fn count(vm: &mut Vm, this: &Value) -> Res<i32> {
    let mut walk = vm.iterate(this)?;
    let mut count = 0;
    while walk.next(vm)?.is_some() {
        count += 1;
    }
    Ok(elements::int_size(count))
}
