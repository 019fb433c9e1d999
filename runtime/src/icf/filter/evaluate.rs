//! Whether an object matches a filter: as `accept(object)` says, and as the framework's own handler decides.

use super::builder::is_comparable;
use super::{Comparison, Filter, accepts};
use crate::icf::attribute::{self, Attribute};
use crate::icf::behaviour::Behaviour;
use crate::icf::connector_object::ConnectorObject;
use crate::icf::values;
use rovy_interp::jdk::throwables;
use rovy_interp::value::{Str, Value};
use rovy_interp::{Res, Vm};
use std::cmp::Ordering;

/// `filter.accept(object)`.
pub fn accept(vm: &mut Vm, filter: &Filter, object: &Value) -> Res<bool> {
    vm.nested(|vm| accept_one(vm, filter, object))
}

fn accept_one(vm: &mut Vm, filter: &Filter, object: &Value) -> Res<bool> {
    if let Filter::Extended(..) = filter {
        return Ok(true);
    }
    let Some(co) = object.as_host::<ConnectorObject>() else {
        return Ok(false);
    };
    match filter {
        Filter::And(parts) => {
            for part in parts {
                if !accepts(vm, part, object)? {
                    return Ok(false);
                }
            }
            Ok(true)
        }
        Filter::Or(parts) => {
            for part in parts {
                if accepts(vm, part, object)? {
                    return Ok(true);
                }
            }
            Ok(false)
        }
        Filter::Not(part) => Ok(!accepts(vm, part, object)?),
        Filter::Present(name) => Ok(co.attribute_value(name).is_some()),
        Filter::Extended(..) => Ok(true),
        Filter::Compare(comparison, wanted) => {
            let Some(wanted) = wanted.as_host::<Attribute>() else {
                return Ok(false);
            };
            let Some(found) = co.attribute_value(&wanted.name).and_then(|v| v.as_host::<Attribute>()) else {
                return Ok(false);
            };
            compare(vm, *comparison, found, wanted)
        }
    }
}

fn compare(vm: &mut Vm, comparison: Comparison, found: &Attribute, wanted: &Attribute) -> Res<bool> {
    match comparison {
        Comparison::Equals => attribute::same(vm, found, wanted),
        Comparison::ContainsAllValues => contains_all(vm, found, wanted),
        text if text.is_text() => {
            let Value::Str(wanted) = wanted.first() else {
                return Err(class_cast(vm));
            };
            let Some(items) = found.items() else {
                return Err(vm.null_pointer("Cannot invoke \"java.util.List.get(int)\" because the value is null"));
            };
            match items.first() {
                Some(Value::Str(found)) => Ok(text_matches(text, found, &wanted)),
                Some(Value::Null) => {
                    Err(vm.null_pointer("Cannot invoke \"String.contains(CharSequence)\" because the value is null"))
                }
                Some(_) => Err(class_cast(vm)),
                None => Err(vm.throw(
                    &throwables::INDEX_OUT_OF_BOUNDS_EXCEPTION,
                    "Index 0 out of bounds for length 0",
                )),
            }
        }
        order => {
            let ordering = match found.items().as_deref() {
                None => {
                    return Err(vm.null_pointer("Cannot invoke \"java.util.List.size()\" because the value is null"));
                }
                Some([one]) => java_compare(vm, one, &wanted.first())?,
                Some(_) => Ordering::Less,
            };
            Ok(order_matches(order, ordering))
        }
    }
}

fn contains_all(vm: &mut Vm, found: &Attribute, wanted: &Attribute) -> Res<bool> {
    let have = found.items().unwrap_or_default();
    for value in wanted.items().unwrap_or_default() {
        let mut present = false;
        for candidate in &have {
            present = present || values::equal(vm, candidate, &value)?;
        }
        if !present {
            return Ok(false);
        }
    }
    Ok(true)
}

fn text_matches(comparison: Comparison, found: &Str, wanted: &Str) -> bool {
    let (found, wanted) = (found.text(), wanted.text());
    match comparison {
        Comparison::Contains => found.contains(&*wanted),
        Comparison::StartsWith => found.starts_with(&*wanted),
        _ => found.ends_with(&*wanted),
    }
}

fn order_matches(comparison: Comparison, ordering: Ordering) -> bool {
    match comparison {
        Comparison::GreaterThan => ordering.is_gt(),
        Comparison::GreaterThanOrEqual => ordering.is_ge(),
        Comparison::LessThan => ordering.is_lt(),
        _ => ordering.is_le(),
    }
}

fn class_cast(vm: &mut Vm) -> rovy_interp::Thrown {
    vm.throw(
        &throwables::CLASS_CAST_EXCEPTION,
        "a value of this class cannot be compared here",
    )
}

/// `a.compareTo(b)`: only between values of one class.
fn java_compare(vm: &mut Vm, a: &Value, b: &Value) -> Res<Ordering> {
    if !is_comparable(vm, a) {
        return Err(vm.illegal_argument("Attribute value must be comparable!"));
    }
    if a.class_id() != b.class_id() {
        return Err(class_cast(vm));
    }
    match (a, b) {
        (Value::Str(a), Value::Str(b)) => Ok(a.cmp(b)),
        (Value::Bool(a), Value::Bool(b)) => Ok(a.get().cmp(&b.get())),
        _ => vm.compare(a, b),
    }
}

