//! What Groovy adds to `List` and `Deque`.

use super::{collecting, count, grouping, indexing, join, taking};
use crate::heap::Gathered;
use crate::jdk::throwables;
use crate::jdk::util::elements::{self, int_size, permit};
use crate::jdk::util::{immutable, list, shuffle};
use crate::registry::{Items, Member, method, native};
use crate::value::{Closure, List, Value};
use crate::{Res, Vm};
use std::rc::Rc;

const TABLES: &[&[Member]] = &[OWN, INDEXING, grouping::LIST_MEMBERS];

/// The members.
pub const MEMBERS: &[Member] = &join::<{ count(TABLES) }>(TABLES);

/// What Groovy adds to `Deque`.
pub const DEQUE_MEMBERS: &[Member] = taking::END_MEMBERS;

const OWN: &[Member] = &[
    method("addAll(int index, Object[] items): boolean", &native(list::add_all_at))
        .doc("Inserts all elements of an array."),
    method("asImmutable(): List", &native(as_immutable)).doc("A copy that cannot be changed."),
    method("asReversed(): List", &native(reverse)).doc("The elements from last to first."),
    method("asSynchronized(): List", &native(immutable::synchronized_list)).doc("The list for several threads."),
    method("asUnmodifiable(): List", &native(immutable::unmodifiable_list)).doc("A view that cannot be changed."),
    method("each(Closure action): List", &native(collecting::each)).doc("Calls the closure with each element."),
    method(
        "leftShift(Object element): List",
        &native(super::collection::left_shift),
    )
    .doc("Appends an element; gives the list back."),
    method("plus(int index, Object[] items): List", &native(plus_at)).doc("A copy with elements inserted."),
    method("plus(int index, List items): List", &native(plus_at)).doc("A copy with elements inserted."),
    method("plus(int index, Iterable items): List", &native(plus_at)).doc("A copy with elements inserted."),
    method("pop(): Object", &native(pop)).doc("Takes the first element."),
    method("push(Object element): boolean", &native(push)).doc("Inserts an element at the front."),
    method("removeAt(int index): Object", &native(list::remove_at)).doc("Removes the element at an index; gives it."),
    method("removeLast(): Object", &native(remove_last)).doc("Removes the last element; gives it."),
    method("reverse(): List", &native(reverse)).doc("A copy from last to first."),
    method("reverse(boolean mutate): List", &native(reverse_as)).doc("Turns the list round, or gives such a copy."),
    method("reverseEach(Closure action): List", &native(reverse_each))
        .doc("Calls the closure with each element, from last to first."),
    method("shuffle(): void", &native(shuffle_list)).doc("Puts the elements in a random order."),
    method("shuffle(Random random): void", &native(shuffle_with)).doc("Puts the elements in a random order."),
    method("shuffled(): List", &native(shuffled)).doc("A copy in a random order."),
    method("shuffled(Random random): List", &native(shuffled_with)).doc("A copy in a random order."),
    method("swap(int first, int second): List", &native(swap)).doc("Lets two elements change places."),
    method(
        "withDefault(Closure maker): List",
        &native(super::list_with_default::lazy),
    )
    .doc("A view that makes up missing elements."),
    method(
        "withEagerDefault(Closure maker): List",
        &native(super::list_with_default::eager),
    )
    .doc("A view that makes up missing elements, and those before them."),
    method(
        "withLazyDefault(Closure maker): List",
        &native(super::list_with_default::lazy),
    )
    .doc("A view that makes up missing elements."),
];

const INDEXING: &[Member] = &[
    method("getAt(int index): Object", &native(indexing::get))
        .doc("The element at an index, from either end; null past the last."),
    method("getAt(Number index): Object", &native(indexing::get_number)).doc("The element at an index."),
    method("getAt(Range indices): List", &native(get_range)).doc("The elements at these indices."),
    method("getAt(Collection indices): List", &native(get_each)).doc("The elements at these indices."),
    method("putAt(int index, Object value): void", &native(indexing::put))
        .doc("Replaces an element; grows with nulls."),
    method("putAt(Number index, Object value): void", &native(indexing::put_number))
        .doc("Replaces an element; grows with nulls."),
    method("putAt(Range indices, Object value): void", &native(indexing::put_range))
        .doc("Replaces a part by one element."),
    method(
        "putAt(Range indices, Collection items): void",
        &native(indexing::put_range_items),
    )
    .doc("Replaces a part by other elements."),
    method("putAt(List indices, Object value): void", &native(indexing::put_each))
        .doc("Replaces each of these elements."),
    method(
        "putAt(List indices, Collection items): void",
        &native(indexing::put_all),
    )
    .doc("Replaces these elements one by one."),
];

