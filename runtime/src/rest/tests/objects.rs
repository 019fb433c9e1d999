//! Which properties objects show, in queries and reads.

use super::*;

#[test]
fn objects_show_the_properties_of_their_type() {
    assert_eq!(
        json!(objects(&mut typed(), &Query::default())),
        json!([
            {"_id": "1", "login": "name of 1", "active": true, "given": "Ann"},
            {"_id": "2", "login": "name of 2", "mails": ["a", "b"], "name": {"a": 1}},
        ])
    );
}

#[test]
fn the_open_toolkit_shows_nulls() {
    let mut system = system(Behaviour::OpenIcf, Some(object_types()));
    let found = objects(&mut system, &Query::default());
    assert_eq!(found[1]["active"], Json::Null);
}

#[test]
fn without_a_type_every_attribute_is_shown() {
    let mut system = system(Behaviour::Rcs, None);
    assert_eq!(
        json!(objects(&mut system, &Query::default())[1]),
        json!({"_id": "2", "__NAME__": "name of 2", "mails": ["a", "b"], "name": {"a": 1}})
    );
    let (_, options) = system.operations().seen.clone().expect("a search");
    let options = options.as_host::<OperationOptions>().expect("options");
    assert!(options.attributes_to_get().is_none());
}

#[test]
fn options_of_a_query() {
    let mut system = typed();
    let query = Query {
        fields: Fields::new("*,given,none"),
        sort_keys: SortField::list("-_id"),
        page_size: 5,
        ..Query::default()
    };
    objects(&mut system, &query);
    let (_, options) = system.operations().seen.clone().expect("a search");
    let vm = system.operations().vm();
    let text = vm.to_text(&options);
    let options = options.as_host::<OperationOptions>().expect("options");
    let names = options.attributes_to_get().expect("attributesToGet");
    let names: Vec<String> = names.iter().map(ToString::to_string).collect();
    assert_eq!(
        names,
        ["mails", "given", "name", "active", "__NAME__", "age"],
        "{text:?}"
    );
    assert!(matches!(options.get("PAGED_RESULTS_OFFSET"), Value::Int(_)));
    assert!(matches!(options.get("PAGE_SIZE"), Value::Int(_)));
    assert!(options.get("PAGED_RESULTS_COOKIE").is_null());
}

#[test]
fn reads() {
    let read = |id: &str, fields: &str| typed().read("users", id, &Fields::new(fields));
    let found = read("1", "given").map_err(|failure| failure.error);
    assert_eq!(
        found.map(|object| json!(object)),
        Ok(json!({"_id": "1", "given": "Ann"}))
    );
    assert_eq!(
        body(read("3", "")),
        r#"{"code":404,"reason":"Not Found","message":"Object 3 not found on system/hr/users"}"#
    );
    assert_eq!(
        body(read("", "")),
        r#"{"code":400,"reason":"Bad Request","message":"The resource collection system/hr/users cannot be read"}"#
    );
    assert_eq!(
        body(typed().read("groups", "1", &Fields::default())),
        r#"{"code":404,"reason":"Not Found","message":"Not found: groups"}"#
    );
}

#[test]
fn several_values_of_a_single_valued_property() {
    let mut types = object_types();
    types["users"]["properties"]["mails"] = json!({"type": "string"});
    let mut system = system(Behaviour::Rcs, Some(types));
    let result = system.query("users", &Query::default(), |_| true);
    assert_eq!(
        body(result),
        r#"{"code":500,"reason":"Internal Server Error","message":"The mails attribute is not single value attribute."}"#
    );
}
