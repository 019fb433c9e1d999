//! A scripted connector: its configuration, its script engine, its life from the first use to release.
//!
//! [`Connector`] has the operations as the connector itself offers them ([`operation`](crate::operation) says what each binds
//! and accepts); [`Facade`] is the framework in front of it, which callers use.

pub mod configuration;
mod engine;
mod error;
mod facade;
mod log_lines;
mod roots;
mod settings;

pub use configuration::ScriptedConfiguration;
pub use engine::class_name;
pub use error::ConnectorError;
pub use facade::Facade;
pub use log_lines::LogLines;
pub use settings::Settings;

use crate::icf::{behaviour::Behaviour, exceptions, log};
use crate::provisioner::{ConnectorKind, Provisioner};
use engine::Engine;
use rovy_interp::jdk::throwables;
use rovy_interp::lower::Imports;
use rovy_interp::registry::{Class, Registry};
use rovy_interp::value::{Closure, Map, Str, Throwable, Value};
use rovy_interp::vm::on_reserved_stack;
use rovy_interp::{Res, Thrown, Vm};
use std::path::PathBuf;
use std::rc::Rc;

/// The configuration's class, and what `instanceof` and imports ask for beside it.
pub static CLASSES: &[&Class] = &[&configuration::CLASS];

/// The scripts that `validate()` compiles, in its order.
const VALIDATED: [&str; 10] = [
    "authenticateScriptFileName",
    "createScriptFileName",
    "deleteScriptFileName",
    "resolveUsernameScriptFileName",
    "schemaScriptFileName",
    "scriptOnResourceScriptFileName",
    "searchScriptFileName",
    "syncScriptFileName",
    "testScriptFileName",
    "updateScriptFileName",
];

/// A connector instance with its configuration and interpreter.
pub struct Connector {
    /// The interpreter.
    pub vm: Vm,
    kind: ConnectorKind,
    folder: PathBuf,
    configuration: Value,
    engine: Option<Engine>,
    /// The schema, once the script has made it.
    pub(crate) schema: Value,
}

/// Packages of the connector server whose classes scripts may name, though they are not there yet.
pub const SERVER_PACKAGES: &[&str] = &[
    "groovyx.net.http",
    "org.apache.http",
    "org.forgerock.json",
    "org.forgerock.openicf.connectors.kerberos",
    "org.forgerock.openicf.connectors.scriptedcrest",
    "org.forgerock.openicf.connectors.scriptedrest",
    "org.forgerock.openicf.connectors.scriptedsql",
    "org.forgerock.openicf.connectors.ssh",
    "org.forgerock.openicf.misc.crest",
    "org.forgerock.services.context",
    "org.forgerock.util",
    "org.identityconnectors.framework.spi",
];

/// Imports that every script of a connector has: the framework's objects, and `ICF` for the object builder.
pub fn implicit_imports(imports: &mut Imports) {
    imports.stars = vec!["org.identityconnectors.framework.common.objects".into()];
    imports.single = vec![("ICF".into(), crate::toolkit::builder::CLASS.name.into())];
}

/// Every native class that a connector's scripts know.
pub fn registry() -> Registry {
    let own: [&[&Class]; 2] = [crate::toolkit::CLASSES, CLASSES];
    let all = rovy_interp::jdk::CLASSES
        .iter()
        .chain(crate::icf::CLASSES)
        .copied()
        .chain(own);
    Registry::new(&all.collect::<Vec<_>>())
}

impl Connector {
    /// A connector of a configuration. No operation script runs; custom configuration does.
    pub fn open(provisioner: &Provisioner, settings: Settings) -> Result<Connector, ConnectorError> {
        let mut vm = Vm::new(registry(), settings.host, settings.limits);
        vm.set_state::<Behaviour>(settings.behaviour);
        if let Some(sink) = settings.log {
            vm.set_state(log::Sink(sink));
        }
        let made = vm.on_reserved_stack(|vm| {
            vm.begin_run();
            implicit_imports(&mut vm.roots.imports);
            vm.roots.placed_calls = log::METHODS;
            vm.roots.absent_packages = SERVER_PACKAGES;
            ScriptedConfiguration::create(vm, &provisioner.configuration)
        });
        let configuration = match made {
            Ok(configuration) => configuration,
            Err(thrown) => return Err(ConnectorError::take(&mut vm, thrown)),
        };
        Ok(Connector {
            vm,
            kind: provisioner.kind,
            folder: provisioner.folder.clone(),
            configuration,
            engine: None,
            schema: Value::Null,
        })
    }

    /// Runs an operation as a run of its own: on a reserved stack, with fresh accounts.
    pub fn operate<R>(&mut self, run: impl FnOnce(&mut Connector) -> Res<R>) -> Res<R> {
        on_reserved_stack(
            self,
            |connector| &mut connector.vm,
            |connector| {
                connector.vm.begin_run();
                run(connector)
            },
        )
    }

    /// What is pending, as an error for Rust callers.
    pub fn error(&mut self, thrown: Thrown) -> ConnectorError {
        ConnectorError::take(&mut self.vm, thrown)
    }

    /// The configuration as scripts see it.
    pub fn configuration(&self) -> &Value {
        &self.configuration
    }

