//! `HashSet`, `LinkedHashSet`, and the sets that are views of others.

use super::{collection, set};
use crate::jdk::lang::interfaces::{CLONEABLE, SERIALIZABLE};
use crate::registry::{Class, ClassId, Kind, Member, class, method, native, raw, slice};
use crate::semantics::number::narrow_to_i32;
use crate::value::{Order, Set, Table, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// `java.util.HashSet`.
pub static HASH_SET: Class = class("java.util.HashSet")
    .doc("A set in no particular order.")
    .extends(&collection::ABSTRACT_SET)
    .implements(&[&set::CLASS, &CLONEABLE, &SERIALIZABLE])
    .members(CONSTRUCTORS);

/// `java.util.LinkedHashSet`.
pub static LINKED_HASH_SET: Class = class("java.util.LinkedHashSet")
    .doc("A set in the order in which its elements came.")
    .extends(&HASH_SET)
    .members(CONSTRUCTORS);

/// `java.util.concurrent.CopyOnWriteArraySet`.
pub static COPY_ON_WRITE: Class = class("java.util.concurrent.CopyOnWriteArraySet")
    .doc("A set in the order in which its elements came, for small numbers.")
    .extends(&collection::ABSTRACT_SET)
    .members(CONSTRUCTORS);

const CONSTRUCTORS: &[Member] = &[
    raw(Kind::Constructor, "HashSet()", &slice(create)),
    raw(Kind::Constructor, "HashSet(int capacity)", &slice(create_sized)),
    raw(
        Kind::Constructor,
        "HashSet(int capacity, float load)",
        &slice(create_sized),
    ),
    raw(Kind::Constructor, "HashSet(Collection items)", &slice(create)),
    method("clone(): Object", &native(copy)).doc("A new set of the same class with the same elements."),
];

/// How the sets of a class hand out their elements.
fn order(class: ClassId) -> Order {
    if class == ClassId::HASH_SET {
        Order::Buckets
    } else {
        Order::Insertion
    }
}

fn create(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let class = this.as_class().unwrap_or(ClassId::HASH_SET);
    let table = Table::new(order(class));
    let Some(items) = args.first() else {
        return Ok(Value::Set(Set::of(class, table, Value::Null)));
    };
    if items.is_null() {
        return Err(vm.throw_silent(&crate::jdk::throwables::NULL_POINTER_EXCEPTION));
    }
    let items = vm.items(items)?;
    // `new HashSet(items)` begins with at least sixteen buckets.
    let table = Table::with_capacity(table.order, ((items.len() as f64 / 0.75) as usize + 1).max(16));
    let set = Set::of(class, table, Value::Null);
    for item in &items {
        vm.set_add(&set, item)?;
    }
    Ok(Value::Set(set))
}

fn create_sized(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let class = this.as_class().unwrap_or(ClassId::HASH_SET);
    let capacity = args.first().and_then(narrow_to_i32).unwrap_or(16);
    if capacity < 0 {
        return Err(vm.illegal_argument(format!("Illegal initial capacity: {capacity}")));
    }
    let table = Table::with_capacity(order(class), capacity as usize);
    Ok(Value::Set(Set::of(class, table, Value::Null)))
}

fn copy(set: &Set) -> Rc<Set> {
    let (table, extra) = (set.borrow().clone(), set.extra.borrow().clone());
    Set::of(set.class, table, extra)
}

/// A new set with the elements of a walk, as `new LinkedHashSet(items)` makes it.
pub fn linked(vm: &mut Vm, items: &[Value]) -> Res<Rc<Set>> {
    filled(vm, ClassId::LINKED_HASH_SET, items)
}

/// A new `HashSet` with some elements, added one by one.
pub fn hashed(vm: &mut Vm, items: &[Value]) -> Res<Rc<Set>> {
    filled(vm, ClassId::HASH_SET, items)
}

/// A `HashSet` of elements, made for their number: its buckets, and so its order, are those of `new HashSet(size)`.
pub fn hashed_to_size(vm: &mut Vm, items: &[Value]) -> Res<Rc<Set>> {
    let set = Set::of(
        ClassId::HASH_SET,
        Table::with_capacity(Order::Buckets, items.len()),
        Value::Null,
    );
    fill(vm, &set, items)?;
    Ok(set)
}

fn filled(vm: &mut Vm, class: ClassId, items: &[Value]) -> Res<Rc<Set>> {
    let set = Set::of(class, Table::new(order(class)), Value::Null);
    fill(vm, &set, items)?;
    Ok(set)
}

fn fill(vm: &mut Vm, set: &Rc<Set>, items: &[Value]) -> Res<()> {
    for item in items {
        vm.tick()?;
        vm.set_add(set, item)?;
    }
    Ok(())
}
