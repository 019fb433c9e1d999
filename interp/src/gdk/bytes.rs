//! What Groovy adds to `byte[]`: Base64, hexadecimal, digests.

use crate::jdk::groovy::writable;
use crate::jdk::io::byte_array::to_bytes;
use crate::jdk::security::message_digest::digest_of;
use crate::jdk::util::base64::encode;
use crate::registry::{Class, Member, class, method, native};
use crate::value::{Array, HostType, Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// The members.
pub const MEMBERS: &[Member] = &[
    method("digest(String algorithm): String", &native(digest)).doc("The digest of the bytes, in hexadecimal."),
    method(
        "encodeBase64(): Writable",
        &native(|bytes: &Array| base64(bytes, false, true, 0)),
    )
    .doc("The bytes in Base64."),
    method(
        "encodeBase64(boolean chunked): Writable",
        &native(|bytes: &Array, chunked: bool| base64(bytes, false, true, if chunked { 76 } else { 0 })),
    ),
    method(
        "encodeBase64Url(): Writable",
        &native(|bytes: &Array| base64(bytes, true, false, 0)),
    )
    .doc("The bytes in the form of Base64 for URLs."),
    method(
        "encodeBase64Url(boolean padded): Writable",
        &native(|bytes: &Array, padded: bool| base64(bytes, true, padded, 0)),
    ),
    method("encodeHex(): Writable", &native(encode_hex)).doc("The bytes in hexadecimal."),
    method(
        "md5(): String",
        &native(|vm: &mut Vm, bytes: &Array| digest(vm, bytes, &Str::new("MD5"))),
    ),
    method(
        "sha256(): String",
        &native(|vm: &mut Vm, bytes: &Array| digest(vm, bytes, &Str::new("SHA-256"))),
    ),
];

/// Bytes in hexadecimal, in lower case.
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

fn digest(vm: &mut Vm, bytes: &Array, algorithm: &Str) -> Res<String> {
    let digest = digest_of(vm, &algorithm.text(), &to_bytes(bytes))?;
    Ok(hexadecimal(&digest))
}

/// Encoded bytes: no text themselves, but something that can be written.
pub struct Encoded {
    text: Rc<Str>,
}

impl HostType for Encoded {
    const NAME: &'static str = "org.codehaus.groovy.runtime.EncodingGroovyMethods$1";
    fn class() -> &'static Class {
        &ENCODED
    }
}

/// What `encodeBase64()` and `encodeHex()` give.
pub static ENCODED: Class = class(Encoded::NAME).implements(&[&writable::WRITABLE]).members(&[
    method("toString(): String", &native(|e: &Encoded| e.text.clone())),
    method("writeTo(Writer out): Writer", &native(write_to)),
]);

fn base64(bytes: &Array, url: bool, padding: bool, line: usize) -> Encoded {
    let mut text = encode(&to_bytes(bytes), url, padding, line, b"\r\n");
    if line > 0 && !text.is_empty() && text.len().is_multiple_of(line) {
        text.push_str("\r\n");
    }
    Encoded { text: Str::new(&text) }
}

fn encode_hex(bytes: &Array) -> Encoded {
    Encoded {
        text: Str::new(&hexadecimal(&to_bytes(bytes))),
    }
}

fn write_to(vm: &mut Vm, encoded: &Encoded, out: &Value) -> Res {
    vm.call_method(out, "write", &[Value::Str(encoded.text.clone())])?
        .done();
    Ok(out.clone())
}
