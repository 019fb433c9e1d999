//! Paths: what follows a value, step by step.

use super::{Arg, Arguments, Expr, Ident, New, Span, TypeArg};

/// The name after a dot or before a call.
#[derive(Debug, Clone)]
pub enum Member {
    /// `a.name`, `a."name"`, `a.class`
    Name(Ident),
    /// `a."$name"`, `a.(name)`: computed when it runs. A parenthesised one comes without its parentheses.
    Dynamic(Expr),
}

/// One step of a path.
#[derive(Debug, Clone)]
pub struct Link {
    /// From the dot or bracket to the end of the step.
    pub span: Span,
    /// What it does with the value before it.
    pub kind: LinkKind,
}

/// The steps of a path.
#[derive(Debug, Clone)]
pub enum LinkKind {
    /// `.name`, `?.name`, `*.name`
    Property(DotOp, Member),
    /// `.@name` and its safe and spread forms.
    Attribute(DotOp, Member),
    /// `.name(args)`, `.name { }`
    Method(DotOp, Box<MethodCall>),
    /// `(args)` or a closure after something that is no name: calls the value's `call`.
    Call(Arguments),
    /// `[a]`, `[a, *b]`, `[k: v]`, `?[a]`. On a class `[]` makes the array class and named items construct.
    Index(IndexOp, Vec<Arg>),
    /// `.&name`
    MethodPointer(Member),
    /// `::name`, `::new`
    MethodReference(Member),
    /// `outer.new Inner(…)`
    New(Box<New>),
}

/// `.name(args)`
#[derive(Debug, Clone)]
pub struct MethodCall {
    /// `.<T>name(args)`
    pub type_args: Vec<TypeArg>,
    /// The method's name.
    pub name: Member,
    /// The arguments, closures after the parentheses included.
    pub args: Arguments,
}

/// How a member is reached. The links after `a??.b` are safe ones too, so `??.` needs no kind of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DotOp {
    /// `.`
    Dot,
    /// `?.`: null on a null receiver.
    Safe,
    /// `*.`: on each element.
    Spread,
}

/// How an element is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IndexOp {
    /// `a[b]`
    Plain,
    /// `a?[b]`
    Safe,
}
