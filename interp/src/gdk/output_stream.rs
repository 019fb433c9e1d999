//! What Groovy adds to `java.io.OutputStream`.

use super::closeable::with_closeable;
use crate::jdk::io::input_stream::InputStream;
use crate::jdk::io::output_stream::bytes_of;
use crate::jdk::io::print_stream::sink_of;
use crate::jdk::io::sink::Text;
use crate::jdk::io::writer::{OUTPUT_STREAM_WRITER, make, printing_over};
use crate::jdk::nio::charset::{self, Charset};
use crate::registry::{Func, Kind, Member, method, native, raw, slice};
use crate::value::Value;
use crate::{Res, Vm};
use std::rc::Rc;

/// The members.
pub const MEMBERS: &[Member] = &[
    raw(Kind::Method, "leftShift(Object value): Object", &slice(left_shift))
        .doc("Writes bytes, all that a stream has, or a value as Groovy shows it."),
    raw(Kind::Method, "newPrintWriter(): PrintWriter", &slice(new_print_writer)),
    raw(Kind::Method, "newWriter(): Writer", &slice(new_writer)),
    raw(Kind::Method, "newWriter(String charset): Writer", &slice(new_writer)),
    raw(Kind::Method, "setBytes(byte[] bytes): void", &slice(set_bytes)).doc("Writes bytes and closes the stream."),
    raw(
        Kind::Method,
        "withPrintWriter(Closure action): Object",
        &slice(with_print_writer),
    ),
    method("withStream(Closure action): Object", &native(with_closeable))
        .doc("Calls a closure with the stream and closes it."),
    raw(Kind::Method, "withWriter(Closure action): Object", &slice(with_writer)),
    raw(
        Kind::Method,
        "withWriter(String charset, Closure action): Object",
        &slice(with_writer),
    ),
];

/// Writes a value's bytes; a value that is no bytes gives a writer to go on with, as in Groovy.
fn left_shift(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let value = args.first().cloned().unwrap_or_default();
    let sink = sink_of(vm, this)?;
    if let Some(stream) = value.as_host::<InputStream>() {
        let bytes = stream.source.read_all(vm)?;
        sink.write(vm, &bytes)?;
        return Ok(this.clone());
    }
    let bytes = bytes_of(vm, &value, Charset::Utf8)?;
    sink.write(vm, &bytes)?;
    if matches!(value, Value::Array(_)) {
        Ok(this.clone())
    } else {
        Ok(make(&OUTPUT_STREAM_WRITER, Text::to_bytes(sink, Charset::Utf8)))
    }
}

fn text(vm: &mut Vm, this: &Value, args: &[Value]) -> Res<Rc<Text>> {
    let charset = match args.first() {
        Some(name @ (Value::Str(_) | Value::GString(_))) => charset::of(vm, name)?,
        _ => Charset::Utf8,
    };
    Ok(Text::to_bytes(sink_of(vm, this)?, charset))
}

fn new_writer(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    Ok(make(&OUTPUT_STREAM_WRITER, text(vm, this, args)?))
}

fn new_print_writer(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    Ok(printing_over(text(vm, this, args)?))
}

fn set_bytes(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let sink = sink_of(vm, this)?;
    let bytes = bytes_of(vm, args.first().unwrap_or(&Value::Null), Charset::Utf8)?;
    sink.write(vm, &bytes)?;
    sink.close();
    Ok(Value::Null)
}

fn with_writer(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let writer = new_writer(vm, this, args)?;
    with_closeable(vm, &writer, Func(args.last().unwrap_or(&Value::Null)))
}

fn with_print_writer(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let writer = new_print_writer(vm, this, &[])?;
    with_closeable(vm, &writer, Func(args.last().unwrap_or(&Value::Null)))
}
