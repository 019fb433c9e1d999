//! `groovy.json.StreamingJsonBuilder`, which writes as it is told.

use super::builder::unexpected_arguments;
use super::delegate::{arguments, call_with, is_walkable};
use super::generator::{Generator, Settings};
use super::output::Unescaped;
use super::write;
use crate::jdk::groovy::lang::GROOVY_OBJECT;
use crate::jdk::throwables;
use crate::registry::{Class, Kind, Member, class, constructor, method, native, raw, slice, unbound};
use crate::value::{Closure, HostType, Map, Str, Value};
use crate::{Res, Vm};
use std::cell::Cell;
use std::rc::Rc;

/// Where to write, and how.
#[derive(Clone)]
struct Sink {
    writer: Value,
    settings: Rc<Settings>,
}

impl Sink {
    fn text(&self, vm: &mut Vm, text: &str) -> Res<()> {
        vm.call_method(&self.writer, "write", &[Value::str(text)])?.done();
        Ok(())
    }

    fn json(&self, vm: &mut Vm, value: &Value) -> Res<()> {
        let json = write::to_json(vm, &self.settings, value)?;
        vm.call_method(&self.writer, "write", &[Value::Str(json)])?.done();
        Ok(())
    }

    /// An object of what a closure says.
    fn object(&self, vm: &mut Vm, closure: &Rc<Closure>, args: &[Value]) -> Res<()> {
        self.text(vm, "{")?;
        self.fields(vm, closure, args, true)?;
        self.text(vm, "}")
    }

    /// The fields that a closure says.
    fn fields(&self, vm: &mut Vm, closure: &Rc<Closure>, args: &[Value], first: bool) -> Res<()> {
        let delegate = Value::host(Delegate {
            sink: self.clone(),
            first: Cell::new(first),
            named: Cell::new(None),
        });
        call_with(vm, closure, delegate, args)
    }

    /// A list of what a closure says of each element.
    fn objects(&self, vm: &mut Vm, items: &Value, closure: &Rc<Closure>) -> Res<()> {
        self.text(vm, "[")?;
        let mut walk = vm.iterate(items)?;
        let mut first = true;
        while let Some(item) = walk.next(vm)? {
            if !std::mem::replace(&mut first, false) {
                self.text(vm, ",")?;
            }
            self.object(vm, closure, &[item])?;
        }
        self.text(vm, "]")
    }
}

/// A builder.
pub struct Builder {
    sink: Sink,
}

impl HostType for Builder {
    const NAME: &'static str = "groovy.json.StreamingJsonBuilder";
    fn class() -> &'static Class {
        &CLASS
    }
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.sink.writer);
    }
}

const MEMBERS: &[Member] = &[
    constructor(
        "StreamingJsonBuilder(Writer writer)",
        &unbound(|writer: &Value| make(writer, Rc::default())),
    ),
    constructor(
        "StreamingJsonBuilder(Writer writer, JsonGenerator generator)",
        &unbound(|writer: &Value, generator: &Generator| make(writer, generator.settings.clone())),
    ),
    constructor(
        "StreamingJsonBuilder(Writer writer, Object content)",
        &unbound(with_content),
    ),
    constructor(
        "StreamingJsonBuilder(Writer writer, Object content, JsonGenerator generator)",
        &unbound(with_content_and_generator),
    ),
    raw(Kind::Method, "call(Closure content): Object", &slice(call_closure)).doc("Writes what the closure says."),
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
    .doc("Writes a list of what the closure says of each element."),
    raw(Kind::Method, "call(List content): Object", &slice(call_content)),
    raw(Kind::Method, "call(Map content): Object", &slice(call_content)).doc("Writes a map or list."),
    raw(Kind::Method, "call(Object... items): Object", &slice(call_items)).doc("Writes a list."),
    raw(Kind::Method, "call(String name): void", &slice(call_name)).doc("Writes an object with one empty object."),
    raw(
        Kind::Method,
        "call(String name, Closure content): void",
        &slice(call_named),
    ),
    raw(
        Kind::Method,
        "call(String name, Iterable items, Closure content): void",
        &slice(call_named),
    ),
    raw(
        Kind::Method,
        "call(String name, Map fields, Closure content): void",
        &slice(call_named),
    ),
    raw(
        Kind::Method,
        "invokeMethod(String name, Object args): Object",
        &slice(invoke_method),
    )
    .doc("Writes an object with one field, named as the method."),
];

