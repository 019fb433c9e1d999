//! `groovy.lang.Range` and its kinds.

use crate::heap::Gathered;
use crate::jdk::throwables;
use crate::jdk::util::elements::int_size;
use crate::jdk::util::{collection, list};
use crate::registry::{Class, class, constructor, interface, method, native, unbound};
use crate::value::{Closure, Range, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// `groovy.lang.Range`.
pub static CLASS: Class = interface("groovy.lang.Range")
    .doc("What stands between two ends.")
    .implements(&[&list::CLASS])
    .members(&[
        method("containsWithinBounds(Object value): boolean", &native(Vm::range_spans))
            .doc("Whether a value lies between the ends."),
        method("contains(Object value): boolean", &native(Vm::range_contains)).doc("Whether a value is an element."),
        method("get(int index): Object", &native(get)).doc("The element at an index."),
        method("getFrom(): Comparable", &native(from)).doc("The lower end."),
        method("getTo(): Comparable", &native(to)).doc("The upper end."),
        method("isReverse(): boolean", &native(is_reverse)).doc("Whether the range runs downwards."),
        method("size(): int", &native(Vm::range_size)).doc("The number of elements."),
        method("step(int step): List", &native(step)).doc("Every so many elements; backwards for a negative step."),
        method("step(int step, Closure action): void", &native(step_each))
            .doc("Calls the closure with every so many elements."),
    ]);

/// `groovy.lang.IntRange`.
pub static INT_RANGE: Class = class("groovy.lang.IntRange")
    .doc("A range of ints.")
    .extends(&collection::ABSTRACT_LIST)
    .implements(&[&CLASS])
    .members(&[
        constructor("IntRange(int from, int to)", &unbound(int_range)),
        constructor("IntRange(boolean inclusive, int from, int to)", &unbound(int_range_to)),
        constructor(
            "IntRange(boolean inclusiveLeft, boolean inclusiveRight, int from, int to)",
            &unbound(int_range_of),
        ),
        method("getFromInt(): int", &native(from)).doc("The lower end."),
        method("getInclusive(): Boolean", &native(|r: &Range| r.to_inclusive))
            .doc("Whether the last element belongs to it."),
        method("getInclusiveLeft(): Boolean", &native(|r: &Range| r.from_inclusive))
            .doc("Whether the left end belongs to the range."),
        method("getInclusiveRight(): Boolean", &native(|r: &Range| r.to_inclusive))
            .doc("Whether the right end belongs to the range."),
        method("getToInt(): int", &native(to)).doc("The upper end."),
        method("by(Number step): NumberRange", &native(by)).doc("A range whose elements are so far apart."),
    ]);

/// `groovy.lang.NumberRange`.
pub static NUMBER_RANGE: Class = class("groovy.lang.NumberRange")
    .doc("A range of numbers.")
    .extends(&collection::ABSTRACT_LIST)
    .implements(&[&CLASS])
    .members(&[method("by(Number step): NumberRange", &native(by)).doc("A range whose elements are so far apart.")]);

/// `groovy.lang.ObjectRange`.
pub static OBJECT_RANGE: Class = class("groovy.lang.ObjectRange")
    .doc("A range of what has a next and a previous.")
    .extends(&collection::ABSTRACT_LIST)
    .implements(&[&CLASS]);

/// `groovy.lang.EmptyRange`.
pub static EMPTY_RANGE: Class = class("groovy.lang.EmptyRange")
    .doc("A range without elements.")
    .extends(&collection::ABSTRACT_LIST)
    .implements(&[&CLASS]);

fn int_range(from: i32, to: i32) -> Rc<Range> {
    Range::of_ints(from, to, true, true)
}

fn int_range_to(inclusive: bool, from: i32, to: i32) -> Rc<Range> {
    Range::of_ints(from, to, true, inclusive)
}

fn int_range_of(left: bool, right: bool, from: i32, to: i32) -> Rc<Range> {
    Range::of_ints(from, to, left, right)
}

/// A range of numbers with a step of its own; an int range brings the ends that belong to it.
fn by(vm: &mut Vm, range: &Range, step: &Value) -> Res<Rc<Range>> {
    if let Some(known) = &range.step
        && !vm.equals(known, &Value::int(1))?
    {
        let known = vm.to_text(known)?;
        return Err(vm.throw(
            &throwables::ILLEGAL_STATE_EXCEPTION,
            format!("by only allowed on ranges with original stepSize = 1 but found {known}"),
        ));
    }
    let (from, to) = ends(vm, range)?;
    let whole = range.is_int();
    let (mut left, mut right) = (range.from_inclusive, range.to_inclusive);
    if !vm.range_runs_up(range)? {
        std::mem::swap(&mut left, &mut right);
    }
    Ok(Range::stepped(from, to, whole || left, whole || right, step.clone()))
}

/// The number of elements.
pub fn size(vm: &mut Vm, range: &Range) -> Res<usize> {
    Ok(vm.range_size(range)?.max(0) as usize)
}

/// The part of a list that a range of indices stands for: from, to (not included), and whether it is to be reversed. Not yet
/// checked against the list's size.
pub fn borders(range: &Range, size: usize) -> (i32, i32, bool) {
    let size = int_size(size);
    let end = |value: &Value| {
        let index = crate::gdk::indexing::whole(value);
        if index < 0 { index.wrapping_add(size) } else { index }
    };
    let (from, to) = (end(&range.from), end(&range.to));
    if from > to {
        let low = if range.to_inclusive { to } else { to.wrapping_add(1) };
        let high = if range.from_inclusive {
            from.wrapping_add(1)
        } else {
            from
        };
        return (low, high, true);
    }
    let low = if range.from_inclusive {
        from
    } else {
        from.wrapping_add(1)
    };
    let high = if range.to_inclusive { to.wrapping_add(1) } else { to };
    (low, high.max(low), false)
}

/// The lower and the upper end, as the range's elements tell.
fn ends(vm: &mut Vm, range: &Range) -> Res<(Value, Value)> {
    if let Some((first, last)) = range.ints {
        return Ok((Value::int(first.min(last)), Value::int(first.max(last))));
    }
    if !vm.range_runs_up(range)? {
        Ok((range.to.clone(), range.from.clone()))
    } else {
        Ok((range.from.clone(), range.to.clone()))
    }
}

fn from(vm: &mut Vm, range: &Range) -> Res {
    ends(vm, range).map(|(from, _)| from)
}

fn to(vm: &mut Vm, range: &Range) -> Res {
    ends(vm, range).map(|(_, to)| to)
}

fn is_reverse(vm: &mut Vm, range: &Range) -> Res<bool> {
    Ok(!vm.range_runs_up(range)?)
}

fn get(vm: &mut Vm, range: &Rc<Range>, index: i32) -> Res {
    let Ok(place) = usize::try_from(index) else {
        return Err(vm.index_out_of_bounds(format!("Index: {index} should not be negative")));
    };
    match vm.range_get(range, place)? {
        Some(element) => Ok(element),
        None => {
            let text = vm.to_text(&Value::Range(range.clone()))?;
            let is = if range.is_int() { "" } else { "is " };
            Err(vm.index_out_of_bounds(format!("Index: {index} {is}too big for range: {text}")))
        }
    }
}

/// Every so many elements; a negative step goes from the last to the first.
fn step(vm: &mut Vm, this: &Value, step: i32) -> Res<Gathered> {
    let wide = step.unsigned_abs() as usize;
    if step < 0 {
        let mut items = vm.items(this)?;
        items.reverse();
        let mut out = Gathered::new();
        for item in items.into_iter().step_by(wide) {
            out.push(vm, item)?;
        }
        return Ok(out);
    }
    let (mut walk, mut out, mut at) = (vm.iterate(this)?, Gathered::new(), 0);
    while let Some(item) = walk.next(vm)? {
        if step == 0 && at > 0 {
            return Err(vm.throw(
                &throwables::GROOVY_RUNTIME_EXCEPTION,
                "Infinite loop detected due to step size of 0",
            ));
        }
        if step == 0 || at % wide == 0 {
            out.push(vm, item)?;
        }
        at += 1;
    }
    Ok(out)
}

fn step_each(vm: &mut Vm, this: &Value, count: i32, action: &Rc<Closure>) -> Res<()> {
    for item in step(vm, this, count)? {
        crate::gdk::closures::call1(vm, action, &item)?.done();
    }
    Ok(())
}
