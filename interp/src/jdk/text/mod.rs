//! `java.text`: formats of dates and numbers.

pub mod date_pattern;
pub mod simple_date_format;

use crate::registry::Class;

/// The classes of the package.
pub static CLASSES: &[&Class] = &[
    &simple_date_format::DATE_FORMAT,
    &simple_date_format::SIMPLE_DATE_FORMAT,
    &simple_date_format::PARSE_POSITION,
];
