//! What Groovy adds to `java.io.InputStream`.

use super::closeable::with_closeable;
use super::lines::{self, Lines, closing};
use crate::jdk::io::byte_array;
use crate::jdk::io::input_stream::InputStream;
use crate::jdk::io::reader::buffered_over;
use crate::jdk::io::source::Text;
use crate::jdk::nio::charset::{self, Charset};
use crate::registry::{Func, Kind, Member, method, native, raw, slice};
use crate::value::{Array, Closure, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// The members.
pub const MEMBERS: &[Member] = &[
    method("eachByte(Closure action): void", &native(each_byte)).doc("Calls a closure with each byte."),
    raw(Kind::Method, "eachLine(Closure action): Object", &slice(each_line)).doc("Calls a closure with each line."),
    raw(
        Kind::Method,
        "eachLine(int first, Closure action): Object",
        &slice(each_line),
    ),
    raw(
        Kind::Method,
        "eachLine(String charset, Closure action): Object",
        &slice(each_line),
    ),
    raw(
        Kind::Method,
        "eachLine(String charset, int first, Closure action): Object",
        &slice(each_line),
    ),
    method("filterLine(Closure test): Writable", &native(filter_line)),
    method("filterLine(Writer out, Closure test): void", &native(filter_line_to)),
    method("getBytes(): byte[]", &native(get_bytes)).doc("All that is left to read."),
    raw(Kind::Method, "getText(): String", &slice(get_text)).doc("All that is left to read, as text."),
    raw(Kind::Method, "getText(String charset): String", &slice(get_text)),
    raw(Kind::Method, "newReader(): BufferedReader", &slice(new_reader)),
    raw(
        Kind::Method,
        "newReader(String charset): BufferedReader",
        &slice(new_reader),
    ),
    raw(Kind::Method, "readLines(): List", &slice(read_lines)).doc("All lines."),
    raw(Kind::Method, "readLines(String charset): List", &slice(read_lines)),
    method(
        "splitEachLine(Pattern separator, Closure action): Object",
        &native(split_each_line),
    ),
    method(
        "splitEachLine(String separator, Closure action): Object",
        &native(split_each_line),
    ),
    raw(Kind::Method, "withReader(Closure action): Object", &slice(with_reader)),
    raw(
        Kind::Method,
        "withReader(String charset, Closure action): Object",
        &slice(with_reader),
    ),
    method("withStream(Closure action): Object", &native(with_closeable))
        .doc("Calls a closure with the stream and closes it."),
];

/// The stream's characters; a first argument that is text names the character set.
fn text(vm: &mut Vm, this: &Value, args: &[Value]) -> Res<Rc<Text>> {
    let charset = match args.first() {
        Some(name @ (Value::Str(_) | Value::GString(_))) => charset::of(vm, name)?,
        _ => Charset::Utf8,
    };
    match this.as_host::<InputStream>() {
        Some(stream) => Ok(Text::of_bytes(&stream.source, charset)),
        None => Err(vm.unsupported("reading text through an InputStream that a script implements")),
    }
}

fn utf8(stream: &InputStream) -> Rc<Text> {
    Text::of_bytes(&stream.source, Charset::Utf8)
}

fn each_byte(vm: &mut Vm, stream: &InputStream, action: Func) -> Res<()> {
    while let Some(byte) = stream.source.read(vm)? {
        vm.call_func(action, &[Value::byte(byte as i8)])?.done();
    }
    stream.source.close();
    Ok(())
}

fn each_line(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let source = text(vm, this, args)?;
    let number = |v: &Value| if let Value::Int(i) = v { Some(i.get()) } else { None };
    let first = args.iter().find_map(number).unwrap_or(1);
    let Some(Value::Closure(action)) = args.last() else {
        return Err(vm.throw_silent(&crate::jdk::throwables::NULL_POINTER_EXCEPTION));
    };
    let result = lines::each_line(vm, &source, first, action);
    closing(&source, result)
}

fn filter_line(vm: &mut Vm, stream: &InputStream, test: &Rc<Closure>) -> Res<Lines> {
    let source = utf8(stream);
    let result = lines::filter_lines(vm, &source, test);
    closing(&source, result).map(|text| Lines { text })
}

fn filter_line_to(vm: &mut Vm, stream: &InputStream, out: &Value, test: &Rc<Closure>) -> Res<()> {
    let source = utf8(stream);
    let result = lines::filter_lines_to(vm, &source, out, test);
    closing(&source, result)
}

fn get_bytes(vm: &mut Vm, stream: &InputStream) -> Res<Rc<Array>> {
    let bytes = stream.source.read_all(vm)?;
    stream.source.close();
    vm.reserve(16 * bytes.len())?;
    Ok(byte_array::from_bytes(&bytes))
}

fn get_text(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let source = text(vm, this, args)?;
    let result = source.read_all(vm);
    closing(&source, result).map(Value::Str)
}

fn new_reader(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    Ok(buffered_over(text(vm, this, args)?))
}

fn read_lines(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let source = text(vm, this, args)?;
    let result = lines::read_lines(vm, &source);
    closing(&source, result).map(Value::from)
}

fn split_each_line(vm: &mut Vm, stream: &InputStream, separator: &Value, action: &Rc<Closure>) -> Res {
    let source = utf8(stream);
    let result = lines::split_each_line(vm, &source, separator, action);
    closing(&source, result)
}

fn with_reader(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let reader = new_reader(vm, this, args)?;
    with_closeable(vm, &reader, Func(args.last().unwrap_or(&Value::Null)))
}
