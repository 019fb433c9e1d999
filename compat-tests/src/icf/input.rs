//! What a case gives: typed values, attributes, filters, options.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rovy_interp::registry::ClassId;
use rovy_interp::value::{Array, Str, Value};
use rovy_interp::{Res, Vm};
use rovy_runtime::icf::attribute::Attribute;
use rovy_runtime::icf::filter::{Comparison, builder};
use rovy_runtime::icf::guarded::{GuardedByteArray, GuardedString, byte_array};
use rovy_runtime::icf::object_class::ObjectClass;
use rovy_runtime::icf::operation_options::{self as names, OperationOptionsBuilder, keys_of, name_array};
use rovy_runtime::icf::{attribute_builder, qualified_uid};
use rovy_runtime::rest::query_filter::{self as query, QueryFilter};
use serde_json::Value as Json;

/// A value as a case writes it.
pub fn value(vm: &mut Vm, json: &Json) -> Res {
    match json {
        Json::Null => Ok(Value::Null),
        Json::Bool(on) => Ok(Value::bool(*on)),
        Json::String(text) => Ok(Value::str(text)),
        Json::Number(number) => Ok(whole(&number.to_string())),
        Json::Array(items) => {
            let mut out = Vec::new();
            for item in items {
                out.push(value(vm, item)?);
            }
            Ok(Value::list(out))
        }
        Json::Object(map) => match map.get("@type").and_then(Json::as_str) {
            Some(kind) => typed(vm, kind, map.get("value").unwrap_or(&Json::Null)),
            None => {
                let out = rovy_interp::value::Map::empty();
                for (key, inner) in map {
                    let inner = value(vm, inner)?;
                    out.put_str(&Str::new(key), inner);
                }
                Ok(Value::Map(out))
            }
        },
    }
}

fn whole(text: &str) -> Value {
    match (text.parse::<i32>(), text.parse::<i64>()) {
        (Ok(int), _) => Value::int(int),
        (_, Ok(long)) => Value::Long(long),
        _ => Value::double(text.parse().unwrap_or_default()),
    }
}

fn typed(vm: &mut Vm, kind: &str, json: &Json) -> Res {
    let text = match json {
        Json::String(text) => text.clone(),
        other => other.to_string(),
    };
    let bytes = || STANDARD.decode(&text).unwrap_or_default();
    Ok(match kind {
        "long" => Value::Long(text.parse().unwrap_or_default()),
        "int" => Value::int(text.parse().unwrap_or_default()),
        "double" => Value::double(text.parse().unwrap_or_default()),
        "float" => Value::float(text.parse().unwrap_or_default()),
        "byte" => Value::byte(text.parse().unwrap_or_default()),
        "char" => Value::char(text.encode_utf16().next().unwrap_or_default()),
        "BigDecimal" => vm.construct(ClassId::BIG_DECIMAL, &[Value::str(&text)])?,
        "BigInteger" => vm.construct(ClassId::BIG_INTEGER, &[Value::str(&text)])?,
        "byte[]" => byte_array(&bytes()),
        "GuardedString" => Value::host(GuardedString::new(&text)),
        "GuardedByteArray" => Value::host(GuardedByteArray::new(bytes())),
        "String[]" => {
            let texts = json
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Json::as_str)
                .map(Value::str);
            Array::new(ClassId::STRING, texts.collect()).into()
        }
        other => return Err(vm.illegal_argument(format!("unknown @type {other}"))),
    })
}

/// An object class's name.
pub fn object_class(json: Option<&Json>) -> Value {
    json.and_then(Json::as_str).map_or(Value::Null, ObjectClass::value)
}

/// A uid: text, or value and revision.
pub fn uid(vm: &mut Vm, json: &Json) -> Res {
    let text = |key: &str| json.get(key).and_then(Json::as_str).map(Str::new);
    match json {
        Json::String(text) => Attribute::uid(vm, Some(&Str::new(text)), None),
        _ => Attribute::uid(vm, text("value").as_ref(), text("revision")),
    }
}

