//! What the readers of JSON share: units of text, numbers, escapes, and the layout of their complaints.

use crate::jdk::throwables;
use crate::number::{BigDecimal, BigInteger};
use crate::registry::Class;
use crate::value::{Str, Throwable, Value};
use crate::{Thrown, Vm};
use std::hash::Hash;
use std::rc::Rc;

/// A unit of text: a byte of an ASCII string or a UTF-16 unit of another.
pub(super) trait Unit: Copy + Eq + Hash + Into<u16> {
    /// A string of units.
    fn to_str(units: &[Self]) -> Rc<Str>;

    /// The place of the first quote or backslash.
    fn find_mark(units: &[Self]) -> Option<usize>;
}

impl Unit for u8 {
    fn to_str(units: &[u8]) -> Rc<Str> {
        Str::from_ascii(units)
    }

    fn find_mark(units: &[u8]) -> Option<usize> {
        memchr::memchr2(b'"', b'\\', units)
    }
}

impl Unit for u16 {
    fn to_str(units: &[u16]) -> Rc<Str> {
        Str::from_units(units)
    }

    fn find_mark(units: &[u16]) -> Option<usize> {
        units
            .iter()
            .position(|unit| [u16::from(b'"'), u16::from(b'\\')].contains(unit))
    }
}

/// Why a text is no JSON.
pub(super) enum Failure {
    /// A `JsonException`, with the exception that led to it.
    Json(String, Option<Box<Failure>>),
    /// Another exception, which Groovy lets through or takes for the cause.
    Other(&'static Class, Option<String>),
    /// An exception that is already on its way: a limit was passed.
    Thrown(Thrown),
}

impl From<Thrown> for Failure {
    fn from(thrown: Thrown) -> Failure {
        Failure::Thrown(thrown)
    }
}

impl Failure {
    /// Throws what went wrong.
    pub(super) fn throw(self, vm: &mut Vm) -> Thrown {
        match self {
            Failure::Thrown(thrown) => thrown,
            other => {
                let exception = other.exception();
                vm.throw_value(exception)
            }
        }
    }

