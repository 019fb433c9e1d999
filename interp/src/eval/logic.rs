//! Logic and choice.

use super::{Flow, Frame, N, Node, tri};
use crate::value::Value;
use crate::{Res, Vm};

/// `a && b && …`.
pub struct And(pub Box<[N]>);

impl Node for And {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        Ok(Value::bool(self.test(vm, fr)?))
    }

    fn test(&self, vm: &mut Vm, fr: &mut Frame) -> Res<bool> {
        for term in &self.0 {
            if !term.test(vm, fr)? {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// `a || b || …`.
pub struct Or(pub Box<[N]>);

impl Node for Or {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        Ok(Value::bool(self.test(vm, fr)?))
    }

    fn test(&self, vm: &mut Vm, fr: &mut Frame) -> Res<bool> {
        for term in &self.0 {
            if term.test(vm, fr)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// `!a`.
pub struct Not(pub N);

impl Node for Not {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        Ok(Value::bool(self.test(vm, fr)?))
    }

    fn test(&self, vm: &mut Vm, fr: &mut Frame) -> Res<bool> {
        Ok(!self.0.test(vm, fr)?)
    }
}

/// `c ? a : b`, and `if (c) return a; rest` in tail form.
pub struct Choose<T, E>(pub N, pub T, pub E);

impl<T: Node, E: Node> Node for Choose<T, E> {
    #[inline(always)]
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        if self.0.test(vm, fr)? {
            self.1.eval(vm, fr)
        } else {
            self.2.eval(vm, fr)
        }
    }

    fn exec(&self, vm: &mut Vm, fr: &mut Frame) -> Flow {
        if tri!(self.0.test(vm, fr)) {
            self.1.exec(vm, fr)
        } else {
            self.2.exec(vm, fr)
        }
    }
}

/// `a ?: b`.
pub struct Elvis(pub N, pub N);

impl Node for Elvis {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let value = self.0.eval(vm, fr)?;
        if vm.truth(&value)? {
            Ok(value)
        } else {
            self.1.eval(vm, fr)
        }
    }
}
