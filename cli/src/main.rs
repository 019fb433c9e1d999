//! The command line of Rovy: reads the arguments, runs the command, and turns its outcome into an exit code.

#![forbid(unsafe_code)]

mod command;
mod console;
mod failure;
mod host;
mod options;
mod output;
mod progress;
mod render;
mod session;
mod source;
mod state;
mod table;
mod trouble;

use std::process::ExitCode;

use clap::Parser;
use mimalloc::MiMalloc;

use command::Command;
use console::{Console, ConsoleOptions};

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Runs and checks Apache Groovy connector scripts without a JVM.
#[derive(Debug, Parser)]
#[command(name = "rovy", version, arg_required_else_help = true)]
struct Rovy {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    console: ConsoleOptions,
}

fn main() -> ExitCode {
    let rovy = Rovy::parse();
    let console = Console::new(&rovy.console);
    match rovy.command.run(&console) {
        Ok(exit) => exit,
        Err(failure) => failure.tell(&console, rovy.command.format()),
    }
}
