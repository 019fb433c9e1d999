//! `java.lang.System`.

use crate::heap::Share;
use crate::jdk::io::print_stream::{self, PrintStream};
use crate::jdk::io::sink::Bytes;
use crate::jdk::throwables;
use crate::registry::{Class, ClassId, class, constant, function, never, unbound};
use crate::value::{Array, Map, Str, Value};
use crate::{Res, Thrown, Vm};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

/// `java.lang.System`.
pub static CLASS: Class = class("java.lang.System")
    .doc("Output, clocks, properties and the environment.")
    .abstract_class()
    .members(&[
        constant("out: java.io.PrintStream", &unbound(out)).doc("The standard output."),
        constant("err: java.io.PrintStream", &unbound(err)).doc("The standard error."),
        function("currentTimeMillis(): long", &unbound(current_time_millis)).doc("Milliseconds since 1970."),
        function("nanoTime(): long", &unbound(nano_time)).doc("Nanoseconds since some moment, for measuring."),
        function(
            "identityHashCode(Object object): int",
            &unbound(|o: &Value| if o.is_null() { 0 } else { o.identity_hash() as i32 }),
        )
        .doc("A number that stands for an object's identity."),
        function(
            "arraycopy(Object source, int from, Object target, int to, int count): void",
            &unbound(array_copy),
        )
        .doc("Copies elements from one array to another."),
        function("lineSeparator(): String", &unbound(|| "\n")).doc("What ends a line."),
        function("getProperty(String name): String", &unbound(get_property)).doc("A system property, or null."),
        function(
            "getProperty(String name, String default): String",
            &unbound(get_property_or),
        )
        .doc("A system property, or another text."),
        function("getProperties(): java.util.Properties", &unbound(get_properties)).doc("All system properties."),
        function("setProperty(String name, String value): String", &unbound(set_property))
            .doc("Sets a property for this interpreter; the old value."),
        function("clearProperty(String name): String", &unbound(clear_property))
            .doc("Takes a property away that was set; its value."),
        function("getenv(String name): String", &unbound(get_variable)).doc("An environment variable, or null."),
        function("getenv(): Map", &unbound(get_environment)).doc("All environment variables."),
        function("exit(int status): void", &unbound(exit)).doc("Ends the run."),
        function("gc(): void", &unbound(|| ())).doc("Does nothing: memory is given back when it is no longer used."),
        never(
            "setOut(java.io.PrintStream stream): void",
            "the host decides where output goes",
        ),
        never(
            "setErr(java.io.PrintStream stream): void",
            "the host decides where output goes",
        ),
        never(
            "setIn(java.io.InputStream stream): void",
            "the host decides where input comes from",
        ),
        never("load(String file): void", "native libraries cannot be loaded"),
        never("loadLibrary(String name): void", "native libraries cannot be loaded"),
    ]);

fn out() -> PrintStream {
    print_stream::over_sink(Bytes::standard_output())
}

fn err() -> PrintStream {
    print_stream::over_sink(Bytes::standard_error())
}

fn current_time_millis() -> i64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |d| d.as_millis() as i64)
}

fn nano_time() -> i64 {
    thread_local! {
        static BEGIN: Instant = Instant::now();
    }
    BEGIN.with(|begin| begin.elapsed().as_nanos() as i64)
}

fn exit(vm: &mut Vm, status: i32) -> Res<()> {
    Err(vm.exit(status))
}

/// The properties that scripts have set in one interpreter.
#[derive(Default)]
struct Properties(RefCell<BTreeMap<String, String>>, Share);

impl Properties {
    fn insert(&self, name: String, value: String) -> Option<String> {
        self.1.more(cost(&name, &value));
        let key = name.clone();
        self.0
            .borrow_mut()
            .insert(name, value)
            .inspect(|before| self.1.less(cost(&key, before)))
    }

    fn remove(&self, name: &str) -> Option<String> {
        self.0
            .borrow_mut()
            .remove(name)
            .inspect(|before| self.1.less(cost(name, before)))
    }
}

