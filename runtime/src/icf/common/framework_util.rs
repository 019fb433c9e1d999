//! `FrameworkUtil`.

use crate::icf::{filter, operation_option_info, operation_options, values};
use rovy_interp::jdk::throwables;
use rovy_interp::registry::{Class, class, function, unbound};
use rovy_interp::value::{Str, Value};
use rovy_interp::{Res, Vm};

/// `org.identityconnectors.framework.common.FrameworkUtil`.
pub static CLASS: Class = class("org.identityconnectors.framework.common.FrameworkUtil").members(&[
    function(
        "getUidIfGetOperation(Filter filter): Uid",
        &unbound(filter::uid_asked_for),
    )
    .doc("The Uid of a filter that asks for one object; null for other filters."),
    function(
        "isSupportedAttributeType(Class type): boolean",
        &unbound(is_attribute_type),
    ),
    function("checkAttributeType(Class type): void", &unbound(check_attribute_type)),
    function(
        "checkAttributeValue(Object value): void",
        &unbound(check_attribute_value),
    ),
    function(
        "checkAttributeValue(String name, Object value): void",
        &unbound(check_named_value),
    ),
    function(
        "isSupportedConfigurationType(Class type): boolean",
        &unbound(is_configuration_type),
    ),
    function(
        "checkOperationOptionType(Class type): void",
        &unbound(check_option_type),
    ),
    function(
        "checkOperationOptionValue(Object value): void",
        &unbound(operation_options::check_value),
    ),
    function("getFrameworkVersion(): String", &unbound(|| "1.5.0.0")),
]);

fn is_attribute_type(vm: &mut Vm, class: &Value) -> bool {
    class.as_class().is_some_and(|id| values::is_supported_type(vm, id))
}

fn is_configuration_type(vm: &mut Vm, class: &Value) -> bool {
    class
        .as_class()
        .is_some_and(|id| operation_option_info::is_configuration_type(vm, id))
}

fn check_option_type(vm: &mut Vm, class: &Value) -> Res<()> {
    match class.as_class() {
        Some(id) => operation_option_info::check_type(vm, id),
        None => Err(vm.null_pointer("Cannot invoke \"java.lang.Class.isArray()\" because the type is null")),
    }
}

fn check_attribute_type(vm: &mut Vm, class: &Value) -> Res<()> {
    match class.as_class() {
        Some(id) => values::check_type(vm, id),
        None => Err(vm.throw_silent(&throwables::NULL_POINTER_EXCEPTION)),
    }
}

fn check_attribute_value(vm: &mut Vm, value: &Value) -> Res<()> {
    values::check(vm, None, value)
}

fn check_named_value(vm: &mut Vm, name: Option<&Str>, value: &Value) -> Res<()> {
    let name = name.map(|n| n.text());
    values::check(vm, name.as_deref(), value)
}
