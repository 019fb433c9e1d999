//! `java.text.SimpleDateFormat`, `DateFormat` and `ParsePosition`.

use super::date_pattern::DatePattern;
use crate::jdk::throwables;
use crate::jdk::util::calendar::Calendar;
use crate::jdk::util::date::{Date, now};
use crate::jdk::util::time_zone::TimeZone;
use crate::registry::{Class, Kind, Member, class, constant, constructor, method, native, raw, slice, unbound};
use crate::semantics::number::narrow_to_i64;
use crate::value::{Host, HostType, Str, Throwable, Value};
use crate::{Res, Thrown, Vm};
use std::cell::{Cell, RefCell};

/// A format of dates.
#[derive(Clone)]
pub struct DateFormat {
    pattern: RefCell<DatePattern>,
    zone: RefCell<TimeZone>,
    lenient: Cell<bool>,
}

impl HostType for DateFormat {
    const NAME: &'static str = "java.text.DateFormat";
    fn class() -> &'static Class {
        &SIMPLE_DATE_FORMAT
    }
}

const MEMBERS: &[Member] = &[
    constant("DEFAULT: int", &unbound(|| 2)),
    constant("FULL: int", &unbound(|| 0)),
    constant("LONG: int", &unbound(|| 1)),
    constant("MEDIUM: int", &unbound(|| 2)),
    constant("SHORT: int", &unbound(|| 3)),
    raw(
        Kind::Static,
        "getDateInstance(): DateFormat",
        &slice(|vm, _, args| styled(vm, args.first(), None)),
    ),
    raw(
        Kind::Static,
        "getDateInstance(int style): DateFormat",
        &slice(|vm, _, args| styled(vm, args.first(), None)),
    ),
    raw(
        Kind::Static,
        "getDateInstance(int style, Locale locale): DateFormat",
        &slice(|vm, _, args| styled(vm, args.first(), None)),
    ),
    raw(
        Kind::Static,
        "getDateTimeInstance(): DateFormat",
        &slice(date_time_instance),
    ),
    raw(
        Kind::Static,
        "getDateTimeInstance(int date, int time): DateFormat",
        &slice(date_time_instance),
    ),
    raw(
        Kind::Static,
        "getDateTimeInstance(int date, int time, Locale locale): DateFormat",
        &slice(date_time_instance),
    ),
    raw(Kind::Static, "getTimeInstance(): DateFormat", &slice(time_instance)),
    raw(
        Kind::Static,
        "getTimeInstance(int style): DateFormat",
        &slice(time_instance),
    ),
    raw(
        Kind::Static,
        "getTimeInstance(int style, Locale locale): DateFormat",
        &slice(time_instance),
    ),
    method("clone(): Object", &native(DateFormat::clone)),
    method(
        "equals(Object other): boolean",
        &native(|a: &DateFormat, o: &Value| {
            o.as_host::<DateFormat>()
                .is_some_and(|b| a.pattern.borrow().text == b.pattern.borrow().text)
        }),
    ),
    method("format(Object date): String", &native(format)).doc("A date or a number of milliseconds as text."),
    method(
        "getTimeZone(): TimeZone",
        &native(|f: &DateFormat| f.zone.borrow().clone()),
    ),
    method(
        "hashCode(): int",
        &native(|f: &DateFormat| Str::new(&f.pattern.borrow().text).hash() as i32),
    ),
    method("isLenient(): boolean", &native(|f: &DateFormat| f.lenient.get())),
    method("parse(String text): Date", &native(parse)).doc("The date that a text begins with."),
    method("parse(String text, ParsePosition position): Date", &native(parse_at)),
    method(
        "setLenient(boolean lenient): void",
        &native(|f: &DateFormat, lenient: bool| f.lenient.set(lenient)),
    )
    .doc("Whether the 31st of February is the 2nd of March, or no date."),
    method(
        "setTimeZone(TimeZone zone): void",
        &native(|f: &DateFormat, zone: &TimeZone| {
            f.zone.replace(zone.clone());
        }),
    ),
];

/// `java.text.DateFormat`.
pub static DATE_FORMAT: Class = class(DateFormat::NAME).abstract_class().members(MEMBERS);

/// `java.text.SimpleDateFormat`.
pub static SIMPLE_DATE_FORMAT: Class = class("java.text.SimpleDateFormat").extends(&DATE_FORMAT).members(&[
    raw(
        Kind::Constructor,
        "SimpleDateFormat()",
        &slice(|vm, _, _| of_pattern(vm, "M/d/yy, h:mm a")),
    ),
    raw(Kind::Constructor, "SimpleDateFormat(String pattern)", &slice(new)),
    raw(
        Kind::Constructor,
        "SimpleDateFormat(String pattern, Locale locale)",
        &slice(new),
    ),
    method("applyPattern(String pattern): void", &native(apply_pattern)),
    method(
        "toPattern(): String",
        &native(|f: &DateFormat| f.pattern.borrow().text.clone()),
    ),
]);

/// `java.text.ParsePosition`.
#[derive(Default)]
pub struct ParsePosition {
    /// Where to begin, and where parsing ended.
    pub index: Cell<i32>,
    /// Where it failed, -1 if it did not.
    pub error: Cell<i32>,
}

