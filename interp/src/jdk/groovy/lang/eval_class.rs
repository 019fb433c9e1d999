//! `groovy.util.Eval`: a text run at once.

use super::binding::Binding;
use crate::registry::{Class, Kind, class, raw, slice};
use crate::value::{Str, Value};
use crate::vm::Source;
use crate::{Res, Vm};

/// `groovy.util.Eval`.
pub static CLASS: Class = class("groovy.util.Eval").members(&[
    raw(
        Kind::Static,
        "me(String expression): Object",
        &slice(|vm, _, args| with(vm, args, &[])),
    )
    .doc("Runs a text."),
    raw(
        Kind::Static,
        "me(String symbol, Object value, String expression): Object",
        &slice(named),
    )
    .doc("Runs a text with one variable."),
    raw(
        Kind::Static,
        "x(Object x, String expression): Object",
        &slice(|vm, _, args| with(vm, args, &["x"])),
    )
    .doc("Runs a text with `x`."),
    raw(
        Kind::Static,
        "xy(Object x, Object y, String expression): Object",
        &slice(|vm, _, args| with(vm, args, &["x", "y"])),
    )
    .doc("Runs a text with `x` and `y`."),
    raw(
        Kind::Static,
        "xyz(Object x, Object y, Object z, String expression): Object",
        &slice(|vm, _, args| with(vm, args, &["x", "y", "z"])),
    )
    .doc("Runs a text with `x`, `y` and `z`."),
]);

fn named(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    let [symbol, value, expression] = args else {
        return Err(vm.argument_mismatch(args));
    };
    let symbol = vm.to_text(symbol)?;
    with(vm, &[value.clone(), expression.clone()], &[&symbol])
}

/// Runs the last argument with the others as variables.
fn with(vm: &mut Vm, args: &[Value], names: &[&str]) -> Res {
    let Some((expression, values)) = args.split_last() else {
        return Err(vm.argument_mismatch(args));
    };
    let text = vm.to_text(expression)?;
    let binding = Binding::empty();
    for (name, value) in names.iter().zip(values) {
        binding.variables.borrow().put_str(&Str::new(name), value.clone());
    }
    let source = Source {
        name: "Script1",
        file: "Script1.groovy",
        text: &text,
    };
    vm.evaluate(source, Value::host(binding))
}
