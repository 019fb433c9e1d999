//! `FrameworkUtil`.

use crate::icf::{filter, operation_option_info, values};
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
        "isSupportedOperationOptionType(Class type): boolean",
        &unbound(is_option_type),
    ),
    function(
        "isSupportedConfigurationType(Class type): boolean",
        &unbound(is_option_type),
    ),
    function("getFrameworkVersion(): String", &unbound(|| "1.5.0.0")),
]);

fn is_attribute_type(vm: &mut Vm, class: &Value) -> bool {
    class.as_class().is_some_and(|id| values::is_supported_type(vm, id))
}

fn is_option_type(vm: &mut Vm, class: &Value) -> bool {
    class
        .as_class()
        .is_some_and(|id| operation_option_info::is_option_type(vm, id))
}

fn check_attribute_type(vm: &mut Vm, class: &Value) -> Res<()> {
    if is_attribute_type(vm, class) {
        return Ok(());
    }
    let name = class.as_class().map_or("null".into(), |id| vm.class_name(id));
    Err(vm.illegal_argument(format!("Attribute type 'class {name}' is not supported.")))
}

fn check_attribute_value(vm: &mut Vm, value: &Value) -> Res<()> {
    if values::is_supported(value) {
        return Ok(());
    }
    let name = values::class_name(vm, value);
    Err(vm.illegal_argument(format!("Attribute type 'class {name}' is not supported.")))
}

fn check_named_value(vm: &mut Vm, name: &Str, value: &Value) -> Res<()> {
    values::check(vm, &name.text(), value)
}
