//! What lowering makes: an immutable program that threads and runs share.

/// A body (script, method, closure, initialiser) in a program.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct BodyId(pub u32);
