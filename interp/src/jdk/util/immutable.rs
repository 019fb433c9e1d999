//! Collections that cannot be changed: `List.of(…)` and its kin, and the wrappers of `java.util.Collections`.

use super::{array_list, collection, map, set, set_kinds, sorted_map, sorted_set};
use crate::jdk::lang::interfaces::SERIALIZABLE;
use crate::jdk::throwables;
use crate::registry::{Class, ClassId, Items, class};
use crate::value::{Access, Key, List, Map, Order, Set, Table, Value};
use crate::{Res, Vm};
use std::rc::Rc;

macro_rules! lists {
    ($($name:ident $java:literal $doc:literal;)*) => { $(
        #[doc = concat!("`", $java, "`")]
        pub static $name: Class = class($java)
            .doc($doc)
            .extends(&collection::ABSTRACT_LIST)
            .implements(&[&array_list::RANDOM_ACCESS, &SERIALIZABLE]);
    )* };
}

lists! {
    LIST_12 "java.util.ImmutableCollections$List12" "What `List.of` makes of one or two elements.";
    LIST_N "java.util.ImmutableCollections$ListN" "What `List.of` makes of none or many elements.";
    EMPTY_LIST "java.util.Collections$EmptyList" "A list without elements.";
    SINGLETON_LIST "java.util.Collections$SingletonList" "A list of one element.";
    COPIES_LIST "java.util.Collections$CopiesList" "The same element many times.";
    UNMODIFIABLE_RANDOM_ACCESS_LIST "java.util.Collections$UnmodifiableRandomAccessList" "A view of a list.";
    SYNCHRONIZED_RANDOM_ACCESS_LIST "java.util.Collections$SynchronizedRandomAccessList" "A view of a list.";
    CHECKED_RANDOM_ACCESS_LIST "java.util.Collections$CheckedRandomAccessList" "A view of a list.";
}

macro_rules! views {
    ($($name:ident $java:literal $interface:path, $doc:literal;)*) => { $(
        #[doc = concat!("`", $java, "`")]
        pub static $name: Class = class($java).doc($doc).implements(&[&$interface, &SERIALIZABLE]);
    )* };
}

views! {
    UNMODIFIABLE_COLLECTION "java.util.Collections$UnmodifiableCollection" collection::CLASS, "A view of a collection.";
    UNMODIFIABLE_LIST "java.util.Collections$UnmodifiableList" super::list::CLASS, "A view of a list.";
    UNMODIFIABLE_SET "java.util.Collections$UnmodifiableSet" set::CLASS, "A view of a set.";
    UNMODIFIABLE_SORTED_SET "java.util.Collections$UnmodifiableSortedSet" sorted_set::CLASS, "A view of a sorted set.";
    UNMODIFIABLE_NAVIGABLE_SET "java.util.Collections$UnmodifiableNavigableSet" sorted_set::NAVIGABLE, "A view of a sorted set.";
    UNMODIFIABLE_MAP "java.util.Collections$UnmodifiableMap" map::CLASS, "A view of a map.";
    UNMODIFIABLE_SORTED_MAP "java.util.Collections$UnmodifiableSortedMap" sorted_map::CLASS, "A view of a sorted map.";
    UNMODIFIABLE_NAVIGABLE_MAP "java.util.Collections$UnmodifiableNavigableMap" sorted_map::NAVIGABLE, "A view of a sorted map.";
    SYNCHRONIZED_COLLECTION "java.util.Collections$SynchronizedCollection" collection::CLASS, "A view of a collection.";
    SYNCHRONIZED_LIST "java.util.Collections$SynchronizedList" super::list::CLASS, "A view of a list.";
    SYNCHRONIZED_SET "java.util.Collections$SynchronizedSet" set::CLASS, "A view of a set.";
    SYNCHRONIZED_SORTED_SET "java.util.Collections$SynchronizedSortedSet" sorted_set::CLASS, "A view of a sorted set.";
    SYNCHRONIZED_MAP "java.util.Collections$SynchronizedMap" map::CLASS, "A view of a map.";
    SYNCHRONIZED_SORTED_MAP "java.util.Collections$SynchronizedSortedMap" sorted_map::CLASS, "A view of a sorted map.";
}

