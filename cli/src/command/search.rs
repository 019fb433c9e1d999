//! `rovy search`: a query and its result.

use std::process::ExitCode;

use clap::Args;
use rovy_runtime::rest::{Fields, Query, SortField, query_answer};
use serde_json::{Map, Value};

use crate::console::Console;
use crate::failure::Failure;
use crate::options::{AnswerFormat, ConnectorOptions, ObjectsFormat, ObjectsOptions};
use crate::output::Output;
use crate::session::Session;
use crate::table;

/// `search CONNECTOR TYPE`.
#[derive(Debug, Args)]
pub struct Search {
    #[command(flatten)]
    connector: ConnectorOptions,
    /// The object type
    #[arg(value_name = "TYPE")]
    object_type: String,
    /// The query filter, such as 'active eq true and familyName sw "F"'
    #[arg(long, default_value = "true", allow_hyphen_values = true)]
    filter: String,
    /// The fields to show; * stands for those that are shown unasked
    #[arg(long, value_name = "A,B", default_value = "", hide_default_value = true)]
    fields: String,
    /// The fields to sort by, with a - before those that sort downwards
    #[arg(
        long,
        value_name = "K,-K",
        default_value = "",
        hide_default_value = true,
        allow_hyphen_values = true
    )]
    sort: String,
    /// How many objects a page has
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    page_size: u32,
    /// Where the page begins: the pagedResultsCookie of the one before
    #[arg(long, allow_hyphen_values = true)]
    cookie: Option<String>,
    /// How many objects to leave out at the beginning
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    offset: u32,
    #[command(flatten)]
    answer: ObjectsOptions,
}

/// The objects of a result, and the cookie of the next page.
type Page = (Vec<Map<String, Value>>, Option<String>);

impl Search {
    pub fn format(&self) -> Option<AnswerFormat> {
        self.answer.answer()
    }

    pub fn run(&self, console: &Console) -> Result<ExitCode, Failure> {
        let mut session = Session::open(&self.connector, console)?;
        let mut output = Output::new();
        match self.answer.format {
            Some(ObjectsFormat::Ndjson) => self.stream(&mut session, &mut output)?,
            Some(ObjectsFormat::Table) => {
                let (objects, _) = self.collect(&mut session)?;
                output.line(&table::of_objects(&objects))?;
            }
            Some(ObjectsFormat::Json | ObjectsFormat::Pretty) | None => {
                let (objects, cookie) = self.collect(&mut session)?;
                output.answer(&query_answer(objects, cookie), self.answer.answer())?;
            }
        }
        output.finish()?;
        Ok(ExitCode::SUCCESS)
    }

    fn query(&self) -> Query {
        Query {
            filter: self.filter.clone(),
            fields: Fields::new(&self.fields),
            sort_keys: SortField::list(&self.sort),
            page_size: self.page_size,
            cookie: self.cookie.clone(),
            offset: self.offset,
        }
    }

    fn collect(&self, session: &mut Session) -> Result<Page, Failure> {
        let mut objects = Vec::new();
        let cookie = session.ask(|system, progress| {
            system.query(&self.object_type, &self.query(), &mut |object| {
                progress.count();
                objects.push(object);
                true
            })
        })?;
        Ok((objects, cookie))
    }

    /// Prints each object as it comes. What was printed before a failure stays.
    fn stream(&self, session: &mut Session, output: &mut Output) -> Result<(), Failure> {
        let mut printed = Ok(());
        let outcome = session.ask(|system, progress| {
            system.query(&self.object_type, &self.query(), &mut |object| {
                progress.count();
                printed = output.line(&Value::Object(object).to_string());
                printed.is_ok()
            })
        });
        printed?;
        output.flush()?;
        outcome.map(|_| ())
    }
}
