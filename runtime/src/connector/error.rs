//! What an operation fails with, for Rust callers.

use rovy_interp::value::{Place, Value};
use rovy_interp::vm::Fault;
use rovy_interp::{Thrown, Vm};

/// An exception that left a connector, or the limit that ended it.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{class}{}", message.as_deref().map(|m| format!(": {m}")).unwrap_or_default())]
pub struct ConnectorError {
    /// The exception's class, `java.lang.IllegalArgumentException`.
    pub class: String,
    /// `getMessage()`.
    pub message: Option<String>,
    /// `getCause()`.
    #[source]
    pub cause: Option<Box<ConnectorError>>,
    /// Where the script was, innermost first.
    pub trace: Vec<Place>,
}

/// How many causes are followed; a chain may be a ring.
const CAUSES: u32 = 32;

impl ConnectorError {
    /// What is pending in an interpreter.
    pub fn take(vm: &mut Vm, thrown: Thrown) -> ConnectorError {
        match vm.end_run(thrown) {
            Fault::Exception(exception) => ConnectorError::of(vm, &exception, CAUSES),
            Fault::Breach(breach) => ConnectorError::plain("limit", breach.to_string()),
            Fault::Exit(code) => {
                ConnectorError::plain("exit", format!("the script ended the process with code {code}"))
            }
        }
    }

    /// `getMessage()` of an exception.
    pub(super) fn message(vm: &mut Vm, exception: &Value) -> Option<String> {
        ConnectorError::of(vm, exception, 0).message
    }

    fn plain(class: &str, message: String) -> ConnectorError {
        ConnectorError {
            class: class.into(),
            message: Some(message),
            cause: None,
            trace: Vec::new(),
        }
    }

    fn of(vm: &mut Vm, exception: &Value, causes: u32) -> ConnectorError {
        let class = vm.class_name(exception.class_id()).to_string();
        let base = match exception {
            Value::Object(object) => object.base.borrow().clone(),
            other => other.clone(),
        };
        let Value::Throwable(throwable) = &base else {
            return ConnectorError::plain(&class, String::new());
        };
        let cause = throwable.cause.borrow().clone();
        let followed = causes > 0 && !cause.is_null() && !cause.same(exception);
        ConnectorError {
            class,
            message: message_of(vm, exception, throwable),
            cause: followed.then(|| Box::new(ConnectorError::of(vm, &cause, causes - 1))),
            trace: throwable.trace.borrow().clone(),
        }
    }
}

/// `getMessage()`, which a script's class may answer in its own way.
fn message_of(vm: &mut Vm, exception: &Value, throwable: &rovy_interp::value::Throwable) -> Option<String> {
    if let Value::Object(_) = exception {
        match vm.call_method(exception, "getMessage", &[]) {
            Ok(Value::Null) => return None,
            Ok(message) => {
                if let Ok(text) = vm.to_text(&message) {
                    return Some(text);
                }
            }
            Err(thrown) => drop(vm.take_fault(thrown)),
        }
    }
    vm.message(throwable).map(|m| m.text().into_owned())
}
