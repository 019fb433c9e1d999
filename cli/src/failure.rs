//! Why a command did not do what it was asked: what is said of it, and the exit code.

use std::fmt;
use std::process::ExitCode;

use rovy_runtime::rest::RestError;

use crate::console::Console;
use crate::options::AnswerFormat;
use crate::output::Output;

/// The exit code of a failed command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Exit {
    /// The script, the operation or the check failed.
    Failed = 1,
    /// Wrong usage, unreadable or malformed files, invalid configuration.
    Usage = 2,
}

/// A command that failed.
#[derive(Debug)]
pub struct Failure {
    /// The body of the REST answer.
    body: RestError,
    exit: Exit,
    /// What a person reads instead of the body's message: an exception with its place.
    report: Option<String>,
}

impl Failure {
    /// Wrong usage, or input that cannot be read.
    pub fn usage(message: impl Into<String>) -> Self {
        Self {
            body: RestError::bad_request(message),
            exit: Exit::Usage,
            report: None,
        }
    }

    /// A failure while doing what was asked.
    pub fn failed(message: impl Into<String>) -> Self {
        Self {
            body: RestError::new(500, message),
            exit: Exit::Failed,
            report: None,
        }
    }

    /// A request that was refused.
    pub fn rest(body: RestError) -> Self {
        Self {
            body,
            exit: Exit::Failed,
            report: None,
        }
    }

    /// The same with what a person reads of it.
    #[must_use]
    pub fn reported(self, report: String) -> Self {
        Self {
            report: Some(report),
            ..self
        }
    }

    /// Says it on standard error.
    pub fn warn(&self, console: &Console) {
        let label = if console.colors_errors() {
            "\u{1b}[1;31merror\u{1b}[0m"
        } else {
            "error"
        };
        console.say(format_args!("{label}: {self}"));
    }

    /// Says it on standard error, and as an answer where one in JSON was asked for.
    pub fn tell(&self, console: &Console, format: Option<AnswerFormat>) -> ExitCode {
        self.warn(console);
        if let Some(format) = format {
            let mut output = Output::new();
            // Standard output may be what failed: there is nobody left to tell.
            let _ = output
                .answer(&self.body.to_json(), Some(format))
                .and_then(|()| output.finish());
        }
        ExitCode::from(self.exit as u8)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.report {
            Some(report) => f.write_str(report),
            None => self.body.fmt(f),
        }
    }
}
