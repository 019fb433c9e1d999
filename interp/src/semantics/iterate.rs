//! Walking over anything that `for`, `each` and their kin walk over.

use super::range::RangeWalk;
use crate::heap::Gathered;
use crate::jdk::throwables;
use crate::jdk::util::iterator::Cursor;
use crate::jdk::util::map_entry::Entry;
use crate::registry::ClassId;
use crate::value::{Array, Host, List, Map, Order, Set, Str, Table, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// A walk that is under way. Each step may run script code.
pub struct Iter(Walk);

enum Walk {
    /// The elements of a list, by index.
    List {
        list: Rc<List>,
        next: usize,
        expected: usize,
        current: Option<usize>,
    },
    /// The ints of a range.
    Ints {
        next: i64,
        last: i64,
        step: i64,
    },
    /// The elements of another range.
    Range(RangeWalk),
    Array {
        array: Rc<Array>,
        next: usize,
    },
    /// The keys, values or entries of a map, the elements of a set.
    Table(TableWalk),
    /// The units of a text, each as a string.
    Units {
        text: Rc<Str>,
        next: usize,
    },
    /// What was gathered beforehand.
    Items(crate::heap::IntoIter<Value>),
    /// A Rust-made iterator, which others may step as well.
    Shared(Rc<Host>),
    /// An object with `hasNext()` and `next()`.
    Iterator(Value),
    /// An object with `hasMoreElements()` and `nextElement()`.
    Enumeration(Value),
}

/// A walk over a table: its own entries by position, so that each step finds the place whatever happened to values.
struct TableWalk {
    of: TableOwner,
    shows: Shows,
    /// The positions in order of iteration, where that is not the order of the entries.
    order: Option<Gathered<usize>>,
    next: usize,
    expected: usize,
    current: Option<usize>,
}

enum TableOwner {
    Map(Rc<Map>),
    Set(Rc<Set>),
}

/// What a walk over a table hands out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shows {
    Keys,
    Values,
    Entries,
}

impl Iter {
    /// A walk over values that are at hand.
    pub fn over(items: Vec<Value>) -> Iter {
        Iter::gathered(Gathered::of(items))
    }

    /// A walk over what was gathered.
    pub fn gathered(items: Gathered) -> Iter {
        Iter(Walk::Items(items.into_iter()))
    }

    /// A walk over a list.
    pub fn list(list: &Rc<List>) -> Iter {
        Iter(Walk::List {
            list: list.clone(),
            next: 0,
            expected: list.len(),
            current: None,
        })
    }

    /// A walk over a map's entries.
    pub fn entries(map: &Rc<Map>) -> Iter {
        Iter(Walk::Table(TableWalk::new(
            TableOwner::Map(map.clone()),
            Shows::Entries,
        )))
    }

    /// A walk over a map's values.
    pub fn values(map: &Rc<Map>) -> Iter {
        Iter(Walk::Table(TableWalk::new(TableOwner::Map(map.clone()), Shows::Values)))
    }

    /// A walk over a set's elements.
    pub fn set(set: &Rc<Set>) -> Iter {
        Iter(Walk::Table(TableWalk::new(TableOwner::Set(set.clone()), Shows::Keys)))
    }

    /// The next element, none at the end. Counts as a step of fuel.
    #[inline]
    pub fn next(&mut self, vm: &mut Vm) -> Res<Option<Value>> {
        vm.tick()?;
        match &mut self.0 {
            Walk::List {
                list,
                next,
                expected,
                current,
            } => {
                let len = list.len();
                if *next == len {
                    return Ok(None);
                }
                if len != *expected || list.is_stale() {
                    return Err(vm.throw_silent(&throwables::CONCURRENT_MODIFICATION_EXCEPTION));
                }
                *current = Some(*next);
                *next += 1;
                Ok(list.get(*next - 1))
            }
            Walk::Ints { next, last, step } => {
                let value = *next;
                if (*last - value) * *step < 0 {
                    return Ok(None);
                }
                *next += *step;
                Ok(Some(Value::int(value as i32)))
            }
            _ => self.next_slow(vm),
        }
    }

