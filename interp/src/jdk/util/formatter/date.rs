//! Date and time: `%tY` and its kin, for dates, calendars, milliseconds and the values of `java.time`.

use crate::jdk::util::civil::{DAYS, MONTHS};
use crate::semantics::number::narrow_to_i64;
use crate::value::Value;
use crate::{Res, Vm};
use jiff::civil::{Date, Time};
use jiff::fmt::temporal::Pieces;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};

/// What a value tells of a point in time.
#[derive(Default)]
struct Moment {
    date: Option<Date>,
    time: Option<Time>,
    /// The zone's short name and its offset from UTC in seconds.
    zone: Option<(String, i32)>,
    /// Milliseconds since 1970.
    millis: Option<i64>,
}

/// A conversion's text; none if the value has no such part.
pub fn write(vm: &mut Vm, value: &Value, conversion: char) -> Res<Option<String>> {
    Ok(moment(vm, value)?.and_then(|moment| moment.text(conversion)))
}

fn is_a(vm: &Vm, value: &Value, class: &str) -> bool {
    vm.class_by_name(class)
        .is_some_and(|class| vm.is_instance(value, class))
}

fn moment(vm: &mut Vm, value: &Value) -> Res<Option<Moment>> {
    if let Value::Long(millis) = value {
        let zone = TimeZone::get(&vm.host.time_zone).unwrap_or(TimeZone::UTC);
        return Ok(at(*millis, zone));
    }
    if is_a(vm, value, "java.util.Date") {
        let millis = vm.call_method(value, "getTime", &[])?;
        let zone = TimeZone::get(&vm.host.time_zone).unwrap_or(TimeZone::UTC);
        return Ok(narrow_to_i64(&millis).and_then(|millis| at(millis, zone)));
    }
    if is_a(vm, value, "java.util.Calendar") {
        let millis = vm.call_method(value, "getTimeInMillis", &[])?;
        let zone = vm.call_method(value, "getTimeZone", &[])?;
        let zone = vm.call_method(&zone, "getID", &[])?;
        let zone = TimeZone::get(&vm.to_text(&zone)?).unwrap_or(TimeZone::UTC);
        return Ok(narrow_to_i64(&millis).and_then(|millis| at(millis, zone)));
    }
    let temporal = "java.time.temporal.TemporalAccessor";
    if is_a(vm, value, temporal) && !is_a(vm, value, "java.time.Instant") {
        let text = vm.to_text(value)?;
        return Ok(Some(read(&text)));
    }
    Ok(None)
}

fn at(millis: i64, zone: TimeZone) -> Option<Moment> {
    Some(zoned(
        &Timestamp::from_millisecond(millis).ok()?.to_zoned_datetime(zone),
    ))
}

fn zoned(zoned: &ZonedDateTime) -> Moment {
    let info = zoned.time_zone().to_offset_info(zoned.timestamp());
    Moment {
        date: Some(zoned.date()),
        time: Some(zoned.time()),
        zone: Some((info.abbreviation().to_string(), info.offset().seconds())),
        millis: Some(zoned.timestamp().as_millisecond()),
    }
}

/// A value of `java.time` from its text in ISO form.
fn read(text: &str) -> Moment {
    if let Ok(full) = text.parse::<ZonedDateTime>() {
        return zoned(&full);
    }
    if let Ok(time) = text.parse::<Time>() {
        return Moment {
            time: Some(time),
            ..Moment::default()
        };
    }
    let Ok(pieces) = Pieces::parse(text) else {
        return Moment::default();
    };
    let offset = pieces.to_numeric_offset();
    let millis = offset.zip(pieces.time()).and_then(|(offset, time)| {
        let local = pieces.date().to_datetime(time);
        offset.to_timestamp(local).ok().map(|t| t.as_millisecond())
    });
    Moment {
        date: Some(pieces.date()),
        time: pieces.time(),
        zone: offset.map(|o| (offset_text(o.seconds(), ":"), o.seconds())),
        millis,
    }
}

fn offset_text(seconds: i32, between: &str) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.abs() / 60;
    format!("{sign}{:02}{between}{:02}", minutes / 60, minutes % 60)
}

fn short(name: &str) -> String {
    name.chars().take(3).collect()
}

impl Moment {
    fn text(&self, conversion: char) -> Option<String> {
        match conversion {
            'H' | 'I' | 'k' | 'l' | 'M' | 'S' | 'L' | 'N' | 'p' => self.clock(conversion),
            'B' | 'b' | 'h' | 'A' | 'a' | 'C' | 'Y' | 'y' | 'j' | 'm' | 'd' | 'e' => self.calendar(conversion),
            'Q' => self.millis.map(|m| m.to_string()),
            's' => self.millis.map(|m| m.div_euclid(1000).to_string()),
            'z' => self.zone.as_ref().map(|(_, offset)| offset_text(*offset, "")),
            'Z' => self.zone.as_ref().map(|(name, _)| name.clone()),
            'R' => self.parts("H:M"),
            'T' => self.parts("H:M:S"),
            'r' => Some(format!(
                "{} {}",
                self.parts("I:M:S")?,
                self.clock('p')?.to_ascii_uppercase()
            )),
            'D' => self.parts("m/d/y"),
            'F' => self.parts("Y-m-d"),
            'c' => self.parts("a b d H:M:S Z Y"),
            _ => None,
        }
    }

    /// Several conversions with what stands between them.
    fn parts(&self, conversions: &str) -> Option<String> {
        let mut out = String::new();
        for c in conversions.chars() {
            if c.is_ascii_alphabetic() {
                out.push_str(&self.text(c)?);
            } else {
                out.push(c);
            }
        }
        Some(out)
    }

    fn clock(&self, conversion: char) -> Option<String> {
        let time = self.time?;
        let twelve = (time.hour() + 11) % 12 + 1;
        Some(match conversion {
            'H' => format!("{:02}", time.hour()),
            'I' => format!("{twelve:02}"),
            'k' => time.hour().to_string(),
            'l' => twelve.to_string(),
            'M' => format!("{:02}", time.minute()),
            'S' => format!("{:02}", time.second()),
            'L' => format!("{:03}", time.millisecond()),
            'N' => format!("{:09}", time.subsec_nanosecond()),
            _ if time.hour() < 12 => "am".into(),
            _ => "pm".into(),
        })
    }

    fn calendar(&self, conversion: char) -> Option<String> {
        let date = self.date?;
        let month = MONTHS.get(date.month() as usize - 1).copied().unwrap_or_default();
        let day = DAYS
            .get(date.weekday().to_sunday_zero_offset() as usize)
            .copied()
            .unwrap_or_default();
        Some(match conversion {
            'B' => month.into(),
            'b' | 'h' => short(month),
            'A' => day.into(),
            'a' => short(day),
            'C' => format!("{:02}", date.year() / 100),
            'Y' => format!("{:04}", date.year()),
            'y' => format!("{:02}", date.year() % 100),
            'j' => format!("{:03}", date.day_of_year()),
            'm' => format!("{:02}", date.month()),
            'd' => format!("{:02}", date.day()),
            _ => date.day().to_string(),
        })
    }
}
