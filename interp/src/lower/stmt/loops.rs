//! Loops, labels, and what leaves them.

use crate::eval::N;
use crate::eval::constants;
use crate::eval::loops::{ForIn, While};
use crate::eval::statements::{Block, *};
use crate::lower::Lowering;
use rovy_parser::ast::{self, *};

impl Lowering<'_> {
    pub(super) fn jump(&mut self, label: Option<&Ident>, again: bool) -> N {
        let label = match label {
            None => 0,
            Some(name) => {
                let known = self
                    .labels
                    .iter()
                    .rev()
                    .find(|(n, _)| *n == name.name)
                    .map(|(_, id)| *id);
                match known {
                    Some(id) => id,
                    None => {
                        let word = if again { "continue" } else { "break" };
                        self.error("E0304", name.span, format!("{word} to missing label {}", name.name));
                        0
                    }
                }
            }
        };
        Box::new(Jump { label, again })
    }

    pub(super) fn labelled(&mut self, labeled: &Labeled) -> N {
        let id = self.next_label;
        self.next_label += 1;
        let mut names = 1;
        self.labels.push((labeled.label.name.clone(), id));
        let mut body = &labeled.body;
        while let StmtKind::Labeled(inner) = &*body.kind {
            // Several labels of one statement are one.
            self.labels.push((inner.label.name.clone(), id));
            names += 1;
            body = &inner.body;
        }
        let node = match &*body.kind {
            StmtKind::While(condition, body) => self.while_loop(Some(condition), body, &[], false, Some(id)),
            StmtKind::DoWhile(body, condition) => self.while_loop(Some(condition), body, &[], true, Some(id)),
            StmtKind::ForIn(looping) => self.for_in(looping, Some(id)),
            StmtKind::For(looping) => self.for_loop(looping, Some(id)),
            _ => {
                let node = self.stmt(body);
                Box::new(Labelled(id, node))
            }
        };
        self.labels.truncate(self.labels.len() - names);
        node
    }

    fn loop_label(&mut self, label: Option<u32>) -> u32 {
        label.unwrap_or_else(|| {
            self.next_label += 1;
            self.next_label - 1
        })
    }

    pub(super) fn while_loop(
        &mut self,
        condition: Option<&Expr>,
        body: &Stmt,
        update: &[Expr],
        body_first: bool,
        label: Option<u32>,
    ) -> N {
        let label = self.loop_label(label);
        let bound = condition.and_then(|c| self.bound(c));
        let condition: N = match condition {
            Some(condition) => self.expr(condition),
            None => Box::new(constants::Bool(true)),
        };
        let body = self.branch(body);
        let step = if let [only] = update { self.int_step(only) } else { None };
        let update = update.iter().map(|u| Statement {
            span: u.span,
            node: self.expr(u),
        });
        Box::new(While {
            label,
            bound,
            condition,
            body,
            step,
            update: Block(update.collect()),
            body_first,
        })
    }

    pub(super) fn for_loop(&mut self, looping: &For, label: Option<u32>) -> N {
        let next = self.enter_block();
        let mut init: Vec<Statement> = looping.init.iter().map(|s| self.statement(s)).collect();
        let node = self.while_loop(looping.condition.as_ref(), &looping.body, &looping.update, false, label);
        self.leave_block(next);
        if init.is_empty() {
            return node;
        }
        init.push(Statement {
            span: looping.body.span,
            node,
        });
        Box::new(Block(init.into()))
    }

    pub(super) fn for_in(&mut self, looping: &ast::ForIn, label: Option<u32>) -> N {
        let label = self.loop_label(label);
        let source = self.expr(&looping.source);
        let next = self.enter_block();
        let ty = self.converting(looping.ty.as_ref());
        let variable = self.declare(&looping.name.name, ty);
        let body = self.branch(&looping.body);
        self.leave_block(next);
        Box::new(ForIn {
            label,
            slot: variable.slot,
            cell: variable.cell,
            ty,
            source,
            body,
        })
    }
}

/// Whether a label before a statement names a loop.
pub(super) fn is_loop(statement: &Stmt) -> bool {
    matches!(
        &*statement.kind,
        StmtKind::While(..) | StmtKind::DoWhile(..) | StmtKind::ForIn(_) | StmtKind::For(_)
    )
}
