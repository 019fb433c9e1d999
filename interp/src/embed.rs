//! The host's way in: an interpreter with its bindings, scripts compiled once and run often, values in and out, errors as
//! Rust types.

use crate::jdk::{self, groovy::lang::binding::Binding};
use crate::registry::{Class, Registry};
use crate::value::{Map, Place, Str, Value};
use crate::vm::{Breach, Fault, HostServices, Limits, LoadError, Source, Stopper, Unit, Vm};
use crate::{Program, Res, Thrown};
use std::fmt;
use std::rc::Rc;
use std::sync::Arc;

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

impl Script {
    /// What it was compiled to, which other interpreters of other threads may [`load`](Interpreter::load) without compiling it again.
    pub fn program(&self) -> Arc<Program> {
        self.0.program.clone()
    }
}

impl fmt::Debug for Script {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Script").field(&self.0.program.name).finish()
    }
}

/// An interpreter with the variables that its scripts see. It stays on its thread; to work on several, make one for each and
/// share what is compiled ([`Script::program`]).
pub struct Interpreter {
    vm: Vm,
    variables: Rc<Map>,
}

impl fmt::Debug for Interpreter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Interpreter").finish_non_exhaustive()
    }
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

    /// What ends this interpreter's runs from another thread: they fail with [`Error::Limit`] and [`Breach::Stopped`].
    pub fn stopper(&self) -> Stopper {
        self.vm.stopper()
    }

    /// Sets a variable of the binding. A function of the host is a native closure, which scripts call as `name(…)`:
    ///
    /// ```
    /// use rovy_interp::{Interpreter, Value};
    /// use rovy_interp::value::Closure;
    ///
    /// let mut groovy = Interpreter::default();
    /// groovy.bind("limit", 2);
    /// let twice = |_: &mut _, arguments: &[Value]| {
    ///     Ok(arguments.first().and_then(Value::as_i64).map(|n| Value::from(2 * n)).unwrap_or_default())
    /// };
    /// groovy.bind("twice", Closure::native(Value::Null, 1, Vec::new(), twice));
    /// let value = groovy.eval("twice(limit) + 1")?;
    /// assert_eq!(value.as_i64(), Some(5));
    /// # Ok::<(), rovy_interp::Error>(())
    /// ```
    pub fn bind(&mut self, name: &str, value: impl Into<Value>) {
        self.variables.put_str(&Str::new(name), value.into());
    }

    /// A variable of the binding; what a script assigned without declaring stands here too.
    pub fn variable(&self, name: &str) -> Option<Value> {
        self.variables.get_str(&Str::new(name))
    }

    /// A script of a program that was compiled by another interpreter with the same classes.
    pub fn load(&mut self, program: Arc<Program>) -> Script {
        Script(self.vm.load_program(program))
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;
    use std::time::Duration;

    const RUN: &str =
        "import java.sql.Connection\nclass A { static int twice(n) { 2 * n } }\nA.twice(n) + [1, 2].sum { it }";

    #[test]
    fn a_program_runs_on_many_threads() {
        let compiled = Interpreter::default().compile("Shared", RUN).expect("a script");
        let program = compiled.program();
        let threads: Vec<_> = (0..3)
            .map(|n| {
                let program = program.clone();
                thread::spawn(move || {
                    let mut groovy = Interpreter::default();
                    let script = groovy.load(program);
                    groovy.bind("n", n);
                    let first = groovy.run(&script).expect("a value").as_i64();
                    groovy.bind("n", n + 1);
                    (first, groovy.run(&script).expect("a value").as_i64())
                })
            })
            .collect();
        let values: Vec<_> = threads
            .into_iter()
            .map(|thread| thread.join().expect("no panic"))
            .collect();
        assert_eq!(values, [(Some(3), Some(5)), (Some(5), Some(7)), (Some(7), Some(9))]);
    }

    #[test]
    fn another_thread_stops_a_run() {
        for endless in ["while (true) { }", "sleep(100_000)", "(1..2_000_000_000).each { }"] {
            let mut groovy = Interpreter::default();
            let stopper = groovy.stopper();
            let waiting = thread::spawn(move || {
                thread::sleep(Duration::from_millis(50));
                stopper.stop();
            });
            let error = groovy.eval(endless).expect_err("a stop");
            assert_eq!(error.to_string(), "stopped by the host", "{endless}");
            waiting.join().expect("no panic");
            assert!(matches!(groovy.eval("1"), Err(Error::Limit(Breach::Stopped))));
            groovy.stopper().resume();
            assert_eq!(groovy.eval("1").expect("a value").as_i64(), Some(1));
        }
    }

    #[test]
    fn values_are_shown_in_short() {
        let mut groovy = Interpreter::default();
        for (text, shown) in [
            ("null", "null"),
            ("true", "true"),
            ("1", "1"),
            ("1L", "1L"),
            ("1.5d", "1.5d"),
            ("1.50", "1.50"),
            ("10G", "10G"),
            ("'a\"b'", "\"a\\\"b\""),
            ("'x' as char", "'x'"),
            ("[1, 2]", "List of 2"),
            ("[a: 1]", "Map of 1"),
            ("[1] as Set", "Set of 1"),
        ] {
            let value = groovy.eval(text).expect("a value");
            assert_eq!(format!("{value:?}"), shown, "{text}");
        }
    }
}
