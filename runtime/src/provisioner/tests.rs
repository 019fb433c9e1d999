//! Provisioner files and folders as a whole.

use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::*;

const SCRIPTED: &str = "org.forgerock.openicf.connectors.groovy.ScriptedConnector";

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("a written file");
    }
    folder
}

fn open_text(name: &str, text: &str) -> Result<Provisioner, String> {
    let folder = folder(&[(name, text)]);
    let path = folder.path().join(name);
    let home = |property: &str| (property == "home").then(|| "/opt".to_owned());
    Provisioner::open(&path, &home).map_err(|error| {
        let prefix = format!("{}/", folder.path().display());
        error.to_string().replace(&prefix, "")
    })
}

fn open(file: Value) -> Result<Provisioner, String> {
    open_text("provisioner.openicf-hr.json", &file.to_string())
}

fn open_with(key: &str, value: Value) -> Result<Provisioner, String> {
    let mut file = json!({"connectorRef": {"connectorName": SCRIPTED}});
    file[key] = value;
    open(file)
}

#[test]
fn a_file() {
    let reference = json!({
        "connectorHostRef": "rcs",
        "bundleVersion": "[1.5.0.0,1.6.0.0)",
        "connectorName": SCRIPTED,
        "own": [1],
    });
    let provisioner = open(json!({
        "enabled": false,
        "connectorRef": reference,
        "configurationProperties": {"scriptRoots": ["&{home}/scripts"], "colour": 1},
        "resultsHandlerConfig": {"enableCaseInsensitiveFilter": "true"},
        "producerBufferSize": 100,
    }))
    .expect("a provisioner");
    assert_eq!(provisioner.name, "hr");
    assert!(!provisioner.enabled);
    assert_eq!(Value::Object(provisioner.connector_ref), reference);
    assert_eq!(provisioner.kind, ConnectorKind::Scripted);
    assert_eq!(
        provisioner.configuration.texts("scriptRoots"),
        Some([Some("/opt/scripts".to_owned())].as_slice())
    );
    assert_eq!(
        provisioner.results_handler,
        ResultsHandler {
            case_insensitive: true,
            ..ResultsHandler::default()
        }
    );
    assert_eq!(provisioner.object_types, None);
}

#[test]
fn the_name_comes_from_the_file_or_its_name() {
    let named = open_with("name", json!("groovy")).expect("a provisioner");
    assert_eq!(named.name, "groovy");
    let text = json!({"connectorRef": {"connectorName": SCRIPTED}}).to_string();
    let plain = open_text("people.json", &text).expect("a provisioner");
    assert_eq!(plain.name, "people");
}

#[test]
fn mistakes_in_json_have_a_place() {
    assert_eq!(
        open_text("a.json", "{\n  \"name\": \"x\"\n  \"enabled\": true}").unwrap_err(),
        "a.json:3:3: expected `,` or `}`"
    );
    assert_eq!(
        open_text("a.json", "").unwrap_err(),
        "a.json:1:1: EOF while parsing a value"
    );
    assert_eq!(
        open_text("a.json", &"[".repeat(100_000)).unwrap_err(),
        "a.json:1:128: recursion limit exceeded"
    );
    assert!(
        open_text("a.json", "\u{FEFF}[]")
            .unwrap_err()
            .ends_with("expected an object, found []")
    );
}

#[test]
fn wrong_types_are_named_with_their_keys() {
    for (key, value, message) in [
        ("name", json!(5), "name: expected text, found 5"),
        (
            "configurationProperties",
            json!([]),
            "configurationProperties: expected an object, found []",
        ),
        (
            "configurationProperties",
            json!({"scriptRoots": 5}),
            "scriptRoots: expected text or a list of texts, found 5",
        ),
        (
            "resultsHandlerConfig",
            json!({"enableFilteredResultsHandler": "maybe"}),
            "resultsHandlerConfig.enableFilteredResultsHandler: expected true or false, found \"maybe\"",
        ),
        (
            "objectTypes",
            json!({"users": {"properties": {"name": {"type": 5}}}}),
            "objectTypes.users.properties.name.type: expected text, found 5",
        ),
        (
            "connectorRef",
            json!({}),
            "connectorRef.connectorName: missing; expected the connector's class name",
        ),
        (
            "connectorRef",
            json!({"connectorName": "x.Y"}),
            "connectorRef.connectorName: x.Y is not supported; supported are org.forgerock.openicf.connectors.groovy.ScriptedConnector and org.forgerock.openicf.connectors.groovy.ScriptedPoolableConnector",
        ),
    ] {
        assert_eq!(open_with(key, value).unwrap_err(), message);
    }
    assert_eq!(
        open(json!({})).unwrap_err(),
        "connectorRef: missing; expected an object with the key connectorName"
    );
}

