//! Fields, properties and methods declared twice; final fields set by methods.

use rovy_parser::Diagnostic;
use rovy_parser::ast::{
    Child, ClassDecl, ClassMember, Expr, ExprKind, LinkKind, Member, MethodDecl, Modifier, Param, Stmt, StmtKind,
    TypeRef,
};
use rustc_hash::FxHashSet;

/// Finds what is wrong among the members of one class.
pub fn check(class: &ClassDecl, found: &mut Vec<Diagnostic>) {
    let mut names = FxHashSet::default();
    let mut finals = FxHashSet::default();
    let mut methods = Vec::new();
    for member in &class.body.members {
        match member {
            ClassMember::Field(span, decl) => {
                let hidden = [Modifier::Public, Modifier::Private, Modifier::Protected];
                let is_field = hidden.iter().any(|m| decl.modifiers.has(*m));
                for variable in &decl.variables {
                    // A field and a property of one name are the same: the field's, with the property's accessors.
                    if !names.insert((variable.name.name.as_str(), is_field)) {
                        let kind = if is_field { "field" } else { "property" };
                        let text = format!("The {kind} '{}' is declared multiple times.", variable.name.name);
                        found.push(Diagnostic::error("E0321", *span, text));
                    }
                    if decl.modifiers.has(Modifier::Final) && !decl.modifiers.has(Modifier::Static) {
                        finals.insert(variable.name.name.as_str());
                    }
                }
            }
            ClassMember::Method(method) => methods.push(&**method),
            _ => {}
        }
    }
    duplicate_methods(&methods, found);
    for method in methods {
        set_finals(method, &finals, found);
    }
}

/// Methods of the same name and parameter types.
pub fn duplicate_methods(methods: &[&MethodDecl], found: &mut Vec<Diagnostic>) {
    let mut seen = FxHashSet::default();
    for method in methods {
        let types: Vec<String> = method.params.iter().map(parameter_type).collect();
        if !seen.insert((method.name.name.as_str(), types)) {
            let text = format!(
                "The method {} duplicates another method of the same signature",
                method.name.name
            );
            found.push(Diagnostic::error("E0322", method.span, text));
        }
    }
}

fn parameter_type(param: &Param) -> String {
    let dimensions = param.ty.as_ref().map_or(0, |t| t.dims) + u32::from(param.varargs);
    format!("{}{}", type_name(param.ty.as_ref()), "[]".repeat(dimensions as usize))
}

/// The name of a type without what is in angle brackets; `Object` for none.
pub fn type_name(ty: Option<&TypeRef>) -> &str {
    match ty.map(|t| t.name.name.as_str()) {
        None | Some("def" | "var" | "java.lang.Object") => "Object",
        Some(name) => name,
    }
}

/// Assignments to final fields in a method. A method that declares a variable of the name is left alone for it.
fn set_finals(method: &MethodDecl, finals: &FxHashSet<&str>, found: &mut Vec<Diagnostic>) {
    let Some(body) = &method.body else { return };
    if finals.is_empty() {
        return;
    }
    let mut own: FxHashSet<&str> = method.params.iter().map(|p| p.name.name.as_str()).collect();
    for statement in &body.statements {
        declared_names(Child::Stmt(statement), &mut own);
    }
    let finals: FxHashSet<&str> = finals.difference(&own).copied().collect();
    for statement in &body.statements {
        assigned_finals(Child::Stmt(statement), &finals, found);
    }
}

fn declared_names<'t>(child: Child<'t>, out: &mut FxHashSet<&'t str>) {
    match child {
        Child::Stmt(statement) => {
            if let StmtKind::Variables(decl) = &*statement.kind {
                out.extend(decl.variables.iter().map(|v| v.name.name.as_str()));
            }
            statement.kind.each_child(&mut |child| declared_names(child, out));
        }
        Child::Expr(expr) => {
            if let ExprKind::Closure(closure) = &*expr.kind {
                let params = closure.params.iter().flatten();
                out.extend(params.map(|p| p.name.name.as_str()));
            }
            expr.kind.each_child(&mut |child| declared_names(child, out));
        }
    }
}

fn assigned_finals(child: Child, finals: &FxHashSet<&str>, found: &mut Vec<Diagnostic>) {
    match child {
        Child::Stmt(statement) if !is_declaration(statement) => {
            statement
                .kind
                .each_child(&mut |child| assigned_finals(child, finals, found));
        }
        Child::Stmt(_) => {}
        Child::Expr(expr) => {
            if let ExprKind::Assign(target, _, _) = &*expr.kind
                && let Some(name) = field_name(target).filter(|n| finals.contains(n))
            {
                let text = format!("cannot modify final field '{name}' outside of constructor.");
                found.push(Diagnostic::error("E0323", expr.span, text));
            }
            expr.kind.each_child(&mut |child| assigned_finals(child, finals, found));
        }
    }
}

fn is_declaration(statement: &Stmt) -> bool {
    matches!(&*statement.kind, StmtKind::Method(_) | StmtKind::Class(_))
}

/// `name` or `this.name`.
fn field_name(target: &Expr) -> Option<&str> {
    match &*target.unparenthesized().kind {
        ExprKind::Name(name) => Some(name),
        ExprKind::Path(head, links) => match (&*head.kind, links.as_slice()) {
            (ExprKind::This, [link]) => match &link.kind {
                LinkKind::Property(_, Member::Name(name)) => Some(&name.name),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    }
}
