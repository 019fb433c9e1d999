//! Requests against operations that answer from memory.

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

#[test]
fn objects_show_the_properties_of_their_type() {
    assert_eq!(
        json!(objects(&mut typed(), &Query::default())),
        json!([
            {"_id": "1", "login": "name of 1", "active": true, "given": "Ann"},
            {"_id": "2", "login": "name of 2", "mails": ["a", "b"], "name": {"a": 1}},
        ])
    );
}

#[test]
fn the_open_toolkit_shows_nulls() {
    let mut system = system(Behaviour::OpenIcf, Some(object_types()));
    let found = objects(&mut system, &Query::default());
    assert_eq!(found[1]["active"], Json::Null);
}

#[test]
fn without_a_type_every_attribute_is_shown() {
    let mut system = system(Behaviour::Rcs, None);
    assert_eq!(
        json!(objects(&mut system, &Query::default())[1]),
        json!({"_id": "2", "__NAME__": "name of 2", "mails": ["a", "b"], "name": {"a": 1}})
    );
    let (_, options) = system.operations().seen.clone().expect("a search");
    let options = options.as_host::<OperationOptions>().expect("options");
    assert!(options.attributes_to_get().is_none());
}

#[test]
fn options_of_a_query() {
    let mut system = typed();
    let query = Query {
        fields: Fields::new("*,given,none"),
        sort_keys: SortField::list("-_id"),
        page_size: 5,
        ..Query::default()
    };
    objects(&mut system, &query);
    let (_, options) = system.operations().seen.clone().expect("a search");
    let vm = system.operations().vm();
    let text = vm.to_text(&options);
    let options = options.as_host::<OperationOptions>().expect("options");
    let names = options.attributes_to_get().expect("attributesToGet");
    let names: Vec<String> = names.iter().map(ToString::to_string).collect();
    assert_eq!(
        names,
        ["mails", "given", "name", "active", "__NAME__", "age"],
        "{text:?}"
    );
    assert!(matches!(options.get("PAGED_RESULTS_OFFSET"), Value::Int(_)));
    assert!(matches!(options.get("PAGE_SIZE"), Value::Int(_)));
    assert!(options.get("PAGED_RESULTS_COOKIE").is_null());
}

#[test]
fn filters_become_icf_filters() {
    let mut system = typed();
    let mut seen = |text: &str| {
        let query = Query {
            filter: text.to_owned(),
            ..Query::default()
        };
        objects(&mut system, &query);
        system
            .operations()
            .seen
            .clone()
            .map(|(filter, _)| filter)
            .unwrap_or_default()
    };
    assert!(seen("true").is_null());
    let filter = seen("login eq \"x\" or age eq 5 or age pr");
    let Some(Filter::Or(parts)) = filter.as_host::<Filter>() else {
        panic!("no OR");
    };
    assert_eq!(parts.len(), 2);
    assert!(matches!(parts[1].as_host(), Some(Filter::Or(_))));
    let Some(name) = parts[0].as_host::<Filter>().and_then(Filter::attribute) else {
        panic!("no attribute");
    };
    assert!(name.is("__NAME__"));
    let filter = seen("age eq 5");
    let age = filter
        .as_host::<Filter>()
        .and_then(Filter::attribute)
        .map(Attribute::first);
    assert!(matches!(age, Some(Value::Int(_))));
}

#[test]
fn refused_queries() {
    for (text, message) in [
        (
            "none eq 1",
            "Attribute none does not exist as part of ObjectClass: users",
        ),
        (
            "none pr and none eq 1",
            "Attribute none does not exist as part of ObjectClass: users",
        ),
        ("login/x eq 1", "Only one level JsonPointer supported"),
        ("login like \"x\"", "ExtendedMatchFilter is not supported"),
        ("login EW \"x\"", "ExtendedMatchFilter is not supported"),
        ("_id eq \" \"", "Uid value must not be blank!"),
        ("_id co \"x\"", "Uid can only be used for equals comparison."),
        ("active co true", "Value must be a string!"),
        ("login", "Invalid query filter 'login'"),
    ] {
        let query = Query {
            filter: text.to_owned(),
            ..Query::default()
        };
        let result = typed().query("users", &query, |_| true);
        let expected = json!({"code": 400, "reason": "Bad Request", "message": message});
        assert_eq!(body(result), expected.to_string(), "{text}");
    }
}

