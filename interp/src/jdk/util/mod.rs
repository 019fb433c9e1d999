//! `java.util`.

pub mod function;
