//! Making instances.

use super::calls::Args;
use super::closures::{Capture, capture};
use super::{Frame, N, Node};
use crate::value::Value;
use crate::{Res, Vm};
use rovy_parser::Span;

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
