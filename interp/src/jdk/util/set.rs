//! `java.util.Set`: what all kinds of sets have.

use super::elements::{self, int_size};
use super::{collection, immutable};
use crate::registry::{Class, function, interface, method, native, unbound};
use crate::value::Value;
use crate::{Res, Vm, gdk};

/// `java.util.Set`.
pub static CLASS: Class = interface("java.util.Set")
    .doc("Elements of which no two are equal.")
    .implements(&[&collection::CLASS])
    .groovy(gdk::set::MEMBERS)
    .members(&[
        method("add(Object element): boolean", &native(elements::add))
            .doc("Adds an element; whether it was not there yet."),
        method("contains(Object element): boolean", &native(contains)).doc("Whether an equal element is there."),
        method("size(): int", &native(size)).doc("The number of elements."),
        function("copyOf(Collection items): Set", &unbound(immutable::set_copy)).doc("An immutable copy."),
        function("of(Object item): Set", &unbound(immutable::set_of_one)),
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
