//! `java.nio.file.Files`.

use super::charset::{self, Charset};
use super::path::FilePath;
use crate::enumeration;
use crate::jdk::io::open::bytes_of;
use crate::jdk::io::{byte_array, input_stream, output_stream, reader, sink, source, waiting, writer};
use crate::jdk::lang::enumeration::Constant;
use crate::jdk::throwables;
use crate::registry::{Class, Kind, Member, class, raw, slice};
use crate::value::{List, Str, Value};
use crate::{Res, Thrown, Vm};
use std::fs::{self, Metadata};
use std::io::{Error, ErrorKind};
use std::path::PathBuf;
use std::rc::Rc;

enumeration! {
    /// `java.nio.file.StandardOpenOption`.
    STANDARD_OPEN_OPTION "java.nio.file.StandardOpenOption" {
        "READ" "WRITE" "APPEND" "TRUNCATE_EXISTING" "CREATE" "CREATE_NEW" "DELETE_ON_CLOSE" "SPARSE" "SYNC" "DSYNC"
    }
}

enumeration! {
    /// `java.nio.file.StandardCopyOption`.
    STANDARD_COPY_OPTION "java.nio.file.StandardCopyOption" { "REPLACE_EXISTING" "COPY_ATTRIBUTES" "ATOMIC_MOVE" }
}

const MEMBERS: &[Member] = &[
    raw(
        Kind::Static,
        "copy(Path source, Path target, CopyOption... options): Path",
        &slice(copy),
    )
    .doc("Copies a file."),
    raw(
        Kind::Static,
        "createDirectories(Path folder, FileAttribute... attributes): Path",
        &slice(create_directories),
    )
    .doc("Makes a folder and those above it."),
    raw(
        Kind::Static,
        "createDirectory(Path folder, FileAttribute... attributes): Path",
        &slice(create_directory),
    )
    .doc("Makes a folder."),
    raw(
        Kind::Static,
        "createFile(Path file, FileAttribute... attributes): Path",
        &slice(create_file),
    )
    .doc("Makes an empty file."),
    raw(
        Kind::Static,
        "createTempDirectory(Path folder, String prefix, FileAttribute... attributes): Path",
        &slice(create_temp_directory),
    ),
    raw(
        Kind::Static,
        "createTempDirectory(String prefix, FileAttribute... attributes): Path",
        &slice(create_temp_directory),
    )
    .doc("A new folder with a name of its own."),
    raw(
        Kind::Static,
        "createTempFile(Path folder, String prefix, String suffix, FileAttribute... attributes): Path",
        &slice(create_temp_file),
    ),
    raw(
        Kind::Static,
        "createTempFile(String prefix, String suffix, FileAttribute... attributes): Path",
        &slice(create_temp_file),
    )
    .doc("A new empty file with a name of its own."),
    raw(Kind::Static, "delete(Path path): void", &slice(delete)).doc("Removes a file or empty folder."),
    raw(
        Kind::Static,
        "deleteIfExists(Path path): boolean",
        &slice(delete_if_exists),
    ),
    raw(
        Kind::Static,
        "exists(Path path, LinkOption... options): boolean",
        &slice(exists),
    )
    .doc("Whether something stands there."),
    raw(
        Kind::Static,
        "isDirectory(Path path, LinkOption... options): boolean",
        &slice(is_directory),
    ),
    raw(Kind::Static, "isReadable(Path path): boolean", &slice(exists)),
    raw(
        Kind::Static,
        "isRegularFile(Path path, LinkOption... options): boolean",
        &slice(is_regular_file),
    ),
    raw(
        Kind::Static,
        "move(Path source, Path target, CopyOption... options): Path",
        &slice(move_to),
    )
    .doc("Moves a file."),
    raw(
        Kind::Static,
        "newBufferedReader(Path path): BufferedReader",
        &slice(new_buffered_reader),
    ),
    raw(
        Kind::Static,
        "newBufferedReader(Path path, Charset charset): BufferedReader",
        &slice(new_buffered_reader),
    ),
    raw(
        Kind::Static,
        "newBufferedWriter(Path path, Charset charset, OpenOption... options): BufferedWriter",
        &slice(new_buffered_writer),
    ),
    raw(
        Kind::Static,
        "newBufferedWriter(Path path, OpenOption... options): BufferedWriter",
        &slice(new_buffered_writer),
    ),
    raw(
        Kind::Static,
        "newInputStream(Path path, OpenOption... options): InputStream",
        &slice(new_input_stream),
    ),
    raw(
        Kind::Static,
        "newOutputStream(Path path, OpenOption... options): OutputStream",
        &slice(new_output_stream),
    ),
    raw(
        Kind::Static,
        "notExists(Path path, LinkOption... options): boolean",
        &slice(not_exists),
    ),
    raw(Kind::Static, "readAllBytes(Path path): byte[]", &slice(read_all_bytes)).doc("What a file holds."),
    raw(Kind::Static, "readAllLines(Path path): List", &slice(read_all_lines)).doc("The lines of a file."),
    raw(
        Kind::Static,
        "readAllLines(Path path, Charset charset): List",
        &slice(read_all_lines),
    ),
    raw(Kind::Static, "readString(Path path): String", &slice(read_string)).doc("What a file holds, as text."),
    raw(
        Kind::Static,
        "readString(Path path, Charset charset): String",
        &slice(read_string),
    ),
    raw(Kind::Static, "size(Path path): long", &slice(size)).doc("The length of a file in bytes."),
    raw(
        Kind::Static,
        "write(Path path, Iterable lines, Charset charset, OpenOption... options): Path",
        &slice(write_lines),
    ),
    raw(
        Kind::Static,
        "write(Path path, Iterable lines, OpenOption... options): Path",
        &slice(write_lines),
    ),
    raw(
        Kind::Static,
        "write(Path path, byte[] bytes, OpenOption... options): Path",
        &slice(write_bytes),
    ),
    raw(
        Kind::Static,
        "writeString(Path path, CharSequence text, Charset charset, OpenOption... options): Path",
        &slice(write_string),
    ),
    raw(
        Kind::Static,
        "writeString(Path path, CharSequence text, OpenOption... options): Path",
        &slice(write_string),
    ),
];

