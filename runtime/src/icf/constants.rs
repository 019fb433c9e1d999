//! Static fields whose value is one object: made when first asked for, once a thread.

use rovy_interp::Value;
use rustc_hash::FxHashMap;
use std::cell::RefCell;

thread_local! {
    static MADE: RefCell<FxHashMap<&'static str, Value>> = RefCell::default();
}

/// The object of a name.
pub fn once(name: &'static str, make: impl FnOnce() -> Value) -> Value {
    if let Some(value) = MADE.with(|made| made.borrow().get(name).cloned()) {
        return value;
    }
    let value = make();
    MADE.with(|made| made.borrow_mut().insert(name, value.clone()));
    value
}
