//! Fields and properties, and the initialisers that give them their first values.

use super::members::visibility;
use super::method::MemberBody;
use crate::eval::N;
use crate::eval::classes::InitField;
use crate::eval::statements::{Block, Statement};
use crate::lower::scope::Usage;
use crate::lower::{Lowering, captured};
use crate::program::{BodyId, ClassName, FieldTemplate, MOST_ABOVE, Visibility};
use rovy_parser::Span;
use rovy_parser::ast::{self, ClassBody, ClassMember, Expr, Ident, Modifier, SmolStr, VariableDecl};
use rustc_hash::FxHashSet;

/// A field's initial value, or an initialiser block, in the order of the text.
pub(super) enum Init<'t> {
    Field(&'t Ident, &'t Expr),
    Block(&'t ast::Block),
}

/// The initial values in a declaration.
pub(super) fn values(decl: &VariableDecl) -> impl Iterator<Item = Init<'_>> {
    decl.variables
        .iter()
        .filter_map(|v| v.value.as_ref().map(|value| Init::Field(&v.name, value)))
}

impl Lowering<'_> {
    /// Makes the names of a class's fields known, and those it inherits from classes of the same source.
    pub(super) fn declare_fields(&mut self, index: u32, body: &ClassBody, components: &[ast::Param]) {
        let mut names: FxHashSet<SmolStr> = self.inherited_fields(index);
        let mut own: FxHashSet<SmolStr> = FxHashSet::default();
        let mut own_static: FxHashSet<SmolStr> = FxHashSet::default();
        let mut repeated: FxHashSet<SmolStr> = FxHashSet::default();
        for member in &body.members {
            if let ClassMember::Field(_, decl) = member {
                let declared = decl.variables.iter().map(|v| v.name.name.clone());
                names.extend(declared.clone());
                let known = |name: &SmolStr| own.contains(name) || own_static.contains(name);
                repeated.extend(declared.clone().filter(known));
                if decl.modifiers.has(Modifier::Static) {
                    own_static.extend(declared);
                } else {
                    own.extend(declared);
                }
            }
        }
        names.extend(body.constants.iter().map(|c| c.name.name.clone()));
        names.extend(components.iter().map(|c| c.name.name.clone()));
        own.extend(components.iter().map(|c| c.name.name.clone()));
        if let Some(scope) = self.class_stack.last_mut() {
            scope.fields.extend(names);
            scope.own.extend(own);
            scope.own_static.extend(own_static);
            scope.repeated.extend(repeated);
        }
    }

    /// The fields of the superclasses that the same source declares.
    fn inherited_fields(&self, index: u32) -> FxHashSet<SmolStr> {
        let mut names = FxHashSet::default();
        let mut at = self.class(index).map(|c| c.superclass);
        // A class that extends itself in a circle is a mistake told elsewhere; here it only must come to an end.
        for _ in 0..self.classes.len().min(MOST_ABOVE) {
            let Some(ty) = at.and_then(|t| self.types.get(t as usize)) else {
                break;
            };
            let ClassName::Own(own) = ty.class else { break };
            let Some(parent) = self.class(own) else { break };
            names.extend(parent.fields.iter().map(|f| SmolStr::from(&*f.name)));
            at = Some(parent.superclass);
        }
        names
    }

    /// The fields of a declaration. Without a word on who may see them they are properties.
    pub(super) fn fields(&mut self, index: u32, decl: &VariableDecl, in_interface: bool) {
        let ty = self.converting(decl.ty.as_ref());
        let modifiers = &decl.modifiers;
        let visibility = visibility(modifiers);
        let explicit = visibility != Visibility::Public || modifiers.has(Modifier::Public);
        let script_field = modifiers.annotation("Field").is_some();
        for variable in &decl.variables {
            let field = FieldTemplate {
                name: variable.name.name.as_str().into(),
                ty,
                is_static: in_interface || modifiers.has(Modifier::Static),
                is_final: in_interface || modifiers.has(Modifier::Final),
                is_property: !explicit && !in_interface && !script_field,
                visibility,
            };
            let repeated = self
                .class_stack
                .last()
                .is_none_or(|scope| scope.repeated.contains(&variable.name.name));
            let Some(class) = self.class_mut(index) else { continue };
            if !repeated {
                class.fields.push(field);
                continue;
            }
            let other = |f: &&mut FieldTemplate| f.name == field.name && f.is_property != field.is_property;
            match class.fields.iter_mut().find(other) {
                // A field and a property of one name: the field's type and visibility, the property's accessors.
                Some(known) if known.is_property => {
                    *known = FieldTemplate {
                        is_property: true,
                        ..field
                    }
                }
                Some(known) => known.is_property = true,
                None => class.fields.push(field),
            }
        }
    }

    /// Field initialisers and blocks become one body for instances and one for the class. Groovy sets all fields first.
    pub(super) fn initialisers(&mut self, index: u32, mut inits: Vec<(Init, bool)>) {
        inits.sort_by_key(|(init, _)| matches!(init, Init::Block(_)));
        let (of_class, of_instances): (Vec<_>, Vec<_>) = inits.into_iter().partition(|(_, is_static)| *is_static);
        let init = self.initialiser(index, of_instances, false);
        let static_init = self.initialiser(index, of_class, true);
        if let Some(class) = self.class_mut(index) {
            class.init = init;
            class.static_init = static_init;
        }
    }

    /// One body of some initialisers; none if there are none.
    fn initialiser(&mut self, class: u32, inits: Vec<(Init, bool)>, is_static: bool) -> Option<BodyId> {
        if inits.is_empty() {
            return None;
        }
        let mut usage = Usage::default();
        for (init, _) in &inits {
            match init {
                Init::Field(_, value) => captured::add_expr(value, &mut usage),
                Init::Block(block) => captured::add_statements(&block.statements, &mut usage),
            }
        }
        let parts = MemberBody {
            usage,
            is_static,
            ..MemberBody::new(if is_static { "<clinit>" } else { "<init>" }, class, Span::default())
        };
        let body = self.member_body(parts, |l| {
            let done = inits.into_iter().map(|(init, _)| match init {
                Init::Field(field, value) => {
                    let value = l.expr(value);
                    l.init_field(field, value)
                }
                Init::Block(block) => Statement {
                    span: block.span,
                    node: Box::new(l.block(&block.statements)),
                },
            });
            Box::new(Block(done.collect()))
        });
        Some(body)
    }

    /// A statement that gives a field of this class its first value.
    pub(super) fn init_field(&mut self, field: &Ident, value: N) -> Statement {
        let name = self.named(&field.name, field.span);
        Statement {
            span: field.span,
            node: Box::new(InitField(name, value)),
        }
    }
}
