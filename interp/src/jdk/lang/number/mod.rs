//! `java.lang.Number` and the classes of its kinds.

pub(crate) mod parse;
