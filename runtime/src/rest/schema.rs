//! A connector's schema as REST calls see it: the schema action's answer, and the object types that stand in for those of
//! a provisioner file.

use indexmap::IndexMap;
use rovy_interp::Vm;
use rovy_interp::registry::ClassId;
use serde_json::{Map, Value as Json, json};

use crate::icf::attribute_info::{AttributeInfo, Flags};
use crate::icf::behaviour::Behaviour;
use crate::icf::names;
use crate::icf::object_class_info::ObjectClassInfo;
use crate::icf::operation_option_info::OperationOptionInfo;
use crate::icf::operations::ApiOp;
use crate::icf::schema::Schema;
use crate::provisioner::{Flag, Items, JsonType, NativeType, ObjectType, Property};

/// The object types of a schema, in its order.
pub fn object_types(vm: &Vm, schema: &Schema) -> IndexMap<String, ObjectType> {
    schema
        .classes()
        .map(|info| {
            let object_type = object_type(vm, info);
            (object_type.name.clone(), object_type)
        })
        .collect()
}

/// `{"objectTypes": …, "operationOptions": …}`.
pub fn to_json(vm: &Vm, schema: &Schema) -> Json {
    let types: Map<String, Json> = object_types(vm, schema)
        .into_iter()
        .map(|(name, object_type)| (name, object_type.to_json()))
        .collect();
    json!({"objectTypes": types, "operationOptions": operation_options(vm, schema)})
}

fn object_type(vm: &Vm, info: &ObjectClassInfo) -> ObjectType {
    let name = info.name.text().into_owned();
    let property = |attribute: &AttributeInfo| {
        let property = property(vm, attribute);
        (property.native_name.clone(), property)
    };
    ObjectType {
        native_type: name.clone(),
        name,
        properties: info.attributes.iter().map(property).collect(),
    }
}

fn property(vm: &Vm, attribute: &AttributeInfo) -> Property {
    let native_name = attribute.name.text().into_owned();
    let (kind, native_type) = types(vm, attribute.java_type);
    let multivalued = attribute.flags.has(Flags::MULTIVALUED);
    let flags = [
        (Flags::NOT_CREATABLE, Flag::NotCreatable),
        (Flags::NOT_UPDATEABLE, Flag::NotUpdateable),
        (Flags::NOT_READABLE, Flag::NotReadable),
        (Flags::NOT_RETURNED_BY_DEFAULT, Flag::NotReturnedByDefault),
    ];
    // The documents' answers do not call the name required, although its info does.
    let hides_required = Behaviour::of(vm) == Behaviour::Rcs && native_name == names::NAME;
    Property {
        native_type,
        kind: if multivalued { JsonType::Array } else { kind },
        items: multivalued.then_some(Items { kind, native_type }),
        required: attribute.flags.has(Flags::REQUIRED) && !hides_required,
        flags: flags
            .into_iter()
            .filter(|(set, _)| attribute.flags.has(*set))
            .map(|(_, flag)| flag)
            .collect(),
        native_name,
    }
}

/// The JSON type and IDM's name of a Java class.
fn types(vm: &Vm, class: ClassId) -> (JsonType, Option<NativeType>) {
    let native = NativeType::of_class(&vm.class_name(class));
    (native.map_or(JsonType::String, NativeType::json), native)
}

/// The operations in the order in which IDM lists them; those without an entry in the schema have no options of a class.
const OPERATIONS: [(&str, Option<ApiOp>); 13] = [
    ("CREATE", Some(ApiOp::Create)),
    ("UPDATE", Some(ApiOp::Update)),
    ("DELETE", Some(ApiOp::Delete)),
    ("TEST", None),
    ("SCRIPT_ON_CONNECTOR", Some(ApiOp::ScriptOnConnector)),
    ("SCRIPT_ON_RESOURCE", Some(ApiOp::ScriptOnResource)),
    ("GET", Some(ApiOp::Get)),
    ("RESOLVEUSERNAME", Some(ApiOp::ResolveUsername)),
    ("AUTHENTICATE", Some(ApiOp::Authentication)),
    ("SEARCH", Some(ApiOp::Search)),
    ("VALIDATE", None),
    ("SYNC", Some(ApiOp::Sync)),
    ("SCHEMA", None),
];

fn operation_options(vm: &Vm, schema: &Schema) -> Json {
    let operations = OPERATIONS.into_iter().map(|(name, operation)| {
        let features: Map<String, Json> = operation.map_or_else(Map::new, |operation| {
            let options = options(vm, &schema.supported_options(operation));
            let classes = schema.supported_classes(operation).into_iter();
            classes
                .map(|class| (class.text().into_owned(), options.clone()))
                .collect()
        });
        (name.to_owned(), json!({"objectFeatures": features}))
    });
    Json::Object(operations.collect())
}

fn options(vm: &Vm, infos: &[OperationOptionInfo]) -> Json {
    let properties: Map<String, Json> = infos
        .iter()
        .map(|info| (info.name.text().into_owned(), option(vm, info.java_type)))
        .collect();
    json!({
        "operationOptionInfo": {
            "$schema": "http://json-schema.org/draft-03/schema",
            "id": "FIX_ME",
            "type": "object",
            "properties": properties,
        }
    })
}

fn option(vm: &Vm, class: ClassId) -> Json {
    let (kind, native) = types(vm, class);
    match class.component() {
        Some(component) if native.is_none() => {
            let (kind, native) = types(vm, component);
            let native = native.map(NativeType::name);
            json!({
                "type": JsonType::Array.name(),
                "items": {"type": kind.name(), "nativeType": native},
                "nativeType": native,
            })
        }
        _ => json!({"type": kind.name(), "nativeType": native.map(NativeType::name)}),
    }
}
