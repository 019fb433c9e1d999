//! `java.nio.file.Path`, which is all text until somebody asks the file system.

use crate::gdk;
use crate::jdk::io::file::{self, File, compare};
use crate::jdk::lang::interfaces;
use crate::registry::{Class, Kind, Member, class, function, interface, method, native, raw, slice, unbound};
use crate::value::{HostType, Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// A path without doubled or trailing slashes.
#[derive(Clone)]
pub struct FilePath {
    /// Its text.
    pub text: Rc<Str>,
}

impl HostType for FilePath {
    const NAME: &'static str = "java.nio.file.Path";
    fn class() -> &'static Class {
        &UNIX_PATH
    }
}

const MEMBERS: &[Member] = &[
    function("of(String first, String... more): Path", &unbound(of)).doc("A path from its parts."),
    method(
        "compareTo(Path other): int",
        &native(|a: &FilePath, b: &FilePath| compare(&a.text, &b.text)),
    ),
    method(
        "endsWith(Path other): boolean",
        &native(|a: &FilePath, b: &FilePath| a.ends_with(b)),
    ),
    method(
        "endsWith(String other): boolean",
        &native(|a: &FilePath, b: &Str| a.ends_with(&FilePath::new(&b.text()))),
    ),
    method(
        "equals(Object other): boolean",
        &native(|a: &FilePath, o: &Value| o.as_host::<FilePath>().is_some_and(|b| a.text == b.text)),
    ),
    method(
        "getFileName(): Path",
        &native(|p: &FilePath| p.parts().last().map(|n| FilePath::new(n))),
    )
    .doc("The last part."),
    method("getName(int index): Path", &native(name_at)),
    method("getNameCount(): int", &native(|p: &FilePath| p.parts().len() as i32)).doc("How many parts it has."),
    method("getParent(): Path", &native(parent)).doc("The path without its last part, null if there is none."),
    method(
        "getRoot(): Path",
        &native(|p: &FilePath| p.is_absolute().then(|| FilePath::new("/"))),
    ),
    method("hashCode(): int", &native(|p: &FilePath| p.text.hash() as i32)),
    method("isAbsolute(): boolean", &native(FilePath::is_absolute)),
    method("iterator(): Iterator", &native(iterator)).doc("A walk over the parts."),
    method("normalize(): Path", &native(normalize)).doc("The path without `.` and `..`."),
    method("relativize(Path other): Path", &native(relativize)).doc("The way from this path to another."),
    method(
        "resolve(Path other): Path",
        &native(|a: &FilePath, b: &FilePath| a.resolve(&b.text.text())),
    ),
    method(
        "resolve(String other): Path",
        &native(|a: &FilePath, b: &Str| a.resolve(&b.text())),
    )
    .doc("A path below this one, or the other if it begins at the root."),
    method(
        "resolveSibling(Path other): Path",
        &native(|a: &FilePath, b: &FilePath| sibling(a, &b.text.text())),
    ),
    method(
        "resolveSibling(String other): Path",
        &native(|a: &FilePath, b: &Str| sibling(a, &b.text())),
    ),
    method(
        "startsWith(Path other): boolean",
        &native(|a: &FilePath, b: &FilePath| a.starts_with(b)),
    ),
    method(
        "startsWith(String other): boolean",
        &native(|a: &FilePath, b: &Str| a.starts_with(&FilePath::new(&b.text()))),
    ),
    method("subpath(int from, int to): Path", &native(subpath)),
    method(
        "toAbsolutePath(): Path",
        &native(|p: &FilePath| FilePath::new(&p.file().absolute())),
    ),
    method("toFile(): File", &native(FilePath::file)).doc("The path as a File."),
    raw(
        Kind::Method,
        "toRealPath(LinkOption... options): Path",
        &slice(to_real_path),
    ),
    method("toString(): String", &native(|p: &FilePath| p.text.clone())),
    method(
        "toUri(): URI",
        &native(|vm: &mut Vm, p: &FilePath| file::to_uri(vm, &p.file())),
    ),
];

/// `java.nio.file.Path`.
pub static PATH: Class = interface(FilePath::NAME)
    .implements(&[&interfaces::COMPARABLE, &crate::jdk::lang::iterable::CLASS])
    .groovy(gdk::path::MEMBERS)
    .members(MEMBERS);

/// The class of paths on Unix.
pub static UNIX_PATH: Class = class("sun.nio.fs.UnixPath").implements(&[&PATH]);

/// `java.nio.file.Paths`.
pub static PATHS: Class = class("java.nio.file.Paths").abstract_class().members(&[function(
    "get(String first, String... more): Path",
    &unbound(of),
)
.doc("A path from its parts.")]);

fn of(vm: &mut Vm, first: &Str, more: &[Value]) -> Res<FilePath> {
    let mut parts = vec![first.to_string()];
    for part in more {
        match part {
            Value::Array(array) => {
                for part in array.to_vec() {
                    parts.push(vm.to_text(&part)?);
                }
            }
            part => parts.push(vm.to_text(part)?),
        }
    }
    parts.retain(|p| !p.is_empty());
    Ok(FilePath::new(&parts.join("/")))
}

