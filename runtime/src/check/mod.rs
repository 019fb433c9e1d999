//! What authors of connector scripts get wrong and Groovy takes: an object class compared with a text, words of the toolkit, bindings and
//! members misspelt. Rules that know no connectors are in [`rovy_interp::check`].

mod misspelt;
mod object_class;

use rovy_interp::check;
use rovy_interp::registry::Registry;
use rovy_parser::Diagnostic;
use rovy_parser::ast::{CompilationUnit, Link, LinkKind, Member, SmolStr};

/// The variables that operations bind for their scripts.
const BOUND: [&str; 22] = [
    "attributes",
    "builder",
    "configuration",
    "connection",
    "customConfiguration",
    "customSensitiveConfiguration",
    "filter",
    "handler",
    "id",
    "log",
    "objectClass",
    "operation",
    "options",
    "password",
    "query",
    "schema",
    "scriptArguments",
    "scriptLanguage",
    "scriptText",
    "token",
    "uid",
    "username",
];

/// Everything suspicious in a connector's script, in the order of the text.
pub fn suspicions(unit: &CompilationUnit, registry: &Registry) -> Vec<Diagnostic> {
    let mut found = check::suspicions(unit, &BOUND);
    object_class::check(unit, &mut found);
    misspelt::check(unit, registry, &mut found);
    found.sort_by_key(|d| d.span.start);
    found
}

/// The name of a step that is a plain property.
fn member_name(link: &Link) -> Option<&SmolStr> {
    match &link.kind {
        LinkKind::Property(_, Member::Name(name)) => Some(&name.name),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
