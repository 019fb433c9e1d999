//! `java.util.Collections`.

use super::comparator;
use super::comparison::{By, binary_search, extreme};
use super::elements::{self, int_size, no_such_element, permit};
use super::{enumeration, immutable, list, map, sorted_map, sorted_set};
use crate::gdk;
use crate::registry::{Class, Func, Items, class, constant, function, unbound};
use crate::value::{Access, List, Map, Set, Value};
use crate::{Res, Vm};
use std::cmp::Ordering;
use std::rc::Rc;

/// `java.util.Collections`.
pub static CLASS: Class = class("java.util.Collections")
    .doc("What can be done with collections.")
    .members(&[
        constant("EMPTY_LIST: List", &unbound(immutable::empty_list)),
        constant("EMPTY_MAP: Map", &unbound(immutable::empty_map)),
        constant("EMPTY_SET: Set", &unbound(immutable::empty_set)),
        function("addAll(Collection target, Object... items): boolean", &unbound(add_all)).doc("Adds some elements."),
        function("asLifoQueue(Deque queue): Queue", &unbound(|q: &Rc<List>| q.clone())).doc("The queue."),
        function(
            "binarySearch(List items, Object key): int",
            &unbound(|vm: &mut Vm, l: &List, k: &Value| binary_search(vm, &l.to_vec(), k, &By::Natural)),
        )
        .doc("Where a key stands in a sorted list."),
        function(
            "binarySearch(List items, Object key, Comparator order): int",
            &unbound(|vm: &mut Vm, l: &List, k: &Value, o: Option<Func>| {
                binary_search(vm, &l.to_vec(), k, &By::comparator(o))
            }),
        )
        .doc("Where a key stands in a sorted list."),
        function(
            "checkedList(List items, Class type): List",
            &unbound(|l: &Rc<List>, _t: &Value| List::view(immutable::CHECKED_RANDOM_ACCESS_LIST.id(), l.access, l)),
        )
        .doc("A view; classes are not checked."),
        function("copy(List target, List source): void", &unbound(copy))
            .doc("Overwrites the first elements of one list by those of another."),
        function(
            "disjoint(Collection first, Collection second): boolean",
            &unbound(disjoint),
        )
        .doc("Whether no element is in both."),
        function(
            "emptyEnumeration(): Enumeration",
            &unbound(|vm: &mut Vm| enumeration::of(vm, Items(&Value::list(vec![])))),
        )
        .doc("No elements."),
        function(
            "emptyIterator(): Iterator",
            &unbound(|vm: &mut Vm| super::iterator::of(vm, &Value::list(vec![]))),
        )
        .doc("No elements."),
        function("emptyList(): List", &unbound(immutable::empty_list)).doc("An immutable list without elements."),
        function(
            "emptyListIterator(): ListIterator",
            &unbound(|| super::list_iterator::of(&immutable::empty_list())),
        )
        .doc("No elements."),
        function("emptyMap(): Map", &unbound(immutable::empty_map)).doc("An immutable map without entries."),
        function(
            "emptyNavigableMap(): NavigableMap",
            &unbound(|| immutable::unmodifiable_sorted_map(&sorted_map::tree(Value::Null))),
        )
        .doc("An immutable map without entries."),
        function(
            "emptyNavigableSet(): NavigableSet",
            &unbound(|| immutable::unmodifiable_sorted_set(&sorted_set::tree(Value::Null))),
        )
        .doc("An immutable set without elements."),
        function("emptySet(): Set", &unbound(immutable::empty_set)).doc("An immutable set without elements."),
        function(
            "emptySortedMap(): SortedMap",
            &unbound(|| immutable::unmodifiable_sorted_map(&sorted_map::tree(Value::Null))),
        )
        .doc("An immutable map without entries."),
        function(
            "emptySortedSet(): SortedSet",
            &unbound(|| immutable::unmodifiable_sorted_set(&sorted_set::tree(Value::Null))),
        )
        .doc("An immutable set without elements."),
        function("enumeration(Collection items): Enumeration", &unbound(enumeration::of))
            .doc("A walk over the elements."),
        function("fill(List items, Object value): void", &unbound(fill)).doc("Overwrites each element."),
        function("frequency(Collection items, Object value): int", &unbound(frequency))
            .doc("How many elements are equal to a value."),
        function(
            "indexOfSubList(List items, List part): int",
            &unbound(|vm: &mut Vm, a: &List, b: &List| index_of_part(vm, a, b, false)),
        )
        .doc("Where a part first begins, or -1."),
        function(
            "lastIndexOfSubList(List items, List part): int",
            &unbound(|vm: &mut Vm, a: &List, b: &List| index_of_part(vm, a, b, true)),
        )
        .doc("Where a part last begins, or -1."),
        function(
            "list(Enumeration items): ArrayList",
            &unbound(|vm: &mut Vm, items: Items| vm.items(items.0)),
        )
        .doc("A list of what is walked over."),
        function(
            "max(Collection items): Object",
            &unbound(|vm: &mut Vm, c: Items| best(vm, c, None, Ordering::Greater)),
        )
        .doc("The greatest element."),
        function(
            "max(Collection items, Comparator order): Object",
            &unbound(|vm: &mut Vm, c: Items, o: Option<Func>| best(vm, c, o, Ordering::Greater)),
        )
        .doc("The greatest element in an order."),
        function(
            "min(Collection items): Object",
            &unbound(|vm: &mut Vm, c: Items| best(vm, c, None, Ordering::Less)),
        )
        .doc("The least element."),
        function(
            "min(Collection items, Comparator order): Object",
            &unbound(|vm: &mut Vm, c: Items, o: Option<Func>| best(vm, c, o, Ordering::Less)),
        )
        .doc("The least element in an order."),
        function("nCopies(int count, Object value): List", &unbound(copies))
            .doc("An immutable list of one value many times."),
        function("newSetFromMap(Map map): Set", &unbound(set_from_map)).doc("A set with the order of a map's keys."),
        function(
            "replaceAll(List items, Object old, Object value): boolean",
            &unbound(replace_all),
        )
        .doc("Overwrites the elements that are equal to a value."),
        function("reverse(List items): void", &unbound(reverse)).doc("Turns a list round."),
        function("reverseOrder(): Comparator", &unbound(comparator::reverse_order))
            .doc("The opposite of the natural order."),
        function("reverseOrder(Comparator order): Comparator", &unbound(reverse_order))
            .doc("The opposite of an order."),
        function("rotate(List items, int distance): void", &unbound(rotate))
            .doc("Moves elements along; those pushed out come in at the other end."),
        function("shuffle(List items): void", &unbound(gdk::list::shuffle_list))
            .doc("Puts the elements in a random order."),
        function(
            "shuffle(List items, Random random): void",
            &unbound(gdk::list::shuffle_with),
        )
        .doc("Puts the elements in a random order."),
        function("singleton(Object value): Set", &unbound(immutable::singleton))
            .doc("An immutable set of one element."),
        function("singletonList(Object value): List", &unbound(immutable::singleton_list))
            .doc("An immutable list of one element."),
        function(
            "singletonMap(Object key, Object value): Map",
            &unbound(immutable::singleton_map),
        )
        .doc("An immutable map of one entry."),
        function(
            "sort(List items): void",
            &unbound(|vm: &mut Vm, l: &List| list::sort_list(vm, l, &By::Natural)),
        )
        .doc("Sorts in the natural order."),
        function(
            "sort(List items, Comparator order): void",
            &unbound(|vm: &mut Vm, l: &List, o: Option<Func>| list::sort_list(vm, l, &By::comparator(o))),
        )
        .doc("Sorts in an order."),
        function(
            "swap(List items, int first, int second): void",
            &unbound(|vm: &mut Vm, l: &Rc<List>, a: i32, b: i32| gdk::list::swap(vm, l, a, b).map(drop)),
        )
        .doc("Lets two elements change places."),
        function(
            "synchronizedCollection(Collection items): Collection",
            &unbound(immutable::synchronized_collection),
        )
        .doc("The collection for several threads."),
        function(
            "synchronizedList(List items): List",
            &unbound(immutable::synchronized_list),
        )
        .doc("The list for several threads."),
        function("synchronizedMap(Map map): Map", &unbound(immutable::synchronized_map))
            .doc("The map for several threads."),
        function("synchronizedSet(Set items): Set", &unbound(immutable::synchronized_set))
            .doc("The set for several threads."),
        function(
            "synchronizedSortedMap(SortedMap map): SortedMap",
            &unbound(immutable::synchronized_sorted_map),
        )
        .doc("The map for several threads."),
        function(
            "synchronizedSortedSet(SortedSet items): SortedSet",
            &unbound(immutable::synchronized_sorted_set),
        )
        .doc("The set for several threads."),
        function(
            "unmodifiableCollection(Collection items): Collection",
            &unbound(immutable::unmodifiable_collection),
        )
        .doc("A view that cannot be changed."),
        function(
            "unmodifiableList(List items): List",
            &unbound(immutable::unmodifiable_list),
        )
        .doc("A view that cannot be changed."),
        function("unmodifiableMap(Map map): Map", &unbound(immutable::unmodifiable_map))
            .doc("A view that cannot be changed."),
        function(
            "unmodifiableNavigableMap(NavigableMap map): NavigableMap",
            &unbound(unmodifiable_navigable_map),
        )
        .doc("A view that cannot be changed."),
        function(
            "unmodifiableNavigableSet(NavigableSet items): NavigableSet",
            &unbound(unmodifiable_navigable_set),
        )
        .doc("A view that cannot be changed."),
        function("unmodifiableSet(Set items): Set", &unbound(immutable::unmodifiable_set))
            .doc("A view that cannot be changed."),
        function(
            "unmodifiableSortedMap(SortedMap map): SortedMap",
            &unbound(immutable::unmodifiable_sorted_map),
        )
        .doc("A view that cannot be changed."),
        function(
            "unmodifiableSortedSet(SortedSet items): SortedSet",
            &unbound(immutable::unmodifiable_sorted_set),
        )
        .doc("A view that cannot be changed."),
    ]);

