//! The framework's exceptions, all unchecked, with what some of them carry beside message and cause.

use super::values;
use rovy_interp::jdk::throwables::{self, CONSTRUCTORS};
use rovy_interp::registry::{Class, Kind, Member, class, function, method, native, raw, slice, unbound};
use rovy_interp::value::{Throwable, Value};
use rovy_interp::{Res, Vm};
use std::rc::Rc;

macro_rules! exceptions {
    ($($name:ident $java:literal $parent:expr, $more:expr;)*) => {
        $(#[doc = concat!("`", $java, "`")]
        pub static $name: Class = class(concat!("org.identityconnectors.framework.common.exceptions.", $java))
            .extends($parent)
            .members(CONSTRUCTORS)
            .groovy($more);)*
        /// All of them.
        pub static CLASSES: &[&Class] = &[$(&$name),*];
    };
}

exceptions! {
    CONNECTOR_EXCEPTION "ConnectorException" &throwables::RUNTIME_EXCEPTION, RETHROW;
    ALREADY_EXISTS_EXCEPTION "AlreadyExistsException" &CONNECTOR_EXCEPTION, WITH_UID;
    CONFIGURATION_EXCEPTION "ConfigurationException" &CONNECTOR_EXCEPTION, &[];
    INVALID_ATTRIBUTE_VALUE_EXCEPTION "InvalidAttributeValueException" &CONNECTOR_EXCEPTION, &[];
    OPERATION_TIMEOUT_EXCEPTION "OperationTimeoutException" &CONNECTOR_EXCEPTION, &[];
    PRECONDITION_FAILED_EXCEPTION "PreconditionFailedException" &CONNECTOR_EXCEPTION, &[];
    PRECONDITION_REQUIRED_EXCEPTION "PreconditionRequiredException" &CONNECTOR_EXCEPTION, &[];
    CONNECTOR_IO_EXCEPTION "ConnectorIOException" &CONNECTOR_EXCEPTION, &[];
    CONNECTION_BROKEN_EXCEPTION "ConnectionBrokenException" &CONNECTOR_IO_EXCEPTION, &[];
    CONNECTION_FAILED_EXCEPTION "ConnectionFailedException" &CONNECTOR_IO_EXCEPTION, &[];
    CONNECTOR_SECURITY_EXCEPTION "ConnectorSecurityException" &CONNECTOR_EXCEPTION, &[];
    PERMISSION_DENIED_EXCEPTION "PermissionDeniedException" &CONNECTOR_SECURITY_EXCEPTION, &[];
    INVALID_CREDENTIAL_EXCEPTION "InvalidCredentialException" &CONNECTOR_SECURITY_EXCEPTION, &[];
    INVALID_PASSWORD_EXCEPTION "InvalidPasswordException" &INVALID_CREDENTIAL_EXCEPTION, &[];
    PASSWORD_EXPIRED_EXCEPTION "PasswordExpiredException" &INVALID_PASSWORD_EXCEPTION, WITH_UID;
    UNKNOWN_UID_EXCEPTION "UnknownUidException" &INVALID_CREDENTIAL_EXCEPTION, OF_OBJECT;
}

/// `RetryableException`: made by `wrap` alone.
pub static RETRYABLE_EXCEPTION: Class = class("org.identityconnectors.framework.common.exceptions.RetryableException")
    .extends(&CONNECTOR_EXCEPTION)
    .members(&[
        function(
            "wrap(String message, Throwable cause): RetryableException",
            &unbound(wrap_cause),
        ),
        function("wrap(String message, Uid uid): RetryableException", &unbound(wrap_uid)),
    ]);

const RETHROW: &[Member] = &[
    function("wrap(Throwable cause): RuntimeException", &unbound(wrap))
        .doc("An unchecked exception as it is, others inside a ConnectorException."),
    method(
        "rethrow(): void",
        &native(|vm: &mut Vm, this: &Value| -> Res { Err(vm.throw_value(this.clone())) }),
    ),
];

const WITH_UID: &[Member] = &[
    method("getUid(): Uid", &native(|t: &Throwable| t.detail("uid"))),
    method("initUid(Uid uid): ConnectorException", &native(init_uid)),
];

const OF_OBJECT: &[Member] = &[raw(
    Kind::Constructor,
    "UnknownUidException(Uid uid, ObjectClass objectClass)",
    &slice(unknown_uid),
)];

fn init_uid(this: &Value, uid: &Value) -> Value {
    if let Value::Throwable(t) = this {
        t.set_detail("uid", uid.clone());
    }
    this.clone()
}

fn unknown_uid(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let uid = args.first().cloned().unwrap_or_default();
    let object_class = args.get(1).cloned().unwrap_or_default();
    let class = this.as_class().unwrap_or(UNKNOWN_UID_EXCEPTION.id());
    let message = unknown_uid_message(vm, &uid, &object_class)?;
    Ok(Throwable::new(class, Some(rovy_interp::value::Str::new(&message))).into())
}

/// What an UnknownUidException says.
pub fn unknown_uid_message(vm: &mut Vm, uid: &Value, object_class: &Value) -> Res<String> {
    let uid = values::java_text(vm, uid)?;
    let object_class = values::java_text(vm, object_class)?;
    Ok(format!(
        "Object with Uid '{uid}' and ObjectClass '{object_class}' does not exist!"
    ))
}

fn message_of(vm: &mut Vm, message: &Value) -> Res<Option<Rc<rovy_interp::value::Str>>> {
    if message.is_null() {
        Ok(None)
    } else {
        vm.to_str(message).map(Some)
    }
}

fn wrap_cause(vm: &mut Vm, message: &Value, cause: &Value) -> Res<Rc<Throwable>> {
    if let Value::Throwable(retryable) = cause
        && cause.class_id() == RETRYABLE_EXCEPTION.id()
    {
        return Ok(retryable.clone());
    }
    let exception = Throwable::new(RETRYABLE_EXCEPTION.id(), message_of(vm, message)?);
    exception.cause.replace(cause.clone());
    Ok(exception)
}

fn wrap_uid(vm: &mut Vm, message: &Value, uid: &Value) -> Res<Rc<Throwable>> {
    let exists = Throwable::new(ALREADY_EXISTS_EXCEPTION.id(), None);
    exists.set_detail("uid", uid.clone());
    wrap_cause(vm, message, &Value::Throwable(exists))
}

/// `ConnectorException.wrap`.
pub fn wrap(vm: &mut Vm, cause: &Value) -> Res {
    let unchecked = [throwables::RUNTIME_EXCEPTION.id(), throwables::ERROR.id()];
    if cause.is_null() {
        return Ok(Throwable::new(CONNECTOR_EXCEPTION.id(), None).into());
    }
    if unchecked.iter().any(|class| vm.is_instance(cause, *class)) {
        return Ok(cause.clone());
    }
    let message = vm.to_str(cause)?;
    let exception = Throwable::new(CONNECTOR_EXCEPTION.id(), Some(message));
    exception.cause.replace(cause.clone());
    Ok(exception.into())
}
