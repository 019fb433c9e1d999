//! What Groovy adds to `Map` and `SortedMap`.

use super::closures::{call1, plus};
use super::collecting::{add_entry, many};
use super::grouping::{count_one, group_one};
use super::searching::number;
use super::similar::{copy_map, similar_map};
use super::{collecting, count, join, map_with_default};
use crate::jdk::util::comparison::{By, sort};
use crate::jdk::util::elements::{self, permit};
use crate::jdk::util::map_entry::Entry;
use crate::jdk::util::map_views::Walk;
use crate::jdk::util::{immutable, map, sorted_map};
use crate::registry::{Func, Items, Member, method, native};
use crate::semantics::number::narrow_to_i64;
use crate::value::{Closure, Key, List, Map, Str, Value};
use crate::{Res, Vm};
use std::cmp::Ordering;
use std::rc::Rc;

const TABLES: &[&[Member]] = &[SEARCHING, COLLECTING, CHANGING, ORDERING];

/// The members.
pub const MEMBERS: &[Member] = &join::<{ count(TABLES) }>(TABLES);

/// What Groovy adds to `SortedMap`.
pub const SORTED_MEMBERS: &[Member] = &[
    method("asImmutable(): SortedMap", &native(sorted_immutable)).doc("A copy that cannot be changed."),
    method(
        "asSynchronized(): SortedMap",
        &native(immutable::synchronized_sorted_map),
    )
    .doc("The map for several threads."),
    method(
        "asUnmodifiable(): SortedMap",
        &native(immutable::unmodifiable_sorted_map),
    )
    .doc("A view that cannot be changed."),
    method("sort(): SortedMap", &native(itself)).doc("The map itself, which is sorted."),
    method("toSorted(): Map", &native(itself)).doc("The map itself, which is sorted."),
];

