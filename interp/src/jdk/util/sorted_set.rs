//! `java.util.SortedSet`, `NavigableSet` and `TreeSet`.
//!
//! The parts that Java gives as views (`headSet` and its kin) are copies here.

use super::comparison::By;
use super::elements::no_such_element;
use super::{collection, set};
use crate::jdk::lang::interfaces::{CLONEABLE, SERIALIZABLE};
use crate::registry::{Class, ClassId, Kind, class, interface, method, native, raw, slice};
use crate::value::{Key, Order, Set, Table, Value};
use crate::{Res, Vm, gdk};
use std::cmp::Ordering;
use std::rc::Rc;

/// `java.util.SortedSet`.
pub static CLASS: Class = interface("java.util.SortedSet")
    .doc("A set in the order of its elements.")
    .implements(&[&set::CLASS])
    .groovy(gdk::sorted_set::MEMBERS)
    .members(&[
        method("comparator(): Comparator", &native(comparator)).doc("The comparator; null for the natural order."),
        method("first(): Object", &native(first)).doc("The least element."),
        method("headSet(Object to): SortedSet", &native(head)).doc("The elements below one."),
        method("last(): Object", &native(last)).doc("The greatest element."),
        method("subSet(Object from, Object to): SortedSet", &native(part))
            .doc("The elements from one to below another."),
        method("tailSet(Object from): SortedSet", &native(tail)).doc("The elements from one on."),
    ]);

/// `java.util.NavigableSet`.
pub static NAVIGABLE: Class = interface("java.util.NavigableSet")
    .doc("A sorted set that finds neighbours.")
    .implements(&[&CLASS])
    .groovy(gdk::sorted_set::NAVIGABLE_MEMBERS)
    .members(&[
        method("ceiling(Object element): Object", &native(ceiling))
            .doc("The least element not below a value, or null."),
        method("descendingIterator(): Iterator", &native(descending_iterator))
            .doc("A walk from the greatest element to the least."),
        method("descendingSet(): NavigableSet", &native(descending)).doc("The elements in the opposite order."),
        method("floor(Object element): Object", &native(floor)).doc("The greatest element not above a value, or null."),
        method("headSet(Object to, boolean inclusive): NavigableSet", &native(head_to)).doc("The elements up to one."),
        method("higher(Object element): Object", &native(higher)).doc("The least element above a value, or null."),
        method("lower(Object element): Object", &native(lower)).doc("The greatest element below a value, or null."),
        method("pollFirst(): Object", &native(poll_first)).doc("Takes the least element, or gives null."),
        method("pollLast(): Object", &native(poll_last)).doc("Takes the greatest element, or gives null."),
        method(
            "subSet(Object from, boolean fromInclusive, Object to, boolean toInclusive): NavigableSet",
            &native(part_of),
        )
        .doc("The elements between two."),
        method(
            "tailSet(Object from, boolean inclusive): NavigableSet",
            &native(tail_from),
        )
        .doc("The elements from one on."),
    ]);

/// `java.util.TreeSet`.
pub static TREE_SET: Class = class("java.util.TreeSet")
    .doc("A sorted set.")
    .extends(&collection::ABSTRACT_SET)
    .implements(&[&NAVIGABLE, &CLONEABLE, &SERIALIZABLE])
    .members(&[
        raw(Kind::Constructor, "TreeSet()", &slice(create)),
        raw(Kind::Constructor, "TreeSet(Collection items)", &slice(create)),
        raw(Kind::Constructor, "TreeSet(Comparator order)", &slice(create)),
        raw(Kind::Constructor, "TreeSet(SortedSet items)", &slice(create)),
        method("clone(): Object", &native(copy)).doc("A new set with the same elements and order."),
    ]);

/// `java.util.concurrent.ConcurrentSkipListSet`.
pub static SKIP_LIST_SET: Class = class("java.util.concurrent.ConcurrentSkipListSet")
    .doc("A sorted set.")
    .extends(&collection::ABSTRACT_SET)
    .implements(&[&NAVIGABLE, &CLONEABLE, &SERIALIZABLE])
    .members(&[
        raw(Kind::Constructor, "ConcurrentSkipListSet()", &slice(create)),
        raw(
            Kind::Constructor,
            "ConcurrentSkipListSet(Collection items)",
            &slice(create),
        ),
        raw(
            Kind::Constructor,
            "ConcurrentSkipListSet(Comparator order)",
            &slice(create),
        ),
        method("clone(): Object", &native(copy)).doc("A new set with the same elements and order."),
    ]);

fn create(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let class = this.as_class().unwrap_or(ClassId::TREE_SET);
    let (items, order) = match args.first() {
        None | Some(Value::Null) => (None, Value::Null),
        Some(Value::Set(s)) if vm.is_subclass(s.class, ClassId::SORTED_SET) => (args.first(), s.extra.borrow().clone()),
        Some(v @ (Value::List(_) | Value::Set(_) | Value::Range(_) | Value::Array(_))) => (Some(v), Value::Null),
        Some(v) if super::elements::is_collection(vm, v) => (Some(v), Value::Null),
        Some(order) => (None, order.clone()),
    };
    let set = Set::of(class, Table::new(Order::Sorted), order);
    if let Some(items) = items {
        super::elements::fill_set(vm, &set, items)?;
    }
    Ok(Value::Set(set))
}

/// A new `TreeSet` with a comparator, or null for the natural order.
pub fn tree(comparator: Value) -> Rc<Set> {
    Set::of(ClassId::TREE_SET, Table::new(Order::Sorted), comparator)
}

fn copy(set: &Set) -> Rc<Set> {
    let (table, extra) = (set.borrow().clone(), set.extra.borrow().clone());
    Set::of(set.class, table, extra)
}

