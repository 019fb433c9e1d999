//! `groovy.lang.Closure`: code with what it captured, and the four objects that names in it are looked up on.

use super::Value;
use crate::heap;
use crate::registry::ClassId;
use crate::vm::{Unit, Vm};
use crate::{Res, program::BodyId};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// `Closure.OWNER_FIRST` and its kin.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Strategy {
    /// Owner, then delegate.
    #[default]
    OwnerFirst,
    /// Delegate, then owner.
    DelegateFirst,
    /// Only the owner.
    OwnerOnly,
    /// Only the delegate.
    DelegateOnly,
    /// Only the closure itself.
    ToSelf,
}

impl Strategy {
    /// Java's constant.
    pub fn to_i32(self) -> i32 {
        self as i32
    }

    /// From Java's constant; unknown numbers mean owner first, as in Groovy.
    pub fn from_i32(i: i32) -> Strategy {
        match i {
            1 => Strategy::DelegateFirst,
            2 => Strategy::OwnerOnly,
            3 => Strategy::DelegateOnly,
            4 => Strategy::ToSelf,
            _ => Strategy::OwnerFirst,
        }
    }
}

/// What a native closure does when called: it gets the values that the closure holds, and the arguments.
pub type NativeBody = dyn Fn(&mut Vm, &[Value], &[Value]) -> Res;

/// Where a closure's code is.
pub enum Code {
    /// A body in a loaded program.
    Script {
        /// The loaded program.
        unit: Rc<Unit>,
        /// The body in it.
        body: BodyId,
        /// Captured variables: a [`Value::Cell`] where the variable is shared, else the value itself.
        captures: Box<[Value]>,
    },
    /// A Rust function: a method pointer, a composition, a memoized closure.
    Native {
        /// The function.
        body: Rc<NativeBody>,
        /// `getMaximumNumberOfParameters()`.
        arity: i32,
        /// `getParameterTypes()`, where known.
        parameters: Box<[ClassId]>,
        /// Values the function holds, so that cycles through them can be found.
        holds: Box<[Value]>,
    },
}

/// A closure.
pub struct Closure {
    /// Each closure expression has a class of its own; native ones are `groovy.lang.Closure` or a class below it.
    pub class: ClassId,
    /// The code.
    pub code: Code,
    /// `getThisObject()`.
    pub this: Value,
    /// `getOwner()`.
    pub owner: Value,
    /// `getDelegate()`.
    pub delegate: RefCell<Value>,
    /// `getResolveStrategy()`.
    pub strategy: Cell<Strategy>,
    /// `getDirective()`: 1 is `Closure.DONE`.
    pub directive: Cell<i32>,
    pub(crate) candidate: Cell<bool>,
}

impl Closure {
    /// A closure over script code, delegate = owner.
    pub fn script(
        class: ClassId,
        unit: Rc<Unit>,
        body: BodyId,
        captures: Box<[Value]>,
        this: Value,
        owner: Value,
    ) -> Rc<Closure> {
        Closure::make(class, Code::Script { unit, body, captures }, this, owner)
    }

    /// A closure over a Rust function.
    pub fn native(
        owner: Value,
        arity: i32,
        holds: Vec<Value>,
        body: impl Fn(&mut Vm, &[Value]) -> Res + 'static,
    ) -> Rc<Closure> {
        let code = Code::Native {
            body: Rc::new(move |vm: &mut Vm, _: &[Value], args: &[Value]| body(vm, args)),
            arity,
            parameters: vec![ClassId::OBJECT; arity.max(0) as usize].into(),
            holds: holds.into(),
        };
        Closure::make(ClassId::CLOSURE, code, owner.clone(), owner)
    }

    /// A closure from its parts.
    pub fn make(class: ClassId, code: Code, this: Value, owner: Value) -> Rc<Closure> {
        let closure = Closure {
            class,
            code,
            this,
            delegate: RefCell::new(owner.clone()),
            owner,
            strategy: Cell::default(),
            directive: Cell::new(0),
            candidate: Cell::new(false),
        };
        heap::grow(closure.bytes());
        Rc::new(closure)
    }

    /// `closure.rehydrate(delegate, owner, this)`: the same code with the same variables, looking names up elsewhere.
    pub fn rehydrate(&self, delegate: Value, owner: Value, this: Value) -> Rc<Closure> {
        self.copy(self.class, delegate, owner, this)
    }

    /// The same closure as an instance of another class: what a closure becomes that stands for a functional interface.
    pub fn of_class(&self, class: ClassId) -> Rc<Closure> {
        let delegate = self.delegate.borrow().clone();
        self.copy(class, delegate, self.owner.clone(), self.this.clone())
    }

    fn copy(&self, class: ClassId, delegate: Value, owner: Value, this: Value) -> Rc<Closure> {
        let code = match &self.code {
            Code::Script { unit, body, captures } => Code::Script {
                unit: unit.clone(),
                body: *body,
                captures: captures.clone(),
            },
            Code::Native {
                body,
                arity,
                parameters,
                holds,
            } => Code::Native {
                body: body.clone(),
                arity: *arity,
                parameters: parameters.clone(),
                holds: holds.clone(),
            },
        };
        let copy = Closure::make(class, code, this, owner);
        copy.delegate.replace(delegate);
        copy.strategy.set(self.strategy.get());
        copy.directive.set(self.directive.get());
        copy
    }

    /// The variables or values it holds.
    pub(crate) fn held(&self) -> &[Value] {
        match &self.code {
            Code::Script { captures, .. } => captures,
            Code::Native { holds, .. } => holds,
        }
    }

    fn bytes(&self) -> usize {
        size_of::<Closure>() + 16 + 16 * self.held().len()
    }
}

impl Drop for Closure {
    fn drop(&mut self) {
        heap::shrink(self.bytes());
        heap::release_one(&mut self.this);
        heap::release_one(&mut self.owner);
        heap::release_one(self.delegate.get_mut());
        match &mut self.code {
            Code::Script { captures, .. } => heap::release_all(captures),
            Code::Native { body, holds, .. } => {
                heap::release_all(holds);
                let body: Rc<NativeBody> = std::mem::replace(body, Rc::new(|_, _, _| Ok(Value::Null)));
                heap::release_any(Box::new(body));
            }
        }
    }
}
