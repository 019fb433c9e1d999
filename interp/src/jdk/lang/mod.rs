//! `java.lang`.

pub mod array;
pub mod boolean;
pub mod char_sequence;
pub mod character;
pub mod class;
pub mod enumeration;
pub mod gstring;
pub mod interfaces;
pub mod iterable;
pub mod math;
pub mod number;
pub mod object;
pub mod primitives;
pub mod record;
pub mod reflect;
pub mod stack_trace_element;
pub mod string;
pub mod string_builder;
pub mod system;
pub mod thread;

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
    &boolean::CLASS,
    &gstring::CLASS,
    &gstring::IMPL,
    &class::CLASS,
    &class::PACKAGE,
    &record::CLASS,
    &reflect::FIELD,
    &reflect::METHOD,
    &stack_trace_element::CLASS,
    &system::CLASS,
    &thread::CLASS,
    &thread::RUNTIME,
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
