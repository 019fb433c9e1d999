//! What classes promise and bring: members declared twice, abstract methods left open, overrides of nothing, final and sealed
//! classes extended. A class below one that the source does not declare is left alone where its members would matter.

mod hierarchy;
mod members;

use rovy_parser::Diagnostic;
use rovy_parser::ast::{ClassDecl, ClassMember, CompilationUnit, StmtKind};
use rustc_hash::FxHashMap;

/// The classes that a source declares, by simple name.
pub(super) type Declared<'t> = FxHashMap<&'t str, &'t ClassDecl>;

/// Finds what is wrong with the classes of a source.
pub fn check(unit: &CompilationUnit, found: &mut Vec<Diagnostic>) {
    let mut all: Vec<&ClassDecl> = Vec::new();
    let mut script_methods = Vec::new();
    for statement in &unit.statements {
        match &*statement.kind {
            StmtKind::Class(class) => collect(class, &mut all),
            StmtKind::Method(method) => script_methods.push(&**method),
            _ => {}
        }
    }
    members::duplicate_methods(&script_methods, found);
    let declared: Declared = all.iter().map(|c| (c.name.name.as_str(), *c)).collect();
    for class in &all {
        members::check(class, found);
        hierarchy::check(class, &declared, found);
    }
}

fn collect<'t>(class: &'t ClassDecl, all: &mut Vec<&'t ClassDecl>) {
    all.push(class);
    for member in &class.body.members {
        if let ClassMember::Class(nested) = member {
            collect(nested, all);
        }
    }
}
