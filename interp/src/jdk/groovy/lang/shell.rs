//! `groovy.lang.GroovyShell`: scripts from text.

use super::binding::Binding;
use super::class_loader::GroovyClassLoader;
use crate::jdk::lang::interfaces;
use crate::registry::{Class, ClassId, Kind, Member, class, constructor, method, native, raw, slice, unbound};
use crate::value::{HostType, Str, Value};
use crate::vm::Source;
use crate::{Res, Vm};
use std::cell::Cell;

/// Runs texts as scripts over one binding.
pub struct GroovyShell {
    binding: Value,
    /// How many texts without a name there have been.
    scripts: Cell<u32>,
}

impl HostType for GroovyShell {
    const NAME: &'static str = "groovy.lang.GroovyShell";

    fn class() -> &'static Class {
        &CLASS
    }

    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.binding);
    }
}

impl GroovyShell {
    /// A shell over a binding.
    pub fn new(binding: Value) -> GroovyShell {
        GroovyShell {
            binding,
            scripts: Cell::new(0),
        }
    }

    fn empty() -> GroovyShell {
        GroovyShell::new(Value::host(Binding::empty()))
    }

    /// `Script1.groovy`, `Script2.groovy`, … for texts without a name.
    fn next_name(&self) -> String {
        self.scripts.set(self.scripts.get() + 1);
        format!("Script{}.groovy", self.scripts.get())
    }
}

/// `groovy.lang.GroovyShell`.
pub static CLASS: Class = class("groovy.lang.GroovyShell")
    .implements(&[&super::GROOVY_OBJECT])
    .members(MEMBERS);

const MEMBERS: &[Member] = &[
    constructor("GroovyShell()", &unbound(GroovyShell::empty)),
    constructor(
        "GroovyShell(Binding binding)",
        &unbound(|b: &Value| GroovyShell::new(b.clone())),
    ),
    constructor(
        "GroovyShell(ClassLoader parent)",
        &unbound(|_: &Value| GroovyShell::empty()),
    ),
    constructor(
        "GroovyShell(ClassLoader parent, Binding binding)",
        &unbound(|_: &Value, b: &Value| GroovyShell::new(b.clone())),
    ),
    raw(Kind::Method, "evaluate(String text): Object", &slice(evaluate)).doc("Runs a text."),
    raw(
        Kind::Method,
        "evaluate(String text, String fileName): Object",
        &slice(evaluate),
    ),
    raw(Kind::Method, "evaluate(File file): Object", &slice(evaluate)).doc("Runs a file."),
    raw(Kind::Method, "evaluate(Reader reader): Object", &slice(evaluate)),
    raw(
        Kind::Method,
        "evaluate(Reader reader, String fileName): Object",
        &slice(evaluate),
    ),
    raw(Kind::Method, "parse(String text): Script", &slice(parse)).doc("The script object of a text, not yet run."),
    raw(
        Kind::Method,
        "parse(String text, Binding binding): Script",
        &slice(parse),
    ),
    raw(
        Kind::Method,
        "parse(String text, String fileName): Script",
        &slice(parse),
    ),
    raw(
        Kind::Method,
        "parse(String text, String fileName, Binding binding): Script",
        &slice(parse),
    ),
    raw(Kind::Method, "parse(File file): Script", &slice(parse)),
    raw(Kind::Method, "parse(Reader reader): Script", &slice(parse)),
    raw(
        Kind::Method,
        "parse(Reader reader, Binding binding): Script",
        &slice(parse),
    ),
    raw(
        Kind::Method,
        "parse(Reader reader, String fileName): Script",
        &slice(parse),
    ),
    raw(
        Kind::Method,
        "run(String text, String fileName, List arguments): Object",
        &slice(run),
    )
    .doc("Runs a text with arguments: a script, a class with `main`, a Runnable."),
    raw(
        Kind::Method,
        "run(String text, String fileName, String[] arguments): Object",
        &slice(run),
    ),
    raw(Kind::Method, "run(File file, List arguments): Object", &slice(run)),
    raw(Kind::Method, "run(File file, String[] arguments): Object", &slice(run)),
    method("getContext(): Binding", &native(|s: &GroovyShell| s.binding.clone())).doc("The binding."),
    method("getVariable(String name): Object", &native(get_variable)).doc("A variable; null if there is none."),
    method("setVariable(String name, Object value): void", &native(set_variable)),
    method("removeVariable(String name): void", &native(remove_variable)),
    method("getProperty(String property): Object", &native(get_property)),
    method(
        "setProperty(String property, Object value): void",
        &native(set_variable),
    ),
    method(
        "getClassLoader(): GroovyClassLoader",
        &native(|_: &GroovyShell| GroovyClassLoader),
    ),
    method(
        "resetLoadedClasses(): void",
        &native(|vm: &mut Vm, _: &GroovyShell| vm.forget_classes()),
    ),
];

