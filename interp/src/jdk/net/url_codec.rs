//! `java.net.URLEncoder` and `java.net.URLDecoder`: the encoding of forms.

use crate::jdk::nio::charset::{self, Charset};
use crate::registry::{Class, class, function, unbound};
use crate::value::{Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// `java.net.URLEncoder`.
pub static URL_ENCODER: Class = class("java.net.URLEncoder").abstract_class().members(&[
    function(
        "encode(String text): String",
        &unbound(|vm: &mut Vm, text: &Str| encode(vm, text, &Value::host(Charset::Utf8))),
    ),
    function("encode(String text, String charset): String", &unbound(encode)).doc("A text as a form's field has it."),
    function("encode(String text, Charset charset): String", &unbound(encode)),
]);

/// `java.net.URLDecoder`.
pub static URL_DECODER: Class = class("java.net.URLDecoder").abstract_class().members(&[
    function(
        "decode(String text): String",
        &unbound(|vm: &mut Vm, text: &Str| decode(vm, text, &Value::host(Charset::Utf8))),
    ),
    function("decode(String text, String charset): String", &unbound(decode))
        .doc("The text that a form's field stands for."),
    function("decode(String text, Charset charset): String", &unbound(decode)),
]);

fn encode(vm: &mut Vm, text: &Str, charset: &Value) -> Res<Rc<Str>> {
    let charset = charset::of(vm, charset)?;
    vm.reserve(text.len().saturating_mul(6))?;
    let mut out = String::with_capacity(text.len());
    let units = text.to_units();
    let is_plain = |u: &u16| u8::try_from(*u).is_ok_and(|b| b.is_ascii_alphanumeric() || b"-_.*".contains(&b));
    let mut rest = units.as_slice();
    while let Some((first, after)) = rest.split_first() {
        vm.tick()?;
        if *first == u16::from(b' ') {
            out.push('+');
            rest = after;
        } else if is_plain(first) {
            out.push(char::from(*first as u8));
            rest = after;
        } else {
            // What needs encoding is encoded together, so that pairs of surrogates stay whole.
            let (together, after) = rest.split_at(encoded_together(rest, is_plain));
            for byte in charset.encode(&Str::from_units(together)) {
                out.push('%');
                out.extend([byte >> 4, byte & 15].map(hexadecimal_digit));
            }
            rest = after;
        }
    }
    Ok(Str::new(&out))
}

/// How many units at the beginning are encoded in one go: up to one that needs no encoding, and not too many, so that time
/// limits are looked at in between.
fn encoded_together(units: &[u16], is_plain: impl Fn(&u16) -> bool) -> usize {
    let end = units
        .iter()
        .take(1024)
        .position(|u| is_plain(u) || *u == u16::from(b' '));
    let end = end.unwrap_or(units.len().min(1024));
    // A pair of surrogates stays together.
    let splits = end < units.len() && units.get(end - 1).is_some_and(|u| (0xd800..0xdc00).contains(u));
    end + usize::from(splits)
}

fn hexadecimal_digit(value: u8) -> char {
    char::from_digit(value.into(), 16).unwrap_or('0').to_ascii_uppercase()
}

fn decode(vm: &mut Vm, text: &Str, charset: &Value) -> Res<Rc<Str>> {
    let charset = charset::of(vm, charset)?;
    vm.tick_many(text.len() / 16)?;
    let units = text.to_units();
    let mut out: Vec<u16> = Vec::with_capacity(units.len());
    let mut i = 0;
    while let Some(unit) = units.get(i) {
        match u8::try_from(*unit) {
            Ok(b'+') => {
                out.push(u16::from(b' '));
                i += 1;
            }
            Ok(b'%') => {
                let mut bytes = Vec::new();
                while units.get(i) == Some(&u16::from(b'%')) {
                    bytes.push(escape(vm, &units, i)?);
                    i += 3;
                }
                out.extend(charset.decode(&bytes).iter());
            }
            _ => {
                out.push(*unit);
                i += 1;
            }
        }
    }
    Ok(Str::from_units(&out))
}

/// The byte of an escape.
fn escape(vm: &mut Vm, units: &[u16], at: usize) -> Res<u8> {
    let Some(digits) = units.get(at + 1..at + 3) else {
        return Err(vm.illegal_argument("URLDecoder: Incomplete trailing escape (%) pattern"));
    };
    let digits = String::from_utf16_lossy(digits);
    match u8::from_str_radix(&digits, 16) {
        Ok(byte) if !digits.starts_with('+') => Ok(byte),
        _ => {
            let bad = digits.chars().position(|c| !c.is_ascii_hexdigit()).unwrap_or(0);
            Err(vm.illegal_argument(format!(
                "URLDecoder: Illegal hex characters in escape (%) pattern - Error at index {bad} in: \"{digits}\""
            )))
        }
    }
}
