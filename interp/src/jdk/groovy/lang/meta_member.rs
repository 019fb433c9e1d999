//! `groovy.lang.MetaMethod` and `groovy.lang.MetaProperty`: members of classes as values.

use super::meta_class::arguments;
use crate::program::Visibility;
use crate::registry::{Class, ClassId, Kind, class, method, native};
use crate::value::{Array, HostType, Value};
use crate::vm::{Callable, Field, ScriptClass};
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

impl MetaProperty {
    /// The property of a field.
    fn of(field: &Field) -> MetaProperty {
        MetaProperty {
            name: field.name.clone(),
            ty: field.ty,
        }
    }
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

/// The fields of a script class that it shows itself, or to classes below it.
fn fields_of(script: &ScriptClass, own: bool) -> Vec<MetaProperty> {
    let statics = script.statics.iter().map(|s| &s.field);
    let declared = script.fields.iter().filter(|f| f.class == script.id).chain(statics);
    let shown = declared.filter(|f| own || (!f.is_property && f.visibility != Visibility::Private));
    shown.map(MetaProperty::of).collect()
}

/// What a script class has getters for, written or made from its properties.
fn accessors_of(script: &ScriptClass, own: bool, getters: &mut Vec<MetaProperty>, statics: &mut Vec<MetaProperty>) {
    for method in script.methods.values().flatten().filter(|m| m.params.is_empty()) {
        let boolean = method.returns == ClassId::PRIMITIVE_BOOLEAN;
        let Some(name) = property_name(&method.name, boolean) else {
            continue;
        };
        let property = MetaProperty {
            name: name.into(),
            ty: method.returns,
        };
        if method.is_static { &mut *statics } else { &mut *getters }.push(property);
    }
    if own {
        return;
    }
    let made = |f: &&Field| f.is_property && f.class == script.id;
    getters.extend(script.fields.iter().filter(made).map(MetaProperty::of));
    statics.extend(
        script
            .statics
            .iter()
            .map(|s| &s.field)
            .filter(made)
            .map(MetaProperty::of),
    );
}

impl Vm {
    /// The property of a name that a class has; null if there is none.
    pub(crate) fn meta_property(&mut self, class: ClassId, name: &str) -> Value {
        let found = self.properties_of(class).into_iter().find(|p| &*p.name == name);
        found.map_or(Value::Null, Value::host)
    }

    /// The properties of a class in Groovy's order, each once: the fields that it sees, then by name what has a getter, static
    /// ones last.
    pub(crate) fn properties_of(&mut self, class: ClassId) -> Vec<MetaProperty> {
        let mut fields: Vec<MetaProperty> = Vec::new();
        let mut getters = vec![MetaProperty {
            name: "class".into(),
            ty: ClassId::CLASS,
        }];
        let mut statics: Vec<MetaProperty> = Vec::new();
        for id in self.lineage(class) {
            match self.script_class(id).cloned() {
                Some(script) => {
                    let seen = fields_of(&script, id == class);
                    fields.splice(0..0, seen);
                    accessors_of(&script, id == class, &mut getters, &mut statics);
                }
                None => self.native_properties(id, &mut fields, &mut getters),
            }
        }
        getters.sort_by(|a, b| a.name.cmp(&b.name));
        statics.sort_by(|a, b| a.name.cmp(&b.name));
        let mut seen = rustc_hash::FxHashSet::default();
        let all = fields.into_iter().chain(getters).chain(statics);
        all.filter(|p| !p.name.contains('$') && &*p.name != "metaClass" && seen.insert(p.name.clone()))
            .collect()
    }

    fn native_properties(&self, id: ClassId, fields: &mut Vec<MetaProperty>, getters: &mut Vec<MetaProperty>) {
        let Some(native) = self.registry.by_id(id) else { return };
        for member in native.members {
            let ty = self.signature_type(member.returns());
            match member.kind {
                Kind::Property | Kind::Constant => fields.push(MetaProperty {
                    name: member.name().into(),
                    ty,
                }),
                Kind::Method if member.params().next().is_none() => {
                    let name = property_name(member.name(), ty.boxed() == ClassId::BOOLEAN);
                    getters.extend(name.map(|name| MetaProperty { name: name.into(), ty }));
                }
                _ => {}
            }
        }
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
