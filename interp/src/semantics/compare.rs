//! Groovy's `<=>`: `DefaultTypeTransformation.compareTo`.

use super::number::{compare_numbers, is_number, narrow_to_i32, to_f64};
use crate::jdk::throwables;
use crate::jdk::util::date::Date;
use crate::number::{BigDecimal, RoundingMode};
use crate::registry::ClassId;
use crate::value::Value;
use crate::vm::Fault;
use crate::{Res, Thrown, Vm};
use std::cmp::Ordering;

impl Vm {
    /// `a <=> b`: null before everything, numbers by value, text by units, else `compareTo`.
    pub fn compare(&mut self, a: &Value, b: &Value) -> Res<Ordering> {
        match (a, b) {
            (Value::Int(a), Value::Int(b)) => return Ok(a.get().cmp(&b.get())),
            (Value::Str(a), Value::Str(b)) => return Ok(a.cmp(b)),
            (Value::Null, other) => {
                return Ok(if other.is_null() {
                    Ordering::Equal
                } else {
                    Ordering::Less
                });
            }
            (_, Value::Null) => return Ok(Ordering::Greater),
            _ if a.same(b) => return Ok(Ordering::Equal),
            _ => {}
        }
        match self.compare_coerced(a, b)? {
            Some(order) => Ok(order),
            None if self.is_comparable(a) && self.may_compare(a, b)? => match self.compare_to(a, b) {
                Ok(Some(order)) => Ok(order),
                Ok(None) => Err(self.cannot_compare(a, b, Value::Null)),
                Err(thrown) => {
                    let cause = self.caught_class_cast(thrown)?;
                    Err(self.cannot_compare(a, b, cause))
                }
            },
            None => Err(self.cannot_compare(a, b, Value::Null)),
        }
    }

    /// Whether an object's `compareTo` takes the other value.
    fn may_compare(&mut self, a: &Value, b: &Value) -> Res<bool> {
        let asks = matches!(a, Value::Object(_) | Value::Host(_));
        Ok(!asks || self.find(a, "compareTo", std::slice::from_ref(b))?.is_some())
    }

    /// The order that `==` asks for: what cannot be compared is not equal.
    pub(super) fn compares_equal(&mut self, a: &Value, b: &Value) -> Res<bool> {
        if let Some(order) = self.compare_coerced(a, b)? {
            return Ok(order.is_eq());
        }
        let (left, right) = (a.class_id(), b.class_id());
        let related = self.is_subclass(right, left)
            || right != ClassId::OBJECT && self.is_subclass(left, right)
            || matches!(a, Value::GString(_)) && self.is_text(b);
        if !related {
            return Ok(false);
        }
        match self.compare_to(a, b) {
            Ok(order) => Ok(order.is_some_and(Ordering::is_eq)),
            Err(thrown) => {
                self.caught_class_cast(thrown)?;
                Ok(false)
            }
        }
    }

    /// The pairs of kinds that Groovy compares although Java does not.
    fn compare_coerced(&mut self, a: &Value, b: &Value) -> Res<Option<Ordering>> {
        let (a_number, b_number) = (as_number(a), as_number(b));
        Ok(match (a, b) {
            _ if is_number(a) || is_number(b) => {
                let a = a_number.or(self.letter(a)?);
                let b = b_number.or(self.letter(b)?);
                a.zip(b).and_then(|(a, b)| compare_numbers(&a, &b))
            }
            (Value::Char(_), Value::Char(_)) => a_number.zip(b_number).and_then(|(a, b)| compare_numbers(&a, &b)),
            (Value::Char(_), _) => a_number.zip(self.letter(b)?).and_then(|(a, b)| compare_numbers(&a, &b)),
            (Value::Str(a), Value::Char(_) | Value::GString(_)) => Some(a.cmp(&self.to_str(b)?)),
            _ => None,
        })
    }

