//! The connector reference: which connector of which bundle a configuration is for.

use serde_json::{Map, Value, json};

use super::ProvisionerError;

/// The connectors of the Groovy toolkit that can be run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConnectorKind {
    /// `ScriptedConnector`: every operation is a script, a connector is made for each call.
    Scripted,
    /// `ScriptedPoolableConnector`: the same with connectors that stay, and the schema as a binding.
    Poolable,
}

impl ConnectorKind {
    pub(super) const ALL: [Self; 2] = [Self::Scripted, Self::Poolable];

    /// The connector's Java class.
    pub fn class_name(self) -> &'static str {
        match self {
            Self::Scripted => "org.forgerock.openicf.connectors.groovy.ScriptedConnector",
            Self::Poolable => "org.forgerock.openicf.connectors.groovy.ScriptedPoolableConnector",
        }
    }

    /// The name that the test action shows.
    pub fn display_name(self) -> &'static str {
        match self {
            Self::Scripted => "Scripted Groovy Connector",
            Self::Poolable => "Scripted Poolable Groovy Connector",
        }
    }

    /// The connector of a class name.
    pub fn named(class_name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.class_name() == class_name)
    }
}

/// The reference of a connector that is only a folder of scripts.
pub(super) fn of_a_folder() -> Map<String, Value> {
    let reference = json!({
        "connectorHostRef": "#LOCAL",
        "bundleVersion": "1.5.20.15",
        "bundleName": "org.forgerock.openicf.connectors.groovy-connector",
        "connectorName": ConnectorKind::Scripted.class_name(),
    });
    match reference {
        Value::Object(reference) => reference,
        _ => Map::new(),
    }
}

/// Reads `connectorRef` of a provisioner file.
pub(super) fn read(value: Option<&Value>) -> Result<(Map<String, Value>, ConnectorKind), ProvisionerError> {
    let Some(value) = value else {
        return Err(ProvisionerError::Missing {
            key: "connectorRef".to_owned(),
            expected: "an object with the key connectorName",
        });
    };
    let Value::Object(reference) = value else {
        return Err(ProvisionerError::wrong_type("connectorRef", "an object", value));
    };
    match reference.get("connectorName") {
        Some(Value::String(name)) => match ConnectorKind::named(name) {
            Some(kind) => Ok((reference.clone(), kind)),
            None => Err(ProvisionerError::UnknownConnector { name: name.clone() }),
        },
        Some(other) => Err(ProvisionerError::wrong_type(
            "connectorRef.connectorName",
            "text",
            other,
        )),
        None => Err(ProvisionerError::Missing {
            key: "connectorRef.connectorName".to_owned(),
            expected: "the connector's class name",
        }),
    }
}
