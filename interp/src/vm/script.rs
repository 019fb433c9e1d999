//! Scripts as objects: their binding, their variables.

use super::Vm;
use crate::jdk::groovy::lang::binding::Binding;
use crate::jdk::groovy::lang::script::ScriptState;
use crate::registry::ClassId;
use crate::value::{Array, Map, Object, Str, Value};
use crate::{Res, heap};
use std::rc::Rc;

impl Vm {
    /// Whether a value is a script.
    pub fn is_script(&self, value: &Value) -> bool {
        matches!(value, Value::Object(o) if matches!(&*o.base.borrow(), Value::Host(h) if h.data.is::<ScriptState>()))
    }

    /// The binding of a script.
    pub fn binding(&self, script: &Value) -> Option<Value> {
        let Value::Object(object) = script else { return None };
        let base = object.base.borrow();
        base.as_host::<ScriptState>().map(|s| s.binding.borrow().clone())
    }

    /// The variables of a script's binding, where the binding is a plain one.
    pub fn binding_variables(&self, script: &Value) -> Option<Rc<Map>> {
        let binding = self.binding(script)?;
        self.variables_of(&binding)
    }

    /// The variables of a binding object; none when a script class overrides how they are looked up.
    pub fn variables_of(&self, binding: &Value) -> Option<Rc<Map>> {
        match binding {
            Value::Host(_) => binding.as_host::<Binding>().map(|b| b.variables.borrow().clone()),
            Value::Object(o) => o
                .base
                .borrow()
                .as_host::<Binding>()
                .map(|b| b.variables.borrow().clone()),
            _ => None,
        }
    }

    /// A script's variable of a name.
    pub(crate) fn script_variable(&mut self, script: &Value, name: &str) -> Option<Value> {
        let Value::Object(object) = script else { return None };
        let binding = object
            .base
            .borrow()
            .as_host::<ScriptState>()
            .map(|s| s.binding.borrow().clone())?;
        if let Value::Object(_) = &binding {
            // A binding of a script class may answer in its own way.
            let found = self.call_method(&binding, "hasVariable", &[Value::str(name)]);
            let has = matches!(found, Ok(Value::Bool(b)) if b.get() != 0);
            if !has {
                self.pending = None;
            }
            let value = self.call_method(&binding, "getVariable", &[Value::str(name)]);
            return match value {
                Ok(value) => Some(value),
                Err(_) => {
                    self.pending = None;
                    None
                }
            };
        }
        let variables = self.variables_of(&binding)?;
        variables.get_str(&Str::new(name))
    }

    /// Sets a script's variable.
    pub(crate) fn set_script_variable(&mut self, script: &Value, name: &str, value: Value) -> Res<()> {
        let Some(binding) = self.binding(script) else {
            return self.set_own_property(script, name, value);
        };
        if let Value::Object(_) = &binding {
            return self
                .call_method(&binding, "setVariable", &[Value::str(name), value])
                .map(Value::done);
        }
        if let Some(variables) = self.variables_of(&binding) {
            heap::cycles::may_close(&Value::Map(variables.clone()), &value);
            variables.put_str(&Str::new(name), value);
        }
        Ok(())
    }

    /// A new script object of a script class, with a binding.
    pub fn new_script(&mut self, class: ClassId, binding: Value) -> Res {
        self.initialise(class)?;
        let (slots, unit) = self
            .script_class(class)
            .map_or((0, None), |c| (c.slots, c.unit_in_use()));
        let object = Object::in_unit(class, slots as usize, unit);
        *object.base.borrow_mut() = Value::host(ScriptState::new(binding));
        let script = Value::Object(object);
        self.script_initialisers(class, &script)?;
        Ok(script)
    }

    /// Runs a script object's body. Of a source that only declares classes the first one's `main` runs, and gives nothing.
    pub fn run_script(&mut self, script: &Value) -> Res {
        let class = script.class_id();
        if !class.is_script() || self.is_subclass(class, ClassId::SCRIPT_CLASS) {
            return self.call_method(script, "run", &[]);
        }
        let given = self.script_variable(script, "args");
        let args = match given {
            Some(Value::Array(args)) if args.component == ClassId::STRING => args,
            _ => Array::new(ClassId::STRING, Vec::new()),
        };
        self.call_method(&Value::class(class), "main", &[Value::Array(args)])?
            .done();
        Ok(Value::Null)
    }
}
