//! `GuardedString` and `GuardedByteArray`: secrets that are handed out only for the time of a call.
//!
//! Java keeps them encrypted in memory. Here the process has no such protection to offer; what scripts can see is the same.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rovy_interp::jdk::throwables;
use rovy_interp::registry::{
    Class, ClassId, Func, Items, class, constructor, interface, method, native, required, unbound,
};
use rovy_interp::value::{Array, HostType, Str, Value};
use rovy_interp::{Res, Vm};
use sha1::{Digest, Sha1};
use std::cell::{Cell, RefCell};

/// A text that should not lie about.
pub struct GuardedString {
    chars: RefCell<Vec<u16>>,
    state: State,
}

/// Bytes that should not lie about.
pub struct GuardedByteArray {
    bytes: RefCell<Vec<u8>>,
    state: State,
}

#[derive(Default)]
struct State {
    read_only: Cell<bool>,
    disposed: Cell<bool>,
    /// A copy never had its hash computed, so it equals nothing else.
    copy: bool,
}

impl HostType for GuardedString {
    const NAME: &'static str = "org.identityconnectors.common.security.GuardedString";
    fn class() -> &'static Class {
        &STRING
    }
}

impl HostType for GuardedByteArray {
    const NAME: &'static str = "org.identityconnectors.common.security.GuardedByteArray";
    fn class() -> &'static Class {
        &BYTE_ARRAY
    }
}

impl GuardedString {
    /// A guarded string of a clear text.
    pub fn new(text: &str) -> GuardedString {
        GuardedString::from_units(text.encode_utf16().collect())
    }

    fn from_units(units: Vec<u16>) -> GuardedString {
        GuardedString {
            chars: RefCell::new(units),
            state: State::default(),
        }
    }

    /// A guarded string of a `char[]`.
    pub fn from_chars(vm: &mut Vm, chars: Items) -> Res {
        create(vm, chars).map(Value::host)
    }

    /// The clear text.
    pub fn clear_text(&self) -> String {
        String::from_utf16_lossy(&self.chars.borrow())
    }

    /// The hash that `verifyBase64SHA1Hash` compares.
    pub fn hash(&self) -> String {
        base64_sha1(&chars_to_bytes(&self.chars.borrow()))
    }

    pub(super) fn checked_units(&self, vm: &mut Vm) -> Res<Vec<u16>> {
        self.state.check_disposed(vm, "String")?;
        Ok(self.chars.borrow().clone())
    }
}

impl GuardedByteArray {
    /// Guarded bytes.
    pub fn new(bytes: Vec<u8>) -> GuardedByteArray {
        GuardedByteArray {
            bytes: RefCell::new(bytes),
            state: State::default(),
        }
    }

    /// The clear bytes.
    pub fn clear_bytes(&self) -> Vec<u8> {
        self.bytes.borrow().clone()
    }
}

impl State {
    fn check_disposed(&self, vm: &mut Vm, what: &str) -> Res<()> {
        if self.disposed.get() {
            Err(vm.throw(&throwables::ILLEGAL_STATE_EXCEPTION, format!("{what} is disposed")))
        } else {
            Ok(())
        }
    }

    fn check_writable(&self, vm: &mut Vm, what: &str) -> Res<()> {
        self.check_disposed(vm, what)?;
        if self.read_only.get() {
            Err(vm.throw(&throwables::ILLEGAL_STATE_EXCEPTION, format!("{what} is read-only")))
        } else {
            Ok(())
        }
    }
}

/// `org.identityconnectors.common.security.GuardedString`.
pub static STRING: Class = class(GuardedString::NAME)
    .doc("A text that should not lie about in memory.")
    .members(&[
        constructor("GuardedString()", &unbound(|| GuardedString::new(""))),
        constructor("GuardedString(char[] clear)", &unbound(create)),
        method("access(GuardedString.Accessor accessor): void", &native(access_chars))
            .doc("Shows the text for the time of a call."),
        method("appendChar(char c): void", &native(append_char)),
        method("copy(): GuardedString", &native(copy_string)),
        method("dispose(): void", &native(|g: &GuardedString| dispose_string(g))),
        method(
            "isReadOnly(): boolean",
            &native(|vm: &mut Vm, g: &GuardedString| is_read_only(vm, &g.state, "String")),
        ),
        method(
            "makeReadOnly(): void",
            &native(|vm: &mut Vm, g: &GuardedString| make_read_only(vm, &g.state, "String")),
        ),
        method("verifyBase64SHA1Hash(String hash): boolean", &native(verify_string)),
        method(
            "getBase64SHA1Hash(): String",
            &native(|vm: &mut Vm, g: &GuardedString| hash_string(vm, g)),
        ),
        method("equals(Object other): boolean", &native(equal_strings)),
        method(
            "hashCode(): int",
            &native(|g: &GuardedString| Str::new(&g.hash()).hash() as i32),
        ),
    ]);

