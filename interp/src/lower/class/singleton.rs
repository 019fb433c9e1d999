//! `@Singleton`: the members that it adds to a class, as if they had been written.

use crate::vm::accessor;
use rovy_parser::ast::*;
use rovy_parser::{Span, Text};

/// The class body with the only instance, its getter, and a constructor that refuses a second one; none for other classes.
pub(super) fn body(decl: &ClassDecl) -> Option<ClassBody> {
    let annotation = decl.modifiers.annotation("Singleton")?;
    let member = |name: &str| {
        annotation
            .members
            .iter()
            .find(|m| m.name.as_ref().is_some_and(|n| n.name == name))
    };
    let truth = |name: &str| match member(name).map(|m| &*m.value.kind) {
        Some(ExprKind::Literal(Literal::Boolean(truth))) => Some(*truth),
        _ => None,
    };
    let property = match member("property").map(|m| &*m.value.kind) {
        Some(ExprKind::Literal(Literal::String(text))) => text.to_lossy().into(),
        _ => SmolStr::from("instance"),
    };
    let made = Made {
        class: &decl.name.name,
        property,
        span: annotation.span,
    };
    let lazy = truth("lazy").unwrap_or(false);
    let mut body = decl.body.clone();
    let has_constructor = body.members.iter().any(|m| match m {
        ClassMember::Constructor(c) => c.params.as_ref().is_some_and(Vec::is_empty),
        _ => false,
    });
    body.members.push(made.field(lazy));
    body.members.push(made.getter(lazy));
    if !has_constructor && truth("strict").unwrap_or(true) {
        body.members.push(made.constructor());
    }
    Some(body)
}

/// What the members are made of; all of them stand at the annotation.
struct Made<'d> {
    class: &'d SmolStr,
    property: SmolStr,
    span: Span,
}

impl Made<'_> {
    /// `static final C instance = new C()`; a lazy one is private and empty.
    fn field(&self, lazy: bool) -> ClassMember {
        let keywords = if lazy {
            vec![Modifier::Private, Modifier::Static]
        } else {
            vec![Modifier::Static, Modifier::Final]
        };
        let variable = Variable {
            span: self.span,
            name: self.ident(&self.property),
            value: (!lazy).then(|| self.new_instance(self.class, Vec::new())),
        };
        let decl = VariableDecl {
            modifiers: self.modifiers(&keywords),
            ty: Some(self.ty(self.class)),
            variables: vec![variable],
        };
        ClassMember::Field(self.span, Box::new(decl))
    }

    /// `static C getInstance() { return instance }`; a lazy one begins with `if (instance == null) instance = new C()`.
    fn getter(&self, lazy: bool) -> ClassMember {
        let name = SmolStr::from(accessor("get", &self.property));
        let mut statements = vec![Stmt::new(self.span, StmtKind::Return(Some(self.instance())))];
        if lazy {
            let instance = self.new_instance(self.class, Vec::new());
            let set = ExprKind::Assign(self.instance(), AssignOp::Plain, instance);
            statements.insert(0, self.when(BinaryOp::Equal, StmtKind::Expr(self.expr(set))));
        }
        ClassMember::Method(Box::new(MethodDecl {
            span: self.span,
            modifiers: self.modifiers(&[Modifier::Static]),
            type_params: Vec::new(),
            return_type: Some(self.ty(self.class)),
            name: self.ident(&name),
            params: Vec::new(),
            throws: Vec::new(),
            body: Some(self.block(statements)),
            default: None,
        }))
    }

    /// `private C() { if (instance != null) throw new RuntimeException(…) }`
    fn constructor(&self) -> ClassMember {
        let class = self.class;
        let message = format!("Can't instantiate singleton {class}. Use {class}.{}", self.property);
        let message = self.expr(ExprKind::Literal(Literal::String(Text::from(message.as_str()))));
        let exception = self.new_instance(&"java.lang.RuntimeException".into(), vec![Arg::Positional(message)]);
        ClassMember::Constructor(Box::new(ConstructorDecl {
            span: self.span,
            modifiers: self.modifiers(&[Modifier::Private]),
            type_params: Vec::new(),
            name: self.ident(class),
            params: Some(Vec::new()),
            throws: Vec::new(),
            body: self.block(vec![self.when(BinaryOp::NotEqual, StmtKind::Throw(exception))]),
        }))
    }

    /// `if (instance op null) then`
    fn when(&self, op: BinaryOp, then: StmtKind) -> Stmt {
        let term = BinaryTerm {
            op,
            op_span: self.span,
            operand: self.expr(ExprKind::Literal(Literal::Null)),
        };
        let condition = If {
            condition: self.expr(ExprKind::Binary(self.instance(), vec![term])),
            then: Stmt::new(self.span, then),
            otherwise: None,
        };
        Stmt::new(self.span, StmtKind::If(Box::new(condition)))
    }

    fn new_instance(&self, class: &SmolStr, items: Vec<Arg>) -> Expr {
        let args = Arguments { span: self.span, items };
        self.expr(ExprKind::New(Box::new(New {
            ty: self.ty(class),
            args,
            body: None,
        })))
    }

    fn instance(&self) -> Expr {
        self.expr(ExprKind::Name(self.property.clone()))
    }

    fn expr(&self, kind: ExprKind) -> Expr {
        Expr::new(self.span, kind)
    }

    fn block(&self, statements: Vec<Stmt>) -> Block {
        Block {
            span: self.span,
            statements,
        }
    }

    fn ident(&self, name: &SmolStr) -> Ident {
        Ident {
            span: self.span,
            name: name.clone(),
        }
    }

    fn modifiers(&self, keywords: &[Modifier]) -> Modifiers {
        Modifiers {
            span: self.span,
            annotations: Vec::new(),
            keywords: keywords.iter().map(|k| (*k, self.span)).collect(),
        }
    }

    fn ty(&self, class: &SmolStr) -> TypeRef {
        TypeRef::named(class, self.span)
    }
}
