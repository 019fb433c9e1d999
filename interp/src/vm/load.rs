//! Loading: text to program to unit, classes under the roots, programs kept by content.

use super::resolver::VmResolver;
use super::{Unit, Vm};
use crate::jdk::{groovy::control, throwables};
use crate::lower::{self, Imports, Options};
use crate::program::Program;
use crate::registry::ClassId;
use crate::value::{Str, Throwable, Value};
use crate::{Res, heap};
use rovy_parser::{Diagnostic, LineMap};
use rustc_hash::{FxHashMap, FxHashSet};
use std::hash::{BuildHasher, BuildHasherDefault};
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;
use std::time::SystemTime;

/// Where classes are looked for, and what every source imports.
#[derive(Clone, Debug, Default)]
pub struct Roots {
    /// Folders with sources of classes, in order.
    pub folders: Vec<PathBuf>,
    /// Imports that every source has beside Groovy's own.
    pub imports: Imports,
    /// The superclass of scripts; `groovy.lang.Script` when empty.
    pub base_class: String,
    /// Whether what is loaded tells what answered each name; see [`Vm::name_trace`].
    pub trace: bool,
    /// Packages whose classes a host's scripts may name though they are not there yet, beside those of Java and Groovy.
    pub absent_packages: &'static [&'static str],
    /// The names of methods whose natives ask where they are called; see [`Vm::take_call_place`].
    pub placed_calls: &'static [&'static str],
}

/// A source to be loaded.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The name of the script's class.
    pub name: &'a str,
    /// The file's name, for stack traces and messages.
    pub file: &'a str,
    /// The text.
    pub text: &'a str,
}

/// Why a source could not be loaded.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{file} does not compile")]
pub struct LoadError {
    /// The file's name.
    pub file: String,
    /// The text.
    pub text: String,
    /// What was found.
    pub diagnostics: Vec<Diagnostic>,
}

/// How many bytes of programs are kept, unless the memory limit is small.
const CACHE: usize = 16 << 20;

/// What loading keeps.
#[derive(Default)]
pub(crate) struct Loader {
    /// Programs by the hash of what they were made from.
    programs: FxHashMap<u64, Arc<Program>>,
    cached: usize,
    /// Files under the roots that are being loaded, so that two may name each other.
    loading: FxHashSet<String>,
    /// Files under the roots that were looked for and are not there.
    absent: FxHashSet<String>,
    /// Files under the roots that classes were loaded from, with the time of their last change then.
    files: Vec<(PathBuf, Option<SystemTime>)>,
    /// Why a class's file under the roots could not be loaded: who names the class cannot be loaded either.
    broken: Option<Box<LoadError>>,
    /// How many scripts without a name there have been.
    scripts: u32,
}

impl Vm {
    /// The class of a full name; its file under the roots is loaded if need be.
    pub fn find_class(&mut self, name: &str) -> Option<ClassId> {
        if let Some(class) = self.class_by_name(name) {
            return Some(class);
        }
        let file = name.split('$').next().unwrap_or(name);
        if self.roots.folders.is_empty() || self.loader.absent.contains(file) || self.loader.loading.contains(file) {
            return None;
        }
        let relative = format!("{}.groovy", file.replace('.', "/"));
        let found = self
            .roots
            .folders
            .iter()
            .map(|f| f.join(&relative))
            .find(|p| p.is_file());
        let Some((path, text)) = found.and_then(|p| Some((p.clone(), std::fs::read_to_string(p).ok()?))) else {
            self.loader.absent.insert(file.to_string());
            return None;
        };
        self.loader.loading.insert(file.to_string());
        let changed = std::fs::metadata(&path).and_then(|m| m.modified()).ok();
        self.loader.files.push((path.clone(), changed));
        let shown = path
            .file_name()
            .map_or_else(|| relative.clone(), |n| n.to_string_lossy().into_owned());
        let simple = file.rsplit('.').next().unwrap_or(file);
        let loaded = self.load(Source {
            name: simple,
            file: &shown,
            text: &text,
        });
        self.loader.loading.remove(file);
        match loaded {
            Ok(_) => self.class_by_name(name),
            Err(error) => {
                self.loader.broken.get_or_insert(error);
                None
            }
        }
    }

    /// Forgets the classes loaded from files under the roots, so that changed files are read anew.
    pub fn forget_classes(&mut self) {
        self.forget_evaluations();
        self.class_names.clear();
        self.loader.absent.clear();
        self.loader.files.clear();
    }

    /// The files that classes were loaded from, with the time of their last change then.
    pub fn class_files(&self) -> &[(PathBuf, Option<SystemTime>)] {
        &self.loader.files
    }

    /// Loads a source: parsed and lowered once, then kept by content.
    ///
    /// # Errors
    ///
    /// What keeps it from running.
    pub fn load(&mut self, source: Source) -> Result<Rc<Unit>, Box<LoadError>> {
        let program = self.program(source)?;
        Ok(self.load_program(program))
    }

    /// Loads a program that was made from its source elsewhere, perhaps on another thread. The interpreter must know the same
    /// native classes.
    pub fn load_program(&mut self, program: Arc<Program>) -> Rc<Unit> {
        let unit = Unit::new(program);
        self.define_classes(&unit);
        unit
    }

