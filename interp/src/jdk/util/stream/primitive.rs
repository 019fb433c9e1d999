//! What streams of numbers have besides: sums, averages, extremes, boxing, summaries.

use super::intermediate::{convert, map_to};
use super::{Kind, Stream};
use crate::jdk::util::optional;
use crate::jdk::util::summary::Summary;
use crate::registry::{Func, Member, method, native};
use crate::semantics::iterate::Iter;
use crate::semantics::number::{narrow_to_i64, to_f64};
use crate::value::Value;
use crate::{Res, Vm};
use std::cmp::Ordering;

/// What `IntStream`, `LongStream` and `DoubleStream` share.
pub const MEMBERS: &[Member] = &[
    method("average(): OptionalDouble", &native(average)).doc("The mean, if there are elements."),
    method(
        "boxed(): Stream",
        &native(|vm: &mut Vm, s: &Stream| convert(vm, s, Kind::Objects)),
    )
    .doc("The same numbers as objects."),
    method("mapToObj(Function change): Stream", &native(to_objects))
        .doc("The object that the function makes of each number."),
    method("max(): Optional", &native(max)).doc("The greatest number, if there is one."),
    method("min(): Optional", &native(min)).doc("The least number, if there is one."),
    method("sum(): Object", &native(sum)).doc("The numbers added up."),
    method("summaryStatistics(): Object", &native(summary)).doc("Number, sum, least, greatest and mean."),
];

fn to_objects(vm: &mut Vm, this: &Stream, change: Func) -> Res {
    map_to(vm, this, Kind::Objects, change)
}

/// The numbers added up, as this kind of stream adds.
pub fn add_up(kind: Kind, items: &[Value]) -> Value {
    let whole = || items.iter().filter_map(narrow_to_i64).fold(0i64, i64::wrapping_add);
    match kind {
        Kind::Ints => Value::int(whole() as i32),
        Kind::Longs => Value::Long(whole()),
        _ => Value::double(items.iter().filter_map(to_f64).sum::<f64>() + 0.0),
    }
}

fn sum(vm: &mut Vm, this: &Stream) -> Res {
    Ok(add_up(this.kind, &this.drain(vm)?))
}

/// The mean of some numbers.
pub fn mean(kind: Kind, items: &[Value]) -> Option<f64> {
    if items.is_empty() {
        return None;
    }
    let sum = match kind {
        Kind::Ints | Kind::Longs => items.iter().filter_map(narrow_to_i64).fold(0i64, i64::wrapping_add) as f64,
        _ => items.iter().filter_map(to_f64).sum(),
    };
    Some(sum / items.len() as f64)
}

fn average(vm: &mut Vm, this: &Stream) -> Res {
    let mean = mean(this.kind, &this.drain(vm)?);
    Ok(optional::of_kind(Kind::Doubles, mean.map(Value::double)))
}

fn best(vm: &mut Vm, this: &Stream, wanted: Ordering) -> Res {
    let items = Iter::gathered(this.drain(vm)?);
    let best = crate::jdk::util::comparison::extreme(vm, items, &crate::jdk::util::comparison::By::Natural, wanted)?;
    Ok(optional::of_kind(this.kind, best))
}

fn max(vm: &mut Vm, this: &Stream) -> Res {
    best(vm, this, Ordering::Greater)
}

fn min(vm: &mut Vm, this: &Stream) -> Res {
    best(vm, this, Ordering::Less)
}

fn summary(vm: &mut Vm, this: &Stream) -> Res {
    let items = this.drain(vm)?;
    Ok(Summary::of(this.kind, &items))
}
