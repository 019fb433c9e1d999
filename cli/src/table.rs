//! Objects as a table for people.

use comfy_table::Table;
use comfy_table::presets::NOTHING;
use serde_json::{Map, Value};

/// A line an object, a column a property.
pub fn of_objects(objects: &[Map<String, Value>]) -> String {
    let mut columns: Vec<&str> = Vec::new();
    for name in objects.iter().flat_map(Map::keys) {
        if !columns.contains(&name.as_str()) {
            columns.push(name);
        }
    }
    let rows = objects
        .iter()
        .map(|object| columns.iter().map(|column| cell(object.get(*column))).collect());
    table(&columns, rows)
}

/// A line a change; the object's properties in one cell.
pub fn of_deltas(deltas: &[Value]) -> String {
    let columns = ["type", "token", "uid", "previousUid", "objectClass", "object"];
    let rows = deltas
        .iter()
        .map(|delta| columns.iter().map(|column| cell(delta.get(column))).collect());
    table(&columns, rows)
}

fn table(columns: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut table = Table::new();
    table.load_style(NOTHING).set_header(columns);
    table.add_rows(rows);
    table.trim_fmt()
}

/// A value in one line: text as it is, nothing for null, anything else as JSON.
fn cell(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.replace(['\n', '\r', '\t'], " "),
        Some(other) => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn columns_are_the_properties_of_all_objects() {
        let objects: Vec<Map<String, Value>> = [
            json!({"_id": "1", "name": "Anna\nB. \"x\""}),
            json!({"_id": "2", "mail": ["a", "b"], "gone": null}),
        ]
        .into_iter()
        .filter_map(|object| object.as_object().cloned())
        .collect();
        insta::assert_snapshot!(of_objects(&objects));
    }
}
