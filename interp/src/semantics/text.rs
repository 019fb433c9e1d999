//! Text of values: `toString()`, `inspect()`, and the form in which Groovy prints.

use crate::value::{Str, Value};
use crate::{Res, Vm};
use std::rc::Rc;

impl Vm {
    /// The text that `println`, a GString and `+` show: `InvokerHelper.toString`. A script's own `toString()` is called.
    pub fn to_str(&mut self, value: &Value) -> Res<Rc<Str>> {
        match value {
            Value::Str(s) => Ok(s.clone()),
            Value::Int(i) => Ok(Str::new(&i.get().to_string())),
            _ => Ok(Str::new("?")),
        }
    }

    /// [`Vm::to_str`] as Rust text.
    pub fn to_text(&mut self, value: &Value) -> Res<String> {
        Ok(self.to_str(value)?.text().into_owned())
    }

    /// `inspect()`: as a Groovy literal where there is one.
    pub fn inspect(&mut self, value: &Value) -> Res<Rc<Str>> {
        self.to_str(value)
    }
}
