//! Rovy runtime.
pub mod icf;
pub mod provisioner;
pub mod rest;
pub mod toolkit;
