//! Keys of maps and elements of sets: found by `hashCode` and `equals`, which a script may override, or by order where the
//! table is sorted.
//!
//! Keys of the built-in scalar kinds need no interpreter. For others the candidates, the entries with the same hash code, are
//! taken out of the table before they are asked: script code must find no borrow.

use super::number::{compare_numbers, narrow_to_i32};
use crate::jdk::throwables;
use crate::registry::{ClassId, Func};
use crate::value::{Key, Map, Order, Set, Table, Value};
use crate::{Res, Vm};
use indexmap::Equivalent;
use std::cell::{Ref, RefCell};
use std::cmp::Ordering;
use std::hash::{Hash, Hasher};
use std::rc::Rc;

/// What has a table of keys.
pub trait Keyed {
    /// The table. The borrow must end before script code runs.
    fn table(&self) -> Ref<'_, Table>;
    /// The comparator of a sorted table, null for the natural order.
    fn comparator(&self) -> Value;
}

impl Keyed for Map {
    fn table(&self) -> Ref<'_, Table> {
        self.borrow()
    }

    fn comparator(&self) -> Value {
        self.extra.borrow().clone()
    }
}

impl Keyed for Set {
    fn table(&self) -> Ref<'_, Table> {
        self.borrow()
    }

    fn comparator(&self) -> Value {
        self.extra.borrow().clone()
    }
}

/// Where a key stands.
enum Place {
    /// At this position.
    At(usize),
    /// Nowhere; it would be put there, with this hash.
    Missing { position: Option<usize>, hash: u32 },
}

/// Collects the keys of one hash code, and claims to equal none of them, so that the search goes on.
struct Candidates {
    hash: u32,
    found: RefCell<Vec<Value>>,
}

impl Hash for Candidates {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u32(self.hash);
    }
}

impl Equivalent<Key> for Candidates {
    fn equivalent(&self, key: &Key) -> bool {
        if key.hash == self.hash {
            self.found.borrow_mut().push(key.value.clone());
        }
        false
    }
}

impl Vm {
    /// `map.get(key)`; none when there is no such key.
    #[inline]
    pub fn map_get(&mut self, map: &Rc<Map>, key: &Value) -> Res<Option<Value>> {
        if let Value::Str(text) = key
            && map.borrow().order != Order::Sorted
        {
            return Ok(map.get_str(text));
        }
        let place = self.place(&**map, key)?;
        Ok(match place {
            Place::At(index) => map.borrow().entries.get_index(index).map(|(_, value)| value.clone()),
            Place::Missing { .. } => None,
        })
    }

    /// `map.put(key, value)`: what stood there before.
    pub fn map_put(&mut self, map: &Rc<Map>, key: &Value, value: Value) -> Res<Option<Value>> {
        if !map.access.adds() && !map.access.overwrites() {
            return Err(self.throw_silent(&throwables::UNSUPPORTED_OPERATION_EXCEPTION));
        }
        if value.is_container() || key.is_container() {
            crate::heap::cycles::watch(&Value::Map(map.clone()));
        }
        match self.place_to_put(&**map, key)? {
            Place::At(index) => Ok(map.change(|table| {
                let slot = table.entries.get_index_mut(index);
                slot.map(|slot| std::mem::replace(slot, value))
            })),
            Place::Missing { .. } if !map.access.adds() => {
                Err(self.throw_silent(&throwables::UNSUPPORTED_OPERATION_EXCEPTION))
            }
            Place::Missing { position, hash } => {
                let key = Key {
                    hash,
                    value: key.clone(),
                };
                Ok(map.change(|table| table.put_new(position, key, value)))
            }
        }
    }

    /// `map.containsKey(key)`.
    pub fn map_contains(&mut self, map: &Rc<Map>, key: &Value) -> Res<bool> {
        Ok(matches!(self.place(&**map, key)?, Place::At(_)))
    }

    /// `map.remove(key)`: what stood there before.
    pub fn map_remove(&mut self, map: &Rc<Map>, key: &Value) -> Res<Option<Value>> {
        if !map.access.removes() {
            return Err(self.throw_silent(&throwables::UNSUPPORTED_OPERATION_EXCEPTION));
        }
        Ok(match self.place(&**map, key)? {
            Place::At(index) => map.change(|table| table.remove_at(index)).map(|(_, value)| value),
            Place::Missing { .. } => None,
        })
    }