/// `GuardedString.Accessor`.
pub static STRING_ACCESSOR: Class = interface("org.identityconnectors.common.security.GuardedString$Accessor")
    .members(&[required("access(char[] clearChars): void")]);

/// `org.identityconnectors.common.security.GuardedByteArray`.
pub static BYTE_ARRAY: Class = class(GuardedByteArray::NAME)
    .doc("Bytes that should not lie about in memory.")
    .members(&[
        constructor("GuardedByteArray()", &unbound(|| GuardedByteArray::new(Vec::new()))),
        constructor("GuardedByteArray(byte[] clear)", &unbound(create_bytes)),
        method(
            "access(GuardedByteArray.Accessor accessor): void",
            &native(access_bytes),
        ),
        method("appendByte(byte b): void", &native(append_byte)),
        method("copy(): GuardedByteArray", &native(copy_bytes)),
        method("dispose(): void", &native(|g: &GuardedByteArray| dispose_bytes(g))),
        method(
            "isReadOnly(): boolean",
            &native(|vm: &mut Vm, g: &GuardedByteArray| is_read_only(vm, &g.state, "Byte array")),
        ),
        method(
            "makeReadOnly(): void",
            &native(|vm: &mut Vm, g: &GuardedByteArray| make_read_only(vm, &g.state, "Byte array")),
        ),
        method(
            "verifyBase64SHA1Hash(String hash): boolean",
            &native(|g: &GuardedByteArray, hash: &Str| *hash == *base64_sha1(&g.bytes.borrow())),
        ),
        method("equals(Object other): boolean", &native(equal_bytes)),
        method(
            "hashCode(): int",
            &native(|g: &GuardedByteArray| Str::new(&base64_sha1(&g.bytes.borrow())).hash() as i32),
        ),
    ]);

/// `GuardedByteArray.Accessor`.
pub static BYTE_ACCESSOR: Class = interface("org.identityconnectors.common.security.GuardedByteArray$Accessor")
    .members(&[required("access(byte[] clearBytes): void")]);

/// SHA-1 in Base64.
pub fn base64_sha1(bytes: &[u8]) -> String {
    STANDARD.encode(Sha1::digest(bytes))
}

/// Characters as `SecurityUtil.charsToBytes` lays them out.
pub fn chars_to_bytes(units: &[u16]) -> Vec<u8> {
    units.iter().flat_map(|u| u.to_be_bytes()).collect()
}

/// A `char[]`.
pub fn char_array(units: &[u16]) -> Value {
    Array::new(ClassId::PRIMITIVE_CHAR, units.iter().map(|u| Value::char(*u)).collect()).into()
}

/// A `byte[]`.
pub fn byte_array(bytes: &[u8]) -> Value {
    Array::new(
        ClassId::PRIMITIVE_BYTE,
        bytes.iter().map(|b| Value::byte(*b as i8)).collect(),
    )
    .into()
}

/// The units of a `char[]`.
pub fn units_of(vm: &mut Vm, chars: &Value) -> Res<Vec<u16>> {
    let unit = |v: &Value| if let Value::Char(c) = v { c.get() as u16 } else { 0 };
    Ok(vm.items(chars)?.iter().map(unit).collect())
}

/// The bytes of a `byte[]`.
pub fn bytes_of(vm: &mut Vm, bytes: &Value) -> Res<Vec<u8>> {
    let byte = |v: &Value| if let Value::Byte(b) = v { b.get() as u8 } else { 0 };
    Ok(vm.items(bytes)?.iter().map(byte).collect())
}

