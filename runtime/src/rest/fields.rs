//! `_fields`: which attributes a request asks for, and which parts of an object the answer keeps.

use serde_json::{Map, Value};

use super::query_filter::Pointer;
use crate::provisioner::{ObjectType, Property};

/// The fields of a request. None at all mean everything that is returned by default.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields(Vec<Pointer>);

impl Fields {
    /// Reads a list of pointers, separated by commas; empty ones are left out.
    pub fn new(text: &str) -> Self {
        Self(
            text.split(',')
                .map(str::trim)
                .filter(|field| !field.is_empty())
                .map(Pointer::new)
                .collect(),
        )
    }

    /// The ICF names of the attributes that answer the request, in the order of the object type or of the
    /// fields, without repetition.
    pub fn attributes<'types>(&self, object_type: &'types ObjectType) -> Vec<&'types str> {
        let mut names: Vec<&str> = Vec::new();
        let mut add = |property: &'types Property| {
            let name = property.native_name.as_str();
            if property.is_readable() && !names.contains(&name) {
                names.push(name);
            }
        };
        let by_default = || {
            object_type
                .properties
                .values()
                .filter(|property| property.is_returned_by_default())
        };
        if self.0.is_empty() {
            by_default().for_each(&mut add);
        }
        for field in &self.0 {
            if is_everything(field) {
                by_default().for_each(&mut add);
            } else if let Some(property) = field.first().and_then(|name| object_type.properties.get(name)) {
                add(property);
            }
        }
        names
    }

    /// What the answer keeps of an object: `_id` and `_rev` always, and the parts that were asked for.
    pub fn project(&self, object: Map<String, Value>) -> Map<String, Value> {
        if self.0.is_empty() || self.0.iter().any(is_everything) {
            return object;
        }
        let mut kept = Map::new();
        for (name, value) in &object {
            let asked = |field: &&Pointer| field.first() == Some(name);
            if matches!(name.as_str(), "_id" | "_rev")
                || self.0.iter().filter(asked).any(|field| field.single().is_some())
            {
                kept.insert(name.clone(), value.clone());
                continue;
            }
            for field in self.0.iter().filter(asked) {
                if let Some(part) = part(value, field.below()) {
                    graft(&mut kept, name, field.below(), part);
                }
            }
        }
        kept
    }
}

fn is_everything(field: &Pointer) -> bool {
    field.is_root() || field.single() == Some("*")
}

/// The value that a path leads to.
fn part<'json>(value: &'json Value, path: &[String]) -> Option<&'json Value> {
    path.iter().try_fold(value, |value, step| match value {
        Value::Object(entries) => entries.get(step),
        Value::Array(elements) => elements.get(step.parse::<usize>().ok()?),
        _ => None,
    })
}

/// Puts a part where it was, with only the maps that lead to it.
fn graft(into: &mut Map<String, Value>, name: &str, path: &[String], part: &Value) {
    let entry = into.entry(name.to_owned()).or_insert(Value::Null);
    match path.split_first() {
        None => *entry = part.clone(),
        Some((next, rest)) => {
            if !entry.is_object() {
                *entry = Value::Object(Map::new());
            }
            if let Value::Object(inner) = entry {
                graft(inner, next, rest, part);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn object() -> Map<String, Value> {
        match json!({
            "_id": "1",
            "__NAME__": "bjensen",
            "name": {"givenName": "Barbara", "familyName": "Jensen"},
            "emails": [{"value": "a"}, {"value": "b"}],
        }) {
            Value::Object(object) => object,
            _ => Map::new(),
        }
    }

    fn projected(fields: &str) -> Value {
        Value::Object(Fields::new(fields).project(object()))
    }

    #[test]
    fn the_identifier_stays() {
        assert_eq!(projected("__NAME__"), json!({"_id": "1", "__NAME__": "bjensen"}));
        assert_eq!(projected("nothing"), json!({"_id": "1"}));
    }

    #[test]
    fn everything() {
        for fields in ["", "*", "/", "name,*"] {
            assert_eq!(projected(fields), Value::Object(object()));
        }
    }

    #[test]
    fn parts_of_a_value() {
        assert_eq!(
            projected("name/givenName,/emails/1/value,name/none"),
            json!({"_id": "1", "name": {"givenName": "Barbara"}, "emails": {"1": {"value": "b"}}})
        );
    }
}
