//! Writing properties: setters, fields, map keys, a script's binding, hooks.

use super::accessor;
use crate::Res;
use crate::eval::calls::Name;
use crate::eval::{Site, Target};
use crate::heap;
use crate::program::Visibility;
use crate::registry::ClassId;
use crate::value::{Str, Value};
use crate::vm::script_class::Field;
use crate::vm::{Unit, Vm};
use std::rc::Rc;

impl Vm {
    /// `receiver.name = value`.
    pub fn set_property(&mut self, receiver: &Value, name: &str, value: Value) -> Res<()> {
        match receiver {
            Value::Null => Err(self.null_pointer(format!("Cannot set property '{name}' on null object"))),
            Value::Map(map) if !self.has_property_hook(receiver) => {
                heap::cycles::may_close(receiver, &value);
                let map = map.clone();
                crate::jdk::util::map::put(self, &map, &Value::str(name), &value).map(Value::done)
            }
            Value::Class(_) => self.set_static_property(receiver, name, value),
            Value::Closure(closure) => {
                let closure = closure.clone();
                self.set_property_in_closure(&closure, &Str::new(name), value)
            }
            Value::Object(_) => {
                let hooked = self
                    .script_class(receiver.class_id())
                    .is_some_and(|c| c.hooks.set_property);
                if hooked && let Some(hook) = self.find_property_hook(receiver, "setProperty", 2) {
                    return self
                        .invoke(&hook, receiver, &mut [Value::str(name), value])
                        .map(Value::done);
                }
                if self.is_script(receiver) && !self.has_setter(receiver, name) {
                    return self.set_script_variable(receiver, name, value);
                }
                if let Some(behind) = self.behind_traits(receiver)
                    && !self.has_setter(receiver, name)
                {
                    return self.set_property(&behind, name, value);
                }
                self.set_own_property(receiver, name, value)
            }
            Value::Host(_) | Value::Map(_) => match self.find_property_hook(receiver, "setProperty", 2) {
                Some(hook) => self
                    .invoke(&hook, receiver, &mut [Value::str(name), value])
                    .map(Value::done),
                None => self.set_own_property(receiver, name, value),
            },
            _ => self.set_own_property(receiver, name, value),
        }
    }

    /// Whether assigning a script's name reaches a setter or field of its class instead of the binding.
    fn has_setter(&mut self, receiver: &Value, name: &str) -> bool {
        let class = receiver.class_id();
        name == "binding"
            || name == "metaClass"
            || self.script_class(class).is_some_and(|c| c.field_slot(name).is_some())
            || self
                .candidates(class, &accessor("set", name))
                .iter()
                .any(|c| c.signature.params.len() == 1)
    }

    /// Whether a name is a property with a setter alone: Groovy reads it for a closure when no method of the name fits.
    pub(in super::super) fn is_write_only(&mut self, receiver: &Value, name: &str) -> bool {
        let class = receiver.class_id();
        if !matches!(receiver, Value::Object(_) | Value::Host(_)) || name.is_empty() {
            return false;
        }
        let mut has = |kind: &str, parameters: usize| {
            let candidates = self.candidates(class, &accessor(kind, name));
            candidates.iter().any(|c| c.signature.params.len() == parameters)
        };
        has("set", 1)
            && !has("get", 0)
            && !has("is", 0)
            && self.script_class(class).is_none_or(|c| c.field_slot(name).is_none())
    }

    /// Stores to a field that a site remembers; the value comes back where it must be converted, or nothing is remembered.
    #[inline(always)]
    fn store_at(&mut self, unit: &Rc<Unit>, name: Name, receiver: &Value, value: Value) -> Result<(), Value> {
        let Value::Object(object) = receiver else {
            return Err(value);
        };
        let site = unit.site(name.site);
        if site.class != object.class.get() {
            return Err(value);
        }
        match site.target() {
            Target::Field(slot) => {
                heap::cycles::may_close(receiver, &value);
                object.set_field(slot as usize, value);
                Ok(())
            }
            Target::Typed(slot) => {
                heap::cycles::may_close(receiver, &value);
                object.set_field_of_same_class(slot as usize, value)
            }
            _ => Err(value),
        }
    }

    /// A property set at a site.
    #[inline]
    pub(crate) fn set_property_site(&mut self, unit: &Rc<Unit>, name: Name, receiver: &Value, value: Value) -> Res<()> {
        match self.store_at(unit, name, receiver, value) {
            Ok(()) => Ok(()),
            Err(value) => self.set_property_site_slow(unit, name, receiver, value),
        }
    }

    /// A field of `this` set at a site, whatever setters say.
    #[inline]
    pub(crate) fn set_field_site(&mut self, unit: &Rc<Unit>, name: Name, receiver: &Value, value: Value) -> Res<()> {
        match self.store_at(unit, name, receiver, value) {
            Ok(()) => Ok(()),
            Err(value) => self.set_field_site_slow(unit, name, receiver, value),
        }
    }

