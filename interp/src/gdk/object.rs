//! What Groovy adds to `Object`.

use crate::jdk::util::iterator::Cursor;
use crate::registry::{Member, method, native};
use crate::semantics::iterate::Iter;
use crate::value::{Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// The members.
pub const MEMBERS: &[Member] = &[
    method("asBoolean(): boolean", &native(as_boolean)).doc("What it is in a condition."),
    method("inspect(): String", &native(inspect)).doc("As a Groovy literal where there is one."),
    method("is(Object other): boolean", &native(Value::same)).doc("Whether both are the same object."),
    method("iterator(): Iterator", &native(iterator)).doc("A walk over its elements, or over itself alone."),
];

// A script object or a host object comes here when its class has no member of its own: asking the interpreter would lead
// back here.

fn as_boolean(vm: &mut Vm, this: &Value) -> Res<bool> {
    match this {
        Value::Object(_) | Value::Host(_) => Ok(true),
        other => vm.truth(other),
    }
}

fn inspect(vm: &mut Vm, this: &Value) -> Res<Rc<Str>> {
    vm.inspect(this)
}

fn iterator(vm: &mut Vm, this: &Value) -> Res<Cursor> {
    Ok(Cursor::new(match this {
        Value::Object(_) | Value::Host(_) => Iter::over(vec![this.clone()]),
        other => vm.iterate(other)?,
    }))
}
