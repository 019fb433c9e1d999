//! `java.lang`.

pub mod enumeration;
pub mod interfaces;
pub mod iterable;
pub mod object;

use crate::registry::Class;

/// The classes of the package.
pub static CLASSES: &[&Class] = &[
    &object::CLASS,
    &enumeration::CLASS,
    &interfaces::COMPARABLE,
    &interfaces::RUNNABLE,
    &interfaces::AUTO_CLOSEABLE,
    &interfaces::CLONEABLE,
    &interfaces::SERIALIZABLE,
    &iterable::CLASS,
];
