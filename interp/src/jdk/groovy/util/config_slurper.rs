//! `groovy.util.ConfigSlurper`: settings from a script in which assignments set, and calls with a closure nest.
//!
//! The script extends [`SCRIPT`]. The map of its variables is the object that is being filled, so that assignments need no
//! help; names that it lacks and calls of unknown methods come to the natives below.

use super::config_object::{self, empty};
use crate::jdk::groovy::lang::binding::Binding;
use crate::jdk::groovy::lang::script;
use crate::registry::{Class, Kind, Member, class, constructor, method, native, raw, slice, unbound};
use crate::value::{Closure, HostType, Map, Str, Value};
use crate::vm::Source;
use crate::{Res, Vm};
use std::cell::RefCell;
use std::rc::Rc;

/// A reader of settings.
pub struct ConfigSlurper {
    /// The chosen block of each conditional one: `environments` and the environment.
    conditions: RefCell<Vec<(String, String)>>,
    variables: RefCell<Option<Rc<Map>>>,
}

impl HostType for ConfigSlurper {
    const NAME: &'static str = "groovy.util.ConfigSlurper";
    fn class() -> &'static Class {
        &CLASS
    }
}

const ENVIRONMENTS: &str = "environments";

const MEMBERS: &[Member] = &[
    constructor("ConfigSlurper()", &unbound(|| ConfigSlurper::new(""))),
    constructor(
        "ConfigSlurper(String environment)",
        &unbound(|e: &Str| ConfigSlurper::new(&e.text())),
    ),
    method(
        "getConditionalBlockValues(): Map",
        &native(|s: &ConfigSlurper| {
            Map::from_pairs(s.conditions.borrow().iter().map(|(k, v)| (k.as_str(), Value::str(v))))
        }),
    ),
    method(
        "getEnvironment(): String",
        &native(|s: &ConfigSlurper| s.condition(ENVIRONMENTS)),
    ),
    method("parse(Properties properties): ConfigObject", &native(parse_properties)),
    method("parse(String text): ConfigObject", &native(parse_text)).doc("The settings of a script."),
    method("parse(URL url): ConfigObject", &native(parse_url)),
    method(
        "registerConditionalBlock(String name, String value): void",
        &native(|s: &ConfigSlurper, n: &Str, v: &Str| {
            s.set_condition(&n.text(), &v.text());
        }),
    )
    .doc("Of the blocks in blocks of a name, only one of them is read."),
    method(
        "setBinding(Map variables): void",
        &native(|s: &ConfigSlurper, variables: &Rc<Map>| {
            s.variables.replace(Some(variables.clone()));
        }),
    )
    .doc("Variables that the script sees."),
    method(
        "setEnvironment(String environment): void",
        &native(|s: &ConfigSlurper, e: &Str| s.set_condition(ENVIRONMENTS, &e.text())),
    ),
];

/// `groovy.util.ConfigSlurper`.
pub static CLASS: Class = class(ConfigSlurper::NAME).members(MEMBERS);

/// The superclass of scripts with settings.
pub static SCRIPT: Class = class("groovy.util.ConfigSlurper$Script")
    .extends(&script::CLASS)
    .abstract_class()
    .members(&[
        raw(
            Kind::Method,
            "methodMissing(String name, Object args): Object",
            &slice(nest),
        ),
        raw(Kind::Method, "propertyMissing(String name): Object", &slice(read)),
    ]);

/// A level of nesting: the object that is filled, and the names that inner levels see.
struct Level {
    config: Rc<Map>,
    scope: Rc<Map>,
}

/// A script that is running.
struct Run {
    binding: Value,
    conditions: Vec<(String, String)>,
    variables: Option<Rc<Map>>,
    levels: RefCell<Vec<Level>>,
    /// The conditional blocks that are open, each with what was chosen in it.
    open: RefCell<Vec<(String, Option<Rc<Map>>)>>,
    overrides: Rc<Map>,
}

/// The scripts that are running, innermost last.
#[derive(Default)]
struct Runs(RefCell<Vec<Rc<Run>>>);

