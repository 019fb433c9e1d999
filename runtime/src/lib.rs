//! Rovy runtime.
