//! `java.lang.Short`.

use super::parse;
use crate::jdk::lang::interfaces;
use crate::registry::{Class, ClassId, class, constant, constructor, function, method, native, unbound};
use crate::value::{Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// `java.lang.Short`.
pub static CLASS: Class = class("java.lang.Short")
    .doc("A whole number of 16 bits.")
    .extends(&super::CLASS)
    .implements(&[&interfaces::COMPARABLE])
    .members(&[
        constant("MIN_VALUE: short", &unbound(|| i16::MIN)),
        constant("MAX_VALUE: short", &unbound(|| i16::MAX)),
        constant("SIZE: int", &unbound(|| 16)),
        constant("BYTES: int", &unbound(|| 2)),
        constant("TYPE: Class", &unbound(|| Value::class(ClassId::PRIMITIVE_SHORT))),
        constructor("Short(short value)", &unbound(|i: i32| Value::short(i as i16))),
        constructor("Short(String text)", &unbound(parse_text)),
        function("parseShort(String text): short", &unbound(parse_text)).doc("The number that a text shows."),
        function("parseShort(String text, int radix): short", &unbound(parse_radix))
            .doc("The number that a text shows in a radix."),
        function("valueOf(short value): Short", &unbound(|i: i32| i as i16)),
        function("valueOf(String text): Short", &unbound(parse_text)),
        function("valueOf(String text, int radix): Short", &unbound(parse_radix)),
        function(
            "decode(String text): Short",
            &unbound(|vm: &mut Vm, t: &Str| parse::decode(vm, t, i16::MIN.into(), i16::MAX.into()).map(|i| i as i16)),
        )
        .doc("The number that a text shows, `0x`, `#` and `0` before it giving the radix."),
        function("toString(short value): String", &unbound(|i: i32| i.to_string())),
        function("hashCode(short value): int", &unbound(|i: i32| i)),
        function("compare(short a, short b): int", &unbound(|a: i32, b: i32| a - b)).doc("The difference."),
        function(
            "compareUnsigned(short a, short b): int",
            &unbound(|a: i32, b: i32| (a & 65535) - (b & 65535)),
        )
        .doc("The difference without signs."),
        function("toUnsignedInt(short value): int", &unbound(|i: i32| i & 65535)),
        function(
            "toUnsignedLong(short value): long",
            &unbound(|i: i32| i64::from(i & 65535)),
        ),
        function(
            "reverseBytes(short value): short",
            &unbound(|i: i32| (i as i16).swap_bytes()),
        ),
        method("compareTo(Short other): int", &native(|a: i32, b: i32| a - b)).doc("The difference."),
    ]);

fn parse_text(vm: &mut Vm, text: Option<&Rc<Str>>) -> Res<i16> {
    parse_radix(vm, text, 10)
}

fn parse_radix(vm: &mut Vm, text: Option<&Rc<Str>>, radix: i32) -> Res<i16> {
    let text = parse::given(vm, text)?;
    parse::short(vm, text, radix)
}
