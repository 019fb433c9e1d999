//! `java.util.EnumSet` and `EnumMap`: sorted collections, since an enum's constants are ordered by their place.

use super::{collection, map, sorted_set};
use crate::heap::Gathered;
use crate::jdk::lang::interfaces::{CLONEABLE, SERIALIZABLE};
use crate::jdk::throwables;
use crate::registry::{Class, Items, Kind, class, function, method, native, raw, slice, unbound};
use crate::value::{Map, Order, Set, Table, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// `java.util.EnumSet`.
pub static ENUM_SET: Class = class("java.util.EnumSet")
    .doc("A set of an enum's constants, in their order.")
    .extends(&collection::ABSTRACT_SET)
    .implements(&[&CLONEABLE, &SERIALIZABLE])
    .members(&[
        function("allOf(Class type): EnumSet", &unbound(all_of)).doc("All constants."),
        function("complementOf(EnumSet other): EnumSet", &unbound(complement_of))
            .doc("The constants that another set does not have."),
        function("copyOf(Collection items): EnumSet", &unbound(copy_of)).doc("A set of some constants."),
        function("noneOf(Class type): EnumSet", &unbound(none_of)).doc("No constants."),
        function("of(Object first, Object... rest): EnumSet", &unbound(of)).doc("These constants."),
        function("range(Object first, Object last): EnumSet", &unbound(range))
            .doc("The constants from one to another."),
        method("clone(): EnumSet", &native(copy)).doc("A copy."),
    ]);

/// `java.util.EnumMap`.
pub static ENUM_MAP: Class = class("java.util.EnumMap")
    .doc("A map whose keys are an enum's constants, in their order.")
    .extends(&map::ABSTRACT_MAP)
    .implements(&[&CLONEABLE, &SERIALIZABLE])
    .members(&[
        raw(Kind::Constructor, "EnumMap(Class type)", &slice(create_map)),
        raw(Kind::Constructor, "EnumMap(Map other)", &slice(create_map)),
        method("clone(): EnumMap", &native(super::map_kinds::copy)).doc("A copy."),
    ]);

/// An empty set.
fn empty() -> Rc<Set> {
    Set::of(ENUM_SET.id(), Table::new(Order::Sorted), Value::Null)
}

fn filled(vm: &mut Vm, items: &[Value]) -> Res<Rc<Set>> {
    let set = empty();
    for item in items {
        if item.is_null() {
            return Err(vm.throw_silent(&throwables::NULL_POINTER_EXCEPTION));
        }
        vm.set_add(&set, item)?;
    }
    Ok(set)
}

/// Whether a value is a constant of some enum.
pub fn is_constant(vm: &Vm, value: &Value) -> bool {
    vm.is_instance(value, crate::registry::ClassId::ENUM)
}

/// `X.values()`.
fn constants(vm: &mut Vm, class: &Value) -> Res<Gathered> {
    let values = vm.call_method(class, "values", &[])?;
    vm.items(&values)
}

fn all_of(vm: &mut Vm, class: &Value) -> Res<Rc<Set>> {
    let all = constants(vm, class)?;
    filled(vm, &all)
}

fn none_of(_class: &Value) -> Rc<Set> {
    empty()
}

fn of(vm: &mut Vm, first: &Value, rest: &[Value]) -> Res<Rc<Set>> {
    let mut items = vec![first.clone()];
    items.extend(super::immutable::spread(rest));
    filled(vm, &items)
}

fn copy_of(vm: &mut Vm, items: Items) -> Res<Rc<Set>> {
    let items_at_hand = vm.items(items.0)?;
    if items_at_hand.is_empty() && !matches!(items.0, Value::Set(s) if s.class == ENUM_SET.id()) {
        return Err(vm.illegal_argument("Collection is empty"));
    }
    filled(vm, &items_at_hand)
}

/// The constants of the enum that a set's first element belongs to.
fn universe(vm: &mut Vm, set: &Set) -> Res<Gathered> {
    match sorted_set::first_of(set) {
        Some(first) => {
            let class = vm.call_method(&first, "getDeclaringClass", &[])?;
            constants(vm, &class)
        }
        None => Err(vm.unsupported("EnumSet.complementOf of an empty set: use EnumSet.allOf with the enum's class")),
    }
}

fn complement_of(vm: &mut Vm, other: &Rc<Set>) -> Res<Rc<Set>> {
    let set = empty();
    for constant in universe(vm, other)? {
        if !vm.set_contains(other, &constant)? {
            vm.set_add(&set, &constant)?;
        }
    }
    Ok(set)
}

fn range(vm: &mut Vm, first: &Value, last: &Value) -> Res<Rc<Set>> {
    if vm.natural_order(first, last)?.is_gt() {
        let (first, last) = (vm.to_text(first)?, vm.to_text(last)?);
        return Err(vm.illegal_argument(format!("{first} > {last}")));
    }
    let class = vm.call_method(first, "getDeclaringClass", &[])?;
    let mut inside = Vec::new();
    for constant in constants(vm, &class)? {
        let above = vm.natural_order(first, &constant)?.is_le();
        if above && vm.natural_order(&constant, last)?.is_le() {
            inside.push(constant);
        }
    }
    filled(vm, &inside)
}

fn copy(set: &Set) -> Rc<Set> {
    let table = set.borrow().clone();
    Set::of(set.class, table, Value::Null)
}

fn create_map(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    let made = Map::of(ENUM_MAP.id(), Table::new(Order::Sorted), Value::Null);
    match args.first() {
        Some(other @ Value::Map(_)) => map::fill(vm, &made, Items(other))?,
        Some(Value::Class(_)) => {}
        _ => return Err(vm.throw_silent(&throwables::NULL_POINTER_EXCEPTION)),
    }
    Ok(Value::Map(made))
}
