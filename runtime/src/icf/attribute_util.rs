//! `AttributeUtil`: reading attributes and sets of them.

use super::attribute::{Attribute, Kind};
use super::attribute_info::AttributeInfo;
use super::common::collection_util;
use super::connector_object::ConnectorObject;
use super::guarded::{GuardedByteArray, GuardedString};
use super::{names, read_only, values};
use rovy_interp::jdk::throwables;
use rovy_interp::registry::{Class, ClassId, Items, class, function, unbound};
use rovy_interp::value::{Array, HostType, Set, Str, Value};
use rovy_interp::{Res, Vm};
use std::rc::Rc;

/// `org.identityconnectors.framework.common.objects.AttributeUtil`.
pub static CLASS: Class = class("org.identityconnectors.framework.common.objects.AttributeUtil")
    .doc("Reads attributes.")
    .members(&[
        function("getSingleValue(Attribute attribute): Object", &unbound(single_value))
            .doc("The one value, null without; several are an error."),
        function(
            "getStringValue(Attribute attribute): String",
            &unbound(|vm: &mut Vm, a: &Attribute| typed(vm, a, |v| matches!(v, Value::Str(_)), "String")),
        ),
        function("getAsStringValue(Attribute attribute): String", &unbound(as_string)),
        function(
            "getIntegerValue(Attribute attribute): Integer",
            &unbound(|vm: &mut Vm, a: &Attribute| typed(vm, a, |v| matches!(v, Value::Int(_)), "Integer")),
        ),
        function(
            "getLongValue(Attribute attribute): Long",
            &unbound(|vm: &mut Vm, a: &Attribute| typed(vm, a, |v| matches!(v, Value::Long(_)), "Long")),
        ),
        function(
            "getBooleanValue(Attribute attribute): Boolean",
            &unbound(|vm: &mut Vm, a: &Attribute| typed(vm, a, |v| matches!(v, Value::Bool(_)), "Boolean")),
        ),
        function(
            "getDoubleValue(Attribute attribute): Double",
            &unbound(|vm: &mut Vm, a: &Attribute| typed(vm, a, |v| matches!(v, Value::Double(_)), "Double")),
        ),
        function(
            "getBigDecimalValue(Attribute attribute): BigDecimal",
            &unbound(|vm: &mut Vm, a: &Attribute| typed(vm, a, |v| matches!(v, Value::BigDecimal(_)), "BigDecimal")),
        ),
        function(
            "getFloatValue(Attribute attribute): Float",
            &unbound(|vm: &mut Vm, a: &Attribute| typed(vm, a, |v| matches!(v, Value::Float(_)), "Float")),
        ),
        function(
            "getBigIntegerValue(Attribute attribute): BigInteger",
            &unbound(|vm: &mut Vm, a: &Attribute| typed(vm, a, |v| matches!(v, Value::BigInteger(_)), "BigInteger")),
        ),
        function(
            "getByteValue(Attribute attribute): Byte",
            &unbound(|vm: &mut Vm, a: &Attribute| typed(vm, a, |v| matches!(v, Value::Byte(_)), "Byte")),
        ),
        function("getByteArrayValue(Attribute attribute): Byte[]", &unbound(byte_array)),
        function(
            "getCharacterValue(Attribute attribute): Character",
            &unbound(|vm: &mut Vm, a: &Attribute| typed(vm, a, |v| matches!(v, Value::Char(_)), "Character")),
        ),
        function(
            "getGuardedByteArrayValue(Attribute attribute): GuardedByteArray",
            &unbound(|vm: &mut Vm, a: &Attribute| typed(vm, a, is_host::<GuardedByteArray>, "GuardedByteArray")),
        ),
        function(
            "getMapValue(Attribute attribute): Map",
            &unbound(|vm: &mut Vm, a: &Attribute| typed(vm, a, |v| matches!(v, Value::Map(_)), "Map")),
        ),
        function(
            "getGuardedStringValue(Attribute attribute): GuardedString",
            &unbound(|vm: &mut Vm, a: &Attribute| typed(vm, a, is_host::<GuardedString>, "GuardedString")),
        ),
        function("getDateValue(Attribute attribute): Date", &unbound(date_value)),
        function("find(String name, Set attributes): Attribute", &unbound(find_in))
            .doc("The attribute of a name, ignoring case; null without."),
        function("toMap(Collection attributes): Map", &unbound(to_map)),
        function(
            "getUidAttribute(Set attributes): Uid",
            &unbound(|vm: &mut Vm, all: Items| find(vm, all.0, names::UID)),
        ),
        function(
            "getNameFromAttributes(Set attributes): Name",
            &unbound(|vm: &mut Vm, all: Items| find(vm, all.0, names::NAME)),
        ),
        function(
            "getBasicAttributes(Set attributes): Set",
            &unbound(|vm: &mut Vm, all: Items| filtered(vm, all, |a| !names::is_special(&a.name.text()))),
        ),
        function(
            "getSpecialAttributes(Set attributes): Set",
            &unbound(|vm: &mut Vm, all: Items| filtered(vm, all, |a| names::is_special(&a.name.text()))),
        ),
        function(
            "filterUid(Set attributes): Set",
            &unbound(|vm: &mut Vm, all: Items| filtered(vm, all, |a| a.kind != Kind::Uid)),
        ),
        function("addUid(Set attributes, Uid uid): Set", &unbound(add_uid)),
        function(
            "isSpecialName(String name): boolean",
            &unbound(|name: &Str| names::is_special(&name.text())),
        ),
        function(
            "isSpecial(Attribute attribute): boolean",
            &unbound(|a: &Attribute| names::is_special(&a.name.text())),
        ),
        function(
            "isSpecial(AttributeInfo info): boolean",
            &unbound(|i: &AttributeInfo| names::is_special(&i.name.text())),
        ),
        function(
            "createSpecialName(String name): String",
            &unbound(names::create_special),
        ),
        function("namesEqual(String a, String b): boolean", &unbound(names::same))
            .doc("Whether two names are the same, ignoring case."),
        function(
            "getPasswordValue(Set attributes): GuardedString",
            &unbound(|vm: &mut Vm, all: Items| single_in(vm, all, names::PASSWORD)),
        ),
        function(
            "getCurrentPasswordValue(Set attributes): GuardedString",
            &unbound(|vm: &mut Vm, all: Items| single_in(vm, all, names::CURRENT_PASSWORD)),
        ),
        function(
            "isLockedOut(ConnectorObject object): Boolean",
            &unbound(|vm: &mut Vm, o: &ConnectorObject| single_of(vm, o, "__LOCK_OUT__")),
        ),
        function(
            "isEnabled(ConnectorObject object): Boolean",
            &unbound(|vm: &mut Vm, o: &ConnectorObject| single_of(vm, o, "__ENABLE__")),
        ),
        function(
            "isPasswordExpired(ConnectorObject object): Boolean",
            &unbound(|vm: &mut Vm, o: &ConnectorObject| single_of(vm, o, "__PASSWORD_EXPIRED__")),
        ),
        function(
            "getPasswordExpirationDate(ConnectorObject object): Date",
            &unbound(|vm: &mut Vm, o: &ConnectorObject| date_of(vm, o, "__PASSWORD_EXPIRATION_DATE__")),
        ),
        function(
            "getPasswordExpired(Set attributes): Boolean",
            &unbound(|vm: &mut Vm, all: Items| single_in(vm, all, "__PASSWORD_EXPIRED__")),
        ),
        function("getEnableDate(Set attributes): Date", &unbound(enable_date)),
    ]);

