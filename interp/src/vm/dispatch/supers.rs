//! `super`: members as the class above sees them.

use super::super::Vm;
use super::candidates::{Callable, Candidate};
use super::properties::accessor;
use crate::Res;
use crate::registry::ClassId;
use crate::value::{Str, Value};

impl Vm {
    /// `super.name(args…)` in a class's code.
    pub(crate) fn call_super(&mut self, class: ClassId, this: &Value, name: &Str, args: &mut [Value]) -> Res {
        let text = name.text();
        let is_static = this.as_class().is_some();
        let mut above: Vec<Candidate> = Vec::new();
        // A trait's super goes on to the other traits and the superclass of the object's class.
        for parent in self.parents(class) {
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

    fn parents(&self, class: ClassId) -> Vec<ClassId> {
        let mut out: Vec<ClassId> = self.superclass(class).into_iter().collect();
        out.extend(self.interfaces(class));
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

    /// `super.name` in a class's code.
    pub(crate) fn super_property(&mut self, class: ClassId, this: &Value, name: &Str) -> Res {
        let text = name.text();
        for prefix in ["get", "is"] {
            let getter = Str::new(&accessor(prefix, &text));
            let parents = self.parents(class);
            for parent in parents {
                let found = self.candidates(parent, &getter.text());
                if found.iter().any(|c| c.signature.params.is_empty()) {
                    return self.call_super(class, this, &getter, &mut []);
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
