//! A folder of scripts as a connector: what is found under the usual names is the configuration.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{
    Configuration, ConnectorKind, OperationTimeouts, Provisioner, ProvisionerError, ResultsHandler, connector_ref,
};

/// The usual name of each script, without `Script.groovy`, and the property that it sets.
const SCRIPTS: [(&str, &str); 11] = [
    ("Authenticate", "authenticateScriptFileName"),
    ("Create", "createScriptFileName"),
    ("Customizer", "customizerScriptFileName"),
    ("Delete", "deleteScriptFileName"),
    ("ResolveUsername", "resolveUsernameScriptFileName"),
    ("Schema", "schemaScriptFileName"),
    ("ScriptOnResource", "scriptOnResourceScriptFileName"),
    ("Search", "searchScriptFileName"),
    ("Sync", "syncScriptFileName"),
    ("Test", "testScriptFileName"),
    ("Update", "updateScriptFileName"),
];

pub(super) fn open(folder: &Path) -> Result<Provisioner, ProvisionerError> {
    let unreadable = |cause| ProvisionerError::Unreadable {
        path: folder.to_owned(),
        cause,
    };
    let absolute = folder.canonicalize().map_err(unreadable)?;
    std::fs::read_dir(folder).map_err(unreadable)?;
    let mut configuration = Configuration::default();
    let root = folder.to_string_lossy().into_owned();
    configuration.set("scriptRoots", &Value::String(root))?;
    for (name, property) in SCRIPTS {
        let found = [format!("{name}Script.groovy"), format!("{name}.groovy")]
            .into_iter()
            .find(|file| folder.join(file).is_file());
        if let Some(file) = found {
            configuration.set(property, &Value::String(file))?;
        }
    }
    Ok(Provisioner {
        name: absolute
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default(),
        enabled: true,
        connector_ref: connector_ref::of_a_folder(),
        kind: ConnectorKind::Scripted,
        configuration,
        // The script is the authority on what matches: the framework's own filter would undo a
        // match that ignores case.
        results_handler: ResultsHandler {
            filtered: false,
            ..ResultsHandler::default()
        },
        operation_timeouts: OperationTimeouts::default(),
        object_types: None,
        // The root is the folder as it was given, from where the process stands.
        folder: PathBuf::new(),
    })
}