macro_rules! plain {
    ($($name:ident $java:literal $parent:path, $doc:literal;)*) => { $(
        #[doc = concat!("`", $java, "`")]
        pub static $name: Class = class($java).doc($doc).extends(&$parent).implements(&[&SERIALIZABLE]);
    )* };
}

plain! {
    SET_12 "java.util.ImmutableCollections$Set12" collection::ABSTRACT_SET, "What `Set.of` makes of one or two elements.";
    SET_N "java.util.ImmutableCollections$SetN" collection::ABSTRACT_SET, "What `Set.of` makes of none or many elements.";
    EMPTY_SET "java.util.Collections$EmptySet" collection::ABSTRACT_SET, "A set without elements.";
    SINGLETON_SET "java.util.Collections$SingletonSet" collection::ABSTRACT_SET, "A set of one element.";
    SET_FROM_MAP "java.util.Collections$SetFromMap" collection::ABSTRACT_SET, "A set kept as a map's keys.";
    MAP_1 "java.util.ImmutableCollections$Map1" map::ABSTRACT_MAP, "What `Map.of` makes of one entry.";
    MAP_N "java.util.ImmutableCollections$MapN" map::ABSTRACT_MAP, "What `Map.of` makes of none or many entries.";
    EMPTY_MAP "java.util.Collections$EmptyMap" map::ABSTRACT_MAP, "A map without entries.";
    SINGLETON_MAP "java.util.Collections$SingletonMap" map::ABSTRACT_MAP, "A map of one entry.";
}

/// The classes of this file.
pub static CLASSES: &[&Class] = &[
    &LIST_12,
    &LIST_N,
    &EMPTY_LIST,
    &SINGLETON_LIST,
    &COPIES_LIST,
    &UNMODIFIABLE_RANDOM_ACCESS_LIST,
    &SYNCHRONIZED_RANDOM_ACCESS_LIST,
    &CHECKED_RANDOM_ACCESS_LIST,
    &UNMODIFIABLE_COLLECTION,
    &UNMODIFIABLE_LIST,
    &UNMODIFIABLE_SET,
    &UNMODIFIABLE_SORTED_SET,
    &UNMODIFIABLE_NAVIGABLE_SET,
    &UNMODIFIABLE_MAP,
    &UNMODIFIABLE_SORTED_MAP,
    &UNMODIFIABLE_NAVIGABLE_MAP,
    &SYNCHRONIZED_COLLECTION,
    &SYNCHRONIZED_LIST,
    &SYNCHRONIZED_SET,
    &SYNCHRONIZED_SORTED_SET,
    &SYNCHRONIZED_MAP,
    &SYNCHRONIZED_SORTED_MAP,
    &SET_12,
    &SET_N,
    &EMPTY_SET,
    &SINGLETON_SET,
    &SET_FROM_MAP,
    &MAP_1,
    &MAP_N,
    &EMPTY_MAP,
    &SINGLETON_MAP,
];

/// The immutable kinds refuse to be asked for null.
#[inline]
pub fn check_question(vm: &mut Vm, class: ClassId, element: &Value) -> Res<()> {
    if element.is_null()
        && [&LIST_12, &LIST_N, &SET_12, &SET_N, &MAP_1, &MAP_N]
            .iter()
            .any(|c| c.id() == class)
    {
        return Err(vm.throw_silent(&throwables::NULL_POINTER_EXCEPTION));
    }
    Ok(())
}

fn check_elements(vm: &mut Vm, items: &[Value]) -> Res<()> {
    if items.iter().any(Value::is_null) {
        return Err(vm.throw_silent(&throwables::NULL_POINTER_EXCEPTION));
    }
    Ok(())
}

/// An immutable list of these elements, nulls allowed, as `stream.toList()` gives it.
pub fn list(items: Vec<Value>) -> Rc<List> {
    let class = if matches!(items.len(), 1 | 2) {
        &LIST_12
    } else {
        &LIST_N
    };
    List::restricted(class.id(), Access::ReadOnly, items)
}

/// `List.of(items…)`; one array stands for its elements.
pub fn list_of(vm: &mut Vm, items: &[Value]) -> Res<Rc<List>> {
    let items = spread(items);
    check_elements(vm, &items)?;
    Ok(list(items))
}

/// `List.of(item)`: an array of primitives is one element.
pub fn list_of_one(vm: &mut Vm, item: &Value) -> Res<Rc<List>> {
    check_elements(vm, std::slice::from_ref(item))?;
    Ok(list(vec![item.clone()]))
}

