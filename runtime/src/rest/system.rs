//! A connector under `system/NAME`: requests in, JSON out.

use indexmap::IndexMap;
use rovy_interp::Thrown;
use serde_json::{Value as Json, json};

use super::failure::{Request, failure};
use super::{Failure, Operations, RestError, schema};
use crate::icf::behaviour::Behaviour;
use crate::icf::schema::Schema;
use crate::icf::{exceptions, names};
use crate::provisioner::{ObjectType, Provisioner};
use rovy_interp::jdk::throwables;
use rovy_interp::value::Value;
use rovy_interp::vm::Fault;

/// A configured connector as REST calls see it.
pub struct System<O> {
    pub(super) provisioner: Provisioner,
    pub(super) operations: O,
    /// The object types, once they are known; none inside for a connector without a schema.
    types: Option<Option<IndexMap<String, ObjectType>>>,
}

/// What a request's TYPE stands for.
pub(super) struct Target {
    /// The ICF object class.
    pub object_class: String,
    /// How its objects are shown; none where there is no schema, and for `__ALL__`.
    pub object_type: Option<ObjectType>,
}

impl<O: Operations> System<O> {
    /// The system of a configuration.
    pub fn new(provisioner: Provisioner, operations: O) -> Self {
        Self {
            provisioner,
            operations,
            types: None,
        }
    }

    /// The operations behind the system.
    pub fn operations(&mut self) -> &mut O {
        &mut self.operations
    }

    /// The schema action's answer: what the schema script says.
    pub fn schema(&mut self) -> Result<Json, Failure> {
        let schema = self.operations.schema();
        let schema = self.answered(schema, &Request::unnamed("ACTION"))?;
        let vm = self.operations.vm();
        Ok(match schema.as_host::<Schema>() {
            Some(schema) => schema::to_json(vm, schema),
            None => json!({"objectTypes": {}, "operationOptions": {}}),
        })
    }

    /// The test action's answer, and what failed if anything did.
    pub fn test(&mut self) -> (Json, Option<Failure>) {
        let request = Request::unnamed("ACTION");
        let tested = self.operations.test();
        let tested = self.answered(tested, &request);
        let types = self.known_types(&request).map(|types| {
            let names = types
                .into_iter()
                .flat_map(IndexMap::keys)
                .filter(|name| *name != names::ALL);
            names.cloned().chain([names::ALL.to_owned()]).collect::<Vec<String>>()
        });
        let (types, problem) = match (tested, types) {
            (Ok(()), Ok(types)) => (types, None),
            (Err(problem), Ok(types)) => (types, Some(problem)),
            (Ok(()), Err(problem)) | (Err(problem), Err(_)) => (vec![names::ALL.to_owned()], Some(problem)),
        };
        let mut answer = json!({
            "name": self.provisioner.name,
            "enabled": self.provisioner.enabled,
            "config": format!("config/provisioner.openicf/{}", self.provisioner.name),
            "connectorRef": self.connector_ref(),
            "displayName": self.provisioner.kind.display_name(),
            "objectTypes": types,
        });
        if let Some(problem) = &problem {
            answer["error"] = self.test_error(problem);
        }
        answer["ok"] = problem.is_none().into();
        (answer, problem)
    }

    /// The newer product echoes the reference whole.
    fn connector_ref(&mut self) -> Json {
        let whole = Behaviour::of(self.operations.vm()) == Behaviour::Rcs;
        let reference = self.provisioner.connector_ref.iter();
        let shown = reference.filter(|(key, _)| whole || *key != "connectorHostRef");
        Json::Object(shown.map(|(key, value)| (key.clone(), value.clone())).collect())
    }

    /// The exception's own message, but for two kinds.
    fn test_error(&mut self, problem: &Failure) -> Json {
        let Some(Fault::Exception(exception)) = &problem.fault else {
            return problem.error.message.as_deref().into();
        };
        let vm = self.operations.vm();
        if vm.is_instance(exception, throwables::UNSUPPORTED_OPERATION_EXCEPTION.id()) {
            "TEST UnsupportedOperation".into()
        } else if vm.is_instance(exception, exceptions::INVALID_CREDENTIAL_EXCEPTION.id()) {
            "Connection Error".into()
        } else {
            super::failure::message(vm, exception).into()
        }
    }

    /// What a TYPE in a path stands for. Without a schema any is taken; one that the schema does not have is not found,
    /// `__ALL__` always is.
    pub(super) fn target(&mut self, name: &str, request: &Request) -> Result<Target, Failure> {
        let found = self.known_types(request)?.map(|types| types.get(name).cloned());
        match found {
            Some(None) if name != names::ALL => Err(RestError::not_found(format!("Not found: {name}")).into()),
            Some(Some(object_type)) => Ok(Target {
                object_class: object_type.native_type.clone(),
                object_type: Some(object_type),
            }),
            None | Some(None) => Ok(Target {
                object_class: name.to_owned(),
                object_type: None,
            }),
        }
    }

    /// The object types, as far as they are known.
    pub(super) fn types(&self) -> impl Iterator<Item = &ObjectType> {
        self.types.iter().flatten().flat_map(IndexMap::values)
    }

    /// The object types of the provisioner file, else of the schema script.
    fn known_types(&mut self, request: &Request) -> Result<Option<&IndexMap<String, ObjectType>>, Failure> {
        if self.types.is_none() {
            self.types = Some(self.find_types(request)?);
        }
        Ok(self.types.as_ref().and_then(Option::as_ref))
    }

    fn find_types(&mut self, request: &Request) -> Result<Option<IndexMap<String, ObjectType>>, Failure> {
        if let Some(types) = &self.provisioner.object_types {
            return Ok(Some(types.clone()));
        }
        let script = self.provisioner.configuration.text("schemaScriptFileName");
        if script.is_none_or(|name| name.trim().is_empty()) {
            return Ok(None);
        }
        let schema = self.operations.schema();
        let schema: Value = self.answered(schema, request)?;
        let vm = self.operations.vm();
        Ok(schema
            .as_host::<Schema>()
            .map(|schema| schema::object_types(vm, schema)))
    }

    /// The result of an operation, or the failure that its exception becomes.
    pub(super) fn answered<T>(&mut self, result: Result<T, Thrown>, request: &Request) -> Result<T, Failure> {
        result.map_err(|thrown| failure(self.operations.vm(), thrown, request))
    }
}
