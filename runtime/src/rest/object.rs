//! Connector objects as REST calls show them.

use std::rc::Rc;

use rovy_interp::jdk::throwables;
use rovy_interp::value::Str;
use rovy_interp::{Res, Vm};
use serde_json::{Map, Value as Json};

use super::json;
use crate::icf::attribute::Attribute;
use crate::icf::behaviour::Behaviour;
use crate::icf::connector_object::ConnectorObject;
use crate::icf::names;
use crate::provisioner::ObjectType;

/// The object's JSON: `_id`, the revision if there is one, and the properties of its type. Without a type every attribute
/// is shown, one value plain and several as a list.
pub fn to_json(vm: &mut Vm, object: &ConnectorObject, object_type: Option<&ObjectType>) -> Res<Map<String, Json>> {
    let mut shown = Map::new();
    let shows_null = Behaviour::of(vm) == Behaviour::OpenIcf;
    let mut show = |name: &str, value: Json| {
        if shows_null || !value.is_null() {
            shown.insert(name.to_owned(), value);
        }
    };
    show("_id", text(object.uid_value()));
    if let Some(revision) = object.revision() {
        show("_rev", text(Some(revision)));
    }
    match object_type {
        Some(object_type) => {
            let readable = object_type
                .properties
                .iter()
                .filter(|(_, property)| property.is_readable());
            for (name, property) in readable {
                if let Some(attribute) = object.attribute(&property.native_name) {
                    let value = if property.is_multivalued() {
                        all(vm, attribute)?
                    } else {
                        single(vm, attribute)?
                    };
                    show(name, value);
                }
            }
        }
        None => {
            for attribute in object.iter() {
                if !attribute.is(names::UID) {
                    let several = attribute.values.as_ref().is_some_and(|values| values.len() > 1);
                    let value = if several {
                        all(vm, attribute)?
                    } else {
                        single(vm, attribute)?
                    };
                    show(&attribute.name.text(), value);
                }
            }
        }
    }
    Ok(shown)
}

fn text(text: Option<Rc<Str>>) -> Json {
    text.map_or(Json::Null, |text| Json::String(text.text().into_owned()))
}

/// The only value; null for none.
fn single(vm: &mut Vm, attribute: &Attribute) -> Res<Json> {
    match attribute.items().unwrap_or_default().as_slice() {
        [] => Ok(Json::Null),
        [value] => json::from_value(vm, value),
        _ => {
            let message = format!("The {} attribute is not single value attribute.", attribute.name);
            // The answer is 500, which an IllegalArgumentException is not in a query.
            Err(vm.throw(&throwables::ILLEGAL_STATE_EXCEPTION, message))
        }
    }
}

/// All values as a list; null for an attribute without any.
fn all(vm: &mut Vm, attribute: &Attribute) -> Res<Json> {
    match attribute.items() {
        None => Ok(Json::Null),
        Some(values) => {
            let shown = values.iter().map(|value| json::from_value(vm, value));
            shown.collect::<Res<_>>().map(Json::Array)
        }
    }
}
