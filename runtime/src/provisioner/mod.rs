//! What configures a connector: a provisioner file (`provisioner.openicf-NAME.json`), or a folder of scripts
//! that stands for one.
//!
//! This part reads and checks the configuration; it runs nothing. Of a file it takes the name, the connector
//! reference, the configuration properties, the settings of the result handlers, the times of operations and the
//! object types; other keys are accepted and left alone.

mod configuration;
mod connector_ref;
mod error;
mod file;
mod folder;
mod native_type;
mod object_type;
mod operation_timeout;
mod results_handler;
mod substitution;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use indexmap::IndexMap;
use serde_json::{Map, Value};

pub use configuration::{Configuration, PropertyValue};
pub use connector_ref::ConnectorKind;
pub use error::ProvisionerError;
pub use native_type::NativeType;
pub use object_type::{Flag, Items, JsonType, ObjectType, Property};
pub use operation_timeout::OperationTimeouts;
pub use results_handler::ResultsHandler;

/// A connector's configuration, as IDM holds it under `config/provisioner.openicf/NAME`.
#[derive(Debug, Clone)]
pub struct Provisioner {
    /// The system name in request paths.
    pub name: String,
    /// Whether the system is switched on; only the test action's answer shows it.
    pub enabled: bool,
    /// The connector reference, whole and as it was written.
    pub connector_ref: Map<String, Value>,
    /// What kind of connector the reference names.
    pub kind: ConnectorKind,
    /// The configuration properties.
    pub configuration: Configuration,
    /// Which result handlers the framework puts behind a search.
    pub results_handler: ResultsHandler,
    /// How long each operation may take.
    pub operation_timeouts: OperationTimeouts,
    /// The object types that REST calls see; without them the connector's schema decides.
    pub object_types: Option<IndexMap<String, ObjectType>>,
    /// The folder that relative script roots start from.
    pub folder: PathBuf,
}

impl Provisioner {
    /// Reads a provisioner file, or takes a folder of scripts for a connector. `system_property` answers the
    /// `&{name}` references of a file.
    pub fn open(path: &Path, system_property: &dyn Fn(&str) -> Option<String>) -> Result<Self, ProvisionerError> {
        if path.is_dir() {
            folder::open(path)
        } else {
            file::open(path, system_property)
        }
    }
}
