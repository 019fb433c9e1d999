//! Rovy command line.
fn main() {}
