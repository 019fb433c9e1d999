//! What Groovy adds to `java.util.Date`.

use super::calendar::set_from_map;
use crate::jdk::sql::{SQL_DATE, TIMESTAMP};
use crate::jdk::text::simple_date_format::{pattern, unparseable};
use crate::jdk::throwables;
use crate::jdk::util::calendar::Calendar;
use crate::jdk::util::civil::DAY;
use crate::jdk::util::date::{Date, now};
use crate::jdk::util::time_zone::TimeZone;
use crate::registry::{Func, Member, function, method, native, unbound};
use crate::value::{Host, Map, Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// The members.
pub const MEMBERS: &[Member] = &[
    method("clearTime(): Date", &native(clear_time)).doc("Sets the time of day to midnight."),
    method("copyWith(Map fields): Date", &native(copy_with)).doc("A date with some fields changed."),
    method("downto(Date to, Closure action): void", &native(downto))
        .doc("Calls a closure with each day back to another."),
    method("format(String pattern): String", &native(format)).doc("The date by a pattern."),
    method("format(String pattern, TimeZone zone): String", &native(format_in)),
    method("getAt(int field): int", &native(get_at)).doc("A field of the calendar."),
    method(
        "getDateString(): String",
        &native(|vm: &mut Vm, d: &Date| d.text(vm, "M/d/yy")),
    ),
    method(
        "getDateTimeString(): String",
        &native(|vm: &mut Vm, d: &Date| d.text(vm, "M/d/yy, h:mm:ss a")),
    ),
    method(
        "getTimeString(): String",
        &native(|vm: &mut Vm, d: &Date| d.text(vm, "h:mm:ss a")),
    ),
    method("minus(Date other): int", &native(days_between)).doc("The days from another date to this one."),
    method(
        "minus(int days): Date",
        &native(|vm: &mut Vm, this: &Value, days: i64| plus(vm, this, -days)),
    ),
    method("next(): Date", &native(|vm: &mut Vm, this: &Value| plus(vm, this, 1)))
        .doc("The same time on the next day."),
    function(
        "parse(String pattern, String text): Date",
        &unbound(|vm: &mut Vm, pattern: &Str, text: &Str| {
            let zone = TimeZone::of_host(vm);
            parse(vm, pattern, text, &zone)
        }),
    )
    .doc("The date that a text stands for by a pattern."),
    function(
        "parse(String pattern, String text, TimeZone zone): Date",
        &unbound(parse),
    ),
    function(
        "parseToStringDate(String text): Date",
        &unbound(|vm: &mut Vm, text: &Str| parse(vm, &Str::new("EEE MMM dd HH:mm:ss z yyyy"), text, &TimeZone::gmt())),
    ),
    method("plus(int days): Date", &native(plus)).doc("The same time so many days on."),
    method(
        "previous(): Date",
        &native(|vm: &mut Vm, this: &Value| plus(vm, this, -1)),
    ),
    method("putAt(int field, int value): void", &native(put_at)),
    method("set(Map fields): void", &native(set)).doc("Sets fields by name."),
    method("toCalendar(): Calendar", &native(calendar)),
    method(
        "toTimestamp(): Timestamp",
        &native(|d: &Date| Date::like(&TIMESTAMP, d.millis.get())),
    ),
    method("updated(Map fields): Date", &native(copy_with)),
    method("upto(Date to, Closure action): void", &native(upto)).doc("Calls a closure with each day up to another."),
];

fn calendar(vm: &mut Vm, date: &Date) -> Calendar {
    Calendar::at(date.millis.get(), TimeZone::of_host(vm))
}

/// A date at another moment, of the same class where that is one of java.sql's.
fn like(vm: &Vm, this: &Value, millis: i64) -> Value {
    match vm.registry.by_id(this.class_id()) {
        Some(class) if [TIMESTAMP.id(), SQL_DATE.id()].contains(&class.id()) => {
            let date = Date::at(millis);
            if let Some(old) = this.as_host::<Date>() {
                date.nanos.set(old.nanos.get());
            }
            Value::Host(Host::of(class, date))
        }
        _ => Value::host(Date::at(millis)),
    }
}

fn plus(vm: &mut Vm, this: &Value, days: i64) -> Value {
    let Some(date) = this.as_host::<Date>() else {
        return Value::Null;
    };
    let zone = TimeZone::of_host(vm);
    let local = date.millis.get().saturating_add(zone.offset_at(date.millis.get()));
    let millis = zone.to_moment(local.saturating_add(days.saturating_mul(DAY)));
    like(vm, this, millis)
}

fn days_between(vm: &mut Vm, date: &Date, other: &Date) -> i32 {
    let zone = TimeZone::of_host(vm);
    let day = |d: &Date| {
        d.millis
            .get()
            .saturating_add(zone.offset_at(d.millis.get()))
            .div_euclid(DAY)
    };
    (day(date) - day(other)) as i32
}

fn clear_time(vm: &mut Vm, this: &Value) -> Value {
    if let Some(date) = this.as_host::<Date>() {
        let zone = TimeZone::of_host(vm);
        let local = date.millis.get().saturating_add(zone.offset_at(date.millis.get()));
        date.set(zone.to_moment(local.div_euclid(DAY).saturating_mul(DAY)));
    }
    this.clone()
}

fn format(vm: &mut Vm, date: &Date, text: &Str) -> Res<String> {
    let zone = TimeZone::of_host(vm);
    format_in(vm, date, text, &zone)
}

fn format_in(vm: &mut Vm, date: &Date, text: &Str, zone: &TimeZone) -> Res<String> {
    Ok(pattern(vm, &text.text())?.format(date.millis.get(), zone))
}

fn parse(vm: &mut Vm, format: &Str, text: &Str, zone: &TimeZone) -> Res<Date> {
    match pattern(vm, &format.text())?.parse(&text.text(), 0, zone, true, now()) {
        Ok((millis, _)) => Ok(Date::at(millis)),
        Err(offset) => Err(unparseable(vm, &format!("Unparseable date: \"{text}\""), offset)),
    }
}

fn get_at(vm: &mut Vm, date: &Date, field: i32) -> Option<i32> {
    calendar(vm, date).field(field).map(|v| v as i32)
}

fn put_at(vm: &mut Vm, date: &Date, field: i32, value: i64) {
    let calendar = calendar(vm, date);
    calendar.set_field(field, value);
    date.set(calendar.time());
}

fn set(vm: &mut Vm, date: &Date, fields: &Rc<Map>) -> Res<()> {
    let calendar = calendar(vm, date);
    set_from_map(vm, &calendar, fields)?;
    date.set(calendar.time());
    Ok(())
}

fn copy_with(vm: &mut Vm, this: &Value, fields: &Rc<Map>) -> Res {
    let Some(date) = this.as_host::<Date>() else {
        return Ok(Value::Null);
    };
    let calendar = calendar(vm, date);
    set_from_map(vm, &calendar, fields)?;
    Ok(like(vm, this, calendar.time()))
}

fn upto(vm: &mut Vm, this: &Value, to: &Date, action: Func) -> Res<()> {
    walk(vm, this, to, action, 1)
}

fn downto(vm: &mut Vm, this: &Value, to: &Date, action: Func) -> Res<()> {
    walk(vm, this, to, action, -1)
}

fn walk(vm: &mut Vm, this: &Value, to: &Date, action: Func, step: i64) -> Res<()> {
    let mut day = like(vm, this, this.as_host::<Date>().map_or(0, |d| d.millis.get()));
    let passed = |day: &Value| {
        day.as_host::<Date>()
            .is_none_or(|d| (to.millis.get() - d.millis.get()) * step < 0)
    };
    if passed(&day) {
        let (end, begin) = (
            to.text(vm, LONG),
            this.as_host::<Date>().map_or(String::new(), |d| d.text(vm, LONG)),
        );
        let (name, how) = if step > 0 {
            ("upto", "earlier")
        } else {
            ("downto", "later")
        };
        let message =
            format!("The argument ({end}) to {name}() cannot be {how} than the value ({begin}) it's called on.");
        return Err(vm.throw(&throwables::GROOVY_RUNTIME_EXCEPTION, message));
    }
    while !passed(&day) {
        vm.call_func(action, std::slice::from_ref(&day))?.done();
        day = plus(vm, &day, step);
    }
    Ok(())
}

/// The form of `Date.toString()`.
const LONG: &str = "EEE MMM dd HH:mm:ss zzz yyyy";
