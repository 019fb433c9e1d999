//! Records: a final field for each component, and the constructor that takes them all.

use super::method::MemberBody;
use crate::eval::statements::Block;
use crate::lower::Lowering;
use crate::program::{FieldTemplate, Visibility};
use rovy_parser::Span;
use rovy_parser::ast::{self, Modifiers};

impl Lowering<'_> {
    /// The fields of a record, and its canonical constructor.
    pub(super) fn record_components(&mut self, index: u32, components: &[ast::Param]) {
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
            }
        }
        let parts = MemberBody {
            params: components,
            ..MemberBody::new("<init>", index, Span::default())
        };
        let body = self.member_body(parts, |l| {
            let mut done = vec![l.implicit_super(index, Span::default())];
            done.extend(components.iter().map(|component| {
                let value = l.variable(&component.name.name, component.name.span);
                l.init_field(&component.name, value)
            }));
            Box::new(Block(done.into()))
        });
        let method = self.method_template("<init>", components, Some(body), &Modifiers::default(), None);
        if let Some(class) = self.class_mut(index) {
            class.constructors.push(method);
        }
    }
}
