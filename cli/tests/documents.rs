//! The documents' scripts give the documents' answers.

mod support;

use serde_json::{Value, json};
use support::{Outcome, assert_agrees, printed, rovy};

const DOCUMENTS: &str = "compat-tests/documents";

fn document(command: &str, connector: &str, arguments: &[&str]) -> Outcome {
    let connector = format!("{DOCUMENTS}/{connector}");
    let map = format!("/var/lib/rcs={DOCUMENTS}/data");
    let mut all = vec![command, &connector];
    all.extend(arguments);
    all.extend(["--map", &map]);
    rovy(all)
}

fn search(connector: &str, object_type: &str, arguments: &[&str]) -> Value {
    let mut all = vec![object_type];
    all.extend(arguments);
    document("search", connector, &all).json()
}

/// The values of a property in a result.
fn values(answer: &Value, property: &str) -> Vec<String> {
    let result = answer["result"].as_array().expect("a result");
    assert_eq!(answer["resultCount"], result.len());
    result
        .iter()
        .map(|object| object[property].as_str().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn minimal_schema() {
    let answer = document("schema", "minimal", &[]).json();
    assert_agrees(&printed("schema-minimal"), &answer);
    let features = &answer["operationOptions"]["SEARCH"]["objectFeatures"]["__ACCOUNT__"];
    assert_eq!(features["operationOptionInfo"]["properties"], json!({}));
}

#[test]
fn flat_schema() {
    // Printed under "Original Data Structure", where `users` is the flat script's.
    let answer = document("schema", "flat", &[]).json();
    assert_agrees(&printed("schema-flat"), &answer);
}

#[test]
fn original_schema() {
    let answer = document("schema", "original", &[]).json();
    let users = &answer["objectTypes"]["users"]["properties"];
    assert_eq!(
        users["emails"],
        json!({
            "type": "array",
            "items": {"type": "object", "nativeType": "object"},
            "required": true,
            "nativeName": "emails",
            "nativeType": "object"
        })
    );
    assert_eq!(
        users["active"],
        json!({"type": "boolean", "required": true, "nativeName": "active", "nativeType": "boolean"})
    );
    assert_eq!(
        users["name"],
        json!({"type": "object", "nativeName": "name", "nativeType": "object"})
    );
    let groups = &printed("schema-flat")["objectTypes"]["groups"];
    assert_agrees(groups, &answer["objectTypes"]["groups"]);
}

#[test]
fn one_handler_call() {
    let answer = search("provisioner.openicf-one-call.json", "users", &["--filter", "true"]);
    assert_agrees(&printed("one-call"), &answer);
}

/// The printed answer belongs to the flat script in this: the shorter ones ask `resource.primary`, which the data does not
/// have, so that nobody has a primary address.
fn without_primary_email(mut answer: Value) -> Value {
    answer["result"][0]
        .as_object_mut()
        .expect("an object")
        .remove("primaryEmail");
    answer
}

#[test]
fn loop_over_the_data() {
    let answer = search("provisioner.openicf-loop.json", "users", &[]);
    assert_agrees(&without_primary_email(printed("loop")), &answer);
}

#[test]
fn switch_over_object_classes() {
    let connector = "provisioner.openicf-switch.json";
    let users = search(connector, "users", &[]);
    assert_agrees(&without_primary_email(printed("loop")), &users);
    let asked = search(connector, "users", &["--fields", "*,secondaryEmail"]);
    assert_eq!(asked["result"][0]["secondaryEmail"], "bjensen@example.com");
    let groups = search(connector, "groups", &[]);
    assert_eq!(values(&groups, "displayName"), ["Tour Guides"]);
    assert_eq!(groups["result"][0]["__NAME__"], groups["result"][0]["_id"]);
    assert_eq!(groups["result"][0]["members"][0]["display"], "Babs Jensen");
    assert!(groups["result"][0].get("schemas").is_none());
}

#[test]
fn flat_search() {
    let answer = search("flat", "users", &[]);
    let mut printed = printed("loop");
    printed["result"][0]
        .as_object_mut()
        .expect("an object")
        .remove("active");
    assert_agrees(&printed, &answer);
}

#[test]
fn fields() {
    assert_agrees(&printed("fields"), &search("flat", "users", &["--fields", "__NAME__"]));
    let mut printed = printed("fields-star");
    printed["result"][0]
        .as_object_mut()
        .expect("an object")
        .remove("active");
    assert_agrees(&printed, &search("flat", "users", &["--fields", "*,secondaryEmail"]));
}

#[test]
fn filters() {
    for (filter, expected) in [
        (
            "familyName sw \"F\" and active eq true",
            ["ffisher", "ffoster"].as_slice(),
        ),
        ("__NAME__ eq \"BJENSEN\"", &["bjensen"]),
        ("familyName eq \"jensen\"", &["bjensen", "jjensen"]),
        ("givenName eq \"Jane\" and !(familyName eq \"Jensen\")", &["jevans"]),
        (
            "(givenName eq \"Barbara\" or givenName eq \"Jane\") and familyName eq \"Jensen\"",
            &["bjensen", "jjensen"],
        ),
        ("displayName co \"ms.\"", &["bjensen"]),
        ("familyName ew \"sen\"", &["bjensen", "jjensen", "oolsen"]),
        ("familyName gt \"parker\"", &["qquinn"]),
        ("familyName ge \"parker\"", &["fparker", "qquinn"]),
        ("familyName lt \"baker\"", &["aadams"]),
        ("familyName le \"baker\"", &["aadams", "bbaker"]),
        (
            "secondaryEmail pr and active eq true",
            &["aadams", "ffoster", "fparker", "hhughes", "jjensen", "nnowak"],
        ),
        ("_id eq \"2819c223-7f76-453a-919d-413861904646\"", &["bjensen"]),
    ] {
        let answer = search("flat", "users", &["--filter", filter, "--sort", "__NAME__"]);
        assert_eq!(values(&answer, "__NAME__"), expected, "{filter}");
    }
    let none = search("flat", "users", &["--filter", "false"]);
    assert_eq!(none["result"], json!([]));
    assert_eq!(none["pagedResultsCookie"], Value::Null);
}

#[test]
fn a_read() {
    let id = "2819c223-7f76-453a-919d-413861904646";
    let answer = document("read", "provisioner.openicf-read-by-uid.json", &["users", id]).json();
    assert_agrees(&printed("read"), &answer);
    let answer = document("read", "flat", &["users", id, "--fields", "__NAME__"]).json();
    assert_eq!(answer, json!({"_id": id, "__NAME__": "bjensen"}));
}

#[test]
fn a_read_that_finds_nothing() {
    let id = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    let outcome = document("read", "flat", &["users", id, "--format", "json"]);
    assert_eq!(outcome.code, 1);
    let mut expected = printed("read-not-found");
    expected["message"] = format!("Object {id} not found on system/flat/users").into();
    assert_eq!(outcome.body(), expected);
}

#[test]
fn sorting_by_two_keys() {
    let family_then_given = search("flat", "users", &["--sort", "-givenName,familyName"]);
    let names = values(&family_then_given, "__NAME__");
    let janes: Vec<&String> = names
        .iter()
        .filter(|name| ["jevans", "jjensen"].contains(&name.as_str()))
        .collect();
    assert_eq!(janes, ["jevans", "jjensen"]);
    assert_eq!(names.first().map(String::as_str), Some("qquinn"));
    let downwards = search("flat", "users", &["--sort", "-givenName,-familyName"]);
    let names = values(&downwards, "__NAME__");
    let janes: Vec<&String> = names
        .iter()
        .filter(|name| ["jevans", "jjensen"].contains(&name.as_str()))
        .collect();
    assert_eq!(janes, ["jjensen", "jevans"]);
}

#[test]
fn paging_by_cookie_to_the_end() {
    let mut identifiers = Vec::new();
    let mut cookie: Option<String> = None;
    let mut pages = 0;
    loop {
        let mut arguments = vec!["--page-size", "8"];
        if let Some(cookie) = &cookie {
            arguments.extend(["--cookie", cookie]);
        }
        let page = search("flat", "users", &arguments);
        identifiers.extend(values(&page, "_id"));
        pages += 1;
        match page["pagedResultsCookie"].as_str() {
            Some(next) if pages == 1 => {
                assert_eq!(next, "MjgxOWMyMjMtN2Y3Ni00NTNhLTkxOWQtNDEzODYxOTA0NjQ2");
                cookie = Some(next.to_owned());
            }
            Some(next) => cookie = Some(next.to_owned()),
            None => break,
        }
    }
    assert_eq!((pages, identifiers.len()), (3, 19));
    assert!(identifiers.is_sorted());
}

#[test]
fn paging_by_offset() {
    let all = values(&search("flat", "users", &["--sort", "__NAME__"]), "__NAME__");
    let page = search(
        "flat",
        "users",
        &["--sort", "__NAME__", "--page-size", "5", "--offset", "7"],
    );
    assert_eq!(values(&page, "__NAME__"), all[7..12]);
    assert!(page["pagedResultsCookie"].is_string());
}

#[test]
fn an_unsupported_object_class() {
    let outcome = document(
        "search",
        "provisioner.openicf-loop.json",
        &["machines", "--format", "json"],
    );
    assert_eq!(outcome.code, 1);
    assert_eq!(
        outcome.body(),
        json!({"code": 404, "reason": "Not Found", "message": "Not found: machines"})
    );
}

#[test]
fn the_test_script() {
    let answer = document("test", "provisioner.openicf-loop.json", &[]).json();
    assert_eq!(answer["ok"], true);
    assert!(answer.get("error").is_none());

    let folder = tempfile::tempdir().expect("a temporary folder");
    let map = format!("/var/lib/rcs={}", folder.path().display());
    let connector = format!("{DOCUMENTS}/provisioner.openicf-loop.json");
    let outcome = rovy(["test", &connector, "--map", &map]);
    assert_eq!(outcome.code, 1);
    let mut expected = printed("test");
    expected["name"] = "loop".into();
    expected["config"] = "config/provisioner.openicf/loop".into();
    expected["connectorRef"]["bundleVersion"] = "1.5.20.15".into();
    let mut answer = outcome.body();
    let mut types: Vec<String> = serde_json::from_value(answer["objectTypes"].take()).expect("names");
    types.sort();
    // The document's `__ACCOUNT__` belongs to its minimal schema.
    assert_eq!(types, ["__ALL__", "groups", "users"]);
    expected["objectTypes"].take();
    assert_agrees(&expected, &answer);
}

#[test]
fn sync_tokens() {
    let latest = |connector: &str, object_type: &str| document("sync", connector, &[object_type, "--latest"]).json();
    for connector in ["sync-latest-token", "sync"] {
        assert_eq!(latest(connector, "__ACCOUNT__"), json!({"token": 17}));
        assert_eq!(latest(connector, "__GROUP__"), json!({"token": 16}));
        assert_eq!(latest(connector, "__ALL__"), json!({"token": 17}));
    }
}

#[test]
fn sync_deltas() {
    for connector in ["sync", "sync-closures"] {
        let answer = document("sync", connector, &["__GROUP__", "--token", "14"]).json();
        assert_eq!(answer["token"], 16, "{connector}");
        let deltas = answer["deltas"].as_array().expect("deltas");
        assert_eq!(deltas.len(), 2);
        assert_eq!(deltas[0]["type"], "CREATE");
        assert_eq!(deltas[0]["token"], 15);
        assert_eq!(deltas[0]["uid"], "7");
        assert_eq!(
            deltas[0]["object"],
            json!({"_id": "7", "__NAME__": "guides", "gid": 1007, "description": "Tour Guides"})
        );
        assert_eq!(deltas[1]["type"], "DELETE");
        assert_eq!(deltas[1]["token"], 16);
        assert_eq!(deltas[1]["uid"], "8");
    }
    let answer = document("sync", "sync-builder", &["__ACCOUNT__"]).json();
    assert_eq!(answer["deltas"][0]["object"]["mail"], "bjensen@example.com");
}

#[test]
fn a_kept_sync_token() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let state = folder.path().join("state.json");
    let state = state.to_str().expect("a plain path");
    let stored = || -> Value { serde_json::from_str(&std::fs::read_to_string(state).expect("a state")).expect("JSON") };
    let first = document("sync", "sync", &["__GROUP__", "--state", state]).json();
    assert_eq!(first, json!({"token": 16, "deltas": []}));
    assert_eq!(
        stored(),
        json!({"__GROUP__": {"nativeType": "integer", "syncToken": 16}})
    );
    let second = document("sync", "sync", &["__GROUP__", "--state", state]).json();
    assert_eq!(second["deltas"].as_array().map(Vec::len), Some(2));
    let account = document("sync", "sync", &["__ACCOUNT__", "--state", state]).json();
    assert_eq!(account["deltas"], json!([]));
    assert_eq!(stored()["__ACCOUNT__"]["syncToken"], 17);
}
