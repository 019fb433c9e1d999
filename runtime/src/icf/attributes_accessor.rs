//! `AttributesAccessor`: a set of attributes, read by name and type.

use super::attribute::Attribute;
use super::{attribute_util, names, read_only, values};
use rovy_interp::jdk::throwables;
use rovy_interp::registry::{Class, Items, class, constructor, method, native, unbound};
use rovy_interp::value::{HostType, Set, Str, Value};
use rovy_interp::{Res, Thrown, Vm};
use std::rc::Rc;

/// Attributes to be read by name.
pub struct AttributesAccessor {
    attributes: Vec<Value>,
}

impl HostType for AttributesAccessor {
    const NAME: &'static str = "org.identityconnectors.framework.common.objects.AttributesAccessor";
    fn class() -> &'static Class {
        &CLASS
    }
}

impl AttributesAccessor {
    fn value(&self, name: &Str) -> Option<&Value> {
        self.attributes
            .iter()
            .find(|v| v.as_host::<Attribute>().is_some_and(|a| names::same(&a.name, name)))
    }

    fn attribute(&self, name: &Str) -> Option<&Attribute> {
        self.value(name).and_then(|v| v.as_host())
    }
}

/// `org.identityconnectors.framework.common.objects.AttributesAccessor`.
pub static CLASS: Class = class(AttributesAccessor::NAME)
    .doc("Reads a set of attributes by name, ignoring case.")
    .members(&[
        constructor("AttributesAccessor(Set attributes)", &unbound(create)),
        method(
            "find(String name): Attribute",
            &native(|a: &AttributesAccessor, name: &Str| a.value(name).cloned()),
        ),
        method(
            "getName(): Name",
            &native(|a: &AttributesAccessor| a.value(&Str::new(names::NAME)).cloned()),
        ),
        method(
            "getUid(): Uid",
            &native(|a: &AttributesAccessor| a.value(&Str::new(names::UID)).cloned()),
        ),
        method("getEnabled(boolean otherwise): boolean", &native(enabled)),
        method(
            "getPassword(): GuardedString",
            &native(|vm: &mut Vm, a: &AttributesAccessor| single(vm, a, &Str::new(names::PASSWORD))),
        ),
        method(
            "getCurrentPassword(): GuardedString",
            &native(|vm: &mut Vm, a: &AttributesAccessor| single(vm, a, &Str::new(names::CURRENT_PASSWORD))),
        ),
        method(
            "hasAttribute(String name): boolean",
            &native(|a: &AttributesAccessor, name: &Str| a.value(name).is_some()),
        ),
        method("listAttributeNames(): Set", &native(list_names)),
        method(
            "findList(String name): List",
            &native(|a: &AttributesAccessor, name: &Str| a.attribute(name).and_then(|a| a.values.clone())),
        ),
        method(
            "findString(String name): String",
            &native(|vm: &mut Vm, a: &AttributesAccessor, n: &Str| typed(vm, a, n, |v| matches!(v, Value::Str(_)))),
        ),
        method("findStringList(String name): List", &native(find_strings)),
        method(
            "findCharacter(String name): Character",
            &native(|vm: &mut Vm, a: &AttributesAccessor, n: &Str| typed(vm, a, n, |v| matches!(v, Value::Char(_)))),
        ),
        method(
            "findInteger(String name): Integer",
            &native(|vm: &mut Vm, a: &AttributesAccessor, n: &Str| typed(vm, a, n, |v| matches!(v, Value::Int(_)))),
        ),
        method(
            "findLong(String name): Long",
            &native(|vm: &mut Vm, a: &AttributesAccessor, n: &Str| typed(vm, a, n, |v| matches!(v, Value::Long(_)))),
        ),
        method("findDate(String name): Date", &native(find_date)),
        method(
            "findDouble(String name): Double",
            &native(|vm: &mut Vm, a: &AttributesAccessor, n: &Str| typed(vm, a, n, |v| matches!(v, Value::Double(_)))),
        ),
        method(
            "findFloat(String name): Float",
            &native(|vm: &mut Vm, a: &AttributesAccessor, n: &Str| typed(vm, a, n, |v| matches!(v, Value::Float(_)))),
        ),
        method(
            "findByte(String name): Byte",
            &native(|vm: &mut Vm, a: &AttributesAccessor, n: &Str| typed(vm, a, n, |v| matches!(v, Value::Byte(_)))),
        ),
        method(
            "findByteArray(String name): byte[]",
            &native(|vm: &mut Vm, a: &AttributesAccessor, n: &Str| typed(vm, a, n, |v| matches!(v, Value::Array(_)))),
        ),
        method(
            "findBoolean(String name): Boolean",
            &native(|vm: &mut Vm, a: &AttributesAccessor, n: &Str| typed(vm, a, n, |v| matches!(v, Value::Bool(_)))),
        ),
        method(
            "findBigDecimal(String name): BigDecimal",
            &native(|vm: &mut Vm, a: &AttributesAccessor, n: &Str| {
                typed(vm, a, n, |v| matches!(v, Value::BigDecimal(_)))
            }),
        ),
        method(
            "findBigInteger(String name): BigInteger",
            &native(|vm: &mut Vm, a: &AttributesAccessor, n: &Str| {
                typed(vm, a, n, |v| matches!(v, Value::BigInteger(_)))
            }),
        ),
        method(
            "findMap(String name): Map",
            &native(|vm: &mut Vm, a: &AttributesAccessor, n: &Str| typed(vm, a, n, |v| matches!(v, Value::Map(_)))),
        ),
        method(
            "findGuardedString(String name): GuardedString",
            &native(|vm: &mut Vm, a: &AttributesAccessor, n: &Str| typed(vm, a, n, |v| matches!(v, Value::Host(_)))),
        ),
        method(
            "findGuardedByteArray(String name): GuardedByteArray",
            &native(|vm: &mut Vm, a: &AttributesAccessor, n: &Str| typed(vm, a, n, |v| matches!(v, Value::Host(_)))),
        ),
    ]);

