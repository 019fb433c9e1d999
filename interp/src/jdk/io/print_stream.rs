//! `java.io.PrintStream`: `System.out` and its kin.

use super::open;
use super::output_stream::{self, OutputStream};
use super::print::Printer;
use super::sink::{Bytes, Text};
use crate::jdk::nio::charset::{self, Charset};
use crate::registry::{Class, Kind, Member, class, method, native, raw, slice};
use crate::value::{Array, HostType, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// A stream that prints.
pub struct PrintStream {
    bytes: Rc<Bytes>,
    text: Rc<Text>,
}

impl HostType for PrintStream {
    const NAME: &'static str = "java.io.PrintStream";
    fn class() -> &'static Class {
        &CLASS
    }
}

impl Printer for PrintStream {
    fn text(&self) -> &Rc<Text> {
        &self.text
    }
}

const MEMBERS: &[Member] = &[
    raw(Kind::Constructor, "PrintStream(File file)", &slice(of_file)),
    raw(
        Kind::Constructor,
        "PrintStream(File file, String charset)",
        &slice(of_file),
    ),
    raw(Kind::Constructor, "PrintStream(OutputStream out)", &slice(over)),
    raw(
        Kind::Constructor,
        "PrintStream(OutputStream out, boolean flush)",
        &slice(over),
    ),
    raw(
        Kind::Constructor,
        "PrintStream(OutputStream out, boolean flush, Charset charset)",
        &slice(over),
    ),
    raw(
        Kind::Constructor,
        "PrintStream(OutputStream out, boolean flush, String charset)",
        &slice(over),
    ),
    raw(Kind::Constructor, "PrintStream(String path)", &slice(of_file)),
    raw(
        Kind::Constructor,
        "PrintStream(String path, String charset)",
        &slice(of_file),
    ),
    method("close(): void", &native(|s: &PrintStream| s.text.close())).doc("Gives back what it holds."),
    method("flush(): void", &native(flush)).doc("Sends on what was printed."),
    method("write(byte[] bytes): void", &native(write_array)),
    method("write(byte[] bytes, int offset, int length): void", &native(write_part)),
    method("write(int value): void", &native(write_byte)),
];

/// `java.io.PrintStream`.
pub static CLASS: Class = class(PrintStream::NAME)
    .extends(&output_stream::FILTER_OUTPUT_STREAM)
    .groovy(PrintStream::PRINTING)
    .members(MEMBERS);

/// A stream over a sink, in UTF-8.
pub fn over_sink(bytes: Rc<Bytes>) -> PrintStream {
    with_charset(bytes, Charset::Utf8)
}

fn with_charset(bytes: Rc<Bytes>, charset: Charset) -> PrintStream {
    PrintStream {
        text: Text::to_bytes(bytes.clone(), charset),
        bytes,
    }
}

/// The sink behind a stream of any kind.
pub fn sink_of(vm: &mut Vm, stream: &Value) -> Res<Rc<Bytes>> {
    if let Some(stream) = stream.as_host::<OutputStream>() {
        return Ok(stream.sink.clone());
    }
    if let Some(stream) = stream.as_host::<PrintStream>() {
        return Ok(stream.bytes.clone());
    }
    if let Value::Object(object) = stream {
        let base = object.base.borrow().clone();
        if !base.is_null() {
            return sink_of(vm, &base);
        }
    }
    if stream.is_null() {
        return Err(vm.null_pointer("Null output stream"));
    }
    Err(vm.unsupported("writing through an OutputStream that a script implements: collect the bytes and write them"))
}

fn over(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    let bytes = sink_of(vm, args.first().unwrap_or(&Value::Null))?;
    let charset = match args.get(2) {
        Some(name) => charset::of(vm, name)?,
        None => Charset::Utf8,
    };
    Ok(Value::host(with_charset(bytes, charset)))
}

fn of_file(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    let path = open::path_of(vm, args.first().unwrap_or(&Value::Null))?;
    let charset = match args.get(1) {
        Some(name) => charset::of(vm, name)?,
        None => Charset::Utf8,
    };
    let bytes = open::to_write(vm, &path, false)?;
    Ok(Value::host(with_charset(bytes, charset)))
}

fn flush(vm: &mut Vm, _: &PrintStream) -> Res<()> {
    match vm.host.out.flush() {
        Ok(()) => Ok(()),
        Err(error) => Err(vm.throw(&crate::jdk::throwables::IO_EXCEPTION, error)),
    }
}

fn write_array(vm: &mut Vm, stream: &PrintStream, bytes: &Array) -> Res<()> {
    stream.bytes.write(vm, &super::byte_array::to_bytes(bytes))
}

fn write_part(vm: &mut Vm, stream: &PrintStream, bytes: &Array, offset: i32, length: i32) -> Res<()> {
    let (from, count) = super::byte_array::part(vm, bytes.len(), offset, length)?;
    let bytes = super::byte_array::to_bytes(bytes);
    stream
        .bytes
        .write(vm, bytes.get(from..from + count).unwrap_or_default())
}

fn write_byte(vm: &mut Vm, stream: &PrintStream, value: i32) -> Res<()> {
    stream.bytes.write(vm, &[value as u8])
}
