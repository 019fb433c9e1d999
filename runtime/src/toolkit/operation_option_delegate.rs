//! The words inside `operationOption { … }` of a schema.

use crate::icf::operation_option_info::OperationOptionInfoBuilder;
use crate::icf::operations::ApiOp;
use crate::icf::schema::operations_of;
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
    defined: RefCell<Value>,
    disabled: RefCell<Vec<ApiOp>>,
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
            &native(|d: &OperationOptionDelegate, name: &Rc<Str>| d.builder.set_name(name.clone())),
        )
        .doc("Its name."),
        method("type(Class type): void", &native(set_type)).doc("The class of its value; String without this word."),
        method(
            "define(OperationOptionInfo info): void",
            &native(|d: &OperationOptionDelegate, info: &Value| define(d, info)),
        ),
        method("disable(Class... operations): void", &native(disable)).doc("Operations that do not understand it."),
    ]);

/// The option that the words describe, and the operations that they disable.
pub fn build(vm: &mut Vm, words: &Rc<Closure>) -> Res<(Value, Vec<ApiOp>)> {
    let delegate = Value::host(OperationOptionDelegate::default());
    super::run(vm, words, &delegate)?;
    let Some(d) = delegate.as_host::<OperationOptionDelegate>() else {
        return Ok((Value::Null, Vec::new()));
    };
    let defined = d.defined.borrow().clone();
    let info = if defined.is_null() {
        Value::host(d.builder.build(vm)?)
    } else {
        defined
    };
    Ok((info, d.disabled.borrow().clone()))
}

fn set_type(vm: &mut Vm, d: &OperationOptionDelegate, java_type: &Value) -> Res<()> {
    match java_type.as_class() {
        Some(id) => {
            d.builder.set_type(id);
            Ok(())
        }
        None => Err(vm.null_pointer("Parameter 'type' must not be null.")),
    }
}

fn define(d: &OperationOptionDelegate, info: &Value) {
    d.defined.replace(info.clone());
}

fn disable(d: &OperationOptionDelegate, operations: &[Value]) {
    d.disabled.borrow_mut().extend(operations_of(operations));
}
