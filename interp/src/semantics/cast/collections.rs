//! Casts to arrays and collections.

use crate::heap::Gathered;
use crate::jdk::throwables;
use crate::registry::ClassId;
use crate::value::{Array, Value};
use crate::{Res, Vm};

impl Vm {
    /// `asArray`: the elements of a collection, the entries of a map, the characters of a text, or the value alone; each cast.
    pub(super) fn cast_to_array(&mut self, value: &Value, class: ClassId) -> Res {
        let component = class.component().unwrap_or(ClassId::OBJECT);
        let items = match value {
            Value::Object(_) | Value::Host(_) if !self.is_instance(value, ClassId::COLLECTION) => {
                Gathered::of(vec![value.clone()])
            }
            other => self.items(other)?,
        };
        let mut out = Gathered::with_capacity(self, items.len())?;
        for item in items {
            self.tick()?;
            let item = self.nested(|vm| vm.cast(&item, component))?;
            out.push(self, item)?;
        }
        Ok(Value::Array(Array::new(component, out.into_vec())))
    }

    /// Sets from any collection, lists and sets from arrays, others by a constructor: one that takes the elements comes before
    /// one that takes the collection, so that an ArrayList from the set of 7 is an empty one with room for seven.
    pub(super) fn cast_to_collection(&mut self, value: &Value, class: ClassId) -> Res {
        if let Value::Array(_) = value {
            return self.array_to_collection(value, class);
        }
        if self.is_instance(value, ClassId::COLLECTION) && self.is_subclass(ClassId::LINKED_HASH_SET, class) {
            return self.construct(ClassId::LINKED_HASH_SET, std::slice::from_ref(value));
        }
        self.cast_by_constructor(value, class)
    }

    fn array_to_collection(&mut self, value: &Value, class: ClassId) -> Res {
        let list = Value::from(self.items(value)?);
        if self.is_subclass(ClassId::ARRAY_LIST, class) {
            return Ok(list);
        }
        if self.is_interface(class) && self.is_subclass(ClassId::LINKED_HASH_SET, class) {
            return self.construct(ClassId::LINKED_HASH_SET, &[list]);
        }
        if self.is_interface(class) {
            let name = self.class_name(class);
            return Err(self.throw(
                &throwables::GROOVY_CAST_EXCEPTION,
                format!("Could not instantiate instance of: {name}. Reason: java.lang.NoSuchMethodException: {name}.<init>()"),
            ));
        }
        let made = self.construct(class, &[])?;
        self.call_method(&made, "addAll", &[list])?;
        Ok(made)
    }

    /// What the constructor that takes a collection makes; none if the class has none.
    pub(super) fn copy_constructed(&mut self, value: &Value, class: ClassId) -> Res<Option<Value>> {
        if self.is_interface(class) {
            return Ok(None);
        }
        match self.construct(class, std::slice::from_ref(value)) {
            Ok(made) => Ok(Some(made)),
            Err(thrown) => {
                let exception = self.catch(thrown)?;
                if self.is_instance(&exception, throwables::GROOVY_RUNTIME_EXCEPTION.id()) {
                    Ok(None)
                } else {
                    Err(self.throw_value(exception))
                }
            }
        }
    }
}
