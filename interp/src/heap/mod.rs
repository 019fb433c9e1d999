//! Memory: the account of what is alive, and the queue through which deep values fall.
//!
//! The account is an estimate kept per thread: each heap kind adds its size when it is made or grows, and takes it off in its
//! `Drop`. Dropping is bounded in depth: past [`NESTING`] levels the items of a container wait in a queue, which the outermost
//! drop drains, so that two million nested lists fall without recursion.

pub mod cycles;
mod gathered;

pub use gathered::{Gathered, IntoIter};

use crate::value::Value;
use std::any::Any;
use std::cell::{Cell, RefCell};

/// How deep drops may nest on the stack before they wait in the queue.
const NESTING: u32 = 64;

thread_local! {
    static LIVE: Cell<usize> = const { Cell::new(0) };
    static DEPTH: Cell<u32> = const { Cell::new(0) };
    static QUEUE: RefCell<Vec<Waiting>> = const { RefCell::new(Vec::new()) };
}

enum Waiting {
    Value(Value),
    Any(Box<dyn Any>),
}

/// The bytes that are alive on this thread, by estimate.
#[inline]
pub fn live() -> usize {
    LIVE.with(Cell::get)
}

/// Adds to the account.
#[inline(always)]
pub(crate) fn grow(bytes: usize) {
    // A thread that ends has no account any more.
    let _ = LIVE.try_with(|l| l.set(l.get().wrapping_add(bytes)));
}

/// Takes off the account.
#[inline(always)]
pub(crate) fn shrink(bytes: usize) {
    let _ = LIVE.try_with(|l| l.set(l.get().saturating_sub(bytes)));
}

/// What one object that may grow has on the account; its drop takes it off.
#[derive(Default)]
pub(crate) struct Share(Cell<usize>);

impl Share {
    /// Puts an object of a size on the account.
    #[inline(always)]
    pub(crate) fn of(bytes: usize) -> Share {
        grow(bytes);
        Share(Cell::new(bytes))
    }

    /// Puts the object's present size in place of the one before.
    #[inline(always)]
    pub(crate) fn set(&self, bytes: usize) {
        if bytes != self.0.get() {
            self.replace(bytes);
        }
    }

    /// Adds to the object's size.
    pub(crate) fn more(&self, bytes: usize) {
        self.set(self.0.get().saturating_add(bytes));
    }

    /// Takes off the object's size.
    pub(crate) fn less(&self, bytes: usize) {
        self.set(self.0.get().saturating_sub(bytes));
    }

    fn replace(&self, bytes: usize) {
        let before = self.0.replace(bytes);
        if bytes >= before {
            grow(bytes - before)
        } else {
            shrink(before - bytes)
        }
    }
}

impl Drop for Share {
    #[inline(always)]
    fn drop(&mut self) {
        shrink(self.0.get());
    }
}

/// Drops the items of a container.
#[inline]
pub(crate) fn release(items: &mut Vec<Value>) {
    if items.iter().any(Value::is_container) {
        release_nested(items.drain(..));
    } else {
        items.drain(..).for_each(Value::done);
    }
}

/// Drops the items of a container that cannot be drained.
#[inline]
pub(crate) fn release_all(items: &mut [Value]) {
    if items.iter().any(Value::is_container) {
        release_nested(items.iter_mut().map(std::mem::take));
    }
}

/// Drops one value that a container held.
#[inline]
pub(crate) fn release_one(value: &mut Value) {
    if value.is_container() {
        release_nested(std::iter::once(std::mem::take(value)));
    }
}

/// Drops a host object's data.
pub(crate) fn release_any(data: Box<dyn Any>) {
    descend(|deep| {
        if deep {
            // Without a queue (the thread ends) the data falls here.
            let _ = QUEUE.try_with(|q| q.borrow_mut().push(Waiting::Any(data)));
        }
    });
}

fn release_nested(items: impl Iterator<Item = Value>) {
    descend(|deep| {
        for item in items {
            if !(deep && item.is_container()) {
                item.done();
            } else if QUEUE.try_with(|q| q.borrow_mut().push(Waiting::Value(item))).is_err() {
                return;
            }
        }
    });
}

/// Runs one level of dropping; the outermost one then drains the queue.
fn descend(level: impl FnOnce(bool)) {
    let depth = DEPTH.try_with(|d| d.replace(d.get() + 1)).unwrap_or(0);
    level(depth >= NESTING);
    if depth == 0 {
        while let Ok(Some(next)) = QUEUE.try_with(|q| q.borrow_mut().pop()) {
            match next {
                Waiting::Value(v) => drop(v),
                Waiting::Any(data) => drop(data),
            }
        }
    }
    let _ = DEPTH.try_with(|d| d.set(depth));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::ClassId;
    use crate::value::Object;

    #[test]
    fn two_million_nested_lists_fall() {
        let before = live();
        let mut list = Value::list(vec![]);
        for _ in 0..2_000_000 {
            list = Value::list(vec![list]);
        }
        drop(list);
        assert_eq!(live(), before);
    }

    #[test]
    fn a_million_linked_objects_fall() {
        let before = live();
        let mut head = Value::Null;
        for _ in 0..1_000_000 {
            let object = Object::new(ClassId(ClassId::SCRIPT), 2);
            object.set_field(1, head);
            head = Value::Object(object);
        }
        drop(head);
        assert_eq!(live(), before);
    }
}
