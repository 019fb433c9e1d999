//! `Base64` of the framework.

use crate::icf::guarded::{byte_array, bytes_of};
use ::base64::Engine;
use ::base64::engine::general_purpose::STANDARD;
use rovy_interp::jdk::throwables;
use rovy_interp::registry::{Class, class, function, unbound};
use rovy_interp::value::{Str, Value};
use rovy_interp::{Res, Vm};

/// `org.identityconnectors.common.Base64`.
pub static CLASS: Class = class("org.identityconnectors.common.Base64").members(&[
    function("encode(byte[] bytes): String", &unbound(encode)).doc("Bytes as Base64 text."),
    function("decode(String text): byte[]", &unbound(decode)).doc("The bytes of a Base64 text."),
]);

fn encode(vm: &mut Vm, bytes: &Value) -> Res<Option<String>> {
    if bytes.is_null() {
        return Ok(None);
    }
    Ok(Some(STANDARD.encode(bytes_of(vm, bytes)?)))
}

fn decode(vm: &mut Vm, text: &Str) -> Res<Value> {
    match STANDARD.decode(text.text().as_bytes()) {
        Ok(bytes) => Ok(byte_array(&bytes)),
        Err(_) => Err(vm.throw(&throwables::RUNTIME_EXCEPTION, "Data is not Base64 encoded.")),
    }
}
