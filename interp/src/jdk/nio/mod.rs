//! `java.nio`: character sets, paths and files.

pub mod charset;
pub mod files;
pub mod path;

use crate::registry::Class;

/// The classes of the package.
pub static CLASSES: &[&Class] = &[
    &charset::CLASS,
    &charset::STANDARD_CHARSETS,
    &files::CLASS,
    &files::STANDARD_OPEN_OPTION,
    &files::STANDARD_COPY_OPTION,
    &path::PATH,
    &path::UNIX_PATH,
    &path::PATHS,
];
