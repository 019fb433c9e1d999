//! Making instances: constructors, field initialisers, native superclasses, inner classes.

use super::Vm;
use super::script_class::{ScriptClass, default_value};
use crate::program::ClassKind;
use crate::registry::ClassId;
use crate::value::{Map, Object, Str, Value};
use crate::{Res, Thrown, heap, jdk::throwables};
use std::rc::Rc;

impl Vm {
    /// `new T(args…)`.
    pub fn construct(&mut self, class: ClassId, args: &[Value]) -> Res {
        let mut args = args.to_vec();
        self.construct_in(class, &mut args, &Value::Null)
    }

    /// `new T(args…)` in the code of `this`: an inner class's instance then knows it.
    pub(crate) fn construct_in(&mut self, class: ClassId, args: &mut [Value], this: &Value) -> Res {
        let Some(script) = self.script_class(class).cloned() else {
            return self.construct_native(class, args);
        };
        self.initialise(class)?;
        if script.is_interface() {
            return Err(self.missing_constructor(class, args));
        }
        if script.declaration().is_some_and(|d| d.is_abstract) {
            return Err(self.cannot_instantiate(&script, args));
        }
        let object = self.allocate(&script);
        if let Some(slot) = script.outer_slot {
            // The instance around it: given as `this`, or as the first argument when code elsewhere makes one.
            let outer = script.outer;
            let fits = |vm: &Vm, v: &Value| outer.is_some_and(|o| vm.is_instance(v, o));
            if fits(self, this) || matches!(this, Value::Closure(_)) {
                object.set_field(slot as usize, this.clone());
            } else if let Some((first, rest)) = args.split_first_mut()
                && fits(self, first)
            {
                object.set_field(slot as usize, std::mem::take(first));
                return self.initialise_object(&script, object, rest);
            }
        }
        self.initialise_object(&script, object, args)
    }

    /// An instance of an anonymous or local class, with what it captures.
    pub(crate) fn construct_inner(
        &mut self,
        class: ClassId,
        args: &mut [Value],
        outer: Value,
        captures: Box<[Value]>,
    ) -> Res {
        let Some(script) = self.script_class(class).cloned() else {
            return self.construct_native(class, args);
        };
        self.initialise(class)?;
        let object = self.allocate(&script);
        if let Some(slot) = script.outer_slot {
            object.set_field(slot as usize, outer);
        }
        for (i, value) in captures.into_vec().into_iter().enumerate() {
            object.set_field(script.captures_slot as usize + i, value);
        }
        self.initialise_object(&script, object, args)
    }

    pub(super) fn allocate(&mut self, script: &Rc<ScriptClass>) -> Rc<Object> {
        let object = Object::in_unit(script.id, script.slots as usize, script.unit_in_use());
        for (slot, field) in script.fields.iter().enumerate() {
            if field.ty.is_primitive() {
                object.set_field(slot, default_value(field.ty));
            }
        }
        object
    }

    fn initialise_object(&mut self, script: &Rc<ScriptClass>, object: Rc<Object>, args: &mut [Value]) -> Res {
        let this = Value::Object(object);
        self.run_constructor(script, &this, args)?;
        Ok(this)
    }

    /// Runs the constructor of a class that the arguments choose on an instance.
    fn run_constructor(&mut self, script: &Rc<ScriptClass>, this: &Value, args: &mut [Value]) -> Res<()> {
        if script.constructors.is_empty() {
            return self.default_constructor(script, this, args);
        }
        let constructors = self.constructors(script.id);
        if let Some((callable, _)) = self.pick(script.id, "<init>", &constructors, args)? {
            return self.invoke(&callable, this, args).map(Value::done);
        }
        // Named arguments: the constructor without parameters, then the properties.
        if let [Value::Map(map)] = args
            && let Some((callable, _)) = self.pick(script.id, "<init>", &constructors, &[])?
        {
            let map = map.clone();
            self.invoke(&callable, this, &mut [])?.done();
            return self.set_properties(this, &map);
        }
        Err(self.missing_constructor(script.id, args))
    }

