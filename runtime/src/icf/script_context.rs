//! `ScriptContext` and its builder: a script that a caller sends.

use super::{names, read_only, values};
use rovy_interp::registry::{Class, class, constructor, method, native, unbound};
use rovy_interp::value::{HostType, Map, Str, Value};
use rovy_interp::{Res, Vm};
use std::cell::RefCell;
use std::rc::Rc;

/// A script with its language and arguments.
pub struct ScriptContext {
    /// `getScriptLanguage()`.
    pub language: Rc<Str>,
    /// `getScriptText()`.
    pub text: Rc<Str>,
    /// `getScriptArguments()`, read-only.
    pub arguments: Rc<Map>,
}

impl HostType for ScriptContext {
    const NAME: &'static str = "org.identityconnectors.framework.common.objects.ScriptContext";
    fn class() -> &'static Class {
        &CLASS
    }
}

/// `org.identityconnectors.framework.common.objects.ScriptContext`.
pub static CLASS: Class = class(ScriptContext::NAME).members(&[
    constructor(
        "ScriptContext(String language, String text, Map arguments)",
        &unbound(from_map),
    ),
    method(
        "getScriptLanguage(): String",
        &native(|c: &ScriptContext| c.language.clone()),
    ),
    method("getScriptText(): String", &native(|c: &ScriptContext| c.text.clone())),
    method(
        "getScriptArguments(): Map",
        &native(|c: &ScriptContext| c.arguments.clone()),
    ),
    method("toString(): String", &native(text)),
]);

fn from_map(
    vm: &mut Vm,
    language: Option<&Rc<Str>>,
    text: Option<&Rc<Str>>,
    arguments: Option<&Map>,
) -> Res<ScriptContext> {
    let arguments = arguments.map(|map| map.borrow().pairs()).unwrap_or_default();
    create(vm, language, text, &arguments)
}

/// A checked context; the arguments are copied.
pub fn create(
    vm: &mut Vm,
    language: Option<&Rc<Str>>,
    text: Option<&Rc<Str>>,
    arguments: &[(Value, Value)],
) -> Res<ScriptContext> {
    let language = checked(vm, language, "scriptLanguage")?;
    let text = checked(vm, text, "scriptText")?;
    let mut copied = Vec::new();
    for (name, value) in arguments {
        check_transferable(vm, value)?;
        copied.push((name.clone(), value.clone()));
    }
    Ok(ScriptContext {
        language,
        text,
        arguments: read_only::hash_map(vm, &copied)?,
    })
}

fn checked(vm: &mut Vm, text: Option<&Rc<Str>>, argument: &str) -> Res<Rc<Str>> {
    match text.filter(|t| !names::is_blank(t)) {
        Some(text) => Ok(text.clone()),
        None => Err(vm.illegal_argument(format!("Argument '{argument}' must be specified"))),
    }
}

/// Throws unless a value may travel between a caller and a connector: attribute types, ICF's own, collections and arrays of them.
pub fn check_transferable(vm: &mut Vm, value: &Value) -> Res<()> {
    match value {
        Value::GString(_) => Err(no_serializer(vm, "groovy.lang.GString")),
        Value::Map(map) => {
            let pairs = map.borrow().pairs();
            for (key, inner) in pairs {
                check_transferable(vm, &key)?;
                vm.nested(|vm| check_transferable(vm, &inner))?;
            }
            Ok(())
        }
        Value::List(_) | Value::Set(_) | Value::Range(_) | Value::Array(_) => {
            for item in vm.items(value)? {
                vm.nested(|vm| check_transferable(vm, &item))?;
            }
            Ok(())
        }
        Value::Class(_) => Ok(()),
        Value::Host(_) => {
            let class = vm.class_name(value.class_id());
            let own = class.starts_with("org.identityconnectors.");
            if own || matches!(&*class, "java.io.File" | "java.net.URI") {
                Ok(())
            } else {
                Err(no_serializer(vm, &class))
            }
        }
        other if values::is_supported(other) => Ok(()),
        other => {
            let class = values::class_name(vm, other);
            Err(no_serializer(vm, &class))
        }
    }
}

fn no_serializer(vm: &mut Vm, class: &str) -> rovy_interp::Thrown {
    vm.throw(
        &super::exceptions::CONNECTOR_EXCEPTION,
        format!("No serializer for class: class {class}"),
    )
}

