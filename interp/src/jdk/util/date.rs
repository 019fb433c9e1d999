//! `java.util.Date`, and the part that `java.sql`'s dates share with it.

use super::civil::Civil;
use super::moment::Moment;
use super::time_zone::TimeZone;
use crate::gdk;
use crate::jdk::lang::interfaces;
use crate::jdk::text::date_pattern::DatePattern;
use crate::registry::{Class, Member, class, constructor, function, method, native, unbound};
use crate::value::{Host, HostType, Str, Value};
use crate::{Res, Vm};
use std::cell::Cell;

/// A moment: milliseconds from 1970, and for timestamps the nanoseconds of the second.
#[derive(Clone, Default)]
pub struct Date {
    /// `getTime()`.
    pub millis: Cell<i64>,
    /// `getNanos()` of a timestamp.
    pub nanos: Cell<i32>,
}

impl HostType for Date {
    const NAME: &'static str = "java.util.Date";
    fn class() -> &'static Class {
        &CLASS
    }
}

const MEMBERS: &[Member] = &[
    constructor("Date()", &unbound(|| Date::at(now()))).doc("Now."),
    constructor("Date(long time)", &unbound(Date::at)),
    constructor(
        "Date(int year, int month, int day)",
        &unbound(|vm: &mut Vm, year: i64, month: i64, day: i64| of_fields(vm, year, month, day, 0, 0, 0)),
    ),
    constructor(
        "Date(int year, int month, int day, int hours, int minutes)",
        &unbound(
            |vm: &mut Vm, year: i64, month: i64, day: i64, hours: i64, minutes: i64| {
                of_fields(vm, year, month, day, hours, minutes, 0)
            },
        ),
    ),
    constructor(
        "Date(int year, int month, int day, int hours, int minutes, int seconds)",
        &unbound(of_fields),
    ),
    constructor("Date(String text)", &unbound(of_text)),
    function("from(Instant instant): Date", &unbound(from_instant)).doc("The moment of an instant."),
    method(
        "after(Date other): boolean",
        &native(|a: &Date, b: &Date| a.millis.get() > b.millis.get()),
    ),
    method(
        "before(Date other): boolean",
        &native(|a: &Date, b: &Date| a.millis.get() < b.millis.get()),
    ),
    method("clone(): Object", &native(copy)),
    method(
        "compareTo(Date other): int",
        &native(|a: &Date, b: &Date| a.millis.get().cmp(&b.millis.get()) as i32),
    ),
    method(
        "equals(Object other): boolean",
        &native(|a: &Date, o: &Value| o.as_host::<Date>().is_some_and(|b| a.millis.get() == b.millis.get())),
    ),
    method(
        "getDate(): int",
        &native(|vm: &mut Vm, d: &Date| d.moment(vm).date.day as i32),
    ),
    method(
        "getDay(): int",
        &native(|vm: &mut Vm, d: &Date| (d.moment(vm).weekday() - 1) as i32),
    ),
    method(
        "getHours(): int",
        &native(|vm: &mut Vm, d: &Date| d.moment(vm).hour() as i32),
    ),
    method(
        "getMinutes(): int",
        &native(|vm: &mut Vm, d: &Date| d.moment(vm).minute() as i32),
    ),
    method(
        "getMonth(): int",
        &native(|vm: &mut Vm, d: &Date| d.moment(vm).date.month as i32),
    ),
    method(
        "getSeconds(): int",
        &native(|vm: &mut Vm, d: &Date| d.moment(vm).second() as i32),
    ),
    method("getTime(): long", &native(|d: &Date| d.millis.get())).doc("Milliseconds since 1 January 1970."),
    method(
        "getTimezoneOffset(): int",
        &native(|vm: &mut Vm, d: &Date| (-TimeZone::of_host(vm).offset_at(d.millis.get()) / 60_000) as i32),
    ),
    method(
        "getYear(): int",
        &native(|vm: &mut Vm, d: &Date| (d.moment(vm).date.year - 1900) as i32),
    ),
    method(
        "hashCode(): int",
        &native(|d: &Date| (d.millis.get() >> 32) as i32 ^ d.millis.get() as i32),
    ),
    method(
        "setDate(int day): void",
        &native(|vm: &mut Vm, d: &Date, day: i64| d.change(vm, |m| m.date.day = day)),
    ),
    method(
        "setHours(int hours): void",
        &native(|vm: &mut Vm, d: &Date, hours: i64| d.change(vm, |m| m.of_day += (hours - m.hour()) * 3_600_000)),
    ),
    method(
        "setMinutes(int minutes): void",
        &native(|vm: &mut Vm, d: &Date, minutes: i64| d.change(vm, |m| m.of_day += (minutes - m.minute()) * 60_000)),
    ),
    method(
        "setMonth(int month): void",
        &native(|vm: &mut Vm, d: &Date, month: i64| d.change(vm, |m| m.date.month = month)),
    ),
    method(
        "setSeconds(int seconds): void",
        &native(|vm: &mut Vm, d: &Date, seconds: i64| d.change(vm, |m| m.of_day += (seconds - m.second()) * 1000)),
    ),
    method("setTime(long time): void", &native(Date::set)).doc("Moves it to another moment."),
    method(
        "setYear(int year): void",
        &native(|vm: &mut Vm, d: &Date, year: i64| d.change(vm, |m| m.date.year = year + 1900)),
    ),
    method("toGMTString(): String", &native(to_gmt_string)),
    method("toInstant(): Instant", &native(to_instant)),
    method(
        "toLocaleString(): String",
        &native(|vm: &mut Vm, d: &Date| d.text(vm, "MMM d, yyyy, h:mm:ss a")),
    ),
    method(
        "toString(): String",
        &native(|vm: &mut Vm, d: &Date| d.text(vm, "EEE MMM dd HH:mm:ss zzz yyyy")),
    ),
];

