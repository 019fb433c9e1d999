//! Evaluation: a tree of nodes, each kind a small named struct with three entries.
//!
//! `eval` gives the value, `test` the truth of it, `exec` runs it for its effect. Operands are generic parameters, so that a
//! local or a constant costs no indirect call; everything rare lives behind a cold function with the full semantics.
//! Measured against an enum and `match` this is 1.5 to 7 times faster; what keeps it so: values and results travel in two
//! registers ([`crate::value`]), locals live in arrays on the Rust stack ([`with_locals`]), drops are skipped where nothing
//! is to be dropped ([`Value::done`]), and a call site remembers what it found ([`Site`]).

pub mod asserts;
pub mod assign;
pub mod calls;
pub mod casts;
pub mod classes;
pub mod closures;
pub mod constants;
pub mod index;
pub mod locals;
pub mod logic;
pub mod loops;
pub mod operators;
pub mod properties;
pub mod statements;
pub mod strings;
pub mod switches;
pub mod traces;
pub mod tries;

use crate::program::BodyId;
use crate::registry::ClassId;
use crate::value::{Closure, Value};
use crate::vm::{Unit, Vm};
use crate::{Res, Thrown};
use std::rc::Rc;

/// What a running body sees. `this` and the captures are borrowed, so that a call costs no reference counts.
pub struct Frame<'a> {
    /// `this`: the script, an instance, or a class in static code.
    pub this: &'a Value,
    /// Locals and parameters.
    pub locals: &'a mut [Value],
    /// Captured variables.
    pub captures: &'a [Value],
    /// The loaded program the body belongs to.
    pub unit: &'a Rc<Unit>,
    /// The closure that runs, in a closure's body.
    pub closure: Option<&'a Rc<Closure>>,
}

/// What a statement did. A returned or yielded value waits in `vm.ret`, a label in `vm.label`, an exception in `vm.pending`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flow {
    /// Go on.
    Next,
    /// `return`.
    Return,
    /// `break`.
    Break,
    /// `continue`.
    Continue,
    /// `yield` in a switch expression.
    Yield,
    /// An exception.
    Throw,
}

/// One piece of a lowered program.
pub trait Node: Send + Sync {
    /// The value.
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res;

    /// Groovy truth of the value.
    fn test(&self, vm: &mut Vm, fr: &mut Frame) -> Res<bool> {
        let value = self.eval(vm, fr)?;
        if let Value::Bool(b) = value {
            return Ok(b.get() != 0);
        }
        vm.truth(&value)
    }

    /// The value where it lies, if it lies in a slot: looked at without being copied.
    #[inline(always)]
    fn in_slot<'f>(&self, _: &'f Frame) -> Option<&'f Value> {
        None
    }

    /// The int that a local or a constant holds, without evaluating it: an operator on two of them needs no frame of its own.
    #[inline(always)]
    fn known_int(&self, fr: &Frame) -> Option<i32> {
        match self.in_slot(fr) {
            Some(Value::Int(i)) => Some(i.get()),
            _ => None,
        }
    }

    /// [`Node::known_int`] for doubles.
    #[inline(always)]
    fn known_double(&self, fr: &Frame) -> Option<f64> {
        match self.in_slot(fr) {
            Some(Value::Double(d)) => Some(d.get()),
            _ => None,
        }
    }

    /// The effect.
    fn exec(&self, vm: &mut Vm, fr: &mut Frame) -> Flow {
        match self.eval(vm, fr) {
            Ok(value) => {
                value.done();
                Flow::Next
            }
            Err(thrown) => thrown.into(),
        }
    }
}

/// A node of any kind.
pub type N = Box<dyn Node>;

impl Node for N {
    #[inline(always)]
    fn eval(&self, vm: &mut Vm, fr: &mut Frame) -> Res {
        (**self).eval(vm, fr)
    }

    #[inline(always)]
    fn test(&self, vm: &mut Vm, fr: &mut Frame) -> Res<bool> {
        (**self).test(vm, fr)
    }

    #[inline(always)]
    fn exec(&self, vm: &mut Vm, fr: &mut Frame) -> Flow {
        (**self).exec(vm, fr)
    }
}

impl From<Thrown> for Flow {
    #[inline(always)]
    fn from(_: Thrown) -> Flow {
        Flow::Throw
    }
}

/// Unwraps a result in an `exec` entry.
macro_rules! tri {
    ($result:expr) => {
        match $result {
            Ok(value) => value,
            Err(thrown) => return thrown.into(),
        }
    };
}
pub(crate) use tri;

/// What a call or property site found last time, guarded by the receiver's class: eight bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Site {
    /// The receiver's class; [`ClassId::NONE`] when nothing was found yet.
    pub class: ClassId,
    target: u32,
}

/// The target of a site.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Target {
    /// A script method of the program that calls it, by its body.
    Own(BodyId),
    /// A script method, by its number in the interpreter.
    Method(u32),
    /// A field, by its slot; where it is written, one that takes any value.
    Field(u32),
    /// A field that is written, with a type of its own.
    Typed(u32),
    /// A native member that any arguments of this number reach.
    Native(u32),
    /// A native member or script method for arguments of certain classes.
    Guarded(u32),
}

impl Site {
    /// A site that has found nothing.
    pub const EMPTY: Site = Site {
        class: ClassId::NONE,
        target: 0,
    };

    /// A site that found a target for receivers of a class.
    pub fn new(class: ClassId, target: Target) -> Site {
        let (kind, index) = match target {
            Target::Own(BodyId(i)) => (0, i),
            Target::Method(i) => (1, i),
            Target::Field(i) => (2, i),
            Target::Native(i) => (3, i),
            Target::Guarded(i) => (4, i),
            Target::Typed(i) => (5, i),
        };
        Site {
            class,
            target: kind << 29 | index & 0x1fff_ffff,
        }
    }

    /// What it found.
    #[inline(always)]
    pub fn target(self) -> Target {
        let index = self.target & 0x1fff_ffff;
        match self.target >> 29 {
            0 => Target::Own(BodyId(index)),
            1 => Target::Method(index),
            2 => Target::Field(index),
            3 => Target::Native(index),
            4 => Target::Guarded(index),
            _ => Target::Typed(index),
        }
    }
}

/// Runs with so many locals, all null: an array on the Rust stack, or a vector for large bodies.
#[inline(always)]
pub fn with_locals<R>(slots: u32, run: impl FnOnce(&mut [Value]) -> R) -> R {
    match slots {
        0..=2 => on_stack::<2, R>(run),
        3..=4 => on_stack::<4, R>(run),
        5..=10 => on_stack::<10, R>(run),
        n => run(&mut vec![Value::Null; n as usize]),
    }
}

#[inline(always)]
fn on_stack<const COUNT: usize, R>(run: impl FnOnce(&mut [Value]) -> R) -> R {
    with_array([const { Value::Null }; COUNT], run)
}

/// Runs with an array on the Rust stack as locals.
#[inline(always)]
pub fn with_array<const COUNT: usize, R>(mut locals: [Value; COUNT], run: impl FnOnce(&mut [Value]) -> R) -> R {
    let result = run(&mut locals);
    // In place: moving the array out to drop it stalls on store forwarding.
    for local in &mut locals {
        if local.is_heap() {
            drop(std::mem::replace(local, Value::Null));
        }
    }
    std::mem::forget(locals);
    result
}
