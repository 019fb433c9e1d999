//! The body of a class: its members, in the order in which Groovy makes them.

use super::{fields, singleton};
use crate::lower::Lowering;
use crate::lower::scope::Fixed;
use crate::program::{ClassKind, ClassName, ClassTemplate, Visibility};
use rovy_parser::ast::{self, ClassBody, ClassDecl, ClassMember, Modifier, Modifiers, SmolStr};
use rustc_hash::FxHashMap;

impl Lowering<'_> {
    /// A declared class with everything in it.
    pub(super) fn declared_class(&mut self, index: u32, decl: &ClassDecl) {
        let scope = self.declared_scope(index, decl);
        self.class_stack.push(scope);
        let made = singleton::body(decl);
        let body = made.as_ref().unwrap_or(&decl.body);
        self.members(index, decl.kind.into(), body, decl.components.as_deref());
        self.class_stack.pop();
    }

    /// The members of a class body. Fields come first, since initialisers, methods and constructors may name any of them.
    pub(super) fn members(&mut self, index: u32, kind: ClassKind, body: &ClassBody, components: Option<&[ast::Param]>) {
        let in_interface = matches!(kind, ClassKind::Interface | ClassKind::Annotation);
        self.declare_fields(index, body, components.unwrap_or_default());
        self.note_fixed_methods(index, body);
        for constant in &body.constants {
            self.enum_constant(index, constant);
        }
        if let Some(components) = components {
            self.record_components(index, components, body);
        }
        let mut inits = Vec::new();
        for member in &body.members {
            match member {
                ClassMember::Field(_, decl) => {
                    self.fields(index, decl, in_interface);
                    let is_static = in_interface || decl.modifiers.has(Modifier::Static);
                    inits.extend(fields::values(decl).map(|init| (init, is_static)));
                }
                ClassMember::Initializer(is_static, block) => inits.push((fields::Init::Block(block), *is_static)),
                _ => {}
            }
        }
        self.initialisers(index, inits);
        for member in &body.members {
            match member {
                ClassMember::Method(decl) => self.method(index, decl),
                ClassMember::Constructor(decl) => self.constructor(index, decl, components),
                ClassMember::Class(nested) => {
                    let name = self.class(index).map(|c| format!("{}${}", c.name, nested.name.name));
                    if let Some(own) = name.and_then(|n| self.own.get(&n).copied()) {
                        self.declared_class(own, nested);
                    }
                }
                _ => {}
            }
        }
        if let Some(components) = components {
            self.named_constructor(index, components);
        }
    }

    /// Notes which methods calls in this class reach whatever subclasses declare.
    fn note_fixed_methods(&mut self, index: u32, body: &ClassBody) {
        let extends = |class: &ClassTemplate| {
            let parent = self.types.get(class.superclass as usize);
            parent.is_some_and(|ty| ty.class == ClassName::Own(index))
        };
        if !self.classes.iter().any(extends) {
            return;
        }
        let mut fixed: FxHashMap<SmolStr, Option<Fixed>> = FxHashMap::default();
        for member in &body.members {
            let ClassMember::Method(decl) = member else { continue };
            let kind = match () {
                () if decl.modifiers.has(Modifier::Static) => Some(Fixed::Static),
                () if decl.modifiers.has(Modifier::Private) => Some(Fixed::Private),
                () => None,
            };
            let known = fixed.entry(decl.name.name.clone()).or_insert(kind);
            if *known != kind {
                *known = None;
            }
        }
        if let Some(scope) = self.class_stack.last_mut() {
            scope.fixed_methods = fixed
                .into_iter()
                .filter_map(|(name, kind)| Some((name, kind?)))
                .collect();
        }
    }

    /// Whether the class around declares a method of a name, so that a static import does not count.
    pub(in crate::lower) fn has_own_method(&self, name: &str) -> bool {
        let class = self.class_stack.last().and_then(|c| self.class(c.index));
        class.is_some_and(|c| c.methods.iter().any(|m| &*m.name == name))
    }
}

/// Who may see a member that has some modifiers.
pub(super) fn visibility(modifiers: &Modifiers) -> Visibility {
    if modifiers.has(Modifier::Private) {
        Visibility::Private
    } else if modifiers.has(Modifier::Protected) {
        Visibility::Protected
    } else if modifiers.annotation("PackageScope").is_some() {
        Visibility::Package
    } else {
        Visibility::Public
    }
}