/// `groovy.json.StreamingJsonBuilder`.
pub static CLASS: Class = class(Builder::NAME).implements(&[&GROOVY_OBJECT]).members(MEMBERS);

fn make(writer: &Value, settings: Rc<Settings>) -> Builder {
    Builder {
        sink: Sink {
            writer: writer.clone(),
            settings,
        },
    }
}

fn with_content(vm: &mut Vm, writer: &Value, content: &Value) -> Res<Builder> {
    with_content_and_generator(vm, writer, content, &Value::Null)
}

fn with_content_and_generator(vm: &mut Vm, writer: &Value, content: &Value, generator: &Value) -> Res<Builder> {
    let builder = make(writer, Generator::settings_of(vm, generator)?);
    if !content.is_null() {
        builder.sink.json(vm, content)?;
    }
    Ok(builder)
}

fn sink_of(vm: &mut Vm, this: &Value) -> Res<Sink> {
    match this.as_host::<Builder>() {
        Some(builder) => Ok(builder.sink.clone()),
        None => Err(vm.illegal_argument("object is not an instance of declaring class")),
    }
}

fn call_content(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let content = args.first().cloned().unwrap_or_default();
    sink_of(vm, this)?.json(vm, &content)?;
    Ok(content)
}

fn call_items(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let items = match args {
        [Value::Array(array)] => array.to_vec(),
        items => items.to_vec(),
    };
    call_content(vm, this, &[Value::list(items)])
}

fn call_closure(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let sink = sink_of(vm, this)?;
    if let [Value::Closure(closure)] = args {
        sink.object(vm, closure, &[])?;
    }
    Ok(Value::Null)
}

fn call_each(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let sink = sink_of(vm, this)?;
    if let [items, Value::Closure(closure)] = args {
        sink.objects(vm, items, closure)?;
    }
    Ok(sink.writer)
}

fn call_name(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let name = vm.to_text(args.first().unwrap_or(&Value::Null))?;
    let content = Map::from_pairs([(name.as_str(), Value::Map(Map::empty()))]);
    sink_of(vm, this)?.json(vm, &Value::Map(content))?;
    Ok(Value::Null)
}

/// An object with one field: what a closure says, alone, of each element, or after the fields of a map.
fn call_named(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let sink = sink_of(vm, this)?;
    let Some((name, rest)) = args.split_first() else {
        return Ok(Value::Null);
    };
    sink.text(vm, "{")?;
    sink.json(vm, name)?;
    sink.text(vm, ":")?;
    match rest {
        [Value::Closure(closure)] => sink.object(vm, closure, &[])?,
        [Value::Map(map), Value::Closure(closure)] => map_then_closure(vm, &sink, map, closure)?,
        [items, Value::Closure(closure)] => sink.objects(vm, items, closure)?,
        _ => {}
    }
    sink.text(vm, "}")?;
    Ok(Value::Null)
}

fn map_then_closure(vm: &mut Vm, sink: &Sink, map: &Rc<Map>, closure: &Rc<Closure>) -> Res<()> {
    sink.text(vm, "{")?;
    let entries = map.borrow().pairs();
    let empty = entries.is_empty();
    for (i, (key, value)) in entries.into_iter().enumerate() {
        if i > 0 {
            sink.text(vm, ",")?;
        }
        let key = vm.to_str(&key)?;
        if sink.settings.excludes_name(&key.text()) {
            continue;
        }
        sink.json(vm, &Value::Str(key))?;
        sink.text(vm, ":")?;
        sink.json(vm, &value)?;
    }
    sink.fields(vm, closure, &[], empty)?;
    sink.text(vm, "}")
}

