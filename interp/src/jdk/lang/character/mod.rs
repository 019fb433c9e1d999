//! `java.lang.Character`: one UTF-16 unit.

mod kind;

pub use kind::{digit, is_digit, is_letter, is_letter_or_digit, is_lower_case, is_upper_case, lower_case, upper_case};

use super::interfaces;
use super::string::{make, points};
use crate::jdk::io::byte_array::{from_units, to_units};
use crate::jdk::throwables;
use crate::registry::{Class, ClassId, class, constant, constructor, function, method, native, never, unbound};
use crate::value::{Array, Str, Value};
use crate::{Res, Vm, gdk};
use std::rc::Rc;

/// `java.lang.Character`.
pub static CLASS: Class = class("java.lang.Character")
    .doc("One UTF-16 unit.")
    .implements(&[&interfaces::SERIALIZABLE, &interfaces::COMPARABLE])
    .groovy(gdk::character::MEMBERS)
    .members(&[
        constant("MIN_VALUE: char", &unbound(|| 0u16)),
        constant("MAX_VALUE: char", &unbound(|| u16::MAX)),
        constant("MIN_RADIX: int", &unbound(|| 2)),
        constant("MAX_RADIX: int", &unbound(|| 36)),
        constant("TYPE: Class", &unbound(|| Value::class(ClassId::PRIMITIVE_CHAR))),
        constant("SIZE: int", &unbound(|| 16)),
        constant("BYTES: int", &unbound(|| 2)),
        constant("MIN_HIGH_SURROGATE: char", &unbound(|| 0xd800u16)),
        constant("MAX_HIGH_SURROGATE: char", &unbound(|| 0xdbffu16)),
        constant("MIN_LOW_SURROGATE: char", &unbound(|| 0xdc00u16)),
        constant("MAX_LOW_SURROGATE: char", &unbound(|| 0xdfffu16)),
        constant("MIN_SURROGATE: char", &unbound(|| 0xd800u16)),
        constant("MAX_SURROGATE: char", &unbound(|| 0xdfffu16)),
        constant("MIN_SUPPLEMENTARY_CODE_POINT: int", &unbound(|| 0x10000)),
        constant("MIN_CODE_POINT: int", &unbound(|| 0)),
        constant("MAX_CODE_POINT: int", &unbound(|| 0x10ffff)),
        constant("UNASSIGNED: byte", &unbound(|| 0i8)),
        constant("UPPERCASE_LETTER: byte", &unbound(|| 1i8)),
        constant("LOWERCASE_LETTER: byte", &unbound(|| 2i8)),
        constant("TITLECASE_LETTER: byte", &unbound(|| 3i8)),
        constant("MODIFIER_LETTER: byte", &unbound(|| 4i8)),
        constant("OTHER_LETTER: byte", &unbound(|| 5i8)),
        constant("NON_SPACING_MARK: byte", &unbound(|| 6i8)),
        constant("ENCLOSING_MARK: byte", &unbound(|| 7i8)),
        constant("COMBINING_SPACING_MARK: byte", &unbound(|| 8i8)),
        constant("DECIMAL_DIGIT_NUMBER: byte", &unbound(|| 9i8)),
        constant("LETTER_NUMBER: byte", &unbound(|| 10i8)),
        constant("OTHER_NUMBER: byte", &unbound(|| 11i8)),
        constant("SPACE_SEPARATOR: byte", &unbound(|| 12i8)),
        constant("LINE_SEPARATOR: byte", &unbound(|| 13i8)),
        constant("PARAGRAPH_SEPARATOR: byte", &unbound(|| 14i8)),
        constant("CONTROL: byte", &unbound(|| 15i8)),
        constant("FORMAT: byte", &unbound(|| 16i8)),
        constant("PRIVATE_USE: byte", &unbound(|| 18i8)),
        constant("SURROGATE: byte", &unbound(|| 19i8)),
        constant("DASH_PUNCTUATION: byte", &unbound(|| 20i8)),
        constant("START_PUNCTUATION: byte", &unbound(|| 21i8)),
        constant("END_PUNCTUATION: byte", &unbound(|| 22i8)),
        constant("CONNECTOR_PUNCTUATION: byte", &unbound(|| 23i8)),
        constant("OTHER_PUNCTUATION: byte", &unbound(|| 24i8)),
        constant("MATH_SYMBOL: byte", &unbound(|| 25i8)),
        constant("CURRENCY_SYMBOL: byte", &unbound(|| 26i8)),
        constant("MODIFIER_SYMBOL: byte", &unbound(|| 27i8)),
        constant("OTHER_SYMBOL: byte", &unbound(|| 28i8)),
        constant("INITIAL_QUOTE_PUNCTUATION: byte", &unbound(|| 29i8)),
        constant("FINAL_QUOTE_PUNCTUATION: byte", &unbound(|| 30i8)),
        constructor("Character(char value)", &unbound(|c: u16| Value::char(c)))
            .deprecated("a character is one already"),
        function("valueOf(char c): Character", &unbound(|c: u16| c)).doc("The character."),
        method("charValue(): char", &native(|c: u16| c)).doc("The character."),
        method("hashCode(): int", &native(|c: u16| i32::from(c))),
        function("hashCode(char value): int", &unbound(|c: u16| i32::from(c))),
        method(
            "equals(Object other): boolean",
            &native(|vm: &mut Vm, a: &Value, b: &Value| vm.java_equals(a, b)),
        ),
        method("toString(): String", &native(|c: u16| Str::from_units(&[c]))),
        function("toString(char c): String", &unbound(|c: u16| Str::from_units(&[c]))).doc("The character as text."),
        function("toString(int codePoint): String", &unbound(text_of)).doc("A code point as text."),
        method(
            "compareTo(Character other): int",
            // Groovy's own answers in place of Java's, which gives the difference.
            &native(|a: u16, b: u16| a.cmp(&b) as i32),
        )
        .doc("Order by number."),
        function(
            "compare(char x, char y): int",
            &unbound(|a: u16, b: u16| i32::from(a) - i32::from(b)),
        )
        .doc("Order by number."),
        function(
            "isValidCodePoint(int codePoint): boolean",
            &unbound(|p: i32| (0..=0x10ffff).contains(&p)),
        ),
        function(
            "isBmpCodePoint(int codePoint): boolean",
            &unbound(|p: i32| (0..=0xffff).contains(&p)),
        ),
        function(
            "isSupplementaryCodePoint(int codePoint): boolean",
            &unbound(|p: i32| (0x10000..=0x10ffff).contains(&p)),
        ),
        function(
            "isHighSurrogate(char c): boolean",
            &unbound(|c: u16| (0xd800..0xdc00).contains(&c)),
        ),
        function(
            "isLowSurrogate(char c): boolean",
            &unbound(|c: u16| (0xdc00..0xe000).contains(&c)),
        ),
        function(
            "isSurrogate(char c): boolean",
            &unbound(|c: u16| (0xd800..0xe000).contains(&c)),
        ),
        function(
            "isSurrogatePair(char high, char low): boolean",
            &unbound(|a: u16, b: u16| (0xd800..0xdc00).contains(&a) && (0xdc00..0xe000).contains(&b)),
        ),
        function(
            "charCount(int codePoint): int",
            &unbound(|p: i32| if p >= 0x10000 { 2 } else { 1 }),
        )
        .doc("How many units a code point takes."),
        function("toCodePoint(char high, char low): int", &unbound(to_code_point))
            .doc("The code point of a surrogate pair."),
        function(
            "highSurrogate(int codePoint): char",
            &unbound(|p: i32| (p.wrapping_sub(0x10000) >> 10).wrapping_add(0xd800) as u16),
        ),
        function(
            "lowSurrogate(int codePoint): char",
            &unbound(|p: i32| (p & 0x3ff).wrapping_add(0xdc00) as u16),
        ),
        function("codePointAt(CharSequence text, int index): int", &unbound(points::at))
            .doc("The code point that begins at an index."),
        function(
            "codePointAt(char[] chars, int index): int",
            &unbound(|vm: &mut Vm, a: &Array, i: i32| points::at(vm, &Str::from_units(&to_units(a)), i)),
        ),
        function(
            "codePointBefore(CharSequence text, int index): int",
            &unbound(points::before),
        )
        .doc("The code point that ends at an index."),
        function(
            "codePointBefore(char[] chars, int index): int",
            &unbound(|vm: &mut Vm, a: &Array, i: i32| points::before(vm, &Str::from_units(&to_units(a)), i)),
        ),
        function(
            "codePointCount(CharSequence text, int begin, int end): int",
            &unbound(points::count),
        )
        .doc("The code points of a part."),
        function(
            "codePointCount(char[] chars, int offset, int count): int",
            &unbound(|vm: &mut Vm, a: &Array, i: i32, n: i32| {
                points::count(vm, &Str::from_units(&to_units(a)), i, i.saturating_add(n))
            }),
        ),
        function(
            "offsetByCodePoints(CharSequence text, int index, int offset): int",
            &unbound(points::offset),
        )
        .doc("The index so many code points away."),
        function("toChars(int codePoint): char[]", &unbound(to_chars)).doc("The units of a code point."),
        function(
            "toChars(int codePoint, char[] target, int index): int",
            &unbound(to_chars_in),
        )
        .doc("Puts the units of a code point into an array."),
        function(
            "isDefined(char c): boolean",
            &unbound(|c: u16| kind::is_defined(c as u32)),
        ),
        function(
            "isDefined(int c): boolean",
            &unbound(|c: i32| kind::is_defined(c as u32)),
        ),
        function("isDigit(char c): boolean", &unbound(|c: u16| kind::is_digit(c as u32))),
        function("isDigit(int c): boolean", &unbound(|c: i32| kind::is_digit(c as u32))),
        function(
            "isLetter(char c): boolean",
            &unbound(|c: u16| kind::is_letter(c as u32)),
        ),
        function("isLetter(int c): boolean", &unbound(|c: i32| kind::is_letter(c as u32))),
        function(
            "isLetterOrDigit(char c): boolean",
            &unbound(|c: u16| kind::is_letter_or_digit(c as u32)),
        ),
        function(
            "isLetterOrDigit(int c): boolean",
            &unbound(|c: i32| kind::is_letter_or_digit(c as u32)),
        ),
        function(
            "isLowerCase(char c): boolean",
            &unbound(|c: u16| kind::is_lower_case(c as u32)),
        ),
        function(
            "isLowerCase(int c): boolean",
            &unbound(|c: i32| kind::is_lower_case(c as u32)),
        ),
        function(
            "isUpperCase(char c): boolean",
            &unbound(|c: u16| kind::is_upper_case(c as u32)),
        ),
        function(
            "isUpperCase(int c): boolean",
            &unbound(|c: i32| kind::is_upper_case(c as u32)),
        ),
        function(
            "isTitleCase(char c): boolean",
            &unbound(|c: u16| kind::is_title_case(c as u32)),
        ),
        function(
            "isTitleCase(int c): boolean",
            &unbound(|c: i32| kind::is_title_case(c as u32)),
        ),
        function(
            "isWhitespace(char c): boolean",
            &unbound(|c: u16| kind::is_whitespace(c as u32)),
        ),
        function(
            "isWhitespace(int c): boolean",
            &unbound(|c: i32| kind::is_whitespace(c as u32)),
        ),
        function(
            "isSpaceChar(char c): boolean",
            &unbound(|c: u16| kind::is_space_char(c as u32)),
        ),
        function(
            "isSpaceChar(int c): boolean",
            &unbound(|c: i32| kind::is_space_char(c as u32)),
        ),
        function(
            "isISOControl(char c): boolean",
            &unbound(|c: u16| kind::is_control(c as u32)),
        ),
        function(
            "isISOControl(int c): boolean",
            &unbound(|c: i32| kind::is_control(c as u32)),
        ),
        function(
            "isIdentifierIgnorable(char c): boolean",
            &unbound(|c: u16| kind::is_ignorable(c as u32)),
        ),
        function(
            "isIdentifierIgnorable(int c): boolean",
            &unbound(|c: i32| kind::is_ignorable(c as u32)),
        ),
        function(
            "isJavaIdentifierStart(char c): boolean",
            &unbound(|c: u16| kind::is_identifier_start(c as u32)),
        ),
        function(
            "isJavaIdentifierStart(int c): boolean",
            &unbound(|c: i32| kind::is_identifier_start(c as u32)),
        ),
        function(
            "isJavaIdentifierPart(char c): boolean",
            &unbound(|c: u16| kind::is_identifier_part(c as u32)),
        ),
        function(
            "isJavaIdentifierPart(int c): boolean",
            &unbound(|c: i32| kind::is_identifier_part(c as u32)),
        ),
        function(
            "isUnicodeIdentifierStart(char c): boolean",
            &unbound(|c: u16| kind::is_unicode_identifier_start(c as u32)),
        ),
        function(
            "isUnicodeIdentifierStart(int c): boolean",
            &unbound(|c: i32| kind::is_unicode_identifier_start(c as u32)),
        ),
        function(
            "isUnicodeIdentifierPart(char c): boolean",
            &unbound(|c: u16| kind::is_unicode_identifier_part(c as u32)),
        ),
        function(
            "isUnicodeIdentifierPart(int c): boolean",
            &unbound(|c: i32| kind::is_unicode_identifier_part(c as u32)),
        ),
        function(
            "toLowerCase(char c): char",
            &unbound(|c: u16| kind::lower_case(c.into()) as u16),
        ),
        function(
            "toLowerCase(int c): int",
            &unbound(|c: i32| kind::lower_case(c as u32) as i32),
        ),
        function(
            "toUpperCase(char c): char",
            &unbound(|c: u16| kind::upper_case(c.into()) as u16),
        ),
        function(
            "toUpperCase(int c): int",
            &unbound(|c: i32| kind::upper_case(c as u32) as i32),
        ),
        function(
            "toTitleCase(char c): char",
            &unbound(|c: u16| kind::title_case(c.into()) as u16),
        ),
        function(
            "toTitleCase(int c): int",
            &unbound(|c: i32| kind::title_case(c as u32) as i32),
        ),
        function(
            "isAlphabetic(int c): boolean",
            &unbound(|c: i32| kind::is_alphabetic(c as u32)),
        ),
        function(
            "isIdeographic(int c): boolean",
            &unbound(|c: i32| kind::is_ideographic(c as u32)),
        ),
        function(
            "getType(char c): int",
            &unbound(|c: u16| i32::from(kind::java_type(c as u32))),
        ),
        function(
            "getNumericValue(char c): int",
            &unbound(|c: u16| kind::numeric_value(c as u32)),
        ),
        function(
            "digit(char c, int radix): int",
            &unbound(|c: u16, radix: i32| kind::digit(c as u32, radix as u32).map_or(-1, |d| d as i32)),
        ),
        function(
            "getType(int c): int",
            &unbound(|c: i32| i32::from(kind::java_type(c as u32))),
        ),
        function(
            "getNumericValue(int c): int",
            &unbound(|c: i32| kind::numeric_value(c as u32)),
        ),
        function(
            "digit(int c, int radix): int",
            &unbound(|c: i32, radix: i32| kind::digit(c as u32, radix as u32).map_or(-1, |d| d as i32)),
        ),
        function("forDigit(int digit, int radix): char", &unbound(for_digit)).doc("The character of a digit."),
        function("reverseBytes(char c): char", &unbound(u16::swap_bytes)),
        never(
            "getName(int codePoint): String",
            "the names of characters are not carried along",
        ),
        never(
            "codePointOf(String name): int",
            "the names of characters are not carried along",
        ),
        never("getDirectionality(char c): byte", "text direction is not carried along"),
        never(
            "getDirectionality(int codePoint): byte",
            "text direction is not carried along",
        ),
        never("isMirrored(char c): boolean", "text direction is not carried along"),
        never(
            "isMirrored(int codePoint): boolean",
            "text direction is not carried along",
        ),
    ]);

