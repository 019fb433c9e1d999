//! The patterns of `SimpleDateFormat`: reading them, formatting by them, parsing by them.

use crate::jdk::util::civil::Civil;
use crate::jdk::util::moment::Moment;
use crate::jdk::util::time_zone::{TimeZone, long_name};

const MONTHS: [&str; 12] = [
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
const DAYS: [&str; 7] = [
    "Sunday",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
];

/// A part of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    /// Text that stands for itself.
    Text(String),
    /// A letter and how often it stands.
    Field(char, usize),
}

/// A pattern.
#[derive(Clone, Debug)]
pub struct DatePattern {
    /// As written.
    pub text: String,
    parts: Vec<Part>,
}

const LETTERS: &str = "GyYMLwWDdFEuaHkKhmsSzZX";

impl DatePattern {
    /// Reads a pattern; Java's message if it is none.
    pub fn new(text: &str) -> Result<DatePattern, String> {
        let mut parts: Vec<Part> = Vec::new();
        let push = |parts: &mut Vec<Part>, c: char| match parts.last_mut() {
            Some(Part::Text(text)) => text.push(c),
            _ => parts.push(Part::Text(c.to_string())),
        };
        let mut letters = text.chars().peekable();
        let mut quoted = false;
        while let Some(c) = letters.next() {
            if c == '\'' {
                if letters.next_if_eq(&'\'').is_some() {
                    push(&mut parts, '\'');
                } else {
                    quoted = !quoted;
                }
            } else if quoted || !c.is_ascii_alphabetic() {
                push(&mut parts, c);
            } else if LETTERS.contains(c) {
                let mut count = 1;
                while letters.next_if_eq(&c).is_some() {
                    count += 1;
                }
                parts.push(Part::Field(c, count));
            } else {
                return Err(format!("Illegal pattern character '{c}'"));
            }
        }
        if quoted {
            return Err("Unterminated quote".to_owned());
        }
        Ok(DatePattern {
            text: text.to_owned(),
            parts,
        })
    }

    /// A moment by the pattern.
    pub fn format(&self, millis: i64, zone: &TimeZone) -> String {
        let moment = Moment::at(millis, zone);
        let mut out = String::new();
        for part in &self.parts {
            match part {
                Part::Text(text) => out.push_str(text),
                Part::Field(letter, count) => format_field(&mut out, *letter, *count, &moment, millis, zone),
            }
        }
        out
    }

    /// Parses a text from a place: the moment and the place behind it, or the place where it failed.
    pub fn parse(
        &self,
        text: &str,
        from: usize,
        zone: &TimeZone,
        lenient: bool,
        now: i64,
    ) -> Result<(i64, usize), usize> {
        let units: Vec<char> = text.chars().collect();
        let mut reader = Reader {
            text: &units,
            at: from,
            fields: Fields::default(),
            zone,
            now,
        };
        for (i, part) in self.parts.iter().enumerate() {
            match part {
                Part::Text(literal) => reader.literal(literal)?,
                Part::Field(letter, count) => {
                    let abutting = matches!(self.parts.get(i + 1), Some(Part::Field(next, _)) if is_numeric(*next));
                    reader.field(*letter, *count, abutting)?;
                }
            }
        }
        let at = reader.at;
        match reader.fields.resolve(zone, lenient) {
            Some(millis) => Ok((millis, at)),
            None => Err(at),
        }
    }
}

fn is_numeric(letter: char) -> bool {
    !"GEazZX".contains(letter)
}

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

fn format_field(out: &mut String, letter: char, count: usize, moment: &Moment, millis: i64, zone: &TimeZone) {
    let date = moment.date;
    let year_of_era = if date.year > 0 { date.year } else { 1 - date.year };
    let weekday = moment.weekday();
    let mut number = |value: i64| out.push_str(&format!("{value:0count$}"));
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
            let first = crate::jdk::util::civil::day_of_week(date.to_day());
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
        let local = date
            .to_day()
            .saturating_mul(crate::jdk::util::civil::DAY)
            .saturating_add(of_day);
        Some(match (self.offset, &self.zone) {
            (Some(offset), _) => local - offset,
            (None, Some(named)) => named.to_moment(local),
            (None, None) => zone.to_moment(local),
        })
    }
}

struct Reader<'a> {
    text: &'a [char],
    at: usize,
    fields: Fields,
    zone: &'a TimeZone,
    now: i64,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at).copied()
    }

    fn literal(&mut self, literal: &str) -> Result<(), usize> {
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

    fn field(&mut self, letter: char, count: usize, abutting: bool) -> Result<(), usize> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(pattern: &str, text: &str) -> Result<(i64, usize), usize> {
        let pattern = DatePattern::new(pattern).unwrap_or_else(|message| panic!("{message}"));
        pattern.parse(text, 0, &TimeZone::gmt(), true, 1_700_000_000_000)
    }

    #[test]
    fn texts_are_parsed_as_java_does() {
        for (pattern, text, millis) in [
            ("yyyy-MM-dd", "2024-02-29", 1_709_164_800_000),
            ("yyyy-MM-dd'T'HH:mm:ssX", "2024-02-29T10:00:00Z", 1_709_200_800_000),
            (
                "yyyy-MM-dd'T'HH:mm:ssXXX",
                "2024-02-29T10:00:00+02:00",
                1_709_193_600_000,
            ),
            (
                "yyyy-MM-dd'T'HH:mm:ss.SSSZ",
                "2024-02-29T10:00:00.123+0000",
                1_709_200_800_123,
            ),
            (
                "EEE, dd MMM yyyy HH:mm:ss z",
                "Thu, 29 Feb 2024 10:00:00 GMT",
                1_709_200_800_000,
            ),
            ("yyyy-MM-dd", "2024-02-31", 1_709_337_600_000),
            ("yyyy-MM-dd", "2024-13-01", 1_735_689_600_000),
            ("yyyy-MM-dd", "24-1-2", -61_409_923_200_000),
            ("yy-MM-dd", "24-01-02", 1_704_153_600_000),
            ("yyyyMMddHHmmss", "20240102030405", 1_704_164_645_000),
            ("dd MMM yyyy", "2 jan 2024", 1_704_153_600_000),
            ("hh:mm a", "03:30 PM", 55_800_000),
            ("HH:mm:ss.SSS", "00:00:01.5", 1005),
        ] {
            assert_eq!(parse(pattern, text).map(|p| p.0), Ok(millis), "{text}");
        }
        assert_eq!(parse("yyyy-MM-dd", "2024/01/02"), Err(4));
        assert_eq!(parse("yyyy-MM-dd", ""), Err(0));
    }

    #[test]
    fn moments_are_formatted_as_java_does() {
        let at = |pattern: &str| {
            DatePattern::new(pattern)
                .map(|p| p.format(1_700_000_000_123, &TimeZone::gmt()))
                .unwrap_or_default()
        };
        assert_eq!(at("yyyy-MM-dd'T'HH:mm:ss.SSSZ"), "2023-11-14T22:13:20.123+0000");
        assert_eq!(at("EEE d MMM yy h:mm a z XXX"), "Tue 14 Nov 23 10:13 PM GMT Z");
        assert_eq!(at("EEEE MMMM D w W u k K"), "Tuesday November 318 46 3 2 22 10");
    }

    #[test]
    fn patterns_that_are_none_say_why() {
        assert_eq!(
            DatePattern::new("bogus").err().as_deref(),
            Some("Illegal pattern character 'b'")
        );
        assert_eq!(
            DatePattern::new("yyyy 'open").err().as_deref(),
            Some("Unterminated quote")
        );
    }
}
