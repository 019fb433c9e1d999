//! Classes by id, native and script alike.

use super::Vm;
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
        self.registry.by_id(id).map_or("java.lang.Object", |c| c.name).into()
    }

    /// Whether a class is another one or below it. Arrays are below `Object` and arrays of what their elements are below.
    pub fn is_subclass(&self, id: ClassId, of: ClassId) -> bool {
        if id == of || of == ClassId::OBJECT {
            return true;
        }
        if let (Some(a), Some(b)) = (id.component(), of.component()) {
            return !a.is_primitive() && self.is_subclass(a, b);
        }
        match (self.registry.by_id(id), self.registry.by_id(of)) {
            (Some(class), Some(of)) => self.registry.is_subclass(class, of),
            _ => false,
        }
    }

    /// `value instanceof T`; null is an instance of nothing.
    pub fn is_instance(&self, value: &Value, class: ClassId) -> bool {
        !value.is_null() && self.is_subclass(value.class_id(), class)
    }

    /// The class of a full name, `java.util.Map$Entry` and `java.util.Map.Entry` alike.
    pub fn class_by_name(&self, name: &str) -> Option<ClassId> {
        self.registry.class(name).map(|c| c.id())
    }
}