#[test]
fn object_types_keep_what_rest_needs() {
    let account = json!({
        "$schema": "http://json-schema.org/draft-03/schema",
        "id": "account",
        "type": "object",
        "nativeType": "__ACCOUNT__",
        "properties": {
            "cn": {"type": "string", "required": true, "nativeName": "__NAME__", "nativeType": "string"},
            "mail": {
                "type": "array",
                "items": {"type": "string", "nativeType": "string"},
                "nativeName": "mail",
                "nativeType": "string",
                "flags": ["NOT_UPDATEABLE", "NOT_RETURNED_BY_DEFAULT"]
            },
            "age": {"type": "integer", "nativeName": "age", "nativeType": "JAVA_TYPE_INT"}
        }
    });
    let mut written = account.clone();
    written["properties"]["mail"]["flags"] = json!(["AUDITED", "NOT_RETURNED_BY_DEFAULT", "NOT_UPDATEABLE"]);
    let provisioner = open_with("objectTypes", json!({"account": written})).expect("a provisioner");
    let types = provisioner.object_types.expect("object types");
    let read = &types["account"];
    assert_eq!(read.to_json(), account);
    assert_eq!(read.native_type, "__ACCOUNT__");
    assert!(read.properties["mail"].is_multivalued());
    assert!(!read.properties["mail"].is_returned_by_default());
    assert_eq!(
        read.property_of("__NAME__").map(|property| property.required),
        Some(true)
    );
}

#[test]
fn a_property_may_leave_out_its_native_type() {
    let types = json!({"t": {"properties": {
        "plain": {},
        "flag": {"type": ["null", "boolean"]},
        "list": {"type": "array", "items": {"type": "object"}},
        "odd": {"type": "integer", "nativeType": "whatever"},
    }}});
    let provisioner = open_with("objectTypes", types).expect("a provisioner");
    let types = provisioner.object_types.expect("object types");
    let natives: Vec<Option<&str>> = types["t"]
        .properties
        .values()
        .map(|property| property.native_type.map(NativeType::name))
        .collect();
    assert_eq!(
        natives,
        [Some("string"), Some("boolean"), Some("object"), Some("integer")]
    );
    assert_eq!(types["t"].native_type, "t");
}

#[test]
fn a_folder_is_a_connector() {
    let folder = folder(&[]);
    let path = folder.path().join("hr");
    fs::create_dir(&path).expect("a folder");
    for name in ["SchemaScript", "Schema", "Search", "Other"] {
        fs::write(path.join(format!("{name}.groovy")), "").expect("a written file");
    }
    let provisioner = Provisioner::open(&path, &|_| None).expect("a provisioner");
    assert_eq!(provisioner.name, "hr");
    assert_eq!(
        provisioner.configuration.text("schemaScriptFileName"),
        Some("SchemaScript.groovy")
    );
    assert_eq!(
        provisioner.configuration.text("searchScriptFileName"),
        Some("Search.groovy")
    );
    assert_eq!(provisioner.configuration.text("testScriptFileName"), None);
    assert!(!provisioner.results_handler.filtered);
    assert_eq!(
        provisioner.connector_ref.keys().collect::<Vec<_>>(),
        ["connectorHostRef", "bundleVersion", "bundleName", "connectorName"]
    );
}

#[test]
fn what_is_not_there_cannot_be_read() {
    let missing = Provisioner::open(Path::new("/no/such/folder"), &|_| None).expect_err("missing");
    assert_eq!(
        missing.to_string(),
        "/no/such/folder: No such file or directory (os error 2)"
    );
}
