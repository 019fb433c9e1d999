//! Names in closures: the search through closure, owner and delegate, by the closure's strategy.
//!
//! Methods follow `ClosureMetaClass.invokeMethod`, properties `Closure.getProperty` and `setProperty`. A method that owner or
//! delegate really has comes before anything that their hooks might answer.

use super::super::{Fault, Unit, Vm};
use super::candidates::Callable;
use crate::eval::calls::Name;
use crate::jdk::groovy::lang::closure::{get_delegate, get_strategy, set_delegate, set_strategy};
use crate::jdk::throwables;
use crate::registry::ClassId;
use crate::value::{Closure, Str, Strategy, Value};
use crate::{Res, Thrown};
use std::rc::Rc;

/// The properties that every closure has itself.
const OWN: [&str; 9] = [
    "class",
    "owner",
    "delegate",
    "thisObject",
    "resolveStrategy",
    "directive",
    "parameterTypes",
    "maximumNumberOfParameters",
    "metaClass",
];

/// Where a closure looks for names beyond itself, by its strategy.
fn order(closure: &Closure) -> impl Iterator<Item = Value> + use<> {
    let owner = || Some(closure.owner.clone());
    let delegate = || Some(closure.delegate.borrow().clone());
    let (first, second) = match closure.strategy.get() {
        Strategy::ToSelf => (None, None),
        Strategy::OwnerOnly => (owner(), None),
        Strategy::DelegateOnly => (delegate(), None),
        Strategy::OwnerFirst => (owner(), delegate()),
        Strategy::DelegateFirst => (delegate(), owner()),
    };
    first.into_iter().chain(second)
}

impl Vm {
    /// `name(args…)` in a closure's body.
    pub(crate) fn call_in_closure(
        &mut self,
        unit: &Rc<Unit>,
        closure: &Rc<Closure>,
        name: Name,
        args: &mut [Value],
    ) -> Res {
        // The everyday case: a closure directly in a script or method, whose owner still answers alone.
        if closure.strategy.get() == Strategy::OwnerFirst
            && matches!(&closure.owner, Value::Object(_))
            && unit.site(name.site).class == closure.owner.class_id()
            && closure.delegate.borrow().same(&closure.owner)
        {
            return self.call_site(unit, name, &closure.owner, args);
        }
        let text = unit.name(name.name).clone();
        let text = text.text();
        if matches!(&closure.owner, Value::Object(_))
            && closure.strategy.get() == Strategy::OwnerFirst
            && closure.delegate.borrow().same(&closure.owner)
            && self.closure_method(closure, &text, args)?.is_none()
            && self.find(&closure.owner, &text, args)?.is_some()
        {
            return self.call_site(unit, name, &closure.owner, args);
        }
        self.call_on_closure(closure, &text, args)
    }

    /// A method of the closure itself: `call`, `curry` and what Groovy adds to every object.
    fn closure_method(&mut self, closure: &Rc<Closure>, name: &str, args: &[Value]) -> Res<Option<Callable>> {
        let candidates = self.candidates(closure.class, name);
        Ok(self.pick(closure.class, name, &candidates, args)?.map(|(c, _)| c))
    }

    /// `closure.name(args…)`, from inside or outside.
    pub(crate) fn call_on_closure(&mut self, closure: &Rc<Closure>, name: &str, args: &mut [Value]) -> Res {
        if name == "call" || name == "doCall" {
            return self.invoke_closure_as(closure, name, args);
        }
        let this = Value::Closure(closure.clone());
        if let Some(callable) = self.closure_method(closure, name, args)? {
            return self.invoke(&callable, &this, args);
        }
        self.nested(|vm| vm.call_delegated(closure, name, args))
    }

