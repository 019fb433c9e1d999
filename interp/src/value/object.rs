//! Instances of classes that a script declares.

use super::Value;
use crate::heap;
use crate::registry::ClassId;
use crate::vm::Unit;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// An instance of a script class; a running script is one too.
pub struct Object {
    /// The class; a metaclass of its own gives the instance a class of its own.
    pub class: Cell<ClassId>,
    /// The fields by slot, those of superclasses first.
    pub fields: RefCell<Vec<Value>>,
    /// Where the class extends a native one: the native instance that holds the inherited state.
    pub base: RefCell<Value>,
    pub(crate) candidate: Cell<bool>,
    counted: usize,
    /// The unit of a text that was evaluated: while an instance is alive, the unit is in use.
    _unit: Option<Rc<Unit>>,
}

impl Object {
    /// A new instance with its fields not yet set.
    pub fn new(class: ClassId, fields: usize) -> Rc<Object> {
        Object::in_unit(class, fields, None)
    }

    /// [`Object::new`] that keeps a unit in use.
    pub(crate) fn in_unit(class: ClassId, fields: usize, unit: Option<Rc<Unit>>) -> Rc<Object> {
        let counted = size_of::<Object>() + 16 + 16 * fields;
        heap::grow(counted);
        Rc::new(Object {
            class: Cell::new(class),
            fields: RefCell::new(vec![Value::Null; fields]),
            base: RefCell::new(Value::Null),
            candidate: Cell::new(false),
            counted,
            _unit: unit,
        })
    }

    /// A field by slot.
    #[inline(always)]
    pub fn field(&self, slot: usize) -> Value {
        self.fields.borrow().get(slot).cloned().unwrap_or_default()
    }

    /// Overwrites a field by slot.
    #[inline(always)]
    pub fn set_field(&self, slot: usize, value: Value) {
        let old = match self.fields.borrow_mut().get_mut(slot) {
            Some(field) => std::mem::replace(field, value),
            None => return,
        };
        old.done();
    }
}

impl Object {
    /// [`Object::set_field`] for a field with a type: a value of the class that it holds already needs no conversion; another
    /// comes back.
    #[inline(always)]
    pub fn set_field_of_same_class(&self, slot: usize, value: Value) -> Result<(), Value> {
        let old = match self.fields.borrow_mut().get_mut(slot) {
            Some(field) if field.class_id() == value.class_id() => std::mem::replace(field, value),
            _ => return Err(value),
        };
        old.done();
        Ok(())
    }
}

impl Drop for Object {
    fn drop(&mut self) {
        heap::shrink(self.counted);
        heap::release_one(self.base.get_mut());
        heap::release(self.fields.get_mut());
    }
}
