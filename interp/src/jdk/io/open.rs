//! Opening files as Java does: what fails is a `FileNotFoundException` in Java's words.

use super::file::File;
use super::waiting::{self, Waiting};
use super::{sink, source};
use crate::jdk::throwables;
use crate::value::Value;
use crate::{Res, Thrown, Vm};
use std::fs::{self, OpenOptions};
use std::io::{Error, ErrorKind};
use std::path::Path;
use std::rc::Rc;

/// What the system says about a failure: `No such file or directory`.
pub fn reason(error: &Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "No such file or directory".to_owned(),
        ErrorKind::PermissionDenied => "Permission denied".to_owned(),
        ErrorKind::IsADirectory => "Is a directory".to_owned(),
        ErrorKind::NotADirectory => "Not a directory".to_owned(),
        ErrorKind::DirectoryNotEmpty => "Directory not empty".to_owned(),
        ErrorKind::AlreadyExists => "File exists".to_owned(),
        _ => {
            let text = error.to_string();
            text.split(" (os error").next().unwrap_or(&text).to_owned()
        }
    }
}

/// Throws the `FileNotFoundException` for a path that could not be opened.
pub fn not_opened(vm: &mut Vm, path: &str, error: &Error) -> Thrown {
    vm.throw(
        &throwables::FILE_NOT_FOUND_EXCEPTION,
        format!("{path} ({})", reason(error)),
    )
}

/// The path that an argument names: a `File` or its path.
pub fn path_of(vm: &mut Vm, argument: &Value) -> Res<String> {
    match argument.as_host::<File>() {
        Some(file) => Ok(file.path.to_string()),
        None if argument.is_null() => Err(vm.throw_silent(&throwables::NULL_POINTER_EXCEPTION)),
        None => vm.to_text(argument),
    }
}

/// A file's bytes, to read.
pub fn to_read(vm: &mut Vm, path: &str) -> Res<Rc<source::Bytes>> {
    let real = vm.real_path(path)?;
    bytes_of(vm, &real)?.map_err(|error| not_opened(vm, path, &error))
}

/// The bytes of what stands at a path, be it a file or something that makes its reader wait.
pub fn bytes_of(vm: &mut Vm, real: &Path) -> Res<std::io::Result<Rc<source::Bytes>>> {
    if waiting::may_wait(real) {
        return Ok(Waiting::open(vm, real)?.map(source::Bytes::of_waiting));
    }
    Ok(fs::File::open(real).and_then(|file| {
        if file.metadata()?.is_dir() {
            return Err(Error::from(ErrorKind::IsADirectory));
        }
        Ok(source::Bytes::of_file(file))
    }))
}

/// A file to write from its beginning or its end.
pub fn to_write(vm: &mut Vm, path: &str, append: bool) -> Res<Rc<sink::Bytes>> {
    let real = vm.real_path(path)?;
    let mut options = OpenOptions::new();
    options.create(true).write(true).append(append).truncate(!append);
    match waiting::open(vm, &real, &options)? {
        Ok(file) => Ok(sink::Bytes::to_file(file)),
        Err(error) => Err(not_opened(vm, path, &error)),
    }
}
