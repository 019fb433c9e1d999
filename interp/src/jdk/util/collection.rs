//! `java.util.Collection`, and the abstract classes that Java's collections extend.

use super::elements::{self, int_size};
use crate::jdk::lang;
use crate::registry::{Class, ClassId, Func, Items, class, interface, method, native};
use crate::value::{Array, Value};
use crate::{Res, Vm, gdk};
use std::rc::Rc;

/// `java.util.Collection`.
pub static CLASS: Class = interface("java.util.Collection")
    .doc("A number of elements.")
    .implements(&[&lang::iterable::CLASS])
    .groovy(gdk::collection::MEMBERS)
    .members(&[
        method("add(Object element): boolean", &native(elements::add))
            .doc("Adds an element; whether the collection changed."),
        method("addAll(Collection items): boolean", &native(add_all))
            .doc("Adds all elements of another collection; whether this one changed."),
        method("clear(): void", &native(elements::clear)).doc("Removes all elements."),
        method("contains(Object element): boolean", &native(elements::contains))
            .doc("Whether an equal element is there."),
        method("containsAll(Collection items): boolean", &native(contains_all))
            .doc("Whether each of some elements is there."),
        method("isEmpty(): boolean", &native(elements::is_empty)).doc("Whether there are no elements."),
        method("iterator(): Iterator", &native(super::iterator::of)).doc("A new walk over the elements."),
        method("parallelStream(): Stream", &native(super::stream::of_collection))
            .doc("A stream of the elements; it runs one after the other."),
        method("remove(Object element): boolean", &native(elements::remove))
            .doc("Removes one equal element; whether there was one."),
        method("removeAll(Collection items): boolean", &native(remove_all))
            .doc("Removes each element that is in another collection."),
        method("removeIf(Predicate test): boolean", &native(remove_if))
            .doc("Removes each element that passes the test."),
        method("retainAll(Collection items): boolean", &native(retain_all))
            .doc("Removes each element that is not in another collection."),
        method("size(): int", &native(size)).doc("The number of elements."),
        method("stream(): Stream", &native(super::stream::of_collection)).doc("A stream of the elements."),
        method("toArray(): Object[]", &native(to_array)).doc("An array of the elements."),
        method("toArray(Object[] like): Object[]", &native(to_array_like))
            .doc("An array of the elements, of another array's class."),
        method("toArray(IntFunction maker): Object[]", &native(to_array_by))
            .doc("An array of the elements, of the class that the function makes."),
    ]);

/// `java.util.AbstractCollection`.
pub static ABSTRACT_COLLECTION: Class = class("java.util.AbstractCollection")
    .abstract_class()
    .implements(&[&CLASS]);

/// `java.util.AbstractList`.
pub static ABSTRACT_LIST: Class = class("java.util.AbstractList")
    .abstract_class()
    .extends(&ABSTRACT_COLLECTION)
    .implements(&[&super::list::CLASS]);

/// `java.util.AbstractSequentialList`.
pub static ABSTRACT_SEQUENTIAL_LIST: Class = class("java.util.AbstractSequentialList")
    .abstract_class()
    .extends(&ABSTRACT_LIST);

/// `java.util.AbstractSet`.
pub static ABSTRACT_SET: Class = class("java.util.AbstractSet")
    .abstract_class()
    .extends(&ABSTRACT_COLLECTION)
    .implements(&[&super::set::CLASS]);

/// `java.util.AbstractQueue`.
pub static ABSTRACT_QUEUE: Class = class("java.util.AbstractQueue")
    .abstract_class()
    .extends(&ABSTRACT_COLLECTION)
    .implements(&[&super::deque::QUEUE]);

fn size(vm: &mut Vm, this: &Value) -> Res<i32> {
    elements::size(vm, this).map(int_size)
}

fn add_all(vm: &mut Vm, this: &Value, items: Items) -> Res<bool> {
    let items = vm.items(items.0)?;
    elements::add_all(vm, this, items.into_vec())
}

fn contains_all(vm: &mut Vm, this: &Value, items: Items) -> Res<bool> {
    let mut walk = vm.iterate(items.0)?;
    while let Some(item) = walk.next(vm)? {
        if !elements::contains(vm, this, &item)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn remove_all(vm: &mut Vm, this: &Value, items: Items) -> Res<bool> {
    elements::retain(vm, this, |vm, item| Ok(!elements::contains(vm, items.0, item)?))
}

fn retain_all(vm: &mut Vm, this: &Value, items: Items) -> Res<bool> {
    elements::retain(vm, this, |vm, item| elements::contains(vm, items.0, item))
}

fn remove_if(vm: &mut Vm, this: &Value, test: Func) -> Res<bool> {
    elements::retain(vm, this, |vm, item| {
        let answer = vm.call_func(test, std::slice::from_ref(item))?;
        Ok(!vm.truth(&answer)?)
    })
}

fn to_array(vm: &mut Vm, this: &Value) -> Res<Rc<Array>> {
    let component = match this {
        Value::List(list) => list.backing_array().map_or(ClassId::OBJECT, |a| a.component),
        _ => ClassId::OBJECT,
    };
    Ok(Array::new(component, vm.items(this)?.into_vec()))
}

/// Java fills the given array if it is large enough, and puts a null after the last element.
fn to_array_like(vm: &mut Vm, this: &Value, like: &Rc<Array>) -> Res<Rc<Array>> {
    let items = vm.items(this)?;
    if like.len() < items.len() {
        return Ok(Array::new(like.component, items.into_vec()));
    }
    let count = items.len();
    for (index, item) in items.into_iter().enumerate() {
        like.set(index, item);
    }
    like.set(count, Value::Null);
    Ok(like.clone())
}

fn to_array_by(vm: &mut Vm, this: &Value, maker: Func) -> Res {
    let made = vm.call_func(maker, &[Value::int(0)])?;
    match &made {
        Value::Array(like) => to_array_like(vm, this, like).map(Value::Array),
        _ => Ok(made),
    }
}
