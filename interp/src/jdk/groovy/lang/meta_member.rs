//! `groovy.lang.MetaMethod` and `groovy.lang.MetaProperty`: members of classes as values.

use super::meta_class::arguments;
use crate::program::Visibility;
use crate::registry::{Class, ClassId, Kind, class, method, native};
use crate::value::{Array, HostType, Value};
use crate::vm::Callable;
use crate::{Res, Vm};
use std::rc::Rc;

/// A method of a class.
pub struct MetaMethod {
    name: Rc<str>,
    class: ClassId,
    params: Box<[ClassId]>,
    returns: ClassId,
    is_static: bool,
    callable: Callable,
}

impl HostType for MetaMethod {
    const NAME: &'static str = "groovy.lang.MetaMethod";

    fn class() -> &'static Class {
        &METHOD
    }
}

impl MetaMethod {
    /// A candidate of dispatch as a value.
    pub(crate) fn new(vm: &Vm, name: &str, candidate: &crate::vm::Candidate) -> MetaMethod {
        MetaMethod {
            name: name.into(),
            class: candidate.class,
            params: candidate.signature.params.clone(),
            returns: candidate.callable.returns(vm),
            is_static: candidate.is_static,
            callable: candidate.callable.clone(),
        }
    }
}

/// `groovy.lang.MetaMethod`.
pub static METHOD: Class = class("groovy.lang.MetaMethod").abstract_class().members(&[
    method("getName(): String", &native(|m: &MetaMethod| m.name.to_string())),
    method(
        "getDeclaringClass(): Class",
        &native(|m: &MetaMethod| Value::class(m.class)),
    ),
    method(
        "getReturnType(): Class",
        &native(|m: &MetaMethod| Value::class(m.returns)),
    ),
    method("getParameterTypes(): Class[]", &native(parameter_types)),
    method("getNativeParameterTypes(): Class[]", &native(parameter_types)),
    method("isStatic(): boolean", &native(|m: &MetaMethod| m.is_static)),
    method("invoke(Object subject, Object[] arguments): Object", &native(invoke)).doc("Calls it."),
    method(
        "doMethodInvoke(Object subject, Object[] arguments): Object",
        &native(invoke),
    ),
    method("toString(): String", &native(method_text)),
]);

fn parameter_types(m: &MetaMethod) -> Rc<Array> {
    Array::new(ClassId::CLASS, m.params.iter().copied().map(Value::class).collect())
}

fn invoke(vm: &mut Vm, method: &MetaMethod, subject: &Value, args: &Value) -> Res {
    let mut args = arguments(args);
    vm.invoke(&method.callable, subject, &mut args)
}

/// `public java.lang.String java.lang.String.trim()`.
fn method_text(vm: &mut Vm, m: &MetaMethod) -> String {
    let params: Vec<String> = m.params.iter().map(|p| vm.class_name(*p).to_string()).collect();
    format!(
        "public {}{} {}.{}({})",
        if m.is_static { "static " } else { "" },
        vm.class_name(m.returns),
        vm.class_name(m.class),
        m.name,
        params.join(",")
    )
}

/// A property of a class.
pub struct MetaProperty {
    /// Its name.
    pub name: Rc<str>,
    /// Its type.
    pub ty: ClassId,
}

impl HostType for MetaProperty {
    const NAME: &'static str = "groovy.lang.MetaProperty";

    fn class() -> &'static Class {
        &BEAN_PROPERTY
    }
}

/// `groovy.lang.MetaProperty`.
pub static PROPERTY: Class = class("groovy.lang.MetaProperty").abstract_class().members(&[
    method("getName(): String", &native(|p: &MetaProperty| p.name.to_string())),
    method("getType(): Class", &native(|p: &MetaProperty| Value::class(p.ty))),
    method(
        "getProperty(Object subject): Object",
        &native(|vm: &mut Vm, p: &MetaProperty, subject: &Value| vm.get_property(subject, &p.name)),
    )
    .doc("Its value on an object."),
    method(
        "setProperty(Object subject, Object value): void",
        &native(|vm: &mut Vm, p: &MetaProperty, subject: &Value, value: &Value| {
            vm.set_property(subject, &p.name, value.clone())
        }),
    )
    .doc("Sets it on an object."),
]);
/// `groovy.lang.MetaBeanProperty`.
pub static BEAN_PROPERTY: Class = class("groovy.lang.MetaBeanProperty").extends(&PROPERTY);

