//! The one way to call: closures, functions in any form, methods and properties by name.

use super::Vm;
use crate::registry::{ClassId, Func};
use crate::value::{Closure, Code, Value};
use crate::{Res, jdk::throwables};
use std::rc::Rc;

impl Vm {
    /// `closure.call(args…)`.
    pub fn call_closure(&mut self, closure: &Rc<Closure>, args: &[Value]) -> Res {
        match &closure.code {
            Code::Native { body, .. } => body(self, args),
            Code::Script { .. } => Err(self.unsupported("script closures")),
        }
    }

    /// Calls a function in any form: a closure, an object that implements a functional interface.
    pub fn call_func(&mut self, function: Func, args: &[Value]) -> Res {
        match function.0 {
            Value::Closure(c) => self.call_closure(c, args),
            other => self.call_method(other, "call", args),
        }
    }

    /// `receiver.name(args…)`, as a dynamic call finds it.
    pub fn call_method(&mut self, _receiver: &Value, name: &str, _args: &[Value]) -> Res {
        Err(self.throw(&throwables::MISSING_METHOD_EXCEPTION, name))
    }

    /// `receiver.name`.
    pub fn get_property(&mut self, _receiver: &Value, name: &str) -> Res {
        Err(self.throw(&throwables::MISSING_PROPERTY_EXCEPTION, name))
    }

    /// `receiver.name = value`.
    pub fn set_property(&mut self, _receiver: &Value, name: &str, _value: Value) -> Res<()> {
        Err(self.throw(&throwables::MISSING_PROPERTY_EXCEPTION, name))
    }

    /// `new T(args…)`.
    pub fn construct(&mut self, _class: ClassId, _args: &[Value]) -> Res {
        Err(self.unsupported("construct"))
    }
}
