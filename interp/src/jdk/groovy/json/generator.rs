//! `groovy.json.JsonGenerator`: the settings under which values become JSON.

use super::write;
use crate::heap::Gathered;
use crate::registry::{
    Class, ClassId, Kind, Member, class, constructor, interface, method, native, raw, required, slice, unbound,
};
use crate::value::{Closure, HostType, Str, Value};
use crate::{Res, Vm};
use std::cell::RefCell;
use std::rc::Rc;

/// How values of a class are turned into others before they are written.
#[derive(Clone)]
pub(super) struct Converter {
    /// The class whose values it takes.
    pub class: ClassId,
    /// A closure over value and key.
    pub closure: Rc<Closure>,
}

/// What the options of a generator say.
#[derive(Clone)]
pub(super) struct Settings {
    pub exclude_nulls: bool,
    pub keep_unicode: bool,
    pub date_format: String,
    /// Null for en_US.
    pub date_locale: Value,
    /// A time zone's id.
    pub time_zone: String,
    pub converters: Vec<Converter>,
    pub excluded_names: Vec<String>,
    pub excluded_classes: Vec<ClassId>,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            exclude_nulls: false,
            keep_unicode: false,
            date_format: "yyyy-MM-dd'T'HH:mm:ssZ".to_owned(),
            date_locale: Value::Null,
            time_zone: "GMT".to_owned(),
            converters: Vec::new(),
            excluded_names: Vec::new(),
            excluded_classes: Vec::new(),
        }
    }
}

impl Settings {
    pub(super) fn excludes_name(&self, name: &str) -> bool {
        self.excluded_names.iter().any(|n| n == name)
    }

    pub(super) fn excludes_value(&self, vm: &Vm, value: &Value) -> bool {
        match value {
            Value::Null => self.exclude_nulls,
            value => {
                let class = value.class_id();
                self.excluded_classes.iter().any(|c| vm.is_subclass(class, *c))
            }
        }
    }
}

/// `groovy.json.DefaultJsonGenerator`.
pub struct Generator {
    pub(super) settings: Rc<Settings>,
}

impl Generator {
    /// The settings of a generator that a script handed over; the default ones for null.
    pub(super) fn settings_of(vm: &mut Vm, generator: &Value) -> Res<Rc<Settings>> {
        match (generator, generator.as_host::<Generator>()) {
            (Value::Null, _) => Ok(Rc::default()),
            (_, Some(generator)) => Ok(generator.settings.clone()),
            _ => Err(
                vm.unsupported("a JsonGenerator that a script implements: build one with new JsonGenerator.Options()")
            ),
        }
    }
}

impl HostType for Generator {
    const NAME: &'static str = "groovy.json.DefaultJsonGenerator";
    fn class() -> &'static Class {
        &DEFAULT_GENERATOR
    }
}

/// `groovy.json.JsonGenerator`.
pub static JSON_GENERATOR: Class = interface("groovy.json.JsonGenerator").members(&[
    required("isExcludingFieldsNamed(String name): boolean"),
    required("isExcludingValues(Object value): boolean"),
    required("toJson(Object object): String"),
]);

/// `groovy.json.DefaultJsonGenerator`.
pub static DEFAULT_GENERATOR: Class = class(Generator::NAME).implements(&[&JSON_GENERATOR]).members(&[
    method("toJson(Object object): String", &native(to_json)).doc("The object as JSON."),
    method(
        "isExcludingFieldsNamed(String name): boolean",
        &native(|g: &Generator, name: &Str| g.settings.excludes_name(&name.text())),
    ),
    method(
        "isExcludingValues(Object value): boolean",
        &native(|vm: &mut Vm, g: &Generator, value: &Value| g.settings.excludes_value(vm, value)),
    ),
]);

fn to_json(vm: &mut Vm, generator: &Generator, object: &Value) -> Res<Rc<Str>> {
    write::to_json(vm, &generator.settings, object)
}

/// `groovy.json.JsonGenerator.Options`.
#[derive(Default)]
pub struct Options {
    settings: RefCell<Settings>,
}

impl HostType for Options {
    const NAME: &'static str = "groovy.json.JsonGenerator$Options";
    fn class() -> &'static Class {
        &OPTIONS
    }
}

