//! `java.util.Calendar` and `GregorianCalendar`.

use super::civil::Civil;
use super::date::{Date, now};
use super::moment::Moment;
use super::time_zone::TimeZone;
use crate::gdk;
use crate::jdk::lang::interfaces;
use crate::registry::{Class, Kind, Member, class, constant, method, native, raw, slice, unbound};
use crate::semantics::number::narrow_to_i64;
use crate::value::{HostType, Value};
use crate::{Res, Vm};
use std::cell::{Cell, RefCell};

/// A calendar. Fields that were set wait until somebody asks for one or for the time, so that setting a month before its day
/// does not move the month.
#[derive(Clone)]
pub struct Calendar {
    millis: Cell<i64>,
    zone: RefCell<TimeZone>,
    /// What calendar and clock show with fields that were set since the time was last worked out.
    waiting: Cell<Option<Moment>>,
    lenient: Cell<bool>,
    first_day_of_week: Cell<i32>,
}

impl HostType for Calendar {
    const NAME: &'static str = "java.util.Calendar";
    fn class() -> &'static Class {
        &GREGORIAN_CALENDAR
    }
}

macro_rules! numbers {
    ($($name:literal = $value:literal),* $(,)?) => {
        &[$(constant(concat!($name, ": int"), &unbound(|| $value))),*]
    };
}

/// The numbers of fields, months and days.
const NUMBERS: &[Member] = numbers! {
    "ERA" = 0, "YEAR" = 1, "MONTH" = 2, "WEEK_OF_YEAR" = 3, "WEEK_OF_MONTH" = 4, "DATE" = 5, "DAY_OF_MONTH" = 5,
    "DAY_OF_YEAR" = 6, "DAY_OF_WEEK" = 7, "DAY_OF_WEEK_IN_MONTH" = 8, "AM_PM" = 9, "HOUR" = 10, "HOUR_OF_DAY" = 11,
    "MINUTE" = 12, "SECOND" = 13, "MILLISECOND" = 14, "ZONE_OFFSET" = 15, "DST_OFFSET" = 16, "FIELD_COUNT" = 17,
    "SUNDAY" = 1, "MONDAY" = 2, "TUESDAY" = 3, "WEDNESDAY" = 4, "THURSDAY" = 5, "FRIDAY" = 6, "SATURDAY" = 7,
    "JANUARY" = 0, "FEBRUARY" = 1, "MARCH" = 2, "APRIL" = 3, "MAY" = 4, "JUNE" = 5, "JULY" = 6, "AUGUST" = 7,
    "SEPTEMBER" = 8, "OCTOBER" = 9, "NOVEMBER" = 10, "DECEMBER" = 11, "UNDECIMBER" = 12, "AM" = 0, "PM" = 1,
    "SHORT" = 1, "LONG" = 2,
};

