//! What scripts see of a query: `query()` for each row of the documents' operator table, the options, and
//! the answers to filters that are refused.

mod support;

use serde_json::{Value, json};
use support::{Outcome, rovy};

fn search(connector: &str, arguments: &[&str]) -> Outcome {
    let connector = format!("cli/tests/connectors/{connector}");
    let mut all = vec!["search", &connector, "users"];
    all.extend(arguments);
    rovy(all)
}

/// What the script printed.
fn inspected(filter: &str) -> String {
    let outcome = search("inspect", &["--filter", filter]);
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
    outcome.stderr.trim_end().to_owned()
}

fn refused(filter: &str) -> Value {
    let outcome = search("inspect", &["--filter", filter, "--format", "json"]);
    assert_eq!(outcome.code, 1, "{}", outcome.stderr);
    outcome.body()
}

#[test]
fn every_row_of_the_operator_table() {
    for (filter, query) in [
        (
            "givenName pr",
            "['operation':'PRESENT', 'not':false, 'left':'givenName']",
        ),
        (
            "givenName co \"bar\"",
            "['not':false, 'operation':'CONTAINS', 'left':'givenName', 'right':'bar']",
        ),
        (
            "givenName eq \"Barbara\"",
            "['not':false, 'operation':'EQUALS', 'left':'givenName', 'right':'Barbara']",
        ),
        (
            "givenName gt \"Barbara\"",
            "['not':false, 'operation':'GREATERTHAN', 'left':'givenName', 'right':'Barbara']",
        ),
        (
            "givenName ge \"Barbara\"",
            "['not':false, 'operation':'GREATERTHANOREQUAL', 'left':'givenName', 'right':'Barbara']",
        ),
        (
            "givenName lt \"B\"",
            "['not':false, 'operation':'LESSTHAN', 'left':'givenName', 'right':'B']",
        ),
        (
            "givenName le \"Barbara\"",
            "['not':false, 'operation':'LESSTHANOREQUAL', 'left':'givenName', 'right':'Barbara']",
        ),
        (
            "givenName sw \"Bar\"",
            "['not':false, 'operation':'STARTSWITH', 'left':'givenName', 'right':'Bar']",
        ),
        (
            "givenName ew \"ara\"",
            "['not':false, 'operation':'ENDSWITH', 'left':'givenName', 'right':'ara']",
        ),
        (
            "givenName eq \"Barbara\" and familyName eq \"Jensen\"",
            "['operation':'AND', 'left':['not':false, 'operation':'EQUALS', 'left':'givenName', 'right':'Barbara'], 'right':['not':false, 'operation':'EQUALS', 'left':'familyName', 'right':'Jensen']]",
        ),
        (
            "givenName eq \"Barbara\" or familyName eq \"Jensen\"",
            "['operation':'OR', 'left':['not':false, 'operation':'EQUALS', 'left':'givenName', 'right':'Barbara'], 'right':['not':false, 'operation':'EQUALS', 'left':'familyName', 'right':'Jensen']]",
        ),
        (
            "!(givenName eq \"Barbara\")",
            "['not':true, 'operation':'EQUALS', 'left':'givenName', 'right':'Barbara']",
        ),
        ("true", "null"),
        (
            "(primaryEmail pr) and active eq true",
            "['operation':'AND', 'left':['operation':'PRESENT', 'not':false, 'left':'primaryEmail'], 'right':['not':false, 'operation':'EQUALS', 'left':'active', 'right':'true']]",
        ),
        (
            "(givenName eq \"Barbara\" or givenName eq \"Jane\") and familyName eq \"Jensen\"",
            "['operation':'AND', 'left':['operation':'OR', 'left':['not':false, 'operation':'EQUALS', 'left':'givenName', 'right':'Barbara'], 'right':['not':false, 'operation':'EQUALS', 'left':'givenName', 'right':'Jane']], 'right':['not':false, 'operation':'EQUALS', 'left':'familyName', 'right':'Jensen']]",
        ),
        (
            "_id eq \"x\"",
            "['not':false, 'operation':'EQUALS', 'left':'__UID__', 'right':'x']",
        ),
    ] {
        assert_eq!(inspected(filter), query, "{filter}");
    }
}

