//! `rovy check`: what is wrong with scripts, where, and what to do.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io::{IsTerminal, stderr};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;

use clap::{Args, ValueEnum};
use rovy_interp::vm::{HostServices, Limits};
use rovy_interp::{Vm, vm};
use rovy_parser::ast::CompilationUnit;
use rovy_parser::{Diagnostic, LineMap, Options, Severity};
use rovy_runtime::connector;
use walkdir::WalkDir;

use super::planned::not_there_yet;
use crate::console::Console;
use crate::failure::Failure;
use crate::output::Output;
use crate::progress::Progress;
use crate::render;
use crate::source::Source;

/// The stack of a thread that checks: the parser nests as deep as scripts may, and debug builds need more for it.
const STACK: usize = 16 << 20;

/// `check [PATH…]`.
#[derive(Debug, Args)]
pub struct Check {
    /// Scripts, folders of scripts, provisioner files, or - for standard input; the current folder when none is given
    paths: Vec<PathBuf>,
    /// How findings are printed
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Stop after the parser and the checks that Groovy's parser makes
    #[arg(long)]
    syntax: bool,
    /// Check against an older Groovy (not there yet)
    #[arg(long, value_name = "2.4|3.0")]
    from: Option<String>,
    /// Check as the script of this operation (not there yet)
    #[arg(long, value_name = "OPERATION")]
    operation: Option<String>,
    /// Make the mends that are certain (not there yet)
    #[arg(long, conflicts_with = "diff")]
    fix: bool,
    /// Show the mends that are certain (not there yet)
    #[arg(long)]
    diff: bool,
}

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// With the source line, for people
    Text,
    /// One line of JSON a file
    Json,
    /// SARIF 2.1.0 (not there yet)
    Sarif,
    /// Annotations of a GitHub workflow (not there yet)
    Github,
}

impl Check {
    pub fn run(&self, console: &Console) -> Result<ExitCode, Failure> {
        self.refuse_planned()?;
        let scripts = scripts(&self.paths)?;
        if scripts.is_empty() && !console.quiet {
            console.say("warning: no *.groovy files here");
        }
        let progress = Progress::new(console, "files");
        let mut output = Output::new();
        let mut summary = Summary::default();
        let report = |script: &Script| self.report(script, console);
        in_order(&scripts, &report, &mut |report| {
            let report = report?;
            progress.count();
            summary.add(&report);
            output.bytes(report.text.as_bytes())
        })?;
        progress.finish();
        output.finish()?;
        if !console.quiet {
            summary.tell(console);
        }
        Ok(ExitCode::from(u8::from(summary.errors > 0)))
    }

    /// What is printed of one script.
    fn report(&self, script: &Script, console: &Console) -> Result<Report, Failure> {
        let source = script.read()?;
        let (mut findings, unit) = syntax(&source);
        if !self.syntax && !findings.iter().any(Diagnostic::is_error) {
            findings.extend(meaning(&source, &unit, script));
        }
        findings.sort_by_key(|found| found.span.start);
        render::leave_out_what_nobody_reads(&mut findings);
        let lines = LineMap::new(&source.text);
        let text = match self.format {
            Format::Json => {
                let json = render::json::file(&source.path, &source.text, &lines, &findings);
                format!("{json}\n")
            }
            _ => {
                let colored = console.colors_output();
                let render = |found| render::terminal::diagnostic(&source.path, &source.text, &lines, found, colored);
                findings.iter().map(|found| render(found) + "\n\n").collect()
            }
        };
        let count = |severity| findings.iter().filter(|found| found.severity == severity).count();
        Ok(Report {
            text,
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
        })
    }

    fn refuse_planned(&self) -> Result<(), Failure> {
        let planned = [
            (self.from.is_some(), "`check --from`"),
            (self.operation.is_some(), "`check --operation`"),
            (self.fix, "`check --fix`"),
            (self.diff, "`check --diff`"),
            (self.format == Format::Sarif, "`check --format sarif`"),
            (self.format == Format::Github, "`check --format github`"),
        ];
        match planned.into_iter().find(|(asked, _)| *asked) {
            Some((_, what)) => Err(not_there_yet(what)),
            None => Ok(()),
        }
    }
}

