//! `ScriptedConfiguration`: the configuration as scripts see it, with the property bag that they share.

use crate::icf::guarded::GuardedString;
use crate::provisioner::{Configuration, PropertyValue};
use rovy_interp::registry::{Class, ClassId, class, method, native};
use rovy_interp::value::{Array, HostType, Map, Str, Value};
use rovy_interp::{Res, Vm};
use std::cell::RefCell;
use std::rc::Rc;

/// The configuration of a connector.
pub struct ScriptedConfiguration {
    values: Vec<(&'static str, Value)>,
    bag: RefCell<Value>,
    release: RefCell<Value>,
}

impl HostType for ScriptedConfiguration {
    const NAME: &'static str = "org.forgerock.openicf.misc.scriptedcommon.ScriptedConfiguration";
    fn class() -> &'static Class {
        &CLASS
    }
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.bag.borrow());
        visit(&self.release.borrow());
    }
}

impl ScriptedConfiguration {
    /// The configuration with its values as Java has them; custom configuration is evaluated into the bag.
    pub fn create(vm: &mut Vm, configuration: &Configuration) -> Res<Value> {
        let values = configuration
            .iter()
            .map(|(name, value)| (name, java_value(value)))
            .collect();
        let bag = new_bag(vm)?;
        merge(vm, &bag, configuration.text("customConfiguration"), false)?;
        merge(vm, &bag, configuration.text("customSensitiveConfiguration"), true)?;
        Ok(Value::host(ScriptedConfiguration {
            values,
            bag: RefCell::new(bag),
            release: RefCell::default(),
        }))
    }

    /// A property.
    pub fn get(&self, name: &str) -> Value {
        let found = self.values.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    }

    /// A property that holds a text with something in it.
    pub fn text(&self, name: &str) -> Option<Rc<Str>> {
        match self.get(name) {
            Value::Str(text) if !crate::icf::names::is_blank(&text) => Some(text),
            _ => None,
        }
    }

    /// The texts of a property that holds an array; none when it is not set.
    pub fn texts(&self, name: &str) -> Option<Vec<Option<String>>> {
        let Value::Array(array) = self.get(name) else {
            return None;
        };
        let text = |v: &Value| {
            if let Value::Str(s) = v {
                Some(s.text().into_owned())
            } else {
                None
            }
        };
        Some(array.to_vec().iter().map(text).collect())
    }

    /// The release closure, or null; it is forgotten by this.
    pub fn take_release_closure(&self) -> Value {
        self.release.take()
    }

    /// Empties the property bag.
    pub fn clear_bag(&self, vm: &mut Vm) -> Res<()> {
        let bag = self.bag.borrow().clone();
        vm.call_method(&bag, "clear", &[]).map(Value::done)
    }
}

fn java_value(value: &PropertyValue) -> Value {
    match value {
        PropertyValue::Null => Value::Null,
        PropertyValue::Text(text) => Value::str(text),
        PropertyValue::Texts(texts) => {
            let text = |t: &Option<String>| t.as_deref().map_or(Value::Null, Value::str);
            Array::new(ClassId::STRING, texts.iter().map(text).collect()).into()
        }
        PropertyValue::Int(number) => Value::int(*number),
        PropertyValue::Boolean(on) => Value::bool(*on),
        PropertyValue::Guarded(text) => Value::host(GuardedString::new(text)),
    }
}

fn new_bag(vm: &mut Vm) -> Res {
    match vm.class_by_name("java.util.concurrent.ConcurrentHashMap") {
        Some(class) => vm.construct(class, &[]),
        None => Ok(Map::empty().into()),
    }
}

/// Evaluates ConfigSlurper text and puts its keys into the bag: the plain part leaves what is there, the sensitive one wins;
/// maps of both are merged.
fn merge(vm: &mut Vm, bag: &Value, text: Option<&str>, wins: bool) -> Res<()> {
    let Some(text) = text.filter(|t| !t.trim().is_empty()) else {
        return Ok(());
    };
    let Some(class) = vm.class_by_name("groovy.util.ConfigSlurper") else {
        return Err(vm.unsupported("customConfiguration: groovy.util.ConfigSlurper is not there"));
    };
    let slurper = vm.construct(class, &[])?;
    let parsed = vm.call_method(&slurper, "parse", &[Value::str(text)])?;
    let Value::Map(parsed) = parsed else {
        return Ok(());
    };
    let entries = parsed.borrow().pairs();
    for (key, value) in entries {
        let present = vm.call_method(bag, "get", std::slice::from_ref(&key))?;
        match (&present, &value) {
            (Value::Map(old), Value::Map(new)) => merge_maps(vm, old, new, wins)?,
            (Value::Null, Value::Null) => {
                return Err(vm.throw_silent(&rovy_interp::jdk::throwables::NULL_POINTER_EXCEPTION));
            }
            (Value::Null, _) => vm.call_method(bag, "put", &[key, value])?.done(),
            _ if wins => vm.call_method(bag, "put", &[key, value])?.done(),
            _ => {}
        }
    }
    Ok(())
}

