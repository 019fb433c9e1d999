//! `java.lang.Long`.

use super::parse::{self, long};
use super::{by_zero, in_radix, property, unsigned_in_radix};
use crate::jdk::lang::interfaces;
use crate::registry::{Class, ClassId, class, constant, constructor, function, method, native, unbound};
use crate::value::{Str, Value};
use crate::{Res, Vm, gdk};
use std::rc::Rc;

/// `java.lang.Long`.
pub static CLASS: Class = class("java.lang.Long")
    .doc("A whole number of 64 bits.")
    .extends(&super::CLASS)
    .implements(&[&interfaces::COMPARABLE])
    .groovy(gdk::number::LONG)
    .members(&[
        constant("MIN_VALUE: long", &unbound(|| i64::MIN)),
        constant("MAX_VALUE: long", &unbound(|| i64::MAX)),
        constant("SIZE: int", &unbound(|| 64)),
        constant("BYTES: int", &unbound(|| 8)),
        constant("TYPE: Class", &unbound(|| Value::class(ClassId::PRIMITIVE_LONG))),
        constructor("Long(long value)", &unbound(|i: i64| Value::from(i))).deprecated("a number is one already"),
        constructor("Long(String text)", &unbound(parse_text)).deprecated("use Long.valueOf"),
        function("parseLong(String text): long", &unbound(parse_text)).doc("The number that a text shows."),
        function("parseLong(String text, int radix): long", &unbound(parse_radix)).doc("The number that a text shows in a radix."),
        function("parseLong(CharSequence text, int begin, int end, int radix): long", &unbound(parse_part)).doc("The number that a part of a text shows."),
        function("parseUnsignedLong(String text): long", &unbound(|vm: &mut Vm, t: Option<&Rc<Str>>| parse_unsigned(vm, t, 10))).doc("The number without sign that a text shows."),
        function("parseUnsignedLong(String text, int radix): long", &unbound(parse_unsigned)).doc("The number without sign that a text shows."),
        function("valueOf(long value): Long", &unbound(|i: i64| i)),
        function("valueOf(String text): Long", &unbound(parse_text)).doc("The number that a text shows."),
        function("valueOf(String text, int radix): Long", &unbound(parse_radix)).doc("The number that a text shows in a radix."),
        function("decode(String text): Long", &unbound(decode)).doc("The number that a text shows, `0x`, `#` and `0` before it giving the radix."),
        function("toString(long value): String", &unbound(|i: i64| i.to_string())),
        function("toString(long value, int radix): String", &unbound(|i: i64, radix: i32| in_radix(i, radix))).doc("The digits in a radix."),
        function("toUnsignedString(long value): String", &unbound(|i: i64| (i as u64).to_string())),
        function("toUnsignedString(long value, int radix): String", &unbound(|i: i64, radix: i32| unsigned_in_radix(i as u64, radix))),
        function("toHexString(long value): String", &unbound(|i: i64| format!("{i:x}"))).doc("The bits as hexadecimal digits."),
        function("toOctalString(long value): String", &unbound(|i: i64| format!("{i:o}"))).doc("The bits as octal digits."),
        function("toBinaryString(long value): String", &unbound(|i: i64| format!("{i:b}"))).doc("The bits."),
        function("hashCode(long value): int", &unbound(|l: i64| (l ^ (l as u64 >> 32) as i64) as i32)),
        function("compare(long a, long b): int", &unbound(|a: i64, b: i64| a.cmp(&b) as i32)).doc("Order by number."),
        function("compareUnsigned(long a, long b): int", &unbound(|a: i64, b: i64| (a as u64).cmp(&(b as u64)) as i32)).doc("Order by number without sign."),
        function("divideUnsigned(long a, long b): long", &unbound(|vm: &mut Vm, a: i64, b: i64| by_zero(vm, (a as u64).checked_div(b as u64)).map(|q| q as i64))),
        function("remainderUnsigned(long a, long b): long", &unbound(|vm: &mut Vm, a: i64, b: i64| by_zero(vm, (a as u64).checked_rem(b as u64)).map(|q| q as i64))),
        function("signum(long value): int", &unbound(|i: i64| i.signum() as i32)),
        function("sum(long a, long b): long", &unbound(i64::wrapping_add)),
        function("max(long a, long b): long", &unbound(|a: i64, b: i64| a.max(b))),
        function("min(long a, long b): long", &unbound(|a: i64, b: i64| a.min(b))),
        function("bitCount(long value): int", &unbound(|i: i64| i.count_ones() as i32)),
        function("numberOfLeadingZeros(long value): int", &unbound(|i: i64| i.leading_zeros() as i32)),
        function("numberOfTrailingZeros(long value): int", &unbound(|i: i64| i.trailing_zeros() as i32)),
        function("highestOneBit(long value): long", &unbound(|i: i64| if i == 0 { 0 } else { (i64::MIN as u64) >> i.leading_zeros() } as i64)),
        function("lowestOneBit(long value): long", &unbound(|i: i64| i & i.wrapping_neg())),
        function("reverse(long value): long", &unbound(i64::reverse_bits)),
        function("reverseBytes(long value): long", &unbound(i64::swap_bytes)),
        function("rotateLeft(long value, int distance): long", &unbound(|i: i64, n: i32| i.rotate_left(n.rem_euclid(64) as u32))),
        function("rotateRight(long value, int distance): long", &unbound(|i: i64, n: i32| i.rotate_right(n.rem_euclid(64) as u32))),
        method("compareTo(Long other): int", &native(|a: i64, b: i64| a.cmp(&b) as i32)).doc("Order by number."),
        function("getLong(String property): Long", &unbound(|vm: &mut Vm, p: &Rc<Str>| from_property(vm, p, &Value::Null))).doc("The number that a system property shows, or null."),
        function("getLong(String property, Long default): Long", &unbound(from_property)).doc("The number that a system property shows, or another."),
    ]);

fn parse_text(vm: &mut Vm, text: Option<&Rc<Str>>) -> Res<i64> {
    parse_radix(vm, text, 10)
}

fn parse_radix(vm: &mut Vm, text: Option<&Rc<Str>>, radix: i32) -> Res<i64> {
    let text = parse::given(vm, text)?;
    long(vm, text, radix)
}

fn parse_part(vm: &mut Vm, text: &Rc<Str>, begin: i32, end: i32, radix: i32) -> Res<i64> {
    let part = crate::jdk::lang::string::substring(vm, text, begin, end)?;
    long(vm, &part, radix)
}

fn parse_unsigned(vm: &mut Vm, text: Option<&Rc<Str>>, radix: i32) -> Res<i64> {
    let text = parse::given(vm, text)?;
    parse::unsigned(vm, text, radix, u64::MAX, "unsigned long").map(|i| i as i64)
}

fn decode(vm: &mut Vm, text: &Str) -> Res<i64> {
    parse::decode(vm, text, i64::MIN, i64::MAX)
}

fn from_property(vm: &mut Vm, name: &Rc<Str>, default: &Value) -> Res {
    property(vm, name, default, decode)
}
