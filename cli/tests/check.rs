//! `rovy check`: findings, their two forms, and what it reads.

mod support;

use std::fs;

use serde_json::{Value, json};
use support::{Outcome, rovy, rovy_with_input};

fn lines(outcome: &Outcome) -> Vec<Value> {
    let parse = |line: &str| serde_json::from_str(line).expect("JSON");
    outcome.stdout.lines().map(parse).collect()
}

#[test]
fn the_documents_and_samples_have_no_findings() {
    let outcome = rovy(["check", "compat-tests/documents", "samples", "--format", "json"]);
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    let files = lines(&outcome);
    assert!(files.len() > 15);
    for file in files {
        assert_eq!(file["diagnostics"], json!([]), "{file}");
    }
    let outcome = rovy(["check", "compat-tests/documents", "samples"]);
    assert_eq!(
        (outcome.code, outcome.stdout.as_str(), outcome.stderr.as_str()),
        (0, "", "")
    );
}

#[test]
fn text_shows_the_line_and_the_mark() {
    let outcome = rovy_with_input(["check", "-"], "def x = 1\nfoo(x\n");
    assert_eq!(outcome.code, 1);
    assert_eq!(
        outcome.stdout,
        "error[E0112]: the text ends, expected `)`\n --> -:2:7\n  |\n2 | foo(x\n  |    - ^\n  |    |\n  |    this `(` is never closed\n\n"
    );
    assert_eq!(outcome.stderr, "1 error, 0 warnings in 1 file\n");
    assert_eq!(rovy_with_input(["check", "-q", "-"], "foo(x\n").stderr, "");
}

#[test]
fn json_is_a_line_a_file_in_the_order_of_names() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let inner = folder.path().join("b");
    fs::create_dir_all(folder.path().join(".git")).expect("a folder");
    fs::create_dir(&inner).expect("a folder");
    for (path, text) in [
        (folder.path().join("c.groovy"), "x = )"),
        (folder.path().join("a.groovy"), "println 1"),
        (inner.join("d.groovy"), ""),
        (folder.path().join("e.txt"), "x = )"),
        (folder.path().join(".git").join("f.groovy"), "x = )"),
    ] {
        fs::write(path, text).expect("a written file");
    }
    let outcome = rovy([
        "check",
        folder.path().to_str().expect("a plain path"),
        "--format",
        "json",
    ]);
    assert_eq!(outcome.code, 1);
    let files = lines(&outcome);
    let names: Vec<&str> = files
        .iter()
        .filter_map(|file| file["path"].as_str()?.rsplit('/').next())
        .collect();
    assert_eq!(names, ["a.groovy", "d.groovy", "c.groovy"]);
    let found = &files[2]["diagnostics"][0];
    assert_eq!(
        (&found["severity"], &found["line"], &found["column"]),
        (&json!("error"), &json!(1), &json!(5))
    );
    for key in ["code", "message", "endLine", "endColumn", "labels", "help"] {
        assert!(found.get(key).is_some(), "{key}");
    }
}

#[test]
fn a_provisioner_file_stands_for_its_roots() {
    let outcome = rovy([
        "check",
        "compat-tests/documents/provisioner.openicf-loop.json",
        "--format",
        "json",
    ]);
    let files = lines(&outcome);
    let names: Vec<&str> = files.iter().filter_map(|file| file["path"].as_str()).collect();
    assert_eq!(
        names,
        [
            "compat-tests/documents/loop/SearchScript.groovy",
            "compat-tests/documents/flat/SchemaScript.groovy",
            "compat-tests/documents/flat/SearchScript.groovy",
            "compat-tests/documents/flat/TestScript.groovy",
        ]
    );
}

#[test]
fn what_is_no_script() {
    let outcome = rovy(["check", "no/such/path.groovy"]);
    assert_eq!((outcome.code, outcome.stdout.as_str()), (2, ""));
    assert!(
        outcome.stderr.contains("no/such/path.groovy: No such file"),
        "{}",
        outcome.stderr
    );
    let folder = tempfile::tempdir().expect("a temporary folder");
    let outcome = rovy(["check", folder.path().to_str().expect("a plain path")]);
    assert_eq!(
        (outcome.code, outcome.stderr.as_str()),
        (0, "warning: no *.groovy files here\n")
    );
}