/// What the parser says, and the tree that it made.
fn syntax(source: &Source) -> (Vec<Diagnostic>, CompilationUnit) {
    let options = Options {
        name: Some(connector::class_name(&source.path)),
        ..Options::default()
    };
    let parsed = rovy_parser::parse(&source.text, &options);
    let mut findings = source.findings.clone();
    findings.extend(parsed.diagnostics);
    (findings, parsed.unit)
}

/// What is wrong with a script that can be read: classes that nobody has, Groovy's own rules, and what is hardly meant.
/// Scripts are taken for those of connectors, which know the framework's classes without an import.
fn meaning(source: &Source, unit: &CompilationUnit, script: &Script) -> Vec<Diagnostic> {
    let package = unit.package.as_ref().map(|package| package.name.name.as_str());
    let mut vm = Vm::new(connector::registry(), HostServices::default(), Limits::default());
    connector::implicit_imports(&mut vm.roots.imports);
    vm.roots.absent_packages = connector::SERVER_PACKAGES;
    vm.roots.folders = script.roots(package);
    let name = connector::class_name(&source.path);
    let loaded = vm.load(vm::Source {
        name: &name,
        file: &source.path,
        text: &source.text,
    });
    let mut findings = match loaded {
        Ok(unit) => unit.program.warnings.clone(),
        Err(error) => error.diagnostics,
    };
    findings.extend(rovy_runtime::check::suspicions(unit, &vm.registry));
    findings
}

/// Does the work for all scripts on all cores, and takes the results in the scripts' order.
fn in_order<T: Send>(
    scripts: &[Script],
    work: &(dyn Fn(&Script) -> T + Sync),
    take: &mut dyn FnMut(T) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    if scripts.len() < 2 || cores < 2 {
        return scripts.iter().try_for_each(|script| take(work(script)));
    }
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        let (done, results) = channel();
        for _ in 0..cores.min(scripts.len()) {
            let (done, next) = (done.clone(), &next);
            std::thread::Builder::new()
                .stack_size(STACK)
                .spawn_scoped(scope, move || {
                    loop {
                        let index = next.fetch_add(1, Ordering::Relaxed);
                        let Some(script) = scripts.get(index) else { break };
                        if done.send((index, work(script))).is_err() {
                            break;
                        }
                    }
                })
                .map_err(|cause| Failure::failed(format!("a thread to check on: {cause}")))?;
        }
        drop(done);
        let mut waiting = BTreeMap::new();
        let mut expected = 0;
        for (index, result) in results {
            waiting.insert(index, result);
            while let Some(result) = waiting.remove(&expected) {
                take(result)?;
                expected += 1;
            }
        }
        Ok(())
    })
}

/// A script to check, with the folders in which its classes are looked for.
enum Script {
    File { path: PathBuf, roots: Vec<PathBuf> },
    Input,
}

impl Script {
    /// A file: classes are looked for in the roots, beside the file, and in the folders between.
    fn new(path: PathBuf, roots: &[PathBuf]) -> Self {
        let beside = path.parent().unwrap_or(Path::new(""));
        let mut all = roots.to_vec();
        let above = beside.ancestors().skip(1);
        all.extend(
            above
                .take_while(|folder| roots.iter().any(|root| folder.starts_with(root) && *folder != root))
                .map(Path::to_owned),
        );
        if !all.iter().any(|root| root == beside) {
            all.push(beside.to_owned());
        }
        Self::File { path, roots: all }
    }

    fn read(&self) -> Result<Source, Failure> {
        match self {
            Self::File { path, .. } => Source::read(path).map_err(|cause| unreadable(path, &cause.to_string())),
            Self::Input => Source::read_input().map_err(|cause| Failure::usage(format!("standard input: {cause}"))),
        }
    }

