//! `java.util.Enumeration`.

use super::elements::no_such_element;
use crate::registry::{Class, Items, class, interface, method, native};
use crate::value::{HostType, Value};
use crate::{Res, Vm, gdk};
use std::cell::RefCell;

/// `java.util.Enumeration`.
pub static CLASS: Class = interface("java.util.Enumeration")
    .doc("A walk, of Java's first days.")
    .groovy(gdk::iterator::ENUMERATION_MEMBERS)
    .members(&[
        crate::registry::required("hasMoreElements(): boolean").doc("Whether there is a next element."),
        crate::registry::required("nextElement(): Object").doc("The next element."),
    ]);

/// An enumeration of elements at hand.
pub struct Elements(RefCell<crate::heap::IntoIter<Value>>);

impl HostType for Elements {
    const NAME: &'static str = "java.util.Collections$3";
    fn class() -> &'static Class {
        &ELEMENTS
    }
}

/// The class of enumerations of elements at hand.
pub static ELEMENTS: Class = class(Elements::NAME).implements(&[&CLASS]).members(&[
    method("hasMoreElements(): boolean", &native(has_more)).doc("Whether there is a next element."),
    method("nextElement(): Object", &native(next)).doc("The next element."),
]);

/// An enumeration of a collection's elements.
pub fn of(vm: &mut Vm, items: Items) -> Res {
    let items = vm.items(items.0)?;
    Ok(Value::host(Elements(RefCell::new(items.into_iter()))))
}

fn has_more(this: &Elements) -> bool {
    !this.0.borrow().as_slice().is_empty()
}

fn next(vm: &mut Vm, this: &Elements) -> Res {
    let next = this.0.borrow_mut().next();
    next.ok_or(()).map_err(|()| no_such_element(vm))
}
