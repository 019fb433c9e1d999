//! `java.io.File`: a path and what can be asked and done with what stands there.

mod access;
mod change;
mod listing;

use crate::gdk;
use crate::jdk::lang::interfaces;
use crate::jdk::net::uri::Uri;
use crate::jdk::net::uri_parse::unquote;
use crate::registry::{
    Class, Kind, Member, class, constant, constructor, function, method, native, raw, slice, unbound,
};
use crate::value::{Array, HostType, Str, Value};
use crate::vm::host::normalise;
use crate::{Res, Vm};
use access::{can_execute, can_read, can_write, set_executable, set_writable_to};
use change::{
    create_new_file, create_temp_file, create_temp_file_in, delete, delete_on_exit, last_modified, mkdir, mkdirs,
    rename_to, set_last_modified,
};
use listing::{list, list_files, list_files_by_file, list_files_by_name, list_filtered};
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// A path, normalised as Java does: no doubled or trailing slashes.
#[derive(Clone)]
pub struct File {
    /// `getPath()`.
    pub path: Rc<Str>,
}

impl HostType for File {
    const NAME: &'static str = "java.io.File";
    fn class() -> &'static Class {
        &CLASS
    }
}

const MEMBERS: &[Member] = &[
    constant("pathSeparator: String", &unbound(|| ":")),
    constant("pathSeparatorChar: char", &unbound(|| u16::from(b':'))),
    constant("separator: String", &unbound(|| "/")),
    constant("separatorChar: char", &unbound(|| u16::from(b'/'))),
    constructor(
        "File(File parent, String child)",
        &unbound(|parent: Option<&File>, child: &Str| File::inside(parent.map(|p| p.path.to_string()), &child.text())),
    ),
    constructor("File(String path)", &unbound(|path: &Str| File::new(&path.text()))),
    constructor("File(URI uri)", &unbound(of_uri)),
    constructor(
        "File(String parent, String child)",
        &unbound(|parent: Option<&Str>, child: &Str| File::inside(parent.map(|p| p.to_string()), &child.text())),
    ),
    function(
        "createTempFile(String prefix, String suffix): File",
        &unbound(create_temp_file),
    )
    .doc("A new empty file with a name of its own."),
    function(
        "createTempFile(String prefix, String suffix, File folder): File",
        &unbound(create_temp_file_in),
    ),
    function("listRoots(): File[]", &unbound(|| array(vec![File::new("/")]))),
    method("canExecute(): boolean", &native(can_execute)),
    method("canRead(): boolean", &native(can_read)).doc("Whether it can be read."),
    method("canWrite(): boolean", &native(can_write)).doc("Whether it can be written."),
    method(
        "compareTo(File other): int",
        &native(|a: &File, b: &File| compare(&a.path, &b.path)),
    ),
    method("createNewFile(): boolean", &native(create_new_file))
        .doc("Makes an empty file; false if it is there already."),
    method("delete(): boolean", &native(delete)).doc("Removes a file or empty folder; whether that worked."),
    method("deleteOnExit(): void", &native(delete_on_exit)).doc("Removes it when the interpreter ends."),
    method(
        "equals(Object other): boolean",
        &native(|a: &File, o: &Value| o.as_host::<File>().is_some_and(|b| a.path == b.path)),
    ),
    method(
        "exists(): boolean",
        &native(|vm: &mut Vm, f: &File| Ok::<_, crate::Thrown>(f.metadata(vm)?.is_some())),
    )
    .doc("Whether a file or folder stands there."),
    method("getAbsoluteFile(): File", &native(|f: &File| File::new(&f.absolute()))),
    method("getAbsolutePath(): String", &native(File::absolute)).doc("The path from the root."),
    method(
        "getCanonicalFile(): File",
        &native(|vm: &mut Vm, f: &File| Ok::<_, crate::Thrown>(File::new(&f.canonical(vm)))),
    ),
    method(
        "getCanonicalPath(): String",
        &native(|vm: &mut Vm, f: &File| f.canonical(vm)),
    )
    .doc("The path from the root without links, `.` and `..`."),
    method("getName(): String", &native(|f: &File| f.name())).doc("The last part of the path."),
    method("getParent(): String", &native(File::parent)).doc("The path without its last part, null if there is none."),
    method(
        "getParentFile(): File",
        &native(|f: &File| f.parent().map(|p| File::new(&p))),
    ),
    method("getPath(): String", &native(|f: &File| f.path.clone())).doc("The path as given."),
    method("hashCode(): int", &native(|f: &File| f.path.hash() as i32 ^ 1_234_321)),
    method("isAbsolute(): boolean", &native(File::is_absolute)),
    method(
        "isDirectory(): boolean",
        &native(|vm: &mut Vm, f: &File| f.is(vm, Metadata::is_dir)),
    )
    .doc("A folder?"),
    method(
        "isFile(): boolean",
        &native(|vm: &mut Vm, f: &File| f.is(vm, Metadata::is_file)),
    )
    .doc("An ordinary file?"),
    method("isHidden(): boolean", &native(|f: &File| f.name().starts_with('.'))),
    method("lastModified(): long", &native(last_modified))
        .doc("When it was changed, in milliseconds; 0 if it is not there."),
    method("length(): long", &native(length)).doc("Its length in bytes; 0 if it is not there."),
    method("list(): String[]", &native(list)).doc("The names in a folder, null if it is none."),
    method("list(FilenameFilter filter): String[]", &native(list_filtered)),
    method("listFiles(): File[]", &native(list_files)).doc("The files and folders in a folder, null if it is none."),
    method("listFiles(FileFilter filter): File[]", &native(list_files_by_file)),
    method("listFiles(FilenameFilter filter): File[]", &native(list_files_by_name)),
    method("mkdir(): boolean", &native(mkdir)).doc("Makes a folder; whether that worked."),
    method("mkdirs(): boolean", &native(mkdirs)).doc("Makes a folder and those above it; whether that worked."),
    method("renameTo(File target): boolean", &native(rename_to)).doc("Moves it; whether that worked."),
    raw(
        Kind::Method,
        "setExecutable(boolean allowed): boolean",
        &slice(set_executable),
    ),
    raw(
        Kind::Method,
        "setExecutable(boolean allowed, boolean ownerOnly): boolean",
        &slice(set_executable),
    ),
    method("setLastModified(long time): boolean", &native(set_last_modified)),
    method(
        "setReadOnly(): boolean",
        &native(|vm: &mut Vm, f: &File| set_writable_to(vm, f, false)),
    ),
    method("setWritable(boolean allowed): boolean", &native(set_writable_to)),
    method(
        "toPath(): Path",
        &native(|f: &File| crate::jdk::nio::path::FilePath::new(&f.path.text())),
    ),
    method("toString(): String", &native(|f: &File| f.path.clone())),
    method("toURI(): URI", &native(to_uri)).doc("The path as a `file:` URI."),
];

