//! `java.util.PriorityQueue`: a heap, kept as Java keeps it, so that it is walked over in the same order.

use super::comparison::By;
use super::elements::{int_size, no_such_element};
use super::{collection, iterator};
use crate::heap::Gathered;
use crate::jdk::throwables;
use crate::registry::{Class, ClassId, Kind, class, method, native, raw, slice};
use crate::value::{HostType, Value};
use crate::{Res, Vm};
use std::cell::RefCell;
use std::cmp::Ordering;

/// A queue whose least element comes first.
pub struct PriorityQueue {
    items: RefCell<Gathered>,
    order: Value,
}

impl HostType for PriorityQueue {
    const NAME: &'static str = "java.util.PriorityQueue";
    fn class() -> &'static Class {
        &CLASS
    }
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        if let Ok(items) = self.items.try_borrow() {
            items.iter().for_each(visit);
        }
    }
}

/// `java.util.PriorityQueue`.
pub static CLASS: Class = class(PriorityQueue::NAME)
    .doc("A queue whose least element comes first.")
    .extends(&collection::ABSTRACT_QUEUE)
    .members(&[
        raw(Kind::Constructor, "PriorityQueue()", &slice(create)),
        raw(Kind::Constructor, "PriorityQueue(int capacity)", &slice(create)),
        raw(
            Kind::Constructor,
            "PriorityQueue(int capacity, Comparator order)",
            &slice(create),
        ),
        raw(Kind::Constructor, "PriorityQueue(Collection items)", &slice(create)),
        raw(Kind::Constructor, "PriorityQueue(Comparator order)", &slice(create)),
        method("add(Object element): boolean", &native(add)).doc("Adds an element."),
        method("clear(): void", &native(clear)).doc("Removes all elements."),
        method("comparator(): Comparator", &native(|q: &PriorityQueue| q.order.clone()))
            .doc("The comparator; null for the natural order."),
        method("contains(Object element): boolean", &native(contains)).doc("Whether an equal element is there."),
        method("element(): Object", &native(element)).doc("The least element, or an exception."),
        method("iterator(): Iterator", &native(iterate)).doc("A walk over the elements, in no particular order."),
        method("offer(Object element): boolean", &native(add)).doc("Adds an element."),
        method("peek(): Object", &native(peek)).doc("The least element, or null."),
        method("poll(): Object", &native(poll)).doc("Takes the least element, or gives null."),
        method("remove(): Object", &native(take)).doc("Takes the least element, or throws."),
        method("remove(Object element): boolean", &native(remove)).doc("Removes one equal element."),
        method(
            "size(): int",
            &native(|q: &PriorityQueue| int_size(q.items.borrow().len())),
        )
        .doc("The number of elements."),
    ]);

fn create(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    let (mut items, mut order) = (Vec::new(), Value::Null);
    for arg in args {
        match arg {
            Value::Int(capacity) if capacity.get() < 1 => {
                return Err(vm.throw_silent(&throwables::ILLEGAL_ARGUMENT_EXCEPTION));
            }
            Value::Int(_) | Value::Null => {}
            Value::Closure(_) => order = arg.clone(),
            other if vm.is_instance(other, ClassId::COLLECTION) => items = vm.items(other)?.into_vec(),
            other => order = other.clone(),
        }
    }
    filled(vm, order, items)
}

/// A queue of another one's order with these elements.
pub fn like(vm: &mut Vm, like: &Value, items: Vec<Value>) -> Res {
    let order = like.as_host::<PriorityQueue>().map_or(Value::Null, |q| q.order.clone());
    filled(vm, order, items)
}

/// A queue of an order with these elements.
fn filled(vm: &mut Vm, order: Value, items: Vec<Value>) -> Res {
    let queue = PriorityQueue {
        items: RefCell::default(),
        order,
    };
    for item in items {
        add(vm, &queue, &item)?;
    }
    Ok(Value::host(queue))
}

impl PriorityQueue {
    fn get(&self, index: usize) -> Option<Value> {
        self.items.borrow().get(index).cloned()
    }

