//! `java.security` and the part of `javax.crypto` that makes message authentication codes.

pub mod mac;
pub mod message_digest;

use crate::registry::Class;

/// The classes of the packages.
pub static CLASSES: &[&Class] = &[&message_digest::CLASS, &mac::MAC, &mac::KEY, &mac::SECRET_KEY_SPEC];
