//! Object types as REST calls see them: the `objectTypes` of a provisioner file and of the schema action.

use indexmap::IndexMap;
use serde_json::{Map, Value, json};

use super::{NativeType, ProvisionerError};

/// An object type: the properties of an ICF object class under their JSON names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObjectType {
    /// The name in request paths.
    pub name: String,
    /// The ICF object class.
    pub native_type: String,
    /// The properties in the order written.
    pub properties: IndexMap<String, Property>,
}

/// A property of an object type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Property {
    /// The attribute's ICF name.
    pub native_name: String,
    /// The type of a value; `None` for a Java class that IDM has no name for.
    pub native_type: Option<NativeType>,
    /// The JSON type.
    pub kind: JsonType,
    /// What the elements are, for an array.
    pub items: Option<Items>,
    /// Whether an object must have it.
    pub required: bool,
    /// Restrictions, in the order of `AttributeInfo.Flags`.
    pub flags: Vec<Flag>,
}

/// The elements of a property with several values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Items {
    /// Their JSON type.
    pub kind: JsonType,
    /// Their Java type.
    pub native_type: Option<NativeType>,
}

/// A type of JSON Schema's draft 3.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JsonType {
    /// Text.
    String,
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    Integer,
    /// Any number.
    Number,
    /// A map.
    Object,
    /// A list; as a property's type it means several values.
    Array,
}

impl JsonType {
    /// The name in a schema.
    pub fn name(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Boolean => "boolean",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Object => "object",
            Self::Array => "array",
        }
    }

    fn named(name: &str) -> Option<Self> {
        [
            Self::String,
            Self::Boolean,
            Self::Integer,
            Self::Number,
            Self::Object,
            Self::Array,
        ]
        .into_iter()
        .find(|kind| kind.name() == name)
    }
}

/// What `AttributeInfo.Flags` says of an attribute, apart from REQUIRED and MULTIVALUED, which JSON
/// expresses otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flag {
    /// Cannot be given when an object is created.
    NotCreatable,
    /// Cannot be changed.
    NotUpdateable,
    /// Cannot be read.
    NotReadable,
    /// Is read only when asked for.
    NotReturnedByDefault,
}

impl Flag {
    const ALL: [Self; 4] = [
        Self::NotCreatable,
        Self::NotUpdateable,
        Self::NotReadable,
        Self::NotReturnedByDefault,
    ];

    /// The constant's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotCreatable => "NOT_CREATABLE",
            Self::NotUpdateable => "NOT_UPDATEABLE",
            Self::NotReadable => "NOT_READABLE",
            Self::NotReturnedByDefault => "NOT_RETURNED_BY_DEFAULT",
        }
    }
}

impl Property {
    /// Whether the property has several values.
    pub fn is_multivalued(&self) -> bool {
        self.kind == JsonType::Array
    }

    /// Whether answers may show it.
    pub fn is_readable(&self) -> bool {
        !self.flags.contains(&Flag::NotReadable)
    }

    /// Whether answers show it unasked.
    pub fn is_returned_by_default(&self) -> bool {
        !self.flags.contains(&Flag::NotReturnedByDefault)
    }

    /// The property in the form of the schema action's answer.
    pub fn to_json(&self) -> Value {
        let native_type = |native: Option<NativeType>| native.map(NativeType::name);
        let mut json = Map::new();
        json.insert("type".to_owned(), self.kind.name().into());
        if let Some(items) = self.items {
            json.insert(
                "items".to_owned(),
                json!({"type": items.kind.name(), "nativeType": native_type(items.native_type)}),
            );
        }
        if self.required {
            json.insert("required".to_owned(), true.into());
        }
        json.insert("nativeName".to_owned(), self.native_name.as_str().into());
        json.insert("nativeType".to_owned(), native_type(self.native_type).into());
        if !self.flags.is_empty() {
            let flags: Vec<&str> = self.flags.iter().map(|flag| flag.name()).collect();
            json.insert("flags".to_owned(), flags.into());
        }
        Value::Object(json)
    }

