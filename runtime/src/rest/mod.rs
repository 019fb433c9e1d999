//! The REST view of a connector: what IDM makes of a request before, and of the answer after, the ICF operation.
//!
//! A [`System`] stands for `system/NAME`. It reads the request ([`query_filter`], [`Fields`], [`Query`]), asks the connector
//! through [`Operations`], and shows what it finds as JSON. Exceptions become a [`Failure`] with the body of the answer.

mod convert;
mod error;
mod failure;
mod fields;
mod filter;
pub mod json;
mod object;
mod operations;
mod options;
mod query;
pub mod query_filter;
mod schema;
mod search;
mod sync;
mod system;
#[cfg(test)]
mod tests;

pub use error::RestError;
pub use failure::{Failure, message};
pub use fields::Fields;
pub use operations::Operations;
use operations::consumer_of;
pub use query::{Query, SortField, query_answer};
pub use sync::SyncToken;
pub use system::System;
