//! `groovy.lang.GroovyClassLoader`, and `java.lang.ClassLoader` as far as scripts meet it.

use crate::jdk::throwables::CLASS_NOT_FOUND_EXCEPTION;
use crate::registry::{Class, Kind, class, constructor, method, native, raw, slice, unbound};
use crate::value::{HostType, Str, Value};
use crate::vm::Source;
use crate::{Res, Vm};

/// A class loader. There is one set of classes in an interpreter, so loaders do not differ.
pub struct GroovyClassLoader;

impl HostType for GroovyClassLoader {
    const NAME: &'static str = "groovy.lang.GroovyClassLoader";

    fn class() -> &'static Class {
        &CLASS
    }
}

/// `java.lang.ClassLoader`.
pub static CLASS_LOADER: Class = class("java.lang.ClassLoader").abstract_class().members(&[
    method("loadClass(String name): Class", &native(load_class)).doc("The class of a full name."),
    method("getParent(): ClassLoader", &native(|_: &Value| Value::Null)),
]);

/// `groovy.lang.GroovyClassLoader`.
pub static CLASS: Class = class("groovy.lang.GroovyClassLoader").extends(&CLASS_LOADER).members(&[
    constructor("GroovyClassLoader()", &unbound(|| GroovyClassLoader)),
    constructor(
        "GroovyClassLoader(ClassLoader parent)",
        &unbound(|_: &Value| GroovyClassLoader),
    ),
    raw(Kind::Method, "parseClass(String text): Class", &slice(parse_class))
        .doc("The class that a text declares first."),
    raw(
        Kind::Method,
        "parseClass(String text, String fileName): Class",
        &slice(parse_class),
    ),
    raw(Kind::Method, "parseClass(File file): Class", &slice(parse_class)),
    method(
        "clearCache(): void",
        &native(|vm: &mut Vm, _: &GroovyClassLoader| vm.forget_classes()),
    ),
    method("close(): void", &native(|_: &GroovyClassLoader| ())),
]);

/// `groovy.lang.GroovyClassLoader$InnerLoader`: the loader that a script's class names.
pub static INNER: Class = class("groovy.lang.GroovyClassLoader$InnerLoader").extends(&CLASS);

fn load_class(vm: &mut Vm, _: &Value, name: &Str) -> Res {
    vm.class_for_name(&name.text())
}

impl Vm {
    /// `Class.forName(name)`.
    pub(crate) fn class_for_name(&mut self, name: &str) -> Res {
        match self.find_class(name) {
            Some(class) => Ok(Value::class(class)),
            None => Err(self.throw(&CLASS_NOT_FOUND_EXCEPTION, name)),
        }
    }
}

fn parse_class(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    let (text, file) = match args {
        [text @ (Value::Str(_) | Value::GString(_))] => {
            let text = vm.to_text(text)?;
            let name = format!("Script_{}.groovy", digest(&text));
            (text, name)
        }
        [text @ (Value::Str(_) | Value::GString(_)), file] => (vm.to_text(text)?, vm.to_text(file)?),
        [file] => {
            let text = vm.get_property(file, "text")?;
            let name = vm.call_method(file, "getName", &[])?;
            (vm.to_text(&text)?, vm.to_text(&name)?)
        }
        _ => return Err(vm.argument_mismatch(args)),
    };
    let short = file.rsplit('/').next().unwrap_or(&file);
    let name = short.rfind('.').map_or(short, |dot| &short[..dot]).to_string();
    let source = Source {
        name: &name,
        file: &file,
        text: &text,
    };
    match vm.load(source) {
        // The script's class; where the text only declares classes, the first of them.
        Ok(unit) => Ok(Value::class(unit.own_class(0))),
        Err(error) => Err(vm.compilation_failed(&error)),
    }
}

/// A name for a text: the same for the same text.
fn digest(text: &str) -> String {
    use md5::{Digest, Md5};
    Md5::digest(text.as_bytes())
        .iter()
        .map(|b| format!("{b:02x}"))
        .collect()
}
