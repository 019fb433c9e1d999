//! Fuzz targets: whatever text the JSON codecs, the formatter and regular expressions get, they answer with a value or an
//! exception, never a panic or a hang.
//!
//! As plain tests they run over the corpus beside this file and random inputs; `cargo bolero test` hunts with a fuzzer.

use rovy_interp::vm::{HostServices, Limits};
use rovy_interp::{Error, Interpreter};
use std::time::Duration;

/// Runs a script that sees a text, with limits that end what takes too long.
fn run(script: &str, text: &str) -> Result<String, Error> {
    let limits = Limits {
        time: Some(Duration::from_secs(20)),
        memory: Some(256 << 20),
        ..Limits::default()
    };
    let mut interpreter = Interpreter::new(&[], HostServices::default(), limits);
    interpreter.bind("text", text);
    let value = interpreter.eval(script)?;
    interpreter.text(&value)
}

/// What a script did with a text; only exceptions are accepted as errors.
fn answer(script: &str, text: &str) -> Option<String> {
    match run(script, text) {
        Ok(answer) => Some(answer),
        Err(Error::Exception(_)) => None,
        Err(other) => panic!("{other} for {text:?}"),
    }
}

#[test]
fn json() {
    bolero::check!().for_each(|input: &[u8]| {
        let text = String::from_utf8_lossy(input);
        for kind in ["CHAR_BUFFER", "LAX", "CHARACTER_SOURCE", "INDEX_OVERLAY"] {
            let parse = format!(
                "groovy.json.JsonOutput.toJson(new groovy.json.JsonSlurper(type: groovy.json.JsonParserType.{kind}).parseText(text))"
            );
            // What was written can be read again, and is written alike.
            if let Some(written) = answer(&parse, &text) {
                assert_eq!(answer(&parse, &written).as_ref(), Some(&written), "{text:?}");
            }
        }
        answer("groovy.json.JsonOutput.prettyPrint(text)", &text);
    });
}

#[test]
fn formats() {
    bolero::check!().for_each(|input: &[u8]| {
        let text = String::from_utf8_lossy(input);
        answer("String.format(text, 1, 'a', 2.5, new Date(0), null)", &text);
        answer("new Date(0).format(text)", &text);
    });
}

#[test]
fn patterns() {
    bolero::check!().for_each(|input: &[u8]| {
        let text = String::from_utf8_lossy(input);
        answer("('ab1 \\u00e9' =~ text).collect { it }.toString()", &text);
        answer("'ab1'.replaceAll('b', text)", &text);
    });
}
