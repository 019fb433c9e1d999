//! Nodes that tell about the program beside what they do: what answered a name, where a call stands.

use super::{Frame, N, Node};
use crate::{Res, Vm};
use rovy_parser::Span;
use std::sync::Arc;

/// What answers a traced name.
pub enum Answer {
    /// Known when the program was lowered: `local`, `class(X)`.
    Known(Arc<str>),
    /// Found out each time; the flag is a call.
    Free(bool),
}

/// A name that is read or called.
pub struct Traced {
    /// What the name does.
    pub node: N,
    /// The name.
    pub name: Arc<str>,
    /// Where it stands.
    pub span: Span,
    /// What answers it.
    pub answer: Answer,
}

impl Node for Traced {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let answer = match &self.answer {
            Answer::Known(answer) => answer.to_string(),
            Answer::Free(call) => vm.answer_of(fr.this, fr.closure, &self.name, *call),
        };
        vm.trace_answer(fr.unit, self.span, &self.name, answer);
        self.node.eval(vm, fr)
    }
}

/// The last argument of a call that tells where it stands.
pub struct Placed {
    /// The argument.
    pub node: N,
    /// The call.
    pub span: Span,
    /// The method around it.
    pub method: Arc<str>,
}

impl Node for Placed {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let value = self.node.eval(vm, fr)?;
        vm.note_call_place(fr.unit, self.span, &self.method);
        Ok(value)
    }
}
