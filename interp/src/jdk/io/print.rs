//! What `PrintStream` and `PrintWriter` share: values as text, line ends, formats.

use super::byte_array;
use super::sink::Text;
use crate::registry::{ClassId, Kind, Member, raw, slice};
use crate::value::{HostType, Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// A stream or writer that prints.
pub(super) trait Printer: HostType + Sized {
    /// Where it prints to.
    fn text(&self) -> &Rc<Text>;

    /// `print`, `println`, `printf`, `format` and `append`, as both classes have them.
    const PRINTING: &'static [Member] = &[
        raw(
            Kind::Method,
            "append(CharSequence text): Appendable",
            &slice(append::<Self>),
        )
        .doc("Prints a text."),
        raw(
            Kind::Method,
            "append(CharSequence text, int from, int to): Appendable",
            &slice(append::<Self>),
        ),
        raw(Kind::Method, "append(char unit): Appendable", &slice(append::<Self>)),
        raw(Kind::Method, "checkError(): boolean", &slice(no_error)),
        raw(
            Kind::Method,
            "format(String format, Object... arguments): Appendable",
            &slice(format::<Self>),
        )
        .doc("Prints by a format."),
        raw(
            Kind::Method,
            "format(Locale locale, String format, Object... arguments): Appendable",
            &slice(format::<Self>),
        ),
        raw(
            Kind::Method,
            "printf(String format, Object... arguments): Appendable",
            &slice(format::<Self>),
        )
        .doc("Prints by a format."),
        // Groovy's own printf for any object would come first with one argument.
        raw(
            Kind::Method,
            "printf(String format, Object argument): Appendable",
            &slice(format::<Self>),
        ),
        raw(
            Kind::Method,
            "printf(Locale locale, String format, Object... arguments): Appendable",
            &slice(format::<Self>),
        ),
        raw(Kind::Method, "print(Object value): void", &slice(print::<Self>)).doc("Prints a value as Groovy shows it."),
        raw(Kind::Method, "print(char[] text): void", &slice(print::<Self>)),
        raw(Kind::Method, "println(): void", &slice(println::<Self>)).doc("Ends the line."),
        raw(Kind::Method, "println(Object value): void", &slice(println::<Self>))
            .doc("Prints a value and ends the line."),
        raw(Kind::Method, "println(char[] text): void", &slice(println::<Self>)),
    ];
}

fn no_error(_: &mut Vm, _: &Value, _: &[Value]) -> Res {
    Ok(Value::bool(false))
}

/// The text that a printer prints for a value.
fn shown(vm: &mut Vm, value: &Value) -> Res<Rc<Str>> {
    match value {
        Value::Array(array) if array.component == ClassId::PRIMITIVE_CHAR => {
            Ok(Str::from_units(&byte_array::to_units(array)))
        }
        other => vm.to_str(other),
    }
}

/// Prints; once closed it prints nothing and does not complain, as in Java.
fn write<P: Printer>(vm: &mut Vm, this: &Value, text: &Str) -> Res<()> {
    match this.as_host::<P>() {
        Some(printer) if !printer.text().is_closed() => {
            let out = printer.text().clone();
            out.write(vm, text)
        }
        _ => Ok(()),
    }
}

fn print<P: Printer>(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let text = shown(vm, args.first().unwrap_or(&Value::Null))?;
    write::<P>(vm, this, &text)?;
    Ok(Value::Null)
}

fn println<P: Printer>(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    if let Some(value) = args.first() {
        let text = shown(vm, value)?;
        write::<P>(vm, this, &text)?;
    }
    write::<P>(vm, this, &Str::new("\n"))?;
    Ok(Value::Null)
}

fn append<P: Printer>(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let text = appended(vm, args)?;
    write::<P>(vm, this, &text)?;
    Ok(this.clone())
}

/// The text that `append(text)` and `append(text, from, to)` stand for.
pub(super) fn appended(vm: &mut Vm, args: &[Value]) -> Res<Rc<Str>> {
    let text = vm.to_str(args.first().unwrap_or(&Value::Null))?;
    let [_, Value::Int(from), Value::Int(to)] = args else {
        return Ok(text);
    };
    let (from, to) = (from.get(), to.get());
    match (usize::try_from(from), usize::try_from(to)) {
        (Ok(start), Ok(end)) if start <= end && end <= text.len() => Ok(text.slice(start, end)),
        _ => Err(vm.throw(
            &crate::jdk::throwables::STRING_INDEX_OUT_OF_BOUNDS_EXCEPTION,
            format!("begin {from}, end {to}, length {}", text.len()),
        )),
    }
}

fn format<P: Printer>(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let text = vm.call_method(&Value::class(ClassId::STRING), "format", args)?;
    let text = vm.to_str(&text)?;
    write::<P>(vm, this, &text)?;
    Ok(this.clone())
}
