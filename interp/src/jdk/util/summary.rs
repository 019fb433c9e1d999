//! `IntSummaryStatistics` and its kin.

use super::stream::Kind;
use super::stream::primitive::{add_up, mean};
use crate::registry::{Class, Member, class, method, native};
use crate::semantics::number::{narrow_to_i64, to_f64};
use crate::value::{Host, HostType, Value};
use crate::{Res, Vm};
use std::cell::RefCell;

/// Numbers whose sum, least, greatest and mean are asked for.
pub struct Summary {
    kind: Kind,
    items: RefCell<Vec<Value>>,
}

impl HostType for Summary {
    const NAME: &'static str = "java.util.IntSummaryStatistics";
    fn class() -> &'static Class {
        &INT
    }
}

const MEMBERS: &[Member] = &[
    method("accept(Object number): void", &native(accept)).doc("Adds a number."),
    method("combine(Object other): void", &native(combine)).doc("Adds another one's numbers."),
    method("getAverage(): double", &native(average)).doc("The mean; 0 for none."),
    method("getCount(): long", &native(count)).doc("How many numbers."),
    method("getMax(): Object", &native(|s: &Summary| s.extreme(true))).doc("The greatest number."),
    method("getMin(): Object", &native(|s: &Summary| s.extreme(false))).doc("The least number."),
    method("getSum(): Object", &native(Summary::sum)).doc("The sum."),
    method("toString(): String", &native(to_string)).doc("All of it as text."),
];

/// `java.util.IntSummaryStatistics`.
pub static INT: Class = class(Summary::NAME)
    .doc("Number, sum, least, greatest and mean.")
    .members(MEMBERS);
/// `java.util.LongSummaryStatistics`.
pub static LONG: Class = class("java.util.LongSummaryStatistics")
    .doc("Number, sum, least, greatest and mean.")
    .members(MEMBERS);
/// `java.util.DoubleSummaryStatistics`.
pub static DOUBLE: Class = class("java.util.DoubleSummaryStatistics")
    .doc("Number, sum, least, greatest and mean.")
    .members(MEMBERS);

impl Summary {
    /// The summary of some numbers.
    pub fn of(kind: Kind, items: &[Value]) -> Value {
        let class = match kind {
            Kind::Longs => &LONG,
            Kind::Doubles => &DOUBLE,
            Kind::Ints | Kind::Objects => &INT,
        };
        Host::of(
            class,
            Summary {
                kind,
                items: RefCell::new(items.to_vec()),
            },
        )
        .into()
    }

    /// Ints are added up as longs.
    fn sum(&self) -> Value {
        let kind = if self.kind == Kind::Doubles {
            Kind::Doubles
        } else {
            Kind::Longs
        };
        add_up(kind, &self.items.borrow())
    }

    fn extreme(&self, greatest: bool) -> Value {
        let items = self.items.borrow();
        if self.kind == Kind::Doubles {
            let start = if greatest { f64::NEG_INFINITY } else { f64::INFINITY };
            let pick = if greatest { f64::max } else { f64::min };
            return Value::double(items.iter().filter_map(to_f64).fold(start, pick));
        }
        let numbers = items.iter().filter_map(narrow_to_i64);
        let (best, none) = match (self.kind, greatest) {
            (Kind::Longs, true) => (numbers.max(), i64::MIN),
            (Kind::Longs, false) => (numbers.min(), i64::MAX),
            (_, true) => (numbers.max(), i32::MIN as i64),
            (_, false) => (numbers.min(), i32::MAX as i64),
        };
        let best = best.unwrap_or(none);
        if self.kind == Kind::Longs {
            Value::Long(best)
        } else {
            Value::int(best as i32)
        }
    }
}

fn accept(vm: &mut Vm, this: &Summary, number: &Value) -> Res<()> {
    let number = this.kind.convert(vm, number.clone())?;
    this.items.borrow_mut().push(number);
    Ok(())
}

fn combine(this: &Summary, other: &Summary) {
    let more = other.items.borrow().clone();
    this.items.borrow_mut().extend(more);
}

fn average(this: &Summary) -> f64 {
    mean(this.kind, &this.items.borrow()).unwrap_or(0.0)
}

fn count(this: &Summary) -> i64 {
    this.items.borrow().len() as i64
}

fn to_string(vm: &mut Vm, this: &Value) -> Res<String> {
    let Some(summary) = this.as_host::<Summary>() else {
        return Ok(String::new());
    };
    let class = vm.class_name(this.class_id());
    let name = class.rsplit('.').next().unwrap_or(&class);
    let number = |vm: &mut Vm, value: Value| match value {
        Value::Double(d) => Ok(format!("{:.6}", d.get())),
        other => vm.to_text(&other),
    };
    let sum = number(vm, summary.sum())?;
    let (min, max) = (number(vm, summary.extreme(false))?, number(vm, summary.extreme(true))?);
    let mean = format!("{:.6}", average(summary));
    Ok(format!(
        "{name}{{count={}, sum={sum}, min={min}, average={mean}, max={max}}}",
        count(summary)
    ))
}