#[test]
fn what_matches_nothing_is_not_asked() {
    for text in ["false", "none pr", "login eq \"x\" or false"] {
        let query = Query {
            filter: text.to_owned(),
            ..Query::default()
        };
        let mut system = typed();
        let result = system.query("users", &query, |_| true);
        assert_eq!(result.ok(), Some(None), "{text}");
        assert!(system.operations().seen.is_none());
    }
}

#[test]
fn reads() {
    let read = |id: &str, fields: &str| typed().read("users", id, &Fields::new(fields));
    let found = read("1", "given").map_err(|failure| failure.error);
    assert_eq!(
        found.map(|object| json!(object)),
        Ok(json!({"_id": "1", "given": "Ann"}))
    );
    assert_eq!(
        body(read("3", "")),
        r#"{"code":404,"reason":"Not Found","message":"Object 3 not found on system/hr/users"}"#
    );
    assert_eq!(
        body(read("", "")),
        r#"{"code":400,"reason":"Bad Request","message":"The resource collection system/hr/users cannot be read"}"#
    );
    assert_eq!(
        body(typed().read("groups", "1", &Fields::default())),
        r#"{"code":404,"reason":"Not Found","message":"Not found: groups"}"#
    );
}

#[test]
fn several_values_of_a_single_valued_property() {
    let mut types = object_types();
    types["users"]["properties"]["mails"] = json!({"type": "string"});
    let mut system = system(Behaviour::Rcs, Some(types));
    let result = system.query("users", &Query::default(), |_| true);
    assert_eq!(
        body(result),
        r#"{"code":500,"reason":"Internal Server Error","message":"The mails attribute is not single value attribute."}"#
    );
}

#[test]
fn synchronisation() {
    let mut system = typed();
    let token = |value: Json| SyncToken {
        native_type: Some("JAVA_TYPE_LONG".to_owned()),
        value,
    };
    let latest = system.latest_token("users").map_err(|failure| failure.error);
    assert_eq!(latest, Ok(Some(token(json!(9)))));
    let deltas = Rc::new(RefCell::new(Vec::new()));
    let filling = deltas.clone();
    let next = system.sync("users", Some(&token(json!(7))), move |delta| {
        filling.borrow_mut().push(delta);
        true
    });
    assert_eq!(next.map_err(|failure| failure.error), Ok(Some(token(json!(8)))));
    assert_eq!(
        deltas.take(),
        [json!({
            "type": "CREATE",
            "token": 8,
            "uid": "1",
            "previousUid": null,
            "objectClass": null,
            "object": {"_id": "1", "login": "name of 1", "active": true, "given": "Ann"}
        })]
    );
    let nothing = system.sync("users", None, |_| true);
    assert_eq!(nothing.map_err(|failure| failure.error), Ok(None));
}

#[test]
fn the_test_action() {
    let mut system = typed();
    let (answer, problem) = system.test();
    assert!(problem.is_none());
    assert_eq!(
        answer.to_string(),
        concat!(
            r#"{"name":"hr","enabled":true,"config":"config/provisioner.openicf/hr","#,
            r#""connectorRef":{"connectorHostRef":"rcs","connectorName":"org.forgerock.openicf.connectors.groovy.ScriptedConnector"},"#,
            r#""displayName":"Scripted Groovy Connector","objectTypes":["users","__ALL__"],"ok":true}"#
        )
    );
    for (class, error) in [
        (&exceptions::CONNECTOR_EXCEPTION, "own words"),
        (&exceptions::INVALID_PASSWORD_EXCEPTION, "Connection Error"),
        (
            &jdk::throwables::UNSUPPORTED_OPERATION_EXCEPTION,
            "TEST UnsupportedOperation",
        ),
        (&jdk::throwables::MISSING_RESOURCE_EXCEPTION, "own words"),
    ] {
        system.operations().throws = Some((class, "own words"));
        let (answer, problem) = system.test();
        assert!(problem.is_some());
        assert_eq!((&answer["error"], &answer["ok"]), (&json!(error), &json!(false)));
    }
}

