//! The one registry of classes and members.
//!
//! A class is declared once, as plain `static` data beside the Rust functions that implement it ([`words`]). A member's
//! signature, in Java's own words, is the single source of its name, parameters and result; while compiling it is checked
//! against the Rust function's type ([`signature`], [`parameter`], [`result`]), which is called through [`call`]. Dispatch,
//! checks, error texts and the surface page all read this table ([`index`]). To add a method, add one entry to its class's table.

pub mod call;
mod class_id;
pub mod index;
pub mod parameter;
pub mod result;
mod signature;
pub mod words;

pub use call::{Call, Raw, native, slice, unbound};
pub use class_id::ClassId;
pub use index::Registry;
pub use parameter::{Func, Items};
pub use words::{
    Class, Kind, Member, class, constant, constructor, function, interface, method, never, property, raw, required,
};
