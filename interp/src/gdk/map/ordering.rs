//! Entries in an order, and the first of them: `sort`, `max`, `take`, `drop` and their kin.

use super::{filtered, live, test_entry};
use crate::gdk::closures::call1;
use crate::heap::Gathered;
use crate::jdk::util::comparison::{By, sort, sort_with};
use crate::jdk::util::map_views::Walk;
use crate::jdk::util::{map, sorted_map};
use crate::registry::{Func, Items, Member, method, native};
use crate::value::{Closure, Map, Order, Value};
use crate::{Res, Vm};
use std::cmp::Ordering;
use std::rc::Rc;

/// The members.
pub(super) const MEMBERS: &[Member] = &[
    method("drop(int count): Map", &native(skip)).doc("All but the first entries."),
    method("dropWhile(Closure test): Map", &native(skip_while))
        .doc("The entries from the first on that fails the test."),
    method("max(Closure order): java.util.Map$Entry", &native(max)).doc("The greatest entry by a key or comparator."),
    method("min(Closure order): java.util.Map$Entry", &native(min)).doc("The least entry by a key or comparator."),
    method("sort(): Map", &native(sorted)).doc("A map sorted by its keys."),
    method("sort(Closure order): Map", &native(sorted_by)).doc("A map sorted by a key or comparator of entries."),
    method("sort(Comparator order): Map", &native(sorted_in)).doc("A map sorted by its keys in an order."),
    method("take(int count): Map", &native(take)).doc("The first entries."),
    method("takeWhile(Closure test): Map", &native(take_while)).doc("The entries up to the first that fails the test."),
    method("toSorted(): Map", &native(to_sorted)).doc("A map sorted by its values."),
    method("toSorted(Closure order): Map", &native(sorted_by)).doc("A map sorted by a key or comparator of entries."),
    method("toSorted(Comparator order): Map", &native(to_sorted_in)).doc("A map sorted by an order of its entries."),
];

fn take(vm: &mut Vm, this: &Rc<Map>, count: i32) -> Res<Rc<Map>> {
    let mut left = count;
    filtered(vm, this, |_, _, _| {
        left = left.saturating_sub(1);
        Ok(left >= 0 && count > 0)
    })
}

fn skip(vm: &mut Vm, this: &Rc<Map>, count: i32) -> Res<Rc<Map>> {
    let mut left = count.max(0);
    filtered(vm, this, |_, _, _| {
        left -= 1;
        Ok(left < 0)
    })
}

fn take_while(vm: &mut Vm, this: &Rc<Map>, closure: &Rc<Closure>) -> Res<Rc<Map>> {
    let mut open = true;
    filtered(vm, this, |vm, key, value| {
        open = open && test_entry(vm, closure, this, key, value)?;
        Ok(open)
    })
}

fn skip_while(vm: &mut Vm, this: &Rc<Map>, closure: &Rc<Closure>) -> Res<Rc<Map>> {
    let mut open = false;
    filtered(vm, this, |vm, key, value| {
        open = open || !test_entry(vm, closure, this, key, value)?;
        Ok(open)
    })
}

fn entries(vm: &mut Vm, this: &Rc<Map>) -> Res<Gathered> {
    let (mut walk, mut out) = (Walk::new(this), Gathered::new());
    while let Some((key, value)) = walk.next(vm)? {
        out.push(vm, live(this, key, value))?;
    }
    Ok(out)
}

fn best(vm: &mut Vm, this: &Rc<Map>, order: &Rc<Closure>, wanted: Ordering) -> Res<Option<Value>> {
    let arity = vm.closure_arity(order);
    let mut best: Option<(Value, Value)> = None;
    for entry in entries(vm, this)? {
        vm.tick()?;
        let key = if arity == 1 {
            call1(vm, order, &entry)?
        } else {
            Value::Null
        };
        let better = match &best {
            None => true,
            Some((other, _)) if arity == 1 => vm.compare(&key, other)? == wanted,
            Some((_, other)) => By::Comparator(&Value::Closure(order.clone())).compare(vm, &entry, other)? == wanted,
        };
        if better {
            best = Some((key, entry));
        }
    }
    Ok(best.map(|(_, entry)| entry))
}

fn max(vm: &mut Vm, this: &Rc<Map>, order: &Rc<Closure>) -> Res<Option<Value>> {
    best(vm, this, order, Ordering::Greater)
}

fn min(vm: &mut Vm, this: &Rc<Map>, order: &Rc<Closure>) -> Res<Option<Value>> {
    best(vm, this, order, Ordering::Less)
}

/// A `LinkedHashMap` of the entries in an order.
fn arranged(vm: &mut Vm, this: &Rc<Map>, by: &By) -> Res<Rc<Map>> {
    let mut all = entries(vm, this)?;
    sort(vm, &mut all, by)?;
    let out = Map::empty();
    for entry in all {
        let (key, value) = vm.entry_parts(&entry)?;
        vm.map_put(&out, &key, value)?;
    }
    Ok(out)
}

fn sorted_by(vm: &mut Vm, this: &Rc<Map>, order: &Value) -> Res<Rc<Map>> {
    let by = By::closure(vm, order);
    arranged(vm, this, &by)
}

fn sorted(vm: &mut Vm, this: &Value) -> Res<Rc<Map>> {
    let out = sorted_map::tree(Value::Null);
    map::fill(vm, &out, Items(this))?;
    Ok(out)
}

fn sorted_in(vm: &mut Vm, this: &Value, order: Func) -> Res<Rc<Map>> {
    let out = sorted_map::tree(order.0.clone());
    map::fill(vm, &out, Items(this))?;
    Ok(out)
}

/// By value, as Groovy compares; a map that is sorted keeps its order.
fn to_sorted(vm: &mut Vm, this: &Rc<Map>) -> Res<Rc<Map>> {
    let mut pairs = vm.pairs(&Value::Map(this.clone()))?;
    if this.borrow().order != Order::Sorted {
        sort_with(vm, &mut pairs, &mut |vm, a, b| By::Groovy.compare(vm, &a.1, &b.1))?;
    }
    let out = Map::empty();
    for (key, value) in pairs {
        vm.map_put(&out, &key, value)?;
    }
    Ok(out)
}

fn to_sorted_in(vm: &mut Vm, this: &Rc<Map>, order: Func) -> Res<Rc<Map>> {
    arranged(vm, this, &By::Comparator(order.0))
}
