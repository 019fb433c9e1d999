//! `groovy.lang.Script`: the superclass of scripts, and what it holds for them.

use super::binding::Binding;
use crate::registry::{Class, Kind, class, method, native, raw, slice};
use crate::value::{HostType, Str, Value};
use crate::vm::Source;
use crate::{Res, Vm};
use std::cell::RefCell;
use std::rc::Rc;

/// What a script object inherits: its binding.
pub struct ScriptState {
    /// A [`Binding`], or an instance of a script class that extends it.
    pub binding: RefCell<Value>,
}

impl HostType for ScriptState {
    const NAME: &'static str = "groovy.lang.Script";

    fn class() -> &'static Class {
        &CLASS
    }

    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.binding.borrow());
    }
}

impl ScriptState {
    /// The state of a script with a binding.
    pub fn new(binding: Value) -> ScriptState {
        ScriptState {
            binding: RefCell::new(binding),
        }
    }
}

/// `groovy.lang.Script`.
pub static CLASS: Class = class("groovy.lang.Script")
    .abstract_class()
    .implements(&[&super::GROOVY_OBJECT])
    .members(&[
        raw(
            Kind::Constructor,
            "Script()",
            &slice(|_, _, _| Ok(Value::host(ScriptState::new(Value::host(Binding::empty()))))),
        ),
        raw(
            Kind::Constructor,
            "Script(Binding binding)",
            &slice(|_, _, args| Ok(Value::host(ScriptState::new(args.first().cloned().unwrap_or_default())))),
        ),
        method(
            "getBinding(): Binding",
            &native(|s: &ScriptState| s.binding.borrow().clone()),
        ),
        method(
            "setBinding(Binding binding): void",
            &native(|s: &ScriptState, to: &Value| s.binding.replace(to.clone()).done()),
        ),
        method("evaluate(String text): Object", &native(evaluate)),
        method("evaluate(File file): Object", &native(evaluate_file)),
        method("println(): void", &native(println_empty)),
        method("print(Object value): void", &native(print)),
        method("println(Object value): void", &native(println)),
        method("printf(String format, Object value): void", &native(printf)),
        method("printf(String format, Object... values): void", &native(printf_all)),
        method("run(File file, String[] arguments): Object", &native(run_file)),
    ]);

fn evaluate(vm: &mut Vm, script: &ScriptState, text: &Str) -> Res {
    // A shell of its own runs each text, so that each is its shell's first.
    let binding = script.binding.borrow().clone();
    vm.evaluate(
        Source {
            name: "Script1",
            file: "Script1.groovy",
            text: &text.text(),
        },
        binding,
    )
}

fn evaluate_file(vm: &mut Vm, script: &ScriptState, file: &Value) -> Res {
    let text = vm.get_property(file, "text")?;
    let text = vm.to_text(&text)?;
    let path = vm.to_text(file)?;
    let shown = path.rsplit('/').next().unwrap_or(&path);
    let name = shown.split('.').next().unwrap_or(shown);
    let binding = script.binding.borrow().clone();
    vm.evaluate(
        Source {
            name,
            file: shown,
            text: &text,
        },
        binding,
    )
}

fn run_file(vm: &mut Vm, script: &ScriptState, file: &Value, arguments: &Value) -> Res {
    let binding = script.binding.borrow().clone();
    vm.call_method(&binding, "setVariable", &[Value::str("args"), arguments.clone()])?;
    evaluate_file(vm, script, file)
}

/// Where a script prints to: the binding's `out` if there is one, else `System.out`.
fn out(vm: &Vm, script: &ScriptState) -> Option<Value> {
    let binding = script.binding.borrow().clone();
    vm.variables_of(&binding)?.get_str(&Str::new("out"))
}

fn print(vm: &mut Vm, script: &ScriptState, value: &Value) -> Res<()> {
    if let Some(out) = out(vm, script) {
        return vm
            .call_method(&out, "print", std::slice::from_ref(value))
            .map(Value::done);
    }
    let text = vm.to_text(value)?;
    vm.print(&text)
}

fn println(vm: &mut Vm, script: &ScriptState, value: &Value) -> Res<()> {
    if let Some(out) = out(vm, script) {
        return vm
            .call_method(&out, "println", std::slice::from_ref(value))
            .map(Value::done);
    }
    let text = vm.to_text(value)?;
    vm.print(&text)?;
    vm.print("\n")
}

fn println_empty(vm: &mut Vm, script: &ScriptState) -> Res<()> {
    if let Some(out) = out(vm, script) {
        return vm.call_method(&out, "println", &[]).map(Value::done);
    }
    vm.print("\n")
}

fn printf_all(vm: &mut Vm, script: &ScriptState, format: &Rc<Str>, values: &[Value]) -> Res<()> {
    let text = crate::jdk::util::formatter::format(vm, format, values)?;
    print(vm, script, &Value::Str(text))
}

fn printf(vm: &mut Vm, script: &ScriptState, format: &Rc<Str>, values: &Value) -> Res<()> {
    // A list stands for its elements.
    match values {
        Value::List(_) | Value::Array(_) => {
            let values = vm.items(values)?;
            printf_all(vm, script, format, &values)
        }
        other => printf_all(vm, script, format, std::slice::from_ref(other)),
    }
}