fn invoke_method(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let name = args.first().cloned().unwrap_or_default();
    let Some(given) = arguments(args) else {
        return Err(unexpected_arguments(vm));
    };
    match given.as_slice() {
        [] => call_name(vm, this, &[name])?,
        [map @ Value::Map(_)] => {
            let name = vm.to_text(&name)?;
            let content = Map::from_pairs([(name.as_str(), map.clone())]);
            call_content(vm, this, &[Value::Map(content)])?
        }
        [closure @ Value::Closure(_)] => call_named(vm, this, &[name, closure.clone()])?,
        [first, closure @ Value::Closure(_)] if matches!(first, Value::Map(_)) || is_walkable(vm, first) => {
            call_named(vm, this, &[name, first.clone(), closure.clone()])?
        }
        _ => return Err(unexpected_arguments(vm)),
    };
    Ok(this.clone())
}

/// What was written last.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Written {
    Name,
    Value,
}

/// `groovy.json.StreamingJsonBuilder.StreamingJsonDelegate`: what closures call, method names becoming fields.
pub struct Delegate {
    sink: Sink,
    first: Cell<bool>,
    named: Cell<Option<Written>>,
}

impl HostType for Delegate {
    const NAME: &'static str = "groovy.json.StreamingJsonBuilder$StreamingJsonDelegate";
    fn class() -> &'static Class {
        &DELEGATE
    }
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.sink.writer);
    }
}

/// `groovy.json.StreamingJsonBuilder.StreamingJsonDelegate`.
pub static DELEGATE: Class = class(Delegate::NAME).implements(&[&GROOVY_OBJECT]).members(&[
    method("getWriter(): Writer", &native(|d: &Delegate| d.sink.writer.clone())),
    raw(
        Kind::Method,
        "invokeMethod(String name, Object args): Object",
        &slice(write_field),
    )
    .doc("Writes the arguments as the field of the method's name."),
]);

impl Delegate {
    fn name(&self, vm: &mut Vm, name: &Rc<Str>) -> Res<()> {
        if self.named.get() == Some(Written::Name) {
            return Err(vm.throw(
                &throwables::ILLEGAL_STATE_EXCEPTION,
                "Cannot write a name when a name has just been written. Write a value first!",
            ));
        }
        self.named.set(Some(Written::Name));
        if !self.first.replace(false) {
            self.sink.text(vm, ",")?;
        }
        self.sink.json(vm, &Value::Str(name.clone()))?;
        self.sink.text(vm, ":")
    }

    fn single(&self, vm: &mut Vm, name: &Rc<Str>, value: &Value) -> Res<()> {
        if self.sink.settings.excludes_value(vm, value) {
            return Ok(());
        }
        self.name(vm, name)?;
        self.named.set(Some(Written::Value));
        match value {
            Value::Closure(closure) => self.sink.object(vm, closure, &[]),
            value => match value.as_host::<Unescaped>() {
                Some(raw) => self.sink.text(vm, &raw.text.text()),
                None => self.sink.json(vm, value),
            },
        }
    }
}

fn write_field(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let (Some(delegate), Some(given)) = (this.as_host::<Delegate>(), arguments(args)) else {
        return Ok(this.clone());
    };
    let name = vm.to_str(args.first().unwrap_or(&Value::Null))?;
    if delegate.sink.settings.excludes_name(&name.text()) {
        return Ok(Value::Null);
    }
    match given.as_slice() {
        [one] => {
            delegate.single(vm, &name, one)?;
            return Ok(Value::Null);
        }
        [subject, Value::Closure(closure)] => {
            delegate.name(vm, &name)?;
            delegate.named.set(Some(Written::Value));
            if is_walkable(vm, subject) {
                delegate.sink.objects(vm, subject, closure)?;
            } else {
                delegate.sink.object(vm, closure, std::slice::from_ref(subject))?;
            }
            return Ok(Value::Null);
        }
        _ => {
            delegate.name(vm, &name)?;
            delegate.named.set(Some(Written::Value));
            delegate.sink.json(vm, &Value::list(given))?;
        }
    }
    Ok(this.clone())
}
