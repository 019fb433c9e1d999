//! Reading numbers from text, with Java's exceptions.

use crate::jdk::throwables;
use crate::number::{BigDecimal, BigInteger, integer};
use crate::value::Str;
use crate::{Res, Thrown, Vm};
use num_traits::{Num, Signed};
use std::fmt::Display;
use std::rc::Rc;

/// NumberFormatException.
pub fn bad_format(vm: &mut Vm, message: impl Display) -> Thrown {
    vm.throw(&throwables::NUMBER_FORMAT_EXCEPTION, message)
}

fn bad_input(vm: &mut Vm, text: &str, radix: i32) -> Thrown {
    let under = if radix == 10 {
        String::new()
    } else {
        format!(" under radix {radix}")
    };
    bad_format(vm, format!("For input string: \"{text}\"{under}"))
}

fn check_radix(vm: &mut Vm, radix: i32) -> Res<u32> {
    match radix {
        ..2 => Err(bad_format(vm, format!("radix {radix} less than Character.MIN_RADIX"))),
        37.. => Err(bad_format(
            vm,
            format!("radix {radix} greater than Character.MAX_RADIX"),
        )),
        _ => Ok(radix as u32),
    }
}

/// The ASCII form of digits in any script; other text as it is.
fn plain_digits(text: &str) -> String {
    let digit = |c: char| match crate::jdk::lang::character::digit(c as u32, 36) {
        Some(digit) => char::from_digit(digit, 36).unwrap_or(c),
        None => c,
    };
    text.chars().map(digit).collect()
}

/// A whole number between two bounds.
fn whole(vm: &mut Vm, text: &Str, radix: i32, least: i64, most: i64) -> Res<i64> {
    let base = check_radix(vm, radix)?;
    let text = text.text();
    let plain = if text.is_ascii() {
        text.to_string()
    } else {
        plain_digits(&text)
    };
    // Rust's own reader differs in taking "+-1" for no number as Java does, and nothing else.
    match i64::from_str_radix(&plain, base) {
        Ok(number) if (least..=most).contains(&number) => Ok(number),
        _ => Err(bad_input(vm, &text, radix)),
    }
}

/// `Integer.parseInt(text, radix)`.
pub fn int(vm: &mut Vm, text: &Str, radix: i32) -> Res<i32> {
    whole(vm, text, radix, i32::MIN.into(), i32::MAX.into()).map(|i| i as i32)
}

/// `Long.parseLong(text, radix)`.
pub fn long(vm: &mut Vm, text: &Str, radix: i32) -> Res<i64> {
    whole(vm, text, radix, i64::MIN, i64::MAX)
}

/// The text of a call, or the exception for null.
pub fn given<'a>(vm: &mut Vm, text: Option<&'a Rc<Str>>) -> Res<&'a Rc<Str>> {
    match text {
        Some(text) => Ok(text),
        None => Err(bad_format(vm, "Cannot parse null string")),
    }
}

/// A number without sign up to a bound, as `Integer.parseUnsignedInt` reads it.
pub fn unsigned(vm: &mut Vm, text: &Str, radix: i32, most: u64, kind: &str) -> Res<u64> {
    let base = check_radix(vm, radix)?;
    let shown = text.text();
    if shown.starts_with('-') {
        let message = format!("Illegal leading minus sign on unsigned string {shown}.");
        return Err(bad_format(vm, message));
    }
    let digits = shown.strip_prefix('+').unwrap_or(&shown);
    if digits.is_empty() || !digits.chars().all(|c| c.is_digit(base)) {
        return Err(bad_input(vm, &shown, radix));
    }
    match u64::from_str_radix(digits, base) {
        Ok(number) if number <= most => Ok(number),
        _ => Err(bad_format(vm, format!("String value {shown} exceeds range of {kind}."))),
    }
}

