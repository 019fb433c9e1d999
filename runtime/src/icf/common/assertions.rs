//! `Assertions`.

use crate::icf::values;
use rovy_interp::Res;
use rovy_interp::Vm;
use rovy_interp::jdk::throwables;
use rovy_interp::registry::{Class, class, function, unbound};
use rovy_interp::value::{Str, Value};

/// `org.identityconnectors.common.Assertions`.
pub static CLASS: Class = class("org.identityconnectors.common.Assertions").members(&[
    function("nullCheck(Object value, String parameter): void", &unbound(null_check))
        .doc("Throws unless the value is there."),
    function(
        "nullChecked(Object value, String parameter): Object",
        &unbound(null_checked),
    ),
    function("blankCheck(String text, String parameter): void", &unbound(blank_check))
        .doc("Throws unless the text says something."),
    function(
        "blankChecked(String text, String parameter): String",
        &unbound(blank_checked),
    ),
]);

fn parameter_name(vm: &mut Vm, name: Option<&Str>) -> Res<String> {
    match name.map(Str::text).filter(|n| !n.trim().is_empty()) {
        Some(name) => Ok(name.into_owned()),
        None => Err(vm.throw(
            &throwables::ILLEGAL_ARGUMENT_EXCEPTION,
            "Argument paramName must not be blank!",
        )),
    }
}

fn null_check(vm: &mut Vm, value: &Value, parameter: Option<&Str>) -> Res<()> {
    let name = parameter_name(vm, parameter)?;
    values::null_check(vm, value, &name)
}

fn null_checked(vm: &mut Vm, value: &Value, parameter: Option<&Str>) -> Res {
    null_check(vm, value, parameter)?;
    Ok(value.clone())
}

fn blank_check(vm: &mut Vm, text: Option<&Str>, parameter: Option<&Str>) -> Res<()> {
    let name = parameter_name(vm, parameter)?;
    values::blank_check(vm, text, &name)
}

fn blank_checked(vm: &mut Vm, text: &Value, parameter: Option<&Str>) -> Res {
    let shown = if text.is_null() { None } else { Some(vm.to_str(text)?) };
    blank_check(vm, shown.as_deref(), parameter)?;
    Ok(text.clone())
}
