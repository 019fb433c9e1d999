//! `groovy.util.ConfigObject`: a map of settings that makes what it lacks, so that `a.b.c = 1` works.

use crate::jdk::groovy::lang::GROOVY_OBJECT;
use crate::jdk::groovy::writable::WRITABLE;
use crate::jdk::util::map;
use crate::registry::{Class, Kind, Member, class, method, native, raw, slice};
use crate::value::{Map, Order, Str, Table, Value};
use crate::{Res, Vm};
use std::rc::Rc;

const MEMBERS: &[Member] = &[
    raw(
        Kind::Constructor,
        "ConfigObject()",
        &slice(|_, _, _| Ok(Value::Map(empty()))),
    ),
    raw(
        Kind::Constructor,
        "ConfigObject(URL file)",
        &slice(|_, _, _| Ok(Value::Map(empty()))),
    ),
    method("clone(): Object", &native(copy)),
    raw(Kind::Method, "flatten(): Map", &slice(flatten)).doc("All settings under their whole names."),
    raw(Kind::Method, "flatten(Map target): Map", &slice(flatten)),
    raw(Kind::Method, "getProperty(String name): Object", &slice(get_property))
        .doc("A setting; a new empty object, which is kept, if there is none."),
    method("isSet(String name): boolean", &native(is_set)).doc("Whether there is a setting of a name."),
    method("merge(ConfigObject other): Map", &native(merge)).doc("Takes over another's settings."),
    method("prettyPrint(): String", &native(pretty_print)).doc("The settings as a script."),
    raw(
        Kind::Method,
        "setProperty(String name, Object value): void",
        &slice(set_property),
    ),
    raw(Kind::Method, "toProperties(): Properties", &slice(to_properties))
        .doc("All settings as texts under their whole names."),
    raw(
        Kind::Method,
        "toProperties(String prefix): Properties",
        &slice(to_properties),
    ),
    method("writeTo(Writer out): Writer", &native(write_to)).doc("Writes the settings as a script."),
];

/// `groovy.util.ConfigObject`.
pub static CLASS: Class = class("groovy.util.ConfigObject")
    .implements(&[&map::CLASS, &GROOVY_OBJECT, &WRITABLE])
    .members(MEMBERS);

/// A new object without settings.
pub fn empty() -> Rc<Map> {
    Map::of(CLASS.id(), Table::new(Order::Insertion), Value::Null)
}

/// The object that a value is.
pub fn of(value: &Value) -> Option<&Rc<Map>> {
    match value {
        Value::Map(map) if map.class == CLASS.id() => Some(map),
        _ => None,
    }
}

fn this_map(vm: &mut Vm, this: &Value) -> Res<Rc<Map>> {
    match this {
        Value::Map(map) => Ok(map.clone()),
        _ => Err(vm.illegal_argument("object is not an instance of declaring class")),
    }
}

fn get_property(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let map = this_map(vm, this)?;
    let name = args.first().cloned().unwrap_or_default();
    if let Some(value) = vm.map_get(&map, &name)? {
        return Ok(value);
    }
    if matches!(&name, Value::Str(s) if **s == *"configFile") {
        return Ok(Value::Null);
    }
    let fresh = Value::Map(empty());
    vm.map_put(&map, &name, fresh.clone())?;
    Ok(fresh)
}

fn set_property(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let map = this_map(vm, this)?;
    if let [name, value] = args {
        vm.map_put(&map, name, value.clone())?;
    }
    Ok(Value::Null)
}

fn is_set(vm: &mut Vm, map: &Rc<Map>, name: &Value) -> Res<bool> {
    let held = vm.map_get(map, name)?;
    Ok(held.is_some_and(|v| of(&v).is_none_or(|inner| !inner.is_empty())))
}

fn copy(map: &Rc<Map>) -> Rc<Map> {
    Map::of(map.class, map.borrow().clone(), Value::Null)
}

/// Takes over another object's settings; objects on both sides are merged in turn.
pub fn merge(vm: &mut Vm, map: &Rc<Map>, other: &Rc<Map>) -> Res<Rc<Map>> {
    let entries = other.borrow().pairs();
    for (key, value) in entries {
        let own = vm.map_get(map, &key)?;
        match own.as_ref().and_then(of).zip(of(&value)) {
            Some((own, other)) => {
                let (own, other) = (own.clone(), other.clone());
                vm.nested(|vm| merge(vm, &own, &other))?;
            }
            None => {
                vm.map_put(map, &key, value)?;
            }
        }
    }
    Ok(map.clone())
}

/// The settings under their whole names; maps among them are gone into.
fn collect(vm: &mut Vm, map: &Rc<Map>, prefix: &str, out: &mut Vec<(String, Value)>) -> Res<()> {
    let entries = map.borrow().pairs();
    for (key, value) in entries {
        let name = format!("{prefix}{}", vm.to_text(&key)?);
        match &value {
            Value::Map(inner) => vm.nested(|vm| collect(vm, inner, &format!("{name}."), out))?,
            _ => out.push((name, value)),
        }
    }
    Ok(())
}

fn flatten(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let map = this_map(vm, this)?;
    let target = match args.first() {
        Some(Value::Map(target)) => target.clone(),
        _ => empty(),
    };
    let mut settings = Vec::new();
    collect(vm, &map, "", &mut settings)?;
    for (name, value) in settings {
        vm.map_put(&target, &Value::from(name), value)?;
    }
    Ok(Value::Map(target))
}

