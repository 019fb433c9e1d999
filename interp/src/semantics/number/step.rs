//! Unary operators on numbers, and `next()` and `previous()` of numbers, characters and strings.

use super::{Operator, narrow_to_i32};
use crate::jdk::throwables;
use crate::value::{Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

impl Vm {
    /// `-value` of a number, in its own kind; none for what is no number.
    pub fn negate_number(&mut self, value: &Value) -> Option<Value> {
        Some(match value {
            Value::Int(i) => Value::int(i.get().wrapping_neg()),
            Value::Byte(i) => Value::byte((i.get() as i8).wrapping_neg()),
            Value::Short(i) => Value::short((i.get() as i16).wrapping_neg()),
            Value::Long(l) => Value::Long(l.wrapping_neg()),
            Value::BigInteger(i) => Value::big_integer(-&***i),
            Value::BigDecimal(d) => Value::big_decimal(d.negate()),
            Value::Float(f) => Value::float(-f.get()),
            Value::Double(d) => Value::double(-d.get()),
            _ => return None,
        })
    }

    /// `~value` of a number; none for what is no number.
    pub fn bitwise_negate_number(&mut self, value: &Value) -> Option<Res> {
        Some(match value {
            Value::Int(_) | Value::Byte(_) | Value::Short(_) => Ok(Value::int(!narrow_to_i32(value)?)),
            Value::Long(l) => Ok(Value::Long(!l)),
            Value::BigInteger(i) => Ok(Value::big_integer(!&***i)),
            Value::BigDecimal(_) | Value::Float(_) | Value::Double(_) => Err(self.not_for_kind("bitwiseNegate", value)),
            _ => return None,
        })
    }

    /// `value.next()`: what `++` makes of it and what follows it in a range.
    pub fn next_value(&mut self, value: &Value) -> Res {
        self.neighbour_value(value, Operator::Plus, 1, "next")
    }

    /// `value.previous()`: what `--` makes of it and what precedes it in a range.
    pub fn previous_value(&mut self, value: &Value) -> Res {
        self.neighbour_value(value, Operator::Minus, -1, "previous")
    }

    fn neighbour_value(&mut self, value: &Value, operator: Operator, by: i32, method: &str) -> Res {
        match value {
            Value::Char(c) => Ok(Value::char((c.get() + by) as u16)),
            Value::Str(s) => self.step_text(s, by).map(Value::Str),
            Value::GString(g) => {
                let text = self.gstring_text(g)?;
                self.step_text(&text, by).map(Value::Str)
            }
            _ => match self.number_operation(operator, value, &Value::int(1)) {
                Some(result) => result,
                None => self.call_method(value, method, &[]),
            },
        }
    }

    /// The last unit one further; past the last possible unit the text grows, past the first one it shrinks.
    fn step_text(&mut self, text: &Str, by: i32) -> Res<Rc<Str>> {
        let mut units = text.to_units();
        match (units.last_mut(), by > 0) {
            (None, false) => {
                return Err(self.throw(&throwables::ILLEGAL_ARGUMENT_EXCEPTION, "the string is empty"));
            }
            (None, true) | (Some(&mut u16::MAX), true) => units.push(0),
            (Some(&mut 0), false) => {
                units.pop();
            }
            (Some(last), up) => *last = if up { *last + 1 } else { *last - 1 },
        }
        Ok(Str::from_units(&units))
    }
}
