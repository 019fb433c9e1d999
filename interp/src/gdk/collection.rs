//! What Groovy adds to `Collection`.

use super::closures::{test, variable};
use super::{collecting, count, join, ordering};
use crate::heap::Gathered;
use crate::jdk::util::elements::{self, int_size};
use crate::jdk::util::immutable;
use crate::registry::{Items, Member, method, native};
use crate::value::{Closure, Range, Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

const TABLES: &[&[Member]] = &[OWN, ordering::UNIQUE_MEMBERS];

/// The members.
pub const MEMBERS: &[Member] = &join::<{ count(TABLES) }>(TABLES);

const OWN: &[Member] = &[
    method("addAll(Iterable items): boolean", &native(add_all))
        .doc("Adds all elements of something that can be walked over."),
    method("addAll(Iterator items): boolean", &native(add_all)).doc("Adds all elements of a walk."),
    method("addAll(Object... items): boolean", &native(add_all_items)).doc("Adds all elements of an array."),
    method("asBoolean(): boolean", &native(as_boolean)).doc("Whether there are elements."),
    method("asImmutable(): Collection", &native(as_immutable)).doc("A copy that cannot be changed."),
    method(
        "asSynchronized(): Collection",
        &native(immutable::synchronized_collection),
    )
    .doc("The collection for several threads."),
    method(
        "asUnmodifiable(): Collection",
        &native(immutable::unmodifiable_collection),
    )
    .doc("A view that cannot be changed."),
    method("each(Closure action): Collection", &native(collecting::each)).doc("Calls the closure with each element."),
    method("getAt(String property): List", &native(spread)).doc("The property of each element."),
    method("getIndices(): IntRange", &native(indices)).doc("The range of the indices."),
    method("isCase(Object value): boolean", &native(elements::contains))
        .doc("Whether a value is an element: `value in collection`."),
    method("isNotCase(Object value): boolean", &native(is_not_case)).doc("Whether a value is no element."),
    method("leftShift(Object element): Collection", &native(left_shift))
        .doc("Adds an element; gives the collection back."),
    method("removeAll(Closure test): boolean", &native(remove_all)).doc("Removes the elements that pass the test."),
    method("removeAll(Object... items): boolean", &native(remove_all_items)).doc("Removes the elements of an array."),
    method("removeElement(Object element): boolean", &native(elements::remove)).doc("Removes one equal element."),
    method("retainAll(Closure test): boolean", &native(retain_all)).doc("Removes the elements that fail the test."),
    method("retainAll(Object... items): boolean", &native(retain_all_items))
        .doc("Removes the elements that are not in an array."),
    method("toListString(): String", &native(to_list_string)).doc("The text as a list."),
    method("toListString(int size): String", &native(to_list_string_within))
        .doc("The text as a list, cut off past a length."),
];

fn add_all(vm: &mut Vm, this: &Value, items: Items) -> Res<bool> {
    let items = vm.items(items.0)?;
    elements::add_all(vm, this, items.into_vec())
}

fn add_all_items(vm: &mut Vm, this: &Value, items: &[Value]) -> Res<bool> {
    elements::add_all(vm, this, variable(items))
}

fn as_boolean(vm: &mut Vm, this: &Value) -> Res<bool> {
    Ok(!elements::is_empty(vm, this)?)
}

fn as_immutable(vm: &mut Vm, this: &Value) -> Res {
    let copy = super::similar::copy_with(vm, this, Gathered::new())?;
    immutable::unmodifiable_collection(vm, &copy)
}

fn spread(vm: &mut Vm, this: &Value, property: &Str) -> Res {
    vm.spread_property(this, &property.text())
}

fn indices(vm: &mut Vm, this: &Value) -> Res<Rc<Range>> {
    let size = int_size(elements::size(vm, this)?);
    Ok(Range::of_ints(0, size, true, false))
}

fn is_not_case(vm: &mut Vm, this: &Value, value: &Value) -> Res<bool> {
    Ok(!elements::contains(vm, this, value)?)
}

/// `collection << element`.
pub fn left_shift(vm: &mut Vm, this: &Value, element: &Value) -> Res {
    elements::add(vm, this, element)?;
    Ok(this.clone())
}

fn remove_all(vm: &mut Vm, this: &Value, closure: &Rc<Closure>) -> Res<bool> {
    elements::retain(vm, this, |vm, item| Ok(!test(vm, closure, item)?))
}

fn retain_all(vm: &mut Vm, this: &Value, closure: &Rc<Closure>) -> Res<bool> {
    elements::retain(vm, this, |vm, item| test(vm, closure, item))
}

fn remove_all_items(vm: &mut Vm, this: &Value, items: &[Value]) -> Res<bool> {
    let items = Value::list(variable(items));
    elements::retain(vm, this, |vm, item| Ok(!elements::contains(vm, &items, item)?))
}

fn retain_all_items(vm: &mut Vm, this: &Value, items: &[Value]) -> Res<bool> {
    let items = Value::list(variable(items));
    elements::retain(vm, this, |vm, item| elements::contains(vm, &items, item))
}

fn to_list_string(vm: &mut Vm, this: &Value) -> Res<Rc<Str>> {
    let items = vm.items(this)?;
    vm.to_str(&Value::from(items))
}

/// Elements are left out from the one on with which the text would become longer.
fn to_list_string_within(vm: &mut Vm, this: &Value, size: i32) -> Res<String> {
    let items = Value::from(vm.items(this)?);
    text_within(vm, &items, size)
}

/// The text of a list or map, cut after about so many units; all of it for a negative size.
pub fn text_within(vm: &mut Vm, this: &Value, size: i32) -> Res<String> {
    match usize::try_from(size) {
        Ok(most) => vm.to_text_within(this, most),
        Err(_) => vm.to_text(this),
    }
}
