//! The words inside `operationOption { … }` of a schema.

use crate::icf::operation_option_info::{OperationOptionInfo, OperationOptionInfoBuilder};
use rovy_interp::jdk::groovy::lang::GROOVY_OBJECT;
use rovy_interp::registry::{Class, class, method, native};
use rovy_interp::value::{Closure, HostType, Str, Value};
use rovy_interp::{Res, Vm};
use std::cell::RefCell;
use std::rc::Rc;

/// An option in the making.
#[derive(Default)]
pub struct OperationOptionDelegate {
    builder: OperationOptionInfoBuilder,
    disabled: RefCell<Vec<Value>>,
}

impl HostType for OperationOptionDelegate {
    const NAME: &'static str = "org.forgerock.openicf.misc.scriptedcommon.OperationOptionDelegate";
    fn class() -> &'static Class {
        &CLASS
    }
}

/// `org.forgerock.openicf.misc.scriptedcommon.OperationOptionDelegate`.
pub static CLASS: Class = class(OperationOptionDelegate::NAME)
    .doc("The words of an option.")
    .abstract_class()
    .implements(&[&GROOVY_OBJECT])
    .members(&[
        method(
            "name(String name): void",
            &native(|d: &OperationOptionDelegate, name: Option<&Rc<Str>>| d.builder.set_name(name.cloned())),
        )
        .doc("Its name."),
        method(
            "type(Class type): void",
            &native(|d: &OperationOptionDelegate, java_type: &Value| d.builder.set_type(java_type.as_class())),
        )
        .doc("The class of its value; String without this word."),
        method("define(OperationOptionInfo info): void", &native(define)).doc("Name and type of an info."),
        method("disable(Class... operations): void", &native(disable)).doc("Operations that do not understand it."),
    ]);

/// The option that the words describe, and the operations that they disable.
pub fn build(vm: &mut Vm, words: &Rc<Closure>, schema: &Value) -> Res<(Value, Vec<Value>)> {
    let delegate = Value::host(OperationOptionDelegate::default());
    super::run_inside(vm, words, &delegate, schema)?;
    let Some(d) = delegate.as_host::<OperationOptionDelegate>() else {
        return Ok((Value::Null, Vec::new()));
    };
    Ok((Value::host(d.builder.build(vm)?), d.disabled.borrow().clone()))
}

fn define(d: &OperationOptionDelegate, info: &OperationOptionInfo) {
    d.builder.set_name(Some(info.name.clone()));
    d.builder.set_type(Some(info.java_type));
}

fn disable(d: &OperationOptionDelegate, operations: &[Value]) {
    super::disable(&d.disabled, operations);
}
