//! Finding members: by receiver, name and arguments, with Groovy's hooks, and what call sites remember of it.
//!
//! [`candidates`] gathers what a class offers under a name, script methods and native members alike; [`choose`] picks by
//! Groovy's distances; this file calls. Names in closures go through owner and delegate ([`delegation`]); properties are in
//! [`properties`]; the texts of what is missing in [`missing`].

mod candidates;
mod choose;
mod delegation;
mod initialising;
mod missing;
mod pointers;
mod properties;
mod remembered;
mod shown;
mod solutions;
mod statics;
mod supers;

pub(crate) use candidates::Candidate;
pub use candidates::{Callable, Signature};
pub(crate) use properties::Getter;
pub(crate) use properties::accessor;
pub(crate) use remembered::{ByName, Numbered};

use super::{Unit, Vm};
use crate::eval::calls::Name;
use crate::eval::{Site, Target};
use crate::program::Body;
use crate::registry::{Call, ClassId, Member};
use crate::value::Value;
use crate::{Res, jdk::throwables};
use std::rc::Rc;

/// A call site's guard when the arguments' classes decide.
pub(crate) struct Guard {
    pub args: Box<[ClassId]>,
    pub callable: Callable,
}

/// What a guard stands for: the callable and the arguments' classes.
pub(crate) type GuardKey = (Identity, Box<[ClassId]>);

/// What tells callables apart.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Identity {
    Method(u32),
    Native(*const dyn Call),
    Inherited(*const dyn Call),
    Never(*const Member),
}

impl Callable {
    /// What tells it apart from others.
    pub(super) fn identity(&self) -> Identity {
        match self {
            Callable::Method(method) => Identity::Method(method.index),
            Callable::Native(_, call) => Identity::Native(*call),
            Callable::Inherited(_, call) => Identity::Inherited(*call),
            Callable::Never(member) => Identity::Never(*member),
        }
    }
}

/// Whether the first parameter takes a value without conversion.
#[inline(always)]
fn takes_unchanged(unit: &Unit, body: &Body, arg: &Value) -> bool {
    let ty = body.params.first().and_then(|param| param.ty);
    ty.is_none_or(|ty| arg.class_id() == unit.class(ty).boxed())
}

/// The native instance that the class of a script's object extends.
fn native_behind(receiver: &Value) -> Option<Value> {
    let Value::Object(object) = receiver else { return None };
    Some(object.base.borrow().clone()).filter(|base| !base.is_null())
}

impl Value {
    /// What a site is guarded by: the class, or for a class as receiver the class it stands for.
    #[inline(always)]
    fn site_key(&self) -> ClassId {
        match self {
            Value::Class(c) => ClassId(c.get() as u32 | 1 << 27),
            other => other.class_id(),
        }
    }
}

impl Vm {
    /// A call at a site: what it remembers when the receiver is of the same class, else a search.
    #[inline(always)]
    pub(crate) fn call_site(&mut self, unit: &Rc<Unit>, name: Name, receiver: &Value, args: &mut [Value]) -> Res {
        let site = unit.site(name.site);
        if site.class == receiver.site_key()
            && let Target::Own(body) = site.target()
            && let body = unit.body(body)
            && self.fits(unit, body, args)
        {
            return self.run(unit, body, receiver, &[], None, args);
        }
        self.call_site_other(unit, name, receiver, args)
    }

    /// [`Vm::call_site`] with one argument, which ends here.
    #[inline(always)]
    pub(crate) fn call_site1(&mut self, unit: &Rc<Unit>, name: Name, receiver: &Value, arg: Value) -> Res {
        let site = unit.site(name.site);
        if site.class == receiver.site_key()
            && let Target::Own(body) = site.target()
            && let body = unit.body(body)
            && body.is_light()
            && (!body.typed_params || takes_unchanged(unit, body, &arg))
        {
            return self.run_light(unit, body, receiver, &[], None, arg);
        }
        self.call_site1_other(unit, name, receiver, arg)
    }

    #[inline(never)]
    fn call_site1_other(&mut self, unit: &Rc<Unit>, name: Name, receiver: &Value, arg: Value) -> Res {
        let mut args = [arg];
        let result = self.call_site(unit, name, receiver, &mut args);
        let [arg] = args;
        arg.done();
        result
    }

