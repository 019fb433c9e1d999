//! `java.sql`'s dates: `Timestamp`, `Date`, `Time`.

use crate::jdk::text::date_pattern::DatePattern;
use crate::jdk::throwables;
use crate::jdk::util::date::{self, Date};
use crate::jdk::util::time_zone::TimeZone;
use crate::registry::{
    Class, ClassId, Kind, Member, class, constructor, function, method, native, raw, slice, unbound,
};
use crate::semantics::number::narrow_to_i64;
use crate::value::{Host, Str, Value};
use crate::{Res, Vm};

const TIMESTAMP_MEMBERS: &[Member] = &[
    constructor(
        "Timestamp(long time)",
        &unbound(|time: i64| Date::like(&TIMESTAMP, time)),
    ),
    function("from(Instant instant): Timestamp", &unbound(timestamp_from)),
    function(
        "valueOf(LocalDateTime dateTime): Timestamp",
        &unbound(timestamp_of_local),
    ),
    function("valueOf(String text): Timestamp", &unbound(timestamp_of_text)).doc("yyyy-mm-dd hh:mm:ss[.fffffffff]"),
    method(
        "equals(Object other): boolean",
        &native(|a: &Date, o: &Value| {
            let b = o.as_host::<Date>().filter(|_| o.class_id() == TIMESTAMP.id());
            b.is_some_and(|b| a.millis.get() == b.millis.get() && a.nanos.get() == b.nanos.get())
        }),
    ),
    method("getNanos(): int", &native(|t: &Date| t.nanos.get())).doc("The nanoseconds of the second."),
    method("setNanos(int nanos): void", &native(set_nanos)),
    method("toInstant(): Instant", &native(timestamp_to_instant)),
    method("toLocalDateTime(): LocalDateTime", &native(timestamp_to_local)),
    method("toString(): String", &native(timestamp_text)),
];

/// `java.sql.Timestamp`.
pub static TIMESTAMP: Class = class("java.sql.Timestamp")
    .extends(&date::CLASS)
    .members(TIMESTAMP_MEMBERS);

/// `java.sql.Date`.
pub static SQL_DATE: Class = class("java.sql.Date").extends(&date::CLASS).members(&[
    constructor("Date(long time)", &unbound(|time: i64| Date::like(&SQL_DATE, time))),
    raw(Kind::Static, "valueOf(LocalDate date): Date", &slice(date_value_of)),
    raw(Kind::Static, "valueOf(String text): Date", &slice(date_value_of)).doc("yyyy-mm-dd"),
    method(
        "toLocalDate(): LocalDate",
        &native(|vm: &mut Vm, d: &Date| parse_with(vm, "java.time.LocalDate", d, "yyyy-MM-dd")),
    ),
    method(
        "toString(): String",
        &native(|vm: &mut Vm, d: &Date| d.text(vm, "yyyy-MM-dd")),
    ),
]);

/// `java.sql.Time`.
pub static TIME: Class = class("java.sql.Time").extends(&date::CLASS).members(&[
    constructor("Time(long time)", &unbound(|time: i64| Date::like(&TIME, time))),
    raw(Kind::Static, "valueOf(LocalTime time): Time", &slice(time_value_of)),
    raw(Kind::Static, "valueOf(String text): Time", &slice(time_value_of)).doc("hh:mm:ss"),
    method(
        "toLocalTime(): LocalTime",
        &native(|vm: &mut Vm, d: &Date| parse_with(vm, "java.time.LocalTime", d, "HH:mm:ss")),
    ),
    method(
        "toString(): String",
        &native(|vm: &mut Vm, d: &Date| d.text(vm, "HH:mm:ss")),
    ),
]);

/// The classes of the package.
pub static CLASSES: &[&Class] = &[&TIMESTAMP, &SQL_DATE, &TIME];

/// Calls `T.parse` of a class of java.time with the date in its form.
fn parse_with(vm: &mut Vm, class: &str, date: &Date, pattern: &str) -> Res {
    let text = date.text(vm, pattern);
    let class = vm.class_by_name(class).unwrap_or(ClassId::NONE);
    vm.call_method(&Value::class(class), "parse", &[Value::from(text)])
}

fn timestamp(millis: i64, nanos: i32) -> Value {
    let date = Date::at(millis);
    date.nanos.set(nanos);
    Value::Host(Host::of(&TIMESTAMP, date))
}

