//! The classes of filters: `AndFilter`, `EqualsFilter` and their kin, with their properties and texts.

use super::{Comparison, Filter, builder, evaluate, visitor};
use crate::icf::attribute::Attribute;
use crate::icf::behaviour::Behaviour;
use crate::icf::connector_object::ConnectorObject;
use crate::icf::read_only;
use rovy_interp::registry::{Class, Items, class, constructor, interface, method, native, unbound};
use rovy_interp::value::{List, Str, Value};
use rovy_interp::{Res, Vm};
use std::rc::Rc;

macro_rules! name {
    ($simple:literal) => {
        concat!("org.identityconnectors.framework.common.objects.filter.", $simple)
    };
}

/// `Filter`.
pub static FILTER: Class = interface(name!("Filter"))
    .doc("What objects a search asks for.")
    .members(&[
        method("accept(ConnectorObject object): boolean", &native(accept)).doc("Whether an object matches."),
        method(
            "accept(FilterVisitor visitor, Object parameter): Object",
            &native(visitor::visit),
        )
        .doc("What the visitor's method for this kind of filter says."),
    ]);

fn accept(vm: &mut Vm, filter: &Filter, object: &Value) -> Res<bool> {
    if object.is_null() && !matches!(filter, Filter::Extended(..)) {
        let message = "Cannot invoke \"ConnectorObject.getAttributeByName(String)\" because the object is null";
        return Err(vm.null_pointer(message));
    }
    evaluate::accept(vm, filter, object)
}

/// `CompositeFilter`.
pub static COMPOSITE: Class = class(name!("CompositeFilter"))
    .abstract_class()
    .implements(&[&FILTER])
    .members(&[
        method(
            "getLeft(): Filter",
            &native(|vm: &mut Vm, f: &Filter| f.halves(Behaviour::of(vm)).map(|h| h.0)),
        ),
        method(
            "getRight(): Filter",
            &native(|vm: &mut Vm, f: &Filter| f.halves(Behaviour::of(vm)).map(|h| h.1)),
        ),
        method("getFilters(): Collection", &native(parts)),
    ]);

/// `AndFilter`.
pub static AND: Class = class(name!("AndFilter")).extends(&COMPOSITE).members(&[
    constructor(
        "AndFilter(Filter left, Filter right)",
        &unbound(|a: &Value, b: &Value| Value::from(Filter::And(vec![a.clone(), b.clone()]))),
    ),
    constructor(
        "AndFilter(Collection filters)",
        &unbound(|vm: &mut Vm, all: Items| Ok(Value::from(Filter::And(vm.items(all.0)?.into_vec())))),
    ),
    method(
        "toString(): String",
        &native(|vm: &mut Vm, f: &Filter| joined(vm, f, " and ")),
    ),
]);

/// `OrFilter`.
pub static OR: Class = class(name!("OrFilter")).extends(&COMPOSITE).members(&[
    constructor(
        "OrFilter(Filter left, Filter right)",
        &unbound(|a: &Value, b: &Value| Value::from(Filter::Or(vec![a.clone(), b.clone()]))),
    ),
    constructor(
        "OrFilter(Collection filters)",
        &unbound(|vm: &mut Vm, all: Items| Ok(Value::from(Filter::Or(vm.items(all.0)?.into_vec())))),
    ),
    method(
        "toString(): String",
        &native(|vm: &mut Vm, f: &Filter| joined(vm, f, " or ")),
    ),
]);

/// `NotFilter`.
pub static NOT: Class = class(name!("NotFilter")).implements(&[&FILTER]).members(&[
    constructor(
        "NotFilter(Filter filter)",
        &unbound(|f: &Value| Value::from(Filter::Not(f.clone()))),
    ),
    method("getFilter(): Filter", &native(negated)),
]);

/// `PresenceFilter`.
pub static PRESENCE: Class = class(name!("PresenceFilter")).implements(&[&FILTER]).members(&[
    constructor("PresenceFilter(String attributeName)", &unbound(builder::present)),
    method("getName(): String", &native(Filter::name)),
]);

/// `AttributeFilter`.
pub static ATTRIBUTE: Class = class(name!("AttributeFilter"))
    .abstract_class()
    .implements(&[&FILTER])
    .members(&[
        method("getAttribute(): Attribute", &native(attribute)),
        method("getName(): String", &native(Filter::name)),
        method("isPresent(ConnectorObject object): boolean", &native(is_present)),
    ]);

/// `SingleValueAttributeFilter`.
pub static SINGLE_VALUE: Class = class(name!("SingleValueAttributeFilter"))
    .abstract_class()
    .extends(&ATTRIBUTE)
    .members(&[method(
        "getValue(): Object",
        &native(|f: &Filter| f.attribute().map(Attribute::first)),
    )]);

/// `ComparableAttributeFilter`.
pub static COMPARABLE: Class = class(name!("ComparableAttributeFilter"))
    .abstract_class()
    .extends(&SINGLE_VALUE);

/// `StringFilter`.
pub static STRING: Class = class(name!("StringFilter")).abstract_class().extends(&SINGLE_VALUE);

