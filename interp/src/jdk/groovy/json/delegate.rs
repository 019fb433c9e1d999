//! `groovy.json.JsonDelegate`: what the closures of builders call, method names becoming keys.

use crate::jdk::groovy::lang::GROOVY_OBJECT;
use crate::registry::{Class, Kind, class, method, native, raw, slice};
use crate::value::{Closure, HostType, Map, Strategy, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// The delegate of one closure.
pub struct Delegate {
    content: Rc<Map>,
}

impl HostType for Delegate {
    const NAME: &'static str = "groovy.json.JsonDelegate";
    fn class() -> &'static Class {
        &CLASS
    }
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::Map(self.content.clone()));
    }
}

/// `groovy.json.JsonDelegate`.
pub static CLASS: Class = class(Delegate::NAME).implements(&[&GROOVY_OBJECT]).members(&[
    method("getContent(): Map", &native(|d: &Delegate| d.content.clone())).doc("What the closure has said so far."),
    raw(
        Kind::Method,
        "invokeMethod(String name, Object args): Object",
        &slice(invoke_method),
    )
    .doc("Puts the arguments under the method's name."),
]);

fn invoke_method(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let (Some(delegate), Some(name)) = (this.as_host::<Delegate>(), args.first()) else {
        return Ok(Value::Null);
    };
    let name = vm.to_str(name)?;
    let value = match arguments(args) {
        None => Value::Null,
        Some(given) => match given.as_slice() {
            [one] => one.clone(),
            [items, Value::Closure(closure)] if is_walkable(vm, items) => each_content(vm, items, closure)?,
            _ => Value::list(given),
        },
    };
    let old = delegate.content.put_str(&name, value.clone());
    drop(old);
    Ok(value)
}

/// The arguments of a call as `invokeMethod(name, arguments)` gets them; none where there is no array.
pub(super) fn arguments(args: &[Value]) -> Option<Vec<Value>> {
    match args.get(1) {
        Some(Value::Array(array)) => Some(array.to_vec()),
        Some(Value::List(list)) => Some(list.to_vec()),
        _ => None,
    }
}

/// Whether a value is an array or `Iterable`.
pub(super) fn is_walkable(vm: &Vm, value: &Value) -> bool {
    matches!(
        value,
        Value::List(_) | Value::Set(_) | Value::Range(_) | Value::Array(_)
    ) || vm.is_instance(value, crate::registry::ClassId::ITERABLE)
}

/// The content of a closure for each element.
pub(super) fn each_content(vm: &mut Vm, items: &Value, closure: &Rc<Closure>) -> Res {
    let mut walk = vm.iterate(items)?;
    let mut out = Vec::new();
    while let Some(item) = walk.next(vm)? {
        out.push(Value::Map(content_of(vm, closure, &[item])?));
    }
    Ok(Value::list(out))
}

/// Calls a copy of a closure with a new delegate in front of its owner: what it said.
pub(super) fn content_of(vm: &mut Vm, closure: &Rc<Closure>, args: &[Value]) -> Res<Rc<Map>> {
    let content = Map::empty();
    let delegate = Value::host(Delegate {
        content: content.clone(),
    });
    call_with(vm, closure, delegate, args)?;
    Ok(content)
}

/// Calls a copy of a closure with another delegate in front of its owner.
pub(super) fn call_with(vm: &mut Vm, closure: &Rc<Closure>, delegate: Value, args: &[Value]) -> Res<()> {
    let copy = closure.rehydrate(delegate, closure.owner.clone(), closure.this.clone());
    copy.strategy.set(Strategy::DelegateFirst);
    vm.nested(|vm| vm.call_closure(&copy, args))?.done();
    Ok(())
}
