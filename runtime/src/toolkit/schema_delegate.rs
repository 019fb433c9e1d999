//! The words inside `builder.schema { … }`.

use super::{object_class_delegate, operation_option_delegate};
use crate::icf::operations::ApiOp;
use crate::icf::schema_builder::{self, SchemaBuilder};
use rovy_interp::jdk::groovy::lang::GROOVY_OBJECT;
use rovy_interp::registry::{Class, class, method, native};
use rovy_interp::value::{Closure, Host, Value};
use rovy_interp::{Res, Vm};
use std::rc::Rc;

/// `org.forgerock.openicf.misc.scriptedcommon.SchemaDelegate`: every method of the schema builder, and the words.
pub static CLASS: Class = class("org.forgerock.openicf.misc.scriptedcommon.SchemaDelegate")
    .doc("The words of a schema.")
    .extends(&schema_builder::CLASS)
    .abstract_class()
    .implements(&[&GROOVY_OBJECT])
    .members(&[
        method("getBuilder(): SchemaBuilder", &native(Value::clone)),
        method("objectClass(Closure words): void", &native(object_class)).doc("An object class."),
        method("operationOption(Closure words): void", &native(operation_option))
            .doc("An option that operations understand."),
    ]);

/// The schema that the words describe.
pub fn build(vm: &mut Vm, words: &Rc<Closure>) -> Res {
    let delegate = Value::Host(Host::of(&CLASS, SchemaBuilder::default()));
    super::run(vm, words, &delegate)?;
    match delegate.as_host::<SchemaBuilder>() {
        Some(builder) => builder.build(vm).map(Value::host),
        None => Ok(Value::Null),
    }
}

fn object_class(vm: &mut Vm, this: &Value, words: &Rc<Closure>) -> Res<()> {
    let (info, disabled) = object_class_delegate::build(vm, words, this)?;
    let Some(b) = this.as_host::<SchemaBuilder>() else {
        return Ok(());
    };
    b.define_class(vm, &info, &ApiOp::FOR_CLASSES)?;
    disabled.iter().try_for_each(|op| b.drop_class(vm, op, &info))
}

fn operation_option(vm: &mut Vm, this: &Value, words: &Rc<Closure>) -> Res<()> {
    let (info, disabled) = operation_option_delegate::build(vm, words, this)?;
    let Some(b) = this.as_host::<SchemaBuilder>() else {
        return Ok(());
    };
    b.define_option(vm, &info, &ApiOp::FOR_OPTIONS)?;
    disabled.iter().try_for_each(|op| b.drop_option(vm, op, &info))
}
