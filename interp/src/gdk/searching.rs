//! Tests and searches over elements: `any`, `find`, `findAll`, `count`, `grep` and their kin, for every kind of receiver.

use super::closures::{apply, call1, test, test_or_truth};
use super::similar::similar;
use crate::heap::Gathered;
use crate::jdk::util::elements::int_size;
use crate::registry::{Items, Member, method, native};
use crate::semantics::number::narrow_to_i64;
use crate::value::{Closure, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// What `Iterable`, `Iterator` and arrays share.
pub const MEMBERS: &[Member] = &[
    method("any(): boolean", &native(any_true)).doc("Whether an element is true."),
    method("any(Closure test): boolean", &native(any)).doc("Whether an element passes the test."),
    method("contains(Object element): boolean", &native(contains)).doc("Whether an element is equal to a value."),
    method("count(Closure test): Number", &native(count_if)).doc("How many elements pass the test."),
    method("count(Number start, Closure test): Number", &native(count_from))
        .doc("How many elements pass the test, added to a number."),
    method("count(Object value): Number", &native(count)).doc("How many elements are equal to a value."),
    method("every(): boolean", &native(every_true)).doc("Whether every element is true."),
    method("every(Closure test): boolean", &native(every)).doc("Whether every element passes the test."),
    method("find(): Object", &native(find_true)).doc("The first element that is true, or null."),
    method("find(Closure test): Object", &native(find)).doc("The first element that passes the test, or null."),
    method("findAll(): Collection", &native(find_all_true)).doc("The elements that are true."),
    method("findAll(Closure test): Collection", &native(find_all)).doc("The elements that pass the test."),
    method("findIndexOf(Closure test): int", &native(find_index))
        .doc("The index of the first element that passes the test, or -1."),
    method("findIndexOf(int start, Closure test): int", &native(find_index_from)).doc("The same, from an index on."),
    method("findIndexValues(Closure test): List", &native(find_indices))
        .doc("The indices of all elements that pass the test."),
    method(
        "findIndexValues(Number start, Closure test): List",
        &native(find_indices_from),
    )
    .doc("The same, from an index on."),
    method("findLastIndexOf(Closure test): int", &native(find_last_index))
        .doc("The index of the last element that passes the test, or -1."),
    method(
        "findLastIndexOf(int start, Closure test): int",
        &native(find_last_index_from),
    )
    .doc("The same, from an index on."),
    method("findResult(): Object", &native(find_result_plain)).doc("The first element that is not null."),
    method("findResult(Closure change): Object", &native(find_result))
        .doc("The first result that is not null, or null."),
    method("findResult(Object other): Object", &native(find_result_or))
        .doc("The first element that is not null, or another value."),
    method(
        "findResult(Object other, Closure change): Object",
        &native(find_result_of),
    )
    .doc("The first result that is not null, or another value."),
    method("findResults(): Collection", &native(find_results_plain)).doc("The elements that are not null."),
    method("findResults(Closure change): Collection", &native(find_results)).doc("The results that are not null."),
    method("grep(): Collection", &native(find_all_true)).doc("The elements that are true."),
    method("grep(Object filter): Collection", &native(grep)).doc("The elements that are a case of the filter."),
];

/// The first element, with its index, for which a test says yes.
fn position(
    vm: &mut Vm,
    items: Items,
    start: usize,
    mut test: impl FnMut(&mut Vm, &Value) -> Res<bool>,
) -> Res<Option<(usize, Value)>> {
    let mut walk = vm.iterate(items.0)?;
    let mut index = 0;
    while let Some(item) = walk.next(vm)? {
        if index >= start && test(vm, &item)? {
            return Ok(Some((index, item)));
        }
        index += 1;
    }
    Ok(None)
}

pub(super) fn any(vm: &mut Vm, items: Items, closure: &Rc<Closure>) -> Res<bool> {
    Ok(position(vm, items, 0, |vm, item| test(vm, closure, item))?.is_some())
}

pub(super) fn any_true(vm: &mut Vm, items: Items) -> Res<bool> {
    Ok(position(vm, items, 0, |vm, item| vm.truth(item))?.is_some())
}

pub(super) fn every(vm: &mut Vm, items: Items, closure: &Rc<Closure>) -> Res<bool> {
    Ok(position(vm, items, 0, |vm, item| Ok(!test(vm, closure, item)?))?.is_none())
}

pub(super) fn every_true(vm: &mut Vm, items: Items) -> Res<bool> {
    Ok(position(vm, items, 0, |vm, item| Ok(!vm.truth(item)?))?.is_none())
}

pub(super) fn contains(vm: &mut Vm, items: Items, element: &Value) -> Res<bool> {
    Ok(position(vm, items, 0, |vm, item| vm.equals(element, item))?.is_some())
}

/// Counts as an Integer while it fits.
pub fn number(count: i64) -> Value {
    i32::try_from(count).map_or(Value::Long(count), Value::int)
}

fn tally(vm: &mut Vm, items: Items, start: i64, mut test: impl FnMut(&mut Vm, &Value) -> Res<bool>) -> Res {
    let (mut walk, mut count) = (vm.iterate(items.0)?, start);
    while let Some(item) = walk.next(vm)? {
        count += i64::from(test(vm, &item)?);
    }
    Ok(number(count))
}

fn count_if(vm: &mut Vm, items: Items, closure: &Rc<Closure>) -> Res {
    tally(vm, items, 0, |vm, item| test(vm, closure, item))
}

fn count_from(vm: &mut Vm, items: Items, start: &Value, closure: &Rc<Closure>) -> Res {
    tally(vm, items, narrow_to_i64(start).unwrap_or(0), |vm, item| {
        test(vm, closure, item)
    })
}

pub(super) fn count(vm: &mut Vm, items: Items, value: &Value) -> Res {
    tally(vm, items, 0, |vm, item| vm.equals(item, value))
}

pub(super) fn find(vm: &mut Vm, items: Items, closure: &Rc<Closure>) -> Res<Option<Value>> {
    Ok(position(vm, items, 0, |vm, item| test(vm, closure, item))?.map(|(_, item)| item))
}

pub(super) fn find_true(vm: &mut Vm, items: Items) -> Res<Option<Value>> {
    Ok(position(vm, items, 0, |vm, item| vm.truth(item))?.map(|(_, item)| item))
}

/// The elements that a test keeps.
pub fn filter(vm: &mut Vm, items: &Value, mut keep: impl FnMut(&mut Vm, &Value) -> Res<bool>) -> Res<Gathered> {
    let (mut walk, mut out) = (vm.iterate(items)?, Gathered::new());
    while let Some(item) = walk.next(vm)? {
        if keep(vm, &item)? {
            out.push(vm, item)?;
        }
    }
    Ok(out)
}

/// `findAll` of a collection is a collection of its kind; of anything else a list.
fn found(vm: &mut Vm, like: &Value, items: Gathered) -> Res {
    if crate::jdk::util::elements::is_collection(vm, like) {
        similar(vm, like, items)
    } else {
        Ok(Value::from(items))
    }
}

pub(super) fn find_all(vm: &mut Vm, this: &Value, closure: &Rc<Closure>) -> Res {
    let items = filter(vm, this, |vm, item| test(vm, closure, item))?;
    found(vm, this, items)
}

pub(super) fn find_all_true(vm: &mut Vm, this: &Value) -> Res {
    let items = filter(vm, this, |vm, item| test_or_truth(vm, None, item))?;
    found(vm, this, items)
}

pub(super) fn grep(vm: &mut Vm, this: &Value, pattern: &Value) -> Res {
    let items = filter(vm, this, |vm, item| vm.is_case(pattern, item))?;
    found(vm, this, items)
}

fn index_or_none(found: Option<(usize, Value)>) -> i32 {
    found.map_or(-1, |(index, _)| int_size(index))
}

pub(super) fn find_index(vm: &mut Vm, items: Items, closure: &Rc<Closure>) -> Res<i32> {
    find_index_from(vm, items, 0, closure)
}

pub(super) fn find_index_from(vm: &mut Vm, items: Items, start: i32, closure: &Rc<Closure>) -> Res<i32> {
    let start = usize::try_from(start).unwrap_or(0);
    Ok(index_or_none(position(vm, items, start, |vm, item| {
        test(vm, closure, item)
    })?))
}

pub(super) fn find_last_index(vm: &mut Vm, items: Items, closure: &Rc<Closure>) -> Res<i32> {
    find_last_index_from(vm, items, 0, closure)
}

pub(super) fn find_last_index_from(vm: &mut Vm, items: Items, start: i32, closure: &Rc<Closure>) -> Res<i32> {
    let start = usize::try_from(start).unwrap_or(0);
    let (mut walk, mut index, mut last) = (vm.iterate(items.0)?, 0, -1);
    while let Some(item) = walk.next(vm)? {
        if index >= start && test(vm, closure, &item)? {
            last = int_size(index);
        }
        index += 1;
    }
    Ok(last)
}

pub(super) fn find_indices(vm: &mut Vm, items: Items, closure: &Rc<Closure>) -> Res<Gathered> {
    find_indices_from(vm, items, &Value::int(0), closure)
}

pub(super) fn find_indices_from(vm: &mut Vm, items: Items, start: &Value, closure: &Rc<Closure>) -> Res<Gathered> {
    let start = usize::try_from(narrow_to_i64(start).unwrap_or(0)).unwrap_or(0);
    let (mut walk, mut index, mut out) = (vm.iterate(items.0)?, 0, Gathered::new());
    while let Some(item) = walk.next(vm)? {
        if index >= start && test(vm, closure, &item)? {
            out.push(vm, Value::Long(index as i64))?;
        }
        index += 1;
    }
    Ok(out)
}

fn first_result(vm: &mut Vm, items: Items, other: &Value, closure: Option<&Rc<Closure>>) -> Res {
    let mut walk = vm.iterate(items.0)?;
    while let Some(item) = walk.next(vm)? {
        let result = apply(vm, closure, &item)?;
        if !result.is_null() {
            return Ok(result);
        }
    }
    Ok(other.clone())
}

pub(super) fn find_result(vm: &mut Vm, items: Items, closure: &Rc<Closure>) -> Res {
    first_result(vm, items, &Value::Null, Some(closure))
}

pub(super) fn find_result_plain(vm: &mut Vm, items: Items) -> Res {
    first_result(vm, items, &Value::Null, None)
}

pub(super) fn find_result_or(vm: &mut Vm, items: Items, other: &Value) -> Res {
    first_result(vm, items, other, None)
}

pub(super) fn find_result_of(vm: &mut Vm, items: Items, other: &Value, closure: &Rc<Closure>) -> Res {
    first_result(vm, items, other, Some(closure))
}

fn results(vm: &mut Vm, items: Items, closure: Option<&Rc<Closure>>) -> Res<Gathered> {
    let (mut walk, mut out) = (vm.iterate(items.0)?, Gathered::new());
    while let Some(item) = walk.next(vm)? {
        let result = match closure {
            Some(closure) => call1(vm, closure, &item)?,
            None => item,
        };
        if !result.is_null() {
            out.push(vm, result)?;
        }
    }
    Ok(out)
}

fn find_results(vm: &mut Vm, items: Items, closure: &Rc<Closure>) -> Res<Gathered> {
    results(vm, items, Some(closure))
}

fn find_results_plain(vm: &mut Vm, items: Items) -> Res<Gathered> {
    results(vm, items, None)
}
