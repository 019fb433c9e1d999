//! The language: lowering, evaluation, values, classes, closures and delegation, the Java and Groovy library, limits.
//!
//! The data's way: syntax tree → [`lower`] → [`program::Program`] (immutable, shared) → [`vm::Unit`] (loaded into one
//! [`Vm`]) → [`eval`] → [`Value`]. Native classes stand in [`registry`] tables beside their implementations in [`jdk`] and
//! [`gdk`]; what values mean to each other (equality, order, text, arithmetic, casts) is in [`semantics`]; a host comes in
//! by [`embed`].
//!
//! ```
//! use rovy_interp::{Error, HostServices, Interpreter, Limits};
//!
//! fn main() -> Result<(), Error> {
//!     // Everything is closed and bounded: no files, no network, a million steps.
//!     let limits = Limits { fuel: Some(1_000_000), ..Limits::default() };
//!     let mut groovy = Interpreter::new(&[], HostServices::default(), limits);
//!     groovy.bind("names", vec!["Ada".into(), "Grace".into()]);
//!     let script = groovy.compile("Greeting", r#"names.collect { "Hello, $it" }.join("; ")"#)?;
//!     let greeting = groovy.run(&script)?;
//!     assert_eq!(groovy.text(&greeting)?, "Hello, Ada; Hello, Grace");
//!
//!     let endless = groovy.eval("while (true) { }");
//!     assert!(matches!(endless, Err(Error::Limit(_))));
//!     Ok(())
//! }
//! ```
#![forbid(unsafe_code)]

pub mod check;
pub mod embed;
pub mod eval;
pub mod gdk;
pub mod heap;
pub mod jdk;
pub mod lower;
pub mod number;
pub mod program;
pub mod registry;
pub mod semantics;
pub mod value;
pub mod vm;

pub use embed::{Error, Interpreter, Script, Uncaught};
pub use program::Program;
pub use value::{Res, Thrown, Value};
pub use vm::{Capabilities, HostServices, Limits, Stopper, Vm};
