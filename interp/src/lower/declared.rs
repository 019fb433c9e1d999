//! What lowering rejects beside [`check`](crate::check), since it needs to know classes: annotations of unknown types, names
//! in static code that mean nothing, instances of abstract classes.

use super::Lowering;
use crate::program::{ClassKind, ClassName};
use rovy_parser::Span;
use rovy_parser::ast::{ClassDecl, ClassMember, CompilationUnit, MethodDecl, Modifiers, SmolStr, Stmt, StmtKind};
use rustc_hash::FxHashSet;

/// The names of all methods that a source declares.
pub fn method_names(unit: &CompilationUnit) -> FxHashSet<SmolStr> {
    let mut names = FxHashSet::default();
    for statement in &unit.statements {
        match &*statement.kind {
            StmtKind::Method(method) => {
                names.insert(method.name.name.clone());
            }
            StmtKind::Class(class) => add_names(class, &mut names),
            _ => {}
        }
    }
    names
}

fn add_names(class: &ClassDecl, names: &mut FxHashSet<SmolStr>) {
    for member in &class.body.members {
        match member {
            ClassMember::Method(method) => {
                names.insert(method.name.name.clone());
            }
            ClassMember::Class(nested) => add_names(nested, names),
            _ => {}
        }
    }
}

impl Lowering<'_> {
    /// Finds annotations of unknown types on declarations.
    pub(super) fn check_annotations(&mut self, statements: &[Stmt]) {
        for statement in statements {
            match &*statement.kind {
                StmtKind::Variables(decl) => self.annotations_of(&decl.modifiers),
                StmtKind::Method(method) => self.method_annotations(method),
                StmtKind::Class(class) => self.class_annotations(class),
                _ => {}
            }
        }
    }

    fn class_annotations(&mut self, class: &ClassDecl) {
        self.annotations_of(&class.modifiers);
        for member in &class.body.members {
            match member {
                ClassMember::Field(_, decl) => self.annotations_of(&decl.modifiers),
                ClassMember::Method(method) => self.method_annotations(method),
                ClassMember::Constructor(constructor) => self.annotations_of(&constructor.modifiers),
                ClassMember::Class(nested) => self.class_annotations(nested),
                ClassMember::Initializer(..) | ClassMember::Error(_) => {}
            }
        }
    }

    fn method_annotations(&mut self, method: &MethodDecl) {
        self.annotations_of(&method.modifiers);
        for param in &method.params {
            self.annotations_of(&param.modifiers);
        }
    }

    fn annotations_of(&mut self, modifiers: &Modifiers) {
        for annotation in &modifiers.annotations {
            let name = annotation.name.name.to_string();
            if self.resolve(&name).is_none() {
                let text = format!("unable to resolve class {name} for annotation");
                self.error("E0201", annotation.span, text);
            }
        }
    }

    /// A name in static code that is no variable, static field or class. Classes that inherit from native ones may know more
    /// names than are seen here, and are left alone.
    pub(super) fn check_static_name(&mut self, name: &str, span: Span) {
        if self.in_closure() || !self.in_static() || self.is_static_name(name) {
            return;
        }
        let text = format!(
            "Apparent variable '{name}' was found in a static scope but doesn't refer to a local variable, static field or class. Possible causes:"
        );
        self.error("E0305", span, text);
    }

    fn is_static_name(&self, name: &str) -> bool {
        let Some(current) = self.class_stack.last() else {
            return true;
        };
        let known = self
            .class_stack
            .iter()
            .any(|c| c.fields.contains(name) && !c.own.contains(name));
        let getter = crate::vm::accessor("get", name);
        known || self.method_names.contains(getter.as_str()) || name == "class" || !self.knows_all_names(current.index)
    }

    /// Whether all classes above a class are declared here, or bring no static names.
    fn knows_all_names(&self, class: u32) -> bool {
        let Some(template) = self.classes.get(class as usize) else {
            return false;
        };
        let plain = |ty: u32| match self.types.get(ty as usize).map(|t| &t.class) {
            Some(ClassName::Own(_)) => true,
            Some(ClassName::Other(name)) => matches!(&**name, "java.lang.Object" | "groovy.lang.Script"),
            None => false,
        };
        plain(template.superclass) && template.interfaces.is_empty() && template.outer.is_none()
    }

    /// `new T(…)` of a class that has no instances.
    pub(super) fn check_instance(&mut self, ty: u32, span: Span) {
        let Some(class) = self.types.get(ty as usize).map(|t| t.class.clone()) else {
            return;
        };
        let name = self.full_name(&class);
        let text = match &class {
            ClassName::Own(index) => {
                let Some(template) = self.classes.get(*index as usize) else {
                    return;
                };
                match template.kind {
                    ClassKind::Enum => "Enum constructor calls are only allowed inside the enum class".to_string(),
                    ClassKind::Interface | ClassKind::Trait | ClassKind::Annotation => {
                        abstract_text("interface", &name)
                    }
                    _ if template.is_abstract => abstract_text("class", &name),
                    _ => return,
                }
            }
            ClassName::Other(_) if self.resolver.is_interface(&name) => abstract_text("interface", &name),
            ClassName::Other(_) => return,
        };
        self.error("E0336", span, text);
    }
}

fn abstract_text(kind: &str, name: &str) -> String {
    format!("You cannot create an instance from the abstract {kind} '{name}'.")
}
