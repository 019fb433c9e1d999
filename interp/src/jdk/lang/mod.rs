//! `java.lang`.

pub mod array;
pub mod char_sequence;
pub mod character;
pub mod enumeration;
pub mod interfaces;
pub mod iterable;
pub mod math;
pub mod number;
pub mod object;
pub mod string;
pub mod string_builder;

use crate::registry::Class;

/// The classes of the package.
pub static CLASSES: &[&Class] = &[
    &object::CLASS,
    &enumeration::CLASS,
    &interfaces::COMPARABLE,
    &interfaces::RUNNABLE,
    &interfaces::AUTO_CLOSEABLE,
    &interfaces::CLONEABLE,
    &interfaces::SERIALIZABLE,
    &interfaces::APPENDABLE,
    &iterable::CLASS,
    &char_sequence::CLASS,
    &string::CLASS,
    &string_builder::ABSTRACT,
    &string_builder::CLASS,
    &string_builder::BUFFER,
    &character::CLASS,
    &number::CLASS,
    &number::integer::CLASS,
    &number::long::CLASS,
    &number::short::CLASS,
    &number::byte::CLASS,
    &number::float::CLASS,
    &number::double::CLASS,
    &math::CLASS,
    &math::STRICT,
];
