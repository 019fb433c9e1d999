//! `java.io.Reader` and its kin.

use super::byte_array;
use super::input_stream::InputStream;
use super::source::Text;
use super::{closeable, open};
use crate::gdk;
use crate::jdk::nio::charset::{self, Charset};
use crate::jdk::throwables;
use crate::registry::{Class, Kind, Member, class, constructor, method, native, raw, slice, unbound};
use crate::value::{Array, Host, HostType, Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// A stream of characters to read.
pub struct Reader {
    /// What it reads.
    pub source: Rc<Text>,
}

impl HostType for Reader {
    const NAME: &'static str = "java.io.Reader";
    fn class() -> &'static Class {
        &READER
    }
}

const MEMBERS: &[Member] = &[
    method("close(): void", &native(|r: &Reader| r.source.close())).doc("Gives back what it holds."),
    method("mark(int limit): void", &native(|r: &Reader, _: i32| r.source.mark())).doc("Remembers the place."),
    method("markSupported(): boolean", &native(|_: &Reader| true)),
    method("read(): int", &native(read)).doc("The next character, -1 at the end."),
    method("read(char[] units): int", &native(read_array)).doc("Fills an array: how many were read, -1 at the end."),
    method("read(char[] units, int offset, int length): int", &native(read_part)),
    method("ready(): boolean", &native(|r: &Reader| r.source.ready())),
    method("reset(): void", &native(reset)).doc("Goes back to the mark."),
    method("skip(long count): long", &native(skip)).doc("Passes over characters."),
    method("transferTo(Writer out): long", &native(transfer_to)).doc("Writes all characters to a writer."),
];

/// `java.io.Reader`.
pub static READER: Class = class(Reader::NAME)
    .abstract_class()
    .implements(&[&closeable::CLOSEABLE])
    .groovy(gdk::reader::MEMBERS)
    .members(MEMBERS);

/// `java.io.BufferedReader`.
pub static BUFFERED_READER: Class = class("java.io.BufferedReader").extends(&READER).members(&[
    constructor(
        "BufferedReader(Reader in)",
        &unbound(|r: &Reader| buffered_over(r.source.clone())),
    ),
    constructor(
        "BufferedReader(Reader in, int size)",
        &unbound(|r: &Reader, _: i32| buffered_over(r.source.clone())),
    ),
    method("readLine(): String", &native(read_line)).doc("The next line without its end, null at the end."),
]);

/// `java.io.LineNumberReader`.
pub static LINE_NUMBER_READER: Class = class("java.io.LineNumberReader").extends(&BUFFERED_READER).members(&[
    constructor(
        "LineNumberReader(Reader in)",
        &unbound(|r: &Reader| make(&LINE_NUMBER_READER, r.source.clone())),
    ),
    method("getLineNumber(): int", &native(|r: &Reader| r.source.line.get())).doc("How many lines were read."),
    method(
        "setLineNumber(int line): void",
        &native(|r: &Reader, line: i32| r.source.line.set(line)),
    ),
]);

/// `java.io.InputStreamReader`.
pub static INPUT_STREAM_READER: Class = class("java.io.InputStreamReader").extends(&READER).members(&[
    raw(
        Kind::Constructor,
        "InputStreamReader(InputStream in)",
        &slice(of_stream),
    ),
    raw(
        Kind::Constructor,
        "InputStreamReader(InputStream in, Charset charset)",
        &slice(of_stream),
    ),
    raw(
        Kind::Constructor,
        "InputStreamReader(InputStream in, String charset)",
        &slice(of_stream),
    ),
]);

/// `java.io.FileReader`.
pub static FILE_READER: Class = class("java.io.FileReader").extends(&INPUT_STREAM_READER).members(&[
    raw(Kind::Constructor, "FileReader(File file)", &slice(of_file)),
    raw(
        Kind::Constructor,
        "FileReader(File file, Charset charset)",
        &slice(of_file),
    ),
    raw(Kind::Constructor, "FileReader(String path)", &slice(of_file)),
    raw(
        Kind::Constructor,
        "FileReader(String path, Charset charset)",
        &slice(of_file),
    ),
]);

/// `java.io.StringReader`.
pub static STRING_READER: Class = class("java.io.StringReader").extends(&READER).members(&[constructor(
    "StringReader(String text)",
    &unbound(|text: &Str| make(&STRING_READER, Text::of(text))),
)]);

