//! `java.util.Map` in all its kinds.

use super::{Access, Order, Str, Table, TextKey, Value};
use crate::heap::{self, Share};
use crate::registry::ClassId;
use std::cell::{Cell, Ref, RefCell};
use std::rc::Rc;

/// A map. What distinguishes the kinds (a `LinkedHashMap`, a `TreeMap`, an unmodifiable one) is `class`, `access` and the table's
/// order. A view (an unmodifiable map) has no table of its own: it shows and changes another map's.
pub struct Map {
    /// `java.util.LinkedHashMap` and so on.
    pub class: ClassId,
    /// What may be done to it. Natives ask before they change anything; the functions here do not.
    pub access: Access,
    table: RefCell<Table>,
    backing: Option<Rc<Map>>,
    /// What belongs to the kind: a `TreeMap`'s comparator, the closure of `withDefault`.
    pub extra: RefCell<Value>,
    share: Share,
    pub(crate) candidate: Cell<bool>,
}

impl Map {
    /// A new `LinkedHashMap`.
    pub fn new(table: Table) -> Rc<Map> {
        Map::of(ClassId::LINKED_HASH_MAP, table, Value::Null)
    }

    /// An empty `LinkedHashMap`.
    pub fn empty() -> Rc<Map> {
        Map::new(Table::new(Order::Insertion))
    }

    /// A new map of a class.
    pub fn of(class: ClassId, table: Table, extra: Value) -> Rc<Map> {
        Map::make(class, Access::Full, table, extra, None)
    }

    /// A new map of a class that does not allow everything.
    pub fn restricted(class: ClassId, access: Access, table: Table) -> Rc<Map> {
        Map::make(class, access, table, Value::Null, None)
    }

    /// A view of a map. A view of a view looks at the map itself, so that views do not nest.
    pub fn view(class: ClassId, access: Access, map: &Rc<Map>, extra: Value) -> Rc<Map> {
        let map = map.backing.as_ref().unwrap_or(map).clone();
        Map::make(class, access, Table::new(Order::Insertion), extra, Some(map))
    }

    fn make(class: ClassId, access: Access, table: Table, extra: Value, backing: Option<Rc<Map>>) -> Rc<Map> {
        Rc::new(Map {
            share: Share::of(cost(&table)),
            class,
            access,
            table: RefCell::new(table),
            backing,
            extra: RefCell::new(extra),
            candidate: Cell::new(false),
        })
    }

    /// A `LinkedHashMap` with text keys, as natives make it.
    pub fn from_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, Value)>) -> Rc<Map> {
        let map = Map::empty();
        for (key, value) in pairs {
            map.put_str(&Str::new(key), value);
        }
        map
    }

    /// The table. The borrow must end before script code runs.
    #[inline(always)]
    pub fn borrow(&self) -> Ref<'_, Table> {
        match &self.backing {
            None => self.table.borrow(),
            Some(map) => map.borrow(),
        }
    }

    /// The map that a view shows.
    pub fn viewed(&self) -> Option<&Rc<Map>> {
        self.backing.as_ref()
    }

    /// Changes the table and accounts for growth. The function must not run script code, and must hand out what it removes,
    /// so that removed values fall after the borrow has ended.
    pub fn change<R>(&self, change: impl FnOnce(&mut Table) -> R) -> R {
        if let Some(map) = &self.backing {
            return map.change(change);
        }
        let mut table = self.table.borrow_mut();
        let result = change(&mut table);
        self.share.set(cost(&table));
        result
    }

    /// Whether a text key can be looked up and put in without asking anything else: an ordinary hash map of its own.
    #[inline(always)]
    pub fn is_plain(&self) -> bool {
        matches!(
            self.class,
            ClassId::LINKED_HASH_MAP | ClassId::HASH_MAP | ClassId::LAZY_MAP
        ) && self.backing.is_none()
    }

    /// The number of entries.
    pub fn len(&self) -> usize {
        self.borrow().len()
    }

    /// No entries?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The value under a text key, without the interpreter.
    #[inline]
    pub fn get_str(&self, key: &Str) -> Option<Value> {
        self.borrow().entries.get(&TextKey::new(key)).cloned()
    }

    /// Puts a value under a text key, without the interpreter. Not for sorted maps.
    pub fn put_str(&self, key: &Rc<Str>, value: Value) -> Option<Value> {
        self.change(|t| t.insert_text(key, value))
    }

    /// The entries that the map itself holds, for finding cycles; none for a view, whose entries then count as held.
    pub(crate) fn try_borrow(&self) -> Option<Ref<'_, Table>> {
        if self.backing.is_some() {
            return None;
        }
        self.table.try_borrow().ok()
    }
}

fn cost(table: &Table) -> usize {
    size_of::<Map>() + 16 + table.bytes()
}

impl Drop for Map {
    fn drop(&mut self) {
        heap::release_one(self.extra.get_mut());
        self.table.get_mut().release();
        if let Some(map) = self.backing.take() {
            heap::release_one(&mut Value::Map(map));
        }
    }
}
