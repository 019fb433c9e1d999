//! Days and civil dates, as `GregorianCalendar` counts them: Julian before 15 October 1582, Gregorian from then on.

/// The first day of the Gregorian calendar, counted from 1 January 1970.
const CUTOVER: i64 = -141_427;

/// The milliseconds of a day.
pub const DAY: i64 = 86_400_000;

/// The months' names.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The names of the days of the week, from Sunday.
pub const DAYS: [&str; 7] = [
    "Sunday",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
];

/// A day of the calendar. The year before 1 is 0, as astronomers count.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Civil {
    /// The year.
    pub year: i64,
    /// The month, from 0.
    pub month: i64,
    /// The day, from 1.
    pub day: i64,
}

/// Days from 1 March of year 0 to 1 January 1970.
const GREGORIAN_SHIFT: i64 = 719_468;
const JULIAN_SHIFT: i64 = 719_470;

impl Civil {
    /// The date of a day counted from 1 January 1970.
    pub fn of_day(day: i64) -> Civil {
        let gregorian = day >= CUTOVER;
        let (era_days, shift) = if gregorian {
            (146_097, GREGORIAN_SHIFT)
        } else {
            (1_461, JULIAN_SHIFT)
        };
        let shifted = day.saturating_add(shift);
        let era = shifted.div_euclid(era_days);
        let of_era = shifted.rem_euclid(era_days);
        let year_of_era = if gregorian {
            (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365
        } else {
            (of_era - of_era / 1_460) / 365
        };
        let leap_days = if gregorian {
            year_of_era / 4 - year_of_era / 100
        } else {
            year_of_era / 4
        };
        let of_year = of_era - (365 * year_of_era + leap_days);
        let from_march = (5 * of_year + 2) / 153;
        let month = if from_march < 10 {
            from_march + 2
        } else {
            from_march - 10
        };
        let years = if gregorian { 400 } else { 4 };
        Civil {
            year: year_of_era + era * years + i64::from(month < 2),
            month,
            day: of_year - (153 * from_march + 2) / 5 + 1,
        }
    }

    /// The day counted from 1 January 1970. Months and days may lie outside their year and month, as a lenient calendar takes
    /// them.
    pub fn to_day(self) -> i64 {
        let year = self
            .year
            .saturating_add(self.month.div_euclid(12))
            .clamp(-300_000_000, 300_000_000);
        let month = self.month.rem_euclid(12);
        let first = |gregorian: bool| {
            let year = year - i64::from(month < 2);
            let (years, era_days, shift) = if gregorian {
                (400, 146_097, GREGORIAN_SHIFT)
            } else {
                (4, 1_461, JULIAN_SHIFT)
            };
            let era = year.div_euclid(years);
            let of_era = year.rem_euclid(years);
            let from_march = (month + 10) % 12;
            let leap_days = if gregorian {
                of_era / 4 - of_era / 100
            } else {
                of_era / 4
            };
            era * era_days + of_era * 365 + leap_days + (153 * from_march + 2) / 5 - shift
        };
        let gregorian = first(true).saturating_add(self.day - 1);
        if gregorian >= CUTOVER {
            gregorian
        } else {
            first(false).saturating_add(self.day - 1).min(CUTOVER - 1)
        }
    }

    /// How many days its month has.
    pub fn month_length(self) -> i64 {
        let first = Civil { day: 1, ..self };
        let next = Civil {
            month: self.month + 1,
            ..first
        };
        next.to_day() - first.to_day()
    }

    /// The day of the year, from 1.
    pub fn day_of_year(self) -> i64 {
        let first = Civil {
            month: 0,
            day: 1,
            ..self
        };
        self.to_day() - first.to_day() + 1
    }
}

/// The day of the week of a day: 1 is Sunday, as `Calendar` counts.
pub fn day_of_week(day: i64) -> i64 {
    day.saturating_add(4).rem_euclid(7) + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_dates_agree_across_the_cutover() {
        for day in (-800_000..200_000)
            .step_by(97)
            .chain([CUTOVER - 1, CUTOVER, CUTOVER + 1])
        {
            assert_eq!(Civil::of_day(day).to_day(), day);
        }
        let last_julian = Civil::of_day(CUTOVER - 1);
        assert_eq!((last_julian.year, last_julian.month, last_julian.day), (1582, 9, 4));
        let year = Civil {
            year: 24,
            month: 0,
            day: 2,
        };
        assert_eq!(year.to_day() * DAY, -61_409_923_200_000);
    }

    #[test]
    fn dates_outside_their_month_move_on() {
        let date = Civil {
            year: 2024,
            month: 12,
            day: 32,
        };
        let moved = Civil::of_day(date.to_day());
        assert_eq!((moved.year, moved.month, moved.day), (2025, 1, 1));
        assert_eq!(day_of_week(0), 5);
    }
}