    /// A class without constructors: initialisers, then named arguments; an enum constant and a record take theirs by place.
    fn default_constructor(&mut self, script: &Rc<ScriptClass>, this: &Value, args: &mut [Value]) -> Res<()> {
        let anonymous = script.declaration().is_some_and(|d| !d.capture_names.is_empty())
            || script
                .name()
                .rsplit('$')
                .next()
                .is_some_and(|n| n.parse::<u32>().is_ok());
        match args {
            [] => {
                self.super_constructor(script.id, this, &mut [])?;
                Ok(())
            }
            _ if script.kind == ClassKind::Enum && this_has_no_fields(script) => {
                self.super_constructor(script.id, this, &mut [])
            }
            [Value::Map(map)] if !anonymous || !script.superclass.is_script() => {
                let map = map.clone();
                self.super_constructor(script.id, this, &mut [])?;
                self.set_properties(this, &map)
            }
            _ if anonymous => self.super_constructor(script.id, this, args),
            _ => Err(self.missing_constructor(script.id, args)),
        }
    }

    /// Sets properties from named arguments.
    pub(crate) fn set_properties(&mut self, this: &Value, map: &Rc<Map>) -> Res<()> {
        let pairs = map.borrow().pairs();
        for (name, value) in pairs {
            let name = self.to_text(&name)?;
            self.set_property(this, &name, value)?;
        }
        Ok(())
    }

    /// `super(args…)` in a class's constructor, then the class's own initialisers.
    pub(crate) fn super_constructor(&mut self, class: ClassId, this: &Value, args: &mut [Value]) -> Res<()> {
        let Some(script) = self.script_class(class).cloned() else {
            return Ok(());
        };
        match self.script_class(script.superclass).cloned() {
            Some(parent) => self.run_constructor(&parent, this, args)?,
            None => self.native_base(&script, this, args)?,
        }
        self.run_initialisers(&script, this)
    }

    /// `this(args…)` in a class's constructor.
    pub(crate) fn this_constructor(&mut self, class: ClassId, this: &Value, args: &mut [Value]) -> Res<()> {
        match self.script_class(class).cloned() {
            Some(script) => self.run_constructor(&script, this, args),
            None => Ok(()),
        }
    }

    /// The native instance that holds what a script class inherits from a native one.
    fn native_base(&mut self, script: &Rc<ScriptClass>, this: &Value, args: &mut [Value]) -> Res<()> {
        let Value::Object(object) = this else { return Ok(()) };
        if script.kind == ClassKind::Enum {
            if let Some((name, ordinal)) = self.enum_ordinal.take() {
                *object.base.borrow_mut() = self.enum_base(&name, ordinal);
            }
            return Ok(());
        }
        if script.superclass == ClassId::OBJECT || script.superclass == ClassId::RECORD {
            return Ok(());
        }
        let candidates = self.candidates(script.superclass, "<init>");
        if candidates.is_empty() {
            return Ok(());
        }
        // An exception's constructor is told the object's own class, so that it names it.
        let throwable = self.is_subclass(script.superclass, throwables::THROWABLE.id());
        let receiver = Value::class(if throwable {
            object.class.get()
        } else {
            script.superclass
        });
        match self.pick(script.superclass, "<init>", &candidates, args)? {
            Some((callable, _)) => {
                let base = self.invoke(&callable, &receiver, args)?;
                heap::cycles::may_close(this, &base);
                object.base.replace(base).done();
                Ok(())
            }
            None => Err(self.missing_constructor(script.superclass, args)),
        }
    }

    /// Sets a field to its initial value, whatever setters or `final` say.
    pub(crate) fn init_field(&mut self, this: &Value, name: &Str, value: Value) -> Res<()> {
        let text = name.text();
        if let Some(class) = this.as_class() {
            let Some(script) = self.script_class(class).cloned() else {
                return Ok(());
            };
            let Some(field) = script.static_field(&text) else {
                return Ok(());
            };
            let value = self.cast_to(value, field.field.ty)?;
            field.value.replace(value).done();
            return Ok(());
        }
        let Value::Object(object) = this else { return Ok(()) };
        let Some(script) = self.script_class(object.class.get()).cloned() else {
            return Ok(());
        };
        let Some(slot) = script.field_slot(&text) else {
            return Ok(());
        };
        match script.fields.get(slot) {
            Some(field) => self.store_field(this, field, slot, value),
            None => Ok(()),
        }
    }

