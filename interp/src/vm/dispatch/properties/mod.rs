//! Reading properties: getters, fields, map keys, lists' elements, hooks.

mod attributes;
mod writing;

use super::super::{Unit, Vm};
use super::candidates::Callable;
use crate::eval::calls::Name;
use crate::eval::{Site, Target};
use crate::registry::{Class, ClassId, Kind, Member};
use crate::value::{List, Str, Throwable, Value};
use crate::{Res, jdk};
use std::rc::Rc;

/// How an object of a class answers a property.
#[derive(Clone)]
pub(crate) enum Getter {
    Field(usize),
    Call(Callable),
    Native(&'static Member),
}

/// `getName` for `name`: the first letter raised, unless the second is a capital already.
pub(crate) fn accessor(prefix: &str, name: &str) -> String {
    let mut chars = name.chars();
    let Some(first) = chars.next() else {
        return prefix.into();
    };
    let rest = chars.as_str();
    if rest.chars().next().is_some_and(char::is_uppercase) && first.is_lowercase() {
        return format!("{prefix}{name}");
    }
    format!("{prefix}{}{rest}", first.to_uppercase())
}

impl Vm {
    /// A property at a site: what it remembers when the receiver is of the same class, else a search.
    #[inline]
    pub(crate) fn property_site(&mut self, unit: &Rc<Unit>, name: Name, receiver: &Value) -> Res {
        let site = unit.site(name.site);
        if site.class == receiver.class_id() {
            match (site.target(), receiver) {
                (Target::Field(slot), Value::Object(object)) => return Ok(object.field(slot as usize)),
                (Target::Method(index), _) => {
                    let method = self.methods[index as usize].clone();
                    return self.invoke_method(&method, receiver, &mut []);
                }
                (Target::Native(index), _) => {
                    let native = self.natives[index];
                    return native.run(self, receiver, &[]);
                }
                _ => {}
            }
        }
        if let Value::Map(map) = receiver
            && map.is_plain()
        {
            return Ok(map.get_str(unit.name(name.name)).unwrap_or_default());
        }
        self.property_site_slow(unit, name, receiver)
    }

    #[cold]
    #[inline(never)]
    fn property_site_slow(&mut self, unit: &Rc<Unit>, name: Name, receiver: &Value) -> Res {
        let text = unit.name(name.name).clone();
        let text = text.text();
        let cacheable = match receiver {
            Value::Object(o) => {
                self.script_class(o.class.get())
                    .is_some_and(|c| !c.hooks.get_property && c.superclass != ClassId::SCRIPT_CLASS)
                    && !self.is_map_object(receiver)
            }
            Value::Host(_) => !self.has_property_hook(receiver),
            Value::Str(_) => true,
            _ => false,
        };
        if cacheable && let Some(getter) = self.getter(receiver, &text)? {
            let target = match &getter {
                Getter::Field(slot) => Some(Target::Field(*slot as u32)),
                Getter::Call(Callable::Method(m)) if !m.is_static => Some(Target::Method(m.index)),
                Getter::Call(Callable::Native(member, call)) if member.kind == Kind::Method => {
                    Some(Target::Native(self.native_number(member, *call)))
                }
                Getter::Native(member) => member.run.map(|run| Target::Native(self.native_number(member, run))),
                _ => None,
            };
            if let Some(target) = target {
                unit.set_site(name.site, Site::new(receiver.class_id(), target));
            }
            return self.read(&getter, receiver);
        }
        self.get_property(receiver, &text)
    }

    /// Whether a native class answers unknown properties itself.
    fn has_property_hook(&mut self, receiver: &Value) -> bool {
        self.find_property_hook(receiver, "getProperty", 1).is_some()
    }

    /// `receiver.name`, as `InvokerHelper.getProperty` finds it.
    pub fn get_property(&mut self, receiver: &Value, name: &str) -> Res {
        match receiver {
            Value::Null => Err(self.null_pointer(format!("Cannot get property '{name}' on null object"))),
            Value::Map(map) if !self.has_property_hook(receiver) => {
                let map = map.clone();
                crate::jdk::util::map::get(self, &map, &Value::str(name))
            }
            Value::Class(_) => self.static_property(receiver, name),
            Value::Closure(closure) => {
                let closure = closure.clone();
                self.property_in_closure(&closure, &Str::new(name))
            }
            Value::Object(_) => self.object_property(receiver, name),
            Value::Host(_) | Value::Map(_) => match self.find_property_hook(receiver, "getProperty", 1) {
                Some(hook) => self.invoke(&hook, receiver, &mut [Value::str(name)]),
                None => self.own_value(receiver, name),
            },
            _ => self.own_value(receiver, name),
        }
    }

    fn find_property_hook(&mut self, receiver: &Value, name: &str, params: usize) -> Option<Callable> {
        let found = self.candidates(receiver.class_id(), name);
        found
            .iter()
            .find(|c| {
                // A native `getProperty(Object)` asks for the property of something else.
                let by_name =
                    matches!(c.callable, Callable::Method(_)) || c.signature.params.first() == Some(&ClassId::STRING);
                c.signature.params.len() == params && !c.belongs_to_object && !c.is_static && by_name
            })
            .map(|c| c.callable.clone())
    }

