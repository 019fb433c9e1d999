//! The text of a GString: its strings and the texts of its values, worked out each time.

use super::format::Form;
use crate::jdk::groovy::lang::closure::writable;
use crate::jdk::throwables;
use crate::registry::ClassId;
use crate::value::{Closure, GString, Str, StrBuilder, Value};
use crate::{Res, Vm};
use std::rc::Rc;

impl Vm {
    /// `gstring.toString()`. Closures among the values are called.
    pub fn gstring_text(&mut self, gstring: &GString) -> Res<Rc<Str>> {
        let mut out = StrBuilder::new();
        let mut values = gstring.values.iter();
        for string in &gstring.strings {
            out.push(string);
            if let Some(value) = values.next() {
                self.write_embedded(&mut out, value)?;
                self.settle()?;
            }
        }
        Ok(out.finish())
    }

    /// `InvokerHelper.write`: collections by element, ranges too; an object whose `toString()` gives null leaves no trace.
    fn write_embedded(&mut self, out: &mut StrBuilder, value: &Value) -> Res<()> {
        match value {
            Value::Str(s) => {
                out.push(s);
                Ok(())
            }
            Value::Closure(c) if c.class == writable::CLASS.id() => {
                if let Some(text) = self.own_text(value)? {
                    out.push(&text);
                }
                Ok(())
            }
            Value::Closure(c) => self.nested(|vm| vm.write_closure(out, c)),
            Value::GString(g) => {
                let text = self.nested(|vm| vm.gstring_text(g))?;
                out.push(&text);
                Ok(())
            }
            Value::Range(_) => {
                let items = self.items(value)?;
                self.write_items(out, value, items, Form::Plain)
            }
            Value::Object(_) | Value::Host(_)
                if !self.is_instance(value, ClassId::COLLECTION) && !self.is_instance(value, ClassId::MAP) =>
            {
                if let Some(text) = self.own_text(value)? {
                    out.push(&text);
                }
                Ok(())
            }
            other => self.write_value(out, other, Form::Plain),
        }
    }

    /// A closure without parameters gives its result, one with a parameter writes to the writer it receives.
    fn write_closure(&mut self, out: &mut StrBuilder, closure: &Rc<Closure>) -> Res<()> {
        match self.closure_arity(closure) {
            0 => {
                let result = self.call_closure(closure, &[])?;
                self.write_embedded(out, &result)
            }
            1 => {
                let class = self.class_by_name("java.io.StringWriter").unwrap_or(ClassId::OBJECT);
                let writer = self.construct(class, &[])?;
                self.call_closure(closure, std::slice::from_ref(&writer))?;
                let text = self.to_str(&writer)?;
                out.push(&text);
                Ok(())
            }
            count => Err(self.throw(
                &throwables::GROOVY_RUNTIME_EXCEPTION,
                format!("Trying to evaluate a GString containing a Closure taking {count} parameters"),
            )),
        }
    }
}
