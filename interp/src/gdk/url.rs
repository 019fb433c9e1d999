//! What Groovy adds to `java.net.URL`: the members of [`super::file`], for `file:` URLs.

use crate::jdk::io::file::File;
use crate::jdk::net::url::Url;
use crate::registry::{Call, Kind, Member, raw};
use crate::value::Value;
use crate::{Res, Vm};

/// A member of files, called on what a URL names.
struct OnFile(&'static str);

impl Call for OnFile {
    fn run(&self, vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
        match this.as_host::<Url>() {
            Some(url) => {
                let path = url.local_path(vm)?;
                vm.call_method(&Value::host(File::new(&path)), self.0, args)
            }
            None => Ok(Value::Null),
        }
    }
}

/// The members.
pub const MEMBERS: &[Member] = &[
    raw(Kind::Method, "eachLine(Closure action): Object", &OnFile("eachLine")).doc("Calls a closure with each line."),
    raw(
        Kind::Method,
        "eachLine(String charset, Closure action): Object",
        &OnFile("eachLine"),
    ),
    raw(Kind::Method, "getBytes(): byte[]", &OnFile("getBytes")).doc("What it names."),
    raw(Kind::Method, "getText(): String", &OnFile("getText")).doc("What it names, as text."),
    raw(Kind::Method, "getText(String charset): String", &OnFile("getText")),
    raw(
        Kind::Method,
        "newInputStream(): BufferedInputStream",
        &OnFile("newInputStream"),
    ),
    raw(Kind::Method, "newReader(): BufferedReader", &OnFile("newReader")),
    raw(
        Kind::Method,
        "newReader(String charset): BufferedReader",
        &OnFile("newReader"),
    ),
    raw(Kind::Method, "readLines(): List", &OnFile("readLines")).doc("All lines."),
    raw(Kind::Method, "readLines(String charset): List", &OnFile("readLines")),
    raw(
        Kind::Method,
        "splitEachLine(String separator, Closure action): Object",
        &OnFile("splitEachLine"),
    ),
    raw(
        Kind::Method,
        "withInputStream(Closure action): Object",
        &OnFile("withInputStream"),
    ),
    raw(
        Kind::Method,
        "withReader(Closure action): Object",
        &OnFile("withReader"),
    ),
    raw(
        Kind::Method,
        "withReader(String charset, Closure action): Object",
        &OnFile("withReader"),
    ),
];
