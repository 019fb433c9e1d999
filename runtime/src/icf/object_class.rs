//! `ObjectClass`, the kind of an object on the resource, and `ObjectClassUtil`.

use super::{constants, names};
use rovy_interp::registry::{Class, class, constant, constructor, function, method, native, property, unbound};
use rovy_interp::value::{HostType, Str, Value};
use rovy_interp::{Res, Vm};
use std::rc::Rc;

/// The kind of an object. Names are compared ignoring case.
pub struct ObjectClass {
    /// `getObjectClassValue()`.
    pub value: Rc<Str>,
}

impl HostType for ObjectClass {
    const NAME: &'static str = "org.identityconnectors.framework.common.objects.ObjectClass";
    fn class() -> &'static Class {
        &CLASS
    }
}

impl ObjectClass {
    /// The object class of a name, as a value.
    pub fn value(name: &str) -> Value {
        match name {
            names::ACCOUNT => constants::once("ObjectClass.ACCOUNT", || ObjectClass::of(Str::new(name))),
            names::GROUP => constants::once("ObjectClass.GROUP", || ObjectClass::of(Str::new(name))),
            names::ALL => constants::once("ObjectClass.ALL", || ObjectClass::of(Str::new(name))),
            other => ObjectClass::of(Str::new(other)),
        }
    }

    /// A new object of a name.
    pub fn of(value: Rc<Str>) -> Value {
        Value::host(ObjectClass { value })
    }

    /// Whether it has this name.
    pub fn is(&self, name: &str) -> bool {
        names::same(&self.value, &Str::new(name))
    }
}

/// `org.identityconnectors.framework.common.objects.ObjectClass`.
pub static CLASS: Class = class(ObjectClass::NAME).members(&[
    constant("ACCOUNT_NAME: String", &unbound(|| names::ACCOUNT)),
    constant("GROUP_NAME: String", &unbound(|| names::GROUP)),
    constant("ALL_NAME: String", &unbound(|| names::ALL)),
    constant("ACCOUNT: ObjectClass", &unbound(|| ObjectClass::value(names::ACCOUNT)))
        .doc("A person or program that logs in."),
    constant("GROUP: ObjectClass", &unbound(|| ObjectClass::value(names::GROUP))).doc("A group of accounts."),
    constant("ALL: ObjectClass", &unbound(|| ObjectClass::value(names::ALL)))
        .doc("All kinds at once; for synchronisation only."),
    constructor("ObjectClass(String type)", &unbound(create)),
    method(
        "getObjectClassValue(): String",
        &native(|c: &ObjectClass| c.value.clone()),
    )
    .doc("The name."),
    method("getDisplayNameKey(): String", &native(display_name_key)),
    method("is(String name): boolean", &native(is)).doc("Whether it has this name, ignoring case."),
    method("equals(Object other): boolean", &native(equals)),
    property("type: String", &native(|c: &ObjectClass| c.value.clone()))
        .doc("The private field, which Groovy reads as well."),
    method("hashCode(): int", &native(|c: &ObjectClass| names::hash(&c.value))),
    method(
        "toString(): String",
        &native(|c: &ObjectClass| format!("ObjectClass: {}", c.value)),
    ),
]);

/// `org.identityconnectors.framework.common.objects.ObjectClassUtil`.
pub static UTIL: Class = class("org.identityconnectors.framework.common.objects.ObjectClassUtil").members(&[
    function("namesEqual(String a, String b): boolean", &unbound(names::same)),
    function(
        "isSpecialName(String name): boolean",
        &unbound(|name: &Str| names::is_special(&name.text())),
    ),
    function(
        "isSpecial(ObjectClass type): boolean",
        &unbound(|c: &ObjectClass| names::is_special(&c.value.text())),
    ),
    function(
        "createSpecialName(String name): String",
        &unbound(names::create_special),
    ),
]);

fn create(vm: &mut Vm, value: Option<&Rc<Str>>) -> Res<ObjectClass> {
    match value {
        Some(value) => Ok(ObjectClass { value: value.clone() }),
        None => Err(vm.illegal_argument("Type cannot be null.")),
    }
}

fn display_name_key(c: &ObjectClass) -> String {
    format!("MESSAGE_OBJECT_CLASS_{}", c.value.text().to_uppercase())
}

fn is(c: &ObjectClass, name: Option<&Str>) -> bool {
    name.is_some_and(|name| names::same(&c.value, name))
}

fn equals(c: &ObjectClass, other: &Value) -> bool {
    other
        .as_host::<ObjectClass>()
        .is_some_and(|o| names::same(&c.value, &o.value))
}
