//! `groovy.json`: reading JSON, writing it, and building it by closures.

mod builder;
mod delegate;
mod generator;
mod lax;
mod lazy_map;
mod lexer;
mod output;
mod properties;
mod scan;
mod slurper;
mod slurper_classic;
mod streaming_builder;
mod strict;
#[cfg(test)]
mod tests;
mod write;

use crate::registry::Class;

/// The classes of the package.
pub static CLASSES: &[&Class] = &[
    &slurper::CLASS,
    &slurper::PARSER_TYPE,
    &lazy_map::LAZY_MAP,
    &lazy_map::LAZY_VALUE_MAP,
    &lazy_map::VALUE_LIST,
    &output::CLASS,
    &output::UNESCAPED,
    &generator::JSON_GENERATOR,
    &generator::DEFAULT_GENERATOR,
    &generator::OPTIONS,
    &delegate::CLASS,
    &builder::CLASS,
    &streaming_builder::CLASS,
    &streaming_builder::DELEGATE,
    &slurper_classic::CLASS,
];
