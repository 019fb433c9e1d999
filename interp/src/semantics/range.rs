//! Groovy's ranges: how `..` makes them, how many elements they have, which one stands where.

use super::number::{Operator, is_number, narrow_to_i64, to_f64};
use crate::jdk::throwables;
use crate::registry::ClassId;
use crate::value::{Range, Str, Value};
use crate::{Res, Vm};
use num_traits::ToPrimitive;
use std::cmp::Ordering;
use std::rc::Rc;

impl Vm {
    /// `from..to`, with open ends as asked: `ScriptBytecodeAdapter.createRange`.
    pub fn range(&mut self, from: &Value, to: &Value, from_inclusive: bool, to_inclusive: bool) -> Res<Rc<Range>> {
        let missing = |end| format!("Must specify a non-null value for the '{end}' index in a Range");
        match (from, to) {
            (Value::Null, _) => Err(self.illegal_argument(missing("from"))),
            (_, Value::Null) => Err(self.illegal_argument(missing("to"))),
            (Value::Int(from), Value::Int(to)) => self.int_range(from.get(), to.get(), from_inclusive, to_inclusive),
            _ if is_number(from) && is_number(to) => self.number_range(from, to, from_inclusive, to_inclusive),
            _ => self.object_range(from, to, from_inclusive, to_inclusive),
        }
    }

    fn int_range(&mut self, from: i32, to: i32, from_inclusive: bool, to_inclusive: bool) -> Res<Rc<Range>> {
        let distance = (i64::from(to) - i64::from(from)).abs();
        let open = i64::from(!from_inclusive) + i64::from(!to_inclusive);
        if open > 0 && distance < open {
            return Ok(Range::of_ints(from, from, true, false));
        }
        let size = distance + 1 - open;
        if size > i64::from(i32::MAX) {
            return Err(self.illegal_argument(format!(
                "A range must have no more than 2147483647 elements but attempted {size} elements"
            )));
        }
        Ok(Range::of_ints(from, to, from_inclusive, to_inclusive))
    }

    fn number_range(&mut self, from: &Value, to: &Value, from_inclusive: bool, to_inclusive: bool) -> Res<Rc<Range>> {
        let (from, to) = match (widened(from), widened(to)) {
            (Value::Int(from), to @ Value::Long(_)) => (Value::Long(from.get().into()), to),
            (from @ Value::Long(_), Value::Int(to)) => (from, Value::Long(to.get().into())),
            ends => ends,
        };
        if self.leaves_nothing(&from, &to, from_inclusive, to_inclusive)? {
            return Ok(Range::of_objects(from.clone(), from, true, false));
        }
        Ok(Range::of_objects(from, to, from_inclusive, to_inclusive))
    }

    /// Open ends of other ranges move to the neighbouring element.
    fn object_range(&mut self, from: &Value, to: &Value, from_inclusive: bool, to_inclusive: bool) -> Res<Rc<Range>> {
        for end in [from, to] {
            if !self.is_comparable(end) {
                return Err(self.class_cast(end, ClassId::COMPARABLE));
            }
        }
        let up = self.runs_up(from, to)?;
        if self.leaves_nothing(from, to, from_inclusive, to_inclusive)? {
            return Ok(Range::of_objects(from.clone(), from.clone(), true, false));
        }
        let from = match from_inclusive {
            true => from.clone(),
            false => self.neighbour(from, up)?,
        };
        let to = match to_inclusive {
            true => to.clone(),
            false => self.neighbour(to, !up)?,
        };
        let (from, to) = if from.class_id() == to.class_id() {
            (from, to)
        } else {
            (letter_as_number(from), letter_as_number(to))
        };
        if let (Value::Int(from), Value::Int(to)) = (&from, &to) {
            return self.int_range(from.get(), to.get(), true, true);
        }
        if matches!(from, Value::Str(_)) || matches!(to, Value::Str(_)) {
            let (from, to) = (self.to_str(&from)?, self.to_str(&to)?);
            self.check_texts(&from, &to)?;
        }
        Ok(Range::of_objects(from, to, true, true))
    }

    /// Whether the open ends leave no element between them.
    fn leaves_nothing(&mut self, from: &Value, to: &Value, from_inclusive: bool, to_inclusive: bool) -> Res<bool> {
        if from_inclusive && to_inclusive {
            return Ok(false);
        }
        if self.equals(from, to)? {
            return Ok(true);
        }
        if from_inclusive || to_inclusive {
            return Ok(false);
        }
        let up = self.runs_up(from, to)?;
        let next = self.neighbour(from, up)?;
        self.equals(&next, to)
    }