/// The status and message of the answer to an exception.
fn answer(class: &'static Class, operation: &'static str, behaviour: Behaviour) -> (u16, String) {
    let mut vm = vm(behaviour);
    let exception = Throwable::new(class.id(), Some(Str::new("own words")));
    let thrown = vm.throw_value(Value::Throwable(exception));
    let request = failure::Request {
        operation,
        id: "7".to_owned(),
        system: "system/hr/users".to_owned(),
    };
    let error = failure::failure(&mut vm, thrown, &request).error;
    (error.code, error.message.unwrap_or_default())
}

#[test]
fn exceptions_become_answers() {
    use exceptions::*;
    for (class, code, message) in [
        (&ALREADY_EXISTS_EXCEPTION, 412, "System object 7 already exists"),
        (
            &INVALID_ATTRIBUTE_VALUE_EXCEPTION,
            400,
            "Attribute value conflicts with the attribute's schema definition on operation READ for system object: 7",
        ),
        (
            &UNKNOWN_UID_EXCEPTION,
            404,
            "Operation READ could not find resource 7 on system object: system/hr/users",
        ),
        (
            &INVALID_PASSWORD_EXCEPTION,
            401,
            "Invalid password has been provided to operation READ for system object: 7",
        ),
        (
            &INVALID_CREDENTIAL_EXCEPTION,
            401,
            "Invalid credential has been provided to operation READ for system object: 7",
        ),
        (
            &PASSWORD_EXPIRED_EXCEPTION,
            403,
            "Operation READ failed with PasswordExpiredException on system object: 7",
        ),
        (
            &PERMISSION_DENIED_EXCEPTION,
            403,
            "Permission was denied on READ operation for system object: 7",
        ),
        (
            &CONNECTOR_SECURITY_EXCEPTION,
            500,
            "Operation READ failed with ConnectorSecurityException on system object: 7",
        ),
        (
            &CONFIGURATION_EXCEPTION,
            500,
            "Operation READ failed with ConfigurationException on system object: 7",
        ),
        (
            &CONNECTION_BROKEN_EXCEPTION,
            503,
            "Operation READ failed with ConnectionBrokenException on system object: 7",
        ),
        (
            &CONNECTOR_IO_EXCEPTION,
            503,
            "Operation READ failed with ConnectorIOException on system object: 7",
        ),
        (
            &CONNECTION_FAILED_EXCEPTION,
            503,
            "Connection failed during operation READ on system object: 7",
        ),
        (
            &OPERATION_TIMEOUT_EXCEPTION,
            503,
            "Operation READ Timeout on system object: 7",
        ),
        (
            &RETRYABLE_EXCEPTION,
            503,
            "Request temporarily unavailable on operation READ for system object: 7",
        ),
        (
            &PRECONDITION_FAILED_EXCEPTION,
            412,
            "The resource version for 7 does not match the version provided on operation READ for system object: system/hr/users",
        ),
        (
            &PRECONDITION_REQUIRED_EXCEPTION,
            428,
            "No resource version for resource 7 has been provided on operation READ for system object: system/hr/users",
        ),
        (
            &CONNECTOR_EXCEPTION,
            500,
            "Operation READ failed with ConnectorException on system object: 7",
        ),
    ] {
        assert_eq!(
            answer(class, "READ", Behaviour::OpenIcf),
            (code, message.to_owned()),
            "{}",
            class.name
        );
        assert_eq!(
            answer(class, "READ", Behaviour::Rcs),
            (code, "own words".to_owned()),
            "{}",
            class.name
        );
    }
}

#[test]
fn other_exceptions_keep_their_message() {
    use jdk::throwables::*;
    for (class, operation, behaviour, code) in [
        (&ILLEGAL_ARGUMENT_EXCEPTION, "QUERY", Behaviour::Rcs, 400),
        (&NUMBER_FORMAT_EXCEPTION, "QUERY", Behaviour::OpenIcf, 400),
        (&ILLEGAL_ARGUMENT_EXCEPTION, "READ", Behaviour::Rcs, 500),
        (&UNSUPPORTED_OPERATION_EXCEPTION, "QUERY", Behaviour::Rcs, 404),
        (&UNSUPPORTED_OPERATION_EXCEPTION, "QUERY", Behaviour::OpenIcf, 500),
        (&NULL_POINTER_EXCEPTION, "QUERY", Behaviour::Rcs, 500),
    ] {
        assert_eq!(answer(class, operation, behaviour), (code, "own words".to_owned()));
    }
}
