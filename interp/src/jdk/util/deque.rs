//! `java.util.Queue` and `java.util.Deque`, over the lists that are queues: `LinkedList` and `ArrayDeque`.

use super::elements::{self, no_such_element};
use super::{array_deque, collection};
use crate::jdk::throwables;
use crate::registry::{Class, Member, interface, method, native};
use crate::value::{List, Value};
use crate::{Res, Vm, gdk};
use std::rc::Rc;

/// `java.util.Queue`.
pub static QUEUE: Class = interface("java.util.Queue")
    .doc("Elements to be taken one after the other.")
    .implements(&[&collection::CLASS])
    .members(&[
        method("element(): Object", &native(first)).doc("The next element, or an exception."),
        method("offer(Object element): boolean", &native(elements::add)).doc("Adds an element at the end."),
        method("peek(): Object", &native(peek_first)).doc("The next element, or null."),
        method("poll(): Object", &native(poll_first)).doc("Takes the next element, or gives null."),
        REMOVE,
    ]);

/// `java.util.Deque`.
pub static CLASS: Class = interface("java.util.Deque")
    .doc("A queue with two ends.")
    .implements(&[&QUEUE])
    .groovy(gdk::list::DEQUE_MEMBERS)
    .members(&[
        method("addFirst(Object element): void", &native(add_first)).doc("Adds an element at the front."),
        method("addLast(Object element): void", &native(add_last)).doc("Adds an element at the end."),
        method("descendingIterator(): Iterator", &native(descending)).doc("A walk from the last element to the first."),
        GET_FIRST,
        GET_LAST,
        method("offerFirst(Object element): boolean", &native(offer_first)).doc("Adds an element at the front."),
        method("offerLast(Object element): boolean", &native(elements::add)).doc("Adds an element at the end."),
        method("peekFirst(): Object", &native(peek_first)).doc("The first element, or null."),
        method("peekLast(): Object", &native(peek_last)).doc("The last element, or null."),
        method("pollFirst(): Object", &native(poll_first)).doc("Takes the first element, or gives null."),
        method("pollLast(): Object", &native(poll_last)).doc("Takes the last element, or gives null."),
        POP,
        PUSH,
        REMOVE_FIRST,
        method(
            "removeFirstOccurrence(Object element): boolean",
            &native(elements::remove),
        )
        .doc("Removes the first equal element."),
        REMOVE_LAST,
        method(
            "removeLastOccurrence(Object element): boolean",
            &native(remove_last_occurrence),
        )
        .doc("Removes the last equal element."),
    ]);

/// `getFirst()`.
pub const GET_FIRST: Member = method("getFirst(): Object", &native(first)).doc("The first element, or an exception.");
/// `getLast()`.
pub const GET_LAST: Member = method("getLast(): Object", &native(last)).doc("The last element, or an exception.");
/// `pop()`.
pub const POP: Member = method("pop(): Object", &native(remove_first)).doc("Takes the first element, or throws.");
/// `push(element)`.
pub const PUSH: Member = method("push(Object element): void", &native(add_first)).doc("Adds an element at the front.");
/// `remove()`.
pub const REMOVE: Member = method("remove(): Object", &native(remove_first)).doc("Takes the next element, or throws.");
/// `removeFirst()`.
pub const REMOVE_FIRST: Member =
    method("removeFirst(): Object", &native(remove_first)).doc("Takes the first element, or throws.");
/// `removeLast()`.
pub const REMOVE_LAST: Member =
    method("removeLast(): Object", &native(remove_last)).doc("Takes the last element, or throws.");

fn peek_first(list: &List) -> Option<Value> {
    list.get(0)
}

fn peek_last(list: &List) -> Option<Value> {
    list.borrow().last().cloned()
}

fn poll_first(list: &List) -> Option<Value> {
    list.change(|items| if items.is_empty() { None } else { Some(items.remove(0)) })
}

fn poll_last(list: &List) -> Option<Value> {
    list.change(Vec::pop)
}

fn or_throw(vm: &mut Vm, element: Option<Value>) -> Res {
    element.ok_or(()).map_err(|()| no_such_element(vm))
}

fn first(vm: &mut Vm, list: &List) -> Res {
    or_throw(vm, peek_first(list))
}

fn last(vm: &mut Vm, list: &List) -> Res {
    or_throw(vm, peek_last(list))
}

fn remove_first(vm: &mut Vm, list: &List) -> Res {
    or_throw(vm, poll_first(list))
}

fn remove_last(vm: &mut Vm, list: &List) -> Res {
    or_throw(vm, poll_last(list))
}

fn add_first(vm: &mut Vm, list: &List, element: &Value) -> Res<()> {
    if element.is_null() && array_deque::refuses_null(list) {
        return Err(vm.throw_silent(&throwables::NULL_POINTER_EXCEPTION));
    }
    list.change(|items| items.insert(0, element.clone()));
    Ok(())
}

fn add_last(vm: &mut Vm, this: &Value, element: &Value) -> Res<()> {
    elements::add(vm, this, element).map(|_| ())
}

fn offer_first(vm: &mut Vm, list: &List, element: &Value) -> Res<bool> {
    add_first(vm, list, element).map(|()| true)
}

fn remove_last_occurrence(vm: &mut Vm, list: &List, element: &Value) -> Res<bool> {
    for index in (0..list.len()).rev() {
        vm.tick()?;
        if let Some(item) = list.get(index)
            && vm.java_equals(element, &item)?
        {
            drop(list.change(|items| (index < items.len()).then(|| items.remove(index))));
            return Ok(true);
        }
    }
    Ok(false)
}

fn descending(vm: &mut Vm, list: &Rc<List>) -> Res {
    let mut items = list.to_vec();
    items.reverse();
    super::iterator::of(vm, &Value::list(items))
}
