//! The words inside a sync script's `handler { … }` and `ICF.delta { … }`: one change.

use super::connector_object_delegate;
use crate::icf::attribute::Attribute;
use crate::icf::sync::{self, DELTA_TYPE, SyncDeltaBuilder, SyncToken};
use rovy_interp::jdk::groovy::lang::GROOVY_OBJECT;
use rovy_interp::jdk::lang::enumeration;
use rovy_interp::registry::{Class, class, method, native};
use rovy_interp::value::{Closure, Host, Str, Value};
use rovy_interp::{Res, Vm};
use std::rc::Rc;

/// `org.forgerock.openicf.misc.scriptedcommon.SyncDeltaDelegate`: every method of the delta builder, and the words.
pub static CLASS: Class = class("org.forgerock.openicf.misc.scriptedcommon.SyncDeltaDelegate")
    .doc("The words of a change.")
    .extends(&sync::BUILDER)
    .abstract_class()
    .implements(&[&GROOVY_OBJECT])
    .members(&[
        method("getBuilder(): SyncDeltaBuilder", &native(Value::clone)),
        method("syncToken(Object token): void", &native(sync_token)).doc("How far this change brings the caller."),
        method("CREATE(): void", &native(|b: &SyncDeltaBuilder| set_type(b, "CREATE"))),
        method("UPDATE(): void", &native(|b: &SyncDeltaBuilder| set_type(b, "UPDATE"))),
        method(
            "CREATE_OR_UPDATE(): void",
            &native(|b: &SyncDeltaBuilder| set_type(b, "CREATE_OR_UPDATE")),
        ),
        method("DELETE(): void", &native(|b: &SyncDeltaBuilder| set_type(b, "DELETE"))),
        method("DELETE(String uid): void", &native(delete_text)).doc("The object of this uid is gone."),
        method("DELETE(Uid uid): void", &native(delete)),
        method("object(Closure words): void", &native(object_words)).doc("The object as it is now."),
        method(
            "object(ConnectorObject object): void",
            &native(|this: &Value, object: &Value| sync::set_object(this, object).done()),
        ),
        method("previousUid(String uid): void", &native(previous_text)).doc("The uid that the object had before."),
        method(
            "previousUid(Uid uid): void",
            &native(|b: &SyncDeltaBuilder, uid: &Value| b.set_previous_uid(uid.clone())),
        ),
    ]);

/// `ICF.delta(words)`: the change that the words describe.
pub fn build(vm: &mut Vm, words: &Rc<Closure>) -> Res {
    let delegate = Value::Host(Host::of(&CLASS, SyncDeltaBuilder::default()));
    super::run(vm, words, &delegate)?;
    match delegate.as_host::<SyncDeltaBuilder>() {
        Some(builder) => sync::build(vm, builder).map(Value::host),
        None => Ok(Value::Null),
    }
}

fn set_type(b: &SyncDeltaBuilder, name: &str) {
    b.set_delta_type(enumeration::constant(&DELTA_TYPE, name));
}

fn sync_token(vm: &mut Vm, b: &SyncDeltaBuilder, token: &Value) -> Res<()> {
    let token = match token.as_host::<SyncToken>() {
        Some(_) => token.clone(),
        None => Value::host(sync::new_token(vm, token)?),
    };
    b.set_token(token);
    Ok(())
}

fn delete_text(vm: &mut Vm, b: &SyncDeltaBuilder, uid: Option<&Rc<Str>>) -> Res<()> {
    let uid = Attribute::uid(vm, uid, None)?;
    delete(b, &uid);
    Ok(())
}

fn delete(b: &SyncDeltaBuilder, uid: &Value) {
    set_type(b, "DELETE");
    b.set_uid(uid.clone());
}

fn object_words(vm: &mut Vm, this: &Value, words: &Rc<Closure>) -> Res<()> {
    let object = connector_object_delegate::build(vm, words)?;
    sync::set_object(this, &object).done();
    Ok(())
}

fn previous_text(vm: &mut Vm, b: &SyncDeltaBuilder, uid: Option<&Rc<Str>>) -> Res<()> {
    b.set_previous_uid(Attribute::uid(vm, uid, None)?);
    Ok(())
}
