//! Walking, changing each entry, grouping and folding: `each`, `collect`, `groupBy`, `inject`, `sum` and their kin.

use super::{call_entry, keyed_pairs, live, results};
use crate::gdk::closures::variable;
use crate::gdk::collecting::{add_entry, many};
use crate::gdk::grouping::{count_one, group_one};
use crate::gdk::similar::{collect_into, similar_map};
use crate::heap::Gathered;
use crate::jdk::util::map_views::Walk;
use crate::registry::{ClassId, Member, method, native};
use crate::value::{Closure, List, Map, Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// The members.
pub(super) const MEMBERS: &[Member] = &[
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
    method("reverseEach(Closure action): Map", &native(reverse_each))
        .doc("Calls the closure with each entry, from last to first."),
    method("toMapString(): String", &native(to_map_string)).doc("The text as a map."),
    method("toMapString(int size): String", &native(to_map_string_within))
        .doc("The text as a map, cut off past a length."),
];

fn collect(vm: &mut Vm, this: &Rc<Map>, change: &Rc<Closure>) -> Res<Gathered> {
    results(vm, this, change)
}

fn collect_to(vm: &mut Vm, this: &Rc<Map>, collector: &Value, change: &Rc<Closure>) -> Res {
    let added = results(vm, this, change)?;
    collect_into(vm, collector, added.into_vec())
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

fn collect_many(vm: &mut Vm, this: &Rc<Map>, change: &Rc<Closure>) -> Res<Gathered> {
    let mut out = Gathered::new();
    for result in results(vm, this, change)? {
        let many = many(vm, &result)?;
        out.extend(vm, many.into_iter())?;
    }
    Ok(out)
}

fn collect_many_to(vm: &mut Vm, this: &Rc<Map>, collector: &Value, change: &Rc<Closure>) -> Res {
    let added = collect_many(vm, this, change)?;
    collect_into(vm, collector, added.into_vec())
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
    let (mut walk, mut index) = (Walk::new(this), 0);
    while let Some((key, value)) = walk.next(vm)? {
        let result = match vm.closure_arity(action) {
            3 => vm.call_closure(action, &[key.value, value, Value::int(index)]),
            2 => vm.call_closure(action, &[live(this, key, value), Value::int(index)]),
            _ => vm.call_closure(action, &[live(this, key, value)]),
        };
        result?.done();
        index += 1;
    }
    Ok(this.clone())
}

fn reverse_each(vm: &mut Vm, this: &Rc<Map>, action: &Rc<Closure>) -> Res<Rc<Map>> {
    let mut pairs = keyed_pairs(vm, this)?;
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

/// Each entry in a group of its own, under the entry itself.
fn group_by_entry(vm: &mut Vm, this: &Rc<Map>) -> Res<Rc<Map>> {
    let groups = Map::empty();
    for (key, value) in keyed_pairs(vm, this)? {
        vm.tick()?;
        let group = similar_map(this);
        vm.map_put(&group, &key.value, value.clone())?;
        vm.map_put(&groups, &live(this, key, value), Value::Map(group))?;
    }
    Ok(groups)
}

fn group_by_many(vm: &mut Vm, this: &Rc<Map>, keys: &[Value]) -> Res<Rc<Map>> {
    grouped(vm, this, &variable(keys))
}

fn group_by_list(vm: &mut Vm, this: &Rc<Map>, keys: &List) -> Res<Rc<Map>> {
    grouped(vm, this, &keys.to_vec())
}

fn grouped(vm: &mut Vm, this: &Rc<Map>, keys: &[Value]) -> Res<Rc<Map>> {
    let (groups, rest) = match keys.split_first() {
        Some((Value::Closure(first), rest)) => (group_by(vm, this, first)?, rest),
        Some((other, _)) => return Err(vm.class_cast(other, ClassId::CLOSURE)),
        None => (group_by_entry(vm, this)?, keys),
    };
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

fn to_map_string(vm: &mut Vm, this: &Value) -> Res<Rc<Str>> {
    vm.to_str(this)
}

/// Entries are left out from the one on with which the text would become longer.
fn to_map_string_within(vm: &mut Vm, this: &Value, size: i32) -> Res<String> {
    crate::gdk::collection::text_within(vm, this, size)
}
