//! What maps and sets share: keyed entries in insertion order, found by Java's `hashCode` and `equals`.
//!
//! Looking up a key whose `equals` a script overrides needs the interpreter; that search lives in
//! [`semantics::keys`](crate::semantics). Here keys compare by themselves: built-in kinds by content, objects by identity.

use super::entries::Entries;
use super::{Str, Units, Value};
use crate::heap;
use indexmap::Equivalent;
use std::cell::Cell;
use std::hash::{BuildHasher, DefaultHasher, Hash, Hasher, RandomState};
use std::rc::Rc;

/// A key with its Java hash code, taken when it was put in.
#[derive(Clone)]
pub struct Key {
    /// `key.hashCode()`.
    pub hash: u32,
    /// The key itself.
    pub value: Value,
}

impl Hash for Key {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        // What follows the hash code counts in hardened tables only.
        match &self.value {
            Value::Str(text) => hash_text(self.hash, text, state),
            Value::Long(l) => {
                state.write_u32(self.hash);
                state.write(&l.to_le_bytes());
            }
            _ => state.write_u32(self.hash),
        }
    }
}

thread_local! {
    /// How many different keys with the same hash code were compared on this thread.
    static COLLISIONS: Cell<u64> = const { Cell::new(0) };
}

/// So many collisions in one insertion are no accident.
const SUSPICIOUS: u64 = 64;

/// How a table hashes its keys: by their Java hash codes. Texts and longs with one hash code are easily made, so a table that
/// meets many of them hashes their content as well, with a seed of its own.
#[derive(Clone, Default)]
pub struct KeyHashing(Option<RandomState>);

impl KeyHashing {
    /// Hashing of the content.
    pub(super) fn seeded() -> KeyHashing {
        KeyHashing(Some(RandomState::new()))
    }

    /// Is the content hashed?
    pub(super) fn is_seeded(&self) -> bool {
        self.0.is_some()
    }
}

/// Hashes a key's Java hash code alone.
struct CodeHasher(u64);

impl Hasher for CodeHasher {
    #[inline(always)]
    fn write_u32(&mut self, hash: u32) {
        // As rustc-hash does: the table takes its bits from both ends.
        self.0 = u64::from(hash).wrapping_mul(0xf135_7aea_2e62_a9c5).rotate_left(26);
    }

    #[inline(always)]
    fn write(&mut self, _: &[u8]) {}

    #[inline(always)]
    fn finish(&self) -> u64 {
        self.0
    }
}

impl BuildHasher for KeyHashing {
    type Hasher = DefaultHasher;

    #[inline]
    fn build_hasher(&self) -> DefaultHasher {
        self.0
            .as_ref()
            .map_or_else(DefaultHasher::new, BuildHasher::build_hasher)
    }

    /// What an `IndexMap` asks, always.
    #[inline]
    fn hash_one<T: Hash>(&self, key: T) -> u64 {
        match &self.0 {
            None => {
                let mut hasher = CodeHasher(0);
                key.hash(&mut hasher);
                hasher.finish()
            }
            Some(seeded) => seeded.hash_one(key),
        }
    }
}

impl PartialEq for Key {
    #[inline]
    fn eq(&self, other: &Key) -> bool {
        self.hash == other.hash && counted(plainly_equal(&self.value, &other.value))
    }
}

impl Eq for Key {}

/// Whether two keys of one hash code are equal; the others are counted.
#[inline]
fn counted(equal: bool) -> bool {
    if !equal {
        COLLISIONS.with(|count| count.set(count.get().wrapping_add(1)));
    }
    equal
}

/// A text to look up, without making a [`Key`] of it.
pub struct TextKey<'s> {
    hash: u32,
    text: &'s Str,
}

impl TextKey<'_> {
    /// The key that a text is.
    #[inline]
    pub fn new(text: &Str) -> TextKey<'_> {
        TextKey {
            hash: text.hash(),
            text,
        }
    }
}

impl Hash for TextKey<'_> {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        hash_text(self.hash, self.text, state);
    }
}

