//! Help with syntax errors that other languages, or Groovy's own closeness to them, suggest.

use rovy_lexer::TokenKind;

use crate::diagnostic::{Diagnostic, codes};
use crate::shape::{Shaped, Terminal};

/// How far back the beginning of a statement is looked for.
const LOOK_BACK: usize = 30;

/// A keyword where a name must stand: the error is noticed behind it, the mistake is the keyword.
pub(crate) fn keyword_as_name(
    source: &str,
    terminals: &[Shaped],
    at: usize,
    expected: &[String],
) -> Option<Diagnostic> {
    let before = terminals.get(at.checked_sub(1)?)?;
    let Terminal::Plain(kind) = before.terminal else {
        return None;
    };
    let declares = matches!(
        kind,
        TokenKind::Class | TokenKind::Interface | TokenKind::Enum | TokenKind::Package | TokenKind::Import
    );
    let assigned = terminals.get(at)?.terminal == Terminal::Plain(TokenKind::Assign);
    let wants_name = expected.iter().any(|name| name == "id" || name == "type_name");
    (declares && assigned && wants_name).then(|| {
        let message = format!("`{}` is a keyword and cannot be a name", before.span.text(source));
        Diagnostic::error(codes::UNEXPECTED_TOKEN, before.span, message).help("choose another name")
    })
}

/// What to do about an error that was noticed at a terminal.
pub(crate) fn about(source: &str, terminals: &[Shaped], at: usize, expected: &[String]) -> Option<String> {
    let here = terminals.get(at)?;
    let has = |name: &str| expected.iter().any(|expected| expected.trim_matches('"') == name);
    let before = at.checked_sub(1).and_then(|before| terminals.get(before));
    let touches = |kind| before.is_some_and(|b| b.terminal == Terminal::Plain(kind) && b.span.end == here.span.start);
    let text = here.span.text(source);
    if in_case_label(terminals, at) {
        return Some("a label ends with a colon: `case value:`".to_owned());
    }
    if has("( head") {
        let keyword = before.map_or("", |before| before.span.text(source));
        return Some(format!(
            "what follows `{keyword}` stands in parentheses: `{keyword} (…)`"
        ));
    }
    let Terminal::Plain(kind) = here.terminal else {
        return word_operator(source, terminals, at);
    };
    let told = match kind {
        TokenKind::Question if touches(TokenKind::Question) => "the operator for a default is `?:`",
        TokenKind::Greater if touches(TokenKind::Assign) => "closures and lambdas take `->`",
        TokenKind::Greater if touches(TokenKind::Less) => "the operator for what is not equal is `!=`",
        TokenKind::Comma if statement_has_label(terminals, at) => "a map is written in square brackets: `[key: value]`",
        TokenKind::Comma if has("} $") || has("}") => "a list is written in square brackets: `[a, b]`",
        kind if has("id") && kind.is_keyword() => return Some(format!("`{text}` is a keyword and cannot be a name")),
        _ => return word_operator(source, terminals, at),
    };
    Some(told.to_owned())
}

/// `a and b`, `a or b`, `not a`: words that are operators elsewhere.
fn word_operator(source: &str, terminals: &[Shaped], at: usize) -> Option<String> {
    let before = terminals.get(at.saturating_sub(6)..at)?;
    let told = before.iter().rev().find_map(|shaped| match shaped.span.text(source) {
        "and" => Some("`and` is written `&&`"),
        "or" => Some("`or` is written `||`"),
        "not" => Some("`not` is written `!`"),
        _ => None,
    });
    told.map(str::to_owned)
}

/// Whether the statement at `at` begins with `case` and has no colon or arrow yet.
pub(crate) fn in_case_label(terminals: &[Shaped], at: usize) -> bool {
    let before = terminals.get(..at).unwrap_or_default();
    let mut statement = before.iter().rev().map(|shaped| shaped.terminal).take(LOOK_BACK);
    let case = Terminal::Plain(TokenKind::Case);
    statement.find(|terminal| {
        *terminal == case
            || *terminal == Terminal::Separator
            || terminal.opens()
            || terminal.opens_statements()
            || is_label_end(*terminal)
    }) == Some(case)
}

fn is_label_end(terminal: Terminal) -> bool {
    matches!(terminal, Terminal::CaseColon | Terminal::CaseArrow)
}

/// Whether the statement at `at` begins with a label, as a map in braces does.
fn statement_has_label(terminals: &[Shaped], at: usize) -> bool {
    let before = terminals.get(..at).unwrap_or_default();
    let mut statement = before.iter().rev().map(|shaped| shaped.terminal).take(20);
    statement.find(|terminal| *terminal == Terminal::Label || terminal.opens_statements()) == Some(Terminal::Label)
}
