//! Entries in insertion order, as a table holds them. A few stand in one run and are looked through; from more on they have an
//! index over their hash codes. Most maps of scripts are small, and looking through a run touches less memory than an index.

use super::Value;
use super::table::{Key, KeyHashing, TextKey};
use indexmap::map::raw_entry_v1::{RawEntryApiV1, RawEntryMut};
use indexmap::{Equivalent, IndexMap};
use std::hash::Hash;

/// So many entries stand in a run.
const FEW: usize = 12;

/// Keys with their values.
#[derive(Clone)]
pub struct Entries(Form);

#[derive(Clone)]
enum Form {
    Few(Vec<(Key, Value)>),
    Many(Box<IndexMap<Key, Value, KeyHashing>>),
}

impl Entries {
    /// None, with room for so many.
    pub fn with_capacity(capacity: usize) -> Entries {
        Entries(if capacity <= FEW {
            Form::Few(Vec::with_capacity(capacity))
        } else {
            Form::Many(Box::new(IndexMap::with_capacity_and_hasher(
                capacity,
                KeyHashing::default(),
            )))
        })
    }

    /// The number of entries.
    #[inline]
    pub fn len(&self) -> usize {
        match &self.0 {
            Form::Few(run) => run.len(),
            Form::Many(map) => map.len(),
        }
    }

    /// No entries?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The bytes that the entries take, and their index.
    pub(super) fn bytes(&self) -> usize {
        match &self.0 {
            Form::Few(run) => run.capacity() * size_of::<(Key, Value)>(),
            Form::Many(map) => size_of_val(&**map) + map.capacity() * (size_of::<(Key, Value)>() + 8 + 8),
        }
    }

    /// The position of a key.
    #[inline]
    pub fn get_index_of<Q: Hash + Equivalent<Key>>(&self, key: &Q) -> Option<usize> {
        match &self.0 {
            Form::Few(run) => run.iter().position(|(other, _)| key.equivalent(other)),
            Form::Many(map) => map.get_index_of(key),
        }
    }

    /// The value of a key.
    #[inline]
    pub fn get<Q: Hash + Equivalent<Key>>(&self, key: &Q) -> Option<&Value> {
        match &self.0 {
            Form::Few(run) => run
                .iter()
                .find(|(other, _)| key.equivalent(other))
                .map(|(_, value)| value),
            Form::Many(map) => map.get(key),
        }
    }

    /// The place of the value of a key.
    pub fn get_mut<Q: Hash + Equivalent<Key>>(&mut self, key: &Q) -> Option<&mut Value> {
        let index = self.get_index_of(key)?;
        self.get_index_mut(index)
    }

    /// The entry at a position.
    #[inline]
    pub fn get_index(&self, index: usize) -> Option<(&Key, &Value)> {
        match &self.0 {
            Form::Few(run) => run.get(index).map(|(key, value)| (key, value)),
            Form::Many(map) => map.get_index(index),
        }
    }

    /// The place of the value at a position.
    #[inline]
    pub fn get_index_mut(&mut self, index: usize) -> Option<&mut Value> {
        match &mut self.0 {
            Form::Few(run) => run.get_mut(index).map(|(_, value)| value),
            Form::Many(map) => map.get_index_mut(index).map(|(_, value)| value),
        }
    }

    /// The first entry.
    pub fn first(&self) -> Option<(&Key, &Value)> {
        self.get_index(0)
    }

    /// The last entry.
    pub fn last(&self) -> Option<(&Key, &Value)> {
        self.get_index(self.len().checked_sub(1)?)
    }

    /// The entries.
    #[inline]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&Key, &Value)> {
        (0..self.len()).filter_map(|index| self.get_index(index))
    }

    /// The keys.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &Key> {
        self.iter().map(|(key, _)| key)
    }

    /// Sets the value of a key, or puts a new entry at a position, at the end where there is none: the value before.
    pub(super) fn insert(&mut self, position: Option<usize>, key: Key, value: Value) -> Option<Value> {
        if let Some(slot) = self.few_slot(&key) {
            return Some(std::mem::replace(slot, value));
        }
        let end = self.len();
        let position = position.map_or(end, |position| position.min(end));
        match self.room() {
            Form::Few(run) => {
                run.insert(position, (key, value));
                None
            }
            Form::Many(map) if position == end => map.insert(key, value),
            Form::Many(map) => map.shift_insert(position, key, value),
        }
    }

    /// Sets the value of a text, or puts a new entry at the end, for which the key is made only then: the value before.
    #[inline]
    pub(super) fn insert_text(&mut self, text: &TextKey, value: Value, key: impl FnOnce() -> Key) -> Option<Value> {
        if let Some(slot) = self.few_slot(text) {
            return Some(std::mem::replace(slot, value));
        }
        match self.room() {
            Form::Few(run) => run.push((key(), value)),
            Form::Many(map) => match map.raw_entry_mut_v1().from_key(text) {
                RawEntryMut::Occupied(mut entry) => return Some(entry.insert(value)),
                RawEntryMut::Vacant(entry) => {
                    entry.insert(key(), value);
                }
            },
        }
        None
    }

    /// The place of the value of a key, where there are few.
    #[inline]
    fn few_slot<Q: Equivalent<Key>>(&mut self, key: &Q) -> Option<&mut Value> {
        match &mut self.0 {
            Form::Few(run) => run
                .iter_mut()
                .find(|(other, _)| key.equivalent(other))
                .map(|(_, value)| value),
            Form::Many(_) => None,
        }
    }

    /// The form that takes one entry more.
    #[inline]
    fn room(&mut self) -> &mut Form {
        if let Form::Few(run) = &mut self.0
            && run.len() == FEW
        {
            let mut map = IndexMap::with_capacity_and_hasher(2 * FEW, KeyHashing::default());
            map.extend(run.drain(..));
            self.0 = Form::Many(Box::new(map));
        }
        &mut self.0
    }

    /// Hashes the content of keys from now on.
    #[cold]
    pub(super) fn harden(&mut self) {
        if let Form::Many(map) = &mut self.0
            && !map.hasher().is_seeded()
        {
            let mut seeded = IndexMap::with_capacity_and_hasher(map.capacity(), KeyHashing::seeded());
            seeded.extend(map.drain(..));
            **map = seeded;
        }
    }

    /// Removes an entry and keeps the order of the others.
    pub(super) fn remove(&mut self, index: usize) -> Option<(Key, Value)> {
        match &mut self.0 {
            Form::Few(run) => (index < run.len()).then(|| run.remove(index)),
            Form::Many(map) => map.shift_remove_index(index),
        }
    }

    /// Removes the last entry.
    pub fn pop(&mut self) -> Option<(Key, Value)> {
        match &mut self.0 {
            Form::Few(run) => run.pop(),
            Form::Many(map) => map.pop(),
        }
    }

    /// Removes all entries.
    pub(super) fn take(&mut self) -> Vec<(Key, Value)> {
        match &mut self.0 {
            Form::Few(run) => std::mem::take(run),
            Form::Many(map) => map.drain(..).collect(),
        }
    }
}