    /// `a.compareTo(b)`; none where Java throws a ClassCastException.
    fn compare_to(&mut self, a: &Value, b: &Value) -> Res<Option<Ordering>> {
        Ok(match (a, b) {
            (Value::Str(a), Value::Str(b)) => Some(a.cmp(b)),
            (Value::GString(_), _) => Some(self.to_str(a)?.cmp(&self.java_to_str(b)?)),
            (Value::Bool(a), Value::Bool(b)) => Some(a.get().cmp(&b.get())),
            (Value::Object(_) | Value::Host(_), _) => {
                let order = self.nested(|vm| vm.call_method(a, "compareTo", std::slice::from_ref(b)))?;
                Some(narrow_to_i32(&order).unwrap_or(0).cmp(&0))
            }
            // Characters compare with texts of any length by their own text.
            (Value::Char(_), Value::Str(_) | Value::GString(_)) => Some(self.to_str(a)?.cmp(&self.to_str(b)?)),
            _ => None,
        })
    }

    /// A text of one unit as the number of its unit.
    fn letter(&mut self, value: &Value) -> Res<Option<Value>> {
        if !matches!(value, Value::Str(_) | Value::GString(_)) {
            return Ok(None);
        }
        let text = self.to_str(value)?;
        Ok(text
            .unit(0)
            .filter(|_| text.len() == 1)
            .map(|unit| Value::int(i32::from(unit))))
    }

    fn is_text(&self, value: &Value) -> bool {
        matches!(value, Value::Str(_) | Value::Char(_)) || self.is_instance(value, ClassId::CHAR_SEQUENCE)
    }

    /// The pending exception, if it is a ClassCastException; others travel on.
    fn caught_class_cast(&mut self, thrown: Thrown) -> Res<Value> {
        let exception = self.catch(thrown)?;
        if self.is_instance(&exception, throwables::CLASS_CAST_EXCEPTION.id()) {
            Ok(exception)
        } else {
            Err(self.throw_value(exception))
        }
    }

    #[cold]
    fn cannot_compare(&mut self, a: &Value, b: &Value, cause: Value) -> Thrown {
        let message = match self.comparison_text(a, b) {
            Ok(message) => message,
            Err(thrown) => return thrown,
        };
        let thrown = self.throw(&throwables::ILLEGAL_ARGUMENT_EXCEPTION, message);
        if let Some(Fault::Exception(Value::Throwable(exception))) = &self.pending {
            exception.cause.replace(cause);
        }
        thrown
    }

    fn comparison_text(&mut self, a: &Value, b: &Value) -> Res<String> {
        let mut shown = |value: &Value| -> Res<String> {
            let class = self.class_name_of(value);
            Ok(format!("{class} with value '{}'", self.message_text(value)?))
        };
        Ok(format!("Cannot compare {} and {}", shown(a)?, shown(b)?))
    }

    /// A value as `MessageFormat` shows it: numbers grouped and cut to three places, dates short.
    fn message_text(&mut self, value: &Value) -> Res<String> {
        if is_number(value) {
            return Ok(grouped(value));
        }
        if let Some(date) = value.as_host::<Date>() {
            return Ok(date.text(self, "M/d/yy, h:mm a"));
        }
        Ok(self.java_to_str(value)?.text().into_owned())
    }
}

/// A number or a character as a number.
fn as_number(value: &Value) -> Option<Value> {
    match value {
        Value::Char(c) => Some(Value::int(c.get())),
        other if is_number(other) => Some(other.clone()),
        _ => None,
    }
}

/// Numbers of more digits are shown with an exponent.
const LONGEST: u64 = 100_000;

/// A number in groups of three digits, with at most three places.
fn grouped(value: &Value) -> String {
    let double = to_f64(value).unwrap_or_default();
    let decimal = match super::number::to_big_decimal(value) {
        Some(decimal) => decimal,
        None if double.is_nan() => return "NaN".into(),
        None => return if double < 0.0 { "-∞".into() } else { "∞".into() },
    };
    let rounded = decimal
        .set_scale(3, RoundingMode::HalfEven)
        .map_or(decimal, |d: BigDecimal| d.strip_trailing_zeros());
    if rounded.plain_length() > LONGEST {
        return rounded.to_string();
    }
    let plain = rounded.abs().to_plain_string();
    let (whole, places) = plain
        .split_once('.')
        .map_or((plain.as_str(), None), |(w, p)| (w, Some(p)));
    let mut out = String::from(if double.is_sign_negative() { "-" } else { "" });
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    places.map_or(out.clone(), |places| format!("{out}.{places}"))
}

#[cfg(test)]
mod tests;