/// A text with the name of its file: a file's own, given, or made up.
struct Text {
    file: String,
    text: String,
}

impl Text {
    /// From a String, File or Reader, and a file's name if there is one among the arguments.
    fn of(vm: &mut Vm, shell: &GroovyShell, source: &Value, name: Option<&Value>) -> Res<Text> {
        let given = match name {
            Some(Value::Str(name)) => Some(name.text().into_owned()),
            Some(Value::GString(_)) => name.map(|n| vm.to_text(n)).transpose()?,
            _ => None,
        };
        match source {
            Value::Null => Err(vm.throw_silent(&crate::jdk::throwables::NULL_POINTER_EXCEPTION)),
            Value::Str(_) | Value::GString(_) => Ok(Text {
                file: given.unwrap_or_else(|| shell.next_name()),
                text: vm.to_text(source)?,
            }),
            other => {
                let text = vm.get_property(other, "text")?;
                let is_file = other.as_host::<crate::jdk::io::file::File>().is_some();
                let own = if is_file {
                    let name = vm.call_method(other, "getName", &[])?;
                    Some(vm.to_text(&name)?)
                } else {
                    None
                };
                Ok(Text {
                    file: given.or(own).unwrap_or_else(|| shell.next_name()),
                    text: vm.to_text(&text)?,
                })
            }
        }
    }

    /// The name of the script's class: the file's, without folders and extension.
    fn class_name(&self) -> String {
        let file = self.file.rsplit('/').next().unwrap_or(&self.file);
        let stem = file.rfind('.').map_or(file, |dot| &file[..dot]);
        stem.to_string()
    }

    fn script(&self, vm: &mut Vm, binding: Value) -> Res {
        let name = self.class_name();
        let source = Source {
            name: &name,
            file: &self.file,
            text: &self.text,
        };
        vm.parse_script(source, binding)
    }
}

fn shell(this: &Value) -> Option<&GroovyShell> {
    this.as_host()
}

fn parse(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let (Some(shell), Some((source, rest))) = (shell(this), args.split_first()) else {
        return Err(vm.argument_mismatch(args));
    };
    let text = Text::of(vm, shell, source, rest.first())?;
    let own = rest.last().filter(|b| vm.is_instance(b, ClassId::BINDING));
    text.script(vm, own.unwrap_or(&shell.binding).clone())
}

fn evaluate(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let script = parse(vm, this, args)?;
    vm.run_evaluated(&script)
}

fn run(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let (Some(shell), Some((source, rest))) = (shell(this), args.split_first()) else {
        return Err(vm.argument_mismatch(args));
    };
    let name = rest.first().filter(|_| rest.len() > 1);
    let text = Text::of(vm, shell, source, name)?;
    let arguments = vm.spread(rest.last().unwrap_or(&Value::Null))?;
    let strings = crate::value::Array::new(ClassId::STRING, arguments);
    let binding = shell.binding.clone();
    vm.call_method(&binding, "setVariable", &[Value::str("args"), Value::Array(strings)])?;
    let script = text.script(vm, binding)?;
    let class = script.class_id();
    let runnable = vm.is_subclass(class, interfaces::RUNNABLE.id()) && vm.candidates(class, "main").is_empty();
    if runnable && !vm.is_subclass(class, ClassId::SCRIPT_CLASS) {
        vm.call_method(&script, "run", &[])?.done();
        return Ok(Value::Null);
    }
    vm.run_evaluated(&script)
}

fn get_variable(vm: &mut Vm, shell: &GroovyShell, name: &Value) -> Res {
    let has = vm.call_method(&shell.binding, "hasVariable", std::slice::from_ref(name))?;
    if vm.truth(&has)? {
        vm.call_method(&shell.binding, "getVariable", std::slice::from_ref(name))
    } else {
        Ok(Value::Null)
    }
}

fn set_variable(vm: &mut Vm, shell: &GroovyShell, name: &Value, value: &Value) -> Res<()> {
    vm.call_method(&shell.binding, "setVariable", &[name.clone(), value.clone()])
        .map(Value::done)
}

fn remove_variable(vm: &mut Vm, shell: &GroovyShell, name: &Value) -> Res<()> {
    vm.call_method(&shell.binding, "removeVariable", std::slice::from_ref(name))
        .map(Value::done)
}

/// A variable, else a property of the shell itself.
fn get_property(vm: &mut Vm, this: &Value, name: &Str) -> Res {
    let Some(shell) = shell(this) else {
        return Ok(Value::Null);
    };
    let key = [Value::str(&name.text())];
    let has = vm.call_method(&shell.binding, "hasVariable", &key)?;
    if vm.truth(&has)? {
        return vm.call_method(&shell.binding, "getVariable", &key);
    }
    vm.own_value(this, &name.text())
}
