//! `groovy.lang.GString`.

use super::{char_sequence, interfaces};
use crate::jdk::nio::charset::{self, Charset};
use crate::registry::{Class, ClassId, class, constant, method, native, unbound};
use crate::value::{Array, GString, Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// `groovy.lang.GString`.
pub static CLASS: Class = class("groovy.lang.GString")
    .doc("Text with values embedded in it.")
    .abstract_class()
    .implements(&[
        &interfaces::COMPARABLE,
        &char_sequence::CLASS,
        &interfaces::SERIALIZABLE,
    ])
    .members(&[
        constant(
            "EMPTY: GString",
            &unbound(|| Value::GString(GString::new(vec![Str::new("")], vec![]))),
        ),
        method(
            "getValues(): Object[]",
            &native(|g: &GString| Array::new(ClassId::OBJECT, g.values.to_vec())),
        )
        .doc("The embedded values."),
        method("getStrings(): String[]", &native(strings)).doc("The texts around the values."),
        method("getValueCount(): int", &native(|g: &GString| g.values.len() as i32))
            .doc("The number of embedded values."),
        method("getValue(int index): Object", &native(value)).doc("An embedded value."),
        method("plus(GString other): GString", &native(plus)).doc("Both texts with their values."),
        method("plus(String text): GString", &native(plus_text)).doc("The text with another behind it."),
        method(
            "negate(): java.util.regex.Pattern",
            &native(|vm: &mut Vm, this: &Value| vm.call_method(this, "bitwiseNegate", &[])),
        )
        .doc("The text as a pattern."),
        method("getBytes(): byte[]", &native(bytes)).doc("The text in UTF-8."),
        method("getBytes(String charset): byte[]", &native(get_bytes)).doc("The text in an encoding."),
        method("compareTo(Object other): int", &native(compare_to)).doc("Order by UTF-16 units of the texts."),
        method(
            "equals(Object other): boolean",
            &native(|vm: &mut Vm, a: &Value, b: &Value| vm.java_equals(a, b)),
        ),
        method(
            "hashCode(): int",
            &native(|vm: &mut Vm, g: &Value| vm.hash(g).map(|h| h as i32)),
        ),
        method(
            "toString(): String",
            &native(|vm: &mut Vm, g: &Value| -> Res<Rc<Str>> { vm.to_str(g) }),
        )
        .doc("The text."),
    ]);

/// `org.codehaus.groovy.runtime.GStringImpl`: what scripts see as the class of a GString.
pub static IMPL: Class = class("org.codehaus.groovy.runtime.GStringImpl")
    .doc("Text with values embedded in it.")
    .abstract_class()
    .extends(&CLASS);

fn strings(g: &GString) -> Rc<Array> {
    Array::new(ClassId::STRING, g.strings.iter().cloned().map(Value::Str).collect())
}

fn value(vm: &mut Vm, g: &GString, index: i32) -> Res {
    match usize::try_from(index).ok().and_then(|i| g.values.get(i)) {
        Some(value) => Ok(value.clone()),
        None => {
            let message = format!("Index {index} out of bounds for length {}", g.values.len());
            Err(vm.throw(&crate::jdk::throwables::ARRAY_INDEX_OUT_OF_BOUNDS_EXCEPTION, message))
        }
    }
}

fn plus(a: &GString, b: &GString) -> Rc<GString> {
    let mut strings = a.strings.to_vec();
    // The last text of one and the first of the other stand side by side.
    let between = strings.pop().unwrap_or_else(|| Str::new(""));
    let mut rest = b.strings.iter();
    strings.push(match rest.next() {
        Some(first) => between.concat(first),
        None => between,
    });
    strings.extend(rest.cloned());
    let values = a.values.iter().chain(b.values.iter()).cloned().collect();
    GString::new(strings, values)
}

fn plus_text(g: &GString, text: &Rc<Str>) -> Rc<GString> {
    plus(g, &GString::new(vec![text.clone()], vec![]))
}

fn bytes(vm: &mut Vm, this: &Value) -> Res<Rc<Array>> {
    Ok(charset::bytes_of(&*vm.to_str(this)?, Charset::Utf8))
}

fn get_bytes(vm: &mut Vm, this: &Value, charset: &Value) -> Res<Rc<Array>> {
    let text = vm.to_str(this)?;
    let charset = charset::of(vm, charset)?;
    Ok(charset::bytes_of(&text, charset))
}

fn compare_to(vm: &mut Vm, this: &Value, other: &Value) -> Res<i32> {
    let (text, other) = (vm.to_str(this)?, vm.to_str(other)?);
    Ok(super::string::case::compare(&text, &other))
}
