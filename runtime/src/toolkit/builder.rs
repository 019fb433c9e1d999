//! `ICFObjectBuilder`, in scripts also `ICF`: objects, changes and schemas from closures of words.

use super::{connector_object_delegate, schema_delegate, sync_delta_delegate};
use rovy_interp::registry::{Class, class, constructor, function, method, native, unbound};
use rovy_interp::value::{Closure, HostType, Value};
use rovy_interp::{Res, Vm};
use std::rc::Rc;

/// What `builder` is bound to in a schema script.
pub struct IcfObjectBuilder;

impl HostType for IcfObjectBuilder {
    const NAME: &'static str = "org.forgerock.openicf.misc.scriptedcommon.ICFObjectBuilder";
    fn class() -> &'static Class {
        &CLASS
    }
}

/// `org.forgerock.openicf.misc.scriptedcommon.ICFObjectBuilder`.
pub static CLASS: Class = class(IcfObjectBuilder::NAME)
    .doc("Makes objects, changes and schemas from closures of words.")
    .aliases(&["org.forgerock.openicf.connectors.groovy.ICFObjectBuilder"])
    .members(&[
        constructor(
            "ICFObjectBuilder(Class connectorClass)",
            &unbound(|_connector: &Value| IcfObjectBuilder),
        ),
        function(
            "co(Closure words): ConnectorObject",
            &unbound(connector_object_delegate::build),
        )
        .doc("An object."),
        function("delta(Closure words): SyncDelta", &unbound(sync_delta_delegate::build)).doc("A change."),
        method("schema(Closure words): Schema", &native(schema)).doc("A schema."),
    ]);

fn schema(vm: &mut Vm, _this: &IcfObjectBuilder, words: &Rc<Closure>) -> Res {
    schema_delegate::build(vm, words)
}
