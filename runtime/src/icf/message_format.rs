//! `java.text.MessageFormat` as the log uses it: `{0}` in a text replaced by the arguments, numbers with grouping.

use super::values;
use rovy_interp::jdk::throwables;
use rovy_interp::registry::Class;
use rovy_interp::value::{Str, Throwable};
use rovy_interp::{Res, Thrown, Value, Vm};

/// The pattern with its arguments filled in.
pub fn format(vm: &mut Vm, pattern: &str, arguments: &[Value]) -> Res<String> {
    let mut out = String::new();
    let mut chars = pattern.chars().peekable();
    let mut quoted = false;
    while let Some(c) = chars.next() {
        match c {
            '\'' if chars.peek() == Some(&'\'') => {
                chars.next();
                out.push('\'');
            }
            '\'' => quoted = !quoted,
            '{' if !quoted => {
                let placeholder = placeholder(vm, &mut chars)?;
                argument(vm, &mut out, &placeholder, arguments)?;
            }
            other => out.push(other),
        }
    }
    Ok(out)
}

/// What stands between braces; the opening one is already read.
fn placeholder(vm: &mut Vm, chars: &mut impl Iterator<Item = char>) -> Res<String> {
    let (mut text, mut depth, mut quoted) = (String::new(), 1, false);
    for c in chars {
        match c {
            '\'' => quoted = !quoted,
            '{' if !quoted => depth += 1,
            '}' if !quoted => {
                depth -= 1;
                if depth == 0 {
                    return Ok(text);
                }
            }
            _ => {}
        }
        text.push(c);
    }
    Err(vm.illegal_argument("Unmatched braces in the pattern."))
}

fn argument(vm: &mut Vm, out: &mut String, placeholder: &str, arguments: &[Value]) -> Res<()> {
    let (number, style) = match placeholder.split_once(',') {
        Some((number, style)) => (number, Some(style.trim())),
        None => (placeholder, None),
    };
    let Ok(index) = number.parse::<usize>() else {
        return Err(bad_number(vm, number));
    };
    match arguments.get(index) {
        None => *out += &format!("{{{index}}}"),
        Some(value) => *out += &shown(vm, value, style)?,
    }
    Ok(())
}

fn bad_number(vm: &mut Vm, number: &str) -> Thrown {
    if number.parse::<i32>().is_ok() {
        return vm.illegal_argument(format!("negative argument number: {number}"));
    }
    let exception = |class: &'static Class, message: String| Throwable::new(class.id(), Some(Str::new(&message)));
    let thrown = exception(
        &throwables::ILLEGAL_ARGUMENT_EXCEPTION,
        format!("can't parse argument number: {number}"),
    );
    let cause = exception(
        &throwables::NUMBER_FORMAT_EXCEPTION,
        format!("For input string: \"{number}\""),
    );
    thrown.cause.replace(cause.into()).done();
    vm.throw_value(thrown.into())
}

fn shown(vm: &mut Vm, value: &Value, style: Option<&str>) -> Res<String> {
    if value.is_null() {
        return Ok("null".into());
    }
    match style {
        None => match plain_number(vm, value)? {
            Some(digits) => Ok(grouped(&digits, 3)),
            None if is_date(vm, value) => written_date(vm, value, "M/d/yy, h:mm a"),
            None => values::java_text(vm, value),
        },
        Some("number") => match plain_number(vm, value)? {
            Some(digits) => Ok(grouped(&digits, 3)),
            None => Err(vm.illegal_argument("Cannot format given Object as a Number")),
        },
        Some("number,integer" | "number, integer") => match plain_number(vm, value)? {
            Some(digits) => Ok(grouped(&digits, 0)),
            None => Err(vm.illegal_argument("Cannot format given Object as a Number")),
        },
        Some(other) if other.starts_with("number,") => match plain_number(vm, value)? {
            Some(digits) => patterned(vm, &digits, other.trim_start_matches("number,")),
            None => Err(vm.illegal_argument("Cannot format given Object as a Number")),
        },
        Some(other) if other.starts_with("date") || other.starts_with("time") => match date_pattern(other) {
            _ if !is_date(vm, value) => Err(vm.illegal_argument("Cannot format given Object as a Date")),
            pattern => written_date(vm, value, pattern),
        },
        Some(other) => Err(vm.unsupported(format!(
            "the format '{{…,{other}}}' of log messages: format the value in the script and pass the text"
        ))),
    }
}

fn is_date(vm: &Vm, value: &Value) -> bool {
    vm.class_by_name("java.util.Date")
        .is_some_and(|date| vm.is_instance(value, date))
}

/// The pattern behind a date's or time's style; other texts are patterns themselves.
fn date_pattern(style: &str) -> &str {
    let (kind, style) = style.split_once(',').unwrap_or((style, ""));
    match (kind.trim(), style.trim()) {
        ("date", "" | "medium") => "MMM d, yyyy",
        ("date", "short") => "M/d/yy",
        ("date", "long") => "MMMM d, yyyy",
        ("date", "full") => "EEEE, MMMM d, yyyy",
        ("time", "" | "medium") => "h:mm:ss a",
        ("time", "short") => "h:mm a",
        _ => style,
    }
}

