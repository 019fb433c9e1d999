//! `java.lang.String`: Java's own members. What Groovy adds is in [`gdk::char_sequence`] and [`gdk::string`].

pub(crate) mod case;
pub(crate) mod make;
pub(crate) mod points;
pub(crate) mod search;
pub(crate) mod whitespace;

use super::{char_sequence, interfaces};
use crate::jdk::io::byte_array;
use crate::jdk::nio::charset::{self, Charset};
use crate::jdk::util::{formatter, stream};
use crate::jdk::{regex, throwables};
use crate::registry::{Class, Func, class, constant, constructor, function, method, native, never, unbound};
use crate::value::{Array, Str, Value};
use crate::{Res, Vm, gdk};
use std::rc::Rc;

/// `java.lang.String`.
pub static CLASS: Class = class("java.lang.String")
    .doc("Text: an immutable run of UTF-16 units.")
    .implements(&[
        &interfaces::SERIALIZABLE,
        &interfaces::COMPARABLE,
        &char_sequence::CLASS,
    ])
    .groovy(gdk::string::MEMBERS)
    .members(&[
        constant(
            "CASE_INSENSITIVE_ORDER: Comparator",
            &unbound(make::case_insensitive_order),
        ),
        constructor("String()", &unbound(|| "")),
        constructor("String(String original)", &unbound(make::copy)),
        constructor("String(StringBuffer buffer)", &unbound(make::value_of)),
        constructor("String(StringBuilder builder)", &unbound(make::value_of)),
        constructor("String(char[] chars)", &unbound(make::of_chars)),
        constructor(
            "String(char[] chars, int offset, int count)",
            &unbound(make::of_chars_part),
        ),
        constructor(
            "String(int[] codePoints, int offset, int count)",
            &unbound(make::of_code_points),
        ),
        constructor("String(byte[] bytes)", &unbound(make::of_bytes)),
        constructor("String(byte[] bytes, String charset)", &unbound(make::of_bytes_in)),
        constructor(
            "String(byte[] bytes, java.nio.charset.Charset charset)",
            &unbound(make::of_bytes_in),
        ),
        constructor(
            "String(byte[] bytes, int offset, int count)",
            &unbound(make::of_bytes_part),
        ),
        constructor(
            "String(byte[] bytes, int offset, int count, String charset)",
            &unbound(make::of_bytes_part_in),
        ),
        constructor(
            "String(byte[] bytes, int offset, int count, java.nio.charset.Charset charset)",
            &unbound(make::of_bytes_part_in),
        ),
        method("length(): int", &native(length)).doc("The number of UTF-16 units."),
        method("isEmpty(): boolean", &native(Str::is_empty)).doc("Whether there are no units."),
        method("charAt(int index): char", &native(char_at)).doc("The unit at an index."),
        method("codePointAt(int index): int", &native(points::at)).doc("The code point that begins at an index."),
        method("codePointBefore(int index): int", &native(points::before)).doc("The code point that ends at an index."),
        method("codePointCount(int begin, int end): int", &native(points::count)).doc("The code points of a part."),
        method(
            "offsetByCodePoints(int index, int offset): int",
            &native(points::offset),
        )
        .doc("The index so many code points away."),
        method(
            "getChars(int srcBegin, int srcEnd, char[] dst, int dstBegin): void",
            &native(get_chars),
        )
        .doc("Copies units into an array."),
        method(
            "getBytes(): byte[]",
            &native(|vm: &mut Vm, s: &Str| bytes_in(vm, s, Charset::Utf8)),
        )
        .doc("The text in UTF-8."),
        method("getBytes(String charset): byte[]", &native(get_bytes)).doc("The text in an encoding."),
        method("getBytes(java.nio.charset.Charset charset): byte[]", &native(get_bytes))
            .doc("The text in an encoding."),
        method(
            "equals(Object other): boolean",
            &native(|vm: &mut Vm, a: &Value, b: &Value| vm.java_equals(a, b)),
        )
        .doc("Whether the other is a String of the same units."),
        method("contentEquals(StringBuffer text): boolean", &native(content_equals))
            .doc("Whether the units are the same."),
        method("contentEquals(CharSequence text): boolean", &native(content_equals))
            .doc("Whether the units are the same."),
        method("equalsIgnoreCase(String other): boolean", &native(equals_ignore_case)).doc("Equality without case."),
        method("compareTo(String other): int", &native(compare_to)).doc("Order by UTF-16 units."),
        method(
            "compareToIgnoreCase(String other): int",
            &native(case::compare_ignoring_case),
        )
        .doc("Order without case."),
        method(
            "regionMatches(int offset, String other, int otherOffset, int length): boolean",
            &native(region),
        )
        .doc("Whether two parts are the same."),
        method(
            "regionMatches(boolean ignoreCase, int offset, String other, int otherOffset, int length): boolean",
            &native(region_matches),
        )
        .doc("Whether two parts are the same."),
        method(
            "startsWith(String prefix): boolean",
            &native(|s: &Str, t: &Str| search::stands_at(s, t, 0)),
        )
        .doc("Whether the text begins with another."),
        method("startsWith(String prefix, int offset): boolean", &native(starts_with))
            .doc("Whether another text stands at an index."),
        method("endsWith(String suffix): boolean", &native(ends_with)).doc("Whether the text ends with another."),
        method("hashCode(): int", &native(|s: &Str| s.hash() as i32)).doc("Java's hash of the units."),
        method(
            "indexOf(int character): int",
            &native(|s: &Str, c: i32| points::index_of(s, c, 0)),
        ),
        method("indexOf(int character, int from): int", &native(points::index_of)),
        method(
            "indexOf(String text): int",
            &native(|s: &Str, t: &Str| index_of(s, t, 0)),
        )
        .doc("Where another text first stands, or -1."),
        method("indexOf(String text, int from): int", &native(index_of))
            .doc("Where another text first stands at or after an index, or -1."),
        method(
            "lastIndexOf(int character): int",
            &native(|s: &Str, c: i32| points::last_index_of(s, c, i32::MAX)),
        ),
        method(
            "lastIndexOf(int character, int from): int",
            &native(points::last_index_of),
        ),
        method(
            "lastIndexOf(String text): int",
            &native(|s: &Str, t: &Str| last_index_of(s, t, i32::MAX)),
        )
        .doc("Where another text last stands, or -1."),
        method("lastIndexOf(String text, int from): int", &native(last_index_of))
            .doc("Where another text last stands at or before an index, or -1."),
        method("substring(int begin): String", &native(substring_from)).doc("The text from an index on."),
        method("substring(int begin, int end): String", &native(substring)).doc("The text between two indices."),
        method("subSequence(int begin, int end): CharSequence", &native(substring))
            .doc("The text between two indices."),
        method("concat(String text): String", &native(concat)).doc("Both texts, one after the other."),
        method("contains(CharSequence text): boolean", &native(contains))
            .doc("Whether another text stands somewhere in it."),
        method("replace(char old, char new): String", &native(replace_char)).doc("Every old character made new."),
        method(
            "replace(CharSequence target, CharSequence replacement): String",
            &native(replace),
        )
        .doc("Every occurrence of a text replaced by another; no regular expression."),
        method("matches(String regex): boolean", &native(regex::matches)).doc("Whether all of the text matches."),
        method(
            "replaceFirst(String regex, String replacement): String",
            &native(regex::replace_first_in),
        )
        .doc("The first match replaced; `$1` is a group."),
        method(
            "replaceAll(String regex, String replacement): String",
            &native(regex::replace_all_in),
        )
        .doc("All matches replaced; `$1` is a group."),
        method(
            "split(String regex): String[]",
            &native(|vm: &mut Vm, s: &Rc<Str>, r: &Rc<Str>| regex::split(vm, s, r, 0)),
        )
        .doc("The parts between matches, without empty ones at the end."),
        method("split(String regex, int limit): String[]", &native(regex::split))
            .doc("The parts between matches, at most so many; a negative limit keeps empty ones at the end."),
        method(
            "toLowerCase(): String",
            &native(|vm: &mut Vm, s: &Rc<Str>| case::lower(s, &vm.host.locale.language)),
        ),
        method("toLowerCase(Locale locale): String", &native(lower_in)),
        method(
            "toUpperCase(): String",
            &native(|vm: &mut Vm, s: &Rc<Str>| case::upper(s, &vm.host.locale.language)),
        ),
        method("toUpperCase(Locale locale): String", &native(upper_in)),
        method("lines(): java.util.stream.Stream", &native(all_lines)).doc("The lines as a stream."),
        method("chars(): java.util.stream.IntStream", &native(chars)).doc("The units as a stream of numbers."),
        method("codePoints(): java.util.stream.IntStream", &native(code_points)).doc("The code points as a stream."),
        method("trim(): String", &native(whitespace::trim)).doc("Without characters up to the space at both ends."),
        method("strip(): String", &native(whitespace::strip)).doc("Without white space at both ends."),
        method("stripLeading(): String", &native(whitespace::strip_leading))
            .doc("Without white space at the beginning."),
        method("stripTrailing(): String", &native(whitespace::strip_trailing)).doc("Without white space at the end."),
        method("isBlank(): boolean", &native(whitespace::is_blank)).doc("Whether there is nothing but white space."),
        method("indent(int count): String", &native(whitespace::indent)).doc("Every line moved to the right or left."),
        method("stripIndent(): String", &native(whitespace::strip_indent))
            .doc("Without the indentation that all lines share."),
        method("translateEscapes(): String", &native(whitespace::translate_escapes))
            .doc("Escapes such as `\\n` as characters."),
        method("transform(Function function): Object", &native(transform)).doc("What a function makes of the text."),
        method("toString(): String", &native(make::of_text)).doc("The text itself."),
        method("toCharArray(): char[]", &native(to_char_array)).doc("The units as an array."),
        method("repeat(int count): String", &native(repeat)).doc("The text so many times."),
        method("intern(): String", &native(make::of_text)).doc("The text itself."),
        method("formatted(Object... arguments): String", &native(formatter::format))
            .doc("The text as a pattern, filled in."),
        function(
            "format(String format, Object... arguments): String",
            &unbound(formatter::format),
        )
        .doc("A pattern, filled in."),
        function(
            "format(Locale locale, String format, Object... arguments): String",
            &unbound(formatter::format_in),
        )
        .doc("A pattern, filled in as a locale writes numbers."),
        function(
            "join(CharSequence delimiter, CharSequence... elements): String",
            &unbound(make::join_array),
        )
        .doc("Texts with a delimiter between them."),
        function(
            "join(CharSequence delimiter, Iterable elements): String",
            &unbound(make::join_items),
        )
        .doc("Texts with a delimiter between them."),
        function("valueOf(Object value): String", &unbound(make::value_of)).doc("A value as text."),
        function("valueOf(char[] chars): String", &unbound(make::of_chars)),
        function(
            "valueOf(char[] chars, int offset, int count): String",
            &unbound(make::of_chars_part),
        ),
        function("copyValueOf(char[] chars): String", &unbound(make::of_chars)),
        function(
            "copyValueOf(char[] chars, int offset, int count): String",
            &unbound(make::of_chars_part),
        ),
        function("valueOf(boolean value): String", &unbound(make::value_of)),
        function("valueOf(char value): String", &unbound(make::value_of)),
        function("valueOf(int value): String", &unbound(make::value_of)),
        function("valueOf(long value): String", &unbound(make::value_of)),
        function("valueOf(float value): String", &unbound(make::value_of)),
        function("valueOf(double value): String", &unbound(make::value_of)),
        never(
            "describeConstable(): java.util.Optional",
            "class files have no meaning here",
        ),
    ]);

