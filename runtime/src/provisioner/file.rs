//! Reading a provisioner file.

use std::path::Path;

use serde_json::{Map, Value};

use super::substitution::substitute;
use super::{
    Configuration, OperationTimeouts, Provisioner, ProvisionerError, ResultsHandler, connector_ref, object_type,
};

pub(super) fn open(
    path: &Path,
    system_property: &dyn Fn(&str) -> Option<String>,
) -> Result<Provisioner, ProvisionerError> {
    let bytes = std::fs::read(path).map_err(|cause| ProvisionerError::Unreadable {
        path: path.to_owned(),
        cause,
    })?;
    let mut json = json(path, &bytes)?;
    substitute(&mut json, system_property);
    let Value::Object(file) = json else {
        return Err(ProvisionerError::WrongType {
            key: path.display().to_string(),
            expected: "an object",
            found: json.to_string(),
        });
    };
    let (connector_ref, kind) = connector_ref::read(file.get("connectorRef"))?;
    Ok(Provisioner {
        name: name(path, &file)?,
        enabled: file.get("enabled") != Some(&Value::Bool(false)),
        connector_ref,
        kind,
        configuration: configuration(file.get("configurationProperties"))?,
        results_handler: ResultsHandler::from_json(file.get("resultsHandlerConfig"))?,
        operation_timeouts: OperationTimeouts::from_json(file.get("operationTimeout"))?,
        object_types: object_type::read(file.get("objectTypes"))?,
        folder: path.parent().unwrap_or(Path::new("")).to_owned(),
    })
}

fn json(path: &Path, bytes: &[u8]) -> Result<Value, ProvisionerError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    serde_json::from_slice(bytes).map_err(|error| {
        let place = format!(" at line {} column {}", error.line(), error.column());
        let message = error.to_string();
        ProvisionerError::Malformed {
            path: path.to_owned(),
            line: error.line(),
            column: error.column().max(1),
            message: message.strip_suffix(&place).unwrap_or(&message).to_owned(),
        }
    })
}

/// The name that the file gives, else the one in its own name: `provisioner.openicf-NAME.json`.
fn name(path: &Path, file: &Map<String, Value>) -> Result<String, ProvisionerError> {
    match file.get("name") {
        Some(Value::String(name)) => Ok(name.clone()),
        None | Some(Value::Null) => {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            Ok(stem.strip_prefix("provisioner.openicf-").unwrap_or(&stem).to_owned())
        }
        Some(other) => Err(ProvisionerError::wrong_type("name", "text", other)),
    }
}

fn configuration(value: Option<&Value>) -> Result<Configuration, ProvisionerError> {
    match value {
        None | Some(Value::Null) => Ok(Configuration::default()),
        Some(Value::Object(properties)) => Configuration::from_json(properties),
        Some(other) => Err(ProvisionerError::wrong_type(
            "configurationProperties",
            "an object",
            other,
        )),
    }
}
