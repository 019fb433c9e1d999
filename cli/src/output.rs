//! What goes to standard output: answers, and nothing else.

use std::cell::RefCell;
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};
use std::rc::Rc;

use serde_json::Value;

use crate::failure::Failure;
use crate::options::AnswerFormat;

/// Standard output. A reader that went away is a failure, since the answer did not arrive.
pub struct Output {
    stream: BufWriter<StdoutLock<'static>>,
}

impl Output {
    pub fn new() -> Self {
        Self {
            stream: BufWriter::new(io::stdout().lock()),
        }
    }

    /// Writes what is lines already.
    pub fn bytes(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.stream.write_all(bytes).map_err(lost)
    }

    /// Writes a line.
    pub fn line(&mut self, line: &str) -> Result<(), Failure> {
        writeln!(self.stream, "{line}").map_err(lost)
    }

    /// Writes an answer; without a format indented on a terminal, in one line elsewhere.
    pub fn answer(&mut self, answer: &Value, format: Option<AnswerFormat>) -> Result<(), Failure> {
        let pretty = match format {
            Some(format) => format == AnswerFormat::Pretty,
            None => io::stdout().is_terminal(),
        };
        if pretty {
            self.line(&format!("{answer:#}"))
        } else {
            self.line(&answer.to_string())
        }
    }

    /// Makes sure that everything has arrived.
    pub fn finish(mut self) -> Result<(), Failure> {
        self.stream.flush().map_err(lost)
    }
}

/// Lines that arrive one by one while a connector still works. Clones write to the same place.
#[derive(Debug, Clone, Default)]
pub struct Lines(Rc<RefCell<Option<io::Error>>>);

impl Lines {
    /// Writes a line at once; false when there is nobody left to read it.
    pub fn print(&self, line: &str) -> bool {
        let mut lost = self.0.borrow_mut();
        if lost.is_none() {
            // Standard output of Rust hands on whole lines.
            *lost = writeln!(io::stdout(), "{line}").err();
        }
        lost.is_none()
    }

    /// Makes sure that all of them have arrived.
    pub fn finish(&self) -> Result<(), Failure> {
        match self.0.take() {
            Some(cause) => Err(lost(cause)),
            None => io::stdout().flush().map_err(lost),
        }
    }
}

fn lost(cause: io::Error) -> Failure {
    Failure::failed(format!("standard output: {cause}"))
}
