//! `OperationType`: which operation a script runs for.

use rovy_interp::Value;
use rovy_interp::enumeration;
use rovy_interp::jdk::lang::enumeration;

enumeration! {
    /// `org.forgerock.openicf.misc.scriptedcommon.OperationType`.
    CLASS "org.forgerock.openicf.misc.scriptedcommon.OperationType" {
        "AUTHENTICATE" "CREATE" "DELETE" "GET_LATEST_SYNC_TOKEN" "RESOLVE_USERNAME" "SCHEMA" "SEARCH" "SYNC" "TEST"
        "RUNSCRIPTONCONNECTOR" "RUNSCRIPTONRESOURCE" "UPDATE" "ADD_ATTRIBUTE_VALUES" "REMOVE_ATTRIBUTE_VALUES"
    } aliases &["org.forgerock.openicf.connectors.groovy.OperationType"]
}

/// A constant by name.
pub fn named(name: &str) -> Value {
    enumeration::constant(&CLASS, name)
}
