//! Statements for their effect: blocks, declarations, assertions.

mod loops;
mod switches;
mod tail;
mod tries;

use super::{Lowering, class};
use crate::eval::N;
use crate::eval::asserts::{Assert, Explained};
use crate::eval::assign::{AssignMany, Target};
use crate::eval::casts::Cast;
use crate::eval::constants::{self, Null};
use crate::eval::locals::{DeclareCell, Place, SetLocal};
use crate::eval::statements::{Block, *};
use crate::eval::tries::Synchronized;
use rovy_parser::Span;
use rovy_parser::ast::*;

impl Lowering<'_> {
    /// A statement for its effect.
    pub(in crate::lower) fn stmt(&mut self, statement: &Stmt) -> N {
        let span = statement.span;
        match &*statement.kind {
            StmtKind::Expr(expr) => self.expr(expr),
            StmtKind::Variables(decl) => self.variables(decl),
            StmtKind::MultiVariables(decl) => self.multi_variables(decl, span),
            StmtKind::Block(block) => Box::new(self.block(&block.statements)),
            StmtKind::Empty | StmtKind::Error => Box::new(Empty),
            StmtKind::If(branch) => {
                let condition = self.expr(&branch.condition);
                let then = self.branch(&branch.then);
                let otherwise = branch.otherwise.as_ref().map(|o| self.branch(o));
                Box::new(If(condition, then, otherwise))
            }
            StmtKind::While(condition, body) => self.while_loop(Some(condition), body, &[], false, None),
            StmtKind::DoWhile(body, condition) => self.while_loop(Some(condition), body, &[], true, None),
            StmtKind::ForIn(looping) => self.for_in(looping, None),
            StmtKind::For(looping) => self.for_loop(looping, None),
            StmtKind::Switch(switch) => self.switch(switch, false),
            StmtKind::Try(tried) => self.try_statement(tried, false),
            StmtKind::Synchronized(lock, body) => {
                let lock = self.expr(lock);
                let body = Box::new(self.block(&body.statements));
                Box::new(Synchronized(lock, body))
            }
            StmtKind::Return(value) => {
                let value = self.optional(value.as_ref());
                Box::new(Return(value))
            }
            StmtKind::Throw(value) => {
                let value = self.expr(value);
                Box::new(Throw(value, span))
            }
            StmtKind::Break(label) => self.jump(label.as_ref(), false),
            StmtKind::Continue(label) => self.jump(label.as_ref(), true),
            StmtKind::Yield(value) => {
                let value = self.expr(value);
                Box::new(Yield(value))
            }
            StmtKind::Assert(condition, message) => self.assert(span, condition, message.as_deref()),
            StmtKind::Labeled(labeled) => self.labelled(labeled),
            StmtKind::Method(_) | StmtKind::Class(_) => Box::new(Empty),
        }
    }

    /// Statements in a scope of their own.
    pub(in crate::lower) fn block(&mut self, statements: &[Stmt]) -> Block {
        let next = self.enter_block();
        let block = self.statements(statements);
        self.leave_block(next);
        block
    }

    /// [`Lowering::block`] with its last statement lowered by `end`.
    fn block_ending(&mut self, statements: &[Stmt], end: impl FnOnce(&mut Self, &Stmt) -> N) -> Block {
        let next = self.enter_block();
        let (last, before) = match statements.split_last() {
            Some((last, before)) => (Some(last), before),
            None => (None, statements),
        };
        let mut lowered: Vec<Statement> = before.iter().map(|s| self.statement(s)).collect();
        lowered.extend(last.map(|last| Statement {
            span: last.span,
            node: end(self, last),
        }));
        self.leave_block(next);
        Block(lowered.into())
    }

    fn statements(&mut self, statements: &[Stmt]) -> Block {
        Block(statements.iter().map(|s| self.statement(s)).collect())
    }

    fn statement(&mut self, statement: &Stmt) -> Statement {
        Statement {
            span: statement.span,
            node: self.stmt(statement),
        }
    }

    fn branch(&mut self, statement: &Stmt) -> Block {
        match &*statement.kind {
            StmtKind::Block(block) => self.block(&block.statements),
            _ => self.block(std::slice::from_ref(statement)),
        }
    }

    /// `def a = 1, b`.
    fn variables(&mut self, decl: &VariableDecl) -> N {
        let ty = self.converting(decl.ty.as_ref());
        let primitive = decl.ty.as_ref().filter(|t| t.dims == 0).and_then(|t| t.primitive());
        let mut nodes: Vec<Statement> = Vec::new();
        for variable in &decl.variables {
            let mut value: N = match (&variable.value, primitive) {
                _ if class::names_base_script(&decl.modifiers) => self.this_node(),
                (Some(value), _) => self.expr(value),
                (None, Some(Primitive::Boolean)) => Box::new(constants::Bool(false)),
                (None, Some(_)) => Box::new(constants::Int(0)),
                (None, None) => Box::new(Null),
            };
            if let Some(ty) = ty
                && (variable.value.is_some() || primitive.is_some())
            {
                value = Box::new(Cast(ty, value, variable.span));
            }
            let declared = self.declare(&variable.name.name, ty);
            let node: N = if declared.cell {
                Box::new(DeclareCell(declared.slot, value))
            } else {
                Box::new(SetLocal(declared.slot, value))
            };
            nodes.push(Statement {
                span: variable.span,
                node,
            });
        }
        match nodes.pop() {
            Some(only) if nodes.is_empty() => only.node,
            Some(last) => Box::new(Sequence(nodes.into(), last)),
            None => Box::new(Empty),
        }
    }

    /// `def (a, b) = value`.
    fn multi_variables(&mut self, decl: &MultiVariables, span: Span) -> N {
        let value = self.expr(&decl.value);
        let mut targets = Vec::new();
        let mut cells: Vec<Statement> = Vec::new();
        for (ty, name) in &decl.variables {
            let ty = self.converting(ty.as_ref());
            let variable = self.declare(&name.name, ty);
            let place = if variable.cell {
                let node: N = Box::new(DeclareCell(variable.slot, Box::new(Null)));
                cells.push(Statement { span: name.span, node });
                Place::Cell(variable.slot)
            } else {
                Place::Slot(variable.slot)
            };
            targets.push(Target::Variable(place, ty));
        }
        let assign: N = Box::new(AssignMany(targets.into(), value));
        if cells.is_empty() {
            return assign;
        }
        Box::new(Sequence(cells.into(), Statement { span, node: assign }))
    }

    fn assert(&mut self, statement: Span, condition: &Expr, message: Option<&Expr>) -> N {
        let is_null = |m: &&Expr| matches!(&*m.kind, ExprKind::Literal(Literal::Null));
        let end = message.filter(is_null).unwrap_or(condition).span.end;
        let message = message.filter(|m| !is_null(m));
        let noting = std::mem::replace(&mut self.noting, message.is_none());
        let tested = self.expr(condition);
        self.noting = noting;
        let explained = message.map(|message| self.explained(condition, message));
        Box::new(Assert {
            condition: tested,
            explained,
            text: Span::new(statement.start, end),
        })
    }

    /// What an assertion with a message says: the condition's text and its variables' values, without a picture.
    fn explained(&mut self, condition: &Expr, message: &Expr) -> Explained {
        let noting = std::mem::take(&mut self.noting);
        let text = self.expression_text(condition);
        let mut shown = Vec::new();
        self.shown_variables(condition, &mut shown);
        let values = shown
            .into_iter()
            .map(|v| (self.expression_text(v), self.expr(v)))
            .collect();
        let message = self.expr(message);
        self.noting = noting;
        Explained { message, text, values }
    }
}
