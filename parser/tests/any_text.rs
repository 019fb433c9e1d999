//! Nothing panics, overflows the stack or loses its place, whatever the text: random text, random tokens, mutilated
//! scripts, and nesting without end.

use proptest::prelude::*;
use rovy_parser::{Options, dump, parse};

/// Parses, and looks at all that came out.
fn check(source: &str) {
    let parsed = parse(
        source,
        &Options {
            name: Some("Script".to_owned()),
            ..Options::default()
        },
    );
    for finding in &parsed.diagnostics {
        for span in finding.labels.iter().map(|label| label.span).chain([finding.span]) {
            assert!(source.get(span.range()).is_some(), "{finding:?} in {source:?}");
        }
    }
    let _ = dump(&parsed.unit);
}

/// Pieces that mean something to the shaping pass.
const PIECES: &[&str] = &[
    "a",
    "B",
    "1",
    "'s'",
    "\"$x\"",
    "\"${",
    "}\"",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ";",
    "\n",
    ":",
    "?",
    "->",
    "=",
    "==",
    "<",
    ">",
    ">>",
    ".",
    "?.",
    "*.",
    "::",
    "@",
    "+",
    "-",
    "++",
    "!",
    "~",
    "*",
    "**",
    "..",
    "as",
    "in",
    "instanceof",
    "if",
    "else",
    "for",
    "while",
    "do",
    "switch",
    "case",
    "default",
    "try",
    "catch",
    "finally",
    "def",
    "var",
    "final",
    "static",
    "class",
    "interface",
    "enum",
    "record",
    "trait",
    "import",
    "package",
    "new",
    "return",
    "yield",
    "assert",
    "throws",
    "extends",
    "sealed",
    "int",
    "void",
    "this",
    "super",
    " ",
];

/// Scripts to mutilate.
const SCRIPTS: &[&str] = &[
    "def a = [b: 1, 'c': [2, *d]]\nprintln \"${a.b} $a.c\" + /x\\/y/\n",
    "class A<T> extends B implements C { @D int e = 1; A(f = 2) { super(f) } static g() { h { i -> j } } }\n",
    "switch (a) { case 1: b; break\n case 2..3: c\n default: d }\nx = switch (y) { case 1, 2 -> z; default -> { yield w } }\n",
    "try (a = b()) { c } catch (D | E f) { throw g } finally { h }\nfor (int i = 0; i < 3; i++) j k, l: m n\n",
    "enum A { B(1) { }, C; def d }\nrecord E(int f) { E { } }\n@interface G { int h() default 1 }\nimport static a.b.C.* \n",
];

/// A fuzz target; as a plain test it runs over the corpus beside this file and random bytes.
#[test]
fn any_bytes() {
    bolero::check!().for_each(|input: &[u8]| check(&String::from_utf8_lossy(input)));
}

/// A fuzz target that gets further: each byte stands for a piece of a program.
#[test]
fn any_pieces() {
    bolero::check!().for_each(|input: &[u8]| {
        let pieces = input
            .iter()
            .filter_map(|byte| PIECES.get(usize::from(*byte) % PIECES.len()));
        check(&pieces.copied().collect::<Vec<_>>().join(" "));
    });
}

proptest! {
    #[test]
    fn any_characters(source in "\\PC*") {
        check(&source);
    }

    #[test]
    fn any_tokens(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40)) {
        check(&pieces.join(" "));
        check(&pieces.concat());
    }

    #[test]
    fn mutilated_scripts(
        script in prop::sample::select(SCRIPTS),
        at in any::<prop::sample::Index>(),
        length in 0usize..6,
        piece in prop::sample::select(PIECES),
    ) {
        let at = at.index(script.len());
        let end = (at + length).min(script.len());
        check(&[&script[..at], piece, &script[end..]].concat());
        check(&script[..at]);
    }
}

/// Texts that once went wrong.
#[test]
fn seeds() {
    for source in [
        "final import",
        "enum A { B(1) { }, C; def d }\nrecord E(int f) { E ",
        "import",
        "import static",
        "@",
        "a.\n",
    ] {
        check(source);
    }
}

/// On a thread with the smallest stack that Rust gives, in whatever profile the tests are built.
#[test]
fn nesting_without_end() {
    let n = 20_000;
    let around = |open: &str, middle: &str, close: &str| format!("x = {}{middle}{}", open.repeat(n), close.repeat(n));
    let sources = [
        around("(", "1", ")"),
        around("[", "", "]"),
        around("{", "", "}"),
        around("\"${", "1", "}\""),
        around("new A(", "", ")"),
        around("!", "a", ""),
        around("- ", "1", ""),
        around("(A)", "1", ""),
        around("a ? ", "b", " : c"),
        around("a ?: ", "b", ""),
        around("a = ", "b", ""),
        around("a -> ", "b", ""),
        around("1", "", " + 1"),
        around("a", "", ".b()"),
        around("a", "", " && a"),
        around("a", "", " as A"),
        around("switch (a) { case 1 -> ", "1", "}"),
        format!("A{}{} x", "<A".repeat(n), ">".repeat(n)),
        format!("{}a", "if (a) ".repeat(n)),
        format!("{}a", "if (a) { } else ".repeat(n)),
        format!("{}{}", "if (a) { ".repeat(n), "}".repeat(n)),
        format!("{}a", "b: ".repeat(n)),
        format!("{}{}", "class A { ".repeat(n), "}".repeat(n)),
        "(".repeat(n),
        "{".repeat(n),
        "([{".repeat(n),
        ")]}".repeat(n),
        "foo(1 \n".repeat(n),
        "a = \n".repeat(n),
    ];
    let thread = std::thread::Builder::new().stack_size(2 * 1024 * 1024).spawn(move || {
        for source in &sources {
            drop(parse(source, &Options::default()));
        }
    });
    assert!(
        thread.is_ok_and(|thread| thread.join().is_ok()),
        "the stack or an assertion gave way"
    );
}

/// What must run, runs.
#[test]
fn reasonable_nesting() {
    let around = |n: usize, open: &str, close: &str| format!("x = {}1{}", open.repeat(n), close.repeat(n));
    for source in [
        around(500, "(", ")"),
        around(500, "[", "]"),
        around(500, "{ -> a ", "}"),
        around(500, "f(", ")"),
        around(500, "{ f { g(", ") } }"),
        around(2_000, "", " + 1"),
        around(2_000, "", ".b()"),
        around(2_000, "", " && a"),
    ] {
        let nesting = source.matches(['(', '[', '{']).count();
        let parsed = parse(&source, &Options::default());
        assert!(
            !parsed.has_errors() || nesting > 1_000,
            "{:?}",
            parsed.diagnostics.first()
        );
    }
}
