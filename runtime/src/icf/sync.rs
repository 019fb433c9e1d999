//! `SyncToken`, `SyncDelta` with its type, and `SyncDeltaBuilder`: what synchronisation hands on.

use super::connector_object::ConnectorObject;
use super::object_class::ObjectClass;
use super::{names, values};
use rovy_interp::jdk::lang::enumeration::Constant;
use rovy_interp::registry::{Class, class, constructor, method, native, unbound};
use rovy_interp::value::{HostType, Value};
use rovy_interp::{Res, Vm, enumeration};
use std::cell::RefCell;

/// How far a caller has come.
pub struct SyncToken {
    /// A value of a type that attributes may have.
    pub value: Value,
}

impl HostType for SyncToken {
    const NAME: &'static str = "org.identityconnectors.framework.common.objects.SyncToken";
    fn class() -> &'static Class {
        &TOKEN
    }
}

/// `org.identityconnectors.framework.common.objects.SyncToken`.
pub static TOKEN: Class = class(SyncToken::NAME).doc("How far a caller has come.").members(&[
    constructor("SyncToken(Object value)", &unbound(new_token)),
    method("getValue(): Object", &native(|t: &SyncToken| t.value.clone())),
    method("equals(Object other): boolean", &native(equal_tokens)),
    method(
        "hashCode(): int",
        &native(|vm: &mut Vm, t: &SyncToken| vm.hash(&t.value).map(|h| h as i32)),
    ),
    method(
        "toString(): String",
        &native(|vm: &mut Vm, t: &SyncToken| Ok(format!("SyncToken: {}", values::java_text(vm, &t.value)?))),
    ),
]);

/// `new SyncToken(value)`.
pub fn new_token(vm: &mut Vm, value: &Value) -> Res<SyncToken> {
    values::null_check(vm, value, "value")?;
    if !values::is_supported(value) {
        let class = values::class_name(vm, value);
        return Err(vm.illegal_argument(format!("Attribute type 'class {class}' is not supported.")));
    }
    Ok(SyncToken { value: value.clone() })
}

fn equal_tokens(vm: &mut Vm, t: &SyncToken, other: &Value) -> Res<bool> {
    match other.as_host::<SyncToken>() {
        Some(other) => values::equal(vm, &t.value, &other.value),
        None => Ok(false),
    }
}

enumeration! {
    /// `SyncDeltaType`.
    DELTA_TYPE "org.identityconnectors.framework.common.objects.SyncDeltaType" { "CREATE_OR_UPDATE" "DELETE" "CREATE" "UPDATE" }
}

/// One change.
pub struct SyncDelta {
    /// A [`SyncToken`].
    pub token: Value,
    /// A [`DELTA_TYPE`] constant.
    pub delta_type: Value,
    /// The object's Uid.
    pub uid: Value,
    /// The Uid that the object had before, or null.
    pub previous_uid: Value,
    /// The object's class, or null.
    pub object_class: Value,
    /// The object, or null for a deletion.
    pub object: Value,
}

impl HostType for SyncDelta {
    const NAME: &'static str = "org.identityconnectors.framework.common.objects.SyncDelta";
    fn class() -> &'static Class {
        &DELTA
    }
}

impl SyncDelta {
    /// The delta type's name.
    pub fn type_name(&self) -> String {
        self.delta_type
            .as_host::<Constant>()
            .map(|c| c.name.to_string())
            .unwrap_or_default()
    }
}

/// `org.identityconnectors.framework.common.objects.SyncDelta`.
pub static DELTA: Class = class(SyncDelta::NAME).doc("One change on the resource.").members(&[
    method("getToken(): SyncToken", &native(|d: &SyncDelta| d.token.clone())),
    method(
        "getDeltaType(): SyncDeltaType",
        &native(|d: &SyncDelta| d.delta_type.clone()),
    ),
    method("getUid(): Uid", &native(|d: &SyncDelta| d.uid.clone())),
    method("getPreviousUid(): Uid", &native(|d: &SyncDelta| d.previous_uid.clone())),
    method(
        "getObjectClass(): ObjectClass",
        &native(|d: &SyncDelta| d.object_class.clone()),
    ),
    method(
        "getObject(): ConnectorObject",
        &native(|d: &SyncDelta| d.object.clone()),
    ),
    method("equals(Object other): boolean", &native(equal_deltas)),
    method(
        "hashCode(): int",
        &native(|vm: &mut Vm, d: &SyncDelta| vm.hash(&d.uid).map(|h| h as i32)),
    ),
    method("toString(): String", &native(delta_text)),
]);

