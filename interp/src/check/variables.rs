//! Variables declared twice, and final ones assigned again.

use rovy_parser::ast::*;
use rovy_parser::{Diagnostic, Span};
use rustc_hash::FxHashMap;

/// What is known of a variable: whether it may be assigned.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Known {
    /// Any time.
    Free,
    /// Final, with a value.
    Final,
    /// A final parameter.
    FinalParameter,
}

/// The scopes of one body, innermost last; closures in it go on with them, methods and classes begin anew.
struct Scopes<'d> {
    scopes: Vec<FxHashMap<SmolStr, Known>>,
    found: &'d mut Vec<Diagnostic>,
}

/// Finds what is wrong with the variables of a source.
pub fn check(unit: &CompilationUnit, found: &mut Vec<Diagnostic>) {
    let mut scopes = Scopes {
        scopes: vec![FxHashMap::default()],
        found,
    };
    for statement in &unit.statements {
        scopes.statement(statement);
    }
}

impl Scopes<'_> {
    fn declare(&mut self, name: &Ident, known: Known) {
        if self.find(&name.name).is_some() {
            let text = format!(
                "The current scope already contains a variable of the name {}",
                name.name
            );
            self.found.push(Diagnostic::error("E0303", name.span, text));
        }
        self.put(&name.name, known);
    }

    fn put(&mut self, name: &SmolStr, known: Known) {
        if let Some(scope) = self.scopes.last_mut() {
            scope.insert(name.clone(), known);
        }
    }

    fn find(&self, name: &str) -> Option<Known> {
        self.scopes.iter().rev().find_map(|s| s.get(name)).copied()
    }

    /// Runs in a scope of its own.
    fn scope(&mut self, run: impl FnOnce(&mut Self)) {
        self.scopes.push(FxHashMap::default());
        run(self);
        self.scopes.pop();
    }

    /// Runs in a body that does not see the variables around it.
    fn body(&mut self, run: impl FnOnce(&mut Self)) {
        let around = std::mem::replace(&mut self.scopes, vec![FxHashMap::default()]);
        run(self);
        self.scopes = around;
    }

    fn statements(&mut self, statements: &[Stmt]) {
        self.scope(|scopes| statements.iter().for_each(|s| scopes.statement(s)));
    }

    fn child(&mut self, child: Child) {
        match child {
            Child::Expr(expr) => self.expr(expr),
            Child::Stmt(statement) => self.scope(|scopes| scopes.statement(statement)),
        }
    }

    fn statement(&mut self, statement: &Stmt) {
        match &*statement.kind {
            StmtKind::Variables(decl) => {
                let is_field = decl.modifiers.annotation("Field").is_some();
                for variable in &decl.variables {
                    if let Some(value) = &variable.value {
                        self.expr(value);
                    }
                    if is_field {
                        continue;
                    }
                    let settled = decl.modifiers.has(Modifier::Final) && variable.value.is_some();
                    self.declare(&variable.name, if settled { Known::Final } else { Known::Free });
                }
            }
            StmtKind::MultiVariables(decl) => {
                self.expr(&decl.value);
                let settled = decl.modifiers.has(Modifier::Final);
                for (_, name) in &decl.variables {
                    self.declare(name, if settled { Known::Final } else { Known::Free });
                }
            }
            StmtKind::Block(block) => self.statements(&block.statements),
            StmtKind::ForIn(looping) => {
                self.expr(&looping.source);
                self.scope(|scopes| {
                    scopes.declare(&looping.name, Known::Free);
                    scopes.scope(|s| s.statement(&looping.body));
                });
            }
            StmtKind::For(looping) => self.scope(|scopes| {
                looping.init.iter().for_each(|s| scopes.statement(s));
                looping.condition.iter().for_each(|e| scopes.expr(e));
                looping.update.iter().for_each(|e| scopes.expr(e));
                scopes.scope(|s| s.statement(&looping.body));
            }),
            StmtKind::Switch(switch) => self.switch(switch),
            StmtKind::Try(tried) => self.tried(tried),
            StmtKind::Labeled(labeled) => self.statement(&labeled.body),
            StmtKind::Expr(expr) => self.expr(expr),
            StmtKind::Method(method) => self.method(method),
            StmtKind::Class(class) => self.class(&class.body),
            _ => statement.kind.each_child(&mut |child| self.child(child)),
        }
    }

    fn switch(&mut self, switch: &Switch) {
        self.expr(&switch.subject);
        for group in &switch.groups {
            for label in &group.labels {
                if let CaseKind::Case(values) = &label.kind {
                    values.iter().for_each(|v| self.expr(v));
                }
            }
            self.statements(&group.body);
        }
    }

    fn tried(&mut self, tried: &Try) {
        self.scope(|scopes| {
            tried.resources.iter().for_each(|s| scopes.statement(s));
            scopes.statements(&tried.body.statements);
        });
        for catch in &tried.catches {
            self.scope(|scopes| {
                scopes.declare(&catch.name, Known::Free);
                scopes.statements(&catch.body.statements);
            });
        }
        if let Some(finally) = &tried.finally {
            self.statements(&finally.statements);
        }
    }

    fn method(&mut self, method: &MethodDecl) {
        self.callable(&method.params, method.body.as_ref());
    }

    fn callable(&mut self, params: &[Param], body: Option<&Block>) {
        self.body(|scopes| {
            for param in params {
                param.default.iter().for_each(|d| scopes.expr(d));
                let settled = param.modifiers.has(Modifier::Final);
                let known = if settled { Known::FinalParameter } else { Known::Free };
                scopes.put(&param.name.name, known);
            }
            if let Some(body) = body {
                body.statements.iter().for_each(|s| scopes.statement(s));
            }
        });
    }

    fn class(&mut self, body: &ClassBody) {
        self.body(|scopes| scopes.members(body));
    }

    fn members(&mut self, body: &ClassBody) {
        for member in &body.members {
            match member {
                ClassMember::Method(method) => self.method(method),
                ClassMember::Constructor(constructor) => {
                    self.callable(
                        constructor.params.as_deref().unwrap_or_default(),
                        Some(&constructor.body),
                    );
                }
                ClassMember::Class(class) => self.class(&class.body),
                ClassMember::Field(_, decl) => {
                    let values = decl.variables.iter().filter_map(|v| v.value.as_ref());
                    values.for_each(|v| self.expr(v));
                }
                ClassMember::Initializer(_, block) => self.statements(&block.statements),
                ClassMember::Error(_) => {}
            }
        }
        for constant in &body.constants {
            if let Some(body) = &constant.body {
                self.class(body);
            }
        }
    }

    /// A closure goes on with the scopes around it; its parameters may not be called like a variable there.
    fn closure(&mut self, params: &[Param], at: Span, body: impl FnOnce(&mut Self)) {
        self.scope(|scopes| {
            for param in params {
                param.default.iter().for_each(|d| scopes.expr(d));
                if scopes.find(&param.name.name).is_some() {
                    let text = format!(
                        "The current parameter list already contains a parameter of the name {}",
                        param.name.name
                    );
                    scopes.found.push(Diagnostic::error("E0303", at, text));
                }
                let settled = param.modifiers.has(Modifier::Final);
                let known = if settled { Known::FinalParameter } else { Known::Free };
                scopes.put(&param.name.name, known);
            }
            body(scopes);
        });
    }

    fn expr(&mut self, expr: &Expr) {
        match &*expr.kind {
            ExprKind::Closure(closure) => {
                let params = closure.params.as_deref().unwrap_or_default();
                self.closure(params, expr.span, |scopes| {
                    if closure.params.is_none() {
                        scopes.put(&SmolStr::new("it"), Known::Free);
                    }
                    closure.body.iter().for_each(|s| scopes.statement(s));
                });
            }
            ExprKind::Lambda(lambda) => self.closure(&lambda.params, expr.span, |scopes| match &lambda.body {
                LambdaBody::Expr(value) => scopes.expr(value),
                LambdaBody::Block(block) => block.statements.iter().for_each(|s| scopes.statement(s)),
            }),
            ExprKind::New(new) => {
                new.args.items.iter().for_each(|a| self.argument(a));
                // The variables around an anonymous class are seen in it, and may be hidden there.
                if let Some(body) = &new.body {
                    self.class(body);
                }
            }
            ExprKind::Switch(switch) => self.switch(switch),
            ExprKind::Assign(target, _, value) => {
                self.expr(value);
                self.assigned(target, expr.span);
            }
            ExprKind::MultiAssign(names, value) => {
                self.expr(value);
                names.iter().for_each(|n| self.reassigned(&n.name, n.span));
            }
            ExprKind::Increment(increment) => self.assigned(&increment.target, expr.span),
            kind => kind.each_child(&mut |child| self.child(child)),
        }
    }

    fn argument(&mut self, argument: &Arg) {
        match argument {
            Arg::Positional(e) | Arg::Spread(e) | Arg::SpreadMap(e) => self.expr(e),
            Arg::Named(key, value) => {
                self.expr(key);
                self.expr(value);
            }
        }
    }

    fn assigned(&mut self, target: &Expr, at: Span) {
        match &*target.unparenthesized().kind {
            ExprKind::Name(name) => self.reassigned(name, at),
            _ => self.expr(target),
        }
    }

    fn reassigned(&mut self, name: &str, at: Span) {
        let text = match self.find(name) {
            Some(Known::Final) => format!("The variable [{name}] is declared final but is reassigned"),
            Some(Known::FinalParameter) => format!("Cannot assign a value to final variable '{name}'"),
            Some(Known::Free) | None => return,
        };
        self.found.push(Diagnostic::error("E0312", at, text));
    }
}
