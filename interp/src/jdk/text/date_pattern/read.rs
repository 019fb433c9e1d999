//! Parsing by a pattern: the parts that a text names, and the moment that they make.

use crate::jdk::util::civil::{Civil, DAY, DAYS, MONTHS, day_of_week};
use crate::jdk::util::moment::Moment;
use crate::jdk::util::time_zone::TimeZone;

/// What has been read.
#[derive(Default)]
struct Fields {
    era_bc: bool,
    year: Option<i64>,
    month: Option<i64>,
    day: Option<i64>,
    day_of_year: Option<i64>,
    weekday: Option<i64>,
    afternoon: Option<bool>,
    hour: Option<i64>,
    hour_of_half: Option<i64>,
    minute: i64,
    second: i64,
    milli: i64,
    offset: Option<i64>,
    zone: Option<TimeZone>,
}

impl Fields {
    /// The moment; none for dates that there are not, where the format is not lenient.
    fn resolve(&self, zone: &TimeZone, lenient: bool) -> Option<i64> {
        let year = match (self.year.unwrap_or(1970), self.era_bc) {
            (year, true) => 1 - year,
            (year, false) => year,
        };
        let mut date = Civil {
            year,
            month: self.month.unwrap_or(0),
            day: self.day.unwrap_or(1),
        };
        if let (Some(day), None, None) = (self.day_of_year, self.month, self.day) {
            date = Civil { month: 0, day, ..date };
        } else if let (Some(weekday), None) = (self.weekday, self.day) {
            let first = day_of_week(date.to_day());
            date.day += (weekday - first).rem_euclid(7);
        }
        let hour = match (self.hour, self.hour_of_half) {
            (Some(hour), _) => hour,
            (None, Some(half)) => half + if self.afternoon == Some(true) { 12 } else { 0 },
            (None, None) => {
                if self.afternoon == Some(true) {
                    12
                } else {
                    0
                }
            }
        };
        let fits = (0..12).contains(&date.month)
            && (1..=date.month_length()).contains(&date.day)
            && (0..24).contains(&hour)
            && (0..60).contains(&self.minute)
            && (0..60).contains(&self.second)
            && (0..1000).contains(&self.milli);
        if !lenient && !fits {
            return None;
        }
        let of_day = ((hour * 60 + self.minute) * 60 + self.second) * 1000 + self.milli;
        let local = date.to_day().saturating_mul(DAY).saturating_add(of_day);
        Some(match (self.offset, &self.zone) {
            (Some(offset), _) => local - offset,
            (None, Some(named)) => named.to_moment(local),
            (None, None) => zone.to_moment(local),
        })
    }
}

/// A text that is read letter by letter of the pattern.
pub(super) struct Reader<'a> {
    text: &'a [char],
    at: usize,
    fields: Fields,
    zone: &'a TimeZone,
    now: i64,
}

