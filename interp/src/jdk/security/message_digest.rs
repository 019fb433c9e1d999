//! `java.security.MessageDigest`.

use crate::jdk::io::byte_array::{from_bytes, part, to_byte, to_bytes};
use crate::jdk::throwables;
use crate::registry::{Class, Kind, Member, class, function, method, native, raw, slice, unbound};
use crate::value::{Array, HostType, Str, Value};
use crate::{Res, Vm};
use sha2::digest::DynDigest;
use std::cell::RefCell;
use std::rc::Rc;

/// A digest under way.
pub struct MessageDigest {
    algorithm: Rc<Str>,
    state: RefCell<Box<dyn DynDigest>>,
}

impl HostType for MessageDigest {
    const NAME: &'static str = "java.security.MessageDigest";
    fn class() -> &'static Class {
        &CLASS
    }
}

const MEMBERS: &[Member] = &[
    function("getInstance(String algorithm): MessageDigest", &unbound(get_instance)).doc("A digest of an algorithm."),
    function(
        "isEqual(byte[] a, byte[] b): boolean",
        &unbound(|a: &Array, b: &Array| to_bytes(a) == to_bytes(b)),
    ),
    raw(Kind::Method, "digest(): byte[]", &slice(digest)).doc("The digest of all bytes so far; the next begins anew."),
    raw(Kind::Method, "digest(byte[] bytes): byte[]", &slice(digest)),
    method(
        "getAlgorithm(): String",
        &native(|d: &MessageDigest| d.algorithm.clone()),
    ),
    method(
        "getDigestLength(): int",
        &native(|d: &MessageDigest| d.state.borrow().output_size() as i32),
    ),
    method(
        "reset(): void",
        &native(|d: &MessageDigest| d.state.borrow_mut().reset()),
    ),
    method(
        "toString(): String",
        &native(|d: &MessageDigest| format!("{} Message Digest from SUN, <initialized>\n", d.algorithm)),
    ),
    raw(Kind::Method, "update(byte value): void", &slice(update)),
    raw(Kind::Method, "update(byte[] bytes): void", &slice(update)).doc("Takes in bytes."),
    raw(
        Kind::Method,
        "update(byte[] bytes, int offset, int length): void",
        &slice(update),
    ),
];

/// `java.security.MessageDigest`.
pub static CLASS: Class = class(MessageDigest::NAME).abstract_class().members(MEMBERS);

/// The state of an algorithm, by any of the names that Java takes.
pub fn algorithm(name: &str) -> Option<Box<dyn DynDigest>> {
    Some(match name.to_ascii_uppercase().as_str() {
        "MD5" => Box::new(md5::Md5::default()),
        "SHA" | "SHA1" | "SHA-1" => Box::new(sha1::Sha1::default()),
        "SHA-224" | "SHA224" => Box::new(sha2::Sha224::default()),
        "SHA-256" | "SHA256" => Box::new(sha2::Sha256::default()),
        "SHA-384" | "SHA384" => Box::new(sha2::Sha384::default()),
        "SHA-512" | "SHA512" => Box::new(sha2::Sha512::default()),
        _ => return None,
    })
}

/// The digest of some bytes.
pub fn digest_of(vm: &mut Vm, name: &str, bytes: &[u8]) -> Res<Vec<u8>> {
    vm.tick_many(bytes.len() / 16)?;
    match algorithm(name) {
        Some(mut state) => {
            state.update(bytes);
            Ok(state.finalize().into_vec())
        }
        None => Err(not_available(vm, name)),
    }
}

fn not_available(vm: &mut Vm, name: &str) -> crate::Thrown {
    let message = format!("{name} MessageDigest not available");
    vm.throw(&throwables::NO_SUCH_ALGORITHM_EXCEPTION, message)
}

fn get_instance(vm: &mut Vm, name: &Rc<Str>) -> Res<MessageDigest> {
    match algorithm(&name.text()) {
        Some(state) => Ok(MessageDigest {
            algorithm: name.clone(),
            state: RefCell::new(state),
        }),
        None => Err(not_available(vm, &name.text())),
    }
}

/// The bytes that the arguments of an `update` stand for.
pub(super) fn given(vm: &mut Vm, args: &[Value]) -> Res<Vec<u8>> {
    let bytes = match args {
        [Value::Array(array)] => to_bytes(array),
        [Value::Array(array), Value::Int(offset), Value::Int(length)] => {
            let (from, count) = part(vm, array.len(), offset.get(), length.get())?;
            to_bytes(array).into_iter().skip(from).take(count).collect()
        }
        [number] => vec![to_byte(number)],
        _ => Vec::new(),
    };
    vm.tick_many(bytes.len() / 16)?;
    Ok(bytes)
}

fn update(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let bytes = given(vm, args)?;
    if let Some(digest) = this.as_host::<MessageDigest>() {
        digest.state.borrow_mut().update(&bytes);
    }
    Ok(Value::Null)
}

fn digest(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    update(vm, this, args)?;
    match this.as_host::<MessageDigest>() {
        Some(digest) => Ok(from_bytes(&digest.state.borrow_mut().finalize_reset()).into()),
        None => Ok(Value::Null),
    }
}
