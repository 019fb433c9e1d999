//! The classes of maps, their constructors, and the classes of their views.

use super::map::{self, ABSTRACT_MAP};
use crate::jdk::lang::interfaces::{CLONEABLE, SERIALIZABLE};
use crate::registry::{Class, ClassId, Items, Kind, Member, class, interface, method, native, raw, slice};
use crate::semantics::number::narrow_to_i32;
use crate::value::{Map, Order, Table, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// `java.util.HashMap`.
pub static HASH_MAP: Class = class("java.util.HashMap")
    .doc("A map in no particular order.")
    .extends(&ABSTRACT_MAP)
    .implements(&[&map::CLASS, &CLONEABLE, &SERIALIZABLE])
    .members(CONSTRUCTORS);

/// `java.util.LinkedHashMap`.
pub static LINKED_HASH_MAP: Class = class("java.util.LinkedHashMap")
    .doc("A map in the order in which its keys came; what a map literal makes.")
    .extends(&HASH_MAP)
    .implements(&[&map::CLASS])
    .members(CONSTRUCTORS);

/// `java.util.concurrent.ConcurrentMap`.
pub static CONCURRENT_MAP: Class = interface("java.util.concurrent.ConcurrentMap")
    .doc("A map for many threads.")
    .implements(&[&map::CLASS]);

/// `java.util.concurrent.ConcurrentHashMap`.
pub static CONCURRENT_HASH_MAP: Class = class("java.util.concurrent.ConcurrentHashMap")
    .doc("A map without nulls, which may change while it is walked over.")
    .extends(&ABSTRACT_MAP)
    .implements(&[&CONCURRENT_MAP, &SERIALIZABLE])
    .members(CONSTRUCTORS);

/// `java.util.Dictionary`.
pub static DICTIONARY: Class = class("java.util.Dictionary").abstract_class();

/// `java.util.Hashtable`.
pub static HASHTABLE: Class = class("java.util.Hashtable")
    .doc("A map without nulls, of Java's first days.")
    .extends(&DICTIONARY)
    .implements(&[&map::CLASS, &CLONEABLE, &SERIALIZABLE])
    .members(&[
        raw(Kind::Constructor, "Hashtable()", &slice(create)),
        raw(Kind::Constructor, "Hashtable(int capacity)", &slice(create_sized)),
        raw(Kind::Constructor, "Hashtable(Map other)", &slice(create)),
        method("clone(): Object", &native(copy)).doc("A new map with the same entries."),
        method("contains(Object value): boolean", &native(map::contains_value))
            .doc("Whether some key has an equal value."),
        method("elements(): Enumeration", &native(elements)).doc("A walk over the values."),
        method("keys(): Enumeration", &native(keys)).doc("A walk over the keys."),
    ]);

/// `java.util.IdentityHashMap`.
pub static IDENTITY_HASH_MAP: Class = class("java.util.IdentityHashMap")
    .doc("A map whose keys are equal only to themselves.")
    .extends(&ABSTRACT_MAP)
    .implements(&[&map::CLASS, &CLONEABLE, &SERIALIZABLE])
    .members(CONSTRUCTORS);

/// `java.util.WeakHashMap`.
pub static WEAK_HASH_MAP: Class = class("java.util.WeakHashMap")
    .doc("A map that may forget keys which nothing else holds; this one keeps them.")
    .extends(&ABSTRACT_MAP)
    .implements(&[&map::CLASS])
    .members(CONSTRUCTORS);

const CONSTRUCTORS: &[Member] = &[
    raw(Kind::Constructor, "HashMap()", &slice(create)),
    raw(Kind::Constructor, "HashMap(int capacity)", &slice(create_sized)),
    raw(
        Kind::Constructor,
        "HashMap(int capacity, float load)",
        &slice(create_sized),
    ),
    raw(Kind::Constructor, "HashMap(Map other)", &slice(create)),
    method("clone(): Object", &native(copy)).doc("A new map of the same class with the same entries."),
];

macro_rules! views {
    ($($name:ident $java:literal $parent:path;)*) => {
        $(#[doc = concat!("`", $java, "`")] pub static $name: Class = class($java).extends(&$parent);)*
        /// The classes of views.
        pub static VIEWS: &[&Class] = &[$(&$name),*];
    };
}

views! {
    KEY_SET "java.util.HashMap$KeySet" super::collection::ABSTRACT_SET;
    VALUES "java.util.HashMap$Values" super::map_views::VALUES;
    ENTRY_SET "java.util.HashMap$EntrySet" super::map_views::ENTRIES;
    LINKED_KEY_SET "java.util.LinkedHashMap$LinkedKeySet" super::collection::ABSTRACT_SET;
    LINKED_VALUES "java.util.LinkedHashMap$LinkedValues" super::map_views::VALUES;
    LINKED_ENTRY_SET "java.util.LinkedHashMap$LinkedEntrySet" super::map_views::ENTRIES;
    TREE_KEY_SET "java.util.TreeMap$KeySet" super::sorted_set::TREE_SET;
    TREE_VALUES "java.util.TreeMap$Values" super::map_views::VALUES;
    TREE_ENTRY_SET "java.util.TreeMap$EntrySet" super::map_views::ENTRIES;
    CONCURRENT_KEY_SET "java.util.concurrent.ConcurrentHashMap$KeySetView" super::collection::ABSTRACT_SET;
    CONCURRENT_VALUES "java.util.concurrent.ConcurrentHashMap$ValuesView" super::map_views::VALUES;
    CONCURRENT_ENTRY_SET "java.util.concurrent.ConcurrentHashMap$EntrySetView" super::map_views::ENTRIES;
    UNMODIFIABLE_KEY_SET "java.util.Collections$UnmodifiableSet$Keys" super::collection::ABSTRACT_SET;
    UNMODIFIABLE_VALUES "java.util.Collections$UnmodifiableCollection$Values" super::map_views::VALUES;
    UNMODIFIABLE_ENTRY_SET "java.util.Collections$UnmodifiableMap$UnmodifiableEntrySet" super::map_views::ENTRIES;
}

/// The classes of a map's three views.
fn views(class: ClassId) -> [&'static Class; 3] {
    let unmodifiable = [
        &super::immutable::UNMODIFIABLE_MAP,
        &super::immutable::UNMODIFIABLE_SORTED_MAP,
    ];
    if class == ClassId::LINKED_HASH_MAP || class == crate::gdk::map_with_default::CLASS.id() {
        [&LINKED_KEY_SET, &LINKED_VALUES, &LINKED_ENTRY_SET]
    } else if class == ClassId::TREE_MAP {
        [&TREE_KEY_SET, &TREE_VALUES, &TREE_ENTRY_SET]
    } else if class == CONCURRENT_HASH_MAP.id() {
        [&CONCURRENT_KEY_SET, &CONCURRENT_VALUES, &CONCURRENT_ENTRY_SET]
    } else if unmodifiable.iter().any(|c| c.id() == class) {
        [
            &super::immutable::UNMODIFIABLE_SET,
            &UNMODIFIABLE_VALUES,
            &UNMODIFIABLE_ENTRY_SET,
        ]
    } else {
        [&KEY_SET, &VALUES, &ENTRY_SET]
    }
}

/// The class of `map.keySet()`.
pub fn key_set_class(class: ClassId) -> ClassId {
    let [keys, _, _] = views(class);
    keys.id()
}

/// The class of `map.values()`.
pub fn values_class(class: ClassId) -> &'static Class {
    let [_, values, _] = views(class);
    values
}

/// The class of `map.entrySet()`.
pub fn entry_set_class(class: ClassId) -> &'static Class {
    let [_, _, entries] = views(class);
    entries
}

