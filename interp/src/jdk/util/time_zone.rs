//! `java.util.TimeZone`.

use super::civil::DAY;
use crate::registry::{Class, Kind, Member, class, constant, function, method, native, raw, slice, unbound};
use crate::value::{Array, HostType, Str, Value};
use crate::{Res, Vm};
use jiff::Timestamp;
use jiff::tz::{self, Offset};
use std::rc::Rc;

/// A time zone: an id, and the rules behind it.
#[derive(Clone)]
pub struct TimeZone {
    /// `getID()`.
    pub id: Rc<str>,
    /// The rules.
    pub rules: tz::TimeZone,
}

impl HostType for TimeZone {
    const NAME: &'static str = "java.util.TimeZone";
    fn class() -> &'static Class {
        &ZONE_INFO
    }
}

const MEMBERS: &[Member] = &[
    constant("LONG: int", &unbound(|| 1)),
    constant("SHORT: int", &unbound(|| 0)),
    raw(Kind::Static, "getAvailableIDs(): String[]", &slice(available_ids)),
    function("getDefault(): TimeZone", &unbound(TimeZone::of_host)).doc("The host's time zone."),
    function(
        "getTimeZone(String id): TimeZone",
        &unbound(|id: &Str| TimeZone::of_id(&id.text())),
    )
    .doc("The time zone of an id; GMT if there is none."),
    function("getTimeZone(ZoneId zone): TimeZone", &unbound(of_zone_id)),
    method("clone(): Object", &native(TimeZone::clone)),
    method(
        "equals(Object other): boolean",
        &native(|z: &TimeZone, o: &Value| o.as_host::<TimeZone>().is_some_and(|other| z.id == other.id)),
    ),
    method(
        "getDSTSavings(): int",
        &native(|z: &TimeZone| if z.uses_summer_time() { 3_600_000 } else { 0 }),
    ),
    raw(Kind::Method, "getDisplayName(): String", &slice(display_name)).doc("The zone's name for people."),
    raw(
        Kind::Method,
        "getDisplayName(boolean summer, int style): String",
        &slice(display_name),
    ),
    raw(
        Kind::Method,
        "getDisplayName(boolean summer, int style, Locale locale): String",
        &slice(display_name),
    ),
    method("getID(): String", &native(|z: &TimeZone| z.id.to_string())),
    method(
        "getOffset(long time): int",
        &native(|z: &TimeZone, time: i64| z.offset_at(time) as i32),
    )
    .doc("How far local time is ahead at a moment, in milliseconds."),
    method("getRawOffset(): int", &native(|z: &TimeZone| z.raw_offset() as i32))
        .doc("How far standard time is ahead, in milliseconds."),
    method(
        "hasSameRules(TimeZone other): boolean",
        &native(|a: &TimeZone, b: &TimeZone| {
            a.raw_offset() == b.raw_offset() && a.uses_summer_time() == b.uses_summer_time()
        }),
    ),
    method("hashCode(): int", &native(|z: &TimeZone| Str::new(&z.id).hash() as i32)),
    method("inDaylightTime(Date date): boolean", &native(in_daylight_time)),
    method("observesDaylightTime(): boolean", &native(TimeZone::uses_summer_time)),
    method("toString(): String", &native(to_string)),
    method("toZoneId(): ZoneId", &native(to_zone_id)).doc("The zone as java.time has it."),
    method("useDaylightTime(): boolean", &native(TimeZone::uses_summer_time)),
];

/// `java.util.TimeZone`.
pub static CLASS: Class = class(TimeZone::NAME).abstract_class().members(MEMBERS);

/// The class of time zones.
pub static ZONE_INFO: Class = class("sun.util.calendar.ZoneInfo").extends(&CLASS);

/// Java's old three-letter ids that the database lacks or reads differently.
const OLD_IDS: &[(&str, &str)] = &[
    ("ACT", "Australia/Darwin"),
    ("AET", "Australia/Sydney"),
    ("ART", "Africa/Cairo"),
    ("AST", "America/Anchorage"),
    ("BST", "Asia/Dhaka"),
    ("CST", "America/Chicago"),
    ("CTT", "Asia/Shanghai"),
    ("ECT", "Europe/Paris"),
    ("IST", "Asia/Kolkata"),
    ("JST", "Asia/Tokyo"),
    ("PST", "America/Los_Angeles"),
];

