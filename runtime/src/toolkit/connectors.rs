//! The connectors' own classes: scripts can name them, not make them.

use rovy_interp::registry::{Class, class};

/// `org.forgerock.openicf.connectors.groovy.ScriptedConnector`.
pub static SCRIPTED: Class = class("org.forgerock.openicf.connectors.groovy.ScriptedConnector")
    .doc("A connector whose operations are scripts.")
    .abstract_class();

/// `org.forgerock.openicf.connectors.groovy.ScriptedPoolableConnector`.
pub static POOLABLE: Class = class("org.forgerock.openicf.connectors.groovy.ScriptedPoolableConnector")
    .doc("A connector whose operations are scripts, kept in a pool.")
    .abstract_class();
