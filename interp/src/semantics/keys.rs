//! Keys of maps and elements of sets: found by `hashCode` and `equals`, which a script may override.

use crate::value::{Key, Map, Set, Value};
use crate::{Res, Vm};
use std::rc::Rc;

impl Vm {
    /// `map.get(key)`; none when there is no such key.
    pub fn map_get(&mut self, map: &Rc<Map>, key: &Value) -> Res<Option<Value>> {
        let key = Key {
            hash: self.hash(key)?,
            value: key.clone(),
        };
        Ok(map.borrow().entries.get(&key).cloned())
    }

    /// `map.put(key, value)`: what stood there before.
    pub fn map_put(&mut self, map: &Rc<Map>, key: &Value, value: Value) -> Res<Option<Value>> {
        let key = Key {
            hash: self.hash(key)?,
            value: key.clone(),
        };
        Ok(map.change(|t| t.insert(key, value)))
    }

    /// `map.containsKey(key)`.
    pub fn map_contains(&mut self, map: &Rc<Map>, key: &Value) -> Res<bool> {
        Ok(self.map_get(map, key)?.is_some())
    }

    /// `map.remove(key)`: what stood there before.
    pub fn map_remove(&mut self, map: &Rc<Map>, key: &Value) -> Res<Option<Value>> {
        let key = Key {
            hash: self.hash(key)?,
            value: key.clone(),
        };
        Ok(map.change(|t| t.entries.shift_remove(&key)))
    }

    /// `set.add(element)`: whether it was not there.
    pub fn set_add(&mut self, set: &Rc<Set>, element: &Value) -> Res<bool> {
        let key = Key {
            hash: self.hash(element)?,
            value: element.clone(),
        };
        Ok(set.change(|t| t.insert(key, Value::Null)).is_none())
    }

    /// `set.contains(element)`.
    pub fn set_contains(&mut self, set: &Rc<Set>, element: &Value) -> Res<bool> {
        let key = Key {
            hash: self.hash(element)?,
            value: element.clone(),
        };
        Ok(set.borrow().entries.contains_key(&key))
    }

    /// `set.remove(element)`: whether it was there.
    pub fn set_remove(&mut self, set: &Rc<Set>, element: &Value) -> Res<bool> {
        let key = Key {
            hash: self.hash(element)?,
            value: element.clone(),
        };
        Ok(set.change(|t| t.entries.shift_remove(&key)).is_some())
    }
}
