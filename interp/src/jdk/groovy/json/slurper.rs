//! `groovy.json.JsonSlurper`.

use super::lax::LaxReader;
use super::scan::{Failure, Unit};
use super::strict::{Reader, Shape};
use crate::enumeration;
use crate::jdk::io::byte_array;
use crate::jdk::io::file::File;
use crate::jdk::lang::enumeration::{Constant, constant};
use crate::jdk::nio::charset::{self, Charset};
use crate::jdk::throwables;
use crate::registry::{Class, Kind, Member, class, constructor, method, native, raw, slice, unbound};
use crate::value::{HostType, Str, Throwable, Units, Value};
use crate::{Res, Thrown, Vm};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

enumeration! {
    /// `groovy.json.JsonParserType`: which reader to use.
    PARSER_TYPE "groovy.json.JsonParserType" { "INDEX_OVERLAY" "CHARACTER_SOURCE" "LAX" "CHAR_BUFFER" }
}

/// A reader of JSON with its settings.
pub struct Slurper {
    parser: RefCell<Value>,
    chop: Cell<bool>,
    lazy_chop: Cell<bool>,
    check_dates: Cell<bool>,
    max_size_in_memory: Cell<i32>,
}

impl HostType for Slurper {
    const NAME: &'static str = "groovy.json.JsonSlurper";
    fn class() -> &'static Class {
        &CLASS
    }
}

impl Default for Slurper {
    fn default() -> Slurper {
        Slurper {
            parser: RefCell::new(constant(&PARSER_TYPE, "CHAR_BUFFER")),
            chop: Cell::new(false),
            lazy_chop: Cell::new(true),
            check_dates: Cell::new(true),
            max_size_in_memory: Cell::new(2_000_000),
        }
    }
}

/// `groovy.json.JsonSlurper`.
pub static CLASS: Class = class(Slurper::NAME).members(MEMBERS);

const MEMBERS: &[Member] = &[
    constructor("JsonSlurper()", &unbound(Slurper::default)),
    method(
        "getMaxSizeForInMemory(): int",
        &native(|s: &Slurper| s.max_size_in_memory.get()),
    ),
    raw(
        Kind::Method,
        "setMaxSizeForInMemory(int size): JsonSlurper",
        &slice(set),
    ),
    method(
        "getType(): JsonParserType",
        &native(|s: &Slurper| s.parser.borrow().clone()),
    ),
    raw(
        Kind::Method,
        "setType(JsonParserType type): JsonSlurper",
        &slice(set_type),
    )
    .doc("Which reader to use."),
    method("isChop(): boolean", &native(|s: &Slurper| s.chop.get())),
    raw(Kind::Method, "setChop(boolean chop): JsonSlurper", &slice(set)),
    method("isLazyChop(): boolean", &native(|s: &Slurper| s.lazy_chop.get())),
    raw(Kind::Method, "setLazyChop(boolean lazyChop): JsonSlurper", &slice(set)),
    method("isCheckDates(): boolean", &native(|s: &Slurper| s.check_dates.get())),
    raw(
        Kind::Method,
        "setCheckDates(boolean checkDates): JsonSlurper",
        &slice(set),
    ),
    raw(Kind::Method, "parseText(String text): Object", &slice(parse_text)).doc("The value that a text stands for."),
    raw(Kind::Method, "parse(File file): Object", &slice(parse_source)).doc("The value that a file holds."),
    raw(
        Kind::Method,
        "parse(File file, String charset): Object",
        &slice(parse_source),
    ),
    raw(Kind::Method, "parse(InputStream in): Object", &slice(parse_source)),
    raw(
        Kind::Method,
        "parse(InputStream in, String charset): Object",
        &slice(parse_source),
    ),
    raw(Kind::Method, "parse(Path path): Object", &slice(parse_source)),
    raw(
        Kind::Method,
        "parse(Path path, String charset): Object",
        &slice(parse_source),
    ),
    raw(Kind::Method, "parse(Reader reader): Object", &slice(parse_source)),
    raw(Kind::Method, "parse(URL url): Object", &slice(parse_source)),
    raw(
        Kind::Method,
        "parse(URL url, String charset): Object",
        &slice(parse_source),
    ),
    raw(Kind::Method, "parse(byte[] bytes): Object", &slice(parse_source)),
    raw(
        Kind::Method,
        "parse(byte[] bytes, String charset): Object",
        &slice(parse_source),
    ),
    raw(Kind::Method, "parse(char[] chars): Object", &slice(parse_chars)).doc("The value that characters stand for."),
];

