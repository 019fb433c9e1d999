//! Classes that scripts declare, as one interpreter knows them; [`definitions`](super::definitions) makes them.

use super::{Unit, Vm};
use crate::eval::Target;
use crate::program::{BodyId, ClassKind, ClassTemplate, Visibility};
use crate::registry::ClassId;
use crate::value::Value;
use rustc_hash::FxHashMap;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

/// A class of a script, or of a closure expression.
pub struct ScriptClass {
    /// Its id.
    pub id: ClassId,
    /// Its full name; another in each evaluation of a text.
    pub(super) name: RefCell<Rc<str>>,
    /// What it is.
    pub kind: ClassKind,
    /// Its superclass.
    pub superclass: ClassId,
    /// The interfaces and traits it names.
    pub interfaces: Vec<ClassId>,
    /// The class around it.
    pub outer: Option<ClassId>,
    /// Where it is declared: the unit and the place of its template. Closure classes have none.
    pub template: Option<(Rc<Unit>, usize)>,
    /// The code of a closure expression, if it is the class of one.
    pub closure: Option<(Weak<Unit>, BodyId)>,
    /// Fields of instances, those of superclasses first.
    pub fields: Vec<Field>,
    /// The slots of instances' fields.
    pub(super) by_name: FxHashMap<Rc<str>, usize>,
    /// The slot of the hidden field with the instance around it.
    pub outer_slot: Option<u32>,
    /// The slot of the first captured variable.
    pub captures_slot: u32,
    /// All slots of an instance.
    pub slots: u32,
    /// Static fields: name, type, value.
    pub statics: Vec<StaticField>,
    /// Its own methods, by name.
    pub methods: FxHashMap<Rc<str>, Vec<Rc<Method>>>,
    /// Its constructors.
    pub constructors: Vec<Rc<Method>>,
    /// How far its static initialiser got.
    pub state: Cell<InitState>,
    /// Hooks that its methods or those it inherits define.
    pub hooks: Hooks,
    /// The slot of what its instances stand before: a map of closures, or a closure.
    pub proxy_slot: Option<u32>,
}

/// How far a class's static initialiser got.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum InitState {
    /// Not yet begun.
    Waiting,
    /// Under way, or done.
    Begun,
    /// Ended by an exception: the class cannot be used.
    Failed,
}

/// Which of Groovy's hooks a class has.
#[derive(Clone, Copy, Default, Debug)]
pub struct Hooks {
    /// `getProperty(String)`.
    pub get_property: bool,
    /// `setProperty(String, Object)`.
    pub set_property: bool,
    /// `invokeMethod(String, Object)`.
    pub invoke_method: bool,
    /// `invokeMethod` comes before the class's own methods (`GroovyInterceptable`).
    pub intercepts: bool,
}

/// A field of an instance.
#[derive(Clone)]
pub struct Field {
    /// Its name.
    pub name: Rc<str>,
    /// Its type; `Object` when it has none.
    pub ty: ClassId,
    /// Whether it is a property.
    pub is_property: bool,
    /// Whether it can be set only once.
    pub is_final: bool,
    /// Who may see it.
    pub visibility: Visibility,
    /// The class that declares it.
    pub class: ClassId,
}

/// A static field.
pub struct StaticField {
    /// What is known of it.
    pub field: Field,
    /// Its value.
    pub value: RefCell<Value>,
}

/// A method or constructor of a script class.
pub struct Method {
    /// Its number in the interpreter.
    pub index: u32,
    /// Its name.
    pub name: Rc<str>,
    /// The class that declares it.
    pub class: ClassId,
    /// Where its code is.
    pub unit: Rc<Unit>,
    /// Its code; none for abstract ones.
    pub body: Option<BodyId>,
    /// Types of the parameters.
    pub params: Vec<ClassId>,
    /// Which of them have default values.
    pub defaults: Vec<bool>,
    /// Whether the last takes all remaining arguments.
    pub varargs: bool,
    /// The type of the result.
    pub returns: ClassId,
    /// Whether it belongs to the class.
    pub is_static: bool,
    /// Whether it is abstract.
    pub is_abstract: bool,
    /// Who may see it.
    pub visibility: Visibility,
}

impl ScriptClass {
    /// The slot of a field of instances.
    pub fn field_slot(&self, name: &str) -> Option<usize> {
        self.by_name.get(name).copied()
    }

    /// The property that `getName()`, `isName()` or `setName(value)` belongs to, where the class declares no such method. A
    /// record's components have none: they have methods of their own names.
    pub fn accessed(&self, method: &str, args: usize) -> Option<(usize, &Field)> {
        let (rest, count) = match method.split_at_checked(3)? {
            ("get", rest) => (rest, 0),
            ("set", rest) => (rest, 1),
            _ => (method.strip_prefix("is")?, 0),
        };
        let slot = property_names(rest).find_map(|n| self.field_slot(&n))?;
        let is_component = self.declaration().is_some_and(|d| slot < d.components);
        let field = self.fields.get(slot).filter(|f| f.is_property && !is_component)?;
        let fits = args == count
            && (count == 0 || !field.is_final)
            && (!method.starts_with("is") || field.ty.boxed() == ClassId::BOOLEAN);
        fits.then_some((slot, field))
    }

