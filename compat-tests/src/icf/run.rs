//! Running one case: a fresh copy of its folder, one connector, its steps in order.

use super::normal::{with_hashes, with_script_names};
use super::operation::Operation;
use super::{answer, input, read};
use rovy_interp::vm::{Capabilities, HostServices};
use rovy_interp::{Res, Vm};
use rovy_runtime::connector::{ConnectorError, Facade, Settings};
use rovy_runtime::icf::behaviour::Behaviour;
use rovy_runtime::icf::log::{Level, LogSink, Record};
use rovy_runtime::provisioner::{Configuration, ConnectorKind, OperationTimeouts, Provisioner, ResultsHandler};
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
        let direct = self.spec.get("producerBufferSize").and_then(Json::as_u64) == Some(0);
        let facade = self.target()?;
        let mut operation = Operation {
            facade,
            through_facade,
            buffered: through_facade && !direct,
            name: operation,
            step,
            out,
        };
        let result = operation.perform();
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