/// `Set.of(item)`.
pub fn set_of_one(vm: &mut Vm, item: &Value) -> Res<Rc<Set>> {
    immutable_set(vm, std::slice::from_ref(item), true)
}

/// The variable arguments of a factory: a lone array of objects is taken apart.
pub fn spread(items: &[Value]) -> Vec<Value> {
    match items {
        [Value::Array(array)] if !array.component.is_primitive() => array.to_vec(),
        other => other.to_vec(),
    }
}

/// `List.copyOf(items)`: an immutable list is its own copy.
pub fn list_copy(vm: &mut Vm, items: Items) -> Res<Rc<List>> {
    if let Value::List(l) = items.0
        && [&LIST_12, &LIST_N].iter().any(|c| c.id() == l.class)
    {
        return Ok(l.clone());
    }
    let items = vm.items(items.0)?;
    check_elements(vm, &items)?;
    Ok(list(items.into_vec()))
}

fn immutable_set(vm: &mut Vm, items: &[Value], unique: bool) -> Res<Rc<Set>> {
    check_elements(vm, items)?;
    let made = set_kinds::linked(vm, &[])?;
    for item in items {
        if !vm.set_add(&made, item)? && unique {
            let text = vm.to_text(item)?;
            return Err(vm.illegal_argument(format!("duplicate element: {text}")));
        }
    }
    let table = made.borrow().clone();
    let class = if matches!(table.len(), 1 | 2) { &SET_12 } else { &SET_N };
    Ok(Set::restricted(class.id(), Access::ReadOnly, table))
}

/// `Set.of(items…)`.
pub fn set_of(vm: &mut Vm, items: &[Value]) -> Res<Rc<Set>> {
    immutable_set(vm, &spread(items), true)
}

/// `Set.copyOf(items)`.
pub fn set_copy(vm: &mut Vm, items: Items) -> Res<Rc<Set>> {
    if let Value::Set(s) = items.0
        && [&SET_12, &SET_N].iter().any(|c| c.id() == s.class)
    {
        return Ok(s.clone());
    }
    let items = vm.items(items.0)?;
    immutable_set(vm, &items, false)
}

/// An immutable map of some pairs; a repeated key is an exception.
pub fn map_of_pairs(vm: &mut Vm, pairs: &[(Value, Value)]) -> Res<Rc<Map>> {
    let made = Map::empty();
    for (key, value) in pairs {
        check_elements(vm, &[key.clone(), value.clone()])?;
        if vm.map_put(&made, key, value.clone())?.is_some() {
            let text = vm.to_text(key)?;
            return Err(vm.illegal_argument(format!("duplicate key: {text}")));
        }
    }
    let table = made.borrow().clone();
    let class = if table.len() == 1 { &MAP_1 } else { &MAP_N };
    Ok(Map::restricted(class.id(), Access::ReadOnly, table))
}

/// `Collections.emptyList()`.
pub fn empty_list() -> Rc<List> {
    List::restricted(EMPTY_LIST.id(), Access::ReadOnly, Vec::new())
}

/// `Collections.emptySet()`.
pub fn empty_set() -> Rc<Set> {
    Set::restricted(EMPTY_SET.id(), Access::ReadOnly, Table::new(Order::Insertion))
}

/// `Collections.emptyMap()`.
pub fn empty_map() -> Rc<Map> {
    Map::restricted(EMPTY_MAP.id(), Access::ReadOnly, Table::new(Order::Insertion))
}

/// `Collections.singletonList(element)`.
pub fn singleton_list(element: &Value) -> Rc<List> {
    List::restricted(SINGLETON_LIST.id(), Access::ReadOnly, vec![element.clone()])
}

/// `Collections.singleton(element)`.
pub fn singleton(vm: &mut Vm, element: &Value) -> Res<Rc<Set>> {
    let mut table = Table::new(Order::Insertion);
    let hash = vm.hash(element)?;
    table.insert(
        Key {
            hash,
            value: element.clone(),
        },
        Value::Null,
    );
    Ok(Set::restricted(SINGLETON_SET.id(), Access::ReadOnly, table))
}