/// `java.io.File`.
pub static CLASS: Class = class(File::NAME)
    .implements(&[&interfaces::SERIALIZABLE, &interfaces::COMPARABLE])
    .groovy(gdk::file::MEMBERS)
    .members(MEMBERS);

/// Java's comparison of texts.
pub fn compare(a: &Str, b: &Str) -> i32 {
    for (x, y) in a.iter().zip(b.iter()) {
        if x != y {
            return i32::from(x) - i32::from(y);
        }
    }
    a.len() as i32 - b.len() as i32
}

/// A `File[]`.
pub fn array(files: Vec<File>) -> Rc<Array> {
    Array::new(CLASS.id(), files.into_iter().map(Value::host).collect())
}

fn clean(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for c in path.chars() {
        if c != '/' || !out.ends_with('/') {
            out.push(c);
        }
    }
    if out.len() > 1 && out.ends_with('/') {
        out.pop();
    }
    out
}

impl File {
    /// `new File(path)`.
    pub fn new(path: &str) -> File {
        File {
            path: Str::new(&clean(path)),
        }
    }

    /// `new File(parent, child)`.
    pub fn inside(parent: Option<String>, child: &str) -> File {
        match parent.as_deref() {
            None => File::new(child),
            Some("") => File::new(&format!("/{child}")),
            Some(parent) => File::new(&format!("{parent}/{child}")),
        }
    }

    /// A file in this folder.
    pub fn child(&self, name: &str) -> File {
        File::inside(Some(self.path.to_string()), name)
    }

    /// `getName()`.
    pub fn name(&self) -> String {
        let path = self.path.text();
        path.rsplit('/').next().unwrap_or_default().to_owned()
    }

