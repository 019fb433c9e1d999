//! `java.util.Map`: what all kinds of maps have.

use super::elements::{int_size, permit};
use super::{immutable, map_kinds, map_views};
use crate::jdk::throwables;
use crate::registry::{Class, Func, Items, Kind, class, function, interface, method, native, raw, slice, unbound};
use crate::value::{Access, Map, Set, Table, Value};
use crate::{Res, Vm, gdk};
use std::rc::Rc;

/// `java.util.Map`.
pub static CLASS: Class = interface("java.util.Map")
    .doc("Values by key.")
    .groovy(gdk::map::MEMBERS)
    .members(&[
        method("clear(): void", &native(clear)).doc("Removes all entries."),
        method("compute(Object key, BiFunction change): Object", &native(compute))
            .doc("Replaces a value by what the function makes of key and value; null removes."),
        method(
            "computeIfAbsent(Object key, Function maker): Object",
            &native(compute_if_absent),
        )
        .doc("The value, made and put if there is none."),
        method(
            "computeIfPresent(Object key, BiFunction change): Object",
            &native(compute_if_present),
        )
        .doc("Replaces a value that is there; null removes."),
        method("containsKey(Object key): boolean", &native(contains_key)).doc("Whether there is such a key."),
        method("containsValue(Object value): boolean", &native(contains_value))
            .doc("Whether some key has an equal value."),
        method("entrySet(): Set", &native(map_views::entries)).doc("A view of the entries."),
        method("forEach(BiConsumer action): void", &native(for_each)).doc("Calls the action with each key and value."),
        method("get(Object key): Object", &native(get)).doc("The value of a key, or null."),
        method(
            "getOrDefault(Object key, Object other): Object",
            &native(get_or_default),
        )
        .doc("The value of a key, or another one where there is no such key."),
        method("isEmpty(): boolean", &native(is_empty)).doc("Whether there are no entries."),
        method("keySet(): Set", &native(key_set)).doc("A view of the keys."),
        method(
            "merge(Object key, Object value, BiFunction join): Object",
            &native(merge),
        )
        .doc("Puts a value, or what the function makes of the old and the new one."),
        method("put(Object key, Object value): Object", &native(put)).doc("Sets a value; gives the old one."),
        method("putAll(Map other): void", &native(put_all)).doc("Puts all entries of another map."),
        method("putIfAbsent(Object key, Object value): Object", &native(put_if_absent))
            .doc("Sets a value unless there is one; gives that."),
        method("remove(Object key): Object", &native(remove)).doc("Removes an entry; gives its value."),
        method("remove(Object key, Object value): boolean", &native(remove_pair))
            .doc("Removes an entry that has this value."),
        method("replace(Object key, Object value): Object", &native(replace))
            .doc("Sets the value of a key that is there."),
        method(
            "replace(Object key, Object old, Object value): boolean",
            &native(replace_pair),
        )
        .doc("Sets the value of a key that has the old value."),
        method("replaceAll(BiFunction change): void", &native(replace_all))
            .doc("Replaces each value by what the function makes of key and value."),
        method("size(): int", &native(size)).doc("The number of entries."),
        method("values(): Collection", &native(map_views::values)).doc("A view of the values."),
        function("copyOf(Map other): Map", &unbound(copy_of)).doc("An immutable copy."),
        function("entry(Object key, Object value): Map.Entry", &unbound(entry)).doc("An immutable entry."),
        raw(Kind::Static, "of(Object... pairs): Map", &slice(of)).doc("An immutable map of keys and values by turns."),
        function("ofEntries(Map.Entry... entries): Map", &unbound(of_entries)).doc("An immutable map of some entries."),
    ]);

/// `java.util.AbstractMap`.
pub static ABSTRACT_MAP: Class = class("java.util.AbstractMap").abstract_class().implements(&[&CLASS]);

