//! `NameUtil`: names of attributes and object classes.

use super::names;
use rovy_interp::registry::{Class, class, function, unbound};
use rovy_interp::value::Str;

/// `org.identityconnectors.framework.common.objects.NameUtil`.
pub static CLASS: Class = class("org.identityconnectors.framework.common.objects.NameUtil")
    .doc("Names of attributes and object classes.")
    .members(&[
        function(
            "createSpecialName(String name): String",
            &unbound(names::create_special),
        )
        .doc("The name between double underscores."),
        function(
            "isSpecialName(String name): boolean",
            &unbound(|name: &Str| names::is_special(&name.text())),
        )
        .doc("Whether double underscores stand around it."),
        function("namesEqual(String a, String b): boolean", &unbound(names::same))
            .doc("Whether two names are the same, ignoring case."),
        function("nameHashCode(String name): int", &unbound(names::hash)).doc("The same for names that are."),
    ]);
