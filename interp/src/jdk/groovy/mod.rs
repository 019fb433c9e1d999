//! Groovy's own classes that are no language core: `groovy.io`, `groovy.json`.

pub mod io;
pub mod json;