fn length(text: &Str) -> i32 {
    text.len() as i32
}

/// StringIndexOutOfBoundsException.
pub fn out_of_range(vm: &mut Vm, message: String) -> crate::Thrown {
    vm.throw(&throwables::STRING_INDEX_OUT_OF_BOUNDS_EXCEPTION, message)
}

/// `charAt(index)`.
pub fn char_at(vm: &mut Vm, text: &Str, index: i32) -> Res<u16> {
    match usize::try_from(index).ok().and_then(|i| text.unit(i)) {
        Some(unit) => Ok(unit),
        None => Err(out_of_range(vm, format!("String index out of range: {index}"))),
    }
}

/// `text.substring(begin, end)`, with Java's check.
pub fn substring(vm: &mut Vm, text: &Rc<Str>, begin: i32, end: i32) -> Res<Rc<Str>> {
    let length = text.len();
    if begin < 0 || begin > end || end as usize > length {
        return Err(out_of_range(vm, format!("begin {begin}, end {end}, length {length}")));
    }
    if begin == 0 && end as usize == length {
        return Ok(text.clone());
    }
    Ok(text.slice(begin as usize, end as usize))
}

fn substring_from(vm: &mut Vm, text: &Rc<Str>, begin: i32) -> Res<Rc<Str>> {
    substring(vm, text, begin, text.len() as i32)
}

