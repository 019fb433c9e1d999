//! `groovy.util.Expando`: an object whose properties and methods are what was put in.

use crate::jdk::groovy::lang::GROOVY_OBJECT;
use crate::registry::{Class, Kind, Member, class, constructor, method, native, raw, slice, unbound};
use crate::value::{HostType, Map, Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// An object with the properties of a map.
pub struct Expando {
    /// What was put in.
    pub properties: Rc<Map>,
}

impl HostType for Expando {
    const NAME: &'static str = "groovy.util.Expando";
    fn class() -> &'static Class {
        &CLASS
    }
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::Map(self.properties.clone()));
    }
}

const MEMBERS: &[Member] = &[
    constructor(
        "Expando()",
        &unbound(|| Expando {
            properties: Map::empty(),
        }),
    ),
    constructor(
        "Expando(Map properties)",
        &unbound(|m: &Rc<Map>| Expando { properties: m.clone() }),
    ),
    raw(Kind::Method, "equals(Object other): boolean", &slice(equals)),
    method("getProperties(): Map", &native(|e: &Expando| e.properties.clone())).doc("What was put in."),
    raw(Kind::Method, "getProperty(String name): Object", &slice(get_property))
        .doc("A property; null if there is none."),
    raw(Kind::Method, "hashCode(): int", &slice(hash_code)),
    raw(
        Kind::Method,
        "invokeMethod(String name, Object args): Object",
        &slice(invoke_method),
    )
    .doc("Calls a closure that is a property."),
    raw(
        Kind::Method,
        "setProperty(String name, Object value): void",
        &slice(set_property),
    ),
    raw(Kind::Method, "toString(): String", &slice(to_string)),
];

/// `groovy.util.Expando`.
pub static CLASS: Class = class(Expando::NAME).implements(&[&GROOVY_OBJECT]).members(MEMBERS);

/// The properties of an Expando, or of an object of a script class that extends it.
fn properties(this: &Value) -> Option<Rc<Map>> {
    if let Some(expando) = this.as_host::<Expando>() {
        return Some(expando.properties.clone());
    }
    match this {
        Value::Object(object) => object.base.borrow().as_host::<Expando>().map(|e| e.properties.clone()),
        _ => None,
    }
}

fn held(vm: &mut Vm, this: &Value, name: &Value) -> Res<Option<Value>> {
    match properties(this) {
        Some(properties) => vm.map_get(&properties, name),
        None => Ok(None),
    }
}

fn get_property(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let name = args.first().cloned().unwrap_or_default();
    if let Some(value) = held(vm, this, &name)?.filter(|v| !v.is_null()) {
        return Ok(value);
    }
    let text = vm.to_text(&name)?;
    match text.as_str() {
        "class" => Ok(Value::class(this.class_id())),
        "properties" => Ok(properties(this).map_or(Value::Null, Value::Map)),
        _ => Ok(Value::Null),
    }
}

fn set_property(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    if let (Some(properties), [name, value]) = (properties(this), args) {
        vm.map_put(&properties, name, value.clone())?;
    }
    Ok(Value::Null)
}

/// Calls a closure that is a property, with the object as its delegate; none if there is no such closure.
fn call(vm: &mut Vm, this: &Value, name: &Value, args: &[Value]) -> Res<Option<Value>> {
    match held(vm, this, name)? {
        Some(Value::Closure(closure)) => {
            let copy = closure.rehydrate(this.clone(), closure.owner.clone(), closure.this.clone());
            vm.call_closure(&copy, args).map(Some)
        }
        _ => Ok(None),
    }
}

fn invoke_method(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let name = args.first().cloned().unwrap_or_default();
    let given = match args.get(1) {
        Some(Value::Array(array)) => array.to_vec(),
        Some(Value::Null) | None => Vec::new(),
        Some(one) => vec![one.clone()],
    };
    match call(vm, this, &name, &given)? {
        Some(result) => Ok(result),
        None => {
            let name = vm.to_text(&name)?;
            Err(vm.missing_method(this, &name, &given))
        }
    }
}

fn to_string(vm: &mut Vm, this: &Value, _: &[Value]) -> Res {
    if let Some(text) = call(vm, this, &Value::str("toString"), &[])? {
        return Ok(Value::Str(vm.to_str(&text)?));
    }
    let Some(properties) = properties(this) else {
        return Ok(Value::Null);
    };
    let mut parts = Vec::new();
    for (key, value) in properties.borrow().pairs() {
        let (key, value) = (vm.to_text(&key)?, vm.to_text(&value)?);
        parts.push(format!("{key}={value}"));
    }
    Ok(Value::Str(Str::new(&format!("{{{}}}", parts.join(", ")))))
}

fn equals(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    if let Some(answer) = call(vm, this, &Value::str("equals"), args)? {
        return vm.truth(&answer).map(Value::bool);
    }
    Ok(Value::bool(args.first().is_some_and(|other| this.same(other))))
}

fn hash_code(vm: &mut Vm, this: &Value, _: &[Value]) -> Res {
    match call(vm, this, &Value::str("hashCode"), &[])? {
        Some(hash) => Ok(hash),
        None => Ok(Value::int(this.identity() as i32)),
    }
}
