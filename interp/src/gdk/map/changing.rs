//! Maps made of others, and entries put in and taken out: `plus`, `minus`, `leftShift`, `removeAll` and their kin.

use super::{filtered, keyed_pairs, test_entry};
use crate::gdk::collecting::add_entry;
use crate::gdk::map_with_default;
use crate::gdk::similar::copy_map;
use crate::jdk::util::elements::permit;
use crate::jdk::util::{immutable, map, map_entry};
use crate::registry::{Items, Member, method, native};
use crate::value::{Closure, Map, Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// The members.
pub(super) const MEMBERS: &[Member] = &[
    method("asImmutable(): Map", &native(as_immutable)).doc("A copy that cannot be changed."),
    method("asSynchronized(): Map", &native(immutable::synchronized_map)).doc("The map for several threads."),
    method("asUnmodifiable(): Map", &native(immutable::unmodifiable_map)).doc("A view that cannot be changed."),
    method("intersect(Map other): Map", &native(intersect)).doc("The entries that both have."),
    method("leftShift(java.util.Map$Entry entry): Map", &native(left_shift)).doc("Puts an entry; gives the map back."),
    method("leftShift(Map other): Map", &native(left_shift))
        .doc("Puts all entries of another map; gives the map back."),
    method("minus(Map other): Map", &native(minus)).doc("The entries that another map does not have."),
    method("plus(Collection entries): Map", &native(plus_entries)).doc("A copy with some entries put in."),
    method("plus(String text): String", &native(plus_text)).doc("The map's text and another."),
    method("plus(GString text): String", &native(plus_text)).doc("The map's text and another."),
    method("plus(Map other): Map", &native(plus_map)).doc("A copy with the entries of another map put in."),
    method("putAll(Collection entries): Map", &native(put_entries)).doc("Puts some entries; gives the map back."),
    method("putAt(Object key, Object value): Object", &native(put_at)).doc("Sets a value: `map[key] = value`."),
    method("removeAll(Closure test): boolean", &native(remove_all)).doc("Removes the entries that pass the test."),
    method("retainAll(Closure test): boolean", &native(retain_all)).doc("Removes the entries that fail the test."),
    method("withDefault(Closure maker): Map", &native(map_with_default::create))
        .doc("A view that makes up missing values."),
    method(
        "withDefault(boolean autoGrow, boolean autoShrink, Closure maker): Map",
        &native(map_with_default::create_with),
    )
    .doc("A view that makes up missing values."),
];

fn as_immutable(vm: &mut Vm, this: &Rc<Map>) -> Res<Rc<Map>> {
    Ok(immutable::unmodifiable_map(&copy_map(vm, this)?))
}

fn intersect(vm: &mut Vm, this: &Rc<Map>, other: &Rc<Map>) -> Res<Rc<Map>> {
    filtered(vm, this, |vm, key, value| {
        match vm.map_get(map::base(other), &key.value)? {
            Some(theirs) => vm.equals(value, &theirs),
            None => Ok(false),
        }
    })
}

fn minus(vm: &mut Vm, this: &Rc<Map>, other: &Rc<Map>) -> Res<Rc<Map>> {
    filtered(vm, this, |vm, key, value| {
        match vm.map_get(map::base(other), &key.value)? {
            Some(theirs) => Ok(!vm.equals(value, &theirs)?),
            None => Ok(true),
        }
    })
}

/// `map << entry`, `map << otherMap`.
fn left_shift(vm: &mut Vm, this: &Rc<Map>, other: &Value) -> Res<Rc<Map>> {
    permit(vm, this.access.adds())?;
    add_entry(vm, this, other)?;
    Ok(this.clone())
}

fn plus_map(vm: &mut Vm, this: &Rc<Map>, other: &Value) -> Res<Rc<Map>> {
    let copy = copy_map(vm, this)?;
    map::fill(vm, &copy, Items(other))?;
    Ok(copy)
}

fn plus_text(vm: &mut Vm, this: &Value, text: &Value) -> Res<Rc<Str>> {
    let (this, text) = (vm.to_str(this)?, vm.to_str(text)?);
    Ok(this.concat(&text))
}

fn plus_entries(vm: &mut Vm, this: &Rc<Map>, entries: Items) -> Res<Rc<Map>> {
    let copy = copy_map(vm, this)?;
    put_entries(vm, &copy, entries)
}

fn put_entries(vm: &mut Vm, this: &Rc<Map>, entries: Items) -> Res<Rc<Map>> {
    permit(vm, this.access.adds())?;
    for entry in vm.items(entries.0)? {
        if !vm.is_instance(&entry, map_entry::INTERFACE.id()) {
            return Err(vm.class_cast(&entry, map_entry::INTERFACE.id()));
        }
        add_entry(vm, this, &entry)?;
    }
    Ok(this.clone())
}

fn put_at(vm: &mut Vm, this: &Rc<Map>, key: &Value, value: &Value) -> Res {
    map::put(vm, this, key, value)?.done();
    Ok(value.clone())
}

fn remove_where(vm: &mut Vm, this: &Rc<Map>, closure: &Rc<Closure>, wanted: bool) -> Res<bool> {
    permit(vm, this.access.removes())?;
    let pairs = keyed_pairs(vm, this)?;
    let mut changed = false;
    for (key, value) in pairs {
        vm.tick()?;
        if test_entry(vm, closure, this, &key, &value)? == wanted {
            vm.map_remove(map::base(this), &key.value)?;
            changed = true;
        }
    }
    Ok(changed)
}

fn remove_all(vm: &mut Vm, this: &Rc<Map>, closure: &Rc<Closure>) -> Res<bool> {
    remove_where(vm, this, closure, true)
}

fn retain_all(vm: &mut Vm, this: &Rc<Map>, closure: &Rc<Closure>) -> Res<bool> {
    remove_where(vm, this, closure, false)
}
