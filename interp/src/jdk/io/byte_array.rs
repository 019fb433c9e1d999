//! Java's `byte[]` and `char[]` from Rust's bytes and units, and back.

use crate::registry::ClassId;
use crate::value::{Array, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// A `byte[]`.
pub fn from_bytes(bytes: &[u8]) -> Rc<Array> {
    let items = bytes.iter().map(|b| Value::byte(*b as i8)).collect();
    Array::new(ClassId::PRIMITIVE_BYTE, items)
}

/// The bytes of a `byte[]` (or of any array of numbers, each cut to a byte).
pub fn to_bytes(array: &Array) -> Vec<u8> {
    array.borrow().iter().map(to_byte).collect()
}

/// A number cut to a byte.
pub fn to_byte(value: &Value) -> u8 {
    crate::semantics::number::narrow_to_i64(value).unwrap_or(0) as u8
}

/// A `char[]`.
pub fn from_units(units: &[u16]) -> Rc<Array> {
    let items = units.iter().map(|u| Value::char(*u)).collect();
    Array::new(ClassId::PRIMITIVE_CHAR, items)
}

/// The units of a `char[]`.
pub fn to_units(array: &Array) -> Vec<u16> {
    let unit = |v: &Value| match v {
        Value::Char(c) => c.get() as u16,
        _ => 0,
    };
    array.borrow().iter().map(unit).collect()
}

/// Whether a value is a `byte[]`.
pub fn is_bytes(value: &Value) -> bool {
    matches!(value, Value::Array(a) if a.component == ClassId::PRIMITIVE_BYTE)
}

/// A part of an array as natives get it, checked as `Objects.checkFromIndexSize` does.
pub fn part(vm: &mut Vm, array: usize, offset: i32, length: i32) -> Res<(usize, usize)> {
    match (usize::try_from(offset), usize::try_from(length)) {
        (Ok(from), Ok(count)) if from.saturating_add(count) <= array => Ok((from, count)),
        _ => Err(vm.index_out_of_bounds(format!(
            "Range [{offset}, {offset} + {length}) out of bounds for length {array}"
        ))),
    }
}
