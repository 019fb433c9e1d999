//! Walking, changing each element, and folding: `each`, `collect`, `collectEntries`, `inject`, `sum`, `join` and their kin.

use super::closures::{apply, call1, plus};
use super::similar::{collect_into, similar};
use crate::heap::Gathered;
use crate::jdk::groovy::lang::tuple;
use crate::jdk::throwables;
use crate::jdk::util::elements;
use crate::jdk::util::set_kinds;
use crate::registry::{ClassId, Items, Member, method, native};
use crate::semantics::number::Operator;
use crate::value::{Closure, Map, Str, StrBuilder, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// What `Iterable`, `Iterator` and arrays share.
pub const MEMBERS: &[Member] = &[
    method("average(): Object", &native(average)).doc("The sum by the number of elements."),
    method("average(Closure change): Object", &native(average_of)).doc("The sum of the results by their number."),
    method("collect(): List", &native(to_list)).doc("A list of the elements."),
    method("collect(Closure change): List", &native(collect)).doc("A list of what the closure makes of each element."),
    method(
        "collect(Collection collector, Closure change): Collection",
        &native(collect_to),
    )
    .doc("The same, added to a collection."),
    method("collectEntries(): Map", &native(collect_entries_plain))
        .doc("A map of elements that are entries, pairs or maps."),
    method("collectEntries(Closure change): Map", &native(collect_entries))
        .doc("A map of the entries, pairs or maps that the closure makes."),
    method("collectEntries(Map collector): Map", &native(collect_entries_plain_to)).doc("The same, added to a map."),
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
    method("each(Closure action): Object", &native(each)).doc("Calls the closure with each element."),
    method("eachWithIndex(Closure action): Object", &native(each_with_index))
        .doc("Calls the closure with each element and its index."),
    method("indexed(): Map", &native(indexed)).doc("A map of the elements by index."),
    method("indexed(int offset): Map", &native(indexed_from)).doc("The same, counting from a number."),
    method("inject(Closure join): Object", &native(inject)).doc("Folds the elements, beginning with the first."),
    method("inject(Object start, Closure join): Object", &native(inject_from))
        .doc("Folds the elements, beginning with a value."),
    method("join(): String", &native(join_plain)).doc("The elements as one text."),
    method("join(String separator): String", &native(join))
        .doc("The elements as one text, with something between them."),
    method("sum(): Object", &native(sum)).doc("The elements added up; null for none."),
    method("sum(Closure change): Object", &native(sum_of)).doc("The results added up; null for none."),
    method("sum(Object start): Object", &native(sum_from)).doc("The elements added to a value."),
    method("sum(Object start, Closure change): Object", &native(sum_of_from)).doc("The results added to a value."),
    method("toList(): List", &native(to_list)).doc("A new list of the elements."),
    method("toSet(): Set", &native(to_set)).doc("A new set of the elements."),
    method("withIndex(): List", &native(with_index)).doc("Pairs of each element and its index."),
    method("withIndex(int offset): List", &native(with_index_from)).doc("The same, counting from a number."),
];

/// What only collections have.
pub const NESTED_MEMBERS: &[Member] = &[
    method("collectNested(Closure change): List", &native(collect_nested))
        .doc("The same nested lists, with each leaf changed."),
    method(
        "collectNested(Collection collector, Closure change): Collection",
        &native(collect_nested_to),
    )
    .doc("The same, added to a collection."),
];

/// `each`, which gives its receiver back.
pub fn each(vm: &mut Vm, this: &Value, action: &Rc<Closure>) -> Res {
    let mut walk = vm.iterate(this)?;
    while let Some(item) = walk.next(vm)? {
        call1(vm, action, &item)?.done();
    }
    Ok(this.clone())
}

pub(super) fn each_with_index(vm: &mut Vm, this: &Value, action: &Rc<Closure>) -> Res {
    let (mut walk, mut index) = (vm.iterate(this)?, 0);
    while let Some(item) = walk.next(vm)? {
        vm.call_closure(action, &[item, Value::int(index)])?.done();
        index += 1;
    }
    Ok(this.clone())
}

pub(super) fn to_list(vm: &mut Vm, items: Items) -> Res<Gathered> {
    vm.items(items.0)
}

pub(super) fn to_set(vm: &mut Vm, items: Items) -> Res {
    let items = vm.items(items.0)?;
    set_kinds::hashed_to_size(vm, &items).map(Value::Set)
}

pub(super) fn collect(vm: &mut Vm, items: Items, change: &Rc<Closure>) -> Res<Gathered> {
    let (mut walk, mut out) = (vm.iterate(items.0)?, Gathered::new());
    while let Some(item) = walk.next(vm)? {
        let made = call1(vm, change, &item)?;
        out.push(vm, made)?;
    }
    Ok(out)
}

pub(super) fn collect_to(vm: &mut Vm, items: Items, collector: &Value, change: &Rc<Closure>) -> Res {
    let mut walk = vm.iterate(items.0)?;
    while let Some(item) = walk.next(vm)? {
        let result = call1(vm, change, &item)?;
        elements::add(vm, collector, &result)?;
    }
    Ok(collector.clone())
}

/// What `collectMany` adds of a result: the elements of a collection, nothing for null.
pub fn many(vm: &mut Vm, result: &Value) -> Res<Gathered> {
    if result.is_null() {
        return Ok(Gathered::new());
    }
    if elements::is_collection(vm, result) {
        return vm.items(result);
    }
    Err(vm.class_cast(result, ClassId::COLLECTION))
}

fn collect_many(vm: &mut Vm, items: Items, change: &Rc<Closure>) -> Res<Gathered> {
    let (mut walk, mut out) = (vm.iterate(items.0)?, Gathered::new());
    while let Some(item) = walk.next(vm)? {
        let result = call1(vm, change, &item)?;
        let many = many(vm, &result)?;
        out.extend(vm, many.into_iter())?;
    }
    Ok(out)
}

fn collect_many_to(vm: &mut Vm, items: Items, collector: &Value, change: &Rc<Closure>) -> Res {
    let added = collect_many(vm, items, change)?;
    collect_into(vm, collector, added.into_vec())
}

fn collect_nested(vm: &mut Vm, this: &Value, change: &Rc<Closure>) -> Res {
    let mut out = Gathered::new();
    for item in vm.items(this)? {
        let result = if elements::is_collection(vm, &item) {
            vm.nested(|vm| collect_nested(vm, &item, change))?
        } else {
            call1(vm, change, &item)?
        };
        out.push(vm, result)?;
    }
    similar(vm, this, out)
}

fn collect_nested_to(vm: &mut Vm, this: &Value, collector: &Value, change: &Rc<Closure>) -> Res {
    let nested = collect_nested(vm, this, change)?;
    let items = vm.items(&nested)?;
    collect_into(vm, collector, items.into_vec())
}

/// Adds what a closure gave to `collectEntries`: a map's entries, an entry, or a pair as a list or array.
pub fn add_entry(vm: &mut Vm, map: &Rc<Map>, made: &Value) -> Res<()> {
    let put = |vm: &mut Vm, items: &[Value]| {
        let (key, value) = (
            items.first().cloned().unwrap_or_default(),
            items.get(1).cloned().unwrap_or_default(),
        );
        crate::jdk::util::map::put(vm, map, &key, &value).map(Value::done)
    };
    match made {
        Value::Null => Ok(()),
        Value::Map(_) => {
            for (key, value) in vm.pairs(made)? {
                put(vm, &[key, value])?;
            }
            Ok(())
        }
        Value::List(_) | Value::Array(_) | Value::Range(_) => {
            let items = vm.items(made)?;
            put(vm, &items)
        }
        entry => {
            let (key, value) = vm.entry_parts(entry)?;
            put(vm, &[key, value])
        }
    }
}

fn entries_into(vm: &mut Vm, items: Items, map: Rc<Map>, change: Option<&Rc<Closure>>) -> Res<Rc<Map>> {
    let mut walk = vm.iterate(items.0)?;
    while let Some(item) = walk.next(vm)? {
        let made = apply(vm, change, &item)?;
        add_entry(vm, &map, &made)?;
    }
    Ok(map)
}

fn collect_entries(vm: &mut Vm, items: Items, change: &Rc<Closure>) -> Res<Rc<Map>> {
    entries_into(vm, items, Map::empty(), Some(change))
}

fn collect_entries_plain(vm: &mut Vm, items: Items) -> Res<Rc<Map>> {
    entries_into(vm, items, Map::empty(), None)
}

fn collect_entries_to(vm: &mut Vm, items: Items, map: &Rc<Map>, change: &Rc<Closure>) -> Res<Rc<Map>> {
    entries_into(vm, items, map.clone(), Some(change))
}

fn collect_entries_plain_to(vm: &mut Vm, items: Items, map: &Rc<Map>) -> Res<Rc<Map>> {
    entries_into(vm, items, map.clone(), None)
}

/// Pairs made of each element and its index.
fn numbered(vm: &mut Vm, items: Items, offset: i32, pair: impl Fn(Value, Value) -> Value) -> Res<Gathered> {
    let (mut walk, mut out, mut index) = (vm.iterate(items.0)?, Gathered::new(), offset);
    while let Some(item) = walk.next(vm)? {
        out.push(vm, pair(item, Value::int(index)))?;
        index = index.wrapping_add(1);
    }
    Ok(out)
}

fn with_index(vm: &mut Vm, this: &Value) -> Res {
    with_index_from(vm, this, 0)
}

fn with_index_from(vm: &mut Vm, this: &Value, offset: i32) -> Res {
    let tuples = numbered(vm, Items(this), offset, |item, index| tuple::of(vec![item, index]))?;
    iterator_for_iterator(vm, this, tuples)
}

/// Iterators give iterators; everything else gives lists.
fn iterator_for_iterator(vm: &mut Vm, this: &Value, items: Gathered) -> Res {
    if vm.is_instance(this, crate::registry::ClassId::ITERATOR) {
        similar(vm, this, items)
    } else {
        Ok(Value::from(items))
    }
}

pub(super) fn indexed(vm: &mut Vm, this: &Value) -> Res {
    indexed_from(vm, this, 0)
}

pub(super) fn indexed_from(vm: &mut Vm, this: &Value, offset: i32) -> Res {
    if vm.is_instance(this, crate::registry::ClassId::ITERATOR) {
        let tuples = numbered(vm, Items(this), offset, |item, index| tuple::of(vec![index, item]))?;
        return similar(vm, this, tuples);
    }
    let (mut walk, map, mut index) = (vm.iterate(this)?, Map::empty(), offset);
    while let Some(item) = walk.next(vm)? {
        vm.map_put(&map, &Value::int(index), item)?;
        index = index.wrapping_add(1);
    }
    Ok(Value::Map(map))
}

pub(super) fn inject(vm: &mut Vm, items: Items, join: &Rc<Closure>) -> Res {
    let mut walk = vm.iterate(items.0)?;
    let Some(first) = walk.next(vm)? else {
        return Err(vm.throw(
            &throwables::NO_SUCH_ELEMENT_EXCEPTION,
            "Cannot call inject() on an empty collection without passing an initial value.",
        ));
    };
    let mut folded = first;
    while let Some(item) = walk.next(vm)? {
        folded = vm.call_closure(join, &[folded, item])?;
    }
    Ok(folded)
}

pub(super) fn inject_from(vm: &mut Vm, items: Items, start: &Value, join: &Rc<Closure>) -> Res {
    let (mut walk, mut folded) = (vm.iterate(items.0)?, start.clone());
    while let Some(item) = walk.next(vm)? {
        folded = vm.call_closure(join, &[folded, item])?;
    }
    Ok(folded)
}

/// The elements as one text; a separator of null is none.
pub fn join(vm: &mut Vm, items: Items, separator: Option<&Rc<Str>>) -> Res<Rc<Str>> {
    let mut walk = vm.iterate(items.0)?;
    let mut out = StrBuilder::new();
    let mut first = true;
    while let Some(item) = walk.next(vm)? {
        if let Some(separator) = separator
            && !first
        {
            out.push(separator);
        }
        first = false;
        let text = vm.to_str(&item)?;
        out.push(&text);
        vm.settle()?;
    }
    Ok(out.finish())
}

pub(super) fn join_plain(vm: &mut Vm, items: Items) -> Res<Rc<Str>> {
    join(vm, items, None)
}

/// Adds up: without a start value the first element is it.
fn total(vm: &mut Vm, items: Items, start: Option<Value>, change: Option<&Rc<Closure>>) -> Res<Option<Value>> {
    let (mut walk, mut sum) = (vm.iterate(items.0)?, start);
    while let Some(item) = walk.next(vm)? {
        let value = apply(vm, change, &item)?;
        sum = Some(match sum {
            Some(Value::Null) => {
                return Err(vm.null_pointer("Cannot invoke \"Object.getClass()\" because \"obj\" is null"));
            }
            Some(sum) => plus(vm, &sum, &value)?,
            None => value,
        });
    }
    Ok(sum)
}

fn sum(vm: &mut Vm, items: Items) -> Res<Option<Value>> {
    total(vm, items, None, None)
}

fn sum_of(vm: &mut Vm, items: Items, change: &Rc<Closure>) -> Res<Option<Value>> {
    total(vm, items, None, Some(change))
}

fn sum_from(vm: &mut Vm, items: Items, start: &Value) -> Res<Option<Value>> {
    total(vm, items, Some(start.clone()), None)
}

fn sum_of_from(vm: &mut Vm, items: Items, start: &Value, change: &Rc<Closure>) -> Res<Option<Value>> {
    total(vm, items, Some(start.clone()), Some(change))
}

fn mean(vm: &mut Vm, items: Items, change: Option<&Rc<Closure>>) -> Res {
    let items = vm.items(items.0)?;
    let count = Value::Long(items.len() as i64);
    match total(vm, Items(&Value::from(items)), None, change)? {
        Some(sum) => vm.operate(Operator::Div, &sum, &count),
        None => Err(vm.null_pointer("Cannot invoke \"Object.getClass()\" because \"obj\" is null")),
    }
}

pub(super) fn average(vm: &mut Vm, items: Items) -> Res {
    mean(vm, items, None)
}

fn average_of(vm: &mut Vm, items: Items, change: &Rc<Closure>) -> Res {
    mean(vm, items, Some(change))
}
