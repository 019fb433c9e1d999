//! `java.lang`.

pub mod object;

use crate::registry::Class;

/// The classes of the package.
pub static CLASSES: &[&Class] = &[&object::CLASS];
