//! `java.util.List` in all its kinds: one growable run of elements; the class says which kind.

use super::Value;
use crate::heap;
use crate::registry::ClassId;
use std::cell::{Cell, Ref, RefCell};
use std::rc::Rc;

/// A list. What distinguishes the kinds (an `ArrayList`, a `LinkedList`, an unmodifiable one) is `class`.
pub struct List {
    /// `java.util.ArrayList` and so on.
    pub class: ClassId,
    items: RefCell<Vec<Value>>,
    counted: Cell<usize>,
    pub(crate) candidate: Cell<bool>,
}

impl List {
    /// A new `ArrayList`.
    pub fn new(items: Vec<Value>) -> Rc<List> {
        List::of(ClassId::ARRAY_LIST, items)
    }

    /// A new list of a class.
    pub fn of(class: ClassId, items: Vec<Value>) -> Rc<List> {
        let list = List {
            class,
            counted: Cell::new(cost(items.capacity())),
            items: RefCell::new(items),
            candidate: Cell::new(false),
        };
        heap::grow(list.counted.get());
        Rc::new(list)
    }

    /// The elements. The borrow must end before script code runs.
    #[inline(always)]
    pub fn borrow(&self) -> Ref<'_, Vec<Value>> {
        self.items.borrow()
    }

    /// Changes the elements and accounts for growth. The function must not run script code, and must hand out what it
    /// removes, so that removed values fall after the borrow has ended.
    #[inline(always)]
    pub fn change<R>(&self, change: impl FnOnce(&mut Vec<Value>) -> R) -> R {
        let mut items = self.items.borrow_mut();
        let result = change(&mut items);
        let now = cost(items.capacity());
        if now != self.counted.get() {
            heap::recount(&self.counted, now);
        }
        result
    }

    /// Overwrites one element in place, without accounting: the length stays. False if there is no such element.
    #[inline(always)]
    pub fn set(&self, index: usize, value: Value) -> bool {
        let old = match self.items.borrow_mut().get_mut(index) {
            Some(slot) => std::mem::replace(slot, value),
            None => return false,
        };
        old.done();
        true
    }

    /// One element.
    #[inline(always)]
    pub fn get(&self, index: usize) -> Option<Value> {
        self.items.borrow().get(index).cloned()
    }

    /// The number of elements.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.items.borrow().len()
    }

    /// No elements?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A copy of the elements.
    pub fn to_vec(&self) -> Vec<Value> {
        self.items.borrow().clone()
    }

    pub(crate) fn try_borrow(&self) -> Option<Ref<'_, Vec<Value>>> {
        self.items.try_borrow().ok()
    }
}

fn cost(capacity: usize) -> usize {
    size_of::<List>() + 16 + 16 * capacity
}

impl Drop for List {
    fn drop(&mut self) {
        heap::shrink(self.counted.get());
        heap::release(self.items.get_mut());
    }
}
