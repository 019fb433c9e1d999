//! The host's way in: an interpreter with its bindings, scripts compiled once and run often, values in and out, errors as
//! Rust types.

use crate::jdk::{self, groovy::lang::binding::Binding};
use crate::registry::{Class, Registry};
use crate::value::{Map, Place, Str, Value};
use crate::vm::{Breach, Fault, HostServices, Limits, LoadError, Source, Unit, Vm};
use crate::{Res, Thrown};
use std::fmt;
use std::rc::Rc;

/// Why a script gave no value.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The source does not compile.
    #[error(transparent)]
    Compile(Box<LoadError>),
    /// An exception that nothing caught.
    #[error("{0}")]
    Exception(Uncaught),
    /// A limit that was passed.
    #[error("{0}")]
    Limit(Breach),
    /// The script asked to end the process with a code.
    #[error("the script asked to exit with code {0}")]
    Exit(i32),
}

/// An exception that nothing caught.
#[derive(Debug)]
pub struct Uncaught {
    /// `java.lang.IllegalStateException`.
    pub class: String,
    /// `getMessage()`.
    pub message: Option<String>,
    /// The script's frames, innermost first.
    pub trace: Vec<Place>,
}

impl fmt::Display for Uncaught {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.message {
            Some(message) => write!(f, "{}: {message}", self.class),
            None => f.write_str(&self.class),
        }
    }
}

/// A script compiled for one interpreter.
#[derive(Clone)]
pub struct Script(Rc<Unit>);

/// An interpreter with the variables that its scripts see.
pub struct Interpreter {
    vm: Vm,
    variables: Rc<Map>,
}

impl Default for Interpreter {
    fn default() -> Interpreter {
        Interpreter::new(&[], HostServices::default(), Limits::default())
    }
}

impl Interpreter {
    /// An interpreter with classes of the host beside Java's and Groovy's, its services, and its limits.
    pub fn new(classes: &[&'static Class], host: HostServices, limits: Limits) -> Interpreter {
        let slices: Vec<&[&'static Class]> = jdk::CLASSES.iter().copied().chain([classes]).collect();
        Interpreter {
            vm: Vm::new(Registry::new(&slices), host, limits),
            variables: Map::empty(),
        }
    }

    /// The interpreter behind, for what this front does not offer.
    pub fn vm(&mut self) -> &mut Vm {
        &mut self.vm
    }

    /// Sets a variable of the binding.
    pub fn bind(&mut self, name: &str, value: impl Into<Value>) {
        self.variables.put_str(&Str::new(name), value.into());
    }

    /// A variable of the binding; what a script assigned without declaring stands here too.
    pub fn variable(&self, name: &str) -> Option<Value> {
        self.variables.get_str(&Str::new(name))
    }

    /// Compiles a script.
    ///
    /// # Errors
    ///
    /// [`Error::Compile`] with what was found.
    pub fn compile(&mut self, name: &str, text: &str) -> Result<Script, Error> {
        let file = format!("{name}.groovy");
        let loaded = self.vm.on_reserved_stack(|vm| {
            vm.load(Source {
                name,
                file: &file,
                text,
            })
        });
        loaded.map(Script).map_err(Error::Compile)
    }

    /// Runs a compiled script with the binding.
    ///
    /// # Errors
    ///
    /// What ended it.
    pub fn run(&mut self, script: &Script) -> Result<Value, Error> {
        let binding = Value::host(Binding::new(self.variables.clone()));
        self.enter(|vm| {
            let object = vm.script_of(&script.0, binding)?;
            vm.run_script(&object)
        })
    }

    /// Compiles and runs a text.
    ///
    /// # Errors
    ///
    /// What keeps it from running or ended it.
    pub fn eval(&mut self, text: &str) -> Result<Value, Error> {
        let name = self.vm.next_script_name();
        let script = self.compile(&name, text)?;
        self.run(&script)
    }

    /// A value as Groovy prints it.
    ///
    /// # Errors
    ///
    /// What a script's own `toString()` throws.
    pub fn text(&mut self, value: &Value) -> Result<String, Error> {
        self.enter(|vm| vm.to_text(value))
    }

    /// Runs native or script code on a stack with room for the call depth, with fresh limits.
    ///
    /// # Errors
    ///
    /// What ended it.
    pub fn enter<R>(&mut self, run: impl FnOnce(&mut Vm) -> Res<R>) -> Result<R, Error> {
        self.vm.on_reserved_stack(|vm| {
            vm.begin_run();
            run(vm).map_err(|thrown| uncaught(vm, thrown))
        })
    }
}

/// A fault as the host sees it.
fn uncaught(vm: &mut Vm, thrown: Thrown) -> Error {
    match vm.end_run(thrown) {
        Fault::Breach(breach) => Error::Limit(breach),
        Fault::Exit(code) => Error::Exit(code),
        Fault::Exception(exception) => {
            let class = vm.class_name(exception.class_id()).to_string();
            let message = vm
                .call_method(&exception, "getMessage", &[])
                .ok()
                .filter(|m| !m.is_null());
            let message = message.and_then(|m| vm.to_text(&m).ok());
            let trace = vm
                .throwable_of(&exception)
                .map(|t| t.trace.borrow().clone())
                .unwrap_or_default();
            Error::Exception(Uncaught { class, message, trace })
        }
    }
}
