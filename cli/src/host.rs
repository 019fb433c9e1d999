//! What the command line gives to scripts: streams, time zone, locale, capabilities, and the answers to
//! `&{name}` in provisioner files.

use std::io::{BufWriter, IsTerminal, Write, stderr, stdout};

use rovy_interp::vm::{Capabilities, HostServices};

/// Where `println` goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prints {
    /// To standard output, as Groovy does.
    Output,
    /// To standard error: standard output holds the answer alone.
    Errors,
}

/// The host of a run.
pub fn services(prints: Prints, capabilities: Capabilities, errors: Box<dyn Write>) -> HostServices {
    let out: Box<dyn Write> = match prints {
        Prints::Output if stdout().is_terminal() => Box::new(stdout()),
        Prints::Output => Box::new(BufWriter::new(stdout())),
        Prints::Errors => Box::new(stderr()),
    };
    HostServices {
        out,
        err: errors,
        time_zone: time_zone(),
        capabilities,
        ..HostServices::default()
    }
}

/// The time zone of `TZ`, else the machine's.
fn time_zone() -> String {
    match std::env::var("TZ") {
        Ok(zone) if !zone.is_empty() => zone.trim_start_matches(':').to_owned(),
        _ => jiff::tz::TimeZone::system().iana_name().unwrap_or("UTC").to_owned(),
    }
}

/// What `&{name}` in a provisioner file stands for: a few of Java's system properties, else the environment
/// variable of that name or of its upper-case form (`idm.host` is `IDM_HOST`).
pub fn property(name: &str) -> Option<String> {
    let path = |path: std::path::PathBuf| path.to_string_lossy().into_owned();
    match name {
        "user.dir" => std::env::current_dir().ok().map(path),
        "user.home" => std::env::home_dir().map(path),
        "java.io.tmpdir" => Some(path(std::env::temp_dir())),
        "file.separator" => Some(std::path::MAIN_SEPARATOR_STR.to_owned()),
        "line.separator" => Some("\n".to_owned()),
        _ => std::env::var(name)
            .or_else(|_| std::env::var(name.replace('.', "_").to_uppercase()))
            .ok(),
    }
}
