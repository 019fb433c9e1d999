//! `java.io`'s small interfaces.

use crate::gdk;
use crate::jdk::lang::interfaces;
use crate::registry::{Class, interface, required};

/// `java.io.Closeable`.
pub static CLOSEABLE: Class = interface("java.io.Closeable")
    .implements(&[&interfaces::AUTO_CLOSEABLE])
    .groovy(gdk::closeable::MEMBERS)
    .members(&[required("close(): void")]);

/// `java.io.Flushable`.
pub static FLUSHABLE: Class = interface("java.io.Flushable").members(&[required("flush(): void")]);

/// `java.io.FilenameFilter`.
pub static FILENAME_FILTER: Class =
    interface("java.io.FilenameFilter").members(&[required("accept(File folder, String name): boolean")]);

/// `java.io.FileFilter`.
pub static FILE_FILTER: Class = interface("java.io.FileFilter").members(&[required("accept(File file): boolean")]);