/// Of two attributes whose names differ in case, the later counts.
fn create(vm: &mut Vm, attributes: Items) -> Res<AttributesAccessor> {
    let mut attributes = vm.items(attributes.0)?.into_vec();
    attributes.reverse();
    Ok(AttributesAccessor { attributes })
}

fn single(vm: &mut Vm, accessor: &AttributesAccessor, name: &Str) -> Res {
    match accessor.attribute(name) {
        Some(attribute) => attribute_util::single_value(vm, attribute),
        None => Ok(Value::Null),
    }
}

fn typed(vm: &mut Vm, accessor: &AttributesAccessor, name: &Str, right: fn(&Value) -> bool) -> Res {
    let value = single(vm, accessor, name)?;
    if value.is_null() || right(&value) {
        return Ok(value);
    }
    Err(wrong_type(vm, &value))
}

fn wrong_type(vm: &mut Vm, value: &Value) -> Thrown {
    let class = values::class_name(vm, value);
    let message = format!("class {class} is not of the type asked for");
    vm.throw(&throwables::CLASS_CAST_EXCEPTION, message)
}

fn find_strings(vm: &mut Vm, accessor: &AttributesAccessor, name: &Str) -> Res<Option<Vec<Value>>> {
    let items = accessor.attribute(name).and_then(Attribute::items);
    let wrong = |v: &&Value| !matches!(v, Value::Str(_) | Value::Null);
    match items.iter().flatten().find(wrong) {
        Some(value) => Err(wrong_type(vm, value)),
        None => Ok(items),
    }
}

fn find_date(vm: &mut Vm, accessor: &AttributesAccessor, name: &Str) -> Res {
    match accessor.attribute(name) {
        Some(attribute) => attribute_util::date_value(vm, attribute),
        None => Ok(Value::Null),
    }
}

fn enabled(vm: &mut Vm, accessor: &AttributesAccessor, otherwise: bool) -> Res<bool> {
    match single(vm, accessor, &Str::new("__ENABLE__"))? {
        Value::Bool(b) => Ok(b.get() != 0),
        _ => Ok(otherwise),
    }
}

fn list_names(vm: &mut Vm, accessor: &AttributesAccessor) -> Res<Rc<Set>> {
    let mut names: Vec<Rc<Str>> = accessor
        .attributes
        .iter()
        .filter_map(|v| v.as_host::<Attribute>())
        .map(|a| a.name.clone())
        .collect();
    names.sort_by(|a, b| names::order(a, b));
    names.dedup_by(|a, b| names::same(a, b));
    let names: Vec<Value> = names.into_iter().map(Value::Str).collect();
    read_only::ordered_set(vm, &names)
}
