//! `groovy.lang`, and the few classes beside it that belong to running scripts.

pub mod annotations;
pub mod binding;
pub mod class_loader;
pub mod closure;
pub mod eval_class;
pub mod meta_class;
pub mod meta_member;
pub mod missing;
pub mod null_object;
pub mod range;
pub mod script;
pub mod shell;
pub mod system;
pub mod tuple;

use crate::registry::{Class, class, interface, method, native, required};
use crate::value::{Str, Value};
use crate::{Res, Vm};

/// `groovy.lang.GroovyObject`
pub static GROOVY_OBJECT: Class = interface("groovy.lang.GroovyObject").members(&[
    method("getProperty(String property): Object", &native(get_property)).doc("A property by name."),
    method(
        "setProperty(String property, Object value): void",
        &native(set_property),
    )
    .doc("Sets a property by name."),
    method(
        "invokeMethod(String name, Object arguments): Object",
        &native(invoke_method),
    )
    .doc("Calls a method by name."),
]);
/// `groovy.lang.GroovyInterceptable`
pub static GROOVY_INTERCEPTABLE: Class = interface("groovy.lang.GroovyInterceptable").implements(&[&GROOVY_OBJECT]);
/// `groovy.lang.GroovyObjectSupport`
pub static GROOVY_OBJECT_SUPPORT: Class = class("groovy.lang.GroovyObjectSupport").implements(&[&GROOVY_OBJECT]);
/// `java.util.concurrent.Callable`
pub static CALLABLE: Class = interface("java.util.concurrent.Callable").members(&[required("call(): Object")]);
/// `groovy.lang.GroovyCallable`
pub static GROOVY_CALLABLE: Class = interface("groovy.lang.GroovyCallable").implements(&[&CALLABLE]);

/// The classes of the package.
pub static CLASSES: &[&Class] = &[
    &GROOVY_OBJECT,
    &GROOVY_INTERCEPTABLE,
    &GROOVY_OBJECT_SUPPORT,
    &CALLABLE,
    &GROOVY_CALLABLE,
    &null_object::CLASS,
    &binding::CLASS,
    &script::CLASS,
    &range::CLASS,
    &range::INT_RANGE,
    &range::NUMBER_RANGE,
    &range::OBJECT_RANGE,
    &range::EMPTY_RANGE,
    &crate::gdk::map_with_default::CLASS,
    &crate::gdk::list_with_default::CLASS,
    &shell::CLASS,
    &eval_class::CLASS,
    &system::CLASS,
    &class_loader::CLASS_LOADER,
    &class_loader::CLASS,
    &class_loader::INNER,
    &meta_class::PROTOCOL,
    &meta_class::CLASS,
    &meta_class::IMPLEMENTATION,
    &meta_class::HANDLE,
    &meta_class::OF_CLOSURES,
    &meta_member::METHOD,
    &meta_member::PROPERTY,
    &meta_member::BEAN_PROPERTY,
];

/// A property as the class itself has it: a class's own `getProperty` may be what asks.
fn get_property(vm: &mut Vm, this: &Value, name: &Str) -> Res {
    vm.object_value(this, &name.text())
}

fn set_property(vm: &mut Vm, this: &Value, name: &Str, value: &Value) -> Res<()> {
    if vm.is_script(this) {
        return vm.set_script_variable(this, &name.text(), value.clone());
    }
    vm.set_own_property(this, &name.text(), value.clone())
}

/// A method as the class itself answers it; its own `invokeMethod` is not asked again.
fn invoke_method(vm: &mut Vm, this: &Value, name: &Str, given: &Value) -> Res {
    vm.call_declared(this, &name.text(), meta_class::arguments(given))
}
