//! What Groovy adds to `java.io.File` for what a file holds; [`super::folder`] has what it adds for folders.

use super::closeable::with_closeable;
use super::folder;
use super::lines::{self, Lines, closing};
use crate::jdk::io::file::{self, File};
use crate::jdk::io::input_stream::{self, InputStream};
use crate::jdk::io::output_stream::{self, bytes_of};
use crate::jdk::io::reader::{self, Reader};
use crate::jdk::io::source::Text;
use crate::jdk::io::{byte_array, open, sink, writer};
use crate::jdk::nio::charset::{self, Charset};
use crate::registry::{Func, Kind, Member, function, method, native, raw, slice, unbound};
use crate::value::{Array, Closure, Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// The members.
pub const MEMBERS: &[Member] = &[
    raw(Kind::Method, "append(Object value): void", &slice(append)).doc("Writes a value at the end."),
    raw(
        Kind::Method,
        "append(Object value, String charset): void",
        &slice(append),
    ),
    function(
        "createTempDir(): File",
        &unbound(|vm: &mut Vm| folder::create_temp_dir(vm, None, None)),
    ),
    function(
        "createTempDir(String prefix): File",
        &unbound(|vm: &mut Vm, prefix: &Str| folder::create_temp_dir(vm, Some(prefix), None)),
    ),
    function(
        "createTempDir(String prefix, String suffix): File",
        &unbound(|vm: &mut Vm, prefix: &Str, suffix: &Str| folder::create_temp_dir(vm, Some(prefix), Some(suffix))),
    ),
    method(
        "createParentDirectories(): File",
        &native(folder::create_parent_directories),
    ),
    method("deleteDir(): boolean", &native(folder::delete_dir))
        .doc("Removes a folder and all in it; whether that worked."),
    method("directorySize(): long", &native(folder::directory_size)).doc("The length of all files in a folder."),
    method("eachByte(Closure action): void", &native(each_byte)).doc("Calls a closure with each byte."),
    method("eachDir(Closure action): void", &native(folder::each_dir)).doc("Calls a closure with each folder in it."),
    method(
        "eachDirMatch(Object filter, Closure action): void",
        &native(folder::each_dir_match),
    ),
    method(
        "eachDirRecurse(Closure action): void",
        &native(folder::each_dir_recurse),
    ),
    method("eachFile(Closure action): void", &native(folder::each_file))
        .doc("Calls a closure with all that stands in it."),
    method(
        "eachFile(FileType type, Closure action): void",
        &native(folder::each_file_of),
    ),
    method(
        "eachFileMatch(FileType type, Object filter, Closure action): void",
        &native(folder::each_file_match_of),
    ),
    method(
        "eachFileMatch(Object filter, Closure action): void",
        &native(folder::each_file_match),
    ),
    method(
        "eachFileRecurse(Closure action): void",
        &native(folder::each_file_recurse),
    )
    .doc("Calls a closure with all that stands in it and below."),
    method(
        "eachFileRecurse(FileType type, Closure action): void",
        &native(folder::each_file_recurse_of),
    ),
    raw(Kind::Method, "eachLine(Closure action): Object", &slice(each_line)).doc("Calls a closure with each line."),
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
    raw(
        Kind::Method,
        "eachLine(int first, Closure action): Object",
        &slice(each_line),
    ),
    raw(Kind::Method, "filterLine(Closure test): Writable", &slice(filter_line))
        .doc("The lines for which a closure is true."),
    raw(
        Kind::Method,
        "filterLine(String charset, Closure test): Writable",
        &slice(filter_line),
    ),
    raw(
        Kind::Method,
        "filterLine(Writer out, Closure test): void",
        &slice(filter_line_to),
    ),
    raw(
        Kind::Method,
        "filterLine(Writer out, String charset, Closure test): void",
        &slice(filter_line_to),
    ),
    method("getBytes(): byte[]", &native(get_bytes)).doc("What it holds."),
    raw(Kind::Method, "getText(): String", &slice(get_text)).doc("What it holds, as text."),
    raw(Kind::Method, "getText(String charset): String", &slice(get_text)),
    raw(Kind::Method, "leftShift(Object value): File", &slice(left_shift)).doc("Writes a value at the end."),
    raw(
        Kind::Method,
        "newInputStream(): BufferedInputStream",
        &slice(new_input_stream),
    ),
    raw(
        Kind::Method,
        "newOutputStream(): BufferedOutputStream",
        &slice(new_output_stream),
    ),
    raw(Kind::Method, "newPrintWriter(): PrintWriter", &slice(new_print_writer)),
    raw(
        Kind::Method,
        "newPrintWriter(String charset): PrintWriter",
        &slice(new_print_writer),
    ),
    raw(Kind::Method, "newReader(): BufferedReader", &slice(new_reader)),
    raw(
        Kind::Method,
        "newReader(String charset): BufferedReader",
        &slice(new_reader),
    ),
    raw(Kind::Method, "newWriter(): BufferedWriter", &slice(new_writer)),
    raw(
        Kind::Method,
        "newWriter(String charset): BufferedWriter",
        &slice(new_writer),
    ),
    raw(
        Kind::Method,
        "newWriter(String charset, boolean append): BufferedWriter",
        &slice(new_writer),
    ),
    raw(
        Kind::Method,
        "newWriter(boolean append): BufferedWriter",
        &slice(new_writer),
    ),
    method("readBytes(): byte[]", &native(get_bytes)).doc("What it holds."),
    raw(Kind::Method, "readLines(): List", &slice(read_lines)).doc("All lines."),
    raw(Kind::Method, "readLines(String charset): List", &slice(read_lines)),
    method("relativePath(File to): String", &native(folder::relative_path)),
    method("renameTo(String path): boolean", &native(folder::rename_to)),
    method("setBytes(byte[] bytes): void", &native(set_bytes)).doc("Writes bytes in place of what it holds."),
    raw(Kind::Method, "setText(String text): void", &slice(write)).doc("Writes a text in place of what it holds."),
    raw(
        Kind::Method,
        "setText(String text, String charset): void",
        &slice(write),
    ),
    method("size(): long", &native(file::length)).doc("Its length in bytes."),
    raw(
        Kind::Method,
        "splitEachLine(Pattern separator, Closure action): Object",
        &slice(split_each_line),
    ),
    raw(
        Kind::Method,
        "splitEachLine(Pattern separator, String charset, Closure action): Object",
        &slice(split_each_line),
    ),
    raw(
        Kind::Method,
        "splitEachLine(String separator, Closure action): Object",
        &slice(split_each_line),
    )
    .doc("Calls a closure with the parts of each line."),
    raw(
        Kind::Method,
        "splitEachLine(String separator, String charset, Closure action): Object",
        &slice(split_each_line),
    ),
    raw(Kind::Method, "traverse(Closure action): void", &slice(folder::traverse)),
    raw(Kind::Method, "traverse(Map options): void", &slice(folder::traverse)),
    raw(
        Kind::Method,
        "traverse(Map options, Closure action): void",
        &slice(folder::traverse),
    )
    .doc("Walks over a folder and all below it as the options say."),
    raw(
        Kind::Method,
        "withInputStream(Closure action): Object",
        &slice(with_input_stream),
    ),
    raw(
        Kind::Method,
        "withOutputStream(Closure action): Object",
        &slice(with_output_stream),
    ),
    raw(
        Kind::Method,
        "withPrintWriter(Closure action): Object",
        &slice(with_print_writer),
    ),
    raw(
        Kind::Method,
        "withPrintWriter(String charset, Closure action): Object",
        &slice(with_print_writer),
    ),
    raw(Kind::Method, "withReader(Closure action): Object", &slice(with_reader)),
    raw(
        Kind::Method,
        "withReader(String charset, Closure action): Object",
        &slice(with_reader),
    ),
    raw(Kind::Method, "withWriter(Closure action): Object", &slice(with_writer)),
    raw(
        Kind::Method,
        "withWriter(String charset, Closure action): Object",
        &slice(with_writer),
    ),
    raw(
        Kind::Method,
        "withWriterAppend(Closure action): Object",
        &slice(with_writer_append),
    ),
    raw(
        Kind::Method,
        "withWriterAppend(String charset, Closure action): Object",
        &slice(with_writer_append),
    ),
    raw(Kind::Method, "write(String text): void", &slice(write)).doc("Writes a text in place of what it holds."),
    raw(Kind::Method, "write(String text, String charset): void", &slice(write)),
];

fn path(this: &Value) -> String {
    this.as_host::<File>().map_or(String::new(), |f| f.path.to_string())
}

/// The character set that one of the arguments names, if any does.
fn named_charset(vm: &mut Vm, args: &[Value]) -> Res<Option<Charset>> {
    match args.iter().find(|a| matches!(a, Value::Str(_) | Value::GString(_))) {
        Some(name) => charset::of(vm, name).map(Some),
        None => Ok(None),
    }
}

/// The file's characters. Where no character set is named a byte order mark decides, and UTF-8 without one.
fn text(vm: &mut Vm, this: &Value, args: &[Value]) -> Res<Rc<Text>> {
    let bytes = open::to_read(vm, &path(this))?;
    if let Some(charset) = named_charset(vm, args)? {
        return Ok(Text::of_bytes(&bytes, charset));
    }
    bytes.mark();
    let begin = bytes.read_some(vm, 3)?;
    bytes.reset();
    let (charset, skip) = match begin.as_slice() {
        [0xef, 0xbb, 0xbf] => (Charset::Utf8, 3),
        [0xfe, 0xff, ..] => (Charset::Utf16Be, 2),
        [0xff, 0xfe, ..] => (Charset::Utf16Le, 2),
        _ => (Charset::Utf8, 0),
    };
    bytes.read_some(vm, skip)?;
    bytes.forget_mark();
    Ok(Text::of_bytes(&bytes, charset))
}

fn closure(vm: &mut Vm, args: &[Value]) -> Res<Rc<Closure>> {
    match args.last() {
        Some(Value::Closure(closure)) => Ok(closure.clone()),
        _ => Err(vm.throw_silent(&crate::jdk::throwables::NULL_POINTER_EXCEPTION)),
    }
}

fn last(args: &[Value]) -> Func<'_> {
    Func(args.last().unwrap_or(&Value::Null))
}

