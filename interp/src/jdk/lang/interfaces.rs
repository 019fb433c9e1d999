//! The interfaces of `java.lang` that only say what a class can do, and `java.io.Serializable`, which most classes name.

use crate::registry::{Class, interface, required};

/// `java.lang.Comparable`.
pub static COMPARABLE: Class = interface("java.lang.Comparable")
    .doc("Objects with an order of their own.")
    .members(&[required("compareTo(Object other): int")
        .doc("Negative, zero or positive: before, level with, after the other.")]);

/// `java.lang.Runnable`.
pub static RUNNABLE: Class = interface("java.lang.Runnable")
    .doc("Something to run, without arguments or result.")
    .members(&[required("run(): void").doc("Runs it.")]);

/// `java.lang.AutoCloseable`.
pub static AUTO_CLOSEABLE: Class = interface("java.lang.AutoCloseable")
    .doc("What try-with-resources closes.")
    .members(&[required("close(): void").doc("Gives back what is held.")]);

/// `java.lang.Cloneable`.
pub static CLONEABLE: Class = interface("java.lang.Cloneable").doc("Objects that `clone()` may copy.");

/// `java.io.Serializable`.
pub static SERIALIZABLE: Class = interface("java.io.Serializable").doc("Objects that Java may write as bytes.");

/// `java.lang.Appendable`.
pub static APPENDABLE: Class = interface("java.lang.Appendable")
    .doc("What text can be appended to.")
    .members(&[
        required("append(CharSequence text): Appendable").doc("Appends a text."),
        required("append(CharSequence text, int start, int end): Appendable").doc("Appends a part of a text."),
        required("append(char character): Appendable").doc("Appends a character."),
    ]);
