//! `java.util.Map.Entry` and the entries that natives hand out.

use super::comparator;
use crate::jdk::throwables;
use crate::registry::{Class, class, constructor, function, interface, method, native, required, unbound};
use crate::value::{Host, HostType, Key, Map, Str, Value};
use crate::{Res, Vm};
use std::cell::RefCell;
use std::rc::Rc;

/// `java.util.Map.Entry`.
pub static INTERFACE: Class = interface("java.util.Map$Entry")
    .aliases(&["java.util.Map.Entry"])
    .doc("A key of a map with its value.")
    .members(&[
        required("getKey(): Object").doc("The key."),
        required("getValue(): Object").doc("The value."),
        required("setValue(Object value): Object").doc("Puts another value under the key."),
        function("comparingByKey(): Comparator", &unbound(comparator::by_key)).doc("The order of keys."),
        function(
            "comparingByKey(Comparator order): Comparator",
            &unbound(comparator::by_key_in),
        )
        .doc("An order of keys."),
        function("comparingByValue(): Comparator", &unbound(comparator::by_value)).doc("The order of values."),
        function(
            "comparingByValue(Comparator order): Comparator",
            &unbound(comparator::by_value_in),
        )
        .doc("An order of values."),
    ]);

/// The entries of a map: what is set in them stands in the map.
pub static LIVE: Class = class("java.util.LinkedHashMap$Entry")
    .implements(&[&INTERFACE])
    .members(MEMBERS);

/// `java.util.AbstractMap.SimpleEntry`.
pub static SIMPLE: Class = class("java.util.AbstractMap$SimpleEntry")
    .aliases(&["java.util.AbstractMap.SimpleEntry"])
    .implements(&[&INTERFACE])
    .members(MEMBERS)
    .groovy(&[
        constructor("SimpleEntry(Object key, Object value)", &unbound(simple)).doc("An entry that belongs to no map.")
    ]);

/// `java.util.AbstractMap.SimpleImmutableEntry`.
pub static IMMUTABLE: Class = class("java.util.AbstractMap$SimpleImmutableEntry")
    .aliases(&["java.util.AbstractMap.SimpleImmutableEntry"])
    .implements(&[&INTERFACE])
    .members(MEMBERS)
    .groovy(&[
        constructor("SimpleImmutableEntry(Object key, Object value)", &unbound(immutable))
            .doc("An entry that belongs to no map and stays as it is."),
    ]);

/// `groovy.util.MapEntry`.
pub static GROOVY: Class = class("groovy.util.MapEntry")
    .implements(&[&INTERFACE])
    .members(MEMBERS)
    .groovy(&[
        constructor("MapEntry(Object key, Object value)", &unbound(groovy)).doc("An entry that belongs to no map.")
    ]);

const MEMBERS: &[crate::registry::Member] = &[
    method("getKey(): Object", &native(Entry::key)).doc("The key."),
    method("getValue(): Object", &native(Entry::value)).doc("The value."),
    method("setValue(Object value): Object", &native(set_value))
        .doc("Puts another value under the key; gives the old one."),
    method("equals(Object other): boolean", &native(equals))
        .doc("Whether the other is an entry of an equal key and value."),
    method("hashCode(): int", &native(hash_code)).doc("The hash codes of key and value, exclusively or-ed."),
    method("toString(): String", &native(to_string)).doc("`key=value`."),
];

/// A key and a value.
pub struct Entry {
    /// The map behind it; none for entries of their own.
    map: Option<Rc<Map>>,
    key: Key,
    value: RefCell<Value>,
}

impl HostType for Entry {
    const NAME: &'static str = "java.util.Map$Entry";

    fn class() -> &'static Class {
        &LIVE
    }

    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        if let Some(map) = &self.map {
            visit(&Value::Map(map.clone()));
        }
        visit(&self.key.value);
        if let Ok(value) = self.value.try_borrow() {
            visit(&value);
        }
    }
}

impl Entry {
    /// An entry of a map.
    pub fn live(map: &Rc<Map>, key: Key, value: Value) -> Entry {
        Entry {
            map: Some(map.clone()),
            key,
            value: RefCell::new(value),
        }
    }

    fn own(key: &Value, value: &Value) -> Entry {
        Entry {
            map: None,
            key: Key {
                hash: 0,
                value: key.clone(),
            },
            value: RefCell::new(value.clone()),
        }
    }

    /// `getKey()`.
    pub fn key(&self) -> Value {
        self.key.value.clone()
    }

    /// `getValue()`: what stands in the map now, or stood there last.
    pub fn value(&self) -> Value {
        // The key is the map's own, so that plain comparison finds it.
        if let Some(map) = &self.map
            && let Some(now) = map.borrow().entries.get(&self.key).cloned()
        {
            self.value.replace(now).done();
        }
        self.value.borrow().clone()
    }
}

/// An entry that belongs to no map and stays as it is.
pub fn immutable(key: &Value, value: &Value) -> Value {
    Value::Host(Host::of(&IMMUTABLE, Entry::own(key, value)))
}

fn simple(key: &Value, value: &Value) -> Value {
    Value::Host(Host::of(&SIMPLE, Entry::own(key, value)))
}

fn groovy(key: &Value, value: &Value) -> Value {
    Value::Host(Host::of(&GROOVY, Entry::own(key, value)))
}

fn set_value(vm: &mut Vm, this: &Value, value: &Value) -> Res {
    let Some(entry) = this.as_host::<Entry>().filter(|_| this.class_id() != IMMUTABLE.id()) else {
        return Err(vm.throw_silent(&throwables::UNSUPPORTED_OPERATION_EXCEPTION));
    };
    let old = entry.value();
    if let Some(map) = &entry.map {
        if !map.access.overwrites() {
            return Err(vm.throw_silent(&throwables::UNSUPPORTED_OPERATION_EXCEPTION));
        }
        let replaced = map.change(|table| {
            table
                .entries
                .get_mut(&entry.key)
                .map(|slot| std::mem::replace(slot, value.clone()))
        });
        drop(replaced);
    }
    entry.value.replace(value.clone()).done();
    Ok(old)
}

fn equals(vm: &mut Vm, this: &Entry, other: &Value) -> Res<bool> {
    if !vm.is_instance(other, INTERFACE.id()) {
        return Ok(false);
    }
    let (key, value) = vm.entry_parts(other)?;
    Ok(vm.java_equals(&this.key(), &key)? && vm.java_equals(&this.value(), &value)?)
}

fn hash_code(vm: &mut Vm, this: &Entry) -> Res<i32> {
    Ok((vm.hash(&this.key())? ^ vm.hash(&this.value())?) as i32)
}

/// Groovy's own entries show a colon, Java's an equals sign.
fn to_string(vm: &mut Vm, this: &Value) -> Res<Rc<Str>> {
    let Some(entry) = this.as_host::<Entry>() else {
        return vm.to_str(this);
    };
    if this.class_id() == GROOVY.id() {
        let (key, value) = (vm.to_text(&entry.key())?, vm.to_text(&entry.value())?);
        return Ok(Str::new(&format!("{key}:{value}")));
    }
    vm.entry_text(entry)
}
