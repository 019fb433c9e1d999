//! What the host gives to scripts: output, time zone, locale, and what they may reach.

use super::Vm;
use crate::jdk::throwables;
use crate::{Res, Thrown};
use std::io::Write;
use std::path::{Component, Path, PathBuf};

/// The locale that formats of dates and numbers follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locale {
    /// `en`.
    pub language: String,
    /// `US`.
    pub country: String,
}

/// What scripts may reach. Everything is closed by default.
#[derive(Clone, Debug, Default)]
pub struct Capabilities {
    /// The whole file system, for reading and writing.
    pub files: bool,
    /// Folders that stand for paths of the scripts: `(script's path, folder)`. Open even when `files` is not.
    pub mapped: Vec<(PathBuf, PathBuf)>,
    /// Environment variables and system properties.
    pub environment: bool,
    /// Hosts that may be called; an empty list with `any_host` false is none.
    pub hosts: Vec<String>,
    /// Any host.
    pub any_host: bool,
    /// Starting processes.
    pub processes: bool,
}

impl Capabilities {
    /// What stands for an absolute path without `..`: the longest mapped prefix decides.
    pub fn mapped_path(&self, path: &Path) -> Option<PathBuf> {
        let prefixes = self.mapped.iter().filter(|(from, _)| path.starts_with(from));
        let (from, folder) = prefixes.max_by_key(|(from, _)| from.components().count())?;
        let rest = path.strip_prefix(from).unwrap_or(Path::new(""));
        Some(if rest.as_os_str().is_empty() {
            folder.clone()
        } else {
            folder.join(rest)
        })
    }
}

/// What the host gives.
pub struct HostServices {
    /// `System.out`.
    pub out: Box<dyn Write>,
    /// `System.err`.
    pub err: Box<dyn Write>,
    /// The time zone's name, as in the IANA database.
    pub time_zone: String,
    /// The locale.
    pub locale: Locale,
    /// What scripts may reach.
    pub capabilities: Capabilities,
}

impl Default for HostServices {
    /// Standard streams, UTC, en_US, everything closed.
    fn default() -> HostServices {
        HostServices {
            out: Box::new(std::io::stdout()),
            err: Box::new(std::io::stderr()),
            time_zone: "UTC".into(),
            locale: Locale {
                language: "en".into(),
                country: "US".into(),
            },
            capabilities: Capabilities::default(),
        }
    }
}

/// A path without `.` and `..`, as far as its text tells.
pub fn normalise(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                if !out.pop() {
                    out.push("..");
                }
            }
            other => out.push(other),
        }
    }
    out
}

impl Vm {
    /// The real path behind a script's path: mapped by the longest prefix, else as it is when files are granted. A `..` cannot
    /// leave a mapped folder, since the path is normalised first. Otherwise a SecurityException that names the option.
    pub fn real_path(&mut self, path: &str) -> Res<PathBuf> {
        let absolute = if Path::new(path).is_absolute() {
            PathBuf::from(path)
        } else {
            std::env::current_dir().unwrap_or_default().join(path)
        };
        let wanted = normalise(&absolute);
        if let Some(path) = self.host.capabilities.mapped_path(&wanted) {
            return Ok(path);
        }
        if self.host.capabilities.files {
            Ok(wanted)
        } else {
            Err(self.not_granted(&format!("the file {path}"), "files"))
        }
    }

    /// Throws the SecurityException for what is not granted.
    pub fn not_granted(&mut self, what: &str, capability: &str) -> Thrown {
        self.throw(
            &throwables::SECURITY_EXCEPTION,
            format!("access to {what} is not granted: allow it with --grant {capability}"),
        )
    }

    /// Writes to `System.out`.
    pub fn print(&mut self, text: &str) -> Res<()> {
        self.print_bytes(text.as_bytes())
    }

    /// Writes bytes to `System.out` as they are.
    pub fn print_bytes(&mut self, bytes: &[u8]) -> Res<()> {
        self.count_output(bytes.len())?;
        match self.host.out.write_all(bytes) {
            Ok(()) => Ok(()),
            Err(e) => Err(self.throw(&throwables::IO_EXCEPTION, e)),
        }
    }

    /// Writes to `System.err`.
    pub fn print_error(&mut self, text: &str) -> Res<()> {
        self.count_output(text.len())?;
        match self.host.err.write_all(text.as_bytes()) {
            Ok(()) => Ok(()),
            Err(e) => Err(self.throw(&throwables::IO_EXCEPTION, e)),
        }
    }
}
