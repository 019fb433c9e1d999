//! The script engine of a connector: scripts found by name, compiled once, and again when their files change.

use super::configuration::ScriptedConfiguration;
use super::roots::{self, Roots, RootsError};
use crate::icf::exceptions::{CONFIGURATION_EXCEPTION, CONNECTOR_EXCEPTION};
use crate::icf::log::Log;
use rovy_interp::jdk::throwables;
use rovy_interp::registry::ClassId;
use rovy_interp::value::{Map, Str, Throwable, Value};
use rovy_interp::vm::{Source, Unit};
use rovy_interp::{Res, Thrown, Vm};
use rustc_hash::FxHashMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::{Duration, Instant, SystemTime};

/// How long a source counts as unchanged after it was looked at.
const INTERVAL: Duration = Duration::from_millis(100);

/// The scripts of a connector, as far as they are compiled.
pub struct Engine {
    roots: Roots,
    encoding: Option<String>,
    scripts: FxHashMap<String, Compiled>,
    classes_checked: Instant,
}

struct Compiled {
    unit: Rc<Unit>,
    path: PathBuf,
    modified: Option<SystemTime>,
    checked: Instant,
}

impl Engine {
    /// An engine over the configuration's roots; relative roots start from a folder.
    pub fn start(vm: &mut Vm, configuration: &ScriptedConfiguration, folder: &Path) -> Res<Engine> {
        let texts = configuration.texts("scriptRoots");
        let mut roots = match Roots::new(texts.as_deref(), folder) {
            Ok(roots) => roots,
            Err(error) => return Err(refused(vm, &error)),
        };
        roots.follow(&|path| vm.host.capabilities.mapped_path(path));
        if let Some(classpath) = configuration.texts("classpath") {
            roots.extend(&classpath, folder);
        }
        vm.roots.folders = roots.folders().to_vec();
        vm.roots.base_class = configuration
            .text("scriptBaseClass")
            .map(|c| c.to_string())
            .unwrap_or_default();
        super::implicit_imports(&mut vm.roots.imports);
        Ok(Engine {
            roots,
            encoding: configuration.text("sourceEncoding").map(|e| e.to_string()),
            scripts: FxHashMap::default(),
            classes_checked: Instant::now(),
        })
    }

    /// Compiles a script unless it is compiled already and unchanged.
    pub fn compile(&mut self, vm: &mut Vm, name: &str) -> Res<Rc<Unit>> {
        self.forget_changed_classes(vm);
        if let Some(compiled) = self.scripts.get_mut(name) {
            if compiled.checked.elapsed() < INTERVAL {
                return Ok(compiled.unit.clone());
            }
            compiled.checked = Instant::now();
            if compiled.modified.is_some() && modified(&compiled.path) == compiled.modified {
                return Ok(compiled.unit.clone());
            }
            self.scripts.remove(name);
        }
        let Some(path) = self.roots.find(name) else {
            return Err(not_found(vm, &self.roots.tried(name)));
        };
        let changed = modified(&path);
        let text = self.read(vm, &path)?;
        let url = roots::url(&path);
        let class = class_name(name);
        let source = Source {
            name: &class,
            file: &url,
            text: &text,
        };
        let unit = match vm.load(source) {
            Ok(unit) => unit,
            Err(error) => return Err(vm.compilation_failed(&error)),
        };
        let compiled = Compiled {
            unit: unit.clone(),
            path,
            modified: changed,
            checked: Instant::now(),
        };
        self.scripts.insert(name.to_string(), compiled);
        Ok(unit)
    }

    /// When a class under the roots has changed, everything is compiled anew.
    fn forget_changed_classes(&mut self, vm: &mut Vm) {
        if self.classes_checked.elapsed() < INTERVAL {
            return;
        }
        self.classes_checked = Instant::now();
        if vm.class_files().iter().any(|(path, known)| modified(path) != *known) {
            vm.forget_classes();
            self.scripts.clear();
        }
    }

