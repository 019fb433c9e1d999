//! Groovy's own classes that are no language core: `groovy.json`.

pub mod json;
