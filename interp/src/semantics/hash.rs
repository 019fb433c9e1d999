//! Java's `hashCode`.

use crate::value::Value;
use crate::{Res, Vm};

impl Vm {
    /// `value.hashCode()`, 0 for null. A script's own `hashCode()` is called.
    pub fn hash(&mut self, value: &Value) -> Res<u32> {
        match value {
            Value::Str(s) => Ok(s.hash()),
            other => Ok(other.identity() as u32),
        }
    }
}