    /// The folders in which its classes are looked for: also the one in which its own package lies.
    fn roots(&self, package: Option<&str>) -> Vec<PathBuf> {
        let Self::File { path, roots } = self else {
            return Vec::new();
        };
        let mut roots = roots.clone();
        let parts = package
            .unwrap_or_default()
            .split('.')
            .rev()
            .filter(|part| !part.is_empty());
        let mut folder = path.parent();
        for part in parts {
            folder = folder
                .filter(|folder| folder.file_name() == Some(OsStr::new(part)))
                .and_then(Path::parent);
        }
        roots.extend(
            folder
                .filter(|folder| !roots.iter().any(|root| root == folder))
                .map(Path::to_owned),
        );
        roots
    }
}

/// The scripts that the paths stand for; those of a folder in the order of their names.
fn scripts(paths: &[PathBuf]) -> Result<Vec<Script>, Failure> {
    let here = [PathBuf::from(".")];
    let paths = if paths.is_empty() { &here[..] } else { paths };
    let mut scripts = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            scripts.push(Script::Input);
        } else if path.is_dir() {
            scripts.extend(below(path, std::slice::from_ref(path))?);
        } else if path.extension() == Some(OsStr::new("json")) {
            let roots = script_roots(path)?;
            for root in &roots {
                scripts.extend(below(root, &roots)?);
            }
        } else {
            std::fs::metadata(path).map_err(|cause| unreadable(path, &cause.to_string()))?;
            scripts.push(Script::new(path.clone(), &[]));
        }
    }
    Ok(scripts)
}

fn below(folder: &Path, roots: &[PathBuf]) -> Result<Vec<Script>, Failure> {
    let hidden = |name: &OsStr| name.to_string_lossy().starts_with('.');
    let mut scripts = Vec::new();
    let entries = WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !hidden(entry.file_name()));
    for entry in entries {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(folder).to_owned();
            let cause = error.io_error().map(ToString::to_string);
            unreadable(&path, &cause.unwrap_or_else(|| error.to_string()))
        })?;
        let is_script = entry.path().extension() == Some(OsStr::new("groovy"));
        if is_script && entry.file_type().is_file() {
            scripts.push(Script::new(entry.into_path(), roots));
        }
    }
    Ok(scripts)
}

/// The folders that a provisioner file names as script roots.
fn script_roots(file: &Path) -> Result<Vec<PathBuf>, Failure> {
    let provisioner = rovy_runtime::provisioner::Provisioner::open(file, &|_| None)
        .map_err(|error| Failure::usage(error.to_string()))?;
    let roots = provisioner.configuration.texts("scriptRoots").unwrap_or_default();
    let roots: Vec<PathBuf> = roots
        .iter()
        .flatten()
        .map(|root| provisioner.folder.join(root))
        .collect();
    match roots.iter().find(|root| !root.is_dir()) {
        Some(missing) => Err(unreadable(missing, "no such folder")),
        None => Ok(roots),
    }
}

fn unreadable(path: &Path, cause: &str) -> Failure {
    Failure::usage(format!("{}: {cause}", path.display()))
}

/// What came of checking one script.
struct Report {
    text: String,
    errors: usize,
    warnings: usize,
}

/// What came of checking all.
#[derive(Debug, Default)]
struct Summary {
    files: usize,
    errors: usize,
    warnings: usize,
}

impl Summary {
    fn add(&mut self, report: &Report) {
        self.files += 1;
        self.errors += report.errors;
        self.warnings += report.warnings;
    }

    /// Says it on standard error; that nothing was found only to a person.
    fn tell(&self, console: &Console) {
        let files = counted(self.files, "file");
        if self.errors + self.warnings > 0 {
            let errors = counted(self.errors, "error");
            let warnings = counted(self.warnings, "warning");
            console.say(format_args!("{errors}, {warnings} in {files}"));
        } else if stderr().is_terminal() {
            console.say(format_args!("{files}: nothing found"));
        }
    }
}

fn counted(count: usize, what: &str) -> String {
    match count {
        1 => format!("1 {what}"),
        _ => format!("{count} {what}s"),
    }
}
