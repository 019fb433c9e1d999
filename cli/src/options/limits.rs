//! Limits on what scripts may use up.

use std::str::FromStr;
use std::time::Duration;

use clap::Args;
use rovy_interp::vm::Limits;

/// `--timeout`, `--fuel` and the like.
#[derive(Debug, Args)]
#[command(next_help_heading = "Limits")]
pub struct LimitOptions {
    /// Stop after so many seconds
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    timeout: Option<Duration>,
    /// Stop after so many steps of evaluation
    #[arg(long, value_name = "STEPS", value_parser = positive::<u64>)]
    fuel: Option<u64>,
    /// Stop when more than so many MiB are alive
    #[arg(long, value_name = "MIB", default_value_t = 1024, value_parser = positive::<usize>)]
    max_memory: usize,
    /// How deep calls may nest
    #[arg(long, value_name = "CALLS", default_value_t = 10_000, value_parser = positive::<u32>)]
    max_depth: u32,
    /// Stop when more than so many MiB were printed
    #[arg(long, value_name = "MIB", value_parser = positive::<u64>)]
    max_output: Option<u64>,
}

impl LimitOptions {
    pub fn limits(&self) -> Limits {
        const MIB: usize = 1 << 20;
        Limits {
            fuel: self.fuel,
            depth: self.max_depth,
            memory: Some(self.max_memory.saturating_mul(MIB)),
            time: self.timeout,
            output: self.max_output.map(|mib| mib.saturating_mul(MIB as u64)),
        }
    }
}

/// A number of which there must be at least one.
fn positive<N: FromStr + Default + PartialEq>(text: &str) -> Result<N, String> {
    text.parse()
        .ok()
        .filter(|number| *number != N::default())
        .ok_or_else(|| "expected a whole number greater than zero".to_owned())
}

fn seconds(text: &str) -> Result<Duration, String> {
    text.parse()
        .ok()
        .and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())
        .filter(|duration| !duration.is_zero())
        .ok_or_else(|| "expected a number of seconds greater than zero".to_owned())
}