/// What equality and text see, in the order of the HashMap that Java prints.
fn parts(d: &SyncDelta) -> [(&'static str, &Value); 6] {
    [
        ("Uid", &d.uid),
        ("ObjectClass", &d.object_class),
        ("DeltaType", &d.delta_type),
        ("Token", &d.token),
        ("Object", &d.object),
        ("PreviousUid", &d.previous_uid),
    ]
}

fn equal_deltas(vm: &mut Vm, d: &SyncDelta, other: &Value) -> Res<bool> {
    let Some(other) = other.as_host::<SyncDelta>() else {
        return Ok(false);
    };
    for ((_, a), (_, b)) in parts(d).into_iter().zip(parts(other)) {
        if !vm.java_equals(a, b)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn delta_text(vm: &mut Vm, d: &SyncDelta) -> Res<String> {
    let mut texts = Vec::new();
    for (name, value) in parts(d) {
        texts.push(format!("{name}={}", values::java_text(vm, value)?));
    }
    Ok(format!("{{{}}}", texts.join(", ")))
}

/// A change in the making.
#[derive(Default)]
pub struct SyncDeltaBuilder {
    token: RefCell<Value>,
    delta_type: RefCell<Value>,
    uid: RefCell<Value>,
    previous_uid: RefCell<Value>,
    object_class: RefCell<Value>,
    object: RefCell<Value>,
}

impl HostType for SyncDeltaBuilder {
    const NAME: &'static str = "org.identityconnectors.framework.common.objects.SyncDeltaBuilder";
    fn class() -> &'static Class {
        &BUILDER
    }
}

/// `org.identityconnectors.framework.common.objects.SyncDeltaBuilder`.
pub static BUILDER: Class = class(SyncDeltaBuilder::NAME).doc("Makes changes.").members(&[
    constructor("SyncDeltaBuilder()", &unbound(SyncDeltaBuilder::default)),
    constructor("SyncDeltaBuilder(SyncDelta delta)", &unbound(copy)),
    method(
        "getToken(): SyncToken",
        &native(|b: &SyncDeltaBuilder| b.token.borrow().clone()),
    ),
    method(
        "setToken(SyncToken token): SyncDeltaBuilder",
        &native(|this: &Value, to: &Value| set(this, to, |b| &b.token)),
    ),
    method(
        "getDeltaType(): SyncDeltaType",
        &native(|b: &SyncDeltaBuilder| b.delta_type.borrow().clone()),
    ),
    method(
        "setDeltaType(SyncDeltaType type): SyncDeltaBuilder",
        &native(|this: &Value, to: &Value| set(this, to, |b| &b.delta_type)),
    ),
    method("getUid(): Uid", &native(|b: &SyncDeltaBuilder| b.uid.borrow().clone())),
    method(
        "setUid(Uid uid): SyncDeltaBuilder",
        &native(|this: &Value, to: &Value| set(this, to, |b| &b.uid)),
    ),
    method(
        "getPreviousUid(): Uid",
        &native(|b: &SyncDeltaBuilder| b.previous_uid.borrow().clone()),
    ),
    method(
        "setPreviousUid(Uid uid): SyncDeltaBuilder",
        &native(|this: &Value, to: &Value| set(this, to, |b| &b.previous_uid)),
    ),
    method(
        "getObjectClass(): ObjectClass",
        &native(|b: &SyncDeltaBuilder| b.object_class.borrow().clone()),
    ),
    method(
        "setObjectClass(ObjectClass type): SyncDeltaBuilder",
        &native(|this: &Value, to: &Value| set(this, to, |b| &b.object_class)),
    ),
    method(
        "getObject(): ConnectorObject",
        &native(|b: &SyncDeltaBuilder| b.object.borrow().clone()),
    ),
    method(
        "setObject(ConnectorObject object): SyncDeltaBuilder",
        &native(set_object),
    )
    .doc("The object; its Uid and class become the delta's."),
    method("build(): SyncDelta", &native(build)),
]);

fn copy(d: &SyncDelta) -> SyncDeltaBuilder {
    let cell = |v: &Value| RefCell::new(v.clone());
    SyncDeltaBuilder {
        token: cell(&d.token),
        delta_type: cell(&d.delta_type),
        uid: cell(&d.uid),
        previous_uid: cell(&d.previous_uid),
        object_class: cell(&d.object_class),
        object: cell(&d.object),
    }
}

fn set(this: &Value, to: &Value, field: fn(&SyncDeltaBuilder) -> &RefCell<Value>) -> Value {
    if let Some(builder) = this.as_host::<SyncDeltaBuilder>() {
        let _fallen = field(builder).replace(to.clone());
    }
    this.clone()
}

/// `setObject`.
pub fn set_object(this: &Value, object: &Value) -> Value {
    if let Some(builder) = this.as_host::<SyncDeltaBuilder>() {
        if let Some(object) = object.as_host::<ConnectorObject>() {
            builder.uid.replace(object.uid());
            builder.object_class.replace(object.object_class.clone());
        }
        builder.object.replace(object.clone());
    }
    this.clone()
}

impl SyncDeltaBuilder {
    /// `setUid`.
    pub fn set_uid(&self, uid: Value) {
        self.uid.replace(uid);
    }

    /// `setPreviousUid`.
    pub fn set_previous_uid(&self, uid: Value) {
        self.previous_uid.replace(uid);
    }

    /// `setToken`.
    pub fn set_token(&self, token: Value) {
        self.token.replace(token);
    }

    /// `setDeltaType`.
    pub fn set_delta_type(&self, delta_type: Value) {
        self.delta_type.replace(delta_type);
    }
}

/// `build()`: the delta, after the framework's checks.
pub fn build(vm: &mut Vm, b: &SyncDeltaBuilder) -> Res<SyncDelta> {
    let value = |cell: &RefCell<Value>| cell.borrow().clone();
    let delta = SyncDelta {
        token: value(&b.token),
        delta_type: value(&b.delta_type),
        uid: value(&b.uid),
        previous_uid: value(&b.previous_uid),
        object_class: value(&b.object_class),
        object: value(&b.object),
    };
    values::null_check(vm, &delta.token, "token")?;
    values::null_check(vm, &delta.delta_type, "deltaType")?;
    values::null_check(vm, &delta.uid, "uid")?;
    check_kind(vm, &delta)?;
    if let Some(object) = delta.object.as_host::<ConnectorObject>() {
        if !vm.java_equals(&delta.uid, &object.uid())? {
            return Err(vm.illegal_argument("Uid does not match that of the object."));
        }
        if !same_class(&delta.object_class, &object.object_class) {
            return Err(vm.illegal_argument("ObjectClass does not match that of the object."));
        }
    }
    Ok(delta)
}

fn check_kind(vm: &mut Vm, delta: &SyncDelta) -> Res<()> {
    let kind = delta.type_name();
    if !delta.previous_uid.is_null() && kind != "CREATE_OR_UPDATE" && kind != "UPDATE" {
        return Err(vm.illegal_argument("The previous Uid can only be specified for create_or_update or update."));
    }
    if delta.object.is_null() && kind != "DELETE" {
        return Err(vm.illegal_argument("ConnectorObject must be specified for anything other than delete."));
    }
    Ok(())
}

fn same_class(a: &Value, b: &Value) -> bool {
    match (a.as_host::<ObjectClass>(), b.as_host::<ObjectClass>()) {
        (Some(a), Some(b)) => names::same(&a.value, &b.value),
        _ => a.is_null() && b.is_null(),
    }
}