fn merge_maps(vm: &mut Vm, old: &Rc<Map>, new: &Rc<Map>, wins: bool) -> Res<()> {
    let entries = new.borrow().pairs();
    for (key, value) in entries {
        let present = vm.map_get(old, &key)?;
        match (&present, &value) {
            (Some(Value::Map(inner)), Value::Map(other)) => vm.nested(|vm| merge_maps(vm, inner, other, wins))?,
            (Some(_), _) if !wins => {}
            _ => vm.map_put(old, &key, value)?.unwrap_or_default().done(),
        }
    }
    Ok(())
}

macro_rules! getter {
    ($signature:literal $name:literal) => {
        method($signature, &native(|c: &ScriptedConfiguration| c.get($name)))
    };
}

/// `org.forgerock.openicf.misc.scriptedcommon.ScriptedConfiguration`.
pub static CLASS: Class = class(ScriptedConfiguration::NAME)
    .doc("The connector's configuration.")
    .abstract_class()
    .aliases(&["org.forgerock.openicf.connectors.groovy.ScriptedConfiguration"])
    .members(&[
        getter!("getAuthenticateScriptFileName(): String" "authenticateScriptFileName"),
        getter!("getCreateScriptFileName(): String" "createScriptFileName"),
        getter!("getCustomizerScriptFileName(): String" "customizerScriptFileName"),
        getter!("getDeleteScriptFileName(): String" "deleteScriptFileName"),
        getter!("getResolveUsernameScriptFileName(): String" "resolveUsernameScriptFileName"),
        getter!("getSchemaScriptFileName(): String" "schemaScriptFileName"),
        getter!("getScriptOnResourceScriptFileName(): String" "scriptOnResourceScriptFileName"),
        getter!("getSearchScriptFileName(): String" "searchScriptFileName"),
        getter!("getSyncScriptFileName(): String" "syncScriptFileName"),
        getter!("getTestScriptFileName(): String" "testScriptFileName"),
        getter!("getUpdateScriptFileName(): String" "updateScriptFileName"),
        getter!("getScriptRoots(): String[]" "scriptRoots")
            .doc("Where scripts and their classes are looked for, in order."),
        getter!("getClasspath(): String[]" "classpath"),
        getter!("getScriptExtensions(): String[]" "scriptExtensions"),
        getter!("getScriptBaseClass(): String" "scriptBaseClass"),
        getter!("getSourceEncoding(): String" "sourceEncoding"),
        getter!("getTargetDirectory(): File" "targetDirectory"),
        getter!("getWarningLevel(): int" "warningLevel"),
        getter!("getTolerance(): int" "tolerance"),
        getter!("isDebug(): boolean" "debug"),
        getter!("isVerbose(): boolean" "verbose"),
        getter!("isRecompileGroovySource(): boolean" "recompileGroovySource"),
        getter!("getMinimumRecompilationInterval(): int" "minimumRecompilationInterval"),
        getter!("getDisabledGlobalASTTransformations(): String[]" "disabledGlobalASTTransformations"),
        getter!("getCustomConfiguration(): String" "customConfiguration"),
        getter!("getCustomSensitiveConfiguration(): GuardedString" "customSensitiveConfiguration"),
        method(
            "getPropertyBag(): Map",
            &native(|c: &ScriptedConfiguration| c.bag.borrow().clone()),
        )
        .doc("What scripts keep between operations."),
        method(
            "getReleaseClosure(): Closure",
            &native(|c: &ScriptedConfiguration| c.release.borrow().clone()),
        ),
        method("setReleaseClosure(Closure closure): void", &native(set_release_closure))
            .doc("What runs when the connector is given up."),
    ]);

fn set_release_closure(c: &ScriptedConfiguration, closure: &Value) {
    let _fallen = c.release.replace(closure.clone());
}
