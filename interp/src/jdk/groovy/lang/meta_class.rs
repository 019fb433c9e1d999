//! `groovy.lang.MetaClass` in its plain form: asking a class what it has, and calling it by name. Changing classes at run time
//! is not part of it.

use super::meta_member::{MetaMethod, MetaProperty};
use crate::registry::{Class, ClassId, class, interface, method, native};
use crate::value::{Array, HostType, Str, Value};
use crate::{Res, Vm};

/// What is known of a class.
pub struct MetaClass {
    /// The class.
    pub class: ClassId,
}

impl HostType for MetaClass {
    const NAME: &'static str = "groovy.lang.MetaClassImpl";

    fn class() -> &'static Class {
        &IMPLEMENTATION
    }
}

/// `groovy.lang.MetaObjectProtocol`.
pub static PROTOCOL: Class = interface("groovy.lang.MetaObjectProtocol");
/// `groovy.lang.MetaClass`.
pub static CLASS: Class = interface("groovy.lang.MetaClass").implements(&[&PROTOCOL]);
/// `groovy.lang.MetaClassImpl`.
pub static IMPLEMENTATION: Class = class("groovy.lang.MetaClassImpl")
    .abstract_class()
    .implements(&[&CLASS])
    .members(&[
        method("getTheClass(): Class", &native(|m: &MetaClass| Value::class(m.class))).doc("The class it tells of."),
        method("getMethods(): List", &native(methods)).doc("What the class has of its own and inherits."),
        method("getMetaMethods(): List", &native(groovy_methods)).doc("What Groovy adds to the class."),
        method("getProperties(): List", &native(properties)).doc("The properties of the class."),
        method("respondsTo(Object subject, String name): List", &native(responds_to)).doc("Methods of a name."),
        method(
            "respondsTo(Object subject, String name, Object[] arguments): List",
            &native(responds_to_with),
        )
        .doc("Methods of a name that take such arguments."),
        method(
            "hasProperty(Object subject, String name): MetaProperty",
            &native(|vm: &mut Vm, m: &MetaClass, _subject: &Value, name: &Str| vm.meta_property(m.class, &name.text())),
        )
        .doc("The property of a name; null if there is none."),
        method(
            "getMetaProperty(String name): MetaProperty",
            &native(|vm: &mut Vm, m: &MetaClass, name: &Str| vm.meta_property(m.class, &name.text())),
        ),
        method(
            "getMetaMethod(String name, Object arguments): MetaMethod",
            &native(meta_method),
        )
        .doc("The method that such a call would reach."),
        method(
            "pickMethod(String name, Class[] types): MetaMethod",
            &native(pick_method),
        ),
        method(
            "getStaticMetaMethod(String name, Object[] arguments): MetaMethod",
            &native(meta_method),
        ),
        method(
            "invokeMethod(Object subject, String name, Object arguments): Object",
            &native(invoke_method),
        )
        .doc("Calls a method by name."),
        method(
            "invokeStaticMethod(Object subject, String name, Object arguments): Object",
            &native(invoke_static_method),
        ),
        method(
            "invokeConstructor(Object[] arguments): Object",
            &native(invoke_constructor),
        ),
        method(
            "getProperty(Object subject, String name): Object",
            &native(|vm: &mut Vm, _: &MetaClass, subject: &Value, name: &Str| vm.class_property(subject, &name.text())),
        )
        .doc("A property as the class itself has it."),
        method(
            "setProperty(Object subject, String name, Object value): void",
            &native(set_property),
        ),
        method(
            "getAttribute(Object subject, String name): Object",
            &native(|vm: &mut Vm, _: &MetaClass, subject: &Value, name: &Str| {
                vm.get_attribute(subject, &Str::new(&name.text()))
            }),
        ),
        method(
            "setAttribute(Object subject, String name, Object value): void",
            &native(set_attribute),
        ),
        method("equals(Object other): boolean", &native(equals)),
        method("hashCode(): int", &native(|m: &MetaClass| m.class.0 as i32)),
        method("toString(): String", &native(to_string)),
    ]);
/// `org.codehaus.groovy.runtime.HandleMetaClass`: the meta class that scripts are handed.
pub static HANDLE: Class = class("org.codehaus.groovy.runtime.HandleMetaClass").extends(&IMPLEMENTATION);
/// `org.codehaus.groovy.runtime.metaclass.ClosureMetaClass`.
pub static OF_CLOSURES: Class =
    class("org.codehaus.groovy.runtime.metaclass.ClosureMetaClass").extends(&IMPLEMENTATION);

/// The arguments that a hook's `Object` stands for: an array's elements, none for null, else the one object.
pub fn arguments(given: &Value) -> Vec<Value> {
    match given {
        Value::Null => Vec::new(),
        Value::Array(array) if !array.component.is_primitive() => array.to_vec(),
        one => vec![one.clone()],
    }
}

impl Vm {
    /// `object.metaClass`.
    pub(crate) fn meta_class_of(&mut self, subject: &Value) -> Value {
        let class = match subject {
            Value::Null => self.null_class,
            other => other.as_class().unwrap_or(other.class_id()),
        };
        let meta = match subject {
            Value::Closure(_) => &OF_CLOSURES,
            _ => &HANDLE,
        };
        Value::Host(crate::value::Host::of(meta, MetaClass { class }))
    }

