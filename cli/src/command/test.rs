//! `rovy test`: the test action's answer.

use std::process::ExitCode;

use clap::Args;
use serde_json::Value;

use crate::console::Console;
use crate::failure::Failure;
use crate::options::{AnswerFormat, AnswerOptions, ConnectorOptions};
use crate::output::Output;
use crate::session::Session;

/// `test CONNECTOR`.
#[derive(Debug, Args)]
pub struct Test {
    #[command(flatten)]
    connector: ConnectorOptions,
    #[command(flatten)]
    answer: AnswerOptions,
}

impl Test {
    pub fn format(&self) -> Option<AnswerFormat> {
        self.answer.format
    }

    pub fn run(&self, console: &Console) -> Result<ExitCode, Failure> {
        let mut session = Session::open(&self.connector, console)?;
        let answer = session.test();
        let mut output = Output::new();
        output.answer(&answer, self.answer.format)?;
        output.finish()?;
        Ok(ExitCode::from(u8::from(answer["ok"] != Value::Bool(true))))
    }
}
