//! Collections that the framework hands out: copies that cannot be changed.

use rovy_interp::registry::ClassId;
use rovy_interp::value::{Access, List, Map, Order, Set, Table};
use rovy_interp::{Res, Value, Vm};
use std::rc::Rc;

/// `CollectionUtil.newReadOnlyList`.
pub fn list(vm: &Vm, items: Vec<Value>) -> Rc<List> {
    let class = class(
        vm,
        "java.util.Collections$UnmodifiableRandomAccessList",
        ClassId::ARRAY_LIST,
    );
    List::restricted(class, Access::ReadOnly, items)
}

/// `CollectionUtil.newReadOnlySet`: iterates as a HashSet of the same elements.
pub fn set(vm: &mut Vm, items: &[Value]) -> Res<Rc<Set>> {
    let inner = hash_set(vm, items)?;
    Ok(read_only_set(vm, &inner))
}

/// A read-only set that keeps the order in which it was filled, as an EnumSet or sorted set behind it would.
pub fn ordered_set(vm: &mut Vm, items: &[Value]) -> Res<Rc<Set>> {
    let inner = fill_set(vm, Set::empty(), items)?;
    Ok(read_only_set(vm, &inner))
}

/// A HashSet of some elements.
pub fn hash_set(vm: &mut Vm, items: &[Value]) -> Res<Rc<Set>> {
    // As `new HashSet(collection)` sizes its table: never below sixteen buckets.
    let table = Table::with_capacity(Order::Buckets, (items.len() * 4 / 3 + 1).max(16));
    fill_set(vm, Set::of(ClassId::HASH_SET, table, Value::Null), items)
}

/// A HashSet to which elements were added one by one.
pub fn grown_set(vm: &mut Vm, items: &[Value]) -> Res<Rc<Set>> {
    let empty = Set::of(ClassId::HASH_SET, Table::new(Order::Buckets), Value::Null);
    fill_set(vm, empty, items)
}

fn fill_set(vm: &mut Vm, set: Rc<Set>, items: &[Value]) -> Res<Rc<Set>> {
    for item in items {
        vm.set_add(&set, item)?;
    }
    Ok(set)
}

fn read_only_set(vm: &Vm, inner: &Rc<Set>) -> Rc<Set> {
    let class = class(vm, "java.util.Collections$UnmodifiableSet", ClassId::HASH_SET);
    Set::view(class, Access::ReadOnly, inner)
}

/// `CollectionUtil.asReadOnlyMap` of a map that keeps the order in which it was filled.
pub fn map(vm: &mut Vm, pairs: &[(Value, Value)]) -> Res<Rc<Map>> {
    read_only_map(vm, Map::empty(), pairs)
}

/// `Collections.unmodifiableSortedMap` of a sorted map.
pub fn sorted_map(vm: &Vm, inner: &Rc<Map>) -> Rc<Map> {
    let class = class(vm, "java.util.Collections$UnmodifiableSortedMap", ClassId::TREE_MAP);
    Map::view(class, Access::ReadOnly, inner, Value::Null)
}

/// A HashMap's entries in its order, read-only.
pub fn hash_map(vm: &mut Vm, pairs: &[(Value, Value)]) -> Res<Rc<Map>> {
    let inner = Map::of(ClassId::HASH_MAP, Table::new(Order::Buckets), Value::Null);
    read_only_map(vm, inner, pairs)
}

fn read_only_map(vm: &mut Vm, inner: Rc<Map>, pairs: &[(Value, Value)]) -> Res<Rc<Map>> {
    for (key, value) in pairs {
        vm.map_put(&inner, key, value.clone())?;
    }
    let class = class(vm, "java.util.Collections$UnmodifiableMap", ClassId::LINKED_HASH_MAP);
    Ok(Map::view(class, Access::ReadOnly, &inner, Value::Null))
}

fn class(vm: &Vm, name: &str, otherwise: ClassId) -> ClassId {
    vm.class_by_name(name).unwrap_or(otherwise)
}
