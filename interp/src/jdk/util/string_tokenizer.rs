//! `java.util.StringTokenizer`.

use super::elements::{int_size, no_such_element};
use crate::registry::{Class, class, constructor, method, native, unbound};
use crate::value::{HostType, Str};
use crate::{Res, Vm};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// A text that is being cut at delimiters.
pub struct StringTokenizer {
    text: Rc<Str>,
    delimiters: RefCell<Rc<Str>>,
    returns_delimiters: bool,
    next: Cell<usize>,
}

impl HostType for StringTokenizer {
    const NAME: &'static str = "java.util.StringTokenizer";
    fn class() -> &'static Class {
        &CLASS
    }
}

/// `java.util.StringTokenizer`.
pub static CLASS: Class = class(StringTokenizer::NAME)
    .doc("Cuts a text at delimiters.")
    .implements(&[&super::enumeration::CLASS])
    .members(&[
        constructor(
            "StringTokenizer(String text)",
            &unbound(|t: &Rc<Str>| create(t, &Str::new(" \t\n\r\u{c}"), false)),
        ),
        constructor(
            "StringTokenizer(String text, String delimiters)",
            &unbound(|t: &Rc<Str>, d: &Rc<Str>| create(t, d, false)),
        ),
        constructor(
            "StringTokenizer(String text, String delimiters, boolean returnDelimiters)",
            &unbound(create),
        ),
        method("countTokens(): int", &native(count)).doc("How many tokens are left."),
        method("hasMoreElements(): boolean", &native(has_more)).doc("Whether there is a next token."),
        method("hasMoreTokens(): boolean", &native(has_more)).doc("Whether there is a next token."),
        method("nextElement(): Object", &native(next)).doc("The next token."),
        method("nextToken(): String", &native(next)).doc("The next token."),
        method("nextToken(String delimiters): String", &native(next_by))
            .doc("The next token, by other delimiters from now on."),
    ]);

fn create(text: &Rc<Str>, delimiters: &Rc<Str>, returns_delimiters: bool) -> StringTokenizer {
    StringTokenizer {
        text: text.clone(),
        delimiters: RefCell::new(delimiters.clone()),
        returns_delimiters,
        next: Cell::new(0),
    }
}

impl StringTokenizer {
    fn is_delimiter(&self, index: usize) -> bool {
        let unit = self.text.unit(index);
        self.delimiters.borrow().iter().any(|d| Some(d) == unit)
    }

    /// Where the next token begins and ends, looked for from an index on.
    fn token(&self, from: usize) -> Option<(usize, usize)> {
        let len = self.text.len();
        let mut start = from;
        if !self.returns_delimiters {
            while start < len && self.is_delimiter(start) {
                start += 1;
            }
        }
        if start >= len {
            return None;
        }
        let mut end = start;
        while end < len && !self.is_delimiter(end) {
            end += 1;
        }
        // A delimiter that is asked for is a token of its own.
        Some((start, end.max(start + 1)))
    }
}

fn has_more(this: &StringTokenizer) -> bool {
    this.token(this.next.get()).is_some()
}

fn count(this: &StringTokenizer) -> i32 {
    let (mut count, mut at) = (0, this.next.get());
    while let Some((_, end)) = this.token(at) {
        count += 1;
        at = end;
    }
    int_size(count)
}

fn next(vm: &mut Vm, this: &StringTokenizer) -> Res<Rc<Str>> {
    let Some((start, end)) = this.token(this.next.get()) else {
        return Err(no_such_element(vm));
    };
    this.next.set(end);
    Ok(this.text.slice(start, end))
}

fn next_by(vm: &mut Vm, this: &StringTokenizer, delimiters: &Rc<Str>) -> Res<Rc<Str>> {
    this.delimiters.replace(delimiters.clone());
    next(vm, this)
}
