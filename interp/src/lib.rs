//! The language: lowering, evaluation, values, classes, closures and delegation, the Java and Groovy library, limits.
//!
//! The data's way: syntax tree → [`lower`] → [`program::Program`] (immutable, shared) → [`vm::Unit`] (loaded into one
//! [`Vm`]) → [`eval`] → [`Value`]. Native classes stand in [`registry`] tables beside their implementations in [`jdk`] and
//! [`gdk`]; what values mean to each other (equality, order, text, arithmetic, casts) is in [`semantics`].
#![forbid(unsafe_code)]

pub mod eval;
pub mod gdk;
pub mod heap;
pub mod jdk;
pub mod lower;
pub mod number;
pub mod program;
pub mod registry;
pub mod semantics;
pub mod value;
pub mod vm;

pub use value::{Res, Thrown, Value};
pub use vm::Vm;
