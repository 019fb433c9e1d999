//! Running one case: a fresh copy of its folder, one connector, its steps in order.

use super::{answer, input, read};
use rovy_interp::value::{Str, Value};
use rovy_interp::vm::{Capabilities, HostServices};
use rovy_interp::{Res, Vm};
use rovy_runtime::connector::{Connector, ConnectorError, Facade, Settings};
use rovy_runtime::icf::behaviour::Behaviour;
use rovy_runtime::icf::filter::Comparison;
use rovy_runtime::icf::filter::builder;
use rovy_runtime::icf::guarded::GuardedString;
use rovy_runtime::icf::log::{Level, LogSink, Record};
use rovy_runtime::icf::script_context::{self, ScriptContext};
use rovy_runtime::icf::sync;
use rovy_runtime::operation::Update;
use rovy_runtime::provisioner::{Configuration, ConnectorKind, OperationTimeouts, Provisioner, ResultsHandler};
use rovy_runtime::toolkit::handler::Consumer;
use serde_json::{Map, Value as Json, json};
use std::cell::RefCell;
use std::io::Write;
use std::path::Path;
use std::rc::Rc;
use std::time::{Duration, SystemTime};

/// Standard output, kept.
#[derive(Clone, Default)]
struct Printed(Rc<RefCell<Vec<u8>>>);

impl Write for Printed {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Log messages, kept.
#[derive(Default)]
struct Logged(RefCell<Vec<Json>>);

impl LogSink for Logged {
    fn is_loggable(&self, _logger: &str, _level: Level) -> bool {
        true
    }

