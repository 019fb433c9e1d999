//! Classes by id, native and script alike.

use super::Vm;
use crate::program::ClassKind;
use crate::registry::ClassId;
use crate::value::Value;
use std::rc::Rc;

impl Vm {
    /// `getName()` of a class: `java.lang.String`, `[I`, `[Ljava.lang.String;`.
    pub fn class_name(&self, id: ClassId) -> Rc<str> {
        if id.dimensions() > 0 {
            let brackets = "[".repeat(id.dimensions() as usize);
            let element = id.element();
            let code = match element {
                ClassId::PRIMITIVE_BOOLEAN => "Z".into(),
                ClassId::PRIMITIVE_CHAR => "C".into(),
                ClassId::PRIMITIVE_BYTE => "B".into(),
                ClassId::PRIMITIVE_SHORT => "S".into(),
                ClassId::PRIMITIVE_INT => "I".into(),
                ClassId::PRIMITIVE_LONG => "J".into(),
                ClassId::PRIMITIVE_FLOAT => "F".into(),
                ClassId::PRIMITIVE_DOUBLE => "D".into(),
                _ => format!("L{};", self.class_name(element)),
            };
            return format!("{brackets}{code}").into();
        }
        if let Some(class) = self.script_class(id) {
            return class.name();
        }
        self.registry.by_id(id).map_or("java.lang.Object", |c| c.name).into()
    }

    /// `getSuperclass()`; none for interfaces, primitives and `Object`.
    pub fn superclass(&self, id: ClassId) -> Option<ClassId> {
        if id.dimensions() > 0 {
            return Some(ClassId::OBJECT);
        }
        if let Some(class) = self.script_class(id) {
            return (!class.is_interface()).then_some(class.superclass);
        }
        let class = self.registry.by_id(id)?;
        self.registry.superclass(class).map(|c| c.id())
    }

    /// The class and its superclasses, `Object` last.
    pub fn superclasses(&self, id: ClassId) -> Vec<ClassId> {
        let mut out: Vec<ClassId> = Vec::new();
        let mut next = Some(id);
        while let Some(class) = next {
            if out.contains(&class) {
                break;
            }
            out.push(class);
            next = self.superclass(class);
        }
        out
    }

    /// The interfaces that a class names itself; for a script class `GroovyObject` too.
    pub fn interfaces(&self, id: ClassId) -> Vec<ClassId> {
        if id.dimensions() > 0 {
            return vec![ClassId::CLONEABLE, ClassId::SERIALIZABLE];
        }
        if let Some(class) = self.script_class(id) {
            let mut out = class.interfaces.clone();
            if !class.is_interface() && !class.superclass.is_script() {
                out.push(ClassId::GROOVY_OBJECT);
            }
            return out;
        }
        let class = self.registry.by_id(id);
        class.map_or_else(Vec::new, |c| c.implements.iter().map(|i| i.id()).collect())
    }

    /// `isInterface()`.
    pub fn is_interface(&self, id: ClassId) -> bool {
        match self.script_class(id) {
            Some(class) => class.is_interface(),
            None => self.registry.by_id(id).is_some_and(|c| c.interface),
        }
    }

    /// Whether it is a trait of a script.
    pub(crate) fn is_trait(&self, id: ClassId) -> bool {
        self.script_class(id)
            .is_some_and(|class| class.kind == ClassKind::Trait)
    }

    /// Whether a class is another one or below it. Arrays are below `Object` and arrays of what their elements are below.
    pub fn is_subclass(&self, id: ClassId, of: ClassId) -> bool {
        if id == of || of == ClassId::OBJECT {
            return !id.is_primitive() || id == of;
        }
        if let (Some(a), Some(b)) = (id.component(), of.component()) {
            return !a.is_primitive() && self.is_subclass(a, b);
        }
        if let (false, false) = (id.is_script(), of.is_script()) {
            return match (self.registry.by_id(id), self.registry.by_id(of)) {
                (Some(class), Some(of)) => self.registry.is_subclass(class, of),
                _ => id.dimensions() > 0 && of.dimensions() == 0 && self.interfaces(id).contains(&of),
            };
        }
        if !id.is_script() {
            return false;
        }
        let parents = self.superclass(id).into_iter().chain(self.interfaces(id));
        parents.into_iter().any(|p| self.is_subclass(p, of))
    }

    /// `value instanceof T`; null is an instance of nothing.
    pub fn is_instance(&self, value: &Value, class: ClassId) -> bool {
        !value.is_null() && self.is_subclass(value.class_id(), class.boxed())
    }

    /// The class of a full name, `java.util.Map$Entry` and `java.util.Map.Entry` alike: native, or loaded from a script. Files
    /// under the roots are not looked for; see [`Vm::find_class`].
    pub fn class_by_name(&self, name: &str) -> Option<ClassId> {
        if let Some(class) = self.class_names.get(name) {
            return Some(*class);
        }
        if let Some(class) = self.registry.class(name) {
            return Some(class.id());
        }
        // `a.b.Outer.Inner` is `a.b.Outer$Inner`.
        let mut nested = name.to_string();
        while let Some(dot) = nested.rfind('.') {
            nested.replace_range(dot..=dot, "$");
            if let Some(class) = self.class_names.get(nested.as_str()) {
                return Some(*class);
            }
            if let Some(class) = self.registry.class(&nested) {
                return Some(class.id());
            }
        }
        None
    }

    /// Whether a closure may stand for an object of this type: an interface with a single method to implement.
    pub fn is_functional(&self, id: ClassId) -> bool {
        self.single_method(id).is_some()
    }

    /// The name of an interface's single abstract method.
    pub fn single_method(&self, id: ClassId) -> Option<Rc<str>> {
        if let Some(class) = self.script_class(id) {
            if !class.is_interface() && !class.declaration().is_some_and(|d| d.is_abstract) {
                return None;
            }
            let mut names: Vec<Rc<str>> = Vec::new();
            for parent in self.lineage(id) {
                if let Some(script) = self.script_class(parent) {
                    let all = script.methods.values().flatten();
                    names.extend(all.filter(|m| m.is_abstract).map(|m| m.name.clone()));
                } else if let Some(native) = self.registry.by_id(parent).filter(|c| c.interface) {
                    names.extend(self.registry.single_method(native).map(|m| Rc::from(m.name())));
                }
            }
            let brought = |name: &str| {
                let methods = self.lineage(id).into_iter().filter_map(|c| self.script_class(c));
                let mut methods = methods.filter_map(|c| c.methods.get(name)).flatten();
                methods.any(|m| !m.is_abstract && !m.is_static)
            };
            names.retain(|name| class.is_interface() || !brought(name));
            names.sort();
            names.dedup();
            return if names.len() == 1 { names.pop() } else { None };
        }
        let class = self.registry.by_id(id)?;
        self.registry.single_method(class).map(|m| Rc::from(m.name()))
    }
}
