//! Reading and changing collections of any kind: what the members of `Collection` and what Groovy adds to it are made of.
//!
//! Lists, sets, ranges and arrays are handled here; anything else (queues and views that are host objects, collections that a
//! script's class implements) is asked by its own methods.

use crate::jdk::throwables;
use crate::registry::ClassId;
use crate::value::{Set, Table, Value};
use crate::{Res, Thrown, Vm};

/// The exception of a collection that does not allow what was asked.
#[cold]
pub fn refuse(vm: &mut Vm) -> Thrown {
    vm.throw_silent(&throwables::UNSUPPORTED_OPERATION_EXCEPTION)
}

/// Throws unless the collection allows it.
#[inline]
pub fn permit(vm: &mut Vm, allowed: bool) -> Res<()> {
    if allowed { Ok(()) } else { Err(refuse(vm)) }
}

/// A number of elements as Java gives it.
pub fn int_size(size: usize) -> i32 {
    i32::try_from(size).unwrap_or(i32::MAX)
}

/// Calls a method of a collection that is neither list nor set nor array.
fn ask(vm: &mut Vm, collection: &Value, name: &str, args: &[Value]) -> Res {
    vm.nested(|vm| vm.call_method(collection, name, args))
}

fn ask_bool(vm: &mut Vm, collection: &Value, name: &str, args: &[Value]) -> Res<bool> {
    let answer = ask(vm, collection, name, args)?;
    vm.truth(&answer)
}

/// `collection.size()`.
pub fn size(vm: &mut Vm, collection: &Value) -> Res<usize> {
    match collection {
        Value::List(l) => Ok(l.len()),
        Value::Set(s) => Ok(s.len()),
        Value::Map(m) => Ok(m.len()),
        Value::Array(a) => Ok(a.len()),
        Value::Range(r) => crate::jdk::groovy::lang::range::size(vm, r),
        other => {
            let answer = ask(vm, other, "size", &[])?;
            Ok(crate::semantics::number::narrow_to_i32(&answer).unwrap_or(0).max(0) as usize)
        }
    }
}

/// `collection.isEmpty()`.
pub fn is_empty(vm: &mut Vm, collection: &Value) -> Res<bool> {
    Ok(size(vm, collection)? == 0)
}

/// `collection.contains(element)`, by Java's `equals`.
pub fn contains(vm: &mut Vm, collection: &Value, element: &Value) -> Res<bool> {
    match collection {
        Value::Range(r) => vm.range_contains(r, element),
        Value::List(_) | Value::Array(_) => Ok(index_of(vm, collection, element)?.is_some()),
        Value::Set(s) => vm.set_contains(s, element),
        other => ask_bool(vm, other, "contains", std::slice::from_ref(element)),
    }
}

/// Where an element first stands in the order of iteration, by Java's `equals`.
pub fn index_of(vm: &mut Vm, collection: &Value, element: &Value) -> Res<Option<usize>> {
    let mut walk = vm.iterate(collection)?;
    let mut index = 0;
    while let Some(item) = walk.next(vm)? {
        if vm.java_equals(element, &item)? {
            return Ok(Some(index));
        }
        index += 1;
    }
    Ok(None)
}

/// `collection.add(element)`.
pub fn add(vm: &mut Vm, collection: &Value, element: &Value) -> Res<bool> {
    match collection {
        Value::List(l) => {
            permit(vm, l.access.adds())?;
            if super::array_deque::refuses_null(l) && element.is_null() {
                return Err(vm.throw_silent(&throwables::NULL_POINTER_EXCEPTION));
            }
            crate::heap::cycles::may_close(collection, element);
            l.change(|items| items.push(element.clone()));
            Ok(true)
        }
        Value::Set(s) => {
            permit(vm, s.access.adds())?;
            vm.set_add(s, element)
        }
        Value::Range(_) => Err(refuse(vm)),
        other => ask_bool(vm, other, "add", std::slice::from_ref(element)),
    }
}

