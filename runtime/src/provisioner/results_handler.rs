//! Which result handlers the framework puts between a connector's search and the caller.

use serde_json::Value;

use super::ProvisionerError;
use super::configuration::truth;

/// `ResultsHandlerConfiguration` of the framework.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ResultsHandler {
    /// Normalises attributes; scripted connectors have no normaliser, so it changes nothing.
    pub normalizing: bool,
    /// Drops objects that do not match the filter.
    pub filtered: bool,
    /// Lets that filter ignore case.
    pub case_insensitive: bool,
    /// Drops attributes that were not asked for.
    pub attributes_to_get: bool,
}

impl Default for ResultsHandler {
    fn default() -> Self {
        Self {
            normalizing: true,
            filtered: true,
            case_insensitive: false,
            attributes_to_get: true,
        }
    }
}

impl ResultsHandler {
    /// Reads `resultsHandlerConfig` of a provisioner file.
    pub fn from_json(value: Option<&Value>) -> Result<Self, ProvisionerError> {
        let mut handler = Self::default();
        let settings = match value {
            None | Some(Value::Null) => return Ok(handler),
            Some(Value::Object(settings)) => settings,
            Some(other) => {
                return Err(ProvisionerError::wrong_type("resultsHandlerConfig", "an object", other));
            }
        };
        for (name, slot) in [
            ("enableNormalizingResultsHandler", &mut handler.normalizing),
            ("enableFilteredResultsHandler", &mut handler.filtered),
            ("enableCaseInsensitiveFilter", &mut handler.case_insensitive),
            (
                "enableAttributesToGetSearchResultsHandler",
                &mut handler.attributes_to_get,
            ),
        ] {
            match settings.get(name) {
                None | Some(Value::Null) => {}
                Some(value) => {
                    *slot = truth(value).ok_or_else(|| {
                        ProvisionerError::wrong_type(format!("resultsHandlerConfig.{name}"), "true or false", value)
                    })?;
                }
            }
        }
        Ok(handler)
    }
}