/// `java.nio.file.Files`.
pub static CLASS: Class = class("java.nio.file.Files").abstract_class().members(MEMBERS);

/// A path among the arguments, and the real path behind it.
fn path(vm: &mut Vm, args: &[Value], index: usize) -> Res<(FilePath, PathBuf)> {
    match args.get(index).and_then(|p| p.as_host::<FilePath>()) {
        Some(path) => {
            let real = vm.real_path(&path.text.text())?;
            Ok((path.clone(), real))
        }
        None => Err(vm.throw_silent(&throwables::NULL_POINTER_EXCEPTION)),
    }
}

/// Throws the exception of `java.nio.file` for a failure.
pub fn failed(vm: &mut Vm, path: &FilePath, error: &Error) -> Thrown {
    let path = path.text.text();
    match error.kind() {
        ErrorKind::NotFound => vm.throw(&throwables::NO_SUCH_FILE_EXCEPTION, path),
        ErrorKind::AlreadyExists => vm.throw(&throwables::FILE_ALREADY_EXISTS_EXCEPTION, path),
        ErrorKind::DirectoryNotEmpty => vm.throw(&throwables::DIRECTORY_NOT_EMPTY_EXCEPTION, path),
        ErrorKind::PermissionDenied => vm.throw(&throwables::ACCESS_DENIED_EXCEPTION, path),
        ErrorKind::IsADirectory => vm.throw(&throwables::IO_EXCEPTION, "Is a directory"),
        _ => {
            let reason = crate::jdk::io::open::reason(error);
            vm.throw(&throwables::FILE_SYSTEM_EXCEPTION, format!("{path}: {reason}"))
        }
    }
}

/// The arguments one by one, with variable arguments that come as an array laid open.
fn options(args: &[Value]) -> Vec<Value> {
    args.iter()
        .flat_map(|a| match a {
            Value::Array(array) if !byte_array::is_bytes(a) => array.to_vec(),
            other => vec![other.clone()],
        })
        .collect()
}

fn has_option(args: &[Value], name: &str) -> bool {
    options(args)
        .iter()
        .any(|o| o.as_host::<Constant>().is_some_and(|c| *c.name == *name))
}

