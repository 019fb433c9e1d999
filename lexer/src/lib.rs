//! Groovy source text to tokens.
//!
//! This crate knows characters: tokens, spans, lines, and the text of literals. What a token means in its surroundings is
//! left to `rovy-parser`.
//!
//! ```
//! use rovy_lexer::{TokenKind, lex};
//!
//! let source = r#"println "Hello $name" // greet"#;
//! let lexed = lex(source);
//! assert!(lexed.errors.is_empty());
//!
//! let texts: Vec<_> = lexed.tokens.iter().map(|token| token.span.text(source)).collect();
//! assert_eq!(texts, ["println", "\"", "Hello ", "$", "name", "", "\""]);
//! assert_eq!(lexed.tokens[2].kind, TokenKind::GStringText);
//! assert_eq!(lexed.comments[0].text(source), "// greet");
//! ```

#![forbid(unsafe_code)]

mod driver;
mod error;
mod quote;
mod scan;
mod span;
mod text;
mod token;

pub use driver::{Lexed, lex};
pub use error::{LexError, LexErrorKind};
pub use quote::Quote;
pub use smol_str::SmolStr;
pub use span::{LineMap, Position, Span};
pub use text::Text;
pub use token::{Token, TokenKind};