/// Attributes by name.
pub fn attributes(vm: &mut Vm, json: Option<&Json>) -> Res<Vec<Value>> {
    let mut out = Vec::new();
    for (name, json) in json.and_then(Json::as_object).into_iter().flatten() {
        out.push(attribute(vm, name, json)?);
    }
    Ok(out)
}

fn attribute(vm: &mut Vm, name: &str, json: &Json) -> Res {
    let items = match json {
        Json::Null => None,
        Json::Array(items) => {
            let mut out = Vec::new();
            for item in items {
                out.push(value(vm, item)?);
            }
            Some(out)
        }
        one => Some(vec![value(vm, one)?]),
    };
    attribute_builder::build(vm, Some(&Str::new(name)), items)
}

/// A filter: text as in REST calls, or a tree.
pub fn filter(vm: &mut Vm, json: Option<&Json>) -> Res {
    match json {
        None | Some(Json::Null) => Ok(Value::Null),
        Some(Json::String(text)) => match text.parse::<QueryFilter>() {
            Ok(parsed) => from_text(vm, &parsed),
            Err(error) => Err(vm.illegal_argument(error)),
        },
        Some(tree) => from_tree(vm, tree),
    }
}

fn from_tree(vm: &mut Vm, tree: &Json) -> Res {
    let Some((operator, operand)) = tree.as_object().and_then(|o| o.iter().next()) else {
        return Ok(Value::Null);
    };
    let part = |index: usize| operand.get(index).cloned().unwrap_or_default();
    let text = |index: usize| part(index).as_str().unwrap_or_default().to_string();
    match operator.as_str() {
        "and" | "or" => {
            let mut parts = Vec::new();
            for part in operand.as_array().into_iter().flatten() {
                parts.push(filter(vm, Some(part))?);
            }
            Ok(if operator == "and" {
                builder::and(parts)
            } else {
                builder::or(parts)
            })
        }
        "not" => {
            let inner = filter(vm, Some(operand))?;
            Ok(rovy_runtime::icf::filter::Filter::Not(inner).into())
        }
        "present" => builder::present(vm, operand.as_str().map(Str::new).as_ref()),
        "extended" => {
            let attribute = attribute(vm, &text(1), &part(2))?;
            builder::extended(vm, Some(&Str::new(&text(0))), &attribute)
        }
        _ => {
            let attribute = attribute(vm, &text(0), &part(1))?;
            leaf(vm, operator, &attribute)
        }
    }
}

fn leaf(vm: &mut Vm, operator: &str, attribute: &Value) -> Res {
    let comparison = match operator {
        "eq" => Comparison::Equals,
        "co" => Comparison::Contains,
        "sw" => Comparison::StartsWith,
        "ew" => Comparison::EndsWith,
        "gt" => Comparison::GreaterThan,
        "ge" => Comparison::GreaterThanOrEqual,
        "lt" => Comparison::LessThan,
        "le" => Comparison::LessThanOrEqual,
        "ca" => Comparison::ContainsAllValues,
        other => return builder::extended(vm, Some(&Str::new(other)), attribute),
    };
    builder::compare(vm, comparison, attribute)
}

fn from_text(vm: &mut Vm, filter: &QueryFilter) -> Res {
    let all = |vm: &mut Vm, parts: &[QueryFilter]| -> Res<Vec<Value>> {
        let mut out = Vec::new();
        for part in parts {
            out.push(from_text(vm, part)?);
        }
        Ok(out)
    };
    match filter {
        QueryFilter::Literal(_) => Ok(Value::Null),
        QueryFilter::And(parts) => all(vm, parts).map(builder::and),
        QueryFilter::Or(parts) => all(vm, parts).map(builder::or),
        QueryFilter::Not(inner) => {
            let inner = from_text(vm, inner)?;
            Ok(rovy_runtime::icf::filter::Filter::Not(inner).into())
        }
        QueryFilter::Present(pointer) => builder::present(vm, Some(&Str::new(&name(pointer)))),
        QueryFilter::Comparison(pointer, comparison, literal) => {
            let operator = match comparison {
                query::Comparison::Equal => "eq",
                query::Comparison::Greater => "gt",
                query::Comparison::GreaterOrEqual => "ge",
                query::Comparison::Less => "lt",
                query::Comparison::LessOrEqual => "le",
                query::Comparison::Contains => "co",
                query::Comparison::StartsWith => "sw",
            };
            compared(vm, operator, &name(pointer), literal)
        }
        QueryFilter::Extended(pointer, operator, literal) => compared(vm, operator, &name(pointer), literal),
    }
}

