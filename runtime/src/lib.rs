//! Rovy runtime.
pub mod rest;
