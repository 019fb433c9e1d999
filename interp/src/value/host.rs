//! Instances of native classes whose data is a Rust type.

use super::Value;
use crate::heap;
use crate::registry::{Class, ClassId};
use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;

/// A Rust type that stands behind a class scripts can see: `&T` may then be the receiver or a parameter of a native member,
/// `T` its result.
pub trait HostType: Any {
    /// The class's Java name.
    const NAME: &'static str;

    /// The class as declared.
    fn class() -> &'static Class;

    /// Shows each value that the data holds, so that cycles through it can be found. Nothing by default: what it holds then
    /// counts as held from outside and is never swept.
    fn trace(&self, _visit: &mut dyn FnMut(&Value)) {}

    /// The bytes that the data takes beside itself, for the account of memory.
    fn bytes(&self) -> usize {
        0
    }
}

/// Shows the values of some data, whose type it knows, to a visitor.
pub(crate) type Trace = fn(&dyn Any, &mut dyn FnMut(&Value));

/// A host object: a class and its data.
pub struct Host {
    /// The class; usually [`HostType::class`], or one below it.
    pub class: ClassId,
    /// The data.
    pub data: Box<dyn Any>,
    pub(crate) trace: Trace,
    counted: usize,
    pub(crate) candidate: Cell<bool>,
}

impl Host {
    /// A new host object.
    pub fn new<T: HostType>(data: T) -> Rc<Host> {
        Host::of(T::class(), data)
    }

    /// A new host object of a class that shares its Rust type with others.
    pub fn of<T: HostType>(class: &'static Class, data: T) -> Rc<Host> {
        let counted = size_of::<Host>() + 16 + size_of::<T>() + data.bytes();
        heap::grow(counted);
        fn trace<T: HostType>(data: &dyn Any, visit: &mut dyn FnMut(&Value)) {
            if let Some(data) = data.downcast_ref::<T>() {
                data.trace(visit);
            }
        }
        Rc::new(Host {
            class: class.id(),
            data: Box::new(data),
            trace: trace::<T>,
            counted,
            candidate: Cell::new(false),
        })
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        heap::shrink(self.counted);
        // The data may hold containers: it falls through the queue like any of them.
        let data = std::mem::replace(&mut self.data, Box::new(()));
        heap::release_any(data);
    }
}
