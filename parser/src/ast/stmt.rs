//! Statements.

use super::visit::depth_above;
use super::{ClassDecl, Expr, Ident, MethodDecl, Modifiers, Span, Switch, TypeRef, VariableDecl};

/// A statement and its place.
#[derive(Debug, Clone)]
pub struct Stmt {
    /// From its first character to its last, without the separator.
    pub span: Span,
    /// What it is.
    pub kind: Box<StmtKind>,
    pub(super) depth: u16,
}

impl Stmt {
    /// A statement of this kind.
    #[must_use]
    pub fn new(span: Span, kind: StmtKind) -> Self {
        let depth = depth_above(|each| kind.each_child(each));
        Self {
            span,
            kind: Box::new(kind),
            depth,
        }
    }

    /// The length of the longest path from here to a leaf, this node included.
    #[must_use]
    pub fn depth(&self) -> u16 {
        self.depth
    }
}

/// The kinds of statements.
#[derive(Debug, Clone)]
pub enum StmtKind {
    /// An expression.
    Expr(Expr),
    /// `def a = 1, b`, `int a`, `@Field def a`
    Variables(Box<VariableDecl>),
    /// `def (a, b) = c`
    MultiVariables(Box<MultiVariables>),
    /// `{ … }`
    Block(Block),
    /// `;`
    Empty,
    /// `if (a) b else c`
    If(Box<If>),
    /// `while (a) b`
    While(Expr, Box<Stmt>),
    /// `do a while (b)`
    DoWhile(Box<Stmt>, Expr),
    /// `for (a in b) c`, `for (T a : b) c`
    ForIn(Box<ForIn>),
    /// `for (a; b; c) d`
    For(Box<For>),
    /// `switch (a) { case b: c }`. With arrows it is an expression.
    Switch(Box<Switch>),
    /// `try (a) { } catch (b) { } finally { }`
    Try(Box<Try>),
    /// `synchronized (a) { }`
    Synchronized(Expr, Box<Block>),
    /// `return a`
    Return(Option<Expr>),
    /// `throw a`
    Throw(Expr),
    /// `break a`
    Break(Option<Ident>),
    /// `continue a`
    Continue(Option<Ident>),
    /// `yield a`: the value of the switch expression around it.
    Yield(Expr),
    /// `assert a : b`. The condition's span covers the text that a power assert shows.
    Assert(Expr, Option<Box<Expr>>),
    /// `label: a`
    Labeled(Box<Labeled>),
    /// A method of the script, or one in a place where none may stand (reported).
    Method(Box<MethodDecl>),
    /// A class, interface, trait, enum, record or annotation type.
    Class(Box<ClassDecl>),
    /// Something unreadable, already reported.
    Error,
}

/// `label: body`
#[derive(Debug, Clone)]
pub struct Labeled {
    /// The label.
    pub label: Ident,
    /// What it names.
    pub body: Stmt,
}

/// `{ … }` with statements in it.
#[derive(Debug, Clone, Default)]
pub struct Block {
    /// With the braces.
    pub span: Span,
    /// In order.
    pub statements: Vec<Stmt>,
}

/// `if (condition) then else otherwise`
#[derive(Debug, Clone)]
pub struct If {
    /// Decides.
    pub condition: Expr,
    /// Run if it is true.
    pub then: Stmt,
    /// Run if it is not.
    pub otherwise: Option<Stmt>,
}

/// `def (a, int b) = value`
#[derive(Debug, Clone)]
pub struct MultiVariables {
    /// What stands before the parenthesis; never empty.
    pub modifiers: Modifiers,
    /// The variables, each with the type before it.
    pub variables: Vec<(Option<TypeRef>, Ident)>,
    /// The list they are taken from.
    pub value: Expr,
}

/// `for (modifiers ty name in source) body`
#[derive(Debug, Clone)]
pub struct ForIn {
    /// Before the type.
    pub modifiers: Modifiers,
    /// The variable's type.
    pub ty: Option<TypeRef>,
    /// The variable.
    pub name: Ident,
    /// What is iterated over.
    pub source: Expr,
    /// The loop's body.
    pub body: Stmt,
}

/// `for (init; condition; update) body`
#[derive(Debug, Clone)]
pub struct For {
    /// One declaration, or any number of expressions.
    pub init: Vec<Stmt>,
    /// Absent: forever.
    pub condition: Option<Expr>,
    /// After each round.
    pub update: Vec<Expr>,
    /// The loop's body.
    pub body: Stmt,
}

/// `try (resources) { } catch (…) { } finally { }`
#[derive(Debug, Clone)]
pub struct Try {
    /// Declarations (or expressions) whose values are closed at the end.
    pub resources: Vec<Stmt>,
    /// What is tried.
    pub body: Block,
    /// In order.
    pub catches: Vec<Catch>,
    /// Run whatever happens.
    pub finally: Option<Block>,
}

/// `catch (A | B e) { }`
#[derive(Debug, Clone)]
pub struct Catch {
    /// From the keyword to the closing brace.
    pub span: Span,
    /// Before the types.
    pub modifiers: Modifiers,
    /// What is caught; empty in `catch (e)`, which catches `java.lang.Exception`.
    pub types: Vec<TypeRef>,
    /// The variable.
    pub name: Ident,
    /// What is done.
    pub body: Block,
}
