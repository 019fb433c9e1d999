//! The configuration properties of the scripted connectors, `ScriptedConfiguration`: their names, types and
//! defaults in one table, and how JSON becomes their values.

use serde_json::{Map, Value};

use super::ProvisionerError;

/// What a property takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A path or file name: text and nothing else.
    Path,
    /// Several of them, or one.
    Paths,
    /// Text; numbers and booleans are written out.
    Text,
    /// Several texts, or one.
    Texts,
    /// A Java `int`.
    Int,
    /// A Java `boolean`.
    Boolean,
    /// A `GuardedString`.
    Guarded,
}

impl Kind {
    fn expected(self) -> &'static str {
        match self {
            Self::Path | Self::Text | Self::Guarded => "text",
            Self::Paths | Self::Texts => "text or a list of texts",
            Self::Int => "a whole number",
            Self::Boolean => "true or false",
        }
    }
}

/// The value of a configuration property.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PropertyValue {
    /// Java's null.
    Null,
    /// `String` or `File`.
    Text(String),
    /// `String[]`, whose elements may be null.
    Texts(Vec<Option<String>>),
    /// `int`.
    Int(i32),
    /// `boolean`.
    Boolean(bool),
    /// `GuardedString`: confidential, never shown.
    Guarded(String),
}

/// Every property with the kind of value it takes and its default, in the order of the toolkit's class.
const PROPERTIES: [(&str, Kind, Default); 26] = [
    ("authenticateScriptFileName", Kind::Path, Default::Null),
    ("createScriptFileName", Kind::Path, Default::Null),
    ("customizerScriptFileName", Kind::Path, Default::Null),
    ("deleteScriptFileName", Kind::Path, Default::Null),
    ("resolveUsernameScriptFileName", Kind::Path, Default::Null),
    ("schemaScriptFileName", Kind::Path, Default::Null),
    ("scriptOnResourceScriptFileName", Kind::Path, Default::Null),
    ("searchScriptFileName", Kind::Path, Default::Null),
    ("syncScriptFileName", Kind::Path, Default::Null),
    ("testScriptFileName", Kind::Path, Default::Null),
    ("updateScriptFileName", Kind::Path, Default::Null),
    ("scriptRoots", Kind::Paths, Default::Null),
    ("classpath", Kind::Paths, Default::Texts(&[])),
    ("scriptExtensions", Kind::Texts, Default::Texts(&["groovy"])),
    ("scriptBaseClass", Kind::Text, Default::Null),
    ("sourceEncoding", Kind::Text, Default::Text("UTF-8")),
    ("targetDirectory", Kind::Path, Default::Null),
    ("warningLevel", Kind::Int, Default::Int(1)),
    ("tolerance", Kind::Int, Default::Int(10)),
    ("debug", Kind::Boolean, Default::No),
    ("verbose", Kind::Boolean, Default::No),
    ("recompileGroovySource", Kind::Boolean, Default::No),
    ("minimumRecompilationInterval", Kind::Int, Default::Int(100)),
    ("disabledGlobalASTTransformations", Kind::Texts, Default::Null),
    ("customConfiguration", Kind::Text, Default::Null),
    ("customSensitiveConfiguration", Kind::Guarded, Default::Null),
];

#[derive(Debug, Clone, Copy)]
enum Default {
    Null,
    No,
    Int(i32),
    Text(&'static str),
    Texts(&'static [&'static str]),
}

impl Default {
    fn value(self) -> PropertyValue {
        match self {
            Self::Null => PropertyValue::Null,
            Self::No => PropertyValue::Boolean(false),
            Self::Int(number) => PropertyValue::Int(number),
            Self::Text(text) => PropertyValue::Text(text.to_owned()),
            Self::Texts(texts) => PropertyValue::Texts(texts.iter().map(|text| Some((*text).to_owned())).collect()),
        }
    }
}

/// The values of all configuration properties of a connector.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Configuration {
    /// A value for each line of the table.
    values: Vec<PropertyValue>,
}

impl std::default::Default for Configuration {
    fn default() -> Self {
        Self {
            values: PROPERTIES.iter().map(|(_, _, default)| default.value()).collect(),
        }
    }
}

