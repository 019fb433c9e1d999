//! `java.util.SortedMap`, `NavigableMap` and `TreeMap`.
//!
//! The parts that Java gives as views (`headMap` and its kin) are copies here.

use super::comparison::By;
use super::elements::no_such_element;
use super::{map, map_kinds, sorted_set};
use crate::jdk::lang::interfaces::{CLONEABLE, SERIALIZABLE};
use crate::registry::{Class, ClassId, Kind, class, interface, method, native, raw, slice};
use crate::value::{Key, Map, Order, Set, Table, Value};
use crate::{Res, Vm, gdk};
use std::cmp::Ordering;
use std::rc::Rc;

/// `java.util.SortedMap`.
pub static CLASS: Class = interface("java.util.SortedMap")
    .doc("A map in the order of its keys.")
    .implements(&[&map::CLASS])
    .groovy(gdk::map::SORTED_MEMBERS)
    .members(&[
        method("comparator(): Comparator", &native(comparator)).doc("The comparator; null for the natural order."),
        method("firstKey(): Object", &native(first_key)).doc("The least key."),
        method("headMap(Object to): SortedMap", &native(head)).doc("The entries below a key."),
        method("lastKey(): Object", &native(last_key)).doc("The greatest key."),
        method("subMap(Object from, Object to): SortedMap", &native(part))
            .doc("The entries from one key to below another."),
        method("tailMap(Object from): SortedMap", &native(tail)).doc("The entries from a key on."),
    ]);

/// `java.util.NavigableMap`.
pub static NAVIGABLE: Class = interface("java.util.NavigableMap")
    .doc("A sorted map that finds neighbours.")
    .implements(&[&CLASS])
    .members(&[
        method("ceilingEntry(Object key): Map.Entry", &native(ceiling_entry))
            .doc("The entry of the least key not below one, or null."),
        method("ceilingKey(Object key): Object", &native(ceiling_key)).doc("The least key not below one, or null."),
        method("descendingKeySet(): NavigableSet", &native(descending_keys)).doc("The keys in the opposite order."),
        method("descendingMap(): NavigableMap", &native(descending)).doc("The entries in the opposite order."),
        method("firstEntry(): Map.Entry", &native(first_entry)).doc("The entry of the least key, or null."),
        method("floorEntry(Object key): Map.Entry", &native(floor_entry))
            .doc("The entry of the greatest key not above one, or null."),
        method("floorKey(Object key): Object", &native(floor_key)).doc("The greatest key not above one, or null."),
        method("headMap(Object to, boolean inclusive): NavigableMap", &native(head_to)).doc("The entries up to a key."),
        method("higherEntry(Object key): Map.Entry", &native(higher_entry))
            .doc("The entry of the least key above one, or null."),
        method("higherKey(Object key): Object", &native(higher_key)).doc("The least key above one, or null."),
        method("lastEntry(): Map.Entry", &native(last_entry)).doc("The entry of the greatest key, or null."),
        method("lowerEntry(Object key): Map.Entry", &native(lower_entry))
            .doc("The entry of the greatest key below one, or null."),
        method("lowerKey(Object key): Object", &native(lower_key)).doc("The greatest key below one, or null."),
        method("navigableKeySet(): NavigableSet", &native(map::key_set)).doc("A view of the keys."),
        method("pollFirstEntry(): Map.Entry", &native(poll_first))
            .doc("Takes the entry of the least key, or gives null."),
        method("pollLastEntry(): Map.Entry", &native(poll_last))
            .doc("Takes the entry of the greatest key, or gives null."),
        method(
            "subMap(Object from, boolean fromInclusive, Object to, boolean toInclusive): NavigableMap",
            &native(part_of),
        )
        .doc("The entries between two keys."),
        method(
            "tailMap(Object from, boolean inclusive): NavigableMap",
            &native(tail_from),
        )
        .doc("The entries from a key on."),
    ]);

/// `java.util.TreeMap`.
pub static TREE_MAP: Class = class("java.util.TreeMap")
    .doc("A sorted map.")
    .extends(&map::ABSTRACT_MAP)
    .implements(&[&NAVIGABLE, &CLONEABLE, &SERIALIZABLE])
    .members(&[
        raw(Kind::Constructor, "TreeMap()", &slice(create)),
        raw(Kind::Constructor, "TreeMap(Comparator order)", &slice(create)),
        raw(Kind::Constructor, "TreeMap(Map other)", &slice(create)),
        raw(Kind::Constructor, "TreeMap(SortedMap other)", &slice(create)),
        method("clone(): Object", &native(map_kinds::copy)).doc("A new map with the same entries and order."),
    ]);

