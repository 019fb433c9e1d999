//! `java.lang.Integer`.

use super::parse::{self, int};
use super::{by_zero, in_radix, property, unsigned_in_radix};
use crate::jdk::lang::interfaces;
use crate::registry::{Class, ClassId, class, constant, constructor, function, method, native, unbound};
use crate::value::{Str, Value};
use crate::{Res, Vm, gdk};
use std::rc::Rc;

/// `java.lang.Integer`.
pub static CLASS: Class = class("java.lang.Integer")
    .doc("A whole number of 32 bits.")
    .extends(&super::CLASS)
    .implements(&[&interfaces::COMPARABLE])
    .groovy(gdk::number::WHOLE)
    .members(&[
        constant("MIN_VALUE: int", &unbound(|| i32::MIN)),
        constant("MAX_VALUE: int", &unbound(|| i32::MAX)),
        constant("SIZE: int", &unbound(|| 32)),
        constant("BYTES: int", &unbound(|| 4)),
        constant("TYPE: Class", &unbound(|| Value::class(ClassId::PRIMITIVE_INT))),
        constructor("Integer(int value)", &unbound(|i: i32| Value::from(i))).deprecated("a number is one already"),
        constructor("Integer(String text)", &unbound(parse_text)).deprecated("use Integer.valueOf"),
        function("parseInt(String text): int", &unbound(parse_text)).doc("The number that a text shows."),
        function("parseInt(String text, int radix): int", &unbound(parse_radix)).doc("The number that a text shows in a radix."),
        function("parseInt(CharSequence text, int begin, int end, int radix): int", &unbound(parse_part)).doc("The number that a part of a text shows."),
        function("parseUnsignedInt(String text): int", &unbound(|vm: &mut Vm, t: Option<&Rc<Str>>| parse_unsigned(vm, t, 10))).doc("The number without sign that a text shows."),
        function("parseUnsignedInt(String text, int radix): int", &unbound(parse_unsigned)).doc("The number without sign that a text shows."),
        function("valueOf(int value): Integer", &unbound(|i: i32| i)),
        function("valueOf(String text): Integer", &unbound(parse_text)).doc("The number that a text shows."),
        function("valueOf(String text, int radix): Integer", &unbound(parse_radix)).doc("The number that a text shows in a radix."),
        function("decode(String text): Integer", &unbound(decode)).doc("The number that a text shows, `0x`, `#` and `0` before it giving the radix."),
        function("toString(int value): String", &unbound(|i: i32| i.to_string())),
        function("toString(int value, int radix): String", &unbound(|i: i32, radix: i32| in_radix(i.into(), radix))).doc("The digits in a radix."),
        function("toUnsignedString(int value): String", &unbound(|i: i32| (i as u32).to_string())),
        function("toUnsignedString(int value, int radix): String", &unbound(|i: i32, radix: i32| unsigned_in_radix(u64::from(i as u32), radix))),
        function("toHexString(int value): String", &unbound(|i: i32| format!("{i:x}"))).doc("The bits as hexadecimal digits."),
        function("toOctalString(int value): String", &unbound(|i: i32| format!("{i:o}"))).doc("The bits as octal digits."),
        function("toBinaryString(int value): String", &unbound(|i: i32| format!("{i:b}"))).doc("The bits."),
        function("toUnsignedLong(int value): long", &unbound(|i: i32| i64::from(i as u32))),
        function("hashCode(int value): int", &unbound(|i: i32| i)),
        function("compare(int a, int b): int", &unbound(|a: i32, b: i32| a.cmp(&b) as i32)).doc("Order by number."),
        function("compareUnsigned(int a, int b): int", &unbound(|a: i32, b: i32| (a as u32).cmp(&(b as u32)) as i32)).doc("Order by number without sign."),
        function("divideUnsigned(int a, int b): int", &unbound(|vm: &mut Vm, a: i32, b: i32| by_zero(vm, (a as u32).checked_div(b as u32)).map(|q| q as i32))),
        function("remainderUnsigned(int a, int b): int", &unbound(|vm: &mut Vm, a: i32, b: i32| by_zero(vm, (a as u32).checked_rem(b as u32)).map(|q| q as i32))),
        function("signum(int value): int", &unbound(|i: i32| i.signum())),
        function("sum(int a, int b): int", &unbound(i32::wrapping_add)),
        function("max(int a, int b): int", &unbound(|a: i32, b: i32| a.max(b))),
        function("min(int a, int b): int", &unbound(|a: i32, b: i32| a.min(b))),
        function("bitCount(int value): int", &unbound(|i: i32| i.count_ones() as i32)),
        function("numberOfLeadingZeros(int value): int", &unbound(|i: i32| i.leading_zeros() as i32)),
        function("numberOfTrailingZeros(int value): int", &unbound(|i: i32| i.trailing_zeros() as i32)),
        function("highestOneBit(int value): int", &unbound(|i: i32| if i == 0 { 0 } else { (i32::MIN as u32) >> i.leading_zeros() } as i32)),
        function("lowestOneBit(int value): int", &unbound(|i: i32| i & i.wrapping_neg())),
        function("reverse(int value): int", &unbound(i32::reverse_bits)),
        function("reverseBytes(int value): int", &unbound(i32::swap_bytes)),
        function("rotateLeft(int value, int distance): int", &unbound(|i: i32, n: i32| i.rotate_left(n.rem_euclid(32) as u32))),
        function("rotateRight(int value, int distance): int", &unbound(|i: i32, n: i32| i.rotate_right(n.rem_euclid(32) as u32))),
        method("compareTo(Integer other): int", &native(|a: i32, b: i32| a.cmp(&b) as i32)).doc("Order by number."),
        function("getInteger(String property): Integer", &unbound(|vm: &mut Vm, p: &Rc<Str>| from_property(vm, p, &Value::Null))).doc("The number that a system property shows, or null."),
        function("getInteger(String property, Integer default): Integer", &unbound(from_property)).doc("The number that a system property shows, or another."),
    ]);

fn parse_text(vm: &mut Vm, text: Option<&Rc<Str>>) -> Res<i32> {
    parse_radix(vm, text, 10)
}

fn parse_radix(vm: &mut Vm, text: Option<&Rc<Str>>, radix: i32) -> Res<i32> {
    let text = parse::given(vm, text)?;
    int(vm, text, radix)
}

fn parse_part(vm: &mut Vm, text: &Rc<Str>, begin: i32, end: i32, radix: i32) -> Res<i32> {
    let part = crate::jdk::lang::string::substring(vm, text, begin, end)?;
    int(vm, &part, radix)
}

fn parse_unsigned(vm: &mut Vm, text: Option<&Rc<Str>>, radix: i32) -> Res<i32> {
    let text = parse::given(vm, text)?;
    parse::unsigned(vm, text, radix, u32::MAX.into(), "unsigned int").map(|i| i as i32)
}

fn decode(vm: &mut Vm, text: &Str) -> Res<i32> {
    parse::decode(vm, text, i32::MIN.into(), i32::MAX.into()).map(|i| i as i32)
}

fn from_property(vm: &mut Vm, name: &Rc<Str>, default: &Value) -> Res {
    property(vm, name, default, decode)
}