const OPTION_MEMBERS: &[Member] = &[
    constructor("Options()", &unbound(Options::default)),
    raw(
        Kind::Method,
        "addConverter(Class type, Closure converter): Options",
        &slice(add_converter),
    )
    .doc("Has values of a class turned into others by a closure over value and, if it takes it, key."),
    method("build(): JsonGenerator", &native(build)).doc("The generator."),
    raw(Kind::Method, "dateFormat(String format): Options", &slice(date_format)).doc("The format of dates."),
    raw(
        Kind::Method,
        "dateFormat(String format, Locale locale): Options",
        &slice(date_format),
    ),
    raw(
        Kind::Method,
        "disableUnicodeEscaping(): Options",
        &slice(disable_unicode_escaping),
    )
    .doc("Writes characters beyond ASCII as they are."),
    raw(
        Kind::Method,
        "excludeFieldsByName(CharSequence... names): Options",
        &slice(exclude_names),
    )
    .doc("Leaves out fields of these names."),
    raw(
        Kind::Method,
        "excludeFieldsByName(Iterable names): Options",
        &slice(exclude_names),
    ),
    raw(
        Kind::Method,
        "excludeFieldsByType(Class... types): Options",
        &slice(exclude_types),
    )
    .doc("Leaves out values of these classes."),
    raw(
        Kind::Method,
        "excludeFieldsByType(Iterable types): Options",
        &slice(exclude_types),
    ),
    raw(Kind::Method, "excludeNulls(): Options", &slice(exclude_nulls)).doc("Leaves out nulls."),
    raw(Kind::Method, "timezone(String id): Options", &slice(timezone)).doc("The time zone of dates."),
];

/// `groovy.json.JsonGenerator.Options`.
pub static OPTIONS: Class = class(Options::NAME).members(OPTION_MEMBERS);

fn build(options: &Options) -> Generator {
    Generator {
        settings: Rc::new(options.settings.borrow().clone()),
    }
}

/// Changes the settings and gives the options back, to go on with.
fn changed(this: &Value, change: impl FnOnce(&mut Settings)) -> Res {
    if let Some(options) = this.as_host::<Options>() {
        change(&mut options.settings.borrow_mut());
    }
    Ok(this.clone())
}

fn exclude_nulls(_: &mut Vm, this: &Value, _: &[Value]) -> Res {
    changed(this, |s| s.exclude_nulls = true)
}

fn disable_unicode_escaping(_: &mut Vm, this: &Value, _: &[Value]) -> Res {
    changed(this, |s| s.keep_unicode = true)
}

fn date_format(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let format = vm.to_text(args.first().unwrap_or(&Value::Null))?;
    changed(this, |s| {
        s.date_format = format;
        s.date_locale = args.get(1).cloned().unwrap_or_default();
    })
}

fn timezone(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let id = vm.to_text(args.first().unwrap_or(&Value::Null))?;
    changed(this, |s| s.time_zone = id)
}

/// The arguments one by one, be they variable arguments, an array or something to walk over.
fn each(vm: &mut Vm, args: &[Value]) -> Res<Gathered> {
    match args {
        [one @ (Value::List(_) | Value::Set(_) | Value::Array(_) | Value::Range(_))] => vm.items(one),
        many => Ok(Gathered::of(many.to_vec())),
    }
}

fn exclude_names(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let mut names = Vec::new();
    for name in each(vm, args)? {
        if !name.is_null() {
            names.push(vm.to_text(&name)?);
        }
    }
    changed(this, |s| s.excluded_names.extend(names))
}

fn exclude_types(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let classes = each(vm, args)?;
    changed(this, |s| {
        s.excluded_classes.extend(classes.iter().filter_map(Value::as_class))
    })
}

fn add_converter(vm: &mut Vm, this: &Value, args: &[Value]) -> Res {
    let (Some(class), Some(Value::Closure(closure))) = (args.first().and_then(Value::as_class), args.get(1)) else {
        let missing = if args.first().is_some_and(|c| c.as_class().is_some()) {
            "Closure"
        } else {
            "Type"
        };
        return Err(vm.null_pointer(format!("{missing} parameter must not be null")));
    };
    let parameters = vm.closure_parameters(closure);
    let Some(first) = parameters.first() else {
        return Err(vm.illegal_argument("Closure must accept at least one parameter"));
    };
    if !vm.is_subclass(class, *first) {
        let shown = vm.to_text(&Value::class(class))?;
        return Err(vm.illegal_argument(format!("Expected first parameter to be of type: {shown}")));
    }
    if parameters
        .get(1)
        .is_some_and(|second| !vm.is_subclass(ClassId::STRING, *second))
    {
        return Err(vm.illegal_argument("Expected second parameter to be of type: class java.lang.String"));
    }
    changed(this, |s| {
        s.converters.retain(|c| c.class != class);
        s.converters.push(Converter {
            class,
            closure: closure.clone(),
        });
    })
}
