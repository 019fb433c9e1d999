//! Whether, where and how often other texts stand in a text.

use crate::jdk::lang::string::{case, search};
use crate::value::{Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

pub(super) fn contains(text: &Str, other: &Str) -> bool {
    search::find(text, other, 0).is_some()
}

/// As Groovy has it, no text contains the empty one, nor starts or ends with it.
pub(super) fn contains_ignore_case(text: &Rc<Str>, other: &Rc<Str>) -> bool {
    if other.is_empty() {
        return false;
    }
    let last = match text.len().checked_sub(other.len()) {
        Some(last) => last,
        None => return false,
    };
    (0..=last).any(|at| case::equal_ignoring_case(&text.slice(at, at + other.len()), other))
}

pub(super) fn starts_with_ignore_case(text: &Str, other: &Str) -> bool {
    !other.is_empty() && text.len() >= other.len() && case::equal_ignoring_case(&text.slice(0, other.len()), other)
}

pub(super) fn ends_with_ignore_case(text: &Str, other: &Str) -> bool {
    let from = text.len().checked_sub(other.len()).filter(|_| !other.is_empty());
    from.is_some_and(|from| case::equal_ignoring_case(&text.slice(from, text.len()), other))
}

/// Whether the text passes a test against one of some others, given singly or as an array.
fn any(vm: &mut Vm, others: &[Value], test: impl Fn(&Str) -> bool) -> Res<bool> {
    let others = match others {
        [Value::Array(a)] => a.to_vec(),
        others => others.to_vec(),
    };
    for other in &others {
        if test(&*vm.to_str(other)?) {
            return Ok(true);
        }
    }
    Ok(false)
}

pub(super) fn starts_with_any(vm: &mut Vm, text: &Str, prefixes: &[Value]) -> Res<bool> {
    any(vm, prefixes, |prefix| search::stands_at(text, prefix, 0))
}

pub(super) fn ends_with_any(vm: &mut Vm, text: &Str, suffixes: &[Value]) -> Res<bool> {
    any(vm, suffixes, |suffix| {
        let at = text.len().checked_sub(suffix.len());
        at.is_some_and(|at| search::stands_at(text, suffix, at))
    })
}

pub(super) fn count(vm: &mut Vm, text: &Str, other: &Str) -> Res<i32> {
    let (mut count, mut from) = (0, 0);
    while let Some(at) = search::find(text, other, from) {
        vm.tick()?;
        count += 1;
        from = at + 1;
    }
    Ok(count)
}

pub(super) fn minus(vm: &mut Vm, text: &Rc<Str>, value: &Value) -> Res<Rc<Str>> {
    let other = vm.to_str(value)?;
    Ok(match search::find(text, &other, 0) {
        Some(at) => text.slice(0, at).concat(&text.slice(at + other.len(), text.len())),
        None => text.clone(),
    })
}
