//! `org.identityconnectors.common` and `framework.common`: helpers that scripts import.

pub mod assertions;
pub mod base64;
pub mod collection_util;
pub mod framework_util;
pub mod io_util;
pub mod pair;
pub mod security_util;
pub mod string_util;

use rovy_interp::registry::Class;

/// The classes.
pub static CLASSES: &[&Class] = &[
    &assertions::CLASS,
    &base64::CLASS,
    &collection_util::CLASS,
    &framework_util::CLASS,
    &io_util::CLASS,
    &pair::CLASS,
    &security_util::CLASS,
    &string_util::CLASS,
];
