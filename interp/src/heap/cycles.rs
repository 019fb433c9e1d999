//! The sweep of what only cycles keep alive.

/// Frees garbage that only cycles keep alive; whether anything was freed.
pub fn sweep() -> bool {
    false
}

/// Notes that storing a value into a target may close a cycle.
#[inline]
pub fn may_close(_target: &crate::value::Value, _stored: &crate::value::Value) {}
