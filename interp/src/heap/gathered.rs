//! What a native gathers before a value is made of it: on the account while it grows, as everything else that is alive.

use super::Share;
use crate::value::Value;
use crate::{Res, Vm};
use std::ops::{Deref, DerefMut};

/// How many neighbours are copied for a step of fuel.
const PER_STEP: usize = 16;

/// Values, or the units of a text, that a native has gathered.
///
/// A plain `Vec` is not counted. Natives that gather from what a script can make as long as it likes (ranges, iterators,
/// streams, texts) therefore gather here: growth is asked for before it happens, and stays on the account until the value is
/// made, also while closures run that gather for themselves.
pub struct Gathered<T = Value> {
    items: Vec<T>,
    share: Share,
}

impl<T> Gathered<T> {
    /// Nothing yet.
    pub fn new() -> Gathered<T> {
        Gathered::of(Vec::new())
    }

    /// What is at hand already.
    pub fn of(items: Vec<T>) -> Gathered<T> {
        Gathered {
            share: Share::of(items.capacity() * size_of::<T>()),
            items,
        }
    }

    /// Room for so many.
    pub fn with_capacity(vm: &mut Vm, count: usize) -> Res<Gathered<T>> {
        vm.reserve(count.saturating_mul(size_of::<T>()))?;
        Ok(Gathered::of(Vec::with_capacity(count)))
    }

    /// A copy of what is at hand.
    pub fn copied(vm: &mut Vm, items: &[T]) -> Res<Gathered<T>>
    where
        T: Clone,
    {
        vm.tick_many(items.len() / PER_STEP)?;
        vm.reserve(size_of_val(items))?;
        Ok(Gathered::of(items.to_vec()))
    }

    /// Adds one.
    #[inline(always)]
    pub fn push(&mut self, vm: &mut Vm, item: T) -> Res<()> {
        if self.items.len() == self.items.capacity() {
            self.make_room(vm, 1)?;
        }
        self.items.push(item);
        Ok(())
    }

    /// Adds many, at a step of fuel for a few of them.
    pub fn extend(&mut self, vm: &mut Vm, items: impl ExactSizeIterator<Item = T>) -> Res<()> {
        vm.tick_many(items.len() / PER_STEP)?;
        if self.items.capacity() - self.items.len() < items.len() {
            self.make_room(vm, items.len())?;
        }
        self.items.extend(items);
        Ok(())
    }

    /// Asks for at least twice the room, so that adding one costs the same on average.
    #[cold]
    fn make_room(&mut self, vm: &mut Vm, more: usize) -> Res<()> {
        let (len, before) = (self.items.len(), self.items.capacity());
        let wanted = len.saturating_add(more).max(before.saturating_mul(2)).max(4);
        vm.reserve((wanted - before).saturating_mul(size_of::<T>()))?;
        self.items.reserve_exact(wanted - len);
        self.share.set(self.items.capacity() * size_of::<T>());
        Ok(())
    }

    /// Takes off those from an index on.
    pub fn drain_from(&mut self, start: usize) -> std::vec::Drain<'_, T> {
        let start = start.min(self.items.len());
        self.items.drain(start..)
    }

    /// Takes one out.
    pub fn remove(&mut self, index: usize) {
        if index < self.items.len() {
            self.items.remove(index);
        }
    }

    /// Takes the last one off.
    pub fn pop(&mut self) -> Option<T> {
        self.items.pop()
    }

    /// Drops all but the first.
    pub fn truncate(&mut self, len: usize) {
        self.items.truncate(len);
    }

    /// Drops those before an index.
    pub fn retain_from(&mut self, start: usize) {
        self.items.drain(..start.min(self.items.len()));
    }

    /// The plain vector, for the value that is made of it.
    pub fn into_vec(self) -> Vec<T> {
        self.items
    }
}

impl<T> Default for Gathered<T> {
    fn default() -> Gathered<T> {
        Gathered::new()
    }
}

impl<T> Deref for Gathered<T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        &self.items
    }
}

impl<T> DerefMut for Gathered<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        &mut self.items
    }
}

/// A walk over what was gathered, which stays on the account until the walk ends.
pub struct IntoIter<T> {
    items: std::vec::IntoIter<T>,
    _share: Share,
}

impl<T> IntoIter<T> {
    /// What is left.
    pub fn as_slice(&self) -> &[T] {
        self.items.as_slice()
    }
}

impl<T> IntoIterator for Gathered<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;
    fn into_iter(self) -> IntoIter<T> {
        IntoIter {
            items: self.items.into_iter(),
            _share: self.share,
        }
    }
}

impl<T> Iterator for IntoIter<T> {
    type Item = T;
    #[inline]
    fn next(&mut self) -> Option<T> {
        self.items.next()
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.items.size_hint()
    }
}

impl<T> ExactSizeIterator for IntoIter<T> {}

impl<'a, T> IntoIterator for &'a Gathered<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;
    fn into_iter(self) -> std::slice::Iter<'a, T> {
        self.items.iter()
    }
}

impl From<Gathered> for Value {
    fn from(gathered: Gathered) -> Value {
        Value::list(gathered.items)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::heap;
    use crate::registry::Registry;
    use crate::{HostServices, Limits};

    fn vm(memory: usize) -> Vm {
        let limits = Limits {
            memory: Some(memory),
            ..Limits::default()
        };
        Vm::new(Registry::new(&[]), HostServices::default(), limits)
    }

    #[test]
    fn is_on_the_account_until_it_falls() {
        let mut vm = vm(1 << 20);
        let before = heap::live();
        let mut gathered = Gathered::new();
        for i in 0..1000 {
            assert!(gathered.push(&mut vm, Value::int(i)).is_ok());
        }
        assert!(heap::live() >= before + 16_000);
        let mut walk = gathered.into_iter();
        assert_eq!(walk.len(), 1000);
        assert!(walk.next().is_some() && heap::live() >= before + 16_000);
        drop(walk);
        assert_eq!(heap::live(), before);
    }

    #[test]
    fn refuses_to_grow_past_the_limit() {
        let mut vm = vm(1 << 20);
        let mut gathered = Gathered::new();
        let refused = (0..).find(|i| gathered.push(&mut vm, Value::int(*i)).is_err());
        assert_eq!(refused, Some(1 << 16));
        assert!(Gathered::copied(&mut vm, &vec![0u16; 1 << 20]).is_err());
    }
}
