//! Variables of a script's body that its methods name: they do not see them.

use rovy_parser::ast::{Block, Child, CompilationUnit, Expr, ExprKind, Ident, Stmt, StmtKind};
use rovy_parser::{Diagnostic, Span};
use rustc_hash::{FxHashMap, FxHashSet};

/// Finds them. A name that something else may answer is left alone: the host, an import, an assignment without declaration.
pub fn check(unit: &CompilationUnit, host_names: &[&str], found: &mut Vec<Diagnostic>) {
    let mut local: FxHashMap<&str, Span> = FxHashMap::default();
    for statement in &unit.statements {
        declared_here(statement, &mut local);
    }
    local.retain(|name, _| !host_names.contains(name) && !is_imported(unit, name));
    if local.is_empty() {
        return;
    }
    for statement in &unit.statements {
        if let StmtKind::Method(method) = &*statement.kind
            && let Some(body) = &method.body
        {
            let mut own: FxHashSet<&str> = method.params.iter().map(|param| param.name.name.as_str()).collect();
            all_declared(body, &mut own);
            let mut uses = Uses {
                local: &local,
                own,
                found,
            };
            body.statements.iter().for_each(|statement| uses.statement(statement));
        }
    }
}

/// The variables that a statement of the body declares. `def log = log as Log` has its name from elsewhere.
fn declared_here<'t>(statement: &'t Stmt, local: &mut FxHashMap<&'t str, Span>) {
    match &*statement.kind {
        StmtKind::Variables(decl) if decl.modifiers.annotation("Field").is_none() => {
            for variable in &decl.variables {
                let name = variable.name.name.as_str();
                if !variable.value.as_ref().is_some_and(|value| names(value, name)) {
                    local.entry(name).or_insert(variable.name.span);
                }
            }
        }
        StmtKind::MultiVariables(decl) => {
            local.extend(decl.variables.iter().map(|(_, name)| (name.name.as_str(), name.span)));
        }
        _ => {}
    }
}

/// Whether a name stands in an expression.
fn names(expr: &Expr, name: &str) -> bool {
    if matches!(&*expr.kind, ExprKind::Name(other) if other == name) {
        return true;
    }
    let mut found = false;
    expr.kind.each_child(&mut |child| {
        if let Child::Expr(expr) = child {
            found = found || names(expr, name);
        }
    });
    found
}

fn is_imported(unit: &CompilationUnit, name: &str) -> bool {
    unit.imports.iter().any(|import| {
        let simple = import.alias.as_ref().map_or(import.name.simple(), |alias| &alias.name);
        import.is_static && (import.star || simple == name)
    })
}

/// Every name that something in a method's body declares.
fn all_declared<'t>(body: &'t Block, own: &mut FxHashSet<&'t str>) {
    fn names<'t>(child: Child<'t>, own: &mut FxHashSet<&'t str>) {
        let mut add = |name: &'t Ident| {
            own.insert(name.name.as_str());
        };
        match child {
            Child::Stmt(statement) => {
                match &*statement.kind {
                    StmtKind::Variables(decl) => decl.variables.iter().for_each(|variable| add(&variable.name)),
                    StmtKind::MultiVariables(decl) => decl.variables.iter().for_each(|(_, name)| add(name)),
                    StmtKind::ForIn(looping) => add(&looping.name),
                    StmtKind::Try(tried) => tried.catches.iter().for_each(|catch| add(&catch.name)),
                    _ => {}
                }
                statement.kind.each_child(&mut |child| names(child, own));
            }
            Child::Expr(expr) => {
                match &*expr.kind {
                    ExprKind::Closure(closure) => closure.params.iter().flatten().for_each(|param| add(&param.name)),
                    ExprKind::Lambda(lambda) => lambda.params.iter().for_each(|param| add(&param.name)),
                    _ => {}
                }
                expr.kind.each_child(&mut |child| names(child, own));
            }
        }
    }
    for statement in &body.statements {
        names(Child::Stmt(statement), own);
    }
}

/// Looks for uses of the script's variables in a method.
struct Uses<'t, 'd> {
    local: &'d FxHashMap<&'t str, Span>,
    /// Names that the method declares, and those that were reported.
    own: FxHashSet<&'t str>,
    found: &'d mut Vec<Diagnostic>,
}

impl<'t> Uses<'t, '_> {
    fn statement(&mut self, statement: &'t Stmt) {
        statement.kind.each_child(&mut |child| self.child(child));
    }

    fn child(&mut self, child: Child<'t>) {
        match child {
            Child::Stmt(statement) => self.statement(statement),
            Child::Expr(expr) => self.expr(expr),
        }
    }

    fn expr(&mut self, expr: &'t Expr) {
        match &*expr.kind {
            ExprKind::Name(name) => self.used(name, expr.span),
            // Inside a closure a delegate may answer.
            ExprKind::Closure(_) => {}
            kind => kind.each_child(&mut |child| self.child(child)),
        }
    }

    fn used(&mut self, name: &'t str, span: Span) {
        let Some(declared) = self.local.get(name) else { return };
        if self.own.insert(name) {
            let text = format!("methods do not see `{name}`, which is a variable of the script's body");
            self.found.push(
                Diagnostic::warning("W0309", span, text)
                    .label(*declared, "declared here")
                    .help(format!(
                        "hand `{name}` over as a parameter, or declare it with `@groovy.transform.Field`"
                    )),
            );
        }
    }
}
