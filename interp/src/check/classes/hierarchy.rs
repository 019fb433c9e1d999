//! A class and those above it.

use super::Declared;
use super::members::type_name;
use crate::program::MOST_ABOVE;
use rovy_parser::Diagnostic;
use rovy_parser::ast::{ClassDecl, ClassKind, ClassMember, MethodDecl, Modifier, Param, TypeRef};
use rustc_hash::FxHashSet;

/// Methods that every class inherits, so that they may be overridden anywhere.
const INHERITED: [&str; 10] = [
    "toString",
    "equals",
    "hashCode",
    "clone",
    "finalize",
    "getProperty",
    "setProperty",
    "invokeMethod",
    "getMetaClass",
    "setMetaClass",
];

/// Finds what is wrong between a class and those it extends and implements.
pub fn check(class: &ClassDecl, declared: &Declared, found: &mut Vec<Diagnostic>) {
    forbidden_parents(class, declared, found);
    let Some(above) = all_above(class, declared, found) else {
        return;
    };
    overrides_of_nothing(class, &above, found);
    open_methods(class, &above, found);
    implicit_constructor(class, declared, found);
}

fn parents(class: &ClassDecl) -> impl Iterator<Item = &TypeRef> {
    class.extends.iter().chain(&class.implements)
}

fn find<'t>(declared: &Declared<'t>, ty: &TypeRef) -> Option<&'t ClassDecl> {
    declared.get(ty.name.name.as_str()).copied()
}

/// Final classes, and sealed ones that do not permit this one.
fn forbidden_parents(class: &ClassDecl, declared: &Declared, found: &mut Vec<Diagnostic>) {
    for ty in parents(class) {
        let Some(parent) = find(declared, ty) else { continue };
        let name = &parent.name.name;
        if parent.modifiers.has(Modifier::Final) {
            let text = format!("You are not allowed to extend the final class '{name}'.");
            found.push(Diagnostic::error("E0331", class.span, text));
        }
        let permitted = parent.permits.iter().any(|p| p.name.name == class.name.name);
        if !parent.permits.is_empty() && !permitted {
            let kind = match parent.kind {
                ClassKind::Interface => "interface",
                ClassKind::Trait => "trait",
                _ => "class",
            };
            let text = format!(
                "The class '{}' is not a permitted subclass of the sealed {kind} '{name}'.",
                class.name.name
            );
            found.push(Diagnostic::error("E0332", class.span, text));
        }
    }
}

/// All classes above one, nearest first; none if one of them is not declared in the source, or if they are too many, which is an
/// error.
fn all_above<'t>(
    class: &'t ClassDecl,
    declared: &Declared<'t>,
    found: &mut Vec<Diagnostic>,
) -> Option<Vec<&'t ClassDecl>> {
    // The classes of one long row are told of once.
    if found.last().is_some_and(|last| last.code == "E0337") {
        return None;
    }
    let mut above: Vec<&ClassDecl> = vec![class];
    let mut known = FxHashSet::from_iter([std::ptr::from_ref(class)]);
    let mut at = 0;
    while let Some(next) = above.get(at).copied() {
        at += 1;
        for ty in parents(next) {
            let parent = find(declared, ty)?;
            if known.insert(std::ptr::from_ref(parent)) {
                above.push(parent);
            }
            if above.len() > MOST_ABOVE {
                let name = &class.name.name;
                let text = format!(
                    "more than {MOST_ABOVE} classes and interfaces above '{name}': bring some of them together"
                );
                found.push(Diagnostic::error("E0337", class.name.span, text));
                return None;
            }
        }
    }
    above.remove(0);
    Some(above)
}

fn methods(class: &ClassDecl) -> impl Iterator<Item = &MethodDecl> {
    class.body.members.iter().filter_map(|m| match m {
        ClassMember::Method(method) => Some(&**method),
        _ => None,
    })
}

/// Whether a class has a property whose accessor a method's name is.
fn has_accessor(class: &ClassDecl, method: &str) -> bool {
    let accessed = ["get", "set", "is"].iter().find_map(|p| method.strip_prefix(p));
    let Some(accessed) = accessed else { return false };
    let components = class.components.iter().flatten().map(|c| &c.name);
    let fields = class.body.members.iter().filter_map(|m| match m {
        ClassMember::Field(_, decl) => Some(decl.variables.iter().map(|v| &v.name)),
        _ => None,
    });
    let mut names = fields.flatten().chain(components);
    names.any(|n| n.name.eq_ignore_ascii_case(accessed))
}

