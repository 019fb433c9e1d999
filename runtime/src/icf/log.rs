//! `Log`: what scripts say to the people who run them. Where it goes is the host's choice ([`LogSink`]).

use super::message_format;
use rovy_interp::jdk::lang::enumeration::Constant;
use rovy_interp::registry::{Class, class, function, method, native, unbound};
use rovy_interp::value::{HostType, Place, Str, Value};
use rovy_interp::{Res, Vm, enumeration};
use std::rc::Rc;

enumeration! {
    /// `Log.Level`.
    LEVEL "org.identityconnectors.common.logging.Log$Level" { "OK" "INFO" "WARN" "ERROR" }
}

/// How much a message matters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Level {
    /// `OK`: details for developers.
    Ok,
    /// `INFO`.
    Info,
    /// `WARN`.
    Warn,
    /// `ERROR`.
    Error,
}

impl Level {
    /// `INFO` and so on.
    pub fn name(self) -> &'static str {
        match self {
            Level::Ok => "OK",
            Level::Info => "INFO",
            Level::Warn => "WARN",
            Level::Error => "ERROR",
        }
    }

    fn of(value: &Value) -> Level {
        match value.as_host::<Constant>().map_or(0, |c| c.ordinal) {
            0 => Level::Ok,
            1 => Level::Info,
            2 => Level::Warn,
            _ => Level::Error,
        }
    }
}

/// One message.
pub struct Record {
    /// How much it matters.
    pub level: Level,
    /// The class that the logger is for.
    pub logger: Rc<str>,
    /// The message, arguments filled in; null where the script gave none.
    pub message: Option<String>,
    /// An exception, or null.
    pub throwable: Value,
    /// Where the script logs it, if that is known.
    pub place: Option<Place>,
}

/// The methods that log.
pub const METHODS: &[&str] = &["ok", "info", "warn", "error", "log"];

/// Where messages go.
pub trait LogSink {
    /// Whether a level is wanted at all.
    fn is_loggable(&self, logger: &str, level: Level) -> bool;
    /// Takes a message.
    fn log(&self, vm: &mut Vm, record: &Record) -> Res<()>;
}

/// The sink of an interpreter, kept as its state. Without one, messages go nowhere.
pub struct Sink(pub Rc<dyn LogSink>);

/// A logger for a class.
pub struct Log {
    /// The class's name.
    pub logger: Rc<str>,
}

impl HostType for Log {
    const NAME: &'static str = "org.identityconnectors.common.logging.Log";
    fn class() -> &'static Class {
        &CLASS
    }
}

/// `org.identityconnectors.common.logging.Log`.
pub static CLASS: Class = class(Log::NAME).doc("A logger.").members(&[
    function("getLog(Class type): Log", &unbound(get_log)).doc("The logger of a class."),
    method(
        "isLoggable(Log.Level level): boolean",
        &native(|vm: &mut Vm, l: &Log, level: &Value| loggable(vm, l, Level::of(level))),
    ),
    method(
        "log(Log.Level level, Throwable cause, String format, Object... arguments): void",
        &native(
            |vm: &mut Vm, l: &Log, level: &Value, t: &Value, f: Option<&Rc<Str>>, a: &[Value]| {
                write(vm, l, Level::of(level), t, f, a)
            },
        ),
    ),
    method(
        "ok(String format, Object... arguments): void",
        &native(|vm: &mut Vm, l: &Log, f: Option<&Rc<Str>>, a: &[Value]| write(vm, l, Level::Ok, &Value::Null, f, a)),
    ),
    method(
        "ok(Throwable cause, String format, Object... arguments): void",
        &native(|vm: &mut Vm, l: &Log, t: &Value, f: Option<&Rc<Str>>, a: &[Value]| write(vm, l, Level::Ok, t, f, a)),
    ),
    method(
        "info(String format, Object... arguments): void",
        &native(|vm: &mut Vm, l: &Log, f: Option<&Rc<Str>>, a: &[Value]| write(vm, l, Level::Info, &Value::Null, f, a)),
    ),
    method(
        "info(Throwable cause, String format, Object... arguments): void",
        &native(|vm: &mut Vm, l: &Log, t: &Value, f: Option<&Rc<Str>>, a: &[Value]| write(vm, l, Level::Info, t, f, a)),
    ),
    method(
        "warn(String format, Object... arguments): void",
        &native(|vm: &mut Vm, l: &Log, f: Option<&Rc<Str>>, a: &[Value]| write(vm, l, Level::Warn, &Value::Null, f, a)),
    ),
    method(
        "warn(Throwable cause, String format, Object... arguments): void",
        &native(|vm: &mut Vm, l: &Log, t: &Value, f: Option<&Rc<Str>>, a: &[Value]| write(vm, l, Level::Warn, t, f, a)),
    ),
    method(
        "error(String format, Object... arguments): void",
        &native(|vm: &mut Vm, l: &Log, f: Option<&Rc<Str>>, a: &[Value]| {
            write(vm, l, Level::Error, &Value::Null, f, a)
        }),
    ),
    method(
        "error(Throwable cause, String format, Object... arguments): void",
        &native(|vm: &mut Vm, l: &Log, t: &Value, f: Option<&Rc<Str>>, a: &[Value]| {
            write(vm, l, Level::Error, t, f, a)
        }),
    ),
    method(
        "isOk(): boolean",
        &native(|vm: &mut Vm, l: &Log| loggable(vm, l, Level::Ok)),
    ),
    method(
        "isInfo(): boolean",
        &native(|vm: &mut Vm, l: &Log| loggable(vm, l, Level::Info)),
    ),
    method(
        "isWarning(): boolean",
        &native(|vm: &mut Vm, l: &Log| loggable(vm, l, Level::Warn)),
    ),
    method(
        "isError(): boolean",
        &native(|vm: &mut Vm, l: &Log| loggable(vm, l, Level::Error)),
    ),
]);

fn get_log(vm: &mut Vm, class: &Value) -> Res<Log> {
    match class.as_class() {
        Some(id) => Ok(Log {
            logger: vm.class_name(id),
        }),
        None => Err(vm.null_pointer("Parameter 'clazz' must not be null.")),
    }
}

fn loggable(vm: &mut Vm, log: &Log, level: Level) -> bool {
    vm.state::<Sink>()
        .is_none_or(|sink| sink.0.is_loggable(&log.logger, level))
}

fn write(
    vm: &mut Vm,
    log: &Log,
    level: Level,
    throwable: &Value,
    format: Option<&Rc<Str>>,
    arguments: &[Value],
) -> Res<()> {
    let place = vm.take_call_place();
    let Some(sink) = vm.state::<Sink>() else {
        return Ok(());
    };
    if !sink.0.is_loggable(&log.logger, level) {
        return Ok(());
    }
    let message = match (format, arguments) {
        // A lone null is Java's null array: the text is then printed as it stands.
        (Some(format), [Value::Null]) => Some(format.text().into_owned()),
        (Some(format), arguments) => Some(message_format::format(vm, &format.text(), arguments)?),
        (None, _) => match throwable {
            Value::Throwable(t) => vm.message(t).map(|m| m.text().into_owned()),
            _ => None,
        },
    };
    let record = Record {
        level,
        logger: log.logger.clone(),
        message,
        throwable: throwable.clone(),
        place,
    };
    sink.0.log(vm, &record)
}
