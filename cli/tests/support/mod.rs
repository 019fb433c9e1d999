//! Running the binary, and comparing its answers with printed ones.

#![allow(dead_code, reason = "each test file uses its part")]

use std::ffi::OsStr;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::Value;

/// What a document leaves out of a printed answer.
const OMISSION: &str = "[ . . . ]";

/// The outcome of a run.
#[derive(Debug)]
pub struct Outcome {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Outcome {
    /// The answer of a run that did what it was asked.
    pub fn json(&self) -> Value {
        assert_eq!(self.code, 0, "{}\n{}", self.stdout, self.stderr);
        self.body()
    }

    /// What stands on standard output, whether the run failed or not.
    pub fn body(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {}\n{}", self.stdout, self.stderr))
    }
}

/// Runs `rovy` at the root of the repository.
pub fn rovy<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> Outcome {
    rovy_with_input(arguments, "")
}

/// Runs `rovy` with a text on standard input.
pub fn rovy_with_input<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>, input: &str) -> Outcome {
    let mut child = Command::new(env!("CARGO_BIN_EXE_rovy"))
        .args(arguments)
        .current_dir(root())
        .env("TZ", "UTC")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("a started process");
    // A process that ends without reading closes the pipe.
    let _ = child.stdin.take().expect("a pipe").write_all(input.as_bytes());
    let output = child.wait_with_output().expect("a finished process");
    Outcome {
        code: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

/// The root of the repository.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A printed answer of the documents.
pub fn printed(name: &str) -> Value {
    let path = root().join(format!("compat-tests/documents/answers/{name}.json"));
    let text = std::fs::read_to_string(&path).expect("a printed answer");
    serde_json::from_str(&text).expect("JSON")
}

/// Whether an answer is the printed one, as far as that goes: properties in any order, and anything
/// where the document leaves something out.
pub fn agrees(printed: &Value, answer: &Value) -> bool {
    match (printed, answer) {
        (Value::String(text), _) if text == OMISSION => true,
        (Value::Object(printed), Value::Object(answer)) => {
            printed.len() == answer.len()
                && printed
                    .iter()
                    .all(|(name, value)| answer.get(name).is_some_and(|other| agrees(value, other)))
        }
        (Value::Array(printed), Value::Array(answer)) => {
            let (shown, rest) = match printed.split_last() {
                Some((last, shown)) if last == OMISSION => (shown, true),
                _ => (printed.as_slice(), false),
            };
            (rest || shown.len() == answer.len())
                && shown.len() <= answer.len()
                && shown.iter().zip(answer).all(|(a, b)| agrees(a, b))
        }
        (printed, answer) => printed == answer,
    }
}

/// Compares an answer with a printed one.
#[track_caller]
pub fn assert_agrees(printed: &Value, answer: &Value) {
    assert!(agrees(printed, answer), "printed:\n{printed:#}\nanswer:\n{answer:#}");
}
