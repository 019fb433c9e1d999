//! Methods, and what the bodies of all members have in common.

use super::members::visibility;
use crate::eval::N;
use crate::eval::casts::Cast;
use crate::eval::statements::Discard;
use crate::lower::closure::{is_ordered, is_variable};
use crate::lower::scope::{BodyScope, Role, Usage};
use crate::lower::{Lowering, captured};
use crate::program::{Body, BodyId, BodyKind, MethodTemplate};
use rovy_parser::Span;
use rovy_parser::ast::{self, MethodDecl, Modifier, Modifiers, Stmt, TypeRef};
use std::rc::Rc;

/// The body of a method, constructor or initialiser before it is lowered.
pub(super) struct MemberBody<'t> {
    /// The method's name, or `<init>` or `<clinit>`.
    pub name: &'t str,
    /// The class that it belongs to.
    pub class: u32,
    pub params: &'t [ast::Param],
    pub usage: Usage,
    pub is_static: bool,
    /// The type that converts what it returns.
    pub returns: Option<u32>,
    pub span: Span,
}

impl MemberBody<'_> {
    /// The body of an instance's member without parameters that uses no variables.
    pub(super) fn new(name: &str, class: u32, span: Span) -> MemberBody<'_> {
        MemberBody {
            name,
            class,
            params: &[],
            usage: Usage::default(),
            is_static: false,
            returns: None,
            span,
        }
    }
}

impl Lowering<'_> {
    /// A method of a class.
    pub(super) fn method(&mut self, class: u32, decl: &MethodDecl) {
        for param in &decl.type_params {
            self.imports
                .single
                .push((param.name.name.to_string(), "java.lang.Object".into()));
        }
        let is_static = decl.modifiers.has(Modifier::Static);
        let void = decl.return_type.as_ref().is_some_and(TypeRef::is_void);
        let returns = if void {
            None
        } else {
            self.converting(decl.return_type.as_ref())
        };
        let body = decl.body.as_ref().map(|block| {
            let parts = MemberBody {
                params: &decl.params,
                usage: usage_of(&decl.params, &block.statements),
                is_static,
                returns,
                ..MemberBody::new(&decl.name.name, class, decl.span)
            };
            self.member_body(parts, |l| {
                let code = l.tail(&block.statements);
                if void { Box::new(Discard(code)) } else { code }
            })
        });
        let mut method = self.method_template(&decl.name.name, &decl.params, body, &decl.modifiers, returns);
        if is_static && &*method.name == "methodMissing" {
            // Groovy asks it under this name, so that it does not answer for instances.
            method.name = "$static_methodMissing".into();
        }
        for _ in &decl.type_params {
            self.imports.single.pop();
        }
        if let Some(class) = self.class_mut(class) {
            class.methods.push(method);
        }
    }

    /// What a program knows of a method or constructor.
    pub(super) fn method_template(
        &mut self,
        name: &str,
        params: &[ast::Param],
        body: Option<BodyId>,
        modifiers: &Modifiers,
        returns: Option<u32>,
    ) -> MethodTemplate {
        MethodTemplate {
            name: name.into(),
            body,
            params: params.iter().map(|p| self.param_type(p)).collect(),
            defaults: params.iter().map(|p| p.default.is_some()).collect(),
            varargs: params.last().is_some_and(is_variable),
            returns,
            is_static: modifiers.has(Modifier::Static),
            is_abstract: body.is_none(),
            visibility: visibility(modifiers),
        }
    }

    /// The type that converts an argument; a parameter of variable length takes an array.
    fn param_type(&mut self, param: &ast::Param) -> Option<u32> {
        if !param.varargs {
            return self.converting(param.ty.as_ref());
        }
        let element = match &param.ty {
            Some(ty) => self.ty(ty),
            None => self.native_type("java.lang.Object"),
        };
        let element = self.types.get(element as usize)?.clone();
        Some(self.type_place(element.class, element.dimensions + 1))
    }

    /// Lowers the body of a member; `code` makes what it does.
    pub(super) fn member_body(&mut self, parts: MemberBody, code: impl FnOnce(&mut Self) -> N) -> BodyId {
        let id = self.new_body();
        let owner = self.class(parts.class).map_or("", |c| &c.name);
        let method = if parts.name.starts_with('<') { "" } else { parts.name };
        let prefix = format!("{owner}$_{method}");
        self.stack.push(BodyScope::new(
            Role::Method,
            parts.is_static,
            Rc::new(parts.usage),
            prefix,
        ));
        let labels = std::mem::take(&mut self.labels);
        let noting = std::mem::take(&mut self.noting);
        let params = self.params(parts.params);
        let mut code = code(self);
        if let Some(returns) = parts.returns {
            code = Box::new(Cast(returns, code, parts.span));
        }
        self.labels = labels;
        self.noting = noting;
        let slots = self.stack.pop().map_or(0, |s| s.slots);
        let varargs = parts.params.last().is_some_and(is_variable);
        let ordered_params = !varargs && params.iter().enumerate().all(|(i, p)| is_ordered(p, i));
        self.set_body(
            id,
            Body {
                name: parts.name.into(),
                class: parts.class,
                kind: BodyKind::Method,
                slots,
                typed_params: params.iter().any(|p| p.ty.is_some()),
                params,
                ordered_params,
                varargs,
                captures: 0,
                code,
                span: parts.span,
            },
        );
        id
    }
}

/// What a body and the defaults of its parameters do with variables.
pub(super) fn usage_of(params: &[ast::Param], statements: &[Stmt]) -> Usage {
    let mut usage = captured::usage(statements);
    for default in params.iter().filter_map(|p| p.default.as_ref()) {
        captured::add_expr(default, &mut usage);
    }
    usage
}
