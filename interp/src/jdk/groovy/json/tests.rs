//! The readers against what Groovy 4.0.26 answered.

use super::slurper::{CLASS, PARSER_TYPE, Slurper, parse};
use super::{lexer, output};
use crate::jdk;
use crate::jdk::lang::enumeration::constant;
use crate::registry::Registry;
use crate::value::{Str, Value};
use crate::vm::{Fault, HostServices, Limits};
use crate::{Res, Thrown, Vm};

fn vm() -> Vm {
    Vm::new(Registry::new(jdk::CLASSES), HostServices::default(), Limits::default())
}

fn message(vm: &mut Vm, thrown: Thrown) -> String {
    match vm.take_fault(thrown) {
        Fault::Exception(Value::Throwable(t)) => t.message.borrow().as_ref().map_or(String::new(), |m| m.to_string()),
        _ => "no exception".to_owned(),
    }
}

/// What a reader made of a text, in a compact form.
fn shown(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(b) => (b.get() != 0).to_string(),
        Value::Int(i) => i.get().to_string(),
        Value::Long(l) => format!("{l}L"),
        Value::BigDecimal(d) => format!("{}E{}", d.unscaled, -d.scale),
        Value::Str(s) => format!("{s:?}"),
        Value::List(l) => format!("[{}]", l.to_vec().iter().map(shown).collect::<Vec<_>>().join(", ")),
        Value::Map(m) => {
            let entry = |(k, v): &(Value, Value)| format!("{}: {}", shown(k), shown(v));
            format!(
                "{{{}}}",
                m.borrow().pairs().iter().map(entry).collect::<Vec<_>>().join(", ")
            )
        }
        _ => "?".to_owned(),
    }
}

fn read(parser: &str, text: &str) -> String {
    let mut vm = vm();
    let slurper = Value::host(Slurper::default());
    let set = vm.registry.members(&CLASS).named("setType")[0].member.run;
    if let Some(set) = set {
        assert!(set.run(&mut vm, &slurper, &[constant(&PARSER_TYPE, parser)]).is_ok());
    }
    let result: Res = parse(&mut vm, &slurper, &Str::new(text));
    match result {
        Ok(value) => shown(&value),
        Err(thrown) => message(&mut vm, thrown),
    }
}

