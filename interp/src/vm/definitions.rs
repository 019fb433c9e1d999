//! Defining script classes: those of a program, of closure expressions, of proxies; and letting go of them.

use super::script_class::{Field, Hooks, InitState, Method, ScriptClass, StaticField, default_value};
use super::{Unit, Vm};
use crate::program::{BodyId, ClassKind, ClassTemplate, MethodTemplate, Visibility};
use crate::registry::ClassId;
use rustc_hash::FxHashMap;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Methods by name.
type Methods = FxHashMap<Rc<str>, Vec<Rc<Method>>>;

/// The fields of a class and where they lie.
struct Layout {
    fields: Vec<Field>,
    statics: Vec<StaticField>,
    outer_slot: Option<u32>,
    captures_slot: u32,
}

/// A field that the compiler makes.
fn hidden_field(name: &str, class: ClassId) -> Field {
    Field {
        name: Rc::from(name),
        ty: ClassId::OBJECT,
        is_property: false,
        is_final: true,
        visibility: Visibility::Private,
        class,
    }
}

impl Vm {
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

    /// Defines the class of an object that is given traits.
    pub(super) fn define_trait_proxy(&mut self, of: ClassId, traits: &[ClassId]) -> ClassId {
        let id = self.next_class_id();
        let mut fields: Vec<Field> = Vec::new();
        for taken in traits.iter().filter_map(|t| self.script_class(*t)) {
            for field in &taken.fields {
                if !fields.iter().any(|f| f.name == field.name) {
                    fields.push(field.clone());
                }
            }
        }
        let name = self.class_name(of);
        let simple = name.rsplit(['.', '$']).next().unwrap_or(&name);
        let slots = fields.len() as u32;
        self.classes.push(Rc::new(ScriptClass {
            interfaces: traits.to_vec(),
            by_name: fields.iter().enumerate().map(|(i, f)| (f.name.clone(), i)).collect(),
            fields,
            slots: slots + 1,
            proxy_slot: Some(slots),
            ..ScriptClass::empty(id, format!("{simple}{}_groovyProxy", self.classes.len()).into())
        }));
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
        let (first, id) = {
            let ids = unit.classes.borrow();
            match (ids.first(), ids.get(index)) {
                (Some(first), Some(id)) => (*first, *id),
                _ => return,
            }
        };
        let superclass = unit.class(template.superclass);
        let interfaces: Vec<ClassId> = template.interfaces.iter().map(|t| unit.class(*t)).collect();
        for parent in std::iter::once(superclass).chain(interfaces.iter().copied()) {
            // The ids of a unit's classes follow one another.
            let own = parent.0.checked_sub(first.0).map_or(usize::MAX, |own| own as usize);
            if own < done.len() && own != index {
                self.define_class(unit, own, done, depth + 1);
            }
        }
        if let Some(flag) = done.get_mut(index) {
            *flag = true;
        }
        let class = self.build_class(unit, index, template, id, superclass, interfaces);
        let place = (id.0 - ClassId::SCRIPT) as usize;
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
        let parent = parent.as_deref();
        let layout = self.layout(unit, template, id, parent, &interfaces);
        let mut methods = Methods::default();
        for method in &template.methods {
            let method = self.define_method(unit, id, method);
            methods.entry(method.name.clone()).or_default().push(method);
        }
        let constructors = template.constructors.iter();
        let constructors = constructors.map(|c| self.define_method(unit, id, c)).collect();
        // Later fields hide earlier ones of the same name.
        let by_name = layout.fields.iter().enumerate().map(|(i, f)| (f.name.clone(), i));
        ScriptClass {
            kind: template.kind,
            superclass,
            outer: template.outer.map(|o| unit.own_class(o)),
            template: Some((unit.clone(), index)),
            by_name: by_name.collect(),
            slots: layout.fields.len() as u32,
            fields: layout.fields,
            outer_slot: layout.outer_slot,
            captures_slot: layout.captures_slot,
            statics: layout.statics,
            hooks: self.hooks(parent, &interfaces, &methods),
            interfaces,
            methods,
            constructors,
            state: Cell::new(InitState::Waiting),
            ..ScriptClass::empty(id, Rc::from(&*template.name))
        }
    }

    /// Where instances keep what they hold: the superclass's fields, its own, those of traits, the instance around it, captures.
    fn layout(
        &self,
        unit: &Unit,
        template: &ClassTemplate,
        id: ClassId,
        parent: Option<&ScriptClass>,
        interfaces: &[ClassId],
    ) -> Layout {
        let mut fields: Vec<Field> = parent.map(|p| p.fields.clone()).unwrap_or_default();
        let mut statics = Vec::new();
        for declared in &template.fields {
            let field = Field {
                name: Rc::from(&*declared.name),
                ty: declared.ty.map_or(ClassId::OBJECT, |t| unit.class(t)),
                is_property: declared.is_property,
                is_final: declared.is_final,
                visibility: declared.visibility,
                class: id,
            };
            if declared.is_static {
                let value = RefCell::new(default_value(field.ty));
                statics.push(StaticField { field, value });
            } else {
                fields.push(field);
            }
        }
        // A trait's fields become fields of the class that takes it.
        let taken = interfaces.iter().filter_map(|interface| self.script_class(*interface));
        for field in taken.filter(|c| c.kind == ClassKind::Trait).flat_map(|c| &c.fields) {
            if !fields.iter().any(|f| f.name == field.name) {
                fields.push(field.clone());
            }
        }
        let mut outer_slot = parent.and_then(|p| p.outer_slot);
        if template.inner {
            outer_slot = Some(fields.len() as u32);
            fields.push(hidden_field("this$0", id));
        }
        let captures_slot = fields.len() as u32;
        let captures = template.capture_names.iter();
        fields.extend(captures.map(|name| hidden_field(&format!("val${name}"), id)));
        Layout {
            fields,
            statics,
            outer_slot,
            captures_slot,
        }
    }

    /// The hooks that a class defines, inherits, or takes from traits.
    fn hooks(&self, parent: Option<&ScriptClass>, interfaces: &[ClassId], methods: &Methods) -> Hooks {
        let defines = |name: &str, params: usize| {
            let named = methods.get(name);
            named.is_some_and(|m| m.iter().any(|m| m.params.len() == params && !m.is_static))
        };
        let mut hooks = parent.map(|p| p.hooks).unwrap_or_default();
        hooks.get_property |= defines("getProperty", 1);
        hooks.set_property |= defines("setProperty", 2);
        hooks.invoke_method |= defines("invokeMethod", 2);
        for interface in interfaces {
            hooks.intercepts |= &*self.class_name(*interface) == "groovy.lang.GroovyInterceptable";
            if let Some(taken) = self.script_class(*interface) {
                hooks.get_property |= taken.hooks.get_property;
                hooks.set_property |= taken.hooks.set_property;
                hooks.invoke_method |= taken.hooks.invoke_method;
            }
        }
        hooks
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