fn written_date(vm: &mut Vm, date: &Value, pattern: &str) -> Res<String> {
    let Some(class) = vm.class_by_name("java.text.SimpleDateFormat") else {
        return values::java_text(vm, date);
    };
    let format = vm.construct(class, &[Value::str(pattern)])?;
    let text = vm.call_method(&format, "format", std::slice::from_ref(date))?;
    vm.to_text(&text)
}

/// A number's decimal digits without exponent; none for what is no number.
fn plain_number(vm: &mut Vm, value: &Value) -> Res<Option<String>> {
    Ok(match value {
        Value::Int(_) | Value::Long(_) | Value::Short(_) | Value::Byte(_) | Value::BigInteger(_) => {
            Some(vm.to_text(value)?)
        }
        Value::Double(d) => Some(double_digits(d.get())),
        Value::Float(f) => Some(double_digits(f.get() as f64)),
        Value::BigDecimal(d) => Some(decimal_digits(&d.unscaled.to_string(), d.scale)),
        _ => None,
    })
}

fn double_digits(d: f64) -> String {
    if d.is_nan() {
        "NaN".into()
    } else if d.is_infinite() {
        if d > 0.0 { "∞".into() } else { "-∞".into() }
    } else {
        format!("{d:.3}")
    }
}

/// The digits of `unscaled × 10^-scale`, with at most a few thousand zeros written out.
fn decimal_digits(unscaled: &str, scale: i32) -> String {
    let (sign, digits) = match unscaled.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", unscaled),
    };
    let scale = scale.clamp(-4096, 4096);
    if scale <= 0 {
        return format!("{sign}{digits}{}", "0".repeat(scale.unsigned_abs() as usize));
    }
    let scale = scale as usize;
    let padded = format!("{digits:0>width$}", width = scale + 1);
    let (whole, fraction) = padded.split_at(padded.len() - scale);
    format!("{sign}{whole}.{fraction}")
}

/// Plain digits with grouping and at most some places after the point, rounded half to even.
fn grouped(plain: &str, places: usize) -> String {
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", plain),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if !whole.bytes().all(|b| b.is_ascii_digit()) {
        return plain.to_string();
    }
    let (whole, fraction) = rounded(whole, fraction, places);
    let fraction = fraction.trim_end_matches('0');
    let mut out = String::from(sign);
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push('.');
        out += fraction;
    }
    out
}

/// Digits by a pattern of `DecimalFormat`: `#`, `0.00`, `#,##0.#`. Patterns with other signs are refused.
fn patterned(vm: &mut Vm, plain: &str, pattern: &str) -> Res<String> {
    if pattern.is_empty() || !pattern.chars().all(|c| matches!(c, '#' | '0' | ',' | '.')) {
        return Err(vm.unsupported(format!(
            "the number format '{pattern}' of log messages: format the value in the script and pass the text"
        )));
    }
    let (whole, fraction) = pattern.split_once('.').unwrap_or((pattern, ""));
    let zeros = |part: &str| part.matches('0').count();
    let text = grouped(plain, fraction.len());
    let text = if whole.contains(',') {
        text
    } else {
        text.replace(',', "")
    };
    let (sign, text) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.as_str()),
    };
    let (digits, after) = text.split_once('.').unwrap_or((text, ""));
    let digits = if digits == "0" && zeros(whole) == 0 && zeros(fraction) > 0 {
        ""
    } else {
        digits
    };
    let least = zeros(fraction);
    let after = format!("{after:0<least$}");
    let point = if after.is_empty() { "" } else { "." };
    let least = zeros(whole);
    Ok(format!("{sign}{digits:0>least$}{point}{after}"))
}

fn rounded(whole: &str, fraction: &str, places: usize) -> (String, String) {
    let Some((kept, dropped)) = fraction
        .split_at_checked(places)
        .filter(|(_, dropped)| !dropped.is_empty())
    else {
        return (whole.into(), fraction.into());
    };
    let mut digits: Vec<u8> = whole.bytes().chain(kept.bytes()).map(|b| b - b'0').collect();
    let first = dropped.as_bytes().first().map_or(0, |b| b - b'0');
    let half = first == 5 && dropped.bytes().skip(1).all(|b| b == b'0');
    let odd = digits.last().is_some_and(|d| d % 2 == 1);
    if first > 5 || (first == 5 && (!half || odd)) {
        let mut carry = true;
        for digit in digits.iter_mut().rev() {
            if !carry {
                break;
            }
            carry = *digit == 9;
            *digit = if carry { 0 } else { *digit + 1 };
        }
        if carry {
            digits.insert(0, 1);
        }
    }
    let text: String = digits.iter().map(|d| char::from(b'0' + d)).collect();
    let (whole, fraction) = text.split_at(text.len() - places.min(text.len()));
    (whole.into(), fraction.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_and_rounded_half_to_even() {
        assert_eq!(grouped("1234567", 3), "1,234,567");
        assert_eq!(grouped("-1234.5", 3), "-1,234.5");
        assert_eq!(grouped("2.0005", 3), "2");
        assert_eq!(grouped("2.0015", 3), "2.002");
        assert_eq!(grouped("999.9996", 3), "1,000");
        assert_eq!(grouped("1.5", 0), "2");
        assert_eq!(decimal_digits("-15", 3), "-0.015");
        assert_eq!(decimal_digits("15", -2), "1500");
        assert_eq!(double_digits(1e10), "10000000000.000");
    }
}
