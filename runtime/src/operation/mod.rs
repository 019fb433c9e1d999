//! The operations of a scripted connector: what each binds for its script, and what it accepts as result.
//!
//! These are the connector's own operations, one file each; the framework's rules in front of them are the
//! [`Facade`](crate::connector::Facade)'s.

mod account;
mod schema;
mod script;
mod search;
mod sync;
mod test;
mod write;

pub use write::Update;

use crate::connector::Connector;
use crate::icf::attribute::{Attribute, Kind};
use crate::icf::exceptions::CONNECTOR_EXCEPTION;
use crate::icf::values;
use crate::toolkit::operation_type;
use rovy_interp::value::{Map, Str, Value};
use rovy_interp::{Res, Vm};
use std::rc::Rc;

impl Connector {
    /// The variables of a script: those of the operation, its type, and for a poolable connector the schema.
    fn variables(&mut self, operation: &str, own: Vec<(&'static str, Value)>) -> Res<Rc<Map>> {
        let schema = if self.binds_schema() && operation != "SCHEMA" {
            Some(self.schema()?)
        } else {
            None
        };
        let variables = Map::from_pairs(own);
        if let Some(schema) = schema {
            variables.put_str(&Str::new("schema"), schema);
        }
        variables.put_str(&Str::new("operation"), operation_type::named(operation));
        Ok(variables)
    }
}

/// `options`, which is no variable at all when the caller gave none.
fn with_options(mut own: Vec<(&'static str, Value)>, options: &Value) -> Vec<(&'static str, Value)> {
    if !options.is_null() {
        own.push(("options", options.clone()));
    }
    own
}

/// The Uid that a script returned: a String or a Uid.
fn returned_uid(vm: &mut Vm, operation: &str, value: &Value) -> Res {
    match value {
        Value::Str(text) => Attribute::uid(vm, Some(text), None),
        Value::Null => {
            let message = format!("{operation} script didn't return with the uid(__UID__) value");
            Err(vm.throw(&CONNECTOR_EXCEPTION, message))
        }
        other if other.as_host::<Attribute>().is_some_and(|a| a.kind == Kind::Uid) => Ok(other.clone()),
        other => {
            let class = values::class_name(vm, other);
            let message =
                format!("{operation} script returned with an unsupported uid(__UID__) value type: class {class}");
            Err(vm.throw(&CONNECTOR_EXCEPTION, message))
        }
    }
}
