//! `groovy.json.JsonOutput`: values as JSON with the default settings, and JSON laid out over lines.

use super::generator::Settings;
use super::lexer::{Kind, Lexer};
use super::write::{self, push, push_quoted};
use crate::registry::{Class, class, constructor, function, method, native, unbound};
use crate::value::{HostType, Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// `groovy.json.JsonOutput`.
pub static CLASS: Class = class("groovy.json.JsonOutput").members(&[
    constructor("JsonOutput()", &unbound(|| Value::host(Output))),
    function("prettyPrint(String json): String", &unbound(pretty_print)).doc("The text laid out over lines."),
    function(
        "prettyPrint(String json, boolean disableUnicodeEscaping): String",
        &unbound(pretty_print_with),
    ),
    function("toJson(Object object): String", &unbound(to_json)).doc("The object as JSON."),
    function("unescaped(CharSequence text): JsonUnescaped", &unbound(unescaped))
        .doc("A text that is JSON already and is written as it is."),
]);

/// An instance of `JsonOutput`, which has only static members.
pub struct Output;

impl HostType for Output {
    const NAME: &'static str = "groovy.json.JsonOutput";
    fn class() -> &'static Class {
        &CLASS
    }
}

/// `groovy.json.JsonOutput.JsonUnescaped`.
pub struct Unescaped {
    pub(super) text: Rc<Str>,
}

impl HostType for Unescaped {
    const NAME: &'static str = "groovy.json.JsonOutput$JsonUnescaped";
    fn class() -> &'static Class {
        &UNESCAPED
    }
}

/// `groovy.json.JsonOutput.JsonUnescaped`.
pub static UNESCAPED: Class = class(Unescaped::NAME).members(&[
    constructor("JsonUnescaped(CharSequence text)", &unbound(unescaped)),
    method("getText(): CharSequence", &native(|u: &Unescaped| u.text.clone())),
    method("toString(): String", &native(|u: &Unescaped| u.text.clone())),
]);

fn unescaped(text: &Rc<Str>) -> Unescaped {
    Unescaped { text: text.clone() }
}

fn to_json(vm: &mut Vm, object: &Value) -> Res<Rc<Str>> {
    write::to_json(vm, &Settings::default(), object)
}

pub(super) fn pretty_print(vm: &mut Vm, json: &Str) -> Res<Rc<Str>> {
    pretty_print_with(vm, json, false)
}

fn pretty_print_with(vm: &mut Vm, json: &Str, keep_unicode: bool) -> Res<Rc<Str>> {
    let mut lexer = Lexer::new(json);
    let mut out: Vec<u16> = Vec::new();
    let mut indent = 0usize;
    while let Some(token) = lexer.next(vm)? {
        match token.kind {
            Kind::OpenCurly | Kind::OpenBracket => {
                indent += 4;
                out.extend(token.text);
                break_line(vm, &mut out, indent)?;
            }
            Kind::CloseCurly | Kind::CloseBracket => {
                indent = indent.saturating_sub(4);
                break_line(vm, &mut out, indent)?;
                out.extend(token.text);
            }
            Kind::Comma => {
                out.extend(token.text);
                break_line(vm, &mut out, indent)?;
            }
            Kind::Colon => push(&mut out, ": "),
            Kind::Text => push_quoted(&mut out, token.text.into_iter(), keep_unicode),
            _ => out.extend(token.text),
        }
    }
    Ok(Str::from_units(&out))
}

fn break_line(vm: &mut Vm, out: &mut Vec<u16>, indent: usize) -> Res<()> {
    vm.tick_many(indent / 16)?;
    vm.reserve(2 * (out.len() + indent))?;
    out.push(0x0a);
    out.extend(std::iter::repeat_n(0x20, indent));
    Ok(())
}
