//! How long each operation may take: `operationTimeout` of a provisioner file.

use indexmap::IndexMap;
use serde_json::Value;
use std::time::Duration;

use super::ProvisionerError;

/// The operations that can have a time of their own, as the file names them.
const OPERATIONS: [&str; 13] = [
    "CREATE",
    "UPDATE",
    "DELETE",
    "TEST",
    "SCRIPT_ON_CONNECTOR",
    "SCRIPT_ON_RESOURCE",
    "GET",
    "RESOLVEUSERNAME",
    "AUTHENTICATE",
    "SEARCH",
    "VALIDATE",
    "SYNC",
    "SCHEMA",
];

/// The times of operations; those without one may take as long as they like.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OperationTimeouts(IndexMap<&'static str, Duration>);

impl OperationTimeouts {
    /// Reads `operationTimeout`: milliseconds by operation, of which -1 is no limit. Other names are left alone.
    pub fn from_json(value: Option<&Value>) -> Result<Self, ProvisionerError> {
        let times = match value {
            None | Some(Value::Null) => return Ok(Self::default()),
            Some(Value::Object(times)) => times,
            Some(other) => return Err(ProvisionerError::wrong_type("operationTimeout", "an object", other)),
        };
        let mut timeouts = Self::default();
        for operation in OPERATIONS {
            let Some(value) = times.get(operation).filter(|value| !value.is_null()) else {
                continue;
            };
            let Some(millis) = value.as_i64() else {
                let key = format!("operationTimeout.{operation}");
                return Err(ProvisionerError::wrong_type(
                    key,
                    "milliseconds, or -1 for no limit",
                    value,
                ));
            };
            if let Ok(millis) = u64::try_from(millis) {
                timeouts.0.insert(operation, Duration::from_millis(millis));
            }
        }
        Ok(timeouts)
    }

    /// How long an operation may take.
    pub fn of(&self, operation: &str) -> Option<Duration> {
        self.0.get(operation).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn milliseconds_by_operation() {
        let json = json!({"SEARCH": 500, "SYNC": -1, "GET": null, "PURGE": "soon"});
        let timeouts = OperationTimeouts::from_json(Some(&json)).expect("timeouts");
        assert_eq!(timeouts.of("SEARCH"), Some(Duration::from_millis(500)));
        for unlimited in ["SYNC", "GET", "CREATE", "PURGE"] {
            assert_eq!(timeouts.of(unlimited), None, "{unlimited}");
        }
    }

    #[test]
    fn other_values_are_refused() {
        for (json, message) in [
            (
                json!({"SEARCH": "500"}),
                "operationTimeout.SEARCH: expected milliseconds, or -1 for no limit, found \"500\"",
            ),
            (json!(5), "operationTimeout: expected an object, found 5"),
        ] {
            let error = OperationTimeouts::from_json(Some(&json)).expect_err(message);
            assert_eq!(error.to_string(), message);
        }
    }
}
