//! Comparing outcomes: everything, but for texts that belong to the JVM or to Groovy's own parser.

use serde_json::Value as Json;

/// What differs between the steps of a run and those recorded.
pub fn steps(actual: &[Json], expected: &Json) -> Vec<String> {
    let recorded = expected
        .get("steps")
        .and_then(Json::as_array)
        .cloned()
        .unwrap_or_default();
    let mut out = Vec::new();
    if actual.len() != recorded.len() {
        out.push(format!("{} steps, recorded are {}", actual.len(), recorded.len()));
    }
    for (number, (actual, expected)) in actual.iter().zip(&recorded).enumerate() {
        let operation = expected.get("operation").and_then(Json::as_str).unwrap_or_default();
        differences(&format!("step {} {operation}", number + 1), actual, expected, &mut out);
    }
    out
}

fn differences(path: &str, actual: &Json, expected: &Json, out: &mut Vec<String>) {
    match (actual, expected) {
        (Json::Object(a), Json::Object(e)) => {
            if is_error(e) {
                return errors(path, actual, expected, out);
            }
            for (key, expected) in e {
                let actual = a.get(key).unwrap_or(&Json::Null);
                differences(&format!("{path} {key}"), actual, expected, out);
            }
            for key in a.keys().filter(|k| !e.contains_key(*k)) {
                out.push(format!(
                    "{path} {key}: not recorded: {}",
                    a.get(key).unwrap_or(&Json::Null)
                ));
            }
        }
        (Json::Array(a), Json::Array(e)) => {
            for (i, expected) in e.iter().enumerate() {
                differences(&format!("{path} [{i}]"), a.get(i).unwrap_or(&Json::Null), expected, out);
            }
            for extra in a.iter().skip(e.len()) {
                out.push(format!("{path}: not recorded: {extra}"));
            }
        }
        (actual, expected) if actual != expected => {
            out.push(format!("{path}: {actual}"));
            out.push(format!("    recorded: {expected}"));
        }
        _ => {}
    }
}

fn is_error(object: &serde_json::Map<String, Json>) -> bool {
    object.contains_key("class") && object.contains_key("message")
}

/// Errors: class, message and cause, with the exceptions that the format names.
fn errors(path: &str, actual: &Json, expected: &Json, out: &mut Vec<String>) {
    let text = |json: &Json, key: &str| json.get(key).and_then(Json::as_str).map(str::to_string);
    let (class, recorded_class) = (text(actual, "class"), text(expected, "class"));
    let (message, recorded) = (text(actual, "message"), text(expected, "message"));
    let same =
        class == recorded_class && messages_agree(recorded_class.as_deref(), message.as_deref(), recorded.as_deref());
    if !same {
        out.push(format!("{path}: {class:?} {message:?}"));
        out.push(format!("    recorded: {recorded_class:?} {recorded:?}"));
    }
    match (actual.get("cause"), expected.get("cause")) {
        (None, None) => {}
        (Some(actual), Some(expected)) => errors(&format!("{path} cause"), actual, expected, out),
        (actual, expected) => out.push(format!("{path} cause: {actual:?}, recorded: {expected:?}")),
    }
}

fn messages_agree(class: Option<&str>, actual: Option<&str>, recorded: Option<&str>) -> bool {
    match class {
        Some("java.lang.ClassCastException") => true,
        Some("java.lang.NullPointerException") if recorded.is_some_and(|m| m.starts_with("Cannot invoke \"")) => true,
        Some("org.codehaus.groovy.control.MultipleCompilationErrorsException") => {
            places(actual.unwrap_or_default()) == places(recorded.unwrap_or_default())
        }
        _ => actual.map(without_solutions) == recorded.map(without_solutions),
    }
}

/// File and line of each error of a compilation, with the text where a class was not found.
fn places(message: &str) -> Vec<String> {
    let place = |line: &str| {
        let (head, rest) = line.split_once(": ")?;
        let (number, text) = rest.split_once(": ")?;
        number.parse::<u32>().ok()?;
        let text = if text.contains("unable to resolve class") {
            text
        } else {
            ""
        };
        Some(format!("{head}:{number}:{text}"))
    };
    message.lines().filter_map(place).collect()
}

fn without_solutions(message: &str) -> String {
    message
        .lines()
        .filter(|l| !l.starts_with("Possible solutions: "))
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_the_jvm_says_does_not_count() {
        let error = |class: &str, message: &str| json!({"steps": [{"error": {"class": class, "message": message}}]});
        let differ = |a: &Json, e: &Json| steps(a["steps"].as_array().unwrap(), e).len();
        let cast = "java.lang.ClassCastException";
        assert_eq!(differ(&error(cast, "a"), &error(cast, "b")), 0);
        assert_eq!(differ(&error("X", "a\nPossible solutions: b"), &error("X", "a")), 0);
        assert_ne!(differ(&error("X", "a"), &error("X", "b")), 0);
    }
}