/// The one value of an attribute: null for a null or empty list, an error for several.
pub fn single_value(vm: &mut Vm, a: &Attribute) -> Res {
    match a.items().as_deref() {
        None | Some([]) => Ok(Value::Null),
        Some([one]) => Ok(one.clone()),
        Some(_) => Err(vm.illegal_argument(format!("The {} attribute is not single value attribute.", a.name))),
    }
}

fn typed(vm: &mut Vm, a: &Attribute, right: fn(&Value) -> bool, wanted: &str) -> Res {
    let value = single_value(vm, a)?;
    if value.is_null() || right(&value) {
        return Ok(value);
    }
    let class = values::class_name(vm, &value);
    Err(vm.throw(
        &throwables::CLASS_CAST_EXCEPTION,
        format!("class {class} cannot be cast to {wanted}"),
    ))
}

/// The one value as text, null without.
pub fn as_string(vm: &mut Vm, a: &Attribute) -> Res<Option<Rc<Str>>> {
    let value = single_value(vm, a)?;
    if value.is_null() {
        return Ok(None);
    }
    let text = values::java_text(vm, &value)?;
    Ok(Some(Str::new(&text)))
}

fn is_host<T: HostType>(value: &Value) -> bool {
    value.as_host::<T>().is_some()
}

/// The one value, a `byte[]`, as a `Byte[]`.
fn byte_array(vm: &mut Vm, a: &Attribute) -> Res {
    match typed(vm, a, |v| matches!(v, Value::Array(_)), "Byte[]")? {
        Value::Array(bytes) => Ok(Array::new(ClassId::BYTE, bytes.to_vec()).into()),
        other => Ok(other),
    }
}