/// The map that a view shows; any other map itself.
pub fn base(map: &Rc<Map>) -> &Rc<Map> {
    map.viewed().unwrap_or(map)
}

/// What belongs to the kind of a map or of the one it shows: a sorted map's comparator.
pub fn base_extra(map: &Map) -> Value {
    let extra = &map.viewed().map_or(&map.extra, |base| &base.extra);
    extra.borrow().clone()
}

/// Throws for a null that the map's class does not take.
#[inline]
fn check_null(vm: &mut Vm, map: &Map, value: &Value) -> Res<()> {
    if value.is_null() && map_kinds::refuses_null(map.class) {
        return Err(vm.throw_silent(&throwables::NULL_POINTER_EXCEPTION));
    }
    Ok(())
}

/// Throws unless an entry may be put.
fn check_put(vm: &mut Vm, map: &Map, key: &Value, value: &Value) -> Res<()> {
    permit(vm, map.access.adds())?;
    check_null(vm, map, key)?;
    check_null(vm, map, value)
}

/// `map.get(key)`, as the map's class answers it: a map with defaults makes up what is missing.
pub fn get(vm: &mut Vm, map: &Rc<Map>, key: &Value) -> Res {
    check_null(vm, map, key)?;
    if map.class == super::enum_kinds::ENUM_MAP.id() && !super::enum_kinds::is_constant(vm, key) {
        return Ok(Value::Null);
    }
    match vm.map_get(base(map), key)? {
        Some(value) => Ok(value),
        None if map.class == gdk::map_with_default::CLASS.id() => gdk::map_with_default::missing(vm, map, key),
        None => Ok(Value::Null),
    }
}

/// `map.put(key, value)`, as the map's class takes it.
pub fn put(vm: &mut Vm, map: &Rc<Map>, key: &Value, value: &Value) -> Res {
    check_put(vm, map, key, value)?;
    if map.class == gdk::map_with_default::CLASS.id() && gdk::map_with_default::shrinks(vm, map, key, value)? {
        return remove(vm, map, key);
    }
    Ok(vm.map_put(base(map), key, value.clone())?.unwrap_or_default())
}

/// `map.remove(key)`.
pub fn remove(vm: &mut Vm, map: &Rc<Map>, key: &Value) -> Res {
    permit(vm, map.access.removes())?;
    check_null(vm, map, key)?;
    Ok(vm.map_remove(base(map), key)?.unwrap_or_default())
}

fn clear(vm: &mut Vm, map: &Map) -> Res<()> {
    permit(vm, map.access.removes() || map.class == immutable::EMPTY_MAP.id())?;
    drop(map.change(Table::clear));
    Ok(())
}

/// `map.containsKey(key)`.
pub fn contains_key(vm: &mut Vm, map: &Rc<Map>, key: &Value) -> Res<bool> {
    check_null(vm, map, key)?;
    vm.map_contains(base(map), key)
}

