//! What operations gave, as `expected.json` writes it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rovy_interp::Vm;
use rovy_interp::value::Value;
use rovy_runtime::connector::ConnectorError;
use rovy_runtime::icf::attribute::{Attribute, Kind};
use rovy_runtime::icf::connector_object::ConnectorObject;
use rovy_runtime::icf::guarded::{GuardedByteArray, GuardedString};
use rovy_runtime::icf::names;
use rovy_runtime::icf::object_class::ObjectClass;
use rovy_runtime::icf::schema::{ByOperation, Schema};
use rovy_runtime::icf::search_result::SearchResult;
use rovy_runtime::icf::sync::{SyncDelta, SyncToken};
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeMap;

fn typed(kind: &str, value: impl Into<Json>) -> Json {
    json!({"@type": kind, "value": value.into()})
}

/// Any value.
pub fn value(vm: &mut Vm, v: &Value) -> Json {
    let text = |vm: &mut Vm| match vm.to_text(v) {
        Ok(text) => text,
        Err(thrown) => format!("{:?}", ConnectorError::take(vm, thrown)),
    };
    match v {
        Value::Null => Json::Null,
        Value::Str(s) => s.text().into_owned().into(),
        Value::Bool(b) => (b.get() != 0).into(),
        Value::Int(i) => i.get().into(),
        Value::Long(_) => typed("long", text(vm)),
        Value::Double(_) => typed("double", text(vm)),
        Value::Float(_) => typed("float", text(vm)),
        Value::Short(_) => typed("short", text(vm)),
        Value::Byte(_) => typed("byte", text(vm)),
        Value::Char(_) => typed("char", text(vm)),
        Value::BigDecimal(_) => typed("BigDecimal", text(vm)),
        Value::BigInteger(_) => typed("BigInteger", text(vm)),
        Value::Map(map) => {
            let pairs = map.borrow().pairs();
            let mut out = Map::new();
            for (key, inner) in pairs {
                let key = vm.to_text(&key).unwrap_or_default();
                let inner = value(vm, &inner);
                out.insert(key, inner);
            }
            Json::Object(out)
        }
        Value::List(_) | Value::Set(_) | Value::Range(_) => Json::Array(items(vm, v)),
        Value::Array(array) => {
            let bytes = array.to_vec();
            let byte = |v: &Value| {
                if let Value::Byte(b) = v {
                    Some(b.get() as u8)
                } else {
                    None
                }
            };
            if let Some(bytes) = bytes
                .iter()
                .map(byte)
                .collect::<Option<Vec<u8>>>()
                .filter(|b| !b.is_empty())
            {
                return typed("byte[]", STANDARD.encode(bytes));
            }
            let class = vm.class_name(array.component);
            let simple = class.rsplit('.').next().unwrap_or(&class).to_string();
            typed(&format!("{simple}[]"), items(vm, v))
        }
        other => object_like(vm, other),
    }
}

fn items(vm: &mut Vm, v: &Value) -> Vec<Json> {
    let items = vm.items(v).unwrap_or_default();
    items.iter().map(|i| value(vm, i)).collect()
}

fn object_like(vm: &mut Vm, v: &Value) -> Json {
    if let Some(g) = v.as_host::<GuardedString>() {
        return typed("GuardedString", g.clear_text());
    }
    if let Some(g) = v.as_host::<GuardedByteArray>() {
        return typed("GuardedByteArray", STANDARD.encode(g.clear_bytes()));
    }
    if v.as_host::<Attribute>().is_some_and(|a| a.kind == Kind::Uid) {
        return typed("Uid", uid(v));
    }
    if let Some(token) = v.as_host::<SyncToken>() {
        let inner = value(vm, &token.value);
        return typed("SyncToken", inner);
    }
    if let Some(class) = v.as_host::<ObjectClass>() {
        return typed("ObjectClass", class.value.to_string());
    }
    let class = vm.class_name(v.class_id()).to_string();
    let text = vm.to_text(v).unwrap_or_default();
    typed(&class, text)
}

/// A uid.
pub fn uid(v: &Value) -> Json {
    let Some(attribute) = v.as_host::<Attribute>() else {
        return Json::Null;
    };
    let mut out = Map::new();
    out.insert("value".into(), attribute.text().map(|t| t.to_string()).into());
    if let Some(revision) = &attribute.revision {
        out.insert("revision".into(), revision.to_string().into());
    }
    Json::Object(out)
}

