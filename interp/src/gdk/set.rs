//! What Groovy adds to `Set`.

use super::similar::similar;
use crate::heap::Gathered;
use crate::jdk::util::immutable;
use crate::registry::{Member, method, native};
use crate::value::{Set, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// The members.
pub const MEMBERS: &[Member] = &[
    method("asImmutable(): Set", &native(as_immutable)).doc("A copy that cannot be changed."),
    method("asSynchronized(): Set", &native(immutable::synchronized_set)).doc("The set for several threads."),
    method("asUnmodifiable(): Set", &native(immutable::unmodifiable_set)).doc("A view that cannot be changed."),
];

fn as_immutable(vm: &mut Vm, this: &Rc<Set>) -> Res {
    let items = Gathered::of(this.borrow().keys());
    match similar(vm, &Value::Set(this.clone()), items)? {
        Value::Set(copy) => Ok(immutable::unmodifiable_set(&copy).into()),
        other => Ok(other),
    }
}
