//! The classes of a source: their places and names, and the order in which they are lowered.

use super::header::template;
use crate::lower::Lowering;
use crate::lower::scope::ClassScope;
use crate::program::{ClassKind, ClassTemplate};
use rovy_parser::ast::{ClassDecl, ClassMember, CompilationUnit, StmtKind};
use rustc_hash::{FxHashMap, FxHashSet};

impl Lowering<'_> {
    /// A whole source. It has a script's class, unless it only declares classes.
    pub(in crate::lower) fn unit(&mut self, unit: &CompilationUnit, base_class: &str) {
        if let Some(package) = &unit.package {
            self.package = package.name.name.to_string();
        }
        let mut declarations = unit.statements.iter().map(|s| matches!(&*s.kind, StmtKind::Class(_)));
        let has_script = unit.statements.is_empty() || declarations.any(|is_class| !is_class);
        if has_script {
            let name = self.qualified(&self.script_name);
            self.own.insert(name.clone(), 0);
            self.classes.push(template(&name, ClassKind::Script, unit.span));
        }
        let mut declared = Vec::new();
        for statement in &unit.statements {
            if let StmtKind::Class(decl) = &*statement.kind {
                self.declare_class(decl, None, &mut declared);
            }
        }
        for import in &unit.imports {
            self.add_import(import);
        }
        self.check_annotations(&unit.statements);
        let object = self.native_type("java.lang.Object");
        for class in &mut self.classes {
            class.superclass = object;
        }
        for (index, decl) in &declared {
            self.header(*index, decl);
        }
        if has_script {
            self.script_class(unit, base_class);
        }
        for (index, decl) in declared {
            // Nested classes are lowered with the class around them.
            if self.class(index).is_some_and(|c| c.outer.is_none()) {
                self.declared_class(index, decl);
            }
        }
    }

    pub(super) fn qualified(&self, name: &str) -> String {
        if self.package.is_empty() {
            name.to_string()
        } else {
            format!("{}.{name}", self.package)
        }
    }

    /// Gives a class and those in it their places, so that they can name each other in any order.
    fn declare_class<'t>(&mut self, decl: &'t ClassDecl, outer: Option<u32>, out: &mut Vec<(u32, &'t ClassDecl)>) {
        let name = match outer.and_then(|o| self.class(o)) {
            Some(outer) => format!("{}${}", outer.name, decl.name.name),
            None => self.qualified(&decl.name.name),
        };
        let index = self.classes.len() as u32;
        if self.own.insert(name.clone(), index).is_some() {
            self.error(
                "E0305",
                decl.name.span,
                format!("Invalid duplicate class definition of class {name}"),
            );
        }
        let mut class = template(&name, decl.kind.into(), decl.span);
        class.outer = outer;
        self.classes.push(class);
        out.push((index, decl));
        for member in &decl.body.members {
            if let ClassMember::Class(nested) = member {
                self.declare_class(nested, Some(index), out);
            }
        }
    }

    /// A class by its place.
    pub(super) fn class(&self, index: u32) -> Option<&ClassTemplate> {
        self.classes.get(index as usize)
    }

    /// A class by its place, to add to it.
    pub(super) fn class_mut(&mut self, index: u32) -> Option<&mut ClassTemplate> {
        self.classes.get_mut(index as usize)
    }

    /// A fresh scope of a declared class.
    pub(super) fn declared_scope(&self, index: u32, decl: &ClassDecl) -> ClassScope {
        ClassScope {
            type_params: decl.type_params.iter().map(|p| p.name.name.clone()).collect(),
            ..self.class_scope(index, false)
        }
    }

    /// A fresh scope of a class that stands here.
    pub(super) fn class_scope(&self, index: u32, captures: bool) -> ClassScope {
        ClassScope {
            index,
            bodies_around: self.stack.len(),
            captures,
            captured: Vec::new(),
            type_params: Vec::new(),
            own: FxHashSet::default(),
            own_static: FxHashSet::default(),
            repeated: FxHashSet::default(),
            fields: FxHashSet::default(),
            fixed_methods: FxHashMap::default(),
        }
    }
}