fn get_chars(vm: &mut Vm, text: &Str, begin: i32, end: i32, target: &Array, at: i32) -> Res<()> {
    let length = text.len();
    if begin < 0 || begin > end || end as usize > length {
        return Err(out_of_range(vm, format!("begin {begin}, end {end}, length {length}")));
    }
    let count = (end - begin) as usize;
    if at < 0 || at as usize + count > target.len() {
        let message = format!("offset {at}, count {count}, length {}", target.len());
        return Err(vm.throw(&throwables::ARRAY_INDEX_OUT_OF_BOUNDS_EXCEPTION, message));
    }
    for i in 0..count {
        target.set(
            at as usize + i,
            Value::char(text.unit(begin as usize + i).unwrap_or_default()),
        );
    }
    Ok(())
}

fn get_bytes(vm: &mut Vm, text: &Str, charset: &Value) -> Res<Rc<Array>> {
    let charset = charset::of(vm, charset)?;
    bytes_in(vm, text, charset)
}

fn bytes_in(vm: &mut Vm, text: &Str, charset: Charset) -> Res<Rc<Array>> {
    walks(vm, text)?;
    Ok(charset::bytes_of(text, charset))
}

/// Asks for the steps and the memory that an array or stream of a text's units takes.
pub fn walks(vm: &mut Vm, text: &Str) -> Res<()> {
    vm.tick_many(text.len() / 16)?;
    vm.reserve(text.len().saturating_mul(size_of::<Value>()))
}

