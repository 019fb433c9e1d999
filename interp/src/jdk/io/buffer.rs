//! What was read and not handed out yet.

use crate::heap::Share;
use std::cell::{Cell, RefCell};

/// Bytes or characters that wait, and a mark to go back to.
pub struct Buffer<T> {
    items: RefCell<Vec<T>>,
    /// Before it stands what was handed out.
    at: Cell<usize>,
    mark: Cell<Option<usize>>,
    share: Share,
}

impl<T: Copy> Buffer<T> {
    /// Some items; with a mark, [`Buffer::reset`] goes back to the first.
    pub fn new(items: Vec<T>, marked: bool) -> Buffer<T> {
        let buffer = Buffer {
            items: RefCell::new(items),
            at: Cell::new(0),
            mark: Cell::new(marked.then_some(0)),
            share: Share::default(),
        };
        buffer.recount();
        buffer
    }

    fn recount(&self) {
        self.share.set(size_of::<T>() * self.items.borrow().capacity());
    }

    /// How many wait.
    pub fn waiting(&self) -> usize {
        self.items.borrow().len().saturating_sub(self.at.get())
    }

    /// The next one, without taking it.
    pub fn first(&self) -> Option<T> {
        self.items.borrow().get(self.at.get()).copied()
    }

    /// Takes so many of those that wait.
    pub fn skip(&self, count: usize) {
        self.at.set(self.at.get() + count.min(self.waiting()));
    }

    /// Up to so many of those that wait.
    pub fn take(&self, most: usize) -> Vec<T> {
        let items = self.items.borrow();
        let from = self.at.get();
        let to = from.saturating_add(most).min(items.len());
        self.at.set(to);
        items.get(from..to).unwrap_or_default().to_vec()
    }

    /// Those that wait before the first that ends them.
    pub fn take_until(&self, ends: impl Fn(T) -> bool) -> Vec<T> {
        let end = {
            let items = self.items.borrow();
            let waiting = items.get(self.at.get()..).unwrap_or_default();
            waiting.iter().position(|item| ends(*item))
        };
        self.take(end.unwrap_or(usize::MAX))
    }

    /// Appends a piece, and forgets what was handed out and is not marked.
    pub fn keep(&self, piece: &[T]) {
        let mut items = self.items.borrow_mut();
        if self.mark.get().is_none() {
            items.clear();
            self.at.set(0);
        }
        items.extend_from_slice(piece);
        drop(items);
        self.recount();
    }

    /// Puts items in front of those that wait.
    pub fn unread(&self, front: &[T]) {
        let mut items = self.items.borrow_mut();
        let at = self.at.get().min(items.len());
        items.splice(..at, front.iter().copied());
        self.at.set(0);
        drop(items);
        self.recount();
    }

    /// Whether nothing has been kept, put back or marked yet.
    pub fn is_untouched(&self) -> bool {
        !self.is_marked() && self.at.get() == 0 && self.items.borrow().is_empty()
    }

    /// Remembers the place for [`Buffer::reset`].
    pub fn mark(&self) {
        self.mark.set(Some(self.at.get()));
    }

    /// Whether there is a mark, so that nothing behind it may be forgotten.
    pub fn is_marked(&self) -> bool {
        self.mark.get().is_some()
    }

    /// Goes back to the mark; false if there is none.
    pub fn reset(&self) -> bool {
        match self.mark.get() {
            Some(mark) => {
                self.at.set(mark);
                true
            }
            None => false,
        }
    }

    /// Gives up the mark, so that what was read can be forgotten.
    pub fn forget_mark(&self) {
        self.mark.set(None);
    }
}