    /// [`Vm::call_site`] for anything but a remembered script method.
    #[inline(never)]
    fn call_site_other(&mut self, unit: &Rc<Unit>, name: Name, receiver: &Value, args: &mut [Value]) -> Res {
        let site = unit.site(name.site);
        if site.class == receiver.site_key() {
            match site.target() {
                Target::Method(index) => {
                    let method = self.methods[index as usize].clone();
                    let fits = |body| self.fits(&method.unit, method.unit.body(body), args);
                    if method.body.is_none_or(fits) {
                        return self.invoke_method(&method, receiver, args);
                    }
                }
                Target::Native(index) => {
                    let native = self.natives[index];
                    return native.run(self, receiver, args);
                }
                Target::Guarded(index) => {
                    if let Some(callable) = unit.guarded(index, args) {
                        if let Callable::Native(member, native) = callable
                            && !member.variadic
                        {
                            return native.run(self, receiver, args);
                        }
                        return self.invoke(&callable, receiver, args);
                    }
                }
                Target::Own(_) | Target::Field(_) | Target::Typed(_) => {}
            }
        }
        self.call_site_slow(unit, name, receiver, args)
    }

    #[cold]
    #[inline(never)]
    fn call_site_slow(&mut self, unit: &Rc<Unit>, name: Name, receiver: &Value, args: &mut [Value]) -> Res {
        let text = unit.name(name.name).clone();
        let text = text.text();
        self.cast_types = unit.cast_types(name.site);
        if self.is_ordinary(receiver)
            && let Some((callable, rivals)) = self.find(receiver, &text, args)?
        {
            let target = match &callable {
                Callable::Method(m) if !rivals && !m.is_static => match m.body {
                    Some(body) if Rc::ptr_eq(&m.unit, unit) => Target::Own(body),
                    _ => Target::Method(m.index),
                },
                Callable::Native(member, call) if !rivals => Target::Native(self.native_number(member, *call)),
                _ => Target::Guarded(unit.guard(&callable, args)),
            };
            if !receiver.is_null() && !unit.program.spread_sites.contains(&name.site) {
                unit.set_site(name.site, Site::new(receiver.site_key(), target));
            }
            return self.invoke(&callable, receiver, args);
        }
        self.cast_types = None;
        self.call_method(receiver, &text, args)
    }

    /// Whether a receiver's members decide alone, before any hook: so a site may remember them.
    fn is_ordinary(&self, receiver: &Value) -> bool {
        match receiver {
            Value::Object(o) => self
                .script_class(o.class.get())
                .is_some_and(|c| !c.hooks.intercepts && !c.is_proxy()),
            Value::Null | Value::Closure(_) => false,
            Value::Class(_) => true,
            _ => true,
        }
    }

    /// The number under which a site remembers a native.
    fn native_number(&mut self, member: &'static Member, call: &'static dyn Call) -> u32 {
        // By its entry, since a native without captures has no address of its own.
        self.natives.number(member, || call)
    }

    /// Calls what was found.
    pub(crate) fn invoke(&mut self, callable: &Callable, receiver: &Value, args: &mut [Value]) -> Res {
        match callable {
            Callable::Method(method) => {
                if method.is_static {
                    let class = Value::class(method.class);
                    self.initialise(method.class)?;
                    return self.invoke_method(method, &class, args);
                }
                self.invoke_method(method, receiver, args)
            }
            Callable::Native(member, call) => self.invoke_native(member, *call, receiver, args),
            Callable::Inherited(member, call) => {
                let behind = native_behind(receiver);
                self.invoke_native(member, *call, behind.as_ref().unwrap_or(receiver), args)
            }
            Callable::Never(member) => {
                let text = format!("{} is not supported: {}", member.brief(), member.reason);
                Err(self.unsupported(text))
            }
        }
    }

    #[inline]
    fn invoke_native(
        &mut self,
        member: &'static Member,
        call: &'static dyn Call,
        receiver: &Value,
        args: &mut [Value],
    ) -> Res {
        if member.variadic {
            return self.invoke_variable(member, call, receiver, args);
        }
        call.run(self, receiver, args)
    }

