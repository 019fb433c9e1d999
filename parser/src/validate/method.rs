//! Methods and constructors.

use super::Validator;
use crate::ast::*;
use crate::diagnostic::codes;

impl Validator<'_> {
    /// A method of a script.
    pub(super) fn script_method(&mut self, method: &MethodDecl) {
        self.method(method);
        let name = &method.name.name;
        if method.modifiers.has(Modifier::Abstract) {
            self.invalid(
                method.span,
                format!("the method `{name}` of a script cannot be abstract"),
            );
        } else if method.body.is_none() {
            self.error(
                codes::INCOMPLETE,
                method.span,
                format!("the method `{name}` has no body"),
            );
        }
    }

    /// A method of a class.
    pub(super) fn class_method(&mut self, class: &ClassDecl, method: &MethodDecl) {
        self.method(method);
        let name = &method.name.name;
        if method.modifiers.is_empty() && method.return_type.is_none() && method.body.is_some() {
            let message = if class.name.name.is_empty() {
                format!("the method `{name}` needs a type or modifier: `def {name}(…)`")
            } else {
                format!(
                    "`{name}` is neither a constructor of `{}` nor has it a type or modifier",
                    class.name.name
                )
            };
            self.invalid(method.span, message);
            return;
        }
        self.body(class, method);
        if is_interface(class)
            && let Some(param) = method.params.iter().find(|param| param.default.is_some())
        {
            let message = format!(
                "the parameter `{}` of an interface's method cannot have a default",
                param.name.name
            );
            self.invalid(param.span, message);
        }
        if class.kind == ClassKind::Annotation
            && let Some(ty) = method.return_type.as_ref().filter(|ty| ty.is_void())
        {
            self.invalid(ty.span, "a member of an annotation type cannot be `void`");
        }
    }

    /// Which methods have a body.
    fn body(&mut self, class: &ClassDecl, method: &MethodDecl) {
        let name = &method.name.name;
        let has = |modifier| method.modifiers.has(modifier);
        let with_defaults = class.kind == ClassKind::Interface && !is_interface(class);
        let implied = !has(Modifier::Static) && (is_interface(class) || with_defaults && !has(Modifier::Default));
        let is_abstract = has(Modifier::Abstract) || implied;
        let can_be_abstract = class.modifiers.has(Modifier::Abstract) || class.kind == ClassKind::Interface;
        let place = method.span;
        match &method.body {
            Some(_) if class.kind == ClassKind::Annotation => {
                self.invalid(
                    place,
                    format!("the member `{name}` of an annotation type cannot have a body"),
                );
            }
            Some(_)
                if is_abstract && !has(Modifier::Default) && (class.kind == ClassKind::Trait || can_be_abstract) =>
            {
                self.invalid(place, format!("the abstract method `{name}` cannot have a body"));
            }
            None if !is_abstract && method.default.is_none() => {
                let message = format!("the method `{name}` has no body: add one, or declare it abstract");
                self.error(codes::INCOMPLETE, place, message);
            }
            _ => {}
        }
    }

    /// What holds for methods everywhere.
    fn method(&mut self, method: &MethodDecl) {
        self.modifiers(&method.modifiers);
        self.params(&method.params);
        for (modifier, _) in &method.modifiers.keywords {
            match modifier {
                Modifier::Var => self.invalid(method.span, "a method cannot be declared with `var`: use `def`"),
                Modifier::Volatile => {
                    self.error(codes::INVALID_MODIFIER, method.span, "a method cannot be `volatile`");
                }
                _ => {}
            }
        }
        if let Some(ty) = method
            .return_type
            .as_ref()
            .filter(|ty| ty.name.name == "void" && ty.dims > 0)
        {
            self.value_type(ty);
        }
        method
            .params
            .iter()
            .filter_map(|param| param.default.as_ref())
            .for_each(|expr| self.expr(expr));
        method.default.iter().for_each(|expr| self.expr(expr));
        method.body.iter().for_each(|block| self.block(&block.statements));
    }

    pub(super) fn constructor(&mut self, class: &ClassDecl, constructor: &ConstructorDecl) {
        use Modifier::*;
        self.modifiers(&constructor.modifiers);
        for (modifier, _) in &constructor.modifiers.keywords {
            if constructor.params.is_some() && matches!(modifier, Static | Final | Abstract | Native | Volatile) {
                let message = format!("a constructor cannot be `{}`", modifier.text());
                self.error(codes::INVALID_MODIFIER, constructor.span, message);
            }
            if *modifier == Var {
                self.invalid(constructor.span, "a constructor cannot be declared with `var`");
            }
        }
        match &constructor.params {
            Some(params) => {
                self.params(params);
                params
                    .iter()
                    .filter_map(|param| param.default.as_ref())
                    .for_each(|expr| self.expr(expr));
            }
            None => self.compact_constructor(class, constructor),
        }
        if class.kind == ClassKind::Enum {
            let keywords = &constructor.modifiers.keywords;
            let wrong = keywords
                .iter()
                .find(|(m, _)| matches!(m, Modifier::Public | Modifier::Protected));
            if let Some((modifier, span)) = wrong {
                let message = format!(
                    "the constructor of an enum cannot be `{}`: only `private`",
                    modifier.text()
                );
                self.error(codes::INVALID_MODIFIER, *span, message);
            }
        }
        self.first_call(constructor);
        self.block(&constructor.body.statements);
    }

    fn compact_constructor(&mut self, class: &ClassDecl, constructor: &ConstructorDecl) {
        let record = class.kind == ClassKind::Record || class.modifiers.annotation("RecordType").is_some();
        if !record {
            self.invalid(
                constructor.span,
                "only a record can have a constructor without parameters in parentheses",
            );
        } else if constructor.name.name != class.name.name {
            let message = format!("the constructor must be called `{}` like the record", class.name.name);
            self.invalid(constructor.name.span, message);
        }
        let components = class.components.as_deref().unwrap_or_default();
        for stmt in &constructor.body.statements {
            self.component_assignment(components, Child::Stmt(stmt));
        }
    }

    /// `this.component` in a compact constructor, which assigns the parameters and leaves the fields to Groovy.
    fn component_assignment(&mut self, components: &[Param], node: Child<'_>) {
        if let Child::Expr(expr) = node
            && let ExprKind::Path(base, links) = &*expr.kind
            && matches!(*base.kind, ExprKind::This)
            && let Some(LinkKind::Property(_, Member::Name(name))) = links.first().map(|link| &link.kind)
            && components.iter().any(|component| component.name.name == name.name)
        {
            self.invalid(
                name.span,
                format!("`this.{}` is final here: assign `{}`", name.name, name.name),
            );
        }
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || match node {
            Child::Expr(expr) => expr
                .kind
                .each_child(&mut |child| self.component_assignment(components, child)),
            Child::Stmt(stmt) => stmt
                .kind
                .each_child(&mut |child| self.component_assignment(components, child)),
        });
    }

    /// `this(…)` and `super(…)` come first.
    fn first_call(&mut self, constructor: &ConstructorDecl) {
        for stmt in constructor.body.statements.iter().skip(1) {
            if let StmtKind::Expr(expr) = &*stmt.kind
                && let ExprKind::ConstructorCall(target, _) = &*expr.kind
            {
                let target = match target {
                    ConstructorTarget::This => "this",
                    ConstructorTarget::Super => "super",
                };
                let message = format!("`{target}(…)` must be the first statement of the constructor");
                self.error(codes::MISPLACED, stmt.span, message);
            }
        }
    }
}

/// Whether a class is an interface as Java has it: one with default methods becomes a trait.
fn is_interface(class: &ClassDecl) -> bool {
    let default =
        |member: &ClassMember| matches!(member, ClassMember::Method(method) if method.modifiers.has(Modifier::Default));
    match class.kind {
        ClassKind::Interface => !class.body.members.iter().any(default),
        ClassKind::Annotation => true,
        _ => false,
    }
}
