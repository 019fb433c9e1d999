//! Making instances.

use super::calls::Args;
use super::closures::{Capture, capture};
use super::{Frame, N, Node};
use crate::jdk::throwables;
use crate::value::Value;
use crate::{Res, Vm};
use rovy_parser::Span;
use std::sync::Arc;

/// `new T(args…)`.
pub struct New {
    /// The class.
    pub class: u32,
    /// The constructor's arguments.
    pub args: Args,
    /// What an anonymous or local class captures, and `this` of the place where it stands, handed to the instance.
    pub captures: Option<Box<[Capture]>>,
    /// Where it stands.
    pub span: Span,
}

impl Node for New {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let class = fr.unit.class(self.class);
        let captures = self.captures.as_ref().map(|c| capture(vm, c, fr));
        self.args
            .with(vm, fr, |vm, fr, args| match captures {
                Some(captures) => {
                    let outer = match fr.closure {
                        Some(closure) => Value::Closure(closure.clone()),
                        None => fr.this.clone(),
                    };
                    vm.construct_inner(class, args, outer, captures)
                }
                None => vm.construct_in(class, args, fr.this),
            })
            .map_err(|t| vm.mark(t, self.span))
    }
}

/// `this(args…)` or `super(args…)` at the start of a constructor.
pub struct ConstructorCall {
    /// The class whose constructor it is.
    pub class: u32,
    /// `super` instead of `this`?
    pub is_super: bool,
    /// The arguments.
    pub args: Args,
    /// Where it stands.
    pub span: Span,
}

impl Node for ConstructorCall {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let class = fr.unit.class(self.class);
        self.args
            .with(vm, fr, |vm, fr, args| {
                if self.is_super {
                    vm.super_constructor(class, fr.this, args)
                } else {
                    vm.this_constructor(class, fr.this, args)
                }
            })
            .map_err(|t| vm.mark(t, self.span))?;
        Ok(Value::Null)
    }
}

/// The checks with which a record takes named arguments: each names a component, and none without default value is left out.
pub struct CheckNamed {
    /// The map of arguments.
    pub named: N,
    /// Each component's name, and whether it has a default value.
    pub components: Box<[(Arc<str>, bool)]>,
}

impl Node for CheckNamed {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let Value::Map(map) = self.named.eval(vm, fr)? else {
            return Ok(Value::Null);
        };
        let keys = map.borrow().keys();
        for (name, has_default) in &self.components {
            if !has_default && vm.map_get(&map, &Value::str(name))?.is_none() {
                let keys = vm.to_text(&Value::list(keys))?;
                return Err(vm.throw(
                    &throwables::ASSERTION_ERROR,
                    format!(
                        "Missing required named argument '{name}'. Keys found: {keys}. Expression: __namedArgs.containsKey({name})"
                    ),
                ));
            }
        }
        for key in keys {
            let key = vm.to_text(&key)?;
            if !self.components.iter().any(|(name, _)| **name == *key) {
                let names: Vec<&str> = self.components.iter().map(|(name, _)| &**name).collect();
                return Err(vm.throw(
                    &throwables::ASSERTION_ERROR,
                    format!(
                        "Unrecognized namedArgKey: {key}. Expression: [{}].contains(namedArgKey)",
                        names.join(", ")
                    ),
                ));
            }
        }
        Ok(Value::Null)
    }
}

/// A record's component from named arguments, or its default value.
pub struct NamedComponent {
    /// The map of arguments.
    pub named: N,
    /// The component.
    pub name: Arc<str>,
    /// What stands for an argument left out.
    pub default: N,
}

impl Node for NamedComponent {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        if let Value::Map(map) = self.named.eval(vm, fr)?
            && let Some(value) = vm.map_get(&map, &Value::str(&self.name))?
        {
            return Ok(value);
        }
        self.default.eval(vm, fr)
    }
}

/// `Outer.this`: the nearest instance of a class around the code.
pub struct OuterThis(pub N);

impl Node for OuterThis {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let class = self.0.eval(vm, fr)?;
        let Some(wanted) = class.as_class() else {
            return vm.get_property(&class, "this");
        };
        let mut at = fr.this.clone();
        loop {
            if vm.is_instance(&at, wanted) {
                return Ok(at);
            }
            at = match &at {
                Value::Closure(c) => c.this.clone(),
                other => match vm.outer_instance(other) {
                    Some(outer) => outer,
                    None => return Ok(class),
                },
            };
        }
    }
}

/// `T[]` as an expression.
pub struct ArrayClass(pub N);

impl Node for ArrayClass {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let value = self.0.eval(vm, fr)?;
        match value.as_class() {
            Some(class) => Ok(Value::class(class.array())),
            None => vm.call_method(&value, "getAt", &[Value::list(Vec::new())]),
        }
    }
}

/// The initial value of a field: set as it is, whatever setters or `final` say.
pub struct InitField(pub super::calls::Name, pub N);

impl Node for InitField {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let value = self.1.eval(vm, fr)?;
        let name = fr.unit.name(self.0.name).clone();
        vm.init_field(fr.this, &name, value)
            .map_err(|t| vm.mark(t, self.0.span))?;
        Ok(Value::Null)
    }
}
