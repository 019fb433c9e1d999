//! Reading and changing parts of a builder's text.

use super::{Builder, builder, out_of_range};
use crate::gdk::char_sequence;
use crate::jdk::io::byte_array::to_units;
use crate::jdk::lang::string::make;
use crate::value::{Array, Range, Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// An index of a unit that is there.
fn index(vm: &mut Vm, this: &Builder, index: i32) -> Res<usize> {
    match usize::try_from(index).ok().filter(|i| *i < this.len()) {
        Some(index) => Ok(index),
        None => Err(out_of_range(vm, format!("index {index}, length {}", this.len()))),
    }
}

/// A part between two indices.
fn part(vm: &mut Vm, this: &Builder, start: i32, end: i32) -> Res<(usize, usize)> {
    if start < 0 || start > end || end as usize > this.len() {
        return Err(out_of_range(
            vm,
            format!("start {start}, end {end}, length {}", this.len()),
        ));
    }
    Ok((start as usize, end as usize))
}

/// A place to insert at.
fn place(vm: &mut Vm, this: &Builder, offset: i32) -> Res<usize> {
    match usize::try_from(offset).ok().filter(|i| *i <= this.len()) {
        Some(place) => Ok(place),
        None => Err(out_of_range(vm, format!("offset {offset}, length {}", this.len()))),
    }
}

/// The part of some units that a call names; else IndexOutOfBoundsException.
fn given(vm: &mut Vm, units: &[u16], start: i32, end: i32) -> Res<Rc<Str>> {
    let range = usize::try_from(start).ok().zip(usize::try_from(end).ok());
    match range.and_then(|(from, to)| units.get(from..to)) {
        Some(part) => Ok(Str::from_units(part)),
        None => Err(vm.index_out_of_bounds(format!("start {start}, end {end}, length {}", units.len()))),
    }
}

pub fn char_at(vm: &mut Vm, this: &Builder, at: i32) -> Res<u16> {
    let at = index(vm, this, at)?;
    Ok(this.units.borrow().get(at).copied().unwrap_or_default())
}

pub fn code_point_at(vm: &mut Vm, this: &Builder, at: i32) -> Res<i32> {
    let at = index(vm, this, at)?;
    let text = this.text();
    Ok(crate::jdk::lang::string::points::point_at(&text, at).unwrap_or_default() as i32)
}

pub fn set_char_at(vm: &mut Vm, this: &Builder, at: i32, unit: u16) -> Res<()> {
    let at = index(vm, this, at)?;
    this.change(|units| {
        if let Some(slot) = units.get_mut(at) {
            *slot = unit;
        }
    });
    Ok(())
}

pub fn set_length(vm: &mut Vm, this: &Builder, length: i32) -> Res<()> {
    match usize::try_from(length) {
        Ok(length) => {
            vm.reserve(2 * length.saturating_sub(this.len()))?;
            this.change(|units| units.resize(length, 0));
            Ok(())
        }
        Err(_) => Err(out_of_range(vm, format!("String index out of range: {length}"))),
    }
}

pub fn get_chars(vm: &mut Vm, this: &Builder, begin: i32, end: i32, target: &Array, at: i32) -> Res<()> {
    if begin < 0 || begin > end || end as usize > this.len() {
        return Err(out_of_range(
            vm,
            format!("start {begin}, end {end}, length {}", this.len()),
        ));
    }
    let last = i64::from(at) + i64::from(end - begin);
    if at < 0 || last > target.len() as i64 {
        return Err(vm.index_out_of_bounds(format!("start {at}, end {last}, length {}", target.len())));
    }
    for i in begin..end {
        let unit = this.units.borrow().get(i as usize).copied().unwrap_or_default();
        target.set((at + i - begin) as usize, Value::char(unit));
    }
    Ok(())
}

pub fn append_part(vm: &mut Vm, this: &Value, text: &Value, start: i32, end: i32) -> Res {
    let text = make::value_of(vm, text)?;
    let part = given(vm, &text.to_units(), start, end)?;
    builder(vm, this)?.push(&part);
    Ok(this.clone())
}

pub fn append_chars(vm: &mut Vm, this: &Value, chars: &Array) -> Res {
    builder(vm, this)?.push(&Str::from_units(&to_units(chars)));
    Ok(this.clone())
}

pub fn append_chars_part(vm: &mut Vm, this: &Value, chars: &Array, offset: i32, count: i32) -> Res {
    let part = given(vm, &to_units(chars), offset, offset.saturating_add(count))?;
    builder(vm, this)?.push(&part);
    Ok(this.clone())
}

pub fn append_code_point(vm: &mut Vm, this: &Value, point: i32) -> Res {
    let mut units = Vec::new();
    if !make::push_code_point(point, &mut units) {
        return Err(vm.illegal_argument(format!("Not a valid Unicode code point: 0x{point:X}")));
    }
    builder(vm, this)?.push(&Str::from_units(&units));
    Ok(this.clone())
}

/// Puts a text in place of a part.
fn splice(vm: &mut Vm, this: &Value, from: usize, to: usize, text: &Str) -> Res {
    vm.reserve(4 * text.len())?;
    builder(vm, this)?.change(|units| {
        let to = to.min(units.len());
        units.splice(from.min(to)..to, text.iter());
    });
    Ok(this.clone())
}

pub fn delete(vm: &mut Vm, this: &Value, start: i32, end: i32) -> Res {
    replace(vm, this, start, end, &Str::new(""))
}

pub fn delete_char_at(vm: &mut Vm, this: &Value, at: i32) -> Res {
    let target = builder(vm, this)?;
    let at = index(vm, target, at)?;
    splice(vm, this, at, at + 1, &Str::new(""))
}

pub fn replace(vm: &mut Vm, this: &Value, start: i32, end: i32, text: &Str) -> Res {
    let target = builder(vm, this)?;
    let end = end.min(target.len() as i32);
    let (from, to) = part(vm, target, start, end)?;
    splice(vm, this, from, to, text)
}

pub fn insert(vm: &mut Vm, this: &Value, offset: i32, value: &Value) -> Res {
    let text = make::value_of(vm, value)?;
    let target = builder(vm, this)?;
    let at = place(vm, target, offset)?;
    splice(vm, this, at, at, &text)
}

pub fn insert_part(vm: &mut Vm, this: &Value, offset: i32, text: &Value, start: i32, end: i32) -> Res {
    let text = make::value_of(vm, text)?;
    let target = builder(vm, this)?;
    let at = place(vm, target, offset)?;
    let part = given(vm, &text.to_units(), start, end)?;
    splice(vm, this, at, at, &part)
}

pub fn insert_chars(vm: &mut Vm, this: &Value, offset: i32, chars: &Array) -> Res {
    let target = builder(vm, this)?;
    let at = place(vm, target, offset)?;
    splice(vm, this, at, at, &Str::from_units(&to_units(chars)))
}

pub fn insert_chars_part(vm: &mut Vm, this: &Value, at: i32, chars: &Array, offset: i32, count: i32) -> Res {
    let target = builder(vm, this)?;
    let at = place(vm, target, at)?;
    let part = given(vm, &to_units(chars), offset, offset.saturating_add(count))?;
    splice(vm, this, at, at, &part)
}

pub fn reverse(vm: &mut Vm, this: &Value) -> Res {
    builder(vm, this)?.change(|units| char_sequence::reverse_units(units));
    Ok(this.clone())
}

pub fn substring(vm: &mut Vm, this: &Builder, start: i32, end: i32) -> Res<Rc<Str>> {
    let (from, to) = part(vm, this, start, end)?;
    Ok(Str::from_units(this.units.borrow().get(from..to).unwrap_or_default()))
}

/// `builder[range] = value`.
pub fn put_at(vm: &mut Vm, this: &Value, range: &Range, value: &Value) -> Res<()> {
    let text = make::value_of(vm, value)?;
    let target = builder(vm, this)?;
    let (begin, end, _) = char_sequence::index::borders_of(vm, range, target.len())?;
    let (from, to) = part(vm, target, begin, end)?;
    splice(vm, this, from, to, &text)?;
    Ok(())
}
