//! The children of a node: every expression and statement directly below it, in the order of the text.
//!
//! What lies between (parameters, annotations, class bodies) is walked through. A pass over the tree is a function that
//! matches the kinds it cares about and calls `each_child` for the rest.

use super::*;

/// A node directly below another.
#[derive(Debug, Clone, Copy)]
pub enum Child<'a> {
    /// An expression.
    Expr(&'a Expr),
    /// A statement.
    Stmt(&'a Stmt),
}

/// Called with each child.
type Each<'e, 'a> = &'e mut dyn FnMut(Child<'a>);

/// The depth of a node with these children.
pub(super) fn depth_above<'a>(children: impl FnOnce(Each<'_, 'a>)) -> u16 {
    let mut deepest = 0;
    children(&mut |child| {
        deepest = deepest.max(match child {
            Child::Expr(expr) => expr.depth(),
            Child::Stmt(stmt) => stmt.depth(),
        });
    });
    deepest.saturating_add(1)
}

impl CompilationUnit {
    /// Calls `each` with every child.
    pub fn each_child<'a>(&'a self, each: Each<'_, 'a>) {
        if let Some(package) = &self.package {
            annotations(&package.annotations, each);
        }
        for import in &self.imports {
            annotations(&import.annotations, each);
        }
        statements(&self.statements, each);
    }
}

impl ExprKind {
    /// Calls `each` with every child.
    pub fn each_child<'a>(&'a self, each: Each<'_, 'a>) {
        match self {
            Self::Literal(_) | Self::Name(_) | Self::This | Self::Super | Self::Error => {}
            Self::GString(parts) => parts.iter().for_each(|part| gstring_part(part, each)),
            Self::Type(ty) => type_ref(ty, each),
            Self::Paren(a) | Self::Unary(_, a) => each(Child::Expr(a)),
            Self::List(items) => items.iter().for_each(|item| list_item(item, each)),
            Self::Map(items) => items.iter().for_each(|item| map_item(item, each)),
            Self::Closure(closure) => self::closure(closure, each),
            Self::Lambda(lambda) => {
                params(&lambda.params, each);
                match &lambda.body {
                    LambdaBody::Expr(expr) => each(Child::Expr(expr)),
                    LambdaBody::Block(block) => statements(&block.statements, each),
                }
            }
            Self::Call(call) => {
                member(&call.name, each);
                arguments(&call.args.items, each);
            }
            Self::ConstructorCall(_, args) => arguments(&args.items, each),
            Self::Path(base, links) => {
                each(Child::Expr(base));
                links.iter().for_each(|link| self::link(link, each));
            }
            Self::New(new) => self::new(new, each),
            Self::NewArray(new) => {
                type_ref(&new.element, each);
                expressions(&new.sizes, each);
                expressions(new.init.as_deref().unwrap_or_default(), each);
            }
            Self::Increment(increment) => each(Child::Expr(&increment.target)),
            Self::Binary(first, terms) => {
                each(Child::Expr(first));
                terms.iter().for_each(|term| each(Child::Expr(&term.operand)));
            }
            Self::Logical(_, operands) => expressions(operands, each),
            Self::InstanceOf(a, _, ty) | Self::As(a, ty) => {
                each(Child::Expr(a));
                type_ref(ty, each);
            }
            Self::Cast(ty, a) => {
                type_ref(ty, each);
                each(Child::Expr(a));
            }
            Self::Ternary(ternary) => {
                let Ternary {
                    condition,
                    then,
                    otherwise,
                } = &**ternary;
                [condition, then, otherwise]
                    .into_iter()
                    .for_each(|expr| each(Child::Expr(expr)));
            }
            Self::Range(a, _, b) | Self::Elvis(a, b) | Self::Assign(a, _, b) => {
                each(Child::Expr(a));
                each(Child::Expr(b));
            }
            Self::MultiAssign(_, value) => each(Child::Expr(value)),
            Self::Switch(switch) => self::switch(switch, each),
            Self::Annotation(annotation) => annotations(std::slice::from_ref(annotation), each),
        }
    }
}

