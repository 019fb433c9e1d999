//! Which answers exceptions become.

use super::*;

/// The status and message of the answer to an exception.
fn answer(class: &'static Class, operation: &'static str, behaviour: Behaviour) -> (u16, String) {
    let mut vm = vm(behaviour);
    let exception = Throwable::new(class.id(), Some(Str::new("own words")));
    let thrown = vm.throw_value(Value::Throwable(exception));
    let request = failure::Request {
        operation,
        id: "7".to_owned(),
        system: "system/hr/users".to_owned(),
    };
    let error = failure::failure(&mut vm, thrown, &request).error;
    (error.code, error.message.unwrap_or_default())
}

#[test]
fn exceptions_become_answers() {
    use exceptions::*;
    for (class, code, message) in [
        (&ALREADY_EXISTS_EXCEPTION, 412, "System object 7 already exists"),
        (
            &INVALID_ATTRIBUTE_VALUE_EXCEPTION,
            400,
            "Attribute value conflicts with the attribute's schema definition on operation READ for system object: 7",
        ),
        (
            &UNKNOWN_UID_EXCEPTION,
            404,
            "Operation READ could not find resource 7 on system object: system/hr/users",
        ),
        (
            &INVALID_PASSWORD_EXCEPTION,
            401,
            "Invalid password has been provided to operation READ for system object: 7",
        ),
        (
            &INVALID_CREDENTIAL_EXCEPTION,
            401,
            "Invalid credential has been provided to operation READ for system object: 7",
        ),
        (
            &PASSWORD_EXPIRED_EXCEPTION,
            403,
            "Operation READ failed with PasswordExpiredException on system object: 7",
        ),
        (
            &PERMISSION_DENIED_EXCEPTION,
            403,
            "Permission was denied on READ operation for system object: 7",
        ),
        (
            &CONNECTOR_SECURITY_EXCEPTION,
            500,
            "Operation READ failed with ConnectorSecurityException on system object: 7",
        ),
        (
            &CONFIGURATION_EXCEPTION,
            500,
            "Operation READ failed with ConfigurationException on system object: 7",
        ),
        (
            &CONNECTION_BROKEN_EXCEPTION,
            503,
            "Operation READ failed with ConnectionBrokenException on system object: 7",
        ),
        (
            &CONNECTOR_IO_EXCEPTION,
            503,
            "Operation READ failed with ConnectorIOException on system object: 7",
        ),
        (
            &CONNECTION_FAILED_EXCEPTION,
            503,
            "Connection failed during operation READ on system object: 7",
        ),
        (
            &OPERATION_TIMEOUT_EXCEPTION,
            503,
            "Operation READ Timeout on system object: 7",
        ),
        (
            &RETRYABLE_EXCEPTION,
            503,
            "Request temporarily unavailable on operation READ for system object: 7",
        ),
        (
            &PRECONDITION_FAILED_EXCEPTION,
            412,
            "The resource version for 7 does not match the version provided on operation READ for system object: system/hr/users",
        ),
        (
            &PRECONDITION_REQUIRED_EXCEPTION,
            428,
            "No resource version for resource 7 has been provided on operation READ for system object: system/hr/users",
        ),
        (
            &CONNECTOR_EXCEPTION,
            500,
            "Operation READ failed with ConnectorException on system object: 7",
        ),
    ] {
        assert_eq!(
            answer(class, "READ", Behaviour::OpenIcf),
            (code, message.to_owned()),
            "{}",
            class.name
        );
        assert_eq!(
            answer(class, "READ", Behaviour::Rcs),
            (code, "own words".to_owned()),
            "{}",
            class.name
        );
    }
}

#[test]
fn other_exceptions_keep_their_message() {
    use jdk::throwables::*;
    for (class, operation, behaviour, code) in [
        (&ILLEGAL_ARGUMENT_EXCEPTION, "QUERY", Behaviour::Rcs, 400),
        (&NUMBER_FORMAT_EXCEPTION, "QUERY", Behaviour::OpenIcf, 400),
        (&ILLEGAL_ARGUMENT_EXCEPTION, "READ", Behaviour::Rcs, 500),
        (&UNSUPPORTED_OPERATION_EXCEPTION, "QUERY", Behaviour::Rcs, 404),
        (&UNSUPPORTED_OPERATION_EXCEPTION, "QUERY", Behaviour::OpenIcf, 500),
        (&NULL_POINTER_EXCEPTION, "QUERY", Behaviour::Rcs, 500),
    ] {
        assert_eq!(answer(class, operation, behaviour), (code, "own words".to_owned()));
    }
}
