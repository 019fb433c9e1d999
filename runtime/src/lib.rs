//! Rovy runtime.
pub mod provisioner;
pub mod rest;