fn get_text(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let source = text(vm, this, args)?;
    let result = source.read_all(vm);
    closing(&source, result).map(Value::Str)
}

fn get_bytes(vm: &mut Vm, file: &File) -> Res<Rc<Array>> {
    let bytes = open::to_read(vm, &file.path.text())?.read_all(vm)?;
    vm.reserve(16 * bytes.len())?;
    Ok(byte_array::from_bytes(&bytes))
}

fn each_byte(vm: &mut Vm, file: &File, action: Func) -> Res<()> {
    let source = open::to_read(vm, &file.path.text())?;
    while let Some(byte) = source.read(vm)? {
        vm.call_func(action, &[Value::byte(byte as i8)])?.done();
    }
    Ok(())
}

fn each_line(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let action = closure(vm, args)?;
    let source = text(vm, this, args)?;
    let number = |v: &Value| if let Value::Int(i) = v { Some(i.get()) } else { None };
    let first = args.iter().find_map(number).unwrap_or(1);
    let result = lines::each_line(vm, &source, first, &action);
    closing(&source, result)
}

fn read_lines(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let source = text(vm, this, args)?;
    let result = lines::read_lines(vm, &source);
    closing(&source, result).map(Value::from)
}

fn split_each_line(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let action = closure(vm, args)?;
    let Some((separator, rest)) = args.split_first() else {
        return Ok(Value::Null);
    };
    let source = text(vm, this, rest)?;
    let result = lines::split_each_line(vm, &source, separator, &action);
    closing(&source, result)
}

