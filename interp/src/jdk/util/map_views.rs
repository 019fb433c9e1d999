//! Walking over maps, and the views `map.values()` and `map.entrySet()`; `map.keySet()` is a [`Set`](crate::value::Set) over the map's own table.

use super::elements::{int_size, permit};
use super::{collection, map, map_kinds};
use crate::heap::Gathered;
use crate::jdk::throwables;
use crate::registry::{Class, class, method, native};
use crate::value::{Host, HostType, Key, Map, Order, Table, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// A walk over the keys and values of a map in its order, which sees values that change meanwhile.
pub struct Walk {
    map: Rc<Map>,
    /// The positions of the entries, where they are not handed out as they stand.
    positions: Option<Gathered<usize>>,
    next: usize,
    expected: usize,
}

impl Walk {
    /// A walk from the first entry on.
    pub fn new(map: &Rc<Map>) -> Walk {
        let table = map.borrow();
        let positions = (table.order == Order::Buckets).then(|| Gathered::of(table.positions()));
        let expected = table.len();
        drop(table);
        Walk {
            map: map.clone(),
            positions,
            next: 0,
            expected,
        }
    }

    /// The next key and value. A map that has grown or shrunk meanwhile is a `ConcurrentModificationException`.
    pub fn next(&mut self, vm: &mut Vm) -> Res<Option<(Key, Value)>> {
        let resized = self.map.borrow().len() != self.expected;
        if resized && self.next < self.expected && self.map.class != map_kinds::CONCURRENT_HASH_MAP.id() {
            return Err(vm.throw_silent(&throwables::CONCURRENT_MODIFICATION_EXCEPTION));
        }
        // What was put in during the last round is not walked over.
        if self.next >= self.expected {
            return Ok(None);
        }
        self.next_unchecked(vm)
    }

    /// The next key and value of a map that may have changed.
    pub fn next_unchecked(&mut self, vm: &mut Vm) -> Res<Option<(Key, Value)>> {
        vm.tick()?;
        if self.next == 0 {
            vm.tick_many(self.expected / 16)?;
            vm.settle()?;
        }
        let index = match &self.positions {
            Some(positions) => positions.get(self.next).copied(),
            None => Some(self.next),
        };
        self.next += 1;
        let table = self.map.borrow();
        let found = index.and_then(|i| table.entries.get_index(i));
        Ok(found.map(|(key, value)| (key.clone(), value.clone())))
    }
}

/// A map's values.
pub struct Values(Rc<Map>);

impl HostType for Values {
    const NAME: &'static str = "java.util.AbstractMap$Values";
    fn class() -> &'static Class {
        &VALUES
    }
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::Map(self.0.clone()));
    }
}

/// A map's entries.
pub struct Entries(Rc<Map>);

impl HostType for Entries {
    const NAME: &'static str = "java.util.AbstractMap$EntrySet";
    fn class() -> &'static Class {
        &ENTRIES
    }
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::Map(self.0.clone()));
    }
}

/// What the classes of `map.values()` have in common.
pub static VALUES: Class = class(Values::NAME).extends(&collection::ABSTRACT_COLLECTION).members(&[
    method("add(Object element): boolean", &native(no_value)).doc("Not supported: a value needs a key."),
    method("clear(): void", &native(clear_values)).doc("Removes all entries from the map."),
    method("contains(Object value): boolean", &native(has_value)).doc("Whether some key has an equal value."),
    method("iterator(): Iterator", &native(iterate_values)).doc("A new walk over the values."),
    method("remove(Object value): boolean", &native(remove_value)).doc("Removes the first entry with an equal value."),
    method("size(): int", &native(count_values)).doc("The number of values."),
]);

/// What the classes of `map.entrySet()` have in common.
pub static ENTRIES: Class = class(Entries::NAME).extends(&collection::ABSTRACT_SET).members(&[
    method("add(Object element): boolean", &native(no_entry)).doc("Not supported: put into the map."),
    method("clear(): void", &native(clear_entries)).doc("Removes all entries from the map."),
    method("contains(Object entry): boolean", &native(has_entry)).doc("Whether the map has this key with this value."),
    method("iterator(): Iterator", &native(iterate_entries)).doc("A new walk over the entries."),
    method("remove(Object entry): boolean", &native(remove_entry)).doc("Removes this key if it has this value."),
    method("size(): int", &native(count_entries)).doc("The number of entries."),
]);

/// `map.values()`.
pub fn values(map: &Rc<Map>) -> Value {
    Host::of(map_kinds::values_class(map.class), Values(map.clone())).into()
}

/// `map.entrySet()`.
pub fn entries(map: &Rc<Map>) -> Value {
    Host::of(map_kinds::entry_set_class(map.class), Entries(map.clone())).into()
}

fn no_value(vm: &mut Vm, _: &Values, _: &Value) -> Res<bool> {
    Err(super::elements::refuse(vm))
}

fn no_entry(vm: &mut Vm, _: &Entries, _: &Value) -> Res<bool> {
    Err(super::elements::refuse(vm))
}

fn count_values(this: &Values) -> i32 {
    int_size(this.0.len())
}

fn count_entries(this: &Entries) -> i32 {
    int_size(this.0.len())
}

fn clear(vm: &mut Vm, map: &Map) -> Res<()> {
    permit(vm, map.access.removes())?;
    drop(map.change(Table::clear));
    Ok(())
}

fn clear_values(vm: &mut Vm, this: &Values) -> Res<()> {
    clear(vm, &this.0)
}

fn clear_entries(vm: &mut Vm, this: &Entries) -> Res<()> {
    clear(vm, &this.0)
}

fn has_value(vm: &mut Vm, this: &Values, value: &Value) -> Res<bool> {
    map::contains_value(vm, &this.0, value)
}

fn remove_value(vm: &mut Vm, this: &Values, value: &Value) -> Res<bool> {
    permit(vm, this.0.access.removes())?;
    let mut walk = Walk::new(&this.0);
    while let Some((key, other)) = walk.next(vm)? {
        if vm.java_equals(value, &other)? {
            vm.map_remove(map::base(&this.0), &key.value)?;
            return Ok(true);
        }
    }
    Ok(false)
}

/// The key of an entry that the map has with the entry's value.
fn matching_key(vm: &mut Vm, map: &Rc<Map>, entry: &Value) -> Res<Option<Value>> {
    if !vm.is_instance(entry, super::map_entry::INTERFACE.id()) {
        return Ok(None);
    }
    let (key, value) = vm.entry_parts(entry)?;
    match vm.map_get(map::base(map), &key)? {
        Some(now) if vm.java_equals(&now, &value)? => Ok(Some(key)),
        _ => Ok(None),
    }
}

fn has_entry(vm: &mut Vm, this: &Entries, entry: &Value) -> Res<bool> {
    Ok(matching_key(vm, &this.0, entry)?.is_some())
}

fn remove_entry(vm: &mut Vm, this: &Entries, entry: &Value) -> Res<bool> {
    permit(vm, this.0.access.removes())?;
    let Some(key) = matching_key(vm, &this.0, entry)? else {
        return Ok(false);
    };
    vm.map_remove(map::base(&this.0), &key)?;
    Ok(true)
}

fn iterate_values(vm: &mut Vm, this: &Values) -> Res {
    super::iterator::over_values(vm, &this.0)
}

fn iterate_entries(vm: &mut Vm, this: &Entries) -> Res {
    super::iterator::over_entries(vm, &this.0)
}
