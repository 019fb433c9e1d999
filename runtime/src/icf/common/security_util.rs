//! `SecurityUtil`.

use crate::icf::guarded::{
    GuardedByteArray, GuardedString, base64_sha1, byte_array, bytes_of, char_array, chars_to_bytes, units_of,
};
use rovy_interp::registry::{Class, Items, class, function, unbound};
use rovy_interp::value::{Str, Value};
use rovy_interp::{Res, Vm};
use sha1::{Digest, Sha1};
use std::rc::Rc;

/// `org.identityconnectors.common.security.SecurityUtil`.
pub static CLASS: Class = class("org.identityconnectors.common.security.SecurityUtil").members(&[
    function("decrypt(GuardedString guarded): String", &unbound(decrypt)).doc("The clear text."),
    function(
        "decrypt(GuardedByteArray guarded): byte[]",
        &unbound(|g: &GuardedByteArray| byte_array(&vec![0; g.clear_bytes().len()])),
    )
    .doc("As in Java, the bytes are wiped before they arrive."),
    function(
        "charsToBytes(char[] chars): byte[]",
        &unbound(|vm: &mut Vm, chars: Items| Ok(byte_array(&chars_to_bytes(&units_of(vm, chars.0)?)))),
    ),
    function("bytesToChars(byte[] bytes): char[]", &unbound(bytes_to_chars)),
    function("clear(Object array): void", &unbound(clear)),
    function(
        "computeBase64SHA1Hash(char[] input): String",
        &unbound(|vm: &mut Vm, input: Items| hash(vm, input)),
    ),
    function(
        "computeBase64SHA1Hash(byte[] input): String",
        &unbound(|vm: &mut Vm, input: Items| hash(vm, input)),
    ),
    function(
        "computeHexSHA1Hash(byte[] input): String",
        &unbound(|vm: &mut Vm, input: Items| hex_hash(vm, input, true)),
    ),
    function(
        "computeHexSHA1Hash(byte[] input, boolean lowerCase): String",
        &unbound(hex_hash),
    ),
    function(
        "bytesToHex(byte[] bytes, boolean lowerCase): String",
        &unbound(|vm: &mut Vm, b: Items, lower: bool| Ok(hex(&bytes_of(vm, b.0)?, lower))),
    ),
    function(
        "verifyBase64SHA1Hash(byte[] input, String hash): boolean",
        &unbound(verify),
    ),
]);

fn decrypt(vm: &mut Vm, guarded: &GuardedString) -> Res<Rc<Str>> {
    Ok(Str::from_units(&guarded.checked_units(vm)?))
}

fn bytes_to_chars(vm: &mut Vm, bytes: Items) -> Res<Value> {
    let bytes = bytes_of(vm, bytes.0)?;
    let unit = |pair: &[u8]| match pair {
        [high, low] => u16::from_be_bytes([*high, *low]),
        _ => 0,
    };
    Ok(char_array(&bytes.chunks(2).map(unit).collect::<Vec<u16>>()))
}

fn clear(array: &Value) {
    if let Value::Array(array) = array {
        let blank = |v: &Value| match v {
            Value::Char(_) => Value::char(0),
            Value::Byte(_) => Value::byte(0),
            _ => Value::Null,
        };
        array.change(|items| items.iter_mut().for_each(|i| *i = blank(i)));
    }
}

fn raw_bytes(vm: &mut Vm, input: Items) -> Res<Vec<u8>> {
    let is_chars = vm.items(input.0)?.iter().any(|v| matches!(v, Value::Char(_)));
    if is_chars {
        Ok(chars_to_bytes(&units_of(vm, input.0)?))
    } else {
        bytes_of(vm, input.0)
    }
}

fn hash(vm: &mut Vm, input: Items) -> Res<String> {
    Ok(base64_sha1(&raw_bytes(vm, input)?))
}

fn hex_hash(vm: &mut Vm, input: Items, lower: bool) -> Res<String> {
    Ok(hex(&Sha1::digest(raw_bytes(vm, input)?), lower))
}

fn verify(vm: &mut Vm, input: Items, expected: &Str) -> Res<bool> {
    Ok(*expected == *hash(vm, input)?)
}

fn hex(bytes: &[u8], lower: bool) -> String {
    let digits = |b: &u8| if lower { format!("{b:02x}") } else { format!("{b:02X}") };
    bytes.iter().map(digits).collect()
}
