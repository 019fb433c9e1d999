//! `rovy run`: any Groovy script.

use std::io::{ErrorKind, Write, stderr};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;

use clap::Args;
use rovy_interp::registry::ClassId;
use rovy_interp::value::{Array, Map, Str, Value};
use rovy_interp::vm::{Fault, LoadError, Unit};
use rovy_interp::{Res, Vm, vm};
use rovy_parser::{Diagnostic, LineMap};
use rovy_runtime::connector;
use rovy_runtime::rest::json;

use crate::console::Console;
use crate::failure::Failure;
use crate::host::{self, Prints};
use crate::options::{CapabilityOptions, LimitOptions, NamedJson};
use crate::source::Source;
use crate::{render, trouble};

/// `run SCRIPT | -e CODE [ARG…]`.
#[derive(Debug, Args)]
#[command(override_usage = "rovy run [OPTIONS] <SCRIPT | -e <CODE>> [ARG]...")]
pub struct Run {
    /// Give the script a variable
    #[arg(long, value_name = "NAME=JSON")]
    bind: Vec<NamedJson>,
    /// Find classes in this folder too
    #[arg(long, value_name = "DIR", value_parser = folder)]
    classpath: Vec<PathBuf>,
    /// Print the script's result as inspect() shows it
    #[arg(long)]
    print: bool,
    /// Tell on standard error what answered each name that the script reads or calls
    #[arg(long)]
    trace: bool,
    #[command(flatten)]
    capabilities: CapabilityOptions,
    #[command(flatten)]
    limits: LimitOptions,
    /// Run this code; what follows are its arguments
    #[arg(short = 'e', value_name = "CODE", num_args = 1.., allow_hyphen_values = true)]
    code: Vec<String>,
    /// The script, or - for standard input; what follows are its arguments
    #[arg(value_name = "SCRIPT", trailing_var_arg = true)]
    script: Vec<String>,
}

/// A script with where it comes from.
struct Script {
    /// The name of its class.
    name: String,
    /// The file, as frames and messages name it.
    file: String,
    text: String,
    /// The folder that it lies in.
    folder: Option<PathBuf>,
    arguments: Vec<String>,
}

/// Why there is no result.
enum Ended {
    Refused(Box<LoadError>),
    Fault(Fault),
}

impl Run {
    pub fn run(&self, console: &Console) -> Result<ExitCode, Failure> {
        let script = self.script()?;
        let services = host::services(Prints::Output, self.capabilities.capabilities(), Box::new(stderr()));
        let mut vm = Vm::new(connector::registry(), services, self.limits.limits());
        vm.roots.folders = script.folder.iter().chain(&self.classpath).cloned().collect();
        vm.roots.trace = self.trace;
        let outcome = vm.on_reserved_stack(|vm| self.evaluate(vm, &script));
        let flushed = vm.host.out.flush();
        for line in vm.name_trace.lines() {
            console.say(line);
        }
        match outcome {
            Ok(()) => match flushed {
                Ok(()) => Ok(ExitCode::SUCCESS),
                Err(cause) => Err(Failure::failed(format!("standard output: {cause}"))),
            },
            Err(Ended::Refused(error)) => Err(refused(&error, console)),
            Err(Ended::Fault(Fault::Exit(status))) => Ok(ExitCode::from(status as u8)),
            Err(Ended::Fault(fault)) => {
                let known = |file: &str| (file == script.file).then(|| script.text.clone());
                Err(Failure::failed(trouble::report(&mut vm, &fault, console, &known)))
            }
        }
    }

    fn evaluate(&self, vm: &mut Vm, script: &Script) -> Result<(), Ended> {
        vm.begin_run();
        let source = vm::Source {
            name: &script.name,
            file: &script.file,
            text: &script.text,
        };
        let unit = vm.load(source).map_err(Ended::Refused)?;
        self.call(vm, &unit, script)
            .map_err(|thrown| Ended::Fault(vm.end_run(thrown)))
    }

    fn call(&self, vm: &mut Vm, unit: &Rc<Unit>, script: &Script) -> Res<()> {
        let variables = Map::from_pairs(
            self.bind
                .iter()
                .map(|bind| (bind.name.as_str(), json::to_value(&bind.value))),
        );
        let arguments = script.arguments.iter().map(|argument| Value::str(argument)).collect();
        variables.put_str(&Str::new("args"), Array::new(ClassId::STRING, arguments).into());
        let binding = vm.construct(ClassId::BINDING, &[Value::Map(variables)])?;
        let object = vm.script_of(unit, binding)?;
        let result = vm.run_script(&object)?;
        if self.print {
            let text = vm.inspect(&result)?;
            vm.print(&format!("{text}\n"))?;
        }
        Ok(())
    }

    fn script(&self) -> Result<Script, Failure> {
        if let Some((code, arguments)) = self.code.split_first() {
            let rest = self.script.iter();
            return Ok(Script {
                name: "script_from_command_line".to_owned(),
                file: "script_from_command_line".to_owned(),
                text: code.clone(),
                folder: None,
                arguments: arguments.iter().chain(rest).cloned().collect(),
            });
        }
        let Some((path, arguments)) = self.script.split_first() else {
            return Err(Failure::usage(
                "expected a script, or code after -e; see rovy run --help",
            ));
        };
        let from_input = path == "-";
        let path = Path::new(path);
        let source = Source::read_within(path, self.limits.limits().time).map_err(|cause| {
            let message = format!("{}: {cause}", path.display());
            match cause.kind() {
                ErrorKind::TimedOut => Failure::failed(message),
                _ => Failure::usage(message),
            }
        })?;
        Ok(Script {
            name: if from_input {
                "stdin".to_owned()
            } else {
                connector::class_name(&source.path)
            },
            file: source.path,
            text: source.text,
            folder: (!from_input).then(|| path.parent().unwrap_or(Path::new("")).to_owned()),
            arguments: arguments.to_vec(),
        })
    }
}

/// A folder that is there.
fn folder(text: &str) -> Result<PathBuf, String> {
    let folder = PathBuf::from(text);
    if folder.is_dir() {
        Ok(folder)
    } else {
        Err("no such folder".to_owned())
    }
}

/// What keeps a script from running, as `check` shows it.
fn refused(error: &LoadError, console: &Console) -> Failure {
    let lines = LineMap::new(&error.text);
    let errors = error.diagnostics.iter().filter(|found| found.is_error());
    let mut errors: Vec<Diagnostic> = errors.cloned().collect();
    let total = errors.len();
    render::leave_out_what_nobody_reads(&mut errors);
    let colored = console.colors_errors();
    for found in &errors {
        let text = render::terminal::diagnostic(&error.file, &error.text, &lines, found, colored);
        console.say(format_args!("{text}\n"));
    }
    let count = match total {
        1 => "1 error".to_owned(),
        count => format!("{count} errors"),
    };
    Failure::failed(format!("{} does not compile: {count}", error.file))
}
