//! `text[index]`, `text[range]`, `text[indices]`.

use crate::heap::Gathered;
use crate::jdk::lang::string::substring;
use crate::jdk::throwables;
use crate::registry::Items;
use crate::semantics::number::narrow_to_i32;
use crate::value::{Range, Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// An index that may count from the end, as one from the beginning.
fn from_start(vm: &mut Vm, index: i32, size: i32) -> Res<i32> {
    let at = if index < 0 { index.saturating_add(size) } else { index };
    if at < 0 {
        let message = format!("Negative array index [{index}] too large for array size {size}");
        return Err(vm.throw(&throwables::ARRAY_INDEX_OUT_OF_BOUNDS_EXCEPTION, message));
    }
    Ok(at)
}

pub fn at(vm: &mut Vm, text: &Rc<Str>, index: i32) -> Res<Rc<Str>> {
    let at = from_start(vm, index, text.len() as i32)?;
    substring(vm, text, at, at.saturating_add(1))
}

/// `[begin, end)` and whether it runs backwards, for a range of ints (`IntRange.subListBorders`).
fn borders(range: &Range, from: i32, to: i32, size: i32) -> (i32, i32, bool) {
    let wrap = |i: i32| if i < 0 { i.saturating_add(size) } else { i };
    let (mut begin, end) = (wrap(from), wrap(to));
    if !range.from_inclusive {
        begin = if begin <= end {
            begin.saturating_add(1)
        } else {
            begin.saturating_sub(1)
        };
    }
    if begin > end {
        let end = if range.to_inclusive { end } else { end.saturating_add(1) };
        (end, begin.saturating_add(1), true)
    } else {
        (
            begin,
            if range.to_inclusive { end.saturating_add(1) } else { end },
            false,
        )
    }
}

/// `[begin, end)` and whether it runs backwards, for any range over a text of some length.
pub fn borders_of(vm: &mut Vm, range: &Range, length: usize) -> Res<(i32, i32, bool)> {
    let size = length as i32;
    match (&range.from, &range.to) {
        (Value::Int(from), Value::Int(to)) => Ok(borders(range, from.get(), to.get(), size)),
        (from, to) => {
            let (from, to) = (code(vm, from)?, code(vm, to)?);
            let (from, to) = (from_start(vm, from, size)?, from_start(vm, to, size)?);
            Ok((from.min(to), from.max(to).saturating_add(1), from > to))
        }
    }
}

pub fn range(vm: &mut Vm, text: &Rc<Str>, range: &Range) -> Res<Rc<Str>> {
    let (begin, end, backwards) = borders_of(vm, range, text.len())?;
    let part = substring(vm, text, begin, end)?;
    Ok(if backwards { super::reverse(&part) } else { part })
}

/// An end of a range as an index: a number, or a character's code.
fn code(vm: &mut Vm, end: &Value) -> Res<i32> {
    if let Some(number) = narrow_to_i32(end) {
        return Ok(number);
    }
    Ok(vm.to_str(end)?.unit(0).map_or(0, i32::from))
}

pub fn collection(vm: &mut Vm, text: &Rc<Str>, indices: Items) -> Res<Rc<Str>> {
    let mut walk = vm.iterate(indices.0)?;
    let mut out = Gathered::new();
    while let Some(index) = walk.next(vm)? {
        let part = match &index {
            Value::Range(r) => range(vm, text, r)?,
            Value::List(_) | Value::Set(_) => vm.nested(|vm| collection(vm, text, Items(&index)))?,
            index => {
                let class = crate::registry::ClassId::INTEGER;
                let index = vm.cast(index, class)?;
                at(vm, text, narrow_to_i32(&index).unwrap_or(0))?
            }
        };
        out.extend(vm, part.iter())?;
    }
    Ok(Str::from_units(&out))
}
