//! A program as loaded into one interpreter: its constants as values, its call sites, its classes' ids.

/// A loaded program.
pub struct Unit {}
