//! Java's classes: one folder a package, one file a class, table first, functions after.

pub mod groovy;
pub mod lang;
pub mod throwables;
pub mod util;

use crate::registry::Class;

/// Every class of this folder, by slice.
pub static CLASSES: &[&[&Class]] = &[
    groovy::json::CLASSES,
    lang::CLASSES,
    throwables::CLASSES,
    util::CLASSES,
    util::function::CLASSES,
];
