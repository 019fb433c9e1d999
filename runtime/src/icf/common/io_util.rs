//! `IOUtil`, as far as scripts use it.

use rovy_interp::registry::{Class, class, function, unbound};
use rovy_interp::value::Value;
use rovy_interp::{Res, Vm};

/// `org.identityconnectors.common.IOUtil`.
pub static CLASS: Class = class("org.identityconnectors.common.IOUtil").members(&[
    function("quietClose(Object stream): void", &unbound(quiet_close)).doc("Closes, and says nothing of errors."),
    function(
        "readerToString(Object reader): String",
        &unbound(|vm: &mut Vm, reader: &Value| vm.get_property(reader, "text")),
    )
    .doc("All that a reader still has to say."),
]);

fn quiet_close(vm: &mut Vm, stream: &Value) -> Res<()> {
    if stream.is_null() {
        return Ok(());
    }
    match vm.call_method(stream, "close", &[]) {
        Ok(_) => Ok(()),
        Err(thrown) => vm.catch(thrown).map(Value::done),
    }
}
