//! `Attribute` and the two special ones below it, `Uid` and `Name`: one Rust type behind three classes.

use super::guarded::GuardedString;
use super::{names, read_only, values};
use rovy_interp::registry::{Class, class, constant, constructor, method, native, unbound};
use rovy_interp::value::{Host, HostType, List, Str, Value};
use rovy_interp::{Res, Vm};
use std::rc::Rc;

/// Which of the three classes an attribute is of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// `Attribute` itself.
    Plain,
    /// `Uid`.
    Uid,
    /// `Name`.
    Name,
}

/// A name with its values.
pub struct Attribute {
    /// The class.
    pub kind: Kind,
    /// `getName()`.
    pub name: Rc<Str>,
    /// `getValue()`: read-only, none for null.
    pub values: Option<Rc<List>>,
    /// A Uid's revision.
    pub revision: Option<Rc<Str>>,
}

impl HostType for Attribute {
    const NAME: &'static str = "org.identityconnectors.framework.common.objects.Attribute";
    fn class() -> &'static Class {
        &CLASS
    }
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        if let Some(list) = &self.values {
            visit(&Value::List(list.clone()));
        }
    }
}

impl From<Attribute> for Value {
    fn from(attribute: Attribute) -> Value {
        let class = match attribute.kind {
            Kind::Plain => &CLASS,
            Kind::Uid => &UID,
            Kind::Name => &NAME,
        };
        Value::Host(Host::of(class, attribute))
    }
}

impl Attribute {
    /// `new Attribute(name, values)`: checks the name, and that a password is guarded.
    pub fn create(vm: &mut Vm, name: &Rc<Str>, items: Option<Vec<Value>>) -> Res<Attribute> {
        if names::is_blank(name) {
            return Err(vm.illegal_argument("Name must not be blank!"));
        }
        if **name == *names::PASSWORD || **name == *names::CURRENT_PASSWORD {
            match items.as_deref() {
                Some([one]) if one.as_host::<GuardedString>().is_some() => {}
                Some([_]) => return Err(vm.illegal_argument("Password value must be an instance of GuardedString")),
                _ => return Err(vm.illegal_argument("Must be a single value.")),
            }
        }
        Ok(Attribute {
            kind: Kind::Plain,
            name: name.clone(),
            values: items.map(|items| read_only::list(vm, items)),
            revision: None,
        })
    }

    /// `new Uid(value, revision)`.
    pub fn uid(vm: &mut Vm, value: Option<&Rc<Str>>, revision: Option<Rc<Str>>) -> Res {
        match value {
            Some(value) if !names::is_blank(value) => Ok(Attribute {
                kind: Kind::Uid,
                name: Str::new(names::UID),
                values: Some(read_only::list(vm, vec![Value::Str(value.clone())])),
                revision,
            }
            .into()),
            _ => Err(vm.illegal_argument("Uid value must not be blank!")),
        }
    }

    /// `new Name(value)`.
    pub fn name(vm: &Vm, value: Option<&Rc<Str>>) -> Value {
        let value = value.cloned().map_or(Value::Null, Value::Str);
        Attribute {
            kind: Kind::Name,
            name: Str::new(names::NAME),
            values: Some(read_only::list(vm, vec![value])),
            revision: None,
        }
        .into()
    }

    /// A copy of the values; none for null.
    pub fn items(&self) -> Option<Vec<Value>> {
        self.values.as_ref().map(|list| list.to_vec())
    }

    /// The only or first value, null without.
    pub fn first(&self) -> Value {
        self.values.as_ref().and_then(|list| list.get(0)).unwrap_or_default()
    }

    /// The text of a Uid or Name.
    pub fn text(&self) -> Option<Rc<Str>> {
        match self.first() {
            Value::Str(text) => Some(text),
            _ => None,
        }
    }

    /// Whether it has this name, ignoring case.
    pub fn is(&self, name: &str) -> bool {
        names::same(&self.name, &Str::new(name))
    }
}

/// `org.identityconnectors.framework.common.objects.Attribute`.
pub static CLASS: Class = class(Attribute::NAME).doc("A name with its values.").members(&[
    constructor("Attribute(String name, List value)", &unbound(create)),
    method("getName(): String", &native(|a: &Attribute| a.name.clone())),
    method("getValue(): List", &native(|a: &Attribute| a.values.clone()))
        .doc("The values, read-only; null is not empty."),
    method("is(String name): boolean", &native(is)).doc("Whether it has this name, ignoring case."),
    method("equals(Object other): boolean", &native(equals)),
    method("hashCode(): int", &native(|a: &Attribute| names::hash(&a.name))),
    method("toString(): String", &native(text)),
]);

/// `org.identityconnectors.framework.common.objects.Uid`.
pub static UID: Class = class("org.identityconnectors.framework.common.objects.Uid")
    .doc("What the resource knows an object by.")
    .extends(&CLASS)
    .members(&[
        constant("NAME: String", &unbound(|| names::UID)),
        constructor(
            "Uid(String value)",
            &unbound(|vm: &mut Vm, value: Option<&Rc<Str>>| Attribute::uid(vm, value, None)),
        ),
        constructor("Uid(String value, String revision)", &unbound(create_uid)),
        method("getUidValue(): String", &native(Attribute::text)),
        method("getRevision(): String", &native(|a: &Attribute| a.revision.clone())),
    ]);

/// `org.identityconnectors.framework.common.objects.Name`.
pub static NAME: Class = class("org.identityconnectors.framework.common.objects.Name")
    .doc("What people know an object by.")
    .extends(&CLASS)
    .members(&[
        constant("NAME: String", &unbound(|| names::NAME)),
        constant("INFO: AttributeInfo", &unbound(super::attribute_info::name_info)),
        constructor(
            "Name(String value)",
            &unbound(|vm: &mut Vm, value: Option<&Rc<Str>>| Attribute::name(vm, value)),
        ),
        method("getNameValue(): String", &native(Attribute::text)),
    ]);

fn create(vm: &mut Vm, name: Option<&Rc<Str>>, value: Option<&List>) -> Res<Attribute> {
    let blank = Str::new("");
    Attribute::create(vm, name.unwrap_or(&blank), value.map(|list| list.to_vec()))
}

fn create_uid(vm: &mut Vm, value: Option<&Rc<Str>>, revision: Option<&Rc<Str>>) -> Res {
    match revision {
        Some(revision) if !names::is_blank(revision) => Attribute::uid(vm, value, Some(revision.clone())),
        _ => Err(vm.illegal_argument("Revision value must not be blank!")),
    }
}

fn is(a: &Attribute, name: Option<&Str>) -> bool {
    name.is_some_and(|name| names::same(&a.name, name))
}

fn equals(vm: &mut Vm, a: &Attribute, other: &Value) -> Res<bool> {
    let Some(b) = other.as_host::<Attribute>() else {
        return Ok(false);
    };
    same(vm, a, b)
}

/// Whether two attributes are equal: class, name ignoring case, values in order.
pub fn same(vm: &mut Vm, a: &Attribute, b: &Attribute) -> Res<bool> {
    if a.kind != b.kind || !names::same(&a.name, &b.name) {
        return Ok(false);
    }
    match (&a.values, &b.values) {
        (Some(x), Some(y)) => values::equal(vm, &Value::List(x.clone()), &Value::List(y.clone())),
        (None, None) => Ok(true),
        _ => Ok(false),
    }
}

fn text(vm: &mut Vm, a: &Attribute) -> Res<String> {
    let value = values::java_text(vm, &a.values.clone().map_or(Value::Null, Value::List))?;
    Ok(format!("Attribute: {{Name={}, Value={value}}}", a.name))
}
