//! Attributes with a meaning of their own: `OperationalAttributes`, `PredefinedAttributes`, and the infos of both.

use super::attribute::Attribute;
use super::attribute_info::{AttributeInfo, Flags};
use super::{guarded, names, read_only};
use rovy_interp::registry::{Class, ClassId, class, constant, function, unbound};
use rovy_interp::value::{Set, Value};
use rovy_interp::{Res, Vm};
use std::rc::Rc;

/// `org.identityconnectors.framework.common.objects.OperationalAttributes`.
pub static OPERATIONAL: Class =
    class("org.identityconnectors.framework.common.objects.OperationalAttributes").members(&[
        constant("ENABLE_NAME: String", &unbound(|| "__ENABLE__")),
        constant("ENABLE_DATE_NAME: String", &unbound(|| "__ENABLE_DATE__")),
        constant("DISABLE_DATE_NAME: String", &unbound(|| "__DISABLE_DATE__")),
        constant("LOCK_OUT_NAME: String", &unbound(|| "__LOCK_OUT__")),
        constant(
            "PASSWORD_EXPIRATION_DATE_NAME: String",
            &unbound(|| "__PASSWORD_EXPIRATION_DATE__"),
        ),
        constant("PASSWORD_EXPIRED_NAME: String", &unbound(|| "__PASSWORD_EXPIRED__")),
        constant("PASSWORD_NAME: String", &unbound(|| names::PASSWORD)),
        constant("CURRENT_PASSWORD_NAME: String", &unbound(|| names::CURRENT_PASSWORD)),
        constant("OPERATIONAL_ATTRIBUTE_NAMES: Set", &unbound(operational_names)),
        function("getOperationalAttributeNames(): Set", &unbound(operational_names)),
        function(
            "isOperationalAttribute(Attribute attribute): boolean",
            &unbound(|a: &Attribute| OPERATIONAL_NAMES.contains(&&*a.name.text())),
        ),
    ]);

const OPERATIONAL_NAMES: [&str; 8] = [
    "__ENABLE__",
    "__ENABLE_DATE__",
    "__DISABLE_DATE__",
    "__LOCK_OUT__",
    "__PASSWORD_EXPIRATION_DATE__",
    "__PASSWORD_EXPIRED__",
    names::PASSWORD,
    names::CURRENT_PASSWORD,
];

fn operational_names(vm: &mut Vm) -> Res<Rc<Set>> {
    read_only::set(vm, &OPERATIONAL_NAMES.map(Value::str))
}

/// `org.identityconnectors.framework.common.objects.OperationalAttributeInfos`.
pub static OPERATIONAL_INFOS: Class =
    class("org.identityconnectors.framework.common.objects.OperationalAttributeInfos").members(&[
        constant(
            "ENABLE: AttributeInfo",
            &unbound(|| plain("__ENABLE__", ClassId::PRIMITIVE_BOOLEAN)),
        ),
        constant(
            "ENABLE_DATE: AttributeInfo",
            &unbound(|| plain("__ENABLE_DATE__", ClassId::PRIMITIVE_LONG)),
        ),
        constant(
            "DISABLE_DATE: AttributeInfo",
            &unbound(|| plain("__DISABLE_DATE__", ClassId::PRIMITIVE_LONG)),
        ),
        constant(
            "LOCK_OUT: AttributeInfo",
            &unbound(|| plain("__LOCK_OUT__", ClassId::PRIMITIVE_BOOLEAN)),
        ),
        constant(
            "PASSWORD_EXPIRATION_DATE: AttributeInfo",
            &unbound(|| plain("__PASSWORD_EXPIRATION_DATE__", ClassId::PRIMITIVE_LONG)),
        ),
        constant(
            "PASSWORD_EXPIRED: AttributeInfo",
            &unbound(|| plain("__PASSWORD_EXPIRED__", ClassId::PRIMITIVE_BOOLEAN)),
        ),
        constant("PASSWORD: AttributeInfo", &unbound(|| secret(names::PASSWORD))),
        constant(
            "CURRENT_PASSWORD: AttributeInfo",
            &unbound(|| secret(names::CURRENT_PASSWORD)),
        ),
    ]);

/// `org.identityconnectors.framework.common.objects.PredefinedAttributes`.
pub static PREDEFINED: Class =
    class("org.identityconnectors.framework.common.objects.PredefinedAttributes").members(&[
        constant("SHORT_NAME: String", &unbound(|| "__SHORT_NAME__")),
        constant("DESCRIPTION: String", &unbound(|| "__DESCRIPTION__")),
        constant(
            "LAST_PASSWORD_CHANGE_DATE_NAME: String",
            &unbound(|| "__LAST_PASSWORD_CHANGE_DATE__"),
        ),
        constant(
            "PASSWORD_CHANGE_INTERVAL_NAME: String",
            &unbound(|| "__PASSWORD_CHANGE_INTERVAL__"),
        ),
        constant("LAST_LOGIN_DATE_NAME: String", &unbound(|| "__LAST_LOGIN_DATE__")),
        constant("GROUPS_NAME: String", &unbound(|| "__GROUPS__")),
    ]);

/// `org.identityconnectors.framework.common.objects.PredefinedAttributeInfos`.
pub static PREDEFINED_INFOS: Class = class("org.identityconnectors.framework.common.objects.PredefinedAttributeInfos")
    .members(&[
        constant(
            "SHORT_NAME: AttributeInfo",
            &unbound(|| plain("__SHORT_NAME__", ClassId::STRING)),
        ),
        constant(
            "DESCRIPTION: AttributeInfo",
            &unbound(|| plain("__DESCRIPTION__", ClassId::STRING)),
        ),
        constant(
            "LAST_PASSWORD_CHANGE_DATE: AttributeInfo",
            &unbound(|| read_only_date("__LAST_PASSWORD_CHANGE_DATE__")),
        ),
        constant(
            "PASSWORD_CHANGE_INTERVAL: AttributeInfo",
            &unbound(|| plain("__PASSWORD_CHANGE_INTERVAL__", ClassId::PRIMITIVE_LONG)),
        ),
        constant(
            "LAST_LOGIN_DATE: AttributeInfo",
            &unbound(|| read_only_date("__LAST_LOGIN_DATE__")),
        ),
        constant("GROUPS: AttributeInfo", &unbound(groups)),
    ]);

fn plain(name: &str, java_type: ClassId) -> AttributeInfo {
    AttributeInfo::known(name, java_type, Flags::default())
}

fn read_only_date(name: &str) -> AttributeInfo {
    let flags = Flags::NOT_CREATABLE.with(Flags::NOT_UPDATEABLE, true);
    AttributeInfo::known(name, ClassId::PRIMITIVE_LONG, flags)
}

fn secret(name: &str) -> AttributeInfo {
    let flags = Flags::NOT_READABLE.with(Flags::NOT_RETURNED_BY_DEFAULT, true);
    AttributeInfo::known(name, guarded::STRING.id(), flags)
}

fn groups() -> AttributeInfo {
    let flags = Flags::MULTIVALUED.with(Flags::NOT_RETURNED_BY_DEFAULT, true);
    AttributeInfo::known("__GROUPS__", ClassId::STRING, flags)
}

/// The attributes that the framework sets and never adds to or takes from.
pub fn is_operational(name: &str) -> bool {
    name == names::NAME || OPERATIONAL_NAMES.contains(&name)
}
