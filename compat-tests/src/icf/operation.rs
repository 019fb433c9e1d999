//! The operations of a connector, as the steps of a case name them.

use super::{answer, input};
use rovy_interp::value::{Str, Value};
use rovy_interp::{Res, Vm};
use rovy_runtime::connector::{Connector, Facade};
use rovy_runtime::icf::filter::{Comparison, builder};
use rovy_runtime::icf::guarded::GuardedString;
use rovy_runtime::icf::{script_context, sync};
use rovy_runtime::operation::Update;
use rovy_runtime::toolkit::handler::Consumer;
use serde_json::{Map, Value as Json, json};
use std::cell::RefCell;
use std::rc::Rc;

/// One operation on a connector.
pub(super) struct Operation<'s> {
    /// The connector.
    pub facade: &'s mut Facade,
    /// Whether the facade's rules apply, or the connector is asked itself.
    pub through_facade: bool,
    /// Whether results go through the facade's buffer, which a script fills from a thread of its own.
    pub buffered: bool,
    /// The operation's name.
    pub name: &'s str,
    /// What the step says of it.
    pub step: &'s Json,
    /// What it answers.
    pub out: &'s mut Map<String, Json>,
}

/// Collects what a search or synchronisation hands over, and stops when the step says so. Behind a buffer the script is not told,
/// and what it hands over afterwards is lost.
fn collector(step: &Json, buffered: bool, show: fn(&mut Vm, &Value) -> Json) -> (Rc<RefCell<Vec<Json>>>, Consumer) {
    let stop_after = step.get("stopAfter").and_then(Json::as_u64).unwrap_or(u64::MAX);
    let found: Rc<RefCell<Vec<Json>>> = Rc::default();
    let filling = found.clone();
    let consumer: Consumer = Rc::new(move |vm: &mut Vm, value: &Value| {
        let goes_on = |found: &Vec<Json>| (found.len() as u64) < stop_after;
        if buffered && !goes_on(&filling.borrow()) {
            return Ok(true);
        }
        let shown = show(vm, value);
        filling.borrow_mut().push(shown);
        Ok(buffered || goes_on(&filling.borrow()))
    });
    (found, consumer)
}