fn comparator(set: &Set) -> Value {
    set.extra.borrow().clone()
}

/// The least element, if there is one.
pub fn first_of(set: &Set) -> Option<Value> {
    set.borrow().entries.first().map(|(k, _)| k.value.clone())
}

/// `set.first()`.
pub fn first(vm: &mut Vm, set: &Set) -> Res {
    first_of(set).ok_or(()).map_err(|()| no_such_element(vm))
}

/// `set.last()`.
pub fn last(vm: &mut Vm, set: &Set) -> Res {
    let found = set.borrow().entries.last().map(|(k, _)| k.value.clone());
    found.ok_or(()).map_err(|()| no_such_element(vm))
}

/// How many keys of a sorted table stand below a value, and how many if it is counted itself.
pub fn bounds(vm: &mut Vm, keys: &[Value], order: &Value, value: &Value) -> Res<(usize, usize)> {
    let by = By::of_sorted(order);
    let (mut low, mut high) = (0, keys.len());
    while low < high {
        vm.tick()?;
        let middle = low.midpoint(high);
        let Some(key) = keys.get(middle) else { break };
        match by.compare(vm, key, value)? {
            Ordering::Less => low = middle + 1,
            Ordering::Greater => high = middle,
            Ordering::Equal => return Ok((middle, middle + 1)),
        }
    }
    if keys.is_empty() {
        // Java compares the value with itself, so that one without an order is noticed.
        by.compare(vm, value, value)?;
    }
    Ok((low, low))
}

fn place(vm: &mut Vm, set: &Set, value: &Value) -> Res<(usize, usize)> {
    let (keys, order) = (set.borrow().keys(), set.extra.borrow().clone());
    bounds(vm, &keys, &order, value)
}

fn at(set: &Set, index: Option<usize>) -> Option<Value> {
    index.and_then(|i| set.borrow().entries.get_index(i).map(|(k, _)| k.value.clone()))
}

fn lower(vm: &mut Vm, set: &Set, element: &Value) -> Res<Option<Value>> {
    let (below, _) = place(vm, set, element)?;
    Ok(at(set, below.checked_sub(1)))
}

fn floor(vm: &mut Vm, set: &Set, element: &Value) -> Res<Option<Value>> {
    let (_, upto) = place(vm, set, element)?;
    Ok(at(set, upto.checked_sub(1)))
}

fn ceiling(vm: &mut Vm, set: &Set, element: &Value) -> Res<Option<Value>> {
    let (below, _) = place(vm, set, element)?;
    Ok(at(set, Some(below)))
}

fn higher(vm: &mut Vm, set: &Set, element: &Value) -> Res<Option<Value>> {
    let (_, upto) = place(vm, set, element)?;
    Ok(at(set, Some(upto)))
}

fn poll_first(set: &Set) -> Option<Value> {
    set.change(|table| table.remove_at(0)).map(|(key, _)| key)
}

fn poll_last(set: &Set) -> Option<Value> {
    set.change(|table| table.entries.pop()).map(|(key, _)| key.value)
}

/// The elements from one position to before another, as a set of the same order.
pub fn between(set: &Set, from: usize, to: usize) -> Rc<Set> {
    let mut table = Table::new(Order::Sorted);
    let source = set.borrow();
    for (key, _) in source.entries.iter().skip(from).take(to.saturating_sub(from)) {
        table.insert(key.clone(), Value::Null);
    }
    Set::of(ClassId::TREE_SET, table, set.extra.borrow().clone())
}

fn head_to(vm: &mut Vm, set: &Set, to: &Value, inclusive: bool) -> Res<Rc<Set>> {
    let (below, upto) = place(vm, set, to)?;
    Ok(between(set, 0, if inclusive { upto } else { below }))
}

fn head(vm: &mut Vm, set: &Set, to: &Value) -> Res<Rc<Set>> {
    head_to(vm, set, to, false)
}

fn tail_from(vm: &mut Vm, set: &Set, from: &Value, inclusive: bool) -> Res<Rc<Set>> {
    let (below, upto) = place(vm, set, from)?;
    Ok(between(set, if inclusive { below } else { upto }, usize::MAX))
}

fn tail(vm: &mut Vm, set: &Set, from: &Value) -> Res<Rc<Set>> {
    tail_from(vm, set, from, true)
}

fn part_of(vm: &mut Vm, set: &Set, from: &Value, from_in: bool, to: &Value, to_in: bool) -> Res<Rc<Set>> {
    let order = set.extra.borrow().clone();
    if By::of_sorted(&order).compare(vm, from, to)? == Ordering::Greater {
        return Err(vm.illegal_argument("fromKey > toKey"));
    }
    let (first, after_first) = place(vm, set, from)?;
    let (last, after_last) = place(vm, set, to)?;
    let from = if from_in { first } else { after_first };
    Ok(between(set, from, if to_in { after_last } else { last }))
}

fn part(vm: &mut Vm, set: &Set, from: &Value, to: &Value) -> Res<Rc<Set>> {
    part_of(vm, set, from, true, to, false)
}

/// `set.descendingSet()`.
pub fn descending(vm: &mut Vm, set: &Set) -> Res<Rc<Set>> {
    let order = super::comparator::reverse(vm, &set.extra.borrow().clone())?;
    let mut table = Table::new(Order::Sorted);
    let keys: Vec<Key> = set.borrow().entries.keys().rev().cloned().collect();
    for key in keys {
        table.insert(key, Value::Null);
    }
    Ok(Set::of(ClassId::TREE_SET, table, order))
}

fn descending_iterator(vm: &mut Vm, set: &Set) -> Res {
    let keys: Vec<Value> = set.borrow().entries.keys().rev().map(|k| k.value.clone()).collect();
    super::iterator::of(vm, &Value::list(keys))
}
