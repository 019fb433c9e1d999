//! Order and uniqueness: `sort`, `toSorted`, `max`, `min`, `unique`, `toUnique` and their kin.

use super::similar::similar;
use crate::heap::Gathered;
use crate::jdk::util::comparison::{By, extreme, sort};
use crate::jdk::util::elements;
use crate::jdk::util::list::sort_list;
use crate::registry::{ClassId, Func, Items, Member, method, native};
use crate::semantics::iterate::Iter;
use crate::value::{Closure, Key, Value};
use crate::{Res, Vm};
use rustc_hash::FxHashSet;
use std::cmp::Ordering;
use std::rc::Rc;

/// What `Iterable`, `Iterator` and arrays share.
pub const MEMBERS: &[Member] = &[
    method("max(): Object", &native(max)).doc("The greatest element, or null."),
    method("max(Closure order): Object", &native(max_by)).doc("The greatest element by a key or comparator."),
    method("max(Comparator order): Object", &native(max_in)).doc("The greatest element in an order."),
    method("min(): Object", &native(min)).doc("The least element, or null."),
    method("min(Closure order): Object", &native(min_by)).doc("The least element by a key or comparator."),
    method("min(Comparator order): Object", &native(min_in)).doc("The least element in an order."),
    method("sort(): Object", &native(sorted)).doc("Sorts a list or array in place; for others a sorted list."),
    method("sort(boolean mutate): Object", &native(sort_as)).doc("Sorts in place, or gives a sorted copy."),
    method("sort(boolean mutate, Closure order): Object", &native(sort_as_by))
        .doc("Sorts by a key or comparator, in place or as a copy."),
    method("sort(boolean mutate, Comparator order): Object", &native(sort_as_in))
        .doc("Sorts in an order, in place or as a copy."),
    method("sort(Closure order): Object", &native(sorted_by)).doc("Sorts by a key or comparator."),
    method("toSorted(): Object", &native(to_sorted)).doc("A sorted copy."),
    method("toSorted(Closure order): Object", &native(to_sorted_by)).doc("A copy sorted by a key or comparator."),
    method("toSorted(Comparator order): Object", &native(to_sorted_in)).doc("A copy sorted in an order."),
    method("toUnique(): Object", &native(to_unique)).doc("A copy without repetitions."),
    method("toUnique(Closure order): Object", &native(to_unique_by))
        .doc("A copy without repetitions by a key or comparator."),
    method("toUnique(Comparator order): Object", &native(to_unique_in)).doc("A copy without repetitions in an order."),
];

/// What arrays and iterators have; a list's own `sort(Comparator)` gives nothing back.
pub const SORT_MEMBERS: &[Member] =
    &[method("sort(Comparator order): Object", &native(sorted_in)).doc("Sorts in an order.")];

/// What collections and iterators have.
pub const UNIQUE_MEMBERS: &[Member] = &[
    method("unique(): Object", &native(unique)).doc("Removes repetitions."),
    method("unique(boolean mutate): Object", &native(unique_as)).doc("Removes repetitions, in place or in a copy."),
    method("unique(boolean mutate, Closure order): Object", &native(unique_as_by))
        .doc("The same by a key or comparator."),
    method(
        "unique(boolean mutate, Comparator order): Object",
        &native(unique_as_in),
    )
    .doc("The same in an order."),
    method("unique(Closure order): Object", &native(unique_by)).doc("Removes repetitions by a key or comparator."),
    method("unique(Comparator order): Object", &native(unique_in)).doc("Removes repetitions in an order."),
];

fn best(vm: &mut Vm, items: Items, by: &By, wanted: Ordering) -> Res<Option<Value>> {
    let walk = vm.iterate(items.0)?;
    if let By::Key(closure) = by {
        return best_by_key(vm, walk, closure, wanted);
    }
    extreme(vm, walk, by, wanted)
}