fn named_charset(vm: &mut Vm, args: &[Value]) -> Res<Charset> {
    match args.iter().find(|a| a.as_host::<Charset>().is_some()) {
        Some(charset) => charset::of(vm, charset),
        None => Ok(Charset::Utf8),
    }
}

fn metadata(vm: &mut Vm, args: &[Value]) -> Res<Option<Metadata>> {
    let (_, real) = path(vm, args, 0)?;
    Ok(fs::metadata(real).ok())
}

fn exists(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    Ok(Value::bool(metadata(vm, args)?.is_some()))
}

fn not_exists(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    Ok(Value::bool(metadata(vm, args)?.is_none()))
}

fn is_directory(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    Ok(Value::bool(metadata(vm, args)?.is_some_and(|m| m.is_dir())))
}

fn is_regular_file(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    Ok(Value::bool(metadata(vm, args)?.is_some_and(|m| m.is_file())))
}

fn size(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    let (path, real) = path(vm, args, 0)?;
    match fs::metadata(real) {
        Ok(metadata) => Ok(Value::Long(i64::try_from(metadata.len()).unwrap_or(i64::MAX))),
        Err(error) => Err(failed(vm, &path, &error)),
    }
}

/// Does something at the path that is the first argument, and gives the path back.
fn at_path(vm: &mut Vm, args: &[Value], act: impl FnOnce(&PathBuf) -> std::io::Result<()>) -> Res {
    let (path, real) = path(vm, args, 0)?;
    match act(&real) {
        Ok(()) => Ok(Value::host(path)),
        Err(error) => Err(failed(vm, &path, &error)),
    }
}

fn create_directory(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    at_path(vm, args, |real| fs::create_dir(real))
}

fn create_directories(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    at_path(vm, args, |real| fs::create_dir_all(real))
}

fn create_file(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    at_path(vm, args, |real| fs::File::create_new(real).map(|_| ()))
}

fn remove(real: &PathBuf) -> std::io::Result<()> {
    if fs::symlink_metadata(real)?.is_dir() {
        fs::remove_dir(real)
    } else {
        fs::remove_file(real)
    }
}

fn delete(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    at_path(vm, args, remove)?.done();
    Ok(Value::Null)
}

fn delete_if_exists(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let (_, real) = path(vm, args, 0)?;
    if fs::symlink_metadata(real).is_err() {
        return Ok(Value::bool(false));
    }
    delete(vm, this, args)?.done();
    Ok(Value::bool(true))
}

/// Source and target of a copy or move; an existing target has to be allowed.
fn both(vm: &mut Vm, args: &[Value]) -> Res<(FilePath, PathBuf, FilePath, PathBuf)> {
    let (from, real_from) = path(vm, args, 0)?;
    let (to, real_to) = path(vm, args, 1)?;
    if fs::symlink_metadata(&real_to).is_ok() && !has_option(args, "REPLACE_EXISTING") {
        return Err(failed(vm, &to, &Error::from(ErrorKind::AlreadyExists)));
    }
    Ok((from, real_from, to, real_to))
}

fn copy(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    let (from, real_from, to, real_to) = both(vm, args)?;
    let copied = match fs::metadata(&real_from) {
        Ok(m) if m.is_dir() => fs::create_dir(&real_to),
        Ok(_) if waiting::may_wait(&real_from) => Err(Error::from(ErrorKind::Unsupported)),
        Ok(_) => fs::copy(&real_from, &real_to).map(|_| ()),
        Err(error) => Err(error),
    };
    match copied {
        Ok(()) => Ok(Value::host(to)),
        Err(error) => Err(failed(vm, &from, &error)),
    }
}

fn move_to(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    let (from, real_from, to, real_to) = both(vm, args)?;
    match fs::rename(real_from, real_to) {
        Ok(()) => Ok(Value::host(to)),
        Err(error) => Err(failed(vm, &from, &error)),
    }
}

