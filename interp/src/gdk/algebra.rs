//! Collections as operands: `plus`, `minus`, `multiply`, `intersect`, `disjoint` and their kin.

use super::similar::{copy_with, similar};
use crate::heap::Gathered;
use crate::jdk::util::comparison::By;
use crate::jdk::util::elements;
use crate::registry::{Func, Items, Member, method, native};
use crate::semantics::number::narrow_to_i32;
use crate::value::{Key, Value};
use crate::{Res, Vm};
use rustc_hash::FxHashSet;
use std::cmp::Ordering;

/// What `Iterable` and arrays share.
pub const MEMBERS: &[Member] = &[
    method("minus(Iterable items): Object", &native(minus_all)).doc("The elements that are not in another collection."),
    method("minus(Object element): Object", &native(minus)).doc("The elements that are not equal to a value."),
    method("minus(Object[] items): Object", &native(minus_all)).doc("The elements that are not in an array."),
    method("plus(Iterable items): Object", &native(plus_all)).doc("The elements of both."),
    method("plus(Object element): Object", &native(plus)).doc("The elements and one more."),
];

/// What only `Iterable` has.
pub const ITERABLE_MEMBERS: &[Member] = &[
    method("disjoint(Iterable items): boolean", &native(disjoint)).doc("Whether no element is in both."),
    method("intersect(Iterable items): Collection", &native(intersect)).doc("The elements that are in both."),
    method(
        "intersect(Iterable items, Closure order): Collection",
        &native(intersect_by),
    )
    .doc("The same by a key or comparator."),
    method(
        "intersect(Iterable items, Comparator order): Collection",
        &native(intersect_in),
    )
    .doc("The same in an order."),
    method("minus(Iterable items, Closure order): Collection", &native(minus_by))
        .doc("The elements that are not in another collection, by a key or comparator."),
    method("minus(Iterable items, Comparator order): Collection", &native(minus_in))
        .doc("The elements that are not in another collection, in an order."),
    method("multiply(Number times): Collection", &native(multiply)).doc("The elements several times over."),
];

/// What a search for equal elements looks in: texts and ints by hash code, anything else one by one.
struct Known<'a> {
    hashed: FxHashSet<Key>,
    others: Gathered,
    by: &'a By<'a>,
}

fn is_plain(value: &Value) -> bool {
    matches!(value, Value::Str(_) | Value::Int(_))
}

impl<'a> Known<'a> {
    fn new(vm: &mut Vm, items: Gathered, by: &'a By<'a>) -> Res<Known<'a>> {
        let mut known = Known {
            hashed: FxHashSet::default(),
            others: Gathered::new(),
            by,
        };
        for item in items {
            vm.tick()?;
            if matches!(by, By::Groovy) && is_plain(&item) {
                let hash = vm.hash(&item)?;
                known.hashed.insert(Key { hash, value: item });
            } else {
                known.others.push(vm, item)?;
            }
        }
        Ok(known)
    }

    fn contains(&self, vm: &mut Vm, item: &Value) -> Res<bool> {
        let plain = is_plain(item);
        if plain && !self.hashed.is_empty() {
            let key = Key {
                hash: vm.hash(item)?,
                value: item.clone(),
            };
            if self.hashed.contains(&key) {
                return Ok(true);
            }
        }
        for other in &self.others {
            if self.same(vm, item, other)? {
                return Ok(true);
            }
        }
        if !plain {
            for key in &self.hashed {
                if self.same(vm, item, &key.value)? {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    fn same(&self, vm: &mut Vm, a: &Value, b: &Value) -> Res<bool> {
        vm.tick()?;
        match self.by {
            By::Groovy => vm.equals(a, b),
            by => Ok(by.compare(vm, a, b)? == Ordering::Equal),
        }
    }
}

fn plus(vm: &mut Vm, this: &Value, element: &Value) -> Res {
    copy_with(vm, this, Gathered::of(vec![element.clone()]))
}

fn plus_all(vm: &mut Vm, this: &Value, items: Items) -> Res {
    let items = vm.items(items.0)?;
    copy_with(vm, this, items)
}

fn minus(vm: &mut Vm, this: &Value, element: &Value) -> Res {
    without(vm, this, Gathered::of(vec![element.clone()]), &By::Groovy)
}

fn minus_all(vm: &mut Vm, this: &Value, items: Items) -> Res {
    let items = vm.items(items.0)?;
    without(vm, this, items, &By::Groovy)
}

fn minus_by(vm: &mut Vm, this: &Value, items: Items, order: &Value) -> Res {
    let items = vm.items(items.0)?;
    let by = By::closure(vm, order);
    without(vm, this, items, &by)
}

fn minus_in(vm: &mut Vm, this: &Value, items: Items, order: Func) -> Res {
    let items = vm.items(items.0)?;
    without(vm, this, items, &By::Comparator(order.0))
}

fn without(vm: &mut Vm, this: &Value, items: Gathered, by: &By) -> Res {
    let known = Known::new(vm, items, by)?;
    let kept = super::searching::filter(vm, this, |vm, item| Ok(!known.contains(vm, item)?))?;
    similar(vm, this, kept)
}

fn common(vm: &mut Vm, this: &Value, items: Items, by: &By) -> Res {
    let items = vm.items(items.0)?;
    let known = Known::new(vm, items, by)?;
    let kept = super::searching::filter(vm, this, |vm, item| known.contains(vm, item))?;
    similar(vm, this, kept)
}

fn intersect(vm: &mut Vm, this: &Value, items: Items) -> Res {
    common(vm, this, items, &By::Groovy)
}

fn intersect_by(vm: &mut Vm, this: &Value, items: Items, order: &Value) -> Res {
    let by = By::closure(vm, order);
    common(vm, this, items, &by)
}

fn intersect_in(vm: &mut Vm, this: &Value, items: Items, order: Func) -> Res {
    common(vm, this, items, &By::Comparator(order.0))
}

fn disjoint(vm: &mut Vm, this: Items, items: Items) -> Res<bool> {
    let items = vm.items(items.0)?;
    let known = Known::new(vm, items, &By::Groovy)?;
    let mut walk = vm.iterate(this.0)?;
    while let Some(item) = walk.next(vm)? {
        if known.contains(vm, &item)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn multiply(vm: &mut Vm, this: &Value, times: &Value) -> Res {
    let times = narrow_to_i32(times).unwrap_or(0);
    let items = vm.items(this)?;
    let Ok(count) = usize::try_from(times) else {
        return Err(vm.illegal_argument(format!(
            "Illegal Capacity: {}",
            times.wrapping_mul(elements::int_size(items.len()))
        )));
    };
    vm.tick_many(items.len().saturating_mul(count))?;
    let mut out = Gathered::with_capacity(vm, items.len().saturating_mul(count))?;
    for _ in 0..count {
        out.extend(vm, items.iter().cloned())?;
    }
    similar(vm, this, out)
}