/// `Integer.decode(text)` and its kin.
pub fn decode(vm: &mut Vm, text: &Str, least: i64, most: i64) -> Res<i64> {
    let shown = text.text();
    if shown.is_empty() {
        return Err(bad_format(vm, "Zero length string"));
    }
    let (negative, rest) = match shown.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, shown.strip_prefix('+').unwrap_or(&shown)),
    };
    let prefixed = ["0x", "0X", "#"].iter().find_map(|p| rest.strip_prefix(p));
    let (digits, radix) = match prefixed {
        Some(digits) => (digits, 16),
        None if rest.len() > 1 && rest.starts_with('0') => (rest.get(1..).unwrap_or_default(), 8),
        None => (rest, 10),
    };
    if digits.starts_with(['-', '+']) {
        return Err(bad_format(vm, "Sign character in wrong position"));
    }
    let signed = format!("{}{digits}", if negative { "-" } else { "" });
    match i64::from_str_radix(&signed, radix) {
        Ok(number) if (least..=most).contains(&number) => Ok(number),
        Ok(number) if least > i64::from(i32::MIN) => Err(bad_format(
            vm,
            format!("Value {number} out of range from input {shown}"),
        )),
        _ => Err(bad_input(vm, digits, radix as i32)),
    }
}

fn narrow(vm: &mut Vm, text: &Str, radix: i32, least: i32, most: i32) -> Res<i32> {
    match int(vm, text, radix)? {
        number if (least..=most).contains(&number) => Ok(number),
        _ => Err(bad_format(
            vm,
            format!("Value out of range. Value:\"{text}\" Radix:{radix}"),
        )),
    }
}

/// `Short.parseShort(text, radix)`.
pub fn short(vm: &mut Vm, text: &Str, radix: i32) -> Res<i16> {
    narrow(vm, text, radix, i16::MIN.into(), i16::MAX.into()).map(|i| i as i16)
}

/// `Byte.parseByte(text, radix)`.
pub fn byte(vm: &mut Vm, text: &Str, radix: i32) -> Res<i8> {
    narrow(vm, text, radix, i8::MIN.into(), i8::MAX.into()).map(|i| i as i8)
}

/// `Double.parseDouble(text)`.
pub fn double(vm: &mut Vm, text: &Str) -> Res<f64> {
    let shown = text.text();
    let shown = shown.trim_matches(|c: char| c <= ' ');
    if shown.is_empty() {
        return Err(bad_format(vm, "empty String"));
    }
    match floating(shown) {
        Some(number) => Ok(number),
        None if has_two_points(shown) => Err(bad_format(vm, "multiple points")),
        None => Err(bad_input(vm, shown, 10)),
    }
}

/// `Float.parseFloat(text)`: rounded once, from the decimal text.
pub fn float(vm: &mut Vm, text: &Str) -> Res<f32> {
    let wide = double(vm, text)?;
    let shown = text.text();
    let decimal = shown
        .trim_matches(|c: char| c <= ' ')
        .trim_end_matches(['f', 'F', 'd', 'D']);
    Ok(decimal.parse::<f32>().unwrap_or(wide as f32))
}

/// Whether digits with two points begin a text: Java has a message of its own for that.
fn has_two_points(text: &str) -> bool {
    let number = text.trim_start_matches(['-', '+']);
    let run = number
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(number.len());
    number.get(..run).is_some_and(|run| run.matches('.').count() > 1)
}

/// A `double` in Java's syntax: decimal or hexadecimal, with a suffix; `NaN` and `Infinity` in just these words.
fn floating(text: &str) -> Option<f64> {
    let (negative, body) = match text.as_bytes().first()? {
        b'-' => (true, text.get(1..)?),
        b'+' => (false, text.get(1..)?),
        _ => (false, text),
    };
    let magnitude = match body {
        "NaN" => f64::NAN,
        "Infinity" => f64::INFINITY,
        _ => {
            let digits = body.strip_suffix(['f', 'F', 'd', 'D']).unwrap_or(body);
            match body.get(..2) {
                Some("0x" | "0X") => hexadecimal(digits.get(2..)?)?,
                _ if digits.starts_with(|c: char| c.is_ascii_digit() || c == '.') => {
                    let ascii = |c: char| c.is_ascii_digit() || matches!(c, '.' | 'e' | 'E' | '+' | '-');
                    digits.chars().all(ascii).then(|| digits.parse().ok())??
                }
                _ => return None,
            }
        }
    };
    Some(if negative { -magnitude } else { magnitude })
}

