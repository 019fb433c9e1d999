//! `java.lang.Double`.

use super::{floating, parse};
use crate::jdk::lang::interfaces;
use crate::registry::{Class, ClassId, class, constant, constructor, function, method, native, unbound};
use crate::value::{Str, Value};
use crate::{Res, Vm, gdk};
use std::rc::Rc;

/// `java.lang.Double`.
pub static CLASS: Class = class("java.lang.Double")
    .doc("A binary floating-point number of 64 bits.")
    .extends(&super::CLASS)
    .implements(&[&interfaces::COMPARABLE])
    .groovy(gdk::number::DOUBLE)
    .members(&[
        constant("MIN_VALUE: double", &unbound(|| f64::from_bits(1))),
        constant("MAX_VALUE: double", &unbound(|| f64::MAX)),
        constant("MIN_NORMAL: double", &unbound(|| f64::MIN_POSITIVE)),
        constant("POSITIVE_INFINITY: double", &unbound(|| f64::INFINITY)),
        constant("NEGATIVE_INFINITY: double", &unbound(|| f64::NEG_INFINITY)),
        constant("NaN: double", &unbound(|| f64::NAN)),
        constant("MAX_EXPONENT: int", &unbound(|| 1023)),
        constant("MIN_EXPONENT: int", &unbound(|| -1022)),
        constant("SIZE: int", &unbound(|| 64)),
        constant("BYTES: int", &unbound(|| 8)),
        constant("TYPE: Class", &unbound(|| Value::class(ClassId::PRIMITIVE_DOUBLE))),
        constructor("Double(double value)", &unbound(|d: f64| Value::from(d))),
        constructor("Double(String text)", &unbound(parse_text)),
        function("parseDouble(String text): double", &unbound(parse_text)).doc("The number that a text shows."),
        function("valueOf(double value): Double", &unbound(|d: f64| d)),
        function("valueOf(String text): Double", &unbound(parse_text)).doc("The number that a text shows."),
        function(
            "toString(double value): String",
            &unbound(|vm: &mut Vm, d: &Value| floating::text(vm, d, &CLASS)),
        ),
        function("toHexString(double value): String", &unbound(|d: f64| floating::hex(d)))
            .doc("The digits in hexadecimal."),
        function(
            "compare(double a, double b): int",
            &unbound(|a: f64, b: f64| floating::compare(a, b)),
        )
        .doc("Order by number; NaN last, -0.0 before 0.0."),
        function("isNaN(double value): boolean", &unbound(|d: f64| d.is_nan())),
        function("isInfinite(double value): boolean", &unbound(|d: f64| d.is_infinite())),
        function("isFinite(double value): boolean", &unbound(|d: f64| d.is_finite())),
        method("isNaN(): boolean", &native(|d: f64| d.is_nan())),
        method("isInfinite(): boolean", &native(|d: f64| d.is_infinite())),
        function(
            "doubleToLongBits(double value): long",
            &unbound(|d: f64| (if d.is_nan() { f64::NAN } else { d }).to_bits() as i64),
        ),
        function(
            "doubleToRawLongBits(double value): long",
            &unbound(|d: f64| d.to_bits() as i64),
        ),
        function(
            "longBitsToDouble(long bits): double",
            &unbound(|l: i64| f64::from_bits(l as u64)),
        ),
        function(
            "hashCode(double value): int",
            &unbound(|vm: &mut Vm, d: &Value| vm.hash(d).map(|h| h as i32)),
        ),
        function("sum(double a, double b): double", &unbound(|a: f64, b: f64| a + b)),
        function(
            "max(double a, double b): double",
            &unbound(|a: f64, b: f64| crate::jdk::lang::math::max_f64(a, b)),
        ),
        function(
            "min(double a, double b): double",
            &unbound(|a: f64, b: f64| crate::jdk::lang::math::min_f64(a, b)),
        ),
        method(
            "compareTo(Double other): int",
            &native(|a: f64, b: f64| floating::compare(a, b)),
        )
        .doc("Order by number; NaN last, -0.0 before 0.0."),
    ]);

fn parse_text(vm: &mut Vm, text: Option<&Rc<Str>>) -> Res<f64> {
    let text = floating::given(vm, text)?;
    parse::double(vm, text)
}
