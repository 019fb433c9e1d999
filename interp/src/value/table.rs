//! What maps and sets share: keyed entries in insertion order, found by Java's `hashCode` and `equals`.
//!
//! Looking up a key whose `equals` a script overrides needs the interpreter; that search lives in
//! [`semantics::keys`](crate::semantics). Here keys compare by themselves: built-in kinds by content, objects by identity.

use super::Value;
use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;
use std::cell::Cell;
use std::hash::{Hash, Hasher};

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
        state.write_u32(self.hash)
    }
}

impl PartialEq for Key {
    #[inline]
    fn eq(&self, other: &Key) -> bool {
        self.hash == other.hash && plainly_equal(&self.value, &other.value)
    }
}

impl Eq for Key {}

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
    pub entries: IndexMap<Key, Value, FxBuildHasher>,
    /// How they are handed out.
    pub order: Order,
    /// The number of buckets Java's table would have; 0 before the first entry.
    buckets: Cell<u32>,
}

impl Table {
    /// An empty table.
    pub fn new(order: Order) -> Table {
        Table {
            entries: IndexMap::default(),
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
        let old = self.entries.insert(key, value);
        if old.is_none() {
            let mut buckets = if self.buckets.get() == 0 {
                16
            } else {
                self.buckets.get()
            };
            while self.entries.len() as u64 * 4 > buckets as u64 * 3 {
                buckets = buckets.saturating_mul(2);
            }
            self.buckets.set(buckets);
        }
        old
    }

    /// Removes an entry and keeps the order of the others.
    pub fn remove_at(&mut self, index: usize) -> Option<(Value, Value)> {
        self.entries.shift_remove_index(index).map(|(k, v)| (k.value, v))
    }

    /// Removes everything; Java keeps the number of buckets.
    pub fn clear(&mut self) -> Vec<Value> {
        self.entries.drain(..).flat_map(|(k, v)| [k.value, v]).collect()
    }

    /// The positions of the entries in the order of iteration.
    pub fn positions(&self) -> Vec<usize> {
        let mut out: Vec<usize> = (0..self.entries.len()).collect();
        if self.order == Order::Buckets {
            let mask = self.buckets.get().max(16) - 1;
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
        self.entries.capacity() * (size_of::<Key>() + 16 + 8 + 8)
    }
}
