//! Switches, as statements and as values.

use crate::eval::N;
use crate::eval::statements::{Block, *};
use crate::eval::switches::{Group, Switch as SwitchNode, SwitchValue};
use crate::lower::Lowering;
use rovy_parser::Span;
use rovy_parser::ast::*;

impl Lowering<'_> {
    /// A switch as a statement; `returning` where it ends a body.
    pub(super) fn switch(&mut self, switch: &Switch, returning: bool) -> N {
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
        let body = if returning && (breaks || last) {
            self.returning_block(statements)
        } else {
            Box::new(self.statements(statements))
        };
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
        Box::new(self.block_ending(statements, |lowering, last| match &*last.kind {
            StmtKind::Expr(value) => Box::new(Yield(lowering.expr(value))),
            _ => lowering.stmt(last),
        }))
    }

    /// A switch whose value is asked for.
    pub(in crate::lower) fn switch_value(&mut self, switch: &Switch) -> N {
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
