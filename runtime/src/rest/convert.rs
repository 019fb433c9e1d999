//! Converting the values of requests to the Java types of attributes, as IDM does before a connector sees them.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rovy_interp::number::BigInteger;
use rovy_interp::registry::ClassId;
use rovy_interp::value::{Array, Value};
use rovy_interp::{Res, Vm};

use super::json::decimal;
use crate::provisioner::NativeType;

/// The value as an instance of the type. What cannot be one throws an IllegalArgumentException such as
/// `java.lang.String to java.util.Map`.
pub fn convert(vm: &mut Vm, value: &Value, to: Option<NativeType>) -> Res<Value> {
    let Some(to) = to else {
        return Err(vm.illegal_argument("Target Class can not be null"));
    };
    if value.is_null() {
        return Ok(Value::Null);
    }
    match converted(vm, value, to.class())? {
        Some(value) => Ok(value),
        None => {
            let from = vm.class_name(value.class_id());
            let to = if to.class() == "[B" { "byte[]" } else { to.class() };
            Err(vm.illegal_argument(format!("{from} to {to}")))
        }
    }
}

fn converted(vm: &mut Vm, value: &Value, class: &str) -> Res<Option<Value>> {
    Ok(match class {
        "java.lang.Object" => Some(value.clone()),
        "java.lang.String" => Some(Value::from(vm.to_text(value)?)),
        "java.lang.Number" => is_number(value).then(|| value.clone()),
        "java.util.Map" => matches!(value, Value::Map(_)).then(|| value.clone()),
        "java.util.List" => matches!(value, Value::List(_)).then(|| value.clone()),
        "java.lang.Boolean" | "boolean" => truth(value),
        "java.lang.Integer" | "int" => integer(value),
        "java.lang.Long" | "long" => long(value),
        "java.lang.Double" | "double" => double(value),
        "java.lang.Float" | "float" => float(value),
        "java.lang.Byte" | "byte" => byte(value),
        "java.lang.Character" | "char" => text(value).and_then(|text| text.encode_utf16().next()).map(Value::char),
        "java.math.BigDecimal" => big_decimal(vm, value)?,
        "java.math.BigInteger" => big_integer(value),
        "[B" => text(value).and_then(|text| bytes(&text)),
        other => constructed(vm, value, other)?,
    })
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::Str(text) => Some(text.text().into_owned()),
        _ => None,
    }
}

fn parsed<T: std::str::FromStr>(value: &Value) -> Option<T> {
    text(value)?.parse().ok()
}

/// `Double.valueOf(text)`: blanks around it and a type suffix do not count.
fn floating<T: std::str::FromStr>(value: &Value) -> Option<T> {
    let text = text(value)?;
    let text = text.trim();
    text.strip_suffix(['d', 'D', 'f', 'F']).unwrap_or(text).parse().ok()
}

fn is_number(value: &Value) -> bool {
    matches!(
        value,
        Value::Int(_)
            | Value::Long(_)
            | Value::Double(_)
            | Value::Float(_)
            | Value::BigDecimal(_)
            | Value::BigInteger(_)
    )
}

fn truth(value: &Value) -> Option<Value> {
    match value {
        Value::Bool(_) => Some(value.clone()),
        Value::Int(int) if matches!(int.get(), 0 | 1) => Some(Value::bool(int.get() == 1)),
        Value::Str(text) => match text.text().to_ascii_lowercase().as_str() {
            "true" => Some(Value::bool(true)),
            "false" => Some(Value::bool(false)),
            _ => None,
        },
        _ => None,
    }
}

fn integer(value: &Value) -> Option<Value> {
    match value {
        Value::Int(_) => Some(value.clone()),
        // Java asks for the upper bound only; below the lower one the bits are cut.
        Value::Long(long) => (*long <= i64::from(i32::MAX)).then_some(Value::int(*long as i32)),
        Value::Float(float) => Some(Value::int(float.get() as i32)),
        Value::Bool(truth) => Some(Value::int(i32::from(truth.get() != 0))),
        other => parsed(other).map(Value::int),
    }
}

fn long(value: &Value) -> Option<Value> {
    match value {
        Value::Long(_) => Some(value.clone()),
        Value::Int(int) => Some(Value::Long(i64::from(int.get()))),
        other => parsed(other).map(Value::Long),
    }
}

fn double(value: &Value) -> Option<Value> {
    match value {
        Value::Double(_) => Some(value.clone()),
        Value::Int(int) => Some(Value::double(f64::from(int.get()))),
        other => floating(other).map(Value::double),
    }
}

fn float(value: &Value) -> Option<Value> {
    match value {
        Value::Float(_) => Some(value.clone()),
        Value::Double(double) => Some(Value::float(double.get() as f32)),
        Value::Int(int) => Some(Value::float(int.get() as f32)),
        other => floating(other).map(Value::float),
    }
}

fn byte(value: &Value) -> Option<Value> {
    match value {
        Value::Byte(_) => Some(value.clone()),
        Value::Int(int) => Some(Value::byte(int.get() as i8)),
        Value::Long(long) => Some(Value::byte(*long as i8)),
        Value::Double(double) => Some(Value::byte(double.get() as i32 as i8)),
        other => parsed(other).map(Value::byte),
    }
}