    fn call_delegated(&mut self, closure: &Rc<Closure>, name: &str, args: &mut [Value]) -> Res {
        let this = Value::Closure(closure.clone());
        let order: Vec<Value> = order(closure).collect();
        let strategy = closure.strategy.get();
        if strategy == Strategy::DelegateFirst && order.first().is_some_and(Value::is_null) {
            return self.call_method(&Value::Null, name, args);
        }
        for target in &order {
            if target.same(&this) || target.is_null() {
                continue;
            }
            if let Some((callable, receiver)) = self.nested(|vm| vm.declared_below(target, name, args))? {
                return self.invoke(&callable, &receiver, args);
            }
        }
        // The first failure is told, with the delegate first even that of a plain Java object; but with the owner first one that a
        // delegate's `methodMissing` throws.
        let mut missing: Option<Value> = None;
        for (i, target) in order.iter().enumerate() {
            let asked = match strategy {
                Strategy::DelegateFirst => true,
                Strategy::OwnerFirst => target.is_null() || self.is_groovy_object(target),
                _ => self.is_groovy_object(target),
            };
            if target.same(&this) || !asked || order.iter().take(i).any(|t| t.same(target)) {
                continue;
            }
            let exception = match self.call_method(target, name, args) {
                Ok(value) => return Ok(value),
                Err(thrown) => self.missed_method(thrown, name)?,
            };
            let by_hook = strategy == Strategy::OwnerFirst && self.find_hook(target, "methodMissing", 2).is_some();
            if missing.is_none() || by_hook {
                missing = Some(exception);
            }
        }
        let nowhere = strategy == Strategy::DelegateOnly && order.iter().all(Value::is_null);
        if !nowhere
            && let Some(Value::Closure(found)) = self.quiet_property(closure, name)?
            && !Rc::ptr_eq(&found, closure)
        {
            return self.invoke_closure(&found, args);
        }
        match missing {
            Some(exception) => Err(self.throw_value(exception)),
            None => Err(self.missing_method(&this, name, args)),
        }
    }