    /// Strings of different lengths, or that differ in more than the last unit, have no way from one to the other.
    fn check_texts(&mut self, from: &Str, to: &Str) -> Res<()> {
        if from.len() != to.len() {
            return Err(self.illegal_argument("Incompatible Strings for Range: different length"));
        }
        let common = from.iter().zip(to.iter()).take_while(|(a, b)| a == b).count();
        if common + 1 < from.len() {
            return Err(self
                .illegal_argument("Incompatible Strings for Range: String#next() will not reach the expected value"));
        }
        Ok(())
    }

    /// Whether a range from one to the other counts upwards.
    fn runs_up(&mut self, from: &Value, to: &Value) -> Res<bool> {
        match self.compare(from, to) {
            Ok(order) => Ok(order.is_le()),
            Err(thrown) => {
                let exception = self.catch(thrown)?;
                if !self.is_instance(&exception, throwables::ILLEGAL_ARGUMENT_EXCEPTION.id()) {
                    return Err(self.throw_value(exception));
                }
                let name = |vm: &Vm, value: &Value| -> String {
                    let name = vm.class_name_of(value);
                    name.rsplit(['.', '$']).next().unwrap_or_default().to_string()
                };
                let (from, to) = (name(self, from), name(self, to));
                Err(self.illegal_argument(format!(
                    "Unable to create range due to incompatible types: {from}..{to} (possible missing brackets around range?)"
                )))
            }
        }
    }

    fn neighbour(&mut self, value: &Value, up: bool) -> Res {
        if up {
            self.next_value(value)
        } else {
            self.previous_value(value)
        }
    }

    /// Whether a range has no elements.
    pub fn range_is_empty(&mut self, range: &Range) -> Res<bool> {
        if range.is_int() {
            return Ok(range.ints.is_none());
        }
        Ok(range.is_never_filled() || self.range_walk(range)?.next(self)?.is_none())
    }

    /// `range.size()`; Java stops counting at the largest int.
    pub fn range_size(&mut self, range: &Range) -> Res<i32> {
        if let Some((first, last)) = range.ints {
            return Ok(first.abs_diff(last).saturating_add(1).min(i32::MAX as u32) as i32);
        }
        if range.is_int() || range.is_never_filled() {
            return Ok(0);
        }
        if let (Some(from), Some(to), None) = (whole(&range.from), whole(&range.to), &range.step) {
            let open = i128::from(!range.from_inclusive) + i128::from(!range.to_inclusive);
            let size = (to - from).abs() + 1 - open;
            return Ok(size.clamp(0, i128::from(i32::MAX)) as i32);
        }
        let mut walk = self.range_walk(range)?;
        let mut size = 0i32;
        while walk.next(self)?.is_some() {
            size = size.saturating_add(1);
        }
        Ok(size)
    }

    /// The element at an index; none past the end.
    pub fn range_get(&mut self, range: &Range, index: usize) -> Res<Option<Value>> {
        if range.is_int() {
            return Ok(range.ints.and_then(|(first, last)| {
                let distance = i64::try_from(index).ok()?;
                let (first, last) = (i64::from(first), i64::from(last));
                let at = if first <= last {
                    first + distance
                } else {
                    first - distance
                };
                let inside = (first.min(last)..=first.max(last)).contains(&at);
                inside.then_some(Value::int(at as i32))
            }));
        }
        let mut walk = self.range_walk(range)?;
        for _ in 0..index {
            if walk.next(self)?.is_none() {
                return Ok(None);
            }
        }
        walk.next(self)
    }

