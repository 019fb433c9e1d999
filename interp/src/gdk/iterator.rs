//! What Groovy adds to `Iterator` and `Enumeration`, and its `BufferedIterator`.

use super::{collecting, count, grouping, indexing, join, ordering, searching, taking};
use crate::heap::Gathered;
use crate::jdk::util::elements::no_such_element;
use crate::jdk::util::iterator;
use crate::registry::{Class, Items, Member, class, interface, method, native};
use crate::semantics::iterate::Iter;
use crate::value::{HostType, Value};
use crate::{Res, Vm};
use std::cell::RefCell;

const TABLES: &[&[Member]] = &[
    OWN,
    searching::MEMBERS,
    collecting::MEMBERS,
    grouping::MEMBERS,
    ordering::MEMBERS,
    ordering::SORT_MEMBERS,
    ordering::UNIQUE_MEMBERS,
    taking::MEMBERS,
];

/// What Groovy adds to `Iterator`.
pub const MEMBERS: &[Member] = &join::<{ count(TABLES) }>(TABLES);

const OWN: &[Member] = &[
    method("asBoolean(): boolean", &native(as_boolean)).doc("Whether there is a next element."),
    method("buffered(): BufferedIterator", &native(buffered_of)).doc("A walk that can look at its next element."),
    method("getAt(int index): Object", &native(indexing::get_any))
        .doc("The element so far on; null where there is none."),
    method("iterator(): Iterator", &native(itself)).doc("The iterator itself."),
    method("reverse(): Iterator", &native(reverse)).doc("A walk over the elements left, from last to first."),
    method("size(): int", &native(taking::count)).doc("How many elements are left; none are afterwards."),
];

/// What Groovy adds to `Enumeration`.
pub const ENUMERATION_MEMBERS: &[Member] = &[
    method("asBoolean(): boolean", &native(has_more)).doc("Whether there is a next element."),
    method("iterator(): Iterator", &native(iterate)).doc("A walk over the elements left."),
    method("toList(): List", &native(to_list)).doc("A list of the elements left."),
    method("toSet(): Set", &native(to_set)).doc("A set of the elements left."),
];

fn itself(this: &Value) -> Value {
    this.clone()
}

fn as_boolean(vm: &mut Vm, this: &Value) -> Res<bool> {
    let more = vm.call_method(this, "hasNext", &[])?;
    vm.truth(&more)
}

fn has_more(vm: &mut Vm, this: &Value) -> Res<bool> {
    let more = vm.call_method(this, "hasMoreElements", &[])?;
    vm.truth(&more)
}

/// What an enumeration has left.
fn rest(vm: &mut Vm, this: &Value) -> Res<Gathered> {
    let mut out = Gathered::new();
    while has_more(vm, this)? {
        vm.tick()?;
        let next = vm.call_method(this, "nextElement", &[])?;
        out.push(vm, next)?;
    }
    Ok(out)
}

fn iterate(vm: &mut Vm, this: &Value) -> Res {
    let items = rest(vm, this)?;
    iterator::of(vm, &Value::from(items))
}

fn to_list(vm: &mut Vm, this: &Value) -> Res<Gathered> {
    rest(vm, this)
}

fn to_set(vm: &mut Vm, this: &Value) -> Res {
    let items = rest(vm, this)?;
    crate::jdk::util::set_kinds::hashed(vm, &items).map(Value::Set)
}

fn reverse(vm: &mut Vm, this: &Value) -> Res {
    let mut items = vm.items(this)?;
    items.reverse();
    iterator::of(vm, &Value::from(items))
}

/// `groovy.util.BufferedIterator`.
pub static BUFFERED: Class = interface("groovy.util.BufferedIterator")
    .doc("A walk that can look at its next element.")
    .implements(&[&iterator::CLASS]);

/// A walk that can look at its next element.
pub struct Buffered {
    rest: RefCell<Iter>,
    ahead: RefCell<Option<Value>>,
}

impl HostType for Buffered {
    const NAME: &'static str = "org.codehaus.groovy.runtime.DefaultGroovyMethods$2";
    fn class() -> &'static Class {
        &BUFFERED_CURSOR
    }
}

/// The class of walks that can look at their next element.
pub static BUFFERED_CURSOR: Class = class(Buffered::NAME).implements(&[&BUFFERED]).members(&[
    method("hasNext(): boolean", &native(has_next)).doc("Whether there is a next element."),
    method("head(): Object", &native(head)).doc("The next element, which stays the next."),
    method("next(): Object", &native(next)).doc("The next element."),
]);

/// `iterable.bufferedIterator()`, `iterator.buffered()`.
pub fn buffered_of(vm: &mut Vm, items: Items) -> Res<Buffered> {
    Ok(Buffered {
        rest: RefCell::new(vm.iterate(items.0)?),
        ahead: RefCell::default(),
    })
}

fn has_next(vm: &mut Vm, this: &Buffered) -> Res<bool> {
    if this.ahead.borrow().is_none() {
        let next = match this.rest.try_borrow_mut() {
            Ok(mut rest) => rest.next(vm)?,
            Err(_) => None,
        };
        this.ahead.replace(next);
    }
    Ok(this.ahead.borrow().is_some())
}

fn head(vm: &mut Vm, this: &Buffered) -> Res {
    has_next(vm, this)?;
    let ahead = this.ahead.borrow().clone();
    ahead.ok_or(()).map_err(|()| no_such_element(vm))
}

fn next(vm: &mut Vm, this: &Buffered) -> Res {
    has_next(vm, this)?;
    this.ahead.take().ok_or(()).map_err(|()| no_such_element(vm))
}
