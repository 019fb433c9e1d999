//! References to system properties in a provisioner file: `&{name}`.

use serde_json::Value;

/// Puts the values of properties in the place of their references, in every text of the value. A
/// reference that nothing answers stays as it is, and `\&{` stands for a plain `&{`.
pub(super) fn substitute(value: &mut Value, property: &dyn Fn(&str) -> Option<String>) {
    match value {
        Value::String(text) => {
            if text.contains("&{") {
                *text = substituted(text, property);
            }
        }
        Value::Array(elements) => elements.iter_mut().for_each(|element| substitute(element, property)),
        Value::Object(entries) => entries.values_mut().for_each(|entry| substitute(entry, property)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn substituted(text: &str, property: &dyn Fn(&str) -> Option<String>) -> String {
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once("&{") {
        if let Some(before) = before.strip_suffix('\\') {
            result.push_str(before);
            result.push_str("&{");
            rest = behind;
            continue;
        }
        result.push_str(before);
        let Some((name, after)) = behind.split_once('}') else {
            result.push_str("&{");
            rest = behind;
            break;
        };
        match property(name) {
            Some(value) => result.push_str(&value),
            None => {
                result.push_str("&{");
                result.push_str(name);
                result.push('}');
            }
        }
        rest = after;
    }
    result.push_str(rest);
    result
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn references_everywhere() {
        let mut value = json!({"roots": ["&{home}/a&{home}", 5], "x": "&{no}", "y": "\\&{home}", "z": "&{home"});
        substitute(&mut value, &|name| (name == "home").then(|| "/opt".to_owned()));
        assert_eq!(
            value,
            json!({"roots": ["/opt/a/opt", 5], "x": "&{no}", "y": "&{home}", "z": "&{home"})
        );
    }
}
