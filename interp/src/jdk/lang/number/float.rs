//! `java.lang.Float`.

use super::{floating, parse};
use crate::jdk::lang::interfaces;
use crate::registry::{Class, ClassId, class, constant, constructor, function, method, native, unbound};
use crate::value::{Str, Value};
use crate::{Res, Vm, gdk};
use std::rc::Rc;

/// `java.lang.Float`.
pub static CLASS: Class = class("java.lang.Float")
    .doc("A binary floating-point number of 32 bits.")
    .extends(&super::CLASS)
    .implements(&[&interfaces::COMPARABLE])
    .groovy(gdk::number::FLOAT)
    .members(&[
        constant("MIN_VALUE: float", &unbound(|| f32::from_bits(1))),
        constant("MAX_VALUE: float", &unbound(|| f32::MAX)),
        constant("MIN_NORMAL: float", &unbound(|| f32::MIN_POSITIVE)),
        constant("POSITIVE_INFINITY: float", &unbound(|| f32::INFINITY)),
        constant("NEGATIVE_INFINITY: float", &unbound(|| f32::NEG_INFINITY)),
        constant("NaN: float", &unbound(|| f32::NAN)),
        constant("MAX_EXPONENT: int", &unbound(|| 127)),
        constant("MIN_EXPONENT: int", &unbound(|| -126)),
        constant("SIZE: int", &unbound(|| 32)),
        constant("BYTES: int", &unbound(|| 4)),
        constant("TYPE: Class", &unbound(|| Value::class(ClassId::PRIMITIVE_FLOAT))),
        constructor("Float(float value)", &unbound(|d: f32| Value::from(d))),
        constructor("Float(double value)", &unbound(|d: f64| Value::float(d as f32))),
        constructor("Float(String text)", &unbound(parse_text)),
        function("parseFloat(String text): float", &unbound(parse_text)).doc("The number that a text shows."),
        function("valueOf(float value): Float", &unbound(|d: f32| d)),
        function("valueOf(String text): Float", &unbound(parse_text)).doc("The number that a text shows."),
        function(
            "toString(float value): String",
            &unbound(|vm: &mut Vm, d: &Value| floating::text(vm, d, &CLASS)),
        ),
        function(
            "toHexString(float value): String",
            &unbound(|d: f32| floating::hex(d.into())),
        )
        .doc("The digits in hexadecimal."),
        function(
            "compare(float a, float b): int",
            &unbound(|a: f32, b: f32| floating::compare(a.into(), b.into())),
        )
        .doc("Order by number; NaN last, -0.0 before 0.0."),
        function("isNaN(float value): boolean", &unbound(|d: f32| d.is_nan())),
        function("isInfinite(float value): boolean", &unbound(|d: f32| d.is_infinite())),
        function("isFinite(float value): boolean", &unbound(|d: f32| d.is_finite())),
        method("isNaN(): boolean", &native(|d: f32| d.is_nan())),
        method("isInfinite(): boolean", &native(|d: f32| d.is_infinite())),
        function(
            "floatToIntBits(float value): int",
            &unbound(|d: f32| (if d.is_nan() { f32::NAN } else { d }).to_bits() as i32),
        ),
        function(
            "floatToRawIntBits(float value): int",
            &unbound(|d: f32| d.to_bits() as i32),
        ),
        function(
            "intBitsToFloat(int bits): float",
            &unbound(|i: i32| f32::from_bits(i as u32)),
        ),
        function(
            "hashCode(float value): int",
            &unbound(|vm: &mut Vm, d: &Value| vm.hash(d).map(|h| h as i32)),
        ),
        function("sum(float a, float b): float", &unbound(|a: f32, b: f32| a + b)),
        function(
            "max(float a, float b): float",
            &unbound(|a: f32, b: f32| crate::jdk::lang::math::max_f32(a, b)),
        ),
        function(
            "min(float a, float b): float",
            &unbound(|a: f32, b: f32| crate::jdk::lang::math::min_f32(a, b)),
        ),
        method(
            "compareTo(Float other): int",
            &native(|a: f32, b: f32| floating::compare(a.into(), b.into())),
        )
        .doc("Order by number; NaN last, -0.0 before 0.0."),
    ]);

fn parse_text(vm: &mut Vm, text: Option<&Rc<Str>>) -> Res<f32> {
    let text = floating::given(vm, text)?;
    parse::float(vm, text)
}