fn get_range(vm: &mut Vm, this: &Rc<List>, range: &crate::value::Range) -> Res {
    if this.default_closure().is_some() {
        return super::list_with_default::slice(vm, this, range);
    }
    let items = indexing::slice(vm, &this.to_vec(), range)?;
    super::similar::similar(vm, &Value::List(this.clone()), items)
}

fn get_each(vm: &mut Vm, this: &List, indices: Items) -> Res<Gathered> {
    if this.default_closure().is_some() {
        return super::list_with_default::pick(vm, this, indices);
    }
    indexing::pick(vm, &this.to_vec(), indices)
}

fn as_immutable(this: &List) -> Rc<List> {
    immutable::unmodifiable_list(&List::of(this.class, this.to_vec()))
}

fn plus_at(vm: &mut Vm, this: &List, index: i32, items: Items) -> Res<Vec<Value>> {
    let copy = List::new(this.to_vec());
    list::add_all_at(vm, &copy, index, items)?;
    Ok(copy.to_vec())
}

fn pop(vm: &mut Vm, this: &List) -> Res {
    if this.is_empty() {
        return Err(vm.throw(&throwables::NO_SUCH_ELEMENT_EXCEPTION, "Cannot pop() an empty List"));
    }
    list::remove_at(vm, this, 0)
}

fn push(vm: &mut Vm, this: &List, element: &Value) -> Res<bool> {
    list::add_at(vm, this, 0, element)?;
    Ok(true)
}

fn remove_last(vm: &mut Vm, this: &List) -> Res {
    let size = int_size(this.len());
    if size == 0 {
        return Err(vm.throw(
            &throwables::NO_SUCH_ELEMENT_EXCEPTION,
            "Cannot removeLast() an empty List",
        ));
    }
    list::remove_at(vm, this, size - 1)
}

fn reverse(this: &List) -> Vec<Value> {
    let mut items = this.to_vec();
    items.reverse();
    items
}

fn reverse_as(vm: &mut Vm, this: &Rc<List>, mutate: bool) -> Res<Rc<List>> {
    if !mutate {
        return Ok(List::new(reverse(this)));
    }
    permit(vm, this.access.overwrites())?;
    this.change(|items| items.reverse());
    Ok(this.clone())
}

fn reverse_each(vm: &mut Vm, this: &Rc<List>, action: &Rc<Closure>) -> Res<Rc<List>> {
    for index in (0..this.len()).rev() {
        let Some(item) = this.get(index) else {
            return Err(vm.throw_silent(&throwables::CONCURRENT_MODIFICATION_EXCEPTION));
        };
        super::closures::call1(vm, action, &item)?.done();
    }
    Ok(this.clone())
}

/// `list.swap(i, j)`.
pub fn swap(vm: &mut Vm, this: &Rc<List>, first: i32, second: i32) -> Res<Rc<List>> {
    permit(vm, this.access.overwrites())?;
    let size = this.len();
    for index in [first, second] {
        if elements::position(index, size).is_none() {
            return Err(list::bad_index(vm, this, index));
        }
    }
    this.change(|items| items.swap(first as usize, second as usize));
    Ok(this.clone())
}

/// Java's order of exchanges, so that a seeded `Random` gives the same result.
pub fn shuffle_with(vm: &mut Vm, this: &List, random: &Value) -> Res<()> {
    let mut items = this.to_vec();
    permit(vm, this.access.overwrites() || items.len() < 2)?;
    for size in (2..=items.len()).rev() {
        let other = shuffle::below(vm, random, int_size(size))?;
        items.swap(size - 1, (other.max(0) as usize).min(size - 1));
    }
    if this.access.overwrites() {
        drop(this.change(|all| std::mem::replace(all, items)));
    }
    Ok(())
}

/// `list.shuffle()`.
pub fn shuffle_list(vm: &mut Vm, this: &List) -> Res<()> {
    let random = shuffle::random(vm)?;
    shuffle_with(vm, this, &random)
}

fn shuffled(vm: &mut Vm, this: &List) -> Res<Rc<List>> {
    let copy = List::new(this.to_vec());
    shuffle_list(vm, &copy)?;
    Ok(copy)
}

fn shuffled_with(vm: &mut Vm, this: &List, random: &Value) -> Res<Rc<List>> {
    let copy = List::new(this.to_vec());
    shuffle_with(vm, &copy, random)?;
    Ok(copy)
}