/// The one value, a Long, as a date.
pub fn date_value(vm: &mut Vm, a: &Attribute) -> Res {
    let time = typed(vm, a, |v| matches!(v, Value::Long(_)), "Long")?;
    if time.is_null() {
        return Ok(Value::Null);
    }
    match vm.class_by_name("java.util.Date") {
        Some(class) => vm.construct(class, &[time]),
        None => Err(vm.unsupported("java.util.Date")),
    }
}

/// The attribute of a name in a collection, ignoring case; null without.
pub fn find(vm: &mut Vm, attributes: &Value, name: &str) -> Res {
    let items = vm.items(attributes)?;
    let found = items
        .into_iter()
        .find(|v| v.as_host::<Attribute>().is_some_and(|a| a.is(name)));
    Ok(found.unwrap_or_default())
}

fn find_in(vm: &mut Vm, name: Option<&Str>, attributes: &Value) -> Res {
    match name {
        None => Err(vm.null_pointer("Parameter 'name' must not be null.")),
        Some(_) if attributes.is_null() => Ok(Value::Null),
        Some(name) => find(vm, attributes, &name.text()),
    }
}

/// The attributes by name: read-only, sorted, names ignoring case.
pub fn to_map(vm: &mut Vm, attributes: Items) -> Res {
    let mut pairs = Vec::new();
    for item in vm.items(attributes.0)? {
        match item.as_host::<Attribute>() {
            Some(attribute) => pairs.push((Value::Str(attribute.name.clone()), item)),
            None => return Err(vm.throw(&throwables::CLASS_CAST_EXCEPTION, "not an Attribute")),
        }
    }
    let map = collection_util::sorted_map(vm, pairs)?;
    match &map {
        Value::Map(map) => Ok(Value::Map(read_only::sorted_map(vm, map))),
        _ => Ok(map),
    }
}

fn filtered(vm: &mut Vm, attributes: Items, keep: fn(&Attribute) -> bool) -> Res<Rc<Set>> {
    let mut items = vm.items(attributes.0)?.into_vec();
    items.retain(|v| v.as_host::<Attribute>().is_some_and(keep));
    read_only::grown_set(vm, &items)
}

fn add_uid(vm: &mut Vm, attributes: &Value, uid: &Value) -> Res<Rc<Set>> {
    values::null_check(vm, attributes, "attrs")?;
    values::null_check(vm, uid, "uid")?;
    let mut items = vm.items(attributes)?.into_vec();
    items.push(uid.clone());
    read_only::hash_set(vm, &items)
}

fn enable_date(vm: &mut Vm, attributes: Items) -> Res {
    match find(vm, attributes.0, "__ENABLE_DATE__")?.as_host::<Attribute>() {
        Some(attribute) => date_value(vm, attribute),
        None => Ok(Value::Null),
    }
}

fn single_in(vm: &mut Vm, attributes: Items, name: &str) -> Res {
    match find(vm, attributes.0, name)?.as_host::<Attribute>() {
        Some(attribute) => single_value(vm, attribute),
        None => Ok(Value::Null),
    }
}

fn single_of(vm: &mut Vm, object: &ConnectorObject, name: &str) -> Res {
    match object.attribute(name) {
        Some(attribute) => single_value(vm, attribute),
        None => Ok(Value::Null),
    }
}

fn date_of(vm: &mut Vm, object: &ConnectorObject, name: &str) -> Res {
    match object.attribute(name) {
        Some(attribute) => date_value(vm, attribute),
        None => Ok(Value::Null),
    }
}