    fn from_json(key: &str, name: &str, value: &Value) -> Result<Self, ProvisionerError> {
        let settings = object(key, value)?;
        let kind = json_type(key, settings)?.unwrap_or(JsonType::String);
        let items = match settings.get("items") {
            Some(items) if kind == JsonType::Array => {
                let key = format!("{key}.items");
                let settings = object(&key, items)?;
                let kind = json_type(&key, settings)?.unwrap_or(JsonType::String);
                Some(Items {
                    kind,
                    native_type: native_type(&key, settings, kind)?,
                })
            }
            _ => None,
        };
        let element = items.map_or(kind, |items| items.kind);
        let declared = native_type(key, settings, element)?;
        Ok(Self {
            native_name: text(key, settings, "nativeName")?.unwrap_or(name).to_owned(),
            native_type: match settings.get("nativeType") {
                None => items.map_or(declared, |items| items.native_type),
                Some(_) => declared,
            },
            kind,
            items,
            required: settings.get("required") == Some(&Value::Bool(true)),
            flags: flags(key, settings)?,
        })
    }
}

impl ObjectType {
    /// The type in the form of the schema action's answer.
    pub fn to_json(&self) -> Value {
        let properties: Map<String, Value> = self
            .properties
            .iter()
            .map(|(name, property)| (name.clone(), property.to_json()))
            .collect();
        json!({
            "$schema": "http://json-schema.org/draft-03/schema",
            "id": self.name,
            "type": "object",
            "nativeType": self.native_type,
            "properties": properties,
        })
    }

    /// The property that stands for an ICF attribute.
    pub fn property_of(&self, native_name: &str) -> Option<&Property> {
        self.properties
            .values()
            .find(|property| property.native_name == native_name)
    }
}

/// Reads `objectTypes` of a provisioner file; `None` when there are none.
pub(super) fn read(value: Option<&Value>) -> Result<Option<IndexMap<String, ObjectType>>, ProvisionerError> {
    let types = match value {
        None | Some(Value::Null) => return Ok(None),
        Some(value) => object("objectTypes", value)?,
    };
    types
        .iter()
        .map(|(name, value)| {
            let key = format!("objectTypes.{name}");
            let settings = object(&key, value)?;
            let properties = match settings.get("properties") {
                None | Some(Value::Null) => IndexMap::new(),
                Some(properties) => object(&format!("{key}.properties"), properties)?
                    .iter()
                    .map(|(property, value)| {
                        let key = format!("{key}.properties.{property}");
                        let read = Property::from_json(&key, property, value)?;
                        Ok((property.clone(), read))
                    })
                    .collect::<Result<_, ProvisionerError>>()?,
            };
            let object_type = ObjectType {
                name: name.clone(),
                native_type: text(&key, settings, "nativeType")?.unwrap_or(name).to_owned(),
                properties,
            };
            Ok((name.clone(), object_type))
        })
        .collect::<Result<_, _>>()
        .map(Some)
}

fn object<'json>(key: &str, value: &'json Value) -> Result<&'json Map<String, Value>, ProvisionerError> {
    value
        .as_object()
        .ok_or_else(|| ProvisionerError::wrong_type(key, "an object", value))
}

fn text<'json>(
    key: &str,
    settings: &'json Map<String, Value>,
    name: &str,
) -> Result<Option<&'json str>, ProvisionerError> {
    match settings.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(other) => Err(ProvisionerError::wrong_type(format!("{key}.{name}"), "text", other)),
    }
}

/// The `type` of a property: a name, or a list of alternatives of which the first that is not `null` counts.
fn json_type(key: &str, settings: &Map<String, Value>) -> Result<Option<JsonType>, ProvisionerError> {
    let name = match settings.get("type") {
        Some(Value::Array(alternatives)) => alternatives
            .iter()
            .filter_map(Value::as_str)
            .find(|name| *name != "null"),
        _ => text(key, settings, "type")?,
    };
    Ok(name.and_then(JsonType::named))
}

/// The `nativeType` of a property; without one, or with a name that IDM does not know, the JSON type decides.
fn native_type(
    key: &str,
    settings: &Map<String, Value>,
    kind: JsonType,
) -> Result<Option<NativeType>, ProvisionerError> {
    Ok(text(key, settings, "nativeType")?
        .and_then(NativeType::named)
        .or_else(|| NativeType::of_json(kind)))
}

/// The `flags` of a property; flags that concern other parts of IDM are left out.
fn flags(key: &str, settings: &Map<String, Value>) -> Result<Vec<Flag>, ProvisionerError> {
    let written = match settings.get("flags") {
        None | Some(Value::Null) => return Ok(Vec::new()),
        Some(Value::Array(written)) => written,
        Some(other) => {
            return Err(ProvisionerError::wrong_type(
                format!("{key}.flags"),
                "a list of flags",
                other,
            ));
        }
    };
    Ok(Flag::ALL
        .into_iter()
        .filter(|flag| written.iter().any(|name| name == flag.name()))
        .collect())
}