    fn exception(self) -> Value {
        let (class, message, cause) = match self {
            Failure::Json(message, cause) => (&throwables::JSON_EXCEPTION, Some(message), cause),
            Failure::Other(class, message) => (class, message, None),
            Failure::Thrown(_) => return Value::Null,
        };
        let exception = Throwable::new(class.id(), message.map(|m| Str::new(&m)));
        if let Some(cause) = cause {
            *exception.cause.borrow_mut() = cause.exception();
        }
        Value::Throwable(exception)
    }
}

/// A read past the end of the text.
pub(super) fn out_of_bounds(index: usize, length: usize) -> Failure {
    let message = format!("Index {index} out of bounds for length {length}");
    Failure::Other(&throwables::ARRAY_INDEX_OUT_OF_BOUNDS_EXCEPTION, Some(message))
}

/// `'x' with an int value of 120`.
pub(super) fn describe(unit: u16) -> String {
    let shown = match unit {
        0x20 => "[SPACE]".to_owned(),
        0x09 => "[TAB]".to_owned(),
        0x0a => "[NEWLINE]".to_owned(),
        other => format!("'{}'", String::from_utf16_lossy(&[other])),
    };
    format!("{shown} with an int value of {unit}")
}

/// A complaint with the current character, the line and a mark below the place.
pub(super) fn details<U: Unit>(message: &str, text: &[U], index: usize, current: u16) -> String {
    let is_break = |u: &U| -> bool { (*u).into() == 0x0a };
    let before = &text[..index.min(text.len())];
    let line = before.iter().filter(|u| is_break(u)).count() + 1;
    let start = before.iter().rposition(is_break).map_or(0, |i| i + 1);
    let rest = &text[start..];
    let end = rest.iter().position(is_break).unwrap_or(rest.len());
    let shown: Vec<u16> = rest[..end].iter().map(|u| (*u).into()).collect();
    format!(
        "{message}\n\nThe current character read is {}\n{message}\nline number {line}\nindex number {index}\n{}\n{}^",
        describe(current),
        String::from_utf16_lossy(&shown),
        ".".repeat(index.saturating_sub(start)),
    )
}

/// A number as Groovy's readers take it: `Integer`, else `Long` (which wraps), else `BigDecimal` with digits and scale kept.
/// Also the place after it.
pub(super) fn number<U: Unit>(text: &[U], from: usize) -> Result<(Value, usize), Failure> {
    let unit = |i: usize| text.get(i).map(|u| -> u16 { (*u).into() });
    let mut end = from + usize::from(unit(from) == Some(u16::from(b'-')));
    if end >= text.len() {
        return Err(died("died".to_owned()));
    }
    let (mut dot, mut plain) = (false, true);
    while let Some(u) = unit(end) {
        match u8::try_from(u).unwrap_or(b'?') {
            b'0'..=b'9' => {}
            0..=32 | b',' | b'}' | b']' => break,
            b'.' if !dot => dot = true,
            b'E' | b'e' | b'-' | b'+' => plain = false,
            _ => {
                let shown = String::from_utf16_lossy(&[u]);
                return Err(died(format!("unexpected character {shown}")));
            }
        }
        end += 1;
    }
    let digits: String = text[from..end]
        .iter()
        .map(|u| char::from(u8::try_from((*u).into()).unwrap_or(b'?')))
        .collect();
    let value = if dot || !plain {
        Value::big_decimal(decimal(&digits)?)
    } else if digits == "-" {
        return Err(died("died".to_owned()));
    } else {
        integer(&digits)
    };
    Ok((value, end))
}

/// A `JsonException` of the class that Groovy uses for malformed numbers.
fn died(message: String) -> Failure {
    Failure::Other(&throwables::JSON_INTERNAL_EXCEPTION, Some(message))
}

/// What has at most as many characters as the largest int, and compares below it, is an `Integer`.
fn integer(digits: &str) -> Value {
    let negative = digits.starts_with('-');
    let largest = if negative { "-2147483648" } else { "2147483647" };
    let wrapped = digits
        .trim_start_matches('-')
        .bytes()
        .fold(0i64, |n, d| n.wrapping_mul(10).wrapping_add(i64::from(d) - 48));
    let number = if negative { wrapped.wrapping_neg() } else { wrapped };
    let short = digits.len() < largest.len() || (digits.len() == largest.len() && digits <= largest);
    if short {
        Value::int(number as i32)
    } else {
        Value::Long(number)
    }
}

/// `new BigDecimal(text)`.
fn decimal(text: &str) -> Result<BigDecimal, Failure> {
    let malformed = |message: Option<String>| Failure::Other(&throwables::NUMBER_FORMAT_EXCEPTION, message);
    let (mantissa, exponent) = match text.find(['e', 'E']) {
        Some(at) => (&text[..at], Some(&text[at + 1..])),
        None => (text, None),
    };
    let exponent = match exponent.map(|e| e.strip_prefix('+').unwrap_or(e)) {
        None => 0,
        Some("" | "-") => return Err(malformed(None)),
        Some(e) => match e.parse::<i32>() {
            Ok(e) => e,
            Err(_) if e.trim_start_matches('-').bytes().all(|b| b.is_ascii_digit()) => {
                return Err(malformed(Some("Too many nonzero exponent digits.".to_owned())));
            }
            Err(_) => return Err(malformed(Some("Not a digit.".to_owned()))),
        },
    };
    let unsigned = mantissa.strip_prefix('-').unwrap_or(mantissa);
    if let Some(bad) = unsigned.chars().find(|c| !c.is_ascii_digit() && *c != '.') {
        return Err(malformed(Some(format!(
            "Character {bad} is neither a decimal digit number, decimal point, nor \"e\" notation exponential mark."
        ))));
    }
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let Ok(magnitude) = format!("{whole}{fraction}").parse::<BigInteger>() else {
        return Err(malformed(Some("No digits found.".to_owned())));
    };
    let unscaled = if mantissa.starts_with('-') {
        -magnitude
    } else {
        magnitude
    };
    match i32::try_from(fraction.len() as i64 - i64::from(exponent)) {
        Ok(scale) => Ok(BigDecimal { unscaled, scale }),
        Err(_) => Err(malformed(Some("Scale out of range.".to_owned()))),
    }
}

/// The text between quotes with its escapes resolved.
pub(super) fn unescape<U: Unit>(units: &[U], length: usize) -> Result<Rc<Str>, Failure> {
    let undecodable = || Failure::Json("Unable to decode string".to_owned(), None);
    let mut out: Vec<u16> = Vec::with_capacity(units.len());
    let mut rest = units.iter().map(|u| -> u16 { (*u).into() });
    while let Some(u) = rest.next() {
        if u != u16::from(b'\\') {
            out.push(u);
            continue;
        }
        let Some(escape) = rest.next() else {
            return Err(out_of_bounds(length, length));
        };
        out.push(match u8::try_from(escape).unwrap_or(0) {
            b'n' => 0x0a,
            b'r' => 0x0d,
            b't' => 0x09,
            b'b' => 0x08,
            b'f' => 0x0c,
            c @ (b'/' | b'"' | b'\\') => u16::from(c),
            b'u' => {
                let digits: Vec<u16> = rest.by_ref().take(4).collect();
                if digits.len() < 4 {
                    out.extend(digits);
                    continue;
                }
                hexadecimal(&digits)?
            }
            _ => return Err(undecodable()),
        });
    }
    Ok(Str::from_units(&out))
}

fn hexadecimal(digits: &[u16]) -> Result<u16, Failure> {
    let text = String::from_utf16_lossy(digits);
    u16::from_str_radix(&text, 16).map_err(|_| {
        let message = format!("For input string: \"{text}\" under radix 16");
        Failure::Other(&throwables::NUMBER_FORMAT_EXCEPTION, Some(message))
    })
}
