//! Blocks, branches and what leaves them.

use super::{Flow, Frame, N, Node, tri};
use crate::value::Value;
use crate::{Res, Vm};
use rovy_parser::Span;

/// A statement with its place, so that a fault can tell where it happened.
pub struct Statement {
    /// Where it stands.
    pub span: Span,
    /// What it does.
    pub node: N,
}

/// Statements one after the other.
pub struct Block(pub Box<[Statement]>);

#[inline(always)]
fn run(statements: &[Statement], vm: &mut Vm, fr: &mut Frame) -> Flow {
    for statement in statements {
        match statement.node.exec(vm, fr) {
            Flow::Next => {}
            Flow::Throw => {
                vm.mark_statement(statement.span);
                return Flow::Throw;
            }
            flow => return flow,
        }
    }
    Flow::Next
}

impl Node for Block {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let flow = self.exec(vm, fr);
        vm.leave_body(flow)
    }

    #[inline(always)]
    fn exec(&self, vm: &mut Vm, fr: &mut Frame) -> Flow {
        run(&self.0, vm, fr)
    }
}

/// A body in tail form: statements, then a value.
pub struct Sequence(pub Box<[Statement]>, pub Statement);

impl Node for Sequence {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        match run(&self.0, vm, fr) {
            Flow::Next => {}
            flow => return vm.leave_body(flow),
        }
        match self.1.node.eval(vm, fr) {
            Ok(value) => Ok(value),
            Err(thrown) => {
                vm.mark_statement(self.1.span);
                Err(thrown)
            }
        }
    }

    fn exec(&self, vm: &mut Vm, fr: &mut Frame) -> Flow {
        match run(&self.0, vm, fr) {
            Flow::Next => self.1.node.exec(vm, fr),
            flow => flow,
        }
    }
}

/// A statement as the value of a body: what it returns, or null.
pub struct AsValue(pub N);

impl Node for AsValue {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let flow = self.0.exec(vm, fr);
        vm.leave_body(flow)
    }
}

/// `if (c) a else b` as a statement.
pub struct If(pub N, pub Block, pub Option<Block>);

impl Node for If {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let flow = self.exec(vm, fr);
        vm.leave_body(flow)
    }

    fn exec(&self, vm: &mut Vm, fr: &mut Frame) -> Flow {
        if tri!(self.0.test(vm, fr)) {
            self.1.exec(vm, fr)
        } else if let Some(otherwise) = &self.2 {
            otherwise.exec(vm, fr)
        } else {
            Flow::Next
        }
    }
}

/// `return value`.
pub struct Return(pub N);

impl Node for Return {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        self.0.eval(vm, fr)
    }

    fn exec(&self, vm: &mut Vm, fr: &mut Frame) -> Flow {
        vm.ret = tri!(self.0.eval(vm, fr));
        Flow::Return
    }
}

/// `yield value`, and the value of an arrow in a switch expression.
pub struct Yield(pub N);

impl Node for Yield {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        self.0.eval(vm, fr)
    }

    fn exec(&self, vm: &mut Vm, fr: &mut Frame) -> Flow {
        vm.ret = tri!(self.0.eval(vm, fr));
        Flow::Yield
    }
}

/// `break`, `continue`: to the loop of a label, or the innermost (label 0).
pub struct Jump {
    /// Where to.
    pub label: u32,
    /// `continue` instead of `break`?
    pub again: bool,
}

impl Node for Jump {
    fn eval(&self, _: &mut Vm, _: &mut Frame) -> Res {
        Ok(Value::Null)
    }

    fn exec(&self, vm: &mut Vm, _: &mut Frame) -> Flow {
        vm.label = self.label;
        if self.again { Flow::Continue } else { Flow::Break }
    }
}

/// `label: statement`: takes the breaks that name it.
pub struct Labelled(pub u32, pub N);

impl Node for Labelled {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let flow = self.exec(vm, fr);
        vm.leave_body(flow)
    }

    fn exec(&self, vm: &mut Vm, fr: &mut Frame) -> Flow {
        match self.1.exec(vm, fr) {
            Flow::Break if vm.label == self.0 => Flow::Next,
            flow => flow,
        }
    }
}

/// `throw value`.
pub struct Throw(pub N, pub Span);

impl Node for Throw {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        let value = self.0.eval(vm, fr)?;
        let thrown = vm.throw_statement(value);
        Err(vm.mark(thrown, self.1))
    }
}

/// Does nothing.
pub struct Empty;

impl Node for Empty {
    fn eval(&self, _: &mut Vm, _: &mut Frame) -> Res {
        Ok(Value::Null)
    }

    fn exec(&self, _: &mut Vm, _: &mut Frame) -> Flow {
        Flow::Next
    }
}

/// The body of a `void` method: its value is dropped.
pub struct Discard(pub N);

impl Node for Discard {
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        self.0.eval(vm, fr)?.done();
        Ok(Value::Null)
    }
}
