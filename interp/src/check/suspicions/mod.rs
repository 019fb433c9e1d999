//! What compiles and is most likely not meant: rules that warn, one file a family. A rule is kept only as long as it is silent on
//! scripts that work; nothing here keeps a script from running, and running does not look for it.

mod conditions;
mod flow;
mod repeated;
mod script_variables;

use rovy_parser::Diagnostic;
use rovy_parser::ast::{
    Block, CaseKind, Child, ClassBody, ClassMember, CompilationUnit, Expr, ExprKind, LambdaBody, LinkKind, Stmt,
    StmtKind, Switch,
};

/// Everything suspicious in a source, in the order of the text. `host_names` are those of variables that the host binds.
pub fn suspicions(unit: &CompilationUnit, host_names: &[&str]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    walk(unit, &mut |node| {
        conditions::check(node, &mut found);
        flow::check(node, &mut found);
        repeated::check(node, &mut found);
    });
    script_variables::check(unit, host_names, &mut found);
    found.sort_by_key(|d| d.span.start);
    found
}

/// A node of the tree as rules see it.
#[derive(Clone, Copy)]
pub enum Node<'t> {
    /// Statements that follow each other.
    Statements(&'t [Stmt]),
    /// A statement.
    Stmt(&'t Stmt),
    /// An expression.
    Expr(&'t Expr),
    /// A `switch`, as a statement or for its value.
    Switch(&'t Switch),
}

/// Visits every node, those of methods and classes included. The tree is no deeper than the parser lets it be.
pub fn walk<'t>(unit: &'t CompilationUnit, visit: &mut dyn FnMut(Node<'t>)) {
    statements(&unit.statements, visit);
}

fn statements<'t>(all: &'t [Stmt], visit: &mut dyn FnMut(Node<'t>)) {
    visit(Node::Statements(all));
    all.iter().for_each(|statement| self::statement(statement, visit));
}

fn block<'t>(block: &'t Block, visit: &mut dyn FnMut(Node<'t>)) {
    statements(&block.statements, visit);
}

fn statement<'t>(statement: &'t Stmt, visit: &mut dyn FnMut(Node<'t>)) {
    visit(Node::Stmt(statement));
    match &*statement.kind {
        StmtKind::Block(inner) => block(inner, visit),
        StmtKind::Synchronized(on, inner) => {
            expression(on, visit);
            block(inner, visit);
        }
        StmtKind::Switch(switch) => self::switch(switch, visit),
        StmtKind::Try(tried) => {
            tried
                .resources
                .iter()
                .for_each(|resource| self::statement(resource, visit));
            block(&tried.body, visit);
            tried.catches.iter().for_each(|catch| block(&catch.body, visit));
            tried.finally.iter().for_each(|finally| block(finally, visit));
        }
        StmtKind::Method(method) => method.body.iter().for_each(|body| block(body, visit)),
        StmtKind::Class(class) => class_body(&class.body, visit),
        kind => kind.each_child(&mut |child| self::child(child, visit)),
    }
}

fn child<'t>(child: Child<'t>, visit: &mut dyn FnMut(Node<'t>)) {
    match child {
        Child::Expr(expr) => expression(expr, visit),
        Child::Stmt(statement) => self::statement(statement, visit),
    }
}

fn expression<'t>(expr: &'t Expr, visit: &mut dyn FnMut(Node<'t>)) {
    visit(Node::Expr(expr));
    match &*expr.kind {
        ExprKind::Closure(closure) => statements(&closure.body, visit),
        ExprKind::Lambda(lambda) => match &lambda.body {
            LambdaBody::Block(body) => block(body, visit),
            LambdaBody::Expr(value) => expression(value, visit),
        },
        ExprKind::Switch(switch) => self::switch(switch, visit),
        ExprKind::New(new) => {
            if let Some(body) = &new.body {
                class_body(body, visit);
            }
            arguments(&new.args.items, visit);
        }
        kind => kind.each_child(&mut |child| self::child(child, visit)),
    }
}

fn arguments<'t>(items: &'t [rovy_parser::ast::Arg], visit: &mut dyn FnMut(Node<'t>)) {
    use rovy_parser::ast::Arg;
    for item in items {
        match item {
            Arg::Positional(value) | Arg::Spread(value) | Arg::SpreadMap(value) | Arg::Named(_, value) => {
                expression(value, visit);
            }
        }
    }
}

fn switch<'t>(switch: &'t Switch, visit: &mut dyn FnMut(Node<'t>)) {
    visit(Node::Switch(switch));
    expression(&switch.subject, visit);
    for group in &switch.groups {
        for label in &group.labels {
            if let CaseKind::Case(values) = &label.kind {
                values.iter().for_each(|value| expression(value, visit));
            }
        }
        statements(&group.body, visit);
    }
}

fn class_body<'t>(body: &'t ClassBody, visit: &mut dyn FnMut(Node<'t>)) {
    for member in &body.members {
        match member {
            ClassMember::Method(method) => method.body.iter().for_each(|body| block(body, visit)),
            ClassMember::Constructor(constructor) => block(&constructor.body, visit),
            ClassMember::Class(class) => class_body(&class.body, visit),
            ClassMember::Field(_, decl) => {
                let values = decl.variables.iter().filter_map(|variable| variable.value.as_ref());
                values.for_each(|value| expression(value, visit));
            }
            ClassMember::Initializer(_, body) => block(body, visit),
            ClassMember::Error(_) => {}
        }
    }
    for constant in &body.constants {
        arguments(constant.args.as_ref().map_or(&[], |args| &args.items), visit);
        constant.body.iter().for_each(|body| class_body(body, visit));
    }
}

/// `a.b.c` as text, for an expression that is nothing but names.
fn dotted(expr: &Expr) -> Option<String> {
    match &*expr.kind {
        ExprKind::Name(name) => Some(name.to_string()),
        ExprKind::Path(first, links) => {
            let mut text = dotted(first)?;
            for link in links {
                match &link.kind {
                    LinkKind::Property(rovy_parser::ast::DotOp::Dot, rovy_parser::ast::Member::Name(name)) => {
                        text.push('.');
                        text.push_str(&name.name);
                    }
                    _ => return None,
                }
            }
            Some(text)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
