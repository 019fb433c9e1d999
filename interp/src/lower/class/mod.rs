//! Classes: what a source declares becomes templates that loading turns into classes.
//!
//! A source is gone through three times, since classes may name each other in any order: each class gets its place and its name
//! ([`declare`]), then its superclass and interfaces ([`header`]), then its members ([`members`]).

mod anonymous;
mod base_script;
mod constructor;
mod declare;
mod enum_constant;
mod fields;
mod header;
mod members;
mod method;
mod record;
mod script;
mod singleton;

pub(in crate::lower) use base_script::names_base_script;
