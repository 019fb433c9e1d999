//! Options that several commands share.

mod capabilities;
mod connector;
mod format;
mod limits;
mod named_json;

pub use capabilities::CapabilityOptions;
pub use connector::ConnectorOptions;
pub use format::{AnswerFormat, AnswerOptions, ObjectsFormat, ObjectsOptions};
pub use limits::LimitOptions;
pub use named_json::NamedJson;