/// `java.util.Date`.
pub static CLASS: Class = class(Date::NAME)
    .implements(&[
        &interfaces::SERIALIZABLE,
        &interfaces::CLONEABLE,
        &interfaces::COMPARABLE,
    ])
    .groovy(gdk::date::MEMBERS)
    .members(MEMBERS);

/// The present moment.
pub fn now() -> i64 {
    jiff::Timestamp::now().as_millisecond()
}

impl Date {
    /// `new Date(millis)`.
    pub fn at(millis: i64) -> Date {
        let date = Date::default();
        date.set(millis);
        date
    }

    /// `setTime(millis)`.
    pub fn set(&self, millis: i64) {
        self.millis.set(millis);
        self.nanos.set((millis.rem_euclid(1000) * 1_000_000) as i32);
    }

    /// A date of the same class at another moment.
    pub fn like(class: &'static Class, millis: i64) -> Value {
        Value::Host(Host::of(class, Date::at(millis)))
    }

    /// What calendar and clock of the host's zone show.
    pub fn moment(&self, vm: &mut Vm) -> Moment {
        let zone = TimeZone::of_host(vm);
        Moment::at(self.millis.get(), &zone)
    }

    fn change(&self, vm: &mut Vm, change: impl FnOnce(&mut Moment)) {
        let zone = TimeZone::of_host(vm);
        let mut moment = Moment::at(self.millis.get(), &zone);
        change(&mut moment);
        self.set(moment.millis(&zone));
    }

    /// The date by a pattern, in the host's zone.
    pub fn text(&self, vm: &mut Vm, pattern: &str) -> String {
        let zone = TimeZone::of_host(vm);
        DatePattern::new(pattern).map_or(String::new(), |p| p.format(self.millis.get(), &zone))
    }
}

fn of_fields(vm: &mut Vm, year: i64, month: i64, day: i64, hours: i64, minutes: i64, seconds: i64) -> Date {
    let moment = Moment {
        date: Civil {
            year: year + 1900,
            month,
            day,
        },
        of_day: ((hours * 60 + minutes) * 60 + seconds) * 1000,
    };
    let zone = TimeZone::of_host(vm);
    Date::at(moment.millis(&zone))
}

/// `new Date(text)`, deprecated in Java: the forms of `toString()`, `toGMTString()` and the plain ones.
fn of_text(vm: &mut Vm, text: &Str) -> Res<Date> {
    let zone = TimeZone::of_host(vm);
    let text = text.to_string();
    for pattern in [
        "EEE MMM dd HH:mm:ss zzz yyyy",
        "EEE, dd MMM yyyy HH:mm:ss z",
        "dd MMM yyyy HH:mm:ss z",
        "MMM d, yyyy HH:mm:ss",
        "yyyy/MM/dd HH:mm:ss",
        "MMM d, yyyy",
        "dd MMM yyyy",
        "yyyy/MM/dd",
        "MM/dd/yyyy",
    ] {
        let parsed = DatePattern::new(pattern)
            .ok()
            .and_then(|p| p.parse(&text, 0, &zone, true, now()).ok());
        if let Some((millis, end)) = parsed
            && end == text.chars().count()
        {
            return Ok(Date::at(millis));
        }
    }
    Err(vm.throw_silent(&crate::jdk::throwables::ILLEGAL_ARGUMENT_EXCEPTION))
}

fn from_instant(vm: &mut Vm, instant: &Value) -> Res<Date> {
    let millis = vm.call_method(instant, "toEpochMilli", &[])?;
    Ok(Date::at(crate::semantics::number::narrow_to_i64(&millis).unwrap_or(0)))
}

fn to_instant(vm: &mut Vm, _: &Date) -> Res {
    Err(vm.unsupported(crate::vm::absent::text("java.time.Instant")))
}

/// A copy of the same class.
fn copy(vm: &mut Vm, this: &Value) -> Value {
    match (this.as_host::<Date>(), vm.registry.by_id(this.class_id())) {
        (Some(date), Some(class)) => Value::Host(Host::of(class, date.clone())),
        _ => this.clone(),
    }
}

fn to_gmt_string(date: &Date) -> String {
    let pattern = DatePattern::new("d MMM yyyy HH:mm:ss 'GMT'");
    pattern.map_or(String::new(), |p| p.format(date.millis.get(), &TimeZone::gmt()))
}
