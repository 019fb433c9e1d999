//! Converting receivers and arguments to what a native takes.

use super::Vm;
use crate::registry::ClassId;
use crate::semantics::number::{to_big_decimal, to_big_integer};
use crate::value::{Access, List, Value};
use crate::{Res, Thrown, jdk::throwables};

impl Vm {
    /// Converts what a native did not take as it came: text-like values to strings, ranges and arrays to lists, script objects
    /// to the native instance they extend. `holds` and `params` name the Java types that the native's Rust types hold.
    #[cold]
    #[inline(never)]
    pub(crate) fn adapt(
        &mut self,
        this: &Value,
        args: &[Value],
        holds: &[&str],
        params: &[&[&str]],
    ) -> Res<(Value, Vec<Value>)> {
        // Null has no elements: `null.collect { }` is empty.
        let receiver = match this {
            Value::Null if holds.contains(&"*") => Value::list(Vec::new()),
            _ => self.adapt_one(this, holds)?,
        };
        let mut out = Vec::with_capacity(args.len());
        for (i, arg) in args.iter().enumerate() {
            out.push(match params.get(i) {
                // What is taken as it is stays the script's object, with the methods that its class overrides.
                Some(holds) if !holds.contains(&"Object") => self.adapt_one(arg, holds)?,
                _ => arg.clone(),
            });
        }
        Ok((receiver, out))
    }

    fn adapt_one(&mut self, value: &Value, holds: &[&str]) -> Res {
        let wants = |name: &str| holds.contains(&name);
        match value {
            Value::Null | Value::Str(_) => Ok(value.clone()),
            Value::Object(o) if !o.base.borrow().is_null() => {
                let base = o.base.borrow().clone();
                self.adapt_one(&base, holds)
            }
            Value::GString(_) if wants("String") => Ok(Value::Str(self.to_str(value)?)),
            Value::Host(_) if wants("CharSequence") => Ok(Value::Str(self.to_str(value)?)),
            // A range is a list that cannot be changed.
            Value::Range(range) if wants("List") => {
                let items = self.items(value)?;
                Ok(Value::List(List::restricted(
                    range.class(),
                    Access::ReadOnly,
                    items.into_vec(),
                )))
            }
            // Views that are sets without being stored as one: `map.entrySet()`.
            Value::Host(_) if wants("Set") && self.is_instance(value, ClassId::SET) => {
                let items = self.items(value)?;
                Ok(Value::Set(crate::jdk::util::set_kinds::linked(self, &items)?))
            }
            // Java's methods of large numbers take every number for theirs, as Groovy calls them.
            number if wants("BigDecimal") => Ok(to_big_decimal(number).map_or_else(|| number.clone(), Value::from)),
            number if wants("BigInteger") => Ok(to_big_integer(number).map_or_else(|| number.clone(), Value::from)),
            Value::Array(_) if wants("List") => self.items(value).map(Value::from),
            other => Ok(other.clone()),
        }
    }

    /// The exception for arguments that a native cannot take.
    #[cold]
    pub(crate) fn argument_mismatch(&mut self, args: &[Value]) -> Thrown {
        if args.iter().any(Value::is_null) {
            self.throw_silent(&throwables::NULL_POINTER_EXCEPTION)
        } else {
            self.throw(&throwables::ILLEGAL_ARGUMENT_EXCEPTION, "argument type mismatch")
        }
    }
}