fn set_nanos(vm: &mut Vm, date: &Date, nanos: i32) -> Res<()> {
    if !(0..1_000_000_000).contains(&nanos) {
        return Err(vm.illegal_argument("nanos > 999999999 or < 0"));
    }
    date.nanos.set(nanos);
    let second = date.millis.get().div_euclid(1000) * 1000;
    date.millis.set(second + i64::from(nanos / 1_000_000));
    Ok(())
}

fn timestamp_text(vm: &mut Vm, date: &Date) -> String {
    let seconds = date.text(vm, "yyyy-MM-dd HH:mm:ss");
    let nanos = format!("{:09}", date.nanos.get());
    let nanos = nanos.trim_end_matches('0');
    format!("{seconds}.{}", if nanos.is_empty() { "0" } else { nanos })
}

fn timestamp_of_text(vm: &mut Vm, text: &Str) -> Res {
    let zone = TimeZone::of_host(vm);
    let text = text.to_string();
    let text = text.trim();
    let (seconds, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = (1..=9).contains(&fraction.len()) && fraction.bytes().all(|b| b.is_ascii_digit());
    let pattern = DatePattern::new("yyyy-MM-dd HH:mm:ss").ok();
    let parsed = pattern.and_then(|p| p.parse(seconds, 0, &zone, false, date::now()).ok());
    match parsed.filter(|(_, end)| digits && *end == seconds.chars().count()) {
        Some((millis, _)) => {
            let nanos: i32 = format!("{fraction:0<9}").parse().unwrap_or(0);
            Ok(timestamp(millis + i64::from(nanos / 1_000_000), nanos))
        }
        None => Err(vm.illegal_argument("Timestamp format must be yyyy-mm-dd hh:mm:ss[.fffffffff]")),
    }
}

fn timestamp_of_local(vm: &mut Vm, local: &Value) -> Res {
    let text = vm.to_text(local)?.replace('T', " ");
    let text = if text.len() == 16 { format!("{text}:00") } else { text };
    timestamp_of_text(vm, &Str::new(&text))
}

fn number(vm: &mut Vm, of: &Value, method: &str) -> Res<i64> {
    let number = vm.call_method(of, method, &[])?;
    Ok(narrow_to_i64(&number).unwrap_or(0))
}

fn timestamp_from(vm: &mut Vm, instant: &Value) -> Res {
    let millis = number(vm, instant, "toEpochMilli")?;
    let nanos = number(vm, instant, "getNano")?;
    Ok(timestamp(millis, nanos as i32))
}

fn timestamp_to_instant(vm: &mut Vm, date: &Date) -> Res {
    let class = vm.class_by_name("java.time.Instant").unwrap_or(ClassId::NONE);
    let seconds = Value::Long(date.millis.get().div_euclid(1000));
    let nanos = Value::Long(i64::from(date.nanos.get()));
    vm.call_method(&Value::class(class), "ofEpochSecond", &[seconds, nanos])
}

fn timestamp_to_local(vm: &mut Vm, date: &Date) -> Res {
    let text = timestamp_text(vm, date).replace(' ', "T");
    let class = vm.class_by_name("java.time.LocalDateTime").unwrap_or(ClassId::NONE);
    vm.call_method(&Value::class(class), "parse", &[Value::from(text)])
}

/// A date or time of a text in the one form that its class takes.
fn value_of(vm: &mut Vm, class: &'static Class, pattern: &str, args: &[Value]) -> Res {
    let text = vm.to_text(args.first().unwrap_or(&Value::Null))?;
    let zone = TimeZone::of_host(vm);
    let parsed = DatePattern::new(pattern)
        .ok()
        .and_then(|p| p.parse(&text, 0, &zone, false, date::now()).ok());
    match parsed.filter(|(_, end)| *end == text.chars().count()) {
        Some((millis, _)) => Ok(Date::like(class, millis)),
        None => Err(vm.throw_silent(&throwables::ILLEGAL_ARGUMENT_EXCEPTION)),
    }
}

fn date_value_of(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    value_of(vm, &SQL_DATE, "yyyy-MM-dd", args)
}

fn time_value_of(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    let text = vm.to_text(args.first().unwrap_or(&Value::Null))?;
    let text = if text.len() == 5 {
        format!("{text}:00")
    } else {
        text.chars().take(8).collect()
    };
    value_of(vm, &TIME, "HH:mm:ss", &[Value::from(text)])
}
