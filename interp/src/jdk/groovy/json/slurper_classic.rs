//! `groovy.json.JsonSlurperClassic`: the reader that keeps to the standard and says line and column.

use super::lexer::{Kind, Lexer, Position, Token};
use super::scan;
use super::slurper::text_of;
use crate::heap::Gathered;
use crate::jdk::throwables;
use crate::number::BigInteger;
use crate::registry::{Class, ClassId, Kind as MemberKind, class, constructor, method, native, raw, slice, unbound};
use crate::value::{HostType, Map, Order, Str, Table, Value};
use crate::{Res, Thrown, Vm};
use std::rc::Rc;

/// A reader of JSON.
pub struct SlurperClassic;

impl HostType for SlurperClassic {
    const NAME: &'static str = "groovy.json.JsonSlurperClassic";
    fn class() -> &'static Class {
        &CLASS
    }
}

/// `groovy.json.JsonSlurperClassic`.
pub static CLASS: Class = class(SlurperClassic::NAME).members(&[
    constructor("JsonSlurperClassic()", &unbound(|| SlurperClassic)),
    raw(MemberKind::Method, "parse(File file): Object", &slice(parse_source)),
    raw(
        MemberKind::Method,
        "parse(File file, String charset): Object",
        &slice(parse_source),
    ),
    raw(MemberKind::Method, "parse(Reader reader): Object", &slice(parse_source)).doc("The value that a reader holds."),
    raw(MemberKind::Method, "parse(URL url): Object", &slice(parse_source)),
    method("parseText(String text): Object", &native(parse_text)).doc("The value that a text stands for."),
]);

fn parse_source(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    let text = text_of(vm, args)?;
    parse(vm, &text)
}

fn parse_text(vm: &mut Vm, _: &SlurperClassic, text: Option<&Rc<Str>>) -> Res {
    match text {
        Some(text) if !text.is_empty() => parse(vm, text),
        _ => Err(vm.illegal_argument("The JSON input text should neither be null nor empty.")),
    }
}

/// Reads a text that begins with an object or array.
pub(super) fn parse(vm: &mut Vm, text: &Rc<Str>) -> Res {
    let mut lexer = Lexer::new(text);
    let Some(token) = lexer.next(vm)? else {
        return Err(vm.null_pointer("Cannot invoke \"groovy.json.JsonToken.getType()\" because \"token\" is null"));
    };
    match token.kind {
        Kind::OpenCurly => object(vm, &mut lexer),
        Kind::OpenBracket => array(vm, &mut lexer),
        _ => {
            let Position { line, column } = token.start;
            Err(fail(
                vm,
                format!(
                    "A JSON payload should start with {} or {}.\nInstead, '{}' was found on line: {line}, column: {column}",
                    Kind::OpenCurly.label(),
                    Kind::OpenBracket.label(),
                    token.shown()
                ),
            ))
        }
    }
}

fn fail(vm: &mut Vm, message: String) -> Thrown {
    vm.throw(&throwables::JSON_EXCEPTION, message)
}

/// The text ended inside an object or array.
fn unterminated(vm: &mut Vm, wanted: &str, at: Position, what: &str) -> Thrown {
    let Position { line, column } = at;
    fail(
        vm,
        format!("Expected {wanted} on line: {line}, column: {column}.\nBut got an unterminated {what}."),
    )
}

/// A token that cannot stand where it stands.
fn misplaced(vm: &mut Vm, wanted: &str, token: &Token, separator: &str) -> Thrown {
    let Position { line, column } = token.start;
    let shown = token.shown();
    fail(
        vm,
        format!("Expected {wanted} on line: {line}{separator} column: {column}.\nBut got '{shown}' instead."),
    )
}

fn value(vm: &mut Vm, lexer: &mut Lexer, token: &Token) -> Res {
    let text = || String::from_utf16_lossy(&token.text);
    match token.kind {
        Kind::OpenCurly => vm.nested(|vm| object(vm, lexer)),
        Kind::OpenBracket => vm.nested(|vm| array(vm, lexer)),
        Kind::Null => Ok(Value::Null),
        Kind::True => Ok(Value::bool(true)),
        Kind::False => Ok(Value::bool(false)),
        Kind::Text => Ok(Value::Str(Str::from_units(&token.text))),
        Kind::Number => number(vm, &text()),
        _ => Err(misplaced(vm, "a value, an array, or an object", token, ",")),
    }
}

/// `Integer`, else `Long`, else `BigInteger`; with a point or exponent `BigDecimal`.
fn number(vm: &mut Vm, text: &str) -> Res {
    if let Ok(int) = text.parse::<i32>() {
        return Ok(Value::int(int));
    }
    if let Ok(long) = text.parse::<i64>() {
        return Ok(Value::Long(long));
    }
    vm.tick_many(text.len())?;
    match text.parse::<BigInteger>() {
        Ok(big) => Ok(Value::big_integer(big)),
        Err(_) => match scan::number(text.as_bytes(), 0) {
            Ok((value, _)) => Ok(value),
            Err(failure) => Err(failure.throw(vm)),
        },
    }
}

fn array(vm: &mut Vm, lexer: &mut Lexer) -> Res {
    let mut items = Gathered::new();
    loop {
        let Some(token) = lexer.next(vm)? else {
            return Err(unterminated(vm, "a value", lexer.position, "array"));
        };
        if token.kind == Kind::CloseBracket {
            break;
        }
        let item = value(vm, lexer, &token)?;
        items.push(vm, item)?;
        let close = Kind::CloseBracket.label();
        match lexer.next(vm)? {
            None => {
                let wanted = format!("{close} or {}", Kind::Comma.label());
                return Err(unterminated(vm, &wanted, lexer.position, "array"));
            }
            Some(token) if token.kind == Kind::CloseBracket => break,
            Some(token) if token.kind == Kind::Comma => {}
            Some(token) => return Err(misplaced(vm, &format!("a value or {close}"), &token, "")),
        }
    }
    Ok(items.into())
}

fn object(vm: &mut Vm, lexer: &mut Lexer) -> Res {
    let map = Map::of(ClassId::HASH_MAP, Table::new(Order::Buckets), Value::Null);
    loop {
        let Some(token) = lexer.next(vm)? else {
            return Err(unterminated(vm, "a String key", lexer.position, "object"));
        };
        match token.kind {
            Kind::CloseCurly => break,
            Kind::Text => {}
            _ => return Err(misplaced(vm, &format!("{} key", Kind::Text.label()), &token, ",")),
        }
        let key = Str::from_units(&token.text);
        let colon = Kind::Colon.label();
        match lexer.next(vm)? {
            None => return Err(unterminated(vm, &format!("a {colon}"), lexer.position, "object")),
            Some(token) if token.kind == Kind::Colon => {}
            Some(token) => return Err(misplaced(vm, colon, &token, ",")),
        }
        let Some(token) = lexer.next(vm)? else {
            return Err(unterminated(vm, "a value", lexer.position, "object"));
        };
        let held = value(vm, lexer, &token)?;
        let old = map.put_str(&key, held);
        drop(old);
        let close = Kind::CloseCurly.label();
        match lexer.next(vm)? {
            None => {
                let wanted = format!("{close} or {}", Kind::Comma.label());
                return Err(unterminated(vm, &wanted, token.end, "object"));
            }
            Some(token) if token.kind == Kind::CloseCurly => break,
            Some(token) if token.kind == Kind::Comma => {}
            Some(token) => return Err(misplaced(vm, &format!("a value or {close}"), &token, ",")),
        }
    }
    Ok(Value::Map(map))
}
