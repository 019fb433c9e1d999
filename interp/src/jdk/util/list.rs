//! `java.util.List`: what all kinds of lists have.

use super::comparison::{By, sort};
use super::elements::{self, int_size, permit, position, refuse};
use super::{arrays_list, collection, immutable, linked_list, vector};
use crate::heap::Gathered;
use crate::jdk::throwables;
use crate::registry::{Class, Func, Items, function, interface, method, native, unbound};
use crate::value::{Access, List, Value};
use crate::{Res, Thrown, Vm, gdk};
use std::rc::Rc;

/// `java.util.List`.
pub static CLASS: Class = interface("java.util.List")
    .doc("Elements in an order, by index.")
    .implements(&[&collection::CLASS])
    .groovy(gdk::list::MEMBERS)
    .members(&[
        method("add(int index, Object element): void", &native(add_at)).doc("Inserts an element."),
        method("add(Object element): boolean", &native(elements::add)).doc("Appends an element."),
        method("addAll(Collection items): boolean", &native(add_all))
            .doc("Appends all elements of another collection."),
        method("addAll(int index, Collection items): boolean", &native(add_all_at))
            .doc("Inserts all elements of another collection."),
        method("clear(): void", &native(elements::clear)).doc("Removes all elements."),
        method("contains(Object element): boolean", &native(contains)).doc("Whether an equal element is in the list."),
        method("get(int index): Object", &native(get)).doc("The element at an index."),
        method("indexOf(Object element): int", &native(index_of)).doc("Where an equal element first stands, or -1."),
        method("lastIndexOf(Object element): int", &native(last_index_of))
            .doc("Where an equal element last stands, or -1."),
        method("listIterator(): ListIterator", &native(super::list_iterator::of))
            .doc("A walk that can go both ways and change the list."),
        method(
            "listIterator(int index): ListIterator",
            &native(super::list_iterator::at),
        )
        .doc("A walk from an index on."),
        method("remove(int index): Object", &native(remove_at)).doc("Removes the element at an index and gives it."),
        method("remove(Object element): boolean", &native(elements::remove)).doc("Removes the first equal element."),
        method("replaceAll(UnaryOperator change): void", &native(replace_all))
            .doc("Replaces each element by what the function makes of it."),
        method("set(int index, Object element): Object", &native(set))
            .doc("Replaces an element and gives the old one."),
        method("size(): int", &native(size)).doc("The number of elements."),
        method("sort(Comparator order): void", &native(sort_by)).doc("Sorts in place; null means the natural order."),
        method("subList(int from, int to): List", &native(sub_list))
            .doc("A view of the elements from an index to before another."),
        function("copyOf(Collection items): List", &unbound(immutable::list_copy)).doc("An immutable copy."),
        function("of(Object item): List", &unbound(immutable::list_of_one)),
        function("of(Object... items): List", &unbound(immutable::list_of))
            .doc("An immutable list; null is not allowed."),
    ]);

/// Whether a list's class refuses even changes that would change nothing.
pub fn is_strict(list: &List) -> bool {
    let lenient = [
        &arrays_list::CLASS,
        &immutable::EMPTY_LIST,
        &immutable::SINGLETON_LIST,
        &immutable::COPIES_LIST,
    ];
    list.access != Access::Full && !lenient.iter().any(|c| c.id() == list.class)
}

/// Throws if the list behind a `subList` has another length than the view knows of.
#[inline]
pub fn check_fresh(vm: &mut Vm, list: &List) -> Res<()> {
    if list.is_stale() {
        Err(vm.throw_silent(&throwables::CONCURRENT_MODIFICATION_EXCEPTION))
    } else {
        Ok(())
    }
}

