//! Filters: one Rust type behind the framework's many classes, their making, evaluation, visiting and translation.

pub mod builder;
pub mod classes;
pub mod evaluate;
#[cfg(test)]
mod tests;
pub mod translate;
pub mod visitor;

use super::attribute::Attribute;
use super::behaviour::Behaviour;
use rovy_interp::registry::Class;
use rovy_interp::value::{Host, HostType, Str, Value};
use rovy_interp::{Res, Vm};
use std::rc::Rc;

/// A comparison of one attribute.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Comparison {
    /// `EqualsFilter`.
    Equals,
    /// `ContainsFilter`.
    Contains,
    /// `StartsWithFilter`.
    StartsWith,
    /// `EndsWithFilter`.
    EndsWith,
    /// `GreaterThanFilter`.
    GreaterThan,
    /// `GreaterThanOrEqualFilter`.
    GreaterThanOrEqual,
    /// `LessThanFilter`.
    LessThan,
    /// `LessThanOrEqualFilter`.
    LessThanOrEqual,
    /// `ContainsAllValuesFilter`.
    ContainsAllValues,
}

impl Comparison {
    /// Compares by order?
    pub fn is_order(self) -> bool {
        use Comparison::*;
        matches!(self, GreaterThan | GreaterThanOrEqual | LessThan | LessThanOrEqual)
    }

    /// Compares texts?
    pub fn is_text(self) -> bool {
        matches!(
            self,
            Comparison::Contains | Comparison::StartsWith | Comparison::EndsWith
        )
    }
}

/// A filter. Parts are values, since scripts may bring filters of their own.
pub enum Filter {
    /// `AndFilter`.
    And(Vec<Value>),
    /// `OrFilter`.
    Or(Vec<Value>),
    /// `NotFilter`.
    Not(Value),
    /// A comparison with an [`Attribute`].
    Compare(Comparison, Value),
    /// `PresenceFilter`.
    Present(Rc<Str>),
    /// `ExtendedMatchFilter`: operator and [`Attribute`].
    Extended(Rc<Str>, Value),
}

impl HostType for Filter {
    const NAME: &'static str = "org.identityconnectors.framework.common.objects.filter.Filter";
    fn class() -> &'static Class {
        &classes::FILTER
    }
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        match self {
            Filter::And(parts) | Filter::Or(parts) => parts.iter().for_each(visit),
            Filter::Not(part) | Filter::Compare(_, part) | Filter::Extended(_, part) => visit(part),
            Filter::Present(_) => {}
        }
    }
}

impl From<Filter> for Value {
    fn from(filter: Filter) -> Value {
        Value::Host(Host::of(classes::of(&filter), filter))
    }
}

impl Filter {
    /// The attribute that the filter looks at, where it is one that carries an attribute.
    pub fn attribute(&self) -> Option<&Attribute> {
        match self {
            Filter::Compare(_, attribute) | Filter::Extended(_, attribute) => attribute.as_host(),
            _ => None,
        }
    }

    /// The name of the attribute that the filter looks at.
    pub fn name(&self) -> Option<Rc<Str>> {
        match self {
            Filter::Present(name) => Some(name.clone()),
            other => other.attribute().map(|a| a.name.clone()),
        }
    }

    /// The left and right part of an AND or OR. The open toolkit gives an OR of three or more an AND of the rest as its right
    /// part; the newer one does not.
    pub fn halves(&self, behaviour: Behaviour) -> Option<(Value, Value)> {
        let (parts, is_or) = match self {
            Filter::And(parts) => (parts, false),
            Filter::Or(parts) => (parts, true),
            _ => return None,
        };
        match parts.as_slice() {
            [left, right] => Some((left.clone(), right.clone())),
            [left, rest @ ..] if !rest.is_empty() => {
                let rest = rest.to_vec();
                let right = if is_or && behaviour == Behaviour::Rcs {
                    Filter::Or(rest)
                } else {
                    Filter::And(rest)
                };
                Some((left.clone(), right.into()))
            }
            _ => None,
        }
    }
}

/// The Uid that a filter asks for and nothing else: an equality on `__UID__`.
pub fn uid_asked_for(filter: &Value) -> Value {
    match filter.as_host::<Filter>() {
        Some(Filter::Compare(Comparison::Equals, attribute)) => match attribute.as_host::<Attribute>() {
            Some(a) if a.kind == super::attribute::Kind::Uid => attribute.clone(),
            _ => Value::Null,
        },
        _ => Value::Null,
    }
}

/// Calls a filter's `accept(object)`: our own directly, a script's own by its method.
pub fn accepts(vm: &mut Vm, filter: &Value, object: &Value) -> Res<bool> {
    match filter.as_host::<Filter>() {
        Some(own) => evaluate::accept(vm, own, object),
        None => {
            let answer = vm.call_method(filter, "accept", std::slice::from_ref(object))?;
            vm.truth(&answer)
        }
    }
}
