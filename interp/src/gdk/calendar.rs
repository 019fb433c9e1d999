//! What Groovy adds to `java.util.Calendar`.

use crate::jdk::text::simple_date_format::pattern;
use crate::jdk::util::calendar::Calendar;
use crate::jdk::util::civil::DAY;
use crate::registry::{Func, Member, method, native};
use crate::semantics::number::narrow_to_i64;
use crate::value::{Map, Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// The members.
pub const MEMBERS: &[Member] = &[
    method("clearTime(): Calendar", &native(clear_time)).doc("Sets the time of day to midnight."),
    method("copyWith(Map fields): Calendar", &native(copy_with)),
    method(
        "downto(Calendar to, Closure action): void",
        &native(|vm: &mut Vm, c: &Calendar, to: &Calendar, f: Func| walk(vm, c, to, f, -1)),
    ),
    method("format(String pattern): String", &native(format)).doc("The date by a pattern, in the calendar's zone."),
    method(
        "getAt(int field): int",
        &native(|c: &Calendar, field: i32| c.field(field).map(|v| v as i32)),
    ),
    method(
        "minus(Calendar other): int",
        &native(|a: &Calendar, b: &Calendar| (day(a) - day(b)) as i32),
    ),
    method("next(): Calendar", &native(|c: &Calendar| days_on(c, 1))),
    method("previous(): Calendar", &native(|c: &Calendar| days_on(c, -1))),
    method(
        "putAt(int field, int value): void",
        &native(|c: &Calendar, field: i32, value: i64| c.set_field(field, value)),
    ),
    method("set(Map fields): void", &native(set_from_map)).doc("Sets fields by name."),
    method("updated(Map fields): Calendar", &native(copy_with)),
    method(
        "upto(Calendar to, Closure action): void",
        &native(|vm: &mut Vm, c: &Calendar, to: &Calendar, f: Func| walk(vm, c, to, f, 1)),
    ),
];

const FIELDS: &[(&str, i32)] = &[
    ("year", 1),
    ("month", 2),
    ("date", 5),
    ("dayOfMonth", 5),
    ("hourOfDay", 11),
    ("minute", 12),
    ("second", 13),
    ("millisecond", 14),
];

/// Sets the fields that a map names; names of other fields are passed over, as in Groovy.
pub(super) fn set_from_map(vm: &mut Vm, calendar: &Calendar, fields: &Rc<Map>) -> Res<()> {
    for (name, value) in fields.borrow().pairs() {
        let name = vm.to_text(&name)?;
        let field = FIELDS.iter().find(|(n, _)| *n == name);
        if let (Some((_, field)), Some(value)) = (field, narrow_to_i64(&value)) {
            calendar.set_field(*field, value);
        }
    }
    Ok(())
}

fn copy_with(vm: &mut Vm, calendar: &Calendar, fields: &Rc<Map>) -> Res<Calendar> {
    let copy = calendar.clone();
    set_from_map(vm, &copy, fields)?;
    Ok(copy)
}

fn clear_time(this: &Value) -> Value {
    if let Some(calendar) = this.as_host::<Calendar>() {
        for field in [11, 12, 13, 14] {
            calendar.set_field(field, 0);
        }
    }
    this.clone()
}

fn format(vm: &mut Vm, calendar: &Calendar, text: &Str) -> Res<String> {
    Ok(pattern(vm, &text.text())?.format(calendar.time(), &calendar.zone()))
}

fn day(calendar: &Calendar) -> i64 {
    let millis = calendar.time();
    millis.saturating_add(calendar.zone().offset_at(millis)).div_euclid(DAY)
}

fn days_on(calendar: &Calendar, days: i64) -> Calendar {
    let copy = calendar.clone();
    let date = copy.field(6).unwrap_or(1);
    copy.set_field(6, date + days);
    copy
}

fn walk(vm: &mut Vm, from: &Calendar, to: &Calendar, action: Func, step: i64) -> Res<()> {
    let mut day = from.clone();
    let passed = |day: &Calendar| (to.time() - day.time()) * step < 0;
    if passed(&day) {
        let (name, how) = if step > 0 {
            ("upto", "earlier")
        } else {
            ("downto", "later")
        };
        let message = format!("The argument to {name}() cannot be {how} than the value it's called on.");
        return Err(vm.throw(&crate::jdk::throwables::GROOVY_RUNTIME_EXCEPTION, message));
    }
    while !passed(&day) {
        vm.call_func(action, &[Value::host(day.clone())])?.done();
        day = days_on(&day, step);
    }
    Ok(())
}
