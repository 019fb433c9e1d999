//! Searching a text from match to match, replacing and splitting.

use super::engine::{Failure, Groups, Mode, Regex, Subject};
use super::exception::syntax_error;
use crate::heap::Gathered;
use crate::jdk::throwables;
use crate::registry::Func;
use crate::value::{Str, Value};
use crate::{Res, Thrown, Vm};
use std::rc::Rc;

/// A walk over the matches in a text.
pub struct Search {
    /// The pattern.
    pub regex: Rc<Regex>,
    /// The text.
    pub subject: Subject,
    /// Where the next search begins.
    pub from: usize,
}

impl Search {
    /// A walk over a whole text.
    pub fn new(regex: Rc<Regex>, text: &Rc<Str>) -> Search {
        Search {
            regex,
            subject: Subject::new(text),
            from: 0,
        }
    }

    /// The next match. After an empty one the search goes on one unit further.
    pub fn next(&mut self, vm: &mut Vm) -> Res<Option<Groups>> {
        let found = self.at(vm, self.from, Mode::Find)?;
        if let Some(Some((start, end))) = found.as_ref().and_then(|g| g.first()) {
            self.from = if start == end { end + 1 } else { *end };
        }
        Ok(found)
    }

    /// Searches from a place, counted as steps by the length of the text.
    pub fn at(&self, vm: &mut Vm, from: usize, mode: Mode) -> Res<Option<Groups>> {
        vm.tick_many(1 + self.subject.region.1.saturating_sub(from) / 256)?;
        self.regex
            .search(&self.subject, from, mode)
            .map_err(|failure| failed(vm, &self.regex, failure))
    }

    /// Whether the whole text matches.
    pub fn matches(&self, vm: &mut Vm) -> Res<bool> {
        Ok(self.at(vm, self.subject.region.0, Mode::All)?.is_some())
    }

    /// The text of a group; null for one that took no part.
    pub fn group(&self, groups: &Groups, index: usize) -> Value {
        group(&self.subject.text, groups, index)
    }

    /// A match as Groovy hands it out: its text, or all groups where the pattern has any.
    pub fn value(&self, groups: &Groups) -> Value {
        if self.regex.groups == 0 {
            return self.group(groups, 0);
        }
        Value::list((0..groups.len()).map(|i| self.group(groups, i)).collect())
    }
}

/// The text of a group; null for one that took no part.
pub fn group(text: &Rc<Str>, groups: &Groups, index: usize) -> Value {
    match groups.get(index) {
        Some(Some((start, end))) => Value::Str(text.slice(*start, *end)),
        _ => Value::Null,
    }
}

fn failed(vm: &mut Vm, regex: &Regex, failure: Failure) -> Thrown {
    match failure {
        Failure::Unsupported(reason) => {
            let reason = reason.lines().next().unwrap_or_default();
            syntax_error(
                vm,
                &format!("The pattern is not supported: {reason}"),
                &regex.pattern,
                -1,
            )
        }
        Failure::TooManySteps => vm.throw(
            &throwables::STACK_OVERFLOW_ERROR,
            format!("the pattern {} backtracks too often on this text", regex.pattern),
        ),
    }
}

