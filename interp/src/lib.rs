//! Rovy interp.
