//! Declarations and types.

use rovy_lexer::Span;

use super::{Builder, Item, Items, RawBody};
use crate::ast::*;
use crate::diagnostic::{Diagnostic, codes};

impl Builder<'_> {
    pub(crate) fn import(
        &mut self,
        l: u32,
        annotations: Vec<Annotation>,
        is_static: bool,
        name: QualifiedName,
        (star, alias): (bool, Option<Ident>),
        r: u32,
    ) -> Item {
        Item::Import(Box::new(Import {
            span: self.span(l, r),
            annotations,
            is_static,
            name,
            star,
            alias,
        }))
    }

    pub(crate) fn package(&mut self, l: u32, annotations: Vec<Annotation>, name: QualifiedName, r: u32) -> Item {
        Item::Package(Box::new(Package {
            span: self.span(l, r),
            annotations,
            name,
        }))
    }

    // Modifiers.

    pub(crate) fn modifiers(&mut self, l: u32) -> Box<Modifiers> {
        Box::new(Modifiers {
            span: Span::at(l),
            ..Modifiers::default()
        })
    }

    pub(crate) fn add_modifier(
        &mut self,
        mut list: Box<Modifiers>,
        l: u32,
        keyword: Modifier,
        r: u32,
    ) -> Box<Modifiers> {
        list.span = if list.is_empty() {
            self.span(l, r)
        } else {
            list.span.to(self.span(l, r))
        };
        list.keywords.push((keyword, self.span(l, r)));
        list
    }

    pub(crate) fn add_annotation(&mut self, mut list: Box<Modifiers>, annotation: Box<Annotation>) -> Box<Modifiers> {
        list.span = if list.is_empty() {
            annotation.span
        } else {
            list.span.to(annotation.span)
        };
        list.annotations.push(*annotation);
        list
    }

    /// `@a.B(members)`, whose `@a.B` ends at `name_end`.
    pub(crate) fn annotation(
        &mut self,
        l: u32,
        name_end: u32,
        members: Vec<Box<AnnotationMember>>,
        r: u32,
    ) -> Box<Annotation> {
        let sign = self.text(Span::new(l, name_end));
        let name_start = l + (sign.len() - sign.trim_start_matches(['@', ' ', '\t']).len()) as u32;
        let name = self.qualified(name_start, name_end);
        let members = self.unboxed(members);
        Box::new(Annotation {
            span: self.span(l, r),
            name,
            members,
        })
    }

    // Variables.

    pub(crate) fn variables(
        &mut self,
        l: u32,
        modifiers: Box<Modifiers>,
        ty: Option<Box<TypeRef>>,
        variables: Vec<Variable>,
        r: u32,
    ) -> Stmt {
        let decl = VariableDecl {
            modifiers: *modifiers,
            ty: ty.map(|ty| *ty),
            variables,
        };
        self.stmt(l, StmtKind::Variables(Box::new(decl)), r)
    }

    pub(crate) fn multi_variables(
        &mut self,
        l: u32,
        modifiers: Box<Modifiers>,
        names: Vec<Box<(Option<TypeRef>, Ident)>>,
        value: Expr,
        r: u32,
    ) -> Stmt {
        let variables = self.unboxed(names);
        let decl = MultiVariables {
            modifiers: *modifiers,
            variables,
            value,
        };
        self.stmt(l, StmtKind::MultiVariables(Box::new(decl)), r)
    }

    pub(crate) fn variable(&mut self, l: u32, name: Ident, value: Option<Expr>, r: u32) -> Box<Variable> {
        Box::new(Variable {
            span: self.span(l, r),
            name,
            value,
        })
    }

    pub(crate) fn variable_list(&mut self, list: Vec<Box<Variable>>, last: Box<Variable>) -> Vec<Variable> {
        list.into_iter().chain([last]).map(|variable| *variable).collect()
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of the rule")]
    pub(crate) fn param(
        &mut self,
        l: u32,
        modifiers: Box<Modifiers>,
        ty: Option<Box<TypeRef>>,
        varargs: bool,
        name: Ident,
        default: Option<Expr>,
        r: u32,
    ) -> Box<Param> {
        let ty = ty.map(|ty| *ty);
        Box::new(Param {
            span: self.span(l, r),
            modifiers: *modifiers,
            ty,
            varargs,
            name,
            default,
        })
    }

    // Methods and classes.

    #[expect(clippy::too_many_arguments, reason = "the parts of the rule")]
    pub(crate) fn method(
        &mut self,
        l: u32,
        modifiers: Box<Modifiers>,
        type_params: Vec<TypeParam>,
        ty: Option<Box<TypeRef>>,
        name: Ident,
        params: Option<Vec<Param>>,
        throws: Vec<TypeRef>,
        (body, default): (Option<Block>, Option<Expr>),
        r: u32,
    ) -> Item {
        let (span, modifiers) = (self.span(l, r), *modifiers);
        let (params, body) = match (params, body) {
            (Some(params), body) => (params, body),
            (None, Some(body)) => {
                let decl = ConstructorDecl {
                    span,
                    modifiers,
                    type_params,
                    name,
                    params: None,
                    throws,
                    body,
                };
                return Item::Constructor(Box::new(decl));
            }
            (None, None) => (Vec::new(), None),
        };
        let return_type = ty.map(|ty| *ty);
        let decl = MethodDecl {
            span,
            modifiers,
            type_params,
            return_type,
            name,
            params,
            throws,
            body,
            default,
        };
        Item::Stmt(self.stmt(l, StmtKind::Method(Box::new(decl)), r))
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of the rule")]
    pub(crate) fn class(
        &mut self,
        l: u32,
        modifiers: Box<Modifiers>,
        kind: ClassKind,
        name: Ident,
        type_params: Vec<TypeParam>,
        components: Option<Vec<Param>>,
        extends: Vec<TypeRef>,
        implements: Vec<TypeRef>,
        permits: Vec<TypeRef>,
        body: Box<RawBody>,
        r: u32,
    ) -> Stmt {
        let body = self.class_body(*body, Some(&name));
        let span = self.span(l, r);
        let modifiers = *modifiers;
        let decl = ClassDecl {
            span,
            modifiers,
            kind,
            name,
            type_params,
            components,
            extends,
            implements,
            permits,
            body,
        };
        self.stmt(l, StmtKind::Class(Box::new(decl)), r)
    }

    pub(crate) fn raw_body(&mut self, l: u32, constants: Vec<EnumConstant>, items: Items, r: u32) -> Box<RawBody> {
        Box::new(RawBody {
            span: self.span(l, r),
            constants,
            items,
        })
    }

    /// The members of the class called `name`; anonymous ones have no name, and no constructors.
    pub(super) fn class_body(&mut self, raw: RawBody, name: Option<&Ident>) -> ClassBody {
        let members = raw.items.in_order().map(|item| self.class_member(item, name)).collect();
        ClassBody {
            span: raw.span,
            constants: raw.constants,
            members,
        }
    }

    fn class_member(&mut self, item: Item, class: Option<&Ident>) -> ClassMember {
        match item {
            Item::Initializer(is_static, block) => ClassMember::Initializer(is_static, block),
            Item::Constructor(decl) => ClassMember::Constructor(decl),
            Item::Stmt(stmt) => {
                let span = stmt.span;
                match *stmt.kind {
                    StmtKind::Variables(decl) => ClassMember::Field(span, decl),
                    StmtKind::Class(decl) => ClassMember::Class(decl),
                    StmtKind::Block(block) => ClassMember::Initializer(false, block),
                    StmtKind::Method(decl) => method_or_constructor(decl, class),
                    StmtKind::Error => ClassMember::Error(span),
                    kind => {
                        self.refuse_statement(span, &kind);
                        ClassMember::Error(span)
                    }
                }
            }
            other => {
                self.misplaced(&other);
                ClassMember::Error(raw_span(&other))
            }
        }
    }

    /// A statement among members. A bare name is a constant of an enum before which a comma is missing: Groovy notices that
    /// behind it.
    fn refuse_statement(&mut self, span: Span, kind: &StmtKind) {
        let bare = matches!(kind, StmtKind::Expr(expr) if matches!(*expr.kind, ExprKind::Name(_)));
        if bare {
            let rest = self.text(Span::new(span.end, self.source.len() as u32));
            let next = span.end + (rest.len() - rest.trim_start().len()) as u32;
            let length = rest.trim_start().chars().next().map_or(0, char::len_utf8) as u32;
            let message = "this is no member of a class";
            let diagnostic = Diagnostic::error(codes::MISPLACED, Span::new(next, next + length), message).label(
                span,
                "an enum's constants need commas between them, a field a type or `def` before its name",
            );
            self.diagnostics.push(diagnostic);
        } else {
            self.error(codes::MISPLACED, span, "a statement cannot stand directly in a class");
        }
    }

    pub(crate) fn enum_constant(
        &mut self,
        l: u32,
        annotations: Vec<Annotation>,
        name: Ident,
        args: Option<Arguments>,
        body: Option<Box<RawBody>>,
        r: u32,
    ) -> Box<EnumConstant> {
        let body = body.map(|body| self.class_body(*body, None));
        Box::new(EnumConstant {
            span: self.span(l, r),
            annotations,
            name,
            args,
            body,
        })
    }

    // Types.

    pub(crate) fn type_ref(
        &mut self,
        l: u32,
        annotations: Vec<Annotation>,
        name: QualifiedName,
        args: Option<Vec<TypeArg>>,
        dims: u32,
        r: u32,
    ) -> Box<TypeRef> {
        Box::new(TypeRef {
            span: self.span(l, r),
            annotations,
            name,
            args,
            dims,
        })
    }

    pub(crate) fn wildcard(
        &mut self,
        l: u32,
        annotations: Vec<Annotation>,
        bound: Option<Box<WildcardBound>>,
        r: u32,
    ) -> Box<TypeArg> {
        let bound = bound.map(|bound| *bound);
        Box::new(TypeArg::Wildcard(Wildcard {
            span: self.span(l, r),
            annotations,
            bound,
        }))
    }

    pub(crate) fn type_param(
        &mut self,
        l: u32,
        annotations: Vec<Annotation>,
        name: QualifiedName,
        bounds: Vec<TypeRef>,
        r: u32,
    ) -> Box<TypeParam> {
        let name = Ident {
            span: name.span,
            name: name.name,
        };
        Box::new(TypeParam {
            span: self.span(l, r),
            annotations,
            name,
            bounds,
        })
    }
}

/// A method that bears the class's name, returns nothing and has a body constructs.
fn method_or_constructor(decl: Box<MethodDecl>, class: Option<&Ident>) -> ClassMember {
    let constructs = class.is_some_and(|class| class.name == decl.name.name) && decl.return_type.is_none();
    match *decl {
        MethodDecl {
            span,
            modifiers,
            type_params,
            name,
            params,
            throws,
            body: Some(body),
            ..
        } if constructs => ClassMember::Constructor(Box::new(ConstructorDecl {
            span,
            modifiers,
            type_params,
            name,
            params: Some(params),
            throws,
            body,
        })),
        decl => ClassMember::Method(Box::new(decl)),
    }
}

fn raw_span(item: &Item) -> Span {
    match item {
        Item::Stmt(stmt) => stmt.span,
        Item::Import(import) => import.span,
        Item::Package(package) => package.span,
        Item::Constructor(decl) => decl.span,
        Item::Initializer(_, block) => block.span,
    }
}