const MEMBERS: &[Member] = &[
    raw(Kind::Static, "getInstance(): Calendar", &slice(get_instance)).doc("A calendar that shows now."),
    raw(
        Kind::Static,
        "getInstance(Locale locale): Calendar",
        &slice(get_instance),
    ),
    raw(
        Kind::Static,
        "getInstance(TimeZone zone): Calendar",
        &slice(get_instance),
    ),
    raw(
        Kind::Static,
        "getInstance(TimeZone zone, Locale locale): Calendar",
        &slice(get_instance),
    ),
    method("add(int field, int amount): void", &native(Calendar::add)).doc("Moves on by so much of a field."),
    method(
        "after(Object other): boolean",
        &native(|a: &Calendar, o: &Value| o.as_host::<Calendar>().is_some_and(|b| a.time() > b.time())),
    ),
    method(
        "before(Object other): boolean",
        &native(|a: &Calendar, o: &Value| o.as_host::<Calendar>().is_some_and(|b| a.time() < b.time())),
    ),
    method("clear(): void", &native(|c: &Calendar| c.put(Moment::of_local(0))))
        .doc("Goes back to the beginning of 1970."),
    method("clear(int field): void", &native(clear_field)),
    method("clone(): Object", &native(Calendar::clone)),
    method(
        "compareTo(Calendar other): int",
        &native(|a: &Calendar, b: &Calendar| a.time().cmp(&b.time()) as i32),
    ),
    method(
        "equals(Object other): boolean",
        &native(|a: &Calendar, o: &Value| {
            o.as_host::<Calendar>()
                .is_some_and(|b| a.time() == b.time() && a.zone.borrow().id == b.zone.borrow().id)
        }),
    ),
    method("get(int field): int", &native(get)).doc("What a field shows."),
    method(
        "getActualMaximum(int field): int",
        &native(|c: &Calendar, field: i32| c.bounds(field).1 as i32),
    ),
    method(
        "getActualMinimum(int field): int",
        &native(|c: &Calendar, field: i32| c.bounds(field).0 as i32),
    ),
    method(
        "getFirstDayOfWeek(): int",
        &native(|c: &Calendar| c.first_day_of_week.get()),
    ),
    method(
        "getMaximum(int field): int",
        &native(|c: &Calendar, field: i32| if field == 5 { 31 } else { c.bounds(field).1 as i32 }),
    ),
    method(
        "getMinimum(int field): int",
        &native(|c: &Calendar, field: i32| c.bounds(field).0 as i32),
    ),
    method("getTime(): Date", &native(|c: &Calendar| Date::at(c.time()))).doc("The moment."),
    method("getTimeInMillis(): long", &native(Calendar::time)),
    method(
        "getTimeZone(): TimeZone",
        &native(|c: &Calendar| c.zone.borrow().clone()),
    ),
    method(
        "hashCode(): int",
        &native(|c: &Calendar| (c.time() >> 32) as i32 ^ c.time() as i32),
    ),
    method("isLenient(): boolean", &native(|c: &Calendar| c.lenient.get())),
    method(
        "roll(int field, boolean up): void",
        &native(|c: &Calendar, field: i32, up: bool| c.roll(field, if up { 1 } else { -1 })),
    ),
    method(
        "roll(int field, int amount): void",
        &native(|c: &Calendar, field: i32, amount: i32| c.roll(field, i64::from(amount))),
    )
    .doc("Moves a field on without touching greater ones."),
    raw(Kind::Method, "set(int field, int value): void", &slice(set)).doc("Sets a field."),
    raw(Kind::Method, "set(int year, int month, int day): void", &slice(set)),
    raw(
        Kind::Method,
        "set(int year, int month, int day, int hour, int minute): void",
        &slice(set),
    ),
    raw(
        Kind::Method,
        "set(int year, int month, int day, int hour, int minute, int second): void",
        &slice(set),
    ),
    method(
        "setFirstDayOfWeek(int day): void",
        &native(|c: &Calendar, day: i32| c.first_day_of_week.set(day)),
    ),
    method(
        "setLenient(boolean lenient): void",
        &native(|c: &Calendar, lenient: bool| c.lenient.set(lenient)),
    ),
    method(
        "setTime(Date date): void",
        &native(|c: &Calendar, date: &Date| c.set_time(date.millis.get())),
    ),
    method("setTimeInMillis(long time): void", &native(Calendar::set_time)),
    method("setTimeZone(TimeZone zone): void", &native(Calendar::set_zone)),
    method(
        "toInstant(): Instant",
        &native(|vm: &mut Vm, c: &Calendar| {
            let date = Value::host(Date::at(c.time()));
            vm.call_method(&date, "toInstant", &[])
        }),
    ),
];

/// The numbers, as a class of their own so that both tables stay readable.
static FIELDS: Class = crate::registry::interface("java.util.Calendar$Fields").members(NUMBERS);

/// `java.util.Calendar`.
pub static CLASS: Class = class(Calendar::NAME)
    .abstract_class()
    .implements(&[&FIELDS, &interfaces::COMPARABLE, &interfaces::CLONEABLE])
    .groovy(gdk::calendar::MEMBERS)
    .members(MEMBERS);

/// `java.util.GregorianCalendar`.
pub static GREGORIAN_CALENDAR: Class = class("java.util.GregorianCalendar").extends(&CLASS).members(&[
    raw(Kind::Constructor, "GregorianCalendar()", &slice(new)),
    raw(Kind::Constructor, "GregorianCalendar(TimeZone zone)", &slice(new)),
    raw(
        Kind::Constructor,
        "GregorianCalendar(TimeZone zone, Locale locale)",
        &slice(new),
    ),
    raw(
        Kind::Constructor,
        "GregorianCalendar(int year, int month, int day)",
        &slice(new),
    ),
    raw(
        Kind::Constructor,
        "GregorianCalendar(int year, int month, int day, int hour, int minute)",
        &slice(new),
    ),
    raw(
        Kind::Constructor,
        "GregorianCalendar(int year, int month, int day, int hour, int minute, int second)",
        &slice(new),
    ),
    method(
        "isLeapYear(int year): boolean",
        &native(|_: &Calendar, year: i64| Civil { year, month: 1, day: 1 }.month_length() == 29),
    ),
]);

