//! `rovy read`: one object by its identifier.

use std::process::ExitCode;

use clap::Args;
use rovy_runtime::rest::Fields;

use crate::console::Console;
use crate::failure::Failure;
use crate::options::{AnswerFormat, AnswerOptions, ConnectorOptions};
use crate::output::Output;
use crate::session::Session;

/// `read CONNECTOR TYPE ID`.
#[derive(Debug, Args)]
pub struct Read {
    #[command(flatten)]
    connector: ConnectorOptions,
    /// The object type
    #[arg(value_name = "TYPE")]
    object_type: String,
    /// The object's identifier
    #[arg(allow_hyphen_values = true)]
    id: String,
    /// The fields to show; * stands for those that are shown unasked
    #[arg(long, value_name = "A,B", default_value = "", hide_default_value = true)]
    fields: String,
    #[command(flatten)]
    answer: AnswerOptions,
}

impl Read {
    pub fn format(&self) -> Option<AnswerFormat> {
        self.answer.format
    }

    pub fn run(&self, console: &Console) -> Result<ExitCode, Failure> {
        let mut session = Session::open(&self.connector, console)?;
        let fields = Fields::new(&self.fields);
        let object = session.ask(|system, _| system.read(&self.object_type, &self.id, &fields))?;
        let mut output = Output::new();
        output.answer(&object.into(), self.answer.format)?;
        output.finish()?;
        Ok(ExitCode::SUCCESS)
    }
}