/// `toCharArray()`, Groovy's `getChars()`.
pub fn to_char_array(vm: &mut Vm, text: &Str) -> Res<Rc<Array>> {
    walks(vm, text)?;
    Ok(byte_array::from_units(&text.to_units()))
}

fn all_lines(vm: &mut Vm, text: &Str) -> Res {
    let lines = whitespace::read_lines(vm, text)?;
    Ok(stream::Stream::of_gathered(stream::Kind::Objects, lines))
}

fn chars(vm: &mut Vm, text: &Str) -> Res {
    walks(vm, text)?;
    let chars = text.iter().map(|u| Value::int(u.into())).collect();
    Ok(stream::Stream::of_items(stream::Kind::Ints, chars))
}

fn code_points(vm: &mut Vm, text: &Str) -> Res {
    walks(vm, text)?;
    Ok(stream::Stream::of_items(stream::Kind::Ints, points::all(text)))
}

fn content_equals(vm: &mut Vm, text: &Str, other: &Value) -> Res<bool> {
    Ok(*text == *vm.to_str(other)?)
}

fn equals_ignore_case(text: &Str, other: Option<&Str>) -> bool {
    other.is_some_and(|o| case::equal_ignoring_case(text, o))
}

fn compare_to(vm: &mut Vm, text: &Str, other: Option<&Str>) -> Res<i32> {
    match other {
        Some(other) => Ok(case::compare(text, other)),
        None => Err(vm.null_pointer("Cannot read field \"value\" because \"anotherString\" is null")),
    }
}

fn region(text: &Str, offset: i32, other: &Str, other_offset: i32, length: i32) -> bool {
    region_matches(text, false, offset, other, other_offset, length)
}

fn region_matches(text: &Str, ignore_case: bool, offset: i32, other: &Str, other_offset: i32, length: i32) -> bool {
    let fits = |s: &Str, at: i32| at >= 0 && i64::from(at) + i64::from(length) <= s.len() as i64;
    if !fits(text, offset) || !fits(other, other_offset) {
        return false;
    }
    if length <= 0 {
        return true;
    }
    let part = |s: &Str, at: i32| s.slice(at as usize, (at + length) as usize);
    let (a, b) = (part(text, offset), part(other, other_offset));
    if ignore_case {
        case::equal_ignoring_case(&a, &b)
    } else {
        a == b
    }
}

