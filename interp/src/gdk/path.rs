//! What Groovy adds to `java.nio.file.Path`: the members of [`super::file`], by way of the file of the same path.

use crate::jdk::nio::path::FilePath;
use crate::registry::{Call, Kind, Member, raw};
use crate::value::Value;
use crate::{Res, Vm};

/// A member of files, called on a path.
struct OnFile(&'static str);

impl Call for OnFile {
    fn run(&self, vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
        match this.as_host::<FilePath>() {
            Some(path) => {
                let result = vm.call_method(&Value::host(path.file()), self.0, args)?;
                // What gives the file back, to go on with, gives back the path.
                let same = result.class_id() == crate::jdk::io::file::CLASS.id();
                Ok(if same { this.clone() } else { result })
            }
            None => Ok(Value::Null),
        }
    }
}

/// The members.
pub const MEMBERS: &[Member] = &[
    raw(Kind::Method, "append(Object value): void", &OnFile("append")).doc("Writes a value at the end."),
    raw(
        Kind::Method,
        "append(Object value, String charset): void",
        &OnFile("append"),
    ),
    raw(Kind::Method, "deleteDir(): boolean", &OnFile("deleteDir")),
    raw(Kind::Method, "eachLine(Closure action): Object", &OnFile("eachLine")).doc("Calls a closure with each line."),
    raw(
        Kind::Method,
        "eachLine(String charset, Closure action): Object",
        &OnFile("eachLine"),
    ),
    raw(
        Kind::Method,
        "filterLine(Closure test): Writable",
        &OnFile("filterLine"),
    ),
    raw(Kind::Method, "getBytes(): byte[]", &OnFile("getBytes")).doc("What the file holds."),
    raw(Kind::Method, "getText(): String", &OnFile("getText")).doc("What the file holds, as text."),
    raw(Kind::Method, "getText(String charset): String", &OnFile("getText")),
    raw(Kind::Method, "leftShift(Object value): Path", &OnFile("leftShift")),
    raw(Kind::Method, "newReader(): BufferedReader", &OnFile("newReader")),
    raw(Kind::Method, "newWriter(): BufferedWriter", &OnFile("newWriter")),
    raw(Kind::Method, "readBytes(): byte[]", &OnFile("readBytes")),
    raw(Kind::Method, "readLines(): List", &OnFile("readLines")).doc("All lines."),
    raw(Kind::Method, "readLines(String charset): List", &OnFile("readLines")),
    raw(Kind::Method, "setBytes(byte[] bytes): void", &OnFile("setBytes")),
    raw(Kind::Method, "setText(String text): void", &OnFile("setText")),
    raw(
        Kind::Method,
        "setText(String text, String charset): void",
        &OnFile("setText"),
    ),
    raw(Kind::Method, "size(): long", &OnFile("size")),
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
        "withOutputStream(Closure action): Object",
        &OnFile("withOutputStream"),
    ),
    raw(
        Kind::Method,
        "withPrintWriter(Closure action): Object",
        &OnFile("withPrintWriter"),
    ),
    raw(
        Kind::Method,
        "withReader(Closure action): Object",
        &OnFile("withReader"),
    ),
    raw(
        Kind::Method,
        "withWriter(Closure action): Object",
        &OnFile("withWriter"),
    ),
    raw(
        Kind::Method,
        "withWriter(String charset, Closure action): Object",
        &OnFile("withWriter"),
    ),
    raw(Kind::Method, "write(String text): void", &OnFile("write")).doc("Writes a text in place of what it holds."),
    raw(
        Kind::Method,
        "write(String text, String charset): void",
        &OnFile("write"),
    ),
];
