//! Filling text up to a width, and repeating it.

use crate::jdk::lang::string::repeated;
use crate::jdk::throwables;
use crate::semantics::number::narrow_to_i32;
use crate::value::{Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// So many characters of a padding that repeats.
fn padding(vm: &mut Vm, padding: &Rc<Str>, width: usize) -> Res<Rc<Str>> {
    if padding.is_empty() {
        return Err(vm.throw(&throwables::ARITHMETIC_EXCEPTION, "/ by zero"));
    }
    if padding.len() >= width {
        return Ok(padding.slice(0, width));
    }
    Ok(repeated(vm, padding, width / padding.len() + 1)?.slice(0, width))
}

/// How many characters are missing to a width.
fn missing(text: &Str, width: &Value) -> usize {
    let width = narrow_to_i32(width).unwrap_or(0).max(0) as usize;
    width.saturating_sub(text.len())
}

pub fn left(vm: &mut Vm, text: &Rc<Str>, width: &Value, fill: &Rc<Str>) -> Res<Rc<Str>> {
    match missing(text, width) {
        0 => Ok(text.clone()),
        more => Ok(padding(vm, fill, more)?.concat(text)),
    }
}

pub fn right(vm: &mut Vm, text: &Rc<Str>, width: &Value, fill: &Rc<Str>) -> Res<Rc<Str>> {
    match missing(text, width) {
        0 => Ok(text.clone()),
        more => Ok(text.concat(&*padding(vm, fill, more)?)),
    }
}

pub fn center(vm: &mut Vm, text: &Rc<Str>, width: &Value, fill: &Rc<Str>) -> Res<Rc<Str>> {
    match missing(text, width) {
        0 => Ok(text.clone()),
        more => {
            let after = padding(vm, fill, more.div_ceil(2))?;
            Ok(after.slice(0, more / 2).concat(text).concat(&after))
        }
    }
}

pub fn multiply(vm: &mut Vm, text: &Rc<Str>, times: &Value) -> Res<Rc<Str>> {
    match narrow_to_i32(times).unwrap_or(0) {
        negative @ ..0 => Err(vm.illegal_argument(format!(
            "multiply() should be called with a number of 0 or greater not: {negative}"
        ))),
        times => repeated(vm, text, times as usize),
    }
}
