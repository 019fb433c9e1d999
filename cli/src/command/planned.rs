//! Commands that are planned and not there yet. They have their place in the help, take anything, and
//! answer so.

use clap::Args;

use crate::failure::Failure;

/// Whatever was given to a command that is not there yet.
#[derive(Debug, Args)]
pub struct Planned {
    #[arg(hide = true, trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<String>,
}

/// The answer to a command or option that is not there yet.
pub fn not_there_yet(what: &str) -> Failure {
    Failure::usage(format!("{what} is not there yet"))
}
