//! Tabs for spaces and spaces for tabs.

use super::lines::map_lines;
use crate::jdk::lang::string::whitespace::is_whitespace;
use crate::jdk::throwables;
use crate::value::Str;
use crate::{Res, Vm};
use std::rc::Rc;

const TAB: u16 = 9;
const SPACE: u16 = 32;

/// The tab stop, if columns can be counted by it.
fn stop(vm: &mut Vm, stop: i32) -> Res<usize> {
    match usize::try_from(stop) {
        Ok(stop) if stop > 0 => Ok(stop),
        _ => Err(vm.throw(&throwables::ARITHMETIC_EXCEPTION, "/ by zero")),
    }
}

pub fn expand(vm: &mut Vm, text: &Rc<Str>, tab_stop: i32) -> Res<Rc<Str>> {
    let stop = stop(vm, tab_stop)?;
    let tabs = text.iter().filter(|u| *u == TAB).count();
    vm.reserve(2 * (text.len() + tabs.saturating_mul(stop)))?;
    Ok(map_lines(text, |line| expanded(line, stop)))
}

pub fn expand_line(vm: &mut Vm, text: &Rc<Str>, tab_stop: i32) -> Res<Rc<Str>> {
    let stop = stop(vm, tab_stop)?;
    Ok(expanded(text, stop))
}

fn expanded(line: &Str, stop: usize) -> Rc<Str> {
    let mut out = Vec::with_capacity(line.len());
    for unit in line.iter() {
        if unit == TAB {
            out.extend(std::iter::repeat_n(SPACE, stop - out.len() % stop));
        } else {
            out.push(unit);
        }
    }
    Str::from_units(&out)
}

pub fn unexpand(vm: &mut Vm, text: &Rc<Str>, tab_stop: i32) -> Res<Rc<Str>> {
    let stop = stop(vm, tab_stop)?;
    Ok(map_lines(text, |line| unexpanded(line, stop)))
}

pub fn unexpand_line(vm: &mut Vm, text: &Rc<Str>, tab_stop: i32) -> Res<Rc<Str>> {
    let stop = stop(vm, tab_stop)?;
    Ok(unexpanded(text, stop))
}

/// Pieces of a tab stop's width that end in white space end in a tab instead. As in Groovy, the next piece is cut from what
/// the line has become, and starts one tab stop on, less the spaces that went.
fn unexpanded(line: &Str, stop: usize) -> Rc<Str> {
    let mut out = line.to_units();
    let mut at = 0;
    while at + stop < out.len() {
        let piece = out.get(at..at + stop).unwrap_or_default();
        let spaces = piece.iter().rev().take_while(|u| is_whitespace(**u)).count();
        if spaces > 0 {
            out.splice(at + stop - spaces..at + stop, [TAB]);
        }
        at += stop - spaces.saturating_sub(1);
    }
    Str::from_units(&out)
}
