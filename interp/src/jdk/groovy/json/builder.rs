//! `groovy.json.JsonBuilder`.

use super::delegate::{arguments, content_of, each_content, is_walkable};
use super::generator::{Generator, Settings};
use super::{output, write};
use crate::jdk::groovy::lang::GROOVY_OBJECT;
use crate::jdk::groovy::writable::WRITABLE;
use crate::jdk::throwables;
use crate::registry::{Class, Kind, Member, class, constructor, method, native, raw, slice, unbound};
use crate::value::{HostType, Map, Order, Str, Table, Value};
use crate::{Res, Vm};
use std::cell::RefCell;
use std::rc::Rc;

/// A builder: the content it was last given, and how to write it.
pub struct Builder {
    settings: Rc<Settings>,
    content: RefCell<Value>,
}

impl HostType for Builder {
    const NAME: &'static str = "groovy.json.JsonBuilder";
    fn class() -> &'static Class {
        &CLASS
    }
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.content.borrow());
    }
}

const MEMBERS: &[Member] = &[
    constructor("JsonBuilder()", &unbound(|| make(Rc::default(), Value::Null))),
    constructor("JsonBuilder(JsonGenerator generator)", &unbound(with_generator)),
    constructor("JsonBuilder(Object content)", &unbound(with_content)),
    constructor(
        "JsonBuilder(Object content, JsonGenerator generator)",
        &unbound(with_both),
    ),
    method(
        "getContent(): Object",
        &native(|b: &Builder| b.content.borrow().clone()),
    )
    .doc("What was built."),
    raw(Kind::Method, "call(Closure content): Object", &slice(call_closure)).doc("Builds what the closure says."),
    raw(
        Kind::Method,
        "call(Collection items, Closure content): Object",
        &slice(call_each),
    ),
    raw(
        Kind::Method,
        "call(Iterable items, Closure content): Object",
        &slice(call_each),
    )
    .doc("Builds a list of what the closure says of each element."),
    raw(Kind::Method, "call(List content): Object", &slice(call_content)),
    raw(Kind::Method, "call(Map content): Object", &slice(call_content)).doc("Takes a map or list as the content."),
    raw(Kind::Method, "call(Object... items): Object", &slice(call_items)).doc("Builds a list."),
    raw(
        Kind::Method,
        "invokeMethod(String name, Object args): Object",
        &slice(invoke_method),
    )
    .doc("Builds an object with one field, named as the method."),
    method("toPrettyString(): String", &native(to_pretty_string)).doc("The JSON over lines."),
    method("toString(): String", &native(to_string)).doc("The JSON."),
    method("writeTo(Writer out): Writer", &native(write_to)).doc("Writes the JSON."),
];

/// `groovy.json.JsonBuilder`.
pub static CLASS: Class = class(Builder::NAME)
    .implements(&[&GROOVY_OBJECT, &WRITABLE])
    .members(MEMBERS);

fn make(settings: Rc<Settings>, content: Value) -> Builder {
    Builder {
        settings,
        content: RefCell::new(content),
    }
}

fn with_content(content: &Value) -> Builder {
    make(Rc::default(), content.clone())
}

fn with_generator(generator: &Generator) -> Builder {
    make(generator.settings.clone(), Value::Null)
}

fn with_both(vm: &mut Vm, content: &Value, generator: &Value) -> Res<Builder> {
    Ok(make(Generator::settings_of(vm, generator)?, content.clone()))
}

/// Keeps a content and gives it back.
fn keep(this: &Value, content: Value) -> Res {
    if let Some(builder) = this.as_host::<Builder>() {
        builder.content.replace(content.clone()).done();
    }
    Ok(content)
}

fn call_content(_: &mut Vm, this: &Value, args: &[Value]) -> Res {
    keep(this, args.first().cloned().unwrap_or_default())
}

fn call_items(_: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let items = match args {
        [Value::Array(array)] => array.to_vec(),
        items => items.to_vec(),
    };
    keep(this, Value::list(items))
}

fn call_closure(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let [Value::Closure(closure)] = args else {
        return Err(vm.null_pointer("Cannot invoke \"groovy.lang.Closure.clone()\" because \"c\" is null"));
    };
    let content = content_of(vm, closure, &[])?;
    keep(this, Value::Map(content))
}

fn call_each(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let content = match args {
        [Value::Null, ..] => Value::list(Vec::new()),
        [items, Value::Closure(closure)] => each_content(vm, items, closure)?,
        _ => return Err(vm.null_pointer("Cannot invoke \"groovy.lang.Closure.curry(Object)\" because \"c\" is null")),
    };
    keep(this, content)
}

fn invoke_method(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let name = vm.to_str(args.first().unwrap_or(&Value::Null))?;
    let given = arguments(args).unwrap_or_default();
    let value = match given.as_slice() {
        [] => Value::Map(Map::of(
            crate::registry::ClassId::HASH_MAP,
            Table::new(Order::Buckets),
            Value::Null,
        )),
        [Value::Closure(closure)] => Value::Map(content_of(vm, closure, &[])?),
        [map @ Value::Map(_)] => map.clone(),
        [Value::Map(map), Value::Closure(closure)] => {
            let merged = Map::empty();
            let said = content_of(vm, closure, &[])?;
            let mut entries = map.borrow().pairs();
            entries.extend(said.borrow().pairs());
            for (key, value) in entries {
                vm.map_put(&merged, &key, value)?;
            }
            Value::Map(merged)
        }
        [items, Value::Closure(closure)] if is_walkable(vm, items) => each_content(vm, items, closure)?,
        _ => return Err(unexpected_arguments(vm)),
    };
    let content = Map::empty();
    content.put_str(&name, value);
    keep(this, Value::Map(content))
}

/// What builders say to arguments that they cannot take.
pub(super) fn unexpected_arguments(vm: &mut Vm) -> crate::Thrown {
    vm.throw(
        &throwables::JSON_EXCEPTION,
        "Expected no arguments, a single map, a single closure, or a map and closure as arguments.",
    )
}

fn to_string(vm: &mut Vm, builder: &Builder) -> Res<Rc<Str>> {
    let content = builder.content.borrow().clone();
    write::to_json(vm, &builder.settings, &content)
}

fn to_pretty_string(vm: &mut Vm, builder: &Builder) -> Res<Rc<Str>> {
    let json = to_string(vm, builder)?;
    output::pretty_print(vm, &json)
}

fn write_to(vm: &mut Vm, builder: &Builder, out: &Value) -> Res {
    let json = to_string(vm, builder)?;
    vm.call_method(out, "append", &[Value::Str(json)])
}
