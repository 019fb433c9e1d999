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
    function(
        "newMap(Object[] keys, Object[] values): Map",
        &unbound(|vm: &mut Vm, keys: Items, values: Items| map_of_lists(vm, keys, values)),
    ),
    function(
        "newMap(Object k0, Object v0, Object k1, Object v1): Map",
        &unbound(|vm: &mut Vm, a: &Value, b: &Value, c: &Value, d: &Value| alternating(vm, &[a, b, c, d])),
    ),
    function(
        "newMap(Object k0, Object v0, Object k1, Object v1, Object k2, Object v2): Map",
        &unbound(
            |vm: &mut Vm, a: &Value, b: &Value, c: &Value, d: &Value, e: &Value, f: &Value| {
                alternating(vm, &[a, b, c, d, e, f])
            },
        ),
    ),
    function(
        "newMapFromLists(List keys, List values): Map",
        &unbound(|vm: &mut Vm, keys: Items, values: Items| map_of_lists(vm, keys, values)),
    ),
    function("newSortedList(Collection items): List", &unbound(sorted_list)),
    function(
        "isCaseInsensitiveMap(Map map): boolean",
        &unbound(|vm: &mut Vm, map: &Value| ignores_case(vm, map)),
    ),
    function(
        "isCaseInsensitiveSet(Set set): boolean",
        &unbound(|vm: &mut Vm, set: &Value| ignores_case(vm, set)),
    ),
    function(
        "forceCompare(Object a, Object b): int",
        &unbound(|vm: &mut Vm, a: &Value, b: &Value| vm.call_method(a, "compareTo", std::slice::from_ref(b))),
    ),
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
        &unbound(|vm: &mut Vm, items: &Value| of_items(vm, items, read_only::set)),
    ),
    function("equals(Object a, Object b): boolean", &unbound(values::equal)),
    function(
        "equals(Object a, Object b, boolean ignoreCase): boolean",
        &unbound(equals_folded),
    ),
    function("hashCode(Object value): int", &unbound(hash_sum)),
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

/// Keys and values by turns.
fn alternating(vm: &mut Vm, items: &[&Value]) -> Res<Rc<Map>> {
    let pair = |two: &[&Value]| Some(((*two.first()?).clone(), (*two.get(1)?).clone()));
    let pairs: Vec<(Value, Value)> = items.chunks(2).filter_map(pair).collect();
    hash_map(vm, &pairs)
}

fn map_of_lists(vm: &mut Vm, keys: Items, values: Items) -> Res<Rc<Map>> {
    let (keys, values) = (vm.items(keys.0)?, vm.items(values.0)?);
    let pairs: Vec<(Value, Value)> = keys.into_iter().zip(values).collect();
    hash_map(vm, &pairs)
}

fn sorted_list(vm: &mut Vm, items: Items) -> Res {
    let copy = Value::list(vm.items(items.0)?.into_vec());
    vm.call_method(&copy, "sort", &[])
}

/// Whether a sorted collection orders its keys without regard to case.
fn ignores_case(vm: &mut Vm, sorted: &Value) -> Res<bool> {
    if !matches!(sorted.class_id(), ClassId::TREE_MAP | ClassId::TREE_SET) {
        return Ok(false);
    }
    let order = vm.call_method(sorted, "comparator", &[])?;
    let ignoring = ignoring_case(vm)?;
    Ok(order.same(&ignoring))
}

/// The sum of the elements' hash codes, of a map that of its values; other values' own.
fn hash_sum(vm: &mut Vm, value: &Value) -> Res<i32> {
    let items = match value {
        Value::Null => return Ok(0),
        Value::Map(map) => map.borrow().pairs().into_iter().map(|(_, v)| v).collect(),
        Value::List(_) | Value::Set(_) | Value::Range(_) | Value::Array(_) => vm.items(value)?.into_vec(),
        other => return vm.hash(other).map(|h| h as i32),
    };
    let mut sum = 0i32;
    for item in items {
        sum = sum.wrapping_add(vm.nested(|vm| hash_sum(vm, &item))?);
    }
    Ok(sum)
}

/// `String.CASE_INSENSITIVE_ORDER`.
fn ignoring_case(vm: &mut Vm) -> Res {
    match vm.class_by_name("java.lang.String") {
        Some(class) => vm.get_property(&Value::class(class), "CASE_INSENSITIVE_ORDER"),
        None => Ok(Value::Null),
    }
}

/// A `newCaseInsensitiveMap()` of some entries.
pub fn sorted_map(vm: &mut Vm, pairs: Vec<(Value, Value)>) -> Res {
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
    read_only::set(vm, &items)
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
    read_only::set(vm, &both)
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
