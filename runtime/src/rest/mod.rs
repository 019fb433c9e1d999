//! The REST view of a connector: what IDM makes of a request before, and of the answer after, the ICF operation.

mod error;
mod fields;
pub mod query_filter;

pub use error::RestError;
pub use fields::Fields;
