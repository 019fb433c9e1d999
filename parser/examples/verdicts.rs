//! Says of each Groovy file below the folders given whether it is accepted, a line a file: a comparison with another
//! parser is a `diff`.
//!
//! ```text
//! cargo run --release -p rovy-parser --example verdicts -- FOLDER…
//! ```

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use rovy_parser::{Diagnostic, LineMap, Options, parse};

fn main() -> io::Result<()> {
    let mut files = Vec::new();
    for argument in env::args().skip(1) {
        collect(Path::new(&argument), &mut files)?;
    }
    files.sort();
    for file in files {
        println!("{}\t{}", file.display(), verdict(&file, &fs::read(&file)?));
    }
    Ok(())
}

/// Adds the Groovy files at or below `path`.
fn collect(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if !path.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    for entry in fs::read_dir(path)? {
        let path = entry?.path();
        if path.is_dir() || path.extension().is_some_and(|extension| extension == "groovy") {
            collect(&path, files)?;
        }
    }
    Ok(())
}

fn verdict(file: &Path, bytes: &[u8]) -> String {
    let source = String::from_utf8_lossy(bytes);
    let name = file.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let parsed = parse(
        &source,
        &Options {
            name,
            ..Options::default()
        },
    );
    match parsed.diagnostics.iter().find(|diagnostic| diagnostic.is_error()) {
        None => "accepted".to_owned(),
        Some(error) => format!("rejected\t{}", line(&source, error)),
    }
}

fn line(source: &str, error: &Diagnostic) -> String {
    let place = LineMap::new(source).position(source, error.span.start);
    format!("{}:{} {}", place.line, place.column, error.message)
}
