//! `java.util.ArrayDeque`.

use super::{array_list, collection, deque};
use crate::jdk::lang::interfaces::{CLONEABLE, SERIALIZABLE};
use crate::jdk::throwables;
use crate::registry::{Class, Kind, class, raw, slice};
use crate::value::{List, Value};
use crate::{Res, Vm};

/// `java.util.ArrayDeque`.
pub static CLASS: Class = class("java.util.ArrayDeque")
    .doc("A queue with two ends, without nulls.")
    .extends(&collection::ABSTRACT_COLLECTION)
    .implements(&[&deque::CLASS, &CLONEABLE, &SERIALIZABLE])
    .members(&[
        raw(Kind::Constructor, "ArrayDeque()", &slice(create)),
        raw(Kind::Constructor, "ArrayDeque(int capacity)", &slice(create_sized)),
        raw(Kind::Constructor, "ArrayDeque(Collection items)", &slice(create)),
        array_list::CLONE,
    ]);

/// Whether the queue takes no nulls.
pub fn refuses_null(list: &List) -> bool {
    list.class == CLASS.id()
}

fn create(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let made = array_list::create(vm, this, args)?;
    if let Value::List(list) = &made
        && list.borrow().iter().any(Value::is_null)
    {
        return Err(vm.throw_silent(&throwables::NULL_POINTER_EXCEPTION));
    }
    Ok(made)
}

fn create_sized(vm: &mut Vm, this: &Value, _: &[Value]) -> Res {
    array_list::create(vm, this, &[])
}