    fn read(&self, vm: &mut Vm, path: &Path) -> Res<String> {
        let bytes = match std::fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) => return Err(vm.throw(&throwables::IO_EXCEPTION, format!("{}: {error}", path.display()))),
        };
        match self.encoding.as_deref() {
            Some(name) if name.eq_ignore_ascii_case("ISO-8859-1") || name.eq_ignore_ascii_case("latin1") => {
                Ok(bytes.into_iter().map(char::from).collect())
            }
            None => Ok(String::from_utf8_lossy(&bytes).into_owned()),
            Some(name) if name.eq_ignore_ascii_case("UTF-8") || name.eq_ignore_ascii_case("US-ASCII") => {
                Ok(String::from_utf8_lossy(&bytes).into_owned())
            }
            Some(other) => Err(vm.unsupported(format!("the source encoding {other}: convert the scripts to UTF-8"))),
        }
    }

    /// Runs a script with some variables; `configuration` and `log` are among them.
    pub fn run(&mut self, vm: &mut Vm, name: &str, variables: Rc<Map>) -> Res {
        let unit = self.compile(vm, name)?;
        let class = unit.own_class(0);
        set_log(vm, &variables, class);
        let binding = vm.construct(ClassId::BINDING, &[Value::Map(variables)])?;
        let script = vm.script_of(&unit, binding)?;
        vm.run_script(&script)
    }

    /// Runs a text that a caller sent.
    pub fn run_text(&mut self, vm: &mut Vm, text: &str, variables: Rc<Map>) -> Res {
        let millis = SystemTime::now()
            .duration_since(SystemTime::UNIX_EPOCH)
            .map_or(0, |d| d.as_millis());
        let name = format!("Script{millis}");
        let file = format!("{name}.groovy");
        let logger = Value::host(Log {
            logger: "org.forgerock.openicf.misc.scriptedcommon.ScriptedConnectorBase".into(),
        });
        variables.put_str(&Str::new("log"), logger);
        let binding = vm.construct(ClassId::BINDING, &[Value::Map(variables)])?;
        vm.evaluate(
            Source {
                name: &name,
                file: &file,
                text,
            },
            binding,
        )
    }
}

fn set_log(vm: &Vm, variables: &Rc<Map>, class: ClassId) {
    let logger = Value::host(Log {
        logger: vm.class_name(class),
    });
    variables.put_str(&Str::new("log"), logger);
}

fn modified(path: &Path) -> Option<SystemTime> {
    std::fs::metadata(path).and_then(|m| m.modified()).ok()
}

/// The class of a script: `ops/Delete.groovy` is `Delete`.
pub fn class_name(script: &str) -> String {
    let file = script.rsplit('/').next().unwrap_or(script);
    let stem = file.split('.').next().unwrap_or(file);
    let clean = |c: char| {
        if c.is_alphanumeric() || c == '_' || c == '$' {
            c
        } else {
            '_'
        }
    };
    stem.chars().map(clean).collect()
}

fn refused(vm: &mut Vm, error: &RootsError) -> Thrown {
    match error {
        RootsError::Missing => vm.throw(
            &CONFIGURATION_EXCEPTION,
            "Missing required 'scriptRoots' configuration property",
        ),
        RootsError::Invalid => vm.throw(
            &CONFIGURATION_EXCEPTION,
            "The 'scriptRoots' does not contain valid root",
        ),
        RootsError::Unsupported(url) => vm.throw(
            &CONFIGURATION_EXCEPTION,
            format!(
                "the script root {url} lies inside an archive, which is not supported: unpack it and name the folder"
            ),
        ),
    }
}

/// One ResourceException a root, the last root's outermost, inside a ConnectorException.
fn not_found(vm: &mut Vm, tried: &[String]) -> Thrown {
    let mut cause = Value::Null;
    let mut message = String::new();
    for url in tried {
        message = format!("Cannot open URL: {url}");
        let exception = Throwable::new(throwables::RESOURCE_EXCEPTION.id(), Some(Str::new(&message)));
        exception.cause.replace(cause);
        cause = Value::Throwable(exception);
    }
    let text = format!("groovy.util.ResourceException: {message}");
    let exception = Throwable::new(CONNECTOR_EXCEPTION.id(), Some(Str::new(&text)));
    exception.cause.replace(cause);
    vm.throw_value(Value::Throwable(exception))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_is_named_after_its_file() {
        assert_eq!(class_name("ops/Delete.groovy"), "Delete");
        assert_eq!(class_name("my-script.groovy"), "my_script");
    }
}