    /// A method that a target really has, or for a closure what its own strategy leads to, with the object that has it.
    fn declared_below(&mut self, target: &Value, name: &str, args: &[Value]) -> Res<Option<(Callable, Value)>> {
        if let Some(callable) = self.declared_method(target, name, args)? {
            return Ok(Some((callable, target.clone())));
        }
        let Value::Closure(closure) = target else {
            return Ok(None);
        };
        for next in order(closure).filter(|n| !n.same(target) && !n.is_null()) {
            if let Some(found) = self.nested(|vm| vm.declared_below(&next, name, args))? {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    /// A method that a target really has, hooks not asked.
    fn declared_method(&mut self, target: &Value, name: &str, args: &[Value]) -> Res<Option<Callable>> {
        if let Value::Closure(_) = target {
            let candidates = self.candidates(target.class_id(), name);
            return Ok(self.pick(target.class_id(), name, &candidates, args)?.map(|(c, _)| c));
        }
        if let Value::Object(o) = target
            && self.script_class(o.class.get()).is_some_and(|c| c.hooks.intercepts)
        {
            return Ok(None);
        }
        Ok(self.find(target, name, args)?.map(|(c, _)| c))
    }

    /// Whether hooks of a target may be asked: script objects, closures, and native classes that bring hooks.
    fn is_groovy_object(&mut self, target: &Value) -> bool {
        match target {
            Value::Object(_) | Value::Closure(_) | Value::Class(_) => true,
            Value::Host(_) | Value::Map(_) => self.is_subclass(target.class_id(), ClassId::GROOVY_OBJECT),
            _ => false,
        }
    }

    /// The exception, if it says that just this method is missing; any other goes on its way.
    fn missed_method(&mut self, thrown: Thrown, name: &str) -> Res<Value> {
        let missing = match &self.pending {
            Some(Fault::Exception(Value::Throwable(t))) => {
                t.class == throwables::MISSING_METHOD_EXCEPTION.id()
                    && t.detail("method")
                        .is_some_and(|m| matches!(&m, Value::Str(s) if **s == *name))
            }
            _ => false,
        };
        if missing { self.catch(thrown) } else { Err(thrown) }
    }

    /// The exception, if it says that some property is missing; any other goes on its way.
    pub(super) fn missed_property(&mut self, thrown: Thrown) -> Res<Value> {
        let missing = match &self.pending {
            Some(Fault::Exception(Value::Throwable(t))) => {
                self.is_subclass(t.class, throwables::MISSING_PROPERTY_EXCEPTION.id())
            }
            _ => false,
        };
        if missing { self.catch(thrown) } else { Err(thrown) }
    }

    /// A property as a closure finds it, none where it is missing.
    fn quiet_property(&mut self, closure: &Rc<Closure>, name: &str) -> Res<Option<Value>> {
        match self.property_in_closure(closure, &Str::new(name)) {
            Ok(value) => Ok(Some(value)),
            Err(thrown) => self.missed_property(thrown).map(|_| None),
        }
    }

    /// `name` in a closure's body.
    pub(crate) fn property_in_closure(&mut self, closure: &Rc<Closure>, name: &Rc<Str>) -> Res {
        let text = name.text();
        if OWN.contains(&&*text) {
            return self.closure_property(closure, &text);
        }
        if !closure.class.is_script()
            && let Some(value) = self.own_property(&Value::Closure(closure.clone()), &text)?
        {
            return Ok(value);
        }
        self.nested(|vm| vm.delegated_property(closure, name))
    }

    /// One of the properties that every closure has itself.
    pub(crate) fn closure_property(&mut self, closure: &Rc<Closure>, name: &str) -> Res {
        match name {
            "owner" => Ok(closure.owner.clone()),
            "delegate" => Ok(get_delegate(closure)),
            "thisObject" => Ok(closure.this.clone()),
            "resolveStrategy" => Ok(Value::int(get_strategy(closure))),
            "directive" => Ok(Value::int(closure.directive.get())),
            _ => self.own_value(&Value::Closure(closure.clone()), name),
        }
    }

    fn delegated_property(&mut self, closure: &Rc<Closure>, name: &Rc<Str>) -> Res {
        match self.ask_places(closure, |vm, place| vm.property_of(place, name))? {
            Some(value) => Ok(value),
            None => self.own_value(&Value::Closure(closure.clone()), &name.text()),
        }
    }

    /// Asks owner and delegate for a property, in the closure's order, until one has it; none where it asks neither.
    fn ask_places<R>(
        &mut self,
        closure: &Rc<Closure>,
        mut ask: impl FnMut(&mut Vm, &Value) -> Res<R>,
    ) -> Res<Option<R>> {
        let mut places = order(closure);
        let (Some(mut first), mut second) = (places.next(), places.next()) else {
            return Ok(None);
        };
        if first.is_null() && closure.strategy.get() == Strategy::DelegateFirst {
            first = second.take().unwrap_or_default();
        }
        let exception = match ask(self, &first) {
            Ok(answer) => return Ok(Some(answer)),
            Err(thrown) => self.missed_property(thrown)?,
        };
        let this = Value::Closure(closure.clone());
        if let Some(second) = second.filter(|s| !s.is_null() && !s.same(&first) && !s.same(&this)) {
            match ask(self, &second) {
                Ok(answer) => return Ok(Some(answer)),
                // The first failure is the one that is told.
                Err(thrown) => self.missed_property(thrown)?,
            };
        }
        Err(self.throw_value(exception))
    }

    fn property_of(&mut self, target: &Value, name: &Rc<Str>) -> Res {
        match target {
            Value::Closure(closure) => {
                let closure = closure.clone();
                self.property_in_closure(&closure, name)
            }
            other => self.get_property(other, &name.text()),
        }
    }

    /// `name = value` in a closure's body.
    pub(crate) fn set_property_in_closure(&mut self, closure: &Rc<Closure>, name: &Rc<Str>, value: Value) -> Res<()> {
        match &*name.text() {
            "delegate" => {
                set_delegate(closure, &value);
                return Ok(());
            }
            "resolveStrategy" | "directive" => {
                let number = crate::semantics::number::narrow_to_i32(&value).unwrap_or_default();
                if name.text() == "directive" {
                    closure.directive.set(number);
                } else {
                    set_strategy(closure, number);
                }
                return Ok(());
            }
            _ => {}
        }
        self.nested(|vm| vm.set_delegated_property(closure, name, value))
    }

    fn set_delegated_property(&mut self, closure: &Rc<Closure>, name: &Rc<Str>, value: Value) -> Res<()> {
        match self.ask_places(closure, |vm, place| vm.set_property_of(place, name, value.clone()))? {
            Some(()) => Ok(()),
            None => Err(self.missing_property(&Value::Closure(closure.clone()), &name.text())),
        }
    }

    fn set_property_of(&mut self, target: &Value, name: &Rc<Str>, value: Value) -> Res<()> {
        match target {
            Value::Closure(closure) => {
                let closure = closure.clone();
                self.set_property_in_closure(&closure, name, value)
            }
            other => self.set_property(other, &name.text(), value),
        }
    }
}
