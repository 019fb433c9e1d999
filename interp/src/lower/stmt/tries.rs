//! `try` with its resources, catches and `finally`.

use crate::eval::N;
use crate::eval::constants::Null;
use crate::eval::locals::{CellLocal, Local, SetLocal};
use crate::eval::tries::{Catch as CatchNode, Try as TryNode, WithResource};
use crate::lower::Lowering;
use rovy_parser::ast::{self, *};

impl Lowering<'_> {
    pub(super) fn try_statement(&mut self, tried: &ast::Try, returning: bool) -> N {
        let next = self.enter_block();
        let body = self.resources(&tried.resources, &tried.body.statements, returning);
        self.leave_block(next);
        let mut catches = Vec::new();
        for catch in &tried.catches {
            let types = if catch.types.is_empty() {
                vec![self.native_type("java.lang.Exception")]
            } else {
                catch.types.iter().map(|t| self.ty(t)).collect()
            };
            let next = self.enter_block();
            let variable = self.declare(&catch.name.name, None);
            let body = self.guarded_block(&catch.body.statements, returning);
            self.leave_block(next);
            catches.push(CatchNode {
                types: types.into(),
                slot: variable.slot,
                cell: variable.cell,
                body,
            });
        }
        let finally = tried.finally.as_ref().map(|f| Box::new(self.block(&f.statements)) as N);
        if catches.is_empty() && finally.is_none() {
            return body;
        }
        Box::new(TryNode {
            body,
            catches: catches.into(),
            finally,
        })
    }

    fn guarded_block(&mut self, statements: &[Stmt], returning: bool) -> N {
        if returning {
            self.returning_block(statements)
        } else {
            Box::new(self.block(statements))
        }
    }

    /// The body of a `try` within its resources, each of which is closed when what follows has ended.
    fn resources(&mut self, resources: &[Stmt], body: &[Stmt], returning: bool) -> N {
        let Some((first, rest)) = resources.split_first() else {
            return self.guarded_block(body, returning);
        };
        let (declare, resource): (N, N) = match &*first.kind {
            StmtKind::Variables(decl) => {
                let declare = self.variables(decl);
                let name = decl.variables.first().map(|v| v.name.name.clone()).unwrap_or_default();
                let resource = match self.lookup(&name) {
                    Some(crate::lower::scope::Found::Local(v)) if v.cell => Box::new(CellLocal(v.slot)) as N,
                    Some(crate::lower::scope::Found::Local(v)) => Box::new(Local(v.slot)),
                    _ => Box::new(Null),
                };
                (declare, resource)
            }
            StmtKind::Expr(expr) => {
                let slot = self.hidden_slot();
                let value = self.expr(expr);
                (Box::new(SetLocal(slot, value)), Box::new(Local(slot)))
            }
            _ => (self.stmt(first), Box::new(Null)),
        };
        let body = self.resources(rest, body, returning);
        Box::new(WithResource {
            declare,
            resource,
            body,
        })
    }
}
