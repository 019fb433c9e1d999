//! `FilterVisitor`, and which of its methods a filter calls.

use super::{Comparison, Filter};
use rovy_interp::registry::{Class, interface, required};
use rovy_interp::{Res, Value, Vm};

/// `org.identityconnectors.framework.common.objects.filter.FilterVisitor`.
pub static CLASS: Class = interface("org.identityconnectors.framework.common.objects.filter.FilterVisitor")
    .doc("One method for each kind of filter.")
    .members(&[
        required("visitAndFilter(Object parameter, AndFilter filter): Object"),
        required("visitContainsFilter(Object parameter, ContainsFilter filter): Object"),
        required("visitContainsAllValuesFilter(Object parameter, ContainsAllValuesFilter filter): Object"),
        required("visitEqualsFilter(Object parameter, EqualsFilter filter): Object"),
        required("visitExtendedFilter(Object parameter, Filter filter): Object"),
        required("visitGreaterThanFilter(Object parameter, GreaterThanFilter filter): Object"),
        required("visitGreaterThanOrEqualFilter(Object parameter, GreaterThanOrEqualFilter filter): Object"),
        required("visitLessThanFilter(Object parameter, LessThanFilter filter): Object"),
        required("visitLessThanOrEqualFilter(Object parameter, LessThanOrEqualFilter filter): Object"),
        required("visitNotFilter(Object parameter, NotFilter filter): Object"),
        required("visitOrFilter(Object parameter, OrFilter filter): Object"),
        required("visitStartsWithFilter(Object parameter, StartsWithFilter filter): Object"),
        required("visitEndsWithFilter(Object parameter, EndsWithFilter filter): Object"),
    ]);

/// The visitor's method for a filter.
pub fn method_for(filter: &Filter) -> &'static str {
    match filter {
        Filter::And(_) => "visitAndFilter",
        Filter::Or(_) => "visitOrFilter",
        Filter::Not(_) => "visitNotFilter",
        Filter::Present(_) | Filter::Extended(..) => "visitExtendedFilter",
        Filter::Compare(comparison, _) => match comparison {
            Comparison::Equals => "visitEqualsFilter",
            Comparison::Contains => "visitContainsFilter",
            Comparison::StartsWith => "visitStartsWithFilter",
            Comparison::EndsWith => "visitEndsWithFilter",
            Comparison::GreaterThan => "visitGreaterThanFilter",
            Comparison::GreaterThanOrEqual => "visitGreaterThanOrEqualFilter",
            Comparison::LessThan => "visitLessThanFilter",
            Comparison::LessThanOrEqual => "visitLessThanOrEqualFilter",
            Comparison::ContainsAllValues => "visitContainsAllValuesFilter",
        },
    }
}

/// `filter.accept(visitor, parameter)`.
pub fn visit(vm: &mut Vm, this: &Value, visitor: &Value, parameter: &Value) -> Res {
    let Some(filter) = this.as_host::<Filter>() else {
        return Err(vm.unsupported("a filter of a script must bring its own accept(visitor, parameter)"));
    };
    if visitor.is_null() {
        let message = format!(
            "Cannot invoke \"FilterVisitor.{}(Object, Filter)\" because the visitor is null",
            method_for(filter)
        );
        return Err(vm.null_pointer(message));
    }
    vm.nested(|vm| vm.call_method(visitor, method_for(filter), &[parameter.clone(), this.clone()]))
}