impl Equivalent<Key> for TextKey<'_> {
    #[inline]
    fn equivalent(&self, key: &Key) -> bool {
        key.hash == self.hash && counted(matches!(&key.value, Value::Str(text) if **text == *self.text))
    }
}

#[inline]
fn hash_text<H: Hasher>(hash: u32, text: &Str, state: &mut H) {
    state.write_u32(hash);
    match text.units() {
        Units::Ascii(bytes) => state.write(bytes),
        Units::Wide(units) => units.iter().for_each(|unit| state.write(&unit.to_le_bytes())),
    }
}

/// Equality of keys as far as it needs no interpreter: the `equals` of built-in scalar kinds, else identity.
#[inline]
pub(crate) fn plainly_equal(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Str(a), Value::Str(b)) => a == b,
        (Value::BigInteger(a), Value::BigInteger(b)) => a == b,
        (Value::BigDecimal(a), Value::BigDecimal(b)) => a == b,
        (Value::Double(a), Value::Double(b)) if a.get().is_nan() => b.get().is_nan(),
        (Value::Float(a), Value::Float(b)) if a.get().is_nan() => b.get().is_nan(),
        _ => a.same(b),
    }
}

/// The order in which a table hands out its entries.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Order {
    /// As inserted: `LinkedHashMap`, `LinkedHashSet`.
    Insertion,
    /// By bucket, as Java's `HashMap` and `HashSet`.
    Buckets,
    /// Sorted by key: `TreeMap`, `TreeSet`. Whoever inserts keeps the entries sorted.
    Sorted,
}

/// Entries in insertion order, with Java's table size for those that iterate by bucket.
#[derive(Clone)]
pub struct Table {
    /// The entries.
    pub entries: Entries,
    /// How they are handed out.
    pub order: Order,
    /// The number of buckets Java's table would have; 0 before the first entry.
    buckets: Cell<u32>,
}

impl Table {
    /// The bytes that an entry takes, its place in the index included.
    pub(crate) const ENTRY: usize = size_of::<Key>() + size_of::<Value>() + 8 + 8;

    /// An empty table.
    pub fn new(order: Order) -> Table {
        Table {
            entries: Entries::with_capacity(0),
            order,
            buckets: Cell::new(0),
        }
    }

    /// An empty table with room for so many entries.
    pub fn sized(order: Order, entries: usize) -> Table {
        Table {
            entries: Entries::with_capacity(entries),
            order,
            buckets: Cell::new(0),
        }
    }

    /// An empty table as `new HashMap(capacity)` makes it.
    pub fn with_capacity(order: Order, capacity: usize) -> Table {
        let table = Table::new(order);
        table.buckets.set(capacity.clamp(1, 1 << 30).next_power_of_two() as u32);
        table
    }

    /// As Java does before it copies a whole collection in: makes the bucket table large enough for `more` entries at once.
    pub fn presize(&self, more: usize) {
        let wanted = ((more as f64) / 0.75 + 1.0) as usize;
        let size = wanted.clamp(1, 1 << 30).next_power_of_two() as u32;
        if self.entries.is_empty() && self.buckets.get() == 0 && more > 0 {
            self.buckets.set(size);
        }
    }

    /// Appends or overwrites. The caller has looked the key up before and knows that no equal one stands in the table, or that
    /// plain comparison finds it.
    pub fn insert(&mut self, key: Key, value: Value) -> Option<Value> {
        self.put_new(None, key, value)
    }

    /// [`Table::insert`] at a position, where the table is sorted.
    pub fn put_new(&mut self, position: Option<usize>, key: Key, value: Value) -> Option<Value> {
        let before = COLLISIONS.with(Cell::get);
        let old = self.entries.insert(position, key, value);
        if old.is_none() {
            self.grown(before);
        }
        old
    }

    /// [`Table::insert`] of a text, which becomes a key only if there is none yet. Not for sorted tables.
    pub fn insert_text(&mut self, key: &Rc<Str>, value: Value) -> Option<Value> {
        let before = COLLISIONS.with(Cell::get);
        let old = self.entries.insert_text(&TextKey::new(key), value, || Key {
            hash: key.hash(),
            value: Value::Str(key.clone()),
        });
        if old.is_none() {
            self.grown(before);
        }
        old
    }

