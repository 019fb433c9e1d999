//! `try`, `catch`, `finally`, resources, `synchronized`.

use super::{Flow, Frame, N, Node, tri};
use crate::value::{Shared, Value};
use crate::{Res, Vm};
use std::rc::Rc;

/// `catch (A | B e) { … }`.
pub struct Catch {
    /// The types caught.
    pub types: Box<[u32]>,
    /// The variable's slot.
    pub slot: u32,
    /// Whether a closure shares the variable.
    pub cell: bool,
    /// What is done.
    pub body: N,
}

/// `try { … } catch … finally …`. A limit that was passed runs through all of it.
pub struct Try {
    /// What is tried.
    pub body: N,
    /// The handlers in order.
    pub catches: Box<[Catch]>,
    /// Run whatever happens.
    pub finally: Option<N>,
}

impl Node for Try {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let flow = self.exec(vm, fr);
        vm.leave_body(flow)
    }

    fn exec(&self, vm: &mut Vm, fr: &mut Frame) -> Flow {
        let depth = vm.depth();
        let mut flow = self.body.exec(vm, fr);
        if flow == Flow::Throw && vm.is_catchable() {
            vm.restore_depth(depth);
            flow = self.handle(vm, fr);
        }
        let Some(finally) = &self.finally else { return flow };
        if flow == Flow::Throw && !vm.is_catchable() {
            return flow;
        }
        vm.restore_depth(depth);
        let waiting = vm.set_aside(flow);
        match finally.exec(vm, fr) {
            Flow::Next => vm.take_up(waiting),
            other => other,
        }
    }
}

impl Try {
    fn handle(&self, vm: &mut Vm, fr: &mut Frame) -> Flow {
        for catch in &self.catches {
            let wanted = catch.types.iter().any(|t| vm.catches(fr.unit.class(*t)));
            if !wanted {
                continue;
            }
            let Some(exception) = vm.take_exception() else {
                return Flow::Throw;
            };
            let value = if catch.cell {
                Value::Cell(Rc::new(Shared::new(exception)))
            } else {
                exception
            };
            fr.locals[catch.slot as usize].put(value);
            return catch.body.exec(vm, fr);
        }
        Flow::Throw
    }
}

/// `try (a = …) { … }`: one resource, closed when the body ends; several nest.
pub struct WithResource {
    /// Declares the resource.
    pub declare: N,
    /// Reads it.
    pub resource: N,
    /// What is done with it.
    pub body: N,
}

impl Node for WithResource {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let flow = self.exec(vm, fr);
        vm.leave_body(flow)
    }

    fn exec(&self, vm: &mut Vm, fr: &mut Frame) -> Flow {
        match self.declare.exec(vm, fr) {
            Flow::Next => {}
            flow => return flow,
        }
        let resource = tri!(self.resource.eval(vm, fr));
        let flow = self.body.exec(vm, fr);
        if resource.is_null() || (flow == Flow::Throw && !vm.is_catchable()) {
            return flow;
        }
        if flow != Flow::Throw {
            let waiting = vm.set_aside(flow);
            tri!(vm.call_method(&resource, "close", &[]));
            return vm.take_up(waiting);
        }
        let Some(primary) = vm.take_exception() else {
            return flow;
        };
        if let Err(thrown) = vm.call_method(&resource, "close", &[]) {
            let suppressed = tri!(vm.catch(thrown));
            tri!(vm.call_method(&primary, "addSuppressed", &[suppressed]));
        }
        vm.throw_value(primary).into()
    }
}

/// `synchronized (lock) { … }`: there is one thread, so only a null lock matters.
pub struct Synchronized(pub N, pub N);

impl Node for Synchronized {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let flow = self.exec(vm, fr);
        vm.leave_body(flow)
    }

    fn exec(&self, vm: &mut Vm, fr: &mut Frame) -> Flow {
        let lock = tri!(self.0.eval(vm, fr));
        if lock.is_null() {
            return vm.throw_silent(&crate::jdk::throwables::NULL_POINTER_EXCEPTION).into();
        }
        self.1.exec(vm, fr)
    }
}
