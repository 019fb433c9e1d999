//! What Groovy adds to `java.io.Writer`.

use super::closeable::with_closeable;
use crate::jdk::io::writer::{Writer, printing_over};
use crate::registry::{Func, Kind, Member, method, native, raw, slice};
use crate::value::Value;
use crate::{Res, Vm};

/// The members.
pub const MEMBERS: &[Member] = &[
    raw(Kind::Method, "leftShift(Object value): Writer", &slice(left_shift)).doc("Writes a value as Groovy shows it."),
    method(
        "newPrintWriter(): PrintWriter",
        &native(|w: &Writer| printing_over(w.sink.clone())),
    ),
    raw(Kind::Method, "print(Object value): void", &slice(left_shift)),
    raw(Kind::Method, "println(): void", &slice(println)),
    raw(Kind::Method, "println(Object value): void", &slice(println)).doc("Writes a value and ends the line."),
    method("withPrintWriter(Closure action): Object", &native(with_print_writer)),
    method("withWriter(Closure action): Object", &native(with_closeable))
        .doc("Calls a closure with the writer and closes it."),
    method("write(Writable text): void", &native(write_writable)),
];

fn left_shift(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let text = vm.to_str(args.first().unwrap_or(&Value::Null))?;
    match this.as_host::<Writer>() {
        Some(writer) => writer.sink.write(vm, &text)?,
        None => vm.call_method(this, "write", &[Value::Str(text)])?.done(),
    }
    Ok(this.clone())
}

fn println(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    if !args.is_empty() {
        left_shift(vm, this, args)?.done();
    }
    left_shift(vm, this, &[Value::str("\n")])?.done();
    Ok(Value::Null)
}

fn write_writable(vm: &mut Vm, this: &Value, text: &Value) -> Res<()> {
    vm.call_method(text, "writeTo", std::slice::from_ref(this))?.done();
    Ok(())
}

fn with_print_writer(vm: &mut Vm, writer: &Writer, action: Func) -> Res {
    let printing = printing_over(writer.sink.clone());
    with_closeable(vm, &printing, action)
}