    /// The static property that an accessor belongs to, where the class declares no such method.
    pub fn accessed_static(&self, method: &str, args: usize) -> Option<&StaticField> {
        let (rest, count) = match method.split_at_checked(3)? {
            ("get", rest) => (rest, 0),
            ("set", rest) => (rest, 1),
            _ => (method.strip_prefix("is")?, 0),
        };
        let found = property_names(rest).find_map(|n| self.static_field(&n))?;
        let fits = found.field.is_property
            && args == count
            && (count == 0 || !found.field.is_final)
            && (!method.starts_with("is") || found.field.ty.boxed() == ClassId::BOOLEAN);
        fits.then_some(found)
    }

    /// How a site that writes a field remembers it: none for what cannot be changed.
    pub fn stored(&self, name: &str) -> Option<Target> {
        let slot = self.field_slot(name)?;
        let field = self.fields.get(slot).filter(|f| !f.is_final)?;
        let number = u32::try_from(slot).ok()?;
        Some(if field.ty == ClassId::OBJECT {
            Target::Field(number)
        } else {
            Target::Typed(number)
        })
    }

    /// Its own static field of a name.
    pub fn static_field(&self, name: &str) -> Option<&StaticField> {
        self.statics.iter().find(|s| &*s.field.name == name)
    }

    /// A class with nothing in it.
    pub(super) fn empty(id: ClassId, name: Rc<str>) -> ScriptClass {
        ScriptClass {
            id,
            name: RefCell::new(name),
            kind: ClassKind::Class,
            superclass: ClassId::OBJECT,
            interfaces: Vec::new(),
            outer: None,
            template: None,
            fields: Vec::new(),
            by_name: FxHashMap::default(),
            outer_slot: None,
            captures_slot: 0,
            slots: 0,
            statics: Vec::new(),
            methods: FxHashMap::default(),
            constructors: Vec::new(),
            state: Cell::new(InitState::Begun),
            hooks: Hooks::default(),
            proxy_slot: None,
            closure: None,
        }
    }

    /// Its full name.
    pub fn name(&self) -> Rc<str> {
        self.name.borrow().clone()
    }

    /// `Inner` of `pkg.Outer$Inner`.
    pub fn simple_name(&self) -> Rc<str> {
        let name = self.name();
        match name.rfind(['.', '$']) {
            Some(at) => Rc::from(&name[at + 1..]),
            None => name,
        }
    }

    /// Begins a new evaluation of its text: a name, static fields as before the initialiser.
    pub(super) fn begin_anew(&self, name: Rc<str>) {
        self.name.replace(name);
        if self.template.is_some() {
            self.state.set(InitState::Waiting);
        }
        for field in &self.statics {
            field.value.replace(default_value(field.field.ty)).done();
        }
    }

    /// Its methods and constructors.
    pub(super) fn all_methods(&self) -> impl Iterator<Item = &Rc<Method>> {
        self.methods.values().flatten().chain(&self.constructors)
    }

    /// The unit that its instances keep, so that it is known that they are alive: see [`Vm::evaluate`].
    pub(super) fn unit_in_use(&self) -> Option<Rc<Unit>> {
        let (unit, _) = self.template.as_ref()?;
        unit.is_evaluated().then(|| unit.clone())
    }

    /// The declaration.
    pub fn declaration(&self) -> Option<&ClassTemplate> {
        self.template
            .as_ref()
            .and_then(|(unit, i)| unit.program.classes.get(*i))
    }

    /// Whether it is an interface or trait.
    pub fn is_interface(&self) -> bool {
        self.kind.is_interface()
    }
}

impl Vm {
    /// The script class of an id.
    #[inline]
    pub fn script_class(&self, id: ClassId) -> Option<&Rc<ScriptClass>> {
        if id.is_script() {
            self.classes.get((id.0 - ClassId::SCRIPT) as usize)
        } else {
            None
        }
    }
}

/// The properties that an accessor may belong to, by what follows `get`, `is` or `set`: `name` and `Name` for `Name`, `aProp` for
/// `aProp`.
fn property_names(rest: &str) -> impl Iterator<Item = String> {
    let mut chars = rest.chars();
    let lowered = match (chars.next(), chars.as_str().chars().next()) {
        (Some(first), second) if first.is_lowercase() => second.filter(|c| c.is_uppercase()).map(|_| rest.to_string()),
        (Some(first), _) => Some(first.to_lowercase().chain(chars).collect()),
        (None, _) => None,
    };
    let as_written = lowered.is_some().then(|| rest.to_string());
    lowered.into_iter().chain(as_written)
}

/// What a field holds before it is set: zero for primitives, else null.
pub(crate) fn default_value(ty: ClassId) -> Value {
    match ty {
        ClassId::PRIMITIVE_BOOLEAN => Value::bool(false),
        ClassId::PRIMITIVE_CHAR => Value::char(0),
        ClassId::PRIMITIVE_BYTE => Value::byte(0),
        ClassId::PRIMITIVE_SHORT => Value::short(0),
        ClassId::PRIMITIVE_INT => Value::int(0),
        ClassId::PRIMITIVE_LONG => Value::Long(0),
        ClassId::PRIMITIVE_FLOAT => Value::float(0.0),
        ClassId::PRIMITIVE_DOUBLE => Value::double(0.0),
        _ => Value::Null,
    }
}
