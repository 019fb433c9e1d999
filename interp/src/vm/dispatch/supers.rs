//! `super`: members as the class above sees them.

use super::super::Vm;
use super::candidates::{Callable, Candidate};
use super::properties::accessor;
use crate::Res;
use crate::registry::ClassId;
use crate::value::{Str, Value};

impl Vm {
    /// `super.name(args…)` in a class's code; `from` is the trait or interface that `T.super` names.
    pub(crate) fn call_super(
        &mut self,
        class: ClassId,
        from: Option<ClassId>,
        this: &Value,
        name: &Str,
        args: &mut [Value],
    ) -> Res {
        let text = name.text();
        let is_static = this.as_class().is_some();
        let mut above: Vec<Candidate> = Vec::new();
        for parent in self.parents(class, from, this, &text) {
            let found = self.candidates(parent, &text);
            let reachable = found.iter().filter(|c| c.is_static || !is_static);
            above.extend(reachable.map(|c| self.behind_objects(c.clone())));
        }
        if let Some((callable, _)) = self.pick(class, &text, &above, args)? {
            return self.invoke(&callable, this, args);
        }
        let hook = above_hook(self, class);
        if let Some(hook) = hook {
            let mut hook_args = [Value::str(&text), self.object_array(args.to_vec())];
            return self.invoke(&hook, this, &mut hook_args);
        }
        let parent = self.superclass(class).unwrap_or(ClassId::OBJECT);
        Err(self.missing_method_of(parent, &text, args))
    }

    /// A private method of a class on an object of a class below it, whatever that declares.
    pub(crate) fn call_private(&mut self, class: ClassId, this: &Value, name: &Str, args: &mut [Value]) -> Res {
        let text = name.text();
        let candidates = self.candidates(class, &text);
        match self.pick(class, &text, &candidates, args)? {
            Some((callable, _)) => self.invoke(&callable, this, args),
            None => self.call_method(this, &text, args),
        }
    }

    /// Where `super` looks for a method. A trait that inherits none hands on to the traits that stand before it in the
    /// object's class, the last first, and then to that class's superclass.
    fn parents(&mut self, class: ClassId, from: Option<ClassId>, this: &Value, name: &str) -> Vec<ClassId> {
        if let Some(from) = from.filter(|from| self.is_interface(*from)) {
            return vec![from];
        }
        let mut out: Vec<ClassId> = self.superclass(class).into_iter().collect();
        out.extend(self.interfaces(class));
        if self.is_trait(class) && !out.iter().any(|parent| self.brings(*parent, name)) {
            out.extend(self.before_trait(class, this, name));
        }
        out
    }

    /// What stands in a native superclass, as it runs for an object of a script's class.
    fn behind_objects(&self, mut candidate: Candidate) -> Candidate {
        if let Callable::Native(member, run) = candidate.callable
            && let Some(declaring) = self.registry.by_id(candidate.class)
        {
            candidate.callable = Callable::behind_objects(declaring, member, run);
        }
        candidate
    }

    /// Whether a class has a method of a name that is not abstract.
    fn brings(&mut self, class: ClassId, name: &str) -> bool {
        self.candidates(class, name)
            .iter()
            .any(|c| !c.belongs_to_object && !matches!(&c.callable, Callable::Method(m) if m.is_abstract))
    }

    /// The nearest of the traits before a trait in the class of an object that brings a method, else the superclass.
    fn before_trait(&mut self, of: ClassId, this: &Value, name: &str) -> Option<ClassId> {
        for class in self.superclasses(this.class_id()) {
            let Some(script) = self.script_class(class).cloned() else {
                break;
            };
            let Some(place) = script.interfaces.iter().position(|i| self.is_subclass(*i, of)) else {
                continue;
            };
            let before = script.interfaces.get(..place).unwrap_or_default();
            let nearest = before.iter().rev().copied().find(|i| self.brings(*i, name));
            return nearest.or(Some(script.superclass));
        }
        None
    }

    /// `super.name` in a class's code.
    pub(crate) fn super_property(&mut self, class: ClassId, from: Option<ClassId>, this: &Value, name: &Str) -> Res {
        let text = name.text();
        for prefix in ["get", "is"] {
            let getter = Str::new(&accessor(prefix, &text));
            let parents = self.parents(class, from, this, &getter.text());
            for parent in parents {
                let found = self.candidates(parent, &getter.text());
                if found.iter().any(|c| c.signature.params.is_empty()) {
                    return self.call_super(class, from, this, &getter, &mut []);
                }
            }
        }
        self.get_attribute(this, &Str::new(&text))
    }
}

/// A `methodMissing` further up.
fn above_hook(vm: &mut Vm, class: ClassId) -> Option<Callable> {
    let parent = vm.superclass(class)?;
    let found = vm.candidates(parent, "methodMissing");
    found
        .iter()
        .find(|c| c.signature.params.len() == 2 && !c.belongs_to_object)
        .map(|c| c.callable.clone())
}
