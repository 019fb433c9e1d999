//! Calling from natives: closures, functions in any form.

use super::Vm;
use crate::Res;
use crate::registry::Func;
use crate::value::{Closure, Code, Value};
use std::rc::Rc;

impl Vm {
    /// `closure.call(args…)`.
    pub fn call_closure(&mut self, closure: &Rc<Closure>, args: &[Value]) -> Res {
        match args {
            [one] => self.call_closure1(closure, one.clone()),
            [one, two] => self.call_closure2(closure, one.clone(), two.clone()),
            many => self.invoke_closure(closure, &mut many.to_vec()),
        }
    }

    /// Whether a closure says yes, as Groovy's `BooleanClosureWrapper` asks: wrong arguments are those of `call`, not `doCall`.
    pub fn test_closure(&mut self, closure: &Rc<Closure>, args: &[Value]) -> Res<bool> {
        let answer = match args {
            [one] => self.call_closure1_as(closure, "call", one.clone()),
            many => self.invoke_closure_as(closure, "call", &mut many.to_vec()),
        }?;
        self.truth(&answer)
    }

    /// `closure.call(arg)`.
    #[inline]
    pub fn call_closure1(&mut self, closure: &Rc<Closure>, arg: Value) -> Res {
        self.call_closure1_as(closure, "doCall", arg)
    }

    #[inline]
    fn call_closure1_as(&mut self, closure: &Rc<Closure>, name: &str, arg: Value) -> Res {
        if let Code::Script { unit, body, captures } = &closure.code {
            let code = unit.body(*body);
            if code.is_light() && !code.typed_params {
                return self.run_light(unit, code, &closure.this, captures, Some(closure), arg);
            }
        }
        let mut args = [arg];
        let result = self.invoke_closure_as(closure, name, &mut args);
        let _ = args.map(Value::done);
        result
    }

    /// `closure.call(a, b)`.
    pub fn call_closure2(&mut self, closure: &Rc<Closure>, a: Value, b: Value) -> Res {
        let mut args = [a, b];
        let result = self.invoke_closure(closure, &mut args);
        let _ = args.map(Value::done);
        result
    }

    /// Calls a function in any form: a closure, a native function object, an object that implements a functional interface.
    pub fn call_func(&mut self, function: Func, args: &[Value]) -> Res {
        match function.0 {
            Value::Closure(c) => self.call_closure(c, args),
            other => match self.functional_method(other) {
                Some(name) => self.call_method(other, &name, args),
                None => self.call_method(other, "call", args),
            },
        }
    }

    /// The name of the single method that a functional interface of a value's class asks for.
    fn functional_method(&self, value: &Value) -> Option<Rc<str>> {
        let interfaces = self.lineage(value.class_id());
        interfaces
            .into_iter()
            .filter(|c| self.is_interface(*c))
            .find_map(|c| self.single_method(c))
    }

    /// `closure.maximumNumberOfParameters`.
    pub fn closure_arity(&self, closure: &Rc<Closure>) -> i32 {
        match &closure.code {
            Code::Native { arity, .. } => *arity,
            Code::Script { unit, body, .. } => unit.body(*body).params.len() as i32,
        }
    }

    /// `closure.parameterTypes`.
    pub fn closure_parameters(&self, closure: &Rc<Closure>) -> Vec<crate::registry::ClassId> {
        let object = crate::registry::ClassId::OBJECT;
        match &closure.code {
            Code::Native { parameters, .. } => parameters.to_vec(),
            Code::Script { unit, body, .. } => {
                let body = unit.body(*body);
                body.params
                    .iter()
                    .map(|p| p.ty.map_or(object, |t| unit.class(t)))
                    .collect()
            }
        }
    }
}