    /// `set.add(element)`: whether it was not there.
    pub fn set_add(&mut self, set: &Rc<Set>, element: &Value) -> Res<bool> {
        if !set.access.adds() {
            return Err(self.throw_silent(&throwables::UNSUPPORTED_OPERATION_EXCEPTION));
        }
        crate::heap::cycles::may_close(&Value::Set(set.clone()), element);
        match self.place_to_put(&**set, element)? {
            Place::At(_) => Ok(false),
            Place::Missing { position, hash } => {
                let key = Key {
                    hash,
                    value: element.clone(),
                };
                drop(set.change(|table| table.put_new(position, key, Value::Null)));
                Ok(true)
            }
        }
    }

    /// `set.contains(element)`.
    pub fn set_contains(&mut self, set: &Rc<Set>, element: &Value) -> Res<bool> {
        Ok(matches!(self.place(&**set, element)?, Place::At(_)))
    }

    /// `set.remove(element)`: whether it was there.
    pub fn set_remove(&mut self, set: &Rc<Set>, element: &Value) -> Res<bool> {
        if !set.access.removes() {
            return Err(self.throw_silent(&throwables::UNSUPPORTED_OPERATION_EXCEPTION));
        }
        Ok(match self.place(&**set, element)? {
            Place::At(index) => set.change(|table| table.remove_at(index)).is_some(),
            Place::Missing { .. } => false,
        })
    }

    /// Where a key stands in a sorted table, or would stand.
    pub fn sorted_index(&mut self, table: &impl Keyed, key: &Value) -> Res<Result<usize, usize>> {
        let comparator = table.comparator();
        if comparator.is_null() {
            self.natural_receiver(key)?;
        }
        let (mut low, mut high) = (0, table.table().len());
        while low < high {
            self.tick()?;
            let middle = low + (high - low) / 2;
            let Some(other) = table.table().entries.get_index(middle).map(|(k, _)| k.value.clone()) else {
                // A comparator took entries away meanwhile.
                return Err(self.throw_silent(&throwables::CONCURRENT_MODIFICATION_EXCEPTION));
            };
            match self.compare_keys(&comparator, key, &other)? {
                Ordering::Less => high = middle,
                Ordering::Equal => return Ok(Ok(middle)),
                Ordering::Greater => low = middle + 1,
            }
        }
        Ok(Err(low))
    }

    /// The order of two keys: by a comparator, or the natural one where it is null.
    pub fn compare_keys(&mut self, comparator: &Value, a: &Value, b: &Value) -> Res<Ordering> {
        if comparator.is_null() {
            return self.natural_order(a, b);
        }
        let order = self.call_func(Func(comparator), &[a.clone(), b.clone()])?;
        Ok(narrow_to_i32(&order).unwrap_or(0).cmp(&0))
    }

    /// `a.compareTo(b)` as Java calls it: only within one class.
    pub fn natural_order(&mut self, a: &Value, b: &Value) -> Res<Ordering> {
        self.natural_receiver(a)?;
        match (a, b) {
            (_, Value::Null) => Err(self.throw_silent(&throwables::NULL_POINTER_EXCEPTION)),
            (Value::Str(a), Value::Str(b)) => Ok(a.cmp(b)),
            (Value::GString(_), _) => Ok(self.to_str(a)?.cmp(&self.to_str(b)?)),
            (Value::Object(_) | Value::Host(_), _) => {
                let order = self.nested(|vm| vm.call_method(a, "compareTo", std::slice::from_ref(b)))?;
                Ok(narrow_to_i32(&order).unwrap_or(0).cmp(&0))
            }
            (Value::Bool(a), Value::Bool(b)) | (Value::Char(a), Value::Char(b)) => Ok(a.get().cmp(&b.get())),
            _ => match compare_numbers(a, b).filter(|_| a.class_id() == b.class_id()) {
                Some(order) => Ok(order),
                None => Err(self.class_cast(b, a.class_id())),
            },
        }
    }

    /// Refuses what has no natural order.
    fn natural_receiver(&mut self, key: &Value) -> Res<()> {
        if key.is_null() {
            Err(self.throw_silent(&throwables::NULL_POINTER_EXCEPTION))
        } else if self.is_comparable(key) {
            Ok(())
        } else {
            Err(self.class_cast(key, ClassId::COMPARABLE))
        }
    }

