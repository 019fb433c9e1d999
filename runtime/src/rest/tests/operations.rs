//! Synchronisation and the test action.

use super::*;

#[test]
fn synchronisation() {
    let mut system = typed();
    let token = |value: Json| SyncToken {
        native_type: Some("JAVA_TYPE_LONG".to_owned()),
        value,
    };
    let latest = system.latest_token("users").map_err(|failure| failure.error);
    assert_eq!(latest, Ok(Some(token(json!(9)))));
    let deltas = Rc::new(RefCell::new(Vec::new()));
    let filling = deltas.clone();
    let next = system.sync("users", Some(&token(json!(7))), move |delta| {
        filling.borrow_mut().push(delta);
        true
    });
    assert_eq!(next.map_err(|failure| failure.error), Ok(Some(token(json!(8)))));
    assert_eq!(
        deltas.take(),
        [json!({
            "type": "CREATE",
            "token": 8,
            "uid": "1",
            "previousUid": null,
            "objectClass": null,
            "object": {"_id": "1", "login": "name of 1", "active": true, "given": "Ann"}
        })]
    );
    let nothing = system.sync("users", None, |_| true);
    assert_eq!(nothing.map_err(|failure| failure.error), Ok(None));
}

#[test]
fn the_test_action() {
    let mut system = typed();
    let (answer, problem) = system.test();
    assert!(problem.is_none());
    assert_eq!(
        answer.to_string(),
        concat!(
            r#"{"name":"hr","enabled":true,"config":"config/provisioner.openicf/hr","#,
            r#""connectorRef":{"connectorHostRef":"rcs","connectorName":"org.forgerock.openicf.connectors.groovy.ScriptedConnector"},"#,
            r#""displayName":"Scripted Groovy Connector","objectTypes":["users","__ALL__"],"ok":true}"#
        )
    );
    for (class, error) in [
        (&exceptions::CONNECTOR_EXCEPTION, "own words"),
        (&exceptions::INVALID_PASSWORD_EXCEPTION, "Connection Error"),
        (
            &jdk::throwables::UNSUPPORTED_OPERATION_EXCEPTION,
            "TEST UnsupportedOperation",
        ),
        (&jdk::throwables::MISSING_RESOURCE_EXCEPTION, "own words"),
    ] {
        system.operations().throws = Some((class, "own words"));
        let (answer, problem) = system.test();
        assert!(problem.is_some());
        assert_eq!((&answer["error"], &answer["ok"]), (&json!(error), &json!(false)));
    }
}
