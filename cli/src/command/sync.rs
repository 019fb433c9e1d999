//! `rovy sync`: what changed since a token, and the latest token.

use std::cell::RefCell;
use std::path::PathBuf;
use std::process::ExitCode;
use std::rc::Rc;
use std::str::FromStr;

use clap::Args;
use rovy_runtime::rest::SyncToken;
use serde_json::{Value, json};

use crate::console::Console;
use crate::failure::Failure;
use crate::options::{AnswerFormat, ConnectorOptions, ObjectsFormat, ObjectsOptions};
use crate::output::{Lines, Output};
use crate::session::Session;
use crate::state::State;
use crate::table;

/// `sync CONNECTOR TYPE`.
#[derive(Debug, Args)]
pub struct Sync {
    #[command(flatten)]
    connector: ConnectorOptions,
    /// The object type; __ALL__ for all at once
    #[arg(value_name = "TYPE")]
    object_type: String,
    /// Show what changed since this token
    #[arg(long, value_name = "JSON", allow_hyphen_values = true, conflicts_with_all = ["state", "latest"])]
    token: Option<JsonToken>,
    /// Keep the token in a file: without one there only the latest token is asked for
    #[arg(long, value_name = "FILE", conflicts_with = "latest")]
    state: Option<PathBuf>,
    /// Show the latest token and nothing else
    #[arg(long)]
    latest: bool,
    #[command(flatten)]
    answer: ObjectsOptions,
}

/// A token as it is given on the command line.
#[derive(Debug, Clone)]
struct JsonToken(Value);

impl FromStr for JsonToken {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        serde_json::from_str(text)
            .map(Self)
            .map_err(|error| format!("expected JSON ({error}); texts need quotes: '\"text\"'"))
    }
}

impl Sync {
    pub fn format(&self) -> Option<AnswerFormat> {
        self.answer.answer()
    }

    pub fn run(&self, console: &Console) -> Result<ExitCode, Failure> {
        let mut state = self.state.as_deref().map(State::read).transpose()?;
        let stored = match &state {
            Some(state) => state.token(&self.object_type)?,
            None => None,
        };
        let mut session = Session::open(&self.connector, console)?;
        let mut output = Output::new();
        let only_latest = self.latest || (state.is_some() && stored.is_none());
        let token = if only_latest {
            self.print_latest(&mut session, &mut output)?
        } else {
            let since = stored.or_else(|| {
                let JsonToken(value) = self.token.clone()?;
                Some(SyncToken {
                    native_type: None,
                    value,
                })
            });
            self.print_deltas(&mut session, &mut output, since.as_ref())?
        };
        output.finish()?;
        if let (Some(state), Some(token)) = (&mut state, token) {
            state.store(&self.object_type, token)?;
        }
        Ok(ExitCode::SUCCESS)
    }

    fn print_latest(&self, session: &mut Session, output: &mut Output) -> Result<Option<SyncToken>, Failure> {
        let token = session.ask(|system, _| system.latest_token(&self.object_type))?;
        if self.latest {
            output.answer(&json!({"token": value(token.as_ref())}), self.format())?;
        } else {
            self.print(output, token.as_ref(), Vec::new())?;
        }
        Ok(token)
    }

    fn print_deltas(
        &self,
        session: &mut Session,
        output: &mut Output,
        since: Option<&SyncToken>,
    ) -> Result<Option<SyncToken>, Failure> {
        let deltas = Rc::new(RefCell::new(Vec::new()));
        let filling = deltas.clone();
        let lines = (self.answer.format == Some(ObjectsFormat::Ndjson)).then(Lines::default);
        let printing = lines.clone();
        let outcome = session.ask(|system, progress| {
            let progress = progress.clone();
            system.sync(&self.object_type, since, move |delta| {
                progress.count();
                match &printing {
                    Some(lines) => progress.aside(|| lines.print(&delta.to_string())),
                    None => {
                        filling.borrow_mut().push(delta);
                        true
                    }
                }
            })
        });
        if let Some(lines) = lines {
            lines.finish()?;
        }
        let token = outcome?;
        self.print(output, token.as_ref(), deltas.take())?;
        Ok(token)
    }

    fn print(&self, output: &mut Output, token: Option<&SyncToken>, deltas: Vec<Value>) -> Result<(), Failure> {
        match self.answer.format {
            Some(ObjectsFormat::Ndjson) => Ok(()),
            Some(ObjectsFormat::Table) => output.line(&table::of_deltas(&deltas)),
            _ => output.answer(&json!({"token": value(token), "deltas": deltas}), self.format()),
        }
    }
}

fn value(token: Option<&SyncToken>) -> Value {
    token.map_or(Value::Null, |token| token.value.clone())
}
