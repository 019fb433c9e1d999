//! The OperationOptions that IDM makes of a request.

use rovy_interp::registry::ClassId;
use rovy_interp::value::{Array, Str, Value};
use rovy_interp::{Res, Vm};

use super::Fields;
use super::query::{Query, SortField};
use crate::icf::behaviour::Behaviour;
use crate::icf::operation_options::{self, OperationOptions};
use crate::icf::{names, read_only, sort_key};
use crate::provisioner::ObjectType;

/// The options of a query: the offset always, sort keys always (an empty array without any), the page size and the cookie
/// when asked for.
pub fn of_query(vm: &mut Vm, query: &Query, object_type: Option<&ObjectType>) -> Res<Value> {
    let mut options = Options::default();
    if let Some(object_type) = object_type {
        options.add(
            operation_options::ATTRS_TO_GET,
            attributes_to_get(vm, &query.fields, object_type)?,
        );
    }
    options.add(operation_options::SORT_KEYS, sort_keys(vm, &query.sort_keys)?);
    options.add(operation_options::PAGED_RESULTS_OFFSET, int(query.offset));
    if query.page_size > 0 {
        options.add(operation_options::PAGE_SIZE, int(query.page_size));
    }
    if let Some(cookie) = &query.cookie {
        options.add(operation_options::PAGED_RESULTS_COOKIE, Value::str(cookie));
    }
    options.build(vm)
}

/// The options of a read: which attributes to get, and nothing else.
pub fn of_read(vm: &mut Vm, fields: &Fields, object_type: Option<&ObjectType>) -> Res<Value> {
    let mut options = Options::default();
    if let Some(object_type) = object_type {
        options.add(
            operation_options::ATTRS_TO_GET,
            attributes_to_get(vm, fields, object_type)?,
        );
    }
    options.build(vm)
}

#[derive(Default)]
struct Options(Vec<(Value, Value)>);

impl Options {
    fn add(&mut self, name: &str, value: Value) {
        self.0.push((Value::str(name), value));
    }

    fn build(self, vm: &mut Vm) -> Res<Value> {
        OperationOptions::create(vm, &self.0).map(Value::host)
    }
}

/// IDM collects the names in a HashSet, `__NAME__` after the others, and the array has its order.
fn attributes_to_get(vm: &mut Vm, fields: &Fields, object_type: &ObjectType) -> Res<Value> {
    let wanted = fields.attributes(object_type);
    let (name, others): (Vec<&str>, Vec<&str>) = wanted.into_iter().partition(|name| *name == names::NAME);
    let values: Vec<Value> = others.into_iter().chain(name).map(Value::str).collect();
    let set = read_only::hash_set(vm, &values)?;
    let ordered = set.borrow().keys();
    Ok(Value::Array(Array::new(ClassId::STRING, ordered)))
}

fn sort_keys(vm: &mut Vm, fields: &[SortField]) -> Res<Value> {
    let key = |field: &SortField| {
        let name = if Behaviour::of(vm) == Behaviour::Rcs && field.name == "_id" {
            names::UID
        } else {
            &field.name
        };
        sort_key::create(vm, Some(&Str::new(name)), field.ascending).map(Value::host)
    };
    let keys = fields.iter().map(key).collect::<Res<Vec<Value>>>()?;
    Ok(Value::Array(Array::new(sort_key::CLASS.id(), keys)))
}

fn int(number: u32) -> Value {
    Value::int(i32::try_from(number).unwrap_or(i32::MAX))
}
