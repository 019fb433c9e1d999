//! Options of the commands that run a connector.

use std::path::PathBuf;
use std::rc::Rc;

use clap::{Args, ValueEnum};
use rovy_interp::vm::HostServices;
use rovy_runtime::connector::{LogLines, Settings};
use rovy_runtime::icf::behaviour;
use rovy_runtime::icf::log::{Level, LogSink};

use super::{CapabilityOptions, LimitOptions, NamedJson};
use crate::console::Console;

/// Which server's ways are followed where the open source and the newer product differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Behaviour {
    /// The newer product's, RCS 1.5.20
    Rcs,
    /// The open-source toolkit's, its faults included
    Openicf,
}

/// From which level on scripts' log lines are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum LogLevel {
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
    behaviour: Behaviour,
    /// Show what scripts log from this level on; info unless more or less is asked for
    #[arg(long, value_enum, value_name = "LEVEL")]
    log_level: Option<LogLevel>,
    #[command(flatten)]
    pub capabilities: CapabilityOptions,
    #[command(flatten)]
    limits: LimitOptions,
}

impl ConnectorOptions {
    /// What the command line decides for a connector beside its configuration.
    pub fn settings(&self, host: HostServices, console: &Console) -> Settings {
        Settings {
            behaviour: match self.behaviour {
                Behaviour::Rcs => behaviour::Behaviour::Rcs,
                Behaviour::Openicf => behaviour::Behaviour::OpenIcf,
            },
            host,
            limits: self.limits.limits(),
            log: self
                .least_level(console)
                .map(|level| Rc::new(LogLines::from(level)) as Rc<dyn LogSink>),
        }
    }

    fn least_level(&self, console: &Console) -> Option<Level> {
        let default = match console {
            Console { quiet: true, .. } => LogLevel::Error,
            Console { verbose: true, .. } => LogLevel::Ok,
            _ => LogLevel::Info,
        };
        match self.log_level.unwrap_or(default) {
            LogLevel::Ok => Some(Level::Ok),
            LogLevel::Info => Some(Level::Info),
            LogLevel::Warn => Some(Level::Warn),
            LogLevel::Error => Some(Level::Error),
            LogLevel::Off => None,
        }
    }
}
