//! The words inside `attribute { … }`: one attribute.

use crate::icf::attribute_builder;
use rovy_interp::jdk::groovy::lang::GROOVY_OBJECT;
use rovy_interp::registry::{Class, class, method, native};
use rovy_interp::value::{Closure, HostType, Str, Value};
use rovy_interp::{Res, Vm};
use std::cell::RefCell;
use std::rc::Rc;

/// An attribute in the making.
#[derive(Default)]
pub struct AttributeDelegate {
    name: RefCell<Option<Rc<Str>>>,
    values: RefCell<Option<Vec<Value>>>,
}

impl HostType for AttributeDelegate {
    const NAME: &'static str = "org.forgerock.openicf.misc.scriptedcommon.AttributeDelegate";
    fn class() -> &'static Class {
        &CLASS
    }
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.values.borrow().iter().flatten().for_each(visit);
    }
}

/// `org.forgerock.openicf.misc.scriptedcommon.AttributeDelegate`.
pub static CLASS: Class = class(AttributeDelegate::NAME)
    .doc("The words of an attribute.")
    .abstract_class()
    .implements(&[&GROOVY_OBJECT])
    .members(&[
        method(
            "name(String name): void",
            &native(|d: &AttributeDelegate, name: Option<&Rc<Str>>| set_name(d, name)),
        )
        .doc("Its name."),
        method(
            "value(Object value): void",
            &native(|d: &AttributeDelegate, value: &Value| d.add([value.clone()])),
        )
        .doc("One more value."),
        method(
            "values(Object... values): void",
            &native(|d: &AttributeDelegate, values: &[Value]| d.add(values.to_vec())),
        )
        .doc("Some more values."),
        method("values(Collection values): void", &native(add_all)),
    ]);

impl AttributeDelegate {
    fn add(&self, items: impl IntoIterator<Item = Value>) {
        self.values.borrow_mut().get_or_insert_default().extend(items);
    }
}

fn set_name(d: &AttributeDelegate, name: Option<&Rc<Str>>) {
    d.name.replace(name.cloned());
}

fn add_all(vm: &mut Vm, d: &AttributeDelegate, values: &Value) -> Res<()> {
    let items = vm.items(values)?;
    d.add(items);
    Ok(())
}

/// The attribute that the words describe: null value where they name none.
pub fn build(vm: &mut Vm, words: &Rc<Closure>) -> Res {
    let delegate = Value::host(AttributeDelegate::default());
    super::run(vm, words, &delegate)?;
    let Some(d) = delegate.as_host::<AttributeDelegate>() else {
        return Ok(Value::Null);
    };
    let (name, items) = (d.name.borrow().clone(), d.values.borrow().clone());
    attribute_builder::build(vm, name.as_ref(), items)
}