const SEARCHING: &[Member] = &[
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

const COLLECTING: &[Member] = &[
    method("collect(Closure change): List", &native(collect)).doc("A list of what the closure makes of each entry."),
    method(
        "collect(Collection collector, Closure change): Collection",
        &native(collect_to),
    )
    .doc("The same, added to a collection."),
    method("collectEntries(Closure change): Map", &native(collect_entries))
        .doc("A map of the entries that the closure makes."),
    method(
        "collectEntries(Map collector, Closure change): Map",
        &native(collect_entries_to),
    )
    .doc("The same, added to a map."),
    method("collectMany(Closure change): List", &native(collect_many))
        .doc("A list of all elements of the collections that the closure makes."),
    method(
        "collectMany(Collection collector, Closure change): Collection",
        &native(collect_many_to),
    )
    .doc("The same, added to a collection."),
    method("countBy(Closure key): Map", &native(count_by)).doc("How many entries have each key."),
    method("each(Closure action): Map", &native(each)).doc("Calls the closure with each entry, or each key and value."),
    method("eachWithIndex(Closure action): Map", &native(each_with_index))
        .doc("Calls the closure with each entry, or key and value, and its index."),
    method("groupBy(Closure key): Map", &native(group_by)).doc("The entries by a key, each group a map."),
    method("groupBy(Object... keys): Map", &native(group_by_many))
        .doc("The same by several keys, one inside the other."),
    method("groupBy(List keys): Map", &native(group_by_list)).doc("The same by several keys, one inside the other."),
    method("groupEntriesBy(Closure key): Map", &native(group_entries_by))
        .doc("The entries by a key, each group a list."),
    method("inject(Object start, Closure join): Object", &native(inject))
        .doc("Folds the entries, beginning with a value."),
    method("join(String separator): String", &native(join_text)).doc("The entries as one text."),
    method("reverseEach(Closure action): Map", &native(reverse_each))
        .doc("Calls the closure with each entry, from last to first."),
    method("sum(Closure change): Object", &native(sum)).doc("The results added up; null for none."),
    method("sum(Object start, Closure change): Object", &native(sum_from)).doc("The results added to a value."),
    method("toMapString(): String", &native(to_map_string)).doc("The text as a map."),
    method("toMapString(int size): String", &native(to_map_string_within))
        .doc("The text as a map, cut off past a length."),
];

const CHANGING: &[Member] = &[
    method("asImmutable(): Map", &native(as_immutable)).doc("A copy that cannot be changed."),
    method("asSynchronized(): Map", &native(immutable::synchronized_map)).doc("The map for several threads."),
    method("asUnmodifiable(): Map", &native(immutable::unmodifiable_map)).doc("A view that cannot be changed."),
    method("intersect(Map other): Map", &native(intersect)).doc("The entries that both have."),
    method("leftShift(java.util.Map$Entry entry): Map", &native(left_shift)).doc("Puts an entry; gives the map back."),
    method("leftShift(Map other): Map", &native(left_shift))
        .doc("Puts all entries of another map; gives the map back."),
    method("minus(Map other): Map", &native(minus)).doc("The entries that another map does not have."),
    method("plus(Collection entries): Map", &native(plus_entries)).doc("A copy with some entries put in."),
    method("plus(Map other): Map", &native(plus_map)).doc("A copy with the entries of another map put in."),
    method("putAll(Collection entries): Map", &native(put_entries)).doc("Puts some entries; gives the map back."),
    method("putAt(Object key, Object value): Object", &native(put_at)).doc("Sets a value: `map[key] = value`."),
    method("removeAll(Closure test): boolean", &native(remove_all)).doc("Removes the entries that pass the test."),
    method("retainAll(Closure test): boolean", &native(retain_all)).doc("Removes the entries that fail the test."),
    method("withDefault(Closure maker): Map", &native(map_with_default::create))
        .doc("A view that makes up missing values."),
    method(
        "withDefault(boolean autoGrow, boolean autoShrink, Closure maker): Map",
        &native(map_with_default::create_with),
    )
    .doc("A view that makes up missing values."),
];

const ORDERING: &[Member] = &[
    method("drop(int count): Map", &native(skip)).doc("All but the first entries."),
    method("dropWhile(Closure test): Map", &native(skip_while))
        .doc("The entries from the first on that fails the test."),
    method("max(Closure order): java.util.Map$Entry", &native(max)).doc("The greatest entry by a key or comparator."),
    method("min(Closure order): java.util.Map$Entry", &native(min)).doc("The least entry by a key or comparator."),
    method("sort(): Map", &native(sorted)).doc("A map sorted by its keys."),
    method("sort(Closure order): Map", &native(sorted_by)).doc("A map sorted by a key or comparator of entries."),
    method("sort(Comparator order): Map", &native(sorted_in)).doc("A map sorted by its keys in an order."),
    method("take(int count): Map", &native(take)).doc("The first entries."),
    method("takeWhile(Closure test): Map", &native(take_while)).doc("The entries up to the first that fails the test."),
    method("toSorted(): Map", &native(to_sorted)).doc("A map sorted by its values."),
    method("toSorted(Closure order): Map", &native(sorted_by)).doc("A map sorted by a key or comparator of entries."),
    method("toSorted(Comparator order): Map", &native(to_sorted_in)).doc("A map sorted by an order of its entries."),
];

/// Calls a closure for an entry: one with two parameters gets key and value, any other the entry.
pub fn call_entry(vm: &mut Vm, closure: &Rc<Closure>, map: &Rc<Map>, key: &Key, value: &Value) -> Res {
    if vm.closure_arity(closure) == 2 {
        vm.call_closure(closure, &[key.value.clone(), value.clone()])
    } else {
        vm.call_closure(closure, &[live(map, key.clone(), value.clone())])
    }
}

fn test_entry(vm: &mut Vm, closure: &Rc<Closure>, map: &Rc<Map>, key: &Key, value: &Value) -> Res<bool> {
    let answer = call_entry(vm, closure, map, key, value)?;
    vm.truth(&answer)
}

/// An entry of a map, through which its value can be set.
fn live(map: &Rc<Map>, key: Key, value: Value) -> Value {
    Value::host(Entry::live(map::base(map), key, value))
}

/// The entries in the order of iteration.
fn keyed_pairs(map: &Map) -> Vec<(Key, Value)> {
    let table = map.borrow();
    let entries = table.positions().into_iter().filter_map(|i| table.entries.get_index(i));
    entries.map(|(key, value)| (key.clone(), value.clone())).collect()
}

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

/// A map of the same kind with the entries for which the test says yes.
fn filtered(vm: &mut Vm, this: &Rc<Map>, mut keep: impl FnMut(&mut Vm, &Key, &Value) -> Res<bool>) -> Res<Rc<Map>> {
    let (mut walk, out) = (Walk::new(this), similar_map(this));
    while let Some((key, value)) = walk.next(vm)? {
        if keep(vm, &key, &value)? {
            vm.map_put(&out, &key.value, value)?;
        }
    }
    Ok(out)
}

fn find_all(vm: &mut Vm, this: &Rc<Map>, closure: &Rc<Closure>) -> Res<Rc<Map>> {
    filtered(vm, this, |vm, key, value| test_entry(vm, closure, this, key, value))
}

fn results(vm: &mut Vm, this: &Rc<Map>, change: &Rc<Closure>) -> Res<Vec<Value>> {
    let (mut walk, mut out) = (Walk::new(this), Vec::new());
    while let Some((key, value)) = walk.next(vm)? {
        out.push(call_entry(vm, change, this, &key, &value)?);
    }
    Ok(out)
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

fn find_results(vm: &mut Vm, this: &Rc<Map>, change: &Rc<Closure>) -> Res<Vec<Value>> {
    let mut all = results(vm, this, change)?;
    all.retain(|v| !v.is_null());
    Ok(all)
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
    sub_map(vm, this, Items(&Value::list(super::closures::variable(keys))))
}

fn collect(vm: &mut Vm, this: &Rc<Map>, change: &Rc<Closure>) -> Res<Vec<Value>> {
    results(vm, this, change)
}

fn collect_to(vm: &mut Vm, this: &Rc<Map>, collector: &Value, change: &Rc<Closure>) -> Res {
    let added = results(vm, this, change)?;
    super::similar::collect_into(vm, collector, added)
}

fn collect_entries(vm: &mut Vm, this: &Rc<Map>, change: &Rc<Closure>) -> Res<Rc<Map>> {
    collect_entries_to(vm, this, &similar_map(this), change)
}

fn collect_entries_to(vm: &mut Vm, this: &Rc<Map>, out: &Rc<Map>, change: &Rc<Closure>) -> Res<Rc<Map>> {
    let mut walk = Walk::new(this);
    while let Some((key, value)) = walk.next(vm)? {
        let made = call_entry(vm, change, this, &key, &value)?;
        add_entry(vm, out, &made)?;
    }
    Ok(out.clone())
}

fn collect_many(vm: &mut Vm, this: &Rc<Map>, change: &Rc<Closure>) -> Res<Vec<Value>> {
    let mut out = Vec::new();
    for result in results(vm, this, change)? {
        out.extend(many(vm, &result)?);
    }
    Ok(out)
}

fn collect_many_to(vm: &mut Vm, this: &Rc<Map>, collector: &Value, change: &Rc<Closure>) -> Res {
    let added = collect_many(vm, this, change)?;
    super::similar::collect_into(vm, collector, added)
}

fn count_by(vm: &mut Vm, this: &Rc<Map>, key: &Rc<Closure>) -> Res<Rc<Map>> {
    let counts = Map::empty();
    for group in results(vm, this, key)? {
        count_one(vm, &counts, &group)?;
    }
    Ok(counts)
}

fn each(vm: &mut Vm, this: &Rc<Map>, action: &Rc<Closure>) -> Res<Rc<Map>> {
    let mut walk = Walk::new(this);
    while let Some((key, value)) = walk.next(vm)? {
        call_entry(vm, action, this, &key, &value)?.done();
    }
    Ok(this.clone())
}

fn each_with_index(vm: &mut Vm, this: &Rc<Map>, action: &Rc<Closure>) -> Res<Rc<Map>> {
    let (mut walk, mut index, three) = (Walk::new(this), 0, vm.closure_arity(action) == 3);
    while let Some((key, value)) = walk.next(vm)? {
        let result = if three {
            vm.call_closure(action, &[key.value, value, Value::int(index)])?
        } else {
            vm.call_closure(action, &[live(this, key, value), Value::int(index)])?
        };
        result.done();
        index += 1;
    }
    Ok(this.clone())
}

fn reverse_each(vm: &mut Vm, this: &Rc<Map>, action: &Rc<Closure>) -> Res<Rc<Map>> {
    let mut pairs = keyed_pairs(this);
    pairs.reverse();
    for (key, value) in pairs {
        vm.tick()?;
        call_entry(vm, action, this, &key, &value)?.done();
    }
    Ok(this.clone())
}

fn group_by(vm: &mut Vm, this: &Rc<Map>, key: &Rc<Closure>) -> Res<Rc<Map>> {
    let (groups, mut walk) = (Map::empty(), Walk::new(this));
    while let Some((key_of, value)) = walk.next(vm)? {
        let group = call_entry(vm, key, this, &key_of, &value)?;
        let inner = match vm.map_get(&groups, &group)? {
            Some(Value::Map(inner)) => inner,
            _ => {
                let inner = similar_map(this);
                vm.map_put(&groups, &group, Value::Map(inner.clone()))?;
                inner
            }
        };
        vm.map_put(&inner, &key_of.value, value)?;
    }
    Ok(groups)
}

fn group_by_many(vm: &mut Vm, this: &Rc<Map>, keys: &[Value]) -> Res<Rc<Map>> {
    grouped(vm, this, &super::closures::variable(keys))
}

fn group_by_list(vm: &mut Vm, this: &Rc<Map>, keys: &List) -> Res<Rc<Map>> {
    grouped(vm, this, &keys.to_vec())
}

fn grouped(vm: &mut Vm, this: &Rc<Map>, keys: &[Value]) -> Res<Rc<Map>> {
    let Some((Value::Closure(first), rest)) = keys.split_first() else {
        return Ok(this.clone());
    };
    let groups = group_by(vm, this, first)?;
    if rest.is_empty() {
        return Ok(groups);
    }
    let nested = Map::empty();
    for (key, group) in groups.borrow().pairs() {
        if let Value::Map(group) = &group {
            let inner = vm.nested(|vm| grouped(vm, group, rest))?;
            vm.map_put(&nested, &key, Value::Map(inner))?;
        }
    }
    Ok(nested)
}

fn group_entries_by(vm: &mut Vm, this: &Rc<Map>, key: &Rc<Closure>) -> Res<Rc<Map>> {
    let (groups, mut walk) = (Map::empty(), Walk::new(this));
    while let Some((key_of, value)) = walk.next(vm)? {
        let group = call_entry(vm, key, this, &key_of, &value)?;
        group_one(vm, &groups, &group, live(this, key_of, value))?;
    }
    Ok(groups)
}

fn inject(vm: &mut Vm, this: &Rc<Map>, start: &Value, closure: &Rc<Closure>) -> Res {
    let (mut walk, mut folded, three) = (Walk::new(this), start.clone(), vm.closure_arity(closure) == 3);
    while let Some((key, value)) = walk.next(vm)? {
        folded = if three {
            vm.call_closure(closure, &[folded, key.value, value])?
        } else {
            vm.call_closure(closure, &[folded, live(this, key, value)])?
        };
    }
    Ok(folded)
}

fn join_text(vm: &mut Vm, this: &Value, separator: Option<&Rc<Str>>) -> Res<Rc<Str>> {
    collecting::join(vm, Items(this), separator)
}

fn sum(vm: &mut Vm, this: &Rc<Map>, change: &Rc<Closure>) -> Res {
    sum_all(vm, this, None, change)
}

fn sum_from(vm: &mut Vm, this: &Rc<Map>, start: &Value, change: &Rc<Closure>) -> Res {
    sum_all(vm, this, Some(start.clone()), change)
}

fn sum_all(vm: &mut Vm, this: &Rc<Map>, start: Option<Value>, change: &Rc<Closure>) -> Res {
    let (mut walk, mut sum) = (Walk::new(this), start);
    while let Some((key, value)) = walk.next(vm)? {
        let entry = live(this, key, value);
        let added = call1(vm, change, &entry)?;
        sum = Some(match sum {
            Some(sum) => plus(vm, &sum, &added)?,
            None => added,
        });
    }
    Ok(sum.unwrap_or_default())
}

fn to_map_string(vm: &mut Vm, this: &Value) -> Res<Rc<Str>> {
    vm.to_str(this)
}

/// Entries are left out from the one on with which the text would become longer.
fn to_map_string_within(vm: &mut Vm, this: &Rc<Map>, size: i32) -> Res<String> {
    let pairs = this.borrow().pairs();
    if pairs.is_empty() {
        return Ok("[:]".into());
    }
    let mut out = String::from("[");
    for (index, (key, value)) in pairs.iter().enumerate() {
        if index > 0 {
            out.push_str(", ");
        }
        if size >= 0 && elements::int_size(out.encode_utf16().count()) > size {
            out.push_str("...");
            break;
        }
        out.push_str(&vm.to_text(key)?);
        out.push(':');
        out.push_str(&vm.to_text(value)?);
    }
    out.push(']');
    Ok(out)
}

fn as_immutable(vm: &mut Vm, this: &Rc<Map>) -> Res<Rc<Map>> {
    Ok(immutable::unmodifiable_map(&copy_map(vm, this)?))
}

fn sorted_immutable(vm: &mut Vm, this: &Rc<Map>) -> Res<Rc<Map>> {
    Ok(immutable::unmodifiable_sorted_map(&copy_map(vm, this)?))
}

fn itself(this: &Rc<Map>) -> Rc<Map> {
    this.clone()
}

fn intersect(vm: &mut Vm, this: &Rc<Map>, other: &Rc<Map>) -> Res<Rc<Map>> {
    filtered(vm, this, |vm, key, value| {
        match vm.map_get(map::base(other), &key.value)? {
            Some(theirs) => vm.equals(value, &theirs),
            None => Ok(false),
        }
    })
}

fn minus(vm: &mut Vm, this: &Rc<Map>, other: &Rc<Map>) -> Res<Rc<Map>> {
    filtered(vm, this, |vm, key, value| {
        match vm.map_get(map::base(other), &key.value)? {
            Some(theirs) => Ok(!vm.equals(value, &theirs)?),
            None => Ok(true),
        }
    })
}

/// `map << entry`, `map << otherMap`.
fn left_shift(vm: &mut Vm, this: &Rc<Map>, other: &Value) -> Res<Rc<Map>> {
    permit(vm, this.access.adds())?;
    add_entry(vm, this, other)?;
    Ok(this.clone())
}

fn plus_map(vm: &mut Vm, this: &Rc<Map>, other: &Value) -> Res<Rc<Map>> {
    let copy = copy_map(vm, this)?;
    map::fill(vm, &copy, Items(other))?;
    Ok(copy)
}

fn plus_entries(vm: &mut Vm, this: &Rc<Map>, entries: Items) -> Res<Rc<Map>> {
    let copy = copy_map(vm, this)?;
    put_entries(vm, &copy, entries)
}

fn put_entries(vm: &mut Vm, this: &Rc<Map>, entries: Items) -> Res<Rc<Map>> {
    permit(vm, this.access.adds())?;
    for entry in vm.items(entries.0)? {
        add_entry(vm, this, &entry)?;
    }
    Ok(this.clone())
}

fn put_at(vm: &mut Vm, this: &Rc<Map>, key: &Value, value: &Value) -> Res {
    map::put(vm, this, key, value)?.done();
    Ok(value.clone())
}

fn remove_where(vm: &mut Vm, this: &Rc<Map>, closure: &Rc<Closure>, wanted: bool) -> Res<bool> {
    permit(vm, this.access.removes())?;
    let pairs = keyed_pairs(this);
    let mut changed = false;
    for (key, value) in pairs {
        vm.tick()?;
        if test_entry(vm, closure, this, &key, &value)? == wanted {
            vm.map_remove(map::base(this), &key.value)?;
            changed = true;
        }
    }
    Ok(changed)
}

fn remove_all(vm: &mut Vm, this: &Rc<Map>, closure: &Rc<Closure>) -> Res<bool> {
    remove_where(vm, this, closure, true)
}

fn retain_all(vm: &mut Vm, this: &Rc<Map>, closure: &Rc<Closure>) -> Res<bool> {
    remove_where(vm, this, closure, false)
}

fn take(vm: &mut Vm, this: &Rc<Map>, count: i32) -> Res<Rc<Map>> {
    let mut left = count;
    filtered(vm, this, |_, _, _| {
        left = left.saturating_sub(1);
        Ok(left >= 0 && count > 0)
    })
}

fn skip(vm: &mut Vm, this: &Rc<Map>, count: i32) -> Res<Rc<Map>> {
    let mut left = count.max(0);
    filtered(vm, this, |_, _, _| {
        left -= 1;
        Ok(left < 0)
    })
}

fn take_while(vm: &mut Vm, this: &Rc<Map>, closure: &Rc<Closure>) -> Res<Rc<Map>> {
    let mut open = true;
    filtered(vm, this, |vm, key, value| {
        open = open && test_entry(vm, closure, this, key, value)?;
        Ok(open)
    })
}

fn skip_while(vm: &mut Vm, this: &Rc<Map>, closure: &Rc<Closure>) -> Res<Rc<Map>> {
    let mut open = false;
    filtered(vm, this, |vm, key, value| {
        open = open || !test_entry(vm, closure, this, key, value)?;
        Ok(open)
    })
}

fn entries(this: &Rc<Map>) -> Vec<Value> {
    keyed_pairs(this)
        .into_iter()
        .map(|(key, value)| live(this, key, value))
        .collect()
}

fn best(vm: &mut Vm, this: &Rc<Map>, order: &Rc<Closure>, wanted: Ordering) -> Res<Option<Value>> {
    let arity = vm.closure_arity(order);
    let mut best: Option<(Value, Value)> = None;
    for entry in entries(this) {
        vm.tick()?;
        let key = if arity == 1 {
            call1(vm, order, &entry)?
        } else {
            Value::Null
        };
        let better = match &best {
            None => true,
            Some((other, _)) if arity == 1 => vm.compare(&key, other)? == wanted,
            Some((_, other)) => By::Comparator(&Value::Closure(order.clone())).compare(vm, &entry, other)? == wanted,
        };
        if better {
            best = Some((key, entry));
        }
    }
    Ok(best.map(|(_, entry)| entry))
}

fn max(vm: &mut Vm, this: &Rc<Map>, order: &Rc<Closure>) -> Res<Option<Value>> {
    best(vm, this, order, Ordering::Greater)
}

fn min(vm: &mut Vm, this: &Rc<Map>, order: &Rc<Closure>) -> Res<Option<Value>> {
    best(vm, this, order, Ordering::Less)
}

/// A `LinkedHashMap` of the entries in an order.
fn arranged(vm: &mut Vm, this: &Rc<Map>, by: &By) -> Res<Rc<Map>> {
    let mut all = entries(this);
    sort(vm, &mut all, by)?;
    let out = Map::empty();
    for entry in all {
        let (key, value) = vm.entry_parts(&entry)?;
        vm.map_put(&out, &key, value)?;
    }
    Ok(out)
}

fn sorted_by(vm: &mut Vm, this: &Rc<Map>, order: &Value) -> Res<Rc<Map>> {
    let by = By::closure(vm, order);
    arranged(vm, this, &by)
}

fn sorted(vm: &mut Vm, this: &Value) -> Res<Rc<Map>> {
    let out = sorted_map::tree(Value::Null);
    map::fill(vm, &out, Items(this))?;
    Ok(out)
}

fn sorted_in(vm: &mut Vm, this: &Value, order: Func) -> Res<Rc<Map>> {
    let out = sorted_map::tree(order.0.clone());
    map::fill(vm, &out, Items(this))?;
    Ok(out)
}

/// By value, as Groovy compares.
fn to_sorted(vm: &mut Vm, this: &Rc<Map>) -> Res<Rc<Map>> {
    let mut pairs = this.borrow().pairs();
    crate::jdk::util::comparison::merge_sort(vm, &mut pairs, &mut |vm, a, b| By::Groovy.compare(vm, &a.1, &b.1))?;
    let out = Map::empty();
    for (key, value) in pairs {
        vm.map_put(&out, &key, value)?;
    }
    Ok(out)
}

fn to_sorted_in(vm: &mut Vm, this: &Rc<Map>, order: Func) -> Res<Rc<Map>> {
    arranged(vm, this, &By::Comparator(order.0))
}
