//! Code points of a text: `codePointAt` and its kin, and `indexOf` of a character given as a number.

use super::out_of_range;
use crate::value::{Str, Value};
use crate::{Res, Vm};

/// The code point that begins at a unit: a surrogate pair, or the unit itself.
pub fn point_at(text: &Str, index: usize) -> Option<u32> {
    let unit = text.unit(index)?;
    if let (0xd800..=0xdbff, Some(low @ 0xdc00..=0xdfff)) = (unit, text.unit(index + 1)) {
        return Some(0x10000 + ((unit as u32 - 0xd800) << 10) + (low as u32 - 0xdc00));
    }
    Some(unit as u32)
}

/// How many units the code point takes that begins at one.
fn width(text: &Str, index: usize) -> usize {
    match point_at(text, index) {
        Some(0x10000..) => 2,
        _ => 1,
    }
}

/// How many units the code point takes that ends before one.
fn width_before(text: &Str, index: usize) -> usize {
    match index.checked_sub(2).and_then(|i| point_at(text, i)) {
        Some(0x10000..) => 2,
        _ => 1,
    }
}

pub fn at(vm: &mut Vm, text: &Str, index: i32) -> Res<i32> {
    match usize::try_from(index).ok().and_then(|i| point_at(text, i)) {
        Some(point) => Ok(point as i32),
        None => Err(out_of_range(vm, format!("index {index}, length {}", text.len()))),
    }
}

pub fn before(vm: &mut Vm, text: &Str, index: i32) -> Res<i32> {
    match usize::try_from(index) {
        Ok(i) if (1..=text.len()).contains(&i) => {
            Ok(point_at(text, i - width_before(text, i)).unwrap_or_default() as i32)
        }
        _ => Err(out_of_range(vm, format!("String index out of range: {index}"))),
    }
}

pub fn count(vm: &mut Vm, text: &Str, begin: i32, end: i32) -> Res<i32> {
    if begin < 0 || begin > end || end as usize > text.len() {
        return Err(vm.throw_silent(&super::throwables::INDEX_OUT_OF_BOUNDS_EXCEPTION));
    }
    let part = text.slice(begin as usize, end as usize);
    Ok(char::decode_utf16(part.iter()).count() as i32)
}

pub fn offset(vm: &mut Vm, text: &Str, index: i32, offset: i32) -> Res<i32> {
    let mut at = match usize::try_from(index) {
        Ok(i) if i <= text.len() => i,
        _ => return Err(vm.throw_silent(&super::throwables::INDEX_OUT_OF_BOUNDS_EXCEPTION)),
    };
    for _ in 0..offset.unsigned_abs() {
        if (offset > 0 && at >= text.len()) || (offset < 0 && at == 0) {
            return Err(vm.throw_silent(&super::throwables::INDEX_OUT_OF_BOUNDS_EXCEPTION));
        }
        at = if offset > 0 {
            at + width(text, at)
        } else {
            at - width_before(text, at)
        };
    }
    Ok(at as i32)
}

/// `indexOf(character, from)`.
pub fn index_of(text: &Str, point: i32, from: i32) -> i32 {
    let mut units = Vec::new();
    if !super::make::push_code_point(point, &mut units) {
        return -1;
    }
    super::index_of(text, &Str::from_units(&units), from)
}

/// `lastIndexOf(character, from)`.
pub fn last_index_of(text: &Str, point: i32, from: i32) -> i32 {
    let mut units = Vec::new();
    if !super::make::push_code_point(point, &mut units) {
        return -1;
    }
    super::last_index_of(text, &Str::from_units(&units), from)
}

/// All code points, lone surrogates as they are.
pub fn all(text: &Str) -> Vec<Value> {
    let point = |c: Result<char, std::char::DecodeUtf16Error>| match c {
        Ok(c) => c as i32,
        Err(lone) => i32::from(lone.unpaired_surrogate()),
    };
    char::decode_utf16(text.iter()).map(|c| Value::int(point(c))).collect()
}
