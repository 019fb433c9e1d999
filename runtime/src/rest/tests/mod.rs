//! Requests against operations that answer from memory.

mod failures;
mod filters;
mod objects;
mod operations;

use rovy_interp::registry::{Class, Registry};
use rovy_interp::value::{Str, Throwable, Value};
use rovy_interp::vm::{HostServices, Limits};
use rovy_interp::{Res, Vm, jdk};
use serde_json::{Map, Value as Json, json};
use std::cell::RefCell;
use std::rc::Rc;
use tempfile::TempDir;

use super::*;
use crate::icf::attribute::Attribute;
use crate::icf::behaviour::Behaviour;
use crate::icf::connector_object::ConnectorObject;
use crate::icf::filter::Filter;
use crate::icf::object_class::ObjectClass;
use crate::icf::operation_options::OperationOptions;
use crate::icf::search_result::SearchResult;
use crate::icf::{exceptions, names, sync};
use crate::provisioner::Provisioner;
use crate::toolkit::handler::Consumer;

fn vm(behaviour: Behaviour) -> Vm {
    let classes: Vec<&[&Class]> = jdk::CLASSES.iter().chain(crate::icf::CLASSES).copied().collect();
    let mut vm = Vm::new(Registry::new(&classes), HostServices::default(), Limits::default());
    vm.set_state(behaviour);
    vm
}

/// Operations on two objects, the second of which has a null, an empty list and a map.
struct Memory {
    vm: Vm,
    /// What is thrown in place of an answer.
    throws: Option<(&'static Class, &'static str)>,
    /// The options and the filter of the last search.
    seen: Option<(Value, Value)>,
}

impl Memory {
    fn fail(&mut self) -> Res<()> {
        match self.throws {
            Some((class, message)) => Err(self.vm.throw(class, message)),
            None => Ok(()),
        }
    }

    fn object(&mut self, uid: &str, attributes: &[(&str, Option<Vec<Value>>)]) -> Res<Value> {
        let vm = &mut self.vm;
        let mut all = Vec::new();
        for (name, values) in attributes {
            let attribute = Attribute::create(vm, &Str::new(name), values.clone())?;
            all.push(Value::from(attribute));
        }
        all.push(Attribute::name(vm, Some(&Str::new(&format!("name of {uid}")))));
        all.push(Attribute::uid(vm, Some(&Str::new(uid)), None)?);
        let name = |value: &Value| value.as_host::<Attribute>().map(|attribute| attribute.name.clone());
        all.sort_by(|a, b| match (name(a), name(b)) {
            (Some(a), Some(b)) => names::order(&a, &b),
            _ => std::cmp::Ordering::Equal,
        });
        ConnectorObject::create(vm, &ObjectClass::value("users"), all).map(Value::host)
    }

    fn objects(&mut self) -> Res<Vec<Value>> {
        let plain = self.object(
            "1",
            &[
                ("active", Some(vec![Value::bool(true)])),
                ("given", Some(vec!["Ann".into()])),
            ],
        )?;
        let map = rovy_interp::value::Map::from_pairs([("a", Value::int(1))]);
        let odd = self.object(
            "2",
            &[
                ("active", None),
                ("mails", Some(vec!["a".into(), "b".into()])),
                ("name", Some(vec![Value::Map(map)])),
                ("tags", Some(Vec::new())),
            ],
        )?;
        Ok(vec![plain, odd])
    }
}

impl Operations for Memory {
    fn vm(&mut self) -> &mut Vm {
        &mut self.vm
    }

    fn schema(&mut self) -> Res<Value> {
        Ok(Value::Null)
    }

    fn test(&mut self) -> Res<()> {
        self.fail()
    }

    fn search(&mut self, _class: &Value, filter: &Value, options: &Value, consumer: Consumer) -> Res<Value> {
        self.fail()?;
        self.seen = Some((filter.clone(), options.clone()));
        for object in self.objects()? {
            if !consumer(&mut self.vm, &object)? {
                return Ok(Value::Null);
            }
        }
        Ok(Value::host(SearchResult::new(Some(&Str::new("next")), 5)))
    }