impl Run {
    /// The object that is being filled.
    fn config(&self) -> Rc<Map> {
        self.levels.borrow().last().map_or_else(empty, |l| l.config.clone())
    }

    fn enter(&self, config: Rc<Map>) {
        // Inner levels see what the outer ones have, not the other way round.
        let scope = empty();
        if let Some(level) = self.levels.borrow().last() {
            for map in [&level.scope, &level.config] {
                let entries = map.borrow().pairs();
                for (key, value) in entries {
                    if let Value::Str(name) = key {
                        scope.put_str(&name, value);
                    }
                }
            }
        }
        self.show(&config);
        self.levels.borrow_mut().push(Level { config, scope });
    }

    fn leave(&self) {
        let left = self.levels.borrow_mut().pop();
        drop(left);
        self.show(&self.config());
    }

    /// Makes an object the one that assignments fill.
    fn show(&self, config: &Rc<Map>) {
        if let Some(binding) = self.binding.as_host::<Binding>() {
            binding.variables.replace(config.clone());
        }
    }

    /// What a name stands for on the levels around.
    fn seen(&self, name: &Rc<Str>) -> Option<Value> {
        let scope = self.levels.borrow().last().map(|l| l.scope.clone());
        let outer = scope.and_then(|s| s.get_str(name));
        outer.or_else(|| self.variables.as_ref().and_then(|v| v.get_str(name)))
    }
}

impl ConfigSlurper {
    fn new(environment: &str) -> ConfigSlurper {
        ConfigSlurper {
            conditions: RefCell::new(vec![(ENVIRONMENTS.to_owned(), environment.to_owned())]),
            variables: RefCell::new(None),
        }
    }

    fn condition(&self, name: &str) -> String {
        let conditions = self.conditions.borrow();
        conditions
            .iter()
            .find(|(n, _)| n == name)
            .map_or(String::new(), |(_, v)| v.clone())
    }

    fn set_condition(&self, name: &str, value: &str) {
        let mut conditions = self.conditions.borrow_mut();
        conditions.retain(|(n, _)| n != name);
        conditions.push((name.to_owned(), value.to_owned()));
    }
}

fn parse_url(vm: &mut Vm, slurper: &ConfigSlurper, url: &Value) -> Res<Rc<Map>> {
    let text = vm.call_method(url, "getText", &[])?;
    let text = vm.to_str(&text)?;
    parse_text(vm, slurper, &text)
}

fn parse_text(vm: &mut Vm, slurper: &ConfigSlurper, text: &Str) -> Res<Rc<Map>> {
    let config = empty();
    let run = Rc::new(Run {
        binding: Value::host(Binding::new(config.clone())),
        conditions: slurper.conditions.borrow().clone(),
        variables: slurper.variables.borrow().clone(),
        levels: RefCell::default(),
        open: RefCell::default(),
        overrides: empty(),
    });
    run.enter(config.clone());
    let runs = match vm.state::<Runs>() {
        Some(runs) => runs,
        None => {
            vm.set_state(Runs::default());
            vm.state::<Runs>().unwrap_or_default()
        }
    };
    runs.0.borrow_mut().push(run.clone());
    let result = run_script(vm, &run, &text.text());
    runs.0.borrow_mut().pop();
    result?;
    config_object::merge(vm, &config, &run.overrides)
}

fn run_script(vm: &mut Vm, run: &Run, text: &str) -> Res<()> {
    let name = vm.next_script_name();
    let file = format!("{name}.groovy");
    let source = Source {
        name: &name,
        file: &file,
        text,
    };
    let base = std::mem::replace(&mut vm.roots.base_class, SCRIPT.name.to_owned());
    let script = vm.parse_script(source, run.binding.clone());
    vm.roots.base_class = base;
    vm.nested(|vm| vm.run_script(&script?))?.done();
    Ok(())
}

fn current(vm: &Vm) -> Option<Rc<Run>> {
    vm.state::<Runs>().and_then(|runs| runs.0.borrow().last().cloned())
}

