//! The framework in front of a connector: what it refuses, and how each operation goes on. What it does to results is in
//! [`results`], how they reach the caller in [`caller`].

mod caller;
mod results;

use super::{Connector, ConnectorError, Settings};
use crate::icf::attribute::{Attribute, Kind};
use crate::icf::connector_object::ConnectorObject;
use crate::icf::exceptions::{
    CONNECTOR_EXCEPTION, INVALID_ATTRIBUTE_VALUE_EXCEPTION, OPERATION_TIMEOUT_EXCEPTION, UNKNOWN_UID_EXCEPTION,
    unknown_uid_message,
};
use crate::icf::filter::{Comparison, Filter, evaluate};
use crate::icf::object_class::ObjectClass;
use crate::icf::operation_options::{self, OperationOptions, OperationOptionsBuilder};
use crate::icf::script_context::{self, ScriptContext};
use crate::icf::sync::SyncDelta;
use crate::icf::{known_attributes, names, values};
use crate::operation::Update;
use crate::provisioner::{OperationTimeouts, Provisioner, ResultsHandler};
use crate::rest::Operations;
use crate::toolkit::handler::Consumer;
use caller::Caller;
use results::{attributes_to_get, merged, reduced, reduced_delta};
use rovy_interp::jdk::throwables;
use rovy_interp::value::{Str, Throwable, Value};
use rovy_interp::{Res, Thrown, Vm};
use std::cell::RefCell;
use std::rc::Rc;

/// A connector as callers reach it.
pub struct Facade {
    connector: Connector,
    results_handler: ResultsHandler,
    timeouts: OperationTimeouts,
}

impl Facade {
    /// A connector of a configuration, behind its facade.
    pub fn open(provisioner: &Provisioner, settings: Settings) -> Result<Facade, ConnectorError> {
        Ok(Facade {
            connector: Connector::open(provisioner, settings)?,
            results_handler: provisioner.results_handler,
            timeouts: provisioner.operation_timeouts.clone(),
        })
    }

    /// The connector itself.
    pub fn connector(&mut self) -> &mut Connector {
        &mut self.connector
    }

    /// Runs an operation within the time that the configuration gives it.
    fn operate<R>(&mut self, operation: &str, run: impl FnOnce(&mut Connector) -> Res<R>) -> Res<R> {
        let Some(time) = self.timeouts.of(operation) else {
            return self.connector.operate(run);
        };
        self.connector.operate(|c| {
            let clock = c.vm.start_clock(time);
            let result = run(c);
            if c.vm.stop_clock(clock) {
                return Err(timed_out(&mut c.vm, operation));
            }
            result
        })
    }

    /// Null options become empty ones.
    fn options(&mut self, options: &Value) -> Res {
        if options.is_null() {
            return OperationOptions::create(&mut self.connector.vm, &[]).map(Value::host);
        }
        Ok(options.clone())
    }

    fn refuse_all(&mut self, object_class: &Value) -> Res<()> {
        values::null_check(&mut self.connector.vm, object_class, "objectClass")?;
        if is_all(object_class) {
            return Err(self
                .connector
                .vm
                .unsupported("Operation is not allowed on __ALL__ object class"));
        }
        Ok(())
    }

    /// SEARCH: each object passes the reduction to the attributes asked for, then the filter.
    pub fn search(&mut self, object_class: &Value, filter: &Value, options: &Value, consumer: Consumer) -> Res {
        self.find("SEARCH", object_class, filter, options, consumer)
    }

