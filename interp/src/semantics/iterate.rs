//! Walking over anything that `for`, `each` and their kin walk over.

use crate::value::Value;
use crate::{Res, Vm};

/// A walk that is under way. Each step may run script code.
pub struct Iter {
    rest: std::vec::IntoIter<Value>,
}

impl Iter {
    /// The next element, none at the end. Counts as a step of fuel.
    pub fn next(&mut self, _vm: &mut Vm) -> Res<Option<Value>> {
        Ok(self.rest.next())
    }
}

impl Vm {
    /// `iterator()` as `InvokerHelper.asIterator` finds it: collections, ranges, arrays, maps by entry, text by character,
    /// iterators, enumerations, objects with `iterator()`; anything else is walked as itself, once; null not at all.
    pub fn iterate(&mut self, value: &Value) -> Res<Iter> {
        match value {
            Value::List(l) => Ok(Iter {
                rest: l.to_vec().into_iter(),
            }),
            Value::Null => Ok(Iter {
                rest: Vec::new().into_iter(),
            }),
            other => Ok(Iter {
                rest: vec![other.clone()].into_iter(),
            }),
        }
    }

    /// All elements of a walk.
    pub fn items(&mut self, value: &Value) -> Res<Vec<Value>> {
        let mut walk = self.iterate(value)?;
        let mut out = Vec::new();
        while let Some(item) = walk.next(self)? {
            out.push(item);
        }
        Ok(out)
    }

    /// The entries of anything that is a `java.util.Map`.
    pub fn pairs(&mut self, value: &Value) -> Res<Vec<(Value, Value)>> {
        if let Value::Map(map) = value {
            return Ok(map.borrow().pairs());
        }
        let entries = self.call_method(value, "entrySet", &[])?;
        let mut walk = self.iterate(&entries)?;
        let mut out = Vec::new();
        while let Some(entry) = walk.next(self)? {
            out.push((
                self.call_method(&entry, "getKey", &[])?,
                self.call_method(&entry, "getValue", &[])?,
            ));
        }
        Ok(out)
    }
}
