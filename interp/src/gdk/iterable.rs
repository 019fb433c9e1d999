//! What Groovy adds to `Iterable`.

use super::{algebra, collecting, count, grouping, indexing, join, ordering, searching, taking};
use crate::jdk::util::elements;
use crate::registry::{Items, Member, method, native};
use crate::value::Value;
use crate::{Res, Vm};

const TABLES: &[&[Member]] = &[
    OWN,
    searching::MEMBERS,
    collecting::MEMBERS,
    collecting::NESTED_MEMBERS,
    grouping::MEMBERS,
    grouping::COMBINING_MEMBERS,
    ordering::MEMBERS,
    taking::MEMBERS,
    taking::END_MEMBERS,
    algebra::MEMBERS,
    algebra::ITERABLE_MEMBERS,
];

/// The members.
pub const MEMBERS: &[Member] = &join::<{ count(TABLES) }>(TABLES);

const OWN: &[Member] = &[
    method("asCollection(): Collection", &native(as_list)).doc("The elements as a collection: itself if it is one."),
    method("asList(): List", &native(as_list)).doc("The elements as a list: itself if it is one."),
    method("bufferedIterator(): Iterator", &native(super::iterator::buffered_of))
        .doc("A walk that can look at its next element."),
    method("containsAll(Object... items): boolean", &native(contains_all))
        .doc("Whether each of some elements is there."),
    method("getAt(int index): Object", &native(indexing::get_any))
        .doc("The element at an index, from either end; null where there is none."),
    method("isEmpty(): boolean", &native(is_empty)).doc("Whether there are no elements."),
    method("size(): int", &native(taking::count)).doc("The number of elements."),
];

fn as_list(vm: &mut Vm, this: &Value) -> Res {
    match this {
        Value::List(_) | Value::Set(_) | Value::Range(_) => Ok(this.clone()),
        other => vm.items(other).map(Value::from),
    }
}

fn is_empty(vm: &mut Vm, this: Items) -> Res<bool> {
    let mut walk = vm.iterate(this.0)?;
    Ok(walk.next(vm)?.is_none())
}

fn contains_all(vm: &mut Vm, this: &Value, items: &[Value]) -> Res<bool> {
    for item in super::closures::variable(items) {
        if !elements::contains(vm, this, &item)? {
            return Ok(false);
        }
    }
    Ok(true)
}
