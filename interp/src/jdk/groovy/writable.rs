//! `groovy.lang.Writable`.

use crate::registry::{Class, interface, required};

/// `groovy.lang.Writable`.
pub static WRITABLE: Class = interface("groovy.lang.Writable")
    .doc("What writes itself.")
    .members(&[required("writeTo(Writer out): Writer")]);

/// The classes of this file.
pub static CLASSES: &[&Class] = &[&WRITABLE];
