//! What is said about programs with mistakes. Each file below `tests/errors` holds programs with lines of `----` between
//! them; the snapshots show each with its findings. `INSTA_UPDATE=always cargo test` takes over changes.

use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use rovy_parser::{LineMap, Options, Span, parse};

#[test]
fn lexical() {
    check("lexical");
}

#[test]
fn brackets() {
    check("brackets");
}

#[test]
fn grammar() {
    check("grammar");
}

/// What other languages have taught.
#[test]
fn habits() {
    check("habits");
}

#[test]
fn validation() {
    check("validation");
}

/// Five mistakes of different kinds give five findings, each on its line.
#[test]
fn five_mistakes() {
    let source = "def a = [1, 2\nprintln a\nfoo(1 2)\ndef b = 'x\nclass A { int x y }\nlist.each {\n    it = = 2\n}\ndef c = a +\n";
    let parsed = parse(source, &Options::default());
    let lines = LineMap::new(source);
    let found: Vec<u32> = parsed
        .diagnostics
        .iter()
        .map(|finding| lines.line(finding.span.start))
        .collect();
    assert_eq!(found, [2, 3, 4, 5, 7, 10], "{:#?}", parsed.diagnostics);
}

fn check(name: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/errors")
        .join(format!("{name}.groovy"));
    let programs = fs::read_to_string(path).unwrap_or_default();
    assert!(!programs.is_empty(), "no programs in {name}");
    let findings: Vec<String> = programs.split("----\n").map(findings).collect();
    insta::assert_snapshot!(name, findings.join("\n"));
}

fn findings(program: &str) -> String {
    let parsed = parse(program, &Options::default());
    assert!(!parsed.diagnostics.is_empty(), "nothing found in {program}");
    let lines = LineMap::new(program);
    let place = |span: Span| {
        let position = lines.position(program, span.start);
        format!(
            "{}:{} ⟨{}⟩",
            position.line,
            position.column,
            span.text(program).escape_debug()
        )
    };
    let mut out = program.to_owned();
    for finding in &parsed.diagnostics {
        let _ = writeln!(
            out,
            "  {}[{}] {}: {}",
            finding.severity,
            finding.code,
            place(finding.span),
            finding.message
        );
        for label in &finding.labels {
            let _ = writeln!(out, "    {}: {}", place(label.span), label.message);
        }
        if let Some(help) = &finding.help {
            let _ = writeln!(out, "    help: {help}");
        }
    }
    out
}
