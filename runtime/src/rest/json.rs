//! JSON and Groovy values: what the command line and requests give, and what answers show.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rovy_interp::number::{BigDecimal, BigInteger};
use rovy_interp::registry::ClassId;
use rovy_interp::value::{Array, Map, Value};
use rovy_interp::{Res, Vm};
use serde_json::{Number, Value as Json};

use crate::icf::attribute::Attribute;
use crate::icf::guarded::{GuardedByteArray, GuardedString};
use crate::icf::object_class::ObjectClass;
use crate::icf::qualified_uid::QualifiedUid;

/// The value that JSON stands for: whole numbers are Integer, else Long, else BigInteger; numbers with a fraction or an
/// exponent are BigDecimal.
pub fn to_value(json: &Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(truth) => Value::bool(*truth),
        Json::Number(number) => number_value(&number.to_string()),
        Json::String(text) => Value::str(text),
        Json::Array(elements) => Value::list(elements.iter().map(to_value).collect()),
        Json::Object(entries) => {
            let pairs = entries.iter().map(|(key, value)| (key.as_str(), to_value(value)));
            Value::Map(Map::from_pairs(pairs))
        }
    }
}

fn number_value(text: &str) -> Value {
    if text.contains(['.', 'e', 'E']) {
        return decimal(text).map_or(Value::Null, Value::big_decimal);
    }
    if let Ok(int) = text.parse::<i32>() {
        Value::int(int)
    } else if let Ok(long) = text.parse::<i64>() {
        Value::Long(long)
    } else {
        text.parse::<BigInteger>().map_or(Value::Null, Value::big_integer)
    }
}

/// `new BigDecimal(text)`: all digits are kept, those behind the point and the exponent make the scale.
pub(super) fn decimal(text: &str) -> Option<BigDecimal> {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
        None => (text, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if !fraction.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let unscaled = format!("{whole}{fraction}").parse().ok()?;
    let scale = i32::try_from(fraction.len()).ok()?.checked_sub(exponent)?;
    Some(BigDecimal { unscaled, scale })
}

/// How deep lists and maps may nest in an answer: printing JSON recurses, and no schema describes more.
const DEEPEST: usize = 256;

/// The JSON that shows a value: numbers with all their digits, bytes as Base64, what has no JSON form as text.
pub fn from_value(vm: &mut Vm, value: &Value) -> Res<Json> {
    shown(vm, value, DEEPEST)
}

fn shown(vm: &mut Vm, value: &Value, levels: usize) -> Res<Json> {
    Ok(match value {
        Value::Null => Json::Null,
        Value::Bool(truth) => Json::Bool(truth.get() != 0),
        Value::Str(text) => Json::String(text.text().into_owned()),
        Value::Int(_)
        | Value::Long(_)
        | Value::Byte(_)
        | Value::Short(_)
        | Value::Float(_)
        | Value::Double(_)
        | Value::BigInteger(_)
        | Value::BigDecimal(_) => {
            let text = vm.to_text(value)?;
            // What is no number in JSON (NaN, Infinity) is shown as text, as Jackson does.
            serde_json::from_str::<Number>(&text).map_or(Json::String(text), Json::Number)
        }
        Value::Array(array) if array.component == ClassId::PRIMITIVE_BYTE => {
            Json::String(STANDARD.encode(bytes(array)))
        }
        Value::List(_) | Value::Set(_) | Value::Range(_) | Value::Array(_) => {
            let inner = below(vm, levels)?;
            let items = vm.items(value)?;
            vm.tick_many(items.len())?;
            let elements = items.iter().map(|item| shown(vm, item, inner));
            Json::Array(elements.collect::<Res<_>>()?)
        }
        Value::Map(map) => {
            let inner = below(vm, levels)?;
            let pairs = map.borrow().pairs();
            vm.tick_many(pairs.len())?;
            let entry = |(key, value): &(Value, Value)| Ok((vm.to_text(key)?, shown(vm, value, inner)?));
            Json::Object(pairs.iter().map(entry).collect::<Res<_>>()?)
        }
        other => host(vm, other)?,
    })
}

/// Objects of ICF: secrets in clear text, a qualified Uid by its parts, everything else as text.
fn host(vm: &mut Vm, value: &Value) -> Res<Json> {
    if let Some(secret) = value.as_host::<GuardedString>() {
        Ok(Json::String(secret.clear_text()))
    } else if let Some(secret) = value.as_host::<GuardedByteArray>() {
        Ok(Json::String(
            String::from_utf8_lossy(&secret.clear_bytes()).into_owned(),
        ))
    } else if let Some(qualified) = value.as_host::<QualifiedUid>() {
        Ok(serde_json::json!({"_id": host(vm, &qualified.uid)?, "_type": host(vm, &qualified.object_class)?}))
    } else if let Some(text) = value.as_host::<Attribute>().and_then(Attribute::text) {
        Ok(Json::String(text.text().into_owned()))
    } else if let Some(class) = value.as_host::<ObjectClass>() {
        Ok(Json::String(class.value.text().into_owned()))
    } else {
        vm.to_text(value).map(Json::String)
    }
}

fn below(vm: &mut Vm, levels: usize) -> Res<usize> {
    match levels.checked_sub(1) {
        Some(levels) => Ok(levels),
        None => Err(vm.illegal_argument(format!(
            "Lists and maps nested more than {DEEPEST} deep have no JSON form"
        ))),
    }
}

fn bytes(array: &Array) -> Vec<u8> {
    let items = array.to_vec();
    items
        .iter()
        .map(|item| match item {
            Value::Byte(byte) => byte.get() as u8,
            _ => 0,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_take_the_smallest_type() {
        let class = |json: &str| {
            let json: Json = serde_json::from_str(json).expect("JSON");
            to_value(&json).class_id()
        };
        assert_eq!(class("2147483647"), ClassId::INTEGER);
        assert_eq!(class("2147483648"), ClassId::LONG);
        assert_eq!(class("9223372036854775808"), ClassId::BIG_INTEGER);
        assert_eq!(class("1.0"), ClassId::BIG_DECIMAL);
        assert_eq!(class("1e3"), ClassId::BIG_DECIMAL);
        assert_eq!(class("{\"a\": [true, null]}"), ClassId::LINKED_HASH_MAP);
    }

    #[test]
    fn decimals_keep_their_scale() {
        for (text, unscaled, scale) in [("1.50", 150, 2), ("-0.5", -5, 1), ("1e3", 1, -3), ("1.20E-3", 120, 5)] {
            let decimal = decimal(text).expect(text);
            assert_eq!((decimal.unscaled, decimal.scale), (unscaled.into(), scale), "{text}");
        }
        for text in ["1.-5", "", ".", "1e", "1e99999999999", "x"] {
            assert_eq!(decimal(text), None, "{text}");
        }
    }
}
