//! Statements: jumps, `switch`, `try`, `assert`.

use super::{Around, Validator};
use crate::ast::*;
use crate::diagnostic::codes;

impl Validator<'_> {
    pub(super) fn stmt(&mut self, stmt: &Stmt) {
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || self.stmt_kind(stmt));
    }

    fn stmt_kind(&mut self, stmt: &Stmt) {
        match &*stmt.kind {
            StmtKind::While(condition, body) => {
                self.expr(condition);
                self.within(Around::Loop, |this| this.stmt(body));
            }
            StmtKind::DoWhile(body, condition) => {
                self.within(Around::Loop, |this| this.stmt(body));
                self.expr(condition);
            }
            StmtKind::ForIn(looping) => {
                self.variable_modifiers(&looping.modifiers);
                looping.ty.iter().for_each(|ty| self.value_type(ty));
                self.expr(&looping.source);
                self.within(Around::Loop, |this| this.stmt(&looping.body));
            }
            StmtKind::For(_) => {
                self.within(Around::Loop, |this| {
                    stmt.kind.each_child(&mut |child| this.child(child))
                });
            }
            StmtKind::Switch(switch) => self.switch_statement(switch),
            StmtKind::Try(tried) => self.tried(stmt, tried),
            StmtKind::Assert(condition, message) => {
                if let ExprKind::Assign(_, AssignOp::Plain, _) | ExprKind::MultiAssign(..) =
                    *condition.unparenthesized().kind
                {
                    let message = "an assertion cannot assign: did you mean `==`?";
                    self.error(codes::INVALID_ASSIGNMENT, condition.span, message);
                }
                self.expr(condition);
                message.iter().for_each(|message| self.expr(message));
            }
            StmtKind::Break(_) => self.jump(stmt, "break", self.loops + self.switches > 0, "loops and `switch`"),
            StmtKind::Continue(_) => self.jump(stmt, "continue", self.loops > 0, "loops"),
            StmtKind::Return(value) => {
                if self.around.last() == Some(&Around::SwitchExpr) {
                    self.error(
                        codes::INVALID_SWITCH,
                        stmt.span,
                        "a `switch` expression cannot `return`: use `yield`",
                    );
                }
                value.iter().for_each(|value| self.expr(value));
            }
            StmtKind::Variables(decl) => {
                self.modifiers(&decl.modifiers);
                decl.ty.iter().for_each(|ty| self.value_type(ty));
                stmt.kind.each_child(&mut |child| self.child(child));
            }
            StmtKind::MultiVariables(decl) => {
                self.modifiers(&decl.modifiers);
                decl.variables
                    .iter()
                    .filter_map(|(ty, _)| ty.as_ref())
                    .for_each(|ty| self.value_type(ty));
                self.expr(&decl.value);
            }
            StmtKind::Method(method) => self.script_method(method),
            StmtKind::Class(class) => self.class(class),
            _ => stmt.kind.each_child(&mut |child| self.child(child)),
        }
    }

    /// `break` and `continue`
    fn jump(&mut self, stmt: &Stmt, keyword: &str, allowed: bool, places: &str) {
        if !allowed {
            self.error(
                codes::MISPLACED,
                stmt.span,
                format!("`{keyword}` is only allowed inside {places}"),
            );
        } else if self.around.last() == Some(&Around::SwitchExpr) {
            self.error(
                codes::INVALID_SWITCH,
                stmt.span,
                format!("a `switch` expression cannot `{keyword}`"),
            );
        }
    }

    fn tried(&mut self, stmt: &Stmt, tried: &Try) {
        if tried.resources.is_empty() && tried.catches.is_empty() && tried.finally.is_none() {
            let message = "`try` needs a `catch` or a `finally`";
            self.error(codes::INCOMPLETE, stmt.span, message);
        }
        for resource in &tried.resources {
            self.resource(resource);
        }
        self.block(&tried.body.statements);
        for catch in &tried.catches {
            self.variable_modifiers(&catch.modifiers);
            self.block(&catch.body.statements);
        }
        tried.finally.iter().for_each(|block| self.block(&block.statements));
    }

    fn resource(&mut self, resource: &Stmt) {
        let allowed = match &*resource.kind {
            StmtKind::Variables(decl) => decl.variables.len() == 1,
            StmtKind::Expr(expr) => match &*expr.unparenthesized().kind {
                ExprKind::Name(_) => true,
                ExprKind::Assign(target, AssignOp::Plain, _) => matches!(*target.kind, ExprKind::Name(_)),
                _ => false,
            },
            _ => false,
        };
        if !allowed {
            let message = "a resource must be one variable: `name = value`, `Type name = value` or a name";
            self.error(codes::INVALID_DECLARATION, resource.span, message);
        }
        self.stmt(resource);
    }

    // `switch`

    fn switch_statement(&mut self, switch: &Switch) {
        self.expr(&switch.subject);
        self.default_is_last(switch);
        // Only a `switch` expression takes several values in one `case`, and that needs a result.
        let labels = switch.groups.iter().flat_map(|group| &group.labels);
        let several = labels
            .filter(|label| matches!(&label.kind, CaseKind::Case(values) if values.len() > 1))
            .map(|label| label.span);
        if let Some(label) = several.min_by_key(|span| span.start)
            && !switch
                .groups
                .iter()
                .flat_map(|group| &group.body)
                .any(|stmt| leaves(stmt, |kind| matches!(kind, StmtKind::Yield(_))))
        {
            let message = "several values in one `case` need `->`, `yield` or a `case` for each";
            self.error(codes::INVALID_SWITCH, label, message);
        }
        self.within(Around::Switch, |this| this.cases(switch));
    }

    pub(super) fn switch_expression(&mut self, expr: &Expr, switch: &Switch) {
        self.expr(&switch.subject);
        self.default_is_last(switch);
        self.arrows(expr, switch);
        self.within(Around::SwitchExpr, |this| this.cases(switch));
    }

    fn cases(&mut self, switch: &Switch) {
        for group in &switch.groups {
            for label in &group.labels {
                if let CaseKind::Case(values) = &label.kind {
                    values.iter().for_each(|value| self.expr(value));
                }
            }
            self.block(&group.body);
        }
    }

    /// There is at most one `default`, behind every `case`.
    fn default_is_last(&mut self, switch: &Switch) {
        let labels = || {
            switch
                .groups
                .iter()
                .flat_map(|group| group.labels.iter().map(move |label| (group, label)))
        };
        let is_default = |label: &CaseLabel| matches!(label.kind, CaseKind::Default);
        let Some((group, default)) = labels().find(|(_, label)| is_default(label)) else {
            return;
        };
        let place = group.body.first().map_or(default.span, |stmt| stmt.span);
        if labels().filter(|(_, label)| is_default(label)).count() > 1 {
            self.error(codes::INVALID_SWITCH, place, "a `switch` can only have one `default`");
        } else if labels().last().is_some_and(|(_, label)| !is_default(label)) {
            let diagnostic =
                crate::Diagnostic::error(codes::INVALID_SWITCH, place, "`default` must be the last branch")
                    .label(default.span, "move this branch to the end");
            self.diagnostics.push(diagnostic);
        }
    }

    /// What holds for `switch` expressions alone.
    fn arrows(&mut self, expr: &Expr, switch: &Switch) {
        let Some(first) = switch.groups.first() else {
            self.error(
                codes::INVALID_SWITCH,
                expr.span,
                "a `switch` expression needs `case` or `default`",
            );
            return;
        };
        if let Some(other) = switch.groups.iter().find(|group| group.arrow != first.arrow) {
            let place = other.labels.first().map_or(other.span, |label| label.span);
            self.error(
                codes::INVALID_SWITCH,
                place,
                "`->` and `:` cannot be mixed in one `switch`",
            );
            return;
        }
        let ends = |stmt: &Stmt| leaves(stmt, |kind| matches!(kind, StmtKind::Yield(_) | StmtKind::Throw(_)));
        // What leaves the switch in another way is a mistake of its own.
        let jumps = |stmt: &Stmt| {
            leaves(stmt, |kind| {
                matches!(kind, StmtKind::Return(_) | StmtKind::Break(_) | StmtKind::Continue(_))
            })
        };
        let bodies = || switch.groups.iter().flat_map(|group| &group.body);
        if !first.arrow && !bodies().any(|stmt| ends(stmt) || jumps(stmt)) {
            self.error(
                codes::INVALID_SWITCH,
                expr.span,
                "a `switch` expression with `:` needs a `yield` or `throw`",
            );
        }
        for group in &switch.groups {
            if group.arrow && group.labels.len() > 1 {
                let place = group.labels.first().map_or(group.span, |label| label.span);
                let message = "a case with `->` does not fall through: list the values with commas";
                self.error(codes::INVALID_SWITCH, place, message);
            }
            match (group.arrow, &*group.body) {
                (_, []) => self.error(codes::INVALID_SWITCH, group.span, "this case has no value"),
                (true, [_, second, ..]) => {
                    let message = "only one statement can follow `->`: put several in braces";
                    self.error(codes::INVALID_SWITCH, second.span, message);
                }
                _ => {}
            }
        }
    }
}

/// Whether a statement that leaves another is in it.
fn leaves(stmt: &Stmt, leaving: fn(&StmtKind) -> bool) -> bool {
    if leaving(&stmt.kind) {
        return true;
    }
    let mut found = false;
    stmt.kind.each_child(&mut |child| {
        if let Child::Stmt(stmt) = child {
            found = found || stacker::maybe_grow(64 * 1024, 1024 * 1024, || leaves(stmt, leaving));
        }
    });
    found
}