/// Whether the maps of a class take no nulls.
pub fn refuses_null(class: ClassId) -> bool {
    use super::immutable::{MAP_1, MAP_N};
    [&CONCURRENT_HASH_MAP, &HASHTABLE, &MAP_1, &MAP_N]
        .iter()
        .any(|c| c.id() == class)
}

/// How the maps of a class hand out their entries.
pub fn order(class: ClassId) -> Order {
    if class == ClassId::LINKED_HASH_MAP || class == IDENTITY_HASH_MAP.id() {
        Order::Insertion
    } else {
        Order::Buckets
    }
}

fn create(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let class = this.as_class().unwrap_or(ClassId::HASH_MAP);
    let map = Map::of(class, Table::new(order(class)), Value::Null);
    match args.first() {
        None => {}
        Some(Value::Null) => return Err(vm.throw_silent(&crate::jdk::throwables::NULL_POINTER_EXCEPTION)),
        Some(other) => {
            let pairs = vm.pairs(other)?;
            map.borrow().presize(pairs.len());
            for (key, value) in &pairs {
                vm.tick()?;
                map::put(vm, &map, key, value)?.done();
            }
        }
    }
    Ok(Value::Map(map))
}

fn create_sized(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let class = this.as_class().unwrap_or(ClassId::HASH_MAP);
    let capacity = args.first().and_then(narrow_to_i32).unwrap_or(16);
    if capacity < 0 {
        let what = if class == HASHTABLE.id() {
            "Illegal Capacity"
        } else {
            "Illegal initial capacity"
        };
        return Err(vm.illegal_argument(format!("{what}: {capacity}")));
    }
    let table = Table::with_capacity(order(class), capacity as usize);
    Ok(Value::Map(Map::of(class, table, Value::Null)))
}

/// `map.clone()`.
pub fn copy(map: &Map) -> Rc<Map> {
    let (table, extra) = (map.borrow().clone(), map.extra.borrow().clone());
    Map::of(map.class, table, extra)
}

fn elements(vm: &mut Vm, map: &Map) -> Res {
    let values: Vec<Value> = map.borrow().iter().map(|(_, v)| v.clone()).collect();
    super::enumeration::of(vm, Items(&Value::list(values)))
}

fn keys(vm: &mut Vm, map: &Map) -> Res {
    super::enumeration::of(vm, Items(&Value::list(map.borrow().keys())))
}
