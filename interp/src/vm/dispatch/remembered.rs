//! What dispatch remembers of its searches, so that their number does not matter: scripts may make names as they run, and send
//! values of ever other classes through one call site.

use crate::registry::ClassId;
use rustc_hash::FxHashMap;
use std::hash::Hash;
use std::ops::Index;

/// So many names are remembered; when there are more, all are forgotten.
const NAMES: usize = 1 << 14;

/// What is known of the names of classes.
pub(crate) struct ByName<T> {
    known: FxHashMap<ClassId, FxHashMap<Box<str>, T>>,
    names: usize,
}

impl<T> Default for ByName<T> {
    fn default() -> ByName<T> {
        ByName {
            known: FxHashMap::default(),
            names: 0,
        }
    }
}

impl<T> ByName<T> {
    /// What is known of a name.
    pub fn get(&self, class: ClassId, name: &str) -> Option<&T> {
        self.known.get(&class)?.get(name)
    }

    /// Remembers what was found.
    pub fn insert(&mut self, class: ClassId, name: &str, found: T) {
        if self.names >= NAMES {
            *self = ByName::default();
        }
        self.names += 1;
        self.known.entry(class).or_default().insert(name.into(), found);
    }

    /// Forgets a class.
    pub fn forget(&mut self, class: ClassId) {
        if let Some(names) = self.known.remove(&class) {
            self.names = self.names.saturating_sub(names.len());
        }
    }
}

/// Numbers for what call sites remember, the same thing always under the same number.
pub(crate) struct Numbered<K, T> {
    items: Vec<T>,
    numbers: FxHashMap<K, u32>,
}

impl<K, T> Default for Numbered<K, T> {
    fn default() -> Numbered<K, T> {
        Numbered {
            items: Vec::new(),
            numbers: FxHashMap::default(),
        }
    }
}

impl<K: Hash + Eq, T> Numbered<K, T> {
    /// The number of what a key stands for.
    pub fn number(&mut self, key: K, item: impl FnOnce() -> T) -> u32 {
        let next = self.items.len() as u32;
        *self.numbers.entry(key).or_insert_with(|| {
            self.items.push(item());
            next
        })
    }
}

impl<K, T> Index<u32> for Numbered<K, T> {
    type Output = T;

    #[inline(always)]
    fn index(&self, number: u32) -> &T {
        &self.items[number as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_without_end_are_forgotten() {
        let mut known = ByName::default();
        for i in 0..3 * NAMES {
            known.insert(ClassId::OBJECT, &i.to_string(), i);
            assert!(known.names <= NAMES);
            assert_eq!(known.get(ClassId::OBJECT, &i.to_string()), Some(&i));
        }
        known.forget(ClassId::OBJECT);
        assert_eq!(known.names, 0);
    }

    #[test]
    fn the_same_key_has_the_same_number() {
        let mut numbered = Numbered::default();
        assert_eq!(numbered.number("a", || 1), 0);
        assert_eq!(numbered.number("b", || 2), 1);
        assert_eq!(numbered.number("a", || 3), 0);
        assert_eq!((numbered[0], numbered[1]), (1, 2));
    }
}
