//! The maps and lists that the readers of JSON make: ordinary ones, under Groovy's internal class names.

use crate::jdk::util::{array_list, map};
use crate::registry::{Class, class, method, native};
use crate::value::{Map, Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// `org.apache.groovy.json.internal.LazyMap`: what the default reader makes of an object.
pub static LAZY_MAP: Class = class("org.apache.groovy.json.internal.LazyMap")
    .extends(&map::ABSTRACT_MAP)
    .implements(&[&map::CLASS])
    .members(&[method("toString(): String", &native(to_string)).doc("The entries in Java's form, {key=value}.")]);

/// `org.apache.groovy.json.internal.LazyValueMap`: what the lax reader makes of an object.
pub static LAZY_VALUE_MAP: Class = class("org.apache.groovy.json.internal.LazyValueMap")
    .extends(&map::ABSTRACT_MAP)
    .implements(&[&map::CLASS])
    .members(&[method("toString(): String", &native(to_string)).doc("The entries in Java's form, {key=value}.")]);

/// `org.apache.groovy.json.internal.ValueList`: what the lax reader makes of an array.
pub static VALUE_LIST: Class = class("org.apache.groovy.json.internal.ValueList").extends(&array_list::CLASS);

fn to_string(vm: &mut Vm, this: &Value) -> Res<Rc<Str>> {
    let text = java_text(vm, this)?;
    Ok(Str::new(&text))
}

/// `AbstractMap.toString()`, which unlike Groovy's own form writes braces.
fn java_map(vm: &mut Vm, map: &Map) -> Res<String> {
    let mut parts = Vec::new();
    for (key, value) in map.borrow().pairs() {
        let inside = matches!(&value, Value::Map(m) if std::ptr::eq(Rc::as_ptr(m), map));
        let key = java_text(vm, &key)?;
        let value = if inside {
            "(this Map)".to_owned()
        } else {
            java_text(vm, &value)?
        };
        parts.push(format!("{key}={value}"));
    }
    Ok(format!("{{{}}}", parts.join(", ")))
}

fn java_text(vm: &mut Vm, value: &Value) -> Res<String> {
    match value {
        Value::Map(map) => vm.nested(|vm| java_map(vm, map)),
        Value::List(list) => vm.nested(|vm| {
            let mut parts = Vec::new();
            for item in list.to_vec() {
                parts.push(java_text(vm, &item)?);
            }
            Ok(format!("[{}]", parts.join(", ")))
        }),
        other => vm.to_text(other),
    }
}