    /// `range.contains(value)`: an int range has only ints, others have what is equal to one of their elements.
    pub fn range_contains(&mut self, range: &Range, value: &Value) -> Res<bool> {
        if range.is_int() {
            let wanted = match value {
                Value::Int(i) => Some(i64::from(i.get())),
                Value::BigInteger(i) => i.to_i64(),
                _ => None,
            };
            return Ok(range.ints.zip(wanted).is_some_and(|((first, last), wanted)| {
                (i64::from(first.min(last))..=i64::from(first.max(last))).contains(&wanted)
            }));
        }
        if value.is_null() {
            return Ok(false);
        }
        let mut walk = self.range_walk(range)?;
        while let Some(item) = walk.next(self)? {
            if self.equals(value, &item)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// `range.containsWithinBounds(value)`: between the ends, whether or not it is an element.
    pub fn range_spans(&mut self, range: &Range, value: &Value) -> Res<bool> {
        if range.is_int() {
            return self.range_contains(range, value);
        }
        if value.is_null() || range.is_never_filled() {
            return Ok(false);
        }
        let up = self.range_runs_up(range)?;
        let (low, low_in, high, high_in) = if up {
            (&range.from, range.from_inclusive, &range.to, range.to_inclusive)
        } else {
            (&range.to, range.to_inclusive, &range.from, range.from_inclusive)
        };
        let above = self.compare(value, low)?;
        let below = self.compare(value, high)?;
        Ok((above.is_gt() || above.is_eq() && low_in) && (below.is_lt() || below.is_eq() && high_in))
    }

    /// Whether a range counts upwards: `!range.isReverse()`.
    pub fn range_runs_up(&mut self, range: &Range) -> Res<bool> {
        if let (Value::Int(from), Value::Int(to)) = (&range.from, &range.to) {
            return Ok(from.get() <= to.get());
        }
        Ok(self.compare(&range.from, &range.to)?.is_le())
    }

    /// A walk over the elements of a range that is no int range.
    pub(super) fn range_walk(&mut self, range: &Range) -> Res<RangeWalk> {
        let up = self.range_runs_up(range)?;
        let done = range.is_never_filled();
        let mut walk = RangeWalk {
            start: range.from.clone(),
            last: range.to.clone(),
            from_inclusive: range.from_inclusive,
            to_inclusive: range.to_inclusive,
            up,
            step: range.step.clone(),
            at: None,
            done,
        };
        if let Some(step) = &range.step {
            let order = self.compare(step, &Value::int(0))?;
            if order.is_eq() && !self.equals(&range.from, &range.to)? {
                return Err(self.throw(
                    &throwables::GROOVY_RUNTIME_EXCEPTION,
                    "Infinite loop detected due to step size of 0",
                ));
            }
            if order.is_lt() {
                // Steps downwards begin at the upper end.
                std::mem::swap(&mut walk.start, &mut walk.last);
                std::mem::swap(&mut walk.from_inclusive, &mut walk.to_inclusive);
                walk.up = !up;
            }
        }
        Ok(walk)
    }
}

impl Range {
    /// Whether it is an `EmptyRange`.
    pub fn is_never_filled(&self) -> bool {
        !(self.from_inclusive && self.to_inclusive) && self.from.same(&self.to)
    }
}

/// A walk over the elements of a range by `next()` or `previous()`.
pub(super) struct RangeWalk {
    start: Value,
    last: Value,
    from_inclusive: bool,
    to_inclusive: bool,
    up: bool,
    step: Option<Value>,
    at: Option<Value>,
    done: bool,
}

impl RangeWalk {
    /// The next element.
    pub fn next(&mut self, vm: &mut Vm) -> Res<Option<Value>> {
        vm.tick()?;
        let candidate = self.peek(vm)?;
        match &candidate {
            Some(value) => self.at = Some(value.clone()),
            None => self.done = true,
        }
        Ok(candidate)
    }

    /// The next element, without going there.
    pub fn peek(&mut self, vm: &mut Vm) -> Res<Option<Value>> {
        if self.done {
            return Ok(None);
        }
        let candidate = match &self.at {
            None if self.from_inclusive => self.start.clone(),
            None => self.after(vm, &self.start)?,
            Some(at) => {
                let next = self.after(vm, at)?;
                // An enum's `next()` begins again after the last constant.
                let order = vm.compare(&next, at)?;
                if order != (if self.up { Ordering::Greater } else { Ordering::Less }) {
                    return Ok(None);
                }
                next
            }
        };
        let order = vm.compare(&candidate, &self.last)?;
        let order = if self.up { order } else { order.reverse() };
        Ok((order.is_lt() || order.is_eq() && self.to_inclusive).then_some(candidate))
    }

    /// What follows a value.
    fn after(&self, vm: &mut Vm, value: &Value) -> Res {
        match &self.step {
            Some(step) => match vm.number_operation(Operator::Plus, value, step) {
                Some(result) => result,
                None => vm.call_method(value, "plus", std::slice::from_ref(step)),
            },
            None => vm.neighbour(value, self.up),
        }
    }

    /// Shows each value that it holds.
    pub fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.start);
        visit(&self.last);
        self.step.iter().for_each(&mut *visit);
        self.at.iter().for_each(visit);
    }
}

/// The end of a number range: shorts count as ints, floats as doubles.
fn widened(value: &Value) -> Value {
    match value {
        Value::Short(s) => Value::Int(*s),
        Value::Float(_) => Value::double(to_f64(value).unwrap_or_default()),
        other => other.clone(),
    }
}

/// A whole number's value, if it has no more than 64 bits.
fn whole(value: &Value) -> Option<i128> {
    match value {
        Value::BigInteger(i) => i.to_i64().map(i128::from),
        Value::Byte(_) | Value::Short(_) | Value::Int(_) | Value::Long(_) => narrow_to_i64(value).map(i128::from),
        Value::Char(c) => Some(i128::from(c.get())),
        _ => None,
    }
}

/// A character, or a string of one, as its number; where the ends of a range are of different classes.
fn letter_as_number(value: Value) -> Value {
    match &value {
        Value::Char(c) => Value::int(c.get()),
        Value::Str(s) if s.len() == 1 => Value::int(i32::from(s.unit(0).unwrap_or_default())),
        _ => value,
    }
}

#[cfg(test)]
mod tests;
