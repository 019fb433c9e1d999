//! `rovy schema`: the schema action's answer.

use std::process::ExitCode;

use clap::Args;

use crate::console::Console;
use crate::failure::Failure;
use crate::options::{AnswerFormat, AnswerOptions, ConnectorOptions};
use crate::output::Output;
use crate::session::Session;

/// `schema CONNECTOR`.
#[derive(Debug, Args)]
pub struct Schema {
    #[command(flatten)]
    connector: ConnectorOptions,
    #[command(flatten)]
    answer: AnswerOptions,
}

impl Schema {
    pub fn format(&self) -> Option<AnswerFormat> {
        self.answer.format
    }

    pub fn run(&self, console: &Console) -> Result<ExitCode, Failure> {
        let mut session = Session::open(&self.connector, console)?;
        let answer = session.ask(|system, _| system.schema())?;
        let mut output = Output::new();
        output.answer(&answer, self.answer.format)?;
        output.finish()?;
        Ok(ExitCode::SUCCESS)
    }
}
