//! Records: a final field and a method for each component, the constructor that takes them all, and the one that takes them by
//! name. What every record has besides is a member of `java.lang.Record`.

use super::method::MemberBody;
use crate::eval::N;
use crate::eval::calls::Args;
use crate::eval::classes::{CheckNamed, ConstructorCall, NamedComponent};
use crate::eval::constants::Null;
use crate::eval::statements::{Block, Statement};
use crate::lower::Lowering;
use crate::program::{FieldTemplate, Visibility};
use rovy_parser::Span;
use rovy_parser::ast::{self, ClassBody, ClassMember, Modifiers, SmolStr};

/// The parameter of the constructor that takes named arguments.
const NAMED: &str = "__namedArgs";

impl Lowering<'_> {
    /// The fields of a record, the methods that give them, and its canonical constructor.
    pub(super) fn record_components(&mut self, index: u32, components: &[ast::Param], body: &ClassBody) {
        for component in components {
            let ty = self.converting(component.ty.as_ref());
            let field = FieldTemplate {
                name: component.name.name.as_str().into(),
                ty,
                is_static: false,
                is_final: true,
                is_property: true,
                visibility: Visibility::Private,
            };
            if let Some(class) = self.class_mut(index) {
                class.fields.push(field);
                class.components += 1;
            }
        }
        for component in components {
            if !declares_method(body, &component.name.name) {
                self.component_method(index, component);
            }
        }
        if !declares_canonical(body, components) {
            self.canonical_constructor(index, components);
        }
    }

    /// `T name() { this.@name }`
    fn component_method(&mut self, index: u32, component: &ast::Param) {
        let name = &component.name;
        let parts = MemberBody::new(&name.name, index, name.span);
        let body = self.member_body(parts, |l| match l.own_field(&name.name, name.span) {
            Some(field) => field,
            None => Box::new(Null),
        });
        let returns = self.converting(component.ty.as_ref());
        let method = self.method_template(&name.name, &[], Some(body), &Modifiers::default(), returns);
        if let Some(class) = self.class_mut(index) {
            class.methods.push(method);
        }
    }

    fn canonical_constructor(&mut self, index: u32, components: &[ast::Param]) {
        let parts = MemberBody {
            params: components,
            ..MemberBody::new("<init>", index, Span::default())
        };
        let body = self.member_body(parts, |l| {
            let mut done = vec![l.implicit_super(index, Span::default())];
            done.extend(l.set_components(components));
            Box::new(Block(done.into()))
        });
        let method = self.method_template("<init>", components, Some(body), &Modifiers::default(), None);
        if let Some(class) = self.class_mut(index) {
            class.constructors.push(method);
        }
    }

    /// Each component's field takes the parameter of its name.
    pub(super) fn set_components(&mut self, components: &[ast::Param]) -> Vec<Statement> {
        let set = |component: &ast::Param| {
            let value = self.variable(&component.name.name, component.name.span);
            self.init_field(&component.name, value)
        };
        components.iter().map(set).collect()
    }

    /// The constructor that takes the components by name, as `new Point(x: 1, y: 2)` calls it.
    pub(super) fn named_constructor(&mut self, index: u32, components: &[ast::Param]) {
        let takes_a_map = matches!(components, [only] if only.ty.as_ref().is_none_or(holds_maps));
        let Some(first) = components.first().filter(|_| !takes_a_map) else {
            return;
        };
        let span = first.name.span;
        let params = [ast::Param {
            span,
            modifiers: Modifiers::default(),
            ty: Some(ast::TypeRef::named("java.util.Map", span)),
            varargs: false,
            name: ast::Ident {
                span,
                name: NAMED.into(),
            },
            default: None,
        }];
        let parts = MemberBody {
            params: &params,
            ..MemberBody::new("<init>", index, span)
        };
        let body = self.member_body(parts, |l| l.named_components(index, components, span));
        let method = self.method_template("<init>", &params, Some(body), &Modifiers::default(), None);
        if let Some(class) = self.class_mut(index) {
            class.constructors.push(method);
        }
    }

    fn named_components(&mut self, index: u32, components: &[ast::Param], span: Span) -> N {
        let named = SmolStr::from(NAMED);
        let check = CheckNamed {
            named: self.variable(&named, span),
            components: components
                .iter()
                .map(|c| (c.name.name.as_str().into(), c.default.is_some()))
                .collect(),
        };
        let values = components.iter().map(|component| -> N {
            Box::new(NamedComponent {
                named: self.variable(&named, span),
                name: component.name.name.as_str().into(),
                default: match &component.default {
                    Some(default) => self.expr(default),
                    None => Box::new(Null),
                },
            })
        });
        let values = values.collect();
        let call = ConstructorCall {
            class: self.own_type(index),
            is_super: false,
            args: Args::Plain(values),
            span,
        };
        let statements: [N; 2] = [Box::new(check), Box::new(call)];
        Box::new(Block(statements.map(|node| Statement { span, node }).into()))
    }
}

/// Whether a type may be that of a map, so that a record of just one such component takes the map itself.
fn holds_maps(ty: &ast::TypeRef) -> bool {
    ty.dims == 0
        && matches!(
            ty.name.simple(),
            "Map" | "HashMap" | "LinkedHashMap" | "AbstractMap" | "Object"
        )
}

fn declares_method(body: &ClassBody, name: &str) -> bool {
    body.members
        .iter()
        .any(|m| matches!(m, ClassMember::Method(decl) if decl.name.name == name && decl.params.is_empty()))
}

/// Whether a record's body has a constructor with as many parameters of the same types as it has components.
fn declares_canonical(body: &ClassBody, components: &[ast::Param]) -> bool {
    let text = |param: &ast::Param| param.ty.as_ref().map(|ty| (ty.name.name.clone(), ty.dims));
    body.members.iter().any(|member| match member {
        ClassMember::Constructor(decl) => decl.params.as_ref().is_some_and(|params| {
            params.len() == components.len() && params.iter().zip(components).all(|(p, c)| text(p) == text(c))
        }),
        _ => false,
    })
}
