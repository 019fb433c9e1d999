//! Java's primitive types and `void`, which scripts name in declarations, casts and class literals. Their values are those of
//! the classes that box them.

use crate::registry::{Class, class, constant, unbound};
use crate::value::Value;

/// `boolean`.
pub static BOOLEAN: Class = class("boolean");
/// `char`.
pub static CHAR: Class = class("char");
/// `byte`.
pub static BYTE: Class = class("byte");
/// `short`.
pub static SHORT: Class = class("short");
/// `int`.
pub static INT: Class = class("int");
/// `long`.
pub static LONG: Class = class("long");
/// `float`.
pub static FLOAT: Class = class("float");
/// `double`.
pub static DOUBLE: Class = class("double");
/// `void`.
pub static VOID: Class = class("void");
/// `java.lang.Void`: the type of what has no value but null.
pub static BOXED_VOID: Class =
    class("java.lang.Void").members(&[constant("TYPE: Class", &unbound(|| Value::class(VOID.id())))]);

/// All of them.
pub static CLASSES: &[&Class] = &[
    &BOOLEAN,
    &CHAR,
    &BYTE,
    &SHORT,
    &INT,
    &LONG,
    &FLOAT,
    &DOUBLE,
    &VOID,
    &BOXED_VOID,
];
