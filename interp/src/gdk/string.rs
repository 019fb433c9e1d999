//! What Groovy adds to `String` alone; what it adds to any `CharSequence` is in [`super::char_sequence`].

use super::char_sequence::matching;
use crate::jdk::io::byte_array;
use crate::jdk::lang::number::parse;
use crate::jdk::lang::string::{case, char_at, whitespace};
use crate::jdk::lang::string_builder;
use crate::jdk::throwables;
use crate::registry::{Member, method, native, never};
use crate::value::{Array, Str, Value};
use crate::{Res, Vm};
use base64::Engine;
use base64::alphabet;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};
use std::rc::Rc;

/// The members.
pub const MEMBERS: &[Member] = &[
    never("execute(): Process", "scripts do not start processes"),
    method(
        "plus(CharSequence text): String",
        &native(|s: &Str, t: &Str| s.concat(t)),
    )
    .doc("Both texts, one after the other."),
    method("leftShift(Object value): StringBuffer", &native(string_builder::shift))
        .doc("A buffer with the text and a value's text."),
    method(
        "collectReplacements(Closure function): String",
        &native(matching::collect_replacements),
    )
    .doc("Each character replaced by what a closure gives for it, if not null."),
    method(
        "collectReplacements(List functions): String",
        &native(matching::collect_replacements_by),
    )
    .doc("Each character replaced by what the first closure that does not give null gives for it."),
    method("toBoolean(): Boolean", &native(to_boolean)).doc("Whether the text is `true`, `y` or `1`, in any case."),
    method(
        "toCharacter(): Character",
        &native(|vm: &mut Vm, s: &Str| char_at(vm, s, 0)),
    )
    .doc("The first character."),
    method("isAtLeast(String other): Boolean", &native(is_at_least))
        .doc("Whether the text, as a decimal number, is not less than another."),
    method("decodeBase64(): byte[]", &native(decode_base64)).doc("The bytes that the text stands for in Base64."),
    method("decodeBase64Url(): byte[]", &native(decode_base64_url))
        .doc("The bytes that the text stands for in the URL and file name safe Base64."),
    method("decodeHex(): byte[]", &native(decode_hex)).doc("The bytes that the text stands for in hexadecimal."),
];

fn to_boolean(text: &Rc<Str>) -> bool {
    let text = whitespace::trim(text);
    ["true", "y", "1"]
        .iter()
        .any(|t| case::equal_ignoring_case(&text, &Str::new(t)))
}

fn is_at_least(vm: &mut Vm, text: &Str, other: &Str) -> Res<bool> {
    let (a, b) = (parse::big_decimal(vm, text)?, parse::big_decimal(vm, other)?);
    Ok(vm.compare(&Value::big_decimal(a), &Value::big_decimal(b))?.is_ge())
}

/// Decodes Base64 as Groovy does: white space is passed over, padding may be missing.
fn decode(vm: &mut Vm, text: &Str, letters: &alphabet::Alphabet) -> Res<Rc<Array>> {
    let config = GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true);
    let mut dense: String = text.text().chars().filter(|c| !c.is_ascii_whitespace()).collect();
    // A last letter alone holds less than a byte.
    if dense.len() % 4 == 1 && dense.ends_with(|c: char| c != '=') {
        dense.pop();
    }
    match GeneralPurpose::new(letters, config).decode(dense) {
        Ok(bytes) => Ok(byte_array::from_bytes(&bytes)),
        Err(_) => Err(vm.throw(&throwables::RUNTIME_EXCEPTION, "bad character in base64 value")),
    }
}

fn decode_base64(vm: &mut Vm, text: &Str) -> Res<Rc<Array>> {
    decode(vm, text, &alphabet::STANDARD)
}

fn decode_base64_url(vm: &mut Vm, text: &Str) -> Res<Rc<Array>> {
    decode(vm, text, &alphabet::URL_SAFE)
}

fn decode_hex(vm: &mut Vm, text: &Str) -> Res<Rc<Array>> {
    if text.len() % 2 == 1 {
        return Err(parse::bad_format(vm, "odd number of characters in hex string"));
    }
    vm.reserve(text.len() / 2 * size_of::<Value>())?;
    let mut bytes = Vec::with_capacity(text.len() / 2);
    for at in (0..text.len()).step_by(2) {
        vm.tick()?;
        bytes.push(parse::int(vm, &text.slice(at, at + 2), 16)? as u8);
    }
    Ok(byte_array::from_bytes(&bytes))
}
