//! Text of values: `toString()`, `inspect()`, and the form in which Groovy prints.
//!
//! [`Vm::to_str`] and [`Vm::inspect`] are Groovy's `FormatHelper`, which sees through arrays and collections at every depth
//! (the file `format`); [`Vm::gstring_text`] joins a GString; here is what both are made of.

mod format;
mod gstring;

use crate::jdk::util::map_entry::{self, Entry};
use crate::registry::ClassId;
use crate::value::{Str, StrBuilder, Throwable, Value};
use crate::{Res, Vm, number::floating};
use format::Form;
use std::rc::Rc;

impl Vm {
    /// The text that `println` and `+` show: `InvokerHelper.toString`. A script's own `toString()` is called.
    pub fn to_str(&mut self, value: &Value) -> Res<Rc<Str>> {
        match value {
            Value::Str(s) => Ok(s.clone()),
            Value::Int(i) => Ok(Str::new(&i.get().to_string())),
            Value::GString(g) => self.gstring_text(g),
            other => {
                let mut out = StrBuilder::new();
                self.write_value(&mut out, other, Form::Plain)?;
                Ok(out.finish())
            }
        }
    }

    /// [`Vm::to_str`] as Rust text.
    pub fn to_text(&mut self, value: &Value) -> Res<String> {
        Ok(self.to_str(value)?.text().into_owned())
    }

    /// [`Vm::to_text`], cut after about so many units where the value is a collection, a map or an array.
    pub fn to_text_within(&mut self, value: &Value, most: usize) -> Res<String> {
        let mut out = StrBuilder::new();
        self.write_value(&mut out, value, Form::Within(most))?;
        Ok(out.finish().text().into_owned())
    }

    /// `inspect()`: as a Groovy literal where there is one.
    pub fn inspect(&mut self, value: &Value) -> Res<Rc<Str>> {
        let mut out = StrBuilder::new();
        self.write_value(&mut out, value, Form::Inspect)?;
        Ok(out.finish())
    }

    /// `String.valueOf(value)` as Java has it: an array is shown as `[I@1b6d3586`, a map as `{a=1}`.
    pub fn java_to_str(&mut self, value: &Value) -> Res<Rc<Str>> {
        let mut out = StrBuilder::new();
        self.write_value(&mut out, value, Form::Java)?;
        Ok(out.finish())
    }

    /// `getName()` of a value's class, `null` for null.
    pub fn class_name_of(&self, value: &Value) -> Rc<str> {
        match value {
            Value::Null => "null".into(),
            // The class that instances have; scripts name the one above it.
            Value::GString(_) => "org.codehaus.groovy.runtime.GStringImpl".into(),
            other => self.class_name(other.class_id()),
        }
    }

    /// `Object.toString()`: the class's name and the identity hash.
    pub fn object_to_string(&self, value: &Value) -> String {
        format!("{}@{:x}", self.class_name(value.class_id()), value.identity_hash())
    }

    /// `Throwable.toString()`: the class's name, and the message if there is one.
    pub fn throwable_text(&mut self, throwable: &Throwable) -> Rc<Str> {
        let mut out = StrBuilder::new();
        out.push_str(&self.class_name(throwable.class));
        if let Some(message) = self.message(throwable) {
            out.push_str(": ");
            out.push(&message);
        }
        out.finish()
    }

    /// `Class.toString()`: `class java.lang.String`, `interface java.util.List`, `int`.
    pub fn class_text(&self, class: ClassId) -> String {
        let name = self.class_name(class);
        if class.is_primitive() || class == ClassId::VOID {
            name.to_string()
        } else if self.is_interface(class) {
            format!("interface {name}")
        } else {
            format!("class {name}")
        }
    }

    /// `key=value`, as Java writes an entry of a map.
    pub fn entry_text(&mut self, entry: &Entry) -> Res<Rc<Str>> {
        let mut out = StrBuilder::new();
        self.write_value(&mut out, &entry.key(), Form::Java)?;
        out.push_str("=");
        self.write_value(&mut out, &entry.value(), Form::Java)?;
        Ok(out.finish())
    }

    /// What an object's `toString()` gives; none for null.
    fn own_text(&mut self, value: &Value) -> Res<Option<Rc<Str>>> {
        if let Some(entry) = value.as_host::<Entry>()
            && value.class_id() != map_entry::GROOVY.id()
        {
            return self.nested(|vm| vm.entry_text(entry)).map(Some);
        }
        match self.nested(|vm| vm.call_method(value, "toString", &[]))? {
            Value::Null => Ok(None),
            Value::Str(text) => Ok(Some(text)),
            other => self.nested(|vm| vm.to_str(&other)).map(Some),
        }
    }
}

/// The text of numbers, booleans and null; none for other kinds.
fn scalar_text(value: &Value) -> Option<String> {
    Some(match value {
        Value::Null => "null".into(),
        Value::Bool(b) => (b.get() != 0).to_string(),
        Value::Byte(i) | Value::Short(i) | Value::Int(i) => i.get().to_string(),
        Value::Long(l) => l.to_string(),
        Value::Float(f) => floating::float_to_string(f.get()),
        Value::Double(d) => floating::double_to_string(d.get()),
        Value::BigInteger(i) => i.to_string(),
        Value::BigDecimal(d) => d.to_string(),
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