impl StmtKind {
    /// Calls `each` with every child.
    pub fn each_child<'a>(&'a self, each: Each<'_, 'a>) {
        match self {
            Self::Empty | Self::Break(_) | Self::Continue(_) | Self::Error => {}
            Self::Expr(a) | Self::Throw(a) | Self::Yield(a) => each(Child::Expr(a)),
            Self::Variables(decl) => variables(decl, each),
            Self::MultiVariables(decl) => {
                modifiers(&decl.modifiers, each);
                decl.variables
                    .iter()
                    .filter_map(|(ty, _)| ty.as_ref())
                    .for_each(|ty| type_ref(ty, each));
                each(Child::Expr(&decl.value));
            }
            Self::Block(block) => statements(&block.statements, each),
            Self::If(branch) => {
                each(Child::Expr(&branch.condition));
                each(Child::Stmt(&branch.then));
                branch.otherwise.iter().for_each(|stmt| each(Child::Stmt(stmt)));
            }
            Self::While(condition, body) => {
                each(Child::Expr(condition));
                each(Child::Stmt(body));
            }
            Self::DoWhile(body, condition) => {
                each(Child::Stmt(body));
                each(Child::Expr(condition));
            }
            Self::ForIn(looping) => {
                modifiers(&looping.modifiers, each);
                looping.ty.iter().for_each(|ty| type_ref(ty, each));
                each(Child::Expr(&looping.source));
                each(Child::Stmt(&looping.body));
            }
            Self::For(looping) => {
                statements(&looping.init, each);
                looping.condition.iter().for_each(|expr| each(Child::Expr(expr)));
                expressions(&looping.update, each);
                each(Child::Stmt(&looping.body));
            }
            Self::Switch(switch) => self::switch(switch, each),
            Self::Try(tried) => self::tried(tried, each),
            Self::Synchronized(lock, body) => {
                each(Child::Expr(lock));
                statements(&body.statements, each);
            }
            Self::Return(value) => value.iter().for_each(|expr| each(Child::Expr(expr))),
            Self::Assert(condition, message) => {
                each(Child::Expr(condition));
                message.iter().for_each(|expr| each(Child::Expr(expr)));
            }
            Self::Labeled(labeled) => each(Child::Stmt(&labeled.body)),
            Self::Method(decl) => method(decl, each),
            Self::Class(decl) => class(decl, each),
        }
    }
}

fn expressions<'a>(list: &'a [Expr], each: Each<'_, 'a>) {
    list.iter().for_each(|expr| each(Child::Expr(expr)));
}

fn statements<'a>(list: &'a [Stmt], each: Each<'_, 'a>) {
    list.iter().for_each(|stmt| each(Child::Stmt(stmt)));
}

fn gstring_part<'a>(part: &'a GStringPart, each: Each<'_, 'a>) {
    match part {
        GStringPart::Text(_) => {}
        GStringPart::Value(expr) => each(Child::Expr(expr)),
        GStringPart::Block(block) => statements(&block.statements, each),
        GStringPart::Lazy(_, closure) => self::closure(closure, each),
    }
}

fn list_item<'a>(item: &'a ListItem, each: Each<'_, 'a>) {
    let (ListItem::Value(expr) | ListItem::Spread(expr)) = item;
    each(Child::Expr(expr));
}

fn map_item<'a>(item: &'a MapItem, each: Each<'_, 'a>) {
    match item {
        MapItem::Entry(key, value) => {
            each(Child::Expr(key));
            each(Child::Expr(value));
        }
        MapItem::Spread(expr) => each(Child::Expr(expr)),
    }
}

pub(super) fn arguments<'a>(args: &'a [Arg], each: Each<'_, 'a>) {
    for arg in args {
        match arg {
            Arg::Named(key, value) => {
                each(Child::Expr(key));
                each(Child::Expr(value));
            }
            Arg::Positional(expr) | Arg::Spread(expr) | Arg::SpreadMap(expr) => each(Child::Expr(expr)),
        }
    }
}

fn closure<'a>(closure: &'a Closure, each: Each<'_, 'a>) {
    params(closure.params.as_deref().unwrap_or_default(), each);
    statements(&closure.body, each);
}

fn member<'a>(member: &'a Member, each: Each<'_, 'a>) {
    if let Member::Dynamic(expr) = member {
        each(Child::Expr(expr));
    }
}

pub(super) fn link<'a>(link: &'a Link, each: Each<'_, 'a>) {
    match &link.kind {
        LinkKind::Property(_, name) | LinkKind::Attribute(_, name) => member(name, each),
        LinkKind::MethodPointer(name) | LinkKind::MethodReference(name) => member(name, each),
        LinkKind::Method(_, call) => {
            type_args(&call.type_args, each);
            member(&call.name, each);
            arguments(&call.args.items, each);
        }
        LinkKind::Call(args) => arguments(&args.items, each),
        LinkKind::Index(_, items) => arguments(items, each),
        LinkKind::New(new) => self::new(new, each),
    }
}

fn new<'a>(new: &'a New, each: Each<'_, 'a>) {
    type_ref(&new.ty, each);
    arguments(&new.args.items, each);
    new.body.iter().for_each(|body| class_body(body, each));
}