/// The bytes that a property takes.
fn cost(name: &str, value: &str) -> usize {
    2 * size_of::<String>() + 32 + name.len() + value.len()
}

fn own_properties(vm: &mut Vm) -> Rc<Properties> {
    match vm.state::<Properties>() {
        Some(properties) => properties,
        None => {
            vm.set_state(Properties::default());
            vm.state::<Properties>().unwrap_or_default()
        }
    }
}

fn path_text(path: std::path::PathBuf) -> String {
    path.to_string_lossy().into_owned()
}

/// A property that is always there.
fn open_property(vm: &Vm, name: &str) -> Option<String> {
    Some(match name {
        "file.separator" => std::path::MAIN_SEPARATOR.to_string(),
        "path.separator" => ":".into(),
        "line.separator" => "\n".into(),
        "java.io.tmpdir" => path_text(std::env::temp_dir()),
        "user.dir" => path_text(std::env::current_dir().unwrap_or_default()),
        "java.version" => "17".into(),
        "java.specification.version" => "17".into(),
        "file.encoding" => "UTF-8".into(),
        "user.timezone" => vm.host.time_zone.clone(),
        "user.language" => vm.host.locale.language.clone(),
        "user.country" => vm.host.locale.country.clone(),
        _ => return None,
    })
}

const OPEN: [&str; 11] = [
    "file.encoding",
    "file.separator",
    "java.io.tmpdir",
    "java.specification.version",
    "java.version",
    "line.separator",
    "path.separator",
    "user.country",
    "user.dir",
    "user.language",
    "user.timezone",
];

/// A property that tells of the machine: only with the environment granted.
fn closed_property(name: &str) -> Option<String> {
    match name {
        "user.home" => std::env::var("HOME").ok(),
        "user.name" => std::env::var("USER").ok(),
        "os.name" => Some(if cfg!(target_os = "linux") {
            "Linux".into()
        } else {
            std::env::consts::OS.into()
        }),
        "os.arch" => Some(std::env::consts::ARCH.into()),
        _ => None,
    }
}

fn closed(vm: &mut Vm, what: String) -> Thrown {
    vm.not_granted(&what, "env")
}

fn get_property(vm: &mut Vm, name: Option<&Str>) -> Res<Option<String>> {
    let Some(name) = name.map(Str::text) else {
        return Err(vm.null_pointer("key can't be null"));
    };
    if name.is_empty() {
        return Err(vm.illegal_argument("key can't be empty"));
    }
    let own = own_properties(vm).0.borrow().get(&*name).cloned();
    if let Some(value) = own.or_else(|| open_property(vm, &name)) {
        return Ok(Some(value));
    }
    if vm.host.capabilities.environment {
        Ok(closed_property(&name))
    } else {
        Err(closed(vm, format!("the system property {name}")))
    }
}

fn get_property_or(vm: &mut Vm, name: Option<&Str>, default: &Value) -> Res {
    Ok(match get_property(vm, name)? {
        Some(value) => Value::from(value),
        None => default.clone(),
    })
}

fn get_properties(vm: &mut Vm) -> Res<Rc<Map>> {
    let mut all: BTreeMap<String, String> = OPEN
        .iter()
        .filter_map(|name| Some((name.to_string(), open_property(vm, name)?)))
        .collect();
    if vm.host.capabilities.environment {
        let closed = ["user.home", "user.name", "os.name", "os.arch"];
        all.extend(closed.iter().filter_map(|n| Some((n.to_string(), closed_property(n)?))));
    }
    all.extend(own_properties(vm).0.borrow().clone());
    Ok(Map::from_pairs(all.iter().map(|(k, v)| (k.as_str(), Value::str(v)))))
}

fn set_property(vm: &mut Vm, name: &Str, value: &Str) -> Option<String> {
    let (name, value) = (name.text().into_owned(), value.text().into_owned());
    let before = open_property(vm, &name);
    own_properties(vm).insert(name, value).or(before)
}

fn clear_property(vm: &mut Vm, name: &Str) -> Option<String> {
    own_properties(vm).remove(&name.text())
}