    /// Java compares the first key of a sorted table with itself, and names the variable when it is null.
    fn place_to_put(&mut self, table: &impl Keyed, key: &Value) -> Res<Place> {
        if table.table().order == Order::Sorted && table.table().is_empty() {
            let comparator = table.comparator();
            if comparator.is_null() && key.is_null() {
                return Err(self
                    .null_pointer("Cannot invoke \"java.lang.Comparable.compareTo(Object)\" because \"k1\" is null"));
            }
            self.compare_keys(&comparator, key, key)?;
        }
        self.place(table, key)
    }

    fn place(&mut self, table: &impl Keyed, key: &Value) -> Res<Place> {
        if table.table().order == Order::Sorted {
            return Ok(match self.sorted_index(table, key)? {
                Ok(index) => Place::At(index),
                Err(position) => Place::Missing {
                    position: Some(position),
                    hash: plain_hash(self, key)?,
                },
            });
        }
        let hash = self.hash(key)?;
        let index = match key {
            Value::List(_) | Value::Map(_) | Value::Set(_) | Value::Range(_) => self.search(table, key, hash)?,
            Value::GString(_) | Value::Object(_) | Value::Host(_) => self.search(table, key, hash)?,
            _ => index_of(table, hash, key),
        };
        Ok(match index {
            Some(index) => Place::At(index),
            None => Place::Missing { position: None, hash },
        })
    }

    /// Asks each key of the same hash code by `key.equals(other)`.
    fn search(&mut self, table: &impl Keyed, key: &Value, hash: u32) -> Res<Option<usize>> {
        if let Some(index) = index_of(table, hash, key) {
            return Ok(Some(index));
        }
        let candidates = Candidates {
            hash,
            found: RefCell::default(),
        };
        table.table().entries.get_index_of(&candidates);
        for other in candidates.found.take() {
            self.tick()?;
            if self.java_equals(key, &other)? {
                return Ok(index_of(table, hash, &other));
            }
        }
        Ok(None)
    }
}

/// The position of a key that plain comparison finds.
fn index_of(table: &impl Keyed, hash: u32, key: &Value) -> Option<usize> {
    let key = Key {
        hash,
        value: key.clone(),
    };
    table.table().entries.get_index_of(&key)
}