    /// A hidden field of an instance: what its class captured.
    pub(crate) fn hidden_field(&self, this: &Value, name: &Str) -> Value {
        let Value::Object(object) = this else {
            return Value::Null;
        };
        let slot = self
            .script_class(object.class.get())
            .and_then(|c| c.field_slot(&name.text()));
        slot.map_or(Value::Null, |s| object.field(s))
    }

    /// The field initialisers of a script object that is made without constructor.
    pub(crate) fn script_initialisers(&mut self, class: ClassId, this: &Value) -> Res<()> {
        let mut chain: Vec<ClassId> = self.superclasses(class).into_iter().filter(|c| c.is_script()).collect();
        while let Some(id) = chain.pop() {
            if let Some(script) = self.script_class(id).cloned() {
                self.initialise(id)?;
                self.run_initialisers(&script, this)?;
            }
        }
        Ok(())
    }

    /// Field initialisers and initialiser blocks of one class, those of its traits first.
    fn run_initialisers(&mut self, script: &Rc<ScriptClass>, this: &Value) -> Res<()> {
        for interface in &script.interfaces {
            if let Some(taken) = self.script_class(*interface).cloned()
                && taken.kind == ClassKind::Trait
            {
                self.initialise(taken.id)?;
                self.run_initialisers(&taken, this)?;
            }
        }
        if let Some((unit, index)) = &script.template
            && let Some(init) = unit.program.classes.get(*index).and_then(|t| t.init)
        {
            self.run(unit, unit.body(init), this, &[], None, &mut [])?.done();
        }
        Ok(())
    }

    /// The exception for an abstract class that is to be made, which Java sees only once a constructor is found.
    fn cannot_instantiate(&mut self, script: &Rc<ScriptClass>, args: &[Value]) -> Thrown {
        let constructors = self.constructors(script.id);
        let found = match constructors.is_empty() {
            true => Ok(args.is_empty()),
            false => self.pick(script.id, "<init>", &constructors, args).map(|c| c.is_some()),
        };
        match found {
            Ok(true) => self.throw_silent(&throwables::INSTANTIATION_EXCEPTION),
            Ok(false) => self.missing_constructor(script.id, args),
            Err(thrown) => thrown,
        }
    }

    fn construct_native(&mut self, class: ClassId, args: &mut [Value]) -> Res {
        if self.is_interface(class) {
            return Err(self.missing_constructor(class, args));
        }
        let receiver = Value::class(class);
        let candidates = self.candidates(class, "<init>");
        if let Some((callable, _)) = self.pick(class, "<init>", &candidates, args)? {
            return self.invoke(&callable, &receiver, args);
        }
        if let [Value::Map(map)] = args
            && let Some((callable, _)) = self.pick(class, "<init>", &candidates, &[])?
        {
            let map = map.clone();
            let made = self.invoke(&callable, &receiver, &mut [])?;
            self.set_properties(&made, &map)?;
            return Ok(made);
        }
        if self.registry.by_id(class).is_some_and(|c| c.is_abstract) {
            return Err(self.throw_silent(&throwables::INSTANTIATION_EXCEPTION));
        }
        Err(self.missing_constructor(class, args))
    }

    /// The exception for arguments that no constructor takes.
    #[cold]
    pub(crate) fn missing_constructor(&mut self, class: ClassId, args: &[Value]) -> Thrown {
        let types: Vec<String> = Value::classes(args)
            .iter()
            .map(|c| {
                if *c == ClassId::NULL {
                    "null".into()
                } else {
                    self.type_text(*c)
                }
            })
            .collect();
        let name = self.class_name(class);
        self.throw(
            &throwables::GROOVY_RUNTIME_EXCEPTION,
            format!("Could not find matching constructor for: {name}({})", types.join(", ")),
        )
    }

    /// The native side of an enum constant.
    fn enum_base(&self, name: &str, ordinal: i32) -> Value {
        let constant = crate::jdk::lang::enumeration::Constant {
            name: crate::value::Str::new(name),
            ordinal,
        };
        Value::host(constant)
    }
}

fn this_has_no_fields(script: &ScriptClass) -> bool {
    script.fields.is_empty()
}