#[test]
fn odd_bytes() {
    for (text, code, finding) in [
        (&b""[..], 0, None),
        (b"// \0 nul in a comment", 0, None),
        (b"\xEF\xBB\xBFprintln 1", 0, Some("W0101")),
        (b"// caf\xE9", 0, Some("W0103")),
        (b"x = 'caf\xE9'", 0, Some("W0103")),
        (b"caf\xE9 = 1", 1, Some("W0103")),
        (b"\x7FELF\x02\x01\0\0", 1, Some("E0101")),
    ] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = folder.path().join("a.groovy");
        fs::write(&file, text).expect("a written file");
        let outcome = rovy(["check", file.to_str().expect("a plain path"), "--format", "json"]);
        assert_eq!(outcome.code, code, "{text:?}: {}", outcome.stdout);
        let findings = &lines(&outcome)[0]["diagnostics"];
        let codes: Vec<&str> = findings
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|found| found["code"].as_str())
            .collect();
        assert_eq!(codes.first().copied(), finding, "{text:?}: {codes:?}");
    }
}

#[test]
fn five_mistakes_are_five_findings() {
    let source = "def a = [1, 2\ndef b = 3\n\nfoo(1 2)\n\nclass { }\n\nif (x { y() }\n\ndef c = 'open\n";
    let outcome = rovy_with_input(["check", "-", "--format", "json"], source);
    let findings = lines(&outcome)[0]["diagnostics"].as_array().map(Vec::len);
    assert_eq!(findings, Some(5), "{}", outcome.stdout);
}

#[test]
fn huge_nesting_is_one_finding() {
    for open in ["(", "[", "{", "foo(", "!"] {
        let outcome = rovy_with_input(["check", "-", "--format", "json"], &open.repeat(100_000));
        assert_eq!(outcome.code, 1, "{open}");
        assert!(outcome.stdout.len() < 10_000, "{open}: {} bytes", outcome.stdout.len());
    }
}

/// The connector server has more classes than there are yet: naming one is no mistake, a misspelt name is.
#[test]
fn classes_that_are_not_there_yet_are_warnings() {
    let script = "import java.sql.Connection\nimport groovyx.net.http.RESTClient\nimport java.sql.Conection\n\
                  import org.identityconnectors.framework.common.objects.ObjectClas\ndef c = connection as Connection\n";
    let outcome = rovy_with_input(["check", "-", "--format", "json"], script);
    let found = &lines(&outcome)[0]["diagnostics"];
    let found: Vec<(&str, u64)> = found
        .as_array()
        .expect("diagnostics")
        .iter()
        .map(|d| {
            (
                d["severity"].as_str().unwrap_or_default(),
                d["line"].as_u64().unwrap_or_default(),
            )
        })
        .collect();
    assert_eq!(found, [("warning", 1), ("warning", 2), ("error", 3), ("error", 4)]);
}

#[test]
fn a_class_that_is_not_there_yet_is_refused_where_it_is_used() {
    let script = "import groovy.sql.Sql\nprintln 'named'\nprintln(1 instanceof Sql)\nnew Sql(null)\n";
    let outcome = rovy_with_input(["run", "-"], script);
    assert_eq!((outcome.code, outcome.stdout.as_str()), (1, "named\nfalse\n"));
    let error = "java.lang.UnsupportedOperationException: groovy.sql.Sql is not there yet: a script can name the class, not use it";
    assert!(outcome.stderr.contains(error), "{}", outcome.stderr);
    assert!(outcome.stderr.contains(":4:"), "{}", outcome.stderr);
}

#[test]
fn a_class_that_cannot_be_imported_is_one_finding() {
    let script = "import no.such.Thing\ndef a = new Thing()\nclass B { static Thing make() { Thing.make() } }\n";
    let outcome = rovy_with_input(["check", "-", "--format", "json"], script);
    assert_eq!(
        lines(&outcome)[0]["diagnostics"].as_array().map(Vec::len),
        Some(1),
        "{}",
        outcome.stdout
    );
}

#[test]
fn classes_are_found_where_the_package_lies() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let inner = folder.path().join("src").join("a").join("b");
    fs::create_dir_all(&inner).expect("a folder");
    fs::write(inner.join("C.groovy"), "package a.b\nclass C { }\n").expect("a written file");
    fs::write(inner.join("D.groovy"), "package a.b\nimport a.b.C\nclass D { C c }\n").expect("a written file");
    fs::write(folder.path().join("src").join("e.groovy"), "import a.b.D\nnew D()\n").expect("a written file");
    for path in [
        folder.path(),
        &inner.join("D.groovy"),
        &folder.path().join("src").join("e.groovy"),
    ] {
        let outcome = rovy(["check", path.to_str().expect("a plain path")]);
        assert_eq!((outcome.code, outcome.stdout.as_str()), (0, ""));
    }
}
