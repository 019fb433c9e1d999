//! The words inside `objectClass { … }` of a schema.

use super::attribute_info_delegate;
use crate::icf::attribute_info::{self, AttributeInfo};
use crate::icf::object_class_info::ObjectClassInfoBuilder;
use rovy_interp::jdk::groovy::lang::GROOVY_OBJECT;
use rovy_interp::registry::{Class, class, method, native};
use rovy_interp::value::{Closure, HostType, Str, Value};
use rovy_interp::{Res, Vm};
use std::cell::RefCell;
use std::rc::Rc;

/// An object class in the making.
#[derive(Default)]
pub struct ObjectClassDelegate {
    builder: Rc<ObjectClassInfoBuilder>,
    disabled: RefCell<Vec<Value>>,
}

impl HostType for ObjectClassDelegate {
    const NAME: &'static str = "org.forgerock.openicf.misc.scriptedcommon.ObjectClassDelegate";
    fn class() -> &'static Class {
        &CLASS
    }
}

/// `org.forgerock.openicf.misc.scriptedcommon.ObjectClassDelegate`.
pub static CLASS: Class = class(ObjectClassDelegate::NAME)
    .doc("The words of an object class.")
    .abstract_class()
    .implements(&[&GROOVY_OBJECT])
    .members(&[
        method(
            "type(String type): void",
            &native(|d: &ObjectClassDelegate, name: Option<&Rc<Str>>| d.builder.set_name(name.cloned())),
        )
        .doc("Its name; `__ACCOUNT__` without this word."),
        method(
            "container(): void",
            &native(|d: &ObjectClassDelegate| d.builder.set_container(true)),
        )
        .doc("Its objects contain others."),
        method(
            "attribute(String name): void",
            &native(|vm: &mut Vm, d: &ObjectClassDelegate, n: Option<&Rc<Str>>| add(vm, d, n, None, None)),
        )
        .doc("An attribute."),
        method(
            "attribute(String name, Class type): void",
            &native(|vm: &mut Vm, d: &ObjectClassDelegate, n: Option<&Rc<Str>>, t: &Value| {
                add(vm, d, n, Some(t), None)
            }),
        ),
        method(
            "attribute(String name, Class type, Set flags): void",
            &native(
                |vm: &mut Vm, d: &ObjectClassDelegate, n: Option<&Rc<Str>>, t: &Value, f: &Value| {
                    add(vm, d, n, Some(t), Some(f))
                },
            ),
        ),
        method(
            "attribute(AttributeInfo info): void",
            &native(|vm: &mut Vm, d: &ObjectClassDelegate, i: &AttributeInfo| d.builder.add(vm, i)),
        ),
        method("attributes(Closure words): void", &native(attributes)).doc("Attributes, each a word of its own."),
        method("disable(Class... operations): void", &native(disable))
            .doc("Operations that the class does not support."),
    ]);

/// The object class that the words describe, and the operations that they disable.
pub fn build(vm: &mut Vm, words: &Rc<Closure>, schema: &Value) -> Res<(Value, Vec<Value>)> {
    let delegate = Value::host(ObjectClassDelegate::default());
    super::run_inside(vm, words, &delegate, schema)?;
    match delegate.as_host::<ObjectClassDelegate>() {
        Some(d) => Ok((Value::host(d.builder.build(vm)?), d.disabled.borrow().clone())),
        None => Ok((Value::Null, Vec::new())),
    }
}

fn add(
    vm: &mut Vm,
    d: &ObjectClassDelegate,
    name: Option<&Rc<Str>>,
    java_type: Option<&Value>,
    flags: Option<&Value>,
) -> Res<()> {
    let info = attribute_info::build(vm, name, java_type, flags)?;
    d.builder.add(vm, &info)
}

fn attributes(vm: &mut Vm, d: &ObjectClassDelegate, words: &Rc<Closure>) -> Res<()> {
    attribute_info_delegate::define(vm, &d.builder, words)
}

fn disable(d: &ObjectClassDelegate, operations: &[Value]) {
    super::disable(&d.disabled, operations);
}