impl TimeZone {
    /// The zone of the host.
    pub fn of_host(vm: &mut Vm) -> TimeZone {
        let id = vm.host.time_zone.clone();
        TimeZone::of_id(&id)
    }

    /// GMT.
    pub fn gmt() -> TimeZone {
        TimeZone {
            id: "GMT".into(),
            rules: tz::TimeZone::UTC,
        }
    }

    /// `TimeZone.getTimeZone(id)`.
    pub fn of_id(id: &str) -> TimeZone {
        if matches!(id, "GMT" | "UTC" | "UCT" | "Zulu" | "Z") {
            let id = if id == "Z" { "GMT" } else { id };
            return TimeZone {
                id: id.into(),
                rules: tz::TimeZone::UTC,
            };
        }
        if let Some(zone) = id.strip_prefix("GMT").and_then(custom) {
            return zone;
        }
        let name = OLD_IDS.iter().find(|(old, _)| *old == id).map_or(id, |(_, name)| name);
        let offset = match id {
            "EST" => Some(-5),
            "MST" => Some(-7),
            "HST" => Some(-10),
            _ => None,
        };
        let rules = match offset {
            Some(hours) => Offset::from_hours(hours).ok().map(tz::TimeZone::fixed),
            None => tz::TimeZone::get(name)
                .ok()
                .filter(|_| name.chars().all(|c| c != ' ') && !name.is_empty()),
        };
        match rules {
            Some(rules) => TimeZone { id: id.into(), rules },
            None => TimeZone::gmt(),
        }
    }

    /// A zone of a fixed distance, in seconds.
    pub fn fixed(seconds: i32) -> TimeZone {
        let rules = Offset::from_seconds(seconds).map_or(tz::TimeZone::UTC, tz::TimeZone::fixed);
        let sign = if seconds < 0 { '-' } else { '+' };
        let minutes = seconds.abs() / 60;
        TimeZone {
            id: format!("GMT{sign}{:02}:{:02}", minutes / 60, minutes % 60).into(),
            rules,
        }
    }

    fn timestamp(millis: i64) -> Timestamp {
        Timestamp::from_millisecond(millis).unwrap_or(if millis < 0 { Timestamp::MIN } else { Timestamp::MAX })
    }

    /// How far local time is ahead at a moment, in milliseconds.
    pub fn offset_at(&self, millis: i64) -> i64 {
        i64::from(self.rules.to_offset(TimeZone::timestamp(millis)).seconds()) * 1000
    }

    /// Whether summer time holds at a moment.
    pub fn in_summer(&self, millis: i64) -> bool {
        self.rules.to_offset_info(TimeZone::timestamp(millis)).dst().is_dst()
    }

    /// The moment of a local time. A time that the clock shows twice is the first; one that it skips moves on.
    pub fn to_moment(&self, local: i64) -> i64 {
        let before = self.offset_at(local.saturating_sub(DAY));
        let first = local.saturating_sub(before);
        if self.offset_at(first) == before {
            return first;
        }
        let after = self.offset_at(local.saturating_add(DAY));
        let second = local.saturating_sub(after);
        if self.offset_at(second) == after { second } else { first }
    }

    /// The abbreviation that holds at a moment: `CET`, `CEST`; `GMT+02:00` where there is none.
    pub fn abbreviation(&self, millis: i64) -> String {
        let info = self.rules.to_offset_info(TimeZone::timestamp(millis));
        let name = info.abbreviation();
        if self.id.starts_with("GMT") || &*self.id == "UTC" {
            return self.id.to_string();
        }
        if name.starts_with(['+', '-']) {
            return TimeZone::fixed(info.offset().seconds()).id.to_string();
        }
        name.to_owned()
    }

    /// The distance of standard time, by two moments of the present year.
    fn raw_offset(&self) -> i64 {
        let (winter, summer) = self.solstices();
        if self.in_summer(winter) {
            self.offset_at(summer)
        } else {
            self.offset_at(winter)
        }
    }

    fn solstices(&self) -> (i64, i64) {
        let now = Timestamp::now().as_millisecond();
        let year = now.div_euclid(365 * DAY) * 365 * DAY;
        (year + 15 * DAY, year + 196 * DAY)
    }

