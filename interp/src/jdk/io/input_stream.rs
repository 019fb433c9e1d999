//! `java.io.InputStream` and its kin.

use super::byte_array::{self, to_bytes};
use super::output_stream::OutputStream;
use super::source::Bytes;
use super::{closeable, open};
use crate::gdk;
use crate::jdk::throwables;
use crate::registry::{Class, Kind, Member, class, constructor, function, method, native, raw, slice, unbound};
use crate::value::{Array, Host, HostType, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// A stream of bytes to read.
pub struct InputStream {
    /// What it reads.
    pub source: Rc<Bytes>,
}

impl HostType for InputStream {
    const NAME: &'static str = "java.io.InputStream";
    fn class() -> &'static Class {
        &INPUT_STREAM
    }
}

const MEMBERS: &[Member] = &[
    function(
        "nullInputStream(): InputStream",
        &unbound(|| make(&INPUT_STREAM, Bytes::of(Vec::new()))),
    ),
    method(
        "available(): int",
        &native(|s: &InputStream| i32::try_from(s.source.available()).unwrap_or(i32::MAX)),
    )
    .doc("How many bytes can be read without waiting."),
    method("close(): void", &native(|s: &InputStream| s.source.close())).doc("Gives back what it holds."),
    method(
        "mark(int limit): void",
        &native(|s: &InputStream, _: i32| s.source.mark()),
    )
    .doc("Remembers the place."),
    method("markSupported(): boolean", &native(|_: &InputStream| true)),
    method("read(): int", &native(read)).doc("The next byte, -1 at the end."),
    method("read(byte[] bytes): int", &native(read_array))
        .doc("Fills an array: how many bytes were read, -1 at the end."),
    method("read(byte[] bytes, int offset, int length): int", &native(read_part)),
    method("readAllBytes(): byte[]", &native(read_all)).doc("All bytes up to the end."),
    method("readNBytes(int length): byte[]", &native(read_count)),
    method("reset(): void", &native(reset)).doc("Goes back to the mark."),
    method("skip(long count): long", &native(skip)).doc("Passes over bytes."),
    method("transferTo(OutputStream out): long", &native(transfer_to)).doc("Writes all bytes to another stream."),
];

/// `java.io.InputStream`.
pub static INPUT_STREAM: Class = class(InputStream::NAME)
    .abstract_class()
    .implements(&[&closeable::CLOSEABLE])
    .groovy(gdk::input_stream::MEMBERS)
    .members(MEMBERS);

/// `java.io.ByteArrayInputStream`.
pub static BYTE_ARRAY_INPUT_STREAM: Class = class("java.io.ByteArrayInputStream").extends(&INPUT_STREAM).members(&[
    constructor("ByteArrayInputStream(byte[] bytes)", &unbound(of_array)),
    constructor(
        "ByteArrayInputStream(byte[] bytes, int offset, int length)",
        &unbound(of_part),
    ),
]);

/// `java.io.FileInputStream`.
pub static FILE_INPUT_STREAM: Class = class("java.io.FileInputStream").extends(&INPUT_STREAM).members(&[
    raw(Kind::Constructor, "FileInputStream(File file)", &slice(of_file)),
    raw(Kind::Constructor, "FileInputStream(String path)", &slice(of_file)),
]);

/// `java.io.FilterInputStream`.
pub static FILTER_INPUT_STREAM: Class = class("java.io.FilterInputStream").extends(&INPUT_STREAM);

/// `java.io.BufferedInputStream`.
pub static BUFFERED_INPUT_STREAM: Class = class("java.io.BufferedInputStream")
    .extends(&FILTER_INPUT_STREAM)
    .members(&[
        constructor("BufferedInputStream(InputStream in)", &unbound(buffered)),
        constructor(
            "BufferedInputStream(InputStream in, int size)",
            &unbound(|s: &InputStream, _: i32| buffered(s)),
        ),
    ]);

