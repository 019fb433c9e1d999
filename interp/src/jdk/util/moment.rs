//! A moment as the clock and calendar of a time zone show it.

use super::civil::{Civil, DAY, day_of_week};
use super::time_zone::TimeZone;

/// What calendar and clock show.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Moment {
    /// The date.
    pub date: Civil,
    /// Milliseconds since midnight.
    pub of_day: i64,
}

impl Moment {
    /// What a zone shows at a moment.
    pub fn at(millis: i64, zone: &TimeZone) -> Moment {
        Moment::of_local(millis.saturating_add(zone.offset_at(millis)))
    }

    /// From milliseconds of local time.
    pub fn of_local(local: i64) -> Moment {
        Moment {
            date: Civil::of_day(local.div_euclid(DAY)),
            of_day: local.rem_euclid(DAY),
        }
    }

    /// Milliseconds of local time.
    pub fn local(&self) -> i64 {
        self.date.to_day().saturating_mul(DAY).saturating_add(self.of_day)
    }

    /// The moment in a zone.
    pub fn millis(&self, zone: &TimeZone) -> i64 {
        zone.to_moment(self.local())
    }

    /// 0 to 23.
    pub fn hour(&self) -> i64 {
        self.of_day / 3_600_000
    }

    /// 0 to 59.
    pub fn minute(&self) -> i64 {
        self.of_day / 60_000 % 60
    }

    /// 0 to 59.
    pub fn second(&self) -> i64 {
        self.of_day / 1000 % 60
    }

    /// 0 to 999.
    pub fn milli(&self) -> i64 {
        self.of_day % 1000
    }

    /// 1 is Sunday.
    pub fn weekday(&self) -> i64 {
        day_of_week(self.date.to_day())
    }

    /// The same day and time of day so many months on; the day is cut to the month's length.
    pub fn plus_months(&self, months: i64) -> Moment {
        let total = self
            .date
            .year
            .saturating_mul(12)
            .saturating_add(self.date.month)
            .saturating_add(months);
        let mut date = Civil {
            year: total.div_euclid(12),
            month: total.rem_euclid(12),
            day: 1,
        };
        date.day = self.date.day.min(date.month_length());
        Moment { date, ..*self }
    }
}