/// Each key is asked for once.
fn best_by_key(vm: &mut Vm, mut walk: Iter, closure: &Rc<Closure>, wanted: Ordering) -> Res<Option<Value>> {
    let mut best: Option<(Value, Value)> = None;
    while let Some(item) = walk.next(vm)? {
        let key = super::closures::call1(vm, closure, &item)?;
        let better = match &best {
            None => true,
            Some((other, _)) => vm.compare(other, &key)? == wanted.reverse(),
        };
        if better {
            best = Some((key, item));
        }
    }
    Ok(best.map(|(_, item)| item))
}

fn max(vm: &mut Vm, items: Items) -> Res<Option<Value>> {
    best(vm, items, &By::Groovy, Ordering::Greater)
}

fn max_by(vm: &mut Vm, items: Items, order: &Value) -> Res<Option<Value>> {
    let by = By::closure(vm, order);
    best(vm, items, &by, Ordering::Greater)
}

fn max_in(vm: &mut Vm, items: Items, order: Func) -> Res<Option<Value>> {
    best(vm, items, &By::Comparator(order.0), Ordering::Greater)
}

fn min(vm: &mut Vm, items: Items) -> Res<Option<Value>> {
    best(vm, items, &By::Groovy, Ordering::Less)
}

fn min_by(vm: &mut Vm, items: Items, order: &Value) -> Res<Option<Value>> {
    let by = By::closure(vm, order);
    best(vm, items, &by, Ordering::Less)
}

fn min_in(vm: &mut Vm, items: Items, order: Func) -> Res<Option<Value>> {
    best(vm, items, &By::Comparator(order.0), Ordering::Less)
}

/// Sorts lists and arrays in place where asked; gives a sorted list, or an array for an array, otherwise.
fn arrange(vm: &mut Vm, this: &Value, mutate: bool, by: &By) -> Res {
    match this {
        Value::List(list) if mutate => {
            sort_list(vm, list, by)?;
            return Ok(this.clone());
        }
        Value::Range(_) if mutate => return Err(elements::refuse(vm)),
        _ => {}
    }
    let mut items = vm.items(this)?;
    sort(vm, &mut items, by)?;
    match this {
        Value::Array(array) if mutate => {
            for (index, item) in items.into_iter().enumerate() {
                array.set(index, item);
            }
            Ok(this.clone())
        }
        Value::Array(_) => similar(vm, this, items),
        other if vm.is_instance(other, ClassId::ITERATOR) => similar(vm, this, items),
        _ => Ok(Value::from(items)),
    }
}

fn sorted(vm: &mut Vm, this: &Value) -> Res {
    arrange(vm, this, true, &By::Groovy)
}

fn sort_as(vm: &mut Vm, this: &Value, mutate: bool) -> Res {
    arrange(vm, this, mutate, &By::Groovy)
}

fn sort_as_by(vm: &mut Vm, this: &Value, mutate: bool, order: &Value) -> Res {
    let by = By::closure(vm, order);
    arrange(vm, this, mutate, &by)
}

fn sort_as_in(vm: &mut Vm, this: &Value, mutate: bool, order: Option<Func>) -> Res {
    arrange(vm, this, mutate, &order.map_or(By::Groovy, |o| By::Comparator(o.0)))
}

fn sorted_by(vm: &mut Vm, this: &Value, order: &Value) -> Res {
    let by = By::closure(vm, order);
    arrange(vm, this, true, &by)
}

fn sorted_in(vm: &mut Vm, this: &Value, order: Option<Func>) -> Res {
    sort_as_in(vm, this, true, order)
}

fn to_sorted(vm: &mut Vm, this: &Value) -> Res {
    arrange(vm, this, false, &By::Groovy)
}

fn to_sorted_by(vm: &mut Vm, this: &Value, order: &Value) -> Res {
    let by = By::closure(vm, order);
    arrange(vm, this, false, &by)
}

fn to_sorted_in(vm: &mut Vm, this: &Value, order: Option<Func>) -> Res {
    sort_as_in(vm, this, false, order)
}

