//! What `{:?}` shows of a value: enough for a log line of the host, never a script's `toString()`, and never all of a large value.

use super::Value;
use std::fmt;

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Null => f.write_str("null"),
            Value::Bool(bool) => write!(f, "{}", bool.get() != 0),
            Value::Char(unit) => write!(
                f,
                "{:?}",
                char::from_u32(unit.get() as u32 & 0xFFFF).unwrap_or('\u{FFFD}')
            ),
            Value::Byte(number) | Value::Short(number) | Value::Int(number) => write!(f, "{}", number.get()),
            Value::Long(number) => write!(f, "{number}L"),
            Value::Float(number) => write!(f, "{:?}f", number.get()),
            Value::Double(number) => write!(f, "{:?}d", number.get()),
            Value::Str(text) => write!(f, "{:?}", text.text()),
            Value::List(list) => write!(f, "List of {}", list.len()),
            Value::Map(map) => write!(f, "Map of {}", map.len()),
            Value::Set(set) => write!(f, "Set of {}", set.len()),
            Value::Array(array) => write!(f, "Array of {}", array.len()),
            Value::Class(_) => f.write_str("Class"),
            Value::GString(_) => f.write_str("GString"),
            Value::BigInteger(number) => write!(f, "{}G", &***number),
            Value::BigDecimal(number) => write!(f, "{}", &***number),
            Value::Range(_) => f.write_str("Range"),
            Value::Closure(_) => f.write_str("Closure"),
            Value::Throwable(_) => f.write_str("Throwable"),
            Value::Object(_) => f.write_str("Object"),
            Value::Host(_) => f.write_str("Host"),
            Value::Cell(_) => f.write_str("Cell"),
        }
    }
}

impl Value {
    /// The number, if it is a Byte, Short, Integer or Long.
    pub fn as_i64(&self) -> Option<i64> {
        match self {
            Value::Byte(number) | Value::Short(number) | Value::Int(number) => Some(number.get().into()),
            Value::Long(number) => Some(*number),
            _ => None,
        }
    }

    /// The number, if it is a Float or Double.
    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Value::Float(number) => Some(number.get().into()),
            Value::Double(number) => Some(number.get()),
            _ => None,
        }
    }

    /// Whether it is true, if it is a Boolean.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Value::Bool(bool) => Some(bool.get() != 0),
            _ => None,
        }
    }
}
