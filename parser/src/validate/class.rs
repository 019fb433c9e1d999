//! Classes of all kinds: their heads, and the members that only some kinds have.

use super::{Validator, duplicates};
use crate::ast::*;
use crate::diagnostic::codes;

impl Validator<'_> {
    pub(super) fn class(&mut self, class: &ClassDecl) {
        self.modifiers(&class.modifiers);
        self.class_head(class);
        self.sealing(class);
        if let Some(components) = &class.components {
            self.params(components);
            components
                .iter()
                .filter_map(|param| param.default.as_ref())
                .for_each(|expr| self.expr(expr));
        }
        self.enum_constants(&class.body.constants);
        for member in &class.body.members {
            self.member(class, member);
        }
    }

    /// Modifiers that classes outside others cannot have.
    pub(super) fn top_level_modifiers(&mut self, class: &ClassDecl) {
        use Modifier::*;
        for (modifier, span) in &class.modifiers.keywords {
            if matches!(modifier, Def | Var | Native | Synchronized | Transient | Volatile) {
                let message = format!("a class cannot be `{}`", modifier.text());
                self.error(codes::INVALID_MODIFIER, *span, message);
            }
        }
    }

    /// What may follow the name, kind by kind.
    fn class_head(&mut self, class: &ClassDecl) {
        let kind = match class.kind {
            ClassKind::Annotation => "an annotation type",
            ClassKind::Enum => "an enum",
            ClassKind::Interface => "an interface",
            ClassKind::Record => "a record",
            ClassKind::Trait => "a trait",
            ClassKind::Class => "a class",
        };
        if class.name.name == "var" {
            self.invalid(class.name.span, "`var` cannot be the name of a class");
        }
        if matches!(class.kind, ClassKind::Annotation | ClassKind::Enum)
            && let Some(param) = class.type_params.first()
        {
            self.invalid(param.span, format!("{kind} cannot have type parameters"));
        }
        if matches!(class.kind, ClassKind::Annotation | ClassKind::Enum | ClassKind::Record)
            && let Some(ty) = class.extends.first()
        {
            self.invalid(ty.span, format!("{kind} cannot extend"));
        }
        if matches!(class.kind, ClassKind::Annotation | ClassKind::Interface)
            && let Some(ty) = class.implements.first()
        {
            self.invalid(ty.span, format!("{kind} cannot implement: use `extends`"));
        }
        if matches!(class.kind, ClassKind::Class | ClassKind::Trait)
            && let Some(second) = class.extends.get(1)
        {
            self.invalid(second.span, format!("{kind} can only extend one class"));
        }
        if class.kind == ClassKind::Record && class.components.is_none() {
            self.invalid(class.name.span, "a record needs its components in parentheses");
        }
    }

    /// `sealed`, `non-sealed`, `permits`
    fn sealing(&mut self, class: &ClassDecl) {
        let find = |wanted| {
            class
                .modifiers
                .keywords
                .iter()
                .find(|(modifier, _)| *modifier == wanted)
                .copied()
        };
        let (sealed, non_sealed) = (find(Modifier::Sealed), find(Modifier::NonSealed));
        if let Some((modifier, span)) = sealed.or(non_sealed) {
            let text = modifier.text();
            if matches!(class.kind, ClassKind::Record | ClassKind::Enum | ClassKind::Annotation) {
                let message = format!("`{text}` is not allowed for this kind of class");
                self.error(codes::INVALID_MODIFIER, span, message);
            } else if let Some((_, span)) = find(Modifier::Final) {
                let message = format!("a class cannot be `{text}` and `final`");
                self.error(codes::INVALID_MODIFIER, span, message);
            }
        }
        if let (Some(_), Some((_, span))) = (sealed, non_sealed) {
            self.error(
                codes::INVALID_MODIFIER,
                span,
                "a class cannot be `sealed` and `non-sealed`",
            );
        }
        if sealed.is_none() && !class.permits.is_empty() {
            self.invalid(class.span, "only sealed classes can have `permits`");
        }
    }

    fn enum_constants(&mut self, constants: &[EnumConstant]) {
        for constant in constants {
            self.annotations(&constant.annotations);
            if let Some(args) = &constant.args {
                self.arguments(args);
            }
            if let Some(body) = &constant.body {
                self.anonymous_body(body);
            }
        }
    }

    fn arguments(&mut self, args: &Arguments) {
        for arg in &args.items {
            match arg {
                Arg::Named(key, value) => {
                    self.expr(key);
                    self.expr(value);
                }
                Arg::Positional(expr) | Arg::Spread(expr) | Arg::SpreadMap(expr) => self.expr(expr),
            }
        }
    }

    /// A class without a name: no constructors, and methods as in any class.
    pub(super) fn anonymous_body(&mut self, body: &ClassBody) {
        let anonymous = ClassDecl {
            span: body.span,
            modifiers: Modifiers::default(),
            kind: ClassKind::Class,
            name: Ident {
                span: body.span,
                name: SmolStr::default(),
            },
            type_params: Vec::new(),
            components: None,
            extends: Vec::new(),
            implements: Vec::new(),
            permits: Vec::new(),
            body: ClassBody::default(),
        };
        for member in &body.members {
            self.member(&anonymous, member);
        }
    }

    fn member(&mut self, class: &ClassDecl, member: &ClassMember) {
        match member {
            ClassMember::Field(span, decl) => {
                self.modifiers(&decl.modifiers);
                decl.ty.iter().for_each(|ty| self.value_type(ty));
                if class.kind == ClassKind::Record && !decl.modifiers.has(Modifier::Static) {
                    self.invalid(*span, "a record has no fields but its components");
                }
                decl.variables
                    .iter()
                    .filter_map(|variable| variable.value.as_ref())
                    .for_each(|expr| self.expr(expr));
            }
            ClassMember::Method(method) => self.class_method(class, method),
            ClassMember::Constructor(constructor) => self.constructor(class, constructor),
            ClassMember::Class(inner) => self.class(inner),
            ClassMember::Initializer(_, block) => self.block(&block.statements),
            ClassMember::Error(_) => {}
        }
    }

    // Modifiers.

    /// Modifiers that contradict each other, and the annotations among them.
    pub(super) fn modifiers(&mut self, modifiers: &Modifiers) {
        self.annotations(&modifiers.annotations);
        for (modifier, span) in duplicates(modifiers.keywords.iter().copied()) {
            self.error(
                codes::INVALID_MODIFIER,
                span,
                format!("`{}` is given twice", modifier.text()),
            );
        }
        let visibility =
            |modifier: &Modifier| matches!(modifier, Modifier::Public | Modifier::Protected | Modifier::Private);
        let mut visible = modifiers.keywords.iter().filter(|(modifier, _)| visibility(modifier));
        if let (Some((first, _)), Some((second, span))) = (visible.next(), visible.next())
            && first != second
        {
            let message = format!("`{}` contradicts `{}`", second.text(), first.text());
            self.error(codes::INVALID_MODIFIER, *span, message);
        }
    }

    /// The modifiers of a parameter or of the variable of a loop or `catch`.
    pub(super) fn variable_modifiers(&mut self, modifiers: &Modifiers) {
        use Modifier::*;
        self.modifiers(modifiers);
        for (modifier, span) in &modifiers.keywords {
            if matches!(
                modifier,
                Native | Synchronized | Transient | Volatile | Default | Sealed | NonSealed
            ) {
                let message = format!("a variable cannot be `{}`", modifier.text());
                self.error(codes::INVALID_MODIFIER, *span, message);
            }
        }
    }
}
