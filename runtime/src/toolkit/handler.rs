//! The closures that scripts are given: `handler` of a search or synchronisation, and `query`.

use super::{connector_object_delegate, map_filter_visitor, sync_delta_delegate};
use crate::icf::connector_object::ConnectorObject;
use crate::icf::exceptions::CONNECTOR_EXCEPTION;
use crate::icf::sync::SyncDelta;
use rovy_interp::value::{Closure, Value};
use rovy_interp::{Res, Thrown, Vm};
use std::rc::Rc;

/// Takes what a script hands over; false asks for no more.
pub type Consumer = Rc<dyn Fn(&mut Vm, &Value) -> Res<bool>>;

/// `handler` of a search: takes objects and closures of an object's words.
pub fn for_search(owner: Value, consumer: Consumer) -> Value {
    let closure = Closure::native(owner, 1, Vec::new(), move |vm, args| {
        let given = args.first().cloned().unwrap_or_default();
        let object = match &given {
            Value::Closure(words) => connector_object_delegate::build(vm, words)?,
            other if other.as_host::<ConnectorObject>().is_some() => given,
            _ => return Err(unsupported(vm, &given)),
        };
        consumer(vm, &object).map(Value::bool)
    });
    closure.into()
}

/// `handler` of a synchronisation: takes changes and closures of a change's words.
pub fn for_sync(owner: Value, consumer: Consumer) -> Value {
    let closure = Closure::native(owner, 1, Vec::new(), move |vm, args| {
        let given = args.first().cloned().unwrap_or_default();
        let delta = match &given {
            Value::Closure(words) => sync_delta_delegate::build(vm, words)?,
            other if other.as_host::<SyncDelta>().is_some() => given,
            _ => return Err(unsupported(vm, &given)),
        };
        consumer(vm, &delta).map(Value::bool)
    });
    closure.into()
}

/// `query` of a search: the filter as a map, null without a filter.
pub fn for_query(owner: Value, filter: Value) -> Value {
    let holds = vec![filter.clone()];
    let closure = Closure::native(owner, 0, holds, move |vm, _| {
        if filter.is_null() {
            Ok(Value::Null)
        } else {
            map_filter_visitor::to_map(vm, &filter).map(Value::Map)
        }
    });
    closure.into()
}

/// What `throw new ConnectorException(argument.class.name)` says, with Groovy's own ways for null and for maps.
fn unsupported(vm: &mut Vm, given: &Value) -> Thrown {
    if let Value::Class(_) = given {
        return vm.throw(&CONNECTOR_EXCEPTION, "java.lang.Class");
    }
    let named = |vm: &mut Vm| -> Res<String> {
        let class = vm.get_property(given, "class")?;
        let name = vm.get_property(&class, "name")?;
        vm.to_text(&name)
    };
    match named(vm) {
        Ok(name) => vm.throw(&CONNECTOR_EXCEPTION, name),
        Err(thrown) => thrown,
    }
}