    /// The key under which what is made from a source is kept.
    pub(super) fn program_key(&self, source: Source) -> u64 {
        let hasher = BuildHasherDefault::<rustc_hash::FxHasher>::default();
        hasher.hash_one((
            source.text,
            source.name,
            source.file,
            &self.roots.base_class,
            self.roots.folders.len(),
        ))
    }

    pub(super) fn program(&mut self, source: Source) -> Result<Arc<Program>, Box<LoadError>> {
        let key = self.program_key(source);
        if let Some(program) = self.loader.programs.get(&key)
            && *program.source == *source.text
        {
            return Ok(program.clone());
        }
        let failed = |diagnostics| {
            Box::new(LoadError {
                file: source.file.into(),
                text: source.text.into(),
                diagnostics,
            })
        };
        let options = rovy_parser::Options {
            name: Some(source.name.into()),
            ..rovy_parser::Options::default()
        };
        let parsed = rovy_parser::parse(source.text, &options);
        if parsed.has_errors() {
            return Err(failed(parsed.diagnostics));
        }
        let base = if self.roots.base_class.is_empty() {
            "groovy.lang.Script".into()
        } else {
            self.roots.base_class.clone()
        };
        let options = Options {
            name: source.name,
            file: source.file,
            imports: self.roots.imports.clone(),
            base_class: &base,
            trace: self.roots.trace,
            placed_calls: self.roots.placed_calls,
        };
        if self.loader.loading.is_empty() {
            self.loader.broken = None;
        }
        let lowered = lower::lower(&parsed.unit, source.text, options, &mut VmResolver(self));
        if let Some(broken) = self.loader.broken.take() {
            return Err(broken);
        }
        let program = lowered.map_err(failed)?;
        let program = Arc::new(program);
        let size = program.bytes();
        let limit = CACHE.min(self.meter.limits.memory.map_or(CACHE, |m| m / 4));
        if size <= limit {
            if self.loader.cached + size > limit {
                self.loader.programs.clear();
                self.loader.cached = 0;
                self.forget_evaluations();
            }
            self.loader.cached += size;
            self.loader.programs.insert(key, program.clone());
        }
        Ok(program)
    }

    /// A name for a script that has none: `Script1`, `Script2`, …
    pub fn next_script_name(&mut self) -> String {
        self.loader.scripts += 1;
        format!("Script{}", self.loader.scripts)
    }

    /// Loads a source and makes its script object.
    ///
    /// # Errors
    ///
    /// The exception that Groovy throws for a source that does not compile.
    pub fn parse_script(&mut self, source: Source, binding: Value) -> Res {
        match self.load_to_evaluate(source) {
            Ok(unit) => self.script_of(&unit, binding),
            Err(error) => Err(self.compilation_failed(&error)),
        }
    }

    /// A script object of a loaded program.
    pub fn script_of(&mut self, unit: &Rc<Unit>, binding: Value) -> Res {
        self.new_script(unit.own_class(0), binding)
    }

    /// Loads a source and runs it with a binding.
    ///
    /// # Errors
    ///
    /// What the script throws, or MultipleCompilationErrorsException.
    pub fn evaluate(&mut self, source: Source, binding: Value) -> Res {
        let script = self.parse_script(source, binding)?;
        self.run_evaluated(&script)
    }

    /// Runs a script object of a text that was evaluated.
    pub(crate) fn run_evaluated(&mut self, script: &Value) -> Res {
        let result = self.run_script(script);
        heap::cycles::watch(script);
        if let Ok(value) = &result {
            self.keep_class(value);
        }
        result
    }

    /// The exception for a source that does not compile, in Groovy's words.
    pub fn compilation_failed(&mut self, error: &LoadError) -> crate::Thrown {
        let text = startup_failed(error);
        let exception = Throwable::new(
            throwables::MULTIPLE_COMPILATION_ERRORS_EXCEPTION.id(),
            Some(Str::new(&text)),
        );
        let lines = LineMap::new(&error.text);
        let errors = error.diagnostics.iter().filter(|d| d.is_error()).map(|d| {
            let at = lines.position(&error.text, d.span.start);
            (d.message.clone(), at.line, at.column)
        });
        exception.set_detail("errorCollector", control::collector(errors));
        self.throw_value(Value::Throwable(exception))
    }
}

/// Groovy's text for a source that does not compile.
fn startup_failed(error: &LoadError) -> String {
    let lines = LineMap::new(&error.text);
    let errors: Vec<&Diagnostic> = error.diagnostics.iter().filter(|d| d.is_error()).collect();
    let mut out = String::from("startup failed:\n");
    for diagnostic in &errors {
        let position = lines.position(&error.text, diagnostic.span.start);
        let (line, column) = (position.line, position.column);
        let source = lines.line_span(&error.text, line).text(&error.text).to_string();
        out.push_str(&format!(
            "{}: {line}: {}\n @ line {line}, column {column}.\n   {source}\n   {}^\n\n",
            error.file,
            diagnostic.message,
            " ".repeat(column.saturating_sub(1) as usize)
        ));
    }
    let many = if errors.len() == 1 { "error" } else { "errors" };
    out.push_str(&format!("{} {many}\n", errors.len()));
    out
}