#[test]
fn three_ors_nest_in_pairs() {
    assert_eq!(
        inspected("age eq 1 or age eq 2 or age eq 3"),
        "['operation':'OR', 'left':['not':false, 'operation':'EQUALS', 'left':'age', 'right':'1'], 'right':['operation':'OR', 'left':['not':false, 'operation':'EQUALS', 'left':'age', 'right':'2'], 'right':['not':false, 'operation':'EQUALS', 'left':'age', 'right':'3']]]"
    );
}

#[test]
fn the_open_toolkit_does_not_show_presence() {
    let outcome = search("inspect", &["--filter", "givenName pr", "--behaviour", "openicf"]);
    assert_eq!(outcome.stderr.trim_end(), "null");
}

#[test]
fn refused_filters() {
    for (filter, code, message) in [
        (
            "firstName pr and firstName eq \"Barbara\"",
            400,
            "Attribute firstName does not exist as part of ObjectClass: users",
        ),
        ("givenName like \"B\"", 400, "ExtendedMatchFilter is not supported"),
        (
            "givenName ca \"B\"",
            404,
            "ContainsAllValuesFilter transformation is not supported",
        ),
        ("name eq \"Barbara\"", 400, "java.lang.String to java.util.Map"),
        (
            "name/givenName eq \"Barbara\"",
            400,
            "Only one level JsonPointer supported",
        ),
        ("givenName eq Barbara", 400, "For input string: \"Barbara\""),
        ("givenName eq", 400, "Invalid query filter 'givenName eq'"),
        ("active eq \"yes\"", 400, "java.lang.String to java.lang.Boolean"),
    ] {
        let reason = if code == 404 { "Not Found" } else { "Bad Request" };
        assert_eq!(
            refused(filter),
            json!({"code": code, "reason": reason, "message": message}),
            "{filter}"
        );
    }
}

#[test]
fn unknown_presence_finds_nothing() {
    let outcome = search("inspect", &["--filter", "firstName pr"]);
    assert_eq!(outcome.json()["result"], json!([]));
    assert_eq!(outcome.stderr, "");
}

#[test]
fn options() {
    for (fields, expected) in [
        (
            &["--fields", ""][..],
            "[displayName, givenName, familyName, active, middleName, __NAME__, primaryEmail]",
        ),
        (
            &[],
            "[displayName, givenName, familyName, active, middleName, __NAME__, primaryEmail]",
        ),
        (&["--fields", "__NAME__"], "[__NAME__]"),
        (&["--fields", "nothing,secondaryEmail"], "[secondaryEmail]"),
    ] {
        let outcome = search("attributes", fields);
        assert_eq!(outcome.stderr.lines().next(), Some(expected), "{fields:?}");
    }
    let outcome = search("attributes", &["--sort", "displayName,-_id", "--page-size", "4"]);
    assert_eq!(
        outcome.stderr.lines().nth(1),
        Some("sortKeys: [+displayName, -__UID__] pageSize: 4 offset: 0")
    );
}

#[test]
fn reads_have_no_sort_keys_and_no_offset() {
    let outcome = rovy(["read", "cli/tests/connectors/attributes", "users", "x"]);
    assert_eq!(
        outcome.stderr.lines().nth(1),
        Some("sortKeys: null pageSize: null offset: null")
    );
}

#[test]
fn an_empty_search_script_finds_nothing() {
    let outcome = search("empty", &[]);
    assert_eq!(
        outcome.stdout.trim_end(),
        r#"{"result":[],"resultCount":0,"pagedResultsCookie":null,"totalPagedResultsPolicy":"NONE","totalPagedResults":-1,"remainingPagedResults":-1}"#
    );
}
