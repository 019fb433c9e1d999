//! The sweep of what only cycles keep alive.

/// Frees garbage that only cycles keep alive; whether anything was freed.
pub fn sweep() -> bool {
    false
}
