//! Groovy's own classes: `groovy.io`, `groovy.json`, `groovy.lang`.

pub mod io;
pub mod json;
pub mod lang;
pub mod writable;
