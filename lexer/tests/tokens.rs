//! The tokens of small texts, a line a text.

use rovy_lexer::{TokenKind, lex};

/// A line of source and its tokens: names, operators and brackets as written, all else by kind.
fn tokens(source: &str) -> String {
    let lexed = lex(source);
    let mut out = format!("{}\n   ", source.escape_debug());
    for token in &lexed.tokens {
        let text = token.span.text(source);
        match token.kind {
            TokenKind::Newline => out.push_str(" ⏎"),
            kind => out.push_str(&format!(" {kind:?}⟨{}⟩", text.escape_debug())),
        }
    }
    for error in &lexed.errors {
        let place = error.label.unwrap_or(error.span);
        out.push_str(&format!(
            "\n    ! {:?} ⟨{}⟩",
            error.kind,
            place.text(source).escape_debug()
        ));
    }
    out
}

fn check(name: &str, sources: &[&str]) {
    let all: Vec<String> = sources.iter().map(|source| tokens(source)).collect();
    insta::assert_snapshot!(name, all.join("\n"));
}

#[test]
fn numbers() {
    check(
        "numbers",
        &[
            "0 1_000L 0xFF_FFg 0b10i 017",
            "1.5 .5 1e3 1.5E-3f 2d 1g 1.0G",
            "1..2 1..<2 1.foo 1.0.foo",
            "08 1_ 0x1p3",
            "1_.0 1.0_ 1__0",
        ],
    );
}

#[test]
fn strings() {
    check(
        "strings",
        &[
            r"'a\'b' '' 'a\u0041\101'",
            r#""a" """a"b""" '''a'b''' """a"""""#,
            r"x = /a\/b/ + /c d/",
            r"x = a / b / c",
            r"(a) / b / c",
            "x = $/a$/b$$c$x/$",
            r"x = /C:\dir\/",
            "'a\nb",
            r#""a\qb""#,
            "'''a\nb",
            "\"\"\"a\nb",
            "x = $/a",
        ],
    );
}

#[test]
fn interpolation() {
    check(
        "interpolation",
        &[
            r#""a$b.c.d. $e.1 ${f} g""#,
            r#""${a { "${b}" }}""#,
            r"x = /$a\d${b}$/",
            r#""a$""#,
            r#""${a""#,
            r#""$class.name$if""#,
            "\"\"\"$a\n${b\n}\"\"\"",
        ],
    );
}

#[test]
fn comments_and_space() {
    check(
        "comments_and_space",
        &[
            "#!/usr/bin/env groovy\n#! more\na",
            "a // b\n/* c\n */ d",
            "a\n\n\n// b\n\nc",
            "a \\\n b",
            "/* a",
            "\u{FEFF}a",
            "a\n#!b",
            "“a” # b",
        ],
    );
}

#[test]
fn operators() {
    check(
        "operators",
        &[
            "a!in b !instanceof C !inner",
            "a?.b ??.c *.d .&e ::f .@g ?[h]",
            "<=> === !== ==~ =~ ?: ?= **= >>>= <<= -> ...",
            "List<List<A>>> b",
            "non-sealed sealed @interface",
            "a<..b<..<c..<d",
        ],
    );
}
