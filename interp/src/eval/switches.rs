//! Switches, as statements and as expressions.

use super::{Flow, Frame, N, Node, tri};
use crate::{Res, Vm};

/// One run of statements with the labels before it.
pub struct Group {
    /// The values of its `case` labels.
    pub cases: Box<[N]>,
    /// Whether `default` is among its labels.
    pub default: bool,
    /// Its statements.
    pub body: N,
}

/// `switch (subject) { … }`: the first group whose case takes the subject (`isCase`), then on through the following ones
/// until something leaves. A `default` counts only when no case takes it.
pub struct Switch {
    /// What is switched over.
    pub subject: N,
    /// The groups in order.
    pub groups: Box<[Group]>,
}

impl Node for Switch {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let flow = self.exec(vm, fr);
        vm.leave_body(flow)
    }

    fn exec(&self, vm: &mut Vm, fr: &mut Frame) -> Flow {
        let subject = tri!(self.subject.eval(vm, fr));
        let mut start = None;
        'search: for (i, group) in self.groups.iter().enumerate() {
            for case in &group.cases {
                let case = tri!(case.eval(vm, fr));
                if tri!(vm.is_case(&case, &subject)) {
                    start = Some(i);
                    break 'search;
                }
            }
        }
        let start = start.or_else(|| self.groups.iter().position(|g| g.default));
        let Some(start) = start else { return Flow::Next };
        for group in self.groups.get(start..).unwrap_or_default() {
            match group.body.exec(vm, fr) {
                Flow::Next => {}
                Flow::Break if vm.label == 0 => return Flow::Next,
                flow => return flow,
            }
        }
        Flow::Next
    }
}

/// A switch whose value is asked for: what its groups yield, or null.
pub struct SwitchValue(pub Switch);

impl Node for SwitchValue {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let flow = self.0.exec(vm, fr);
        vm.leave_body(flow)
    }
}