fn filter_line(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let test = closure(vm, args)?;
    let source = text(vm, this, args)?;
    let result = lines::filter_lines(vm, &source, &test);
    closing(&source, result).map(|text| Value::host(Lines { text }))
}

fn filter_line_to(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let test = closure(vm, args)?;
    let source = text(vm, this, args)?;
    let out = args.first().cloned().unwrap_or_default();
    let result = lines::filter_lines_to(vm, &source, &out, &test);
    closing(&source, result)?;
    vm.call_method(&out, "flush", &[])
}

fn new_reader(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    Ok(reader::buffered_over(text(vm, this, args)?))
}

fn new_input_stream(vm: &mut Vm, this: &Value, _: &[Value]) -> Res {
    Ok(input_stream::buffered_over(open::to_read(vm, &path(this))?))
}

fn new_output_stream(vm: &mut Vm, this: &Value, _: &[Value]) -> Res {
    let sink = open::to_write(vm, &path(this), false)?;
    Ok(output_stream::make(&output_stream::BUFFERED_OUTPUT_STREAM, sink))
}

fn characters(vm: &mut Vm, this: &Value, args: &[Value], append: bool) -> Res<Rc<sink::Text>> {
    let charset = named_charset(vm, args)?.unwrap_or(Charset::Utf8);
    let bytes = open::to_write(vm, &path(this), append)?;
    Ok(sink::Text::to_bytes(bytes, charset))
}

