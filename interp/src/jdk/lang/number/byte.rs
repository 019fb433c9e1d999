//! `java.lang.Byte`.

use super::parse;
use crate::jdk::lang::interfaces;
use crate::registry::{Class, ClassId, class, constant, constructor, function, method, native, unbound};
use crate::value::{Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// `java.lang.Byte`.
pub static CLASS: Class = class("java.lang.Byte")
    .doc("A whole number of 8 bits.")
    .extends(&super::CLASS)
    .implements(&[&interfaces::COMPARABLE])
    .members(&[
        constant("MIN_VALUE: byte", &unbound(|| i8::MIN)),
        constant("MAX_VALUE: byte", &unbound(|| i8::MAX)),
        constant("SIZE: int", &unbound(|| 8)),
        constant("BYTES: int", &unbound(|| 1)),
        constant("TYPE: Class", &unbound(|| Value::class(ClassId::PRIMITIVE_BYTE))),
        constructor("Byte(byte value)", &unbound(|i: i32| Value::byte(i as i8))),
        constructor("Byte(String text)", &unbound(parse_text)),
        function("parseByte(String text): byte", &unbound(parse_text)).doc("The number that a text shows."),
        function("parseByte(String text, int radix): byte", &unbound(parse_radix))
            .doc("The number that a text shows in a radix."),
        function("valueOf(byte value): Byte", &unbound(|i: i32| i as i8)),
        function("valueOf(String text): Byte", &unbound(parse_text)),
        function("valueOf(String text, int radix): Byte", &unbound(parse_radix)),
        function(
            "decode(String text): Byte",
            &unbound(|vm: &mut Vm, t: &Str| parse::decode(vm, t, i8::MIN.into(), i8::MAX.into()).map(|i| i as i8)),
        )
        .doc("The number that a text shows, `0x`, `#` and `0` before it giving the radix."),
        function("toString(byte value): String", &unbound(|i: i32| i.to_string())),
        function("hashCode(byte value): int", &unbound(|i: i32| i)),
        function("compare(byte a, byte b): int", &unbound(|a: i32, b: i32| a - b)).doc("The difference."),
        function(
            "compareUnsigned(byte a, byte b): int",
            &unbound(|a: i32, b: i32| (a & 255) - (b & 255)),
        )
        .doc("The difference without signs."),
        function("toUnsignedInt(byte value): int", &unbound(|i: i32| i & 255)),
        function(
            "toUnsignedLong(byte value): long",
            &unbound(|i: i32| i64::from(i & 255)),
        ),
        method("compareTo(Byte other): int", &native(|a: i32, b: i32| a - b)).doc("The difference."),
    ]);

fn parse_text(vm: &mut Vm, text: Option<&Rc<Str>>) -> Res<i8> {
    parse_radix(vm, text, 10)
}

fn parse_radix(vm: &mut Vm, text: Option<&Rc<Str>>, radix: i32) -> Res<i8> {
    let text = parse::given(vm, text)?;
    parse::byte(vm, text, radix)
}