impl Configuration {
    /// Takes the properties of a JSON object; unknown names are ignored, as IDM does.
    pub fn from_json(properties: &Map<String, Value>) -> Result<Self, ProvisionerError> {
        let mut configuration = Self::default();
        for (name, value) in properties {
            match configuration.set(name, value) {
                Ok(()) | Err(ProvisionerError::UnknownProperty { .. }) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(configuration)
    }

    /// Sets one property from JSON; null restores the default.
    pub fn set(&mut self, name: &str, value: &Value) -> Result<(), ProvisionerError> {
        let place = PROPERTIES.iter().position(|(known, ..)| *known == name);
        let Some((slot, (_, kind, default))) =
            place.and_then(|index| self.values.get_mut(index).zip(PROPERTIES.get(index)))
        else {
            return Err(ProvisionerError::UnknownProperty {
                name: name.to_owned(),
                nearest: nearest(name),
            });
        };
        *slot = if value.is_null() {
            default.value()
        } else {
            converted(name, *kind, value)?
        };
        Ok(())
    }

    /// The value of a property; null for a name that does not exist.
    pub fn get(&self, name: &str) -> &PropertyValue {
        let index = PROPERTIES.iter().position(|(known, ..)| *known == name);
        index
            .and_then(|index| self.values.get(index))
            .unwrap_or(&PropertyValue::Null)
    }

    /// The text of a property that holds one.
    pub fn text(&self, name: &str) -> Option<&str> {
        match self.get(name) {
            PropertyValue::Text(text) | PropertyValue::Guarded(text) => Some(text),
            _ => None,
        }
    }

    /// The texts of a property that holds several; `None` when it is not set.
    pub fn texts(&self, name: &str) -> Option<&[Option<String>]> {
        match self.get(name) {
            PropertyValue::Texts(texts) => Some(texts),
            _ => None,
        }
    }

    /// Every property with its value.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &PropertyValue)> {
        PROPERTIES.iter().map(|(name, ..)| *name).zip(&self.values)
    }
}

fn converted(name: &str, kind: Kind, value: &Value) -> Result<PropertyValue, ProvisionerError> {
    let wrong = || ProvisionerError::wrong_type(name, kind.expected(), value);
    match kind {
        Kind::Path => match value {
            Value::String(text) => Ok(PropertyValue::Text(text.clone())),
            _ => Err(wrong()),
        },
        Kind::Text => written(value).map(PropertyValue::Text).ok_or_else(wrong),
        Kind::Guarded if value.get("$crypto").is_some() => Err(ProvisionerError::Encrypted { key: name.to_owned() }),
        Kind::Guarded => written(value).map(PropertyValue::Guarded).ok_or_else(wrong),
        Kind::Int => whole(value).map(PropertyValue::Int).ok_or_else(wrong),
        Kind::Boolean => truth(value).map(PropertyValue::Boolean).ok_or_else(wrong),
        Kind::Paths | Kind::Texts => {
            let elements = match value {
                Value::Array(elements) => elements.as_slice(),
                one => std::slice::from_ref(one),
            };
            elements
                .iter()
                .map(|element| match element {
                    Value::Null => Some(None),
                    Value::String(text) => Some(Some(text.clone())),
                    other if kind == Kind::Texts => written(other).map(Some),
                    _ => None,
                })
                .collect::<Option<_>>()
                .map(PropertyValue::Texts)
                .ok_or_else(wrong)
        }
    }
}

/// Text, or a number or boolean as text.
fn written(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
        _ => None,
    }
}

fn whole(value: &Value) -> Option<i32> {
    match value {
        Value::Number(number) => number.as_i64()?.try_into().ok(),
        Value::String(text) => text.parse().ok(),
        _ => None,
    }
}

pub(super) fn truth(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(truth) => Some(*truth),
        Value::Number(number) => match number.as_i64()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        },
        Value::String(text) if text.eq_ignore_ascii_case("true") => Some(true),
        Value::String(text) if text.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    }
}

