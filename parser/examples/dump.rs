//! Prints the tree of a Groovy file, or of the code after `-e`, and what was found in it.

use std::{env, fs, io};

use rovy_parser::{LineMap, Options, dump, parse};

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let source = match &arguments[..] {
        [flag, code] if flag == "-e" => code.clone(),
        [file] => fs::read_to_string(file)?,
        _ => return Err(io::Error::other("usage: dump FILE | -e CODE")),
    };
    let parsed = parse(&source, &Options::default());
    print!("{}", dump(&parsed.unit));
    let lines = LineMap::new(&source);
    for finding in &parsed.diagnostics {
        let place = lines.position(&source, finding.span.start);
        eprintln!(
            "{}[{}] {}:{} {}",
            finding.severity, finding.code, place.line, place.column, finding.message
        );
    }
    Ok(())
}
