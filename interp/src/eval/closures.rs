//! Closure expressions.

use super::{Frame, Node};
use crate::program::BodyId;
use crate::value::{Closure, Value};
use crate::{Res, Vm};

/// From where a closure takes a captured variable.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Capture {
    /// From a slot of the body around it.
    Slot(u32),
    /// From what the body around it captured itself.
    Captured(u32),
    /// From a hidden field of the instance around it, by the field's name.
    Hidden(u32),
}

/// `{ … }`, `(x) -> …`.
pub struct ClosureLiteral {
    /// Its body.
    pub body: BodyId,
    /// Its captured variables.
    pub captures: Box<[Capture]>,
}

/// Takes captured variables from the frame.
pub fn capture(vm: &Vm, captures: &[Capture], fr: &Frame) -> Box<[Value]> {
    let take = |capture: &Capture| match capture {
        Capture::Hidden(name) => vm.hidden_field(fr.this, fr.unit.name(*name)),
        Capture::Slot(slot) => fr.locals[*slot as usize].clone(),
        Capture::Captured(index) => fr.captures[*index as usize].clone(),
    };
    captures.iter().map(take).collect()
}

impl Node for ClosureLiteral {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let owner = match fr.closure {
            Some(closure) => Value::Closure(closure.clone()),
            None => fr.this.clone(),
        };
        vm.tick()?;
        let class = fr.unit.closure_class(vm, self.body);
        let captures = capture(vm, &self.captures, fr);
        Ok(Value::Closure(Closure::script(
            class,
            fr.unit.clone(),
            self.body,
            captures,
            fr.this.clone(),
            owner,
        )))
    }
}
