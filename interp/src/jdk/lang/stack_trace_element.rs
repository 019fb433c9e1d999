//! `java.lang.StackTraceElement`: one frame of a script.

use crate::registry::{Class, class, method, native};
use crate::value::{HostType, Place, Value};

/// A frame.
pub struct StackTraceElement(pub Place);

impl HostType for StackTraceElement {
    const NAME: &'static str = "java.lang.StackTraceElement";
    fn class() -> &'static Class {
        &CLASS
    }
}

/// `java.lang.StackTraceElement`.
pub static CLASS: Class = class(StackTraceElement::NAME)
    .doc("One frame of a script.")
    .abstract_class()
    .members(&[
        method(
            "getClassName(): String",
            &native(|e: &StackTraceElement| e.0.class.to_string()),
        )
        .doc("The class that declares the method."),
        method(
            "getMethodName(): String",
            &native(|e: &StackTraceElement| e.0.method.to_string()),
        )
        .doc("The method."),
        method(
            "getFileName(): String",
            &native(|e: &StackTraceElement| e.0.file.to_string()),
        )
        .doc("The file's name."),
        method("getLineNumber(): int", &native(|e: &StackTraceElement| e.0.line as i32)).doc("The line, from 1."),
        method("isNativeMethod(): boolean", &native(|_: &StackTraceElement| false)),
        method(
            "equals(Object other): boolean",
            &native(|e: &StackTraceElement, o: &Value| o.as_host::<StackTraceElement>().is_some_and(|o| o.0 == e.0)),
        ),
        method("toString(): String", &native(|e: &StackTraceElement| text(&e.0))).doc("`Class.method(File.groovy:1)`."),
    ]);

/// `Class.method(File.groovy:1)`.
pub fn text(place: &Place) -> String {
    format!("{}.{}({}:{})", place.class, place.method, place.file, place.line)
}
