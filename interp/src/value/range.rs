//! `groovy.lang.Range`: two ends, each open or closed.

use super::Value;
use crate::heap;
use crate::registry::ClassId;
use std::rc::Rc;

/// A range as written: `from..to`, with an open left or right end. Which way it runs follows from the ends.
pub struct Range {
    /// The left end as written.
    pub from: Value,
    /// The right end as written.
    pub to: Value,
    /// Whether the left end belongs to the range.
    pub from_inclusive: bool,
    /// Whether the right end belongs to the range.
    pub to_inclusive: bool,
    /// How far its elements are apart, where `by` said so: then it is a `NumberRange`, with the lower end first.
    pub step: Option<Value>,
    /// Its elements from first to last, when both ends are ints and it is not empty.
    pub ints: Option<(i32, i32)>,
}

impl Range {
    /// A range over ints, the everyday case; the elements are worked out here, once.
    pub fn of_ints(from: i32, to: i32, from_inclusive: bool, to_inclusive: bool) -> Rc<Range> {
        let step = if from <= to { 1 } else { -1 };
        let first = if from_inclusive {
            from as i64
        } else {
            from as i64 + step
        };
        let last = if to_inclusive { to as i64 } else { to as i64 - step };
        let runs = if step > 0 { first <= last } else { first >= last };
        let ints = (runs && !(from == to && !(from_inclusive && to_inclusive))).then_some((first as i32, last as i32));
        heap::grow(size_of::<Range>() + 16);
        Rc::new(Range {
            from: Value::int(from),
            to: Value::int(to),
            from_inclusive,
            to_inclusive,
            step: None,
            ints,
        })
    }

    /// A range over anything else that has `next()`, `previous()` and an order.
    pub fn of_objects(from: Value, to: Value, from_inclusive: bool, to_inclusive: bool) -> Rc<Range> {
        heap::grow(size_of::<Range>() + 16);
        Rc::new(Range {
            from,
            to,
            from_inclusive,
            to_inclusive,
            step: None,
            ints: None,
        })
    }

    /// A range of numbers that are `step` apart.
    pub fn stepped(from: Value, to: Value, from_inclusive: bool, to_inclusive: bool, step: Value) -> Rc<Range> {
        heap::grow(size_of::<Range>() + 16);
        Rc::new(Range {
            from,
            to,
            from_inclusive,
            to_inclusive,
            step: Some(step),
            ints: None,
        })
    }

    /// Whether both ends are ints, so that `ints` tells all.
    pub fn is_int(&self) -> bool {
        self.step.is_none() && matches!((&self.from, &self.to), (Value::Int(_), Value::Int(_)))
    }

    /// `groovy.lang.IntRange`, `NumberRange` or `ObjectRange`.
    pub fn class(&self) -> ClassId {
        let number = |v: &Value| {
            matches!(
                v,
                Value::Long(_)
                    | Value::Double(_)
                    | Value::Float(_)
                    | Value::BigInteger(_)
                    | Value::BigDecimal(_)
                    | Value::Int(_)
                    | Value::Short(_)
                    | Value::Byte(_)
            )
        };
        if self.step.is_none() && !(self.from_inclusive && self.to_inclusive) && self.from.same(&self.to) {
            ClassId::EMPTY_RANGE
        } else if self.is_int() {
            ClassId::INT_RANGE
        } else if number(&self.from) && number(&self.to) {
            ClassId::NUMBER_RANGE
        } else {
            ClassId::OBJECT_RANGE
        }
    }
}

impl Drop for Range {
    fn drop(&mut self) {
        heap::shrink(size_of::<Range>() + 16);
        heap::release_one(&mut self.from);
        heap::release_one(&mut self.to);
        self.step.iter_mut().for_each(heap::release_one);
    }
}