    fn object_property(&mut self, receiver: &Value, name: &str) -> Res {
        let hooked = self
            .script_class(receiver.class_id())
            .is_some_and(|c| c.hooks.get_property);
        if hooked && let Some(hook) = self.find_property_hook(receiver, "getProperty", 1) {
            return self.invoke(&hook, receiver, &mut [Value::str(name)]);
        }
        self.object_value(receiver, name)
    }

    /// A property of an object, its class's own `getProperty` not asked: a script's variable, a map's entry, else
    /// [`Vm::own_value`].
    pub(crate) fn object_value(&mut self, receiver: &Value, name: &str) -> Res {
        if let Some(value) = self.script_variable(receiver, name) {
            return Ok(value);
        }
        if self.is_map_object(receiver) {
            return self.call_method(receiver, "get", &[Value::str(name)]);
        }
        self.own_value(receiver, name)
    }

    /// Whether a script's class is a map: from outside its properties are entries, whatever it declares.
    fn is_map_object(&self, receiver: &Value) -> bool {
        matches!(receiver, Value::Object(_)) && self.is_subclass(receiver.class_id(), ClassId::MAP)
    }

    /// A property without a class's own `getProperty`: getters, fields, then the fallbacks.
    pub(crate) fn own_value(&mut self, receiver: &Value, name: &str) -> Res {
        match self.own_property(receiver, name)? {
            Some(value) => Ok(value),
            None => self.property_fallback(receiver, name),
        }
    }

    /// A property that the receiver's class really has.
    pub(crate) fn own_property(&mut self, receiver: &Value, name: &str) -> Res<Option<Value>> {
        match self.getter(receiver, name)? {
            Some(getter) => self.read(&getter, receiver).map(Some),
            None => Ok(None),
        }
    }

    fn getter(&mut self, receiver: &Value, name: &str) -> Res<Option<Getter>> {
        let class = receiver.class_id();
        if let Some(known) = self.getters.get(class, name) {
            return Ok(known.clone());
        }
        let found = self.find_getter(class, name);
        self.getters.insert(class, name, found.clone());
        Ok(found)
    }

    /// Whether a receiver's class answers a property, hooks not asked.
    pub(crate) fn has_getter(&mut self, receiver: &Value, name: &str) -> bool {
        matches!(self.getter(receiver, name), Ok(Some(_)))
    }

    fn find_getter(&mut self, class: ClassId, name: &str) -> Option<Getter> {
        if let Some(callable) = self.accessor_method(class, name, false) {
            return Some(Getter::Call(callable));
        }
        if let Some(script) = self.script_class(class).cloned()
            && let Some(slot) = script.field_slot(name)
        {
            let is_component = script.declaration().is_some_and(|d| slot < d.components);
            if is_component && let Some(method) = self.component_method(class, name) {
                return Some(Getter::Call(method));
            }
            return Some(Getter::Field(slot));
        }
        if let Some(callable) = self.accessor_method(class, name, true) {
            return Some(Getter::Call(callable));
        }
        self.native_property(class, name).map(Getter::Native)
    }

    /// The method that gives a component of a record.
    fn component_method(&mut self, class: ClassId, name: &str) -> Option<Callable> {
        let found = self.candidates(class, name);
        let plain = found.iter().find(|c| c.signature.params.is_empty());
        plain.map(|c| c.callable.clone())
    }

    /// `getName()`, `isName()` and `setName(value)` of a property that a script class declares without them.
    pub(crate) fn property_accessor(&mut self, receiver: &Value, method: &str, args: &[Value]) -> Option<Res> {
        let Value::Object(object) = receiver else { return None };
        let class = self.script_class(object.class.get())?.clone();
        let (slot, field) = class.accessed(method, args.len())?;
        match args {
            [] => Some(Ok(object.field(slot))),
            [value] => {
                let done = self.set_field(receiver, field, slot, &field.name, value.clone());
                Some(done.map(|()| Value::Null))
            }
            _ => None,
        }
    }

    /// A getter: `getName()`, or `isName()` of a boolean. Those of script classes hide fields; native ones do not hide them.
    fn accessor_method(&mut self, class: ClassId, name: &str, native: bool) -> Option<Callable> {
        for prefix in ["get", "is"] {
            let getter = accessor(prefix, name);
            let candidates = self.candidates(class, &getter);
            let found = candidates.iter().find(|c| {
                let is_native = !matches!(c.callable, Callable::Method(_));
                c.signature.params.is_empty()
                    && is_native == native
                    && (prefix == "get" || self.gives_boolean(&c.callable))
            });
            if let Some(found) = found {
                return Some(found.callable.clone());
            }
        }
        None
    }

