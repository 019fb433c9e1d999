//! Statements, and bodies in tail form: the last statement's value is the body's value.

use super::{Lowering, class};
use crate::eval::N;
use crate::eval::asserts::{Assert, Explained};
use crate::eval::assign::{AssignMany, Target};
use crate::eval::casts::Cast;
use crate::eval::constants::{self, Null};
use crate::eval::locals::{CellLocal, DeclareCell, Local, Place, SetLocal};
use crate::eval::logic::Choose;
use crate::eval::loops::{ForIn, While};
use crate::eval::statements::{Block, *};
use crate::eval::switches::{Group, Switch as SwitchNode, SwitchValue};
use crate::eval::tries::{Catch as CatchNode, Synchronized, Try as TryNode, WithResource};
use rovy_parser::Span;
use rovy_parser::ast::{self, *};

/// How deep `if (c) return a; rest` nests as choices; past it, returns go their ordinary way.
const CHOICES: u32 = 40;

impl Lowering<'_> {
    /// Statements as a body with a value.
    pub(super) fn tail(&mut self, statements: &[Stmt]) -> N {
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
                let node = self.stmt(statement);
                done.push(Statement {
                    span: statement.span,
                    node,
                });
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
        if let Some(super::scope::Found::Local(v)) = value.and_then(|e| self.plain_local(e)) {
            let rest = self.tail_from(rest, choices + 1);
            return Some(Box::new(Choose(condition, Local(v.slot), rest)));
        }
        let value = self.optional(value);
        let rest = self.tail_from(rest, choices + 1);
        Some(Box::new(Choose(condition, value, rest)))
    }

    /// The last statement of a body as its value.
    fn tail_statement(&mut self, statement: &Stmt) -> N {
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
    fn returning(&mut self, statement: &Stmt) -> N {
        match &*statement.kind {
            StmtKind::Try(tried) => self.try_statement(tried, true),
            StmtKind::Switch(switch) => self.switch(switch, true),
            StmtKind::Synchronized(lock, body) => {
                let lock = self.expr(lock);
                let body = self.returning_block(&body.statements);
                Box::new(Synchronized(lock, body))
            }
            StmtKind::Labeled(labeled) => {
                if is_loop(&labeled.body) {
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

    fn returning_block(&mut self, statements: &[Stmt]) -> N {
        let Some((last, before)) = statements.split_last() else {
            return Box::new(Empty);
        };
        let next = self.enter_block();
        let mut out: Vec<Statement> = before
            .iter()
            .map(|s| Statement {
                span: s.span,
                node: self.stmt(s),
            })
            .collect();
        out.push(Statement {
            span: last.span,
            node: self.returning(last),
        });
        self.leave_block(next);
        Box::new(Block(out.into()))
    }

    /// A statement for its effect.
    pub(super) fn stmt(&mut self, statement: &Stmt) -> N {
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
            StmtKind::Assert(condition, message) => self.assert(span, condition, message.as_ref()),
            StmtKind::Labeled(labeled) => self.labelled(labeled),
            StmtKind::Method(_) | StmtKind::Class(_) => Box::new(Empty),
        }
    }

    /// Statements in a scope of their own.
    pub(super) fn block(&mut self, statements: &[Stmt]) -> Block {
        let next = self.enter_block();
        let block = self.statements(statements);
        self.leave_block(next);
        block
    }

    fn statements(&mut self, statements: &[Stmt]) -> Block {
        let lowered = statements.iter().map(|s| Statement {
            span: s.span,
            node: self.stmt(s),
        });
        Block(lowered.collect())
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

    fn jump(&mut self, label: Option<&Ident>, again: bool) -> N {
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

    fn labelled(&mut self, labeled: &Labeled) -> N {
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

    fn while_loop(
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

    fn for_loop(&mut self, looping: &For, label: Option<u32>) -> N {
        let next = self.enter_block();
        let mut init: Vec<Statement> = looping
            .init
            .iter()
            .map(|s| Statement {
                span: s.span,
                node: self.stmt(s),
            })
            .collect();
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

    fn for_in(&mut self, looping: &ast::ForIn, label: Option<u32>) -> N {
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

    fn try_statement(&mut self, tried: &ast::Try, returning: bool) -> N {
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
            let body = if returning {
                self.returning_block(&catch.body.statements)
            } else {
                Box::new(self.block(&catch.body.statements))
            };
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

    /// The body of a `try` within its resources, each of which is closed when what follows has ended.
    fn resources(&mut self, resources: &[Stmt], body: &[Stmt], returning: bool) -> N {
        let Some((first, rest)) = resources.split_first() else {
            return if returning {
                self.returning_block(body)
            } else {
                Box::new(self.block(body))
            };
        };
        let (declare, resource): (N, N) = match &*first.kind {
            StmtKind::Variables(decl) => {
                let declare = self.variables(decl);
                let name = decl.variables.first().map(|v| v.name.name.clone()).unwrap_or_default();
                let resource = match self.lookup(&name) {
                    Some(super::scope::Found::Local(v)) if v.cell => Box::new(CellLocal(v.slot)) as N,
                    Some(super::scope::Found::Local(v)) => Box::new(Local(v.slot)),
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

    /// A switch as a statement; `returning` where it ends a body.
    fn switch(&mut self, switch: &Switch, returning: bool) -> N {
        Box::new(self.switch_node(switch, |lowering, group, last| {
            lowering.group_body(group, returning, last)
        }))
    }

    fn switch_node(&mut self, switch: &Switch, mut body: impl FnMut(&mut Self, &SwitchGroup, bool) -> N) -> SwitchNode {
        let noting = std::mem::take(&mut self.noting);
        let subject = self.expr(&switch.subject);
        let mut groups = Vec::new();
        let count = switch.groups.len();
        for (i, group) in switch.groups.iter().enumerate() {
            let mut cases: Vec<N> = Vec::new();
            let mut default = false;
            for label in &group.labels {
                match &label.kind {
                    CaseKind::Case(values) => cases.extend(values.iter().map(|v| self.expr(v))),
                    CaseKind::Default => default = true,
                }
            }
            let next = self.enter_block();
            let body = body(self, group, i + 1 == count);
            self.leave_block(next);
            groups.push(Group {
                cases: cases.into(),
                default,
                body,
            });
        }
        self.noting = noting;
        SwitchNode {
            subject,
            groups: groups.into(),
        }
    }

    fn group_body(&mut self, group: &SwitchGroup, returning: bool, last: bool) -> N {
        let (statements, breaks) = match group.body.split_last() {
            Some((end, before)) if matches!(&*end.kind, StmtKind::Break(None)) => (before, true),
            _ => (group.body.as_slice(), group.arrow),
        };
        if returning && (breaks || last) {
            let body = self.returning_block(statements);
            return if breaks {
                self.then_break(body, group.span)
            } else {
                body
            };
        }
        let body: N = Box::new(self.statements(statements));
        if breaks {
            self.then_break(body, group.span)
        } else {
            body
        }
    }

    fn then_break(&mut self, body: N, span: Span) -> N {
        let stop: N = Box::new(Jump { label: 0, again: false });
        Box::new(Block(Box::new([
            Statement { span, node: body },
            Statement { span, node: stop },
        ])))
    }

    /// The block of an arrow in a switch expression: its last expression is the value.
    fn yielding(&mut self, statements: &[Stmt]) -> N {
        match statements.split_last() {
            Some((last, before)) if matches!(&*last.kind, StmtKind::Expr(_)) => {
                let next = self.enter_block();
                let mut out: Vec<Statement> = before
                    .iter()
                    .map(|s| Statement {
                        span: s.span,
                        node: self.stmt(s),
                    })
                    .collect();
                let value = self.tail_statement(last);
                out.push(Statement {
                    span: last.span,
                    node: Box::new(Yield(value)),
                });
                self.leave_block(next);
                Box::new(Block(out.into()))
            }
            _ => Box::new(self.block(statements)),
        }
    }

    /// A switch whose value is asked for.
    pub(super) fn switch_value(&mut self, switch: &Switch) -> N {
        let node = self.switch_node(switch, |lowering, group, _| match group.body.as_slice() {
            [only] if group.arrow => match &*only.kind {
                StmtKind::Expr(expr) => {
                    let value = lowering.expr(expr);
                    Box::new(Yield(value))
                }
                StmtKind::Block(block) => lowering.yielding(&block.statements),
                _ => Box::new(lowering.statements(&group.body)),
            },
            statements => Box::new(lowering.statements(statements)),
        });
        Box::new(SwitchValue(node))
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

fn is_loop(statement: &Stmt) -> bool {
    matches!(
        &*statement.kind,
        StmtKind::While(..) | StmtKind::DoWhile(..) | StmtKind::ForIn(_) | StmtKind::For(_)
    )
}
