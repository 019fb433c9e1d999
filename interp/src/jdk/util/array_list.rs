//! `java.util.ArrayList`, its sublists, and `CopyOnWriteArrayList`.

use super::{collection, list};
use crate::jdk::lang::interfaces::{CLONEABLE, SERIALIZABLE};
use crate::registry::{Class, ClassId, Items, Kind, Member, class, interface, method, native, raw, slice};
use crate::value::{List, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// `java.util.RandomAccess`.
pub static RANDOM_ACCESS: Class =
    interface("java.util.RandomAccess").doc("Lists whose elements by index all cost the same.");

/// `java.util.ArrayList`.
pub static CLASS: Class = class("java.util.ArrayList")
    .doc("The everyday list.")
    .extends(&collection::ABSTRACT_LIST)
    .implements(&[&list::CLASS, &RANDOM_ACCESS, &CLONEABLE, &SERIALIZABLE])
    .members(&[
        raw(Kind::Constructor, "ArrayList()", &slice(create)),
        raw(Kind::Constructor, "ArrayList(int capacity)", &slice(create_sized)),
        raw(Kind::Constructor, "ArrayList(Collection items)", &slice(create)),
        CLONE,
        method("ensureCapacity(int capacity): void", &native(ensure_capacity))
            .doc("Makes room; nothing that a script notices."),
        method("trimToSize(): void", &native(trim_to_size)).doc("Gives back room; nothing that a script notices."),
    ]);

/// The copy that each list class gives of itself.
pub const CLONE: Member =
    method("clone(): Object", &native(copy)).doc("A new list of the same class with the same elements.");

/// `java.util.ArrayList$SubList`.
pub static SUB_LIST: Class = class("java.util.ArrayList$SubList")
    .extends(&collection::ABSTRACT_LIST)
    .implements(&[&RANDOM_ACCESS]);

/// `java.util.AbstractList$RandomAccessSubList`.
pub static RANDOM_ACCESS_SUB_LIST: Class = class("java.util.AbstractList$RandomAccessSubList")
    .extends(&ABSTRACT_SUB_LIST)
    .implements(&[&RANDOM_ACCESS]);

/// `java.util.AbstractList$SubList`.
pub static ABSTRACT_SUB_LIST: Class = class("java.util.AbstractList$SubList").extends(&collection::ABSTRACT_LIST);

/// `java.util.concurrent.CopyOnWriteArrayList`.
pub static COPY_ON_WRITE: Class = class("java.util.concurrent.CopyOnWriteArrayList")
    .doc("A list whose iterators keep what they began with.")
    .implements(&[&list::CLASS, &RANDOM_ACCESS, &CLONEABLE, &SERIALIZABLE])
    .members(&[
        raw(Kind::Constructor, "CopyOnWriteArrayList()", &slice(create)),
        raw(
            Kind::Constructor,
            "CopyOnWriteArrayList(Collection items)",
            &slice(create),
        ),
        raw(
            Kind::Constructor,
            "CopyOnWriteArrayList(Object[] items)",
            &slice(create),
        ),
        method("addAllAbsent(Collection items): int", &native(add_all_absent))
            .doc("Appends what is not there yet; how many."),
        method("addIfAbsent(Object element): boolean", &native(add_if_absent))
            .doc("Appends an element that is not there yet."),
        CLONE,
    ]);

/// The class of a list's sublists.
pub fn sub_list_class(class: ClassId) -> ClassId {
    if class == CLASS.id() || class == SUB_LIST.id() {
        SUB_LIST.id()
    } else if class == super::linked_list::CLASS.id() || class == ABSTRACT_SUB_LIST.id() {
        ABSTRACT_SUB_LIST.id()
    } else if class == super::arrays_list::CLASS.id() || class == RANDOM_ACCESS_SUB_LIST.id() {
        RANDOM_ACCESS_SUB_LIST.id()
    } else {
        class
    }
}

/// `new X()`, `new X(items)` for each class of lists.
pub fn create(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let class = this.as_class().unwrap_or(ClassId::ARRAY_LIST);
    let items = match args.first() {
        None => Vec::new(),
        Some(Value::Null) => return Err(vm.throw_silent(&crate::jdk::throwables::NULL_POINTER_EXCEPTION)),
        Some(items) => vm.items(items)?.into_vec(),
    };
    Ok(Value::List(List::of(class, items)))
}

/// `new X(capacity)`: the capacity is only checked.
pub fn create_sized(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let capacity = args
        .first()
        .and_then(crate::semantics::number::narrow_to_i32)
        .unwrap_or(0);
    if capacity < 0 {
        return Err(vm.illegal_argument(format!("Illegal Capacity: {capacity}")));
    }
    vm.reserve(8 * capacity as usize)?;
    create(vm, this, &[])
}

fn copy(list: &List) -> Rc<List> {
    List::of(list.class, list.to_vec())
}

fn ensure_capacity(_: &List, _: i32) {}

fn trim_to_size(list: &List) {
    list.change(Vec::shrink_to_fit);
}

fn add_if_absent(vm: &mut Vm, this: &Value, element: &Value) -> Res<bool> {
    if super::elements::contains(vm, this, element)? {
        return Ok(false);
    }
    super::elements::add(vm, this, element)
}

fn add_all_absent(vm: &mut Vm, this: &Value, items: Items) -> Res<i32> {
    let mut added = 0;
    for item in vm.items(items.0)? {
        added += i32::from(add_if_absent(vm, this, &item)?);
    }
    Ok(added)
}
