//! Lines of a text: walking over them, their ends, indentation and margins.

use crate::heap::Gathered;
use crate::jdk::lang::string::whitespace::{self, is_blank, is_whitespace, lines, strip_indent};
use crate::jdk::regex;
use crate::jdk::util::arrays_list;
use crate::registry::Func;
use crate::value::{Closure, List, Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

pub fn normalize(text: &Rc<Str>) -> Rc<Str> {
    let mut out = Vec::with_capacity(text.len());
    for (i, unit) in text.iter().enumerate() {
        match unit {
            0x0d => out.push(0x0a),
            0x0a if i > 0 && text.unit(i - 1) == Some(0x0d) => {}
            other => out.push(other),
        }
    }
    Str::from_units(&out)
}

pub fn read_lines(vm: &mut Vm, text: &Str) -> Res<Gathered> {
    whitespace::read_lines(vm, text)
}

/// Calls a closure with a line, and with its number if it takes two.
pub fn call_with_line(vm: &mut Vm, action: &Value, line: Value, number: i32) -> Res {
    if let Value::Closure(closure) = action
        && vm.closure_arity(closure) == 2
    {
        return vm.call_closure(closure, &[line, Value::int(number)]);
    }
    vm.call_func(Func(action), &[line])
}

pub fn each_line(vm: &mut Vm, text: &Str, first: i32, action: &Value) -> Res {
    let mut result = Value::Null;
    for (line, number) in lines(text).zip(first..) {
        vm.tick()?;
        result = call_with_line(vm, action, Value::Str(line), number)?;
    }
    Ok(result)
}

pub fn split_each_line(vm: &mut Vm, text: &Str, pattern: &Value, action: &Rc<Closure>) -> Res {
    let regex = regex::given(vm, pattern)?;
    let mut result = Value::Null;
    for line in lines(text) {
        vm.tick()?;
        let parts = regex::split_by(vm, &line, &regex, 0)?;
        result = vm.call_closure(action, &[List::of(arrays_list::CLASS.id(), parts.into_vec()).into()])?;
    }
    Ok(result)
}

/// Changes each line; the last one's end stays as it was.
pub fn map_lines(text: &Rc<Str>, change: impl Fn(&Rc<Str>) -> Rc<Str>) -> Rc<Str> {
    if text.is_empty() {
        return text.clone();
    }
    let mut out = Vec::with_capacity(text.len());
    for line in lines(text) {
        out.extend(change(&line).iter());
        out.push(0x0a);
    }
    if text.unit(text.len() - 1) != Some(0x0a) {
        out.pop();
    }
    Str::from_units(&out)
}

pub fn strip_indent_by(text: &Rc<Str>, count: i32) -> Rc<Str> {
    map_lines(text, |line| line.slice(count.max(0) as usize, line.len()))
}

/// Groovy's own `stripIndent`: lines of white space alone do not count, and ends of lines stay.
pub fn strip_indent_as(text: &Rc<Str>, groovy: bool) -> Rc<Str> {
    if !groovy {
        return strip_indent(text);
    }
    let indentation = |line: &Str| line.iter().take_while(|u| is_whitespace(*u)).count();
    let least = lines(text).filter(|l| !is_blank(l)).map(|l| indentation(&l)).min();
    strip_indent_by(text, least.unwrap_or(0) as i32)
}

pub fn strip_margin(text: &Rc<Str>, margin: u16) -> Rc<Str> {
    map_lines(text, |line| {
        let at = line.iter().take_while(|u| *u <= 0x20).count();
        if line.unit(at) == Some(margin) {
            line.slice(at + 1, line.len())
        } else {
            line.clone()
        }
    })
}

pub fn strip_margin_text(text: &Rc<Str>, margin: &Str) -> Rc<Str> {
    strip_margin(text, margin.unit(0).unwrap_or(b'|' as u16))
}