/// The property that a misspelt name probably means.
fn nearest(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase();
    PROPERTIES
        .iter()
        .map(|(known, ..)| {
            let distance = strsim::damerau_levenshtein(&name, &known.to_lowercase());
            (distance, *known)
        })
        .filter(|(distance, known)| *distance <= known.len() / 3)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn set(name: &str, value: Value) -> Result<PropertyValue, String> {
        let mut configuration = Configuration::default();
        match configuration.set(name, &value) {
            Ok(()) => Ok(configuration.get(name).clone()),
            Err(error) => Err(error.to_string()),
        }
    }

    fn texts(texts: &[&str]) -> PropertyValue {
        PropertyValue::Texts(texts.iter().map(|text| Some((*text).to_owned())).collect())
    }

    #[test]
    fn defaults() {
        let configuration = Configuration::default();
        assert_eq!(configuration.get("scriptRoots"), &PropertyValue::Null);
        assert_eq!(configuration.get("scriptExtensions"), &texts(&["groovy"]));
        assert_eq!(configuration.text("sourceEncoding"), Some("UTF-8"));
        assert_eq!(configuration.get("tolerance"), &PropertyValue::Int(10));
        assert_eq!(configuration.get("nope"), &PropertyValue::Null);
    }

    #[test]
    fn a_list_takes_one_value_and_nulls() {
        assert_eq!(set("scriptRoots", json!("a")), Ok(texts(&["a"])));
        assert_eq!(
            set("scriptRoots", json!(["a", null])),
            Ok(PropertyValue::Texts(vec![Some("a".to_owned()), None]))
        );
        assert_eq!(set("classpath", json!(null)), Ok(texts(&[])));
    }

    #[test]
    fn values_are_converted() {
        assert_eq!(set("warningLevel", json!("3")), Ok(PropertyValue::Int(3)));
        assert_eq!(set("debug", json!("TRUE")), Ok(PropertyValue::Boolean(true)));
        assert_eq!(set("debug", json!(0)), Ok(PropertyValue::Boolean(false)));
        assert_eq!(
            set("customConfiguration", json!(5)),
            Ok(PropertyValue::Text("5".to_owned()))
        );
        assert_eq!(
            set("customSensitiveConfiguration", json!("a = 1")),
            Ok(PropertyValue::Guarded("a = 1".to_owned()))
        );
    }

    #[test]
    fn paths_are_text_only() {
        for value in [json!(5), json!(true), json!([5]), json!({"a": 1})] {
            assert_eq!(
                set("scriptRoots", value.clone()),
                Err(format!("scriptRoots: expected text or a list of texts, found {value}"))
            );
        }
        assert_eq!(
            set("searchScriptFileName", json!(false)),
            Err("searchScriptFileName: expected text, found false".to_owned())
        );
    }

    #[test]
    fn what_cannot_be_converted_is_named() {
        for (name, value, expected) in [
            ("tolerance", json!("ten"), "a whole number"),
            ("tolerance", json!(3_000_000_000_u32), "a whole number"),
            ("tolerance", json!(1.5), "a whole number"),
            ("verbose", json!("yes"), "true or false"),
            ("sourceEncoding", json!([]), "text"),
        ] {
            assert_eq!(
                set(name, value.clone()),
                Err(format!("{name}: expected {expected}, found {value}"))
            );
        }
        assert_eq!(
            set("customSensitiveConfiguration", json!({"$crypto": {}})),
            Err("customSensitiveConfiguration: encrypted values ($crypto) can only be read by the IDM that wrote them; write the text here instead".to_owned())
        );
    }

    #[test]
    fn misspelt_names_get_a_suggestion() {
        assert_eq!(
            set("searchScriptFilename", json!("x")),
            Err("the connector has no configuration property 'searchScriptFilename'; did you mean 'searchScriptFileName'?".to_owned())
        );
        assert_eq!(
            set("scriptRoot", json!("x")),
            Err("the connector has no configuration property 'scriptRoot'; did you mean 'scriptRoots'?".to_owned())
        );
        assert_eq!(
            set("colour", json!("x")),
            Err("the connector has no configuration property 'colour'".to_owned())
        );
    }

    #[test]
    fn a_file_may_have_unknown_names() {
        let properties = json!({"colour": 5, "debug": true});
        let configuration =
            Configuration::from_json(properties.as_object().expect("an object")).expect("a configuration");
        assert_eq!(configuration.get("debug"), &PropertyValue::Boolean(true));
    }
}