/// The classes of this file.
pub static CLASSES: &[&Class] = &[&FIELDS, &CLASS, &GREGORIAN_CALENDAR];

fn get_instance(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    let zone = match args.iter().find_map(|a| a.as_host::<TimeZone>()) {
        Some(zone) => zone.clone(),
        None => TimeZone::of_host(vm),
    };
    Ok(Value::host(Calendar::at(now(), zone)))
}

fn new(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let calendar = get_instance(vm, this, args)?;
    if args.len() >= 3 {
        if let Some(calendar) = calendar.as_host::<Calendar>() {
            calendar.put(Moment::of_local(0));
        }
        set(vm, &calendar, args)?;
    }
    Ok(calendar)
}

impl Calendar {
    /// A calendar that shows a moment in a zone.
    pub fn at(millis: i64, zone: TimeZone) -> Calendar {
        Calendar {
            millis: Cell::new(millis),
            zone: RefCell::new(zone),
            waiting: Cell::new(None),
            lenient: Cell::new(true),
            first_day_of_week: Cell::new(1),
        }
    }

    /// `getTimeInMillis()`.
    pub fn time(&self) -> i64 {
        if let Some(waiting) = self.waiting.take() {
            self.millis.set(waiting.millis(&self.zone.borrow()));
        }
        self.millis.get()
    }

    /// `setTimeInMillis(time)`.
    pub fn set_time(&self, millis: i64) {
        self.waiting.set(None);
        self.millis.set(millis);
    }

    fn set_zone(&self, zone: &TimeZone) {
        self.zone.replace(zone.clone());
    }

    /// The time zone.
    pub fn zone(&self) -> TimeZone {
        self.zone.borrow().clone()
    }

    /// What it shows, with what was set and not yet worked out.
    fn shown(&self) -> Moment {
        self.waiting
            .get()
            .unwrap_or_else(|| Moment::at(self.millis.get(), &self.zone.borrow()))
    }

    fn put(&self, moment: Moment) {
        self.waiting.set(Some(moment));
    }

    /// Sets one field.
    pub fn set_field(&self, field: i32, value: i64) {
        let mut m = self.shown();
        match field {
            0 => {
                m.date.year = if (value == 0) == (m.date.year > 0) {
                    1 - m.date.year
                } else {
                    m.date.year
                }
            }
            1 => m.date.year = value,
            2 => m.date.month = value,
            3 => m.date.day += 7 * (value - self.week(m.date.day_of_year(), &m)),
            4 => m.date.day += 7 * (value - self.week(m.date.day, &m)),
            5 => m.date.day = value,
            6 => {
                m.date = Civil {
                    month: 0,
                    day: value,
                    ..m.date
                }
            }
            7 => {
                let first = i64::from(self.first_day_of_week.get());
                let place = |day: i64| (day - first).rem_euclid(7);
                m.date.day += place(value) - place(m.weekday());
            }
            8 => m.date.day += 7 * (value - ((m.date.day - 1) / 7 + 1)),
            9 => m.of_day += (value - m.hour() / 12) * 43_200_000,
            10 => m.of_day += (value - m.hour() % 12) * 3_600_000,
            11 => m.of_day += (value - m.hour()) * 3_600_000,
            12 => m.of_day += (value - m.minute()) * 60_000,
            13 => m.of_day += (value - m.second()) * 1000,
            14 => m.of_day += value - m.milli(),
            _ => {}
        }
        self.put(m);
    }

    fn week(&self, day_in_period: i64, moment: &Moment) -> i64 {
        let first = i64::from(self.first_day_of_week.get());
        let first_weekday = (moment.weekday() - first - (day_in_period - 1)).rem_euclid(7);
        (day_in_period + first_weekday - 1).div_euclid(7) + 1
    }

