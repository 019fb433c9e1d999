//! `java.lang.Boolean`, with what Groovy adds to it.

use super::interfaces;
use super::string::case;
use crate::registry::{Class, ClassId, Member, class, constant, constructor, function, method, native, unbound};
use crate::value::{Str, Value};
use crate::{Res, Vm};

/// `java.lang.Boolean`.
pub static CLASS: Class = class("java.lang.Boolean")
    .doc("True or false.")
    .implements(&[&interfaces::SERIALIZABLE, &interfaces::COMPARABLE])
    .groovy(GROOVY)
    .members(&[
        constant("TRUE: Boolean", &unbound(|| true)),
        constant("FALSE: Boolean", &unbound(|| false)),
        constant("TYPE: Class", &unbound(|| Value::class(ClassId::PRIMITIVE_BOOLEAN))),
        constructor("Boolean(boolean value)", &unbound(|b: bool| Value::bool(b))),
        constructor(
            "Boolean(String text)",
            &unbound(|t: Option<&Str>| Value::bool(parse(t))),
        ),
        function("parseBoolean(String text): boolean", &unbound(parse)).doc("Whether a text is `true`, in any case."),
        function("valueOf(boolean value): Boolean", &unbound(|b: bool| b)),
        function("valueOf(String text): Boolean", &unbound(parse)).doc("Whether a text is `true`, in any case."),
        function("toString(boolean value): String", &unbound(|b: bool| b.to_string())),
        function("hashCode(boolean value): int", &unbound(hash)),
        function("compare(boolean a, boolean b): int", &unbound(compare)).doc("False comes before true."),
        function(
            "logicalAnd(boolean a, boolean b): boolean",
            &unbound(|a: bool, b: bool| a & b),
        ),
        function(
            "logicalOr(boolean a, boolean b): boolean",
            &unbound(|a: bool, b: bool| a | b),
        ),
        function(
            "logicalXor(boolean a, boolean b): boolean",
            &unbound(|a: bool, b: bool| a ^ b),
        ),
        method("booleanValue(): boolean", &native(|b: bool| b)),
        method("compareTo(Boolean other): int", &native(compare)).doc("False comes before true."),
        method(
            "equals(Object other): boolean",
            &native(|vm: &mut Vm, a: &Value, b: &Value| vm.java_equals(a, b)),
        ),
        method("hashCode(): int", &native(hash)),
        method("toString(): String", &native(|b: bool| b.to_string())),
        function("getBoolean(String property): boolean", &unbound(property))
            .doc("Whether a system property is `true`."),
    ]);

const GROOVY: &[Member] = &[
    method(
        "and(Boolean other): Boolean",
        &native(|a: bool, b: Option<bool>| a & b.unwrap_or(false)),
    )
    .doc("Whether both are true: `&`."),
    method(
        "or(Boolean other): Boolean",
        &native(|a: bool, b: Option<bool>| a | b.unwrap_or(false)),
    )
    .doc("Whether one is true: `|`."),
    method(
        "xor(Boolean other): Boolean",
        &native(|a: bool, b: Option<bool>| a ^ b.unwrap_or(false)),
    )
    .doc("Whether just one is true: `^`."),
    method(
        "implies(Boolean other): Boolean",
        &native(|a: bool, b: Option<bool>| !a | b.unwrap_or(false)),
    )
    .doc("Whether the other is true, or this one false."),
    method("asBoolean(): boolean", &native(|b: bool| b)),
    method("toBoolean(): Boolean", &native(|b: bool| b)),
];

fn parse(text: Option<&Str>) -> bool {
    text.is_some_and(|t| case::equal_ignoring_case(t, &Str::new("true")))
}

fn hash(value: bool) -> i32 {
    if value { 1231 } else { 1237 }
}

fn compare(a: bool, b: bool) -> i32 {
    i32::from(a) - i32::from(b)
}

fn property(vm: &mut Vm, name: &Value) -> Res<bool> {
    let system = Value::class(super::system::CLASS.id());
    let text = vm.call_method(&system, "getProperty", std::slice::from_ref(name))?;
    Ok(matches!(text, Value::Str(text) if parse(Some(&text))))
}
