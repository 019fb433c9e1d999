//! `assert`, with Groovy's picture of the values.

use super::{Flow, Frame, N, Node, tri};
use crate::value::Value;
use crate::{Res, Thrown, Vm};
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
    /// What is said instead of the picture.
    pub explained: Option<Explained>,
    /// The statement's text in the source, up to the message.
    pub text: Span,
}

/// The words of a failed assertion that has a message.
pub struct Explained {
    /// The message.
    pub message: N,
    /// The condition's text.
    pub text: String,
    /// The condition's variables by name.
    pub values: Vec<(String, N)>,
}

impl Explained {
    fn fail(&self, vm: &mut Vm, fr: &mut Frame) -> Res<Thrown> {
        let mut text = self.text.clone();
        for (i, (name, node)) in self.values.iter().enumerate() {
            let value = node.eval(vm, fr)?;
            let value = vm.to_text(&value)?;
            text.push_str(if i == 0 { ". Values: " } else { ", " });
            text.push_str(&format!("{name} = {value}"));
        }
        let message = self.message.eval(vm, fr)?;
        vm.assertion_failed(&message, text)
    }
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
        let thrown = match &self.explained {
            Some(explained) => tri!(explained.fail(vm, fr)),
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
