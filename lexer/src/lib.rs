//! Groovy source text to tokens.
//!
//! This crate knows characters: spans, lines and the text of literals. What a token means in its surroundings is left to
//! `rovy-parser`.

#![forbid(unsafe_code)]

mod span;
mod text;

pub use smol_str::SmolStr;
pub use span::{LineMap, Position, Span};
pub use text::Text;
