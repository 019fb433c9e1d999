//! Conformance: recorded answers of real Groovy and of the real connector toolkit, run against Rovy.
//!
//! `compat-tests groovy [FOLDER…]` runs each `NAME.groovy` that has a `NAME.expected` beside it; without a folder, the copies
//! in this crate. `compat-tests icf [FOLDER…]` does the same for folders with a `case.json` (see [`icf`]). `--list` prints the paths of what passes; `--known FILE` names failures that are known, with reasons: a
//! listed one that passes fails the run, as does an unlisted one that fails.

mod cases;
mod groovy;
mod icf;

use std::path::PathBuf;
use std::process::ExitCode;

/// What the command line asks for.
struct Request {
    folders: Vec<PathBuf>,
    list: bool,
    known: Option<PathBuf>,
}

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let kind = args.next();
    let mut request = Request {
        folders: Vec::new(),
        list: false,
        known: None,
    };
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--list" => request.list = true,
            "--known" => match args.next() {
                Some(file) => request.known = Some(file.into()),
                None => return usage("--known needs a file"),
            },
            folder => request.folders.push(folder.into()),
        }
    }
    match kind.as_deref() {
        Some("groovy") => cases::run(&request, "vectors", groovy::find, groovy::check),
        Some("icf") => cases::run(&request, "cases/icf", icf::find, icf::check),
        _ => usage("wanted: compat-tests groovy|icf [FOLDER…] [--list] [--known FILE]"),
    }
}

fn usage(message: &str) -> ExitCode {
    eprintln!("error: {message}");
    ExitCode::from(2)
}