    #[inline(never)]
    fn next_slow(&mut self, vm: &mut Vm) -> Res<Option<Value>> {
        match &mut self.0 {
            Walk::Range(walk) => walk.next(vm),
            Walk::Array { array, next } => {
                *next += 1;
                Ok(array.get(*next - 1))
            }
            Walk::Table(walk) => walk.next(vm),
            Walk::Units { text, next } => {
                *next += 1;
                Ok(text.unit(*next - 1).map(|unit| Value::Str(Str::from_units(&[unit]))))
            }
            Walk::Items(items) => Ok(items.next()),
            Walk::Shared(host) => match host.data.downcast_ref::<Cursor>() {
                Some(cursor) => cursor.step(vm),
                None => Ok(None),
            },
            Walk::Iterator(object) => step_object(vm, object, "hasNext", "next"),
            Walk::Enumeration(object) => step_object(vm, object, "hasMoreElements", "nextElement"),
            Walk::List { .. } | Walk::Ints { .. } => Ok(None),
        }
    }

    /// Whether there is a next element, as `hasNext()` tells: what changed meanwhile is found by `next()`.
    pub fn has_next(&mut self, vm: &mut Vm) -> Res<bool> {
        Ok(match &mut self.0 {
            Walk::List { list, next, .. } => *next != list.len(),
            Walk::Ints { next, last, step } => (*last - *next) * *step >= 0,
            Walk::Range(walk) => walk.peek(vm)?.is_some(),
            Walk::Array { array, next } => *next < array.len(),
            Walk::Table(walk) => walk.next < walk.expected,
            Walk::Units { text, next } => *next < text.len(),
            Walk::Items(items) => items.len() > 0,
            Walk::Shared(host) => match host.data.downcast_ref::<Cursor>() {
                Some(cursor) => cursor.has_next(vm)?,
                None => false,
            },
            Walk::Iterator(object) => {
                let more = vm.call_method(object, "hasNext", &[])?;
                vm.truth(&more)?
            }
            Walk::Enumeration(object) => {
                let more = vm.call_method(object, "hasMoreElements", &[])?;
                vm.truth(&more)?
            }
        })
    }

    /// Takes away the element that was handed out last: `Iterator.remove()`.
    pub fn remove(&mut self, vm: &mut Vm) -> Res<()> {
        match &mut self.0 {
            Walk::List {
                list,
                next,
                expected,
                current,
            } if list.access.removes() => {
                let Some(index) = current.take() else {
                    return Err(vm.throw_silent(&throwables::ILLEGAL_STATE_EXCEPTION));
                };
                if list.len() != *expected {
                    return Err(vm.throw_silent(&throwables::CONCURRENT_MODIFICATION_EXCEPTION));
                }
                drop(list.change(|items| (index < items.len()).then(|| items.remove(index))));
                *next = index;
                *expected = list.len();
                Ok(())
            }
            Walk::Table(walk) if walk.may_remove() => walk.remove(vm),
            Walk::Shared(host) => match host.data.downcast_ref::<Cursor>() {
                Some(cursor) => cursor.remove(vm),
                None => Ok(()),
            },
            Walk::Iterator(object) => vm.call_method(object, "remove", &[]).map(drop),
            _ => Err(vm.throw_silent(&throwables::UNSUPPORTED_OPERATION_EXCEPTION)),
        }
    }

    /// Shows each value that the walk holds.
    pub(crate) fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        match &self.0 {
            Walk::List { list, .. } => visit(&Value::List(list.clone())),
            Walk::Range(walk) => walk.trace(visit),
            Walk::Array { array, .. } => visit(&Value::Array(array.clone())),
            Walk::Table(walk) => match &walk.of {
                TableOwner::Map(map) => visit(&Value::Map(map.clone())),
                TableOwner::Set(set) => visit(&Value::Set(set.clone())),
            },
            Walk::Items(items) => items.as_slice().iter().for_each(visit),
            Walk::Shared(host) => visit(&Value::Host(host.clone())),
            Walk::Iterator(object) | Walk::Enumeration(object) => visit(object),
            Walk::Ints { .. } | Walk::Units { .. } => {}
        }
    }
}

