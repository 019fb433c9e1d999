//! Java arrays.

use super::Value;
use crate::heap;
use crate::registry::ClassId;
use std::cell::{Cell, Ref, RefCell};
use std::rc::Rc;

/// An array of fixed length. Elements of a primitive array are the matching value kinds.
pub struct Array {
    /// The class of an element; `int` for `int[]`, `String[]` for `String[][]`.
    pub component: ClassId,
    items: RefCell<Box<[Value]>>,
    pub(crate) candidate: Cell<bool>,
}

impl Array {
    /// A new array.
    pub fn new(component: ClassId, items: Vec<Value>) -> Rc<Array> {
        heap::grow(cost(items.len()));
        Rc::new(Array {
            component,
            items: RefCell::new(items.into()),
            candidate: Cell::new(false),
        })
    }

    /// The array's own class.
    pub fn class(&self) -> ClassId {
        self.component.array()
    }

    /// The elements. The borrow must end before script code runs.
    pub fn borrow(&self) -> Ref<'_, Box<[Value]>> {
        self.items.borrow()
    }

    /// One element.
    #[inline]
    pub fn get(&self, index: usize) -> Option<Value> {
        self.items.borrow().get(index).cloned()
    }

    /// Overwrites an element that is already of the component's class. False if there is no such element.
    #[inline]
    pub fn set(&self, index: usize, value: Value) -> bool {
        let old = match self.items.borrow_mut().get_mut(index) {
            Some(slot) => std::mem::replace(slot, value),
            None => return false,
        };
        old.done();
        true
    }

    /// Changes elements in place. The function must not run script code.
    pub fn change<R>(&self, change: impl FnOnce(&mut [Value]) -> R) -> R {
        change(&mut self.items.borrow_mut())
    }

    /// The number of elements.
    #[inline]
    pub fn len(&self) -> usize {
        self.items.borrow().len()
    }

    /// No elements?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A copy of the elements.
    pub fn to_vec(&self) -> Vec<Value> {
        self.items.borrow().to_vec()
    }

    pub(crate) fn try_borrow(&self) -> Option<Ref<'_, Box<[Value]>>> {
        self.items.try_borrow().ok()
    }
}

fn cost(len: usize) -> usize {
    size_of::<Array>() + 16 + 16 * len
}

impl Drop for Array {
    fn drop(&mut self) {
        heap::shrink(cost(self.items.get_mut().len()));
        heap::release_all(self.items.get_mut());
    }
}
