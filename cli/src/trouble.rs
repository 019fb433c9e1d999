//! From what ended a script to what is shown of it.

use std::path::{Path, PathBuf};

use rovy_interp::Vm;
use rovy_interp::value::{Place, Value};
use rovy_interp::vm::Fault;
use rovy_runtime::rest::message;

use crate::console::Console;
use crate::render::fault::Trouble;

/// How many causes are followed: a chain may be a ring.
const MOST_CAUSES: usize = 20;

/// The report of a fault with its causes; `known` has texts that lie in no file.
pub fn report(vm: &mut Vm, fault: &Fault, console: &Console, known: &dyn Fn(&str) -> Option<String>) -> String {
    let mut trouble = Trouble::default();
    match fault {
        Fault::Exception(exception) => {
            trouble.title = title(vm, exception);
            trouble.frames = frames(exception);
            let mut cause = cause(exception);
            while !cause.is_null() && trouble.causes.len() < MOST_CAUSES {
                trouble.causes.push((title(vm, &cause), frames(&cause)));
                cause = self::cause(&cause);
            }
        }
        Fault::Breach(breach) => {
            trouble.title = breach.to_string();
            trouble.frames = vm.places();
        }
        Fault::Exit(status) => {
            trouble.title = format!("the script ended the process with System.exit({status})");
        }
    }
    for (_, frames) in trouble.causes.iter_mut() {
        frames.iter_mut().for_each(shorten);
    }
    let files: Vec<String> = trouble.frames.iter().map(|place| place.file.to_string()).collect();
    trouble.frames.iter_mut().for_each(shorten);
    let roots = vm.roots.folders.clone();
    let find = |file: &String| known(file).or_else(|| text_of(file, &roots));
    let source = |_: &str| files.first().and_then(find);
    trouble.report(&source, console.colors_errors())
}

/// `CLASS: MESSAGE`.
fn title(vm: &mut Vm, exception: &Value) -> String {
    let class = vm.class_name(exception.class_id());
    match message(vm, exception) {
        Some(message) => format!("{class}: {message}"),
        None => class.to_string(),
    }
}

fn frames(exception: &Value) -> Vec<Place> {
    match exception {
        Value::Throwable(throwable) => throwable.trace.borrow().clone(),
        Value::Object(object) => frames(&object.base.borrow()),
        _ => Vec::new(),
    }
}

fn cause(exception: &Value) -> Value {
    match exception {
        Value::Throwable(throwable) => throwable.cause.borrow().clone(),
        Value::Object(object) => cause(&object.base.borrow()),
        _ => Value::Null,
    }
}

/// Frames show a file by its name; the connector knows it by its URL.
fn shorten(place: &mut Place) {
    if let Some(name) = Path::new(&*place.file).file_name() {
        place.file = name.to_string_lossy().into();
    }
}

/// The text of a script by its path or `file:` URL; a class under a root is known by its name alone.
fn text_of(file: &str, roots: &[PathBuf]) -> Option<String> {
    let path = PathBuf::from(file.strip_prefix("file:").unwrap_or(file));
    let below = roots.iter().map(|root| root.join(&path));
    let found = std::iter::once(path.clone()).chain(below).find(|path| path.is_file())?;
    let bytes = std::fs::read(found).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}