fn starts_with(text: &Str, prefix: &Str, offset: i32) -> bool {
    usize::try_from(offset).is_ok_and(|at| search::stands_at(text, prefix, at))
}

fn ends_with(text: &Str, suffix: &Str) -> bool {
    text.len()
        .checked_sub(suffix.len())
        .is_some_and(|at| search::stands_at(text, suffix, at))
}

/// `indexOf`: indices before the text count as 0.
pub fn index_of(text: &Str, needle: &Str, from: i32) -> i32 {
    let from = (from.max(0) as usize).min(text.len());
    search::find(text, needle, from).map_or(-1, |i| i as i32)
}

/// `lastIndexOf`.
pub fn last_index_of(text: &Str, needle: &Str, from: i32) -> i32 {
    let from = usize::try_from(from).ok();
    from.and_then(|from| search::find_last(text, needle, from))
        .map_or(-1, |i| i as i32)
}

fn concat(vm: &mut Vm, text: &Rc<Str>, other: Option<&Rc<Str>>) -> Res<Rc<Str>> {
    match other {
        Some(other) => Ok(text.concat(other)),
        None => Err(vm.null_pointer("Cannot invoke \"String.isEmpty()\" because \"str\" is null")),
    }
}

fn contains(vm: &mut Vm, text: &Str, other: Option<&Str>) -> Res<bool> {
    match other {
        Some(other) => Ok(search::find(text, other, 0).is_some()),
        None => Err(vm.null_pointer("Cannot invoke \"java.lang.CharSequence.toString()\" because \"s\" is null")),
    }
}

fn replace_char(text: &Rc<Str>, old: u16, new: u16) -> Rc<Str> {
    let units: Vec<u16> = text.iter().map(|u| if u == old { new } else { u }).collect();
    Str::from_units(&units)
}

fn replace(vm: &mut Vm, text: &Rc<Str>, target: Option<&Str>, replacement: Option<&Str>) -> Res<Rc<Str>> {
    let null = |vm: &mut Vm, name: &str| {
        vm.null_pointer(format!(
            "Cannot invoke \"java.lang.CharSequence.toString()\" because \"{name}\" is null"
        ))
    };
    let Some(target) = target else {
        return Err(null(vm, "target"));
    };
    let Some(replacement) = replacement else {
        return Err(null(vm, "replacement"));
    };
    if target.is_empty() {
        vm.reserve(2 * (text.len() + 1).saturating_mul(replacement.len() + 1))?;
    } else {
        vm.reserve(2 * (text.len() / target.len()).saturating_mul(replacement.len()))?;
    }
    Ok(search::replace(text, target, replacement))
}

fn lower_in(vm: &mut Vm, text: &Rc<Str>, locale: &Value) -> Res<Rc<Str>> {
    Ok(case::lower(text, &vm.to_text(locale)?))
}

fn upper_in(vm: &mut Vm, text: &Rc<Str>, locale: &Value) -> Res<Rc<Str>> {
    Ok(case::upper(text, &vm.to_text(locale)?))
}

fn transform(vm: &mut Vm, text: &Value, function: Func) -> Res {
    vm.call_func(function, std::slice::from_ref(text))
}

/// `text.repeat(count)`.
pub fn repeat(vm: &mut Vm, text: &Rc<Str>, count: i32) -> Res<Rc<Str>> {
    if count < 0 {
        return Err(vm.illegal_argument(format!("count is negative: {count}")));
    }
    repeated(vm, text, count as usize)
}

/// The text so many times over.
pub fn repeated(vm: &mut Vm, text: &Str, count: usize) -> Res<Rc<Str>> {
    vm.reserve(text.len().saturating_mul(count).saturating_mul(2))?;
    Ok(match text.as_ascii() {
        Some(ascii) => Str::from_ascii(ascii.repeat(count).into_bytes()),
        None => Str::from_units(&text.to_units().repeat(count)),
    })
}
