//! The words inside a sync script's `handler { … }` and `ICF.delta { … }`: one change.

use super::connector_object_delegate;
use crate::icf::attribute::Attribute;
use crate::icf::sync::{self, DELTA_TYPE, SyncDeltaBuilder, SyncToken};
use rovy_interp::jdk::groovy::lang::GROOVY_OBJECT;
use rovy_interp::jdk::lang::enumeration;
use rovy_interp::registry::{Class, class, method, native};
use rovy_interp::value::{Closure, HostType, Str, Value};
use rovy_interp::{Res, Vm};
use std::rc::Rc;

/// A change in the making: the words, and behind `builder` all else.
pub struct SyncDeltaDelegate {
    builder: Value,
}

impl HostType for SyncDeltaDelegate {
    const NAME: &'static str = "org.forgerock.openicf.misc.scriptedcommon.SyncDeltaDelegate";
    fn class() -> &'static Class {
        &CLASS
    }
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.builder);
    }
}

impl SyncDeltaDelegate {
    fn change(&self, change: impl FnOnce(&SyncDeltaBuilder)) {
        if let Some(builder) = self.builder.as_host::<SyncDeltaBuilder>() {
            change(builder);
        }
    }

    fn set_type(&self, name: &str) {
        self.change(|b| b.set_delta_type(enumeration::constant(&DELTA_TYPE, name)));
    }
}

/// `org.forgerock.openicf.misc.scriptedcommon.SyncDeltaDelegate`.
pub static CLASS: Class = class(SyncDeltaDelegate::NAME)
    .doc("The words of a change.")
    .abstract_class()
    .implements(&[&GROOVY_OBJECT])
    .members(&[
        method(
            "getBuilder(): SyncDeltaBuilder",
            &native(|d: &SyncDeltaDelegate| d.builder.clone()),
        ),
        method(
            "setDeltaType(SyncDeltaType type): void",
            &native(|d: &SyncDeltaDelegate, to: &Value| d.change(|b| b.set_delta_type(to.clone()))),
        ),
        method("syncToken(Object token): void", &native(sync_token)).doc("How far this change brings the caller."),
        method("CREATE(): void", &native(|d: &SyncDeltaDelegate| d.set_type("CREATE"))),
        method("UPDATE(): void", &native(|d: &SyncDeltaDelegate| d.set_type("UPDATE"))),
        method(
            "CREATE_OR_UPDATE(): void",
            &native(|d: &SyncDeltaDelegate| d.set_type("CREATE_OR_UPDATE")),
        ),
        method("DELETE(): void", &native(|d: &SyncDeltaDelegate| d.set_type("DELETE"))),
        method("DELETE(String uid): void", &native(delete_text)).doc("The object of this uid is gone."),
        method("DELETE(Uid uid): void", &native(delete)),
        method("object(Closure words): void", &native(object_words)).doc("The object as it is now."),
        method(
            "object(ConnectorObject object): void",
            &native(|d: &SyncDeltaDelegate, object: &Value| sync::set_object(&d.builder, object).done()),
        ),
        method("previousUid(String uid): void", &native(previous_text)).doc("The uid that the object had before."),
        method(
            "previousUid(Uid uid): void",
            &native(|d: &SyncDeltaDelegate, uid: &Value| d.change(|b| b.set_previous_uid(uid.clone()))),
        ),
    ]);

/// `ICF.delta(words)`: the change that the words describe.
pub fn build(vm: &mut Vm, words: &Rc<Closure>) -> Res {
    let builder = Value::host(SyncDeltaBuilder::default());
    let delegate = Value::host(SyncDeltaDelegate {
        builder: builder.clone(),
    });
    super::run(vm, words, &delegate)?;
    match builder.as_host::<SyncDeltaBuilder>() {
        Some(builder) => sync::build(vm, builder).map(Value::host),
        None => Ok(Value::Null),
    }
}

fn sync_token(vm: &mut Vm, d: &SyncDeltaDelegate, token: &Value) -> Res<()> {
    let token = match token.as_host::<SyncToken>() {
        Some(_) => token.clone(),
        None => Value::host(sync::new_token(vm, token)?),
    };
    d.change(|b| b.set_token(token));
    Ok(())
}

fn delete_text(vm: &mut Vm, d: &SyncDeltaDelegate, uid: Option<&Rc<Str>>) -> Res<()> {
    let uid = Attribute::uid(vm, uid, None)?;
    delete(d, &uid);
    Ok(())
}

fn delete(d: &SyncDeltaDelegate, uid: &Value) {
    d.set_type("DELETE");
    d.change(|b| b.set_uid(uid.clone()));
}

fn object_words(vm: &mut Vm, d: &SyncDeltaDelegate, words: &Rc<Closure>) -> Res<()> {
    let object = connector_object_delegate::build(vm, words)?;
    sync::set_object(&d.builder, &object).done();
    Ok(())
}

fn previous_text(vm: &mut Vm, d: &SyncDeltaDelegate, uid: Option<&Rc<Str>>) -> Res<()> {
    let uid = Attribute::uid(vm, uid, None)?;
    d.change(|b| b.set_previous_uid(uid));
    Ok(())
}
