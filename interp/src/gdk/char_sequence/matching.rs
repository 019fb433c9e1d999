//! Regular expressions on text: `find`, `findAll`, `eachMatch`, and replacing with text, closures and maps.

use crate::heap::Gathered;
use crate::jdk::lang::string::search as text_search;
use crate::jdk::regex::{self, Replacement, Search, pattern::Pattern};
use crate::registry::{Func, Items};
use crate::value::{Closure, Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

pub fn pattern(vm: &mut Vm, text: &Rc<Str>) -> Res<Pattern> {
    Ok(Pattern(regex::compile(vm, text, 0)?))
}

pub fn matches(vm: &mut Vm, text: &Rc<Str>, pattern: &Value) -> Res<bool> {
    let regex = regex::given(vm, pattern)?;
    Search::new(regex, text).matches(vm)
}

pub fn minus(vm: &mut Vm, text: &Rc<Str>, pattern: &Value) -> Res<Rc<Str>> {
    replace_first(vm, text, pattern, &Str::new(""))
}

pub fn find(vm: &mut Vm, text: &Rc<Str>, pattern: &Value) -> Res {
    let regex = regex::given(vm, pattern)?;
    let mut search = Search::new(regex, text);
    let found = search.next(vm)?;
    Ok(found.map(|groups| search.group(&groups, 0)).unwrap_or_default())
}

pub fn find_with(vm: &mut Vm, text: &Rc<Str>, pattern: &Value, action: Func) -> Res {
    let regex = regex::given(vm, pattern)?;
    let mut search = Search::new(regex, text);
    let Some(groups) = search.next(vm)? else {
        return Ok(Value::Null);
    };
    let made = vm.call_func(action, &[search.value(&groups)])?;
    Ok(Value::Str(vm.to_str(&made)?))
}

pub fn find_all(vm: &mut Vm, text: &Rc<Str>, pattern: &Value) -> Res<Gathered> {
    let regex = regex::given(vm, pattern)?;
    let mut search = Search::new(regex, text);
    let mut out = Gathered::new();
    while let Some(groups) = search.next(vm)? {
        out.push(vm, search.group(&groups, 0))?;
    }
    Ok(out)
}

pub fn find_all_with(vm: &mut Vm, text: &Rc<Str>, pattern: &Value, action: Func) -> Res<Gathered> {
    let regex = regex::given(vm, pattern)?;
    let mut search = Search::new(regex, text);
    let mut out = Gathered::new();
    while let Some(groups) = search.next(vm)? {
        let made = vm.call_func(action, &[search.value(&groups)])?;
        out.push(vm, made)?;
    }
    Ok(out)
}

pub fn each_match(vm: &mut Vm, text: &Rc<Str>, pattern: &Value, action: Func) -> Res<Rc<Str>> {
    let regex = regex::given(vm, pattern)?;
    let mut search = Search::new(regex, text);
    while let Some(groups) = search.next(vm)? {
        vm.call_func(action, &[search.value(&groups)])?.done();
    }
    Ok(text.clone())
}

pub fn replace_all(vm: &mut Vm, text: &Rc<Str>, pattern: &Value, replacement: &Rc<Str>) -> Res<Rc<Str>> {
    let regex = regex::given(vm, pattern)?;
    regex::replace(vm, text, &regex, Replacement::Template(replacement), usize::MAX)
}

pub fn replace_first(vm: &mut Vm, text: &Rc<Str>, pattern: &Value, replacement: &Rc<Str>) -> Res<Rc<Str>> {
    let regex = regex::given(vm, pattern)?;
    regex::replace(vm, text, &regex, Replacement::Template(replacement), 1)
}

pub fn replace_all_with(vm: &mut Vm, text: &Rc<Str>, pattern: &Value, action: &Rc<Closure>) -> Res<Rc<Str>> {
    let regex = regex::given(vm, pattern)?;
    let action = Value::Closure(action.clone());
    regex::replace(vm, text, &regex, Replacement::Function(Func(&action)), usize::MAX)
}

pub fn replace_first_with(vm: &mut Vm, text: &Rc<Str>, pattern: &Value, action: &Rc<Closure>) -> Res<Rc<Str>> {
    let regex = regex::given(vm, pattern)?;
    let action = Value::Closure(action.clone());
    regex::replace(vm, text, &regex, Replacement::Function(Func(&action)), 1)
}

/// At each place the first key that stands there gives way to its value.
pub fn replace_map(vm: &mut Vm, text: &Rc<Str>, replacements: &Value) -> Res<Rc<Str>> {
    let Value::Map(map) = replacements else {
        return Err(vm.throw_silent(&crate::jdk::throwables::NULL_POINTER_EXCEPTION));
    };
    let mut pairs = Vec::new();
    for (key, value) in map.borrow().pairs() {
        pairs.push((vm.to_str(&key)?, vm.to_str(&value)?));
    }
    let mut out = Gathered::with_capacity(vm, text.len())?;
    let mut at = 0;
    while let Some(unit) = text.unit(at) {
        vm.tick()?;
        let found = pairs
            .iter()
            .find(|(key, _)| !key.is_empty() && text_search::stands_at(text, key, at));
        match found {
            Some((key, value)) => {
                out.extend(vm, value.iter())?;
                at += key.len();
            }
            None => {
                out.push(vm, unit)?;
                at += 1;
            }
        }
    }
    Ok(Str::from_units(&out))
}

/// `collectReplacements(function)`: each character replaced by what the function gives for it, if not null.
pub fn collect_replacements(vm: &mut Vm, text: &Rc<Str>, function: &Rc<Closure>) -> Res<Rc<Str>> {
    replaced_by(vm, text, &[Value::Closure(function.clone())])
}

/// `collectReplacements(functions)`: the first function that does not give null decides.
pub fn collect_replacements_by(vm: &mut Vm, text: &Rc<Str>, functions: Items) -> Res<Rc<Str>> {
    let functions = vm.items(functions.0)?;
    replaced_by(vm, text, &functions)
}

fn replaced_by(vm: &mut Vm, text: &Rc<Str>, functions: &[Value]) -> Res<Rc<Str>> {
    let mut out = Gathered::with_capacity(vm, text.len())?;
    for unit in text.iter() {
        vm.tick()?;
        let mut made = Value::Null;
        for function in functions {
            made = vm.call_func(Func(function), &[Value::char(unit)])?;
            if !made.is_null() {
                break;
            }
        }
        match made {
            Value::Null => out.push(vm, unit)?,
            made => {
                let made = vm.to_str(&made)?;
                out.extend(vm, made.iter())?;
            }
        }
    }
    Ok(Str::from_units(&out))
}
