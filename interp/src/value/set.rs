//! `java.util.Set` in all its kinds.

use super::{Order, Table, Value};
use crate::heap;
use crate::registry::ClassId;
use std::cell::{Cell, Ref, RefCell};
use std::rc::Rc;

/// A set: a table whose values are all null. What distinguishes the kinds (a `LinkedHashSet`, a `TreeSet`, an unmodifiable one) is `class` and the table's order.
pub struct Set {
    /// `java.util.LinkedHashSet` and so on.
    pub class: ClassId,
    table: RefCell<Table>,
    /// What belongs to the kind: a `TreeSet`'s comparator.
    pub extra: RefCell<Value>,
    counted: Cell<usize>,
    pub(crate) candidate: Cell<bool>,
}

impl Set {
    /// A new `LinkedHashSet`.
    pub fn new(table: Table) -> Rc<Set> {
        Set::of(ClassId::LINKED_HASH_SET, table, Value::Null)
    }

    /// An empty `LinkedHashSet`.
    pub fn empty() -> Rc<Set> {
        Set::new(Table::new(Order::Insertion))
    }

    /// A new set of a class.
    pub fn of(class: ClassId, table: Table, extra: Value) -> Rc<Set> {
        let counted = Cell::new(cost(&table));
        heap::grow(counted.get());
        Rc::new(Set {
            class,
            table: RefCell::new(table),
            extra: RefCell::new(extra),
            counted,
            candidate: Cell::new(false),
        })
    }

    /// The table. The borrow must end before script code runs.
    #[inline(always)]
    pub fn borrow(&self) -> Ref<'_, Table> {
        self.table.borrow()
    }

    /// Changes the table and accounts for growth. The function must not run script code, and must hand out what it removes,
    /// so that removed values fall after the borrow has ended.
    pub fn change<R>(&self, change: impl FnOnce(&mut Table) -> R) -> R {
        let mut table = self.table.borrow_mut();
        let result = change(&mut table);
        let now = cost(&table);
        if now != self.counted.get() {
            heap::recount(&self.counted, now);
        }
        result
    }

    /// The number of elements.
    pub fn len(&self) -> usize {
        self.table.borrow().len()
    }

    /// No elements?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub(crate) fn try_borrow(&self) -> Option<Ref<'_, Table>> {
        self.table.try_borrow().ok()
    }
}

fn cost(table: &Table) -> usize {
    size_of::<Set>() + 16 + table.bytes()
}

impl Drop for Set {
    fn drop(&mut self) {
        heap::shrink(self.counted.get());
        heap::release_one(self.extra.get_mut());
        heap::release(&mut self.table.get_mut().clear());
    }
}
