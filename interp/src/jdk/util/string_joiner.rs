//! `java.util.StringJoiner`.

use crate::registry::{Class, class, constructor, method, native, unbound};
use crate::value::{HostType, Str, Value};
use crate::{Res, Vm};
use std::cell::RefCell;
use std::rc::Rc;

/// Texts with something between, before and after them.
pub struct StringJoiner {
    separator: Rc<Str>,
    before: Rc<Str>,
    after: Rc<Str>,
    parts: RefCell<Vec<Rc<Str>>>,
    empty: RefCell<Option<Rc<Str>>>,
}

impl HostType for StringJoiner {
    const NAME: &'static str = "java.util.StringJoiner";
    fn class() -> &'static Class {
        &CLASS
    }
}

/// `java.util.StringJoiner`.
pub static CLASS: Class = class(StringJoiner::NAME).doc("Joins texts.").members(&[
    constructor(
        "StringJoiner(CharSequence separator)",
        &unbound(|s: &Rc<Str>| create(s, &Str::new(""), &Str::new(""))),
    ),
    constructor(
        "StringJoiner(CharSequence separator, CharSequence before, CharSequence after)",
        &unbound(create),
    ),
    method("add(CharSequence text): StringJoiner", &native(add)).doc("Adds a text; gives the joiner back."),
    method(
        "length(): int",
        &native(|j: &StringJoiner| super::elements::int_size(j.text().len())),
    )
    .doc("The length of the whole."),
    method("merge(StringJoiner other): StringJoiner", &native(merge)).doc("Adds what another has joined, as one text."),
    method("setEmptyValue(CharSequence text): StringJoiner", &native(set_empty))
        .doc("The whole as long as nothing was added."),
    method("toString(): String", &native(StringJoiner::text)).doc("The whole."),
]);

impl StringJoiner {
    fn joined(&self) -> Rc<Str> {
        let mut units: Vec<u16> = Vec::new();
        for (index, part) in self.parts.borrow().iter().enumerate() {
            if index > 0 {
                units.extend(self.separator.iter());
            }
            units.extend(part.iter());
        }
        Str::from_units(&units)
    }

    fn text(&self) -> Rc<Str> {
        if self.parts.borrow().is_empty()
            && let Some(empty) = &*self.empty.borrow()
        {
            return empty.clone();
        }
        self.before.concat(&self.joined()).concat(&self.after)
    }
}

fn create(separator: &Rc<Str>, before: &Rc<Str>, after: &Rc<Str>) -> StringJoiner {
    StringJoiner {
        separator: separator.clone(),
        before: before.clone(),
        after: after.clone(),
        parts: RefCell::default(),
        empty: RefCell::default(),
    }
}

fn add(vm: &mut Vm, this: &Value, text: &Value) -> Res {
    let text = vm.to_str(text)?;
    vm.reserve(2 * text.len())?;
    if let Some(joiner) = this.as_host::<StringJoiner>() {
        joiner.parts.borrow_mut().push(text);
    }
    Ok(this.clone())
}

fn merge(this: &Value, other: &StringJoiner) -> Value {
    let joined = other.joined();
    if let Some(joiner) = this.as_host::<StringJoiner>()
        && !other.parts.borrow().is_empty()
    {
        joiner.parts.borrow_mut().push(joined);
    }
    this.clone()
}

fn set_empty(this: &Value, text: &Rc<Str>) -> Value {
    if let Some(joiner) = this.as_host::<StringJoiner>() {
        joiner.empty.replace(Some(text.clone()));
    }
    this.clone()
}
