//! The commands, one file each.

mod check;
mod completions;
mod planned;
mod read;
mod run;
mod schema;
mod search;
mod sync;
mod test;

use std::process::ExitCode;

use clap::Subcommand;

use crate::console::Console;
use crate::failure::Failure;
use crate::options::AnswerFormat;
use check::Check;
use completions::Completions;
use planned::{Planned, not_there_yet};
use read::Read;
use run::Run;
use schema::Schema;
use search::Search;
use sync::Sync;
use test::Test;

/// What `rovy` can be asked to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Tell what is wrong with scripts, where, and what to do
    Check(Check),
    /// Run a script
    Run(Run),
    /// Print a connector's schema
    Schema(Schema),
    /// Search a connector's objects
    Search(Search),
    /// Read one object of a connector
    Read(Read),
    /// Print what changed in a connector since a token
    Sync(Sync),
    /// Test a connector's configuration
    Test(Test),
    /// Print the script that lets a shell complete rovy's arguments
    Completions(Completions),
    /// Explain a diagnostic (not there yet)
    Explain(Planned),
    /// Create an object (not there yet)
    Create(Planned),
    /// Replace an object's attributes (not there yet)
    Update(Planned),
    /// Change an object's attributes (not there yet)
    Patch(Planned),
    /// Delete an object (not there yet)
    Delete(Planned),
    /// Check a user's password (not there yet)
    Authenticate(Planned),
    /// Find the identifier of a user name (not there yet)
    ResolveUsername(Planned),
    /// Run a system action (not there yet)
    Action(Planned),
    /// Serve connectors over REST (not there yet)
    Serve(Planned),
    /// Tell what a migration of scripts would meet (not there yet)
    Report(Planned),
    /// Write a provisioner file for a folder of scripts (not there yet)
    Init(Planned),
    /// Keep an operation as a conformance case (not there yet)
    Record(Planned),
    /// List the classes and members that scripts can reach (not there yet)
    Surface(Planned),
    /// Serve editors (not there yet)
    Lsp(Planned),
    /// Evaluate what is typed (not there yet)
    Repl(Planned),
}

impl Command {
    /// Runs the command; the exit code of success, or why it failed.
    pub fn run(&self, console: &Console) -> Result<ExitCode, Failure> {
        match self {
            Self::Check(check) => check.run(console),
            Self::Run(run) => run.run(console),
            Self::Schema(schema) => schema.run(console),
            Self::Search(search) => search.run(console),
            Self::Read(read) => read.run(console),
            Self::Sync(sync) => sync.run(console),
            Self::Test(test) => test.run(console),
            Self::Completions(completions) => completions.run(),
            planned => Err(not_there_yet(&format!("`rovy {}`", planned.name()))),
        }
    }

    /// The form of a failure's body on standard output, where one was asked for.
    pub fn format(&self) -> Option<AnswerFormat> {
        match self {
            Self::Schema(schema) => schema.format(),
            Self::Search(search) => search.format(),
            Self::Read(read) => read.format(),
            Self::Sync(sync) => sync.format(),
            Self::Test(test) => test.format(),
            _ => None,
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Check(_) => "check",
            Self::Run(_) => "run",
            Self::Schema(_) => "schema",
            Self::Search(_) => "search",
            Self::Read(_) => "read",
            Self::Sync(_) => "sync",
            Self::Test(_) => "test",
            Self::Completions(_) => "completions",
            Self::Explain(_) => "explain",
            Self::Create(_) => "create",
            Self::Update(_) => "update",
            Self::Patch(_) => "patch",
            Self::Delete(_) => "delete",
            Self::Authenticate(_) => "authenticate",
            Self::ResolveUsername(_) => "resolve-username",
            Self::Action(_) => "action",
            Self::Serve(_) => "serve",
            Self::Report(_) => "report",
            Self::Init(_) => "init",
            Self::Record(_) => "record",
            Self::Surface(_) => "surface",
            Self::Lsp(_) => "lsp",
            Self::Repl(_) => "repl",
        }
    }
}
