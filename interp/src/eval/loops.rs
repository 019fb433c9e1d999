//! Loops.

use super::{Flow, Frame, N, Node, tri};
use crate::value::{Shared, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// Whether a loop goes on after a round, or what it ends with.
#[inline(always)]
fn after_round(vm: &Vm, flow: Flow, label: u32) -> Option<Flow> {
    match flow {
        Flow::Next => None,
        Flow::Continue if vm.label == 0 || vm.label == label => None,
        Flow::Break if vm.label == 0 || vm.label == label => Some(Flow::Next),
        other => Some(other),
    }
}

/// `while (condition) body`, `for (init; condition; update) body`, `do body while (condition)`.
pub struct While {
    /// Its label, or a number that no label has.
    pub label: u32,
    /// Goes on while true.
    pub condition: N,
    /// The body.
    pub body: N,
    /// After each round.
    pub update: Option<N>,
    /// Body before condition?
    pub body_first: bool,
}

impl Node for While {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let flow = self.exec(vm, fr);
        vm.leave_body(flow)
    }

    fn exec(&self, vm: &mut Vm, fr: &mut Frame) -> Flow {
        let mut skip = self.body_first;
        while skip || tri!(self.condition.test(vm, fr)) {
            skip = false;
            tri!(vm.tick());
            let flow = self.body.exec(vm, fr);
            if flow != Flow::Next
                && let Some(end) = after_round(vm, flow, self.label)
            {
                return end;
            }
            if let Some(update) = &self.update {
                match update.exec(vm, fr) {
                    Flow::Next => {}
                    flow => return flow,
                }
            }
        }
        Flow::Next
    }
}

/// `for (x in source) body`.
pub struct ForIn {
    /// Its label, or a number that no label has.
    pub label: u32,
    /// The variable's slot.
    pub slot: u32,
    /// Whether a closure shares the variable: one cell for the whole loop, as in Groovy.
    pub cell: bool,
    /// The type it was declared with.
    pub ty: Option<u32>,
    /// What is walked over.
    pub source: N,
    /// The body.
    pub body: N,
}

impl ForIn {
    #[inline(always)]
    fn round(&self, vm: &mut Vm, fr: &mut Frame, value: Value) -> Option<Flow> {
        let value = match self.ty {
            Some(ty) => match vm.cast(&value, fr.unit.class(ty)) {
                Ok(value) => value,
                Err(thrown) => return Some(thrown.into()),
            },
            None => value,
        };
        match &mut fr.locals[self.slot as usize] {
            Value::Cell(cell) if self.cell => cell.set(value),
            slot => slot.put(value),
        }
        match self.body.exec(vm, fr) {
            Flow::Next => None,
            flow => after_round(vm, flow, self.label),
        }
    }
}

impl Node for ForIn {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let flow = self.exec(vm, fr);
        vm.leave_body(flow)
    }

    fn exec(&self, vm: &mut Vm, fr: &mut Frame) -> Flow {
        let source = tri!(self.source.eval(vm, fr));
        if self.cell {
            fr.locals[self.slot as usize].put(Value::Cell(Rc::new(Shared::new(Value::Null))));
        }
        if let Value::Range(range) = &source
            && range.is_int()
        {
            let Some((first, last)) = range.ints else {
                return Flow::Next;
            };
            let step = if first <= last { 1 } else { -1 };
            let mut at = first;
            loop {
                tri!(vm.tick());
                if let Some(end) = self.round(vm, fr, Value::int(at)) {
                    return end;
                }
                if at == last {
                    return Flow::Next;
                }
                at += step;
            }
        }
        let mut walk = tri!(vm.iterate(&source));
        while let Some(value) = tri!(walk.next(vm)) {
            if let Some(end) = self.round(vm, fr, value) {
                return end;
            }
        }
        Flow::Next
    }
}