/// `Collections.singletonMap(key, value)`.
pub fn singleton_map(vm: &mut Vm, key: &Value, value: &Value) -> Res<Rc<Map>> {
    let mut table = Table::new(Order::Insertion);
    let hash = vm.hash(key)?;
    table.insert(
        Key {
            hash,
            value: key.clone(),
        },
        value.clone(),
    );
    Ok(Map::restricted(SINGLETON_MAP.id(), Access::ReadOnly, table))
}

/// `Collections.unmodifiableList(list)`.
pub fn unmodifiable_list(list: &Rc<List>) -> Rc<List> {
    let linked = list.class == ClassId::LINKED_LIST;
    let class = if linked {
        &UNMODIFIABLE_LIST
    } else {
        &UNMODIFIABLE_RANDOM_ACCESS_LIST
    };
    List::view(class.id(), Access::ReadOnly, list)
}

/// `Collections.unmodifiableCollection(items)`.
pub fn unmodifiable_collection(vm: &mut Vm, items: &Value) -> Res {
    Ok(match items {
        Value::List(l) => List::view(UNMODIFIABLE_COLLECTION.id(), Access::ReadOnly, l).into(),
        Value::Set(s) => Set::view(UNMODIFIABLE_COLLECTION.id(), Access::ReadOnly, s).into(),
        other => List::restricted(
            UNMODIFIABLE_COLLECTION.id(),
            Access::ReadOnly,
            vm.items(other)?.into_vec(),
        )
        .into(),
    })
}

/// `Collections.unmodifiableSet(set)`.
pub fn unmodifiable_set(set: &Rc<Set>) -> Rc<Set> {
    Set::view(UNMODIFIABLE_SET.id(), Access::ReadOnly, set)
}

/// `Collections.unmodifiableSortedSet(set)`.
pub fn unmodifiable_sorted_set(set: &Rc<Set>) -> Rc<Set> {
    Set::view(UNMODIFIABLE_SORTED_SET.id(), Access::ReadOnly, set)
}

/// `Collections.unmodifiableMap(map)`.
pub fn unmodifiable_map(map: &Rc<Map>) -> Rc<Map> {
    Map::view(UNMODIFIABLE_MAP.id(), Access::ReadOnly, map, Value::Null)
}

/// `Collections.unmodifiableSortedMap(map)`.
pub fn unmodifiable_sorted_map(map: &Rc<Map>) -> Rc<Map> {
    let order = map.extra.borrow().clone();
    Map::view(UNMODIFIABLE_SORTED_MAP.id(), Access::ReadOnly, map, order)
}

/// `Collections.synchronizedList(list)`: there is one thread, so only the class differs.
pub fn synchronized_list(list: &Rc<List>) -> Rc<List> {
    let linked = list.class == ClassId::LINKED_LIST;
    let class = if linked {
        &SYNCHRONIZED_LIST
    } else {
        &SYNCHRONIZED_RANDOM_ACCESS_LIST
    };
    List::view(class.id(), list.access, list)
}

/// `Collections.synchronizedCollection(items)`.
pub fn synchronized_collection(items: &Value) -> Value {
    match items {
        Value::List(l) => List::view(SYNCHRONIZED_COLLECTION.id(), l.access, l).into(),
        Value::Set(s) => Set::view(SYNCHRONIZED_COLLECTION.id(), s.access, s).into(),
        other => other.clone(),
    }
}

/// `Collections.synchronizedSet(set)`.
pub fn synchronized_set(set: &Rc<Set>) -> Rc<Set> {
    Set::view(SYNCHRONIZED_SET.id(), set.access, set)
}

/// `Collections.synchronizedSortedSet(set)`.
pub fn synchronized_sorted_set(set: &Rc<Set>) -> Rc<Set> {
    Set::view(SYNCHRONIZED_SORTED_SET.id(), set.access, set)
}

/// `Collections.synchronizedMap(map)`.
pub fn synchronized_map(map: &Rc<Map>) -> Rc<Map> {
    Map::view(SYNCHRONIZED_MAP.id(), map.access, map, Value::Null)
}

/// `Collections.synchronizedSortedMap(map)`.
pub fn synchronized_sorted_map(map: &Rc<Map>) -> Rc<Map> {
    let order = map.extra.borrow().clone();
    Map::view(SYNCHRONIZED_SORTED_MAP.id(), map.access, map, order)
}
