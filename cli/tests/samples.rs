//! The sample connector, used as the README does.

mod support;

use serde_json::{Value, json};
use support::{Outcome, rovy};

fn people(command: &str, arguments: &[&str]) -> Outcome {
    let mut all = vec![command, "samples/people"];
    all.extend(arguments);
    rovy(all)
}

fn logins(answer: &Value) -> Vec<&str> {
    let objects = answer["result"].as_array().into_iter().flatten();
    objects.filter_map(|object| object["__NAME__"].as_str()).collect()
}

#[test]
fn the_schema() {
    let answer = people("schema", &[]).json();
    let person = &answer["objectTypes"]["person"]["properties"];
    assert_eq!(person["floor"]["type"], "integer");
    assert_eq!(person["mail"]["type"], "array");
    assert_eq!(person["notes"]["flags"], json!(["NOT_RETURNED_BY_DEFAULT"]));
    assert_eq!(answer["objectTypes"]["team"]["properties"]["name"]["required"], true);
}

#[test]
fn filters() {
    for (filter, expected) in [
        (
            "familyName eq \"koch\" and active eq true",
            ["bkoch", "hkoch", "lkoch"].as_slice(),
        ),
        ("floor ge 3 and !(hired lt \"2020\")", &["dlind", "lkoch"]),
        ("mail co \"example.org\"", &["ageller", "dlind", "gsato", "jnovak"]),
        ("!(floor pr)", &["cdias", "jnovak"]),
        (
            "floor eq 1 or floor eq 2 or givenName sw \"an\"",
            &["ageller", "bkoch", "eokafor", "fmoreau", "gsato", "hkoch", "kdunne"],
        ),
    ] {
        let answer = people("search", &["person", "--filter", filter]).json();
        assert_eq!(logins(&answer), expected, "{filter}");
    }
}

#[test]
fn sorting_and_paging() {
    let arguments = [
        "person",
        "--sort",
        "familyName,-givenName",
        "--page-size",
        "5",
        "--fields",
        "__NAME__",
    ];
    let first = people("search", &arguments).json();
    assert_eq!(logins(&first), ["cdias", "kdunne", "ageller", "lkoch", "hkoch"]);
    let cookie = first["pagedResultsCookie"].as_str().expect("a cookie");
    let second = people("search", &[&arguments[..], &["--cookie", cookie]].concat()).json();
    assert_eq!(logins(&second), ["bkoch", "dlind", "fmoreau", "jnovak", "eokafor"]);
    let cookie = second["pagedResultsCookie"].as_str().expect("a cookie");
    let third = people("search", &[&arguments[..], &["--cookie", cookie]].concat()).json();
    assert_eq!(logins(&third), ["irossi", "gsato"]);
    assert_eq!(third["pagedResultsCookie"], Value::Null);
}

#[test]
fn reads() {
    let answer = people("read", &["person", "p06"]).json();
    assert_eq!(answer["givenName"], "Félix");
    assert!(answer.get("notes").is_none());
    let answer = people("read", &["person", "p06", "--fields", "notes"]).json();
    assert_eq!(answer, json!({"_id": "p06", "notes": "Prefers letters."}));
}

#[test]
fn changes() {
    let answer = people("sync", &["person", "--token", "14"]).json();
    assert_eq!(answer["token"], 21);
    let deltas = answer["deltas"].as_array().expect("deltas");
    let changes: Vec<(&str, &str)> = deltas
        .iter()
        .filter_map(|delta| Some((delta["type"].as_str()?, delta["uid"].as_str()?)))
        .collect();
    assert_eq!(
        changes,
        [
            ("CREATE_OR_UPDATE", "p07"),
            ("DELETE", "p00"),
            ("CREATE_OR_UPDATE", "p08"),
            ("CREATE_OR_UPDATE", "p10"),
            ("CREATE_OR_UPDATE", "p12"),
        ]
    );
    assert_eq!(people("sync", &["team", "--latest"]).json(), json!({"token": 22}));
}

#[test]
fn the_test_passes() {
    let answer = people("test", &[]).json();
    assert_eq!((&answer["name"], &answer["ok"]), (&json!("people"), &json!(true)));
}

#[test]
fn other_forms_of_an_answer() {
    let outcome = people("search", &["team", "--format", "ndjson", "--fields", "name"]);
    assert_eq!(
        outcome.stdout,
        "{\"_id\":\"t01\",\"name\":\"Tools\"}\n{\"_id\":\"t02\",\"name\":\"Support\"}\n"
    );
    let outcome = people("search", &["team", "--format", "table", "--fields", "name"]);
    assert_eq!(outcome.stdout, " _id  name\n t01  Tools\n t02  Support\n");
    let outcome = people("read", &["team", "t01", "--fields", "name", "--format", "pretty"]);
    assert_eq!(outcome.stdout, "{\n  \"_id\": \"t01\",\n  \"name\": \"Tools\"\n}\n");
}
