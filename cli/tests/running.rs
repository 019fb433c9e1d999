//! What is told while a script still runs: objects, changes, log lines; what ends it.

mod support;

use serde_json::json;
use std::path::Path;
use support::{Outcome, rovy};
use tempfile::TempDir;

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).expect("a written file");
    }
    folder
}

fn ask(folder: &Path, command: &str, arguments: &[&str]) -> Outcome {
    let folder = folder.to_string_lossy();
    let mut all = vec![command, &folder, "users"];
    all.extend(arguments);
    rovy(all)
}

#[test]
fn what_was_printed_before_a_failure_stays() {
    let search = "handler { uid '1'; id 'a' }\nthrow new IllegalStateException('gone')";
    let folder = folder(&[("SearchScript.groovy", search)]);
    let outcome = ask(folder.path(), "search", &["--format", "ndjson"]);
    assert_eq!(outcome.stdout, "{\"_id\":\"1\",\"__NAME__\":\"a\"}\n");
    assert_eq!(outcome.code, 1);
    assert!(
        outcome.stderr.contains("java.lang.IllegalStateException: gone"),
        "{}",
        outcome.stderr
    );
    let whole = ask(folder.path(), "search", &[]);
    assert_eq!((whole.code, whole.stdout.as_str()), (1, ""));
}

#[test]
fn changes_are_printed_as_they_come() {
    let sync = "handler { syncToken 1; CREATE(); object { uid '1'; id 'a' } }\nassert false";
    let folder = folder(&[("SyncScript.groovy", sync)]);
    let outcome = ask(folder.path(), "sync", &["--format", "ndjson"]);
    assert_eq!((outcome.code, outcome.stdout.lines().count()), (1, 1));
}

/// The caller has a thread of its own in the framework: what it throws ends the operation, and no `catch` of the script sees it.
#[test]
fn an_object_that_cannot_be_shown_is_not_the_script_s_affair() {
    let schema = "builder.schema { objectClass { type 'users'; attributes { mail() } } }";
    let search =
        "try { handler { uid '1'; id 'a'; attribute 'mail', ['x', 'y'] } } catch (e) { throw new Exception('seen') }";
    let folder = folder(&[("SchemaScript.groovy", schema), ("SearchScript.groovy", search)]);
    let outcome = ask(folder.path(), "search", &["--format", "json"]);
    assert_eq!(
        outcome.body(),
        json!({"code": 500, "reason": "Internal Server Error", "message": "The mail attribute is not single value attribute."})
    );
}

#[test]
fn an_operation_has_the_time_that_the_file_gives_it() {
    let provisioner = json!({
        "connectorRef": {"connectorName": "org.forgerock.openicf.connectors.groovy.ScriptedConnector"},
        "configurationProperties": {"scriptRoots": ["."], "searchScriptFileName": "S.groovy", "testScriptFileName": "S.groovy"},
        "operationTimeout": {"SEARCH": 100, "TEST": 100}
    });
    let folder = folder(&[
        (
            "S.groovy",
            "try { while (true) { sleep 10 } } catch (Throwable t) { println t }",
        ),
        ("p.json", &provisioner.to_string()),
    ]);
    let file = folder.path().join("p.json");
    let outcome = ask(&file, "search", &["--format", "json"]);
    let message = "Operation QUERY Timeout on system object: null";
    assert_eq!(
        outcome.body(),
        json!({"code": 503, "reason": "Service Unavailable", "message": message})
    );
    let tested = rovy(["test", &file.to_string_lossy()]);
    assert_eq!(tested.body()["error"], "java.util.concurrent.TimeoutException");
}

#[test]
fn log_lines_tell_where_the_script_logs() {
    let search =
        "def f(msg) {\n    log.info msg\n}\nf 'a'\n[1].each {\n    log.warn 'b {0}', it\n}\nlog.\"error\"('c')\n";
    let folder = folder(&[("SearchScript.groovy", search)]);
    let outcome = ask(folder.path(), "search", &[]);
    let places: Vec<&str> = outcome
        .stderr
        .lines()
        .filter_map(|line| line.split('\t').find_map(|part| part.strip_prefix("Method: ")))
        .collect();
    assert_eq!(
        places,
        [
            "f(SearchScript.groovy:2)",
            "doCall(SearchScript.groovy:6)",
            "run(SearchScript.groovy:8)"
        ]
    );
}

#[test]
fn a_broken_class_under_the_roots_is_told_as_such() {
    let folder = folder(&[
        ("SearchScript.groovy", "println Helper.NAME"),
        ("Helper.groovy", "class Helper {\n    static NAME = new NoSuch()\n}"),
    ]);
    let outcome = ask(folder.path(), "search", &["--format", "json"]);
    assert_eq!(outcome.code, 1);
    assert!(
        outcome.stderr.contains("unable to resolve class NoSuch"),
        "{}",
        outcome.stderr
    );
}
