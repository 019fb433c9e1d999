//! `map as T`, `closure as T`: an object of an interface or class whose methods are a map's closures, or one closure.

use super::Vm;
use super::dispatch::Callable;
use super::script_class::{Method, ScriptClass};
use crate::registry::{ClassId, Kind};
use crate::value::Value;
use crate::{Res, jdk::throwables};

/// The methods of Java's interfaces that bring code of their own, so that no closure stands for them.
const DEFAULT_METHODS: [&str; 20] = [
    "and",
    "andThen",
    "compose",
    "computeIfAbsent",
    "computeIfPresent",
    "forEach",
    "forEachRemaining",
    "getOrDefault",
    "negate",
    "or",
    "putIfAbsent",
    "removeIf",
    "replaceAll",
    "reversed",
    "sort",
    "spliterator",
    "stream",
    "thenComparing",
    "thenComparingInt",
    "parallelStream",
];

/// The everyday classes of Java that nothing extends.
const FINAL_CLASSES: [ClassId; 10] = [
    ClassId::STRING,
    ClassId::BOOLEAN,
    ClassId::CHARACTER,
    ClassId::BYTE,
    ClassId::SHORT,
    ClassId::INTEGER,
    ClassId::LONG,
    ClassId::FLOAT,
    ClassId::DOUBLE,
    ClassId::CLASS,
];

/// What a proxy does with a call.
enum Answer {
    /// A closure stands for the method, whose result is of a type.
    Closure(Value, ClassId),
    /// A map's value is the result.
    Value(Value),
    /// What stands behind answers itself.
    Behind,
    /// Nothing stands for an abstract method.
    Unsupported,
    /// The class answers as it is.
    Inherited,
}

impl Vm {
    /// An object of an interface, or of a class with a constructor without parameters, before a map of closures or a closure.
    pub(crate) fn proxy(&mut self, behind: &Value, class: ClassId) -> Res {
        let proxy = match self.proxy_classes.get(&class) {
            Some(proxy) => *proxy,
            None => {
                let proxy = self.define_proxy_class(class);
                self.proxy_classes.insert(class, proxy);
                proxy
            }
        };
        let Some(script) = self.script_class(proxy).cloned() else {
            return Ok(Value::Null);
        };
        let object = self.allocate(&script);
        if let Some(slot) = script.proxy_slot {
            object.set_field(slot as usize, behind.clone());
        }
        let this = Value::Object(object);
        self.super_constructor(proxy, &this, &mut [])?;
        Ok(this)
    }

    /// An object of some traits that answers everything else as the value behind it does: `value as Trait`, `withTraits`.
    pub(crate) fn trait_proxy(&mut self, behind: &Value, traits: &[ClassId]) -> Res {
        let class = self.define_trait_proxy(behind.class_id(), traits);
        let Some(script) = self.script_class(class).cloned() else {
            return Ok(Value::Null);
        };
        let object = self.allocate(&script);
        if let Some(slot) = script.proxy_slot {
            object.set_field(slot as usize, behind.clone());
        }
        let this = Value::Object(object);
        self.super_constructor(class, &this, &mut [])?;
        Ok(this)
    }

    /// Whether a class can have subclasses that stand before closures.
    pub(crate) fn is_final(&self, class: ClassId) -> bool {
        match self.script_class(class) {
            Some(script) => script.declaration().is_some_and(|d| d.is_final),
            None => FINAL_CLASSES.contains(&class.boxed()),
        }
    }

    /// The value behind an object that was given traits.
    pub(crate) fn behind_traits(&self, receiver: &Value) -> Option<Value> {
        self.behind(receiver)
            .filter(|behind| !matches!(behind, Value::Map(_) | Value::Closure(_)))
    }

    /// The map or closure behind a proxy, or the value that was given traits.
    fn behind(&self, receiver: &Value) -> Option<Value> {
        let Value::Object(object) = receiver else { return None };
        let slot = self.script_class(object.class.get())?.proxy_slot?;
        Some(object.field(slot as usize))
    }

    /// A method of a proxy, if a closure stands for it or nothing does.
    pub(crate) fn call_proxy(&mut self, receiver: &Value, name: &str, args: &[Value]) -> Option<Res> {
        let behind = self.behind(receiver)?;
        let answer = match self.proxy_answer(receiver, &behind, name) {
            Ok(answer) => answer,
            Err(thrown) => return Some(Err(thrown)),
        };
        match answer {
            Answer::Closure(Value::Closure(closure), returns) => {
                let result = self.call_closure(&closure, args);
                Some(result.and_then(|value| self.proxy_result(receiver, value, returns)))
            }
            Answer::Value(value) => Some(Ok(value)),
            Answer::Behind => Some(self.call_method(&behind, name, args)),
            Answer::Unsupported => Some(Err(self.throw_silent(&throwables::UNSUPPORTED_OPERATION_EXCEPTION))),
            Answer::Closure(..) | Answer::Inherited => None,
        }
    }