#[test]
fn the_default_reader_takes_what_groovy_takes() {
    for (text, wanted) in [
        (
            r#"{"b": [1, 2.50, "x\ny"], "a": {"c": null}}"#,
            r#"{"b": [1, 250E-2, "x\ny"], "a": {"c": null}}"#,
        ),
        (
            "[2147483648, -2147483648, 9223372036854775808]",
            "[2147483648L, -2147483648, -9223372036854775808L]",
        ),
        ("01", "1"),
        ("1e3", "1E3"),
        (r#"{"a": 1,} and more"#, r#"{"a": 1}"#),
        ("{,}", "{}"),
        ("\"open", "\"open\""),
        ("\"\\u00e9\u{1f600}\"", "\"é\u{1f600}\""),
    ] {
        assert_eq!(read("CHAR_BUFFER", text), wanted, "{text}");
    }
}

#[test]
fn the_default_reader_complains_in_groovys_words() {
    let at = |message: &str, current: &str, index: usize, line: &str, dots: &str| {
        format!(
            "{message}\n\nThe current character read is {current}\n{message}\nline number 1\nindex number {index}\n{line}\n{dots}^"
        )
    };
    let unknown = "Unable to determine the current character, it is not a string, number, array, or object";
    for (text, wanted) in [
        (
            "{",
            at("Curly braces do not match", "'{' with an int value of 123", 1, "{", "."),
        ),
        (
            "[1, 2",
            at(
                "issue parsing JSON array",
                "'2' with an int value of 50",
                5,
                "[1, 2",
                ".....",
            ),
        ),
        (
            "{\"a\": }",
            at(unknown, "'}' with an int value of 125", 6, "{\"a\": }", "......"),
        ),
        (
            "[1,]",
            at(
                "Did not find end of Json Array",
                "'1' with an int value of 49",
                3,
                "[1,]",
                "...",
            ),
        ),
        (
            "[1\n",
            at(
                "expecting a ',' or a ']',  but got \nthe current character of  [NEWLINE] with an int value of 10  on array index of 1 \n",
                "[NEWLINE] with an int value of 10",
                2,
                "[1",
                "..",
            ),
        ),
        (
            "nuxx",
            at(
                "null not parse properly",
                "'n' with an int value of 110",
                2,
                "nuxx",
                "..",
            ),
        ),
        ("   ", at(unknown, "[SPACE] with an int value of 32", 2, "   ", "..")),
        ("[-]", "died".to_owned()),
        ("[1x]", "unexpected character x".to_owned()),
        ("\"bad \\x escape\"", "Unable to decode string".to_owned()),
        ("\"\\u12zz\"", "For input string: \"12zz\" under radix 16".to_owned()),
    ] {
        assert_eq!(read("CHAR_BUFFER", text), wanted, "{text}");
    }
}

#[test]
fn the_lax_reader_takes_names_comments_and_single_quotes() {
    for (text, wanted) in [
        (
            "// c\n{a: x y z, 'b': true, # c\n /* c */ c: [p, 1.5.2]}",
            r#"{"a": "x y z", "b": true, "c": ["p", "1.5.2"]}"#,
        ),
        ("{\"a\": }", r#"{"a": "}"}"#),
        ("[,1]", "[\",\", 1]"),
        ("[1e5, 1e+]", "[1E5, \"1e+\"]"),
        ("[[1,2]", "[[1, 2]]"),
        (
            "{\"a\":",
            "Cannot invoke \"org.apache.groovy.json.internal.Value.toValue()\" because the return value of \"java.util.Map$Entry.getValue()\" is null",
        ),
    ] {
        assert_eq!(read("LAX", text), wanted, "{text}");
    }
}

#[test]
fn nesting_ends_in_an_exception() {
    let deep = "[".repeat(100_000);
    let mut vm = vm();
    vm.meter.limits.depth = 500;
    let slurper = Value::host(Slurper::default());
    let Err(thrown) = parse(&mut vm, &slurper, &Str::new(&deep)) else {
        panic!("nests too deep");
    };
    let Fault::Exception(Value::Throwable(error)) = vm.take_fault(thrown) else {
        panic!("an exception that scripts can catch");
    };
    assert_eq!(error.class, jdk::throwables::STACK_OVERFLOW_ERROR.id());
}

#[test]
fn pretty_printing_follows_the_tokens() {
    for (text, wanted) in [
        (
            r#"{"a":[1,{}],"b":"x\n"}"#,
            "{\n    \"a\": [\n        1,\n        {\n            \n        }\n    ],\n    \"b\": \"x\\n\"\n}",
        ),
        ("[1 2]", "[\n    12\n]"),
        ("{\"a\":\"b", "{\n    \"a\": "),
        ("{\"a\":1}}", "{\n    \"a\": 1\n}\n}"),
    ] {
        let mut vm = vm();
        let laid_out = output::pretty_print(&mut vm, &Str::new(text)).map(|s| s.to_string());
        assert_eq!(laid_out.unwrap_or_default(), wanted);
    }
}

#[test]
fn tokens_know_where_they_stand() {
    let mut vm = vm();
    let text = Str::new("[1,\n x]");
    let mut tokens = lexer::Lexer::new(&text);
    let failure = loop {
        match tokens.next(&mut vm) {
            Ok(Some(_)) => {}
            Ok(None) => break String::new(),
            Err(thrown) => break message(&mut vm, thrown),
        }
    };
    assert_eq!(
        failure,
        "Lexing failed on line: 2, column: 2, while reading 'x', no possible valid JSON value or punctuation could be recognized."
    );
}