    #[cold]
    #[inline(never)]
    fn set_field_site_slow(&mut self, unit: &Rc<Unit>, name: Name, receiver: &Value, value: Value) -> Res<()> {
        let text = unit.name(name.name).clone();
        let class = receiver.class_id();
        if let Some(target) = self.script_class(class).and_then(|c| c.stored(&text.text())) {
            unit.set_site(name.site, Site::new(class, target));
        }
        self.set_attribute(receiver, &text, value)
    }

    #[cold]
    #[inline(never)]
    fn set_property_site_slow(&mut self, unit: &Rc<Unit>, name: Name, receiver: &Value, value: Value) -> Res<()> {
        let text = unit.name(name.name).clone();
        let text = text.text();
        let class = receiver.class_id();
        let plain = self
            .script_class(class)
            .filter(|c| !c.hooks.set_property)
            .and_then(|c| c.stored(&text));
        if let Some(target) = plain
            && !self
                .candidates(class, &accessor("set", &text))
                .iter()
                .any(|c| c.signature.params.len() == 1)
        {
            unit.set_site(name.site, Site::new(class, target));
        }
        self.set_property(receiver, &text, value)
    }

    /// Sets a property without a class's own `setProperty`: setters, fields, static fields, then the fallbacks.
    pub(crate) fn set_own_property(&mut self, receiver: &Value, name: &str, value: Value) -> Res<()> {
        let class = receiver.class_id();
        let setter = accessor("set", name);
        let candidates = self.candidates(class, &setter);
        if candidates.iter().any(|c| c.signature.params.len() == 1) {
            return self.call_setter(receiver, &setter, name, value);
        }
        if let Some(script) = self.script_class(class).cloned()
            && let Some(slot) = script.field_slot(name)
            && let Some(field) = script.fields.get(slot)
        {
            return self.set_field(receiver, field, slot, name, value);
        }
        if let Some(member) = self.native_property(class, name) {
            return match member.set {
                Some(set) => set.run(self, receiver, &[value]).map(Value::done),
                None => Err(self.read_only_property(receiver, name)),
            };
        }
        self.set_property_fallback(receiver, name, value)
    }

    fn call_setter(&mut self, receiver: &Value, setter: &str, name: &str, value: Value) -> Res<()> {
        let candidates = self.candidates(receiver.class_id(), setter);
        let single: Vec<_> = candidates
            .iter()
            .filter(|c| c.signature.params.len() == 1)
            .cloned()
            .collect();
        let mut args = [value];
        let chosen = self.pick(receiver.class_id(), setter, &single, &args)?.map(|(c, _)| c);
        let callable = match (chosen, single.first()) {
            (Some(callable), _) => callable,
            (None, Some(only)) => {
                // A setter takes what an assignment to a variable of its type takes.
                if let Some(ty) = only.signature.params.first() {
                    args = [self.cast(&args[0], *ty)?];
                }
                only.callable.clone()
            }
            (None, None) => return Err(self.read_only_property(receiver, name)),
        };
        self.invoke(&callable, receiver, &mut args).map(Value::done)
    }

    pub(super) fn set_field(
        &mut self,
        receiver: &Value,
        field: &Field,
        slot: usize,
        name: &str,
        value: Value,
    ) -> Res<()> {
        if field.is_final && (field.is_property || field.visibility != Visibility::Private) {
            return Err(self.read_only_property(receiver, name));
        }
        self.store_field(receiver, field, slot, value)
    }

    /// Stores to a field of an object, whatever setters or `final` say.
    pub(crate) fn store_field(&mut self, receiver: &Value, field: &Field, slot: usize, value: Value) -> Res<()> {
        let Value::Object(object) = receiver else {
            return Err(self.missing_property(receiver, &field.name));
        };
        let value = self.cast_to(value, field.ty)?;
        heap::cycles::may_close(receiver, &value);
        object.set_field(slot, value);
        Ok(())
    }

    /// A value as one of a type; anything is an Object already.
    pub(crate) fn cast_to(&mut self, value: Value, ty: ClassId) -> Res {
        if ty == ClassId::OBJECT {
            Ok(value)
        } else {
            self.cast(&value, ty)
        }
    }

    fn set_property_fallback(&mut self, receiver: &Value, name: &str, value: Value) -> Res<()> {
        let class = receiver.class_id();
        if self.set_static_field(class, name, &value)? {
            return Ok(());
        }
        if self.is_map_object(receiver) {
            return self
                .call_method(receiver, "put", &[Value::str(name), value])
                .map(Value::done);
        }
        if let Some(setter) = self.generic_accessor(receiver, "set", 2) {
            return self
                .invoke(&setter, receiver, &mut [Value::str(name), value])
                .map(Value::done);
        }
        if let Some(hook) = self.find_property_hook(receiver, "propertyMissing", 2) {
            return self
                .invoke(&hook, receiver, &mut [Value::str(name), value])
                .map(Value::done);
        }
        if let Some(outer) = self.outer_instance(receiver) {
            return self.set_property(&outer, name, value);
        }
        if name != "class" && self.getter(receiver, name)?.is_none() {
            return Err(self.missing_property(receiver, name));
        }
        Err(self.read_only_property(receiver, name))
    }
}
