//! Statements as S-expressions.

use super::Dump;
use crate::ast::*;

impl Dump {
    pub(super) fn stmt(&mut self, stmt: &Stmt) {
        match &*stmt.kind {
            StmtKind::Expr(expr) => self.expr(expr),
            StmtKind::Variables(decl) => self.variables("var", decl),
            StmtKind::MultiVariables(decl) => self.list("vars", |dump| {
                dump.modifiers(&decl.modifiers);
                dump.list("names", |dump| {
                    for (ty, name) in &decl.variables {
                        ty.iter().for_each(|ty| dump.type_ref(ty));
                        dump.atom(&name.name);
                    }
                });
                dump.expr(&decl.value);
            }),
            StmtKind::Block(block) => self.block("block", block),
            StmtKind::Empty => self.atom("(empty)"),
            StmtKind::If(branch) => self.list("if", |dump| {
                dump.expr(&branch.condition);
                dump.stmt(&branch.then);
                branch.otherwise.iter().for_each(|stmt| dump.stmt(stmt));
            }),
            StmtKind::Switch(switch) => self.list("switch", |dump| dump.switch(switch)),
            StmtKind::Try(tried) => self.tried(tried),
            StmtKind::Synchronized(lock, body) => self.list("synchronized", |dump| {
                dump.expr(lock);
                dump.block("block", body);
            }),
            StmtKind::Labeled(labeled) => self.list("label", |dump| {
                dump.atom(&labeled.label.name);
                dump.stmt(&labeled.body);
            }),
            StmtKind::Method(decl) => self.method(decl),
            StmtKind::Class(decl) => self.class(decl),
            StmtKind::Error => self.atom("(error)"),
            StmtKind::While(..) | StmtKind::DoWhile(..) | StmtKind::ForIn(_) | StmtKind::For(_) => self.looping(stmt),
            _ => self.jump(stmt),
        }
    }

    fn looping(&mut self, stmt: &Stmt) {
        match &*stmt.kind {
            StmtKind::While(condition, body) => self.list("while", |dump| {
                dump.expr(condition);
                dump.stmt(body);
            }),
            StmtKind::DoWhile(body, condition) => self.list("do", |dump| {
                dump.stmt(body);
                dump.expr(condition);
            }),
            StmtKind::ForIn(looping) => self.list("for-in", |dump| {
                dump.modifiers(&looping.modifiers);
                looping.ty.iter().for_each(|ty| dump.type_ref(ty));
                dump.atom(&looping.name.name);
                dump.expr(&looping.source);
                dump.stmt(&looping.body);
            }),
            StmtKind::For(looping) => self.list("for", |dump| {
                dump.list("init", |dump| looping.init.iter().for_each(|stmt| dump.stmt(stmt)));
                dump.list("while", |dump| {
                    looping.condition.iter().for_each(|expr| dump.expr(expr))
                });
                dump.list("next", |dump| looping.update.iter().for_each(|expr| dump.expr(expr)));
                dump.stmt(&looping.body);
            }),
            _ => {}
        }
    }

    /// Statements of a keyword and at most two expressions.
    fn jump(&mut self, stmt: &Stmt) {
        let label = |dump: &mut Self, label: &Option<Ident>| label.iter().for_each(|label| dump.atom(&label.name));
        match &*stmt.kind {
            StmtKind::Return(value) => self.list("return", |dump| value.iter().for_each(|expr| dump.expr(expr))),
            StmtKind::Throw(value) => self.list("throw", |dump| dump.expr(value)),
            StmtKind::Yield(value) => self.list("yield", |dump| dump.expr(value)),
            StmtKind::Break(to) => self.list("break", |dump| label(dump, to)),
            StmtKind::Continue(to) => self.list("continue", |dump| label(dump, to)),
            StmtKind::Assert(condition, message) => self.list("assert", |dump| {
                dump.expr(condition);
                message.iter().for_each(|expr| dump.expr(expr));
            }),
            _ => {}
        }
    }

    pub(super) fn block(&mut self, name: &str, block: &Block) {
        self.list(name, |dump| block.statements.iter().for_each(|stmt| dump.stmt(stmt)));
    }

    fn tried(&mut self, tried: &Try) {
        self.list("try", |dump| {
            if !tried.resources.is_empty() {
                dump.list("with", |dump| tried.resources.iter().for_each(|stmt| dump.stmt(stmt)));
            }
            dump.block("block", &tried.body);
            for catch in &tried.catches {
                dump.list("catch", |dump| {
                    dump.modifiers(&catch.modifiers);
                    catch.types.iter().for_each(|ty| dump.type_ref(ty));
                    dump.atom(&catch.name.name);
                    dump.block("block", &catch.body);
                });
            }
            tried.finally.iter().for_each(|block| dump.block("finally", block));
        });
    }
}