/// The hash under which a sorted table keeps a key: Java does not ask for its hash code there.
fn plain_hash(vm: &mut Vm, key: &Value) -> Res<u32> {
    match key {
        Value::Object(_) | Value::Host(_) => Ok(key.identity_hash()),
        other => vm.hash(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::semantics::samples::{decimal, ints, list, map, outcome, vm};
    use crate::value::{Access, Closure, GString, Range, Str};

    fn gstring(text: &str) -> Value {
        Value::GString(GString::new(vec![Str::new(""), Str::new("")], vec![Value::str(text)]))
    }

    fn of(order: Order, comparator: Value, keys: &[Value]) -> String {
        let (mut vm, map) = (vm(), Map::of(ClassId::MAP, Table::new(order), comparator));
        for (i, key) in keys.iter().enumerate() {
            if let Err(thrown) = vm.map_put(&map, key, Value::int(i as i32)) {
                return outcome::<Value>(&mut vm, Err(thrown));
            }
        }
        outcome(&mut vm, Ok(Value::Map(map)))
    }

    #[test]
    fn equal_keys_are_one() {
        for (a, b, same) in [
            (Value::int(1), Value::Long(1), false),
            (Value::int(1), decimal(10, 1), false),
            (decimal(10, 1), decimal(100, 2), false),
            (Value::double(f64::NAN), Value::double(-f64::NAN), true),
            (Value::double(0.0), Value::double(-0.0), false),
            (Value::Null, Value::Null, true),
            (Value::str("a"), gstring("a"), false),
            (gstring("a"), gstring("a"), true),
            (Value::str("a"), Value::char(97), false),
            (ints([1, 2]), ints([1, 2]), true),
            (ints([1, 2]), Value::Range(Range::of_ints(1, 2, true, true)), false),
            (ints([1]), list([Value::Long(1)]), false),
            (map([("a", Value::int(1))]), map([("a", Value::int(1))]), true),
            (Value::class(ClassId::STRING), Value::class(ClassId::STRING), true),
        ] {
            for order in [Order::Insertion, Order::Buckets] {
                let (mut vm, map) = (vm(), Map::of(ClassId::MAP, Table::new(order), Value::Null));
                assert!(vm.map_put(&map, &a, Value::int(1)).is_ok());
                assert_eq!(vm.map_contains(&map, &b).ok(), Some(same), "{:?}", vm.to_text(&b).ok());
                assert_eq!(
                    vm.map_put(&map, &b, Value::int(2)).ok().map(|old| old.is_some()),
                    Some(same)
                );
                assert_eq!(map.len(), if same { 1 } else { 2 });
                assert!(
                    vm.map_remove(&map, &b)
                        .is_ok_and(|old| old.is_some_and(|v| v.same(&Value::int(2))))
                );
            }
        }
    }

    #[test]
    fn sorted_keys_in_natural_order() {
        let sorted = |keys: &[Value]| of(Order::Sorted, Value::Null, keys);
        assert_eq!(sorted(&["b", "c", "a", "b"].map(Value::str)), "['a':2, 'b':3, 'c':1]");
        assert_eq!(sorted(&[decimal(10, 1), decimal(100, 2)]), "[1.0:1]");
        assert_eq!(sorted(&[Value::bool(true), Value::bool(false)]), "[false:1, true:0]");
        assert_eq!(
            sorted(&[Value::Null]),
            "!! java.lang.NullPointerException: Cannot invoke \"java.lang.Comparable.compareTo(Object)\" because \"k1\" is null"
        );
        assert_eq!(
            sorted(&[Value::int(1), Value::Null]),
            "!! java.lang.NullPointerException"
        );
        for (keys, message) in [
            (
                [Value::str("a"), Value::int(1)],
                "class java.lang.String cannot be cast to class java.lang.Integer (java.lang.String and java.lang.Integer are in module java.base of loader 'bootstrap')",
            ),
            (
                [Value::int(1), Value::Long(1)],
                "class java.lang.Integer cannot be cast to class java.lang.Long (java.lang.Integer and java.lang.Long are in module java.base of loader 'bootstrap')",
            ),
            (
                [ints([1]), ints([1])],
                "class java.util.ArrayList cannot be cast to class java.lang.Comparable (java.util.ArrayList and java.lang.Comparable are in module java.base of loader 'bootstrap')",
            ),
        ] {
            assert_eq!(sorted(&keys), format!("!! java.lang.ClassCastException: {message}"));
        }
    }

    #[test]
    fn sorted_keys_by_a_comparator() {
        let reversed = Closure::native(Value::Null, 2, vec![], |vm, args| match args {
            [a, b] => Ok(Value::int(vm.compare(b, a)? as i32)),
            _ => Ok(Value::Null),
        });
        let keys = [Value::str("a"), Value::str("b"), Value::Null];
        assert_eq!(
            of(Order::Sorted, Value::Closure(reversed), &keys),
            "['b':1, 'a':0, null:2]"
        );
        let one = Closure::native(Value::Null, 2, vec![], |_, _| Ok(Value::int(0)));
        assert_eq!(of(Order::Sorted, Value::Closure(one), &keys), "['a':2]");
    }

    #[test]
    fn what_may_not_change_refuses() {
        let mut vm = vm();
        let mut table = Table::new(Order::Insertion);
        let key = Value::str("a");
        table.insert(
            Key {
                hash: Str::new("a").hash(),
                value: key.clone(),
            },
            Value::int(1),
        );
        let map = Map::restricted(ClassId::MAP, Access::ReadOnly, table.clone());
        let set = Set::restricted(ClassId::SET, Access::ReadOnly, table);
        let refused = |result: Res<Value>, vm: &mut Vm| {
            assert_eq!(outcome(vm, result), "!! java.lang.UnsupportedOperationException");
        };
        let result = vm.map_put(&map, &key, Value::Null).map(Value::from);
        refused(result, &mut vm);
        let result = vm.map_remove(&map, &key).map(Value::from);
        refused(result, &mut vm);
        let result = vm.set_add(&set, &Value::Null).map(Value::from);
        refused(result, &mut vm);
        let result = vm.set_remove(&set, &key).map(Value::from);
        refused(result, &mut vm);
        assert_eq!(vm.set_contains(&set, &key).ok(), Some(true));
    }
}
