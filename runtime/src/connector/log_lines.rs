//! Log messages as the connector server's standard logger writes them, a line each, on the host's error stream.

use crate::icf::log::{Level, LogSink, Record};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use rovy_interp::value::Value;
use rovy_interp::{Res, Vm};

/// Writes lines from a level on.
pub struct LogLines {
    least: Level,
}

impl LogLines {
    /// Writes messages of this level and above.
    pub fn from(least: Level) -> LogLines {
        LogLines { least }
    }
}

impl LogSink for LogLines {
    fn is_loggable(&self, _logger: &str, level: Level) -> bool {
        level >= self.least
    }

    fn log(&self, vm: &mut Vm, record: &Record) -> Res<()> {
        let zone = TimeZone::get(&vm.host.time_zone).unwrap_or(TimeZone::UTC);
        let time = Timestamp::now()
            .to_zoned_datetime(zone)
            .strftime("%Y-%m-%d %H:%M:%S%.3f")
            .to_string();
        let line = format!(
            "Thread Id: 1\tTime: {time}\tClass: {}\tMethod: {}\tLevel: {}\tMessage: {}\n",
            record.logger,
            method(record),
            record.level.name(),
            record.message.as_deref().unwrap_or("null"),
        );
        vm.print_error(&line)?;
        if let Value::Throwable(throwable) = &record.throwable {
            let head = vm.to_text(&record.throwable)?;
            vm.print_error(&format!("{head}\n"))?;
            let places = throwable.trace.borrow().clone();
            for place in places {
                vm.print_error(&format!(
                    "\tat {}.{}({}:{})\n",
                    place.class, place.method, place.file, place.line
                ))?;
            }
        }
        Ok(())
    }
}

/// `run(SearchScript.groovy:12)`: the caller as Java names it.
fn method(record: &Record) -> String {
    match &record.place {
        Some(place) => {
            let file = place.file.rsplit('/').next().unwrap_or(&place.file);
            format!("{}({file}:{})", place.method, place.line)
        }
        None => {
            let file = record.logger.rsplit('.').next().unwrap_or(&record.logger);
            format!("run({file}.groovy)")
        }
    }
}