/// `map.containsValue(value)`.
pub fn contains_value(vm: &mut Vm, map: &Map, value: &Value) -> Res<bool> {
    check_null(vm, map, value)?;
    let values: Vec<Value> = map.borrow().iter().map(|(_, v)| v.clone()).collect();
    for other in values {
        vm.tick()?;
        if vm.java_equals(value, &other)? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn is_empty(map: &Map) -> bool {
    map.is_empty()
}

fn size(map: &Map) -> i32 {
    int_size(map.len())
}

/// `map.keySet()`.
pub fn key_set(map: &Rc<Map>) -> Rc<Set> {
    Set::of_keys(map_kinds::key_set_class(map.class), map)
}

fn get_or_default(vm: &mut Vm, map: &Rc<Map>, key: &Value, other: &Value) -> Res {
    check_null(vm, map, key)?;
    if map.class == gdk::map_with_default::CLASS.id() {
        return vm.call_method(&Value::Map(map.clone()), "get", std::slice::from_ref(key));
    }
    Ok(vm.map_get(base(map), key)?.unwrap_or_else(|| other.clone()))
}

/// Java notices when a function that makes a value changes the map meanwhile.
fn call_undisturbed(vm: &mut Vm, map: &Map, function: Func, args: &[Value]) -> Res {
    let before = map.len();
    let result = vm.call_func(function, args)?;
    if map.len() != before {
        return Err(vm.throw_silent(&throwables::CONCURRENT_MODIFICATION_EXCEPTION));
    }
    Ok(result)
}

/// Sets or, for null, removes.
fn store(vm: &mut Vm, map: &Rc<Map>, key: &Value, value: Value) -> Res {
    if value.is_null() {
        vm.map_remove(base(map), key)?;
    } else {
        vm.map_put(base(map), key, value.clone())?;
    }
    Ok(value)
}

fn compute(vm: &mut Vm, map: &Rc<Map>, key: &Value, change: Func) -> Res {
    permit(vm, map.access.adds())?;
    check_null(vm, map, key)?;
    let old = vm.map_get(base(map), key)?.unwrap_or_default();
    let new = call_undisturbed(vm, map, change, &[key.clone(), old])?;
    store(vm, map, key, new)
}

fn compute_if_absent(vm: &mut Vm, map: &Rc<Map>, key: &Value, maker: Func) -> Res {
    permit(vm, map.access.adds())?;
    check_null(vm, map, key)?;
    if let Some(value) = vm.map_get(base(map), key)?
        && !value.is_null()
    {
        return Ok(value);
    }
    let made = call_undisturbed(vm, map, maker, std::slice::from_ref(key))?;
    if !made.is_null() {
        vm.map_put(base(map), key, made.clone())?;
    }
    Ok(made)
}

fn compute_if_present(vm: &mut Vm, map: &Rc<Map>, key: &Value, change: Func) -> Res {
    permit(vm, map.access.adds())?;
    check_null(vm, map, key)?;
    let old = vm.map_get(base(map), key)?.unwrap_or_default();
    if old.is_null() {
        return Ok(Value::Null);
    }
    let new = call_undisturbed(vm, map, change, &[key.clone(), old])?;
    store(vm, map, key, new)
}

fn merge(vm: &mut Vm, map: &Rc<Map>, key: &Value, value: &Value, join: Func) -> Res {
    permit(vm, map.access.adds())?;
    check_null(vm, map, key)?;
    if value.is_null() {
        return Err(vm.throw_silent(&throwables::NULL_POINTER_EXCEPTION));
    }
    let old = vm.map_get(base(map), key)?.unwrap_or_default();
    let new = if old.is_null() {
        value.clone()
    } else {
        call_undisturbed(vm, map, join, &[old, value.clone()])?
    };
    store(vm, map, key, new)
}

fn put_all(vm: &mut Vm, map: &Rc<Map>, other: &Value) -> Res<()> {
    let pairs = vm.pairs(other)?;
    permit(vm, map.access.adds() || (pairs.is_empty() && !is_strict(map)))?;
    for (key, value) in &pairs {
        vm.tick()?;
        put(vm, map, key, value)?.done();
    }
    Ok(())
}

/// Whether a map's class refuses even changes that would change nothing.
fn is_strict(map: &Map) -> bool {
    map.access != Access::Full
        && ![&immutable::EMPTY_MAP, &immutable::SINGLETON_MAP]
            .iter()
            .any(|c| c.id() == map.class)
}

fn put_if_absent(vm: &mut Vm, map: &Rc<Map>, key: &Value, value: &Value) -> Res {
    check_put(vm, map, key, value)?;
    let old = vm.map_get(base(map), key)?.unwrap_or_default();
    if old.is_null() {
        vm.map_put(base(map), key, value.clone())?;
    }
    Ok(old)
}

fn remove_pair(vm: &mut Vm, map: &Rc<Map>, key: &Value, value: &Value) -> Res<bool> {
    permit(vm, map.access.removes())?;
    check_null(vm, map, key)?;
    match vm.map_get(base(map), key)? {
        Some(old) if vm.java_equals(&old, value)? => {
            vm.map_remove(base(map), key)?;
            Ok(true)
        }
        _ => Ok(false),
    }
}

fn replace(vm: &mut Vm, map: &Rc<Map>, key: &Value, value: &Value) -> Res {
    check_put(vm, map, key, value)?;
    if !vm.map_contains(base(map), key)? {
        return Ok(Value::Null);
    }
    Ok(vm.map_put(base(map), key, value.clone())?.unwrap_or_default())
}

fn replace_pair(vm: &mut Vm, map: &Rc<Map>, key: &Value, old: &Value, value: &Value) -> Res<bool> {
    check_put(vm, map, key, value)?;
    match vm.map_get(base(map), key)? {
        Some(now) if vm.java_equals(&now, old)? => {
            vm.map_put(base(map), key, value.clone())?;
            Ok(true)
        }
        _ => Ok(false),
    }
}

fn replace_all(vm: &mut Vm, map: &Rc<Map>, change: Func) -> Res<()> {
    permit(vm, map.access.overwrites() || (map.is_empty() && !is_strict(map)))?;
    let pairs = map.borrow().pairs();
    for (key, value) in pairs {
        vm.tick()?;
        let new = call_undisturbed(vm, map, change, &[key.clone(), value])?;
        vm.map_put(base(map), &key, new)?;
    }
    Ok(())
}

fn for_each(vm: &mut Vm, map: &Rc<Map>, action: Func) -> Res<()> {
    let before = map.len();
    let mut walk = map_views::Walk::new(map);
    while let Some((key, value)) = walk.next_unchecked(vm)? {
        vm.call_func(action, &[key.value, value])?.done();
    }
    if map.len() != before {
        return Err(vm.throw_silent(&throwables::CONCURRENT_MODIFICATION_EXCEPTION));
    }
    Ok(())
}

fn copy_of(vm: &mut Vm, other: &Value) -> Res {
    if let Value::Map(map) = other
        && [&immutable::MAP_1, &immutable::MAP_N]
            .iter()
            .any(|c| c.id() == map.class)
    {
        return Ok(other.clone());
    }
    let pairs = vm.pairs(other)?;
    immutable::map_of_pairs(vm, &pairs).map(Value::Map)
}

fn of(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    let pairs: Vec<(Value, Value)> = args
        .chunks_exact(2)
        .filter_map(|pair| {
            if let [key, value] = pair {
                Some((key.clone(), value.clone()))
            } else {
                None
            }
        })
        .collect();
    if args.len() % 2 == 1 || args.len() > 20 {
        return Err(vm.throw(
            &throwables::MISSING_METHOD_EXCEPTION,
            "Map.of takes keys and values by turns, up to ten of each",
        ));
    }
    immutable::map_of_pairs(vm, &pairs).map(Value::Map)
}

fn entry(vm: &mut Vm, key: &Value, value: &Value) -> Res {
    if key.is_null() || value.is_null() {
        return Err(vm.throw_silent(&throwables::NULL_POINTER_EXCEPTION));
    }
    Ok(super::map_entry::immutable(key, value))
}

fn of_entries(vm: &mut Vm, entries: &[Value]) -> Res<Rc<Map>> {
    let mut pairs = Vec::new();
    for entry in immutable::spread(entries) {
        pairs.push(vm.entry_parts(&entry)?);
    }
    immutable::map_of_pairs(vm, &pairs)
}

/// Puts the pairs of another map-like value into a map, as a native that fills a new one does.
pub fn fill(vm: &mut Vm, map: &Rc<Map>, from: Items) -> Res<()> {
    for (key, value) in vm.pairs(from.0)? {
        vm.tick()?;
        vm.map_put(map, &key, value)?;
    }
    Ok(())
}
