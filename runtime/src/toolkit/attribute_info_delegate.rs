//! The words inside `attributes { … }` of a schema: every call `name argument…` defines the attribute of that name.

use crate::icf::attribute_info::{AttributeInfo, Flags};
use crate::icf::object_class_info::ObjectClassInfoBuilder;
use rovy_interp::jdk::groovy::lang::GROOVY_OBJECT;
use rovy_interp::registry::{Class, ClassId, Items, class, method, native};
use rovy_interp::value::{Closure, HostType, Str, Value};
use rovy_interp::{Res, Vm};
use std::rc::Rc;

/// Takes any word for the name of an attribute.
pub struct AttributeInfoDelegate {
    builder: Rc<ObjectClassInfoBuilder>,
}

impl HostType for AttributeInfoDelegate {
    const NAME: &'static str = "org.forgerock.openicf.misc.scriptedcommon.AttributeInfoDelegate";
    fn class() -> &'static Class {
        &CLASS
    }
}

/// `org.forgerock.openicf.misc.scriptedcommon.AttributeInfoDelegate`.
pub static CLASS: Class = class(AttributeInfoDelegate::NAME)
    .doc("Takes any word for the name of an attribute.")
    .abstract_class()
    .implements(&[&GROOVY_OBJECT])
    .members(&[method(
        "methodMissing(String name, Object arguments): Object",
        &native(define_one),
    )]);

/// Adds the attributes that the words describe.
pub fn define(vm: &mut Vm, builder: &Rc<ObjectClassInfoBuilder>, words: &Rc<Closure>) -> Res<()> {
    let delegate = Value::host(AttributeInfoDelegate {
        builder: builder.clone(),
    });
    // The toolkit makes one delegate inside another of the same class: the words of the object class are not seen.
    super::run_inside(vm, words, &delegate, &delegate)
}

/// The last class is the type, flags add up, other arguments mean nothing.
fn define_one(vm: &mut Vm, d: &AttributeInfoDelegate, name: &Rc<Str>, arguments: Items) -> Res {
    let (mut java_type, mut flags) = (ClassId::STRING, Flags::default());
    for argument in vm.items(arguments.0)? {
        if let Some(class) = argument.as_class() {
            java_type = class;
        } else if let Some(flag) = Flags::of(&argument) {
            flags = flags.with(flag, true);
        }
    }
    let info = AttributeInfo::create(vm, name, java_type, flags)?;
    d.builder.add(vm, &info)?;
    Ok(Value::Null)
}