/// Setters whose value changes nothing that a script can see.
fn set(_: &mut Vm, this: &Value, _: &[Value]) -> Res {
    Ok(this.clone())
}

fn set_type(_: &mut Vm, this: &Value, args: &[Value]) -> Res {
    if let (Some(slurper), Some(parser)) = (this.as_host::<Slurper>(), args.first()) {
        slurper.parser.replace(parser.clone());
    }
    Ok(this.clone())
}

fn parse_text(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let text = match args.first() {
        None | Some(Value::Null) => Str::new(""),
        Some(text) => vm.to_str(text)?,
    };
    if text.is_empty() {
        return Err(vm.illegal_argument("Text must not be null or empty"));
    }
    parse(vm, this, &text)
}

fn parse_chars(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let Some(Value::Array(chars)) = args.first() else {
        return Err(vm.illegal_argument("chars must not be null"));
    };
    let text = Str::from_units(&byte_array::to_units(chars));
    parse(vm, this, &text)
}

fn parse_source(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let text = text_of(vm, args)?;
    parse(vm, this, &text)
}

/// The text of a file, path, URL, stream, reader or `byte[]`; a second argument names the character set.
pub(super) fn text_of(vm: &mut Vm, args: &[Value]) -> Res<Rc<Str>> {
    let Some((source, charset)) = args.split_first() else {
        return Ok(Str::new(""));
    };
    match source {
        Value::Null => Err(vm.illegal_argument("Reader must not be null")),
        Value::Array(bytes) => {
            let charset = match charset.first() {
                Some(name) => charset::of(vm, name)?,
                None => Charset::Utf8,
            };
            Ok(charset.decode(&byte_array::to_bytes(bytes)))
        }
        source => match vm.call_method(source, "getText", charset) {
            Ok(text) => vm.to_str(&text),
            Err(thrown) => Err(unreadable(vm, source, thrown)),
        },
    }
}

/// What became of reading a file: its exception is the cause of a `JsonException`.
fn unreadable(vm: &mut Vm, source: &Value, thrown: Thrown) -> Thrown {
    let cause = match vm.catch(thrown) {
        Ok(cause) => cause,
        Err(breach) => return breach,
    };
    let is_io = vm.is_instance(&cause, throwables::IO_EXCEPTION.id());
    let Some(file) = source.as_host::<File>().filter(|_| is_io) else {
        return vm.throw_value(cause);
    };
    let message = format!("Unable to process file: {}", file.path);
    let exception = Throwable::new(throwables::JSON_EXCEPTION.id(), Some(Str::new(&message)));
    *exception.cause.borrow_mut() = cause;
    vm.throw_value(Value::Throwable(exception))
}

/// Reads a text with the reader that a slurper is set to.
pub(super) fn parse(vm: &mut Vm, slurper: &Value, text: &Rc<Str>) -> Res {
    let parser = slurper.as_host::<Slurper>().map(|s| s.parser.borrow().clone());
    let name = parser
        .as_ref()
        .and_then(|p| p.as_host::<Constant>())
        .map(|c| c.name.clone());
    let parser = name.map_or(String::new(), |n| n.to_string());
    let result = match text.units() {
        Units::Ascii(bytes) => read(vm, &parser, bytes),
        Units::Wide(units) => read(vm, &parser, units),
    };
    result.map_err(|failure| failure.throw(vm))
}

fn read<U: Unit>(vm: &mut Vm, parser: &str, text: &[U]) -> Result<Value, Failure> {
    match parser {
        "LAX" => LaxReader::new(text).read(vm),
        "INDEX_OVERLAY" => Reader::new(text, Shape::in_hash_order()).read(vm),
        _ => Reader::new(text, Shape::in_text_order()).read(vm),
    }
}
