//! `java.util.List` in all its kinds: one growable run of elements; the class says which kind.

use super::{Access, Array, Value};
use crate::heap::{self, Share};
use crate::registry::ClassId;
use std::cell::{Cell, Ref, RefCell};
use std::rc::Rc;

/// A list. What distinguishes the kinds (an `ArrayList`, a `LinkedList`, an unmodifiable one) is `class` and `access`.
///
/// A view (a `subList`, an unmodifiable list, `Arrays.asList`) has no elements of its own: it shows and changes those of
/// another list or array, through the same functions.
pub struct List {
    /// `java.util.ArrayList` and so on.
    pub class: ClassId,
    /// What may be done to it. Natives ask before they change anything; the functions here do not.
    pub access: Access,
    items: RefCell<Vec<Value>>,
    backing: Option<Box<Backing>>,
    share: Share,
    pub(crate) candidate: Cell<bool>,
}

/// Whose elements a view shows.
enum Backing {
    /// All elements of a list.
    Whole(Rc<List>),
    /// All elements of a list that makes up missing ones.
    Defaulted { list: Rc<List>, default: Value, lazy: bool },
    /// Some neighbouring elements of a list.
    Window {
        /// The list, never a window itself.
        root: Rc<List>,
        /// The window of which this one is a part.
        parent: Option<Rc<List>>,
        from: usize,
        len: Cell<usize>,
        /// The root's length when last known: another one means that the root was changed past this view.
        expected: Cell<usize>,
    },
    /// The elements of an array.
    Array(Rc<Array>),
}

impl List {
    /// A new `ArrayList`.
    pub fn new(items: Vec<Value>) -> Rc<List> {
        List::of(ClassId::ARRAY_LIST, items)
    }

    /// A new list of a class.
    pub fn of(class: ClassId, items: Vec<Value>) -> Rc<List> {
        List::make(class, Access::Full, items, None)
    }

    /// A new list of a class that does not allow everything.
    pub fn restricted(class: ClassId, access: Access, items: Vec<Value>) -> Rc<List> {
        List::make(class, access, items, None)
    }

    /// A view of all elements of a list. A view of such a view looks at the list itself, so that views do not nest.
    pub fn view(class: ClassId, access: Access, list: &Rc<List>) -> Rc<List> {
        let list = match list.backing.as_deref() {
            Some(Backing::Whole(inner)) => inner.clone(),
            _ => list.clone(),
        };
        List::make(class, access, Vec::new(), Some(Backing::Whole(list)))
    }

    /// A view of the elements from one index to before another; the indices are within the list.
    pub fn window(class: ClassId, list: &Rc<List>, from: usize, to: usize) -> Rc<List> {
        let (root, parent, start) = match list.backing.as_deref() {
            Some(Backing::Window { root, from: start, .. }) => (root.clone(), Some(list.clone()), *start),
            Some(Backing::Whole(inner)) => (inner.clone(), None, 0),
            _ => (list.clone(), None, 0),
        };
        let backing = Backing::Window {
            expected: Cell::new(root.len()),
            root,
            parent,
            from: start + from,
            len: Cell::new(to.saturating_sub(from)),
        };
        List::make(class, list.access, Vec::new(), Some(backing))
    }

    /// A view of a list that answers for missing elements by a closure: `list.withDefault { … }`.
    pub fn defaulted(class: ClassId, list: &Rc<List>, default: Value, lazy: bool) -> Rc<List> {
        let backing = Backing::Defaulted {
            list: list.clone(),
            default,
            lazy,
        };
        List::make(class, list.access, Vec::new(), Some(backing))
    }

    /// A view of an array's elements.
    pub fn of_array(class: ClassId, array: &Rc<Array>) -> Rc<List> {
        let backing = Backing::Array(array.clone());
        List::make(class, Access::Overwriting, Vec::new(), Some(backing))
    }

    fn make(class: ClassId, access: Access, items: Vec<Value>, backing: Option<Backing>) -> Rc<List> {
        Rc::new(List {
            class,
            access,
            share: Share::of(cost(items.capacity())),
            items: RefCell::new(items),
            backing: backing.map(Box::new),
            candidate: Cell::new(false),
        })
    }

