//! `java.util.Set`: what all kinds of sets have.

use super::elements::{self, int_size, permit};
use super::{collection, immutable};
use crate::registry::{Class, Func, function, interface, method, native, unbound};
use crate::value::{Set, Value};
use crate::{Res, Vm, gdk};
use std::rc::Rc;

/// `java.util.Set`.
pub static CLASS: Class = interface("java.util.Set")
    .doc("Elements of which no two are equal.")
    .implements(&[&collection::CLASS])
    .groovy(gdk::set::MEMBERS)
    .members(&[
        method("add(Object element): boolean", &native(elements::add))
            .doc("Adds an element; whether it was not there yet."),
        method("contains(Object element): boolean", &native(contains)).doc("Whether an equal element is there."),
        method("removeIf(Predicate test): boolean", &native(remove_if))
            .doc("Removes each element that passes the test."),
        method("size(): int", &native(size)).doc("The number of elements."),
        function("copyOf(Collection items): Set", &unbound(immutable::set_copy)).doc("An immutable copy."),
        function("of(Object... items): Set", &unbound(immutable::set_of))
            .doc("An immutable set; nulls and repetitions are not allowed."),
    ]);

fn size(vm: &mut Vm, this: &Value) -> Res<i32> {
    elements::size(vm, this).map(int_size)
}

fn contains(vm: &mut Vm, this: &Value, element: &Value) -> Res<bool> {
    immutable::check_question(vm, this.class_id(), element)?;
    elements::contains(vm, this, element)
}

/// Unlike the loop over any collection, this keeps what the test has not refused without asking twice for its place.
fn remove_if(vm: &mut Vm, set: &Rc<Set>, test: Func) -> Res<bool> {
    permit(vm, set.access.removes())?;
    let this = Value::Set(set.clone());
    elements::retain(vm, &this, |vm, item| {
        let answer = vm.call_func(test, std::slice::from_ref(item))?;
        Ok(!vm.truth(&answer)?)
    })
}