/// `collection.addAll(items)`, for items that are already at hand.
pub fn add_all(vm: &mut Vm, collection: &Value, items: Vec<Value>) -> Res<bool> {
    match collection {
        Value::List(l) if !super::array_deque::refuses_null(l) => {
            permit(vm, l.access.adds())?;
            vm.tick_many(items.len())?;
            vm.reserve(16 * items.len())?;
            let any = !items.is_empty();
            items
                .iter()
                .for_each(|item| crate::heap::cycles::may_close(collection, item));
            l.change(|all| all.extend(items));
            Ok(any)
        }
        other => {
            let mut changed = false;
            for item in items {
                vm.tick()?;
                changed |= add(vm, other, &item)?;
            }
            Ok(changed)
        }
    }
}

/// `collection.remove(element)`: the first one that is equal.
pub fn remove(vm: &mut Vm, collection: &Value, element: &Value) -> Res<bool> {
    match collection {
        Value::List(l) => {
            permit(vm, l.access.removes())?;
            let Some(index) = index_of(vm, collection, element)? else {
                return Ok(false);
            };
            let removed = l.change(|items| (index < items.len()).then(|| items.remove(index)));
            drop(removed);
            Ok(true)
        }
        Value::Set(s) => {
            permit(vm, s.access.removes())?;
            vm.set_remove(s, element)
        }
        Value::Range(_) => Err(refuse(vm)),
        other => ask_bool(vm, other, "remove", std::slice::from_ref(element)),
    }
}

/// `collection.clear()`.
pub fn clear(vm: &mut Vm, collection: &Value) -> Res<()> {
    match collection {
        Value::List(l) => {
            permit(vm, l.access.removes() || (l.is_empty() && !super::list::is_strict(l)))?;
            drop(l.change(std::mem::take));
            Ok(())
        }
        Value::Set(s) => {
            permit(vm, s.access.removes())?;
            drop(s.change(Table::clear));
            Ok(())
        }
        Value::Range(_) => Err(refuse(vm)),
        other => ask(vm, other, "clear", &[]).map(Value::done),
    }
}

/// Removes the elements that a test does not keep; whether any went.
pub fn retain(vm: &mut Vm, collection: &Value, mut keep: impl FnMut(&mut Vm, &Value) -> Res<bool>) -> Res<bool> {
    let items = vm.items(collection)?;
    match collection {
        Value::List(l) => {
            permit(vm, l.access.removes())?;
            let mut kept = Vec::with_capacity(items.len());
            for item in &items {
                if keep(vm, item)? {
                    kept.push(item.clone());
                }
            }
            let changed = kept.len() != items.len();
            if changed {
                drop(l.change(|all| std::mem::replace(all, kept)));
            }
            Ok(changed)
        }
        other => {
            if let Value::Set(s) = other {
                permit(vm, s.access.removes())?;
            }
            let mut changed = false;
            for item in &items {
                if !keep(vm, item)? {
                    changed |= remove(vm, other, item)?;
                }
            }
            Ok(changed)
        }
    }
}

/// Replaces all elements of a collection: how Groovy sorts and thins out in place.
pub fn replace(vm: &mut Vm, collection: &Value, items: Vec<Value>) -> Res<()> {
    clear(vm, collection)?;
    add_all(vm, collection, items).map(|_| ())
}

/// Adds items to a set, one by one.
pub fn fill_set(vm: &mut Vm, set: &std::rc::Rc<Set>, items: &Value) -> Res<()> {
    let mut walk = vm.iterate(items)?;
    while let Some(item) = walk.next(vm)? {
        vm.set_add(set, &item)?;
    }
    Ok(())
}

/// Whether a value is a `java.util.Collection`.
pub fn is_collection(vm: &Vm, value: &Value) -> bool {
    matches!(value, Value::List(_) | Value::Set(_) | Value::Range(_))
        || matches!(value, Value::Host(_) | Value::Object(_)) && vm.is_instance(value, ClassId::COLLECTION)
}

/// The position that an index given by a script stands for; none outside of the elements.
pub fn position(index: i32, size: usize) -> Option<usize> {
    usize::try_from(index).ok().filter(|i| *i < size)
}

/// The exception for an index that is not below a size: `Index 5 out of bounds for length 3`.
#[cold]
pub fn out_of_bounds(vm: &mut Vm, index: i32, size: usize) -> Thrown {
    vm.index_out_of_bounds(format!("Index {index} out of bounds for length {size}"))
}

/// The exception of an empty collection that was asked for an element.
#[cold]
pub fn no_such_element(vm: &mut Vm) -> Thrown {
    vm.throw_silent(&throwables::NO_SUCH_ELEMENT_EXCEPTION)
}
