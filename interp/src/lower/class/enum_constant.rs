//! Constants of an enum: static fields, each with the body that makes its value.

use super::method::MemberBody;
use crate::eval::calls::Args;
use crate::eval::classes::New;
use crate::lower::scope::Usage;
use crate::lower::{Lowering, captured};
use crate::program::{ClassName, FieldTemplate, Visibility};
use rovy_parser::ast::EnumConstant;

impl Lowering<'_> {
    /// A constant: `RED(1) { … }`.
    pub(super) fn enum_constant(&mut self, index: u32, constant: &EnumConstant) {
        let span = constant.span;
        let args = constant.args.as_ref();
        let mut usage = Usage::default();
        if let Some(args) = args {
            captured::add_args(&args.items, &mut usage);
        }
        let parts = MemberBody {
            usage,
            is_static: true,
            ..MemberBody::new("<clinit>", index, span)
        };
        let body = self.member_body(parts, |l| {
            let args = args.map_or(Args::Plain(Box::new([])), |a| l.args(a));
            let class = match &constant.body {
                Some(body) => {
                    let own = l.anonymous_body(ClassName::Own(index), body, span, false);
                    l.own_type(own)
                }
                None => l.own_type(index),
            };
            Box::new(New {
                class,
                args,
                captures: None,
                span,
            })
        });
        let own = self.own_type(index);
        if let Some(class) = self.class_mut(index) {
            class.constants.push((constant.name.name.as_str().into(), body));
            class.fields.push(FieldTemplate {
                name: constant.name.name.as_str().into(),
                ty: Some(own),
                is_static: true,
                is_final: true,
                is_property: false,
                visibility: Visibility::Public,
            });
        }
    }
}
