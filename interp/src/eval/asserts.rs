//! `assert`, with Groovy's picture of the values.

use super::{Flow, Frame, N, Node, tri};
use crate::value::Value;
use crate::{Res, Vm};
use rovy_parser::Span;

/// A part of an asserted expression whose value is shown: notes the value as it passes.
pub struct Noted {
    /// The part.
    pub node: N,
    /// Where its value is shown.
    pub at: u32,
}

impl Node for Noted {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let value = self.node.eval(vm, fr)?;
        vm.note(self.at, &value);
        Ok(value)
    }
}

/// `assert condition`, `assert condition : message`.
pub struct Assert {
    /// What must be true.
    pub condition: N,
    /// Shown instead of the picture.
    pub message: Option<N>,
    /// The condition's text in the source.
    pub text: Span,
}

impl Node for Assert {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let flow = self.exec(vm, fr);
        vm.leave_body(flow)
    }

    fn exec(&self, vm: &mut Vm, fr: &mut Frame) -> Flow {
        let mark = vm.begin_notes();
        let held = self.condition.test(vm, fr);
        let notes = vm.end_notes(mark);
        if tri!(held) {
            return Flow::Next;
        }
        let thrown = match &self.message {
            Some(message) => {
                let message = tri!(message.eval(vm, fr));
                tri!(vm.assertion_failed(&message, fr.unit.source_text(self.text)))
            }
            None => {
                let unit = fr.unit.clone();
                tri!(vm.power_assertion_failed(&unit, self.text, &notes))
            }
        };
        vm.mark(thrown, self.text).into()
    }
}

/// A value that an asserted expression had on its way.
pub type Note = (u32, Value);