impl FilePath {
    /// A path of a text.
    pub fn new(text: &str) -> FilePath {
        FilePath {
            text: File::new(text).path,
        }
    }

    /// The path as a file.
    pub fn file(&self) -> File {
        File {
            path: self.text.clone(),
        }
    }

    fn is_absolute(&self) -> bool {
        self.text.unit(0) == Some(u16::from(b'/'))
    }

    /// The parts between the slashes; one empty part for the empty path.
    fn parts(&self) -> Vec<String> {
        let text = self.text.text();
        if text.is_empty() {
            return vec![String::new()];
        }
        text.split('/').filter(|p| !p.is_empty()).map(str::to_owned).collect()
    }

    fn of_parts(&self, parts: &[String]) -> FilePath {
        let root = if self.is_absolute() { "/" } else { "" };
        FilePath::new(&format!("{root}{}", parts.join("/")))
    }

    /// `resolve(other)`.
    pub fn resolve(&self, other: &str) -> FilePath {
        match (other, self.text.is_empty()) {
            ("", _) => self.clone(),
            (_, true) => FilePath::new(other),
            _ if other.starts_with('/') => FilePath::new(other),
            _ => FilePath::new(&format!("{}/{other}", self.text)),
        }
    }

    fn starts_with(&self, other: &FilePath) -> bool {
        self.is_absolute() == other.is_absolute() && self.parts().starts_with(&other.parts())
    }

    fn ends_with(&self, other: &FilePath) -> bool {
        if other.is_absolute() {
            self.text == other.text
        } else {
            self.parts().ends_with(&other.parts())
        }
    }
}

fn name_at(vm: &mut Vm, path: &FilePath, index: i32) -> Res<FilePath> {
    let parts = path.parts();
    match usize::try_from(index).ok().and_then(|i| parts.get(i)) {
        Some(part) => Ok(FilePath::new(part)),
        None => Err(vm.throw_silent(&crate::jdk::throwables::ILLEGAL_ARGUMENT_EXCEPTION)),
    }
}

fn parent(path: &FilePath) -> Option<FilePath> {
    let parts = path.parts();
    match parts.split_last()? {
        (_, []) => path.is_absolute().then(|| FilePath::new("/")),
        (_, before) => Some(path.of_parts(before)),
    }
}

fn iterator(vm: &mut Vm, path: &FilePath) -> Res {
    let names = path.parts().iter().map(|p| Value::host(FilePath::new(p))).collect();
    vm.call_method(&Value::list(names), "iterator", &[])
}

fn normalize(path: &FilePath) -> FilePath {
    let mut out: Vec<String> = Vec::new();
    for part in path.parts() {
        match part.as_str() {
            "." => {}
            ".." if out.last().is_some_and(|p| p != "..") => {
                out.pop();
            }
            ".." if path.is_absolute() => {}
            _ => out.push(part),
        }
    }
    path.of_parts(&out)
}

fn relativize(vm: &mut Vm, from: &FilePath, to: &FilePath) -> Res<FilePath> {
    if from.is_absolute() != to.is_absolute() {
        return Err(vm.illegal_argument("'other' is different type of Path"));
    }
    if from.text.is_empty() {
        return Ok(to.clone());
    }
    let (from, to) = (from.parts(), to.parts());
    let common = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = std::iter::repeat_n("..".to_owned(), from.len() - common);
    let parts: Vec<String> = up.chain(to.into_iter().skip(common)).collect();
    Ok(FilePath::new(&parts.join("/")))
}

fn sibling(path: &FilePath, other: &str) -> FilePath {
    match parent(path) {
        Some(parent) => parent.resolve(other),
        None => FilePath::new(other),
    }
}

fn subpath(vm: &mut Vm, path: &FilePath, from: i32, to: i32) -> Res<FilePath> {
    let parts = path.parts();
    let range = usize::try_from(from).ok().zip(usize::try_from(to).ok());
    match range
        .filter(|(from, to)| from < to)
        .and_then(|(from, to)| parts.get(from..to))
    {
        Some(parts) => Ok(FilePath::new(&parts.join("/"))),
        None => Err(vm.throw_silent(&crate::jdk::throwables::ILLEGAL_ARGUMENT_EXCEPTION)),
    }
}

fn to_real_path(vm: &mut Vm, this: &Value, _: &[Value]) -> Res {
    let Some(path) = this.as_host::<FilePath>() else {
        return Ok(Value::Null);
    };
    let file = path.file();
    if file.metadata(vm)?.is_none() {
        return Err(vm.throw(&crate::jdk::throwables::NO_SUCH_FILE_EXCEPTION, &path.text));
    }
    Ok(Value::host(FilePath::new(&file.canonical(vm))))
}
