//! What Groovy does with lines, whatever they are read from: files, streams, readers.

use crate::heap::Gathered;
use crate::jdk::io::source::Text;
use crate::jdk::io::writer::Writer;
use crate::registry::{Class, class, method, native};
use crate::value::{Closure, HostType, Str, StrBuilder, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// Closes after use, also when the use throws.
pub(super) fn closing<R>(source: &Text, result: Res<R>) -> Res<R> {
    source.close();
    result
}

/// Calls a closure with each line, and its number if it takes two arguments: the last result.
pub(super) fn each_line(vm: &mut Vm, source: &Text, first: i32, action: &Rc<Closure>) -> Res {
    let numbered = vm.closure_arity(action) == 2;
    let mut number = first;
    let mut result = Value::Null;
    while let Some(line) = source.read_line(vm)? {
        result = if numbered {
            vm.call_closure(action, &[Value::Str(line), Value::int(number)])?
        } else {
            vm.call_closure(action, &[Value::Str(line)])?
        };
        number = number.wrapping_add(1);
    }
    Ok(result)
}

/// All lines.
pub(super) fn read_lines(vm: &mut Vm, source: &Text) -> Res<Gathered> {
    let mut out = Gathered::new();
    while let Some(line) = source.read_line(vm)? {
        out.push(vm, Value::Str(line))?;
    }
    Ok(out)
}

/// Calls a closure with the parts of each line: the last result.
pub(super) fn split_each_line(vm: &mut Vm, source: &Text, separator: &Value, action: &Rc<Closure>) -> Res {
    let mut result = Value::Null;
    while let Some(line) = source.read_line(vm)? {
        let line = Value::Str(line);
        let parts = match separator {
            Value::Host(_) => vm.call_method(separator, "split", &[line])?,
            text => vm.call_method(&line, "split", std::slice::from_ref(text))?,
        };
        let parts = vm.items(&parts)?;
        result = vm.call_closure(action, &[Value::from(parts)])?;
    }
    Ok(result)
}

/// The lines for which a closure is true, each with a line end.
pub(super) fn filter_lines(vm: &mut Vm, source: &Text, test: &Rc<Closure>) -> Res<Rc<Str>> {
    let mut out = StrBuilder::new();
    while let Some(line) = source.read_line(vm)? {
        let answer = vm.call_closure(test, &[Value::Str(line.clone())])?;
        if vm.truth(&answer)? {
            out.push(&line);
            out.push_unit(0x0a);
            vm.settle()?;
        }
    }
    Ok(out.finish())
}

/// Writes the lines for which a closure is true.
pub(super) fn filter_lines_to(vm: &mut Vm, source: &Text, out: &Value, test: &Rc<Closure>) -> Res<()> {
    let lines = filter_lines(vm, source, test)?;
    vm.call_method(out, "write", &[Value::Str(lines)])?.done();
    Ok(())
}

/// A text that can be written: what `filterLine(Closure)` gives.
pub struct Lines {
    pub(super) text: Rc<Str>,
}

impl HostType for Lines {
    const NAME: &'static str = "groovy.lang.Writable$Lines";
    fn class() -> &'static Class {
        &LINES
    }
}

/// What `filterLine(Closure)` gives.
pub static LINES: Class = class(Lines::NAME).members(&[
    method("toString(): String", &native(|l: &Lines| l.text.clone())),
    method("writeTo(Writer out): Writer", &native(write_to)).doc("Writes the lines."),
]);

fn write_to(vm: &mut Vm, lines: &Lines, out: &Value) -> Res {
    match out.as_host::<Writer>() {
        Some(writer) => writer.sink.write(vm, &lines.text)?,
        None => vm.call_method(out, "write", &[Value::Str(lines.text.clone())])?.done(),
    }
    Ok(out.clone())
}
