//! Parts and combinations of elements: `groupBy`, `countBy`, `split`, `collate`, `combinations`, `transpose`, `flatten` and their kin.

use super::closures::{call1, test};
use super::similar::similar;
use crate::heap::Gathered;
use crate::jdk::util::elements;
use crate::jdk::util::set_kinds;
use crate::registry::{ClassId, Items, Member, method, native};
use crate::value::{Array, Closure, List, Map, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// What `Iterable`, `Iterator` and arrays share.
pub const MEMBERS: &[Member] = &[
    method("chop(Integer... sizes): List", &native(chop)).doc("Pieces of the given sizes; -1 takes the rest."),
    method("collate(int size): List", &native(collate)).doc("Pieces of a size."),
    method("collate(int size, boolean keepRemainder): List", &native(collate_whole))
        .doc("Pieces of a size, with or without the last, shorter one."),
    method("collate(int size, int step): List", &native(collate_stepping))
        .doc("Pieces of a size, each beginning a step further on."),
    method(
        "collate(int size, int step, boolean keepRemainder): List",
        &native(collate_all),
    )
    .doc("The same, with or without shorter ones."),
    method("countBy(Closure key): Map", &native(count_by)).doc("How many elements have each key."),
    method("groupBy(Closure key): Map", &native(group_by)).doc("The elements by key."),
    method("groupBy(Object... keys): Map", &native(group_by_many))
        .doc("The elements by several keys, one inside the other."),
    method("groupBy(List keys): Map", &native(group_by_list))
        .doc("The elements by several keys, one inside the other."),
    method("flatten(): Collection", &native(flatten))
        .doc("The elements with those of nested collections in their place."),
    method("split(Closure test): Collection", &native(split)).doc("Two parts: what passes the test, and the rest."),
];

/// What only `Iterable` has.
pub const COMBINING_MEMBERS: &[Member] = &[
    method("combinations(): List", &native(all_combinations)).doc("All ways to take one element of each."),
    method("combinations(Closure change): List", &native(combinations_of))
        .doc("What the closure makes of each combination."),
    method("eachCombination(Closure action): void", &native(each_combination))
        .doc("Calls the closure with each combination."),
    method("eachPermutation(Closure action): Iterator", &native(each_permutation))
        .doc("Calls the closure with each order of the elements."),
    method("flatten(Closure change): Collection", &native(flatten_by))
        .doc("Flattens what the closure makes of each leaf."),
    method("inits(): List", &native(inits)).doc("The whole, then without the last, and so on."),
    method("permutations(): Set", &native(permutations)).doc("All orders of the elements."),
    method("permutations(Closure change): List", &native(permutations_of)).doc("What the closure makes of each order."),
    method("tails(): List", &native(tails)).doc("The whole, then without the first, and so on."),
];

/// What only `List` has.
pub const LIST_MEMBERS: &[Member] = &[
    method("subsequences(): Set", &native(subsequences)).doc("All parts that keep the order."),
    method("transpose(): List", &native(transpose)).doc("Columns for rows."),
];

fn chop(vm: &mut Vm, items: Items, sizes: &[Value]) -> Res<Gathered> {
    let mut rest = vm.items(items.0)?.into_iter();
    let mut out = Gathered::new();
    for size in super::closures::variable(sizes) {
        let size = crate::semantics::number::narrow_to_i32(&size).unwrap_or(0);
        let count = if size == -1 { usize::MAX } else { size.max(0) as usize };
        let piece = rest.by_ref().take(count).collect();
        out.push(vm, Value::list(piece))?;
    }
    Ok(out)
}

fn collate(vm: &mut Vm, items: Items, size: i32) -> Res<Gathered> {
    collate_all(vm, items, size, size, true)
}

fn collate_whole(vm: &mut Vm, items: Items, size: i32, keep: bool) -> Res<Gathered> {
    collate_all(vm, items, size, size, keep)
}

fn collate_stepping(vm: &mut Vm, items: Items, size: i32, step: i32) -> Res<Gathered> {
    collate_all(vm, items, size, step, true)
}

fn collate_all(vm: &mut Vm, items: Items, size: i32, step: i32, keep: bool) -> Res<Gathered> {
    let whole = items.0;
    let items = vm.items(whole)?;
    if size <= 0 {
        let is_list = matches!(whole, Value::List(_) | Value::Range(_));
        let all = if is_list { whole.clone() } else { items.into() };
        return Ok(Gathered::of(vec![all]));
    }
    if step == 0 {
        return Err(vm.illegal_argument("step cannot be zero"));
    }
    let (size, mut out, mut start) = (size as usize, Gathered::new(), 0i64);
    while let Some(from) = usize::try_from(start).ok().filter(|s| *s < items.len()) {
        vm.tick()?;
        let to = from.saturating_add(size).min(items.len());
        if !keep && from.saturating_add(size) > items.len() {
            break;
        }
        let piece = Gathered::copied(vm, items.get(from..to).unwrap_or(&[]))?;
        out.push(vm, piece.into())?;
        start += step as i64;
    }
    Ok(out)
}

fn count_by(vm: &mut Vm, items: Items, key: &Rc<Closure>) -> Res<Rc<Map>> {
    let (mut walk, counts) = (vm.iterate(items.0)?, Map::empty());
    while let Some(item) = walk.next(vm)? {
        let key = call1(vm, key, &item)?;
        count_one(vm, &counts, &key)?;
    }
    Ok(counts)
}

/// Counts one more of a key.
pub fn count_one(vm: &mut Vm, counts: &Rc<Map>, key: &Value) -> Res<()> {
    let before = match vm.map_get(counts, key)? {
        Some(Value::Int(count)) => count.get(),
        _ => 0,
    };
    vm.map_put(counts, key, Value::int(before.wrapping_add(1)))?;
    Ok(())
}

/// Adds an element to the list that a map has for a key.
pub fn group_one(vm: &mut Vm, groups: &Rc<Map>, key: &Value, item: Value) -> Res<()> {
    match vm.map_get(groups, key)? {
        Some(Value::List(group)) => group.change(|items| items.push(item)),
        _ => {
            vm.map_put(groups, key, Value::list(vec![item]))?;
        }
    }
    Ok(())
}

fn group_by(vm: &mut Vm, items: Items, key: &Rc<Closure>) -> Res<Rc<Map>> {
    let (mut walk, groups) = (vm.iterate(items.0)?, Map::empty());
    while let Some(item) = walk.next(vm)? {
        let key = call1(vm, key, &item)?;
        group_one(vm, &groups, &key, item)?;
    }
    Ok(groups)
}

fn group_by_many(vm: &mut Vm, items: Items, keys: &[Value]) -> Res<Rc<Map>> {
    let items = vm.items(items.0)?;
    let keys = super::closures::variable(keys);
    grouped(vm, items, &keys)
}

fn group_by_list(vm: &mut Vm, items: Items, keys: &Rc<List>) -> Res<Rc<Map>> {
    let items = vm.items(items.0)?;
    grouped(vm, items, &keys.to_vec())
}

/// Groups by the first key, and each group by the others; without a key by the elements themselves.
fn grouped(vm: &mut Vm, items: Gathered, keys: &[Value]) -> Res<Rc<Map>> {
    let groups = Map::empty();
    let (first, rest) = match keys.split_first() {
        Some((first, rest)) => (Some(first), rest),
        None => (None, keys),
    };
    for item in items {
        vm.tick()?;
        let key = match first {
            Some(Value::Closure(key)) => call1(vm, key, &item)?,
            Some(other) => return Err(vm.class_cast(other, ClassId::CLOSURE)),
            None => item.clone(),
        };
        group_one(vm, &groups, &key, item)?;
    }
    if rest.is_empty() {
        return Ok(groups);
    }
    let nested = Map::empty();
    for (key, group) in vm.pairs(&Value::Map(groups))? {
        let group = vm.items(&group)?;
        let inner = vm.nested(|vm| grouped(vm, group, rest))?;
        vm.map_put(&nested, &key, Value::Map(inner))?;
    }
    Ok(nested)
}

/// The elements of nested collections and arrays in their place; maps stay.
fn flatten_into(vm: &mut Vm, items: &Value, out: &mut Gathered) -> Res<()> {
    let mut walk = vm.iterate(items)?;
    while let Some(item) = walk.next(vm)? {
        if matches!(item, Value::Array(_)) || elements::is_collection(vm, &item) {
            vm.nested(|vm| flatten_into(vm, &item, out))?;
        } else {
            out.push(vm, item)?;
        }
    }
    Ok(())
}

/// A range flattens to a list, a set to a set.
pub(super) fn flatten(vm: &mut Vm, this: &Value) -> Res {
    let mut out = Gathered::new();
    flatten_into(vm, this, &mut out)?;
    match this {
        Value::Array(_) => Ok(Value::from(out)),
        other => similar(vm, other, out),
    }
}

fn flatten_by(vm: &mut Vm, this: &Value, change: &Rc<Closure>) -> Res {
    let mut out = Gathered::new();
    flatten_changed(vm, this, change, &mut out)?;
    similar(vm, this, out)
}

/// Leaves are changed; a collection that the closure makes of one is flattened in turn, unless it only wraps the leaf.
fn flatten_changed(vm: &mut Vm, items: &Value, change: &Rc<Closure>, out: &mut Gathered) -> Res<()> {
    for item in vm.items(items)? {
        if matches!(item, Value::Array(_)) || elements::is_collection(vm, &item) {
            vm.nested(|vm| flatten_changed(vm, &item, change, out))?;
            continue;
        }
        let made = call1(vm, change, &item)?;
        if !elements::is_collection(vm, &made) {
            out.push(vm, made)?;
            continue;
        }
        match &*vm.items(&made)? {
            [only] if vm.java_equals(only, &item)? => out.push(vm, made)?,
            _ => vm.nested(|vm| flatten_changed(vm, &made, change, out))?,
        }
    }
    Ok(())
}

fn split(vm: &mut Vm, this: &Value, closure: &Rc<Closure>) -> Res<Vec<Value>> {
    let (mut walk, mut yes, mut no) = (vm.iterate(this)?, Gathered::new(), Gathered::new());
    while let Some(item) = walk.next(vm)? {
        if test(vm, closure, &item)? {
            yes.push(vm, item)?;
        } else {
            no.push(vm, item)?;
        }
    }
    match this {
        Value::Array(_) => Ok(vec![Value::from(yes), Value::from(no)]),
        other => Ok(vec![similar(vm, other, yes)?, similar(vm, other, no)?]),
    }
}

/// What one part of a combination may be: the elements of a collection, or a lone value.
fn choices(vm: &mut Vm, value: &Value) -> Res<Gathered> {
    if matches!(value, Value::Array(_) | Value::Map(_)) || elements::is_collection(vm, value) {
        vm.items(value)
    } else {
        Ok(Gathered::of(vec![value.clone()]))
    }
}

fn all_combinations(vm: &mut Vm, items: Items) -> Res<Gathered> {
    let mut combined = Gathered::new();
    for (index, part) in vm.items(items.0)?.iter().enumerate() {
        let (choices, mut next) = (choices(vm, part)?, Gathered::new());
        if index == 0 {
            combined.push(vm, Value::list(Vec::new()))?;
        }
        for choice in &choices {
            for begun in &combined {
                vm.tick()?;
                let longer = lengthened(vm, begun, choice)?;
                next.push(vm, longer)?;
            }
        }
        combined = next;
    }
    Ok(combined)
}

/// A new list: the elements of one, and one more.
fn lengthened(vm: &mut Vm, list: &Value, last: &Value) -> Res {
    let items = vm.items(list)?;
    let mut longer = Gathered::with_capacity(vm, items.len() + 1)?;
    longer.extend(vm, items.into_iter())?;
    longer.push(vm, last.clone())?;
    Ok(longer.into())
}

fn combinations_of(vm: &mut Vm, items: Items, change: &Rc<Closure>) -> Res<Gathered> {
    let mut out = Gathered::new();
    for combination in all_combinations(vm, items)? {
        let made = call1(vm, change, &combination)?;
        out.push(vm, made)?;
    }
    Ok(out)
}

fn each_combination(vm: &mut Vm, items: Items, action: &Rc<Closure>) -> Res<()> {
    combinations_of(vm, items, action).map(drop)
}

/// All orders, as Groovy generates them: by the positions of the elements, in lexical order.
fn all_permutations(vm: &mut Vm, items: Items) -> Res<Gathered> {
    let items = vm.items(items.0)?;
    if items.is_empty() {
        return Err(vm.illegal_argument("At least one item required"));
    }
    let mut order = Gathered::with_capacity(vm, items.len())?;
    order.extend(vm, 0..items.len())?;
    let mut out = Gathered::new();
    loop {
        vm.tick_many(items.len())?;
        let mut permutation = Gathered::with_capacity(vm, items.len())?;
        for item in order.iter().filter_map(|i| items.get(*i)) {
            permutation.push(vm, item.clone())?;
        }
        out.push(vm, permutation.into())?;
        if !next_permutation(&mut order) {
            return Ok(out);
        }
    }
}

fn next_permutation(order: &mut [usize]) -> bool {
    let Some(pivot) = order.windows(2).rposition(|w| matches!(w, [a, b] if a < b)) else {
        return false;
    };
    let value = order.get(pivot).copied().unwrap_or_default();
    if let Some(other) = order.iter().rposition(|o| *o > value) {
        order.swap(pivot, other);
    }
    if let Some(tail) = order.get_mut(pivot + 1..) {
        tail.reverse();
    }
    true
}

fn permutations(vm: &mut Vm, items: Items) -> Res {
    let all = all_permutations(vm, items)?;
    set_kinds::hashed(vm, &all).map(Value::Set)
}

fn permutations_of(vm: &mut Vm, items: Items, change: &Rc<Closure>) -> Res<Gathered> {
    // Groovy goes through the set of all orders, so repeated elements count once.
    let all = permutations(vm, items)?;
    let mut out = Gathered::new();
    for order in vm.items(&all)? {
        let made = call1(vm, change, &order)?;
        out.push(vm, made)?;
    }
    Ok(out)
}

fn each_permutation(vm: &mut Vm, items: Items, action: &Rc<Closure>) -> Res {
    for order in all_permutations(vm, items)? {
        call1(vm, action, &order)?.done();
    }
    crate::jdk::util::iterator::of(vm, &Value::list(Vec::new()))
}

fn inits(vm: &mut Vm, items: Items) -> Res<Gathered> {
    let items = vm.items(items.0)?;
    let mut out = Gathered::new();
    for end in (0..=items.len()).rev() {
        vm.tick_many(end)?;
        let init = Gathered::copied(vm, items.get(..end).unwrap_or(&[]))?;
        out.push(vm, init.into())?;
    }
    Ok(out)
}

fn tails(vm: &mut Vm, items: Items) -> Res<Gathered> {
    let items = vm.items(items.0)?;
    let mut out = Gathered::new();
    for start in 0..=items.len() {
        vm.tick_many(items.len() - start)?;
        let tail = Gathered::copied(vm, items.get(start..).unwrap_or(&[]))?;
        out.push(vm, tail.into())?;
    }
    Ok(out)
}

/// Built as Groovy builds it, so that the set's order is the same: each element is added to what was found so far.
fn subsequences(vm: &mut Vm, list: &List) -> Res {
    let mut found = Gathered::new();
    for last in Gathered::of(list.to_vec()) {
        // Those with the new element come first, which decides the order within a bucket.
        let mut next = Gathered::with_capacity(vm, 2 * found.len() + 1)?;
        for before in &found {
            vm.tick()?;
            let longer = lengthened(vm, before, &last)?;
            next.push(vm, longer)?;
        }
        next.extend(vm, found.into_iter())?;
        next.push(vm, Value::list(vec![last]))?;
        let distinct = set_kinds::hashed(vm, &next)?;
        found = Gathered::of(distinct.borrow().keys());
    }
    set_kinds::hashed(vm, &found).map(Value::Set)
}

/// Rows and columns change places; the shortest row sets the number of columns.
fn transpose(vm: &mut Vm, list: &List) -> Res<Gathered> {
    let list_class = crate::registry::ClassId::LIST;
    let mut rows = Gathered::new();
    for row in Gathered::of(list.to_vec()) {
        let row = vm.cast(&row, list_class)?;
        let items = vm.items(&row)?;
        rows.push(vm, items)?;
    }
    let width = rows.iter().map(|row| row.len()).min().unwrap_or(0);
    let mut out = Gathered::new();
    for at in 0..width {
        vm.tick_many(rows.len())?;
        let mut column = Gathered::with_capacity(vm, rows.len())?;
        for item in rows.iter().filter_map(|row| row.get(at)) {
            column.push(vm, item.clone())?;
        }
        out.push(vm, column.into())?;
    }
    Ok(out)
}

/// `long[][].transpose()`.
pub fn transpose_array(array: &Array) -> Value {
    let rows: Vec<Rc<Array>> = array
        .to_vec()
        .into_iter()
        .filter_map(|row| if let Value::Array(row) = row { Some(row) } else { None })
        .collect();
    let width = rows.iter().map(|row| row.len()).min().unwrap_or(0);
    let Some(first) = rows.first() else {
        return Array::new(array.component, Vec::new()).into();
    };
    let column = |i: usize| {
        Value::Array(Array::new(
            first.component,
            rows.iter().filter_map(|row| row.get(i)).collect(),
        ))
    };
    Array::new(array.component, (0..width).map(column).collect()).into()
}
