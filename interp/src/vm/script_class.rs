//! Classes that scripts declare, as one interpreter knows them.

use super::{Unit, Vm};
use crate::eval::Target;
use crate::program::{BodyId, ClassKind, ClassTemplate, FieldTemplate, MethodTemplate, Visibility};
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
    name: RefCell<Rc<str>>,
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
    by_name: FxHashMap<Rc<str>, usize>,
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

    fn all_methods(&self) -> impl Iterator<Item = &Rc<Method>> {
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

    pub(super) fn next_class_id(&self) -> ClassId {
        ClassId(ClassId::SCRIPT + self.classes.len() as u32)
    }

    /// Defines the class of a closure expression.
    pub(super) fn define_closure_class(&mut self, unit: &Rc<Unit>, body: BodyId) -> ClassId {
        let id = self.next_class_id();
        let name = unit.own_name(&unit.body(body).name);
        self.classes.push(Rc::new(ScriptClass {
            superclass: ClassId::CLOSURE,
            closure: Some((Rc::downgrade(unit), body)),
            ..ScriptClass::empty(id, name)
        }));
        id
    }

    /// Lets go of what a class holds.
    pub(super) fn undefine_class(&mut self, id: ClassId) {
        for method in self
            .script_class(id)
            .cloned()
            .iter()
            .flat_map(|class| class.all_methods())
        {
            self.undefine_method(method);
        }
        let gone = self
            .gone
            .get_or_insert_with(|| Rc::new(ScriptClass::empty(ClassId::OBJECT, "java.lang.Object".into())));
        if let Some(place) = self.classes.get_mut((id.0 - ClassId::SCRIPT) as usize) {
            *place = gone.clone();
        }
    }

    fn undefine_method(&mut self, method: &Method) {
        // The first one's unit stays with it, so that there is one.
        let gone = self.gone_method.get_or_insert_with(|| {
            Rc::new(Method {
                name: method.name.clone(),
                unit: method.unit.clone(),
                body: None,
                params: Vec::new(),
                defaults: Vec::new(),
                ..*method
            })
        });
        if let Some(place) = self.methods.get_mut(method.index as usize) {
            *place = gone.clone();
        }
    }

    /// Defines the class of the proxies of an interface or class.
    pub(super) fn define_proxy_class(&mut self, class: ClassId) -> ClassId {
        let id = self.next_class_id();
        let name = self.class_name(class);
        let simple = name.rsplit(['.', '$']).next().unwrap_or(&name);
        let name = format!("{simple}{}_groovyProxy", self.proxy_classes.len() + 1);
        let (superclass, interfaces) = match self.is_interface(class) {
            true => (ClassId::OBJECT, vec![class]),
            false => (class, Vec::new()),
        };
        let empty = ScriptClass::empty(id, name.into());
        let proxy = match self.script_class(superclass) {
            None => ScriptClass {
                superclass,
                interfaces,
                slots: 1,
                proxy_slot: Some(0),
                ..empty
            },
            Some(parent) => ScriptClass {
                superclass,
                interfaces,
                fields: parent.fields.clone(),
                by_name: parent.by_name.clone(),
                outer_slot: parent.outer_slot,
                captures_slot: parent.captures_slot,
                slots: parent.slots + 1,
                proxy_slot: Some(parent.slots),
                hooks: parent.hooks,
                ..empty
            },
        };
        self.classes.push(Rc::new(proxy));
        id
    }

    /// Defines the classes of a program. Superclasses in the same program come first, whatever their order in the text.
    pub(super) fn define_classes(&mut self, unit: &Rc<Unit>) {
        let count = unit.program.classes.len();
        let first = self.classes.len() as u32;
        let ids: Vec<ClassId> = (0..count as u32)
            .map(|i| ClassId(ClassId::SCRIPT + first + i))
            .collect();
        *unit.classes.borrow_mut() = ids.clone();
        for (i, template) in unit.program.classes.iter().enumerate() {
            self.class_names.insert(Rc::from(&*template.name), ids[i]);
            self.classes.push(self.placeholder(ids[i], template));
        }
        unit.link(self);
        let mut done = vec![false; count];
        for i in 0..count {
            self.define_class(unit, i, &mut done, 0);
        }
    }

    /// Stands for a class until its superclass is known.
    fn placeholder(&self, id: ClassId, template: &ClassTemplate) -> Rc<ScriptClass> {
        Rc::new(ScriptClass {
            kind: template.kind,
            ..ScriptClass::empty(id, Rc::from(&*template.name))
        })
    }

    fn define_class(&mut self, unit: &Rc<Unit>, index: usize, done: &mut Vec<bool>, depth: usize) {
        if done.get(index).copied().unwrap_or(true) || depth > done.len() {
            return;
        }
        let Some(template) = unit.program.classes.get(index) else {
            return;
        };
        let ids = unit.classes.borrow().clone();
        let superclass = unit.class(template.superclass);
        let interfaces: Vec<ClassId> = template.interfaces.iter().map(|t| unit.class(*t)).collect();
        for parent in std::iter::once(superclass).chain(interfaces.iter().copied()) {
            if let Some(own) = ids.iter().position(|id| *id == parent)
                && own != index
            {
                self.define_class(unit, own, done, depth + 1);
            }
        }
        if let Some(flag) = done.get_mut(index) {
            *flag = true;
        }
        let class = self.build_class(unit, index, template, ids[index], superclass, interfaces);
        let place = (ids[index].0 - ClassId::SCRIPT) as usize;
        if let Some(slot) = self.classes.get_mut(place) {
            *slot = Rc::new(class);
        }
    }

    fn build_class(
        &mut self,
        unit: &Rc<Unit>,
        index: usize,
        template: &ClassTemplate,
        id: ClassId,
        superclass: ClassId,
        interfaces: Vec<ClassId>,
    ) -> ScriptClass {
        let parent = self.script_class(superclass).cloned();
        let mut fields: Vec<Field> = parent.as_ref().map(|p| p.fields.clone()).unwrap_or_default();
        let mut statics = Vec::new();
        let ty = |t: Option<u32>| t.map_or(ClassId::OBJECT, |t| unit.class(t));
        let mut declare = |f: &FieldTemplate, class: ClassId, ty: ClassId| {
            let field = Field {
                name: Rc::from(&*f.name),
                ty,
                is_property: f.is_property,
                is_final: f.is_final,
                visibility: f.visibility,
                class,
            };
            if f.is_static {
                let value = RefCell::new(default_value(ty));
                statics.push(StaticField { field, value });
            } else {
                fields.push(field);
            }
        };
        for field in &template.fields {
            declare(field, id, ty(field.ty));
        }
        // A trait's fields become fields of the class that takes it.
        for interface in &interfaces {
            let Some(taken) = self.script_class(*interface).cloned() else {
                continue;
            };
            if taken.kind == ClassKind::Trait {
                for field in &taken.fields {
                    if !fields.iter().any(|f| f.name == field.name) {
                        fields.push(field.clone());
                    }
                }
            }
        }
        let hidden = |name: &str| Field {
            name: Rc::from(name),
            ty: ClassId::OBJECT,
            is_property: false,
            is_final: true,
            visibility: Visibility::Private,
            class: id,
        };
        let mut outer_slot = parent.as_ref().and_then(|p| p.outer_slot);
        if template.inner {
            outer_slot = Some(fields.len() as u32);
            fields.push(hidden("this$0"));
        }
        let captures_slot = fields.len() as u32;
        for name in &template.capture_names {
            fields.push(hidden(&format!("val${name}")));
        }
        // Later fields hide earlier ones of the same name.
        let by_name = fields.iter().enumerate().map(|(i, f)| (f.name.clone(), i)).collect();
        let mut methods: FxHashMap<Rc<str>, Vec<Rc<Method>>> = FxHashMap::default();
        for method in &template.methods {
            let method = self.define_method(unit, id, method);
            methods.entry(method.name.clone()).or_default().push(method);
        }
        let constructors = template
            .constructors
            .iter()
            .map(|c| self.define_method(unit, id, c))
            .collect();
        let inherited = parent.as_ref().map(|p| p.hooks).unwrap_or_default();
        let mut hooks = inherited;
        let defines = |methods: &FxHashMap<Rc<str>, Vec<Rc<Method>>>, name: &str, params: usize| {
            methods
                .get(name)
                .is_some_and(|m| m.iter().any(|m| m.params.len() == params && !m.is_static))
        };
        hooks.get_property |= defines(&methods, "getProperty", 1);
        hooks.set_property |= defines(&methods, "setProperty", 2);
        hooks.invoke_method |= defines(&methods, "invokeMethod", 2);
        for interface in &interfaces {
            hooks.intercepts |= &*self.class_name(*interface) == "groovy.lang.GroovyInterceptable";
            if let Some(taken) = self.script_class(*interface) {
                hooks.get_property |= taken.hooks.get_property;
                hooks.set_property |= taken.hooks.set_property;
                hooks.invoke_method |= taken.hooks.invoke_method;
            }
        }
        ScriptClass {
            id,
            name: RefCell::new(Rc::from(&*template.name)),
            kind: template.kind,
            superclass,
            interfaces,
            outer: template.outer.map(|o| unit.own_class(o)),
            template: Some((unit.clone(), index)),
            slots: fields.len() as u32,
            fields,
            by_name,
            outer_slot,
            captures_slot,
            statics,
            methods,
            constructors,
            state: Cell::new(InitState::Waiting),
            hooks,
            proxy_slot: None,
            closure: None,
        }
    }

    fn define_method(&mut self, unit: &Rc<Unit>, class: ClassId, template: &MethodTemplate) -> Rc<Method> {
        let ty = |t: &Option<u32>| t.map_or(ClassId::OBJECT, |t| unit.class(t));
        let method = Rc::new(Method {
            index: self.methods.len() as u32,
            name: Rc::from(&*template.name),
            class,
            unit: unit.clone(),
            body: template.body,
            params: template.params.iter().map(ty).collect(),
            defaults: template.defaults.clone(),
            varargs: template.varargs,
            returns: ty(&template.returns),
            is_static: template.is_static,
            is_abstract: template.is_abstract,
            visibility: template.visibility,
        });
        self.methods.push(method.clone());
        method
    }
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
