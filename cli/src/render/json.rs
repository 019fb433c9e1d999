//! Findings for programs: one line of JSON a file.

use rovy_parser::{Diagnostic, LineMap, Span};
use serde_json::{Map, Value, json};

/// `{"path": …, "diagnostics": […]}`. Lines and columns start at 1, columns count UTF-16 units.
pub fn file(path: &str, source: &str, lines: &LineMap, found: &[Diagnostic]) -> Value {
    let diagnostics: Vec<Value> = found.iter().map(|found| diagnostic(source, lines, found)).collect();
    json!({"path": path, "diagnostics": diagnostics})
}

fn diagnostic(source: &str, lines: &LineMap, found: &Diagnostic) -> Value {
    let mut json = Map::new();
    json.insert("code".to_owned(), found.code.into());
    json.insert("severity".to_owned(), found.severity.to_string().into());
    json.insert("message".to_owned(), found.message.as_str().into());
    place(&mut json, source, lines, found.span);
    let labels: Vec<Value> = found
        .labels
        .iter()
        .map(|label| {
            let mut json = Map::new();
            place(&mut json, source, lines, label.span);
            json.insert("message".to_owned(), label.message.as_str().into());
            Value::Object(json)
        })
        .collect();
    json.insert("labels".to_owned(), labels.into());
    json.insert("help".to_owned(), found.help.as_deref().into());
    Value::Object(json)
}

fn place(json: &mut Map<String, Value>, source: &str, lines: &LineMap, span: Span) {
    let (start, end) = (
        lines.position(source, span.start),
        lines.position(source, span.end.max(span.start)),
    );
    json.insert("line".to_owned(), start.line.into());
    json.insert("column".to_owned(), start.column.into());
    json.insert("endLine".to_owned(), end.line.into());
    json.insert("endColumn".to_owned(), end.column.into());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_there() {
        let source = "a\n'😀' )";
        let lines = LineMap::new(source);
        let found = Diagnostic::error("E0103", Span::new(9, 10), "odd").label(Span::at(0), "here");
        assert_eq!(
            file("A.groovy", source, &lines, &[found]).to_string(),
            concat!(
                r#"{"path":"A.groovy","diagnostics":[{"code":"E0103","severity":"error","message":"odd","#,
                r#""line":2,"column":6,"endLine":2,"endColumn":7,"#,
                r#""labels":[{"line":1,"column":1,"endLine":1,"endColumn":1,"message":"here"}],"help":null}]}"#
            )
        );
    }
}
