//! Classes: the script's own, declared ones, anonymous ones.

use super::Lowering;
use super::captured;
use super::closure::{is_plain, is_variable};
use super::scope::{BodyScope, ClassScope, Role, Usage};
use crate::eval::N;
use crate::eval::calls::Args;
use crate::eval::casts::Cast;
use crate::eval::classes::{ConstructorCall, InitField, New as NewNode};
use crate::eval::closures::Capture;
use crate::eval::constants::Null;
use crate::eval::statements::{Sequence, Statement};
use crate::program::*;
use rovy_parser::Span;
use rovy_parser::ast::{
    self, Arg, Arguments, ClassBody, ClassDecl, ClassMember, CompilationUnit, ConstructorDecl, ConstructorTarget,
    EnumConstant, Expr, ExprKind, Ident, MethodDecl, Modifier, Modifiers, New, SmolStr, Stmt, StmtKind, TypeRef,
    VariableDecl,
};
use rustc_hash::FxHashSet;
use std::rc::Rc;

/// A field's initial value, or an initialiser block, in the order of the text.
enum Init<'t> {
    Field(&'t Ident, &'t Expr),
    Block(&'t ast::Block),
}

impl Lowering<'_> {
    /// A whole source.
    pub(super) fn unit(&mut self, unit: &CompilationUnit, base_class: &str) {
        if let Some(package) = &unit.package {
            self.package = package.name.name.to_string();
        }
        let has_script = unit.statements.iter().any(|s| !matches!(&*s.kind, StmtKind::Class(_)))
            || !unit.statements.iter().any(|s| matches!(&*s.kind, StmtKind::Class(_)));
        if has_script {
            let name = self.qualified(&self.script_name.clone());
            self.own.insert(name.clone(), 0);
            self.classes.push(template(&name, ClassKind::Script, unit.span));
        }
        let mut declared = Vec::new();
        for statement in &unit.statements {
            if let StmtKind::Class(decl) = &*statement.kind {
                self.register(decl, None, &mut declared);
            }
        }
        for import in &unit.imports {
            self.add_import(import);
        }
        self.check_annotations(&unit.statements);
        let object = self.native_type("java.lang.Object");
        for class in &mut self.classes {
            class.superclass = object;
        }
        for (index, decl) in &declared {
            self.header(*index, decl);
        }
        if has_script {
            self.script_class(unit, base_class);
        }
        for (index, decl) in declared {
            // Nested classes are lowered with the class around them.
            if self.classes.get(index as usize).is_some_and(|c| c.outer.is_none()) {
                self.class_decl(index, decl);
            }
        }
    }

    fn qualified(&self, name: &str) -> String {
        if self.package.is_empty() {
            name.to_string()
        } else {
            format!("{}.{name}", self.package)
        }
    }

    /// Gives a class and those in it their places, so that they can name each other in any order.
    fn register<'t>(&mut self, decl: &'t ClassDecl, outer: Option<u32>, out: &mut Vec<(u32, &'t ClassDecl)>) {
        let name = match outer.and_then(|o| self.classes.get(o as usize)) {
            Some(outer) => format!("{}${}", outer.name, decl.name.name),
            None => self.qualified(&decl.name.name),
        };
        let index = self.classes.len() as u32;
        if self.own.insert(name.clone(), index).is_some() {
            self.error(
                "E0305",
                decl.name.span,
                format!("Invalid duplicate class definition of class {name}"),
            );
        }
        let mut class = template(&name, kind(decl.kind), decl.span);
        class.outer = outer;
        self.classes.push(class);
        out.push((index, decl));
        for member in &decl.body.members {
            if let ClassMember::Class(nested) = member {
                self.register(nested, Some(index), out);
            }
        }
    }

    /// Superclass, interfaces, modifiers.
    fn header(&mut self, index: u32, decl: &ClassDecl) {
        self.class_stack.push(self.class_scope(index, false));
        let is_interface = matches!(decl.kind, ast::ClassKind::Interface | ast::ClassKind::Annotation);
        let extends: Vec<u32> = decl.extends.iter().map(|t| self.ty(t)).collect();
        let mut interfaces: Vec<u32> = decl.implements.iter().map(|t| self.ty(t)).collect();
        let mut superclass = match decl.kind {
            ast::ClassKind::Enum => self.native_type("java.lang.Enum"),
            ast::ClassKind::Record => self.native_type("java.lang.Record"),
            _ => self.native_type("java.lang.Object"),
        };
        if is_interface || decl.kind == ast::ClassKind::Trait {
            interfaces.extend(extends);
        } else if let Some(first) = extends.first() {
            superclass = *first;
        }
        self.class_stack.pop();
        let nested = self.classes.get(index as usize).is_some_and(|c| c.outer.is_some());
        let modifiers = &decl.modifiers;
        let annotations = modifiers.annotations.iter().map(|a| a.name.simple().into()).collect();
        let Some(class) = self.classes.get_mut(index as usize) else {
            return;
        };
        class.superclass = superclass;
        class.interfaces = interfaces;
        class.inner = nested && decl.kind == ast::ClassKind::Class && !modifiers.has(Modifier::Static);
        class.is_abstract = modifiers.has(Modifier::Abstract) || is_interface || decl.kind == ast::ClassKind::Trait;
        class.is_final = modifiers.has(Modifier::Final);
        class.annotations = annotations;
    }

    fn class_scope(&self, index: u32, captures: bool) -> ClassScope {
        ClassScope {
            index,
            bodies_around: self.stack.len(),
            captures,
            captured: Vec::new(),
            own: FxHashSet::default(),
            fields: FxHashSet::default(),
        }
    }

    /// The script's class: its body is `run`, its methods and `@Field`s are members.
    fn script_class(&mut self, unit: &CompilationUnit, base_class: &str) {
        let base = self.native_type(base_class);
        if let Some(class) = self.classes.first_mut() {
            class.superclass = base;
        }
        let is_field =
            |s: &Stmt| matches!(&*s.kind, StmtKind::Variables(d) if d.modifiers.annotation("Field").is_some());
        let mut scope = self.class_scope(0, false);
        let mut inits = Vec::new();
        for statement in unit.statements.iter().filter(|s| is_field(s)) {
            if let StmtKind::Variables(decl) = &*statement.kind {
                for variable in &decl.variables {
                    scope.fields.insert(variable.name.name.clone());
                    if !decl.modifiers.has(Modifier::Static) {
                        scope.own.insert(variable.name.name.clone());
                    }
                    if let Some(value) = &variable.value {
                        inits.push((Init::Field(&variable.name, value), decl.modifiers.has(Modifier::Static)));
                    }
                }
            }
        }
        self.class_stack.push(scope);
        for statement in unit.statements.iter().filter(|s| is_field(s)) {
            if let StmtKind::Variables(decl) = &*statement.kind {
                self.fields(0, decl, false);
            }
        }
        for statement in &unit.statements {
            if let StmtKind::Method(decl) = &*statement.kind {
                self.method(0, decl);
            }
        }
        self.initialisers(0, inits);
        let statements: Vec<Stmt> = unit.statements.iter().filter(|s| !is_field(s)).cloned().collect();
        let statements: Vec<Stmt> = statements
            .into_iter()
            .filter(|s| !matches!(&*s.kind, StmtKind::Method(_) | StmtKind::Class(_)))
            .collect();
        let usage = captured::usage(&statements);
        let body = self.body_of("run", 0, &[], usage, false, None, unit.span, |l| l.tail(&statements));
        if let Some(class) = self.classes.first_mut() {
            class.methods.push(MethodTemplate {
                name: "run".into(),
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
        self.class_stack.pop();
    }

    /// Whether the class around declares a method of a name, so that a static import does not count.
    pub(super) fn has_own_method(&self, name: &str) -> bool {
        let class = self.class_stack.last().and_then(|c| self.classes.get(c.index as usize));
        class.is_some_and(|c| c.methods.iter().any(|m| &*m.name == name))
    }

    /// A declared class with everything in it.
    fn class_decl(&mut self, index: u32, decl: &ClassDecl) {
        let scope = self.class_scope(index, false);
        self.class_stack.push(scope);
        self.members(index, decl.kind, &decl.body, decl.components.as_deref());
        self.class_stack.pop();
    }

    /// The members of a class body.
    fn members(&mut self, index: u32, kind: ast::ClassKind, body: &ClassBody, components: Option<&[ast::Param]>) {
        let in_interface = matches!(kind, ast::ClassKind::Interface | ast::ClassKind::Annotation);
        self.declare_fields(index, body, components);
        let mut inits: Vec<(Init, bool)> = Vec::new();
        for constant in &body.constants {
            self.enum_constant(index, constant);
        }
        if let Some(components) = components {
            self.record_components(index, components);
        }
        for member in &body.members {
            match member {
                ClassMember::Field(_, decl) => {
                    self.fields(index, decl, in_interface);
                    let is_static = in_interface || decl.modifiers.has(Modifier::Static);
                    for variable in &decl.variables {
                        if let Some(value) = &variable.value {
                            inits.push((Init::Field(&variable.name, value), is_static));
                        }
                    }
                }
                ClassMember::Initializer(is_static, block) => inits.push((Init::Block(block), *is_static)),
                _ => {}
            }
        }
        self.initialisers(index, inits);
        for member in &body.members {
            match member {
                ClassMember::Method(decl) => self.method_in(index, decl, in_interface),
                ClassMember::Constructor(decl) => self.constructor(index, decl, components),
                ClassMember::Class(nested) => {
                    let name = self
                        .classes
                        .get(index as usize)
                        .map(|c| format!("{}${}", c.name, nested.name.name));
                    if let Some(own) = name.and_then(|n| self.own.get(&n).copied()) {
                        self.class_decl(own, nested);
                    }
                }
                _ => {}
            }
        }
    }

    /// Makes the names of a class's fields known, and those it inherits from classes of the same source.
    fn declare_fields(&mut self, index: u32, body: &ClassBody, components: Option<&[ast::Param]>) {
        let mut names: FxHashSet<SmolStr> = FxHashSet::default();
        let mut own: FxHashSet<SmolStr> = FxHashSet::default();
        for member in &body.members {
            if let ClassMember::Field(_, decl) = member {
                names.extend(decl.variables.iter().map(|v| v.name.name.clone()));
                if !decl.modifiers.has(Modifier::Static) {
                    own.extend(decl.variables.iter().map(|v| v.name.name.clone()));
                }
            }
        }
        own.extend(components.unwrap_or_default().iter().map(|c| c.name.name.clone()));
        names.extend(body.constants.iter().map(|c| c.name.name.clone()));
        names.extend(components.unwrap_or_default().iter().map(|c| c.name.name.clone()));
        let mut at = self.classes.get(index as usize).map(|c| c.superclass);
        let mut steps = 0;
        while let Some(ty) = at.and_then(|t| self.types.get(t as usize)) {
            steps += 1;
            let ClassName::Own(own) = ty.class else { break };
            let Some(parent) = self.classes.get(own as usize).filter(|_| steps < 100) else {
                break;
            };
            names.extend(parent.fields.iter().map(|f| SmolStr::from(&*f.name)));
            at = Some(parent.superclass);
        }
        if let Some(scope) = self.class_stack.last_mut() {
            scope.fields.extend(names);
            scope.own.extend(own);
        }
    }

    fn fields(&mut self, index: u32, decl: &VariableDecl, in_interface: bool) {
        let ty = self.converting(decl.ty.as_ref());
        let m = &decl.modifiers;
        let package = m.annotation("PackageScope").is_some();
        let explicit = m.has(Modifier::Private) || m.has(Modifier::Protected) || m.has(Modifier::Public) || package;
        let script_field = m.annotation("Field").is_some();
        for variable in &decl.variables {
            let field = FieldTemplate {
                name: variable.name.name.as_str().into(),
                ty,
                is_static: in_interface || m.has(Modifier::Static),
                is_final: in_interface || m.has(Modifier::Final),
                is_property: !explicit && !in_interface && !script_field,
                visibility: visibility(m, package),
            };
            if let Some(class) = self.classes.get_mut(index as usize) {
                class.fields.push(field);
            }
        }
    }

    fn record_components(&mut self, index: u32, components: &[ast::Param]) {
        for component in components {
            let ty = self.converting(component.ty.as_ref());
            let field = FieldTemplate {
                name: component.name.name.as_str().into(),
                ty,
                is_static: false,
                is_final: true,
                is_property: true,
                visibility: Visibility::Private,
            };
            if let Some(class) = self.classes.get_mut(index as usize) {
                class.fields.push(field);
            }
        }
        let usage = Usage::default();
        let body = self.body_of("<init>", index, components, usage, false, None, Span::default(), |l| {
            let mut done = vec![l.implicit_super(index, Span::default())];
            for component in components {
                let value = l.variable(&component.name.name, component.name.span);
                let name = l.named(&component.name.name, component.name.span);
                done.push(Statement {
                    span: component.span,
                    node: Box::new(InitField(name, value)),
                });
            }
            Box::new(Sequence(
                done.into(),
                Statement {
                    span: Span::default(),
                    node: Box::new(Null),
                },
            ))
        });
        let method = self.template_of("<init>", components, Some(body), Modifiers::default(), None);
        if let Some(class) = self.classes.get_mut(index as usize) {
            class.constructors.push(method);
        }
    }

    /// Field initialisers and blocks become one body for instances and one for the class.
    fn initialisers(&mut self, index: u32, inits: Vec<(Init, bool)>) {
        for wanted in [false, true] {
            let chosen: Vec<&Init> = inits.iter().filter(|(_, s)| *s == wanted).map(|(i, _)| i).collect();
            if chosen.is_empty() {
                continue;
            }
            let mut usage = Usage::default();
            for init in &chosen {
                match init {
                    Init::Field(_, value) => captured::add_expr(value, &mut usage),
                    Init::Block(block) => {
                        let found = captured::usage(&block.statements);
                        usage.in_closures.extend(found.in_closures);
                        usage.assigned.extend(found.assigned);
                    }
                }
            }
            let name = if wanted { "<clinit>" } else { "<init>" };
            let body = self.body_of(name, index, &[], usage, wanted, None, Span::default(), |l| {
                let mut done = Vec::new();
                for init in chosen {
                    let (span, node): (Span, N) = match init {
                        Init::Field(field, value) => {
                            let value = l.expr(value);
                            let name = l.named(&field.name, field.span);
                            (field.span, Box::new(InitField(name, value)))
                        }
                        Init::Block(block) => (block.span, l.block(&block.statements)),
                    };
                    done.push(Statement { span, node });
                }
                Box::new(Sequence(
                    done.into(),
                    Statement {
                        span: Span::default(),
                        node: Box::new(Null),
                    },
                ))
            });
            if let Some(class) = self.classes.get_mut(index as usize) {
                if wanted {
                    class.static_init = Some(body);
                } else {
                    class.init = Some(body);
                }
            }
        }
    }

    fn enum_constant(&mut self, index: u32, constant: &EnumConstant) {
        let mut usage = Usage::default();
        for arg in constant.args.iter().flat_map(|a| &a.items) {
            match arg {
                Arg::Positional(e) | Arg::Spread(e) | Arg::SpreadMap(e) => captured::add_expr(e, &mut usage),
                Arg::Named(k, v) => {
                    captured::add_expr(k, &mut usage);
                    captured::add_expr(v, &mut usage);
                }
            }
        }
        let span = constant.span;
        let body = self.body_of("<clinit>", index, &[], usage, true, None, span, |l| {
            let args = constant.args.as_ref().map_or(Args::Plain(Box::new([])), |a| l.args(a));
            let class = match &constant.body {
                Some(body) => {
                    let own = l.anonymous_body(ClassName::Own(index), body, span, false);
                    l.own_type(own)
                }
                None => l.own_type(index),
            };
            Box::new(NewNode {
                class,
                args,
                captures: None,
                span,
            })
        });
        let own = self.own_type(index);
        if let Some(class) = self.classes.get_mut(index as usize) {
            class.constants.push((constant.name.name.as_str().into(), body));
            class.fields.push(FieldTemplate {
                name: constant.name.name.as_str().into(),
                ty: Some(own),
                is_static: true,
                is_final: true,
                is_property: false,
                visibility: Visibility::Public,
            });
        }
    }

    fn method(&mut self, index: u32, decl: &MethodDecl) {
        self.method_in(index, decl, false);
    }

    fn method_in(&mut self, index: u32, decl: &MethodDecl, in_interface: bool) {
        let is_static = decl.modifiers.has(Modifier::Static);
        for param in &decl.type_params {
            self.imports
                .single
                .push((param.name.name.to_string(), "java.lang.Object".into()));
        }
        let void = decl.return_type.as_ref().is_some_and(TypeRef::is_void);
        let returns = if void {
            None
        } else {
            self.converting(decl.return_type.as_ref())
        };
        let body = decl.body.as_ref().map(|block| {
            let mut usage = captured::usage(&block.statements);
            for default in decl.params.iter().filter_map(|p| p.default.as_ref()) {
                captured::add_expr(default, &mut usage);
            }
            self.body_of(
                &decl.name.name,
                index,
                &decl.params,
                usage,
                is_static,
                returns,
                decl.span,
                |l| {
                    let code = l.tail(&block.statements);
                    if void {
                        Box::new(crate::eval::statements::Discard(code))
                    } else {
                        code
                    }
                },
            )
        });
        let mut method = self.template_of(&decl.name.name, &decl.params, body, decl.modifiers.clone(), returns);
        method.is_abstract =
            body.is_none() && (in_interface || decl.modifiers.has(Modifier::Abstract) || decl.body.is_none());
        if method.name.as_ref() == "methodMissing" && is_static {
            method.name = "$static_methodMissing".into();
        }
        for _ in &decl.type_params {
            self.imports.single.pop();
        }
        if let Some(class) = self.classes.get_mut(index as usize) {
            class.methods.push(method);
        }
    }

    fn template_of(
        &mut self,
        name: &str,
        params: &[ast::Param],
        body: Option<BodyId>,
        modifiers: Modifiers,
        returns: Option<u32>,
    ) -> MethodTemplate {
        let mut types = Vec::with_capacity(params.len());
        for param in params {
            let mut ty = self.converting(param.ty.as_ref());
            if param.varargs {
                let element = match &param.ty {
                    Some(t) => self.ty(t),
                    None => self.native_type("java.lang.Object"),
                };
                ty = self
                    .types
                    .get(element as usize)
                    .cloned()
                    .map(|t| self.type_place(t.class, t.dimensions + 1));
            }
            types.push(ty);
        }
        MethodTemplate {
            name: name.into(),
            body,
            params: types,
            defaults: params.iter().map(|p| p.default.is_some()).collect(),
            varargs: params.last().is_some_and(is_variable),
            returns,
            is_static: modifiers.has(Modifier::Static),
            is_abstract: modifiers.has(Modifier::Abstract),
            visibility: visibility(&modifiers, modifiers.annotation("PackageScope").is_some()),
        }
    }

    /// Lowers a body of a class.
    #[expect(clippy::too_many_arguments, reason = "they are the parts of a method")]
    fn body_of(
        &mut self,
        name: &str,
        class: u32,
        params: &[ast::Param],
        usage: Usage,
        is_static: bool,
        returns: Option<u32>,
        span: Span,
        code: impl FnOnce(&mut Self) -> N,
    ) -> BodyId {
        let id = self.new_body();
        let owner = self
            .classes
            .get(class as usize)
            .map_or(String::new(), |c| c.name.to_string());
        let method = if name.starts_with('<') { "" } else { name };
        let prefix = format!("{owner}$_{method}");
        self.stack
            .push(BodyScope::new(Role::Method, is_static, Rc::new(usage), prefix));
        let labels = std::mem::take(&mut self.labels);
        let noting = std::mem::take(&mut self.noting);
        let lowered = self.params(params);
        let mut code = code(self);
        if let Some(returns) = returns {
            code = Box::new(Cast(returns, code, span));
        }
        self.labels = labels;
        self.noting = noting;
        let slots = self.stack.pop().map_or(0, |s| s.slots);
        let varargs = params.last().is_some_and(is_variable);
        let plain_params = !varargs && lowered.iter().enumerate().all(|(i, p)| is_plain(p, i));
        self.set_body(
            id,
            Body {
                name: name.into(),
                class,
                kind: BodyKind::Method,
                slots,
                params: lowered,
                plain_params,
                varargs,
                captures: 0,
                code,
                span,
            },
        );
        id
    }

    fn constructor(&mut self, index: u32, decl: &ConstructorDecl, components: Option<&[ast::Param]>) {
        let params: &[ast::Param] = decl.params.as_deref().or(components).unwrap_or_default();
        let mut usage = captured::usage(&decl.body.statements);
        for default in params.iter().filter_map(|p| p.default.as_ref()) {
            captured::add_expr(default, &mut usage);
        }
        let body = self.body_of("<init>", index, params, usage, false, None, decl.span, |l| {
            let statements = &decl.body.statements;
            let explicit = statements.first().is_some_and(
                |s| matches!(&*s.kind, StmtKind::Expr(e) if matches!(&*e.kind, ExprKind::ConstructorCall(..))),
            );
            let code = l.tail(statements);
            if explicit {
                return code;
            }
            let first = l.implicit_super(index, decl.span);
            Box::new(Sequence(
                Box::new([first]),
                Statement {
                    span: decl.span,
                    node: code,
                },
            ))
        });
        let method = self.template_of("<init>", params, Some(body), decl.modifiers.clone(), None);
        if let Some(class) = self.classes.get_mut(index as usize) {
            if decl.params.is_none() {
                // A compact record constructor replaces the canonical one.
                class.constructors.clear();
            }
            class.constructors.push(method);
        }
    }

    /// `super()`, where a constructor says nothing.
    fn implicit_super(&mut self, index: u32, span: Span) -> Statement {
        let class = self.own_type(index);
        let node: N = Box::new(ConstructorCall {
            class,
            is_super: true,
            args: Args::Plain(Box::new([])),
            span,
        });
        Statement { span, node }
    }

    /// `this(…)`, `super(…)`.
    pub(super) fn constructor_call(&mut self, target: ConstructorTarget, args: &Arguments, span: Span) -> N {
        let class = self.current_class_type();
        let args = self.args(args);
        Box::new(ConstructorCall {
            class,
            is_super: target == ConstructorTarget::Super,
            args,
            span,
        })
    }

    /// `new T(args) { … }`.
    pub(super) fn anonymous_class(&mut self, new: &New, body: &ClassBody, span: Span) -> N {
        let place = self.ty(&new.ty);
        let args = self.args(&new.args);
        let Some(parent) = self.types.get(place as usize).cloned() else {
            return Box::new(Null);
        };
        let own = self.anonymous_body(parent.class, body, span, true);
        let names = self
            .classes
            .get(own as usize)
            .map(|c| c.capture_names.clone())
            .unwrap_or_default();
        let captures = names.iter().map(|name| match self.lookup(&SmolStr::from(&**name)) {
            Some(super::scope::Found::Local(v)) => Capture::Slot(v.slot),
            Some(super::scope::Found::Captured(index, _)) => Capture::Captured(index),
            Some(super::scope::Found::Hidden(_)) => {
                let field = self.name(&format!("val${name}"));
                Capture::Hidden(field)
            }
            None => Capture::Slot(0),
        });
        let captures: Box<[Capture]> = captures.collect();
        let class = self.own_type(own);
        Box::new(NewNode {
            class,
            args,
            captures: Some(captures),
            span,
        })
    }

    /// The class of an anonymous body.
    fn anonymous_body(&mut self, parent: ClassName, body: &ClassBody, span: Span, captures: bool) -> u32 {
        let outer = self.class_stack.last().map_or(0, |c| c.index);
        let count = self.anonymous.entry(outer).or_default();
        *count += 1;
        let count = *count;
        let outer_name = self
            .classes
            .get(outer as usize)
            .map_or(String::new(), |c| c.name.to_string());
        let name = format!("{outer_name}${count}");
        let index = self.classes.len() as u32;
        self.own.insert(name.clone(), index);
        let mut class = template(&name, ClassKind::Class, span);
        class.outer = Some(outer);
        class.inner = captures;
        let is_interface = match &parent {
            ClassName::Own(own) => self
                .classes
                .get(*own as usize)
                .is_some_and(|c| matches!(c.kind, ClassKind::Interface | ClassKind::Trait | ClassKind::Annotation)),
            ClassName::Other(name) => self.resolver.is_interface(name),
        };
        let parent = self.type_place(parent, 0);
        class.superclass = if is_interface {
            self.native_type("java.lang.Object")
        } else {
            parent
        };
        if is_interface {
            class.interfaces.push(parent);
        }
        self.classes.push(class);
        let scope = self.class_scope(index, captures);
        self.class_stack.push(scope);
        self.members(index, ast::ClassKind::Class, body, None);
        if let Some(scope) = self.class_stack.pop()
            && let Some(class) = self.classes.get_mut(index as usize)
        {
            class.captures = scope.captured.len() as u32;
            class.capture_names = scope.captured.iter().map(|(n, _)| n.as_str().into()).collect();
        }
        index
    }

    /// Whether a name is a type parameter in scope: those are single capitals, or declared by the class or method around.
    pub(super) fn is_type_param(&self, name: &str) -> bool {
        name.len() == 1 && name.chars().all(|c| c.is_ascii_uppercase()) && !self.own.contains_key(name)
    }
}

fn template(name: &str, kind: ClassKind, span: Span) -> ClassTemplate {
    ClassTemplate {
        name: name.into(),
        kind,
        superclass: 0,
        interfaces: Vec::new(),
        outer: None,
        inner: false,
        is_abstract: false,
        is_final: false,
        fields: Vec::new(),
        captures: 0,
        capture_names: Vec::new(),
        methods: Vec::new(),
        constructors: Vec::new(),
        init: None,
        static_init: None,
        constants: Vec::new(),
        annotations: Vec::new(),
        span,
    }
}

fn kind(kind: ast::ClassKind) -> ClassKind {
    match kind {
        ast::ClassKind::Class => ClassKind::Class,
        ast::ClassKind::Interface => ClassKind::Interface,
        ast::ClassKind::Trait => ClassKind::Trait,
        ast::ClassKind::Enum => ClassKind::Enum,
        ast::ClassKind::Record => ClassKind::Record,
        ast::ClassKind::Annotation => ClassKind::Annotation,
    }
}

fn visibility(modifiers: &Modifiers, package: bool) -> Visibility {
    if modifiers.has(Modifier::Private) {
        Visibility::Private
    } else if modifiers.has(Modifier::Protected) {
        Visibility::Protected
    } else if package {
        Visibility::Package
    } else {
        Visibility::Public
    }
}
