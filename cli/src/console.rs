//! How the terminal is spoken to: colours, and how much is said.

use std::fmt::Display;
use std::io::{IsTerminal, Write, stderr, stdout};

use clap::{Args, ValueEnum};

/// When output is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless the environment variable NO_COLOR is set.
    Auto,
    Always,
    Never,
}

/// Options that every command takes.
#[derive(Debug, Args)]
pub struct ConsoleOptions {
    /// When to colour what is printed
    #[arg(long, global = true, value_enum, default_value = "auto", value_name = "WHEN")]
    color: Color,
    /// Say nothing but the answer and errors
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    quiet: bool,
    /// Say more: every line that scripts log
    #[arg(short, long, global = true)]
    verbose: bool,
}

/// The settings of a run's terminal.
#[derive(Debug, Clone, Copy)]
pub struct Console {
    color: Color,
    /// Nothing but the answer and errors.
    pub quiet: bool,
    /// Everything there is to say.
    pub verbose: bool,
}

impl Console {
    pub fn new(options: &ConsoleOptions) -> Self {
        Self {
            color: options.color,
            quiet: options.quiet,
            verbose: options.verbose,
        }
    }

    /// Says a line on standard error. When nobody reads it there is nobody to tell.
    pub fn say(&self, line: impl Display) {
        let _ = writeln!(stderr(), "{line}");
    }

    /// Whether standard output takes colours.
    pub fn colors_output(&self) -> bool {
        self.colors(stdout().is_terminal())
    }

    /// Whether standard error takes colours.
    pub fn colors_errors(&self) -> bool {
        self.colors(stderr().is_terminal())
    }

    fn colors(&self, terminal: bool) -> bool {
        match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => terminal && std::env::var_os("NO_COLOR").is_none_or(|set| set.is_empty()),
        }
    }
}
