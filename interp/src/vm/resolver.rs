//! What lowering asks of an interpreter: which classes there are.

use super::Vm;
use crate::lower::Resolver;
use crate::registry::Kind;

/// What knows the classes while a source is lowered.
pub(super) struct VmResolver<'v>(pub &'v mut Vm);

impl Resolver for VmResolver<'_> {
    fn is_class(&mut self, name: &str) -> bool {
        if self.0.find_class(name).is_some() {
            return true;
        }
        let absent = Vm::is_java_name(name);
        if absent {
            self.0.define_absent_class(name);
        }
        absent
    }

    fn stands_for_absent(&mut self, name: &str) -> bool {
        let absent = self.0.is_host_name(name);
        if absent {
            self.0.define_absent_class(name);
        }
        absent
    }

    fn is_absent(&mut self, name: &str) -> bool {
        self.0.class_by_name(name).is_some_and(|class| self.0.is_absent(class))
    }

    fn advice_on_class(&mut self, name: &str) -> Option<String> {
        self.0.advice_on_class(name)
    }

    fn open_method(&mut self, class: &str) -> Option<String> {
        let id = self.0.find_class(class)?;
        let class = self.0.script_class(id)?;
        let mut methods = class.methods.values().flatten();
        let open = methods.find(|m| m.is_abstract && m.params.is_empty())?;
        Some(open.name.to_string())
    }

    fn is_interface(&mut self, name: &str) -> bool {
        self.0.find_class(name).is_some_and(|c| self.0.is_interface(c))
    }

    fn nested_class(&mut self, class: &str, name: &str) -> Option<String> {
        let class = self.0.find_class(class)?;
        self.0.lineage(class).into_iter().find_map(|above| {
            let nested = format!("{}${name}", self.0.class_name(above));
            self.0.class_by_name(&nested).map(|_| nested)
        })
    }

    fn has_static(&mut self, class: &str, member: &str) -> bool {
        let Some(id) = self.0.find_class(class) else {
            return false;
        };
        if self
            .0
            .script_class(id)
            .is_some_and(|c| c.static_field(member).is_some())
        {
            return true;
        }
        if self.0.candidates(id, member).iter().any(|c| c.is_static) {
            return true;
        }
        let registry = self.0.registry.clone();
        registry.by_id(id).is_some_and(|native| {
            registry
                .members(native)
                .named(member)
                .iter()
                .any(|f| f.member.kind == Kind::Constant)
        })
    }
}