    /// The elements. The borrow must end before script code runs.
    #[inline(always)]
    pub fn borrow(&self) -> Ref<'_, [Value]> {
        match &self.backing {
            None => Ref::map(self.items.borrow(), Vec::as_slice),
            Some(backing) => backing.borrow(),
        }
    }

    /// Changes the elements and accounts for growth. The function must not run script code, and must hand out what it
    /// removes, so that removed values fall after the borrow has ended.
    #[inline(always)]
    pub fn change<R>(&self, change: impl FnOnce(&mut Vec<Value>) -> R) -> R {
        if self.backing.is_some() {
            return self.change_through(change);
        }
        let mut items = self.items.borrow_mut();
        let result = change(&mut items);
        self.share.set(cost(items.capacity()));
        result
    }

    /// [`List::change`] for a view: the elements are taken out of where they are, and put back.
    fn change_through<R>(&self, change: impl FnOnce(&mut Vec<Value>) -> R) -> R {
        let (mut base, mut window) = (self, None);
        while let Some(backing) = base.backing.as_deref() {
            match backing {
                Backing::Whole(list) | Backing::Defaulted { list, .. } => base = list,
                Backing::Window { root, from, len, .. } => {
                    window = Some((backing, *from, len.get()));
                    base = root;
                }
                Backing::Array(_) => break,
            }
        }
        let mut items = base.take_items();
        let Some((view, from, len)) = window else {
            let result = change(&mut items);
            base.restore_items(items);
            return result;
        };
        let start = from.min(items.len());
        let rest = items.split_off((start + len).min(items.len()));
        let mut part = items.split_off(start);
        let result = change(&mut part);
        let now = part.len();
        items.extend(part);
        items.extend(rest);
        base.restore_items(items);
        view.resize(now, len);
        result
    }

    fn take_items(&self) -> Vec<Value> {
        match self.backing_array() {
            Some(array) => array.to_vec(),
            None => std::mem::take(&mut self.items.borrow_mut()),
        }
    }

    fn restore_items(&self, items: Vec<Value>) {
        if let Some(array) = self.backing_array() {
            for (index, item) in items.into_iter().enumerate() {
                array.set(index, item);
            }
            return;
        }
        self.share.set(cost(items.capacity()));
        *self.items.borrow_mut() = items;
    }

    /// Overwrites one element in place, without accounting: the length stays. False if there is no such element, or the list
    /// does not allow it.
    #[inline(always)]
    pub fn set(&self, index: usize, value: Value) -> bool {
        if self.backing.is_some() || !self.access.overwrites() {
            return self.set_through(index, value);
        }
        let old = match self.items.borrow_mut().get_mut(index) {
            Some(slot) => std::mem::replace(slot, value),
            None => return false,
        };
        old.done();
        true
    }

    /// [`List::set`] for an element that is there, of a list that allows everything; else the value comes back.
    #[inline(always)]
    pub fn overwrite(&self, index: i32, value: Value) -> Result<(), Value> {
        if !self.is_plain() {
            return Err(value);
        }
        let mut items = self.items.borrow_mut();
        // A negative index is beyond every length.
        let Some(slot) = items.get_mut(index as u32 as usize) else {
            return Err(value);
        };
        let old = std::mem::replace(slot, value);
        drop(items);
        old.done();
        Ok(())
    }

    /// The element at an index, if it is a Boolean of the list's own.
    #[inline(always)]
    pub fn bool_at(&self, index: i32) -> Option<bool> {
        if self.backing.is_some() {
            return None;
        }
        match self.items.borrow().get(index as u32 as usize) {
            Some(Value::Bool(b)) => Some(b.get() != 0),
            _ => None,
        }
    }

    #[cold]
    fn set_through(&self, index: usize, value: Value) -> bool {
        if !self.access.overwrites() {
            return false;
        }
        match self.backing.as_deref() {
            None => false,
            Some(Backing::Whole(list) | Backing::Defaulted { list, .. }) => list.set(index, value),
            Some(Backing::Window { root, from, len, .. }) => index < len.get() && root.set(from + index, value),
            Some(Backing::Array(array)) => array.set(index, value),
        }
    }

    /// One element.
    #[inline(always)]
    pub fn get(&self, index: usize) -> Option<Value> {
        self.borrow().get(index).cloned()
    }

    /// Whether elements can be replaced without asking anything else.
    #[inline(always)]
    pub fn is_plain(&self) -> bool {
        self.backing.is_none() && self.access == Access::Full
    }

    /// The number of elements.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.borrow().len()
    }

    /// No elements?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A copy of the elements.
    pub fn to_vec(&self) -> Vec<Value> {
        self.borrow().to_vec()
    }

    /// Whether the list behind this window was made longer or shorter past it, so that Java would throw a
    /// `ConcurrentModificationException`.
    pub fn is_stale(&self) -> bool {
        match self.backing.as_deref() {
            Some(Backing::Window { root, expected, .. }) => root.len() != expected.get(),
            Some(Backing::Whole(list)) => list.is_stale(),
            _ => false,
        }
    }

    /// The array behind `Arrays.asList(array)`.
    pub fn backing_array(&self) -> Option<&Rc<Array>> {
        match self.backing.as_deref() {
            Some(Backing::Array(array)) => Some(array),
            _ => None,
        }
    }

    /// The list that a view of a whole list shows.
    pub fn viewed(&self) -> Option<&Rc<List>> {
        match self.backing.as_deref() {
            Some(Backing::Whole(list) | Backing::Defaulted { list, .. }) => Some(list),
            _ => None,
        }
    }

    /// The closure that makes up missing elements, and whether those passed over stay null until asked for.
    pub fn default_closure(&self) -> Option<(&Value, bool)> {
        match self.backing.as_deref() {
            Some(Backing::Defaulted { default, lazy, .. }) => Some((default, *lazy)),
            _ => None,
        }
    }

    /// The elements that the list itself holds, for finding cycles; none for a view, whose elements then count as held.
    pub(crate) fn try_borrow(&self) -> Option<Ref<'_, [Value]>> {
        match self.backing {
            None => self.items.try_borrow().ok().map(|items| Ref::map(items, Vec::as_slice)),
            Some(_) => None,
        }
    }
}