/// The name of the property that a getter makes.
fn property_name(getter: &str, returns_boolean: bool) -> Option<String> {
    let rest = match getter.strip_prefix("get") {
        Some(rest) => rest,
        None => getter.strip_prefix("is").filter(|_| returns_boolean)?,
    };
    let mut chars = rest.chars();
    let first = chars.next().filter(|c| !c.is_lowercase())?;
    let tail = chars.as_str();
    if tail.starts_with(char::is_uppercase) {
        return Some(rest.into());
    }
    Some(format!("{}{tail}", first.to_lowercase()))
}

impl Vm {
    /// The property of a name that a class has; null if there is none.
    pub(crate) fn meta_property(&mut self, class: ClassId, name: &str) -> Value {
        let found = self.properties_of(class).into_iter().find(|p| &*p.name == name);
        found.map_or(Value::Null, Value::host)
    }

    /// The properties of a class: its fields' and getters', nearest class first, each once.
    pub(crate) fn properties_of(&mut self, class: ClassId) -> Vec<MetaProperty> {
        let mut out: Vec<MetaProperty> = Vec::new();
        let mut add = |name: &str, ty: ClassId| {
            if !out.iter().any(|p| &*p.name == name) {
                out.push(MetaProperty { name: name.into(), ty });
            }
        };
        for id in self.lineage(class) {
            if let Some(script) = self.script_class(id).cloned() {
                for field in script.fields.iter().filter(|f| f.class == id) {
                    if field.is_property || field.visibility == Visibility::Public {
                        add(&field.name, field.ty);
                    }
                }
                let mut getters: Vec<_> = script
                    .methods
                    .values()
                    .flatten()
                    .filter(|m| m.params.is_empty())
                    .collect();
                getters.sort_by_key(|m| m.index);
                for getter in getters {
                    let boolean = getter.returns.boxed() == ClassId::BOOLEAN;
                    if let Some(name) = property_name(&getter.name, boolean) {
                        add(&name, getter.returns);
                    }
                }
                continue;
            }
            let Some(native) = self.registry.by_id(id) else {
                continue;
            };
            for member in native.members {
                let ty = self.signature_type(member.returns());
                match member.kind {
                    Kind::Property | Kind::Constant => add(member.name(), ty),
                    Kind::Method if member.params().next().is_none() => {
                        if let Some(name) = property_name(member.name(), ty.boxed() == ClassId::BOOLEAN) {
                            add(&name, ty);
                        }
                    }
                    _ => {}
                }
            }
        }
        add("class", ClassId::CLASS);
        out
    }

    /// The methods of a class: its own and inherited ones, or those that Groovy adds.
    pub(crate) fn all_methods(&mut self, class: ClassId, groovy: bool) -> Vec<Value> {
        let mut names: Vec<Rc<str>> = Vec::new();
        for id in self.lineage(class) {
            if let Some(script) = self.script_class(id).cloned() {
                let mut own: Vec<_> = script.methods.values().flatten().cloned().collect();
                own.sort_by_key(|m| m.index);
                names.extend(own.iter().filter(|_| !groovy).map(|m| m.name.clone()));
            } else if let Some(native) = self.registry.by_id(id) {
                let members = if groovy { native.groovy } else { native.members };
                let methods = members.iter().filter(|m| matches!(m.kind, Kind::Method | Kind::Static));
                names.extend(methods.map(|m| Rc::from(m.name())));
            }
        }
        let mut seen = rustc_hash::FxHashSet::default();
        names.retain(|n| seen.insert(n.clone()));
        names.iter().flat_map(|n| self.methods_named(class, n)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn getters_name_properties() {
        assert_eq!(property_name("getName", false).as_deref(), Some("name"));
        assert_eq!(property_name("getURL", false).as_deref(), Some("URL"));
        assert_eq!(property_name("isOpen", true).as_deref(), Some("open"));
        assert_eq!(property_name("isOpen", false), None);
        assert_eq!(property_name("get", false), None);
        assert_eq!(property_name("getter", false), None);
    }
}
