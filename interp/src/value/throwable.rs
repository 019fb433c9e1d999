//! `java.lang.Throwable`: class, message, cause, suppressed, and where it was thrown.

use super::{Str, Value};
use crate::heap;
use crate::registry::ClassId;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// One line of a script's stack trace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The method, `run` for a script's body.
    pub method: Rc<str>,
    /// The class that declares it.
    pub class: Rc<str>,
    /// The file's name.
    pub file: Rc<str>,
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1, in UTF-16 units.
    pub column: u32,
}

/// An exception or error.
pub struct Throwable {
    /// `java.lang.IllegalArgumentException` and so on; a script's class where one extends it.
    pub class: ClassId,
    /// `getMessage()`: null or a string; read it by [`Vm::message`](crate::Vm::message), which completes it.
    pub message: RefCell<Option<Rc<Str>>>,
    /// Whether the message still lacks the members that Groovy names in place of a missing one.
    pub lacks_solutions: Cell<bool>,
    /// `getCause()`: null or a throwable.
    pub cause: RefCell<Value>,
    /// `getSuppressed()`.
    pub suppressed: RefCell<Vec<Value>>,
    /// The script's frames, innermost first.
    pub trace: RefCell<Vec<Place>>,
    /// What the class adds, by property name: a MissingMethodException's `method`, `type`, `arguments`.
    pub details: RefCell<Vec<(&'static str, Value)>>,
}

impl Throwable {
    /// A new throwable without cause.
    pub fn new(class: ClassId, message: Option<Rc<Str>>) -> Rc<Throwable> {
        heap::grow(COST);
        Rc::new(Throwable {
            class,
            message: RefCell::new(message),
            lacks_solutions: Cell::new(false),
            cause: RefCell::new(Value::Null),
            suppressed: RefCell::default(),
            trace: RefCell::default(),
            details: RefCell::default(),
        })
    }

    /// A property that the class adds.
    pub fn detail(&self, name: &str) -> Option<Value> {
        self.details
            .borrow()
            .iter()
            .find(|(n, _)| *n == name)
            .map(|(_, v)| v.clone())
    }

    /// Sets a property that the class adds.
    pub fn set_detail(&self, name: &'static str, value: Value) {
        let mut details = self.details.borrow_mut();
        match details.iter_mut().find(|(n, _)| *n == name) {
            Some((_, slot)) => *slot = value,
            None => details.push((name, value)),
        }
    }
}

const COST: usize = size_of::<Throwable>() + 16;

impl Drop for Throwable {
    fn drop(&mut self) {
        heap::shrink(COST);
        heap::release_one(self.cause.get_mut());
        heap::release(self.suppressed.get_mut());
        heap::release(&mut self.details.get_mut().drain(..).map(|(_, v)| v).collect());
    }
}