fn invalid(vm: &mut Vm, point: i32) -> crate::Thrown {
    vm.throw(
        &throwables::ILLEGAL_ARGUMENT_EXCEPTION,
        format!("Not a valid Unicode code point: 0x{point:X}"),
    )
}

fn units(vm: &mut Vm, point: i32) -> Res<Vec<u16>> {
    let mut units = Vec::new();
    if make::push_code_point(point, &mut units) {
        Ok(units)
    } else {
        Err(invalid(vm, point))
    }
}

fn text_of(vm: &mut Vm, point: i32) -> Res<Rc<Str>> {
    Ok(Str::from_units(&units(vm, point)?))
}

fn to_chars(vm: &mut Vm, point: i32) -> Res<Rc<Array>> {
    Ok(from_units(&units(vm, point)?))
}

fn to_chars_in(vm: &mut Vm, point: i32, target: &Array, index: i32) -> Res<i32> {
    let units = units(vm, point)?;
    for (unit, at) in units.iter().zip(index..) {
        if !usize::try_from(at).is_ok_and(|at| target.set(at, Value::char(*unit))) {
            let message = format!("Index {at} out of bounds for length {}", target.len());
            return Err(vm.throw(&throwables::ARRAY_INDEX_OUT_OF_BOUNDS_EXCEPTION, message));
        }
    }
    Ok(units.len() as i32)
}

fn to_code_point(high: u16, low: u16) -> i32 {
    (i32::from(high) << 10) + i32::from(low) + (0x10000 - (0xd800 << 10) - 0xdc00)
}

fn for_digit(digit: i32, radix: i32) -> u16 {
    let valid = (2..=36).contains(&radix) && (0..radix).contains(&digit);
    match char::from_digit(if valid { digit as u32 } else { 36 }, 36) {
        Some(c) => c as u16,
        None => 0,
    }
}
