//! What connector scripts are warned of, and what not.

use super::suspicions;
use crate::connector;
use rovy_parser::{Options, parse};

fn found(text: &str) -> Vec<String> {
    let parsed = parse(text, &Options::default());
    assert!(!parsed.has_errors(), "{:?}", parsed.diagnostics);
    let found = suspicions(&parsed.unit, &connector::registry());
    let shown = found.iter().map(|d| {
        let help = d.help.as_deref().unwrap_or_default();
        format!("{} {:?} {}: {help}", d.code, d.span.text(text), d.message)
    });
    shown.collect()
}

#[test]
fn hardly_meant() {
    let scripts = [
        "if (objectClass == 'users') { println objectClass.objectClassValue }",
        "switch (objectClass) { case 'users': break; case ObjectClass.ACCOUNT: break }",
        "bulder.schema { }",
        "builder.schema { objectClass { atributes { name() } } }",
        "def q = querry()",
        "handler { uid '1'; atribute 'name', 'x' }",
        "println options.pagesize",
        "def options = options as OperationOptions\nprintln options.pagedResultCookie",
        "switch (objectClas.objectClassValue) { case 'users': break }",
        "println 'a'.toUppercase() + 'b'.lenght()",
        "list.colect { it }.frist()",
        "println ObjectClass.ACOUNT",
        "println Uid.NAEM",
    ];
    let all: Vec<String> = scripts
        .iter()
        .map(|text| format!("{text}\n    {}", found(text).join("\n    ")))
        .collect();
    insta::assert_snapshot!(all.join("\n"));
}

#[test]
fn meant() {
    for text in [
        "if (objectClass.objectClassValue == 'users') { }",
        "def objectClass = objectClass.objectClassValue\nif (objectClass == 'users') { }",
        "def f(objectClass) { objectClass == 'users' }",
        "builder.schema { objectClass { attributes { querry(); optons String.class } } }",
        "def querry = { 1 }\nquerry()",
        "class A { def lenght() { 1 } }\nnew A().lenght()",
        "options.pageSize ?: options.options.custom",
        "def row = [lenght: { 1 }]\nrow.lenght()",
        "resp.getHeadr('x')",
        "ObjectClass.ACCOUNT.is('x') && ObjectClass.ALL",
        "switch (objectClass) { case '__ACCOUNT__': break }",
        "userName(1); required.x = 2",
        "factory.startswith(1); TimeZone.setDefault(x); key.asPrimitive()",
        "directory.removed(1); template.render(x); new Directory().finds()",
        "def option = options",
        "attribute 'a', filters",
    ] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}