fn switch<'a>(switch: &'a Switch, each: Each<'_, 'a>) {
    each(Child::Expr(&switch.subject));
    for group in &switch.groups {
        for label in &group.labels {
            if let CaseKind::Case(values) = &label.kind {
                expressions(values, each);
            }
        }
        statements(&group.body, each);
    }
}

fn tried<'a>(tried: &'a Try, each: Each<'_, 'a>) {
    statements(&tried.resources, each);
    statements(&tried.body.statements, each);
    for catch in &tried.catches {
        modifiers(&catch.modifiers, each);
        catch.types.iter().for_each(|ty| type_ref(ty, each));
        statements(&catch.body.statements, each);
    }
    tried
        .finally
        .iter()
        .for_each(|block| statements(&block.statements, each));
}

fn modifiers<'a>(list: &'a Modifiers, each: Each<'_, 'a>) {
    annotations(&list.annotations, each);
}

fn annotations<'a>(list: &'a [Annotation], each: Each<'_, 'a>) {
    list.iter()
        .flat_map(|annotation| &annotation.members)
        .for_each(|member| each(Child::Expr(&member.value)));
}

fn params<'a>(list: &'a [Param], each: Each<'_, 'a>) {
    for param in list {
        modifiers(&param.modifiers, each);
        param.ty.iter().for_each(|ty| type_ref(ty, each));
        param.default.iter().for_each(|expr| each(Child::Expr(expr)));
    }
}

fn variables<'a>(decl: &'a VariableDecl, each: Each<'_, 'a>) {
    modifiers(&decl.modifiers, each);
    decl.ty.iter().for_each(|ty| type_ref(ty, each));
    decl.variables
        .iter()
        .filter_map(|variable| variable.value.as_ref())
        .for_each(|expr| each(Child::Expr(expr)));
}

fn type_ref<'a>(ty: &'a TypeRef, each: Each<'_, 'a>) {
    annotations(&ty.annotations, each);
    type_args(ty.args.as_deref().unwrap_or_default(), each);
}

fn type_args<'a>(args: &'a [TypeArg], each: Each<'_, 'a>) {
    for arg in args {
        match arg {
            TypeArg::Type(ty) => type_ref(ty, each),
            TypeArg::Wildcard(wildcard) => {
                annotations(&wildcard.annotations, each);
                match &wildcard.bound {
                    Some(WildcardBound::Extends(ty) | WildcardBound::Super(ty)) => type_ref(ty, each),
                    None => {}
                }
            }
        }
    }
}

fn type_params<'a>(list: &'a [TypeParam], each: Each<'_, 'a>) {
    for param in list {
        annotations(&param.annotations, each);
        param.bounds.iter().for_each(|ty| type_ref(ty, each));
    }
}

fn method<'a>(decl: &'a MethodDecl, each: Each<'_, 'a>) {
    modifiers(&decl.modifiers, each);
    type_params(&decl.type_params, each);
    decl.return_type.iter().for_each(|ty| type_ref(ty, each));
    params(&decl.params, each);
    decl.throws.iter().for_each(|ty| type_ref(ty, each));
    decl.default.iter().for_each(|expr| each(Child::Expr(expr)));
    decl.body.iter().for_each(|block| statements(&block.statements, each));
}

fn constructor<'a>(decl: &'a ConstructorDecl, each: Each<'_, 'a>) {
    modifiers(&decl.modifiers, each);
    type_params(&decl.type_params, each);
    params(decl.params.as_deref().unwrap_or_default(), each);
    decl.throws.iter().for_each(|ty| type_ref(ty, each));
    statements(&decl.body.statements, each);
}

fn class<'a>(decl: &'a ClassDecl, each: Each<'_, 'a>) {
    modifiers(&decl.modifiers, each);
    type_params(&decl.type_params, each);
    params(decl.components.as_deref().unwrap_or_default(), each);
    for ty in decl.extends.iter().chain(&decl.implements).chain(&decl.permits) {
        type_ref(ty, each);
    }
    class_body(&decl.body, each);
}

fn class_body<'a>(body: &'a ClassBody, each: Each<'_, 'a>) {
    for constant in &body.constants {
        annotations(&constant.annotations, each);
        arguments(constant.args.as_ref().map_or(&[], |args| &args.items), each);
        constant.body.iter().for_each(|body| class_body(body, each));
    }
    for member in &body.members {
        match member {
            ClassMember::Field(_, decl) => variables(decl, each),
            ClassMember::Method(decl) => method(decl, each),
            ClassMember::Constructor(decl) => constructor(decl, each),
            ClassMember::Class(decl) => class(decl, each),
            ClassMember::Initializer(_, block) => statements(&block.statements, each),
            ClassMember::Error(_) => {}
        }
    }
}