    fn proxy_answer(&mut self, receiver: &Value, behind: &Value, name: &str) -> Res<Answer> {
        let class = receiver.class_id();
        let declared = self.declared_by_proxy(class, name);
        let returns = declared.map_or(ClassId::OBJECT, |(returns, _)| returns);
        let is_abstract = declared.is_some_and(|(_, is_abstract)| is_abstract);
        Ok(match behind {
            Value::Map(map) => match self.map_get(map, &Value::str(name))? {
                Some(closure @ Value::Closure(_)) => Answer::Closure(closure, returns),
                Some(value) if declared.is_some() && !self.is_plain_proxy(class) => Answer::Value(value),
                _ if is_abstract => Answer::Unsupported,
                _ => Answer::Inherited,
            },
            behind if !matches!(behind, Value::Closure(_)) => {
                let own = self.script_class(class).is_some_and(|c| {
                    let takes = |args| c.accessed(name, args).is_some();
                    takes(0) || takes(1)
                });
                if own || matches!(name, "getClass" | "getMetaClass") || (declared.is_some() && !is_abstract) {
                    Answer::Inherited
                } else {
                    Answer::Behind
                }
            }
            // A closure stands for all methods of a class that leaves none open.
            closure if is_abstract || (declared.is_some() && self.is_complete(class)) => {
                Answer::Closure(closure.clone(), returns)
            }
            _ if matches!(name, "toString" | "hashCode" | "equals") && self.is_plain_proxy(class) => Answer::Behind,
            _ => Answer::Inherited,
        })
    }

    /// The result type of a method that a proxy's class declares, and whether it is abstract.
    fn declared_by_proxy(&mut self, class: ClassId, name: &str) -> Option<(ClassId, bool)> {
        let candidates = self.candidates(class, name);
        let script = candidates.iter().find_map(|c| match &c.callable {
            Callable::Method(method) => Some(method.clone()),
            _ => None,
        });
        if let Some(method) = script {
            return Some((method.returns, method.is_abstract)).filter(|_| !hidden(&method));
        }
        for native in self.native_ancestors(class) {
            let members = self.registry.members(native);
            let found = members
                .named(name)
                .iter()
                .find(|f| f.class.interface && f.class.members.iter().any(|m| std::ptr::eq(m, f.member)));
            if let Some(found) = found {
                let open = match found.member.kind {
                    Kind::Required => true,
                    Kind::Method | Kind::Never => !DEFAULT_METHODS.contains(&name),
                    _ => false,
                };
                return Some((self.signature_type(found.member.returns()), open));
            }
        }
        None
    }

    /// Whether a proxy extends a class without abstract methods.
    fn is_complete(&self, class: ClassId) -> bool {
        let parent = self.script_class(class).map(|c| c.superclass);
        parent.is_some_and(|parent| parent.is_script() && !self.is_abstract(parent))
    }

    /// Whether a class has no instances of its own.
    pub(crate) fn is_abstract(&self, class: ClassId) -> bool {
        match self.script_class(class) {
            Some(script) => script.declaration().is_some_and(|d| d.is_abstract),
            None => self.registry.by_id(class).is_some_and(|c| c.is_abstract),
        }
    }

    /// Whether a proxy extends nothing but `Object`.
    fn is_plain_proxy(&self, class: ClassId) -> bool {
        self.script_class(class)
            .is_some_and(|c| c.superclass == ClassId::OBJECT)
    }

    /// What a closure gave, as the method's type has it: Java casts what stands before an interface, and a subclass converts
    /// to primitives.
    fn proxy_result(&mut self, receiver: &Value, value: Value, returns: ClassId) -> Res {
        if returns == ClassId::VOID {
            return Ok(Value::Null);
        }
        if returns == ClassId::OBJECT || self.is_instance(&value, returns.boxed()) {
            return Ok(value);
        }
        if !returns.is_primitive() {
            return if value.is_null() {
                Ok(value)
            } else {
                Err(self.class_cast(&value, returns))
            };
        }
        if !self.is_plain_proxy(receiver.class_id()) {
            return self.cast(&value, returns);
        }
        self.unboxed(value, returns)
    }

    /// What stands before an interface gives its method's primitive type boxed: Java unboxes, and converts nothing.
    pub(crate) fn unboxed(&mut self, value: Value, primitive: ClassId) -> Res {
        let boxed = primitive.boxed();
        if value.class_id() == boxed {
            return Ok(value);
        }
        if !value.is_null() {
            return Err(self.class_cast(&value, boxed));
        }
        let (boxed, bare) = (self.class_name(boxed), self.class_name(primitive));
        Err(self.null_pointer(format!(
            "Cannot invoke \"{boxed}.{bare}Value()\" because the return value of \"java.lang.reflect.InvocationHandler.invoke(Object, java.lang.reflect.Method, Object[])\" is null"
        )))
    }
}

/// What the compiler adds to every class is no closure's business.
fn hidden(method: &Method) -> bool {
    method.is_static || method.name.contains('$')
}

impl ScriptClass {
    /// Whether its instances stand before a map of closures or a closure.
    pub fn is_proxy(&self) -> bool {
        self.proxy_slot.is_some()
    }
}