/// A connector object.
pub fn object(vm: &mut Vm, v: &Value) -> Json {
    let Some(object) = v.as_host::<ConnectorObject>() else {
        return Json::Null;
    };
    let mut out = Map::new();
    out.insert("uid".into(), object.uid_value().map(|t| t.to_string()).into());
    if let Some(revision) = object.revision() {
        out.insert("revision".into(), revision.to_string().into());
    }
    out.insert("name".into(), object.name_value().map(|t| t.to_string()).into());
    out.insert("objectClass".into(), object.class_name().to_string().into());
    let mut attributes = BTreeMap::new();
    for attribute in object.iter().filter(|a| !a.is(names::UID) && !a.is(names::NAME)) {
        let list = attribute.values.clone().map_or(Value::Null, Value::List);
        attributes.insert(attribute.name.to_string(), value(vm, &list));
    }
    out.insert("attributes".into(), Json::Object(attributes.into_iter().collect()));
    Json::Object(out)
}

/// A change.
pub fn delta(vm: &mut Vm, v: &Value) -> Json {
    let Some(delta) = v.as_host::<SyncDelta>() else {
        return Json::Null;
    };
    let token = delta
        .token
        .as_host::<SyncToken>()
        .map(|t| t.value.clone())
        .unwrap_or_default();
    let mut out = Map::new();
    out.insert("token".into(), value(vm, &token));
    out.insert("deltaType".into(), delta.type_name().into());
    out.insert("uid".into(), uid(&delta.uid));
    if !delta.previous_uid.is_null() {
        out.insert("previousUid".into(), uid(&delta.previous_uid));
    }
    let class = delta.object_class.as_host::<ObjectClass>().map(|c| c.value.to_string());
    out.insert("objectClass".into(), class.into());
    out.insert("object".into(), object(vm, &delta.object));
    Json::Object(out)
}

/// A search's result.
pub fn search_result(v: &Value) -> Json {
    v.as_host::<SearchResult>().map_or(Json::Null, |r| {
        json!({
            "pagedResultsCookie": r.cookie.as_ref().map(|c| c.to_string()),
            "totalPagedResultsPolicy": r.policy_name(),
            "totalPagedResults": r.total,
            "remainingPagedResults": r.remaining,
        })
    })
}

/// A schema.
pub fn schema(vm: &Vm, v: &Value) -> Json {
    let Some(schema) = v.as_host::<Schema>() else {
        return Json::Null;
    };
    let mut classes = BTreeMap::new();
    for info in schema.classes() {
        let mut out = Map::new();
        if info.container {
            out.insert("container".into(), true.into());
        }
        let mut attributes = BTreeMap::new();
        for a in &info.attributes {
            let flags: Vec<&str> = a.flags.names().collect();
            attributes.insert(
                a.name.to_string(),
                json!({"type": &*vm.class_name(a.java_type), "flags": flags}),
            );
        }
        out.insert("attributes".into(), Json::Object(attributes.into_iter().collect()));
        classes.insert(info.name.to_string(), Json::Object(out));
    }
    let options: BTreeMap<String, Json> = schema
        .option_infos()
        .map(|o| (o.name.to_string(), vm.class_name(o.java_type).to_string().into()))
        .collect();
    let sorted = |map: BTreeMap<String, Json>| Json::Object(map.into_iter().collect());
    json!({
        "objectClasses": sorted(classes),
        "operationOptions": sorted(options),
        "supportedObjectClassesByOperation": by_operation(&schema.classes_by_operation, |op| {
            schema.supported_classes(op).iter().map(|n| n.to_string()).collect()
        }),
        "supportedOptionsByOperation": by_operation(&schema.options_by_operation, |op| {
            schema.supported_options(op).iter().map(|o| o.name.to_string()).collect()
        }),
    })
}

fn by_operation(all: &ByOperation, names: impl Fn(rovy_runtime::icf::operations::ApiOp) -> Vec<String>) -> Json {
    let one = |op: rovy_runtime::icf::operations::ApiOp| {
        let mut names = names(op);
        names.sort();
        (op.name().to_string(), Json::from(names))
    };
    let sorted: BTreeMap<String, Json> = all.iter().map(|(op, _)| one(*op)).collect();
    Json::Object(sorted.into_iter().collect())
}

/// An exception with its causes.
pub fn error(error: &ConnectorError, normal: &dyn Fn(&str) -> String, depth: u32) -> Json {
    let mut out = Map::new();
    out.insert("class".into(), error.class.clone().into());
    out.insert("message".into(), error.message.as_deref().map(normal).into());
    if let Some(cause) = &error.cause
        && depth < 3
    {
        out.insert("cause".into(), self::error(cause, normal, depth + 1));
    }
    Json::Object(out)
}