/// A fresh path from the folder, prefix and suffix among the arguments.
fn fresh(vm: &mut Vm, args: &[Value], suffix: &str) -> Res<FilePath> {
    let (folder, rest) = match args.split_first() {
        Some((first, rest)) if first.as_host::<FilePath>().is_some() => (path(vm, args, 0)?.0, rest),
        _ => (FilePath::new("/tmp"), args),
    };
    let mut texts = Vec::new();
    for arg in rest.iter().take(2) {
        texts.push(match arg {
            Value::Str(_) | Value::GString(_) => Some(vm.to_text(arg)?),
            _ => None,
        });
    }
    let number = uuid::Uuid::new_v4().as_u64_pair().0;
    let prefix = texts.first().cloned().flatten().unwrap_or_default();
    let suffix = texts.get(1).cloned().flatten().unwrap_or(suffix.to_owned());
    Ok(folder.resolve(&format!("{prefix}{number}{suffix}")))
}

fn create_temp_directory(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let path = fresh(vm, args, "")?;
    create_directory(vm, this, &[Value::host(path)])
}

fn create_temp_file(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let path = fresh(vm, args, ".tmp")?;
    create_file(vm, this, &[Value::host(path)])
}

fn open(vm: &mut Vm, args: &[Value]) -> Res<Rc<source::Bytes>> {
    let (path, real) = path(vm, args, 0)?;
    bytes_of(vm, &real)?.map_err(|error| failed(vm, &path, &error))
}

/// A file to write, as the open options say: made and emptied where there are none.
fn create(vm: &mut Vm, args: &[Value]) -> Res<Rc<sink::Bytes>> {
    let (path, real) = path(vm, args, 0)?;
    let given = options(args).iter().any(|o| o.class_id() == STANDARD_OPEN_OPTION.id());
    let append = has_option(args, "APPEND");
    let mut open = fs::OpenOptions::new();
    open.write(true)
        .append(append)
        .create(!given || has_option(args, "CREATE"))
        .create_new(has_option(args, "CREATE_NEW"))
        .truncate(!append && (!given || has_option(args, "TRUNCATE_EXISTING")));
    match waiting::open(vm, &real, &open)? {
        Ok(file) => Ok(sink::Bytes::to_file(file)),
        Err(error) => Err(failed(vm, &path, &error)),
    }
}

fn new_input_stream(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    Ok(input_stream::buffered_over(open(vm, args)?))
}

fn new_output_stream(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    Ok(output_stream::make(
        &output_stream::BUFFERED_OUTPUT_STREAM,
        create(vm, args)?,
    ))
}

fn text(vm: &mut Vm, args: &[Value]) -> Res<Rc<source::Text>> {
    let charset = named_charset(vm, args)?;
    Ok(source::Text::of_bytes(&open(vm, args)?, charset))
}

fn new_buffered_reader(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    Ok(reader::buffered_over(text(vm, args)?))
}

fn new_buffered_writer(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    let charset = named_charset(vm, args)?;
    Ok(writer::buffered_over(sink::Text::to_bytes(create(vm, args)?, charset)))
}

fn read_all_bytes(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    let bytes = open(vm, args)?.read_all(vm)?;
    vm.reserve(16 * bytes.len())?;
    Ok(byte_array::from_bytes(&bytes).into())
}

fn read_string(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    Ok(Value::Str(text(vm, args)?.read_all(vm)?))
}

fn read_all_lines(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    let text = text(vm, args)?;
    let mut lines = Vec::new();
    while let Some(line) = text.read_line(vm)? {
        lines.push(Value::Str(line));
    }
    Ok(List::new(lines).into())
}

fn write_bytes(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    let bytes = match args.get(1) {
        Some(Value::Array(array)) => byte_array::to_bytes(array),
        _ => return Err(vm.throw_silent(&throwables::NULL_POINTER_EXCEPTION)),
    };
    create(vm, args)?.write(vm, &bytes)?;
    Ok(args.first().cloned().unwrap_or_default())
}

fn write_string(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    let text = vm.to_str(args.get(1).unwrap_or(&Value::Null))?;
    let charset = named_charset(vm, args)?;
    create(vm, args)?.write(vm, &charset.encode(&text))?;
    Ok(args.first().cloned().unwrap_or_default())
}

fn write_lines(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    let charset = named_charset(vm, args)?;
    let out = sink::Text::to_bytes(create(vm, args)?, charset);
    let mut lines = vm.iterate(args.get(1).unwrap_or(&Value::Null))?;
    while let Some(line) = lines.next(vm)? {
        let line = vm.to_str(&line)?.concat(&Str::new("\n"));
        out.write(vm, &line)?;
    }
    Ok(args.first().cloned().unwrap_or_default())
}
