//! `java.util.Properties`.

use super::map_kinds;
use crate::jdk::io::input_stream::InputStream;
use crate::jdk::io::reader::Reader;
use crate::jdk::nio::charset::Charset;
use crate::jdk::throwables;
use crate::registry::{Class, Kind, Member, class, method, native, raw, slice};
use crate::value::{Map, Order, Set, Str, Table, Value};
use crate::{Res, Vm};
use std::rc::Rc;

const MEMBERS: &[Member] = &[
    raw(Kind::Constructor, "Properties()", &slice(new)),
    raw(Kind::Constructor, "Properties(Properties defaults)", &slice(new)).doc("Properties with others behind them."),
    raw(Kind::Constructor, "Properties(int size)", &slice(new)),
    raw(Kind::Method, "getProperty(String key): String", &slice(get_property))
        .doc("The text under a key, here or in the defaults; null if there is none."),
    raw(
        Kind::Method,
        "getProperty(String key, String fallback): String",
        &slice(get_property),
    ),
    method("load(InputStream in): void", &native(load_stream)).doc("Reads lines `key=value`, in ISO-8859-1."),
    method("load(Reader reader): void", &native(load_reader)).doc("Reads lines `key=value`."),
    method("list(Object out): void", &native(list)),
    method("propertyNames(): Enumeration", &native(property_names)),
    method("setProperty(String key, String value): Object", &native(set_property)).doc("Puts a text under a key."),
    raw(
        Kind::Method,
        "store(OutputStream out, String comment): void",
        &slice(store),
    )
    .doc("Writes lines `key=value`."),
    raw(Kind::Method, "store(Writer out, String comment): void", &slice(store)),
    method("stringPropertyNames(): Set", &native(string_property_names)).doc("All keys, those of the defaults too."),
];

/// `java.util.Properties`. The defaults are the map's extra value.
pub static CLASS: Class = class("java.util.Properties")
    .extends(&map_kinds::HASHTABLE)
    .members(MEMBERS);

/// New properties with others behind them, or none.
pub fn empty(defaults: Value) -> Rc<Map> {
    Map::of(CLASS.id(), Table::new(Order::Buckets), defaults)
}

fn new(_: &mut Vm, _: &Value, args: &[Value]) -> Res {
    let defaults = args.first().filter(|d| matches!(d, Value::Map(_))).cloned();
    Ok(Value::Map(empty(defaults.unwrap_or_default())))
}

fn get_property(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let Some(key) = args.first().filter(|k| !k.is_null()) else {
        return Err(vm.throw_silent(&throwables::NULL_POINTER_EXCEPTION));
    };
    let key = Value::Str(vm.to_str(key)?);
    let mut at = this.clone();
    while let Value::Map(map) = at {
        vm.tick()?;
        if let Some(text @ Value::Str(_)) = vm.map_get(&map, &key)? {
            return Ok(text);
        }
        at = map.extra.borrow().clone();
    }
    Ok(args.get(1).cloned().unwrap_or_default())
}

fn set_property(vm: &mut Vm, this: &Rc<Map>, key: &Rc<Str>, value: &Rc<Str>) -> Res<Option<Value>> {
    vm.map_put(this, &Value::Str(key.clone()), Value::Str(value.clone()))
}

fn string_property_names(vm: &mut Vm, this: &Rc<Map>) -> Res<Rc<Set>> {
    let names = Set::of(
        crate::registry::ClassId::HASH_SET,
        Table::new(Order::Buckets),
        Value::Null,
    );
    let mut at = Value::Map(this.clone());
    while let Value::Map(map) = at {
        let entries = map.borrow().pairs();
        for (key, value) in entries {
            if matches!((&key, &value), (Value::Str(_), Value::Str(_))) {
                vm.set_add(&names, &key)?;
            }
        }
        at = map.extra.borrow().clone();
    }
    Ok(names)
}

fn property_names(vm: &mut Vm, this: &Rc<Map>) -> Res {
    let names = string_property_names(vm, this)?;
    let collections = vm
        .class_by_name("java.util.Collections")
        .unwrap_or(crate::registry::ClassId::NONE);
    vm.call_method(&Value::class(collections), "enumeration", &[Value::Set(names)])
}

fn load_reader(vm: &mut Vm, this: &Rc<Map>, reader: &Reader) -> Res<()> {
    let text = reader.source.read_all(vm)?;
    load(vm, this, &text.to_units())
}

fn load_stream(vm: &mut Vm, this: &Rc<Map>, stream: &InputStream) -> Res<()> {
    let bytes = stream.source.read_all(vm)?;
    let text = Charset::Latin1.decode(&bytes);
    load(vm, this, &text.to_units())
}

const BACKSLASH: u16 = b'\\' as u16;

fn is_space(unit: u16) -> bool {
    matches!(unit, 0x20 | 0x09 | 0x0c)
}

fn is_end(unit: u16) -> bool {
    matches!(unit, 0x0a | 0x0d)
}

/// The logical lines: without comments, joined where a backslash ends one.
fn logical_lines(units: &[u16]) -> Vec<Vec<u16>> {
    let mut out: Vec<Vec<u16>> = Vec::new();
    let mut joined = false;
    for line in units.split(|u| is_end(*u)) {
        let start = line.iter().position(|u| !is_space(*u)).unwrap_or(line.len());
        let line = &line[start..];
        let comment = matches!(line.first(), Some(0x23 | 0x21));
        if !joined && (line.is_empty() || comment) {
            continue;
        }
        let slashes = line.iter().rev().take_while(|u| **u == BACKSLASH).count();
        let continues = slashes % 2 == 1;
        let text = if continues { &line[..line.len() - 1] } else { line };
        match out.last_mut().filter(|_| joined) {
            Some(last) => last.extend_from_slice(text),
            None => out.push(text.to_vec()),
        }
        joined = continues;
    }
    out
}