fn step_object(vm: &mut Vm, object: &Value, more: &str, next: &str) -> Res<Option<Value>> {
    let has_more = vm.call_method(object, more, &[])?;
    if vm.truth(&has_more)? {
        vm.call_method(object, next, &[]).map(Some)
    } else {
        Ok(None)
    }
}

impl TableWalk {
    fn new(of: TableOwner, shows: Shows) -> TableWalk {
        let (order, expected) = of.with(|table| {
            let order = (table.order == Order::Buckets).then(|| Gathered::of(table.positions()));
            (order, table.len())
        });
        TableWalk {
            of,
            shows,
            order,
            next: 0,
            expected,
            current: None,
        }
    }

    fn next(&mut self, vm: &mut Vm) -> Res<Option<Value>> {
        if self.next == 0 {
            vm.tick_many(self.expected / 16)?;
            vm.settle()?;
        }
        if self.next >= self.expected {
            return Ok(None);
        }
        if self.of.with(Table::len) != self.expected {
            return Err(vm.throw_silent(&throwables::CONCURRENT_MODIFICATION_EXCEPTION));
        }
        let position = match &self.order {
            Some(order) => order.get(self.next).copied().unwrap_or_default(),
            None => self.next,
        };
        self.next += 1;
        self.current = Some(position);
        let found = self
            .of
            .with(|table| table.entries.get_index(position).map(|(k, v)| (k.clone(), v.clone())));
        Ok(found.map(|(key, value)| match (self.shows, &self.of) {
            (Shows::Entries, TableOwner::Map(map)) => Value::host(Entry::live(map, key, value)),
            (Shows::Values, _) => value,
            _ => key.value,
        }))
    }

    fn may_remove(&self) -> bool {
        match &self.of {
            TableOwner::Map(map) => map.access.removes(),
            TableOwner::Set(set) => set.access.removes(),
        }
    }

    fn remove(&mut self, vm: &mut Vm) -> Res<()> {
        let Some(position) = self.current.take() else {
            return Err(vm.throw_silent(&throwables::ILLEGAL_STATE_EXCEPTION));
        };
        if self.of.with(Table::len) != self.expected {
            return Err(vm.throw_silent(&throwables::CONCURRENT_MODIFICATION_EXCEPTION));
        }
        let removed = match &self.of {
            TableOwner::Map(map) => map.change(|table| table.remove_at(position)),
            TableOwner::Set(set) => set.change(|table| table.remove_at(position)),
        };
        drop(removed);
        self.next -= 1;
        self.expected -= 1;
        if let Some(order) = &mut self.order {
            order.remove(self.next);
            order.iter_mut().filter(|p| **p > position).for_each(|p| *p -= 1);
        }
        Ok(())
    }
}

impl TableOwner {
    fn with<R>(&self, look: impl FnOnce(&Table) -> R) -> R {
        match self {
            TableOwner::Map(map) => look(&map.borrow()),
            TableOwner::Set(set) => look(&set.borrow()),
        }
    }
}

impl Vm {
    /// `iterator()` as `InvokerHelper.asIterator` finds it: collections, ranges, arrays, maps by entry, text by character,
    /// iterators, enumerations, objects with `iterator()`; anything else is walked as itself, once; null not at all.
    pub fn iterate(&mut self, value: &Value) -> Res<Iter> {
        Ok(match value {
            Value::List(l) => Iter::list(l),
            Value::Range(r) => Iter(match r.ints {
                Some((first, last)) => Walk::Ints {
                    next: i64::from(first),
                    last: i64::from(last),
                    step: if first <= last { 1 } else { -1 },
                },
                None if r.is_int() => Walk::Items(Gathered::new().into_iter()),
                None => Walk::Range(self.range_walk(r)?),
            }),
            Value::Map(m) => Iter::entries(m),
            Value::Set(s) => Iter::set(s),
            Value::Array(a) => Iter(Walk::Array {
                array: a.clone(),
                next: 0,
            }),
            Value::Str(s) => Iter(Walk::Units {
                text: s.clone(),
                next: 0,
            }),
            Value::GString(g) => Iter(Walk::Units {
                text: self.gstring_text(g)?,
                next: 0,
            }),
            Value::Null => Iter::over(Vec::new()),
            Value::Object(_) | Value::Host(_) => return self.iterate_object(value),
            Value::Class(_) => return self.iterate_class(value),
            Value::Cell(c) => return self.iterate(&c.get()),
            other => Iter::over(vec![other.clone()]),
        })
    }

