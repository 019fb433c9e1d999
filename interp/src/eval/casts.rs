//! Casts, `as`, `instanceof`, and conversions that declarations make.

use super::{Frame, N, Node};
use crate::value::Value;
use crate::{Res, Vm};
use rovy_parser::Span;

/// `(T) a`, and the conversion on assignment to a typed variable or on return from a typed method.
pub struct Cast(pub u32, pub N, pub Span);

impl Node for Cast {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let value = self.1.eval(vm, fr)?;
        let class = fr.unit.class(self.0);
        if value.class_id() == class.boxed() {
            return Ok(value);
        }
        vm.cast(&value, class).map_err(|t| vm.mark(t, self.2))
    }
}

/// `a as T`.
pub struct AsType(pub u32, pub N, pub Span);

impl Node for AsType {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let value = self.1.eval(vm, fr)?;
        let class = fr.unit.class(self.0);
        vm.as_operator(&value, class).map_err(|t| vm.mark(t, self.2))
    }
}

/// `a instanceof T`, `a !instanceof T`.
pub struct InstanceOf {
    /// The value.
    pub value: N,
    /// The class.
    pub class: u32,
    /// `instanceof`, or its negation?
    pub wanted: bool,
}

impl Node for InstanceOf {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let value = self.value.eval(vm, fr)?;
        Ok(Value::bool(
            vm.is_instance(&value, fr.unit.class(self.class)) == self.wanted,
        ))
    }
}
