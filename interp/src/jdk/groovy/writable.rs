//! `groovy.lang.Writable`.

use crate::gdk::{bytes, lines};
use crate::registry::{Class, interface, required};

/// `groovy.lang.Writable`.
pub static WRITABLE: Class = interface("groovy.lang.Writable")
    .doc("What writes itself.")
    .members(&[required("writeTo(Writer out): Writer")]);

/// The interface, and what Groovy's methods give that only writes itself.
pub static CLASSES: &[&Class] = &[&WRITABLE, &bytes::ENCODED, &lines::LINES];
