//! Members of classes: static methods and fields, constants, and what every `java.lang.Class` has.

use super::super::Vm;
use super::candidates::{Callable, Candidate};
use super::properties::accessor;
use crate::Res;
use crate::registry::{ClassId, Kind};
use crate::value::Value;

impl Vm {
    /// A static method of a class, else a method of `java.lang.Class`.
    pub(crate) fn find_static(&mut self, class: ClassId, name: &str, args: &[Value]) -> Res<Option<(Callable, bool)>> {
        let all = self.candidates(class, name);
        let statics: Vec<Candidate> = all.iter().filter(|c| c.is_static).cloned().collect();
        if let Some(found) = self.pick(class, name, &statics, args)? {
            return Ok(Some(found));
        }
        let of_class = self.candidates(ClassId::CLASS, name);
        self.pick(ClassId::CLASS, name, &of_class, args)
    }

    /// `T.name(args…)`.
    pub(crate) fn call_on_class(&mut self, receiver: &Value, name: &str, mut args: Vec<Value>) -> Res {
        let Some(class) = receiver.as_class() else {
            return Ok(Value::Null);
        };
        self.initialise(class)?;
        if let Some((callable, _)) = self.find_static(class, name, &args)? {
            return self.invoke(&callable, receiver, &mut args);
        }
        if let Some(Value::Closure(closure)) = self.static_field_value(class, name)? {
            return self.invoke_closure(&closure, &mut args);
        }
        if let Some(Value::Closure(closure)) = self.constant_value(class, name)? {
            return self.invoke_closure(&closure, &mut args);
        }
        if let ("valueOf", [only], true) = (name, args.as_slice(), self.superclass(class) == Some(ClassId::ENUM)) {
            let constant = self.to_text(only)?;
            return match self.static_field_value(class, &constant)? {
                Some(value) => Ok(value),
                None => {
                    let name = self.class_name(class).replace('$', ".");
                    Err(self.illegal_argument(format!("No enum constant {name}.{constant}")))
                }
            };
        }
        if let Some(result) = self.static_accessor(class, name, &args) {
            return result;
        }
        for (hook, params) in [("$static_methodMissing", 2), ("invokeMethod", 2)] {
            let found = self.candidates(class, hook);
            if let Some(found) = found.iter().find(|c| c.is_static && c.signature.params.len() == params) {
                let callable = found.callable.clone();
                let mut hook_args = [Value::str(name), self.object_array(args)];
                return self.invoke(&callable, receiver, &mut hook_args);
            }
        }
        if name == "call" && self.script_class(class).is_none() {
            return Err(self.missing_method(receiver, name, &args));
        }
        if let Some(outer) = self.outer_with_static(class, name, &args)? {
            return self.call_on_class(&outer, name, args);
        }
        Err(self.missing_method(receiver, name, &args))
    }

    /// `getName()`, `isName()` and `setName(value)` of a static property that a script class or one above it declares.
    pub(crate) fn static_accessor(&mut self, class: ClassId, method: &str, args: &[Value]) -> Option<Res> {
        let name = self.superclasses(class).into_iter().find_map(|id| {
            let found = self.script_class(id)?.accessed_static(method, args.len())?;
            Some(found.field.name.clone())
        })?;
        Some(match args {
            [value] => self.set_static_field(class, &name, value).map(|_| Value::Null),
            _ => self.static_field_value(class, &name).map(Option::unwrap_or_default),
        })
    }

    /// The nearest class around a class that has a static method for a call.
    pub(crate) fn outer_with_static(&mut self, class: ClassId, name: &str, args: &[Value]) -> Res<Option<Value>> {
        let mut at = self.script_class(class).and_then(|c| c.outer);
        while let Some(outer) = at {
            let candidates = self.candidates(outer, name);
            let statics: Vec<Candidate> = candidates.iter().filter(|c| c.is_static).cloned().collect();
            if !statics.is_empty() && self.pick(outer, name, &statics, args)?.is_some() {
                return Ok(Some(Value::class(outer)));
            }
            at = self.script_class(outer).and_then(|c| c.outer);
        }
        Ok(None)
    }

    /// The nearest class around a class of which something holds.
    pub(crate) fn outer_class(&self, class: ClassId, has: impl Fn(&Vm, ClassId) -> bool) -> Option<ClassId> {
        let mut at = self.script_class(class)?.outer;
        while let Some(outer) = at {
            if has(self, outer) {
                return Some(outer);
            }
            at = self.script_class(outer)?.outer;
        }
        None
    }

