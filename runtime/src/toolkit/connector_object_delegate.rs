//! The words inside `handler { … }`, `ICF.co { … }` and `object { … }`: a connector object.

use super::attribute_delegate;
use crate::icf::attribute::Attribute;
use crate::icf::behaviour::Behaviour;
use crate::icf::connector_object::{self as objects, ConnectorObjectBuilder};
use crate::icf::object_class::ObjectClass;
use crate::icf::{attribute_builder, names, values};
use rovy_interp::jdk::groovy::lang::GROOVY_OBJECT;
use rovy_interp::jdk::throwables;
use rovy_interp::registry::{Class, class, method, native};
use rovy_interp::value::{Closure, Host, Str, Value};
use rovy_interp::{Res, Vm};
use std::rc::Rc;

/// `org.forgerock.openicf.misc.scriptedcommon.ConnectorObjectDelegate`: every method of the object builder, and the words.
pub static CLASS: Class = class("org.forgerock.openicf.misc.scriptedcommon.ConnectorObjectDelegate")
    .doc("The words of an object.")
    .extends(&objects::BUILDER)
    .abstract_class()
    .implements(&[&GROOVY_OBJECT])
    .members(&[
        method("getBuilder(): ConnectorObjectBuilder", &native(Value::clone)),
        method(
            "uid(String uid): void",
            &native(|vm: &mut Vm, b: &ConnectorObjectBuilder, uid: Option<&Rc<Str>>| set_uid(vm, b, uid, None)),
        )
        .doc("What the resource knows the object by."),
        method(
            "uid(Uid uid): void",
            &native(|b: &ConnectorObjectBuilder, uid: &Value| b.add(uid.clone())),
        ),
        method("uid(String uid, String revision): void", &native(set_uid)),
        method("id(String name): void", &native(set_name)).doc("What people know the object by."),
        method("objectClass(String type): void", &native(set_class_name)).doc("The kind of object."),
        method("objectClass(ObjectClass type): void", &native(set_class)),
        method("attribute(Closure words): void", &native(nested)),
        method("attribute(Attribute... attributes): void", &native(add_each)),
        method(
            "attribute(String name): void",
            &native(|vm: &mut Vm, this: &Value, name: Option<&Rc<Str>>| add(vm, this, name, &[])),
        )
        .doc("An attribute."),
        method(
            "attribute(String name, Collection values): void",
            &native(add_collection),
        ),
        method("attribute(String name, String... values): void", &native(add_texts)),
        method("attribute(String name, long... values): void", &native(add_longs)),
        method("attribute(String name, char... values): void", &native(add)),
        method("attribute(String name, double... values): void", &native(add)),
        method("attribute(String name, float... values): void", &native(add)),
        method("attribute(String name, int... values): void", &native(add_ints)),
        method("attribute(String name, boolean... values): void", &native(add)),
        method("attribute(String name, byte... values): void", &native(add)),
        method("attribute(String name, byte[]... values): void", &native(add)),
        method("attribute(String name, BigDecimal... values): void", &native(add)),
        method("attribute(String name, BigInteger... values): void", &native(add)),
        method("attribute(String name, GuardedString... values): void", &native(add)),
        method("attribute(String name, GuardedByteArray... values): void", &native(add)),
        method("attribute(String name, Map... values): void", &native(add)),
        method("attributes(Attribute... attributes): void", &native(add_each)),
        method("attributes(Collection attributes): void", &native(add_all)),
    ]);

/// `ICF.co(words)`: the object that the words describe. The newer product takes the uid where no id is given.
pub fn build(vm: &mut Vm, words: &Rc<Closure>) -> Res {
    let delegate = Value::Host(Host::of(&CLASS, ConnectorObjectBuilder::default()));
    super::run(vm, words, &delegate)?;
    let Some(builder) = delegate.as_host::<ConnectorObjectBuilder>() else {
        return Ok(Value::Null);
    };
    if Behaviour::of(vm) == Behaviour::Rcs
        && !builder.has(names::NAME)
        && let Some(uid) = builder.uid_value()
    {
        builder.add(Attribute::name(vm, Some(&uid)));
    }
    builder.build(vm).map(Value::host)
}

