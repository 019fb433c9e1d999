//! Method pointers and references: methods as closures.

use super::super::Vm;
use crate::Res;
use crate::jdk::groovy::lang::closure::METHOD_CLOSURE;
use crate::jdk::throwables;
use crate::registry::ClassId;
use crate::value::{Closure, Code, Str, Value};
use std::rc::Rc;

impl Vm {
    /// `receiver.&name`, `Type::name`, `Type::new`: a closure that calls the method. On a class, a static method is called
    /// with all arguments, an instance method on the first.
    pub(crate) fn method_pointer(&mut self, receiver: Value, name: &Rc<Str>) -> Res {
        if receiver.is_null() {
            return Err(self.null_pointer(format!("Cannot invoke method {name}() on null object")));
        }
        let arity = self.pointer_arity(&receiver, &name.text());
        let method: Rc<str> = Rc::from(&*name.text());
        let body = move |vm: &mut Vm, held: &[Value], args: &[Value]| match held.first() {
            Some(target) => vm.call_pointer(target, &method, args),
            None => Ok(Value::Null),
        };
        let code = Code::Native {
            body: Rc::new(body),
            arity: arity.len() as i32,
            parameters: arity.into(),
            holds: Box::new([receiver.clone(), Value::Str(name.clone())]),
        };
        let class = METHOD_CLOSURE.id();
        Ok(Value::Closure(Closure::make(class, code, receiver.clone(), receiver)))
    }

    fn call_pointer(&mut self, target: &Value, name: &str, args: &[Value]) -> Res {
        let Some(class) = target.as_class() else {
            return self.call_method(target, name, args);
        };
        if name == "new" {
            return match class.component() {
                Some(_) => self.construct_array(class, args),
                None => self.construct(class, args),
            };
        }
        if self.find_static(class, name, args)?.is_some() {
            return self.call_method(target, name, args);
        }
        match args.split_first() {
            Some((first, rest)) if self.is_instance(first, class) => self.call_method(first, name, rest),
            _ => self.call_method(target, name, args),
        }
    }

    fn construct_array(&mut self, class: ClassId, args: &[Value]) -> Res {
        let size = args.first().and_then(crate::semantics::number::narrow_to_i32);
        match (class.component(), size) {
            (Some(component), Some(size)) => self.new_array(component, &[size]),
            _ => Err(self.throw(&throwables::GROOVY_RUNTIME_EXCEPTION, "an array needs a size")),
        }
    }

    /// The parameters that a pointer shows: those of the method with the most of them.
    fn pointer_arity(&mut self, receiver: &Value, name: &str) -> Vec<ClassId> {
        let class = receiver.as_class().unwrap_or(receiver.class_id());
        let candidates = if name == "new" {
            self.constructors(class)
        } else {
            self.candidates(class, name)
        };
        let widest = candidates.iter().max_by_key(|c| c.signature.params.len());
        let Some(widest) = widest else {
            return Vec::new();
        };
        let mut params = widest.signature.params.to_vec();
        if receiver.as_class().is_some() && !widest.is_static && name != "new" {
            params.insert(0, class);
        }
        params
    }
}