fn name(pointer: &query::Pointer) -> String {
    match pointer.first() {
        Some("_id") => "__UID__".into(),
        other => other.unwrap_or_default().into(),
    }
}

fn compared(vm: &mut Vm, operator: &str, name: &str, literal: &query::Literal) -> Res {
    let value = match literal {
        query::Literal::Text(text) => Value::str(text),
        query::Literal::Boolean(on) => Value::bool(*on),
        query::Literal::Long(long) => match i32::try_from(*long) {
            Ok(int) if int.unsigned_abs() < 1_000_000_000 => Value::int(int),
            _ => Value::Long(*long),
        },
        query::Literal::Double(double) => Value::double(*double),
    };
    let attribute = attribute_builder::build(vm, Some(&Str::new(name)), Some(vec![value]))?;
    leaf(vm, operator, &attribute)
}

/// Options: absent means empty ones, null means none at all.
pub fn options(vm: &mut Vm, step: &Json) -> Res {
    let builder = OperationOptionsBuilder::default();
    match step.get("options") {
        Some(Json::Null) => return Ok(Value::Null),
        None => {}
        Some(options) => {
            for (name, json) in options.as_object().into_iter().flatten() {
                let (name, value) = option(vm, name, json)?;
                builder.put(&name, value);
            }
        }
    }
    builder.build(vm).map(Value::host)
}

fn option(vm: &mut Vm, name: &str, json: &Json) -> Res<(String, Value)> {
    let texts = || json.as_array().into_iter().flatten().filter_map(Json::as_str);
    let (known, value) = match name {
        "attributesToGet" => (names::ATTRS_TO_GET, name_array(texts().map(Value::str).collect())),
        "pageSize" => (names::PAGE_SIZE, value(vm, json)?),
        "pagedResultsOffset" => (names::PAGED_RESULTS_OFFSET, value(vm, json)?),
        "pagedResultsCookie" => (names::PAGED_RESULTS_COOKIE, value(vm, json)?),
        "runAsUser" => (names::RUN_AS_USER, value(vm, json)?),
        "runWithPassword" => {
            let text = json.as_str().unwrap_or_default();
            (names::RUN_WITH_PASSWORD, Value::host(GuardedString::new(text)))
        }
        "scope" => (names::SCOPE, value(vm, json)?),
        "container" => {
            let class = object_class(json.get("objectClass"));
            let uid = uid(vm, json.get("uid").unwrap_or(&Json::Null))?;
            (names::CONTAINER, Value::host(qualified_uid::create(vm, &class, &uid)?))
        }
        "sortKeys" => {
            let key = |text: &str| match text.strip_prefix('-') {
                Some(field) => (field.to_string(), false),
                None => (text.trim_start_matches('+').to_string(), true),
            };
            (names::SORT_KEYS, keys_of(texts().map(key)))
        }
        other => return Ok((other.into(), value(vm, json)?)),
    };
    Ok((known.into(), value))
}

/// Times by the framework's interface (`SearchApiOp`) as a provisioner file names them (`SEARCH`).
pub fn timeouts(json: Option<&Json>) -> Json {
    let named = |(interface, millis): (&String, &Json)| {
        let operation = match interface.trim_end_matches("ApiOp") {
            "Authentication" => "AUTHENTICATE".to_owned(),
            "ScriptOnConnector" => "SCRIPT_ON_CONNECTOR".to_owned(),
            "ScriptOnResource" => "SCRIPT_ON_RESOURCE".to_owned(),
            other => other.to_uppercase(),
        };
        (operation, millis.clone())
    };
    json.and_then(Json::as_object)
        .map(|times| times.iter().map(named).collect())
        .unwrap_or_default()
}
