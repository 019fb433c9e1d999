//! `@BaseScript`: the superclass of a script, named in its text.

use rovy_parser::ast::{
    Annotation, ClassDecl, ClassMember, CompilationUnit, ExprKind, Modifier, Modifiers, QualifiedName, StmtKind,
    TypeRef,
};

const BASE_SCRIPT: &str = "BaseScript";

/// Whether a declaration is the one whose type is the superclass; its variable is the script.
pub(in crate::lower) fn names_base_script(modifiers: &Modifiers) -> bool {
    modifiers.annotation(BASE_SCRIPT).is_some()
}

/// The class named: by the type of the declaration that is annotated, or by the value of an annotation at an import or the
/// package.
pub(super) fn class(unit: &CompilationUnit) -> Option<TypeRef> {
    let declared = unit.statements.iter().find_map(|s| match &*s.kind {
        StmtKind::Variables(decl) if names_base_script(&decl.modifiers) => decl.ty.clone(),
        _ => None,
    });
    let imports = unit.imports.iter().flat_map(|i| &i.annotations);
    let package = unit.package.iter().flat_map(|p| &p.annotations);
    declared.or_else(|| imports.chain(package).find_map(named))
}

/// The abstract method without parameters that a base class leaves to the script's body.
pub(super) fn open_method(class: &ClassDecl) -> Option<String> {
    class.body.members.iter().find_map(|member| match member {
        ClassMember::Method(method) if method.modifiers.has(Modifier::Abstract) && method.params.is_empty() => {
            Some(method.name.name.to_string())
        }
        _ => None,
    })
}

fn named(annotation: &Annotation) -> Option<TypeRef> {
    if annotation.name.simple() != BASE_SCRIPT {
        return None;
    }
    let value = &annotation.members.first()?.value;
    let ExprKind::Name(name) = &*value.kind else {
        return None;
    };
    let name = QualifiedName {
        span: value.span,
        name: name.clone(),
    };
    Some(TypeRef {
        span: value.span,
        annotations: Vec::new(),
        name,
        args: None,
        dims: 0,
    })
}
