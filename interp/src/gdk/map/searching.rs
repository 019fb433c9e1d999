//! Looking entries up: `find`, `any`, `count`, `subMap` and their kin.

use super::{call_entry, filtered, live, results, test_entry};
use crate::gdk::closures::variable;
use crate::gdk::searching::{filter, number};
use crate::gdk::similar::similar_map;
use crate::heap::Gathered;
use crate::jdk::util::map;
use crate::jdk::util::map_views::Walk;
use crate::registry::{Items, Member, method, native};
use crate::semantics::number::narrow_to_i64;
use crate::value::{Closure, Key, Map, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// The members.
pub(super) const MEMBERS: &[Member] = &[
    method("any(Closure test): boolean", &native(any)).doc("Whether an entry passes the test."),
    method("asBoolean(): boolean", &native(as_boolean)).doc("Whether there are entries."),
    method("count(Closure test): Number", &native(count_if)).doc("How many entries pass the test."),
    method("count(Number start, Closure test): Number", &native(count_from))
        .doc("How many entries pass the test, added to a number."),
    method("every(Closure test): boolean", &native(every)).doc("Whether every entry passes the test."),
    method("find(Closure test): java.util.Map$Entry", &native(find))
        .doc("The first entry that passes the test, or null."),
    method("findAll(Closure test): Map", &native(find_all)).doc("A map of the entries that pass the test."),
    method("findResult(Closure change): Object", &native(find_result)).doc("The first result that is not null."),
    method(
        "findResult(Object other, Closure change): Object",
        &native(find_result_or),
    )
    .doc("The first result that is not null, or another value."),
    method("findResults(Closure change): Collection", &native(find_results)).doc("The results that are not null."),
    method("get(Object key, Object other): Object", &native(get_or_put))
        .doc("The value of a key; a missing one is set to another value."),
    method("getAt(Object key): Object", &native(map::get)).doc("The value of a key: `map[key]`."),
    method("isCase(Object key): boolean", &native(is_case)).doc("Whether the value of a key is true: `key in map`."),
    method("isNotCase(Object key): boolean", &native(is_not_case)).doc("Whether the value of a key is not true."),
    method("subMap(Collection keys): Map", &native(sub_map)).doc("A map of those of the keys that are there."),
    method("subMap(Object... keys): Map", &native(sub_map_of)).doc("A map of those of the keys that are there."),
];

fn any(vm: &mut Vm, this: &Rc<Map>, closure: &Rc<Closure>) -> Res<bool> {
    Ok(find_pair(vm, this, closure, true)?.is_some())
}

fn every(vm: &mut Vm, this: &Rc<Map>, closure: &Rc<Closure>) -> Res<bool> {
    Ok(find_pair(vm, this, closure, false)?.is_none())
}

/// The first entry for which the test says what is wanted.
fn find_pair(vm: &mut Vm, this: &Rc<Map>, closure: &Rc<Closure>, wanted: bool) -> Res<Option<(Key, Value)>> {
    let mut walk = Walk::new(this);
    while let Some((key, value)) = walk.next(vm)? {
        if test_entry(vm, closure, this, &key, &value)? == wanted {
            return Ok(Some((key, value)));
        }
    }
    Ok(None)
}

fn find(vm: &mut Vm, this: &Rc<Map>, closure: &Rc<Closure>) -> Res<Option<Value>> {
    Ok(find_pair(vm, this, closure, true)?.map(|(key, value)| live(this, key, value)))
}

fn as_boolean(this: &Map) -> bool {
    !this.is_empty()
}

fn count_if(vm: &mut Vm, this: &Rc<Map>, closure: &Rc<Closure>) -> Res {
    count_from(vm, this, &Value::int(0), closure)
}

fn count_from(vm: &mut Vm, this: &Rc<Map>, start: &Value, closure: &Rc<Closure>) -> Res {
    let (mut walk, mut sum) = (Walk::new(this), narrow_to_i64(start).unwrap_or(0));
    while let Some((key, value)) = walk.next(vm)? {
        sum += i64::from(test_entry(vm, closure, this, &key, &value)?);
    }
    Ok(number(sum))
}

fn find_all(vm: &mut Vm, this: &Rc<Map>, closure: &Rc<Closure>) -> Res<Rc<Map>> {
    filtered(vm, this, |vm, key, value| test_entry(vm, closure, this, key, value))
}

fn find_result(vm: &mut Vm, this: &Rc<Map>, change: &Rc<Closure>) -> Res {
    find_result_or(vm, this, &Value::Null, change)
}

fn find_result_or(vm: &mut Vm, this: &Rc<Map>, other: &Value, change: &Rc<Closure>) -> Res {
    let mut walk = Walk::new(this);
    while let Some((key, value)) = walk.next(vm)? {
        let result = call_entry(vm, change, this, &key, &value)?;
        if !result.is_null() {
            return Ok(result);
        }
    }
    Ok(other.clone())
}

fn find_results(vm: &mut Vm, this: &Rc<Map>, change: &Rc<Closure>) -> Res<Gathered> {
    let all = Value::from(results(vm, this, change)?);
    filter(vm, &all, |_, made| Ok(!made.is_null()))
}

fn get_or_put(vm: &mut Vm, this: &Rc<Map>, key: &Value, other: &Value) -> Res {
    if !map::contains_key(vm, this, key)? {
        map::put(vm, this, key, other)?.done();
    }
    map::get(vm, this, key)
}

fn is_case(vm: &mut Vm, this: &Rc<Map>, key: &Value) -> Res<bool> {
    let value = map::get(vm, this, key)?;
    vm.truth(&value)
}

fn is_not_case(vm: &mut Vm, this: &Rc<Map>, key: &Value) -> Res<bool> {
    Ok(!is_case(vm, this, key)?)
}

fn sub_map(vm: &mut Vm, this: &Rc<Map>, keys: Items) -> Res<Rc<Map>> {
    let out = similar_map(this);
    for key in vm.items(keys.0)? {
        if map::contains_key(vm, this, &key)? {
            let value = map::get(vm, this, &key)?;
            vm.map_put(&out, &key, value)?;
        }
    }
    Ok(out)
}

fn sub_map_of(vm: &mut Vm, this: &Rc<Map>, keys: &[Value]) -> Res<Rc<Map>> {
    sub_map(vm, this, Items(&Value::list(variable(keys))))
}
