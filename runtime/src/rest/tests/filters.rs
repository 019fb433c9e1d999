//! Queries with filters.

use super::*;

#[test]
fn filters_become_icf_filters() {
    let mut system = typed();
    let mut seen = |text: &str| {
        let query = Query {
            filter: text.to_owned(),
            ..Query::default()
        };
        objects(&mut system, &query);
        system
            .operations()
            .seen
            .clone()
            .map(|(filter, _)| filter)
            .unwrap_or_default()
    };
    assert!(seen("true").is_null());
    let filter = seen("login eq \"x\" or age eq 5 or age pr");
    let Some(Filter::Or(parts)) = filter.as_host::<Filter>() else {
        panic!("no OR");
    };
    assert_eq!(parts.len(), 2);
    assert!(matches!(parts[1].as_host(), Some(Filter::Or(_))));
    let Some(name) = parts[0].as_host::<Filter>().and_then(Filter::attribute) else {
        panic!("no attribute");
    };
    assert!(name.is("__NAME__"));
    let filter = seen("age eq 5");
    let age = filter
        .as_host::<Filter>()
        .and_then(Filter::attribute)
        .map(Attribute::first);
    assert!(matches!(age, Some(Value::Int(_))));
}

#[test]
fn refused_queries() {
    for (text, message) in [
        (
            "none eq 1",
            "Attribute none does not exist as part of ObjectClass: users",
        ),
        (
            "none pr and none eq 1",
            "Attribute none does not exist as part of ObjectClass: users",
        ),
        ("login/x eq 1", "Only one level JsonPointer supported"),
        ("login like \"x\"", "ExtendedMatchFilter is not supported"),
        ("login EW \"x\"", "ExtendedMatchFilter is not supported"),
        ("_id eq \" \"", "Uid value must not be blank!"),
        ("_id co \"x\"", "Uid can only be used for equals comparison."),
        ("active co true", "Value must be a string!"),
        ("login", "Invalid query filter 'login'"),
    ] {
        let query = Query {
            filter: text.to_owned(),
            ..Query::default()
        };
        let result = typed().query("users", &query, |_| true);
        let expected = json!({"code": 400, "reason": "Bad Request", "message": message});
        assert_eq!(body(result), expected.to_string(), "{text}");
    }
}

#[test]
fn what_matches_nothing_is_not_asked() {
    for text in ["false", "none pr", "login eq \"x\" or false"] {
        let query = Query {
            filter: text.to_owned(),
            ..Query::default()
        };
        let mut system = typed();
        let result = system.query("users", &query, |_| true);
        assert_eq!(result.ok(), Some(None), "{text}");
        assert!(system.operations().seen.is_none());
    }
}