    fn get(&mut self, _class: &Value, uid: &Value, _options: &Value) -> Res<Value> {
        self.fail()?;
        let wanted = uid.as_host::<Attribute>().and_then(Attribute::text);
        let found = self
            .objects()?
            .into_iter()
            .find(|object| object.as_host::<ConnectorObject>().and_then(ConnectorObject::uid_value) == wanted);
        Ok(found.unwrap_or_default())
    }

    fn sync(&mut self, _class: &Value, token: &Value, _options: &Value, consumer: Consumer) -> Res<Value> {
        self.fail()?;
        let since = token.as_host::<sync::SyncToken>().map(|token| token.value.clone());
        if !matches!(since, Some(Value::Long(_))) {
            return Ok(Value::Null);
        }
        let objects = self.objects()?;
        let Some(object) = objects.into_iter().next() else {
            return Ok(Value::Null);
        };
        let delta = sync::SyncDelta {
            token: Value::host(sync::new_token(&mut self.vm, &Value::Long(8))?),
            delta_type: rovy_interp::jdk::lang::enumeration::constant(&sync::DELTA_TYPE, "CREATE"),
            uid: object
                .as_host::<ConnectorObject>()
                .map(ConnectorObject::uid)
                .unwrap_or_default(),
            previous_uid: Value::Null,
            object_class: Value::Null,
            object,
        };
        consumer(&mut self.vm, &Value::host(delta))?;
        Ok(Value::Null)
    }

    fn latest_sync_token(&mut self, _class: &Value) -> Res<Value> {
        sync::new_token(&mut self.vm, &Value::Long(9)).map(Value::host)
    }
}

fn object_types() -> Json {
    json!({"users": {
        "nativeType": "users",
        "properties": {
            "login": {"type": "string", "nativeName": "__NAME__", "nativeType": "string"},
            "active": {"type": "boolean", "nativeType": "boolean"},
            "given": {"type": "string", "flags": ["NOT_RETURNED_BY_DEFAULT"]},
            "mails": {"type": "array", "items": {"type": "string", "nativeType": "string"}},
            "name": {"type": "object", "nativeType": "object"},
            "age": {"type": "integer", "nativeType": "integer"},
        }
    }})
}

fn system(behaviour: Behaviour, types: Option<Json>) -> System<Memory> {
    let folder: TempDir = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("provisioner.openicf-hr.json");
    let mut configuration = json!({
        "connectorRef": {
            "connectorHostRef": "rcs",
            "connectorName": "org.forgerock.openicf.connectors.groovy.ScriptedConnector"
        }
    });
    if let Some(types) = types {
        configuration["objectTypes"] = types;
    }
    std::fs::write(&file, configuration.to_string()).expect("a written file");
    let provisioner = Provisioner::open(&file, &|_| None).expect("a provisioner");
    let operations = Memory {
        vm: vm(behaviour),
        throws: None,
        seen: None,
    };
    System::new(provisioner, operations)
}

fn typed() -> System<Memory> {
    system(Behaviour::Rcs, Some(object_types()))
}

fn objects(system: &mut System<Memory>, query: &Query) -> Vec<Map<String, Json>> {
    let found = Rc::new(RefCell::new(Vec::new()));
    let filling = found.clone();
    let cookie = system.query("users", query, move |object| {
        filling.borrow_mut().push(object);
        true
    });
    match cookie {
        Ok(cookie) => assert_eq!(cookie.as_deref(), Some("next")),
        Err(failure) => panic!("{}", failure.error),
    }
    found.take()
}

fn body<T>(result: Result<T, Failure>) -> String {
    match result {
        Ok(_) => "an answer".to_owned(),
        Err(failure) => failure.error.to_json().to_string(),
    }
}
