//! `groovy.lang.Binding`: the variables of a script.

use crate::jdk::throwables;
use crate::registry::{Class, class, constructor, method, native, unbound};
use crate::value::{HostType, Map, Str, Throwable, Value};
use crate::{Res, Vm};
use std::cell::RefCell;
use std::rc::Rc;

/// The variables of a script.
pub struct Binding {
    /// By name.
    pub variables: RefCell<Rc<Map>>,
}

impl HostType for Binding {
    const NAME: &'static str = "groovy.lang.Binding";

    fn class() -> &'static Class {
        &CLASS
    }

    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&Value::Map(self.variables.borrow().clone()));
    }
}

impl Binding {
    /// A binding over a map.
    pub fn new(variables: Rc<Map>) -> Binding {
        Binding {
            variables: RefCell::new(variables),
        }
    }

    /// An empty binding.
    pub fn empty() -> Binding {
        Binding::new(Map::empty())
    }
}

/// `groovy.lang.Binding`.
pub static CLASS: Class = class("groovy.lang.Binding")
    .implements(&[&super::GROOVY_OBJECT])
    .members(&[
        constructor("Binding()", &unbound(Binding::empty)),
        constructor(
            "Binding(Map variables)",
            &unbound(|m: &Rc<Map>| Binding::new(m.clone())),
        ),
        constructor("Binding(String[] args)", &unbound(with_args)),
        method("getVariable(String name): Object", &native(get_variable)),
        method("setVariable(String name, Object value): void", &native(set_variable)),
        method("removeVariable(String name): void", &native(remove_variable)),
        method("hasVariable(String name): boolean", &native(has_variable)),
        method(
            "getVariables(): Map",
            &native(|b: &Binding| b.variables.borrow().clone()),
        ),
        method("getProperty(String property): Object", &native(get_property)),
        method(
            "setProperty(String property, Object value): void",
            &native(set_variable),
        ),
    ]);

fn with_args(args: &Value) -> Binding {
    let binding = Binding::empty();
    binding.variables.borrow().put_str(&Str::new("args"), args.clone());
    binding
}

fn get_variable(vm: &mut Vm, binding: &Binding, name: &Rc<Str>) -> Res {
    let variables = binding.variables.borrow().clone();
    match vm.map_get(&variables, &Value::Str(name.clone()))? {
        Some(value) => Ok(value),
        None => {
            let text = format!("No such property: {name} for class: groovy.lang.Binding");
            let exception = Throwable::new(throwables::MISSING_PROPERTY_EXCEPTION.id(), Some(Str::new(&text)));
            exception.set_detail("property", Value::Str(name.clone()));
            exception.set_detail("type", Value::class(CLASS.id()));
            Err(vm.throw_value(Value::Throwable(exception)))
        }
    }
}

/// `binding.x`: a variable, else a property of the binding itself.
fn get_property(vm: &mut Vm, this: &Value, name: &Rc<Str>) -> Res {
    if let Some(variables) = vm.variables_of(this) {
        if let Some(value) = variables.get_str(name) {
            return Ok(value);
        }
        if *name.text() == *"variables" {
            return Ok(Value::Map(variables));
        }
    }
    vm.own_value(this, &name.text())
}

fn set_variable(vm: &mut Vm, binding: &Binding, name: &Rc<Str>, value: &Value) -> Res<()> {
    let variables = binding.variables.borrow().clone();
    crate::heap::cycles::may_close(&Value::Map(variables.clone()), value);
    vm.map_put(&variables, &Value::Str(name.clone()), value.clone())
        .map(drop)
}

fn remove_variable(vm: &mut Vm, binding: &Binding, name: &Rc<Str>) -> Res<()> {
    let variables = binding.variables.borrow().clone();
    vm.map_remove(&variables, &Value::Str(name.clone())).map(drop)
}

fn has_variable(binding: &Binding, name: &Rc<Str>) -> bool {
    binding.variables.borrow().get_str(name).is_some()
}