fn new_writer(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let append = args.iter().any(|a| a.same(&Value::bool(true)));
    Ok(writer::buffered_over(characters(vm, this, args, append)?))
}

fn new_print_writer(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    Ok(writer::printing_over(characters(vm, this, args, false)?))
}

fn with_reader(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let reader = new_reader(vm, this, args)?;
    with_closeable(vm, &reader, last(args))
}

fn with_input_stream(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let stream = new_input_stream(vm, this, args)?;
    with_closeable(vm, &stream, last(args))
}

fn with_output_stream(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let stream = new_output_stream(vm, this, args)?;
    with_closeable(vm, &stream, last(args))
}

fn with_writer(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let writer = writer::buffered_over(characters(vm, this, args, false)?);
    with_closeable(vm, &writer, last(args))
}

fn with_writer_append(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let writer = writer::buffered_over(characters(vm, this, args, true)?);
    with_closeable(vm, &writer, last(args))
}

fn with_print_writer(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let writer = new_print_writer(vm, this, args)?;
    with_closeable(vm, &writer, last(args))
}

fn set_bytes(vm: &mut Vm, file: &File, bytes: &Array) -> Res<()> {
    open::to_write(vm, &file.path.text(), false)?.write(vm, &byte_array::to_bytes(bytes))
}

/// `write` and `setText`.
fn write(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let Some((text, rest)) = args.split_first() else {
        return Ok(Value::Null);
    };
    let text = vm.to_str(text)?;
    characters(vm, this, rest, false)?.write(vm, &text)?;
    Ok(Value::Null)
}

/// `append`: bytes and what streams and readers have as they are, other values as text.
fn append(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let Some((value, rest)) = args.split_first() else {
        return Ok(Value::Null);
    };
    let charset = named_charset(vm, rest)?.unwrap_or(Charset::Utf8);
    let bytes = if let Some(stream) = value.as_host::<InputStream>() {
        stream.source.read_all(vm)?
    } else if let Some(reader) = value.as_host::<Reader>() {
        let text = reader.source.read_all(vm)?;
        charset.encode(&text)
    } else {
        bytes_of(vm, value, charset)?
    };
    open::to_write(vm, &path(this), true)?.write(vm, &bytes)?;
    Ok(Value::Null)
}

fn left_shift(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    append(vm, this, args)?.done();
    Ok(this.clone())
}
