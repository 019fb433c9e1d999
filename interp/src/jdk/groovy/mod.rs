//! Groovy's own classes: `groovy.io`, `groovy.json`, `groovy.lang`, `groovy.util`.

pub mod control;
pub mod io;
pub mod json;
pub mod lang;
pub mod util;
pub mod writable;
