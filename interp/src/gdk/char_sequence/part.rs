//! Parts of a text: `take`, `drop` and their kin, and splitting into words.

use crate::heap::Gathered;
use crate::jdk::lang::string::search;
use crate::registry::ClassId;
use crate::value::{Array, Closure, Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

fn clipped(count: i32) -> usize {
    count.max(0) as usize
}

pub fn take(text: &Rc<Str>, count: i32) -> Rc<Str> {
    text.slice(0, clipped(count))
}

pub fn take_right(text: &Rc<Str>, count: i32) -> Rc<Str> {
    text.slice(text.len().saturating_sub(clipped(count)), text.len())
}

pub fn skip(text: &Rc<Str>, count: i32) -> Rc<Str> {
    text.slice(clipped(count), text.len())
}

pub fn skip_right(text: &Rc<Str>, count: i32) -> Rc<Str> {
    text.slice(0, text.len().saturating_sub(clipped(count)))
}

/// How many characters from the first on pass a test.
fn passing(vm: &mut Vm, text: &Str, condition: &Rc<Closure>) -> Res<usize> {
    for (i, unit) in text.iter().enumerate() {
        vm.tick()?;
        if !vm.test_closure(condition, &[Value::Str(Str::from_units(&[unit]))])? {
            return Ok(i);
        }
    }
    Ok(text.len())
}

pub fn take_while(vm: &mut Vm, text: &Rc<Str>, condition: &Rc<Closure>) -> Res<Rc<Str>> {
    Ok(text.slice(0, passing(vm, text, condition)?))
}

pub fn skip_while(vm: &mut Vm, text: &Rc<Str>, condition: &Rc<Closure>) -> Res<Rc<Str>> {
    Ok(text.slice(passing(vm, text, condition)?, text.len()))
}

/// Where a text that is not empty first stands.
fn place(text: &Str, wanted: &Str, from: usize) -> Option<usize> {
    if wanted.is_empty() {
        None
    } else {
        search::find(text, wanted, from)
    }
}

pub fn take_after(text: &Rc<Str>, wanted: &Str) -> Rc<Str> {
    let from = place(text, wanted, 0).map_or(text.len(), |at| at + wanted.len());
    text.slice(from, text.len())
}

pub fn take_before(text: &Rc<Str>, wanted: &Str) -> Rc<Str> {
    text.slice(0, place(text, wanted, 0).unwrap_or(0))
}

pub fn take_between(text: &Rc<Str>, from: &Str, to: &Str, occurrence: i32) -> Rc<Str> {
    let (mut at, mut left) = (0, occurrence);
    while left >= 0 {
        let Some(open) = place(text, from, at) else { break };
        let begin = open + from.len();
        let Some(end) = place(text, to, begin) else { break };
        if left == 0 {
            return text.slice(begin, end);
        }
        // Groovy passes over one more character.
        at = end + to.len() + 1;
        left -= 1;
    }
    Str::new("")
}

/// As `java.util.StringTokenizer`: what stands between any of the delimiters, without empty parts.
pub fn tokenize(vm: &mut Vm, text: &Rc<Str>, delimiters: &Str) -> Res<Gathered> {
    let mut out = Gathered::new();
    let mut start = None;
    for (i, unit) in text.iter().enumerate() {
        let separates = delimiters.iter().any(|d| d == unit);
        match (separates, start) {
            (true, Some(from)) => {
                vm.tick()?;
                out.push(vm, Value::Str(text.slice(from, i)))?;
                start = None;
            }
            (false, None) => start = Some(i),
            _ => {}
        }
    }
    if let Some(from) = start {
        out.push(vm, Value::Str(text.slice(from, text.len())))?;
    }
    Ok(out)
}

/// The words of a text.
pub fn words(vm: &mut Vm, text: &Rc<Str>) -> Res<Gathered> {
    tokenize(vm, text, &Str::new(" \t\n\r\u{c}"))
}

pub fn split(vm: &mut Vm, text: &Rc<Str>) -> Res<Rc<Array>> {
    Ok(Array::new(ClassId::STRING, words(vm, text)?.into_vec()))
}
