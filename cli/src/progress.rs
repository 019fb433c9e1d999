//! A sign of life on the terminal while long work goes on: after a second, and gone before anything else is
//! written.

use std::io::{self, IsTerminal, Write, stderr};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::console::Console;

/// Counts what has been done, on a terminal.
#[derive(Debug, Clone)]
pub struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// Begins to count. `what` names the things counted.
    pub fn new(console: &Console, what: &str) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template(&format!("{{spinner}} {{pos}} {what}, {{elapsed}}")) {
            bar.set_style(style);
        }
        if !console.quiet && stderr().is_terminal() {
            let shown = bar.clone();
            std::thread::spawn(move || {
                std::thread::sleep(Duration::from_secs(1));
                if !shown.is_finished() {
                    shown.set_draw_target(ProgressDrawTarget::stderr());
                    shown.enable_steady_tick(Duration::from_millis(100));
                }
            });
        }
        Self { bar }
    }

    /// One more is done.
    pub fn count(&self) {
        self.bar.inc(1);
    }

    /// Writes something else: the sign makes way.
    pub fn aside<T>(&self, write: impl FnOnce() -> T) -> T {
        self.bar.suspend(write)
    }

    /// Takes the sign away for good.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }

    /// Standard error for others: the sign makes way for what they write.
    pub fn errors(&self) -> Box<dyn Write> {
        Box::new(Errors(self.bar.clone()))
    }
}

struct Errors(ProgressBar);

impl Write for Errors {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.suspend(|| stderr().write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        stderr().flush()
    }
}
