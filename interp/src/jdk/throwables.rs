//! Java's and Groovy's exceptions: one hierarchy, one table of members.

use crate::jdk::groovy::control;
use crate::jdk::groovy::lang::missing;
use crate::jdk::lang::stack_trace_element::{self, StackTraceElement};
use crate::registry::{Class, Kind, Member, class, method, native, raw, slice};
use crate::value::{Array, Str, Throwable, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// What every throwable has.
const MEMBERS: &[Member] = &[
    method(
        "getMessage(): String",
        &native(|vm: &mut Vm, t: &Throwable| vm.message(t)),
    )
    .doc("What it says, or null."),
    method(
        "getLocalizedMessage(): String",
        &native(|vm: &mut Vm, this: &Value| vm.call_method(this, "getMessage", &[])),
    )
    .doc("What it says, or null."),
    method(
        "getCause(): Throwable",
        &native(|t: &Throwable| t.cause.borrow().clone()),
    )
    .doc("What led to it, or null."),
    method("initCause(Throwable cause): Throwable", &native(init_cause)).doc("Sets the cause, once."),
    method("addSuppressed(Throwable exception): void", &native(add_suppressed))
        .doc("Remembers an exception that this one pushed aside."),
    method(
        "getSuppressed(): Throwable[]",
        &native(|t: &Throwable| Array::new(THROWABLE.id(), t.suppressed.borrow().clone())),
    )
    .doc("The exceptions that this one pushed aside."),
    method("fillInStackTrace(): Throwable", &native(Value::clone)).doc("The exception itself."),
    method("getStackTrace(): StackTraceElement[]", &native(stack_trace)).doc("The script's frames, innermost first."),
    method(
        "setStackTrace(StackTraceElement[] trace): void",
        &native(set_stack_trace),
    )
    .doc("Replaces the frames."),
    method("printStackTrace(): void", &native(print_stack_trace))
        .doc("Prints class, message and frames to the standard error."),
    method(
        "printStackTrace(java.io.PrintStream stream): void",
        &native(print_stack_trace_to),
    )
    .doc("Prints class, message and frames."),
    method(
        "printStackTrace(java.io.PrintWriter writer): void",
        &native(print_stack_trace_to),
    )
    .doc("Prints class, message and frames."),
    method("toString(): String", &native(to_string)).doc("The class and the message."),
];

fn to_string(vm: &mut Vm, this: &Value) -> Res<String> {
    let class = vm.class_name_of(this);
    let message = vm.call_method(this, "getLocalizedMessage", &[])?;
    Ok(match message {
        Value::Null => class.to_string(),
        message => format!("{class}: {}", vm.to_text(&message)?),
    })
}

/// The throwable behind a value: itself, or what a script's exception extends.
fn throwable(vm: &mut Vm, this: &Value) -> Res<Rc<Throwable>> {
    match vm.throwable_of(this) {
        Some(throwable) => Ok(throwable),
        None => Err(vm.throw_silent(&NULL_POINTER_EXCEPTION)),
    }
}

fn init_cause(vm: &mut Vm, this: &Value, cause: &Value) -> Res {
    let throwable = throwable(vm, this)?;
    if !throwable.cause.borrow().is_null() {
        let cause = if cause.is_null() {
            "a null".into()
        } else {
            vm.to_text(cause)?
        };
        return Err(vm.throw(&ILLEGAL_STATE_EXCEPTION, format!("Can't overwrite cause with {cause}")));
    }
    if this.same(cause) {
        return Err(vm.illegal_argument("Self-causation not permitted"));
    }
    throwable.cause.replace(cause.clone()).done();
    Ok(this.clone())
}

fn add_suppressed(vm: &mut Vm, this: &Value, exception: &Value) -> Res<()> {
    if this.same(exception) {
        return Err(vm.illegal_argument("Self-suppression not permitted"));
    }
    if exception.is_null() {
        return Err(vm.null_pointer("Cannot suppress a null exception."));
    }
    throwable(vm, this)?.suppressed.borrow_mut().push(exception.clone());
    Ok(())
}

fn stack_trace(t: &Throwable) -> Rc<Array> {
    let places = t.trace.borrow().clone();
    let elements = places.into_iter().map(|place| Value::host(StackTraceElement(place)));
    Array::new(stack_trace_element::CLASS.id(), elements.collect())
}

fn set_stack_trace(t: &Throwable, trace: &Array) {
    let places = trace.to_vec();
    let places = places.iter().filter_map(|v| v.as_host::<StackTraceElement>());
    *t.trace.borrow_mut() = places.map(|e| e.0.clone()).collect();
}

/// Class, message and frames of an exception and of its causes.
fn full_text(vm: &mut Vm, this: &Value) -> Res<String> {
    let (mut out, mut next, mut seen) = (String::new(), this.clone(), Vec::new());
    while !next.is_null() && !seen.iter().any(|s: &Value| s.same(&next)) {
        vm.tick()?;
        if !seen.is_empty() {
            out.push_str("Caused by: ");
        }
        let text = vm.call_method(&next, "toString", &[])?;
        out.push_str(&vm.to_text(&text)?);
        out.push('\n');
        let throwable = throwable(vm, &next)?;
        for place in throwable.trace.borrow().iter() {
            out.push_str(&format!("\tat {}\n", stack_trace_element::text(place)));
        }
        let cause = throwable.cause.borrow().clone();
        seen.push(std::mem::replace(&mut next, cause));
    }
    Ok(out)
}

fn print_stack_trace(vm: &mut Vm, this: &Value) -> Res<()> {
    let text = full_text(vm, this)?;
    vm.print_error(&text)
}

fn print_stack_trace_to(vm: &mut Vm, this: &Value, writer: &Value) -> Res<()> {
    let text = full_text(vm, this)?;
    vm.call_method(writer, "print", &[Value::from(text)]).map(Value::done)
}

/// The constructors that nearly every exception class repeats; hosts declare theirs with them too. A constructor receives the class as `this`.
pub const CONSTRUCTORS: &[Member] = &[
    raw(Kind::Constructor, "Throwable()", &slice(create)),
    raw(Kind::Constructor, "Throwable(String message)", &slice(create)),
    raw(
        Kind::Constructor,
        "Throwable(String message, Throwable cause)",
        &slice(create),
    ),
    raw(Kind::Constructor, "Throwable(Throwable cause)", &slice(create)),
];

/// `new X()`, `new X(message)`, `new X(message, cause)`, `new X(cause)`.
fn create(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let class = this.as_class().unwrap_or(THROWABLE.id());
    let (message, cause) = match args {
        [] | [Value::Null] => (None, Value::Null),
        [cause] if vm.is_instance(cause, THROWABLE.id()) => (Some(vm.to_str(cause)?), cause.clone()),
        [message, rest @ ..] => {
            let message: Option<Rc<Str>> = if message.is_null() {
                None
            } else {
                Some(vm.to_str(message)?)
            };
            (message, rest.first().cloned().unwrap_or_default())
        }
    };
    let throwable = Throwable::new(class, message);
    *throwable.cause.borrow_mut() = cause;
    Ok(Value::Throwable(throwable))
}

/// `java.lang.AssertionError` takes any object for its message.
const ASSERTION: &[Member] = &[raw(
    Kind::Constructor,
    "AssertionError(Object detail)",
    &slice(assertion_error),
)];

fn assertion_error(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let detail = args.first().cloned().unwrap_or_default();
    let class = this.as_class().unwrap_or(ASSERTION_ERROR.id());
    let throwable = Throwable::new(class, Some(vm.java_to_str(&detail)?));
    if vm.throwable_of(&detail).is_some() {
        throwable.cause.replace(detail).done();
    }
    Ok(Value::Throwable(throwable))
}

/// A failed `assert` shows its picture below a headline.
const POWER_ASSERTION: &[Member] = &[method("toString(): String", &native(picture))];

fn picture(vm: &mut Vm, this: &Value) -> Res<String> {
    let message = vm.call_method(this, "getMessage", &[])?;
    Ok(format!("Assertion failed: \n\n{}\n", vm.to_text(&message)?))
}

/// `java.util.MissingResourceException` says which class did not find which key.
const MISSING_RESOURCE: &[Member] = &[
    raw(
        Kind::Constructor,
        "MissingResourceException(String message, String className, String key)",
        &slice(missing_resource),
    ),
    method("getClassName(): String", &native(|t: &Throwable| t.detail("className"))),
    method("getKey(): String", &native(|t: &Throwable| t.detail("key"))),
];

fn missing_resource(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let (message, details) = args.split_at(args.len().min(1));
    let exception = create(vm, this, message)?;
    if let Value::Throwable(throwable) = &exception {
        for (name, value) in ["className", "key"].into_iter().zip(details) {
            throwable.set_detail(name, value.clone());
        }
    }
    Ok(exception)
}

macro_rules! throwables {
    ($($name:ident $java:literal $parent:ident $(with $members:path)?;)*) => {
        $(#[doc = concat!("`", $java, "`")] pub static $name: Class =
            class($java).extends(&$parent).members(CONSTRUCTORS)$(.groovy($members))?;)*
        /// All of them.
        pub static CLASSES: &[&Class] = &[&THROWABLE, $(&$name),*];
    };
}

/// `java.lang.Throwable`
pub static THROWABLE: Class = class("java.lang.Throwable").members(CONSTRUCTORS).groovy(MEMBERS);

throwables! {
    ERROR "java.lang.Error" THROWABLE;
    EXCEPTION "java.lang.Exception" THROWABLE;
    RUNTIME_EXCEPTION "java.lang.RuntimeException" EXCEPTION;
    ASSERTION_ERROR "java.lang.AssertionError" ERROR with ASSERTION;
    POWER_ASSERTION_ERROR "org.codehaus.groovy.runtime.powerassert.PowerAssertionError" ASSERTION_ERROR with POWER_ASSERTION;
    VIRTUAL_MACHINE_ERROR "java.lang.VirtualMachineError" ERROR;
    STACK_OVERFLOW_ERROR "java.lang.StackOverflowError" VIRTUAL_MACHINE_ERROR;
    OUT_OF_MEMORY_ERROR "java.lang.OutOfMemoryError" VIRTUAL_MACHINE_ERROR;
    LINKAGE_ERROR "java.lang.LinkageError" ERROR;
    EXCEPTION_IN_INITIALIZER_ERROR "java.lang.ExceptionInInitializerError" LINKAGE_ERROR;
    NO_CLASS_DEF_FOUND_ERROR "java.lang.NoClassDefFoundError" LINKAGE_ERROR;
    INCOMPATIBLE_CLASS_CHANGE_ERROR "java.lang.IncompatibleClassChangeError" LINKAGE_ERROR;
    ABSTRACT_METHOD_ERROR "java.lang.AbstractMethodError" INCOMPATIBLE_CLASS_CHANGE_ERROR;
    ARITHMETIC_EXCEPTION "java.lang.ArithmeticException" RUNTIME_EXCEPTION;
    ARRAY_STORE_EXCEPTION "java.lang.ArrayStoreException" RUNTIME_EXCEPTION;
    CLASS_CAST_EXCEPTION "java.lang.ClassCastException" RUNTIME_EXCEPTION;
    GROOVY_CAST_EXCEPTION "org.codehaus.groovy.runtime.typehandling.GroovyCastException" CLASS_CAST_EXCEPTION;
    ILLEGAL_ARGUMENT_EXCEPTION "java.lang.IllegalArgumentException" RUNTIME_EXCEPTION;
    NUMBER_FORMAT_EXCEPTION "java.lang.NumberFormatException" ILLEGAL_ARGUMENT_EXCEPTION;
    ILLEGAL_STATE_EXCEPTION "java.lang.IllegalStateException" RUNTIME_EXCEPTION;
    ILLEGAL_MONITOR_STATE_EXCEPTION "java.lang.IllegalMonitorStateException" RUNTIME_EXCEPTION;
    INDEX_OUT_OF_BOUNDS_EXCEPTION "java.lang.IndexOutOfBoundsException" RUNTIME_EXCEPTION;
    ARRAY_INDEX_OUT_OF_BOUNDS_EXCEPTION "java.lang.ArrayIndexOutOfBoundsException" INDEX_OUT_OF_BOUNDS_EXCEPTION;
    STRING_INDEX_OUT_OF_BOUNDS_EXCEPTION "java.lang.StringIndexOutOfBoundsException" INDEX_OUT_OF_BOUNDS_EXCEPTION;
    NEGATIVE_ARRAY_SIZE_EXCEPTION "java.lang.NegativeArraySizeException" RUNTIME_EXCEPTION;
    NULL_POINTER_EXCEPTION "java.lang.NullPointerException" RUNTIME_EXCEPTION;
    SECURITY_EXCEPTION "java.lang.SecurityException" RUNTIME_EXCEPTION;
    UNSUPPORTED_OPERATION_EXCEPTION "java.lang.UnsupportedOperationException" RUNTIME_EXCEPTION;
    CONCURRENT_MODIFICATION_EXCEPTION "java.util.ConcurrentModificationException" RUNTIME_EXCEPTION;
    EMPTY_STACK_EXCEPTION "java.util.EmptyStackException" RUNTIME_EXCEPTION;
    NO_SUCH_ELEMENT_EXCEPTION "java.util.NoSuchElementException" RUNTIME_EXCEPTION;
    INPUT_MISMATCH_EXCEPTION "java.util.InputMismatchException" NO_SUCH_ELEMENT_EXCEPTION;
    MISSING_RESOURCE_EXCEPTION "java.util.MissingResourceException" RUNTIME_EXCEPTION with MISSING_RESOURCE;
    ILLEGAL_FORMAT_EXCEPTION "java.util.IllegalFormatException" ILLEGAL_ARGUMENT_EXCEPTION;
    UNKNOWN_FORMAT_CONVERSION_EXCEPTION "java.util.UnknownFormatConversionException" ILLEGAL_FORMAT_EXCEPTION;
    MISSING_FORMAT_ARGUMENT_EXCEPTION "java.util.MissingFormatArgumentException" ILLEGAL_FORMAT_EXCEPTION;
    ILLEGAL_FORMAT_CONVERSION_EXCEPTION "java.util.IllegalFormatConversionException" ILLEGAL_FORMAT_EXCEPTION;
    ILLEGAL_CHARSET_NAME_EXCEPTION "java.nio.charset.IllegalCharsetNameException" ILLEGAL_ARGUMENT_EXCEPTION;
    UNSUPPORTED_CHARSET_EXCEPTION "java.nio.charset.UnsupportedCharsetException" ILLEGAL_ARGUMENT_EXCEPTION;
    FORMAT_FLAGS_CONVERSION_MISMATCH_EXCEPTION "java.util.FormatFlagsConversionMismatchException" ILLEGAL_FORMAT_EXCEPTION;
    DUPLICATE_FORMAT_FLAGS_EXCEPTION "java.util.DuplicateFormatFlagsException" ILLEGAL_FORMAT_EXCEPTION;
    ILLEGAL_FORMAT_FLAGS_EXCEPTION "java.util.IllegalFormatFlagsException" ILLEGAL_FORMAT_EXCEPTION;
    ILLEGAL_FORMAT_PRECISION_EXCEPTION "java.util.IllegalFormatPrecisionException" ILLEGAL_FORMAT_EXCEPTION;
    ILLEGAL_FORMAT_WIDTH_EXCEPTION "java.util.IllegalFormatWidthException" ILLEGAL_FORMAT_EXCEPTION;
    MISSING_FORMAT_WIDTH_EXCEPTION "java.util.MissingFormatWidthException" ILLEGAL_FORMAT_EXCEPTION;
    ILLEGAL_FORMAT_CODE_POINT_EXCEPTION "java.util.IllegalFormatCodePointException" ILLEGAL_FORMAT_EXCEPTION;
    ILLEGAL_FORMAT_ARGUMENT_INDEX_EXCEPTION "java.util.IllegalFormatArgumentIndexException" ILLEGAL_FORMAT_EXCEPTION;
    DATE_TIME_EXCEPTION "java.time.DateTimeException" RUNTIME_EXCEPTION;
    DATE_TIME_PARSE_EXCEPTION "java.time.format.DateTimeParseException" DATE_TIME_EXCEPTION;
    PARSE_EXCEPTION "java.text.ParseException" EXCEPTION;
    CLONE_NOT_SUPPORTED_EXCEPTION "java.lang.CloneNotSupportedException" EXCEPTION;
    INTERRUPTED_EXCEPTION "java.lang.InterruptedException" EXCEPTION;
    REFLECTIVE_OPERATION_EXCEPTION "java.lang.ReflectiveOperationException" EXCEPTION;
    CLASS_NOT_FOUND_EXCEPTION "java.lang.ClassNotFoundException" REFLECTIVE_OPERATION_EXCEPTION;
    NO_SUCH_FIELD_EXCEPTION "java.lang.NoSuchFieldException" REFLECTIVE_OPERATION_EXCEPTION;
    NO_SUCH_METHOD_EXCEPTION "java.lang.NoSuchMethodException" REFLECTIVE_OPERATION_EXCEPTION;
    INSTANTIATION_EXCEPTION "java.lang.InstantiationException" REFLECTIVE_OPERATION_EXCEPTION;
    ILLEGAL_ACCESS_EXCEPTION "java.lang.IllegalAccessException" REFLECTIVE_OPERATION_EXCEPTION;
    INVOCATION_TARGET_EXCEPTION "java.lang.reflect.InvocationTargetException" REFLECTIVE_OPERATION_EXCEPTION;
    UNDECLARED_THROWABLE_EXCEPTION "java.lang.reflect.UndeclaredThrowableException" RUNTIME_EXCEPTION;
    TIMEOUT_EXCEPTION "java.util.concurrent.TimeoutException" EXCEPTION;
    EXECUTION_EXCEPTION "java.util.concurrent.ExecutionException" EXCEPTION;
    IO_EXCEPTION "java.io.IOException" EXCEPTION;
    UNCHECKED_IO_EXCEPTION "java.io.UncheckedIOException" RUNTIME_EXCEPTION;
    EOF_EXCEPTION "java.io.EOFException" IO_EXCEPTION;
    FILE_NOT_FOUND_EXCEPTION "java.io.FileNotFoundException" IO_EXCEPTION;
    UNSUPPORTED_ENCODING_EXCEPTION "java.io.UnsupportedEncodingException" IO_EXCEPTION;
    NOT_SERIALIZABLE_EXCEPTION "java.io.NotSerializableException" IO_EXCEPTION;
    FILE_SYSTEM_EXCEPTION "java.nio.file.FileSystemException" IO_EXCEPTION;
    NO_SUCH_FILE_EXCEPTION "java.nio.file.NoSuchFileException" FILE_SYSTEM_EXCEPTION;
    FILE_ALREADY_EXISTS_EXCEPTION "java.nio.file.FileAlreadyExistsException" FILE_SYSTEM_EXCEPTION;
    DIRECTORY_NOT_EMPTY_EXCEPTION "java.nio.file.DirectoryNotEmptyException" FILE_SYSTEM_EXCEPTION;
    NOT_DIRECTORY_EXCEPTION "java.nio.file.NotDirectoryException" FILE_SYSTEM_EXCEPTION;
    ACCESS_DENIED_EXCEPTION "java.nio.file.AccessDeniedException" FILE_SYSTEM_EXCEPTION;
    INVALID_PATH_EXCEPTION "java.nio.file.InvalidPathException" ILLEGAL_ARGUMENT_EXCEPTION;
    MALFORMED_URL_EXCEPTION "java.net.MalformedURLException" IO_EXCEPTION;
    UNKNOWN_HOST_EXCEPTION "java.net.UnknownHostException" IO_EXCEPTION;
    SOCKET_EXCEPTION "java.net.SocketException" IO_EXCEPTION;
    CONNECT_EXCEPTION "java.net.ConnectException" SOCKET_EXCEPTION;
    URI_SYNTAX_EXCEPTION "java.net.URISyntaxException" EXCEPTION;
    GENERAL_SECURITY_EXCEPTION "java.security.GeneralSecurityException" EXCEPTION;
    NO_SUCH_ALGORITHM_EXCEPTION "java.security.NoSuchAlgorithmException" GENERAL_SECURITY_EXCEPTION;
    SQL_EXCEPTION "java.sql.SQLException" EXCEPTION;
    GROOVY_RUNTIME_EXCEPTION "groovy.lang.GroovyRuntimeException" RUNTIME_EXCEPTION with missing::RUNTIME;
    MISSING_METHOD_EXCEPTION "groovy.lang.MissingMethodException" GROOVY_RUNTIME_EXCEPTION with missing::METHOD;
    METHOD_SELECTION_EXCEPTION "org.codehaus.groovy.runtime.metaclass.MethodSelectionException" GROOVY_RUNTIME_EXCEPTION;
    MISSING_PROPERTY_EXCEPTION "groovy.lang.MissingPropertyException" GROOVY_RUNTIME_EXCEPTION with missing::PROPERTY;
    READ_ONLY_PROPERTY_EXCEPTION "groovy.lang.ReadOnlyPropertyException" MISSING_PROPERTY_EXCEPTION;
    MISSING_FIELD_EXCEPTION "groovy.lang.MissingFieldException" GROOVY_RUNTIME_EXCEPTION with missing::FIELD;
    MISSING_CLASS_EXCEPTION "groovy.lang.MissingClassException" GROOVY_RUNTIME_EXCEPTION;
    INCORRECT_CLOSURE_ARGUMENTS_EXCEPTION "groovy.lang.IncorrectClosureArgumentsException" GROOVY_RUNTIME_EXCEPTION;
    NON_EMPTY_SEQUENCE_EXCEPTION "groovy.lang.NonEmptySequenceException" RUNTIME_EXCEPTION;
    JSON_EXCEPTION "groovy.json.JsonException" GROOVY_RUNTIME_EXCEPTION;
    JSON_INTERNAL_EXCEPTION "org.apache.groovy.json.internal.Exceptions$JsonInternalException" JSON_EXCEPTION;
    SCRIPT_EXCEPTION "groovy.util.ScriptException" EXCEPTION;
    RESOURCE_EXCEPTION "groovy.util.ResourceException" EXCEPTION;
    COMPILATION_FAILED_EXCEPTION "org.codehaus.groovy.control.CompilationFailedException" GROOVY_RUNTIME_EXCEPTION;
    MULTIPLE_COMPILATION_ERRORS_EXCEPTION "org.codehaus.groovy.control.MultipleCompilationErrorsException" COMPILATION_FAILED_EXCEPTION with control::MULTIPLE;
    SYNTAX_EXCEPTION "org.codehaus.groovy.syntax.SyntaxException" EXCEPTION with control::SYNTAX;
    INVOKER_INVOCATION_EXCEPTION "org.codehaus.groovy.runtime.InvokerInvocationException" GROOVY_RUNTIME_EXCEPTION;
}
