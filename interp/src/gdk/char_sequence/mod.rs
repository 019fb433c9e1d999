//! What Groovy adds to `CharSequence`, and so to strings, GStrings and string builders (`StringGroovyMethods`).

pub(crate) mod index;
pub(crate) mod lines;
pub(crate) mod matching;
mod numbers;
mod pad;
mod part;
mod searching;
mod tabs;
mod tr;

use crate::gdk::bytes::hexadecimal;
use crate::jdk::lang::string::{case, whitespace};
use crate::jdk::lang::string_builder;
use crate::jdk::nio::charset::Charset;
use crate::jdk::security::message_digest::digest_of;
use crate::jdk::util::set_kinds;
use crate::registry::{Member, method, native};
use crate::value::{Set, Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// The members.
pub const MEMBERS: &[Member] = &[
    method("asBoolean(): boolean", &native(|s: &Str| !s.is_empty())).doc("Whether there is any text."),
    method("asType(Class type): Object", &native(as_type)).doc("The text as another class."),
    method("bitwiseNegate(): java.util.regex.Pattern", &native(matching::pattern))
        .doc("The text as a pattern: `~text`."),
    method("capitalize(): String", &native(capitalize)).doc("With the first character in upper case."),
    method("uncapitalize(): String", &native(uncapitalize)).doc("With the first character in lower case."),
    method(
        "center(Number width): String",
        &native(|vm: &mut Vm, s: &Rc<Str>, n: &Value| pad::center(vm, s, n, &Str::new(" "))),
    )
    .doc("In the middle of so many characters."),
    method(
        "center(Number width, CharSequence padding): String",
        &native(pad::center),
    )
    .doc("In the middle of so many characters."),
    method(
        "padLeft(Number width): String",
        &native(|vm: &mut Vm, s: &Rc<Str>, n: &Value| pad::left(vm, s, n, &Str::new(" "))),
    )
    .doc("Filled with spaces on the left up to a width."),
    method(
        "padLeft(Number width, CharSequence padding): String",
        &native(pad::left),
    )
    .doc("Filled on the left up to a width."),
    method(
        "padRight(Number width): String",
        &native(|vm: &mut Vm, s: &Rc<Str>, n: &Value| pad::right(vm, s, n, &Str::new(" "))),
    )
    .doc("Filled with spaces on the right up to a width."),
    method(
        "padRight(Number width, CharSequence padding): String",
        &native(pad::right),
    )
    .doc("Filled on the right up to a width."),
    method("multiply(Number times): String", &native(pad::multiply)).doc("The text so many times."),
    method("contains(CharSequence text): boolean", &native(searching::contains))
        .doc("Whether another text stands somewhere in it."),
    method(
        "containsIgnoreCase(CharSequence text): boolean",
        &native(searching::contains_ignore_case),
    )
    .doc("`contains` without case."),
    method(
        "startsWithIgnoreCase(CharSequence text): boolean",
        &native(searching::starts_with_ignore_case),
    )
    .doc("`startsWith` without case."),
    method(
        "endsWithIgnoreCase(CharSequence text): boolean",
        &native(searching::ends_with_ignore_case),
    )
    .doc("`endsWith` without case."),
    method(
        "startsWithAny(CharSequence... prefixes): boolean",
        &native(searching::starts_with_any),
    )
    .doc("Whether it begins with one of some texts."),
    method(
        "endsWithAny(CharSequence... suffixes): boolean",
        &native(searching::ends_with_any),
    )
    .doc("Whether it ends with one of some texts."),
    method("count(CharSequence text): int", &native(searching::count))
        .doc("How often another text stands in it, overlapping ones too."),
    method("size(): int", &native(|s: &Str| s.len() as i32)).doc("The number of UTF-16 units."),
    method("isBlank(): boolean", &native(whitespace::is_blank)).doc("Whether there is nothing but white space."),
    method("isAllWhitespace(): boolean", &native(whitespace::is_blank))
        .doc("Whether there is nothing but white space."),
    method("isCase(Object value): boolean", &native(is_case))
        .doc("Whether a value's text is the same, for `switch` and `in`."),
    method("isNotCase(Object value): boolean", &native(is_not_case)).doc("The opposite of `isCase`."),
    method("getChars(): char[]", &native(crate::jdk::lang::string::to_char_array)).doc("The units as an array."),
    method("toList(): List", &native(to_list)).doc("The characters as strings."),
    method("toSet(): Set", &native(to_set)).doc("The different characters as strings."),
    method("reverse(): String", &native(reverse)).doc("Back to front."),
    method("next(): String", &native(next)).doc("With the last character moved on by one: `++`."),
    method("previous(): String", &native(previous)).doc("With the last character moved back by one: `--`."),
    method("plus(Object value): String", &native(plus)).doc("With another value's text behind it."),
    method("minus(Object value): String", &native(searching::minus))
        .doc("Without the first occurrence of a value's text."),
    method(
        "minus(java.util.regex.Pattern pattern): String",
        &native(matching::minus),
    )
    .doc("Without the first match."),
    method("leftShift(Object value): StringBuilder", &native(string_builder::shift))
        .doc("A builder with the text and a value's text."),
    method("getAt(int index): CharSequence", &native(index::at))
        .doc("The character at an index; negative ones count from the end."),
    method("getAt(IntRange range): CharSequence", &native(index::range)).doc("The text at a range of indices."),
    method("getAt(EmptyRange range): String", &native(index::range)).doc("Empty text."),
    method("getAt(Range range): CharSequence", &native(index::range)).doc("The text at a range of indices."),
    method("getAt(Collection indices): String", &native(index::collection))
        .doc("The characters at some indices and ranges."),
    method("take(int count): CharSequence", &native(part::take)).doc("The first characters."),
    method("takeRight(int count): CharSequence", &native(part::take_right)).doc("The last characters."),
    method("takeWhile(Closure condition): String", &native(part::take_while))
        .doc("The first characters that pass a test."),
    method("takeAfter(CharSequence text): CharSequence", &native(part::take_after))
        .doc("What follows the first occurrence of a text."),
    method(
        "takeBefore(CharSequence text): CharSequence",
        &native(part::take_before),
    )
    .doc("What stands before the first occurrence of a text."),
    method(
        "takeBetween(CharSequence from, CharSequence to): CharSequence",
        &native(|s: &Rc<Str>, a: &Str, b: &Str| part::take_between(s, a, b, 0)),
    )
    .doc("What stands between two texts."),
    method(
        "takeBetween(CharSequence from, CharSequence to, int occurrence): CharSequence",
        &native(part::take_between),
    )
    .doc("What stands between two texts, at their n-th occurrence from 0."),
    method(
        "takeBetween(CharSequence enclosure): CharSequence",
        &native(|s: &Rc<Str>, a: &Str| part::take_between(s, a, a, 0)),
    )
    .doc("What stands between two occurrences of a text."),
    method(
        "takeBetween(CharSequence enclosure, int occurrence): CharSequence",
        &native(|s: &Rc<Str>, a: &Str, n: i32| part::take_between(s, a, a, n)),
    )
    .doc("What stands between two occurrences of a text, at the n-th pair from 0."),
    method("drop(int count): CharSequence", &native(part::skip)).doc("Without the first characters."),
    method("dropRight(int count): CharSequence", &native(part::skip_right)).doc("Without the last characters."),
    method("dropWhile(Closure condition): String", &native(part::skip_while))
        .doc("Without the first characters that pass a test."),
    method("normalize(): String", &native(lines::normalize)).doc("With `\\n` at the end of every line."),
    method("denormalize(): String", &native(lines::normalize))
        .doc("With the platform's line separator at the end of every line."),
    method("readLines(): List", &native(lines::read_lines)).doc("The lines."),
    method(
        "eachLine(Closure action): Object",
        &native(|vm: &mut Vm, s: &Str, f: &Value| lines::each_line(vm, s, 0, f)),
    )
    .doc("Calls a closure with each line and perhaps its number, from 0."),
    method(
        "eachLine(int firstLine, Closure action): Object",
        &native(lines::each_line),
    )
    .doc("Calls a closure with each line and perhaps its number."),
    method(
        "splitEachLine(CharSequence regex, Closure action): Object",
        &native(lines::split_each_line),
    )
    .doc("Calls a closure with the parts of each line."),
    method(
        "splitEachLine(java.util.regex.Pattern pattern, Closure action): Object",
        &native(lines::split_each_line),
    )
    .doc("Calls a closure with the parts of each line."),
    method(
        "stripIndent(): String",
        &native(|s: &Rc<Str>| lines::strip_indent_as(s, true)),
    )
    .doc("Without the indentation that all lines share."),
    method(
        "stripIndent(boolean forceGroovyBehavior): String",
        &native(lines::strip_indent_as),
    )
    .doc("Without the indentation that all lines share."),
    method("stripIndent(int count): String", &native(lines::strip_indent_by))
        .doc("Without so many characters at the beginning of each line."),
    method(
        "stripMargin(): String",
        &native(|s: &Rc<Str>| lines::strip_margin(s, b'|' as u16)),
    )
    .doc("Without what stands before `|` in each line."),
    method("stripMargin(char margin): String", &native(lines::strip_margin))
        .doc("Without what stands before a character in each line."),
    method(
        "stripMargin(CharSequence margin): String",
        &native(lines::strip_margin_text),
    )
    .doc("Without what stands before a character in each line."),
    method(
        "expand(): String",
        &native(|vm: &mut Vm, s: &Rc<Str>| tabs::expand(vm, s, 8)),
    )
    .doc("With spaces for tabs."),
    method("expand(int tabStop): String", &native(tabs::expand)).doc("With spaces for tabs."),
    method("expandLine(int tabStop): String", &native(tabs::expand_line)).doc("One line with spaces for tabs."),
    method(
        "unexpand(): String",
        &native(|vm: &mut Vm, s: &Rc<Str>| tabs::unexpand(vm, s, 8)),
    )
    .doc("With tabs for spaces."),
    method("unexpand(int tabStop): String", &native(tabs::unexpand)).doc("With tabs for spaces."),
    method("unexpandLine(int tabStop): String", &native(tabs::unexpand_line)).doc("One line with tabs for spaces."),
    method("tokenize(): List", &native(part::words)).doc("The words."),
    method("tokenize(CharSequence delimiters): List", &native(part::tokenize))
        .doc("What stands between any of some characters."),
    method(
        "tokenize(Character delimiter): List",
        &native(|vm: &mut Vm, s: &Rc<Str>, c: u16| part::tokenize(vm, s, &Str::from_units(&[c]))),
    )
    .doc("What stands between a character."),
    method("split(): String[]", &native(part::split)).doc("The words as an array."),
    method(
        "tr(CharSequence source, CharSequence replacement): String",
        &native(tr::tr),
    )
    .doc("Characters exchanged for others; `a-z` is a range."),
    method(
        "matches(java.util.regex.Pattern pattern): boolean",
        &native(matching::matches),
    )
    .doc("Whether all of the text matches."),
    method(
        "eachMatch(CharSequence regex, Closure action): CharSequence",
        &native(matching::each_match),
    )
    .doc("Calls a closure with each match, or its groups."),
    method(
        "eachMatch(java.util.regex.Pattern pattern, Closure action): CharSequence",
        &native(matching::each_match),
    )
    .doc("Calls a closure with each match, or its groups."),
    method("find(CharSequence regex): String", &native(matching::find)).doc("The first match."),
    method("find(java.util.regex.Pattern pattern): String", &native(matching::find)).doc("The first match."),
    method(
        "find(CharSequence regex, Closure action): String",
        &native(matching::find_with),
    )
    .doc("What a closure makes of the first match, or its groups."),
    method(
        "find(java.util.regex.Pattern pattern, Closure action): String",
        &native(matching::find_with),
    )
    .doc("What a closure makes of the first match, or its groups."),
    method("findAll(CharSequence regex): List", &native(matching::find_all)).doc("All matches."),
    method(
        "findAll(java.util.regex.Pattern pattern): List",
        &native(matching::find_all),
    )
    .doc("All matches."),
    method(
        "findAll(CharSequence regex, Closure action): List",
        &native(matching::find_all_with),
    )
    .doc("What a closure makes of each match, or its groups."),
    method(
        "findAll(java.util.regex.Pattern pattern, Closure action): List",
        &native(matching::find_all_with),
    )
    .doc("What a closure makes of each match, or its groups."),
    method("replace(Map replacements): String", &native(matching::replace_map))
        .doc("The keys of a map replaced by its values."),
    method(
        "replace(int capacity, Map replacements): String",
        &native(|vm: &mut Vm, s: &Rc<Str>, _: i32, m: &Value| matching::replace_map(vm, s, m)),
    )
    .doc("The keys of a map replaced by its values."),
    method(
        "replaceAll(CharSequence regex, CharSequence replacement): String",
        &native(matching::replace_all),
    )
    .doc("All matches replaced; `$1` is a group."),
    method(
        "replaceAll(java.util.regex.Pattern pattern, CharSequence replacement): String",
        &native(matching::replace_all),
    )
    .doc("All matches replaced; `$1` is a group."),
    method(
        "replaceAll(CharSequence regex, Closure replacement): String",
        &native(matching::replace_all_with),
    )
    .doc("Each match replaced by what a closure makes of it."),
    method(
        "replaceAll(java.util.regex.Pattern pattern, Closure replacement): String",
        &native(matching::replace_all_with),
    )
    .doc("Each match replaced by what a closure makes of it."),
    method(
        "replaceFirst(CharSequence regex, CharSequence replacement): String",
        &native(matching::replace_first),
    )
    .doc("The first match replaced; `$1` is a group."),
    method(
        "replaceFirst(java.util.regex.Pattern pattern, CharSequence replacement): String",
        &native(matching::replace_first),
    )
    .doc("The first match replaced; `$1` is a group."),
    method(
        "replaceFirst(CharSequence regex, Closure replacement): String",
        &native(matching::replace_first_with),
    )
    .doc("The first match replaced by what a closure makes of it."),
    method(
        "replaceFirst(java.util.regex.Pattern pattern, Closure replacement): String",
        &native(matching::replace_first_with),
    )
    .doc("The first match replaced by what a closure makes of it."),
    method("md5(): String", &native(|vm: &mut Vm, s: &Str| hashed(vm, s, "MD5")))
        .doc("The MD5 hash of the text in UTF-8, in hexadecimal."),
    method(
        "sha256(): String",
        &native(|vm: &mut Vm, s: &Str| hashed(vm, s, "SHA-256")),
    )
    .doc("The SHA-256 hash of the text in UTF-8, in hexadecimal."),
    method(
        "digest(String algorithm): String",
        &native(|vm: &mut Vm, s: &Str, a: &Str| hashed(vm, s, &a.text())),
    )
    .doc("A hash of the text in UTF-8, in hexadecimal."),
    method(
        "toURI(): java.net.URI",
        &native(|vm: &mut Vm, s: &Value| made(vm, "java.net.URI", s)),
    )
    .doc("The text as a URI."),
    method(
        "toURL(): java.net.URL",
        &native(|vm: &mut Vm, s: &Value| made(vm, "java.net.URL", s)),
    )
    .doc("The text as a URL."),
    method("toInteger(): Integer", &native(numbers::to_integer))
        .doc("The text as a number, without white space around it."),
    method("toLong(): Long", &native(numbers::to_long)).doc("The text as a number, without white space around it."),
    method("toShort(): Short", &native(numbers::to_short)).doc("The text as a number, without white space around it."),
    method("toFloat(): Float", &native(numbers::to_float)).doc("The text as a number, without white space around it."),
    method("toDouble(): Double", &native(numbers::to_double))
        .doc("The text as a number, without white space around it."),
    method("toBigInteger(): BigInteger", &native(numbers::to_big_integer))
        .doc("The text as a number, without white space around it."),
    method("toBigDecimal(): BigDecimal", &native(numbers::to_big_decimal))
        .doc("The text as a number, without white space around it."),
    method("isInteger(): boolean", &native(numbers::is_integer)).doc("Whether `toInteger` works."),
    method("isLong(): boolean", &native(numbers::is_long)).doc("Whether `toLong` works."),
    method("isFloat(): boolean", &native(numbers::is_double)).doc("Whether `toFloat` works."),
    method("isDouble(): boolean", &native(numbers::is_double)).doc("Whether `toDouble` works."),
    method("isBigInteger(): boolean", &native(numbers::is_big_integer)).doc("Whether `toBigInteger` works."),
    method("isBigDecimal(): boolean", &native(numbers::is_big_decimal)).doc("Whether `toBigDecimal` works."),
    method("isNumber(): boolean", &native(numbers::is_big_decimal)).doc("Whether `toBigDecimal` works."),
];

fn as_type(vm: &mut Vm, this: &Value, class: &Value) -> Res {
    match class.as_class() {
        Some(class) => vm.as_type(this, class),
        None => Err(vm.throw_silent(&crate::jdk::throwables::NULL_POINTER_EXCEPTION)),
    }
}

/// The text with its first unit in another case.
fn with_first(text: &Rc<Str>, change: fn(char) -> char) -> Rc<Str> {
    let mut units = text.to_units();
    if let Some(first) = units.first_mut() {
        let changed = char::from_u32(*first as u32).map(change);
        *first = changed.and_then(|c| u16::try_from(c as u32).ok()).unwrap_or(*first);
    }
    Str::from_units(&units)
}

fn capitalize(text: &Rc<Str>) -> Rc<Str> {
    with_first(text, case::upper_char)
}

fn uncapitalize(text: &Rc<Str>) -> Rc<Str> {
    with_first(text, case::lower_char)
}

fn is_case(vm: &mut Vm, text: &Str, value: &Value) -> Res<bool> {
    Ok(!value.is_null() && *text == *vm.to_str(value)?)
}

fn is_not_case(vm: &mut Vm, text: &Str, value: &Value) -> Res<bool> {
    Ok(!is_case(vm, text, value)?)
}

/// The characters as strings of one unit.
pub fn to_list(vm: &mut Vm, text: &Str) -> Res<Vec<Value>> {
    vm.tick_many(text.len())?;
    vm.reserve(64 * text.len())?;
    Ok(text.iter().map(|u| Value::Str(Str::from_units(&[u]))).collect())
}

fn to_set(vm: &mut Vm, text: &Str) -> Res<Rc<Set>> {
    let characters = to_list(vm, text)?;
    set_kinds::hashed(vm, &characters)
}

/// Back to front; surrogate pairs stay pairs.
pub fn reverse(text: &Rc<Str>) -> Rc<Str> {
    let mut units = text.to_units();
    reverse_units(&mut units);
    Str::from_units(&units)
}

/// Reverses in place; surrogate pairs stay pairs.
pub fn reverse_units(units: &mut [u16]) {
    units.reverse();
    for i in 1..units.len() {
        if let (Some(0xdc00..=0xdfff), Some(0xd800..=0xdbff)) = (units.get(i - 1), units.get(i)) {
            units.swap(i - 1, i);
        }
    }
}

fn next(text: &Rc<Str>) -> Rc<Str> {
    let mut units = text.to_units();
    match units.last_mut() {
        Some(last) if *last < u16::MAX => *last += 1,
        _ => units.push(0),
    }
    Str::from_units(&units)
}

fn previous(vm: &mut Vm, text: &Rc<Str>) -> Res<Rc<Str>> {
    let mut units = text.to_units();
    match units.last_mut() {
        Some(0) => {
            units.pop();
        }
        Some(last) => *last -= 1,
        None => return Err(vm.illegal_argument("the string is empty")),
    }
    Ok(Str::from_units(&units))
}

fn plus(vm: &mut Vm, text: &Rc<Str>, value: &Value) -> Res<Rc<Str>> {
    let other = vm.to_str(value)?;
    vm.reserve(2 * (text.len() + other.len()))?;
    Ok(text.concat(&other))
}

fn hashed(vm: &mut Vm, text: &Str, algorithm: &str) -> Res<String> {
    vm.tick_many(text.len() / 64)?;
    let digest = digest_of(vm, algorithm, &Charset::Utf8.encode(text))?;
    Ok(hexadecimal(&digest))
}

/// An instance of a class that is made from a text.
fn made(vm: &mut Vm, class: &str, text: &Value) -> Res {
    let text = Value::Str(vm.to_str(text)?);
    match vm.class_by_name(class) {
        Some(class) => vm.construct(class, &[text]),
        None => Err(vm.unsupported(format!("{class} is not among the classes of this host"))),
    }
}