fn to_properties(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let map = this_map(vm, this)?;
    let prefix = match args.first() {
        Some(prefix) => format!("{}.", vm.to_text(prefix)?),
        None => String::new(),
    };
    let mut settings = Vec::new();
    collect(vm, &map, &prefix, &mut settings)?;
    let class = vm
        .class_by_name("java.util.Properties")
        .unwrap_or(crate::registry::ClassId::NONE);
    let properties = vm.construct(class, &[])?;
    for (name, value) in settings {
        if !value.is_null() {
            let text = vm.to_str(&value)?;
            vm.call_method(&properties, "setProperty", &[Value::from(name), Value::Str(text)])?
                .done();
        }
    }
    Ok(properties)
}

/// Words that a script cannot use as a name without quotes.
const KEYWORDS: &[&str] = &[
    "abstract",
    "as",
    "assert",
    "boolean",
    "break",
    "byte",
    "case",
    "catch",
    "char",
    "class",
    "const",
    "continue",
    "def",
    "default",
    "do",
    "double",
    "else",
    "enum",
    "extends",
    "false",
    "final",
    "finally",
    "float",
    "for",
    "goto",
    "if",
    "implements",
    "import",
    "in",
    "instanceof",
    "int",
    "interface",
    "long",
    "native",
    "new",
    "null",
    "package",
    "private",
    "protected",
    "public",
    "return",
    "short",
    "static",
    "strictfp",
    "super",
    "switch",
    "synchronized",
    "this",
    "threadsafe",
    "throw",
    "throws",
    "transient",
    "true",
    "try",
    "void",
    "volatile",
    "while",
];

fn quoted(vm: &mut Vm, key: &str, quote: bool) -> Res<String> {
    if quote {
        return Ok(vm.inspect(&Value::str(key))?.to_string());
    }
    Ok(key.to_owned())
}

/// The layout of settings as a script.
struct Printer {
    out: String,
}

impl Printer {
    fn config(&mut self, vm: &mut Vm, prefix: &str, map: &Rc<Map>, tab: usize, indented: bool) -> Res<()> {
        let space = if indented { "\t".repeat(tab) } else { String::new() };
        let entries = map.borrow().pairs();
        for (key, value) in entries {
            let key = vm.to_text(&key)?;
            match of(&value).cloned() {
                Some(inner) if inner.is_empty() => {}
                Some(inner) => vm.nested(|vm| self.object(vm, prefix, &key, &inner, &space, tab))?,
                None => self.value(vm, &space, prefix, &key, &value)?,
            }
        }
        Ok(())
    }

    fn object(&mut self, vm: &mut Vm, prefix: &str, key: &str, inner: &Rc<Map>, space: &str, tab: usize) -> Res<()> {
        let entries = inner.borrow().pairs();
        let mut keys = Vec::with_capacity(entries.len());
        for (key, _) in &entries {
            keys.push(vm.to_text(key)?);
        }
        let dotted = keys.iter().any(|k| k.contains('.'));
        if entries.len() != 1 && !dotted {
            return self.node(vm, key, space, tab, inner);
        }
        let first = entries.first().and_then(|(_, v)| of(v)).cloned();
        let keyword = KEYWORDS.contains(&key);
        match (&first, keys.first()) {
            (Some(only), Some(first_key)) if only.len() == 1 => {
                let key = quoted(vm, key, keyword)?;
                self.config(vm, &format!("{prefix}{key}.{first_key}."), only, tab, true)
            }
            (Some(_), _) if !dotted => self.node(vm, key, space, tab, inner),
            _ => {
                for ((_, value), inner_key) in entries.iter().zip(&keys) {
                    match of(value).cloned() {
                        Some(map) => {
                            let key = quoted(vm, key, keyword)?;
                            self.config(vm, &format!("{prefix}{key}"), &map, tab, false)?;
                        }
                        None => {
                            let inner_key = quoted(vm, inner_key, inner_key.contains('.'))?;
                            self.value(vm, space, prefix, &format!("{key}.{inner_key}"), value)?;
                        }
                    }
                }
                Ok(())
            }
        }
    }

    fn node(&mut self, vm: &mut Vm, key: &str, space: &str, tab: usize, inner: &Rc<Map>) -> Res<()> {
        let key = quoted(vm, key, KEYWORDS.contains(&key))?;
        self.out.push_str(&format!("{space}{key} {{\n"));
        self.config(vm, "", inner, tab + 1, true)?;
        self.out.push_str(&format!("{space}}}\n"));
        Ok(())
    }

    fn value(&mut self, vm: &mut Vm, space: &str, prefix: &str, key: &str, value: &Value) -> Res<()> {
        let keyword = KEYWORDS.contains(&key);
        let key = quoted(vm, key, keyword)?;
        // A quoted name has to be a property of something.
        let owner = if keyword && prefix.is_empty() { "this." } else { prefix };
        let value = vm.inspect(value)?;
        self.out.push_str(&format!("{space}{owner}{key}={value}\n"));
        Ok(())
    }
}

fn pretty_print(vm: &mut Vm, map: &Rc<Map>) -> Res<String> {
    let mut printer = Printer { out: String::new() };
    printer.config(vm, "", map, 0, false)?;
    Ok(printer.out)
}

fn write_to(vm: &mut Vm, map: &Rc<Map>, out: &Value) -> Res {
    let text = pretty_print(vm, map)?;
    vm.call_method(out, "write", &[Value::Str(Str::new(&text))])?.done();
    Ok(out.clone())
}
