//! `FilterBuilder`: filters by name, with the checks of the classes' constructors.

use super::{Comparison, Filter};
use crate::icf::attribute::{Attribute, Kind};
use crate::icf::names;
use rovy_interp::registry::{Class, ClassId, Items, class, function, unbound};
use rovy_interp::value::{Str, Value};
use rovy_interp::{Res, Vm};
use std::rc::Rc;

/// `org.identityconnectors.framework.common.objects.filter.FilterBuilder`.
pub static CLASS: Class = class("org.identityconnectors.framework.common.objects.filter.FilterBuilder")
    .doc("Makes filters.")
    .members(&[
        function(
            "equalTo(Attribute attribute): Filter",
            &unbound(|vm: &mut Vm, a: &Value| compare(vm, Comparison::Equals, a)),
        ),
        function(
            "contains(Attribute attribute): Filter",
            &unbound(|vm: &mut Vm, a: &Value| compare(vm, Comparison::Contains, a)),
        ),
        function(
            "startsWith(Attribute attribute): Filter",
            &unbound(|vm: &mut Vm, a: &Value| compare(vm, Comparison::StartsWith, a)),
        ),
        function(
            "endsWith(Attribute attribute): Filter",
            &unbound(|vm: &mut Vm, a: &Value| compare(vm, Comparison::EndsWith, a)),
        ),
        function(
            "greaterThan(Attribute attribute): Filter",
            &unbound(|vm: &mut Vm, a: &Value| compare(vm, Comparison::GreaterThan, a)),
        ),
        function(
            "greaterThanOrEqualTo(Attribute attribute): Filter",
            &unbound(|vm: &mut Vm, a: &Value| compare(vm, Comparison::GreaterThanOrEqual, a)),
        ),
        function(
            "lessThan(Attribute attribute): Filter",
            &unbound(|vm: &mut Vm, a: &Value| compare(vm, Comparison::LessThan, a)),
        ),
        function(
            "lessThanOrEqualTo(Attribute attribute): Filter",
            &unbound(|vm: &mut Vm, a: &Value| compare(vm, Comparison::LessThanOrEqual, a)),
        ),
        function(
            "containsAllValues(Attribute attribute): Filter",
            &unbound(|vm: &mut Vm, a: &Value| compare(vm, Comparison::ContainsAllValues, a)),
        ),
        function("present(String attributeName): Filter", &unbound(present)),
        function(
            "extendedMatch(String operator, Attribute attribute): Filter",
            &unbound(extended),
        ),
        function(
            "not(Filter filter): Filter",
            &unbound(|f: &Value| Value::from(Filter::Not(f.clone()))),
        ),
        function(
            "and(Filter left, Filter right): Filter",
            &unbound(|a: &Value, b: &Value| and(vec![a.clone(), b.clone()])),
        ),
        function(
            "and(Filter... filters): Filter",
            &unbound(|all: &[Value]| and(all.to_vec())),
        ),
        function(
            "and(Collection filters): Filter",
            &unbound(|vm: &mut Vm, all: Items| vm.items(all.0).map(|all| and(all.into_vec()))),
        ),
        function(
            "or(Filter left, Filter right): Filter",
            &unbound(|a: &Value, b: &Value| or(vec![a.clone(), b.clone()])),
        ),
        function(
            "or(Filter... filters): Filter",
            &unbound(|all: &[Value]| or(all.to_vec())),
        ),
        function(
            "or(Collection filters): Filter",
            &unbound(|vm: &mut Vm, all: Items| vm.items(all.0).map(|all| or(all.into_vec()))),
        ),
    ]);

/// An AND; of none: null, of one: that one.
pub fn and(parts: Vec<Value>) -> Value {
    match parts.as_slice() {
        [] => Value::Null,
        [one] => one.clone(),
        _ => Filter::And(parts).into(),
    }
}

/// An OR; of none: null, of one: that one.
pub fn or(parts: Vec<Value>) -> Value {
    match parts.as_slice() {
        [] => Value::Null,
        [one] => one.clone(),
        _ => Filter::Or(parts).into(),
    }
}

/// A comparison with an attribute, after the checks of its class's constructor.
pub fn compare(vm: &mut Vm, comparison: Comparison, attribute: &Value) -> Res {
    let Some(a) = attribute.as_host::<Attribute>() else {
        return Err(vm.illegal_argument("Attribute not be null!"));
    };
    if comparison == Comparison::ContainsAllValues && a.values.is_none() {
        return Err(vm.illegal_argument("Must be a non null value!"));
    }
    if comparison.is_order() || comparison.is_text() {
        check_single(vm, comparison, a)?;
    }
    Ok(Filter::Compare(comparison, attribute.clone()).into())
}

fn check_single(vm: &mut Vm, comparison: Comparison, a: &Attribute) -> Res<()> {
    if a.kind == Kind::Uid {
        return Err(vm.illegal_argument("Uid can only be used for equals comparison."));
    }
    let Some(items) = a.items() else {
        return Err(vm.null_pointer("Cannot invoke \"java.util.List.size()\" because the value is null"));
    };
    let [value] = items.as_slice() else {
        return Err(vm.illegal_argument("Must only be one value!"));
    };
    if comparison.is_text() && !matches!(value, Value::Str(_)) {
        return Err(vm.illegal_argument("Value must be a string!"));
    }
    if comparison.is_order() && !is_comparable(vm, value) {
        return Err(vm.illegal_argument("Must be a comparable value!"));
    }
    Ok(())
}

/// Whether a value is a `Comparable`.
pub fn is_comparable(vm: &Vm, value: &Value) -> bool {
    matches!(
        value,
        Value::Str(_)
            | Value::Int(_)
            | Value::Long(_)
            | Value::Short(_)
            | Value::Byte(_)
            | Value::Char(_)
            | Value::Float(_)
            | Value::Double(_)
            | Value::Bool(_)
            | Value::BigInteger(_)
            | Value::BigDecimal(_)
    ) || vm.is_instance(value, ClassId::COMPARABLE)
}

/// `present(name)`.
pub fn present(vm: &mut Vm, name: Option<&Rc<Str>>) -> Res {
    match name.filter(|n| !names::is_blank(n)) {
        Some(name) => Ok(Filter::Present(name.clone()).into()),
        None => Err(vm.illegal_argument("Attribute name not be null!")),
    }
}

/// `extendedMatch(operator, attribute)`.
pub fn extended(vm: &mut Vm, operator: Option<&Rc<Str>>, attribute: &Value) -> Res {
    if attribute.as_host::<Attribute>().is_none() {
        return Err(vm.illegal_argument("Attribute not be null!"));
    }
    match operator.filter(|o| !names::is_blank(o)) {
        Some(operator) => Ok(Filter::Extended(operator.clone(), attribute.clone()).into()),
        None => Err(vm.illegal_argument("Operator not be null!")),
    }
}
