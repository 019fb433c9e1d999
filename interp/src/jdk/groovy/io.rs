//! `groovy.io`: which files to walk over, and how to go on after each.

use crate::enumeration;
use crate::registry::Class;

enumeration! {
    /// `groovy.io.FileType`.
    FILE_TYPE "groovy.io.FileType" { "FILES" "DIRECTORIES" "ANY" }
}

enumeration! {
    /// `groovy.io.FileVisitResult`.
    FILE_VISIT_RESULT "groovy.io.FileVisitResult" { "CONTINUE" "SKIP_SIBLINGS" "SKIP_SUBTREE" "TERMINATE" }
}

/// The classes of the package.
pub static CLASSES: &[&Class] = &[&FILE_TYPE, &FILE_VISIT_RESULT];
