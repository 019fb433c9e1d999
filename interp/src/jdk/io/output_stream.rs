//! `java.io.OutputStream` and its kin, `PrintStream` excepted.

use super::byte_array::{self, is_bytes, to_bytes};
use super::sink::Bytes;
use super::{closeable, open};
use crate::gdk;
use crate::jdk::nio::charset::{self, Charset};
use crate::registry::{Class, Kind, Member, class, constructor, function, method, native, raw, slice, unbound};
use crate::value::{Array, Host, HostType, Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// A stream of bytes to write.
pub struct OutputStream {
    /// What it writes to.
    pub sink: Rc<Bytes>,
}

impl HostType for OutputStream {
    const NAME: &'static str = "java.io.OutputStream";
    fn class() -> &'static Class {
        &OUTPUT_STREAM
    }
}

const MEMBERS: &[Member] = &[
    function(
        "nullOutputStream(): OutputStream",
        &unbound(|| make(&OUTPUT_STREAM, Bytes::nothing())),
    ),
    method("close(): void", &native(|s: &OutputStream| s.sink.close())).doc("Gives back what it holds."),
    method("flush(): void", &native(|_: &OutputStream| ())).doc("Nothing: what is written is there at once."),
    method("write(byte[] bytes): void", &native(write_array)).doc("Writes bytes."),
    method("write(byte[] bytes, int offset, int length): void", &native(write_part)),
    method("write(int value): void", &native(write_byte)).doc("Writes one byte."),
];

/// `java.io.OutputStream`.
pub static OUTPUT_STREAM: Class = class(OutputStream::NAME)
    .abstract_class()
    .implements(&[&closeable::CLOSEABLE, &closeable::FLUSHABLE])
    .groovy(gdk::output_stream::MEMBERS)
    .members(MEMBERS);

/// `java.io.ByteArrayOutputStream`.
pub static BYTE_ARRAY_OUTPUT_STREAM: Class = class("java.io.ByteArrayOutputStream")
    .extends(&OUTPUT_STREAM)
    .members(&[
        constructor("ByteArrayOutputStream()", &unbound(in_memory)),
        constructor("ByteArrayOutputStream(int size)", &unbound(|_: i32| in_memory())),
        method("reset(): void", &native(|s: &OutputStream| s.sink.clear())).doc("Forgets what was written."),
        method(
            "size(): int",
            &native(|s: &OutputStream| i32::try_from(s.sink.len()).unwrap_or(i32::MAX)),
        ),
        method("toByteArray(): byte[]", &native(to_byte_array)).doc("What was written."),
        method(
            "toString(): String",
            &native(|s: &OutputStream| Charset::Utf8.decode(&s.sink.held())),
        ),
        method("toString(Charset charset): String", &native(decoded)),
        method("toString(String charset): String", &native(decoded)),
        method("writeBytes(byte[] bytes): void", &native(write_array)),
        method("writeTo(OutputStream out): void", &native(write_to)).doc("Writes what was written to another stream."),
    ]);

/// `java.io.FileOutputStream`.
pub static FILE_OUTPUT_STREAM: Class = class("java.io.FileOutputStream").extends(&OUTPUT_STREAM).members(&[
    raw(Kind::Constructor, "FileOutputStream(File file)", &slice(of_file)),
    raw(
        Kind::Constructor,
        "FileOutputStream(File file, boolean append)",
        &slice(of_file),
    ),
    raw(Kind::Constructor, "FileOutputStream(String path)", &slice(of_file)),
    raw(
        Kind::Constructor,
        "FileOutputStream(String path, boolean append)",
        &slice(of_file),
    ),
]);

/// `java.io.FilterOutputStream`.
pub static FILTER_OUTPUT_STREAM: Class = class("java.io.FilterOutputStream").extends(&OUTPUT_STREAM);

/// `java.io.BufferedOutputStream`.
pub static BUFFERED_OUTPUT_STREAM: Class = class("java.io.BufferedOutputStream")
    .extends(&FILTER_OUTPUT_STREAM)
    .members(&[
        constructor("BufferedOutputStream(OutputStream out)", &unbound(buffered)),
        constructor(
            "BufferedOutputStream(OutputStream out, int size)",
            &unbound(|s: &OutputStream, _: i32| buffered(s)),
        ),
    ]);

/// A stream of a class over a sink.
pub fn make(class: &'static Class, sink: Rc<Bytes>) -> Value {
    Value::Host(Host::of(class, OutputStream { sink }))
}

fn in_memory() -> Value {
    make(&BYTE_ARRAY_OUTPUT_STREAM, Bytes::in_memory())
}

fn buffered(stream: &OutputStream) -> Value {
    make(&BUFFERED_OUTPUT_STREAM, stream.sink.clone())
}

fn of_file(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    let path = open::path_of(vm, args.first().unwrap_or(&Value::Null))?;
    let append = matches!(args.get(1), Some(Value::Bool(b)) if b.get() != 0);
    Ok(make(&FILE_OUTPUT_STREAM, open::to_write(vm, &path, append)?))
}

fn write_byte(vm: &mut Vm, stream: &OutputStream, value: i32) -> Res<()> {
    stream.sink.write(vm, &[value as u8])
}

fn write_array(vm: &mut Vm, stream: &OutputStream, bytes: &Array) -> Res<()> {
    stream.sink.write(vm, &to_bytes(bytes))
}

fn write_part(vm: &mut Vm, stream: &OutputStream, bytes: &Array, offset: i32, length: i32) -> Res<()> {
    let (from, count) = byte_array::part(vm, bytes.len(), offset, length)?;
    let bytes = to_bytes(bytes);
    stream.sink.write(vm, bytes.get(from..from + count).unwrap_or_default())
}

fn to_byte_array(vm: &mut Vm, stream: &OutputStream) -> Res<Rc<Array>> {
    vm.reserve(16 * stream.sink.len())?;
    Ok(byte_array::from_bytes(&stream.sink.held()))
}

fn decoded(vm: &mut Vm, stream: &OutputStream, charset: &Value) -> Res<Rc<Str>> {
    let charset = charset::of(vm, charset)?;
    Ok(charset.decode(&stream.sink.held()))
}

fn write_to(vm: &mut Vm, stream: &OutputStream, out: &OutputStream) -> Res<()> {
    out.sink.write(vm, &stream.sink.held())
}

/// The bytes that a value stands for when it is written to a stream: those of a `byte[]`, else those of its text.
pub fn bytes_of(vm: &mut Vm, value: &Value, charset: Charset) -> Res<Vec<u8>> {
    match value {
        Value::Array(array) if is_bytes(value) => Ok(to_bytes(array)),
        other => {
            let text = vm.to_str(other)?;
            Ok(charset.encode(&text))
        }
    }
}