/// What stands in place of a match.
#[derive(Clone, Copy)]
pub enum Replacement<'a> {
    /// Text in which `$1` and `${name}` are groups and a backslash takes the next character as it is.
    Template(&'a Rc<Str>),
    /// What a function makes of the match or its groups.
    Function(Func<'a>),
}

/// Replaces matches, so many at most.
pub fn replace(vm: &mut Vm, text: &Rc<Str>, regex: &Rc<Regex>, with: Replacement, most: usize) -> Res<Rc<Str>> {
    let mut search = Search::new(regex.clone(), text);
    let mut out = Gathered::new();
    let (mut copied, mut count) = (0, 0);
    while count < most {
        let Some(groups) = search.next(vm)? else { break };
        let (start, end) = groups.first().copied().flatten().unwrap_or_default();
        copy(vm, text, copied..start, &mut out)?;
        match with {
            Replacement::Template(template) => expand(vm, template, regex, text, &groups, &mut out)?,
            Replacement::Function(function) => {
                let made = vm.call_func(function, &[search.value(&groups)])?;
                let made = vm.to_str(&made)?;
                out.extend(vm, made.iter())?;
            }
        }
        copied = end;
        count += 1;
    }
    if count == 0 {
        return Ok(text.clone());
    }
    copy(vm, text, copied..text.len(), &mut out)?;
    Ok(Str::from_units(&out))
}

const BACKSLASH: u16 = b'\\' as u16;
const DOLLAR: u16 = b'$' as u16;

/// Appends a replacement with its group references filled in.
pub fn expand(
    vm: &mut Vm,
    template: &Str,
    regex: &Regex,
    text: &Str,
    groups: &Groups,
    out: &mut Gathered<u16>,
) -> Res<()> {
    let mut at = 0;
    while let Some(unit) = template.unit(at) {
        at += 1;
        match unit {
            BACKSLASH => match template.unit(at) {
                Some(escaped) => {
                    out.push(vm, escaped)?;
                    at += 1;
                }
                None => return Err(vm.illegal_argument("character to be escaped is missing")),
            },
            DOLLAR => {
                let number = reference(vm, template, &mut at, regex)?;
                match groups.get(number) {
                    Some(Some((start, end))) => copy(vm, text, *start..*end, out)?,
                    Some(None) => {}
                    None => return Err(vm.index_out_of_bounds(format!("No group {number}"))),
                }
            }
            other => out.push(vm, other)?,
        }
    }
    Ok(())
}

/// Appends a part of a text.
pub fn copy(vm: &mut Vm, text: &Str, part: std::ops::Range<usize>, out: &mut Gathered<u16>) -> Res<()> {
    vm.tick_many(part.len() / 16)?;
    out.extend(vm, part.map(|i| text.unit(i).unwrap_or_default()))
}

/// The group that a `$` refers to; `at` stands behind it and moves past the reference.
fn reference(vm: &mut Vm, template: &Str, at: &mut usize, regex: &Regex) -> Res<usize> {
    let character = |i: usize| template.unit(i).and_then(|u| char::from_u32(u as u32));
    let digit = |i: usize| character(i).and_then(|c| c.to_digit(10)).map(|d| d as usize);
    if *at >= template.len() {
        return Err(vm.illegal_argument("Illegal group reference: group index is missing"));
    }
    if character(*at) == Some('{') {
        *at += 1;
        let mut name = String::new();
        while let Some(c) = character(*at).filter(char::is_ascii_alphanumeric) {
            name.push(c);
            *at += 1;
        }
        return named_reference(vm, &name, character(*at), regex).inspect(|_| *at += 1);
    }
    let Some(mut number) = digit(*at) else {
        return Err(vm.illegal_argument("Illegal group reference"));
    };
    *at += 1;
    while let Some(digit) = digit(*at) {
        let longer = number * 10 + digit;
        if longer > regex.groups {
            break;
        }
        number = longer;
        *at += 1;
    }
    Ok(number)
}

fn named_reference(vm: &mut Vm, name: &str, end: Option<char>, regex: &Regex) -> Res<usize> {
    if name.is_empty() {
        return Err(vm.illegal_argument("named capturing group has 0 length name"));
    }
    if end != Some('}') {
        return Err(vm.illegal_argument("named capturing group is missing trailing '}'"));
    }
    if name.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(vm.illegal_argument(format!("capturing group name {{{name}}} starts with digit character")));
    }
    match regex.group_number(name) {
        Some(number) => Ok(number),
        None => Err(vm.illegal_argument(format!("No group with name {{{name}}}"))),
    }
}

/// `quoteReplacement`.
pub fn quote_replacement(text: &Rc<Str>) -> Rc<Str> {
    let mut out = Vec::with_capacity(text.len());
    for unit in text.iter() {
        if unit == BACKSLASH || unit == DOLLAR {
            out.push(BACKSLASH);
        }
        out.push(unit);
    }
    Str::from_units(&out)
}

/// The parts between matches: at most `limit` where it is positive, without empty ones at the end where it is 0.
pub fn split(vm: &mut Vm, text: &Rc<Str>, regex: &Rc<Regex>, limit: i32) -> Res<Gathered> {
    let mut search = Search::new(regex.clone(), text);
    let mut parts = Gathered::new();
    let mut index = 0;
    let most = usize::try_from(limit).ok().filter(|l| *l > 0);
    while most.is_none_or(|most| parts.len() + 1 < most) {
        let Some(groups) = search.next(vm)? else { break };
        let (start, end) = groups.first().copied().flatten().unwrap_or_default();
        // An empty match at the beginning cuts nothing off.
        if end == 0 {
            continue;
        }
        parts.push(vm, Value::Str(text.slice(index, start)))?;
        index = end;
    }
    if index == 0 {
        return Ok(Gathered::of(vec![Value::Str(text.clone())]));
    }
    parts.push(vm, Value::Str(text.slice(index, text.len())))?;
    if limit == 0 {
        let is_empty = |part: &Value| matches!(part, Value::Str(s) if s.is_empty());
        let kept = parts
            .iter()
            .rposition(|part| !is_empty(part))
            .map_or(0, |last| last + 1);
        parts.truncate(kept);
    }
    Ok(parts)
}
