//! `groovy.lang.Closure$WritableClosure`: a closure whose text is what it writes.

use super::derived;
use crate::jdk::groovy::writable::WRITABLE;
use crate::registry::{Class, class, method, native};
use crate::value::{Closure, Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// `groovy.lang.Closure$WritableClosure`.
pub static CLASS: Class = class("groovy.lang.Closure$WritableClosure")
    .extends(&super::CLASS)
    .implements(&[&WRITABLE])
    .members(&[
        method("writeTo(Writer out): Writer", &native(write_to)).doc("Calls the closure with the writer."),
        method("toString(): String", &native(to_string)).doc("What the closure writes."),
        method("asWritable(): Closure", &native(|c: &Rc<Closure>| c.clone())),
    ]);

/// `closure.asWritable()`.
pub fn as_writable(vm: &mut Vm, closure: &Rc<Closure>) -> Rc<Closure> {
    let parameters = vm.closure_parameters(closure);
    let owner = Value::Closure(closure.clone());
    derived(
        &CLASS,
        owner.clone(),
        parameters,
        vec![owner],
        |vm, held, args| match held {
            [Value::Closure(original)] => vm.call_closure(original, args),
            _ => Ok(Value::Null),
        },
    )
}

fn write_to(vm: &mut Vm, closure: &Rc<Closure>, out: &Value) -> Res {
    vm.call_closure(closure, std::slice::from_ref(out))?.done();
    Ok(out.clone())
}

fn to_string(vm: &mut Vm, closure: &Rc<Closure>) -> Res<Rc<Str>> {
    let Some(writer) = vm.class_by_name("java.io.StringWriter") else {
        return Ok(Str::new(""));
    };
    let writer = vm.construct(writer, &[])?;
    vm.call_closure(closure, std::slice::from_ref(&writer))?.done();
    vm.to_str(&writer)
}
