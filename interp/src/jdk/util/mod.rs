//! `java.util`.

pub mod function;
pub mod iterator;
pub mod map_entry;

use crate::registry::Class;

/// The classes of the package, those of its sub-packages excepted.
pub static CLASSES: &[&Class] = &[
    &iterator::CLASS,
    &iterator::CURSOR,
    &map_entry::INTERFACE,
    &map_entry::LIVE,
    &map_entry::SIMPLE,
    &map_entry::IMMUTABLE,
];
