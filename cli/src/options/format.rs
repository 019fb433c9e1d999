//! How an answer is printed.

use clap::ValueEnum;

/// The form of an answer that is one JSON value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum AnswerFormat {
    /// One line of JSON
    Json,
    /// Indented JSON
    Pretty,
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
