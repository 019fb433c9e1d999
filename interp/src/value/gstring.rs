//! `groovy.lang.GString`: texts with values between them, joined each time they are asked for.

use super::{Str, Value};
use crate::heap;
use std::rc::Rc;

/// A string with embedded values. `strings` has one more element than `values`.
///
/// A value that is a closure is called when the text is asked for (`"${-> x}"`).
pub struct GString {
    /// The literal parts.
    pub strings: Box<[Rc<Str>]>,
    /// The embedded values.
    pub values: Box<[Value]>,
}

impl GString {
    /// A new GString.
    pub fn new(strings: Vec<Rc<Str>>, values: Vec<Value>) -> Rc<GString> {
        let g = GString {
            strings: strings.into(),
            values: values.into(),
        };
        heap::grow(g.bytes());
        Rc::new(g)
    }

    fn bytes(&self) -> usize {
        size_of::<GString>() + 16 + 8 * self.strings.len() + 16 * self.values.len()
    }
}

impl Drop for GString {
    fn drop(&mut self) {
        heap::shrink(self.bytes());
        heap::release_all(&mut self.values);
    }
}
