//! The trees of small programs: each file below `tests/trees` holds programs with empty lines between them, each snapshot
//! the programs with their trees. `cargo insta review` (or `INSTA_UPDATE=always cargo test`) takes over changes.

use std::path::Path;
use std::{env, fs};

use rovy_parser::{Options, dump, parse};

#[test]
fn expressions() {
    check("expressions");
}

#[test]
fn commands() {
    check("commands");
}

#[test]
fn statements() {
    check("statements");
}

#[test]
fn declarations() {
    check("declarations");
}

fn check(name: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/trees")
        .join(format!("{name}.groovy"));
    let programs = fs::read_to_string(path).unwrap_or_default();
    assert!(!programs.is_empty(), "no programs in {name}");
    let trees: Vec<String> = programs.trim_end().split("\n\n").map(tree).collect();
    insta::assert_snapshot!(name, trees.join("\n"));
}

fn tree(program: &str) -> String {
    let parsed = parse(program, &Options::default());
    let findings: Vec<_> = parsed.diagnostics.iter().map(|finding| &finding.message).collect();
    assert!(findings.is_empty(), "{program}\n{findings:?}");
    let indented = dump(&parsed.unit).replace('\n', "\n    ");
    format!("{program}\n    {}\n", indented.trim_end())
}
