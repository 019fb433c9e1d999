//! `java.io.Writer` and its kin.

use super::byte_array;
use super::print::{Printer, appended};
use super::print_stream::sink_of;
use super::sink::Text;
use super::{closeable, open};
use crate::gdk;
use crate::jdk::nio::charset::{self, Charset};
use crate::registry::{Class, ClassId, Kind, Member, class, constructor, method, native, raw, slice, unbound};
use crate::value::{Array, Host, HostType, Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// A stream of characters to write.
pub struct Writer {
    /// What it writes to.
    pub sink: Rc<Text>,
}

impl HostType for Writer {
    const NAME: &'static str = "java.io.Writer";
    fn class() -> &'static Class {
        &WRITER
    }
}

impl Printer for Writer {
    fn text(&self) -> &Rc<Text> {
        &self.sink
    }
}

const MEMBERS: &[Member] = &[
    raw(Kind::Method, "append(CharSequence text): Writer", &slice(append)).doc("Writes a text."),
    raw(
        Kind::Method,
        "append(CharSequence text, int from, int to): Writer",
        &slice(append),
    ),
    raw(Kind::Method, "append(char unit): Writer", &slice(append)),
    method("close(): void", &native(|w: &Writer| w.sink.close())).doc("Gives back what it holds."),
    method("flush(): void", &native(|_: &Writer| ())).doc("Nothing: what is written is there at once."),
    method(
        "write(String text): void",
        &native(|vm: &mut Vm, w: &Writer, text: &Str| w.sink.write(vm, text)),
    )
    .doc("Writes a text."),
    method("write(String text, int offset, int length): void", &native(write_part)),
    method("write(char[] units): void", &native(write_units)),
    method(
        "write(char[] units, int offset, int length): void",
        &native(write_units_part),
    ),
    method("write(int unit): void", &native(write_unit)).doc("Writes one character."),
];

/// `java.io.Writer`.
pub static WRITER: Class = class(Writer::NAME)
    .abstract_class()
    .implements(&[&closeable::CLOSEABLE, &closeable::FLUSHABLE])
    .groovy(gdk::writer::MEMBERS)
    .members(MEMBERS);

/// `java.io.StringWriter`.
pub static STRING_WRITER: Class = class("java.io.StringWriter").extends(&WRITER).members(&[
    constructor("StringWriter()", &unbound(|| make(&STRING_WRITER, Text::in_memory()))),
    constructor(
        "StringWriter(int size)",
        &unbound(|_: i32| make(&STRING_WRITER, Text::in_memory())),
    ),
    method("getBuffer(): StringBuffer", &native(get_buffer)).doc("A copy of what was written, as a StringBuffer."),
    method("toString(): String", &native(|w: &Writer| w.sink.held())).doc("What was written."),
]);

/// `java.io.CharArrayWriter`.
pub static CHAR_ARRAY_WRITER: Class = class("java.io.CharArrayWriter").extends(&WRITER).members(&[
    constructor(
        "CharArrayWriter()",
        &unbound(|| make(&CHAR_ARRAY_WRITER, Text::in_memory())),
    ),
    method("reset(): void", &native(|w: &Writer| w.sink.clear())),
    method("size(): int", &native(|w: &Writer| w.sink.held().len() as i32)),
    method(
        "toCharArray(): char[]",
        &native(|w: &Writer| byte_array::from_units(&w.sink.held().to_units())),
    ),
    method("toString(): String", &native(|w: &Writer| w.sink.held())),
]);

/// `java.io.BufferedWriter`.
pub static BUFFERED_WRITER: Class = class("java.io.BufferedWriter").extends(&WRITER).members(&[
    constructor(
        "BufferedWriter(Writer out)",
        &unbound(|w: &Writer| buffered_over(w.sink.clone())),
    ),
    constructor(
        "BufferedWriter(Writer out, int size)",
        &unbound(|w: &Writer, _: i32| buffered_over(w.sink.clone())),
    ),
    method(
        "newLine(): void",
        &native(|vm: &mut Vm, w: &Writer| w.sink.write_text(vm, "\n")),
    )
    .doc("Ends the line."),
]);

/// `java.io.OutputStreamWriter`.
pub static OUTPUT_STREAM_WRITER: Class = class("java.io.OutputStreamWriter").extends(&WRITER).members(&[
    raw(
        Kind::Constructor,
        "OutputStreamWriter(OutputStream out)",
        &slice(over_stream),
    ),
    raw(
        Kind::Constructor,
        "OutputStreamWriter(OutputStream out, Charset charset)",
        &slice(over_stream),
    ),
    raw(
        Kind::Constructor,
        "OutputStreamWriter(OutputStream out, String charset)",
        &slice(over_stream),
    ),
]);

/// `java.io.FileWriter`.
pub static FILE_WRITER: Class = class("java.io.FileWriter").extends(&OUTPUT_STREAM_WRITER).members(&[
    raw(Kind::Constructor, "FileWriter(File file)", &slice(to_file)),
    raw(
        Kind::Constructor,
        "FileWriter(File file, Charset charset)",
        &slice(to_file),
    ),
    raw(
        Kind::Constructor,
        "FileWriter(File file, Charset charset, boolean append)",
        &slice(to_file),
    ),
    raw(
        Kind::Constructor,
        "FileWriter(File file, boolean append)",
        &slice(to_file),
    ),
    raw(Kind::Constructor, "FileWriter(String path)", &slice(to_file)),
    raw(
        Kind::Constructor,
        "FileWriter(String path, Charset charset)",
        &slice(to_file),
    ),
    raw(
        Kind::Constructor,
        "FileWriter(String path, boolean append)",
        &slice(to_file),
    ),
]);