/// `java.io.CharArrayReader`.
pub static CHAR_ARRAY_READER: Class = class("java.io.CharArrayReader")
    .extends(&READER)
    .members(&[constructor("CharArrayReader(char[] units)", &unbound(of_units))]);

/// `java.io.PushbackReader`.
pub static PUSHBACK_READER: Class = class("java.io.PushbackReader").extends(&READER).members(&[
    constructor(
        "PushbackReader(Reader in)",
        &unbound(|r: &Reader| make(&PUSHBACK_READER, r.source.clone())),
    ),
    constructor(
        "PushbackReader(Reader in, int size)",
        &unbound(|r: &Reader, _: i32| make(&PUSHBACK_READER, r.source.clone())),
    ),
    method(
        "unread(int unit): void",
        &native(|r: &Reader, unit: i32| r.source.unread(&[unit as u16])),
    ),
    method(
        "unread(char[] units): void",
        &native(|r: &Reader, units: &Array| r.source.unread(&byte_array::to_units(units))),
    ),
]);

/// A reader of a class over a source.
pub fn make(class: &'static Class, source: Rc<Text>) -> Value {
    Value::Host(Host::of(class, Reader { source }))
}

/// What `newReader()` gives.
pub fn buffered_over(source: Rc<Text>) -> Value {
    make(&BUFFERED_READER, source)
}

fn of_units(units: &Array) -> Value {
    make(
        &CHAR_ARRAY_READER,
        Text::of(&Str::from_units(&byte_array::to_units(units))),
    )
}

fn charset_or_utf8(vm: &mut Vm, argument: Option<&Value>) -> Res<Charset> {
    match argument {
        Some(argument) => charset::of(vm, argument),
        None => Ok(Charset::Utf8),
    }
}

fn of_stream(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    let Some(stream) = args.first().and_then(|s| s.as_host::<InputStream>()) else {
        return Err(match args.first() {
            None | Some(Value::Null) => vm.throw_silent(&throwables::NULL_POINTER_EXCEPTION),
            _ => vm.unsupported("reading through an InputStream that a script implements"),
        });
    };
    let charset = charset_or_utf8(vm, args.get(1))?;
    Ok(make(&INPUT_STREAM_READER, Text::of_bytes(&stream.source, charset)))
}

fn of_file(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    let path = open::path_of(vm, args.first().unwrap_or(&Value::Null))?;
    let charset = charset_or_utf8(vm, args.get(1))?;
    let bytes = open::to_read(vm, &path)?;
    Ok(make(&FILE_READER, Text::of_bytes(&bytes, charset)))
}

fn read(vm: &mut Vm, reader: &Reader) -> Res<i32> {
    Ok(reader.source.read(vm)?.map_or(-1, i32::from))
}

fn read_array(vm: &mut Vm, reader: &Reader, units: &Array) -> Res<i32> {
    read_part(vm, reader, units, 0, i32::try_from(units.len()).unwrap_or(i32::MAX))
}

fn read_part(vm: &mut Vm, reader: &Reader, units: &Array, offset: i32, length: i32) -> Res<i32> {
    let (from, count) = byte_array::part(vm, units.len(), offset, length)?;
    if count == 0 {
        return Ok(0);
    }
    let read = reader.source.read_some(vm, count)?;
    units.change(|items| {
        for (slot, unit) in items.iter_mut().skip(from).zip(&read) {
            *slot = Value::char(*unit);
        }
    });
    Ok(if read.is_empty() { -1 } else { read.len() as i32 })
}

fn read_line(vm: &mut Vm, reader: &Reader) -> Res<Option<Rc<Str>>> {
    reader.source.read_line(vm)
}

fn reset(vm: &mut Vm, reader: &Reader) -> Res<()> {
    if reader.source.reset() {
        Ok(())
    } else {
        Err(vm.throw(&throwables::IO_EXCEPTION, "Stream not marked"))
    }
}

fn skip(vm: &mut Vm, reader: &Reader, count: i64) -> Res<i64> {
    let Ok(wanted) = usize::try_from(count) else {
        return Err(vm.illegal_argument("skip value is negative"));
    };
    let mut left = wanted;
    while left > 0 {
        let passed = reader.source.read_some(vm, left)?.len();
        if passed == 0 {
            break;
        }
        left -= passed;
    }
    Ok((wanted - left) as i64)
}

fn transfer_to(vm: &mut Vm, reader: &Reader, out: &Value) -> Res<i64> {
    let text = reader.source.read_all(vm)?;
    vm.call_method(out, "write", &[Value::Str(text.clone())])?.done();
    Ok(text.len() as i64)
}