    fn put(&self, index: usize, value: Value) {
        let old = self
            .items
            .borrow_mut()
            .get_mut(index)
            .map(|slot| std::mem::replace(slot, value));
        drop(old);
    }

    fn less(&self, vm: &mut Vm, a: &Value, b: &Value) -> Res<bool> {
        vm.tick()?;
        Ok(By::of_sorted(&self.order).compare(vm, a, b)? == Ordering::Less)
    }

    /// Lets an element rise from a place until its parent is not greater.
    fn sift_up(&self, vm: &mut Vm, mut place: usize, element: Value) -> Res<()> {
        while place > 0 {
            let parent = (place - 1) / 2;
            let Some(above) = self.get(parent) else { break };
            if !self.less(vm, &element, &above)? {
                break;
            }
            self.put(place, above);
            place = parent;
        }
        self.put(place, element);
        Ok(())
    }

    /// Lets an element sink from a place until no child is less.
    fn sift_down(&self, vm: &mut Vm, mut place: usize, element: Value) -> Res<()> {
        loop {
            let mut child = 2 * place + 1;
            let Some(mut least) = self.get(child) else { break };
            if let Some(right) = self.get(child + 1)
                && self.less(vm, &right, &least)?
            {
                child += 1;
                least = right;
            }
            if !self.less(vm, &least, &element)? {
                break;
            }
            self.put(place, least);
            place = child;
        }
        self.put(place, element);
        Ok(())
    }

    fn remove_at(&self, vm: &mut Vm, index: usize) -> Res<Option<Value>> {
        let removed = self.get(index);
        let last = self.items.borrow_mut().pop();
        let size = self.items.borrow().len();
        if let Some(last) = last
            && index < size
        {
            self.sift_down(vm, index, last.clone())?;
            if self.get(index).is_some_and(|now| now.same(&last)) {
                self.sift_up(vm, index, last)?;
            }
        }
        Ok(removed)
    }
}

fn add(vm: &mut Vm, this: &PriorityQueue, element: &Value) -> Res<bool> {
    if element.is_null() {
        return Err(vm.throw_silent(&throwables::NULL_POINTER_EXCEPTION));
    }
    let place = this.items.borrow().len();
    if place == 0 {
        // Java compares the first element with itself, so that one without an order is noticed.
        this.less(vm, element, element)?;
    }
    this.items.borrow_mut().push(vm, element.clone())?;
    this.sift_up(vm, place, element.clone())?;
    Ok(true)
}

fn clear(this: &PriorityQueue) {
    drop(this.items.take());
}

fn contains(vm: &mut Vm, this: &PriorityQueue, element: &Value) -> Res<bool> {
    Ok(find(vm, this, element)?.is_some())
}

fn find(vm: &mut Vm, this: &PriorityQueue, element: &Value) -> Res<Option<usize>> {
    let items = Gathered::copied(vm, &this.items.borrow())?;
    for (index, item) in items.iter().enumerate() {
        vm.tick()?;
        if vm.java_equals(element, item)? {
            return Ok(Some(index));
        }
    }
    Ok(None)
}

fn peek(this: &PriorityQueue) -> Option<Value> {
    this.get(0)
}

fn element(vm: &mut Vm, this: &PriorityQueue) -> Res {
    this.get(0).ok_or(()).map_err(|()| no_such_element(vm))
}

fn poll(vm: &mut Vm, this: &PriorityQueue) -> Res<Option<Value>> {
    this.remove_at(vm, 0)
}

fn take(vm: &mut Vm, this: &PriorityQueue) -> Res {
    poll(vm, this)?.ok_or(()).map_err(|()| no_such_element(vm))
}

fn remove(vm: &mut Vm, this: &PriorityQueue, element: &Value) -> Res<bool> {
    match find(vm, this, element)? {
        Some(index) => Ok(this.remove_at(vm, index)?.is_some()),
        None => Ok(false),
    }
}

fn iterate(vm: &mut Vm, this: &PriorityQueue) -> Res {
    let items = Gathered::copied(vm, &this.items.borrow())?;
    iterator::of(vm, &Value::from(items))
}
