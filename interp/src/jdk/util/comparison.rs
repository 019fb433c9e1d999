//! Comparing by comparators of any form, and Java's stable sort.

use super::tim_sort::{Compare, sorted_positions};
use crate::heap::Gathered;
use crate::jdk::throwables;
use crate::registry::{ClassId, Func};
use crate::semantics::iterate::Iter;
use crate::semantics::number::{narrow_to_i32, to_f64};
use crate::value::{Closure, Value};
use crate::{Res, Vm};
use std::cmp::Ordering;
use std::rc::Rc;

/// How elements are ordered.
pub enum By<'a> {
    /// Groovy's order, as `sort()`, `max()` and `min()` use it: what cannot be compared goes by hash code.
    Groovy,
    /// `compareTo`, as Java's sorted collections use it.
    Natural,
    /// A `Comparator`, or a closure with two parameters.
    Comparator(&'a Value),
    /// A closure with one parameter: by what it gives for each.
    Key(&'a Rc<Closure>),
}

impl<'a> By<'a> {
    /// What a closure means that is given for a comparator: with two parameters it compares, with one it gives a key.
    pub fn closure(vm: &mut Vm, closure: &'a Value) -> By<'a> {
        match closure {
            Value::Closure(c) if vm.closure_arity(c) == 1 => By::Key(c),
            other => By::Comparator(other),
        }
    }

    /// A comparator that may be null, which means the natural order.
    pub fn comparator(comparator: Option<Func<'a>>) -> By<'a> {
        comparator.map_or(By::Natural, |c| By::Comparator(c.0))
    }

    /// The order of a sorted collection, whose `extra` holds its comparator or null.
    pub fn of_sorted(extra: &'a Value) -> By<'a> {
        if extra.is_null() {
            By::Natural
        } else {
            By::Comparator(extra)
        }
    }

    /// Compares two elements.
    pub fn compare(&self, vm: &mut Vm, a: &Value, b: &Value) -> Res<Ordering> {
        match self {
            By::Groovy => groovy(vm, a, b),
            By::Natural => vm.natural_order(a, b),
            By::Comparator(c) => {
                let answer = match c {
                    Value::Closure(closure) => vm.call_closure2(closure, a.clone(), b.clone())?,
                    other => vm.call_func(Func(other), &[a.clone(), b.clone()])?,
                };
                sign(vm, &answer)
            }
            By::Key(c) => {
                let a = vm.call_closure(c, std::slice::from_ref(a))?;
                let b = vm.call_closure(c, std::slice::from_ref(b))?;
                groovy(vm, &a, &b)
            }
        }
    }
}

/// What a comparator answered, as an order. Anything that is no number counts by its truth, as Groovy casts it.
pub fn sign(vm: &mut Vm, answer: &Value) -> Res<Ordering> {
    if let Some(i) = narrow_to_i32(answer) {
        return Ok(i.cmp(&0));
    }
    match to_f64(answer) {
        Some(d) => Ok((d as i32).cmp(&0)),
        None => {
            let cast = vm.cast(answer, ClassId::PRIMITIVE_INT)?;
            Ok(narrow_to_i32(&cast).unwrap_or(0).cmp(&0))
        }
    }
}

/// Groovy's `<=>`; what cannot be compared is ordered by hash code, as `NumberAwareComparator` does.
pub fn groovy(vm: &mut Vm, a: &Value, b: &Value) -> Res<Ordering> {
    let thrown = match vm.compare(a, b) {
        Ok(order) => return Ok(order),
        Err(thrown) => thrown,
    };
    let exception = vm.catch(thrown)?;
    let incomparable = [
        &throwables::GROOVY_RUNTIME_EXCEPTION,
        &throwables::ILLEGAL_ARGUMENT_EXCEPTION,
    ];
    if !incomparable.iter().any(|class| vm.is_instance(&exception, class.id())) {
        return Err(vm.throw_value(exception));
    }
    let (x, y) = (vm.hash(a)? as i32, vm.hash(b)? as i32);
    if x == y && vm.java_equals(a, b)? {
        return Ok(Ordering::Equal);
    }
    Ok(if x > y { Ordering::Greater } else { Ordering::Less })
}

/// Sorts as Java does: stable, and with the comparisons that Java makes.
pub fn sort(vm: &mut Vm, items: &mut Gathered, by: &By) -> Res<()> {
    if items.len() < 2 {
        return Ok(());
    }
    if matches!(by, By::Groovy | By::Natural) && sort_plain(items) {
        return vm.tick_many(items.len());
    }
    sort_with(vm, items, &mut |vm, a, b| by.compare(vm, a, b))
}

/// Sorts ints or texts without the interpreter; false if there is anything else.
fn sort_plain(items: &mut [Value]) -> bool {
    if items.iter().all(|v| matches!(v, Value::Int(_))) {
        items.sort_by_key(|v| if let Value::Int(i) = v { i.get() } else { 0 });
        return true;
    }
    if items.iter().all(|v| matches!(v, Value::Str(_))) {
        items.sort_by(|a, b| match (a, b) {
            (Value::Str(a), Value::Str(b)) => a.cmp(b),
            _ => Ordering::Equal,
        });
        return true;
    }
    false
}

/// A stable sort with a comparison that may fail, and need not be consistent.
pub fn sort_with<T: Default>(vm: &mut Vm, items: &mut Gathered<T>, compare: &mut Compare<T>) -> Res<()> {
    let positions = sorted_positions(vm, items, compare)?;
    let mut sorted = Gathered::with_capacity(vm, items.len())?;
    for position in positions {
        let item = items.get_mut(position).map(std::mem::take).unwrap_or_default();
        sorted.push(vm, item)?;
    }
    *items = sorted;
    Ok(())
}

/// `Collections.binarySearch`: the index, or `-(insertion point) - 1`.
pub fn binary_search(vm: &mut Vm, items: &[Value], key: &Value, by: &By) -> Res<i32> {
    let (mut low, mut high) = (0, items.len());
    while low < high {
        let middle = low + (high - low - 1) / 2;
        let Some(item) = items.get(middle) else { break };
        match by.compare(vm, item, key)? {
            Ordering::Less => low = middle + 1,
            Ordering::Greater => high = middle,
            Ordering::Equal => return Ok(super::elements::int_size(middle)),
        }
    }
    Ok(-super::elements::int_size(low) - 1)
}

/// The extreme of a walk: the first of those that nothing surpasses in the wanted direction. Groovy passes over nulls.
pub fn extreme(vm: &mut Vm, mut items: Iter, by: &By, wanted: Ordering) -> Res<Option<Value>> {
    let mut best: Option<Value> = None;
    while let Some(item) = items.next(vm)? {
        if matches!(by, By::Groovy) && item.is_null() {
            continue;
        }
        let better = match &best {
            None => true,
            Some(best) => by.compare(vm, &item, best)? == wanted,
        };
        if better {
            best = Some(item);
        }
    }
    Ok(best)
}