    fn gives_boolean(&self, callable: &Callable) -> bool {
        match callable {
            Callable::Method(m) => m.returns == ClassId::PRIMITIVE_BOOLEAN,
            Callable::Native(member, _) | Callable::Inherited(member, _) | Callable::Never(member) => {
                matches!(member.returns(), "boolean" | "Boolean")
            }
        }
    }

    /// A property that a native class declares as one.
    fn native_property(&mut self, class: ClassId, name: &str) -> Option<&'static Member> {
        let registry = self.registry.clone();
        let ancestors: Vec<&'static Class> = self.native_ancestors(class);
        ancestors.into_iter().find_map(|native| {
            let members = registry.members(native);
            members
                .named(name)
                .iter()
                .find(|f| f.member.kind == Kind::Property)
                .map(|f| f.member)
        })
    }

    fn read(&mut self, getter: &Getter, receiver: &Value) -> Res {
        match getter {
            Getter::Field(slot) => match receiver {
                Value::Object(object) => Ok(object.field(*slot)),
                _ => Ok(Value::Null),
            },
            Getter::Call(callable) => self.invoke(callable, receiver, &mut []),
            Getter::Native(member) => match member.run {
                Some(run) => run.run(self, receiver, &[]),
                None => Err(self.unsupported(member.reason)),
            },
        }
    }

    /// What is tried when a class has no such property: a static one, elements of a list, hooks, the outer instance.
    fn property_fallback(&mut self, receiver: &Value, name: &str) -> Res {
        if name == "class" {
            return Ok(Value::class(receiver.class_id()));
        }
        if let Some(behind) = self.behind_traits(receiver) {
            return self.get_property(&behind, name);
        }
        if let Some(value) = self.static_field_value(receiver.class_id(), name)? {
            return Ok(value);
        }
        if let Some(value) = self.constant_value(receiver.class_id(), name)? {
            return Ok(value);
        }
        if let Value::GString(_) = receiver {
            let text = Value::Str(self.to_str(receiver)?);
            return self.own_value(&text, name);
        }
        if self.is_subclass(receiver.class_id(), ClassId::COLLECTION) || matches!(receiver, Value::Array(_)) {
            return self.spread_property(receiver, name);
        }
        if let Some(getter) = self.generic_accessor(receiver, "get", 1) {
            return self.invoke(&getter, receiver, &mut [Value::str(name)]);
        }
        if let Some(hook) = self.find_property_hook(receiver, "propertyMissing", 1) {
            return self.invoke(&hook, receiver, &mut [Value::str(name)]);
        }
        let Some(outer) = self.outer_instance(receiver) else {
            let class = receiver.class_id();
            return match self.outer_class(class, |vm, outer| vm.has_static(outer, name)) {
                Some(outer) => self.static_property(&Value::class(outer), name),
                None => Err(self.missing_property(receiver, name)),
            };
        };
        match self.get_property(&outer, name) {
            Ok(value) => Ok(value),
            // The inner class is the one that is told.
            Err(thrown) => {
                self.missed_property(thrown)?;
                Err(self.missing_property(receiver, name))
            }
        }
    }

    /// `list.name` and `list['name']`: the property of each element.
    pub(crate) fn spread_property(&mut self, receiver: &Value, name: &str) -> Res {
        let mut out = Vec::new();
        let mut walk = self.iterate(receiver)?;
        while let Some(item) = walk.next(self)? {
            if item.is_null() {
                continue;
            }
            let value = match self.get_property(&item, name) {
                Ok(value) => value,
                Err(thrown) => return Err(self.spread_exception(thrown, receiver, name)?),
            };
            out.push(value);
        }
        Ok(Value::List(List::new(out)))
    }

    /// A script class's `get(String)` or `set(String, Object)`, which answer for properties that it does not have.
    fn generic_accessor(&mut self, receiver: &Value, name: &str, params: usize) -> Option<Callable> {
        let Value::Object(object) = receiver else { return None };
        let found = self.candidates(object.class.get(), name);
        let fitting = found.iter().find(|c| {
            matches!(c.callable, Callable::Method(_))
                && c.signature.params.len() == params
                && c.signature.params.first() == Some(&ClassId::STRING)
        });
        fitting.map(|c| c.callable.clone())
    }

    /// What an element misses is reported with the place in the list's own exception, as Groovy does.
    fn spread_exception(&mut self, thrown: crate::Thrown, receiver: &Value, name: &str) -> Res<crate::Thrown> {
        let exception = self.catch(thrown)?;
        if !self.is_instance(&exception, jdk::throwables::MISSING_PROPERTY_EXCEPTION.id()) {
            return Ok(self.throw_value(exception));
        }
        let text = format!(
            "Exception evaluating property '{name}' for {}, Reason: {}",
            self.class_name(receiver.class_id()),
            self.to_text(&exception)?
        );
        let class = jdk::throwables::MISSING_PROPERTY_EXCEPTION.id();
        Ok(self.throw_value(Value::Throwable(Throwable::new(class, Some(Str::new(&text))))))
    }
}
