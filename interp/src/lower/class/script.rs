//! The script's class: its body is `run`, or what its superclass leaves open; its methods and `@Field`s are members.

use super::base_script;
use super::method::MemberBody;
use crate::lower::{Lowering, captured};
use crate::program::{ClassName, MethodTemplate, Visibility};
use rovy_parser::ast::{CompilationUnit, Modifier, Stmt, StmtKind, VariableDecl};

impl Lowering<'_> {
    /// Lowers the script's class, which is the first.
    pub(super) fn script_class(&mut self, unit: &CompilationUnit, base_class: &str) {
        let base = match base_script::class(unit) {
            Some(named) => self.ty(&named),
            None => self.native_type(base_class),
        };
        if let Some(class) = self.class_mut(0) {
            class.superclass = base;
        }
        let mut scope = self.class_scope(0, false);
        let mut inits = Vec::new();
        for decl in unit.statements.iter().filter_map(script_field) {
            let is_static = decl.modifiers.has(Modifier::Static);
            let names = decl.variables.iter().map(|v| v.name.name.clone());
            scope.fields.extend(names.clone());
            if !is_static {
                scope.own.extend(names);
            }
            inits.extend(super::fields::values(decl).map(|init| (init, is_static)));
        }
        self.class_stack.push(scope);
        for decl in unit.statements.iter().filter_map(script_field) {
            self.fields(0, decl, false);
        }
        for statement in &unit.statements {
            if let StmtKind::Method(decl) = &*statement.kind {
                self.method(0, decl);
            }
        }
        self.initialisers(0, inits);
        let name = self.body_method(unit, base);
        self.run_method(unit, &name);
        self.class_stack.pop();
    }

    /// The method that the statements are the body of: the one that the superclass leaves open, else `run`.
    fn body_method(&mut self, unit: &CompilationUnit, base: u32) -> String {
        let open = match self.types.get(base as usize).map(|ty| ty.class.clone()) {
            Some(ClassName::Own(index)) => {
                let name = self.class(index).map(|c| c.name.clone());
                let own = unit.statements.iter().find_map(|s| match &*s.kind {
                    StmtKind::Class(decl) if name.as_deref() == Some(&*self.qualified(&decl.name.name)) => Some(decl),
                    _ => None,
                });
                own.and_then(|decl| base_script::open_method(decl))
            }
            Some(ClassName::Other(name)) => self.resolver.open_method(&name),
            None => None,
        };
        open.unwrap_or_else(|| "run".into())
    }

    /// All statements that are not members, as a method.
    fn run_method(&mut self, unit: &CompilationUnit, name: &str) {
        let is_member =
            |s: &Stmt| matches!(&*s.kind, StmtKind::Method(_) | StmtKind::Class(_)) || script_field(s).is_some();
        let statements: Vec<Stmt> = unit.statements.iter().filter(|s| !is_member(s)).cloned().collect();
        let parts = MemberBody {
            usage: captured::usage(&statements),
            ..MemberBody::new(name, 0, unit.span)
        };
        let body = self.member_body(parts, |l| l.tail(&statements));
        if let Some(class) = self.class_mut(0) {
            class.methods.push(MethodTemplate {
                name: name.into(),
                body: Some(body),
                params: Vec::new(),
                defaults: Vec::new(),
                varargs: false,
                returns: None,
                is_static: false,
                is_abstract: false,
                visibility: Visibility::Public,
            });
        }
    }
}

/// The declaration of a script's field: `@Field def x = 1`.
fn script_field(statement: &Stmt) -> Option<&VariableDecl> {
    match &*statement.kind {
        StmtKind::Variables(decl) if decl.modifiers.annotation("Field").is_some() => Some(decl),
        _ => None,
    }
}
