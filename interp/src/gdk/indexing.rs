//! `a[index]` and `a[index] = value` on lists and their kin, with every kind of index.

use crate::heap::Gathered;
use crate::jdk::groovy::lang::range::borders;
use crate::jdk::throwables;
use crate::jdk::util::elements::{int_size, permit};
use crate::jdk::util::list;
use crate::registry::{ClassId, Items};
use crate::semantics::number::{narrow_to_i32, to_f64};
use crate::value::{List, Range, Value};
use crate::{Res, Thrown, Vm};

/// The exception for a negative index that reaches past the first element.
#[cold]
fn too_negative(vm: &mut Vm, index: i32, size: usize) -> Thrown {
    let message = format!("Negative array index [{index}] too large for array size {size}");
    vm.throw(&throwables::ARRAY_INDEX_OUT_OF_BOUNDS_EXCEPTION, message)
}

/// The index that a negative one stands for, counted from the end.
pub fn normalise(vm: &mut Vm, index: i32, size: usize) -> Res<usize> {
    if let Ok(index) = usize::try_from(index) {
        return Ok(index);
    }
    match size.checked_sub(index.unsigned_abs() as usize) {
        Some(index) => Ok(index),
        None => Err(too_negative(vm, index, size)),
    }
}

/// An index of any number kind.
pub fn whole(index: &Value) -> i32 {
    narrow_to_i32(index).unwrap_or_else(|| to_f64(index).unwrap_or(0.0) as i32)
}

/// `list[index]`: null past the end.
pub fn get(vm: &mut Vm, list: &List, index: i32) -> Res {
    if list.default_closure().is_some() {
        return super::list_with_default::get(vm, list, index);
    }
    list::check_fresh(vm, list)?;
    let index = normalise(vm, index, list.len())?;
    Ok(list.get(index).unwrap_or_default())
}

/// `list[number]`.
pub fn get_number(vm: &mut Vm, list: &List, index: &Value) -> Res {
    get(vm, list, whole(index))
}

/// `items[range]` of anything walked: as a list's.
pub fn slice(vm: &mut Vm, items: &[Value], range: &Range) -> Res<Gathered> {
    let (from, to, reverse) = borders(range, items.len());
    let (from, to) = list::check_range(vm, from, to, items.len())?;
    let mut out = Gathered::copied(vm, items.get(from..to).unwrap_or(&[]))?;
    if reverse {
        out.reverse();
    }
    Ok(out)
}

/// `items[[…]]`: each index may be a number, a range or a list of those.
pub fn pick(vm: &mut Vm, items: &[Value], indices: Items) -> Res<Gathered> {
    let mut out = Gathered::new();
    for index in vm.items(indices.0)? {
        vm.tick()?;
        match &index {
            Value::Range(range) => {
                let part = slice(vm, items, range)?;
                out.extend(vm, part.into_iter())?;
            }
            Value::List(_) => {
                let part = vm.nested(|vm| pick(vm, items, Items(&index)))?;
                out.extend(vm, part.into_iter())?;
            }
            index => {
                let at = normalise(vm, whole(index), items.len())?;
                out.push(vm, items.get(at).cloned().unwrap_or_default())?;
            }
        }
    }
    Ok(out)
}

/// `list[index] = value`: grows with nulls.
pub fn put(vm: &mut Vm, list: &List, index: i32, value: &Value) -> Res<()> {
    list::check_fresh(vm, list)?;
    let size = list.len();
    let index = normalise(vm, index, size)?;
    if index < size {
        permit(vm, list.access.overwrites())?;
        list.set(index, value.clone());
        return Ok(());
    }
    permit(vm, list.access.adds())?;
    vm.tick_many(index - size)?;
    vm.reserve(16 * (index - size))?;
    list.change(|items| {
        items.resize(index, Value::Null);
        items.push(value.clone());
    });
    Ok(())
}

/// `list[number] = value`.
pub fn put_number(vm: &mut Vm, list: &List, index: &Value, value: &Value) -> Res<()> {
    put(vm, list, whole(index), value)
}

/// `list[range] = value`: the part is replaced by one element.
pub fn put_range(vm: &mut Vm, list: &List, range: &Range, value: &Value) -> Res<()> {
    replace_range(vm, list, range, Gathered::of(vec![value.clone()]))
}

/// `list[range] = items`: the part is replaced by others.
pub fn put_range_items(vm: &mut Vm, list: &List, range: &Range, items: Items) -> Res<()> {
    let items = vm.items(items.0)?;
    replace_range(vm, list, range, items)
}

fn replace_range(vm: &mut Vm, list: &List, range: &Range, new: Gathered) -> Res<()> {
    permit(vm, list.access.adds())?;
    list::check_fresh(vm, list)?;
    let (from, to, _) = borders(range, list.len());
    let needed = to.max(0) as usize;
    if needed > list.len() {
        vm.reserve(16 * needed)?;
        list.change(|items| items.resize(needed, Value::Null));
    }
    let (from, to) = list::check_range(vm, from, to, list.len())?;
    let removed: Vec<Value> = list.change(|items| items.splice(from..to.min(items.len()), new).collect());
    drop(removed);
    Ok(())
}

/// `list[[1, 2]] = value`: each of these elements.
pub fn put_each(vm: &mut Vm, list: &List, indices: Items, value: &Value) -> Res<()> {
    for index in integer_indices(vm, indices)? {
        put(vm, list, index, value)?;
    }
    Ok(())
}

/// `list[[1, 2]] = [a, b]`: element by element.
pub fn put_all(vm: &mut Vm, list: &List, indices: Items, values: Items) -> Res<()> {
    let (count, values) = (vm.items(indices.0)?.len(), vm.items(values.0)?);
    if count == 0 && values.is_empty() {
        return Ok(());
    }
    let indices = if count == 0 {
        Vec::new()
    } else {
        integer_indices(vm, indices)?
    };
    if count != values.len() {
        return Err(vm.illegal_argument(format!(
            "Trying to replace {count} elements with {} elements",
            int_size(values.len())
        )));
    }
    for (index, value) in indices.into_iter().zip(&values) {
        put(vm, list, index, value)?;
    }
    Ok(())
}

fn integer_indices(vm: &mut Vm, indices: Items) -> Res<Vec<i32>> {
    let indices = vm.items(indices.0)?;
    if let Some(first) = indices.first()
        && first.class_id() != ClassId::INTEGER
    {
        let class = vm.class_name(first.class_id());
        let message = format!("Can only index a List with another List of Integers, not a List of {class}");
        return Err(vm.illegal_argument(message));
    }
    Ok(indices.iter().map(whole).collect())
}

/// `iterable[index]`: counted from either end, null where there is nothing.
pub fn get_any(vm: &mut Vm, this: &Value, index: i32) -> Res {
    if let Ok(index) = usize::try_from(index) {
        let (mut walk, mut at) = (vm.iterate(this)?, 0);
        while let Some(item) = walk.next(vm)? {
            if at == index {
                return Ok(item);
            }
            at += 1;
        }
        return Ok(Value::Null);
    }
    let items = vm.items(this)?;
    let at = items.len().checked_sub(index.unsigned_abs() as usize);
    Ok(at.and_then(|i| items.get(i).cloned()).unwrap_or_default())
}
