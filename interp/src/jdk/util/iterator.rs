//! `java.util.Iterator`, and the iterator that natives hand out.

use crate::jdk::throwables;
use crate::registry::{Class, Func, class, interface, method, native, required};
use crate::semantics::iterate::Iter;
use crate::value::{HostType, Map, Value};
use crate::{Res, Vm, gdk};
use std::cell::RefCell;
use std::rc::Rc;

/// `java.util.Iterator`.
pub static CLASS: Class = interface("java.util.Iterator")
    .doc("A walk over elements, one at a time.")
    .groovy(gdk::iterator::MEMBERS)
    .members(&[
        required("hasNext(): boolean").doc("Whether there is another element."),
        required("next(): Object").doc("The next element."),
        method("remove(): void", &native(cannot_remove)).doc("Takes away the element that was handed out last."),
        method("forEachRemaining(Consumer action): void", &native(for_each_remaining))
            .doc("Calls the action with each element that is left."),
    ]);

/// The class of the iterators that natives hand out, by the name of the everyday one.
pub static CURSOR: Class = class(Cursor::NAME).implements(&[&CLASS]).members(&[
    method("hasNext(): boolean", &native(has_next)).doc("Whether there is another element."),
    method("next(): Object", &native(next)).doc("The next element."),
    method("remove(): void", &native(remove)).doc("Takes away the element that was handed out last."),
]);

/// An iterator over anything that can be walked. While it steps, its walk is taken out: script code that steps the same
/// iterator meanwhile finds it busy.
pub struct Cursor(RefCell<Option<Iter>>);

impl HostType for Cursor {
    const NAME: &'static str = "java.util.ArrayList$Itr";

    fn class() -> &'static Class {
        &CURSOR
    }

    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        if let Ok(walk) = self.0.try_borrow()
            && let Some(walk) = &*walk
        {
            walk.trace(visit);
        }
    }
}

impl Cursor {
    /// An iterator that goes on with a walk.
    pub fn new(walk: Iter) -> Cursor {
        Cursor(RefCell::new(Some(walk)))
    }

    /// The next element, none at the end.
    pub fn step(&self, vm: &mut Vm) -> Res<Option<Value>> {
        self.walk(vm, Iter::next)
    }

    /// Whether there is another element.
    pub fn has_next(&self, vm: &mut Vm) -> Res<bool> {
        self.walk(vm, Iter::has_next)
    }

    /// Takes away the element that was handed out last.
    pub fn remove(&self, vm: &mut Vm) -> Res<()> {
        self.walk(vm, Iter::remove)
    }

    fn walk<R>(&self, vm: &mut Vm, act: impl FnOnce(&mut Iter, &mut Vm) -> Res<R>) -> Res<R> {
        let Some(mut walk) = self.0.take() else {
            return Err(vm.throw_silent(&throwables::CONCURRENT_MODIFICATION_EXCEPTION));
        };
        let result = act(&mut walk, vm);
        self.0.replace(Some(walk));
        result
    }
}

/// `value.iterator()`.
pub fn of(vm: &mut Vm, value: &Value) -> Res {
    Ok(Value::host(Cursor::new(vm.iterate(value)?)))
}

/// `map.values().iterator()`.
pub fn over_values(_: &mut Vm, map: &Rc<Map>) -> Res {
    Ok(Value::host(Cursor::new(Iter::values(map))))
}

/// `map.entrySet().iterator()`.
pub fn over_entries(_: &mut Vm, map: &Rc<Map>) -> Res {
    Ok(Value::host(Cursor::new(Iter::entries(map))))
}

fn has_next(vm: &mut Vm, this: &Cursor) -> Res<bool> {
    this.has_next(vm)
}

fn next(vm: &mut Vm, this: &Cursor) -> Res {
    match this.step(vm)? {
        Some(value) => Ok(value),
        None => Err(vm.throw_silent(&throwables::NO_SUCH_ELEMENT_EXCEPTION)),
    }
}

fn remove(vm: &mut Vm, this: &Cursor) -> Res<()> {
    this.remove(vm)
}

fn cannot_remove(vm: &mut Vm, _: &Value) -> Res<()> {
    Err(vm.unsupported("remove"))
}

fn for_each_remaining(vm: &mut Vm, this: &Value, action: Func) -> Res<()> {
    let mut walk = vm.iterate(this)?;
    while let Some(item) = walk.next(vm)? {
        vm.call_func(action, &[item])?.done();
    }
    Ok(())
}