/// A stream of a class over a source.
pub fn make(class: &'static Class, source: Rc<Bytes>) -> Value {
    Value::Host(Host::of(class, InputStream { source }))
}

/// What `newInputStream()` gives.
pub fn buffered_over(source: Rc<Bytes>) -> Value {
    make(&BUFFERED_INPUT_STREAM, source)
}

fn buffered(stream: &InputStream) -> Value {
    buffered_over(stream.source.clone())
}

fn of_array(bytes: &Array) -> Value {
    make(&BYTE_ARRAY_INPUT_STREAM, Bytes::of(to_bytes(bytes)))
}

fn of_part(bytes: &Array, offset: i32, length: i32) -> Value {
    let from = usize::try_from(offset).unwrap_or(0);
    let length = usize::try_from(length).unwrap_or(0);
    let part: Vec<u8> = to_bytes(bytes).into_iter().skip(from).take(length).collect();
    make(&BYTE_ARRAY_INPUT_STREAM, Bytes::of(part))
}

fn of_file(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    let path = open::path_of(vm, args.first().unwrap_or(&Value::Null))?;
    Ok(make(&FILE_INPUT_STREAM, open::to_read(vm, &path)?))
}

fn read(vm: &mut Vm, stream: &InputStream) -> Res<i32> {
    Ok(stream.source.read(vm)?.map_or(-1, i32::from))
}

fn read_array(vm: &mut Vm, stream: &InputStream, bytes: &Array) -> Res<i32> {
    read_part(vm, stream, bytes, 0, i32::try_from(bytes.len()).unwrap_or(i32::MAX))
}

fn read_part(vm: &mut Vm, stream: &InputStream, bytes: &Array, offset: i32, length: i32) -> Res<i32> {
    let (from, count) = byte_array::part(vm, bytes.len(), offset, length)?;
    if count == 0 {
        return Ok(0);
    }
    let read = stream.source.read_some(vm, count)?;
    bytes.change(|items| {
        for (slot, byte) in items.iter_mut().skip(from).zip(&read) {
            *slot = Value::byte(*byte as i8);
        }
    });
    Ok(if read.is_empty() { -1 } else { read.len() as i32 })
}

fn read_all(vm: &mut Vm, stream: &InputStream) -> Res<Rc<Array>> {
    let bytes = stream.source.read_all(vm)?;
    vm.reserve(16 * bytes.len())?;
    Ok(byte_array::from_bytes(&bytes))
}

fn read_count(vm: &mut Vm, stream: &InputStream, length: i32) -> Res<Rc<Array>> {
    let Ok(wanted) = usize::try_from(length) else {
        return Err(vm.illegal_argument("len < 0"));
    };
    let mut out = Vec::new();
    while out.len() < wanted {
        let more = stream.source.read_some(vm, wanted - out.len())?;
        if more.is_empty() {
            break;
        }
        out.extend(more);
    }
    Ok(byte_array::from_bytes(&out))
}

fn reset(vm: &mut Vm, stream: &InputStream) -> Res<()> {
    if stream.source.reset() {
        Ok(())
    } else {
        Err(vm.throw(&throwables::IO_EXCEPTION, "Resetting to invalid mark"))
    }
}

fn skip(vm: &mut Vm, stream: &InputStream, count: i64) -> Res<i64> {
    let mut left = usize::try_from(count).unwrap_or(0);
    let wanted = left;
    while left > 0 {
        let passed = stream.source.read_some(vm, left)?.len();
        if passed == 0 {
            break;
        }
        left -= passed;
    }
    Ok((wanted - left) as i64)
}

fn transfer_to(vm: &mut Vm, stream: &InputStream, out: &OutputStream) -> Res<i64> {
    let mut total = 0;
    loop {
        let piece = stream.source.read_some(vm, usize::MAX)?;
        if piece.is_empty() {
            return Ok(total);
        }
        total += piece.len() as i64;
        out.sink.write(vm, &piece)?;
    }
}
