//! Failed operations: which REST answer an exception becomes.

use rovy_interp::jdk::throwables;
use rovy_interp::registry::Class;
use rovy_interp::value::Value;
use rovy_interp::vm::Fault;
use rovy_interp::{Thrown, Vm};
use serde_json::json;
use std::fmt;

use super::RestError;
use crate::icf::behaviour::Behaviour;
use crate::icf::exceptions;

/// A request that failed: the body of the answer, and what ended the script, if one ran.
pub struct Failure {
    /// The answer.
    pub error: RestError,
    /// The exception, the passed limit, or the exit.
    pub fault: Option<Fault>,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: {}", self.error.code, self.error.reason(), self.error)
    }
}

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Failure")
            .field("error", &self.error)
            .finish_non_exhaustive()
    }
}

impl std::error::Error for Failure {}

impl From<RestError> for Failure {
    fn from(error: RestError) -> Self {
        Self { error, fault: None }
    }
}

/// What a request was about, as the messages name it. For a query, object and system are `null`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// `QUERY`, `READ`, `ACTION`.
    pub operation: &'static str,
    /// The object's identifier.
    pub id: String,
    /// `system/NAME/TYPE`.
    pub system: String,
}

impl Request {
    /// A request that names no object.
    pub fn unnamed(operation: &'static str) -> Self {
        Self {
            operation,
            id: "null".to_owned(),
            system: "null".to_owned(),
        }
    }
}

/// The failure that an exception of a request becomes.
pub fn failure(vm: &mut Vm, thrown: Thrown, request: &Request) -> Failure {
    let fault = vm.end_run(thrown);
    let error = match &fault {
        Fault::Exception(exception) => answer(vm, exception, request),
        Fault::Breach(breach) => RestError::new(500, breach.to_string()),
        Fault::Exit(status) => RestError::new(500, format!("The script ended the process with System.exit({status})")),
    };
    Failure {
        error,
        fault: Some(fault),
    }
}

/// `getMessage()` of an exception.
pub fn message(vm: &mut Vm, exception: &Value) -> Option<String> {
    if let Value::Throwable(throwable) = exception {
        return vm.message(throwable).as_ref().map(ToString::to_string);
    }
    // A script class may say it in its own way, however deep that goes.
    let text = vm.on_reserved_stack(|vm| match vm.call_method(exception, "getMessage", &[])? {
        Value::Null => Ok(None),
        other => vm.to_text(&other).map(Some),
    });
    match text {
        Ok(text) => text,
        Err(thrown) => {
            vm.take_fault(thrown);
            None
        }
    }
}

fn answer(vm: &mut Vm, exception: &Value, request: &Request) -> RestError {
    let own = message(vm, exception);
    let behaviour = Behaviour::of(vm);
    let is = |class: &Class| vm.is_instance(exception, class.id());
    if is(&exceptions::CONNECTOR_EXCEPTION) {
        let (code, text) = connector_exception(&is, request);
        return RestError {
            code,
            message: match behaviour {
                Behaviour::Rcs => own.or(Some(text)),
                Behaviour::OpenIcf => Some(text),
            },
            detail: is(&exceptions::UNKNOWN_UID_EXCEPTION).then(|| Box::new(json!({}))),
        };
    }
    let code = if request.operation == "QUERY" && is(&throwables::ILLEGAL_ARGUMENT_EXCEPTION) {
        400
    } else if behaviour == Behaviour::Rcs && is(&throwables::UNSUPPORTED_OPERATION_EXCEPTION) {
        404
    } else {
        500
    };
    RestError {
        code,
        message: own,
        detail: None,
    }
}

/// The status and message of a ConnectorException: a class comes before the one that it extends.
fn connector_exception(is: &dyn Fn(&Class) -> bool, request: &Request) -> (u16, String) {
    let Request { operation, id, system } = request;
    let failed = |name: &str| format!("Operation {operation} failed with {name}Exception on system object: {id}");
    if is(&exceptions::ALREADY_EXISTS_EXCEPTION) {
        (412, format!("System object {id} already exists"))
    } else if is(&exceptions::INVALID_ATTRIBUTE_VALUE_EXCEPTION) {
        let what = "Attribute value conflicts with the attribute's schema definition";
        (400, format!("{what} on operation {operation} for system object: {id}"))
    } else if is(&exceptions::UNKNOWN_UID_EXCEPTION) {
        (
            404,
            format!("Operation {operation} could not find resource {id} on system object: {system}"),
        )
    } else if is(&exceptions::PASSWORD_EXPIRED_EXCEPTION) {
        (403, failed("PasswordExpired"))
    } else if is(&exceptions::INVALID_PASSWORD_EXCEPTION) {
        let what = "Invalid password has been provided to";
        (401, format!("{what} operation {operation} for system object: {id}"))
    } else if is(&exceptions::INVALID_CREDENTIAL_EXCEPTION) {
        let what = "Invalid credential has been provided to";
        (401, format!("{what} operation {operation} for system object: {id}"))
    } else if is(&exceptions::PERMISSION_DENIED_EXCEPTION) {
        (
            403,
            format!("Permission was denied on {operation} operation for system object: {id}"),
        )
    } else if is(&exceptions::CONNECTOR_SECURITY_EXCEPTION) {
        (500, failed("ConnectorSecurity"))
    } else if is(&exceptions::CONFIGURATION_EXCEPTION) {
        (500, failed("Configuration"))
    } else if is(&exceptions::CONNECTION_BROKEN_EXCEPTION) {
        (503, failed("ConnectionBroken"))
    } else if is(&exceptions::CONNECTION_FAILED_EXCEPTION) {
        (
            503,
            format!("Connection failed during operation {operation} on system object: {id}"),
        )
    } else if is(&exceptions::CONNECTOR_IO_EXCEPTION) {
        (503, failed("ConnectorIO"))
    } else if is(&exceptions::OPERATION_TIMEOUT_EXCEPTION) {
        (503, format!("Operation {operation} Timeout on system object: {id}"))
    } else if is(&exceptions::RETRYABLE_EXCEPTION) {
        let what = "Request temporarily unavailable";
        (503, format!("{what} on operation {operation} for system object: {id}"))
    } else if is(&exceptions::PRECONDITION_FAILED_EXCEPTION) {
        let what = format!("The resource version for {id} does not match the version provided");
        (
            412,
            format!("{what} on operation {operation} for system object: {system}"),
        )
    } else if is(&exceptions::PRECONDITION_REQUIRED_EXCEPTION) {
        let what = format!("No resource version for resource {id} has been provided");
        (
            428,
            format!("{what} on operation {operation} for system object: {system}"),
        )
    } else {
        (500, failed("Connector"))
    }
}
