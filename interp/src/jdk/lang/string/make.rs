//! Constructors and static members of `String`: from characters, bytes, code points and values.

use crate::jdk::io::byte_array::{to_bytes, to_units};
use crate::jdk::nio::charset::{self, Charset};
use crate::jdk::throwables;
use crate::jdk::util::comparator;
use crate::registry::{ClassId, Items};
use crate::value::{Array, Closure, Str, StrBuilder, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// Whether `count` elements stand from `offset` on; else StringIndexOutOfBoundsException.
fn check_count(vm: &mut Vm, offset: i32, count: i32, length: usize) -> Res<(usize, usize)> {
    let end = i64::from(offset) + i64::from(count);
    if offset < 0 || count < 0 || end > length as i64 {
        let message = format!("offset {offset}, count {count}, length {length}");
        return Err(vm.throw(&throwables::STRING_INDEX_OUT_OF_BOUNDS_EXCEPTION, message));
    }
    Ok((offset as usize, end as usize))
}

pub fn of_text(text: &Rc<Str>) -> Rc<Str> {
    text.clone()
}

/// An object of its own with the same text.
pub fn copy(text: &Rc<Str>) -> Rc<Str> {
    text.slice(0, text.len())
}

pub fn of_chars(chars: &Array) -> Rc<Str> {
    Str::from_units(&to_units(chars))
}

pub fn of_chars_part(vm: &mut Vm, chars: &Array, offset: i32, count: i32) -> Res<Rc<Str>> {
    let (from, to) = check_count(vm, offset, count, chars.len())?;
    Ok(Str::from_units(to_units(chars).get(from..to).unwrap_or_default()))
}

pub fn of_code_points(vm: &mut Vm, points: &Array, offset: i32, count: i32) -> Res<Rc<Str>> {
    let (from, to) = check_count(vm, offset, count, points.len())?;
    let mut units = Vec::with_capacity(to - from);
    for i in from..to {
        let point = points.get(i).unwrap_or_default();
        let point = crate::semantics::number::narrow_to_i32(&point).unwrap_or(-1);
        if !push_code_point(point, &mut units) {
            return Err(vm.illegal_argument(point));
        }
    }
    Ok(Str::from_units(&units))
}

/// Appends a code point, surrogates as they are. False if there is no such one.
pub fn push_code_point(point: i32, units: &mut Vec<u16>) -> bool {
    match u32::try_from(point).ok().map(|p| (p, char::from_u32(p))) {
        Some((_, Some(c))) => units.extend_from_slice(c.encode_utf16(&mut [0; 2])),
        Some((surrogate @ 0xd800..=0xdfff, None)) => units.push(surrogate as u16),
        _ => return false,
    }
    true
}

pub fn of_bytes(bytes: &Array) -> Rc<Str> {
    Charset::Utf8.decode(&to_bytes(bytes))
}

pub fn of_bytes_part(vm: &mut Vm, bytes: &Array, offset: i32, count: i32) -> Res<Rc<Str>> {
    let (from, to) = check_count(vm, offset, count, bytes.len())?;
    Ok(Charset::Utf8.decode(to_bytes(bytes).get(from..to).unwrap_or_default()))
}

pub fn of_bytes_part_in(vm: &mut Vm, bytes: &Array, offset: i32, count: i32, charset: &Value) -> Res<Rc<Str>> {
    let charset = charset::of(vm, charset)?;
    let (from, to) = check_count(vm, offset, count, bytes.len())?;
    Ok(charset.decode(to_bytes(bytes).get(from..to).unwrap_or_default()))
}

pub fn of_bytes_in(vm: &mut Vm, bytes: &Array, charset: &Value) -> Res<Rc<Str>> {
    Ok(charset::of(vm, charset)?.decode(&to_bytes(bytes)))
}

pub fn value_of(vm: &mut Vm, value: &Value) -> Res<Rc<Str>> {
    match value {
        Value::Null => Ok(Str::new("null")),
        value => vm.java_to_str(value),
    }
}

/// `String.join(delimiter, elements…)`.
pub fn join_array(vm: &mut Vm, delimiter: &Rc<Str>, elements: &[Value]) -> Res<Rc<Str>> {
    let elements = match elements {
        [Value::Array(a)] => a.to_vec(),
        other => other.to_vec(),
    };
    join(vm, delimiter, &elements)
}

/// `String.join(delimiter, iterable)`.
pub fn join_items(vm: &mut Vm, delimiter: &Rc<Str>, elements: Items) -> Res<Rc<Str>> {
    let elements = vm.items(elements.0)?;
    join(vm, delimiter, &elements)
}

fn join(vm: &mut Vm, delimiter: &Rc<Str>, elements: &[Value]) -> Res<Rc<Str>> {
    let mut out = StrBuilder::new();
    for (i, element) in elements.iter().enumerate() {
        if i > 0 {
            out.push(delimiter);
        }
        if !element.is_null() && !vm.is_instance(element, ClassId::CHAR_SEQUENCE) {
            return Err(vm.class_cast(element, ClassId::CHAR_SEQUENCE));
        }
        vm.tick()?;
        out.push(&*value_of(vm, element)?);
        vm.settle()?;
    }
    Ok(out.finish())
}

/// `String.CASE_INSENSITIVE_ORDER`.
pub fn case_insensitive_order() -> Rc<Closure> {
    comparator::make(&comparator::CASE_INSENSITIVE, vec![], |vm, _, a, b| {
        let (a, b) = (vm.to_str(a)?, vm.to_str(b)?);
        Ok(super::case::compare_ignoring_case(&a, &b).cmp(&0))
    })
}