fn big_decimal(vm: &mut Vm, value: &Value) -> Res<Option<Value>> {
    Ok(match value {
        Value::BigDecimal(_) => Some(value.clone()),
        Value::Double(_) | Value::Int(_) | Value::Long(_) | Value::Str(_) => {
            decimal(&vm.to_text(value)?).map(Value::big_decimal)
        }
        _ => None,
    })
}

fn big_integer(value: &Value) -> Option<Value> {
    match value {
        Value::BigInteger(_) => Some(value.clone()),
        Value::Int(int) => Some(Value::big_integer(int.get())),
        Value::Long(long) => Some(Value::big_integer(*long)),
        other => parsed::<BigInteger>(other).map(Value::big_integer),
    }
}

fn bytes(text: &str) -> Option<Value> {
    let bytes = STANDARD.decode(text).ok()?;
    let items = bytes.iter().map(|byte| Value::byte(*byte as i8)).collect();
    Some(Value::Array(Array::new(ClassId::PRIMITIVE_BYTE, items)))
}

/// Types that are made from a text: `GuardedString`, `GuardedByteArray`, `Name`, `Uid`.
fn constructed(vm: &mut Vm, value: &Value, class: &str) -> Res<Option<Value>> {
    let Value::Str(text) = value else {
        return Ok(None);
    };
    let Some(id) = vm.class_by_name(class) else {
        return Ok(None);
    };
    let argument = match class.rsplit('.').next() {
        Some("GuardedString") => {
            let units = text.iter().map(Value::char).collect();
            Value::Array(Array::new(ClassId::PRIMITIVE_CHAR, units))
        }
        Some("GuardedByteArray") => {
            let bytes = text.text().bytes().map(|byte| Value::byte(byte as i8)).collect();
            Value::Array(Array::new(ClassId::PRIMITIVE_BYTE, bytes))
        }
        Some("Name" | "Uid") => value.clone(),
        _ => return Ok(None),
    };
    vm.construct(id, &[argument]).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rovy_interp::registry::Registry;
    use rovy_interp::vm::{HostServices, Limits};

    fn vm() -> Vm {
        let registry = Registry::new(rovy_interp::jdk::CLASSES);
        Vm::new(registry, HostServices::default(), Limits::default())
    }

    /// The class of the converted value and its text, or the exception's message.
    fn outcome(value: Value, to: &str) -> String {
        let mut vm = vm();
        let native = NativeType::named(to).expect(to);
        match convert(&mut vm, &value, Some(native)) {
            Ok(value) => {
                let text = vm.to_text(&value).unwrap_or_default();
                format!("{} {text}", vm.class_name(value.class_id()))
            }
            Err(thrown) => match vm.catch(thrown) {
                Ok(Value::Throwable(throwable)) => {
                    let message = throwable.message.borrow();
                    message.as_ref().map_or_else(String::new, ToString::to_string)
                }
                _ => "no exception".to_owned(),
            },
        }
    }

    #[test]
    fn conversions() {
        for (value, to, expected) in [
            (Value::str("x"), "string", "java.lang.String x"),
            (Value::Long(5), "string", "java.lang.String 5"),
            (Value::double(1.0), "string", "java.lang.String 1.0"),
            (Value::bool(true), "string", "java.lang.String true"),
            (Value::Long(5), "integer", "java.lang.Integer 5"),
            (Value::str("5"), "JAVA_TYPE_INT", "java.lang.Integer 5"),
            (Value::bool(true), "integer", "java.lang.Integer 1"),
            (Value::str("TRUE"), "boolean", "java.lang.Boolean true"),
            (Value::int(0), "boolean", "java.lang.Boolean false"),
            (Value::Long(5), "number", "java.lang.Long 5"),
            (Value::str("7"), "JAVA_TYPE_LONG", "java.lang.Long 7"),
            (Value::str(" 1.5d "), "JAVA_TYPE_DOUBLE", "java.lang.Double 1.5"),
            (Value::Long(5), "JAVA_TYPE_BIGDECIMAL", "java.math.BigDecimal 5"),
            (Value::str("1.50"), "JAVA_TYPE_BIGDECIMAL", "java.math.BigDecimal 1.50"),
            (Value::str("xyz"), "JAVA_TYPE_CHAR", "java.lang.Character x"),
            (Value::Long(5), "any", "java.lang.Long 5"),
        ] {
            assert_eq!(outcome(value, to), expected, "{to}");
        }
    }

    #[test]
    fn what_cannot_be_converted() {
        for (value, to, expected) in [
            (Value::str("x"), "object", "java.lang.String to java.util.Map"),
            (Value::str("x"), "array", "java.lang.String to java.util.List"),
            (Value::str("yes"), "boolean", "java.lang.String to java.lang.Boolean"),
            (Value::Long(1), "boolean", "java.lang.Long to java.lang.Boolean"),
            (Value::Long(1 << 40), "integer", "java.lang.Long to java.lang.Integer"),
            (Value::Long(5), "JAVA_TYPE_DOUBLE", "java.lang.Long to java.lang.Double"),
            (Value::str("x"), "JAVA_TYPE_PRIMITIVE_LONG", "java.lang.String to long"),
            (Value::str("?"), "JAVA_TYPE_BYTE_ARRAY", "java.lang.String to byte[]"),
            (Value::str("5"), "number", "java.lang.String to java.lang.Number"),
            (Value::str(""), "JAVA_TYPE_CHAR", "java.lang.String to char"),
        ] {
            assert_eq!(outcome(value, to), expected, "{to}");
        }
    }
}
