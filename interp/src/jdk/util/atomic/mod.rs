//! `java.util.concurrent.atomic`: cells, since values are confined to one thread.

mod numbers;
mod reference;

use crate::registry::Class;

/// The classes of the package.
pub static CLASSES: &[&Class] = &[
    &numbers::ATOMIC_INTEGER,
    &numbers::ATOMIC_LONG,
    &reference::ATOMIC_BOOLEAN,
    &reference::ATOMIC_REFERENCE,
];
