//! `MapFilterVisitor`: the map that `query()` returns.

use crate::icf::attribute::Attribute;
use crate::icf::behaviour::Behaviour;
use crate::icf::filter::{Comparison, Filter};
use crate::icf::{attribute_util, filter};
use rovy_interp::registry::{Class, class, constant, constructor, method, native, unbound};
use rovy_interp::value::{HostType, Map, Str, Value};
use rovy_interp::{Res, Vm};
use std::rc::Rc;

/// Turns filters into maps.
pub struct MapFilterVisitor;

impl HostType for MapFilterVisitor {
    const NAME: &'static str = "org.forgerock.openicf.misc.scriptedcommon.MapFilterVisitor";
    fn class() -> &'static Class {
        &CLASS
    }
}

/// `org.forgerock.openicf.misc.scriptedcommon.MapFilterVisitor`.
pub static CLASS: Class = class(MapFilterVisitor::NAME)
    .doc("Turns filters into maps.")
    .implements(&[&filter::visitor::CLASS])
    .aliases(&["org.forgerock.openicf.connectors.groovy.MapFilterVisitor"])
    .members(&[
        constant("INSTANCE: MapFilterVisitor", &unbound(|| MapFilterVisitor)),
        constructor("MapFilterVisitor()", &unbound(|| MapFilterVisitor)),
        method(
            "visitAndFilter(Object parameter, AndFilter filter): Map",
            &native(visit),
        ),
        method(
            "visitContainsFilter(Object parameter, ContainsFilter filter): Map",
            &native(visit),
        ),
        method(
            "visitContainsAllValuesFilter(Object parameter, ContainsAllValuesFilter filter): Map",
            &native(visit),
        ),
        method(
            "visitEqualsFilter(Object parameter, EqualsFilter filter): Map",
            &native(visit),
        ),
        method(
            "visitExtendedFilter(Object parameter, Filter filter): Map",
            &native(visit),
        ),
        method(
            "visitGreaterThanFilter(Object parameter, GreaterThanFilter filter): Map",
            &native(visit),
        ),
        method(
            "visitGreaterThanOrEqualFilter(Object parameter, GreaterThanOrEqualFilter filter): Map",
            &native(visit),
        ),
        method(
            "visitLessThanFilter(Object parameter, LessThanFilter filter): Map",
            &native(visit),
        ),
        method(
            "visitLessThanOrEqualFilter(Object parameter, LessThanOrEqualFilter filter): Map",
            &native(visit),
        ),
        method(
            "visitNotFilter(Object parameter, NotFilter filter): Map",
            &native(visit),
        ),
        method("visitOrFilter(Object parameter, OrFilter filter): Map", &native(visit)),
        method(
            "visitStartsWithFilter(Object parameter, StartsWithFilter filter): Map",
            &native(visit),
        ),
        method(
            "visitEndsWithFilter(Object parameter, EndsWithFilter filter): Map",
            &native(visit),
        ),
    ]);

fn visit(vm: &mut Vm, _this: &MapFilterVisitor, _parameter: &Value, filter: &Value) -> Res<Rc<Map>> {
    to_map(vm, filter)
}

/// The map of a filter.
pub fn to_map(vm: &mut Vm, filter: &Value) -> Res<Rc<Map>> {
    vm.nested(|vm| one(vm, filter))
}

fn one(vm: &mut Vm, filter: &Value) -> Res<Rc<Map>> {
    let behaviour = Behaviour::of(vm);
    match filter.as_host::<Filter>() {
        Some(Filter::Not(inner)) => {
            let map = to_map(vm, inner)?;
            map.put_str(&Str::new("not"), Value::bool(true));
            Ok(map)
        }
        Some(own @ (Filter::And(_) | Filter::Or(_))) => {
            let operation = if let Filter::And(_) = own { "AND" } else { "OR" };
            let (left, right) = own.halves(behaviour).unwrap_or_default();
            let left = to_map(vm, &left)?;
            let right = to_map(vm, &right)?;
            Ok(Map::from_pairs([
                ("operation", operation.into()),
                ("left", left.into()),
                ("right", right.into()),
            ]))
        }
        Some(Filter::Compare(comparison, attribute)) => leaf(vm, *comparison, attribute),
        Some(Filter::Present(name)) if behaviour == Behaviour::Rcs => Ok(Map::from_pairs([
            ("operation", "PRESENT".into()),
            ("not", Value::bool(false)),
            ("left", Value::Str(name.clone())),
        ])),
        _ => {
            let class = vm.class_name(filter.class_id());
            Err(vm.unsupported(format!("Filter type is not supported: class {class}")))
        }
    }
}

fn leaf(vm: &mut Vm, comparison: Comparison, attribute: &Value) -> Res<Rc<Map>> {
    let operation = match comparison {
        Comparison::Equals => "EQUALS",
        Comparison::Contains => "CONTAINS",
        Comparison::StartsWith => "STARTSWITH",
        Comparison::EndsWith => "ENDSWITH",
        Comparison::GreaterThan => "GREATERTHAN",
        Comparison::GreaterThanOrEqual => "GREATERTHANOREQUAL",
        Comparison::LessThan => "LESSTHAN",
        Comparison::LessThanOrEqual => "LESSTHANOREQUAL",
        Comparison::ContainsAllValues => {
            return Err(vm.unsupported("ContainsAllValuesFilter transformation is not supported"));
        }
    };
    let Some(attribute) = attribute.as_host::<Attribute>() else {
        return Err(vm.null_pointer("attribute"));
    };
    let right = attribute_util::as_string(vm, attribute)?;
    Ok(Map::from_pairs([
        ("not", Value::bool(false)),
        ("operation", operation.into()),
        ("left", Value::Str(attribute.name.clone())),
        ("right", right.map_or(Value::Null, Value::Str)),
    ]))
}