/// The three-valued answer of the framework's filter handler: none is "undefined", which drops the object, under NOT too.
pub fn decide(vm: &mut Vm, filter: &Value, object: &Value, ignore_case: bool) -> Res<Option<bool>> {
    vm.nested(|vm| decide_one(vm, filter, object, ignore_case))
}

fn decide_one(vm: &mut Vm, filter: &Value, object: &Value, ignore_case: bool) -> Res<Option<bool>> {
    let Some(own) = filter.as_host::<Filter>() else {
        return accepts(vm, filter, object).map(Some);
    };
    match own {
        Filter::And(parts) => decide_all(vm, parts, object, ignore_case, false),
        Filter::Or(parts) => decide_all(vm, parts, object, ignore_case, true),
        Filter::Not(part) => Ok(decide(vm, part, object, ignore_case)?.map(|answer| !answer)),
        Filter::Present(name) => {
            let found = object
                .as_host::<ConnectorObject>()
                .and_then(|o| o.attribute_value(name));
            Ok(Some(found.is_some()))
        }
        Filter::Extended(..) => Ok(None),
        Filter::Compare(comparison, wanted) => {
            let Some(wanted) = wanted.as_host::<Attribute>() else {
                return Ok(None);
            };
            let found = object
                .as_host::<ConnectorObject>()
                .and_then(|o| o.attribute_value(&wanted.name));
            match found.and_then(|v| v.as_host::<Attribute>()) {
                Some(found) => decide_comparison(vm, *comparison, found, wanted, ignore_case),
                None => Ok(None),
            }
        }
    }
}

/// AND and OR: `decisive` is the answer of a part that settles the whole.
fn decide_all(vm: &mut Vm, parts: &[Value], object: &Value, ignore_case: bool, decisive: bool) -> Res<Option<bool>> {
    let open = Behaviour::of(vm) == Behaviour::OpenIcf;
    let mut all = Some(!decisive);
    for part in parts {
        let answer = decide(vm, part, object, ignore_case)?;
        all = if open {
            of_open_toolkit(all, answer, decisive)
        } else if answer == Some(decisive) || answer.is_none() {
            answer
        } else {
            all
        };
        if all == Some(decisive) {
            break;
        }
    }
    Ok(all)
}

/// The open toolkit orders its answers false, true, undefined, and takes the least of an AND and the greatest of an OR: so
/// "undefined" does not count in an AND, and hides what follows it in an OR.
fn of_open_toolkit(all: Option<bool>, answer: Option<bool>, greatest: bool) -> Option<bool> {
    let rank = |answer: Option<bool>| match answer {
        Some(false) => 0,
        Some(true) => 1,
        None => 2,
    };
    let further = if greatest {
        rank(answer) > rank(all)
    } else {
        rank(answer) < rank(all)
    };
    if further { answer } else { all }
}

fn decide_comparison(
    vm: &mut Vm,
    comparison: Comparison,
    found: &Attribute,
    wanted: &Attribute,
    ignore_case: bool,
) -> Res<Option<bool>> {
    let fold = |v: Value| if ignore_case { folded(&v) } else { v };
    let mine: Option<Vec<Value>> = found.items().map(|items| items.into_iter().map(fold).collect());
    let asked: Option<Vec<Value>> = wanted.items().map(|items| items.into_iter().map(fold).collect());
    match comparison {
        Comparison::Equals => {
            let list = |items: Option<Vec<Value>>| items.map_or(Value::Null, Value::list);
            values::equal(vm, &list(mine), &list(asked)).map(Some)
        }
        Comparison::ContainsAllValues => {
            let have = mine.unwrap_or_default();
            for value in asked.unwrap_or_default() {
                let mut present = false;
                for candidate in &have {
                    present = present || values::equal(vm, candidate, &value)?;
                }
                if !present {
                    return Ok(Some(false));
                }
            }
            Ok(Some(true))
        }
        _ => {
            let (Some([a]), Some([b])) = (mine.as_deref(), asked.as_deref()) else {
                return Ok(None);
            };
            match (a, b) {
                (Value::Str(a), Value::Str(b)) if comparison.is_text() => Ok(Some(text_matches(comparison, a, b))),
                _ if comparison.is_text() || a.is_null() => Ok(None),
                _ => Ok(Some(order_matches(comparison, java_compare(vm, a, b)?))),
            }
        }
    }
}

/// Strings and characters in lower case, other values as they are.
fn folded(value: &Value) -> Value {
    match value {
        Value::Str(s) => Value::str(&s.text().to_lowercase()),
        Value::Char(c) => {
            let unit = c.get() as u16;
            let lower = char::from_u32(unit.into()).and_then(|c| c.to_lowercase().next());
            Value::char(lower.and_then(|c| u16::try_from(c as u32).ok()).unwrap_or(unit))
        }
        other => other.clone(),
    }
}