fn load(vm: &mut Vm, this: &Rc<Map>, units: &[u16]) -> Res<()> {
    for line in logical_lines(units) {
        vm.tick_many(line.len() / 16 + 1)?;
        let mut end = 0;
        while let Some(unit) = line.get(end) {
            if is_space(*unit) || matches!(*unit, 0x3d | 0x3a) {
                break;
            }
            end += if *unit == BACKSLASH { 2 } else { 1 };
        }
        let end = end.min(line.len());
        let mut value = end;
        let skip_spaces = |at: &mut usize| {
            while line.get(*at).is_some_and(|u| is_space(*u)) {
                *at += 1;
            }
        };
        skip_spaces(&mut value);
        if matches!(line.get(value), Some(0x3d | 0x3a)) {
            value += 1;
            skip_spaces(&mut value);
        }
        let key = unescape(vm, &line[..end])?;
        let value = unescape(vm, &line[value..])?;
        vm.map_put(this, &Value::Str(key), Value::Str(value))?;
    }
    Ok(())
}

fn unescape(vm: &mut Vm, units: &[u16]) -> Res<Rc<Str>> {
    let mut out = Vec::with_capacity(units.len());
    let mut rest = units.iter().copied();
    while let Some(unit) = rest.next() {
        if unit != BACKSLASH {
            out.push(unit);
            continue;
        }
        match rest.next().map(|u| (u, u8::try_from(u).unwrap_or(0))) {
            Some((_, b'u')) => {
                let digits: Vec<u16> = rest.by_ref().take(4).collect();
                let value = u16::from_str_radix(&String::from_utf16_lossy(&digits), 16);
                match value {
                    Ok(value) if digits.len() == 4 => out.push(value),
                    _ => return Err(vm.illegal_argument("Malformed \\uxxxx encoding.")),
                }
            }
            Some((_, b't')) => out.push(0x09),
            Some((_, b'r')) => out.push(0x0d),
            Some((_, b'n')) => out.push(0x0a),
            Some((_, b'f')) => out.push(0x0c),
            Some((other, _)) => out.push(other),
            None => {}
        }
    }
    Ok(Str::from_units(&out))
}

/// A key or value as a line has it.
fn escape(text: &Str, is_key: bool, ascii: bool) -> String {
    let mut out: Vec<u16> = Vec::new();
    for (i, unit) in text.iter().enumerate() {
        let letter = match u8::try_from(unit).unwrap_or(0) {
            b' ' if is_key || i == 0 => Some(b' '),
            b'\t' => Some(b't'),
            b'\n' => Some(b'n'),
            b'\r' => Some(b'r'),
            0x0c => Some(b'f'),
            c @ (b'=' | b':' | b'#' | b'!' | b'\\') => Some(c),
            _ => None,
        };
        match letter {
            Some(letter) => out.extend([BACKSLASH, u16::from(letter)]),
            None if ascii && !(0x20..=0x7e).contains(&unit) => out.extend(format!("\\u{unit:04X}").encode_utf16()),
            None => out.push(unit),
        }
    }
    String::from_utf16_lossy(&out)
}

fn store(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let (Value::Map(map), Some(out)) = (this, args.first()) else {
        return Err(vm.throw_silent(&throwables::NULL_POINTER_EXCEPTION));
    };
    let to_stream = out.as_host::<crate::jdk::io::writer::Writer>().is_none();
    let mut text = String::new();
    if let Some(comment) = args.get(1).filter(|c| !c.is_null()) {
        let comment = vm.to_text(comment)?;
        text.push_str(&format!("#{}\n", comment.replace('\n', "\n#")));
    }
    let today = super::date::Date::at(super::date::now()).text(vm, "EEE MMM dd HH:mm:ss zzz yyyy");
    text.push_str(&format!("#{today}\n"));
    let entries = map.borrow().pairs();
    for (key, value) in entries {
        let (key, value) = (vm.to_str(&key)?, vm.to_str(&value)?);
        text.push_str(&format!(
            "{}={}\n",
            escape(&key, true, to_stream),
            escape(&value, false, to_stream)
        ));
    }
    if to_stream {
        let sink = crate::jdk::io::print_stream::sink_of(vm, out)?;
        sink.write(vm, text.as_bytes())?;
    } else {
        vm.call_method(out, "write", &[Value::from(text)])?.done();
    }
    Ok(Value::Null)
}

fn list(vm: &mut Vm, this: &Rc<Map>, out: &Value) -> Res<()> {
    vm.call_method(out, "println", &[Value::str("-- listing properties --")])?
        .done();
    let entries = this.borrow().pairs();
    for (key, value) in entries {
        let (key, value) = (vm.to_text(&key)?, vm.to_text(&value)?);
        let shown: String = if value.len() > 40 {
            value.chars().take(37).chain("...".chars()).collect()
        } else {
            value
        };
        vm.call_method(out, "println", &[Value::from(format!("{key}={shown}"))])?
            .done();
    }
    Ok(())
}
