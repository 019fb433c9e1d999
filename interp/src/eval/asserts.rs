//! `assert`, with Groovy's picture of the values.

use super::{Flow, Frame, N, Node, tri};
use crate::jdk::throwables;
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
    /// Shown instead of the picture.
    pub told: Option<Told>,
    /// The statement up to the end of its condition.
    pub text: Span,
}

/// What an assertion with a message of its own says.
pub struct Told {
    /// The message.
    pub message: N,
    /// The condition as the compiler shows it.
    pub expression: Box<str>,
    /// The variables whose values are shown.
    pub values: Box<[(Box<str>, N)]>,
}

impl Told {
    /// `message. Expression: (a == b). Values: a = 1, b = 2`; without a message to show, the second half.
    fn failed(&self, vm: &mut Vm, fr: &mut Frame) -> Res<Thrown> {
        let mut condition = self.expression.to_string();
        for (i, (name, node)) in self.values.iter().enumerate() {
            let value = node.eval(vm, fr)?;
            let value = vm.to_text(&value)?;
            condition += if i == 0 { ". Values: " } else { ", " };
            condition += &format!("{name} = {value}");
        }
        let message = self.message.eval(vm, fr)?;
        let text = vm.to_text(&message)?;
        if message.is_null() || matches!(&message, Value::Str(_)) && text.is_empty() {
            return Ok(vm.throw(&throwables::POWER_ASSERTION_ERROR, condition));
        }
        Ok(vm.throw(&throwables::ASSERTION_ERROR, format!("{text}. Expression: {condition}")))
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
        let thrown = match &self.told {
            Some(told) => tri!(told.failed(vm, fr)),
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