    fn settings(&self) -> Option<&ScriptedConfiguration> {
        self.configuration.as_host()
    }

    /// A configured text with something in it.
    pub(crate) fn setting(&self, name: &str) -> Option<Rc<Str>> {
        self.settings().and_then(|c| c.text(name))
    }

    /// Whether this connector adds the schema to every operation's variables.
    pub(crate) fn binds_schema(&self) -> bool {
        self.kind == ConnectorKind::Poolable && self.setting("schemaScriptFileName").is_some()
    }

    /// The engine, started when first needed: the customizer runs then. If it throws, the engine stays.
    fn start(&mut self) -> Res<()> {
        if self.engine.is_none() {
            let configuration = self.configuration.clone();
            let Some(settings) = configuration.as_host::<ScriptedConfiguration>() else {
                return Err(self.vm.unsupported("a configuration of another class"));
            };
            let mut engine = Engine::start(&mut self.vm, settings, &self.folder)?;
            let customizer = settings.text("customizerScriptFileName");
            let customized = match customizer {
                Some(name) => self.customize(&mut engine, &name.text()),
                None => Ok(()),
            };
            self.engine = Some(engine);
            customized?;
        }
        Ok(())
    }

    /// Runs something in the engine; what it throws is wrapped as [`Connector::wrapped`] says.
    fn in_engine(&mut self, failure: Option<&str>, run: impl FnOnce(&mut Engine, &mut Vm) -> Res) -> Res {
        self.start()?;
        let result = match &mut self.engine {
            Some(engine) => run(engine, &mut self.vm),
            None => Ok(Value::Null),
        };
        result.map_err(|thrown| self.wrapped(thrown, failure))
    }

    fn customize(&mut self, engine: &mut Engine, name: &str) -> Res<()> {
        let variables = Map::from_pairs([("configuration", self.configuration.clone())]);
        match engine.run(&mut self.vm, name, variables) {
            Ok(value) => {
                value.done();
                Ok(())
            }
            Err(thrown) => Err(self.wrapped(thrown, None)),
        }
    }

    /// Runs the script of a configuration property; none configured is an UnsupportedOperationException without message.
    pub(crate) fn run_configured(&mut self, property: &str, variables: Rc<Map>, failure: Option<&str>) -> Res {
        let Some(name) = self.setting(property) else {
            return Err(self.vm.throw_silent(&throwables::UNSUPPORTED_OPERATION_EXCEPTION));
        };
        let configuration = self.configuration.clone();
        self.in_engine(failure, |engine, vm| {
            variables.put_str(&Str::new("configuration"), configuration);
            engine.run(vm, &name.text(), variables)
        })
    }

    /// Runs a text that a caller sent.
    pub(crate) fn run_text(&mut self, text: &str, variables: Rc<Map>) -> Res {
        self.in_engine(None, |engine, vm| engine.run_text(vm, text, variables))
    }

    /// Unchecked exceptions as they are, and what is no Exception at all; checked ones inside a ConnectorException with a message, or with their own.
    fn wrapped(&mut self, thrown: Thrown, message: Option<&str>) -> Thrown {
        let vm = &mut self.vm;
        let exception = match vm.catch(thrown) {
            Ok(exception) => exception,
            Err(thrown) => return thrown,
        };
        let is = |class: &'static Class| vm.is_instance(&exception, class.id());
        if is(&throwables::RUNTIME_EXCEPTION) || !is(&throwables::EXCEPTION) {
            return vm.throw_value(exception);
        }
        let text = match message {
            Some(message) => Some(Str::new(message)),
            None => ConnectorError::message(vm, &exception).map(|m| Str::new(&m)),
        };
        let wrapper = Throwable::new(exceptions::CONNECTOR_EXCEPTION.id(), text);
        wrapper.cause.replace(exception);
        vm.throw_value(Value::Throwable(wrapper))
    }

    /// `configuration.validate()`: the roots are there, and the ten operation scripts compile.
    pub fn validate(&mut self) -> Res<()> {
        self.start()?;
        for property in VALIDATED {
            let Some(name) = self.setting(property) else {
                continue;
            };
            if let Some(engine) = &mut self.engine {
                engine.compile(&mut self.vm, &name.text())?;
            }
        }
        Ok(())
    }

    /// `configuration.release()`: the release closure runs, engine, bag and static state go; the next operation starts anew.
    pub fn release(&mut self) -> Res<()> {
        let configuration = self.configuration.clone();
        let Some(settings) = configuration.as_host::<ScriptedConfiguration>() else {
            return Ok(());
        };
        let closure = settings.take_release_closure();
        let released = match &closure {
            Value::Closure(closure) => self.call_release(closure),
            _ => Ok(()),
        };
        self.engine = None;
        self.vm.forget_classes();
        settings.clear_bag(&mut self.vm)?;
        released
    }

    fn call_release(&mut self, closure: &Rc<Closure>) -> Res<()> {
        let this = self.configuration.clone();
        let body = closure.rehydrate(this.clone(), this.clone(), this);
        body.strategy.set(rovy_interp::value::Strategy::DelegateFirst);
        self.vm.call_closure(&body, &[]).map(Value::done)
    }
}
