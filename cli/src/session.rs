//! A connector in use: opened from the options, asked, and its failures told.

use rovy_runtime::connector::{ConnectorError, Facade};
use rovy_runtime::provisioner::Provisioner;
use rovy_runtime::rest::{self, Operations, System};

use crate::console::Console;
use crate::failure::Failure;
use crate::host::{self, Prints};
use crate::options::ConnectorOptions;
use crate::progress::Progress;
use crate::trouble;

/// The report of an operation without a script.
const UNSUPPORTED: &str = "java.lang.UnsupportedOperationException";

/// A connector that can be asked.
pub struct Session {
    system: System<Facade>,
    progress: Progress,
    console: Console,
}

impl Session {
    /// Reads the configuration and makes the connector. No operation's script runs yet.
    pub fn open(options: &ConnectorOptions, console: &Console) -> Result<Self, Failure> {
        if options
            .connector
            .extension()
            .is_some_and(|extension| extension == "groovy")
        {
            let path = options.connector.display();
            return Err(Failure::usage(format!(
                "{path}: a script is no connector; give the folder that it lies in, or a provisioner file"
            )));
        }
        let mut provisioner = Provisioner::open(&options.connector, &host::property)
            .map_err(|error| Failure::usage(error.to_string()))?;
        for setting in &options.set {
            provisioner
                .configuration
                .set(&setting.name, &setting.value)
                .map_err(|error| Failure::usage(format!("--set: {error}")))?;
        }
        let progress = Progress::new(console, "objects");
        let capabilities = options.capabilities.capabilities();
        let services = host::services(Prints::Errors, capabilities, progress.errors());
        let facade = Facade::open(&provisioner, options.settings(services, console)).map_err(unopened)?;
        Ok(Self {
            system: System::new(provisioner, facade),
            progress,
            console: *console,
        })
    }

    /// Asks for an answer.
    pub fn ask<T>(
        &mut self,
        question: impl FnOnce(&mut System<Facade>, &Progress) -> Result<T, rest::Failure>,
    ) -> Result<T, Failure> {
        let answer = question(&mut self.system, &self.progress);
        self.progress.finish();
        answer.map_err(|failure| self.told(failure))
    }

    /// A failed request with the exception's place and frames.
    fn told(&mut self, failure: rest::Failure) -> Failure {
        let told = Failure::rest(failure.error);
        match failure.fault {
            Some(fault) => {
                let vm = self.system.operations().vm();
                let report = trouble::report(vm, &fault, &self.console, &|_| None);
                // What the framework throws for an operation that is not configured says no more than its class.
                let help = if report == UNSUPPORTED {
                    "\n  = help: the connector has no script for this operation, such as SearchScript.groovy for searches"
                } else {
                    ""
                };
                told.reported(report + help)
            }
            None => told,
        }
    }

    /// The test action's answer; what failed is told on standard error.
    pub fn test(&mut self) -> serde_json::Value {
        let (answer, problem) = self.system.test();
        self.progress.finish();
        if let Some(problem) = problem {
            self.told(problem).warn(&self.console);
        }
        answer
    }
}

/// A configuration that the connector refuses, such as a customConfiguration that does not run.
fn unopened(error: ConnectorError) -> Failure {
    Failure::usage(error.to_string())
}
