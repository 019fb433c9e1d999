//! `java.util.Set` in all its kinds.

use super::{Access, Map, Order, Table, Value};
use crate::heap::{self, Share};
use crate::registry::ClassId;
use std::cell::{Cell, Ref, RefCell};
use std::rc::Rc;

/// A set: a table of which only the keys count. What distinguishes the kinds (a `LinkedHashSet`, a `TreeSet`, an unmodifiable one)
/// is `class`, `access` and the table's order. A view (an unmodifiable set, the keys of a map) has no table of its own: it
/// shows and changes another set's or the map's.
pub struct Set {
    /// `java.util.LinkedHashSet` and so on.
    pub class: ClassId,
    /// What may be done to it. Natives ask before they change anything; the functions here do not.
    pub access: Access,
    table: RefCell<Table>,
    backing: Option<Backing>,
    /// What belongs to the kind: a `TreeSet`'s comparator.
    pub extra: RefCell<Value>,
    share: Share,
    pub(crate) candidate: Cell<bool>,
}

/// Whose table a view shows.
enum Backing {
    Set(Rc<Set>),
    Keys(Rc<Map>),
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
        Set::make(class, Access::Full, table, extra, None)
    }

    /// A new set of a class that does not allow everything.
    pub fn restricted(class: ClassId, access: Access, table: Table) -> Rc<Set> {
        Set::make(class, access, table, Value::Null, None)
    }

    /// A view of a set. A view of a view looks at the set itself, so that views do not nest.
    pub fn view(class: ClassId, access: Access, set: &Rc<Set>) -> Rc<Set> {
        let backing = match &set.backing {
            Some(Backing::Set(inner)) => Backing::Set(inner.clone()),
            _ => Backing::Set(set.clone()),
        };
        let extra = set.extra.borrow().clone();
        Set::make(class, access, Table::new(Order::Insertion), extra, Some(backing))
    }

    /// `map.keySet()`: a view of a map's keys, from which keys can be removed with their values.
    pub fn of_keys(class: ClassId, map: &Rc<Map>) -> Rc<Set> {
        let access = if map.access.removes() {
            Access::Removing
        } else {
            Access::ReadOnly
        };
        let map = map.viewed().unwrap_or(map);
        let (extra, backing) = (map.extra.borrow().clone(), Some(Backing::Keys(map.clone())));
        Set::make(class, access, Table::new(Order::Insertion), extra, backing)
    }

    fn make(class: ClassId, access: Access, table: Table, extra: Value, backing: Option<Backing>) -> Rc<Set> {
        Rc::new(Set {
            share: Share::of(cost(&table)),
            class,
            access,
            table: RefCell::new(table),
            backing,
            extra: RefCell::new(extra),
            candidate: Cell::new(false),
        })
    }

    /// The table. The borrow must end before script code runs.
    #[inline(always)]
    pub fn borrow(&self) -> Ref<'_, Table> {
        match &self.backing {
            None => self.table.borrow(),
            Some(Backing::Set(set)) => set.borrow(),
            Some(Backing::Keys(map)) => map.borrow(),
        }
    }

    /// Changes the table and accounts for growth. The function must not run script code, and must hand out what it removes,
    /// so that removed values fall after the borrow has ended.
    pub fn change<R>(&self, change: impl FnOnce(&mut Table) -> R) -> R {
        match &self.backing {
            None => {}
            Some(Backing::Set(set)) => return set.change(change),
            Some(Backing::Keys(map)) => return map.change(change),
        }
        let mut table = self.table.borrow_mut();
        let result = change(&mut table);
        self.share.set(cost(&table));
        result
    }

    /// The number of elements.
    pub fn len(&self) -> usize {
        self.borrow().len()
    }

    /// No elements?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The elements that the set itself holds, for finding cycles; none for a view, whose elements then count as held.
    pub(crate) fn try_borrow(&self) -> Option<Ref<'_, Table>> {
        if self.backing.is_some() {
            return None;
        }
        self.table.try_borrow().ok()
    }
}

fn cost(table: &Table) -> usize {
    size_of::<Set>() + 16 + table.bytes()
}

impl Drop for Set {
    fn drop(&mut self) {
        heap::release_one(self.extra.get_mut());
        self.table.get_mut().release();
        match self.backing.take() {
            None => {}
            Some(Backing::Set(set)) => heap::release_one(&mut Value::Set(set)),
            Some(Backing::Keys(map)) => heap::release_one(&mut Value::Map(map)),
        }
    }
}