macro_rules! comparisons {
    ($($name:ident $java:literal $parent:ident $comparison:ident $text:literal;)*) => { $(
        #[doc = concat!("`", $java, "`.")]
        pub static $name: Class = class(name!($java)).extends(&$parent).members(&[
            constructor(concat!($java, "(Attribute attribute)"), &unbound(|vm: &mut Vm, a: &Value| builder::compare(vm, Comparison::$comparison, a))),
            method("toString(): String", &native(|vm: &mut Vm, this: &Value| text(vm, this, $text))),
        ]);
    )* };
}

comparisons! {
    EQUALS "EqualsFilter" ATTRIBUTE Equals "EQUALS: ";
    CONTAINS_ALL_VALUES "ContainsAllValuesFilter" ATTRIBUTE ContainsAllValues "";
    CONTAINS "ContainsFilter" STRING Contains "CONTAINS: ";
    STARTS_WITH "StartsWithFilter" STRING StartsWith "";
    ENDS_WITH "EndsWithFilter" STRING EndsWith "ENDSWITH: ";
    GREATER_THAN "GreaterThanFilter" COMPARABLE GreaterThan "GREATERTHAN: ";
    GREATER_THAN_OR_EQUAL "GreaterThanOrEqualFilter" COMPARABLE GreaterThanOrEqual "GREATERTHANOREQUAL: ";
    LESS_THAN "LessThanFilter" COMPARABLE LessThan "LESSSTHAN: ";
    LESS_THAN_OR_EQUAL "LessThanOrEqualFilter" COMPARABLE LessThanOrEqual "LESSTHANEQUAL: ";
}

/// `ExtendedMatchFilter`.
pub static EXTENDED_MATCH: Class = class(name!("ExtendedMatchFilter")).extends(&ATTRIBUTE).members(&[
    constructor(
        "ExtendedMatchFilter(String operator, Attribute attribute)",
        &unbound(builder::extended),
    ),
    method("getOperator(): String", &native(operator)),
]);

/// All of them.
pub static CLASSES: &[&Class] = &[
    &FILTER,
    &COMPOSITE,
    &AND,
    &OR,
    &NOT,
    &PRESENCE,
    &ATTRIBUTE,
    &SINGLE_VALUE,
    &COMPARABLE,
    &STRING,
    &EQUALS,
    &CONTAINS_ALL_VALUES,
    &CONTAINS,
    &STARTS_WITH,
    &ENDS_WITH,
    &GREATER_THAN,
    &GREATER_THAN_OR_EQUAL,
    &LESS_THAN,
    &LESS_THAN_OR_EQUAL,
    &EXTENDED_MATCH,
];

/// The class of a filter.
pub fn of(filter: &Filter) -> &'static Class {
    match filter {
        Filter::And(_) => &AND,
        Filter::Or(_) => &OR,
        Filter::Not(_) => &NOT,
        Filter::Present(_) => &PRESENCE,
        Filter::Extended(..) => &EXTENDED_MATCH,
        Filter::Compare(comparison, _) => match comparison {
            Comparison::Equals => &EQUALS,
            Comparison::Contains => &CONTAINS,
            Comparison::StartsWith => &STARTS_WITH,
            Comparison::EndsWith => &ENDS_WITH,
            Comparison::GreaterThan => &GREATER_THAN,
            Comparison::GreaterThanOrEqual => &GREATER_THAN_OR_EQUAL,
            Comparison::LessThan => &LESS_THAN,
            Comparison::LessThanOrEqual => &LESS_THAN_OR_EQUAL,
            Comparison::ContainsAllValues => &CONTAINS_ALL_VALUES,
        },
    }
}

fn parts(vm: &mut Vm, filter: &Filter) -> Rc<List> {
    let parts = match filter {
        Filter::And(parts) | Filter::Or(parts) => parts.clone(),
        _ => Vec::new(),
    };
    read_only::list(vm, parts)
}

fn negated(filter: &Filter) -> Value {
    if let Filter::Not(inner) = filter {
        inner.clone()
    } else {
        Value::Null
    }
}

fn attribute(filter: &Filter) -> Value {
    match filter {
        Filter::Compare(_, attribute) | Filter::Extended(_, attribute) => attribute.clone(),
        _ => Value::Null,
    }
}

fn operator(filter: &Filter) -> Option<Rc<Str>> {
    if let Filter::Extended(operator, _) = filter {
        Some(operator.clone())
    } else {
        None
    }
}

fn is_present(filter: &Filter, object: &ConnectorObject) -> bool {
    filter
        .name()
        .is_some_and(|name| object.attribute_value(&name).is_some())
}

fn joined(vm: &mut Vm, filter: &Filter, word: &str) -> Res<String> {
    let (Filter::And(parts) | Filter::Or(parts)) = filter else {
        return Ok(String::new());
    };
    let mut texts = Vec::new();
    for part in parts {
        texts.push(vm.nested(|vm| vm.to_text(part))?);
    }
    Ok(format!("({})", texts.join(word)))
}

/// The label and the attribute; where Java's class has no `toString` of its own, that of `Object`.
fn text(vm: &mut Vm, this: &Value, label: &str) -> Res<String> {
    let Some(Filter::Compare(_, attribute)) = this.as_host::<Filter>() else {
        return Ok(String::new());
    };
    if label.is_empty() {
        let class = vm.class_name(this.class_id());
        return Ok(format!("{class}@{:x}", this.identity() as u32));
    }
    Ok(format!("{label}{}", vm.to_text(attribute)?))
}
