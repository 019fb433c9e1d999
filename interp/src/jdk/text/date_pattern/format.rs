//! A moment's parts as a pattern's letters show them.

use crate::jdk::util::civil::{DAYS, MONTHS};
use crate::jdk::util::moment::Moment;
use crate::jdk::util::time_zone::{TimeZone, long_name};

/// The time zone's distance as `+0100`, `+01:00` or `+01`.
fn offset_text(offset: i64, minutes: bool, colon: bool) -> String {
    let sign = if offset < 0 { '-' } else { '+' };
    let total = offset.abs() / 60_000;
    let mut out = format!("{sign}{:02}", total / 60);
    if minutes {
        if colon {
            out.push(':');
        }
        out.push_str(&format!("{:02}", total % 60));
    }
    out
}

/// The number of the week, when weeks begin on Sunday and the first holds the first day.
fn week(day_in_period: i64, weekday: i64) -> i64 {
    let first_weekday = (weekday - (day_in_period - 1)).rem_euclid(7);
    (day_in_period + first_weekday - 1).div_euclid(7) + 1
}

pub(super) fn format_field(
    out: &mut String,
    letter: char,
    count: usize,
    moment: &Moment,
    millis: i64,
    zone: &TimeZone,
) {
    let date = moment.date;
    let year_of_era = if date.year > 0 { date.year } else { 1 - date.year };
    let weekday = moment.weekday();
    let mut number = |value: i64| {
        let (sign, digits) = (if value < 0 { "-" } else { "" }, value.unsigned_abs().to_string());
        let zeros = count.saturating_sub(sign.len() + digits.len());
        out.push_str(sign);
        out.extend(std::iter::repeat_n('0', zeros));
        out.push_str(&digits);
    };
    match letter {
        'y' | 'Y' if count == 2 => number(year_of_era % 100),
        'y' | 'Y' => number(year_of_era),
        'M' | 'L' if count > 2 => {
            let name = MONTHS.get(date.month as usize).copied().unwrap_or_default();
            out.push_str(if count == 3 { &name[..3] } else { name });
        }
        'M' | 'L' => number(date.month + 1),
        'd' => number(date.day),
        'D' => number(date.day_of_year()),
        'F' => number((date.day - 1) / 7 + 1),
        'w' => number(week(date.day_of_year(), weekday - 1)),
        'W' => number(week(date.day, weekday - 1)),
        'E' => {
            let name = DAYS.get((weekday - 1) as usize).copied().unwrap_or_default();
            out.push_str(if count < 4 { &name[..3] } else { name });
        }
        'u' => number(if weekday == 1 { 7 } else { weekday - 1 }),
        'a' => out.push_str(if moment.hour() < 12 { "AM" } else { "PM" }),
        'H' => number(moment.hour()),
        'k' => number(if moment.hour() == 0 { 24 } else { moment.hour() }),
        'K' => number(moment.hour() % 12),
        'h' => number(if moment.hour() % 12 == 0 {
            12
        } else {
            moment.hour() % 12
        }),
        'm' => number(moment.minute()),
        's' => number(moment.second()),
        'S' => number(moment.milli()),
        'G' => out.push_str(if date.year > 0 { "AD" } else { "BC" }),
        'z' => {
            let short = zone.abbreviation(millis);
            out.push_str(&if count < 4 { short } else { long_name(&short) });
        }
        'Z' => out.push_str(&offset_text(zone.offset_at(millis), true, false)),
        'X' if zone.offset_at(millis) == 0 => out.push('Z'),
        'X' => out.push_str(&offset_text(zone.offset_at(millis), count > 1, count > 2)),
        _ => {}
    }
}