impl Operation<'_> {
    /// Performs it.
    pub(super) fn perform(&mut self) -> Res<()> {
        match self.name {
            "SEARCH" => self.search(),
            "GET" => self.get(),
            "SYNC" => self.synchronise(),
            "SCHEMA" => {
                let schema = if self.through_facade {
                    self.facade.schema()?
                } else {
                    self.connector(Connector::schema)?
                };
                let shown = answer::schema(self.vm(), &schema);
                self.answer("schema", shown)
            }
            "GET_LATEST_SYNC_TOKEN" => {
                let token = self.facade.latest_sync_token(&self.object_class())?;
                self.answer_value("token", &token)
            }
            "TEST" | "VALIDATE" | "RELEASE" => {
                match self.name {
                    "TEST" => self.facade.test()?,
                    "VALIDATE" => self.facade.validate()?,
                    _ => self.connector(Connector::release)?,
                }
                self.answer("ok", true.into())
            }
            "RUNSCRIPTONCONNECTOR" | "RUNSCRIPTONRESOURCE" => self.script(),
            _ => self.write(),
        }
    }

    fn vm(&mut self) -> &mut Vm {
        &mut self.facade.connector().vm
    }

    /// Past the facade.
    fn connector<R>(&mut self, run: impl FnOnce(&mut Connector) -> Res<R>) -> Res<R> {
        self.facade.connector().operate(run)
    }

    fn object_class(&self) -> Value {
        input::object_class(self.step.get("objectClass"))
    }

    fn options(&mut self) -> Res {
        let step = self.step;
        input::options(self.vm(), step)
    }

    fn text(&self, key: &str) -> Option<&str> {
        self.step.get(key).and_then(Json::as_str)
    }

    fn answer(&mut self, key: &str, shown: Json) -> Res<()> {
        self.out.insert(key.into(), shown);
        Ok(())
    }

    fn answer_value(&mut self, key: &str, value: &Value) -> Res<()> {
        let shown = answer::value(self.vm(), value);
        self.answer(key, shown)
    }

    fn search(&mut self) -> Res<()> {
        let step = self.step;
        let (found, consumer) = collector(step, self.buffered, answer::object);
        self.answer("results", json!([]))?;
        let class = self.object_class();
        let translated = step.get("translate") != Some(&Json::Bool(false));
        let filter = input::filter(self.vm(), step.get("filter"))?;
        let options = self.options()?;
        let result = if self.through_facade {
            self.facade.search(&class, &filter, &options, consumer)
        } else {
            self.connector(|c| {
                if translated {
                    c.search(&class, &filter, &options, consumer)
                } else {
                    c.execute_query(&class, &filter, &options, consumer)
                }
            })
        };
        self.answer("results", found.take().into())?;
        self.answer("searchResult", answer::search_result(&result?))
    }

    fn get(&mut self) -> Res<()> {
        let step = self.step;
        let class = self.object_class();
        let uid = input::uid(self.vm(), step.get("uid").unwrap_or(&Json::Null))?;
        let options = self.options()?;
        if self.through_facade {
            let object = self.facade.get(&class, &uid, &options)?;
            let shown = answer::object(self.vm(), &object);
            return self.answer("object", shown);
        }
        let filter = builder::compare(self.vm(), Comparison::Equals, &uid)?;
        let (found, consumer) = collector(&json!({"stopAfter": 1}), false, answer::object);
        self.connector(|c| c.search(&class, &filter, &options, consumer))?
            .done();
        let first = found.take().into_iter().next();
        self.answer("object", first.unwrap_or_default())
    }

    fn synchronise(&mut self) -> Res<()> {
        let (found, consumer) = collector(self.step, self.buffered, answer::delta);
        let class = self.object_class();
        let options = self.options()?;
        let token = match self.step.get("token") {
            None | Some(Json::Null) => Value::Null,
            Some(json) => {
                let value = input::value(self.vm(), json)?;
                Value::host(sync::new_token(self.vm(), &value)?)
            }
        };
        let result = if self.through_facade {
            self.facade.sync(&class, &token, &options, consumer)
        } else {
            self.connector(|c| c.sync(&class, &token, &options, consumer))
        };
        self.answer("deltas", found.take().into())?;
        self.answer_value("token", &result?)
    }

    fn script(&mut self) -> Res<()> {
        let options = self.options()?;
        let given = self.step.get("scriptArguments").and_then(Json::as_object);
        let mut arguments = Vec::new();
        for (name, json) in given.into_iter().flatten() {
            arguments.push((Value::str(name), input::value(self.vm(), json)?));
        }
        let (language, source) = (self.text("scriptLanguage"), self.text("scriptText"));
        let (language, source) = (language.map(Str::new), source.map(Str::new));
        let context = script_context::create(self.vm(), language.as_ref(), source.as_ref(), &arguments)?;
        let on_connector = self.name == "RUNSCRIPTONCONNECTOR";
        let value = match (self.through_facade, on_connector) {
            (true, true) => self.facade.run_script_on_connector(&context, &options)?,
            (true, false) => self.facade.run_script_on_resource(&context, &options)?,
            (false, true) => self.connector(|c| c.run_script_on_connector(&context, &options))?,
            (false, false) => self.connector(|c| c.run_script_on_resource(&context, &options))?,
        };
        self.answer_value("value", &value)
    }

    fn write(&mut self) -> Res<()> {
        let step = self.step;
        let class = self.object_class();
        let username = step.get("username").and_then(Json::as_str).unwrap_or_default();
        let options = self.options()?;
        let attributes = input::attributes(self.vm(), step.get("attributes"))?;
        let target = match step.get("uid") {
            Some(json) => input::uid(self.vm(), json)?,
            None => Value::Null,
        };
        let kind = match self.name {
            "ADD_ATTRIBUTE_VALUES" => Update::Add,
            "REMOVE_ATTRIBUTE_VALUES" => Update::Remove,
            _ => Update::Replace,
        };
        let password = Value::host(GuardedString::new(self.text("password").unwrap_or_default()));
        let facade = &mut *self.facade;
        let uid = match (self.name, self.through_facade) {
            ("DELETE", true) => return facade.delete(&class, &target, &options),
            ("DELETE", false) => return self.connector(|c| c.delete(&class, &target, &options)),
            ("CREATE", true) => facade.create(&class, &attributes, &options)?,
            ("CREATE", false) => self.connector(|c| c.create(&class, &attributes, &options))?,
            ("AUTHENTICATE", true) => facade.authenticate(&class, username, &password, &options)?,
            ("AUTHENTICATE", false) => self.connector(|c| c.authenticate(&class, username, &password, &options))?,
            ("RESOLVE_USERNAME", true) => facade.resolve_username(&class, username, &options)?,
            ("RESOLVE_USERNAME", false) => self.connector(|c| c.resolve_username(&class, username, &options))?,
            (_, true) => facade.change_values(kind, &class, &target, &attributes, &options)?,
            (_, false) => self.connector(|c| c.update(kind, &class, &target, &attributes, &options))?,
        };
        self.answer("uid", answer::uid(&uid))
    }
}