    /// After a new entry: as many buckets as Java's table would have; a harder hash if many keys were compared in vain since
    /// `collisions`.
    fn grown(&mut self, collisions: u64) {
        if COLLISIONS.with(Cell::get).wrapping_sub(collisions) > SUSPICIOUS {
            self.entries.harden();
        }
        let mut buckets = match self.buckets.get() {
            0 => 16,
            buckets => buckets,
        };
        while self.entries.len() as u64 * 4 > buckets as u64 * 3 {
            buckets = buckets.saturating_mul(2);
        }
        self.buckets.set(buckets);
    }

    /// Removes an entry and keeps the order of the others.
    pub fn remove_at(&mut self, index: usize) -> Option<(Value, Value)> {
        self.entries.remove(index).map(|(k, v)| (k.value, v))
    }

    /// Removes everything; Java keeps the number of buckets.
    pub fn clear(&mut self) -> Vec<Value> {
        self.entries
            .take()
            .into_iter()
            .flat_map(|(k, v)| [k.value, v])
            .collect()
    }

    /// Drops the entries of a map or set that ends.
    pub(crate) fn release(&mut self) {
        if self
            .entries
            .iter()
            .any(|(k, v)| v.is_container() || k.value.is_container())
        {
            heap::release(&mut self.clear());
        }
    }

    /// The positions of the entries in the order of iteration.
    pub fn positions(&self) -> Vec<usize> {
        let mut out: Vec<usize> = (0..self.entries.len()).collect();
        if self.order == Order::Buckets {
            let mask = self.buckets.get().max(1) - 1;
            let bucket = |i: &usize| {
                self.entries
                    .get_index(*i)
                    .map_or(0, |(k, _)| (k.hash ^ (k.hash >> 16)) & mask)
            };
            out.sort_by_key(bucket);
        }
        out
    }

    /// The entries in the order of iteration.
    pub fn iter(&self) -> Box<dyn Iterator<Item = (&Value, &Value)> + '_> {
        if self.order == Order::Buckets {
            Box::new(
                self.positions()
                    .into_iter()
                    .filter_map(|i| self.entries.get_index(i))
                    .map(|(k, v)| (&k.value, v)),
            )
        } else {
            Box::new(self.entries.iter().map(|(k, v)| (&k.value, v)))
        }
    }

    /// The entries in the order of iteration, cloned.
    pub fn pairs(&self) -> Vec<(Value, Value)> {
        self.iter().map(|(k, v)| (k.clone(), v.clone())).collect()
    }

    /// The keys in the order of iteration, cloned.
    pub fn keys(&self) -> Vec<Value> {
        self.iter().map(|(k, _)| k.clone()).collect()
    }

    /// The number of entries.
    #[inline]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// No entries?
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The bytes that the table takes.
    pub(crate) fn bytes(&self) -> usize {
        self.entries.bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> Key {
        let text = Str::new(text);
        Key {
            hash: text.hash(),
            value: Value::Str(text),
        }
    }

    /// Texts of one hash code: `Aa` and `BB` have the same, and so have all their sequences.
    fn colliding(count: usize) -> impl Iterator<Item = String> {
        (0..count).map(|n| (0..17).map(|bit| if n >> bit & 1 == 0 { "Aa" } else { "BB" }).collect())
    }

    #[test]
    fn forged_hash_codes_cost_no_more_than_others() {
        let mut table = Table::new(Order::Insertion);
        let before = COLLISIONS.with(Cell::get);
        for (i, text) in colliding(20_000).enumerate() {
            assert!(table.insert(key(&text), Value::int(i as i32)).is_none());
        }
        let collisions = COLLISIONS.with(Cell::get) - before;
        assert!(collisions < 100_000, "{collisions} collisions");
        for (i, text) in colliding(20_000).enumerate() {
            let found = table
                .entries
                .get(&key(&text))
                .is_some_and(|v| v.same(&Value::int(i as i32)));
            assert!(found);
        }
        assert_eq!(table.len(), 20_000);
    }
}