fn create(vm: &mut Vm, chars: Items) -> Res<GuardedString> {
    units_of(vm, chars.0).map(GuardedString::from_units)
}

fn create_bytes(vm: &mut Vm, bytes: Items) -> Res<GuardedByteArray> {
    bytes_of(vm, bytes.0).map(GuardedByteArray::new)
}

/// Calls the accessor with a clear array, and wipes the array.
fn lend(vm: &mut Vm, accessor: Func, clear: Value, blank: Value) -> Res<()> {
    let args = [clear.clone()];
    let result = match accessor.0 {
        Value::Closure(closure) => vm.call_closure(closure, &args),
        object => vm.call_method(object, "access", &args),
    };
    if let Value::Array(array) = &clear {
        array.change(|items| items.fill(blank));
    }
    result.map(Value::done)
}

fn access_chars(vm: &mut Vm, g: &GuardedString, accessor: Func) -> Res<()> {
    let units = g.checked_units(vm)?;
    lend(vm, accessor, char_array(&units), Value::char(0))
}

fn access_bytes(vm: &mut Vm, g: &GuardedByteArray, accessor: Func) -> Res<()> {
    g.state.check_disposed(vm, "Byte array")?;
    let bytes = g.clear_bytes();
    lend(vm, accessor, byte_array(&bytes), Value::byte(0))
}

fn append_char(vm: &mut Vm, g: &GuardedString, c: u16) -> Res<()> {
    g.state.check_writable(vm, "String")?;
    g.chars.borrow_mut().push(c);
    Ok(())
}

fn append_byte(vm: &mut Vm, g: &GuardedByteArray, b: i32) -> Res<()> {
    g.state.check_writable(vm, "Byte array")?;
    g.bytes.borrow_mut().push(b as u8);
    Ok(())
}

fn copy_string(vm: &mut Vm, g: &GuardedString) -> Res<GuardedString> {
    let chars = RefCell::new(g.checked_units(vm)?);
    let state = State {
        copy: true,
        ..State::default()
    };
    Ok(GuardedString { chars, state })
}

fn copy_bytes(vm: &mut Vm, g: &GuardedByteArray) -> Res<GuardedByteArray> {
    g.state.check_disposed(vm, "Byte array")?;
    let bytes = RefCell::new(g.clear_bytes());
    let state = State {
        copy: true,
        ..State::default()
    };
    Ok(GuardedByteArray { bytes, state })
}

fn dispose_string(g: &GuardedString) {
    g.chars.borrow_mut().fill(0);
    g.state.disposed.set(true);
}

fn dispose_bytes(g: &GuardedByteArray) {
    g.bytes.borrow_mut().fill(0);
    g.state.disposed.set(true);
}

fn is_read_only(vm: &mut Vm, state: &State, what: &str) -> Res<bool> {
    state.check_disposed(vm, what)?;
    Ok(state.read_only.get())
}

fn make_read_only(vm: &mut Vm, state: &State, what: &str) -> Res<()> {
    state.check_disposed(vm, what)?;
    state.read_only.set(true);
    Ok(())
}

fn hash_string(vm: &mut Vm, g: &GuardedString) -> Res<String> {
    g.state.check_disposed(vm, "String")?;
    Ok(g.hash())
}

fn verify_string(vm: &mut Vm, g: &GuardedString, hash: &Str) -> Res<bool> {
    Ok(*hash == *hash_string(vm, g)?)
}

fn equal_strings(g: &GuardedString, other: &Value) -> bool {
    other.as_host::<GuardedString>().is_some_and(|o| {
        std::ptr::eq(g, o) || (!g.state.copy && !o.state.copy && *g.chars.borrow() == *o.chars.borrow())
    })
}

fn equal_bytes(g: &GuardedByteArray, other: &Value) -> bool {
    other.as_host::<GuardedByteArray>().is_some_and(|o| {
        std::ptr::eq(g, o) || (!g.state.copy && !o.state.copy && *g.bytes.borrow() == *o.bytes.borrow())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_the_utf16_form() {
        assert_eq!(GuardedString::new("abc").hash(), "r2hTXLbRr4tuPGAwXPC/rmxX3jY=");
    }
}