    /// `T.name`.
    pub(crate) fn static_property(&mut self, receiver: &Value, name: &str) -> Res {
        let Some(class) = receiver.as_class() else {
            return Ok(Value::Null);
        };
        if name == "class" {
            return Ok(receiver.clone());
        }
        self.initialise(class)?;
        for prefix in ["get", "is"] {
            let getter = self.candidates(class, &accessor(prefix, name));
            if let Some(found) = getter.iter().find(|c| c.is_static && c.signature.params.is_empty()) {
                let callable = found.callable.clone();
                return self.invoke(&callable, receiver, &mut []);
            }
        }
        if let Some(value) = self.static_field_value(class, name)? {
            return Ok(value);
        }
        if let Some(value) = self.constant_value(class, name)? {
            return Ok(value);
        }
        if let Some(inner) = self.class_by_name(&format!("{}${name}", self.class_name(class))) {
            return Ok(Value::class(inner));
        }
        if let Some(value) = self.own_property(receiver, name)? {
            return Ok(value);
        }
        let missing = self.candidates(class, "$static_propertyMissing");
        if let Some(found) = missing.iter().find(|c| c.is_static && c.signature.params.len() == 1) {
            let callable = found.callable.clone();
            return self.invoke(&callable, receiver, &mut [Value::str(name)]);
        }
        if let Some(outer) = self.outer_class(class, |vm, outer| vm.has_static(outer, name)) {
            return self.static_property(&Value::class(outer), name);
        }
        Err(self.missing_property(receiver, name))
    }

    pub(crate) fn has_static(&self, class: ClassId, name: &str) -> bool {
        let mut chain = std::iter::once(class).chain(self.superclasses(class));
        chain.any(|c| self.script_class(c).is_some_and(|s| s.static_field(name).is_some()))
    }

    /// A static field of a script class or those above it; its class is initialised first.
    pub(crate) fn static_field_value(&mut self, class: ClassId, name: &str) -> Res<Option<Value>> {
        // Most are the class's own, and then nobody asks what is above it.
        if let Some(value) = self.own_static_field(class, name)? {
            return Ok(Some(value));
        }
        for id in self.lineage(class).into_iter().skip(1) {
            if let Some(value) = self.own_static_field(id, name)? {
                return Ok(Some(value));
            }
        }
        Ok(None)
    }

    fn own_static_field(&mut self, class: ClassId, name: &str) -> Res<Option<Value>> {
        let Some(script) = self.script_class(class).cloned() else {
            return Ok(None);
        };
        let Some(field) = script.static_field(name) else {
            return Ok(None);
        };
        self.initialise(class)?;
        Ok(Some(field.value.borrow().clone()))
    }

    /// A constant of a native class or interface.
    pub(crate) fn constant_value(&mut self, class: ClassId, name: &str) -> Res<Option<Value>> {
        let registry = self.registry.clone();
        for native in self.native_ancestors(class) {
            let members = registry.members(native);
            let found = members
                .named(name)
                .iter()
                .find(|f| f.member.kind == Kind::Constant)
                .map(|f| f.member);
            if let Some(run) = found.and_then(|m| m.run) {
                return run.run(self, &Value::class(class), &[]).map(Some);
            }
        }
        Ok(None)
    }

    /// `T.name = value`.
    pub(crate) fn set_static_property(&mut self, receiver: &Value, name: &str, value: Value) -> Res<()> {
        let Some(class) = receiver.as_class() else {
            return Ok(());
        };
        self.initialise(class)?;
        let setter = accessor("set", name);
        let candidates = self.candidates(class, &setter);
        if candidates.iter().any(|c| c.is_static && c.signature.params.len() == 1) {
            return self.call_on_class(receiver, &setter, vec![value]).map(Value::done);
        }
        if self.set_static_field(class, name, &value)? {
            return Ok(());
        }
        if self.constant_value(class, name)?.is_some() {
            return Err(self.read_only_property(receiver, name));
        }
        self.set_own_property(receiver, name, value)
    }

    /// Sets a static field of a script class or those above it; whether there is one.
    pub(crate) fn set_static_field(&mut self, class: ClassId, name: &str, value: &Value) -> Res<bool> {
        for id in self.lineage(class) {
            let Some(script) = self.script_class(id).cloned() else {
                continue;
            };
            let Some(field) = script.static_field(name) else {
                continue;
            };
            self.initialise(id)?;
            if field.field.is_final {
                let receiver = Value::class(id);
                return Err(self.read_only_property(&receiver, name));
            }
            let value = self.cast_to(value.clone(), field.field.ty)?;
            field.value.replace(value).done();
            return Ok(true);
        }
        Ok(false)
    }

    /// The class, its superclasses and their interfaces, each once.
    pub(crate) fn lineage(&self, class: ClassId) -> Vec<ClassId> {
        let mut out = vec![class];
        let mut at = 0;
        while let Some(id) = out.get(at).copied() {
            at += 1;
            for next in self.superclass(id).into_iter().chain(self.interfaces(id)) {
                if !out.contains(&next) {
                    out.push(next);
                }
            }
        }
        out
    }
}