    /// A native with variable arguments takes an array in their place, one with an array as its last parameter takes the
    /// elements in its place.
    fn invoke_variable(
        &mut self,
        member: &'static Member,
        call: &'static dyn Call,
        receiver: &Value,
        args: &mut [Value],
    ) -> Res {
        let fixed = member.params().count().saturating_sub(1);
        let last = member.params().last().map_or("", |(ty, _)| ty);
        let whole = match args.get(fixed) {
            Some(Value::Array(array)) if args.len() == fixed + 1 => Some(array.clone()),
            _ => None,
        };
        let Some(component) = last.strip_suffix("[]") else {
            if let Some(array) = whole {
                let mut spread = args[..fixed].to_vec();
                spread.extend(array.to_vec());
                return call.run(self, receiver, &spread);
            }
            return call.run(self, receiver, args);
        };
        if whole.is_some() || args.len() < fixed || (args.len() == fixed + 1 && args[fixed].is_null()) {
            return call.run(self, receiver, args);
        }
        let component = self.signature_type(component);
        let mut given = args[..fixed].to_vec();
        let mut rest = Vec::with_capacity(args.len() - fixed);
        for arg in &args[fixed..] {
            rest.push(self.cast(arg, component)?);
        }
        given.push(Value::Array(crate::value::Array::new(component, rest)));
        call.run(self, receiver, &given)
    }

    /// `receiver.name(args…)`, as `InvokerHelper.invokeMethod` finds it.
    pub fn call_method(&mut self, receiver: &Value, name: &str, args: &[Value]) -> Res {
        let mut args = args.to_vec();
        match receiver {
            Value::Null => {
                if let Some((callable, _)) = self.find(receiver, name, &args)? {
                    return self.invoke(&callable, receiver, &mut args);
                }
                Err(self.null_pointer(format!("Cannot invoke method {name}() on null object")))
            }
            Value::Closure(closure) => {
                let closure = closure.clone();
                self.call_on_closure(&closure, name, &mut args)
            }
            Value::Object(_) => self.call_on_object(receiver, name, args),
            Value::Class(_) => self.call_on_class(receiver, name, args),
            _ => {
                if let Some((callable, _)) = self.find(receiver, name, &args)? {
                    return self.invoke(&callable, receiver, &mut args);
                }
                self.call_fallback(receiver, name, args)
            }
        }
    }

    /// A method of a script object: hooks, methods, closures in properties, `methodMissing`.
    fn call_on_object(&mut self, receiver: &Value, name: &str, mut args: Vec<Value>) -> Res {
        if let Some(result) = self.call_proxy(receiver, name, &args) {
            return result;
        }
        let hooks = self
            .script_class(receiver.class_id())
            .map(|c| c.hooks)
            .unwrap_or_default();
        if hooks.intercepts && hooks.invoke_method && name != "invokeMethod" {
            return self.call_hook(receiver, "invokeMethod", &[Value::str(name), self.object_array(args)]);
        }
        if let Some((callable, _)) = self.find(receiver, name, &args)? {
            return self.invoke(&callable, receiver, &mut args);
        }
        self.call_fallback(receiver, name, args)
    }

    /// A method that the receiver's class really has, else MissingMethodException: what `super.invokeMethod` comes to.
    pub(crate) fn call_declared(&mut self, receiver: &Value, name: &str, mut args: Vec<Value>) -> Res {
        match self.find(receiver, name, &args)? {
            Some((callable, _)) => self.invoke(&callable, receiver, &mut args),
            None => match self.callable_property(receiver, name)? {
                Some(Value::Closure(closure)) => self.invoke_closure(&closure, &mut args),
                _ => Err(self.missing_method(receiver, name, &args)),
            },
        }
    }

    /// An Object[] of arguments, as the hooks take them.
    fn object_array(&self, args: Vec<Value>) -> Value {
        Value::Array(crate::value::Array::new(ClassId::OBJECT, args))
    }

