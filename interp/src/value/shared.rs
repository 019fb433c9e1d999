//! A captured variable: the cell that the declaring frame and the closures share.

use super::Value;
use crate::heap;
use std::cell::{Cell, RefCell};

/// The cell of a captured variable.
pub struct Shared {
    value: RefCell<Value>,
    /// Whether the cell is on the list of what may close a cycle.
    pub(crate) candidate: Cell<bool>,
}

impl Shared {
    /// A new cell.
    pub fn new(value: Value) -> Shared {
        heap::grow(size_of::<Shared>() + 16);
        Shared {
            value: RefCell::new(value),
            candidate: Cell::new(false),
        }
    }

    /// The value.
    #[inline(always)]
    pub fn get(&self) -> Value {
        self.value.borrow().clone()
    }

    /// Overwrites the value; the old one falls after the borrow has ended.
    #[inline(always)]
    pub fn set(&self, value: Value) {
        self.value.replace(value).done();
    }

    /// Looks at the value without counting a reference. The function must not run script code.
    #[inline(always)]
    pub fn with<R>(&self, look: impl FnOnce(&Value) -> R) -> R {
        look(&self.value.borrow())
    }

    /// Changes the value in place. The function must not run script code.
    #[inline(always)]
    pub fn change<R>(&self, change: impl FnOnce(&mut Value) -> R) -> R {
        change(&mut self.value.borrow_mut())
    }

    pub(crate) fn try_borrow(&self) -> Option<std::cell::Ref<'_, Value>> {
        self.value.try_borrow().ok()
    }
}

impl Drop for Shared {
    fn drop(&mut self) {
        heap::shrink(size_of::<Shared>() + 16);
        heap::release_one(self.value.get_mut());
    }
}
