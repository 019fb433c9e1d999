//! `java.util.Vector` and `java.util.Stack`.

use super::elements::{self, no_such_element};
use super::{array_list, collection, list};
use crate::jdk::lang::interfaces::{CLONEABLE, SERIALIZABLE};
use crate::jdk::throwables;
use crate::registry::{Class, Kind, class, constructor, method, native, raw, slice, unbound};
use crate::value::{List, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// `java.util.Vector`.
pub static CLASS: Class = class("java.util.Vector")
    .doc("The list of Java's first days.")
    .extends(&collection::ABSTRACT_LIST)
    .implements(&[&list::CLASS, &array_list::RANDOM_ACCESS, &CLONEABLE, &SERIALIZABLE])
    .members(&[
        raw(Kind::Constructor, "Vector()", &slice(array_list::create)),
        raw(
            Kind::Constructor,
            "Vector(int capacity)",
            &slice(array_list::create_sized),
        ),
        raw(
            Kind::Constructor,
            "Vector(int capacity, int increment)",
            &slice(array_list::create_sized),
        ),
        raw(
            Kind::Constructor,
            "Vector(Collection items)",
            &slice(array_list::create),
        ),
        method("addElement(Object element): void", &native(add_element)).doc("Appends an element."),
        method("capacity(): int", &native(capacity)).doc("The room before the next growth."),
        array_list::CLONE,
        method("elementAt(int index): Object", &native(list::get)).doc("The element at an index."),
        method("elements(): Enumeration", &native(super::enumeration::of)).doc("A walk over the elements."),
        method("firstElement(): Object", &native(first)).doc("The first element."),
        method("insertElementAt(Object element, int index): void", &native(insert_at)).doc("Inserts an element."),
        method("lastElement(): Object", &native(last)).doc("The last element."),
        method("removeAllElements(): void", &native(elements::clear)).doc("Removes all elements."),
        method("removeElement(Object element): boolean", &native(elements::remove))
            .doc("Removes the first equal element."),
        method("removeElementAt(int index): void", &native(remove_at)).doc("Removes the element at an index."),
        method("setElementAt(Object element, int index): void", &native(set_at)).doc("Replaces an element."),
        method("setSize(int size): void", &native(set_size)).doc("Cuts off, or fills with nulls."),
    ]);

/// `java.util.Stack`.
pub static STACK: Class = class("java.util.Stack")
    .doc("Last in, first out.")
    .extends(&CLASS)
    .members(&[
        constructor("Stack()", &unbound(create_stack)),
        method("empty(): boolean", &native(List::is_empty)).doc("Whether there are no elements."),
        method("peek(): Object", &native(peek)).doc("The last element."),
        method("pop(): Object", &native(pop)).doc("Takes the last element."),
        method("push(Object element): Object", &native(push)).doc("Appends an element and gives it back."),
        method("search(Object element): int", &native(search))
            .doc("How far from the top an element is, beginning with 1; -1 if it is not there."),
    ]);

fn create_stack() -> Rc<List> {
    List::of(STACK.id(), Vec::new())
}

fn add_element(list: &List, element: &Value) {
    list.change(|items| items.push(element.clone()));
}

/// Java doubles the room, beginning with ten.
fn capacity(list: &List) -> i32 {
    let mut room = 10;
    while room < list.len() {
        room *= 2;
    }
    elements::int_size(room)
}

fn first(vm: &mut Vm, list: &List) -> Res {
    list.get(0).ok_or(()).map_err(|()| no_such_element(vm))
}

fn last(vm: &mut Vm, list: &List) -> Res {
    let last = list.borrow().last().cloned();
    last.ok_or(()).map_err(|()| no_such_element(vm))
}

fn insert_at(vm: &mut Vm, list: &List, element: &Value, index: i32) -> Res<()> {
    list::add_at(vm, list, index, element)
}

fn remove_at(vm: &mut Vm, list: &List, index: i32) -> Res<()> {
    list::remove_at(vm, list, index).map(Value::done)
}

fn set_at(vm: &mut Vm, list: &List, element: &Value, index: i32) -> Res<()> {
    list::set(vm, list, index, element).map(Value::done)
}

fn set_size(vm: &mut Vm, list: &List, size: i32) -> Res<()> {
    let Ok(size) = usize::try_from(size) else {
        return Err(vm.throw(&throwables::ARRAY_INDEX_OUT_OF_BOUNDS_EXCEPTION, size));
    };
    vm.reserve(16 * size)?;
    drop(list.change(|items| {
        let cut = items.split_off(size.min(items.len()));
        items.resize(size, Value::Null);
        cut
    }));
    Ok(())
}

fn peek(vm: &mut Vm, list: &List) -> Res {
    let last = list.borrow().last().cloned();
    last.ok_or(())
        .map_err(|()| vm.throw_silent(&throwables::EMPTY_STACK_EXCEPTION))
}

fn pop(vm: &mut Vm, list: &List) -> Res {
    list.change(Vec::pop)
        .ok_or(())
        .map_err(|()| vm.throw_silent(&throwables::EMPTY_STACK_EXCEPTION))
}

fn push(list: &List, element: &Value) -> Value {
    list.change(|items| items.push(element.clone()));
    element.clone()
}

fn search(vm: &mut Vm, list: &List, element: &Value) -> Res<i32> {
    for (distance, index) in (0..list.len()).rev().enumerate() {
        vm.tick()?;
        if let Some(item) = list.get(index)
            && vm.java_equals(element, &item)?
        {
            return Ok(elements::int_size(distance) + 1);
        }
    }
    Ok(-1)
}