    fn find(
        &mut self,
        operation: &str,
        object_class: &Value,
        filter: &Value,
        options: &Value,
        consumer: Consumer,
    ) -> Res {
        self.refuse_all(object_class)?;
        let options = self.options(options)?;
        let handlers = self.results_handler;
        let wanted = if handlers.attributes_to_get {
            attributes_to_get(&options)
        } else {
            None
        };
        let kept = filter.clone();
        let consumer: Consumer = Rc::new(move |vm: &mut Vm, object: &Value| {
            let object = reduced(vm, object, wanted.as_deref())?;
            let passes = !handlers.filtered
                || kept.is_null()
                || evaluate::decide(vm, &kept, &object, handlers.case_insensitive)? == Some(true);
            if passes { consumer(vm, &object) } else { Ok(true) }
        });
        let (object_class, filter) = (object_class.clone(), filter.clone());
        self.operate(operation, |c| c.search(&object_class, &filter, &options, consumer))
    }

    /// GET: the first object of a search for the uid, or null.
    pub fn get(&mut self, object_class: &Value, uid: &Value, options: &Value) -> Res {
        self.refuse_all(object_class)?;
        values::null_check(&mut self.connector.vm, uid, "uid")?;
        let filter = Value::from(Filter::Compare(Comparison::Equals, uid.clone()));
        let found: Rc<RefCell<Option<Value>>> = Rc::default();
        let first = found.clone();
        let consumer: Consumer = Rc::new(move |_: &mut Vm, object: &Value| {
            first.borrow_mut().get_or_insert_with(|| object.clone());
            Ok(false)
        });
        self.find("GET", object_class, &filter, options, consumer)?.done();
        let object = found.borrow_mut().take();
        Ok(object.unwrap_or_default())
    }

    /// SYNC: objects are reduced to the attributes asked for; over all classes every change must name its own.
    pub fn sync(&mut self, object_class: &Value, token: &Value, options: &Value, consumer: Consumer) -> Res {
        let options = self.options(options)?;
        let wanted = attributes_to_get(&options);
        let over_all = is_all(object_class);
        let consumer: Consumer = Rc::new(move |vm: &mut Vm, delta: &Value| {
            let delta = reduced_delta(vm, delta, wanted.as_deref())?;
            let class = delta
                .as_host::<SyncDelta>()
                .map(|d| d.object_class.clone())
                .unwrap_or_default();
            if over_all && class.is_null() {
                return Err(vm.throw(
                    &CONNECTOR_EXCEPTION,
                    "Sync '__ALL__' operation requires the connector to set 'objectClass' parameter for sync event.",
                ));
            }
            consumer(vm, &delta)
        });
        let (object_class, token) = (object_class.clone(), token.clone());
        self.operate("SYNC", |c| c.sync(&object_class, &token, &options, consumer))
    }

    /// GET_LATEST_SYNC_TOKEN.
    pub fn latest_sync_token(&mut self, object_class: &Value) -> Res {
        let object_class = object_class.clone();
        self.operate("SYNC", |c| c.latest_sync_token(&object_class))
    }

    /// SCHEMA: a plain connector is made anew for each call, so its schema is not kept.
    pub fn schema(&mut self) -> Res {
        self.connector.schema = Value::Null;
        self.operate("SCHEMA", Connector::schema)
    }

    /// TEST.
    pub fn test(&mut self) -> Res<()> {
        self.operate("TEST", Connector::test)
    }

    /// VALIDATE.
    pub fn validate(&mut self) -> Res<()> {
        self.operate("VALIDATE", Connector::validate)
    }

    /// CREATE.
    pub fn create(&mut self, object_class: &Value, attributes: &[Value], options: &Value) -> Res {
        self.refuse_all(object_class)?;
        self.refuse_uid(attributes, "createAttributes")?;
        self.refuse_duplicates(attributes)?;
        let options = self.options(options)?;
        let (object_class, attributes) = (object_class.clone(), attributes.to_vec());
        self.operate("CREATE", |c| c.create(&object_class, &attributes, &options))
    }

    /// UPDATE: attributes are replaced.
    pub fn update(&mut self, object_class: &Value, uid: &Value, attributes: &[Value], options: &Value) -> Res {
        self.refuse_all(object_class)?;
        values::null_check(&mut self.connector.vm, uid, "uid")?;
        self.refuse_uid(attributes, "replaceAttributes")?;
        self.refuse_duplicates(attributes)?;
        let options = self.options(options)?;
        let (object_class, uid, attributes) = (object_class.clone(), uid.clone(), attributes.to_vec());
        self.operate("UPDATE", |c| {
            c.update(Update::Replace, &object_class, &uid, &attributes, &options)
        })
    }