    /// `get(field)`.
    pub fn field(&self, field: i32) -> Option<i64> {
        let millis = self.time();
        let zone = self.zone.borrow();
        let m = Moment::at(millis, &zone);
        Some(match field {
            0 => i64::from(m.date.year > 0),
            1 if m.date.year > 0 => m.date.year,
            1 => 1 - m.date.year,
            2 => m.date.month,
            3 => self.week(m.date.day_of_year(), &m),
            4 => self.week(m.date.day, &m),
            5 => m.date.day,
            6 => m.date.day_of_year(),
            7 => m.weekday(),
            8 => (m.date.day - 1) / 7 + 1,
            9 => m.hour() / 12,
            10 => m.hour() % 12,
            11 => m.hour(),
            12 => m.minute(),
            13 => m.second(),
            14 => m.milli(),
            15 => zone.offset_at(millis) - self.summer_offset(&zone, millis),
            16 => self.summer_offset(&zone, millis),
            _ => return None,
        })
    }

    fn summer_offset(&self, zone: &TimeZone, millis: i64) -> i64 {
        if zone.in_summer(millis) { 3_600_000 } else { 0 }
    }

    fn add(&self, field: i32, amount: i32) {
        let amount = i64::from(amount);
        let millis = self.time();
        let zone = self.zone.borrow().clone();
        let m = Moment::at(millis, &zone);
        let days = |count: i64| {
            let date = Civil {
                day: m.date.day + count,
                ..m.date
            };
            Moment { date, ..m }.millis(&zone)
        };
        self.set_time(match field {
            1 => m.plus_months(12 * amount).millis(&zone),
            2 => m.plus_months(amount).millis(&zone),
            3 | 4 | 8 => days(7 * amount),
            5..=7 => days(amount),
            9 => millis.saturating_add(amount * 43_200_000),
            10 | 11 => millis.saturating_add(amount * 3_600_000),
            12 => millis.saturating_add(amount * 60_000),
            13 => millis.saturating_add(amount * 1000),
            14 => millis.saturating_add(amount),
            _ => millis,
        });
    }

    /// The least and the greatest value of a field at the present time.
    fn bounds(&self, field: i32) -> (i64, i64) {
        let m = Moment::at(self.time(), &self.zone.borrow());
        match field {
            1 => (1, 292_278_994),
            2 => (0, 11),
            3 => (1, 53),
            4 => (1, 6),
            5 => (1, m.date.month_length()),
            6 => {
                let next = Civil {
                    year: m.date.year + 1,
                    month: 0,
                    day: 1,
                };
                (
                    1,
                    next.to_day()
                        - Civil {
                            year: m.date.year,
                            ..next
                        }
                        .to_day(),
                )
            }
            7 => (1, 7),
            8 => (1, 5),
            0 | 9 => (0, 1),
            10 => (0, 11),
            11 => (0, 23),
            12 | 13 => (0, 59),
            14 => (0, 999),
            _ => (0, 0),
        }
    }

    fn roll(&self, field: i32, amount: i64) {
        if field == 1 {
            return self.add(1, amount as i32);
        }
        let (least, greatest) = self.bounds(field);
        let Some(now) = self.field(field) else {
            return;
        };
        let rolled = (now - least + amount).rem_euclid(greatest - least + 1) + least;
        if field == 2 {
            return self.add(2, (rolled - now) as i32);
        }
        self.set_field(field, rolled);
    }
}

fn get(vm: &mut Vm, calendar: &Calendar, field: i32) -> Res<i32> {
    match calendar.field(field) {
        Some(value) => Ok(value as i32),
        None => Err(vm.throw(
            &crate::jdk::throwables::ARRAY_INDEX_OUT_OF_BOUNDS_EXCEPTION,
            format!("Index {field} out of bounds for length 17"),
        )),
    }
}

fn clear_field(calendar: &Calendar, field: i32) {
    let cleared = match field {
        1 => 1970,
        5..=8 => 1,
        _ => 0,
    };
    calendar.set_field(field, cleared);
}

fn set(_: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let numbers: Vec<i64> = args.iter().filter_map(narrow_to_i64).collect();
    let Some(calendar) = this.as_host::<Calendar>() else {
        return Ok(Value::Null);
    };
    match numbers.as_slice() {
        [field, value] => calendar.set_field(*field as i32, *value),
        [year, month, day, rest @ ..] => {
            for (field, value) in [(1, year), (2, month), (5, day)] {
                calendar.set_field(field, *value);
            }
            for (field, value) in [11, 12, 13].into_iter().zip(rest) {
                calendar.set_field(field, *value);
            }
        }
        _ => {}
    }
    Ok(Value::Null)
}
