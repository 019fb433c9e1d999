//! Constructors, and the calls of others with which they begin.

use super::method::{MemberBody, usage_of};
use crate::eval::N;
use crate::eval::calls::Args;
use crate::eval::classes::ConstructorCall;
use crate::eval::statements::{Block, Sequence, Statement};
use crate::lower::Lowering;
use rovy_parser::Span;
use rovy_parser::ast::{self, Arguments, ConstructorDecl, ConstructorTarget, ExprKind, Stmt, StmtKind};

impl Lowering<'_> {
    /// A constructor of a class. A record's may leave its parameters to the components.
    pub(super) fn constructor(&mut self, index: u32, decl: &ConstructorDecl, components: Option<&[ast::Param]>) {
        let params = decl.params.as_deref().or(components).unwrap_or_default();
        let statements = &decl.body.statements;
        let parts = MemberBody {
            params,
            usage: usage_of(params, statements),
            ..MemberBody::new("<init>", index, decl.span)
        };
        let body = self.member_body(parts, |l| {
            let code = l.tail(statements);
            if statements.first().is_some_and(is_constructor_call) {
                return code;
            }
            let code = Statement {
                span: decl.span,
                node: code,
            };
            let first = l.implicit_super(index, decl.span);
            match components.filter(|_| decl.params.is_none()) {
                None => Box::new(Sequence(Box::new([first]), code)),
                // A compact one sets the fields from its parameters when it is done with them.
                Some(components) => {
                    let mut statements = vec![first, code];
                    statements.extend(l.set_components(components));
                    Box::new(Block(statements.into()))
                }
            }
        });
        let constructor = self.method_template("<init>", params, Some(body), &decl.modifiers, None);
        if let Some(class) = self.class_mut(index) {
            if decl.params.is_none() {
                // A compact record constructor replaces the canonical one.
                class.constructors.clear();
            }
            class.constructors.push(constructor);
        }
    }

    /// `super()`, where a constructor says nothing.
    pub(super) fn implicit_super(&mut self, index: u32, span: Span) -> Statement {
        let class = self.own_type(index);
        let node: N = Box::new(ConstructorCall {
            class,
            is_super: true,
            args: Args::Plain(Box::new([])),
            span,
        });
        Statement { span, node }
    }

    /// `this(…)`, `super(…)`.
    pub(in crate::lower) fn constructor_call(&mut self, target: ConstructorTarget, args: &Arguments, span: Span) -> N {
        let class = self.current_class_type();
        let args = self.args(args);
        Box::new(ConstructorCall {
            class,
            is_super: target == ConstructorTarget::Super,
            args,
            span,
        })
    }
}

/// Whether a statement is `this(…)` or `super(…)`.
fn is_constructor_call(statement: &Stmt) -> bool {
    matches!(&*statement.kind, StmtKind::Expr(e) if matches!(&*e.kind, ExprKind::ConstructorCall(..)))
}
