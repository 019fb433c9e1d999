//! Why a command did not do what it was asked, and the exit code that says so.

use std::process::ExitCode;

use crate::console::Console;

/// The exit code of a failed command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// The script, the operation or the check failed.
    Failed = 1,
    /// Wrong usage, unreadable or malformed files, invalid configuration.
    Usage = 2,
}

/// A command that failed: what to say on standard error, and how to exit.
#[derive(Debug)]
pub struct Failure {
    message: String,
    exit: Exit,
}

impl Failure {
    /// Wrong usage, or input that cannot be read.
    pub fn usage(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            exit: Exit::Usage,
        }
    }

    /// A failure while doing what was asked.
    pub fn failed(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            exit: Exit::Failed,
        }
    }

    /// Says it on standard error.
    pub fn report(&self, console: &Console) -> ExitCode {
        let label = if console.colors_errors() {
            "\u{1b}[1;31merror\u{1b}[0m"
        } else {
            "error"
        };
        eprintln!("{label}: {}", self.message);
        ExitCode::from(self.exit as u8)
    }
}
