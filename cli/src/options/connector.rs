//! Options of the commands that run a connector.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{CapabilityOptions, LimitOptions, NamedJson};

/// Which server's ways are followed where the open source and the newer product differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Behaviour {
    /// The newer product's, RCS 1.5.20
    Rcs,
    /// The open-source toolkit's, its faults included
    Openicf,
}

/// From which level on scripts' log lines are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogLevel {
    Ok,
    Info,
    Warn,
    Error,
    Off,
}

/// A connector and how it is run.
#[derive(Debug, Args)]
pub struct ConnectorOptions {
    /// A provisioner file (provisioner.openicf-NAME.json), or a folder of scripts
    pub connector: PathBuf,
    /// Set a configuration property
    #[arg(long, value_name = "PROPERTY=JSON")]
    pub set: Vec<NamedJson>,
    /// Follow this server's ways
    #[arg(long, value_enum, default_value = "rcs", value_name = "SERVER")]
    pub behaviour: Behaviour,
    /// Show what scripts log from this level on
    #[arg(long, value_enum, default_value = "info", value_name = "LEVEL")]
    pub log_level: LogLevel,
    #[command(flatten)]
    pub capabilities: CapabilityOptions,
    #[command(flatten)]
    pub limits: LimitOptions,
}
