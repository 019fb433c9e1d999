//! What is wrong with a configuration.

use std::io;
use std::path::PathBuf;

use serde_json::Value;

/// A configuration that cannot be used. The messages name the place and say what was expected.
#[derive(Debug, thiserror::Error)]
pub enum ProvisionerError {
    /// The file or folder cannot be read.
    #[error("{}: {cause}", path.display())]
    Unreadable {
        /// The path as it was given.
        path: PathBuf,
        /// The operating system's answer.
        cause: io::Error,
    },
    /// The file is not JSON.
    #[error("{}:{line}:{column}: {message}", path.display())]
    Malformed {
        /// The path as it was given.
        path: PathBuf,
        /// The line of the mistake, from 1.
        line: usize,
        /// The column of the mistake, from 1.
        column: usize,
        /// The mistake.
        message: String,
    },
    /// A key holds a value of the wrong kind.
    #[error("{key}: expected {expected}, found {found}")]
    WrongType {
        /// The key, with its parents.
        key: String,
        /// What belongs there.
        expected: &'static str,
        /// What stands there.
        found: String,
    },
    /// A key that must be there is not.
    #[error("{key}: missing; expected {expected}")]
    Missing {
        /// The key, with its parents.
        key: String,
        /// What belongs there.
        expected: &'static str,
    },
    /// A value that only a running IDM can decrypt.
    #[error(
        "{key}: encrypted values ($crypto) can only be read by the IDM that wrote them; write the text here instead"
    )]
    Encrypted {
        /// The configuration property.
        key: String,
    },
    /// The connector is of a kind that Rovy does not have.
    #[error("connectorRef.connectorName: {name} is not supported; {}", connectors())]
    UnknownConnector {
        /// The connector's class name.
        name: String,
    },
    /// The connector has no configuration property of this name.
    #[error("the connector has no configuration property '{name}'{}", suggestion(nearest))]
    UnknownProperty {
        /// The name as it was given.
        name: String,
        /// The property that was probably meant.
        nearest: Option<&'static str>,
    },
}

impl ProvisionerError {
    pub(super) fn wrong_type(key: impl Into<String>, expected: &'static str, found: &Value) -> Self {
        Self::WrongType {
            key: key.into(),
            expected,
            found: shown(found),
        }
    }
}

/// A value as messages show it: its JSON, cut where it gets long.
fn shown(value: &Value) -> String {
    const LONGEST: usize = 60;
    let text = value.to_string();
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

fn suggestion(nearest: &Option<&'static str>) -> String {
    match nearest {
        Some(name) => format!("; did you mean '{name}'?"),
        None => String::new(),
    }
}

fn connectors() -> String {
    format!(
        "supported are {}",
        super::ConnectorKind::ALL.map(|kind| kind.class_name()).join(" and ")
    )
}
