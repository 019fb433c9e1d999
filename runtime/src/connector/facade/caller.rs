//! The caller behind an operation that hands over results one by one.

use crate::toolkit::handler::Consumer;
use rovy_interp::value::Value;
use rovy_interp::{Res, Vm};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The caller's end of a search or synchronisation. In the framework it has a thread of its own, so what it throws ends the
/// operation and never reaches the script.
pub(super) struct Caller {
    consumer: Consumer,
    thrown: RefCell<Option<Value>>,
    stopped: Cell<bool>,
}

impl Caller {
    pub(super) fn new(consumer: Consumer) -> Rc<Caller> {
        Rc::new(Caller {
            consumer,
            thrown: RefCell::default(),
            stopped: Cell::new(false),
        })
    }

    /// The consumer to give to the operation.
    pub(super) fn consumer(self: &Rc<Caller>) -> Consumer {
        let caller = self.clone();
        Rc::new(move |vm: &mut Vm, found: &Value| caller.take(vm, found))
    }

    /// Hands on what a script hands over, until the caller has had enough.
    fn take(&self, vm: &mut Vm, found: &Value) -> Res<bool> {
        if self.stopped.get() {
            return Ok(false);
        }
        let goes_on = match (self.consumer)(vm, found) {
            Ok(goes_on) => goes_on,
            Err(thrown) => {
                let exception = vm.catch(thrown)?;
                self.thrown.replace(Some(exception));
                false
            }
        };
        self.stopped.set(!goes_on);
        Ok(goes_on)
    }

    /// What the operation comes to: the caller met its exception first.
    pub(super) fn outcome(&self, vm: &mut Vm, result: Res) -> Res {
        match (result, self.thrown.take()) {
            (Err(thrown), Some(exception)) => {
                vm.catch(thrown)?.done();
                Err(vm.throw_value(exception))
            }
            (Ok(_), Some(exception)) => Err(vm.throw_value(exception)),
            (result, None) => result,
        }
    }
}
