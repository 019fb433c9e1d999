//! `java.lang.Record`: what Java and Groovy give every record. The methods of the components are the record's own.

use crate::jdk::throwables;
use crate::registry::{Class, class, method, native};
use crate::value::{Map, Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// `java.lang.Record`.
pub static CLASS: Class = class("java.lang.Record").abstract_class().members(&[
    method("equals(Object other): boolean", &native(equals)),
    method("hashCode(): int", &native(hash_code)),
    method("toString(): String", &native(to_string)),
    method("getAt(int index): Object", &native(get_at)).doc("A component by its place."),
    method(
        "toList(): List",
        &native(|vm: &mut Vm, this: &Value| components(vm, this).map(Value::list)),
    )
    .doc("The components in order."),
    method("toMap(): Map", &native(to_map)).doc("The components by name."),
    method(
        "size(): int",
        &native(|vm: &mut Vm, this: &Value| names(vm, this).len() as i32),
    )
    .doc("How many components it has."),
]);

/// The names of the components.
fn names(vm: &Vm, this: &Value) -> Vec<Rc<str>> {
    let Some(class) = vm.script_class(this.class_id()) else {
        return Vec::new();
    };
    let count = class.declaration().map_or(0, |d| d.components);
    class.fields.iter().take(count).map(|f| f.name.clone()).collect()
}

/// What the methods of the components give.
fn components(vm: &mut Vm, this: &Value) -> Res<Vec<Value>> {
    let names = names(vm, this);
    names.iter().map(|name| vm.call_method(this, name, &[])).collect()
}

/// What stands in the fields of the components, whatever their methods give.
fn fields(vm: &Vm, this: &Value) -> Vec<Value> {
    let Value::Object(object) = this else { return Vec::new() };
    (0..names(vm, this).len()).map(|slot| object.field(slot)).collect()
}

fn equals(vm: &mut Vm, this: &Value, other: &Value) -> Res<bool> {
    if this.class_id() != other.class_id() {
        return Ok(false);
    }
    for (a, b) in fields(vm, this).iter().zip(&fields(vm, other)) {
        if !vm.nested(|vm| vm.java_equals(a, b))? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn hash_code(vm: &mut Vm, this: &Value) -> Res<i32> {
    let mut hash = 0i32;
    for field in &fields(vm, this) {
        let own = vm.nested(|vm| vm.hash(field))? as i32;
        hash = hash.wrapping_mul(31).wrapping_add(own);
    }
    Ok(hash)
}

fn to_string(vm: &mut Vm, this: &Value) -> Res<Rc<Str>> {
    let simple = vm.script_class(this.class_id()).map(|c| c.simple_name());
    let mut parts = Vec::new();
    for (name, field) in names(vm, this).iter().zip(&fields(vm, this)) {
        let text = vm.nested(|vm| match field {
            Value::Null => Ok("null".into()),
            field => {
                let text = vm.call_method(field, "toString", &[])?;
                vm.to_text(&text)
            }
        })?;
        parts.push(format!("{name}={text}"));
    }
    let simple = simple.unwrap_or_else(|| "Record".into());
    Ok(Str::new(&format!("{simple}[{}]", parts.join(", "))))
}

fn get_at(vm: &mut Vm, this: &Value, index: i32) -> Res {
    let found = usize::try_from(index)
        .ok()
        .and_then(|i| names(vm, this).get(i).cloned());
    match found {
        Some(name) => vm.call_method(this, &name, &[]),
        None => Err(vm.throw(
            &throwables::ILLEGAL_ARGUMENT_EXCEPTION,
            format!("No record component with index: {index}"),
        )),
    }
}

fn to_map(vm: &mut Vm, this: &Value) -> Res {
    let (names, values) = (names(vm, this), components(vm, this)?);
    let pairs = names.iter().map(|name| &**name).zip(values);
    Ok(Value::Map(Map::from_pairs(pairs)))
}
