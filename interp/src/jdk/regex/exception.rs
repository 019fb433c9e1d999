//! `java.util.regex.PatternSyntaxException`.

use crate::jdk::throwables;
use crate::registry::{Class, Kind, class, method, native, raw, slice};
use crate::value::{Str, Throwable, Value};
use crate::{Res, Thrown, Vm};
use std::rc::Rc;

/// `java.util.regex.PatternSyntaxException`.
pub static CLASS: Class = class("java.util.regex.PatternSyntaxException")
    .doc("A mistake in a regular expression.")
    .extends(&throwables::ILLEGAL_ARGUMENT_EXCEPTION)
    .members(&[
        raw(
            Kind::Constructor,
            "PatternSyntaxException(String description, String regex, int index)",
            &slice(create),
        ),
        method(
            "getDescription(): String",
            &native(|t: &Throwable| t.detail("description")),
        )
        .doc("What is wrong."),
        method("getIndex(): int", &native(|t: &Throwable| t.detail("index"))).doc("Where, or -1."),
        method("getPattern(): String", &native(|t: &Throwable| t.detail("pattern"))).doc("The pattern."),
    ]);

fn create(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    let text = |vm: &mut Vm, i: usize| match args.get(i) {
        Some(value) => vm.to_str(value),
        None => Ok(Str::new("null")),
    };
    let (description, pattern) = (text(vm, 0)?, text(vm, 1)?);
    let index = args
        .get(2)
        .and_then(crate::semantics::number::narrow_to_i32)
        .unwrap_or(-1);
    Ok(Value::Throwable(make(&description.text(), &pattern, index)))
}

fn make(description: &str, pattern: &Rc<Str>, index: i32) -> Rc<Throwable> {
    let mut message = description.to_string();
    if index >= 0 {
        message.push_str(&format!(" near index {index}"));
    }
    message.push('\n');
    message.push_str(&pattern.text());
    if let Ok(at) = usize::try_from(index)
        && at < pattern.len()
    {
        message.push('\n');
        message.extend(pattern.iter().take(at).map(|u| if u == 9 { '\t' } else { ' ' }));
        message.push('^');
    }
    let throwable = Throwable::new(CLASS.id(), Some(Str::new(&message)));
    throwable.set_detail("description", Value::str(description));
    throwable.set_detail("index", Value::int(index));
    throwable.set_detail("pattern", Value::Str(pattern.clone()));
    throwable
}

/// Throws it.
pub fn syntax_error(vm: &mut Vm, description: &str, pattern: &Rc<Str>, index: i32) -> Thrown {
    vm.throw_value(Value::Throwable(make(description, pattern, index)))
}