fn set_uid(vm: &mut Vm, b: &ConnectorObjectBuilder, uid: Option<&Rc<Str>>, revision: Option<&Rc<Str>>) -> Res<()> {
    let revision = revision.filter(|r| !names::is_blank(r)).cloned();
    b.add(Attribute::uid(vm, uid, revision)?);
    Ok(())
}

fn set_name(vm: &mut Vm, b: &ConnectorObjectBuilder, name: Option<&Rc<Str>>) {
    b.add(Attribute::name(vm, name));
}

fn set_class_name(vm: &mut Vm, b: &ConnectorObjectBuilder, name: Option<&Rc<Str>>) -> Res<()> {
    match name {
        Some(name) => b.set_object_class(vm, &ObjectClass::value(&name.text())),
        None => Err(vm.illegal_argument("Type cannot be null.")),
    }
}

fn set_class(vm: &mut Vm, b: &ConnectorObjectBuilder, object_class: &Value) -> Res<()> {
    b.set_object_class(vm, object_class)
}

fn nested(vm: &mut Vm, b: &ConnectorObjectBuilder, words: &Rc<Closure>) -> Res<()> {
    b.add(attribute_delegate::build(vm, words)?);
    Ok(())
}

/// An attribute of variable arguments; a lone null is a null value.
fn add(vm: &mut Vm, this: &Value, name: Option<&Rc<Str>>, items: &[Value]) -> Res<()> {
    objects::add_built(vm, this, name, attribute_builder::variable(items)).map(Value::done)
}

/// GStrings arrive here too and become Strings.
fn add_texts(vm: &mut Vm, this: &Value, name: Option<&Rc<Str>>, items: &[Value]) -> Res<()> {
    let mut texts = Vec::with_capacity(items.len());
    for item in items {
        texts.push(match item {
            Value::GString(_) => Value::Str(vm.to_str(item)?),
            other => other.clone(),
        });
    }
    add(vm, this, name, &texts)
}

/// Longs; a mixture with smaller numbers is ambiguous to Groovy, since `float...` and `double...` take it as well.
fn add_longs(vm: &mut Vm, this: &Value, name: Option<&Rc<Str>>, items: &[Value]) -> Res<()> {
    if items
        .iter()
        .any(|v| matches!(v, Value::Int(_) | Value::Short(_) | Value::Byte(_)))
    {
        let given: Vec<String> = items
            .iter()
            .map(|v| format!(", class {}", values::class_name(vm, v)))
            .collect();
        let message = format!(
            "Ambiguous method overloading for method {}#attribute.\nCannot resolve which method to invoke for \
             [class java.lang.String{}] due to overlapping prototypes between:\n\t[class java.lang.String, class [F]\
             \n\t[class java.lang.String, class [D]\n\t[class java.lang.String, class [J]",
            CLASS.name,
            given.concat()
        );
        return Err(vm.throw(&throwables::GROOVY_RUNTIME_EXCEPTION, message));
    }
    add(vm, this, name, items)
}

/// Shorts arrive here too and become Integers, as Java's `int...` makes them.
fn add_ints(vm: &mut Vm, this: &Value, name: Option<&Rc<Str>>, items: &[Value]) -> Res<()> {
    let widened = |v: &Value| {
        if let Value::Short(s) = v {
            Value::int(s.get())
        } else {
            v.clone()
        }
    };
    let items: Vec<Value> = items.iter().map(widened).collect();
    add(vm, this, name, &items)
}

fn add_collection(vm: &mut Vm, this: &Value, name: Option<&Rc<Str>>, items: &Value) -> Res<()> {
    objects::add_collection(vm, this, name, items).map(Value::done)
}

fn add_each(vm: &mut Vm, this: &Value, attributes: &[Value]) -> Res<()> {
    objects::add_each(vm, this, attributes).map(Value::done)
}

fn add_all(vm: &mut Vm, this: &Value, attributes: &Value) -> Res<()> {
    objects::add_all(vm, this, attributes).map(Value::done)
}