    /// Whether the zone has summer time.
    pub fn uses_summer_time(&self) -> bool {
        let (winter, summer) = self.solstices();
        self.in_summer(winter) || self.in_summer(summer)
    }
}

/// `+2`, `-03:30`, `+0530` behind `GMT`.
fn custom(rest: &str) -> Option<TimeZone> {
    let sign = match rest.chars().next()? {
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    let digits = &rest[1..];
    let (hours, minutes) = match digits.split_once(':') {
        Some((hours, minutes)) if minutes.len() == 2 => (hours, minutes),
        Some(_) => return None,
        None if digits.len() > 2 => digits.split_at_checked(digits.len() - 2)?,
        None => (digits, "0"),
    };
    let number = |s: &str| s.parse::<i32>().ok().filter(|_| s.bytes().all(|b| b.is_ascii_digit()));
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    (hours < 24 && minutes < 60).then(|| {
        let seconds = sign * (hours * 60 + minutes) * 60;
        if seconds == 0 {
            TimeZone::gmt()
        } else {
            TimeZone::fixed(seconds)
        }
    })
}

fn available_ids(_: &mut Vm, _: &Value, _: &[Value]) -> Res {
    let ids = tz::db().available().map(|name| Value::str(name.as_str())).collect();
    Ok(Array::new(crate::registry::ClassId::STRING, ids).into())
}

fn of_zone_id(vm: &mut Vm, zone: &Value) -> Res<TimeZone> {
    let id = vm.to_text(zone)?;
    match id.chars().next() {
        Some('+' | '-') => Ok(TimeZone::of_id(&format!("GMT{id}"))),
        _ => Ok(TimeZone::of_id(&id)),
    }
}

/// `getDisplayName(summer, style)`: the abbreviation, or the long English name.
fn display_name(_: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let Some(zone) = this.as_host::<TimeZone>() else {
        return Ok(Value::Null);
    };
    let summer = args.first().is_some_and(|a| a.same(&Value::bool(true)));
    let short = args.get(1).is_some_and(|a| a.same(&Value::int(0)));
    let (winter_moment, summer_moment) = zone.solstices();
    let moment = if zone.in_summer(winter_moment) == summer {
        winter_moment
    } else {
        summer_moment
    };
    let abbreviation = zone.abbreviation(moment);
    Ok(Value::from(if short { abbreviation } else { long_name(&abbreviation) }))
}

/// The English name that an abbreviation stands for.
pub fn long_name(abbreviation: &str) -> String {
    match abbreviation {
        "UTC" => "Coordinated Universal Time",
        "GMT" => "Greenwich Mean Time",
        "CET" => "Central European Standard Time",
        "CEST" => "Central European Summer Time",
        "EET" => "Eastern European Standard Time",
        "EEST" => "Eastern European Summer Time",
        "WET" => "Western European Standard Time",
        "WEST" => "Western European Summer Time",
        "BST" => "British Summer Time",
        "EST" => "Eastern Standard Time",
        "EDT" => "Eastern Daylight Time",
        "CST" => "Central Standard Time",
        "CDT" => "Central Daylight Time",
        "MST" => "Mountain Standard Time",
        "MDT" => "Mountain Daylight Time",
        "PST" => "Pacific Standard Time",
        "PDT" => "Pacific Daylight Time",
        "JST" => "Japan Standard Time",
        "IST" => "India Standard Time",
        other => other,
    }
    .to_owned()
}

fn in_daylight_time(zone: &TimeZone, date: &super::date::Date) -> bool {
    zone.in_summer(date.millis.get())
}

fn to_string(zone: &TimeZone) -> String {
    format!(
        "sun.util.calendar.ZoneInfo[id=\"{}\",offset={},dstSavings={},useDaylight={},transitions=0,lastRule=null]",
        zone.id,
        zone.raw_offset(),
        if zone.uses_summer_time() { 3_600_000 } else { 0 },
        zone.uses_summer_time()
    )
}

fn to_zone_id(vm: &mut Vm, zone: &TimeZone) -> Res {
    let class = vm
        .class_by_name("java.time.ZoneId")
        .unwrap_or(crate::registry::ClassId::NONE);
    vm.call_method(&Value::class(class), "of", &[Value::str(&zone.id)])
}