    /// Adds values to attributes, or removes them: the object is read and updated, since the toolkit does neither itself.
    pub fn change_values(
        &mut self,
        kind: Update,
        object_class: &Value,
        uid: &Value,
        attributes: &[Value],
        options: &Value,
    ) -> Res {
        if kind == Update::Replace {
            return self.update(object_class, uid, attributes, options);
        }
        self.refuse_all(object_class)?;
        values::null_check(&mut self.connector.vm, uid, "uid")?;
        self.refuse_uid(attributes, "valuesToAdd")?;
        self.refuse_unchangeable(attributes)?;
        let options = self.options(options)?;
        let reading = self.reading_options(attributes)?;
        let found = self.get(object_class, uid, &reading)?;
        let Some(found) = found.as_host::<ConnectorObject>() else {
            let message = unknown_uid_message(&mut self.connector.vm, uid, object_class)?;
            return Err(self.connector.vm.throw(&UNKNOWN_UID_EXCEPTION, message));
        };
        let changed = merged(&mut self.connector.vm, kind, found, attributes)?;
        let (object_class, uid) = (object_class.clone(), uid.clone());
        self.operate("UPDATE", |c| {
            c.update(Update::Replace, &object_class, &uid, &changed, &options)
        })
    }

    fn reading_options(&mut self, attributes: &[Value]) -> Res {
        let names = attributes
            .iter()
            .filter_map(|v| v.as_host::<Attribute>())
            .map(|a| Value::Str(a.name.clone()));
        let builder = OperationOptionsBuilder::default();
        builder.put(
            operation_options::ATTRS_TO_GET,
            operation_options::name_array(names.collect()),
        );
        builder.build(&mut self.connector.vm).map(Value::host)
    }

    /// DELETE.
    pub fn delete(&mut self, object_class: &Value, uid: &Value, options: &Value) -> Res<()> {
        self.refuse_all(object_class)?;
        values::null_check(&mut self.connector.vm, uid, "uid")?;
        let options = self.options(options)?;
        let (object_class, uid) = (object_class.clone(), uid.clone());
        self.operate("DELETE", |c| c.delete(&object_class, &uid, &options))
    }

    /// AUTHENTICATE.
    pub fn authenticate(&mut self, object_class: &Value, username: &str, password: &Value, options: &Value) -> Res {
        self.refuse_all(object_class)?;
        let options = self.options(options)?;
        let (object_class, password) = (object_class.clone(), password.clone());
        self.operate("AUTHENTICATE", |c| {
            c.authenticate(&object_class, username, &password, &options)
        })
    }

    /// RESOLVE_USERNAME.
    pub fn resolve_username(&mut self, object_class: &Value, username: &str, options: &Value) -> Res {
        self.refuse_all(object_class)?;
        let options = self.options(options)?;
        let object_class = object_class.clone();
        self.operate("RESOLVEUSERNAME", |c| {
            c.resolve_username(&object_class, username, &options)
        })
    }

    /// RUNSCRIPTONCONNECTOR: the result is copied, so it must be of types that travel.
    pub fn run_script_on_connector(&mut self, context: &ScriptContext, options: &Value) -> Res {
        let options = self.options(options)?;
        self.operate("SCRIPT_ON_CONNECTOR", |c| {
            let result = c.run_script_on_connector(context, &options)?;
            script_context::transferred(&mut c.vm, &result)
        })
    }

    /// RUNSCRIPTONRESOURCE.
    pub fn run_script_on_resource(&mut self, context: &ScriptContext, options: &Value) -> Res {
        let options = self.options(options)?;
        self.operate("SCRIPT_ON_RESOURCE", |c| {
            let result = c.run_script_on_resource(context, &options)?;
            script_context::transferred(&mut c.vm, &result)
        })
    }

