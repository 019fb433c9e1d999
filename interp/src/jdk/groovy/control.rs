//! `org.codehaus.groovy.control`: what an exception for a source that does not compile tells about its errors.

use crate::Vm;
use crate::jdk::throwables::SYNTAX_EXCEPTION;
use crate::registry::{Class, Member, class, method, native};
use crate::value::{HostType, List, Str, Throwable, Value};
use std::rc::Rc;

/// `org.codehaus.groovy.control.MultipleCompilationErrorsException`.
pub const MULTIPLE: &[Member] = &[method(
    "getErrorCollector(): ErrorCollector",
    &native(|vm: &mut Vm, t: &Value| detail(vm, t, "errorCollector")),
)
.doc("The errors.")];

/// `org.codehaus.groovy.syntax.SyntaxException`.
pub const SYNTAX: &[Member] = &[
    method(
        "getLine(): int",
        &native(|vm: &mut Vm, t: &Value| detail(vm, t, "line")),
    )
    .doc("The line, from 1."),
    method(
        "getStartLine(): int",
        &native(|vm: &mut Vm, t: &Value| detail(vm, t, "line")),
    )
    .doc("The line, from 1."),
    method(
        "getStartColumn(): int",
        &native(|vm: &mut Vm, t: &Value| detail(vm, t, "column")),
    )
    .doc("The column, from 1."),
    method(
        "getOriginalMessage(): String",
        &native(|vm: &mut Vm, t: &Value| detail(vm, t, "message")),
    )
    .doc("What is wrong, without its place."),
];

fn detail(vm: &mut Vm, this: &Value, name: &str) -> Value {
    vm.throwable_of(this).and_then(|t| t.detail(name)).unwrap_or_default()
}

/// The errors of one compilation.
pub struct ErrorCollector {
    errors: Rc<List>,
}

impl HostType for ErrorCollector {
    const NAME: &'static str = "org.codehaus.groovy.control.ErrorCollector";

    fn class() -> &'static Class {
        &COLLECTOR
    }
}

/// `org.codehaus.groovy.control.ErrorCollector`.
pub static COLLECTOR: Class = class(ErrorCollector::NAME)
    .doc("The errors of one compilation.")
    .members(&[
        method(
            "getErrorCount(): int",
            &native(|c: &ErrorCollector| c.errors.len() as i32),
        ),
        method("getErrors(): List", &native(|c: &ErrorCollector| c.errors.clone())),
        method(
            "getLastError(): Message",
            &native(|c: &ErrorCollector| c.errors.get(c.errors.len().wrapping_sub(1))),
        ),
        method(
            "hasErrors(): boolean",
            &native(|c: &ErrorCollector| !c.errors.is_empty()),
        ),
        method("hasWarnings(): boolean", &native(|_: &ErrorCollector| false)),
        method("getWarningCount(): int", &native(|_: &ErrorCollector| 0)),
    ]);

/// One error of a compilation.
pub struct SyntaxError {
    cause: Value,
}

impl HostType for SyntaxError {
    const NAME: &'static str = "org.codehaus.groovy.control.messages.SyntaxErrorMessage";

    fn class() -> &'static Class {
        &MESSAGE
    }
}

/// `org.codehaus.groovy.control.messages.SyntaxErrorMessage`.
pub static MESSAGE: Class = class(SyntaxError::NAME)
    .doc("One error of a compilation.")
    .members(&[method(
        "getCause(): SyntaxException",
        &native(|e: &SyntaxError| e.cause.clone()),
    )]);

/// The classes of the package.
pub static CLASSES: &[&Class] = &[&COLLECTOR, &MESSAGE];

/// The collector of some errors: message, line, column.
pub fn collector(errors: impl Iterator<Item = (String, u32, u32)>) -> Value {
    let errors = errors.map(|(message, line, column)| {
        let text = format!("{message} @ line {line}, column {column}.");
        let cause = Throwable::new(SYNTAX_EXCEPTION.id(), Some(Str::new(&text)));
        cause.set_detail("line", Value::int(line as i32));
        cause.set_detail("column", Value::int(column as i32));
        cause.set_detail("message", Value::str(&message));
        Value::host(SyntaxError {
            cause: Value::Throwable(cause),
        })
    });
    Value::host(ErrorCollector {
        errors: List::new(errors.collect()),
    })
}