/// The exception for an index that a list does not have, in the words of its class.
#[cold]
pub fn bad_index(vm: &mut Vm, list: &List, index: i32) -> Thrown {
    let (class, size) = (list.viewed().map_or(list.class, |l| l.class), list.len());
    let array_index = &throwables::ARRAY_INDEX_OUT_OF_BOUNDS_EXCEPTION;
    if class == vector::CLASS.id() || class == vector::STACK.id() {
        return match index {
            0.. => vm.throw(array_index, format!("Array index out of range: {index}")),
            _ => vm.throw(
                array_index,
                format!("Index {index} out of bounds for length {}", size.max(10)),
            ),
        };
    }
    let arrays = [
        &arrays_list::CLASS,
        &immutable::LIST_N,
        &super::array_list::COPY_ON_WRITE,
    ];
    if arrays.iter().any(|c| c.id() == class) {
        return vm.throw(array_index, format!("Index {index} out of bounds for length {size}"));
    }
    if class == immutable::LIST_12.id() {
        return vm.index_out_of_bounds(format!("Index: {index} Size: {size}"));
    }
    if class == immutable::EMPTY_LIST.id() {
        return vm.index_out_of_bounds(format!("Index: {index}"));
    }
    let linked = [&linked_list::CLASS, &immutable::SINGLETON_LIST, &immutable::COPIES_LIST];
    if linked.iter().any(|c| c.id() == class) {
        return vm.index_out_of_bounds(format!("Index: {index}, Size: {size}"));
    }
    elements::out_of_bounds(vm, index, size)
}

/// `list.get(index)`.
pub fn get(vm: &mut Vm, list: &List, index: i32) -> Res {
    check_fresh(vm, list)?;
    if let Some(item) = usize::try_from(index).ok().and_then(|i| list.get(i)) {
        return Ok(item);
    }
    if list.default_closure().is_some() {
        return gdk::list_with_default::get(vm, list, index);
    }
    Err(bad_index(vm, list, index))
}

fn size(vm: &mut Vm, list: &List) -> Res<i32> {
    check_fresh(vm, list)?;
    Ok(int_size(list.len()))
}

/// `list.set(index, element)`.
pub fn set(vm: &mut Vm, list: &List, index: i32, element: &Value) -> Res {
    permit(vm, list.access.overwrites())?;
    check_fresh(vm, list)?;
    let old = usize::try_from(index).ok().and_then(|i| list.get(i));
    match old {
        Some(old) => {
            list.set(index as usize, element.clone());
            Ok(old)
        }
        None => Err(bad_index(vm, list, index)),
    }
}

/// An index at which elements may be inserted.
fn insertion_point(vm: &mut Vm, list: &List, index: i32) -> Res<usize> {
    permit(vm, list.access.adds())?;
    check_fresh(vm, list)?;
    let size = list.len();
    match usize::try_from(index) {
        Ok(i) if i <= size => Ok(i),
        _ if index >= 0 && (list.class == vector::CLASS.id() || list.class == vector::STACK.id()) => Err(vm.throw(
            &throwables::ARRAY_INDEX_OUT_OF_BOUNDS_EXCEPTION,
            format!("{index} > {size}"),
        )),
        _ => Err(vm.index_out_of_bounds(format!("Index: {index}, Size: {size}"))),
    }
}

/// `list.add(index, element)`.
pub fn add_at(vm: &mut Vm, list: &List, index: i32, element: &Value) -> Res<()> {
    let index = insertion_point(vm, list, index)?;
    list.change(|items| items.insert(index.min(items.len()), element.clone()));
    Ok(())
}

fn add_all(vm: &mut Vm, list: &List, items: Items) -> Res<bool> {
    if is_strict(list) {
        return Err(refuse(vm));
    }
    let items = vm.items(items.0)?;
    if items.is_empty() {
        return Ok(false);
    }
    permit(vm, list.access.adds())?;
    check_fresh(vm, list)?;
    vm.reserve(16 * items.len())?;
    list.change(|all| all.extend(items));
    Ok(true)
}

/// `list.addAll(index, items)`.
pub fn add_all_at(vm: &mut Vm, list: &List, index: i32, items: Items) -> Res<bool> {
    let index = insertion_point(vm, list, index)?;
    let items = vm.items(items.0)?;
    if items.is_empty() {
        return Ok(false);
    }
    vm.reserve(16 * items.len())?;
    list.change(|all| {
        let rest = all.split_off(index.min(all.len()));
        all.extend(items);
        all.extend(rest);
    });
    Ok(true)
}

