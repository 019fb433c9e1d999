//! `java.util.StringJoiner`.

use crate::heap::Gathered;
use crate::registry::{Class, class, constructor, method, native, unbound};
use crate::value::{HostType, Str, StrBuilder, Value};
use crate::{Res, Vm};
use std::cell::RefCell;
use std::rc::Rc;

/// Texts with something between, before and after them.
pub struct StringJoiner {
    separator: Rc<Str>,
    before: Rc<Str>,
    after: Rc<Str>,
    parts: RefCell<Gathered<Rc<Str>>>,
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
        &native(|vm: &mut Vm, j: &StringJoiner| text(vm, j).map(|t| super::elements::int_size(t.len()))),
    )
    .doc("The length of the whole."),
    method("merge(StringJoiner other): StringJoiner", &native(merge)).doc("Adds what another has joined, as one text."),
    method("setEmptyValue(CharSequence text): StringJoiner", &native(set_empty))
        .doc("The whole as long as nothing was added."),
    method("toString(): String", &native(text)).doc("The whole."),
]);

impl StringJoiner {
    fn joined(&self, vm: &mut Vm) -> Res<Rc<Str>> {
        let mut out = StrBuilder::new();
        for (index, part) in self.parts.borrow().iter().enumerate() {
            vm.tick()?;
            if index > 0 {
                out.push(&self.separator);
            }
            out.push(part);
            vm.settle()?;
        }
        Ok(out.finish())
    }
}

fn text(vm: &mut Vm, this: &StringJoiner) -> Res<Rc<Str>> {
    if this.parts.borrow().is_empty()
        && let Some(empty) = &*this.empty.borrow()
    {
        return Ok(empty.clone());
    }
    let joined = this.joined(vm)?;
    Ok(this.before.concat(&joined).concat(&this.after))
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
    if let Some(joiner) = this.as_host::<StringJoiner>() {
        joiner.parts.borrow_mut().push(vm, text)?;
    }
    Ok(this.clone())
}

fn merge(vm: &mut Vm, this: &Value, other: &StringJoiner) -> Res {
    let joined = other.joined(vm)?;
    if let Some(joiner) = this.as_host::<StringJoiner>()
        && !other.parts.borrow().is_empty()
    {
        joiner.parts.borrow_mut().push(vm, joined)?;
    }
    Ok(this.clone())
}

fn set_empty(this: &Value, text: &Rc<Str>) -> Value {
    if let Some(joiner) = this.as_host::<StringJoiner>() {
        joiner.empty.replace(Some(text.clone()));
    }
    this.clone()
}
