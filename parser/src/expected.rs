//! What the grammar would have taken, in a few words.
//!
//! The generated parser lists terminals by the names they have in the grammar, up to fifty inside an expression. Here they
//! become source text, whole groups become one word, and three are named at most.

/// `an expression`, `` `,` or `)` `` and the like; empty if there is nothing to say.
pub(crate) fn describe(expected: &[String]) -> String {
    let names: Vec<&str> = expected.iter().map(|name| unquoted(name)).collect();
    let has = |name: &str| names.contains(&name);
    let mut words: Vec<String> = Vec::new();
    if has("id") && has("integer") && has("new") {
        words.push(if has("if") { "a statement" } else { "an expression" }.to_owned());
    } else if has("id") {
        words.push("a name".to_owned());
    } else if has("type_name") && !has("VARIABLES") {
        words.push("a type".to_owned());
    }
    for closer in [")", ") cast", "]", "}", "} $", "> type", "\" close"] {
        if has(closer) {
            words.push(quoted(source_text(closer)));
        }
    }
    if words.is_empty() && has("Sep") {
        words.push("the end of the statement".to_owned());
    }
    if words.is_empty() || has(",") && words.len() < 3 && !words.iter().any(|word| word.starts_with('a')) {
        for name in &names {
            if is_telling(name) {
                words.push(quoted(source_text(name)));
            }
        }
    }
    words.dedup();
    if words.is_empty() && has("+") {
        words.push("an operator".to_owned());
    }
    words.truncate(3);
    joined(&words)
}

/// Terminals that tell a person more than a group of operators.
fn is_telling(name: &str) -> bool {
    matches!(
        name,
        "," | "( head"
            | "( params"
            | "( call"
            | ": case"
            | "-> case"
            | ": ternary"
            | ": key"
            | "->"
            | "="
            | "{ block"
            | "{ class"
            | "{ switch"
            | "{ enum"
            | "in:"
            | "while do"
            | "catch"
            | "finally"
            | "case"
            | "default"
            | ";"
            | "class"
            | "interface"
            | "while"
            | "else"
    )
}

/// The text that stands in a script for a terminal.
fn source_text(name: &str) -> &str {
    match name {
        "in:" => "in",
        "while do" => "while",
        "} $" => "}",
        "> type" => ">",
        "\" close" => "\"",
        _ => name.split(' ').next().unwrap_or(name),
    }
}

fn quoted(text: &str) -> String {
    format!("`{text}`")
}

/// The name of a terminal without the quotes that the generated parser puts around it.
fn unquoted(name: &str) -> &str {
    name.strip_prefix('"')
        .and_then(|name| name.strip_suffix('"'))
        .unwrap_or(name)
}

fn joined(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [init @ .., last] => format!("{} or {last}", init.join(", ")),
    }
}
