//! Declarations as S-expressions.

use super::Dump;
use crate::ast::*;

impl Dump {
    pub(super) fn modifiers(&mut self, modifiers: &Modifiers) {
        self.annotations(&modifiers.annotations);
        modifiers
            .keywords
            .iter()
            .for_each(|(keyword, _)| self.atom(keyword.text()));
    }

    pub(super) fn annotations(&mut self, annotations: &[Annotation]) {
        for annotation in annotations {
            let name = format!("@{}", annotation.name.name);
            if annotation.members.is_empty() {
                self.atom(&name);
                continue;
            }
            self.list(&name, |dump| {
                for member in &annotation.members {
                    match &member.name {
                        None => dump.expr(&member.value),
                        Some(name) => dump.list("=", |dump| {
                            dump.atom(&name.name);
                            dump.expr(&member.value);
                        }),
                    }
                }
            });
        }
    }

    pub(super) fn variables(&mut self, name: &str, decl: &VariableDecl) {
        self.list(name, |dump| {
            dump.modifiers(&decl.modifiers);
            decl.ty.iter().for_each(|ty| dump.type_ref(ty));
            for variable in &decl.variables {
                match &variable.value {
                    None => dump.atom(&variable.name.name),
                    Some(value) => dump.list("=", |dump| {
                        dump.atom(&variable.name.name);
                        dump.expr(value);
                    }),
                }
            }
        });
    }

    pub(super) fn params(&mut self, params: &[Param]) {
        self.list("params", |dump| params.iter().for_each(|param| dump.param(param)));
    }

    fn param(&mut self, param: &Param) {
        let name = format!("{}{}", if param.varargs { "..." } else { "" }, param.name.name);
        if param.modifiers.is_empty() && param.ty.is_none() && param.default.is_none() {
            self.atom(&name);
            return;
        }
        self.list("", |dump| {
            dump.modifiers(&param.modifiers);
            param.ty.iter().for_each(|ty| dump.type_ref(ty));
            dump.atom(&name);
            param
                .default
                .iter()
                .for_each(|expr| dump.list("=", |dump| dump.expr(expr)));
        });
    }

    pub(super) fn method(&mut self, decl: &MethodDecl) {
        self.list("method", |dump| {
            dump.modifiers(&decl.modifiers);
            dump.type_params(&decl.type_params);
            decl.return_type.iter().for_each(|ty| dump.type_ref(ty));
            dump.atom(&decl.name.name);
            dump.params(&decl.params);
            dump.types("throws", &decl.throws);
            decl.default
                .iter()
                .for_each(|expr| dump.list("default", |dump| dump.expr(expr)));
            decl.body.iter().for_each(|block| dump.block("block", block));
        });
    }

    fn constructor(&mut self, decl: &ConstructorDecl) {
        self.list("constructor", |dump| {
            dump.modifiers(&decl.modifiers);
            dump.type_params(&decl.type_params);
            decl.params.iter().for_each(|params| dump.params(params));
            dump.types("throws", &decl.throws);
            dump.block("block", &decl.body);
        });
    }

    fn types(&mut self, name: &str, types: &[TypeRef]) {
        if !types.is_empty() {
            self.list(name, |dump| types.iter().for_each(|ty| dump.type_ref(ty)));
        }
    }

    pub(super) fn class(&mut self, decl: &ClassDecl) {
        self.list(decl.kind.text(), |dump| {
            dump.modifiers(&decl.modifiers);
            dump.atom(&decl.name.name);
            dump.type_params(&decl.type_params);
            decl.components.iter().for_each(|params| dump.params(params));
            dump.types("extends", &decl.extends);
            dump.types("implements", &decl.implements);
            dump.types("permits", &decl.permits);
            dump.class_body(&decl.body);
        });
    }

    pub(super) fn class_body(&mut self, body: &ClassBody) {
        self.list("body", |dump| {
            for constant in &body.constants {
                dump.list("constant", |dump| {
                    dump.annotations(&constant.annotations);
                    dump.atom(&constant.name.name);
                    constant.args.iter().for_each(|args| dump.args(&args.items));
                    constant.body.iter().for_each(|body| dump.class_body(body));
                });
            }
            body.members.iter().for_each(|member| dump.member_of_class(member));
        });
    }

    fn member_of_class(&mut self, member: &ClassMember) {
        match member {
            ClassMember::Field(_, decl) => self.variables("field", decl),
            ClassMember::Method(decl) => self.method(decl),
            ClassMember::Constructor(decl) => self.constructor(decl),
            ClassMember::Class(decl) => self.class(decl),
            ClassMember::Initializer(false, block) => self.block("init", block),
            ClassMember::Initializer(true, block) => self.block("static-init", block),
            ClassMember::Error(_) => self.atom("(error)"),
        }
    }
}
