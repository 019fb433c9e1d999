//! What a class declares before its braces: its kind, what it extends and implements, its modifiers.

use crate::lower::Lowering;
use crate::program::{ClassKind, ClassTemplate};
use rovy_parser::Span;
use rovy_parser::ast::{self, ClassDecl, Modifier};

impl Lowering<'_> {
    /// Superclass, interfaces, modifiers.
    pub(super) fn header(&mut self, index: u32, decl: &ClassDecl) {
        self.class_stack.push(self.declared_scope(index, decl));
        let extends: Vec<u32> = decl.extends.iter().map(|t| self.ty(t)).collect();
        let mut interfaces: Vec<u32> = decl.implements.iter().map(|t| self.ty(t)).collect();
        self.class_stack.pop();
        let mut superclass = match decl.kind {
            ast::ClassKind::Enum => self.native_type("java.lang.Enum"),
            ast::ClassKind::Record => self.native_type("java.lang.Record"),
            _ => self.native_type("java.lang.Object"),
        };
        let kind = ClassKind::from(decl.kind);
        if kind.is_interface() {
            interfaces.extend(extends);
        } else if let Some(first) = extends.first() {
            superclass = *first;
        }
        let modifiers = &decl.modifiers;
        let Some(class) = self.class_mut(index) else {
            return;
        };
        class.superclass = superclass;
        class.interfaces = interfaces;
        class.inner = class.outer.is_some() && kind == ClassKind::Class && !modifiers.has(Modifier::Static);
        class.is_abstract = kind.is_interface() || modifiers.has(Modifier::Abstract);
        class.is_final = modifiers.has(Modifier::Final) || kind == ClassKind::Record;
        class.annotations = modifiers.annotations.iter().map(|a| a.name.simple().into()).collect();
    }
}

/// A class of which only the name is known yet.
pub(super) fn template(name: &str, kind: ClassKind, span: Span) -> ClassTemplate {
    ClassTemplate {
        name: name.into(),
        kind,
        superclass: 0,
        interfaces: Vec::new(),
        outer: None,
        inner: false,
        is_abstract: false,
        is_final: false,
        fields: Vec::new(),
        components: 0,
        captures: 0,
        capture_names: Vec::new(),
        methods: Vec::new(),
        constructors: Vec::new(),
        init: None,
        static_init: None,
        constants: Vec::new(),
        annotations: Vec::new(),
        span,
    }
}

impl From<ast::ClassKind> for ClassKind {
    fn from(kind: ast::ClassKind) -> ClassKind {
        match kind {
            ast::ClassKind::Class => ClassKind::Class,
            ast::ClassKind::Interface => ClassKind::Interface,
            ast::ClassKind::Trait => ClassKind::Trait,
            ast::ClassKind::Enum => ClassKind::Enum,
            ast::ClassKind::Record => ClassKind::Record,
            ast::ClassKind::Annotation => ClassKind::Annotation,
        }
    }
}
