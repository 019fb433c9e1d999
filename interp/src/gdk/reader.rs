//! What Groovy adds to `java.io.Reader`.

use super::closeable::with_closeable;
use super::lines::{self, Lines, closing};
use crate::heap::Gathered;
use crate::jdk::io::reader::Reader;
use crate::registry::{Member, method, native};
use crate::value::{Closure, Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// The members.
pub const MEMBERS: &[Member] = &[
    method("eachLine(Closure action): Object", &native(each_line)).doc("Calls a closure with each line."),
    method("eachLine(int first, Closure action): Object", &native(each_line_from)),
    method("filterLine(Closure test): Writable", &native(filter_line)).doc("The lines for which a closure is true."),
    method("filterLine(Writer out, Closure test): void", &native(filter_line_to)),
    method("getText(): String", &native(get_text)).doc("All that is left to read."),
    method("iterator(): Iterator", &native(iterator)).doc("A walk over the lines."),
    method(
        "readLine(): String",
        &native(|vm: &mut Vm, r: &Reader| r.source.read_line(vm)),
    ),
    method("readLines(): List", &native(read_lines)).doc("All lines."),
    method(
        "splitEachLine(Pattern separator, Closure action): Object",
        &native(split_each_line),
    ),
    method(
        "splitEachLine(String separator, Closure action): Object",
        &native(split_each_line),
    )
    .doc("Calls a closure with the parts of each line."),
    method(
        "transformChar(Writer out, Closure change): void",
        &native(transform_char),
    ),
    method(
        "transformLine(Writer out, Closure change): void",
        &native(transform_line),
    ),
    method("withReader(Closure action): Object", &native(with_closeable))
        .doc("Calls a closure with the reader and closes it."),
];

fn each_line(vm: &mut Vm, reader: &Reader, action: &Rc<Closure>) -> Res {
    each_line_from(vm, reader, 1, action)
}

fn each_line_from(vm: &mut Vm, reader: &Reader, first: i32, action: &Rc<Closure>) -> Res {
    let result = lines::each_line(vm, &reader.source, first, action);
    closing(&reader.source, result)
}

fn filter_line(vm: &mut Vm, reader: &Reader, test: &Rc<Closure>) -> Res<Lines> {
    let result = lines::filter_lines(vm, &reader.source, test);
    closing(&reader.source, result).map(|text| Lines { text })
}

fn filter_line_to(vm: &mut Vm, reader: &Reader, out: &Value, test: &Rc<Closure>) -> Res<()> {
    let result = lines::filter_lines_to(vm, &reader.source, out, test);
    closing(&reader.source, result)
}

fn get_text(vm: &mut Vm, reader: &Reader) -> Res<Rc<Str>> {
    let result = reader.source.read_all(vm);
    closing(&reader.source, result)
}

fn iterator(vm: &mut Vm, reader: &Reader) -> Res {
    let lines = lines::read_lines(vm, &reader.source)?;
    vm.call_method(&Value::from(lines), "iterator", &[])
}

fn read_lines(vm: &mut Vm, reader: &Reader) -> Res<Gathered> {
    let result = lines::read_lines(vm, &reader.source);
    closing(&reader.source, result)
}

fn split_each_line(vm: &mut Vm, reader: &Reader, separator: &Value, action: &Rc<Closure>) -> Res {
    let result = lines::split_each_line(vm, &reader.source, separator, action);
    closing(&reader.source, result)
}

fn transform_char(vm: &mut Vm, reader: &Reader, out: &Value, change: &Rc<Closure>) -> Res<()> {
    while let Some(unit) = reader.source.read(vm)? {
        let changed = vm.call_closure(change, &[Value::Str(Str::from_units(&[unit]))])?;
        let changed = vm.to_str(&changed)?;
        vm.call_method(out, "write", &[Value::Str(changed)])?.done();
    }
    Ok(())
}

fn transform_line(vm: &mut Vm, reader: &Reader, out: &Value, change: &Rc<Closure>) -> Res<()> {
    while let Some(line) = reader.source.read_line(vm)? {
        let changed = vm.call_closure(change, &[Value::Str(line)])?;
        let text = vm.to_str(&changed)?.concat(&Str::new("\n"));
        vm.call_method(out, "write", &[Value::Str(text)])?.done();
    }
    Ok(())
}
