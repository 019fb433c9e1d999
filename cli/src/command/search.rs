//! `rovy search`: a query and its result.

use std::cell::RefCell;
use std::process::ExitCode;
use std::rc::Rc;

use clap::Args;
use rovy_runtime::rest::{Fields, Query, SortField, query_answer};
use serde_json::{Map, Value};

use crate::console::Console;
use crate::failure::Failure;
use crate::options::{AnswerFormat, ConnectorOptions, ObjectsFormat, ObjectsOptions};
use crate::output::{Lines, Output};
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
    #[arg(
        long,
        value_name = "N",
        default_value_t = 0,
        hide_default_value = true,
        allow_negative_numbers = true
    )]
    page_size: u32,
    /// Where the page begins: the pagedResultsCookie of the one before
    #[arg(long, allow_hyphen_values = true)]
    cookie: Option<String>,
    /// How many objects to leave out at the beginning
    #[arg(
        long,
        value_name = "N",
        default_value_t = 0,
        hide_default_value = true,
        allow_negative_numbers = true
    )]
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
            Some(ObjectsFormat::Ndjson) => self.stream(&mut session)?,
            Some(ObjectsFormat::Table) => {
                let (objects, _) = self.collect(&mut session)?;
                if !objects.is_empty() {
                    output.line(&table::of_objects(&objects))?;
                } else if !console.quiet {
                    console.say("no objects found");
                }
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
        let objects = Rc::new(RefCell::new(Vec::new()));
        let filling = objects.clone();
        let cookie = session.ask(|system, progress| {
            let progress = progress.clone();
            system.query(&self.object_type, &self.query(), move |object| {
                progress.count();
                filling.borrow_mut().push(object);
                true
            })
        })?;
        Ok((objects.take(), cookie))
    }

    /// Prints each object as it comes. What was printed before a failure stays.
    fn stream(&self, session: &mut Session) -> Result<(), Failure> {
        let lines = Lines::default();
        let printing = lines.clone();
        let outcome = session.ask(|system, progress| {
            let progress = progress.clone();
            system.query(&self.object_type, &self.query(), move |object| {
                progress.count();
                progress.aside(|| printing.print(&Value::Object(object).to_string()))
            })
        });
        lines.finish()?;
        outcome.map(|_| ())
    }
}