/// `java.util.concurrent.ConcurrentSkipListMap`.
pub static SKIP_LIST_MAP: Class = class("java.util.concurrent.ConcurrentSkipListMap")
    .doc("A sorted map.")
    .extends(&map::ABSTRACT_MAP)
    .implements(&[&NAVIGABLE, &map_kinds::CONCURRENT_MAP, &CLONEABLE, &SERIALIZABLE])
    .members(&[
        raw(Kind::Constructor, "ConcurrentSkipListMap()", &slice(create)),
        raw(
            Kind::Constructor,
            "ConcurrentSkipListMap(Comparator order)",
            &slice(create),
        ),
        raw(Kind::Constructor, "ConcurrentSkipListMap(Map other)", &slice(create)),
        method("clone(): Object", &native(map_kinds::copy)).doc("A new map with the same entries and order."),
    ]);

fn create(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let class = this.as_class().unwrap_or(ClassId::TREE_MAP);
    let (other, order) = match args.first() {
        None | Some(Value::Null) => (None, Value::Null),
        Some(v @ Value::Map(m)) if m.borrow().order == Order::Sorted => (Some(v), m.extra.borrow().clone()),
        Some(v @ Value::Map(_)) => (Some(v), Value::Null),
        Some(v) if vm.is_instance(v, ClassId::MAP) => (Some(v), Value::Null),
        Some(order) => (None, order.clone()),
    };
    let map = Map::of(class, Table::new(Order::Sorted), order);
    if let Some(other) = other {
        map::fill(vm, &map, crate::registry::Items(other))?;
    }
    Ok(Value::Map(map))
}

/// A new `TreeMap` with a comparator, or null for the natural order.
pub fn tree(comparator: Value) -> Rc<Map> {
    Map::of(ClassId::TREE_MAP, Table::new(Order::Sorted), comparator)
}

fn comparator(map: &Map) -> Value {
    map.extra.borrow().clone()
}

fn pair_at(map: &Map, index: Option<usize>) -> Option<(Value, Value)> {
    let table = map.borrow();
    index
        .and_then(|i| table.entries.get_index(i))
        .map(|(k, v)| (k.value.clone(), v.clone()))
}

fn entry_at(map: &Map, index: Option<usize>) -> Option<Value> {
    pair_at(map, index).map(|(key, value)| super::map_entry::immutable(&key, &value))
}

fn key_at(map: &Map, index: Option<usize>) -> Option<Value> {
    pair_at(map, index).map(|(key, _)| key)
}

fn last_index(map: &Map) -> Option<usize> {
    map.len().checked_sub(1)
}

fn first_key(vm: &mut Vm, map: &Map) -> Res {
    key_at(map, Some(0)).ok_or(()).map_err(|()| no_such_element(vm))
}

fn last_key(vm: &mut Vm, map: &Map) -> Res {
    key_at(map, last_index(map)).ok_or(()).map_err(|()| no_such_element(vm))
}

fn first_entry(map: &Map) -> Option<Value> {
    entry_at(map, Some(0))
}

fn last_entry(map: &Map) -> Option<Value> {
    entry_at(map, last_index(map))
}

fn place(vm: &mut Vm, map: &Map, key: &Value) -> Res<(usize, usize)> {
    let (keys, order) = (map.borrow().keys(), map.extra.borrow().clone());
    sorted_set::bounds(vm, &keys, &order, key)
}

fn lower(vm: &mut Vm, map: &Map, key: &Value) -> Res<Option<usize>> {
    Ok(place(vm, map, key)?.0.checked_sub(1))
}

fn floor(vm: &mut Vm, map: &Map, key: &Value) -> Res<Option<usize>> {
    Ok(place(vm, map, key)?.1.checked_sub(1))
}

fn ceiling(vm: &mut Vm, map: &Map, key: &Value) -> Res<Option<usize>> {
    Ok(Some(place(vm, map, key)?.0))
}

fn higher(vm: &mut Vm, map: &Map, key: &Value) -> Res<Option<usize>> {
    Ok(Some(place(vm, map, key)?.1))
}

fn lower_key(vm: &mut Vm, map: &Map, key: &Value) -> Res<Option<Value>> {
    Ok(key_at(map, lower(vm, map, key)?))
}