fn contains(vm: &mut Vm, list: &Rc<List>, element: &Value) -> Res<bool> {
    immutable::check_question(vm, list.class, element)?;
    Ok(position_of(vm, list, element)?.is_some())
}

fn position_of(vm: &mut Vm, list: &Rc<List>, element: &Value) -> Res<Option<usize>> {
    let mut index = 0;
    while let Some(item) = list.get(index) {
        vm.tick()?;
        if vm.java_equals(element, &item)? {
            return Ok(Some(index));
        }
        index += 1;
    }
    Ok(None)
}

fn index_of(vm: &mut Vm, list: &Rc<List>, element: &Value) -> Res<i32> {
    immutable::check_question(vm, list.class, element)?;
    Ok(position_of(vm, list, element)?.map_or(-1, int_size))
}

fn last_index_of(vm: &mut Vm, list: &List, element: &Value) -> Res<i32> {
    immutable::check_question(vm, list.class, element)?;
    for index in (0..list.len()).rev() {
        vm.tick()?;
        if let Some(item) = list.get(index)
            && vm.java_equals(element, &item)?
        {
            return Ok(int_size(index));
        }
    }
    Ok(-1)
}

/// `list.remove(index)`.
pub fn remove_at(vm: &mut Vm, list: &List, index: i32) -> Res {
    permit(vm, list.access.removes())?;
    check_fresh(vm, list)?;
    match position(index, list.len()) {
        Some(i) => Ok(list.change(|items| if i < items.len() { items.remove(i) } else { Value::Null })),
        None => Err(bad_index(vm, list, index)),
    }
}

fn replace_all(vm: &mut Vm, list: &List, change: Func) -> Res<()> {
    permit(vm, list.access.overwrites() || (list.is_empty() && !is_strict(list)))?;
    let mut index = 0;
    while let Some(item) = list.get(index) {
        vm.tick()?;
        let new = vm.call_func(change, &[item])?;
        list.set(index, new);
        index += 1;
    }
    Ok(())
}

fn sort_by(vm: &mut Vm, list: &List, order: Option<Func>) -> Res<()> {
    sort_list(vm, list, &By::comparator(order))
}

/// Sorts a list in place. Java notices when a comparator changes the list's length meanwhile.
pub fn sort_list(vm: &mut Vm, list: &List, by: &By) -> Res<()> {
    let mut items = Gathered::of(list.to_vec());
    permit(vm, list.access.overwrites() || (items.len() < 2 && !is_strict(list)))?;
    sort(vm, &mut items, by)?;
    if items.len() != list.len() {
        return Err(vm.throw_silent(&throwables::CONCURRENT_MODIFICATION_EXCEPTION));
    }
    if list.access.overwrites() {
        drop(list.change(|all| std::mem::replace(all, items.into_vec())));
    }
    Ok(())
}

/// `list.subList(from, to)`.
pub fn sub_list(vm: &mut Vm, list: &Rc<List>, from: i32, to: i32) -> Res<Rc<List>> {
    check_fresh(vm, list)?;
    let (from, to) = check_range(vm, from, to, list.len())?;
    Ok(List::window(
        super::array_list::sub_list_class(list.class),
        list,
        from,
        to,
    ))
}

/// The indices of a `subList`, or the exception for those that a list of this size does not have.
pub fn check_range(vm: &mut Vm, from: i32, to: i32, size: usize) -> Res<(usize, usize)> {
    if from < 0 {
        return Err(vm.index_out_of_bounds(format!("fromIndex = {from}")));
    }
    if to > int_size(size) {
        return Err(vm.index_out_of_bounds(format!("toIndex = {to}")));
    }
    if from > to {
        return Err(vm.illegal_argument(format!("fromIndex({from}) > toIndex({to})")));
    }
    Ok((from as usize, to as usize))
}
