//! `java.math.MathContext`.

use super::rounding_mode;
use crate::number::{MathContext, RoundingMode};
use crate::registry::{Class, class, constant, constructor, method, native, unbound};
use crate::value::{HostType, Str, Value};
use crate::{Res, Vm};

impl HostType for MathContext {
    const NAME: &'static str = "java.math.MathContext";
    fn class() -> &'static Class {
        &CLASS
    }
}

/// `java.math.MathContext`.
pub static CLASS: Class = class(MathContext::NAME)
    .doc("How many digits a result has, and how it is rounded to them.")
    .members(&[
        constant("UNLIMITED: MathContext", &unbound(|| MathContext::UNLIMITED)).doc("Exact results."),
        constant("DECIMAL32: MathContext", &unbound(|| MathContext::DECIMAL32)).doc("7 digits, half to even."),
        constant("DECIMAL64: MathContext", &unbound(|| MathContext::DECIMAL64)).doc("16 digits, half to even."),
        constant("DECIMAL128: MathContext", &unbound(|| MathContext::DECIMAL128)).doc("34 digits, half to even."),
        constructor(
            "MathContext(int precision)",
            &unbound(|vm: &mut Vm, p: i32| make(vm, p, RoundingMode::HalfUp)),
        ),
        constructor("MathContext(int precision, RoundingMode mode)", &unbound(with_mode)),
        constructor("MathContext(String text)", &unbound(read)),
        method("getPrecision(): int", &native(|c: &MathContext| c.precision as i32))
            .doc("How many digits; 0 for exact results."),
        method(
            "getRoundingMode(): RoundingMode",
            &native(|c: &MathContext| rounding_mode::value(c.rounding)),
        )
        .doc("How it rounds."),
        method(
            "equals(Object other): boolean",
            &native(|c: &MathContext, o: &Value| o.as_host::<MathContext>() == Some(c)),
        ),
        method(
            "hashCode(): int",
            &native(|c: &MathContext| c.precision as i32 * 31 + c.rounding as i32),
        ),
        method("toString(): String", &native(|c: &MathContext| c.to_string())),
    ]);

fn make(vm: &mut Vm, precision: i32, mode: RoundingMode) -> Res<MathContext> {
    match u32::try_from(precision) {
        Ok(precision) => Ok(MathContext::new(precision, mode)),
        Err(_) => Err(vm.illegal_argument("Digits < 0")),
    }
}

fn with_mode(vm: &mut Vm, precision: i32, mode: &Value) -> Res<MathContext> {
    let mode = rounding_mode::of(vm, mode)?;
    make(vm, precision, mode)
}

/// As `toString()` writes it.
fn read(vm: &mut Vm, text: &Str) -> Res<MathContext> {
    let text = text.text();
    let parts = text
        .strip_prefix("precision=")
        .and_then(|rest| rest.split_once(" roundingMode="));
    let read = parts.and_then(|(precision, mode)| Some((precision.parse().ok()?, RoundingMode::from_name(mode)?)));
    match read {
        Some((precision, mode)) => make(vm, precision, mode),
        None => Err(vm.illegal_argument("bad string format")),
    }
}
