//! What Groovy adds to `Map` and `SortedMap`: a file for each subject, as for collections, and what they share.

mod changing;
mod collecting;
mod ordering;
mod searching;

use super::similar::{copy_map, similar_map};
use super::{count, join};
use crate::heap::Gathered;
use crate::jdk::util::map_entry::Entry;
use crate::jdk::util::map_views::Walk;
use crate::jdk::util::{immutable, map};
use crate::registry::{Member, method, native};
use crate::value::{Closure, Key, Map, Value};
use crate::{Res, Vm};
use std::rc::Rc;

const TABLES: &[&[Member]] = &[
    searching::MEMBERS,
    collecting::MEMBERS,
    changing::MEMBERS,
    ordering::MEMBERS,
];

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

/// Calls a closure for an entry: one with two parameters gets key and value, any other the entry.
pub fn call_entry(vm: &mut Vm, closure: &Rc<Closure>, map: &Rc<Map>, key: &Key, value: &Value) -> Res {
    if vm.closure_arity(closure) == 2 {
        vm.call_closure(closure, &[key.value.clone(), value.clone()])
    } else {
        vm.call_closure(closure, &[live(map, key.clone(), value.clone())])
    }
}

/// Whether an entry passes a test.
fn test_entry(vm: &mut Vm, closure: &Rc<Closure>, map: &Rc<Map>, key: &Key, value: &Value) -> Res<bool> {
    if vm.closure_arity(closure) == 2 {
        vm.test_closure(closure, &[key.value.clone(), value.clone()])
    } else {
        vm.test_closure(closure, &[live(map, key.clone(), value.clone())])
    }
}

/// An entry of a map, through which its value can be set.
fn live(map: &Rc<Map>, key: Key, value: Value) -> Value {
    Value::host(Entry::live(map::base(map), key, value))
}

/// The entries in the order of iteration.
fn keyed_pairs(vm: &mut Vm, map: &Rc<Map>) -> Res<Gathered<(Key, Value)>> {
    let (mut walk, mut out) = (Walk::new(map), Gathered::new());
    while let Some(pair) = walk.next(vm)? {
        out.push(vm, pair)?;
    }
    Ok(out)
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

/// What a closure makes of each entry.
fn results(vm: &mut Vm, this: &Rc<Map>, change: &Rc<Closure>) -> Res<Gathered> {
    let (mut walk, mut out) = (Walk::new(this), Gathered::new());
    while let Some((key, value)) = walk.next(vm)? {
        let made = call_entry(vm, change, this, &key, &value)?;
        out.push(vm, made)?;
    }
    Ok(out)
}

fn sorted_immutable(vm: &mut Vm, this: &Rc<Map>) -> Res<Rc<Map>> {
    Ok(immutable::unmodifiable_sorted_map(&copy_map(vm, this)?))
}

fn itself(this: &Rc<Map>) -> Rc<Map> {
    this.clone()
}