fn overrides_of_nothing(class: &ClassDecl, above: &[&ClassDecl], found: &mut Vec<Diagnostic>) {
    if class.kind != ClassKind::Class {
        return;
    }
    for method in methods(class) {
        let Some(annotation) = method.modifiers.annotation("Override") else {
            continue;
        };
        let name = method.name.name.as_str();
        let overrides = INHERITED.contains(&name)
            || above.iter().any(|c| {
                has_accessor(c, name) || methods(c).any(|m| m.name.name == name && same_parameters(method, m, c))
            });
        if !overrides {
            let text = format!(
                "Method '{name}' from class '{}' does not override method from its superclass or interfaces but is annotated with @Override.",
                class.name.name
            );
            found.push(Diagnostic::error("E0333", annotation.span, text));
        }
    }
}

/// Whether a method takes what a method of another class does: parameters with defaults may be left out.
fn same_parameters(method: &MethodDecl, other: &MethodDecl, class: &ClassDecl) -> bool {
    let required = method.params.iter().filter(|p| p.default.is_none()).count();
    let count = other.params.len();
    if count < required || count > method.params.len() {
        return false;
    }
    if count < method.params.len() {
        return true;
    }
    let both = method.params.iter().zip(&other.params);
    let declared: Vec<&str> = [&class.type_params, &method.type_params, &other.type_params]
        .into_iter()
        .flatten()
        .map(|param| param.name.name.as_str())
        .collect();
    both.into_iter().all(|(a, b)| same_type(a, b, &declared))
}

/// Whether two parameters may be of one type: a type parameter may be anything. Those of classes further up are known by
/// their names of one capital letter.
fn same_type(a: &Param, b: &Param, type_params: &[&str]) -> bool {
    let (a, b) = (simple(type_name(a.ty.as_ref())), simple(type_name(b.ty.as_ref())));
    let letter = |name: &str| name.len() <= 2 && name.starts_with(|c: char| c.is_ascii_uppercase());
    let open = |name: &str| name == "Object" || letter(name) || type_params.contains(&name);
    a == b || open(a) || open(b)
}

fn simple(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

/// Methods that a class above leaves open and nobody brings.
fn open_methods(class: &ClassDecl, above: &[&ClassDecl], found: &mut Vec<Diagnostic>) {
    let generated = class
        .modifiers
        .annotations
        .iter()
        .any(|a| a.name.simple() != "CompileStatic")
        || class.body.members.iter().any(|m| match m {
            ClassMember::Field(_, decl) => decl.modifiers.annotation("Delegate").is_some(),
            _ => false,
        });
    if class.kind != ClassKind::Class || class.modifiers.has(Modifier::Abstract) || generated {
        return;
    }
    for parent in above {
        for open in methods(parent).filter(|m| is_open(m, parent)) {
            let name = open.name.name.as_str();
            let brought = std::iter::once(class).chain(above.iter().copied()).any(|c| {
                has_accessor(c, name)
                    || methods(c).any(|m| !is_open(m, c) && m.name.name == name && same_parameters(m, open, parent))
            });
            if !brought && !INHERITED.contains(&name) {
                let text = format!(
                    "Can't have an abstract method in a non-abstract class. The class '{}' must be declared abstract or the method '{}' must be implemented.",
                    class.name.name,
                    shown(open)
                );
                found.push(Diagnostic::error("E0334", class.span, text));
                return;
            }
        }
    }
}

fn is_open(method: &MethodDecl, class: &ClassDecl) -> bool {
    method.body.is_none() && !method.modifiers.has(Modifier::Static) && class.kind != ClassKind::Annotation
}

/// `int stop(java.lang.String)`, types as they are written.
fn shown(method: &MethodDecl) -> String {
    let params: Vec<&str> = method.params.iter().map(|p| type_name(p.ty.as_ref())).collect();
    format!(
        "{} {}({})",
        type_name(method.return_type.as_ref()),
        method.name.name,
        params.join(", ")
    )
}

/// A class without constructors needs one above that takes nothing.
fn implicit_constructor(class: &ClassDecl, declared: &Declared, found: &mut Vec<Diagnostic>) {
    let has_own = class
        .body
        .members
        .iter()
        .any(|m| matches!(m, ClassMember::Constructor(_)));
    let [extends] = class.extends.as_slice() else { return };
    let Some(parent) = find(declared, extends) else { return };
    let plain = |c: &ClassDecl| c.kind == ClassKind::Class && c.modifiers.annotations.is_empty();
    if has_own || !plain(class) || !plain(parent) {
        return;
    }
    let constructors: Vec<&[Param]> = parent
        .body
        .members
        .iter()
        .filter_map(|m| match m {
            ClassMember::Constructor(c) => Some(c.params.as_deref().unwrap_or_default()),
            _ => None,
        })
        .collect();
    let takes_nothing = |params: &&[Param]| params.iter().all(|p| p.default.is_some() || p.varargs);
    if constructors.is_empty() || constructors.iter().any(takes_nothing) {
        return;
    }
    let text = format!(
        "Implicit super constructor {}() is undefined for generated constructor. Must define an explicit constructor.",
        parent.name.name
    );
    found.push(Diagnostic::error("E0335", class.span, text));
}
