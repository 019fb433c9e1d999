//! `rovy completions`: scripts that let a shell complete arguments.

use std::process::ExitCode;

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use crate::failure::Failure;
use crate::output::Output;

/// `completions SHELL`.
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell to write for
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    pub fn run(&self) -> Result<ExitCode, Failure> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut crate::Rovy::command(), "rovy", &mut script);
        let mut output = Output::new();
        output.bytes(&script)?;
        output.finish()?;
        Ok(ExitCode::SUCCESS)
    }
}