/// `1.8p3` of `0x1.8p3`. Digits past what a double can tell apart only count as "there is more", so that rounding is right.
fn hexadecimal(text: &str) -> Option<f64> {
    let (digits, exponent) = text.split_once(['p', 'P'])?;
    let mut exponent: i64 = exponent.parse::<i32>().ok()?.into();
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let mut mantissa: u64 = 0;
    for (i, c) in whole.chars().chain(fraction.chars()).enumerate() {
        let digit = c.to_digit(16)?;
        let in_fraction = i >= whole.len();
        if mantissa >> 59 == 0 {
            mantissa = (mantissa << 4) | u64::from(digit);
            exponent -= if in_fraction { 4 } else { 0 };
        } else {
            mantissa |= u64::from(digit != 0);
            exponent += if in_fraction { 0 } else { 4 };
        }
    }
    Some(scaled(mantissa, exponent))
}

/// `mantissa * 2^exponent`, rounded once.
fn scaled(mantissa: u64, exponent: i64) -> f64 {
    if mantissa == 0 {
        return 0.0;
    }
    let bits = 64 - i64::from(mantissa.leading_zeros());
    let top = bits + exponent;
    if top > 1024 {
        return f64::INFINITY;
    }
    // How many bits the result keeps: 53, fewer where it is subnormal.
    let kept = (top + 1074).clamp(-1, 53);
    let cut = bits - kept;
    let (mut rounded, mut shift) = (u128::from(mantissa), exponent);
    if cut > 0 {
        let half = 1u128 << (cut - 1).min(100);
        let rest = rounded & ((half << 1) - 1);
        rounded >>= cut.min(100);
        shift += cut;
        if rest > half || (rest == half && rounded & 1 == 1) {
            rounded += 1;
        }
    }
    let step = |power: i64| 2f64.powi(power.clamp(-1000, 1000) as i32);
    // Exact: the integer has at most 53 bits, and each factor is a power of two inside the range.
    rounded as f64 * step(shift / 2) * step(shift - shift / 2)
}

/// `new BigInteger(text, radix)`.
pub fn big_integer(vm: &mut Vm, text: &Str, radix: i32) -> Res<BigInteger> {
    if !(2..=36).contains(&radix) {
        return Err(bad_format(vm, "Radix out of range"));
    }
    let shown = text.text();
    let digits = shown.strip_prefix(['+', '-']).unwrap_or(&shown);
    if digits.contains(['+', '-']) {
        return Err(bad_format(vm, "Illegal embedded sign character"));
    }
    if digits.is_empty() {
        return Err(bad_format(vm, "Zero length BigInteger"));
    }
    vm.tick_many(digits.len())?;
    let bits = digits.len() as f64 * f64::from(radix).log2();
    if let Err(error) = integer::bounded(bits as u64) {
        return Err(vm.arithmetic(error));
    }
    let plain = plain_digits(digits);
    if plain.contains('_') {
        return Err(bad_input(vm, &shown, radix));
    }
    match BigInteger::from_str_radix(&plain, radix as u32) {
        Ok(number) if shown.starts_with('-') => Ok(-number.abs()),
        Ok(number) => Ok(number),
        Err(_) => Err(bad_input(vm, digits, radix)),
    }
}

/// `new BigDecimal(text)`.
pub fn big_decimal(vm: &mut Vm, text: &Str) -> Res<BigDecimal> {
    vm.tick_many(text.len())?;
    match text.text().parse::<BigDecimal>() {
        Ok(number) => Ok(number),
        Err(error) => Err(match error.0 {
            Some(message) => bad_format(vm, message),
            None => vm.throw_silent(&throwables::NUMBER_FORMAT_EXCEPTION),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_floating_point_as_java_does() {
        let cases = [
            ("1d", Some(1.0)),
            ("0x1p3", Some(8.0)),
            ("0x1.8p-1", Some(0.75)),
            ("0x1.fffffffffffff8p0", Some(2.0)),
            ("0x0.0000000000001p-1022", Some(f64::from_bits(1))),
            ("-Infinity", Some(f64::NEG_INFINITY)),
            ("1e400", Some(f64::INFINITY)),
            (".5", Some(0.5)),
            ("5.", Some(5.0)),
            ("1e", None),
            (".", None),
            ("inf", None),
            ("nan", None),
            ("0x1", None),
            ("1_0", None),
        ];
        for (text, number) in cases {
            assert_eq!(floating(text), number, "{text}");
        }
    }
}