/// The elements without those that compare as level with an earlier one.
pub fn distinct(vm: &mut Vm, items: Gathered, by: &By) -> Res<Gathered> {
    if matches!(by, By::Groovy) && items.iter().all(is_plain) {
        return distinct_plain(vm, items);
    }
    let mut kept: Gathered<(Value, Value)> = Gathered::new();
    for item in items {
        let key = match by {
            By::Key(closure) => super::closures::call1(vm, closure, &item)?,
            _ => item.clone(),
        };
        let mut known = false;
        for (other, _) in &kept {
            vm.tick()?;
            let order = match by {
                By::Key(_) => By::Groovy.compare(vm, &key, other)?,
                by => by.compare(vm, &key, other)?,
            };
            if order == Ordering::Equal {
                known = true;
                break;
            }
        }
        if !known {
            kept.push(vm, (key, item))?;
        }
    }
    let mut out = Gathered::with_capacity(vm, kept.len())?;
    out.extend(vm, kept.into_iter().map(|(_, item)| item))?;
    Ok(out)
}

fn is_plain(value: &Value) -> bool {
    matches!(value, Value::Str(_) | Value::Int(_))
}

/// Texts and ints need no comparing one by one: those that are equal have equal hash codes.
#[allow(
    clippy::mutable_key_type,
    reason = "a string keeps its hash code in a cell; as a key it never changes"
)]
fn distinct_plain(vm: &mut Vm, items: Gathered) -> Res<Gathered> {
    let mut known = FxHashSet::default();
    let mut kept = Gathered::new();
    for item in items {
        vm.tick()?;
        let hash = vm.hash(&item)?;
        if known.insert(Key {
            hash,
            value: item.clone(),
        }) {
            kept.push(vm, item)?;
        }
    }
    Ok(kept)
}

fn thin(vm: &mut Vm, this: &Value, mutate: bool, by: &By) -> Res {
    let items = vm.items(this)?;
    let several = items.len() > 1;
    let kept = distinct(vm, items, by)?;
    if mutate && elements::is_collection(vm, this) {
        // Also where nothing was removed: what cannot be changed throws.
        if several {
            elements::replace(vm, this, kept.into_vec())?;
        }
        return Ok(this.clone());
    }
    similar(vm, this, kept)
}

fn unique(vm: &mut Vm, this: &Value) -> Res {
    thin(vm, this, true, &By::Groovy)
}

fn unique_as(vm: &mut Vm, this: &Value, mutate: bool) -> Res {
    thin(vm, this, mutate, &By::Groovy)
}

fn unique_as_by(vm: &mut Vm, this: &Value, mutate: bool, order: &Value) -> Res {
    let by = By::closure(vm, order);
    thin(vm, this, mutate, &by)
}

fn unique_as_in(vm: &mut Vm, this: &Value, mutate: bool, order: Option<Func>) -> Res {
    thin(vm, this, mutate, &order.map_or(By::Groovy, |o| By::Comparator(o.0)))
}

fn unique_by(vm: &mut Vm, this: &Value, order: &Value) -> Res {
    let by = By::closure(vm, order);
    thin(vm, this, true, &by)
}

fn unique_in(vm: &mut Vm, this: &Value, order: Option<Func>) -> Res {
    unique_as_in(vm, this, true, order)
}

/// Unlike `unique()`, this goes by `compareTo`: null and elements of different classes are exceptions.
fn to_unique(vm: &mut Vm, this: &Value) -> Res {
    let items = vm.items(this)?;
    if items.iter().all(is_plain) {
        let kept = distinct_plain(vm, items)?;
        return similar(vm, this, kept);
    }
    if let Some(first) = items.first() {
        vm.natural_order(first, first)?;
    }
    let kept = distinct(vm, items, &By::Natural)?;
    similar(vm, this, kept)
}

fn to_unique_by(vm: &mut Vm, this: &Value, order: &Value) -> Res {
    let by = By::closure(vm, order);
    thin(vm, this, false, &by)
}

fn to_unique_in(vm: &mut Vm, this: &Value, order: Option<Func>) -> Res {
    unique_as_in(vm, this, false, order)
}
