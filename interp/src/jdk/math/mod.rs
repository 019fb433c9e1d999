//! `java.math`.

pub mod big_decimal;
pub mod big_integer;
pub mod math_context;
pub mod rounding_mode;

use crate::registry::Class;

/// The classes of the package.
pub static CLASSES: &[&Class] = &[
    &big_integer::CLASS,
    &big_decimal::CLASS,
    &math_context::CLASS,
    &rounding_mode::CLASS,
];