/// `java.io.PrintWriter`.
pub static PRINT_WRITER: Class = class("java.io.PrintWriter")
    .extends(&WRITER)
    .groovy(Writer::PRINTING)
    .members(&[
        raw(Kind::Constructor, "PrintWriter(File file)", &slice(print_to_file)),
        raw(
            Kind::Constructor,
            "PrintWriter(File file, String charset)",
            &slice(print_to_file),
        ),
        raw(Kind::Constructor, "PrintWriter(OutputStream out)", &slice(print_to)),
        raw(
            Kind::Constructor,
            "PrintWriter(OutputStream out, boolean flush)",
            &slice(print_to),
        ),
        raw(
            Kind::Constructor,
            "PrintWriter(OutputStream out, boolean flush, Charset charset)",
            &slice(print_to),
        ),
        raw(Kind::Constructor, "PrintWriter(String path)", &slice(print_to_file)),
        raw(
            Kind::Constructor,
            "PrintWriter(String path, String charset)",
            &slice(print_to_file),
        ),
        raw(Kind::Constructor, "PrintWriter(Writer out)", &slice(print_to)),
        raw(
            Kind::Constructor,
            "PrintWriter(Writer out, boolean flush)",
            &slice(print_to),
        ),
    ]);

/// A writer of a class over a sink.
pub fn make(class: &'static Class, sink: Rc<Text>) -> Value {
    Value::Host(Host::of(class, Writer { sink }))
}

/// What `newWriter()` gives.
pub fn buffered_over(sink: Rc<Text>) -> Value {
    make(&BUFFERED_WRITER, sink)
}

/// What `newPrintWriter()` gives.
pub fn printing_over(sink: Rc<Text>) -> Value {
    make(&PRINT_WRITER, sink)
}

fn charset_or_utf8(vm: &mut Vm, argument: Option<&Value>) -> Res<Charset> {
    match argument {
        Some(Value::Bool(_)) | None => Ok(Charset::Utf8),
        Some(argument) => charset::of(vm, argument),
    }
}

fn over_stream(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    let bytes = sink_of(vm, args.first().unwrap_or(&Value::Null))?;
    let charset = charset_or_utf8(vm, args.get(1))?;
    Ok(make(&OUTPUT_STREAM_WRITER, Text::to_bytes(bytes, charset)))
}

fn to_file(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    let path = open::path_of(vm, args.first().unwrap_or(&Value::Null))?;
    let charset = charset_or_utf8(vm, args.get(1))?;
    let append = matches!(args.last(), Some(Value::Bool(b)) if b.get() != 0);
    let bytes = open::to_write(vm, &path, append)?;
    Ok(make(&FILE_WRITER, Text::to_bytes(bytes, charset)))
}

fn print_to_file(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    let path = open::path_of(vm, args.first().unwrap_or(&Value::Null))?;
    let charset = charset_or_utf8(vm, args.get(1))?;
    let bytes = open::to_write(vm, &path, false)?;
    Ok(printing_over(Text::to_bytes(bytes, charset)))
}

fn print_to(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    let target = args.first().unwrap_or(&Value::Null);
    if let Some(writer) = target.as_host::<Writer>() {
        return Ok(printing_over(writer.sink.clone()));
    }
    let bytes = sink_of(vm, target)?;
    let charset = charset_or_utf8(vm, args.get(2))?;
    Ok(printing_over(Text::to_bytes(bytes, charset)))
}

fn append(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let text = appended(vm, args)?;
    if let Some(writer) = this.as_host::<Writer>() {
        writer.sink.write(vm, &text)?;
    }
    Ok(this.clone())
}

fn write_part(vm: &mut Vm, writer: &Writer, text: &Str, offset: i32, length: i32) -> Res<()> {
    let (from, count) = byte_array::part(vm, text.len(), offset, length)?;
    writer.sink.write(vm, &text.slice(from, from + count))
}

fn write_units(vm: &mut Vm, writer: &Writer, units: &Array) -> Res<()> {
    writer.sink.write(vm, &Str::from_units(&byte_array::to_units(units)))
}

fn write_units_part(vm: &mut Vm, writer: &Writer, units: &Array, offset: i32, length: i32) -> Res<()> {
    let (from, count) = byte_array::part(vm, units.len(), offset, length)?;
    let units = byte_array::to_units(units);
    writer
        .sink
        .write(vm, &Str::from_units(units.get(from..from + count).unwrap_or_default()))
}

fn write_unit(vm: &mut Vm, writer: &Writer, unit: i32) -> Res<()> {
    writer.sink.write(vm, &Str::from_units(&[unit as u16]))
}

fn get_buffer(vm: &mut Vm, writer: &Writer) -> Res {
    let buffer = vm.class_by_name("java.lang.StringBuffer").unwrap_or(ClassId::NONE);
    vm.construct(buffer, &[Value::Str(writer.sink.held())])
}
