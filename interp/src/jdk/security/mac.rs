//! `javax.crypto.Mac` with its key: HMAC over the digests that there are.

use super::message_digest::given;
use crate::jdk::io::byte_array::{from_bytes, to_bytes};
use crate::jdk::throwables;
use crate::registry::{
    Class, Kind, Member, class, constructor, function, interface, method, native, raw, slice, unbound,
};
use crate::value::{Array, HostType, Str, Value};
use crate::{Res, Vm};
use hmac::{Hmac, KeyInit, Mac as _};
use std::cell::RefCell;
use std::rc::Rc;

/// A code under way.
#[derive(Clone)]
enum State {
    Md5(Hmac<md5::Md5>),
    Sha1(Hmac<sha1::Sha1>),
    Sha224(Hmac<sha2::Sha224>),
    Sha256(Hmac<sha2::Sha256>),
    Sha384(Hmac<sha2::Sha384>),
    Sha512(Hmac<sha2::Sha512>),
}

impl State {
    fn new(algorithm: &str, key: &[u8]) -> Option<State> {
        Some(match algorithm.to_ascii_uppercase().as_str() {
            "HMACMD5" => State::Md5(Hmac::new_from_slice(key).ok()?),
            "HMACSHA1" => State::Sha1(Hmac::new_from_slice(key).ok()?),
            "HMACSHA224" => State::Sha224(Hmac::new_from_slice(key).ok()?),
            "HMACSHA256" => State::Sha256(Hmac::new_from_slice(key).ok()?),
            "HMACSHA384" => State::Sha384(Hmac::new_from_slice(key).ok()?),
            "HMACSHA512" => State::Sha512(Hmac::new_from_slice(key).ok()?),
            _ => return None,
        })
    }

    fn update(&mut self, bytes: &[u8]) {
        match self {
            State::Md5(mac) => mac.update(bytes),
            State::Sha1(mac) => mac.update(bytes),
            State::Sha224(mac) => mac.update(bytes),
            State::Sha256(mac) => mac.update(bytes),
            State::Sha384(mac) => mac.update(bytes),
            State::Sha512(mac) => mac.update(bytes),
        }
    }

    fn finish(self) -> Vec<u8> {
        match self {
            State::Md5(mac) => mac.finalize().into_bytes().to_vec(),
            State::Sha1(mac) => mac.finalize().into_bytes().to_vec(),
            State::Sha224(mac) => mac.finalize().into_bytes().to_vec(),
            State::Sha256(mac) => mac.finalize().into_bytes().to_vec(),
            State::Sha384(mac) => mac.finalize().into_bytes().to_vec(),
            State::Sha512(mac) => mac.finalize().into_bytes().to_vec(),
        }
    }
}

/// `javax.crypto.Mac`: the state that its key begins with, and the state now.
pub struct Mac {
    algorithm: Rc<Str>,
    keyed: RefCell<Option<(State, State)>>,
}

impl HostType for Mac {
    const NAME: &'static str = "javax.crypto.Mac";
    fn class() -> &'static Class {
        &MAC
    }
}

const MEMBERS: &[Member] = &[
    function("getInstance(String algorithm): Mac", &unbound(get_instance)).doc("A code of an algorithm."),
    raw(Kind::Method, "doFinal(): byte[]", &slice(do_final)).doc("The code of all bytes so far; the next begins anew."),
    raw(Kind::Method, "doFinal(byte[] bytes): byte[]", &slice(do_final)),
    method("getAlgorithm(): String", &native(|m: &Mac| m.algorithm.clone())),
    method(
        "getMacLength(): int",
        &native(|m: &Mac| State::new(&m.algorithm.text(), b"k").map_or(0, |s| s.finish().len() as i32)),
    ),
    method("init(Key key): void", &native(init)).doc("Begins with a key."),
    method("reset(): void", &native(Mac::reset)),
    raw(Kind::Method, "update(byte value): void", &slice(update)),
    raw(Kind::Method, "update(byte[] bytes): void", &slice(update)).doc("Takes in bytes."),
    raw(
        Kind::Method,
        "update(byte[] bytes, int offset, int length): void",
        &slice(update),
    ),
];

/// `javax.crypto.Mac`.
pub static MAC: Class = class(Mac::NAME).abstract_class().members(MEMBERS);

/// `java.security.Key`.
pub static KEY: Class = interface("java.security.Key");

/// `javax.crypto.spec.SecretKeySpec`.
pub struct SecretKey {
    bytes: Vec<u8>,
    algorithm: Rc<Str>,
}

impl HostType for SecretKey {
    const NAME: &'static str = "javax.crypto.spec.SecretKeySpec";
    fn class() -> &'static Class {
        &SECRET_KEY_SPEC
    }
}

/// `javax.crypto.spec.SecretKeySpec`.
pub static SECRET_KEY_SPEC: Class = class(SecretKey::NAME).implements(&[&KEY]).members(&[
    constructor("SecretKeySpec(byte[] key, String algorithm)", &unbound(secret_key)),
    method("getAlgorithm(): String", &native(|k: &SecretKey| k.algorithm.clone())),
    method("getEncoded(): byte[]", &native(|k: &SecretKey| from_bytes(&k.bytes))),
    method("getFormat(): String", &native(|_: &SecretKey| "RAW")),
]);

fn secret_key(vm: &mut Vm, key: &Array, algorithm: &Rc<Str>) -> Res<SecretKey> {
    let bytes = to_bytes(key);
    if bytes.is_empty() {
        return Err(vm.illegal_argument("Empty key"));
    }
    Ok(SecretKey {
        bytes,
        algorithm: algorithm.clone(),
    })
}

fn get_instance(vm: &mut Vm, algorithm: &Rc<Str>) -> Res<Mac> {
    if State::new(&algorithm.text(), b"k").is_none() {
        let message = format!("Algorithm {algorithm} not available");
        return Err(vm.throw(&throwables::NO_SUCH_ALGORITHM_EXCEPTION, message));
    }
    Ok(Mac {
        algorithm: algorithm.clone(),
        keyed: RefCell::new(None),
    })
}

impl Mac {
    fn reset(&self) {
        if let Some((begin, now)) = &mut *self.keyed.borrow_mut() {
            *now = begin.clone();
        }
    }
}

fn init(mac: &Mac, key: &SecretKey) {
    let state = State::new(&mac.algorithm.text(), &key.bytes);
    mac.keyed.replace(state.map(|s| (s.clone(), s)));
}

fn update(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let bytes = given(vm, args)?;
    let mac = this.as_host::<Mac>();
    if let Some((_, now)) = mac
        .and_then(|m| m.keyed.try_borrow_mut().ok())
        .as_deref_mut()
        .and_then(Option::as_mut)
    {
        now.update(&bytes);
        return Ok(Value::Null);
    }
    Err(vm.throw(&throwables::ILLEGAL_STATE_EXCEPTION, "MAC not initialized"))
}

fn do_final(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    update(vm, this, args)?;
    let Some(mac) = this.as_host::<Mac>() else {
        return Ok(Value::Null);
    };
    let code = mac.keyed.borrow().as_ref().map(|(_, now)| now.clone().finish());
    mac.reset();
    Ok(from_bytes(&code.unwrap_or_default()).into())
}