impl Backing {
    fn borrow(&self) -> Ref<'_, [Value]> {
        match self {
            Backing::Whole(list) | Backing::Defaulted { list, .. } => list.borrow(),
            Backing::Window { root, from, len, .. } => {
                Ref::map(root.borrow(), |items| items.get(*from..from + len.get()).unwrap_or(&[]))
            }
            Backing::Array(array) => Ref::map(array.borrow(), |items| &**items),
        }
    }

    /// Tells this window and those around it that it has another length now.
    fn resize(&self, now: usize, before: usize) {
        let mut next = Some(self);
        while let Some(Backing::Window {
            root,
            parent,
            len,
            expected,
            ..
        }) = next
        {
            len.set((len.get() + now).saturating_sub(before));
            expected.set(root.len());
            next = parent.as_ref().and_then(|list| list.backing.as_deref());
        }
    }
}

fn cost(capacity: usize) -> usize {
    size_of::<List>() + 16 + 16 * capacity
}

impl Drop for List {
    fn drop(&mut self) {
        heap::release(self.items.get_mut());
        match self.backing.take().map(|backing| *backing) {
            None => {}
            Some(Backing::Whole(list)) => heap::release_one(&mut Value::List(list)),
            Some(Backing::Defaulted { list, mut default, .. }) => {
                heap::release_one(&mut Value::List(list));
                heap::release_one(&mut default);
            }
            Some(Backing::Array(array)) => heap::release_one(&mut Value::Array(array)),
            Some(Backing::Window { root, parent, .. }) => {
                heap::release_one(&mut Value::List(root));
                if let Some(parent) = parent {
                    heap::release_one(&mut Value::List(parent));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ints(list: &List) -> Vec<i32> {
        list.borrow()
            .iter()
            .filter_map(|v| if let Value::Int(i) = v { Some(i.get()) } else { None })
            .collect()
    }

    fn numbers(count: i32) -> Rc<List> {
        List::new((0..count).map(Value::int).collect())
    }

    #[test]
    fn windows_read_and_write_through() {
        let list = numbers(6);
        let window = List::window(ClassId::LIST, &list, 1, 5);
        let inner = List::window(ClassId::LIST, &window, 1, 3);
        assert_eq!(ints(&inner), [2, 3]);
        inner.change(|items| items.push(Value::int(9)));
        assert_eq!(ints(&inner), [2, 3, 9]);
        assert_eq!(ints(&window), [1, 2, 3, 9, 4]);
        assert_eq!(ints(&list), [0, 1, 2, 3, 9, 4, 5]);
        assert!(window.set(0, Value::int(7)));
        assert_eq!(list.get(1).map(|v| v.same(&Value::int(7))), Some(true));
        assert!(!window.is_stale());
        list.change(|items| items.pop());
        assert!(window.is_stale());
    }

    #[test]
    fn read_only_views_follow_their_list() {
        let list = numbers(1);
        let view = List::view(ClassId::LIST, Access::ReadOnly, &list);
        list.change(|items| items.push(Value::int(1)));
        assert_eq!(view.len(), 2);
        assert!(!view.set(0, Value::Null));
    }

    #[test]
    fn a_long_chain_of_windows_falls_without_recursion() {
        let mut list = numbers(200_000);
        while list.len() > 1 {
            list = List::window(ClassId::LIST, &list, 1, list.len());
        }
        assert_eq!(ints(&list), [199_999]);
    }
}