    /// `getParent()`.
    pub fn parent(&self) -> Option<String> {
        let path = self.path.text();
        match path.rfind('/') {
            Some(0) if path.len() > 1 => Some("/".to_owned()),
            Some(0) | None => None,
            Some(at) => Some(path[..at].to_owned()),
        }
    }

    fn is_absolute(&self) -> bool {
        self.path.unit(0) == Some(u16::from(b'/'))
    }

    /// `getAbsolutePath()`.
    pub fn absolute(&self) -> String {
        if self.is_absolute() {
            return self.path.to_string();
        }
        let here = std::env::current_dir().unwrap_or_default();
        if self.path.is_empty() {
            here.display().to_string()
        } else {
            format!("{}/{}", here.display(), self.path)
        }
    }

    /// `getCanonicalPath()`. Links are followed only where the whole file system is open, so that none shows what a mapped
    /// path stands for.
    pub fn canonical(&self, vm: &Vm) -> String {
        let wanted = normalise(Path::new(&self.absolute()));
        if !vm.host.capabilities.files {
            return wanted.display().to_string();
        }
        let existing = wanted.ancestors().find_map(|a| Some((a, fs::canonicalize(a).ok()?)));
        match existing {
            Some((ancestor, real)) => {
                let rest = wanted.strip_prefix(ancestor).unwrap_or(Path::new(""));
                let whole = if rest.as_os_str().is_empty() {
                    real
                } else {
                    real.join(rest)
                };
                whole.display().to_string()
            }
            None => wanted.display().to_string(),
        }
    }

    /// The path that the host gives for it.
    pub fn real(&self, vm: &mut Vm) -> Res<PathBuf> {
        vm.real_path(&self.path.text())
    }

    /// What is known of it; none if it is not there.
    pub fn metadata(&self, vm: &mut Vm) -> Res<Option<Metadata>> {
        let real = self.real(vm)?;
        Ok(fs::metadata(real).ok())
    }

    /// Whether it is there and something holds of it.
    pub fn is(&self, vm: &mut Vm, what: fn(&Metadata) -> bool) -> Res<bool> {
        Ok(self.metadata(vm)?.is_some_and(|m| what(&m)))
    }

    /// The names in a folder, none if it is no folder that can be read.
    pub fn names(&self, vm: &mut Vm) -> Res<Option<Vec<String>>> {
        let real = self.real(vm)?;
        let Ok(entries) = fs::read_dir(real) else {
            return Ok(None);
        };
        let mut out = Vec::new();
        for entry in entries.flatten() {
            vm.tick()?;
            out.push(entry.file_name().to_string_lossy().into_owned());
        }
        Ok(Some(out))
    }
}

/// `length()`.
pub fn length(vm: &mut Vm, file: &File) -> Res<i64> {
    Ok(file
        .metadata(vm)?
        .map_or(0, |m| i64::try_from(m.len()).unwrap_or(i64::MAX)))
}

fn of_uri(vm: &mut Vm, uri: &Uri) -> Res<File> {
    match (uri.scheme(), uri.path()) {
        (Some("file"), Some(path)) => Ok(File::new(&unquote(path))),
        (None, _) => Err(vm.illegal_argument("URI is not absolute")),
        (_, None) => Err(vm.illegal_argument("URI is not hierarchical")),
        _ => Err(vm.illegal_argument("URI scheme is not \"file\"")),
    }
}

/// `toURI()`: a folder's URI ends in a slash.
pub fn to_uri(vm: &mut Vm, file: &File) -> Res {
    let folder = file.is(vm, Metadata::is_dir)?;
    let path = file.absolute();
    let slash = if folder && !path.ends_with('/') { "/" } else { "" };
    Ok(Value::host(Uri::of_path(&format!("{path}{slash}"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_read_as_java_reads_them() {
        for (path, clean, name, parent) in [
            ("/a//b/", "/a/b", "b", Some("/a")),
            ("a", "a", "a", None),
            ("/a", "/a", "a", Some("/")),
            ("/", "/", "", None),
            ("", "", "", None),
            ("a/../b", "a/../b", "b", Some("a/..")),
        ] {
            let file = File::new(path);
            assert_eq!(&*file.path, clean);
            assert_eq!(file.name(), name);
            assert_eq!(file.parent().as_deref(), parent);
        }
        assert_eq!(&*File::inside(Some(String::new()), "x").path, "/x");
        assert_eq!(&*File::inside(Some("/a/".into()), "/x").path, "/a/x");
    }
}
