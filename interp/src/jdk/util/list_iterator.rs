//! `java.util.ListIterator`: a walk over a list that goes both ways and changes it.

use super::elements::{int_size, no_such_element, permit};
use super::list;
use crate::jdk::throwables;
use crate::registry::{Class, class, interface, method, native};
use crate::value::{HostType, List, Value};
use crate::{Res, Vm};
use std::cell::Cell;
use std::rc::Rc;

/// `java.util.ListIterator`.
pub static CLASS: Class = interface("java.util.ListIterator")
    .doc("A walk over a list that goes both ways and changes it.")
    .implements(&[&super::iterator::CLASS]);

/// A walk over a list.
pub struct ListCursor {
    list: Rc<List>,
    /// The index of the element that `next()` gives.
    next: Cell<usize>,
    /// The index of the element given last, until it is removed or another one is added.
    last: Cell<Option<usize>>,
    expected: Cell<usize>,
}

impl HostType for ListCursor {
    const NAME: &'static str = "java.util.ArrayList$ListItr";
    fn class() -> &'static Class {
        &LIST_CURSOR
    }
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::List(self.list.clone()));
    }
}

/// The class of the walks.
pub static LIST_CURSOR: Class = class(ListCursor::NAME).implements(&[&CLASS]).members(&[
    method("add(Object element): void", &native(add)).doc("Inserts an element before the next one."),
    method("hasNext(): boolean", &native(has_next)).doc("Whether there is a next element."),
    method("hasPrevious(): boolean", &native(has_previous)).doc("Whether there is a previous element."),
    method("next(): Object", &native(next)).doc("The next element."),
    method("nextIndex(): int", &native(next_index)).doc("The index of the next element."),
    method("previous(): Object", &native(previous)).doc("The previous element."),
    method("previousIndex(): int", &native(previous_index)).doc("The index of the previous element."),
    method("remove(): void", &native(remove)).doc("Removes the element given last."),
    method("set(Object element): void", &native(set)).doc("Replaces the element given last."),
]);

/// `list.listIterator()`.
pub fn of(list: &Rc<List>) -> ListCursor {
    ListCursor {
        expected: Cell::new(list.len()),
        list: list.clone(),
        next: Cell::new(0),
        last: Cell::new(None),
    }
}

/// `list.listIterator(index)`.
pub fn at(vm: &mut Vm, list: &Rc<List>, index: i32) -> Res<ListCursor> {
    let size = list.len();
    match usize::try_from(index) {
        Ok(i) if i <= size => {
            let cursor = of(list);
            cursor.next.set(i);
            Ok(cursor)
        }
        _ => Err(vm.index_out_of_bounds(format!("Index: {index}, Size: {size}"))),
    }
}

fn check(vm: &mut Vm, this: &ListCursor) -> Res<()> {
    list::check_fresh(vm, &this.list)?;
    if this.list.len() == this.expected.get() || this.list.class == super::array_list::COPY_ON_WRITE.id() {
        Ok(())
    } else {
        Err(vm.throw_silent(&throwables::CONCURRENT_MODIFICATION_EXCEPTION))
    }
}

fn has_next(this: &ListCursor) -> bool {
    this.next.get() != this.list.len()
}

fn has_previous(this: &ListCursor) -> bool {
    this.next.get() > 0
}

fn next_index(this: &ListCursor) -> i32 {
    int_size(this.next.get())
}

fn previous_index(this: &ListCursor) -> i32 {
    int_size(this.next.get()) - 1
}

fn next(vm: &mut Vm, this: &ListCursor) -> Res {
    check(vm, this)?;
    let index = this.next.get();
    let Some(item) = this.list.get(index) else {
        return Err(no_such_element(vm));
    };
    this.next.set(index + 1);
    this.last.set(Some(index));
    Ok(item)
}

fn previous(vm: &mut Vm, this: &ListCursor) -> Res {
    check(vm, this)?;
    let found = this
        .next
        .get()
        .checked_sub(1)
        .and_then(|i| this.list.get(i).map(|item| (i, item)));
    let Some((index, item)) = found else {
        return Err(no_such_element(vm));
    };
    this.next.set(index);
    this.last.set(Some(index));
    Ok(item)
}

/// The index of the element given last, or the exception for none.
fn given(vm: &mut Vm, this: &ListCursor) -> Res<usize> {
    let last = this.last.get();
    last.ok_or(())
        .map_err(|()| vm.throw_silent(&throwables::ILLEGAL_STATE_EXCEPTION))
}

fn remove(vm: &mut Vm, this: &ListCursor) -> Res<()> {
    permit(vm, this.list.access.removes())?;
    let index = given(vm, this)?;
    check(vm, this)?;
    drop(
        this.list
            .change(|items| (index < items.len()).then(|| items.remove(index))),
    );
    this.next.set(index);
    this.last.set(None);
    this.expected.set(this.list.len());
    Ok(())
}

fn set(vm: &mut Vm, this: &ListCursor, element: &Value) -> Res<()> {
    permit(vm, this.list.access.overwrites())?;
    let index = given(vm, this)?;
    check(vm, this)?;
    this.list.set(index, element.clone());
    Ok(())
}

fn add(vm: &mut Vm, this: &ListCursor, element: &Value) -> Res<()> {
    permit(vm, this.list.access.adds())?;
    check(vm, this)?;
    let index = this.next.get();
    this.list
        .change(|items| items.insert(index.min(items.len()), element.clone()));
    this.next.set(index + 1);
    this.last.set(None);
    this.expected.set(this.list.len());
    Ok(())
}