    fn refuse_uid(&mut self, attributes: &[Value], parameter: &str) -> Res<()> {
        let is_uid = |v: &Value| {
            v.as_host::<Attribute>()
                .is_some_and(|a| a.kind == Kind::Uid || a.is(names::UID))
        };
        if attributes.iter().any(is_uid) {
            let message = format!("Parameter '{parameter}' contains a uid.");
            return Err(self.connector.vm.throw(&INVALID_ATTRIBUTE_VALUE_EXCEPTION, message));
        }
        Ok(())
    }

    /// Two attributes of exactly one name.
    fn refuse_duplicates(&mut self, attributes: &[Value]) -> Res<()> {
        let mut seen: Vec<Rc<Str>> = Vec::new();
        for attribute in attributes.iter().filter_map(|v| v.as_host::<Attribute>()) {
            if seen.contains(&attribute.name) {
                let message = format!("Duplicate attribute name exits: {}", attribute.name);
                return Err(self.connector.vm.throw(&INVALID_ATTRIBUTE_VALUE_EXCEPTION, message));
            }
            seen.push(attribute.name.clone());
        }
        Ok(())
    }

    fn refuse_unchangeable(&mut self, attributes: &[Value]) -> Res<()> {
        for attribute in attributes.iter().filter_map(|v| v.as_host::<Attribute>()) {
            if attribute.values.is_none() {
                return Err(self
                    .connector
                    .vm
                    .illegal_argument("Can not add or remove a 'null' value."));
            }
            if known_attributes::is_operational(&attribute.name.text()) {
                let message = format!(
                    "Operational attribute '{}' can not be added or removed.",
                    attribute.name
                );
                return Err(self.connector.vm.illegal_argument(message));
            }
        }
        Ok(())
    }
}

/// An operation that took too long: those that hand over results say nothing, the others what stopped them.
fn timed_out(vm: &mut Vm, operation: &str) -> Thrown {
    if matches!(operation, "SEARCH" | "SYNC") {
        return vm.throw_silent(&OPERATION_TIMEOUT_EXCEPTION);
    }
    let cause = Throwable::new(throwables::TIMEOUT_EXCEPTION.id(), None);
    let message = Str::new(throwables::TIMEOUT_EXCEPTION.name);
    let exception = Throwable::new(OPERATION_TIMEOUT_EXCEPTION.id(), Some(message));
    exception.cause.replace(Value::Throwable(cause)).done();
    vm.throw_value(Value::Throwable(exception))
}

fn is_all(object_class: &Value) -> bool {
    object_class.as_host::<ObjectClass>().is_some_and(|c| c.is(names::ALL))
}

impl Operations for Facade {
    fn vm(&mut self) -> &mut Vm {
        &mut self.connector.vm
    }

    fn schema(&mut self) -> Res<Value> {
        Facade::schema(self)
    }

    fn test(&mut self) -> Res<()> {
        Facade::test(self)
    }

    fn search(&mut self, object_class: &Value, filter: &Value, options: &Value, consumer: Consumer) -> Res<Value> {
        let caller = Caller::new(consumer);
        let result = Facade::search(self, object_class, filter, options, caller.consumer());
        caller.outcome(&mut self.connector.vm, result)
    }

    fn get(&mut self, object_class: &Value, uid: &Value, options: &Value) -> Res<Value> {
        Facade::get(self, object_class, uid, options)
    }

    fn sync(&mut self, object_class: &Value, token: &Value, options: &Value, consumer: Consumer) -> Res<Value> {
        let caller = Caller::new(consumer);
        let result = Facade::sync(self, object_class, token, options, caller.consumer());
        caller.outcome(&mut self.connector.vm, result)
    }

    fn latest_sync_token(&mut self, object_class: &Value) -> Res<Value> {
        Facade::latest_sync_token(self, object_class)
    }
}
