//! How an answer is printed.

use clap::{Args, ValueEnum};

/// The form of an answer that is one JSON value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum AnswerFormat {
    /// One line of JSON
    Json,
    /// Indented JSON
    Pretty,
}

/// `--format` of the commands whose answer is one JSON value.
#[derive(Debug, Args)]
pub struct AnswerOptions {
    /// How the answer, or a failure, is printed; without it the answer is indented on a terminal
    #[arg(long, value_enum)]
    pub format: Option<AnswerFormat>,
}

/// The form of an answer that holds objects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ObjectsFormat {
    /// One line of JSON
    Json,
    /// Indented JSON
    Pretty,
    /// The objects alone, one a line, as they come
    Ndjson,
    /// A table for people
    Table,
}

/// `--format` of the commands whose answer holds objects.
#[derive(Debug, Args)]
pub struct ObjectsOptions {
    /// How the answer, or a failure, is printed; without it the answer is indented on a terminal
    #[arg(long, value_enum)]
    pub format: Option<ObjectsFormat>,
}

impl ObjectsOptions {
    /// The form of an answer, or of a failure, that is one JSON value.
    pub fn answer(&self) -> Option<AnswerFormat> {
        match self.format? {
            ObjectsFormat::Json => Some(AnswerFormat::Json),
            ObjectsFormat::Pretty => Some(AnswerFormat::Pretty),
            ObjectsFormat::Ndjson | ObjectsFormat::Table => None,
        }
    }
}
