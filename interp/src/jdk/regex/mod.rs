//! `java.util.regex`, and what `String` and the operators `=~` and `==~` make of it.
//!
//! [`syntax`] reads Java's patterns and writes them for the engine, [`engine`] compiles and runs them over UTF-16 texts,
//! [`search`] walks, replaces and splits; the classes are in [`pattern`], [`matcher`] and [`exception`].

pub mod engine;
pub mod exception;
pub mod matcher;
pub mod pattern;
pub mod search;
pub mod syntax;

pub use engine::{Groups, Mode, Regex};
pub use search::{Replacement, Search, replace, split as split_by};

use crate::registry::{Class, ClassId};
use crate::value::{Array, Str, Value};
use crate::{Res, Vm};
use matcher::Matcher;
use pattern::Pattern;
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::rc::Rc;

/// The classes of the package.
pub static CLASSES: &[&Class] = &[&pattern::CLASS, &matcher::CLASS, &matcher::RESULT, &exception::CLASS];

/// How many compiled patterns one interpreter keeps.
const CACHED: usize = 500;

/// A pattern's text and flags.
type Source = (Vec<u16>, i32);

/// The patterns that were compiled.
#[derive(Default)]
struct Cache(RefCell<FxHashMap<Source, Rc<Regex>>>);

/// Compiles a pattern, or finds it compiled.
pub fn compile(vm: &mut Vm, pattern: &Rc<Str>, flags: i32) -> Res<Rc<Regex>> {
    let cache = match vm.state::<Cache>() {
        Some(cache) => cache,
        None => {
            vm.set_state(Cache::default());
            vm.state::<Cache>().unwrap_or_default()
        }
    };
    let key = (pattern.to_units(), flags);
    if let Some(regex) = cache.0.borrow().get(&key) {
        return Ok(regex.clone());
    }
    vm.tick_many(pattern.len())?;
    let regex = match Regex::new(pattern, flags) {
        Ok(regex) => Rc::new(regex),
        Err(error) => return Err(exception::syntax_error(vm, &error.description, pattern, error.index)),
    };
    let mut patterns = cache.0.borrow_mut();
    if patterns.len() >= CACHED {
        patterns.clear();
    }
    patterns.insert(key, regex.clone());
    Ok(regex)
}

/// A `Pattern`, or text that is compiled as one.
pub fn given(vm: &mut Vm, pattern: &Value) -> Res<Rc<Regex>> {
    if let Some(Pattern(regex)) = pattern.as_host::<Pattern>() {
        return Ok(regex.clone());
    }
    if pattern.is_null() {
        return Err(vm.null_pointer("Cannot invoke \"String.length()\" because \"this.pattern\" is null"));
    }
    let text = vm.to_str(pattern)?;
    compile(vm, &text, 0)
}

/// `text.matches(regex)`.
pub fn matches(vm: &mut Vm, text: &Rc<Str>, pattern: &Rc<Str>) -> Res<bool> {
    let regex = compile(vm, pattern, 0)?;
    Search::new(regex, text).matches(vm)
}

/// `text.replaceAll(regex, replacement)`.
pub fn replace_all_in(vm: &mut Vm, text: &Rc<Str>, pattern: &Rc<Str>, replacement: &Rc<Str>) -> Res<Rc<Str>> {
    let regex = compile(vm, pattern, 0)?;
    replace(vm, text, &regex, Replacement::Template(replacement), usize::MAX)
}

/// `text.replaceFirst(regex, replacement)`.
pub fn replace_first_in(vm: &mut Vm, text: &Rc<Str>, pattern: &Rc<Str>, replacement: &Rc<Str>) -> Res<Rc<Str>> {
    let regex = compile(vm, pattern, 0)?;
    replace(vm, text, &regex, Replacement::Template(replacement), 1)
}

/// `text.split(regex, limit)`.
pub fn split(vm: &mut Vm, text: &Rc<Str>, pattern: &Rc<Str>, limit: i32) -> Res<Rc<Array>> {
    let regex = compile(vm, pattern, 0)?;
    Ok(Array::new(
        ClassId::STRING,
        split_by(vm, text, &regex, limit)?.into_vec(),
    ))
}

impl Vm {
    /// `a =~ b`: a matcher of pattern b over the text of a.
    pub fn find_operator(&mut self, a: &Value, b: &Value) -> Res {
        let (text, regex) = self.operands(a, b)?;
        Ok(Value::host(Matcher::new(regex, &text)))
    }

    /// `a ==~ b`: whether all of the text of a matches; null matches nothing.
    pub fn match_operator(&mut self, a: &Value, b: &Value) -> Res<bool> {
        if a.is_null() || b.is_null() {
            return Ok(false);
        }
        let (text, regex) = self.operands(a, b)?;
        Search::new(regex, &text).matches(self)
    }

    fn operands(&mut self, a: &Value, b: &Value) -> Res<(Rc<Str>, Rc<Regex>)> {
        let text = self.to_str(a)?;
        let regex = match b.as_host::<Pattern>() {
            Some(Pattern(regex)) => regex.clone(),
            None => {
                let pattern = self.to_str(b)?;
                compile(self, &pattern, 0)?
            }
        };
        Ok((text, regex))
    }
}
