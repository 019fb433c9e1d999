//! What values mean to each other: truth, equality, order, hash codes, text, arithmetic, casts, walking, keys of maps.
//!
//! Each file adds one subject to [`Vm`](crate::Vm), since any of it may call script code.

pub mod cast;
pub mod compare;
pub mod equality;
pub mod hash;
pub mod iterate;
pub mod keys;
pub mod number;
pub mod range;
#[cfg(test)]
pub(crate) mod samples;
pub mod text;
pub mod truth;
