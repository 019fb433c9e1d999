//! The REST view of a connector: what IDM makes of a request before, and of the answer after, the ICF operation.

pub mod query_filter;
