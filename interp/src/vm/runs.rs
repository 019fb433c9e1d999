//! Runs: the stack that they need, where they begin, what ends them.

use super::{Fault, Vm};
use crate::Thrown;
use crate::value::Place;

/// [`Vm::on_reserved_stack`] for a host's type that holds an interpreter.
pub fn on_reserved_stack<T, R>(holder: &mut T, vm: fn(&mut T) -> &mut Vm, run: impl FnOnce(&mut T) -> R) -> R {
    let around = vm(holder).stack_end();
    let result = stacker::grow(vm(holder).reserved_stack(), || {
        vm(holder).begin_stack();
        run(holder)
    });
    vm(holder).set_stack_end(around);
    result
}

impl Vm {
    /// Runs on a stack that has room for the call depth: every entry from the host goes through here, or through
    /// [`on_reserved_stack`].
    pub fn on_reserved_stack<R>(&mut self, run: impl FnOnce(&mut Vm) -> R) -> R {
        on_reserved_stack(self, |vm| vm, run)
    }

    /// The bytes of stack that the call depth needs.
    pub(super) fn reserved_stack(&self) -> usize {
        let per_call = if cfg!(debug_assertions) { 32 << 10 } else { 8 << 10 };
        (self.meter.limits.depth as usize)
            .saturating_mul(per_call)
            .clamp(64 << 20, 1 << 30)
    }

    /// Begins a new run: its fuel, time and output are counted from here.
    pub fn begin_run(&mut self) {
        self.meter.restart();
        self.pending = None;
        self.at = None;
        self.trace.clear();
    }

    /// The places that a fault without an exception of its own has passed, innermost first.
    pub fn places(&self) -> Vec<Place> {
        self.trace.clone()
    }

    /// The fault that ended a run, with the places it passed.
    pub fn end_run(&mut self, thrown: Thrown) -> Fault {
        let fault = self.take_fault(thrown);
        if let Fault::Exception(exception) = &fault {
            self.settle_trace(exception);
        }
        fault
    }
}
