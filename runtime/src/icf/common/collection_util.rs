//! `CollectionUtil`.

use crate::icf::{names, read_only, values};
use rovy_interp::registry::{Class, ClassId, Items, class, function, unbound};
use rovy_interp::value::{List, Map, Order, Set, Str, Table, Value};
use rovy_interp::{Res, Vm};
use std::rc::Rc;

/// `org.identityconnectors.common.CollectionUtil`.
pub static CLASS: Class = class("org.identityconnectors.common.CollectionUtil").members(&[
    function(
        "newCaseInsensitiveMap(): Map",
        &unbound(|vm: &mut Vm| sorted_map(vm, Vec::new())),
    )
    .doc("A sorted map whose keys ignore case."),
    function("newCaseInsensitiveSet(): Set", &unbound(|vm: &mut Vm| sorted_set(vm))),
    function(
        "nullAsEmpty(Map map): Map",
        &unbound(|v: &Value| {
            if v.is_null() {
                Value::Map(Map::empty())
            } else {
                v.clone()
            }
        }),
    ),
    function(
        "nullAsEmpty(Set set): Set",
        &unbound(|v: &Value| {
            if v.is_null() {
                Value::Set(Set::empty())
            } else {
                v.clone()
            }
        }),
    ),
    function(
        "nullAsEmpty(List list): List",
        &unbound(|v: &Value| {
            if v.is_null() {
                Value::list(Vec::new())
            } else {
                v.clone()
            }
        }),
    ),
    function(
        "nullAsEmpty(Collection items): Collection",
        &unbound(|v: &Value| {
            if v.is_null() {
                Value::list(Vec::new())
            } else {
                v.clone()
            }
        }),
    ),
    function("isEmpty(Collection items): boolean", &unbound(is_empty)),
    function(
        "newSet(Object... items): Set",
        &unbound(|vm: &mut Vm, items: &[Value]| read_only::hash_set(vm, items)),
    ),
    function(
        "newSet(Collection items): Set",
        &unbound(|vm: &mut Vm, items: &Value| of_items(vm, items, read_only::hash_set)),
    ),
    function(
        "newList(Object... items): List",
        &unbound(|items: &[Value]| items.to_vec()),
    ),
    function(
        "newList(Collection items): List",
        &unbound(|vm: &mut Vm, items: &Value| vm.items(items)),
    ),
    function(
        "newMap(Object key, Object value): Map",
        &unbound(|vm: &mut Vm, k: &Value, v: &Value| hash_map(vm, &[(k.clone(), v.clone())])),
    ),
    function("newMap(Map map): Map", &unbound(copy_map)),
    function(
        "newReadOnlyList(Object... items): List",
        &unbound(|vm: &mut Vm, items: &[Value]| read_only::list(vm, items.to_vec())),
    ),
    function("newReadOnlyList(Collection items): List", &unbound(read_only_list)),
    function(
        "newReadOnlySet(Object... items): Set",
        &unbound(|vm: &mut Vm, items: &[Value]| read_only::set(vm, items)),
    ),
    function(
        "newReadOnlySet(Collection items): Set",
        &unbound(|vm: &mut Vm, items: &Value| of_items(vm, items, read_only::set)),
    ),
    function("newReadOnlyMap(Map map): Map", &unbound(read_only_map)),
    function("asReadOnlyList(List items): List", &unbound(read_only_list)),
    function(
        "asReadOnlySet(Set items): Set",
        &unbound(|vm: &mut Vm, items: &Value| of_items(vm, items, read_only::ordered_set)),
    ),
    function("asReadOnlyMap(Map map): Map", &unbound(read_only_map)),
    function("union(Collection a, Collection b): Set", &unbound(union)),
    function("intersection(Collection a, Collection b): Set", &unbound(intersection)),
    function(
        "unique(Collection items): Set",
        &unbound(|vm: &mut Vm, items: &Value| of_items(vm, items, read_only::hash_set)),
    ),
    function("equals(Object a, Object b): boolean", &unbound(values::equal)),
    function(
        "equals(Object a, Object b, boolean ignoreCase): boolean",
        &unbound(equals_folded),
    ),
    function(
        "hashCode(Object value): int",
        &unbound(|vm: &mut Vm, v: &Value| vm.hash(v).map(|h| h as i32)),
    ),
]);

type MakeSet = fn(&mut Vm, &[Value]) -> Res<Rc<Set>>;

fn of_items(vm: &mut Vm, items: &Value, make: MakeSet) -> Res<Rc<Set>> {
    let items = vm.items(items)?;
    make(vm, &items)
}

fn is_empty(vm: &mut Vm, items: &Value) -> Res<bool> {
    Ok(vm.items(items)?.is_empty())
}

fn read_only_list(vm: &mut Vm, items: &Value) -> Res<Rc<List>> {
    let items = vm.items(items)?.into_vec();
    Ok(read_only::list(vm, items))
}

fn read_only_map(vm: &mut Vm, map: Option<&Map>) -> Res<Rc<Map>> {
    let pairs = map.map(|m| m.borrow().pairs()).unwrap_or_default();
    read_only::map(vm, &pairs)
}

fn hash_map(vm: &mut Vm, pairs: &[(Value, Value)]) -> Res<Rc<Map>> {
    let map = Map::of(ClassId::HASH_MAP, Table::new(Order::Buckets), Value::Null);
    for (key, value) in pairs {
        vm.map_put(&map, key, value.clone())?;
    }
    Ok(map)
}

fn copy_map(vm: &mut Vm, map: Option<&Map>) -> Res<Rc<Map>> {
    let pairs = map.map(|m| m.borrow().pairs()).unwrap_or_default();
    hash_map(vm, &pairs)
}

/// `String.CASE_INSENSITIVE_ORDER`.
fn ignoring_case(vm: &mut Vm) -> Res {
    match vm.class_by_name("java.lang.String") {
        Some(class) => vm.get_property(&Value::class(class), "CASE_INSENSITIVE_ORDER"),
        None => Ok(Value::Null),
    }
}

fn sorted_map(vm: &mut Vm, pairs: Vec<(Value, Value)>) -> Res {
    let order = ignoring_case(vm)?;
    let map = vm.construct(ClassId::TREE_MAP, &[order])?;
    for (key, value) in pairs {
        vm.call_method(&map, "put", &[key, value])?;
    }
    Ok(map)
}

fn sorted_set(vm: &mut Vm) -> Res {
    let order = ignoring_case(vm)?;
    vm.construct(ClassId::TREE_SET, &[order])
}

fn union(vm: &mut Vm, a: Items, b: Items) -> Res<Rc<Set>> {
    let mut items = vm.items(a.0)?;
    let more = vm.items(b.0)?;
    items.extend(vm, more.into_iter())?;
    read_only::hash_set(vm, &items)
}

fn intersection(vm: &mut Vm, a: Items, b: Items) -> Res<Rc<Set>> {
    let others = vm.items(b.0)?;
    let others = read_only::hash_set(vm, &others)?;
    let mut both = Vec::new();
    for item in vm.items(a.0)? {
        if vm.set_contains(&others, &item)? {
            both.push(item);
        }
    }
    read_only::hash_set(vm, &both)
}

fn equals_folded(vm: &mut Vm, a: &Value, b: &Value, ignore_case: bool) -> Res<bool> {
    match (a, b) {
        (Value::Str(a), Value::Str(b)) if ignore_case => Ok(same_text(a, b)),
        _ => values::equal(vm, a, b),
    }
}

fn same_text(a: &Str, b: &Str) -> bool {
    names::same(a, b)
}