    fn log(&self, vm: &mut Vm, record: &Record) -> Res<()> {
        let mut line = Map::new();
        line.insert("level".into(), record.level.name().into());
        line.insert("logger".into(), record.logger.to_string().into());
        line.insert("message".into(), record.message.clone().into());
        if !record.throwable.is_null() {
            line.insert("throwable".into(), vm.to_text(&record.throwable)?.into());
        }
        self.0.borrow_mut().push(Json::Object(line));
        Ok(())
    }
}

struct Run {
    spec: Json,
    folder: tempfile::TempDir,
    target: Option<Facade>,
    printed: Printed,
    logged: Rc<Logged>,
}

/// Runs a case; an object for each step.
pub fn case(source: &Path) -> Result<Vec<Json>, String> {
    let spec = read(&source.join("case.json"))?;
    let folder = tempfile::tempdir().map_err(|e| e.to_string())?;
    copy(source, folder.path()).map_err(|e| e.to_string())?;
    let steps = spec.get("steps").and_then(Json::as_array).cloned().unwrap_or_default();
    let mut run = Run {
        spec,
        folder,
        target: None,
        printed: Printed::default(),
        logged: Rc::default(),
    };
    steps.iter().map(|step| run.step(step)).collect()
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

impl Run {
    fn step(&mut self, step: &Json) -> Result<Json, String> {
        let operation = step
            .get("operation")
            .and_then(Json::as_str)
            .unwrap_or_default()
            .to_string();
        let mut out = Map::new();
        out.insert("operation".into(), operation.clone().into());
        let outcome = match self.file_step(&operation, step) {
            Some(done) => {
                done?;
                Ok(())
            }
            None => self.operation(&operation, step, &mut out),
        };
        if let Err(error) = outcome {
            let normal = |text: &str| self.normal(text);
            out.insert("error".into(), answer::error(&error, &normal, 0));
        }
        let logged = self.logged.0.take();
        if !logged.is_empty() {
            out.insert("log".into(), logged.into());
        }
        let text = self.normal(&String::from_utf8_lossy(&self.printed.0.take()));
        if !text.is_empty() {
            let lines: Vec<&str> = text.strip_suffix('\n').unwrap_or(&text).split('\n').collect();
            out.insert("stdout".into(), lines.into());
        }
        Ok(Json::Object(out))
    }

    /// Steps that only touch files or time.
    fn file_step(&self, operation: &str, step: &Json) -> Option<Result<(), String>> {
        match operation {
            "WRITE_FILE" => Some(self.write_file(step).map_err(|e| e.to_string())),
            "SLEEP" => {
                let millis = step.get("millis").and_then(Json::as_u64).unwrap_or_default();
                std::thread::sleep(Duration::from_millis(millis));
                Some(Ok(()))
            }
            _ => None,
        }
    }

    fn write_file(&self, step: &Json) -> std::io::Result<()> {
        let text = |key: &str| step.get(key).and_then(Json::as_str).unwrap_or_default();
        let path = self.folder.path().join(text("file"));
        std::fs::write(&path, text("text"))?;
        if let Some(seconds) = step.get("lastModifiedPlusSeconds").and_then(Json::as_u64) {
            let file = std::fs::File::options().write(true).open(&path)?;
            file.set_modified(SystemTime::now() + Duration::from_secs(seconds))?;
        }
        Ok(())
    }

    /// Folder names, identity hashes and names of nameless scripts are not the same twice.
    fn normal(&self, text: &str) -> String {
        let folder = self.folder.path().to_string_lossy().into_owned();
        let text = text.replace("\r\n", "\n").replace(&folder, "${CASE}");
        with_script_names(&with_hashes(&text))
    }

    fn target(&mut self) -> Result<&mut Facade, ConnectorError> {
        if self.target.is_none() {
            self.target = Some(self.open()?);
        }
        self.target.as_mut().ok_or_else(|| failed("no target"))
    }

    fn open(&self) -> Result<Facade, ConnectorError> {
        let folder = self.folder.path().to_string_lossy().into_owned();
        let mut properties = Map::new();
        properties.insert("scriptRoots".into(), json!([folder]));
        for (name, value) in self
            .spec
            .get("configuration")
            .and_then(Json::as_object)
            .into_iter()
            .flatten()
        {
            properties.insert(name.clone(), with_folder(value, &folder));
        }
        let configuration = Configuration::from_json(&properties).map_err(|e| failed(&e.to_string()))?;
        let kind = self.spec.get("connector").and_then(Json::as_str);
        let handler =
            ResultsHandler::from_json(self.spec.get("resultsHandlerConfig")).map_err(|e| failed(&e.to_string()))?;
        let timeouts = input::timeouts(self.spec.get("operationTimeout"));
        let timeouts = OperationTimeouts::from_json(Some(&timeouts)).map_err(|e| failed(&e.to_string()))?;
        let provisioner = Provisioner {
            name: "case".into(),
            enabled: true,
            connector_ref: Map::new(),
            kind: kind.and_then(ConnectorKind::named).unwrap_or(ConnectorKind::Scripted),
            configuration,
            results_handler: handler,
            operation_timeouts: timeouts,
            object_types: None,
            folder: self.folder.path().to_path_buf(),
        };
        let host = HostServices {
            out: Box::new(self.printed.clone()),
            capabilities: Capabilities {
                files: true,
                environment: true,
                ..Capabilities::default()
            },
            ..HostServices::default()
        };
        let settings = Settings {
            behaviour: Behaviour::OpenIcf,
            host,
            log: Some(self.logged.clone()),
            ..Settings::default()
        };
        Facade::open(&provisioner, settings)
    }

    fn operation(&mut self, operation: &str, step: &Json, out: &mut Map<String, Json>) -> Result<(), ConnectorError> {
        let through_facade = self.spec.get("layer").and_then(Json::as_str) == Some("facade");
        let facade = match self.target() {
            Ok(facade) => facade,
            Err(error) => {
                return Err(error);
            }
        };
        let result = perform(facade, through_facade, operation, step, out);
        result.map_err(|thrown| facade.connector().error(thrown))
    }
}

fn failed(message: &str) -> ConnectorError {
    ConnectorError {
        class: "case".into(),
        message: Some(message.into()),
        cause: None,
        trace: Vec::new(),
    }
}

fn with_folder(value: &Json, folder: &str) -> Json {
    match value {
        Json::String(text) => text.replace("${CASE}", folder).into(),
        Json::Array(items) => items.iter().map(|i| with_folder(i, folder)).collect(),
        other => other.clone(),
    }
}

/// `@1a2b3c` becomes `@HASH`: five to eight hexadecimal digits.
fn with_hashes(text: &str) -> String {
    let mut out = String::new();
    let mut parts = text.split('@');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        out.push('@');
        let digits = part
            .bytes()
            .take_while(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(b))
            .count();
        let ends = part
            .as_bytes()
            .get(digits)
            .is_none_or(|b| !b.is_ascii_alphanumeric() && *b != b'_');
        if (5..=8).contains(&digits) && ends {
            out.push_str("HASH");
            out.push_str(part.get(digits..).unwrap_or_default());
        } else {
            out.push_str(part);
        }
    }
    out
}

/// `Script1700000000000` becomes `Script#`.
fn with_script_names(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("Script") {
        let (head, tail) = rest.split_at(at + "Script".len());
        out.push_str(head);
        let digits = tail.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 13 {
            out.push('#');
            rest = tail.get(13..).unwrap_or_default();
        } else {
            rest = tail;
        }
    }
    out + rest
}

/// Collects what a search or synchronisation hands over, and stops when the step says so.
fn collector(step: &Json, show: fn(&mut Vm, &Value) -> Json) -> (Rc<RefCell<Vec<Json>>>, Consumer) {
    let stop_after = step.get("stopAfter").and_then(Json::as_u64).unwrap_or(u64::MAX);
    let found: Rc<RefCell<Vec<Json>>> = Rc::default();
    let filling = found.clone();
    let consumer: Consumer = Rc::new(move |vm: &mut Vm, value: &Value| {
        let shown = show(vm, value);
        filling.borrow_mut().push(shown);
        Ok((filling.borrow().len() as u64) < stop_after)
    });
    (found, consumer)
}

fn perform(
    facade: &mut Facade,
    through_facade: bool,
    operation: &str,
    step: &Json,
    out: &mut Map<String, Json>,
) -> Res<()> {
    match operation {
        "SEARCH" => search(facade, through_facade, step, out),
        "GET" => get(facade, through_facade, step, out),
        "SYNC" => synchronise(facade, through_facade, step, out),
        "SCHEMA" => {
            let schema = if through_facade {
                facade.schema()?
            } else {
                facade.connector().operate(Connector::schema)?
            };
            let shown = answer::schema(&facade.connector().vm, &schema);
            out.insert("schema".into(), shown);
            Ok(())
        }
        "GET_LATEST_SYNC_TOKEN" => {
            let class = input::object_class(step.get("objectClass"));
            let token = facade.latest_sync_token(&class)?;
            let shown = answer::value(&mut facade.connector().vm, &token);
            out.insert("token".into(), shown);
            Ok(())
        }
        "TEST" | "VALIDATE" | "RELEASE" => {
            match operation {
                "TEST" => facade.test()?,
                "VALIDATE" => facade.validate()?,
                _ => facade.connector().operate(Connector::release)?,
            }
            out.insert("ok".into(), true.into());
            Ok(())
        }
        "RUNSCRIPTONCONNECTOR" | "RUNSCRIPTONRESOURCE" => script(facade, through_facade, operation, step, out),
        _ => write(facade, through_facade, operation, step, out),
    }
}

fn search(facade: &mut Facade, through_facade: bool, step: &Json, out: &mut Map<String, Json>) -> Res<()> {
    let (found, consumer) = collector(step, answer::object);
    let class = input::object_class(step.get("objectClass"));
    let translated = step.get("translate") != Some(&Json::Bool(false));
    let vm = &mut facade.connector().vm;
    let filter = input::filter(vm, step.get("filter"))?;
    let options = input::options(vm, step)?;
    let result = if through_facade {
        facade.search(&class, &filter, &options, consumer)
    } else {
        facade.connector().operate(|c| {
            if translated {
                c.search(&class, &filter, &options, consumer)
            } else {
                c.execute_query(&class, &filter, &options, consumer)
            }
        })
    };
    out.insert("results".into(), found.take().into());
    out.insert("searchResult".into(), answer::search_result(&result?));
    Ok(())
}

fn get(facade: &mut Facade, through_facade: bool, step: &Json, out: &mut Map<String, Json>) -> Res<()> {
    let class = input::object_class(step.get("objectClass"));
    let vm = &mut facade.connector().vm;
    let uid = input::uid(vm, step.get("uid").unwrap_or(&Json::Null))?;
    let options = input::options(vm, step)?;
    if through_facade {
        let object = facade.get(&class, &uid, &options)?;
        let shown = answer::object(&mut facade.connector().vm, &object);
        out.insert("object".into(), shown);
        return Ok(());
    }
    let filter = builder::compare(vm, Comparison::Equals, &uid)?;
    let (found, consumer) = collector(&json!({"stopAfter": 1}), answer::object);
    facade
        .connector()
        .operate(|c| c.search(&class, &filter, &options, consumer))?
        .done();
    let first = found.take().into_iter().next();
    out.insert("object".into(), first.unwrap_or_default());
    Ok(())
}

fn synchronise(facade: &mut Facade, through_facade: bool, step: &Json, out: &mut Map<String, Json>) -> Res<()> {
    let (found, consumer) = collector(step, answer::delta);
    let class = input::object_class(step.get("objectClass"));
    let vm = &mut facade.connector().vm;
    let options = input::options(vm, step)?;
    let token = match step.get("token") {
        None | Some(Json::Null) => Value::Null,
        Some(json) => {
            let value = input::value(vm, json)?;
            Value::host(sync::new_token(vm, &value)?)
        }
    };
    let result = if through_facade {
        facade.sync(&class, &token, &options, consumer)
    } else {
        facade
            .connector()
            .operate(|c| c.sync(&class, &token, &options, consumer))
    };
    out.insert("deltas".into(), found.take().into());
    let token = result?;
    let shown = answer::value(&mut facade.connector().vm, &token);
    out.insert("token".into(), shown);
    Ok(())
}

fn script(
    facade: &mut Facade,
    through_facade: bool,
    operation: &str,
    step: &Json,
    out: &mut Map<String, Json>,
) -> Res<()> {
    let text = |key: &str| step.get(key).and_then(Json::as_str).map(Str::new);
    let vm = &mut facade.connector().vm;
    let options = input::options(vm, step)?;
    let mut arguments = Vec::new();
    for (name, json) in step
        .get("scriptArguments")
        .and_then(Json::as_object)
        .into_iter()
        .flatten()
    {
        arguments.push((Value::str(name), input::value(vm, json)?));
    }
    let (language, source) = (text("scriptLanguage"), text("scriptText"));
    let context: ScriptContext = script_context::create(vm, language.as_ref(), source.as_ref(), &arguments)?;
    let on_connector = operation == "RUNSCRIPTONCONNECTOR";
    let value = match (through_facade, on_connector) {
        (true, true) => facade.run_script_on_connector(&context, &options)?,
        (true, false) => facade.run_script_on_resource(&context, &options)?,
        (false, true) => facade
            .connector()
            .operate(|c| c.run_script_on_connector(&context, &options))?,
        (false, false) => facade
            .connector()
            .operate(|c| c.run_script_on_resource(&context, &options))?,
    };
    let shown = answer::value(&mut facade.connector().vm, &value);
    out.insert("value".into(), shown);
    Ok(())
}

fn write(
    facade: &mut Facade,
    through_facade: bool,
    operation: &str,
    step: &Json,
    out: &mut Map<String, Json>,
) -> Res<()> {
    let class = input::object_class(step.get("objectClass"));
    let username = step.get("username").and_then(Json::as_str).unwrap_or_default();
    let vm = &mut facade.connector().vm;
    let options = input::options(vm, step)?;
    let attributes = input::attributes(vm, step.get("attributes"))?;
    let target = match step.get("uid") {
        Some(json) => input::uid(vm, json)?,
        None => Value::Null,
    };
    let kind = match operation {
        "ADD_ATTRIBUTE_VALUES" => Update::Add,
        "REMOVE_ATTRIBUTE_VALUES" => Update::Remove,
        _ => Update::Replace,
    };
    let password = Value::host(GuardedString::new(
        step.get("password").and_then(Json::as_str).unwrap_or_default(),
    ));
    let uid = match (operation, through_facade) {
        ("DELETE", true) => return facade.delete(&class, &target, &options),
        ("DELETE", false) => return facade.connector().operate(|c| c.delete(&class, &target, &options)),
        ("CREATE", true) => facade.create(&class, &attributes, &options)?,
        ("CREATE", false) => facade
            .connector()
            .operate(|c| c.create(&class, &attributes, &options))?,
        ("AUTHENTICATE", true) => facade.authenticate(&class, username, &password, &options)?,
        ("AUTHENTICATE", false) => facade
            .connector()
            .operate(|c| c.authenticate(&class, username, &password, &options))?,
        ("RESOLVE_USERNAME", true) => facade.resolve_username(&class, username, &options)?,
        ("RESOLVE_USERNAME", false) => facade
            .connector()
            .operate(|c| c.resolve_username(&class, username, &options))?,
        (_, true) => facade.change_values(kind, &class, &target, &attributes, &options)?,
        (_, false) => facade
            .connector()
            .operate(|c| c.update(kind, &class, &target, &attributes, &options))?,
    };
    out.insert("uid".into(), answer::uid(&uid));
    Ok(())
}
