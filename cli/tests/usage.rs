//! Wrong usage and broken input: a clear message, nothing on standard output, and the right exit code.

mod support;

use std::fs;

use serde_json::{Value, json};
use support::{Outcome, rovy};

const FLAT: &str = "compat-tests/documents/flat";

#[track_caller]
fn refused(outcome: &Outcome, code: i32, message: &str) {
    assert_eq!(outcome.code, code, "{}", outcome.stderr);
    assert!(outcome.stderr.contains(message), "{}", outcome.stderr);
    assert_eq!(outcome.stdout, "");
}

#[test]
fn commands_and_options_that_are_not_there_yet() {
    for arguments in [
        &["explain", "E0101"][..],
        &["create", FLAT, "users", "{}"],
        &["serve", FLAT, "--listen", "127.0.0.1:0"],
        &["lsp"],
        &["check", FLAT, "--fix"],
        &["check", FLAT, "--from", "2.4"],
        &["check", FLAT, "--format", "sarif"],
    ] {
        refused(&rovy(arguments), 2, "not there yet");
    }
}

#[test]
fn wrong_arguments() {
    for (arguments, message) in [
        (&["schema"][..], "<CONNECTOR>"),
        (&["schema", FLAT, "--nothing"], "--nothing"),
        (&["search", FLAT], "<TYPE>"),
        (&["schema", FLAT, "--set", "scriptRoots"], "expected NAME=JSON"),
        (&["schema", FLAT, "--set", "scriptRoots=x"], "expected JSON, found x"),
        (
            &["schema", FLAT, "--map", "/var/lib/rcs=/no/such/folder"],
            "/no/such/folder: no such folder",
        ),
        (
            &["schema", FLAT, "--grant", "everything"],
            "expected files, env, net, net=HOST or process",
        ),
        (
            &["schema", FLAT, "--timeout", "0"],
            "expected a number of seconds greater than zero",
        ),
        (&["search", FLAT, "users", "--page-size", "many"], "many"),
        (&["sync", FLAT, "users", "--token", "1", "--latest"], "--latest"),
        (&["schema", FLAT, "--behaviour", "idm"], "rcs, openicf"),
    ] {
        refused(&rovy(arguments), 2, message);
    }
}

#[test]
fn configuration_properties() {
    for (setting, message) in [
        (
            "scriptRoots=5",
            "scriptRoots: expected text or a list of texts, found 5",
        ),
        (
            "searchScriptFileName=true",
            "searchScriptFileName: expected text, found true",
        ),
        (
            "scriptRoot=\"x\"",
            "the connector has no configuration property 'scriptRoot'; did you mean 'scriptRoots'?",
        ),
    ] {
        refused(&rovy(["schema", FLAT, "--set", setting]), 2, message);
    }
}

#[test]
fn numbers_and_names_that_make_no_sense() {
    for (arguments, message) in [
        (
            &["run", "--fuel", "0", "-e", "1"][..],
            "expected a whole number greater than zero",
        ),
        (
            &["run", "--max-memory", "0", "-e", "1"],
            "expected a whole number greater than zero",
        ),
        (&["run", "--max-depth", "-1", "-e", "1"], "'-1'"),
        (&["run", "--bind", "=1", "-e", "1"], "expected NAME=JSON"),
        (&["run", "--classpath", "no/such", "-e", "1"], "no such folder"),
        (&["search", FLAT, "users", "--page-size", "-1"], "-1 is not in 0..="),
        (&["search", FLAT, "users", "--offset", "-1"], "-1 is not in 0..="),
        (
            &["sync", FLAT, "users", "--state", "no/such/state.json"],
            "no/such: no such folder",
        ),
        (
            &["search", "SearchScript.groovy", "users"],
            "a script is no connector; give the folder that it lies in",
        ),
    ] {
        refused(&rovy(arguments), 2, message);
    }
}

#[test]
fn operations_without_a_script() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().to_str().expect("a plain path");
    refused(
        &rovy(["search", path, "users"]),
        1,
        "help: the connector has no script for this operation",
    );
}

#[test]
fn broken_provisioner_files() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("provisioner.openicf-x.json");
    let path = file.to_str().expect("a plain path");
    refused(&rovy(["test", path]), 2, "provisioner.openicf-x.json: No such file");
    for (text, message) in [
        ("{\n  \"name\": 5,,\n}", "provisioner.openicf-x.json:2:13: "),
        ("", "provisioner.openicf-x.json:1:1: EOF"),
        ("\u{0}\u{1}", "provisioner.openicf-x.json:1:1: expected value"),
        ("[]", "expected an object, found []"),
        (
            "{\"connectorRef\": {\"connectorName\": \"a.B\"}}",
            "a.B is not supported",
        ),
        (
            "{\"connectorRef\": {\"connectorName\": \"org.forgerock.openicf.connectors.groovy.ScriptedConnector\"}, \"configurationProperties\": {\"scriptRoots\": 5}}",
            "scriptRoots: expected text or a list of texts, found 5",
        ),
    ] {
        fs::write(&file, text).expect("a written file");
        refused(&rovy(["test", path]), 2, message);
        let body = rovy(["test", path, "--format", "json"]).body();
        assert_eq!((&body["code"], &body["reason"]), (&json!(400), &json!("Bad Request")));
    }
}

#[test]
fn a_damaged_state() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let state = folder.path().join("state.json");
    let path = state.to_str().expect("a plain path");
    let sync = "compat-tests/documents/sync";
    for text in ["{\"__GROUP__\": ", "[]", "{\"__GROUP__\": 5}"] {
        fs::write(&state, text).expect("a written file");
        refused(&rovy(["sync", sync, "__GROUP__", "--state", path]), 2, "state.json");
        assert_eq!(fs::read_to_string(&state).expect("the file"), text);
    }
}

#[test]
fn failures_are_answers_only_when_json_was_asked_for() {
    let arguments = ["search", FLAT, "users", "--filter", "givenName eq"];
    refused(&rovy(arguments), 1, "Invalid query filter 'givenName eq'");
    refused(
        &rovy(arguments.iter().chain(&["--format", "ndjson"])),
        1,
        "Invalid query filter",
    );
    let expected = json!({"code": 400, "reason": "Bad Request", "message": "Invalid query filter 'givenName eq'"});
    for format in ["json", "pretty"] {
        let outcome = rovy(arguments.iter().chain(&["--format", format]));
        assert_eq!((outcome.code, outcome.body()), (1, expected.clone()));
    }
}

#[test]
fn an_object_class_for_all_is_refused() {
    let outcome = rovy(["search", FLAT, "__ALL__", "--format", "json"]);
    assert_eq!(
        outcome.body(),
        json!({"code": 404, "reason": "Not Found", "message": "Operation is not allowed on __ALL__ object class"})
    );
}

#[test]
fn a_schema_without_a_script() {
    let outcome = rovy(["schema", "cli/tests/connectors/empty", "--format", "json"]);
    assert_eq!(outcome.code, 1);
    assert_eq!(outcome.body()["code"], 404);
}

#[test]
fn a_missing_script_fails_the_test() {
    let outcome = rovy(["test", FLAT, "--set", "searchScriptFileName=\"None.groovy\""]);
    assert_eq!(outcome.code, 1);
    let answer = outcome.body();
    assert_eq!(answer["ok"], Value::Bool(false));
    assert!(
        answer["error"]
            .as_str()
            .is_some_and(|error| error.contains("None.groovy")),
        "{answer}"
    );
}
