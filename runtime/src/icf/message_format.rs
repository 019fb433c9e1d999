//! `java.text.MessageFormat` as the log uses it: `{0}` in a text replaced by the arguments, numbers with grouping.

use super::values;
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
    let Ok(index) = number.trim().parse::<usize>() else {
        return Err(bad_number(vm, number));
    };
    match arguments.get(index) {
        None => *out += &format!("{{{index}}}"),
        Some(value) => *out += &shown(vm, value, style)?,
    }
    Ok(())
}

fn bad_number(vm: &mut Vm, number: &str) -> Thrown {
    let sign = number.trim().starts_with('-');
    let text = if sign {
        "negative argument number: "
    } else {
        "can't parse argument number: "
    };
    vm.illegal_argument(format!("{text}{number}"))
}

fn shown(vm: &mut Vm, value: &Value, style: Option<&str>) -> Res<String> {
    if value.is_null() {
        return Ok("null".into());
    }
    match style {
        None => match plain_number(vm, value)? {
            Some(digits) => Ok(grouped(&digits, 3)),
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
        Some(other) => Err(vm.unsupported(format!(
            "the format '{{…,{other}}}' of log messages: format the value in the script and pass the text"
        ))),
    }
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
