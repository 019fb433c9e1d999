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
    let class = class(vm, "java.util.Collections$UnmodifiableSet", ClassId::HASH_SET);
    let table = Table::new(Order::Buckets);
    table.presize(items.len());
    let set = Set::restricted(class, Access::ReadOnly, table);
    fill(vm, set, items)
}

/// A read-only set that keeps the order in which it was filled, as an EnumSet or sorted set behind it would.
pub fn ordered_set(vm: &mut Vm, items: &[Value]) -> Res<Rc<Set>> {
    let class = class(vm, "java.util.Collections$UnmodifiableSet", ClassId::LINKED_HASH_SET);
    let set = Set::restricted(class, Access::ReadOnly, Table::new(Order::Insertion));
    fill(vm, set, items)
}

/// A HashSet of some elements.
pub fn hash_set(vm: &mut Vm, items: &[Value]) -> Res<Rc<Set>> {
    let table = Table::new(Order::Buckets);
    table.presize(items.len());
    fill(vm, Set::of(ClassId::HASH_SET, table, Value::Null), items)
}

fn fill(vm: &mut Vm, set: Rc<Set>, items: &[Value]) -> Res<Rc<Set>> {
    for item in items {
        vm.set_add(&set, item)?;
    }
    Ok(set)
}

/// `CollectionUtil.asReadOnlyMap` of a map that keeps the order in which it was filled.
pub fn map(vm: &mut Vm, pairs: &[(Value, Value)]) -> Res<Rc<Map>> {
    let class = class(vm, "java.util.Collections$UnmodifiableMap", ClassId::LINKED_HASH_MAP);
    let map = Map::restricted(class, Access::ReadOnly, Table::new(Order::Insertion));
    for (key, value) in pairs {
        vm.map_put(&map, key, value.clone())?;
    }
    Ok(map)
}

/// A HashMap's entries in its order, read-only.
pub fn hash_map(vm: &mut Vm, pairs: &[(Value, Value)]) -> Res<Rc<Map>> {
    let class = class(vm, "java.util.Collections$UnmodifiableMap", ClassId::HASH_MAP);
    let map = Map::restricted(class, Access::ReadOnly, Table::new(Order::Buckets));
    for (key, value) in pairs {
        vm.map_put(&map, key, value.clone())?;
    }
    Ok(map)
}

fn class(vm: &Vm, name: &str, otherwise: ClassId) -> ClassId {
    vm.class_by_name(name).unwrap_or(otherwise)
}
