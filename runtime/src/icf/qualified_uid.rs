//! `QualifiedUid`: a Uid with the kind of object it is of.

use super::attribute::{Attribute, UID};
use super::{object_class::ObjectClass, values};
use rovy_interp::registry::{Class, class, constructor, method, native, unbound};
use rovy_interp::value::{HostType, Value};
use rovy_interp::{Res, Vm};

/// A Uid with its object class.
pub struct QualifiedUid {
    /// `getObjectClass()`.
    pub object_class: Value,
    /// `getUid()`.
    pub uid: Value,
}

impl HostType for QualifiedUid {
    const NAME: &'static str = "org.identityconnectors.framework.common.objects.QualifiedUid";
    fn class() -> &'static Class {
        &CLASS
    }
}

/// `org.identityconnectors.framework.common.objects.QualifiedUid`.
pub static CLASS: Class = class(QualifiedUid::NAME).members(&[
    constructor("QualifiedUid(ObjectClass objectClass, Uid uid)", &unbound(create)),
    method(
        "getObjectClass(): ObjectClass",
        &native(|q: &QualifiedUid| q.object_class.clone()),
    ),
    method("getUid(): Uid", &native(|q: &QualifiedUid| q.uid.clone())),
    method("equals(Object other): boolean", &native(equals)),
    method(
        "hashCode(): int",
        &native(|vm: &mut Vm, q: &QualifiedUid| vm.hash(&q.uid).map(|h| h as i32)),
    ),
    method("toString(): String", &native(text)),
]);

/// `new QualifiedUid(objectClass, uid)`.
pub fn create(vm: &mut Vm, object_class: &Value, uid: &Value) -> Res<QualifiedUid> {
    values::null_check(vm, object_class, "objectClass")?;
    values::null_check(vm, uid, "uid")?;
    if !vm.is_instance(object_class, super::object_class::CLASS.id()) || !vm.is_instance(uid, UID.id()) {
        return Err(vm.illegal_argument("argument type mismatch"));
    }
    Ok(QualifiedUid {
        object_class: object_class.clone(),
        uid: uid.clone(),
    })
}

fn equals(vm: &mut Vm, q: &QualifiedUid, other: &Value) -> Res<bool> {
    let Some(other) = other.as_host::<QualifiedUid>() else {
        return Ok(false);
    };
    Ok(vm.java_equals(&q.object_class, &other.object_class)? && vm.java_equals(&q.uid, &other.uid)?)
}

fn text(q: &QualifiedUid) -> String {
    let class = q.object_class.as_host::<ObjectClass>().map(|c| c.value.clone());
    let uid = q.uid.as_host::<Attribute>();
    let value = uid.and_then(Attribute::text).map(|t| t.to_string()).unwrap_or_default();
    let revision = uid
        .and_then(|u| u.revision.as_ref())
        .map_or(String::new(), |r| format!(" revision='{r}'"));
    let class = class.map(|c| c.to_string()).unwrap_or_default();
    format!("<QualifiedUid>\n  <ObjectClass type='{class}'/>\n  <Uid uid='{value}'{revision}/>\n</QualifiedUid>\n")
}