    /// What an object's own `iterator()` gives; without one of its own it is walked as itself, once.
    fn iterate_object(&mut self, value: &Value) -> Res<Iter> {
        if let Some(walk) = self.as_walk(value) {
            return Ok(walk);
        }
        let iterator = self.nested(|vm| vm.call_method(value, "iterator", &[]))?;
        match self.as_walk(&iterator) {
            Some(walk) => Ok(walk),
            None if iterator.same(value) => Ok(Iter::over(vec![iterator])),
            None => self.nested(|vm| vm.iterate(&iterator)),
        }
    }

    /// An object that is an iterator or enumeration itself.
    fn as_walk(&self, value: &Value) -> Option<Iter> {
        let enumeration = || self.class_by_name("java.util.Enumeration");
        Some(Iter(match value {
            Value::Host(host) if host.data.is::<Cursor>() => Walk::Shared(host.clone()),
            Value::Object(_) | Value::Host(_) if self.is_instance(value, ClassId::ITERATOR) => {
                Walk::Iterator(value.clone())
            }
            Value::Object(_) | Value::Host(_) if enumeration().is_some_and(|e| self.is_instance(value, e)) => {
                Walk::Enumeration(value.clone())
            }
            _ => return None,
        }))
    }

    /// An enum's constants, another class as itself.
    fn iterate_class(&mut self, value: &Value) -> Res<Iter> {
        let class = value.as_class().unwrap_or(ClassId::OBJECT);
        if class == ClassId::ENUM || !self.is_subclass(class, ClassId::ENUM) {
            return Ok(Iter::over(vec![value.clone()]));
        }
        let constants = self.call_method(value, "values", &[])?;
        self.iterate(&constants)
    }

    /// All elements of a walk.
    pub fn items(&mut self, value: &Value) -> Res<Gathered> {
        match value {
            Value::List(list) => return Gathered::copied(self, &list.borrow()),
            Value::Array(array) => return Gathered::copied(self, &array.borrow()),
            _ => {}
        }
        let mut walk = self.iterate(value)?;
        let mut out = Gathered::new();
        while let Some(item) = walk.next(self)? {
            out.push(self, item)?;
        }
        Ok(out)
    }

    /// The entries of anything that is a `java.util.Map`.
    pub fn pairs(&mut self, value: &Value) -> Res<Gathered<(Value, Value)>> {
        if let Value::Map(map) = value {
            self.tick_many(map.len())?;
            self.reserve(map.len() * size_of::<(Value, Value)>())?;
            return Ok(Gathered::of(map.borrow().pairs()));
        }
        let entries = self.call_method(value, "entrySet", &[])?;
        let mut walk = self.iterate(&entries)?;
        let mut out = Gathered::new();
        while let Some(entry) = walk.next(self)? {
            let parts = self.entry_parts(&entry)?;
            out.push(self, parts)?;
        }
        Ok(out)
    }

    /// `entry.getKey()` and `entry.getValue()` of any `Map.Entry`.
    pub fn entry_parts(&mut self, entry: &Value) -> Res<(Value, Value)> {
        if let Some(entry) = entry.as_host::<Entry>() {
            return Ok((entry.key(), entry.value()));
        }
        Ok((
            self.call_method(entry, "getKey", &[])?,
            self.call_method(entry, "getValue", &[])?,
        ))
    }
}

#[cfg(test)]
mod tests;
