//! Values that attributes, tokens and options may hold: which types are supported, how they compare and print.

use super::guarded::{GuardedByteArray, GuardedString};
use rovy_interp::registry::ClassId;
use rovy_interp::value::{Str, Value};
use rovy_interp::{Res, Vm};

/// The class of a value as Java's messages print it: `java.lang.String`.
pub fn class_name(vm: &Vm, value: &Value) -> String {
    match value {
        Value::GString(_) => "org.codehaus.groovy.runtime.GStringImpl".into(),
        other => vm.class_name(other.class_id()).to_string(),
    }
}

/// Whether an attribute may hold the value itself, without looking into maps.
pub fn is_supported(value: &Value) -> bool {
    match value {
        Value::Null
        | Value::Str(_)
        | Value::Int(_)
        | Value::Long(_)
        | Value::Char(_)
        | Value::Double(_)
        | Value::Float(_)
        | Value::Bool(_)
        | Value::Byte(_)
        | Value::BigDecimal(_)
        | Value::BigInteger(_)
        | Value::Map(_) => true,
        Value::Array(a) => a.component == ClassId::PRIMITIVE_BYTE,
        other => other.as_host::<GuardedString>().is_some() || other.as_host::<GuardedByteArray>().is_some(),
    }
}

/// The plain types that attributes, options and configuration properties may all have.
pub const SIMPLE_TYPES: [ClassId; 13] = [
    ClassId::STRING,
    ClassId::PRIMITIVE_LONG,
    ClassId::LONG,
    ClassId::PRIMITIVE_CHAR,
    ClassId::CHARACTER,
    ClassId::PRIMITIVE_DOUBLE,
    ClassId::DOUBLE,
    ClassId::PRIMITIVE_FLOAT,
    ClassId::FLOAT,
    ClassId::PRIMITIVE_INT,
    ClassId::INTEGER,
    ClassId::PRIMITIVE_BOOLEAN,
    ClassId::BOOLEAN,
];

/// Whether an attribute's type may be this class.
pub fn is_supported_type(vm: &Vm, class: ClassId) -> bool {
    const TYPES: &[ClassId] = &[
        ClassId::PRIMITIVE_BYTE,
        ClassId::BYTE,
        ClassId::PRIMITIVE_BYTE.array(),
        ClassId::BIG_DECIMAL,
        ClassId::BIG_INTEGER,
        ClassId::MAP,
    ];
    SIMPLE_TYPES.contains(&class)
        || TYPES.contains(&class)
        || class == super::guarded::STRING.id()
        || class == super::guarded::BYTE_ARRAY.id()
        || vm.is_subclass(class, ClassId::MAP)
}

/// Throws unless an attribute's type may be this class.
pub fn check_type(vm: &mut Vm, class: ClassId) -> Res<()> {
    if is_supported_type(vm, class) {
        return Ok(());
    }
    let class = vm.to_text(&Value::class(class))?;
    Err(vm.illegal_argument(format!("Attribute type '{class}' is not supported.")))
}

/// Throws unless the value, and all that its maps hold, may stand in the attribute.
pub fn check(vm: &mut Vm, attribute: Option<&str>, value: &Value) -> Res<()> {
    if !is_supported(value) {
        let class = class_name(vm, value);
        let place = attribute.map(|a| format!("'{a}' ")).unwrap_or_default();
        return Err(vm.illegal_argument(format!("Attribute {place}type 'class {class}' is not supported.")));
    }
    if let Value::Map(map) = value {
        let entries = map.borrow().pairs();
        for (key, inner) in entries {
            let attribute = attribute.unwrap_or("null");
            if !matches!(key, Value::Str(_)) {
                let class = match &key {
                    Value::Null => "null".to_string(),
                    key => format!("class {}", class_name(vm, key)),
                };
                let message =
                    format!("Map Attribute '{attribute}' must have String key, type '{class}' is not supported.");
                return Err(vm.illegal_argument(message));
            }
            let path = format!("{attribute}/{}", vm.to_text(&key)?);
            vm.nested(|vm| check_inner(vm, &path, &inner))?;
        }
    }
    Ok(())
}

fn check_inner(vm: &mut Vm, path: &str, value: &Value) -> Res<()> {
    match value {
        Value::List(_) | Value::Set(_) | Value::Range(_) => {
            let path = format!("{path}[*]");
            for item in vm.items(value)? {
                vm.nested(|vm| check_inner(vm, &path, &item))?;
            }
            Ok(())
        }
        other => check(vm, Some(path), other),
    }
}

/// Whether two values are equal as `CollectionUtil.equals` sees them: Java's `equals`, arrays by their elements.
pub fn equal(vm: &mut Vm, a: &Value, b: &Value) -> Res<bool> {
    let (a_items, b_items) = match (a, b) {
        (Value::Array(a), Value::Array(b)) if a.component == b.component => (a.to_vec(), b.to_vec()),
        (Value::List(a), Value::List(b)) => (a.to_vec(), b.to_vec()),
        _ => return vm.java_equals(a, b),
    };
    if a_items.len() != b_items.len() {
        return Ok(false);
    }
    for (x, y) in a_items.iter().zip(&b_items) {
        if !vm.nested(|vm| equal(vm, x, y))? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// `String.valueOf(value)` as Java prints it: maps as `{k=1}`, nulls as `null`.
pub fn java_text(vm: &mut Vm, value: &Value) -> Res<String> {
    match value {
        Value::Null => Ok("null".into()),
        Value::Map(map) => {
            let mut parts = Vec::new();
            let entries = map.borrow().pairs();
            for (key, inner) in entries {
                let key = java_text(vm, &key)?;
                let inner = vm.nested(|vm| java_text(vm, &inner))?;
                parts.push(format!("{key}={inner}"));
            }
            Ok(format!("{{{}}}", parts.join(", ")))
        }
        Value::List(_) | Value::Set(_) => {
            let mut parts = Vec::new();
            for item in vm.items(value)? {
                parts.push(vm.nested(|vm| java_text(vm, &item))?);
            }
            Ok(format!("[{}]", parts.join(", ")))
        }
        Value::Array(array) => {
            let class = vm.class_name(array.class());
            Ok(format!("{class}@{:x}", value.identity() as u32))
        }
        other => vm.to_text(other),
    }
}

/// Throws NullPointerException `Parameter 'x' must not be null.`
pub fn null_check(vm: &mut Vm, value: &Value, parameter: &str) -> Res<()> {
    if value.is_null() {
        Err(vm.null_pointer(format!("Parameter '{parameter}' must not be null.")))
    } else {
        Ok(())
    }
}

/// Throws IllegalArgumentException `Parameter 'x' must not be blank.`
pub fn blank_check(vm: &mut Vm, text: Option<&Str>, parameter: &str) -> Res<()> {
    if text.is_none_or(super::names::is_blank) {
        Err(vm.illegal_argument(format!("Parameter '{parameter}' must not be blank.")))
    } else {
        Ok(())
    }
}