fn add_all(vm: &mut Vm, target: &Value, items: &[Value]) -> Res<bool> {
    elements::add_all(vm, target, immutable::spread(items))
}

fn copy(vm: &mut Vm, target: &List, source: &List) -> Res<()> {
    permit(vm, target.access.overwrites())?;
    let items = source.to_vec();
    if items.len() > target.len() {
        return Err(vm.index_out_of_bounds("Source does not fit in dest"));
    }
    for (index, item) in items.into_iter().enumerate() {
        target.set(index, item);
    }
    Ok(())
}

fn disjoint(vm: &mut Vm, first: Items, second: &Value) -> Res<bool> {
    let mut walk = vm.iterate(first.0)?;
    while let Some(item) = walk.next(vm)? {
        if elements::contains(vm, second, &item)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn fill(vm: &mut Vm, items: &List, value: &Value) -> Res<()> {
    permit(vm, items.access.overwrites())?;
    drop(items.change(|all| {
        let size = all.len();
        std::mem::replace(all, vec![value.clone(); size])
    }));
    Ok(())
}

fn frequency(vm: &mut Vm, items: Items, value: &Value) -> Res<i32> {
    let (mut walk, mut count) = (vm.iterate(items.0)?, 0);
    while let Some(item) = walk.next(vm)? {
        count += i32::from(vm.java_equals(value, &item)?);
    }
    Ok(count)
}

fn index_of_part(vm: &mut Vm, items: &List, part: &List, last: bool) -> Res<i32> {
    let (items, part) = (items.to_vec(), part.to_vec());
    let mut found = -1;
    for start in 0..(items.len() + 1).saturating_sub(part.len()) {
        let mut equal = true;
        for (a, b) in part.iter().zip(items.iter().skip(start)) {
            vm.tick()?;
            if !vm.java_equals(a, b)? {
                equal = false;
                break;
            }
        }
        if equal {
            found = int_size(start);
            if !last {
                break;
            }
        }
    }
    Ok(found)
}

fn best(vm: &mut Vm, items: Items, order: Option<Func>, wanted: Ordering) -> Res {
    let walk = vm.iterate(items.0)?;
    let best = extreme(vm, walk, &By::comparator(order), wanted)?;
    best.ok_or(()).map_err(|()| no_such_element(vm))
}

fn copies(vm: &mut Vm, count: i32, value: &Value) -> Res<Rc<List>> {
    let Ok(size) = usize::try_from(count) else {
        return Err(vm.illegal_argument(format!("List length = {count}")));
    };
    vm.tick_many(size)?;
    vm.reserve(16 * size)?;
    Ok(List::restricted(
        immutable::COPIES_LIST.id(),
        Access::ReadOnly,
        vec![value.clone(); size],
    ))
}

fn set_from_map(vm: &mut Vm, map: &Rc<Map>) -> Res<Rc<Set>> {
    if !map.is_empty() {
        return Err(vm.illegal_argument("Map is non-empty"));
    }
    let table = map::base(map).borrow().clone();
    Ok(Set::of(immutable::SET_FROM_MAP.id(), table, map::base_extra(map)))
}

fn replace_all(vm: &mut Vm, items: &List, old: &Value, value: &Value) -> Res<bool> {
    let mut changed = false;
    for (index, item) in items.to_vec().iter().enumerate() {
        vm.tick()?;
        if vm.java_equals(old, item)? {
            permit(vm, items.access.overwrites())?;
            items.set(index, value.clone());
            changed = true;
        }
    }
    Ok(changed)
}

fn reverse(vm: &mut Vm, items: &List) -> Res<()> {
    permit(vm, items.access.overwrites() || items.len() < 2)?;
    items.change(|all| all.reverse());
    Ok(())
}

fn reverse_order(order: Option<Func>) -> Value {
    match order {
        Some(order) => comparator::reversed(order),
        None => comparator::reverse_order().into(),
    }
}

fn rotate(vm: &mut Vm, items: &List, distance: i32) -> Res<()> {
    let size = items.len();
    if size == 0 {
        return Ok(());
    }
    permit(vm, items.access.overwrites())?;
    let by = (distance as i64).rem_euclid(size as i64) as usize;
    items.change(|all| {
        let by = by.min(all.len());
        all.rotate_right(by);
    });
    Ok(())
}

fn unmodifiable_navigable_map(map: &Rc<Map>) -> Rc<Map> {
    let order = map.extra.borrow().clone();
    Map::view(immutable::UNMODIFIABLE_NAVIGABLE_MAP.id(), Access::ReadOnly, map, order)
}

fn unmodifiable_navigable_set(set: &Rc<Set>) -> Rc<Set> {
    Set::view(immutable::UNMODIFIABLE_NAVIGABLE_SET.id(), Access::ReadOnly, set)
}