impl<'a> Reader<'a> {
    /// A reader of a text from a place on; years of two digits lie around `now`.
    pub(super) fn new(text: &'a [char], at: usize, zone: &'a TimeZone, now: i64) -> Reader<'a> {
        Reader {
            text,
            at,
            fields: Fields::default(),
            zone,
            now,
        }
    }

    /// What was read, and the place behind it; the place alone for a date that there is not.
    pub(super) fn moment(&self, lenient: bool) -> Result<(i64, usize), usize> {
        match self.fields.resolve(self.zone, lenient) {
            Some(millis) => Ok((millis, self.at)),
            None => Err(self.at),
        }
    }

    fn peek(&self) -> Option<char> {
        self.text.get(self.at).copied()
    }

    /// Text that stands for itself.
    pub(super) fn literal(&mut self, literal: &str) -> Result<(), usize> {
        for c in literal.chars() {
            if self.peek() != Some(c) {
                return Err(self.at);
            }
            self.at += 1;
        }
        Ok(())
    }

    /// A number; no more digits than the field has letters where another number follows at once.
    fn number(&mut self, most: usize) -> Result<(i64, usize), usize> {
        let start = self.at;
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
        let negative = self.peek() == Some('-');
        if negative {
            self.at += 1;
        }
        let from = self.at;
        let mut value = 0i64;
        while let Some(digit) = self
            .peek()
            .and_then(|c| c.to_digit(10))
            .filter(|_| self.at - from < most)
        {
            value = value.saturating_mul(10).saturating_add(i64::from(digit));
            self.at += 1;
        }
        if self.at == from {
            self.at = start;
            return Err(start);
        }
        Ok((if negative { -value } else { value }, self.at - from))
    }

    /// One of some names, in full or by its first three letters, in any case: its place.
    fn name(&mut self, names: &[&str]) -> Result<i64, usize> {
        let rest: String = self.text.iter().skip(self.at).collect::<String>().to_lowercase();
        for short in [false, true] {
            for (i, name) in names.iter().enumerate() {
                let name = if short { &name[..3.min(name.len())] } else { name };
                if rest.starts_with(&name.to_lowercase()) {
                    self.at += name.len();
                    return Ok(i as i64);
                }
            }
        }
        Err(self.at)
    }

    /// The part that some letters of the pattern stand for; no more digits than letters where another number follows at once.
    pub(super) fn field(&mut self, letter: char, count: usize, abutting: bool) -> Result<(), usize> {
        let most = if abutting { count } else { usize::MAX };
        match letter {
            'G' => self.fields.era_bc = self.name(&["BC", "AD"])? == 0,
            'y' | 'Y' => {
                let (year, digits) = self.number(most)?;
                self.fields.year = Some(if count <= 2 && digits == 2 {
                    self.full_year(year)
                } else {
                    year
                });
            }
            'M' | 'L' if count > 2 => self.fields.month = Some(self.name(&MONTHS)?),
            'M' | 'L' => self.fields.month = Some(self.number(most)?.0 - 1),
            'd' => self.fields.day = Some(self.number(most)?.0),
            'D' => self.fields.day_of_year = Some(self.number(most)?.0),
            'E' => self.fields.weekday = Some(self.name(&DAYS)? + 1),
            'a' => self.fields.afternoon = Some(self.name(&["AM", "PM"])? == 1),
            'H' => self.fields.hour = Some(self.number(most)?.0),
            'k' => self.fields.hour = Some(self.number(most)?.0 % 24),
            'K' => self.fields.hour_of_half = Some(self.number(most)?.0),
            'h' => self.fields.hour_of_half = Some(self.number(most)?.0 % 12),
            'm' => self.fields.minute = self.number(most)?.0,
            's' => self.fields.second = self.number(most)?.0,
            'S' => self.fields.milli = self.number(most)?.0,
            'z' | 'Z' => self.zone()?,
            'X' => self.iso_offset(count)?,
            _ => {
                self.number(most)?;
            }
        }
        Ok(())
    }

    /// Two digits stand for the year within 80 years before and 20 after the present one.
    fn full_year(&self, short: i64) -> i64 {
        let start = Moment::at(self.now, self.zone).plus_months(-80 * 12).date.year;
        let year = start - start.rem_euclid(100) + short;
        if year < start { year + 100 } else { year }
    }

    fn zone(&mut self) -> Result<(), usize> {
        let start = self.at;
        if matches!(self.peek(), Some('+' | '-')) {
            return self.offset(false, true);
        }
        let word: String = self
            .text
            .iter()
            .skip(self.at)
            .take_while(|c| c.is_alphanumeric() || "/_".contains(**c))
            .collect();
        if word.is_empty() {
            return Err(start);
        }
        if matches!(word.as_str(), "GMT" | "UTC") && matches!(self.text.get(self.at + 3), Some('+' | '-')) {
            self.at += 3;
            return self.offset(true, true);
        }
        let summer = [
            ("CEST", 2),
            ("EEST", 3),
            ("BST", 1),
            ("EDT", -4),
            ("CDT", -5),
            ("MDT", -6),
            ("PDT", -7),
            ("CET", 1),
            ("EET", 2),
        ];
        self.at += word.len();
        if let Some((_, hours)) = summer.iter().find(|(name, _)| *name == word) {
            self.fields.offset = Some(hours * 3_600_000);
            return Ok(());
        }
        let zone = TimeZone::of_id(&word);
        if *zone.id != *word {
            self.at = start;
            return Err(start);
        }
        self.fields.zone = Some(zone);
        Ok(())
    }

    /// `+hh:mm`, `+hhmm`, `+h`.
    fn offset(&mut self, short: bool, minutes: bool) -> Result<(), usize> {
        let start = self.at;
        let sign = if self.peek() == Some('-') { -1 } else { 1 };
        self.at += 1;
        let digit = |reader: &mut Self| {
            let digit = reader.peek().and_then(|c| c.to_digit(10)).map(i64::from);
            reader.at += usize::from(digit.is_some());
            digit
        };
        let (Some(first), second) = (digit(self), digit(self)) else {
            return Err(start);
        };
        let mut total = match second {
            Some(second) => first * 10 + second,
            None if short => first,
            None => return Err(start),
        } * 60;
        if minutes {
            let colon = self.peek() == Some(':');
            self.at += usize::from(colon);
            match (digit(self), digit(self)) {
                (Some(first), Some(second)) => total += first * 10 + second,
                (None, None) if !colon && short => {}
                _ => return Err(start),
            }
        }
        self.fields.offset = Some(sign * total * 60_000);
        Ok(())
    }

    fn iso_offset(&mut self, count: usize) -> Result<(), usize> {
        let start = self.at;
        match self.peek() {
            Some('Z') => {
                self.at += 1;
                self.fields.offset = Some(0);
                Ok(())
            }
            Some('+' | '-') => {
                self.offset(false, count > 1)?;
                let colon = self.text.get(start + 3) == Some(&':');
                if count > 1 && colon != (count == 3) {
                    Err(start)
                } else {
                    Ok(())
                }
            }
            _ => Err(start),
        }
    }
}