fn get_variable(vm: &mut Vm, name: &Str) -> Res<Option<String>> {
    let name = name.text();
    if vm.host.capabilities.environment {
        Ok(std::env::var(&*name).ok())
    } else {
        Err(closed(vm, format!("the environment variable {name}")))
    }
}

fn get_environment(vm: &mut Vm) -> Res<Rc<Map>> {
    if !vm.host.capabilities.environment {
        return Err(closed(vm, "the environment".into()));
    }
    let variables = std::env::vars_os();
    let texts: Vec<(String, String)> = variables
        .map(|(k, v)| (k.to_string_lossy().into_owned(), v.to_string_lossy().into_owned()))
        .collect();
    Ok(Map::from_pairs(texts.iter().map(|(k, v)| (k.as_str(), Value::str(v)))))
}

/// An array of a call to `arraycopy`, or ArrayStoreException.
fn array<'a>(vm: &mut Vm, value: &'a Value, role: &str) -> Res<&'a Rc<Array>> {
    match value {
        Value::Array(array) => Ok(array),
        Value::Null => Err(vm.throw_silent(&throwables::NULL_POINTER_EXCEPTION)),
        other => {
            let class = vm.class_name_of(other);
            let message = format!("arraycopy: {role} type {class} is not an array");
            Err(vm.throw(&throwables::ARRAY_STORE_EXCEPTION, message))
        }
    }
}

/// `int[1]` in messages.
fn shown(vm: &Vm, array: &Array) -> String {
    if array.component.is_primitive() {
        format!("{}[{}]", vm.class_name(array.component), array.len())
    } else {
        format!("object array[{}]", array.len())
    }
}

/// What lies outside of the arrays in a copy of so many elements, in Java's words.
fn outside(vm: &Vm, source: &Array, from: i32, target: &Array, to: i32, count: i32) -> Option<String> {
    if from < 0 {
        Some(format!(
            "arraycopy: source index {from} out of bounds for {}",
            shown(vm, source)
        ))
    } else if to < 0 {
        Some(format!(
            "arraycopy: destination index {to} out of bounds for {}",
            shown(vm, target)
        ))
    } else if count < 0 {
        Some(format!("arraycopy: length {count} is negative"))
    } else if i64::from(from) + i64::from(count) > source.len() as i64 {
        let last = i64::from(from) + i64::from(count);
        Some(format!(
            "arraycopy: last source index {last} out of bounds for {}",
            shown(vm, source)
        ))
    } else if i64::from(to) + i64::from(count) > target.len() as i64 {
        let last = i64::from(to) + i64::from(count);
        Some(format!(
            "arraycopy: last destination index {last} out of bounds for {}",
            shown(vm, target)
        ))
    } else {
        None
    }
}

fn array_copy(vm: &mut Vm, source: &Value, from: i32, target: &Value, to: i32, count: i32) -> Res<()> {
    let (source, target) = (array(vm, source, "source")?, array(vm, target, "destination")?);
    let primitive = |a: &Array| a.component.is_primitive().then_some(a.component);
    if primitive(source) != primitive(target) {
        let name = |a: &Array| {
            let element = if a.component.is_primitive() {
                a.component
            } else {
                ClassId::OBJECT
            };
            if element == ClassId::OBJECT {
                "object array[]".to_string()
            } else {
                format!("{}[]", vm.class_name(element))
            }
        };
        let message = format!(
            "arraycopy: type mismatch: can not copy {} into {}",
            name(source),
            name(target)
        );
        return Err(vm.throw(&throwables::ARRAY_STORE_EXCEPTION, message));
    }
    if let Some(message) = outside(vm, source, from, target, to, count) {
        return Err(vm.throw(&throwables::ARRAY_INDEX_OUT_OF_BOUNDS_EXCEPTION, message));
    }
    vm.tick_many(count as usize)?;
    let items: Vec<Value> = source
        .to_vec()
        .into_iter()
        .skip(from as usize)
        .take(count as usize)
        .collect();
    for (item, at) in items.into_iter().zip(to as usize..) {
        target.set(at, item);
    }
    Ok(())
}