    /// A property as a class has it, whatever `getProperty` the class defines.
    fn class_property(&mut self, subject: &Value, name: &str) -> Res {
        match subject {
            Value::Object(_) | Value::Host(_) => self.object_value(subject, name),
            other => self.get_property(other, name),
        }
    }

    /// The methods of a name that a class has.
    pub(crate) fn methods_named(&mut self, class: ClassId, name: &str) -> Vec<Value> {
        let candidates = self.candidates(class, name);
        candidates
            .iter()
            .map(|c| Value::host(MetaMethod::new(self, name, c)))
            .collect()
    }

    /// The methods of a name that take arguments of some classes.
    pub(crate) fn methods_taking(&mut self, class: ClassId, name: &str, types: &[ClassId]) -> Vec<Value> {
        let candidates = self.candidates(class, name);
        let fitting = candidates.iter().filter(|c| {
            let params = &c.signature.params;
            params.len() == types.len()
                && params
                    .iter()
                    .zip(types)
                    .all(|(p, t)| *t == ClassId::NULL || self.accepts_class(*p, *t))
        });
        fitting.map(|c| Value::host(MetaMethod::new(self, name, c))).collect()
    }
}

fn methods(vm: &mut Vm, meta: &MetaClass) -> Vec<Value> {
    vm.all_methods(meta.class, false)
}

fn groovy_methods(vm: &mut Vm, meta: &MetaClass) -> Vec<Value> {
    vm.all_methods(meta.class, true)
}

fn properties(vm: &mut Vm, meta: &MetaClass) -> Vec<Value> {
    let all = vm.properties_of(meta.class);
    all.into_iter().map(Value::host::<MetaProperty>).collect()
}

fn responds_to(vm: &mut Vm, meta: &MetaClass, _subject: &Value, name: &Str) -> Vec<Value> {
    vm.methods_named(meta.class, &name.text())
}

fn responds_to_with(vm: &mut Vm, meta: &MetaClass, _subject: &Value, name: &Str, args: &Value) -> Vec<Value> {
    let types = types_of(&arguments(args));
    vm.methods_taking(meta.class, &name.text(), &types)
}

/// The classes of arguments; a class among them stands for itself, as `respondsTo(x, 'name', [String] as Object[])` means it.
pub fn types_of(args: &[Value]) -> Vec<ClassId> {
    args.iter().map(|a| a.as_class().unwrap_or(a.class_id())).collect()
}

fn meta_method(vm: &mut Vm, meta: &MetaClass, name: &Str, args: &Value) -> Value {
    let types = types_of(&arguments(args));
    let found = vm.methods_taking(meta.class, &name.text(), &types);
    found.into_iter().next().unwrap_or_default()
}

fn pick_method(vm: &mut Vm, meta: &MetaClass, name: &Str, types: &Array) -> Value {
    let types: Vec<ClassId> = types.to_vec().iter().filter_map(Value::as_class).collect();
    let found = vm.methods_taking(meta.class, &name.text(), &types);
    found.into_iter().next().unwrap_or_default()
}

fn invoke_method(vm: &mut Vm, _: &MetaClass, subject: &Value, name: &Str, args: &Value) -> Res {
    let mut args = arguments(args);
    let name = name.text();
    // The class's own `invokeMethod` is not asked: the meta class stands behind it.
    match vm.find(subject, &name, &args)? {
        Some((callable, _)) => vm.invoke(&callable, subject, &mut args),
        None => vm.call_fallback(subject, &name, args),
    }
}

fn invoke_static_method(vm: &mut Vm, meta: &MetaClass, _subject: &Value, name: &Str, args: &Value) -> Res {
    let args = arguments(args);
    vm.call_method(&Value::class(meta.class), &name.text(), &args)
}

fn invoke_constructor(vm: &mut Vm, meta: &MetaClass, args: &Value) -> Res {
    vm.construct(meta.class, &arguments(args))
}

fn set_property(vm: &mut Vm, _: &MetaClass, subject: &Value, name: &Str, value: &Value) -> Res<()> {
    match subject {
        Value::Object(_) | Value::Host(_) => vm.set_own_property(subject, &name.text(), value.clone()),
        other => vm.set_property(other, &name.text(), value.clone()),
    }
}

fn set_attribute(vm: &mut Vm, _: &MetaClass, subject: &Value, name: &Str, value: &Value) -> Res<()> {
    vm.set_attribute(subject, &Str::new(&name.text()), value.clone())
}

fn equals(meta: &MetaClass, other: &Value) -> bool {
    other.as_host::<MetaClass>().is_some_and(|o| o.class == meta.class)
}

fn to_string(vm: &mut Vm, this: &Value) -> String {
    let hash = this.identity_hash();
    let class = this.as_host::<MetaClass>().map_or(ClassId::OBJECT, |m| m.class);
    let outer = vm.class_name(this.class_id());
    format!(
        "{outer}@{hash:x}[groovy.lang.MetaClassImpl@{hash:x}[{}]]",
        vm.class_text(class)
    )
}
