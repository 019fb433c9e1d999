//! Groovy's `==` and Java's `equals`.
//!
//! `==` is `DefaultTypeTransformation.compareEqual`: what is `Comparable` compares, lists, arrays, sets and maps go element by
//! element with `==` again, everything else asks `equals`.

use super::number::is_number;
use crate::heap::Gathered;
use crate::registry::ClassId;
use crate::value::{Map, Set, Value, plainly_equal};
use crate::{Res, Vm};
use std::rc::Rc;

impl Vm {
    /// `a == b`: numbers of different kinds by value, GStrings as strings, comparable objects by `compareTo`, lists and maps
    /// element by element.
    pub fn equals(&mut self, a: &Value, b: &Value) -> Res<bool> {
        match (a, b) {
            (Value::Int(a), Value::Int(b)) => Ok(a.get() == b.get()),
            (Value::Str(a), Value::Str(b)) => Ok(a == b),
            (Value::Null, other) | (other, Value::Null) => Ok(other.is_null()),
            (Value::Cell(a), b) | (b, Value::Cell(a)) => self.equals(&a.get(), b),
            _ if a.same(b) => Ok(true),
            _ if self.is_comparable(a) => self.compares_equal(a, b),
            _ => self.equal_parts(a, b),
        }
    }

    /// What is no `Comparable`: by parts where it has parts, else by its `equals`.
    fn equal_parts(&mut self, a: &Value, b: &Value) -> Res<bool> {
        match (a, b) {
            (Value::Map(a), Value::Map(b)) => self.equal_maps(a, b),
            (Value::Set(a), Value::Set(b)) => self.equal_sets(a, b),
            _ => match (self.sequence(a)?, self.sequence(b)?) {
                (Some(a), Some(b)) => self.equal_sequences(&a, &b, Vm::equals),
                _ => self.java_equals(a, b),
            },
        }
    }

    /// The elements of a list, a range or an array.
    fn sequence(&mut self, value: &Value) -> Res<Option<Gathered>> {
        Ok(match value {
            Value::List(_) | Value::Array(_) | Value::Range(_) => Some(self.items(value)?),
            Value::Object(_) | Value::Host(_) if self.is_instance(value, ClassId::LIST) => Some(self.items(value)?),
            _ => None,
        })
    }

    fn equal_sequences(
        &mut self,
        a: &[Value],
        b: &[Value],
        equal: fn(&mut Vm, &Value, &Value) -> Res<bool>,
    ) -> Res<bool> {
        if a.len() != b.len() {
            return Ok(false);
        }
        self.nested(|vm| {
            for (a, b) in a.iter().zip(b) {
                vm.tick()?;
                if !equal(vm, a, b)? {
                    return Ok(false);
                }
            }
            Ok(true)
        })
    }

    /// Each element of one finds its own equal in the other.
    fn equal_sets(&mut self, a: &Rc<Set>, b: &Rc<Set>) -> Res<bool> {
        if a.len() != b.len() {
            return Ok(false);
        }
        let (items, mut others) = (a.borrow().keys(), Vec::new());
        self.nested(|vm| {
            let mut left = Vec::new();
            for item in items {
                vm.tick()?;
                if !vm.set_contains(b, &item)? {
                    left.push(item);
                }
            }
            if left.is_empty() {
                return Ok(true);
            }
            for other in b.borrow().keys() {
                if !vm.set_contains(a, &other)? {
                    others.push(other);
                }
            }
            vm.pair_off(left, others)
        })
    }

    /// Whether elements that are not equal in Java's sense can be paired by `==`.
    fn pair_off(&mut self, items: Vec<Value>, mut others: Vec<Value>) -> Res<bool> {
        for item in items {
            let mut found = None;
            for (i, other) in others.iter().enumerate() {
                self.tick()?;
                if self.equals(&item, other)? {
                    found = Some(i);
                    break;
                }
            }
            match found {
                Some(i) => drop(others.swap_remove(i)),
                None => return Ok(false),
            }
        }
        Ok(others.is_empty())
    }

    /// The same keys in Java's sense, and values that are `==`.
    fn equal_maps(&mut self, a: &Rc<Map>, b: &Rc<Map>) -> Res<bool> {
        self.matching_maps(a, b, Vm::equals)
    }

    fn matching_maps(
        &mut self,
        a: &Rc<Map>,
        b: &Rc<Map>,
        equal: fn(&mut Vm, &Value, &Value) -> Res<bool>,
    ) -> Res<bool> {
        if a.len() != b.len() {
            return Ok(false);
        }
        let pairs = a.borrow().pairs();
        self.nested(|vm| {
            for (key, value) in pairs {
                vm.tick()?;
                match vm.map_get(b, &key)? {
                    Some(other) if equal(vm, &value, &other)? => {}
                    _ => return Ok(false),
                }
            }
            Ok(true)
        })
    }

    /// `a.equals(b)` as Java calls it, for keys and elements of collections.
    pub fn java_equals(&mut self, a: &Value, b: &Value) -> Res<bool> {
        match (a, b) {
            (Value::Null, other) => Ok(other.is_null()),
            (Value::Object(_) | Value::Host(_), _) => self.own_equals(a, b),
            _ if plainly_equal(a, b) => Ok(true),
            (Value::GString(a), Value::GString(b)) => Ok(self.gstring_text(a)? == self.gstring_text(b)?),
            (Value::Map(a), Value::Map(b)) => self.matching_maps(a, b, Vm::java_equals),
            (Value::Set(a), Value::Set(b)) => self.same_elements(a, b),
            (Value::Range(a), Value::Range(b)) if a.is_int() && b.is_int() => Ok(a.ints == b.ints
                && (a.ints.is_none() || a.from_inclusive == b.from_inclusive && a.to_inclusive == b.to_inclusive)),
            (Value::List(_) | Value::Range(_), _) => match (self.sequence(a)?, b) {
                (_, Value::Array(_)) => Ok(false),
                (Some(items), _) => match self.sequence(b)? {
                    Some(others) if matches!((a, b), (Value::Range(_), Value::Range(_))) => {
                        self.equal_sequences(&items, &others, Vm::equals)
                    }
                    Some(others) => self.equal_sequences(&items, &others, Vm::java_equals),
                    None => Ok(false),
                },
                _ => Ok(false),
            },
            _ => Ok(false),
        }
    }

    fn same_elements(&mut self, a: &Rc<Set>, b: &Rc<Set>) -> Res<bool> {
        if a.len() != b.len() {
            return Ok(false);
        }
        let items = a.borrow().keys();
        self.nested(|vm| {
            for item in items {
                vm.tick()?;
                if !vm.set_contains(b, &item)? {
                    return Ok(false);
                }
            }
            Ok(true)
        })
    }

    fn own_equals(&mut self, a: &Value, b: &Value) -> Res<bool> {
        let result = self.nested(|vm| vm.call_method(a, "equals", std::slice::from_ref(b)))?;
        self.truth(&result)
    }

    /// Whether the value's class is a `Comparable`.
    pub(crate) fn is_comparable(&self, value: &Value) -> bool {
        match value {
            Value::Bool(_) | Value::Char(_) | Value::Str(_) | Value::GString(_) => true,
            Value::Object(_) | Value::Host(_) => self.is_instance(value, ClassId::COMPARABLE),
            other => is_number(other),
        }
    }
}
