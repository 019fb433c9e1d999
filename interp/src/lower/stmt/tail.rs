//! Bodies in tail form: the last statement's value is the body's value.

use crate::eval::N;
use crate::eval::constants::Null;
use crate::eval::locals::Local;
use crate::eval::logic::Choose;
use crate::eval::statements::*;
use crate::eval::tries::Synchronized;
use crate::lower::Lowering;
use rovy_parser::ast::*;

/// How deep `if (c) return a; rest` nests as choices; past it, returns go their ordinary way.
const CHOICES: u32 = 40;

impl Lowering<'_> {
    /// Statements as a body with a value.
    pub(in crate::lower) fn tail(&mut self, statements: &[Stmt]) -> N {
        self.tail_from(statements, 0)
    }

    fn tail_from(&mut self, statements: &[Stmt], choices: u32) -> N {
        let mut done: Vec<Statement> = Vec::new();
        for (i, statement) in statements.iter().enumerate() {
            let rest = statements.get(i + 1..).unwrap_or_default();
            let last = if rest.is_empty() {
                self.tail_statement(statement)
            } else if choices < CHOICES
                && let Some(choice) = self.early_return(statement, rest, choices)
            {
                choice
            } else {
                done.push(self.statement(statement));
                continue;
            };
            if done.is_empty() {
                return last;
            }
            return Box::new(Sequence(
                done.into(),
                Statement {
                    span: statement.span,
                    node: last,
                },
            ));
        }
        Box::new(Null)
    }

    /// `if (c) return a; rest` is `c ? a : rest`.
    fn early_return(&mut self, statement: &Stmt, rest: &[Stmt], choices: u32) -> Option<N> {
        let StmtKind::If(branch) = &*statement.kind else {
            return None;
        };
        if branch.otherwise.is_some() {
            return None;
        }
        let value = returned(&branch.then)?;
        let condition = self.expr(&branch.condition);
        if let Some(crate::lower::scope::Found::Local(v)) = value.and_then(|e| self.plain_local(e)) {
            let rest = self.tail_from(rest, choices + 1);
            return Some(Box::new(Choose(condition, Local(v.slot), rest)));
        }
        let value = self.optional(value);
        let rest = self.tail_from(rest, choices + 1);
        Some(Box::new(Choose(condition, value, rest)))
    }

    /// The last statement of a body as its value.
    pub(super) fn tail_statement(&mut self, statement: &Stmt) -> N {
        match &*statement.kind {
            StmtKind::Expr(expr) => self.expr(expr),
            StmtKind::Return(value) => self.optional(value.as_ref()),
            StmtKind::Variables(decl) => self.variables(decl),
            StmtKind::MultiVariables(decl) => self.multi_variables(decl, statement.span),
            StmtKind::If(branch) => {
                let condition = self.expr(&branch.condition);
                let then = self.tail_branch(&branch.then);
                let otherwise = match &branch.otherwise {
                    Some(otherwise) => self.tail_branch(otherwise),
                    None => Box::new(Null),
                };
                Box::new(Choose(condition, then, otherwise))
            }
            StmtKind::Block(block) => self.tail_block(&block.statements),
            StmtKind::Try(_) | StmtKind::Switch(_) | StmtKind::Synchronized(..) | StmtKind::Labeled(_) => {
                let node = self.returning(statement);
                Box::new(AsValue(node))
            }
            _ => {
                let node = self.stmt(statement);
                Box::new(AsValue(node))
            }
        }
    }

    fn tail_branch(&mut self, statement: &Stmt) -> N {
        self.tail_block(std::slice::from_ref(statement))
    }

    fn tail_block(&mut self, statements: &[Stmt]) -> N {
        let next = self.enter_block();
        let node = self.tail(statements);
        self.leave_block(next);
        node
    }

    /// A statement at the end of a body whose last expressions are returned from where they stand.
    pub(super) fn returning(&mut self, statement: &Stmt) -> N {
        match &*statement.kind {
            StmtKind::Try(tried) => self.try_statement(tried, true),
            StmtKind::Switch(switch) => self.switch(switch, true),
            StmtKind::Synchronized(lock, body) => {
                let lock = self.expr(lock);
                let body = self.returning_block(&body.statements);
                Box::new(Synchronized(lock, body))
            }
            StmtKind::Labeled(labeled) => {
                if super::loops::is_loop(&labeled.body) {
                    self.stmt(statement)
                } else {
                    self.returning(&labeled.body)
                }
            }
            StmtKind::Block(block) => self.returning_block(&block.statements),
            _ => {
                let value = self.tail_statement(statement);
                Box::new(Return(value))
            }
        }
    }

    pub(super) fn returning_block(&mut self, statements: &[Stmt]) -> N {
        Box::new(self.block_ending(statements, Self::returning))
    }
}

/// The value of a statement that only returns: `return a`, `{ return a }`.
fn returned(statement: &Stmt) -> Option<Option<&Expr>> {
    match &*statement.kind {
        StmtKind::Return(value) => Some(value.as_ref()),
        StmtKind::Block(block) => match block.statements.as_slice() {
            [only] => returned(only),
            _ => None,
        },
        _ => None,
    }
}
