//! `java.util.zip.CRC32` and `Adler32`.

use crate::jdk::io::byte_array::{part, to_bytes};
use crate::registry::{Class, Kind, Member, class, constructor, interface, raw, slice, unbound};
use crate::value::{Host, HostType, Value};
use crate::{Res, Vm};
use std::cell::RefCell;

enum Sum {
    Crc(crc32fast::Hasher),
    Adler(adler2::Adler32),
}

impl Sum {
    fn update(&mut self, bytes: &[u8]) {
        match self {
            Sum::Crc(hasher) => hasher.update(bytes),
            Sum::Adler(adler) => adler.write_slice(bytes),
        }
    }

    fn value(&self) -> u32 {
        match self {
            Sum::Crc(hasher) => hasher.clone().finalize(),
            Sum::Adler(adler) => adler.checksum(),
        }
    }

    fn reset(&mut self) {
        match self {
            Sum::Crc(hasher) => hasher.reset(),
            Sum::Adler(adler) => *adler = adler2::Adler32::new(),
        }
    }
}

/// A running checksum.
pub struct Checksum(RefCell<Sum>);

impl HostType for Checksum {
    const NAME: &'static str = "java.util.zip.Checksum";
    fn class() -> &'static Class {
        &CHECKSUM
    }
}

const MEMBERS: &[Member] = &[
    raw(Kind::Method, "getValue(): long", &slice(get_value)).doc("The sum of all bytes so far."),
    raw(Kind::Method, "reset(): void", &slice(reset)).doc("Begins anew."),
    raw(Kind::Method, "update(byte[] bytes): void", &slice(update)).doc("Takes in bytes."),
    raw(
        Kind::Method,
        "update(byte[] bytes, int offset, int length): void",
        &slice(update),
    ),
    raw(Kind::Method, "update(int value): void", &slice(update)),
];

/// `java.util.zip.Checksum`.
pub static CHECKSUM: Class = interface(Checksum::NAME).members(MEMBERS);

/// `java.util.zip.CRC32`.
pub static CRC32: Class = class("java.util.zip.CRC32")
    .implements(&[&CHECKSUM])
    .members(&[constructor(
        "CRC32()",
        &unbound(|| make(&CRC32, Sum::Crc(crc32fast::Hasher::new()))),
    )]);

/// `java.util.zip.Adler32`.
pub static ADLER32: Class = class("java.util.zip.Adler32")
    .implements(&[&CHECKSUM])
    .members(&[constructor(
        "Adler32()",
        &unbound(|| make(&ADLER32, Sum::Adler(adler2::Adler32::new()))),
    )]);

fn make(class: &'static Class, sum: Sum) -> Value {
    Value::Host(Host::of(class, Checksum(RefCell::new(sum))))
}

fn get_value(_: &mut Vm, this: &Value, _: &[Value]) -> Res {
    let sum = this.as_host::<Checksum>().map_or(0, |c| c.0.borrow().value());
    Ok(Value::Long(i64::from(sum)))
}

fn reset(_: &mut Vm, this: &Value, _: &[Value]) -> Res {
    if let Some(checksum) = this.as_host::<Checksum>() {
        checksum.0.borrow_mut().reset();
    }
    Ok(Value::Null)
}

fn update(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let bytes = match args {
        [Value::Array(array)] => to_bytes(array),
        [Value::Array(array), Value::Int(offset), Value::Int(length)] => {
            let (from, count) = part(vm, array.len(), offset.get(), length.get())?;
            to_bytes(array).into_iter().skip(from).take(count).collect()
        }
        [number, ..] => vec![crate::jdk::io::byte_array::to_byte(number)],
        [] => Vec::new(),
    };
    vm.tick_many(bytes.len() / 16)?;
    if let Some(checksum) = this.as_host::<Checksum>() {
        checksum.0.borrow_mut().update(&bytes);
    }
    Ok(Value::Null)
}
