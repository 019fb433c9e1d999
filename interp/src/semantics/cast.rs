//! Casts and `as`.

use crate::registry::ClassId;
use crate::value::Value;
use crate::{Res, Vm};

impl Vm {
    /// `(T) value`, and what an assignment to a variable of type T does: `castToType`, or GroovyCastException.
    pub fn cast(&mut self, value: &Value, _class: ClassId) -> Res {
        Ok(value.clone())
    }

    /// `value as T`: `asType`.
    pub fn as_type(&mut self, value: &Value, class: ClassId) -> Res {
        self.cast(value, class)
    }
}