fn text(vm: &mut Vm, c: &ScriptContext) -> Res<String> {
    let arguments = values::java_text(vm, &Value::Map(c.arguments.clone()))?;
    Ok(format!(
        "ScriptContext: {{Language={}, Text={}, Arguments={arguments}}}",
        c.language, c.text
    ))
}

/// A context in the making.
#[derive(Default)]
pub struct ScriptContextBuilder {
    language: RefCell<Option<Rc<Str>>>,
    text: RefCell<Option<Rc<Str>>>,
    arguments: RefCell<Vec<(Value, Value)>>,
}

impl HostType for ScriptContextBuilder {
    const NAME: &'static str = "org.identityconnectors.framework.common.objects.ScriptContextBuilder";
    fn class() -> &'static Class {
        &BUILDER
    }
}

/// `org.identityconnectors.framework.common.objects.ScriptContextBuilder`.
pub static BUILDER: Class = class(ScriptContextBuilder::NAME).members(&[
    constructor("ScriptContextBuilder()", &unbound(ScriptContextBuilder::default)),
    constructor("ScriptContextBuilder(String language, String text)", &unbound(start)),
    method(
        "getScriptLanguage(): String",
        &native(|b: &ScriptContextBuilder| b.language.borrow().clone()),
    ),
    method(
        "setScriptLanguage(String language): ScriptContextBuilder",
        &native(|this: &Value, to: Option<&Rc<Str>>| set(this, |b| &b.language, to)),
    ),
    method(
        "getScriptText(): String",
        &native(|b: &ScriptContextBuilder| b.text.borrow().clone()),
    ),
    method(
        "setScriptText(String text): ScriptContextBuilder",
        &native(|this: &Value, to: Option<&Rc<Str>>| set(this, |b| &b.text, to)),
    ),
    method(
        "addScriptArgument(String name, Object value): ScriptContextBuilder",
        &native(add),
    ),
    method("removeScriptArgument(String name): void", &native(remove)),
    method("getScriptArguments(): Map", &native(arguments)),
    method("build(): ScriptContext", &native(build)),
]);

fn start(language: Option<&Rc<Str>>, text: Option<&Rc<Str>>) -> ScriptContextBuilder {
    ScriptContextBuilder {
        language: RefCell::new(language.cloned()),
        text: RefCell::new(text.cloned()),
        arguments: RefCell::default(),
    }
}

type TextField = fn(&ScriptContextBuilder) -> &RefCell<Option<Rc<Str>>>;

fn set(this: &Value, field: TextField, to: Option<&Rc<Str>>) -> Value {
    if let Some(builder) = this.as_host::<ScriptContextBuilder>() {
        field(builder).replace(to.cloned());
    }
    this.clone()
}

fn add(vm: &mut Vm, this: &Value, name: Option<&Rc<Str>>, value: &Value) -> Res {
    let Some(name) = name else {
        return Err(vm.illegal_argument("Argument 'name' cannot be null."));
    };
    if let Some(builder) = this.as_host::<ScriptContextBuilder>() {
        let mut arguments = builder.arguments.borrow_mut();
        arguments.retain(|(k, _)| !matches!(k, Value::Str(s) if s == name));
        arguments.push((Value::Str(name.clone()), value.clone()));
    }
    Ok(this.clone())
}

fn remove(vm: &mut Vm, b: &ScriptContextBuilder, name: Option<&Rc<Str>>) -> Res<()> {
    let Some(name) = name else {
        return Err(vm.illegal_argument("Argument 'name' cannot be null."));
    };
    let named = |key: &Value| matches!(key, Value::Str(s) if s == name);
    b.arguments.borrow_mut().retain(|(key, _)| !named(key));
    Ok(())
}

/// A copy: what is put into it does not reach the builder.
fn arguments(vm: &mut Vm, b: &ScriptContextBuilder) -> Res<Rc<Map>> {
    let pairs = b.arguments.borrow().clone();
    read_only::hash_map(vm, &pairs)
}

fn build(vm: &mut Vm, b: &ScriptContextBuilder) -> Res<ScriptContext> {
    let (language, text, arguments) = (
        b.language.borrow().clone(),
        b.text.borrow().clone(),
        b.arguments.borrow().clone(),
    );
    create(vm, language.as_ref(), text.as_ref(), &arguments)
}

/// The copy that a caller gets of what a script returned: ranges become lists, everything in it is transferable.
pub fn transferred(vm: &mut Vm, value: &Value) -> Res {
    check_transferable(vm, value)?;
    match value {
        Value::Range(_) => vm.items(value).map(Value::from),
        other => Ok(other.clone()),
    }
}