impl HostType for ParsePosition {
    const NAME: &'static str = "java.text.ParsePosition";
    fn class() -> &'static Class {
        &PARSE_POSITION
    }
}

/// `java.text.ParsePosition`.
pub static PARSE_POSITION: Class = class(ParsePosition::NAME).members(&[
    constructor(
        "ParsePosition(int index)",
        &unbound(|index: i32| ParsePosition {
            index: Cell::new(index),
            error: Cell::new(-1),
        }),
    ),
    method("getErrorIndex(): int", &native(|p: &ParsePosition| p.error.get())),
    method("getIndex(): int", &native(|p: &ParsePosition| p.index.get())),
    method(
        "setErrorIndex(int index): void",
        &native(|p: &ParsePosition, index: i32| p.error.set(index)),
    ),
    method(
        "setIndex(int index): void",
        &native(|p: &ParsePosition, index: i32| p.index.set(index)),
    ),
]);

/// The pattern of a text, or Java's exception.
pub fn pattern(vm: &mut Vm, text: &str) -> Res<DatePattern> {
    DatePattern::new(text).map_err(|message| vm.illegal_argument(message))
}

fn of_pattern(vm: &mut Vm, text: &str) -> Res {
    let pattern = pattern(vm, text)?;
    let zone = TimeZone::of_host(vm);
    Ok(Value::Host(Host::new(DateFormat {
        pattern: RefCell::new(pattern),
        zone: RefCell::new(zone),
        lenient: Cell::new(true),
    })))
}

fn new(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    match args.first() {
        None | Some(Value::Null) => Err(vm.throw_silent(&throwables::NULL_POINTER_EXCEPTION)),
        Some(text) => {
            let text = vm.to_text(text)?;
            of_pattern(vm, &text)
        }
    }
}

fn apply_pattern(vm: &mut Vm, format: &DateFormat, text: &Str) -> Res<()> {
    let pattern = pattern(vm, &text.text())?;
    format.pattern.replace(pattern);
    Ok(())
}

const DATE_STYLES: [&str; 4] = ["EEEE, MMMM d, yyyy", "MMMM d, yyyy", "MMM d, yyyy", "M/d/yy"];
const TIME_STYLES: [&str; 4] = ["h:mm:ss a zzzz", "h:mm:ss a z", "h:mm:ss a", "h:mm a"];

fn style(argument: Option<&Value>) -> usize {
    let number = argument.and_then(narrow_to_i64).unwrap_or(2);
    usize::try_from(number).unwrap_or(2).min(3)
}

/// A format of dates, with the time if a style for it is given.
fn styled(vm: &mut Vm, date: Option<&Value>, time: Option<usize>) -> Res {
    let date = style(date);
    let text = match time {
        None => DATE_STYLES[date].to_owned(),
        Some(time) => {
            let joint = if date < 2 { " 'at' " } else { ", " };
            format!("{}{joint}{}", DATE_STYLES[date], TIME_STYLES[time.min(3)])
        }
    };
    of_pattern(vm, &text)
}

fn date_time_instance(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    styled(vm, args.first(), Some(style(args.get(1))))
}

fn time_instance(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    of_pattern(vm, TIME_STYLES[style(args.first())])
}

fn format(vm: &mut Vm, format: &DateFormat, date: &Value) -> Res<String> {
    let millis = match (date.as_host::<Date>(), date.as_host::<Calendar>()) {
        (Some(date), _) => Some(date.millis.get()),
        (_, Some(calendar)) => Some(calendar.time()),
        _ => narrow_to_i64(date),
    };
    match millis {
        Some(millis) => Ok(format.pattern.borrow().format(millis, &format.zone.borrow())),
        None => Err(vm.illegal_argument("Cannot format given Object as a Date")),
    }
}

/// Throws the ParseException of a text.
pub fn unparseable(vm: &mut Vm, message: &str, offset: usize) -> Thrown {
    let exception = Throwable::new(throwables::PARSE_EXCEPTION.id(), Some(Str::new(message)));
    exception.set_detail("errorOffset", Value::int(offset as i32));
    vm.throw_value(Value::Throwable(exception))
}

fn parse(vm: &mut Vm, format: &DateFormat, text: &Str) -> Res<Date> {
    let zone = format.zone.borrow().clone();
    let parsed = format
        .pattern
        .borrow()
        .parse(&text.text(), 0, &zone, format.lenient.get(), now());
    match parsed {
        Ok((millis, _)) => Ok(Date::at(millis)),
        Err(offset) => Err(unparseable(vm, &format!("Unparseable date: \"{text}\""), offset)),
    }
}

fn parse_at(format: &DateFormat, text: &Str, position: &ParsePosition) -> Option<Date> {
    let from = usize::try_from(position.index.get()).unwrap_or(0);
    let zone = format.zone.borrow().clone();
    let parsed = format
        .pattern
        .borrow()
        .parse(&text.text(), from, &zone, format.lenient.get(), now());
    match parsed {
        Ok((millis, end)) => {
            position.index.set(end as i32);
            Some(Date::at(millis))
        }
        Err(offset) => {
            position.error.set(offset as i32);
            None
        }
    }
}