fn floor_key(vm: &mut Vm, map: &Map, key: &Value) -> Res<Option<Value>> {
    Ok(key_at(map, floor(vm, map, key)?))
}

fn ceiling_key(vm: &mut Vm, map: &Map, key: &Value) -> Res<Option<Value>> {
    Ok(key_at(map, ceiling(vm, map, key)?))
}

fn higher_key(vm: &mut Vm, map: &Map, key: &Value) -> Res<Option<Value>> {
    Ok(key_at(map, higher(vm, map, key)?))
}

fn lower_entry(vm: &mut Vm, map: &Map, key: &Value) -> Res<Option<Value>> {
    Ok(entry_at(map, lower(vm, map, key)?))
}

fn floor_entry(vm: &mut Vm, map: &Map, key: &Value) -> Res<Option<Value>> {
    Ok(entry_at(map, floor(vm, map, key)?))
}

fn ceiling_entry(vm: &mut Vm, map: &Map, key: &Value) -> Res<Option<Value>> {
    Ok(entry_at(map, ceiling(vm, map, key)?))
}

fn higher_entry(vm: &mut Vm, map: &Map, key: &Value) -> Res<Option<Value>> {
    Ok(entry_at(map, higher(vm, map, key)?))
}

fn poll_first(map: &Map) -> Option<Value> {
    map.change(|table| table.remove_at(0))
        .map(|(key, value)| super::map_entry::immutable(&key, &value))
}

fn poll_last(map: &Map) -> Option<Value> {
    map.change(|table| table.entries.pop())
        .map(|(key, value)| super::map_entry::immutable(&key.value, &value))
}

fn between(map: &Map, from: usize, to: usize) -> Rc<Map> {
    let mut table = Table::new(Order::Sorted);
    for (key, value) in map.borrow().entries.iter().skip(from).take(to.saturating_sub(from)) {
        table.insert(key.clone(), value.clone());
    }
    Map::of(ClassId::TREE_MAP, table, map.extra.borrow().clone())
}

fn head_to(vm: &mut Vm, map: &Map, to: &Value, inclusive: bool) -> Res<Rc<Map>> {
    let (below, upto) = place(vm, map, to)?;
    Ok(between(map, 0, if inclusive { upto } else { below }))
}

fn head(vm: &mut Vm, map: &Map, to: &Value) -> Res<Rc<Map>> {
    head_to(vm, map, to, false)
}

fn tail_from(vm: &mut Vm, map: &Map, from: &Value, inclusive: bool) -> Res<Rc<Map>> {
    let (below, upto) = place(vm, map, from)?;
    Ok(between(map, if inclusive { below } else { upto }, usize::MAX))
}

fn tail(vm: &mut Vm, map: &Map, from: &Value) -> Res<Rc<Map>> {
    tail_from(vm, map, from, true)
}

fn part_of(vm: &mut Vm, map: &Map, from: &Value, from_in: bool, to: &Value, to_in: bool) -> Res<Rc<Map>> {
    let order = map.extra.borrow().clone();
    if By::of_sorted(&order).compare(vm, from, to)? == Ordering::Greater {
        return Err(vm.illegal_argument("fromKey > toKey"));
    }
    let (first, after_first) = place(vm, map, from)?;
    let (last, after_last) = place(vm, map, to)?;
    let from = if from_in { first } else { after_first };
    Ok(between(map, from, if to_in { after_last } else { last }))
}

fn part(vm: &mut Vm, map: &Map, from: &Value, to: &Value) -> Res<Rc<Map>> {
    part_of(vm, map, from, true, to, false)
}

fn descending(vm: &mut Vm, map: &Map) -> Res<Rc<Map>> {
    let order = super::comparator::reverse(vm, &map.extra.borrow().clone())?;
    let mut table = Table::new(Order::Sorted);
    let entries: Vec<(Key, Value)> = map
        .borrow()
        .entries
        .iter()
        .rev()
        .map(|(k, v)| (k.clone(), v.clone()))
        .collect();
    for (key, value) in entries {
        table.insert(key, value);
    }
    Ok(Map::of(ClassId::TREE_MAP, table, order))
}

fn descending_keys(vm: &mut Vm, map: &Map) -> Res<Rc<Set>> {
    let reversed = descending(vm, map)?;
    Ok(map::key_set(&reversed))
}
