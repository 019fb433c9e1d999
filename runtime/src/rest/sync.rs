//! Synchronisation: what changed since a token, and the latest token.

use rovy_interp::value::Value;
use rovy_interp::{Res, Vm};
use serde_json::{Value as Json, json};
use std::cell::RefCell;
use std::rc::Rc;

use super::convert::convert;
use super::failure::Request;
use super::system::{System, Target};
use super::{Failure, Operations, consumer_of, json as values, object};
use crate::icf::connector_object::ConnectorObject;
use crate::icf::object_class::ObjectClass;
use crate::icf::operation_options::OperationOptions;
use crate::icf::sync::{self, SyncDelta};
use crate::provisioner::{NativeType, ObjectType};

/// A token as it is kept between calls.
#[derive(Debug, Clone, PartialEq)]
pub struct SyncToken {
    /// IDM's name of the value's Java type; none lets the value decide.
    pub native_type: Option<String>,
    /// The value.
    pub value: Json,
}

impl<O: Operations> System<O> {
    /// Asks for what changed since a token, or from the beginning. Each change goes to `consumer`, whose false asks for no
    /// more. The result is where the next call begins: the script's token, else that of the last change, else the one given.
    pub fn sync(
        &mut self,
        name: &str,
        since: Option<&SyncToken>,
        consumer: impl FnMut(Json) -> bool + 'static,
    ) -> Result<Option<SyncToken>, Failure> {
        let request = Request::unnamed("ACTION");
        let target = self.target(name, &request)?;
        let result = self.deltas(&target, since, consumer);
        let (returned, last) = match result {
            Ok(tokens) => tokens,
            Err(thrown) => return self.answered(Err(thrown), &request),
        };
        let token = if returned.is_null() { last } else { returned };
        if token.is_null() {
            return Ok(since.cloned());
        }
        let kept = kept(self.operations.vm(), &token);
        self.answered(kept, &request)
    }

    /// Asks for the latest token of a type.
    pub fn latest_token(&mut self, name: &str) -> Result<Option<SyncToken>, Failure> {
        let request = Request::unnamed("ACTION");
        let target = self.target(name, &request)?;
        let class = ObjectClass::value(&target.object_class);
        let token = self.operations.latest_sync_token(&class);
        let token = self.answered(token, &request)?;
        let kept = kept(self.operations.vm(), &token);
        self.answered(kept, &request)
    }

    /// The token that the script returned, and that of the last change.
    fn deltas(
        &mut self,
        target: &Target,
        since: Option<&SyncToken>,
        mut consumer: impl FnMut(Json) -> bool + 'static,
    ) -> Res<(Value, Value)> {
        let class = ObjectClass::value(&target.object_class);
        let types: Vec<ObjectType> = match &target.object_type {
            Some(object_type) => vec![object_type.clone()],
            None => self.types().cloned().collect(),
        };
        let vm = self.operations.vm();
        let token = match since {
            Some(token) => given(vm, token)?,
            None => Value::Null,
        };
        let options = Value::host(OperationOptions::create(vm, &[])?);
        let last: Rc<RefCell<Value>> = Rc::default();
        let passed = last.clone();
        let consumer = consumer_of(move |vm, delta| {
            let Some(delta) = delta.as_host::<SyncDelta>() else {
                return Ok(true);
            };
            passed.replace(delta.token.clone()).done();
            let object_type = types
                .iter()
                .find(|object_type| of_class(delta, &object_type.native_type));
            let shown = shown(vm, delta, object_type)?;
            Ok(consumer(shown))
        });
        let returned = self.operations.sync(&class, &token, &options, consumer)?;
        let last = last.take();
        Ok((returned, last))
    }
}

/// The `SyncToken` of a kept token.
fn given(vm: &mut Vm, token: &SyncToken) -> Res<Value> {
    let value = values::to_value(&token.value);
    let native = token.native_type.as_deref().and_then(NativeType::named);
    let value = match native {
        Some(native) => convert(vm, &value, Some(native))?,
        None => value,
    };
    if value.is_null() {
        return Ok(Value::Null);
    }
    sync::new_token(vm, &value).map(Value::host)
}

/// What is kept of a `SyncToken` or null.
fn kept(vm: &mut Vm, token: &Value) -> Res<Option<SyncToken>> {
    let Some(token) = token.as_host::<sync::SyncToken>() else {
        return Ok(None);
    };
    let class = vm.class_name(token.value.class_id());
    let native = NativeType::of_class(&class).map_or_else(|| class.to_string(), |native| native.name().to_owned());
    Ok(Some(SyncToken {
        native_type: Some(native),
        value: values::from_value(vm, &token.value)?,
    }))
}

fn of_class(delta: &SyncDelta, name: &str) -> bool {
    let of_delta = delta.object_class.as_host::<ObjectClass>();
    let of_object = || {
        let object = delta.object.as_host::<ConnectorObject>()?;
        object.object_class.as_host::<ObjectClass>()
    };
    of_delta.or_else(of_object).is_some_and(|class| class.is(name))
}

/// `{"type", "token", "uid", "previousUid", "objectClass", "object"}`, null where a change has none.
fn shown(vm: &mut Vm, delta: &SyncDelta, object_type: Option<&ObjectType>) -> Res<Json> {
    let token = match delta.token.as_host::<sync::SyncToken>() {
        Some(token) => values::from_value(vm, &token.value)?,
        None => Json::Null,
    };
    let object = match delta.object.as_host::<ConnectorObject>() {
        Some(object) => Json::Object(object::to_json(vm, object, object_type)?),
        None => Json::Null,
    };
    Ok(json!({
        "type": delta.type_name(),
        "token": token,
        "uid": values::from_value(vm, &delta.uid)?,
        "previousUid": values::from_value(vm, &delta.previous_uid)?,
        "objectClass": values::from_value(vm, &delta.object_class)?,
        "object": object,
    }))
}