/// A name that the object lacks: what it stands for around, else a new object under the name.
fn read(vm: &mut Vm, _: &Value, args: &[Value]) -> Res {
    let name = vm.to_str(args.first().unwrap_or(&Value::Null))?;
    let Some(run) = current(vm) else {
        return Ok(Value::Null);
    };
    if let Some(value) = run.seen(&name) {
        return Ok(value);
    }
    let fresh = Value::Map(empty());
    run.config().put_str(&name, fresh.clone());
    Ok(fresh)
}

/// A call with a closure: what the closure sets stands under the method's name.
fn nest(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let name = vm.to_str(args.first().unwrap_or(&Value::Null))?;
    let given = match args.get(1) {
        Some(Value::Array(array)) => array.to_vec(),
        _ => Vec::new(),
    };
    let (Some(run), [Value::Closure(body)]) = (current(vm), given.as_slice()) else {
        return Err(vm.missing_method(this, &name.text(), &given));
    };
    let text = name.to_string();
    if run.conditions.iter().any(|(n, _)| *n == text) {
        return conditional(vm, &run, text, body);
    }
    let block = run.open.borrow().last().map(|(block, _)| block.clone());
    match block {
        Some(block) => {
            let chosen = run.conditions.iter().any(|(n, v)| *n == block && *v == text);
            if chosen {
                choose(vm, &run, body)
            } else {
                Ok(Value::Null)
            }
        }
        None => {
            let config = run.config();
            let inner = match config.get_str(&name).as_ref().and_then(config_object::of) {
                Some(inner) => inner.clone(),
                None => {
                    let fresh = empty();
                    config.put_str(&name, Value::Map(fresh.clone()));
                    fresh
                }
            };
            fill(vm, &run, inner, body)
        }
    }
}

fn fill(vm: &mut Vm, run: &Run, config: Rc<Map>, body: &Rc<Closure>) -> Res {
    run.enter(config);
    let result = vm.nested(|vm| vm.call_closure(body, &[]));
    run.leave();
    result
}

/// `environments { … }`: one of the blocks inside is read, and overrides what stands outside.
fn conditional(vm: &mut Vm, run: &Rc<Run>, name: String, body: &Rc<Closure>) -> Res {
    run.open.borrow_mut().push((name, None));
    let result = vm.nested(|vm| vm.call_closure(body, &[]));
    let closed = run.open.borrow_mut().pop();
    if let Some((_, Some(chosen))) = closed {
        let outermost = run.levels.borrow().len() == 1;
        let target = if outermost { run.overrides.clone() } else { run.config() };
        config_object::merge(vm, &target, &chosen)?;
    }
    result
}

/// The chosen block in a conditional one.
fn choose(vm: &mut Vm, run: &Rc<Run>, body: &Rc<Closure>) -> Res {
    let chosen = empty();
    // Inside the chosen block nothing is conditional any more.
    let open = std::mem::take(&mut *run.open.borrow_mut());
    let result = fill(vm, run, chosen.clone(), body);
    run.open.replace(open);
    if let Some((_, slot)) = run.open.borrow_mut().last_mut() {
        *slot = Some(chosen);
    }
    result
}

/// Settings from names with dots.
fn parse_properties(vm: &mut Vm, _: &ConfigSlurper, properties: &Rc<Map>) -> Res<Rc<Map>> {
    let config = empty();
    let entries = properties.borrow().pairs();
    for (key, value) in entries {
        let name = vm.to_text(&key)?;
        let mut at = config.clone();
        let mut parts = name.split('.').peekable();
        while let Some(part) = parts.next() {
            let part = Str::new(part);
            if parts.peek().is_none() {
                let old = at.put_str(&part, value.clone());
                drop(old);
                break;
            }
            let inner = match at.get_str(&part).as_ref().and_then(config_object::of) {
                Some(inner) => inner.clone(),
                None => {
                    let fresh = empty();
                    at.put_str(&part, Value::Map(fresh.clone()));
                    fresh
                }
            };
            at = inner;
        }
    }
    Ok(config)
}