    /// What is tried when no method fits: a closure in a property or map, the script's binding, `methodMissing`, the outer
    /// instance, `invokeMethod`.
    pub(crate) fn call_fallback(&mut self, receiver: &Value, name: &str, mut args: Vec<Value>) -> Res {
        if let Some(result) = self.property_accessor(receiver, name, &args) {
            return result;
        }
        if matches!(receiver, Value::Object(_))
            && let Some(result) = self.static_accessor(receiver.class_id(), name, &args)
        {
            return result;
        }
        if let [Value::List(list)] = args.as_slice() {
            // A single list stands for its elements where nothing takes the list itself.
            let mut elements = list.to_vec();
            if let Some((callable, _)) = self.find(receiver, name, &elements)? {
                return self.invoke(&callable, receiver, &mut elements);
            }
        }
        if let Some(thrown) = self.unselected(receiver, name, &args) {
            return Err(thrown);
        }
        if !self.is_script(receiver) && self.is_write_only(receiver, name) {
            let message = format!("Cannot read write-only property: {name}");
            return Err(self.throw(&throwables::GROOVY_RUNTIME_EXCEPTION, message));
        }
        if let Some(Value::Closure(closure)) = self.callable_property(receiver, name)?
            && (self.is_script(receiver) || self.closure_takes(&closure, &args))
        {
            return self.invoke_closure(&closure, &mut args);
        }
        if let Value::GString(_) = receiver {
            let text = Value::Str(self.to_str(receiver)?);
            return self.call_method(&text, name, &args);
        }
        if let Some(missing) = self.find_hook(receiver, "methodMissing", 2) {
            let mut hook_args = [Value::str(name), self.object_array(args)];
            return self.invoke(&missing, receiver, &mut hook_args);
        }
        if let Some(outer) = self.outer_instance(receiver)
            && self.responds(&outer, name, &args)?
        {
            return self.call_method(&outer, name, &args);
        }
        if matches!(receiver, Value::Object(_))
            && let Some(outer) = self.outer_with_static(receiver.class_id(), name, &args)?
        {
            return self.call_on_class(&outer, name, args);
        }
        let hooks_itself = match receiver {
            Value::Object(o) => self.script_class(o.class.get()).is_some_and(|c| c.hooks.invoke_method),
            Value::Host(_) => true,
            _ => false,
        };
        if hooks_itself
            && name != "invokeMethod"
            && let Some(hook) = self.find_hook(receiver, "invokeMethod", 2)
        {
            let mut hook_args = [Value::str(name), self.object_array(args)];
            return self.invoke(&hook, receiver, &mut hook_args);
        }
        Err(self.missing_method(receiver, name, &args))
    }

    /// Whether a call would find a method, without calling it.
    pub(crate) fn responds(&mut self, receiver: &Value, name: &str, args: &[Value]) -> Res<bool> {
        if let Value::Closure(closure) = receiver {
            return Ok(self.find(receiver, name, args)?.is_some() || {
                let owner = closure.owner.clone();
                self.responds(&owner, name, args)?
            });
        }
        Ok(self.find(receiver, name, args)?.is_some() || self.find_hook(receiver, "methodMissing", 2).is_some())
    }

    /// Calls a hook that is known to be there.
    fn call_hook(&mut self, receiver: &Value, name: &str, args: &[Value]) -> Res {
        let mut args = args.to_vec();
        match self.find_hook(receiver, name, args.len()) {
            Some(hook) => self.invoke(&hook, receiver, &mut args),
            None => Err(self.missing_method(receiver, name, &args)),
        }
    }

    /// A hook that a class itself brings: a script's method, or a native class's own entry.
    fn find_hook(&mut self, receiver: &Value, name: &str, params: usize) -> Option<Callable> {
        self.candidates(receiver.class_id(), name)
            .iter()
            .find(|c| c.signature.params.len() == params && !c.is_static && !c.belongs_to_object)
            .map(|c| c.callable.clone())
    }

    /// The instance around an instance of an inner class.
    pub(crate) fn outer_instance(&self, receiver: &Value) -> Option<Value> {
        let Value::Object(object) = receiver else { return None };
        let slot = self.script_class(object.class.get())?.outer_slot?;
        Some(object.field(slot as usize)).filter(|v| !v.is_null())
    }

    /// A closure that stands in a property of the receiver, to be called like a method.
    fn callable_property(&mut self, receiver: &Value, name: &str) -> Res<Option<Value>> {
        match receiver {
            Value::Map(map) => {
                let map = map.clone();
                self.map_get(&map, &Value::str(name))
            }
            Value::Object(_) => {
                if let Some(value) = self.script_variable(receiver, name) {
                    return Ok(Some(value));
                }
                self.own_property(receiver, name)
            }
            Value::Host(_) => self.own_property(receiver, name),
            _ => Ok(None),
        }
    }

    /// The exception for several methods that fit equally well.
    fn ambiguous(&mut self, class: ClassId, name: &str, args: &[Value], between: &[Signature]) -> crate::Thrown {
        let texts = |classes: &[ClassId]| -> String {
            let one = |c: &ClassId| match *c {
                ClassId::NULL => "null".into(),
                class => self.class_text(class),
            };
            classes.iter().map(one).collect::<Vec<_>>().join(", ")
        };
        let given: Vec<ClassId> = args.iter().map(Value::class_id).collect();
        let mut text = format!(
            "Ambiguous method overloading for method {}#{name}.\nCannot resolve which method to invoke for [{}] due to overlapping prototypes between:",
            self.class_name(class),
            texts(&given)
        );
        for signature in between {
            text.push_str(&format!("\n\t[{}]", texts(&signature.params)));
        }
        self.throw(&throwables::GROOVY_RUNTIME_EXCEPTION, text)
    }
}
