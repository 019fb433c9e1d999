//! How findings about scripts are shown: as text with the source line, or as JSON.

mod excerpt;
pub mod fault;
pub mod json;
pub mod terminal;
