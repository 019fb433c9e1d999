//! Vectors: `NAME.groovy` with what real Groovy printed and answered in `NAME.expected`.
//!
//! The outcome is the script's standard output, then one closing line: `=> VALUE` (the result as `inspect()` prints it),
//! `!! CLASS: MESSAGE` (an exception) or one `?? LINE:COLUMN MESSAGE` for each compilation error.

use crate::cases::{self, Outcome};
use rovy_interp::jdk::groovy::lang::binding::Binding;
use rovy_interp::value::Str;
use rovy_interp::vm::{Fault, HostServices, Limits, Source};
use rovy_interp::{Value, Vm, registry::Registry};
use std::cell::RefCell;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;

/// The vectors below a folder that have a recorded outcome.
pub fn find(folder: &Path) -> Vec<PathBuf> {
    cases::files(folder, "groovy")
        .into_iter()
        .filter(|p| p.with_extension("expected").is_file())
        .collect()
}

/// Runs one vector.
pub fn check(path: &Path) -> Outcome {
    let (Ok(script), Ok(expected)) = (
        std::fs::read(path),
        std::fs::read_to_string(path.with_extension("expected")),
    ) else {
        return Outcome::Failed("  cannot be read".into());
    };
    let text = String::from_utf8_lossy(&script);
    let stem = path
        .file_stem()
        .map(|s| s.to_string_lossy().into_owned())
        .unwrap_or_default();
    let ran = std::panic::catch_unwind(|| outcome(&stem, &text));
    let actual = match ran {
        Ok(actual) => actual,
        Err(_) => return Outcome::Failed("  the interpreter panicked".into()),
    };
    compare(&expected, &actual)
}

/// A rejected script passes when the first error stands on the recorded line; everything else is compared word by word.
fn compare(expected: &str, actual: &str) -> Outcome {
    if expected.trim_end() == actual.trim_end() {
        return Outcome::Passed;
    }
    let line = |text: &str| -> Option<String> {
        let first = text.lines().find(|l| l.starts_with("?? "))?;
        first.get(3..)?.split(':').next().map(str::to_string)
    };
    if let (Some(a), Some(b)) = (line(expected), line(actual))
        && a == b
    {
        return Outcome::Passed;
    }
    Outcome::Failed(difference(expected, actual))
}

fn difference(expected: &str, actual: &str) -> String {
    let (mut e, mut a) = (expected.lines(), actual.lines());
    loop {
        match (e.next(), a.next()) {
            (None, None) => return "  only blank space differs".into(),
            (x, y) if x == y => {}
            (x, y) => {
                return format!(
                    "  expected: {}\n  actual:   {}",
                    x.unwrap_or("(nothing)"),
                    y.unwrap_or("(nothing)")
                );
            }
        }
    }
}

/// Output that is kept.
#[derive(Clone, Default)]
struct Kept(Rc<RefCell<Vec<u8>>>);

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// What a script prints and answers, in the recorded form.
fn outcome(name: &str, text: &str) -> String {
    let out = Kept::default();
    let mut host = HostServices {
        out: Box::new(out.clone()),
        err: Box::new(Kept::default()),
        ..HostServices::default()
    };
    host.capabilities.files = true;
    host.capabilities.environment = true;
    let limits = Limits {
        time: Some(Duration::from_secs(10)),
        depth: if cfg!(debug_assertions) { 2_000 } else { 10_000 },
        ..Limits::default()
    };
    let mut vm = Vm::new(Registry::new(rovy_interp::jdk::CLASSES), host, limits);
    let closing = vm.on_reserved_stack(|vm| closing_line(vm, name, text));
    let printed = String::from_utf8_lossy(&out.0.borrow()).into_owned();
    let gap = if printed.is_empty() || printed.ends_with('\n') {
        ""
    } else {
        "\n"
    };
    format!("{printed}{gap}{closing}")
}

fn closing_line(vm: &mut Vm, name: &str, text: &str) -> String {
    vm.begin_run();
    let file = format!("{name}.groovy");
    let unit = match vm.load(Source {
        name,
        file: &file,
        text,
    }) {
        Ok(unit) => unit,
        Err(error) => {
            let lines = rovy_parser::LineMap::new(text);
            let errors = error.diagnostics.iter().filter(|d| d.is_error()).map(|d| {
                let at = lines.position(text, d.span.start);
                format!("?? {}:{} {}", at.line, at.column, d.message)
            });
            return errors.collect::<Vec<_>>().join("\n");
        }
    };
    let binding = Binding::empty();
    // The recorded runs had the standard output in the binding.
    let system = vm
        .class_by_name("java.lang.System")
        .map(Value::class)
        .unwrap_or_default();
    if let Ok(out) = vm.get_property(&system, "out") {
        binding.variables.borrow().put_str(&Str::new("out"), out);
    }
    let binding = Value::host(binding);
    let result = vm.script_of(&unit, binding).and_then(|script| vm.run_script(&script));
    let shown = result.and_then(|value| vm.inspect(&value));
    match shown {
        Ok(text) => format!("=> {text}"),
        Err(thrown) => match vm.end_run(thrown) {
            Fault::Exception(exception) => {
                let class = vm.class_name(exception.class_id());
                let message = vm
                    .call_method(&exception, "getMessage", &[])
                    .and_then(|m| vm.to_text(&m));
                format!("!! {class}: {}", message.unwrap_or_else(|_| "(no message)".into()))
            }
            Fault::Breach(breach) => format!("!! {breach}"),
            Fault::Exit(code) => format!("!! exit {code}"),
        },
    }
}
