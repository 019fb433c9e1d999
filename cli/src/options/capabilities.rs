//! What scripts may touch: `--grant`, `--deny` and `--map`.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use clap::Args;
use rovy_interp::vm::Capabilities;
use rovy_interp::vm::host::normalise;

/// A part of the world outside that scripts reach only with leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Capability {
    Files,
    Environment,
    /// Every host, or one.
    Network(Option<String>),
    Processes,
}

impl FromStr for Capability {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_once('=') {
            Some(("net", host)) if !host.is_empty() => Ok(Self::Network(Some(host.to_owned()))),
            Some(_) => Err("expected files, env, net, net=HOST or process".to_owned()),
            None => match text {
                "files" => Ok(Self::Files),
                "env" => Ok(Self::Environment),
                "net" => Ok(Self::Network(None)),
                "process" => Ok(Self::Processes),
                _ => Err("expected files, env, net, net=HOST or process".to_owned()),
            },
        }
    }
}

/// A folder that stands for a path in scripts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// The path that scripts use.
    pub path: PathBuf,
    /// The folder that is there in its place.
    pub folder: PathBuf,
}

impl FromStr for Mapping {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let Some((path, folder)) = text.split_once('=') else {
            return Err("expected PATH=FOLDER".to_owned());
        };
        let folder = PathBuf::from(folder);
        if !folder.is_dir() {
            return Err(format!("{}: no such folder", folder.display()));
        }
        Ok(Self {
            path: PathBuf::from(path),
            folder,
        })
    }
}

/// `--grant`, `--deny` and `--map`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Capabilities")]
pub struct CapabilityOptions {
    /// Let scripts use files, env (environment and system properties), net, net=HOST or process; files are granted from the start
    #[arg(long, value_name = "CAPABILITY")]
    grant: Vec<Capability>,
    /// Take a capability away
    #[arg(long, value_name = "CAPABILITY")]
    deny: Vec<Capability>,
    /// Read what scripts and provisioner files name below PATH from FOLDER
    #[arg(long, value_name = "PATH=FOLDER")]
    map: Vec<Mapping>,
}

impl CapabilityOptions {
    /// What scripts may touch. What is denied stays denied, whatever is granted beside it.
    pub fn capabilities(&self) -> Capabilities {
        let granted = |capability: &Capability| self.grant.contains(capability) && !self.deny.contains(capability);
        let any_host = Capability::Network(None);
        let hosts = self.grant.iter().filter_map(|capability| match capability {
            Capability::Network(Some(host)) if granted(capability) => Some(host.clone()),
            _ => None,
        });
        Capabilities {
            files: !self.deny.contains(&Capability::Files),
            mapped: self.map.iter().map(Mapping::absolute).collect(),
            environment: granted(&Capability::Environment),
            hosts: if self.deny.contains(&any_host) {
                Vec::new()
            } else {
                hosts.collect()
            },
            any_host: granted(&any_host),
            processes: granted(&Capability::Processes),
        }
    }
}

impl Mapping {
    fn absolute(&self) -> (PathBuf, PathBuf) {
        let absolute = |path: &Path| match std::env::current_dir() {
            Ok(here) => normalise(&here.join(path)),
            Err(_) => normalise(path),
        };
        (absolute(&self.path), absolute(&self.folder))
    }
}
